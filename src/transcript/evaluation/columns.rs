//! Which column of an evaluation sheet holds what.

use super::{EvaluationError, EvaluationFault, ItemSpec};
use crate::study::fold;

const CALL: &[&str] = &[
    "appel",
    "call",
    "id",
    "id appel",
    "id_appel",
    "appel_id",
    "call id",
    "call_id",
    "identifiant",
    "identifiant de l'appel",
    "id de l'appel",
    "n° appel",
    "n° d'appel",
    "numero d'appel",
    "fichier",
    "file",
    "enregistrement",
    "recording",
    "transcription",
    "transcript",
];
const EVALUATOR: &[&str] = &[
    "evaluateur",
    "evaluatrice",
    "evaluateur/evaluatrice",
    "evaluateur·rice",
    "evaluator",
    "auditeur",
    "auditrice",
    "auditor",
    "ecoutant",
    "superviseur",
    "supervisor",
    "reviewer",
    "evalue par",
    "evaluated by",
];
const DATE: &[&str] = &[
    "date",
    "date d'evaluation",
    "date de l'evaluation",
    "date d'ecoute",
    "evaluation date",
    "date of evaluation",
    "evalue le",
    "evaluated on",
];
const LISTENING: &[&str] =
    &["ecoute active", "ecoute_active", "active listening", "active_listening", "listening", "ecoute"];
const ITEM: &[&str] = &["critere", "criterion", "item", "question", "point de controle"];
const MARK: &[&str] =
    &["note", "mark", "valeur", "value", "reponse", "answer", "resultat", "result", "score"];
/// Columns of a plan and of a sheet that hold no mark.
const OTHERS: &[&str] = &[
    "agent",
    "periode",
    "period",
    "ordre",
    "order",
    "commentaire",
    "commentaires",
    "comment",
    "comments",
    "remarque",
    "remarques",
    "observation",
    "observations",
    "notes",
    "appels de la strate",
    "calls in stratum",
    "tires",
    "drawn",
    "graine",
    "seed",
    "a tirer par strate",
    "asked per stratum",
    "decoupage",
    "cut by",
    "appels ecartes",
    "calls excluded",
    "appels eligibles",
    "calls eligible",
];

/// What a cell speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Listening,
    Item(usize),
}

/// Where the marks are.
#[derive(Debug)]
pub(super) enum Marks {
    /// A column each.
    Wide(Vec<(usize, Subject)>),
    /// A row each: the columns of the item and of the mark.
    Long(usize, usize),
}

/// The columns of a sheet.
#[derive(Debug)]
pub(super) struct Columns {
    pub call: usize,
    pub evaluator: Option<usize>,
    pub date: Option<usize>,
    pub marks: Marks,
    /// Columns that are none of a sheet.
    pub unknown: Vec<usize>,
}

/// What a header, or a cell of the long form, names: active listening, or an item by its id or one of its labels.
pub(super) fn subject(name: &str, items: &[ItemSpec]) -> Option<Subject> {
    let name = plain(name);
    let is = |item: &ItemSpec| {
        [&item.id, &item.label_fr, &item.label_en]
            .into_iter()
            .any(|own| !own.is_empty() && plain(own) == name)
    };
    if let Some(item) = items.iter().position(is) {
        return Some(Subject::Item(item));
    }
    LISTENING.contains(&name.as_str()).then_some(Subject::Listening)
}

/// A name as it is compared: what a spreadsheet adds at its ends is no part of it.
fn plain(name: &str) -> String {
    fold(name.trim_start_matches('\u{feff}')).trim_end_matches([' ', ':', '?', '*']).to_owned()
}

impl Columns {
    pub(super) fn find(
        headers: &[String],
        items: &[ItemSpec],
        faults: &mut Vec<EvaluationFault>,
    ) -> Result<Self, EvaluationError> {
        let names: Vec<String> = headers.iter().map(|header| plain(header)).collect();
        let named = |words: &[&str]| {
            // The earlier word is the surer one: a sheet may have both “appel” and “id”.
            words.iter().find_map(|word| names.iter().position(|name| name == word))
        };
        let call = named(CALL).ok_or_else(|| EvaluationError::NoCallColumn { headers: headers.to_vec() })?;
        let (evaluator, date) = (named(EVALUATOR), named(DATE));
        let mut taken: Vec<usize> = [Some(call), evaluator, date].into_iter().flatten().collect();

        let mut wide: Vec<(usize, Subject)> = Vec::new();
        for (at, header) in headers.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
            let Some(found) = subject(header, items) else { continue };
            if wide.iter().any(|(_, earlier)| *earlier == found) {
                let item = match found {
                    Subject::Listening => header.clone(),
                    Subject::Item(item) => items[item].id.clone(),
                };
                faults.push(EvaluationFault::RepeatedColumn { column: header.clone(), item });
            } else {
                wide.push((at, found));
            }
        }
        let marks = match (named(ITEM), named(MARK)) {
            _ if !wide.is_empty() => Marks::Wide(wide),
            (Some(item), Some(mark)) => {
                taken.extend([item, mark]);
                Marks::Long(item, mark)
            }
            _ => {
                let items = items.iter().map(|item| [item.label_fr.clone(), item.label_en.clone()]).collect();
                return Err(EvaluationError::NoMarkColumn { headers: headers.to_vec(), items });
            }
        };
        let unknown = (0..names.len())
            .filter(|at| !taken.contains(at) && !names[*at].is_empty())
            .filter(|at| subject(&headers[*at], items).is_none() && !OTHERS.contains(&names[*at].as_str()))
            .collect();
        Ok(Self { call, evaluator, date, marks, unknown })
    }
}
