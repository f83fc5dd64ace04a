//! `LimeSurvey`: one header row of codes, of texts, or of both.

use std::collections::BTreeSet;

use super::super::records::Role::{self, Identifier, Technical};
use super::{Export, Layout, blocks, key, mark_date, trim};
use crate::study::tidy;

/// A column of `LimeSurvey`'s own.
struct Column {
    code: &'static str,
    /// Folded, in English, French and German.
    texts: &'static [&'static str],
    role: Option<Role>,
    /// No other tool has it.
    mark: bool,
}

const fn column(
    code: &'static str,
    texts: &'static [&'static str],
    role: Option<Role>,
    mark: bool,
) -> Column {
    Column { code, texts, role, mark }
}

const COLUMNS: [Column; 16] = [
    column("id", &["response id", "answer id", "id de la reponse", "antwort id"], Some(Identifier), false),
    column(
        "submitdate",
        &["date submitted", "date de soumission", "datum abgeschickt"],
        Some(Technical),
        true,
    ),
    column("lastpage", &["last page", "derniere page", "letzte seite"], Some(Technical), true),
    // The language may part the answers into segments.
    column(
        "startlanguage",
        &["start language", "langue de depart", "start-sprache", "startsprache"],
        None,
        true,
    ),
    column("seed", &["seed", "tete de serie", "zufallsstartwert"], Some(Technical), true),
    column("startdate", &["date started", "date de lancement", "datum gestartet"], Some(Technical), true),
    column(
        "datestamp",
        &["date last action", "date de la derniere action", "datum letzte aktivitat"],
        Some(Technical),
        true,
    ),
    column("refurl", &["referrer url", "url de reference", "weiterleitungs-url"], Some(Technical), true),
    column(
        "token",
        &["token", "access code", "code d'acces", "zugangscode", "zugangsschlussel"],
        Some(Identifier),
        false,
    ),
    column("ipaddr", &["ip address", "adresse ip", "ip-adresse"], Some(Identifier), false),
    column("firstname", &["first name", "prenom", "vorname"], Some(Identifier), false),
    column("lastname", &["last name", "nom de famille", "nachname"], Some(Identifier), false),
    column("email", &["email address", "adresse de courriel", "e-mail-adresse"], Some(Identifier), false),
    column("interviewtime", &["total time", "temps total", "gesamtzeit"], Some(Technical), true),
    column("groupTime", &["group time", "temps du groupe"], Some(Technical), false),
    column("questionTime", &["question time", "temps de la question"], Some(Technical), false),
];

/// The moment of the answer, best first: that of submission is empty when the last page was not reached.
const DATES: [&str; 3] = ["submitdate", "datestamp", "startdate"];

pub(super) fn recognise(rows: &[Vec<String>], at: usize) -> Option<Layout> {
    let names = rows.get(at)?;
    let mut layout = Layout::new(at, at + 1, names.clone());
    layout.export = Some(Export::LimeSurvey);
    if let Some(separator) = separator(names) {
        for (i, name) in names.iter().enumerate() {
            if let Some((code, text)) = trim(name).split_once(&separator).filter(|(code, _)| is_code(code)) {
                code.clone_into(&mut layout.names[i]);
                layout.texts[i] = Some(tidy(text)).filter(|text| !text.is_empty() && text != code);
            }
        }
    } else if !certain(names) {
        return None;
    }
    let mut dates = [None; DATES.len()];
    let mut seen = BTreeSet::new();
    for (i, role) in layout.roles.iter_mut().enumerate() {
        let Some(own) = own(&layout.names[i]) else { continue };
        // The tool's columns come once: a later one of that name is a question.
        let first = seen.insert(own.code);
        *role = own.role.filter(|_| first || own.code.ends_with("Time"));
        if let Some(rank) = DATES.iter().position(|d| *d == own.code).filter(|_| first) {
            dates[rank] = Some(i);
        }
    }
    mark_date(&mut layout, rows, dates.into_iter().flatten());
    Some(layout)
}

/// Whether a header is one of the columns that the tool adds to the questions.
pub(in crate::read) fn is_own(name: &str) -> bool {
    own(name).is_some()
}

fn own(name: &str) -> Option<&'static Column> {
    let name = trim(name);
    let key = key(name);
    // `groupTime12`, “Group time: Accueil”.
    let timed = |c: &Column| {
        name.strip_prefix(c.code).is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
            || key.split_once(':').is_some_and(|(head, _)| c.texts.contains(&head.trim()))
    };
    COLUMNS
        .iter()
        .find(|c| c.code == name || c.texts.contains(&key.as_str()) || (c.code.ends_with("Time") && timed(c)))
}

