//! Which column of the metadata says what, by its header, in French or in English.

use std::collections::BTreeSet;

use crate::study::{tidy, words};

/// Headers of the column that names the call, without their small words.
const CALL: &str = "id appel|appel id|call id|id call|appel|call|numero appel|n appel|no appel|num appel|ref appel|\
                    reference appel|identifiant appel|callid|idappel|ucid|interaction id|id interaction|conversation id|\
                    id conversation|contact id|id contact|id communication|fichier|nom fichier|file|file name|filename|\
                    fichier audio|audio file|audio|recording|recording id|enregistrement|id enregistrement|transcript|\
                    transcript id|transcription|id transcription|fichier transcription|identifiant|id";
const AGENT: &str = "agent|conseiller|conseillere|teleconseiller|agent id|id agent|agent name|nom agent|nom conseiller|\
                     id conseiller|matricule|login|operateur|operatrice|collaborateur|charge clientele|advisor|adviser|\
                     operator|employee|representative|rep|user";
const QUEUE: &str = "queue|file attente|file d attente|queue name|nom file|service|competence|skill|groupe|activite|\
                     campagne|campaign|departement|department|equipe|team";
const DATE: &str = "date|date appel|call date|date heure|date heure appel|datetime|date time|timestamp|horodatage|\
                    date debut|start date|debut|debut appel|start|start time|started|call start|heure debut|jour|day";
const TIME: &str = "heure|heure appel|time|call time|hour|time day";
const SCORE: &str = "note|score|satisfaction|note satisfaction|note client|satisfaction client|csat|nps|ces|\
                     score satisfaction|customer satisfaction|customer score|rating|evaluation client|note donnee";
const RESOLVED: &str = "resolu|resolved|resolution|fcr|probleme resolu|issue resolved|demande resolue|resolue|\
                        resolu premier appel|resolu premier contact|first call resolution|first contact resolution|\
                        motif resolu|appel resolu";
/// Words of a header that change nothing.
const SMALL: &str = "de|du|des|la|le|les|l|d|en|au|a|of|the|in|at|par|by|et|and";

/// Which column says what.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) calls: Vec<usize>,
    pub(super) agent: Option<usize>,
    pub(super) queue: Option<usize>,
    pub(super) date: Option<usize>,
    pub(super) time: Option<usize>,
    pub(super) score: Option<usize>,
    pub(super) resolved: Option<usize>,
}

impl Columns {
    pub(super) fn of(headers: &[String]) -> Self {
        let all: Vec<Vec<String>> = headers.iter().map(|header| bare(header)).collect();
        let mut calls: Vec<usize> = Vec::new();
        for pattern in patterns(CALL) {
            let found = (0..all.len()).filter(|i| same(&all[*i], &pattern) && !calls.contains(i));
            let found: Vec<usize> = found.collect();
            calls.extend(found);
        }
        let mut taken: BTreeSet<usize> = calls.iter().copied().collect();
        let lists = [AGENT, QUEUE, DATE, TIME, SCORE, RESOLVED];
        let mut found = [None; 6];
        // What is named exactly comes before what is named among other words.
        for exact in [true, false] {
            for (list, found) in lists.iter().zip(&mut found) {
                if found.is_some() {
                    continue;
                }
                let fits = |words: &Vec<String>, pattern: &Vec<String>| {
                    if exact {
                        return same(words, pattern);
                    }
                    pattern.iter().all(|word| words.contains(word)) && 2 * pattern.len() >= words.len()
                };
                let column = patterns(list).find_map(|pattern| {
                    (0..all.len()).find(|i| !taken.contains(i) && fits(&all[*i], &pattern))
                });
                if let Some(column) = column {
                    taken.insert(column);
                    *found = Some(column);
                }
            }
        }
        let [agent, queue, date, time, score, resolved] = found;
        Self { calls, agent, queue, date, time, score, resolved }
    }

    fn others(&self, columns: usize) -> Vec<usize> {
        let named = [self.agent, self.queue, self.date, self.time, self.score, self.resolved];
        (0..columns).filter(|i| !self.calls.contains(i) && !named.contains(&Some(*i))).collect()
    }
}

fn bare(header: &str) -> Vec<String> {
    words(header).into_iter().filter(|word| !SMALL.split('|').any(|small| small == word)).collect()
}

fn patterns(list: &str) -> impl Iterator<Item = Vec<String>> {
    list.split('|').map(bare)
}

/// Whether two headers have the same words, in whatever order.
fn same(a: &[String], b: &[String]) -> bool {
    !a.is_empty() && a.len() == b.len() && a.iter().all(|word| b.contains(word))
}

/// Columns that say something else, each with a name of its own.
pub(super) fn others(headers: &[String], columns: &Columns) -> Vec<(usize, String)> {
    let mut taken = BTreeSet::new();
    let mut others = Vec::new();
    for column in columns.others(headers.len()) {
        let header = tidy(&headers[column]);
        if header.is_empty() {
            continue;
        }
        let mut name = header.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{header} ({number})");
            number += 1;
        }
        others.push((column, name));
    }
    others
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headers: &str) -> Columns {
        Columns::of(&headers.split(';').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_words_of_a_header_count_and_their_order_does_not() {
        let found = columns(
            "Durée de l’appel;CallID;Nom de l’agent;File d'attente;Début de l’appel;FCR;Note client;Fichier",
        );
        assert_eq!(found.calls, [1, 7]);
        let named = [found.agent, found.queue, found.date, found.resolved, found.score, found.time];
        assert_eq!(named, [Some(2), Some(3), Some(4), Some(5), Some(6), None]);
        assert_eq!(found.others(8), [0]);
    }

    #[test]
    fn an_exact_name_comes_before_one_among_other_words() {
        let found = columns("id;score agent;agent;date de saisie;date");
        assert_eq!((found.agent, found.date, found.score), (Some(2), Some(4), Some(1)));
    }

    #[test]
    fn headers_of_one_name_are_kept_apart() {
        let headers = ["id", "motif", "", "motif"].map(str::to_owned);
        let found = others(&headers, &Columns::of(&headers));
        assert_eq!(found, [(1, "motif".to_owned()), (3, "motif (2)".to_owned())]);
    }
}