fn certain(names: &[String]) -> bool {
    let id = names.iter().find(|n| own(n).is_some_and(|c| c.code == "id"));
    let Some(id) = id.map(|n| trim(n)) else { return false };
    let marks = names.iter().filter(|n| own(n).is_some_and(|c| c.mark)).count();
    if marks >= 2 {
        return true;
    }
    if id == "id" {
        // `Q1[SQ001]` twice in a row: nobody types that.
        let parts =
            |n: &String| blocks::split(n).is_some_and(|(stem, part)| is_code(stem) && !part.contains(' '));
        return blocks(names)
            .iter()
            .any(|block| block.members.iter().all(|m| names.get(*m).is_some_and(parts)));
    }
    // Another tool says `Response ID` too, none that is known says it in French or German.
    let translated = !["response id", "answer id"].contains(&key(id).as_str());
    !blocks(names).is_empty() || (translated && marks == 1)
}

/// What parts code and text in `id. Response ID`, `submitdate. Date submitted`, whatever the language.
fn separator(names: &[String]) -> Option<String> {
    let of = |name: &str, code: &str| {
        let rest = trim(name).strip_prefix(code)?;
        let end = rest.find(|c: char| c.is_alphanumeric())?;
        (end > 0 && !rest.starts_with(['[', '_'])).then(|| rest[..end].to_owned())
    };
    let separator = names.iter().find_map(|n| of(n, "id"))?;
    let marked =
        |n: &&String| COLUMNS.iter().filter(|c| c.mark).any(|c| of(n, c.code).as_ref() == Some(&separator));
    (names.iter().filter(marked).count() >= 2).then_some(separator)
}

/// Whether a text is a code as `LimeSurvey` accepts them, subquestions in brackets.
fn is_code(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '[' | ']' | '#' | '-'))
}

#[cfg(test)]
mod tests {
    use super::super::layout;
    use super::super::tests::table;
    use super::*;

    #[test]
    fn codes_texts_and_both_are_headers() {
        let codes = "id;submitdate;lastpage;startlanguage;seed;ipaddr;Q1;Q2[SQ001];Q2[other]";
        let texts = "ID de la réponse;Date de soumission;Dernière page;Langue de départ;Tête de série;Adresse IP;Votre note;Canaux [Mail];Canaux [Autre]";
        let both = "id. Response ID;submitdate. Date submitted;lastpage. Last page;startlanguage. Start language;seed. Seed;ipaddr. IP address;Q1. Votre note. Ou non;Q2[SQ001]. Canaux [Mail];Q2[other]. Canaux [Autre]";
        let row = "1;2025-03-12 08:15:00;3;fr;123;1.2.3.4;5;Y;";
        let roles = [
            Some(Identifier),
            Some(Role::Date),
            Some(Technical),
            None,
            Some(Technical),
            Some(Identifier),
            None,
            None,
            None,
        ];
        for header in [codes, texts, both] {
            let found = layout(&table(&format!("{header}\n{row}")), false);
            assert_eq!((found.data, found.export), (1, Some(Export::LimeSurvey)), "{header}");
            assert_eq!(found.roles, roles, "{header}");
        }
        let found = layout(&table(&format!("{both}\n{row}")), false);
        assert_eq!(found.names.join(";"), codes);
        assert_eq!(found.texts[6].as_deref(), Some("Votre note. Ou non"));
        assert_eq!(found.texts[8].as_deref(), Some("Canaux [Autre]"));
    }

    #[test]
    fn what_is_left_of_an_export_is_enough() {
        for header in [
            "Antwort ID;Datum Abgeschickt;Note",
            "ID de la réponse;Canaux [Mail];Canaux [Téléphone]",
            "Response ID;Canaux [Mail];Canaux [Téléphone]",
            "id;Q1[SQ001];Q1[SQ002]",
            "id;lastpage;interviewtime;groupTime12",
        ] {
            let n = header.matches(';').count();
            let rows = table(&format!("{header}\n1{}", ";2".repeat(n)));
            let found = layout(&rows, false);
            assert_eq!(
                (found.export, found.roles[0]),
                (Some(Export::LimeSurvey), Some(Identifier)),
                "{header}"
            );
        }
    }

    #[test]
    fn the_date_is_the_one_that_answers_have() {
        let head = "id;submitdate;lastpage;startdate;datestamp";
        let of = |rows: &str| {
            let found = layout(&table(&format!("{head}\n{rows}")), false);
            found.roles.iter().position(|r| *r == Some(Role::Date))
        };
        assert_eq!(of("1;2025-03-12 08:15:00;3;2025-03-12 08:10:00;2025-03-12 08:15:00"), Some(1));
        assert_eq!(
            of("1;;3;2025-03-12 08:10:00;2025-03-12 08:15:00\n2;;1;2025-03-12 08:10:00;2025-03-12 08:12:00"),
            Some(4)
        );
        // Anonymous surveys date every answer of the same day.
        assert_eq!(of("1;1980-01-01 00:00:00;3;1980-01-01 00:00:00;1980-01-01 00:00:00"), None);
    }
}
