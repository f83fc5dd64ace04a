//! Rows that cannot be what they say, in words: what is wrong, and what they are left out of.

use super::fault::{FaultKind, TableKind};
use super::field::Field;
use crate::Lang;

/// What a fault is, and its consequence.
pub(super) fn message(fault: FaultKind, table: TableKind, lang: Lang) -> String {
    let text = match (fault, table) {
        (FaultKind::NegativeDuration, _) => lang.pick(
            "durée négative : la ligne est hors des moyennes de cette durée, dans toutes les autres",
            "negative duration: the row is out of the averages of that duration, in all others",
        ),
        (FaultKind::Unreadable, TableKind::Roster) => lang.pick(
            "motif d’absence vide ou inconnu, ou cellule illisible : l’absence compte comme imprévue",
            "absence reason empty or unknown, or a cell that cannot be read: the absence counts as unplanned",
        ),
        (FaultKind::Unreadable, _) => lang.pick(
            "cellule illisible (durée, date, nombre ou oui/non) : lue comme vide",
            "a cell that cannot be read (duration, date, number or yes/no): taken for empty",
        ),
        (FaultKind::EndBeforeStart, _) => lang.pick(
            "fin avant le début : hors des temps et des délais",
            "end before its start: out of times and delays",
        ),
        (FaultKind::ResolvedBeforeCreated, _) => lang.pick(
            "réponse ou résolution avant l’étape qu’elle suit : le ticket compte, hors des délais faussés",
            "response or resolution before the step that it follows: the ticket counts, out of the delays it would corrupt",
        ),
        (FaultKind::NoAgent, _) => lang.pick(
            "appel décroché sans agent : hors des seuls chiffres par agent",
            "answered call without an agent: out of the figures per agent only",
        ),
        (FaultKind::Overlap, _) => lang.pick(
            "état qui commence avant la fin du précédent : le temps commun compte une fois",
            "state that begins before the one before it ends: the common time counts once",
        ),
        (FaultKind::NoDate, _) => lang.pick(
            "ligne sans date : dans les totaux, dans aucune période",
            "row without a date: in the totals, in no period",
        ),
        (FaultKind::Unmatched, _) => lang.pick(
            "réponse dont le contact n’est pas dans les fichiers : dans le score, dans aucun lien",
            "answer whose contact is not in the files: in the score, in no link",
        ),
        (FaultKind::SecondAnswer, _) => lang.pick(
            "deuxième réponse sur un même contact : seule la première compte",
            "second answer about the same contact: only the first counts",
        ),
        (FaultKind::Repeated, _) => lang.pick(
            "ligne identique à une autre en tous points : elle compte ; à retirer de l’export si c’est une copie",
            "row that says all that another one says: it counts; to be removed from the export if it is a copy",
        ),
        (FaultKind::Incomplete, _) => lang.pick(
            "ligne sans une cellule indispensable : comptée nulle part",
            "row without a cell that is needed: counted nowhere",
        ),
        (FaultKind::UnknownOutcome, _) => lang.pick(
            "issue d’appel inconnue, ou impossible dans ce sens : comptée nulle part",
            "unknown outcome, or one that cannot be in that direction: counted nowhere",
        ),
        (FaultKind::UnknownState, _) => {
            lang.pick("état inconnu : compté nulle part", "unknown state: counted nowhere")
        }
        (FaultKind::RepeatedId, _) => return repeated(None, lang),
        (FaultKind::AmbiguousDates, _) => lang.pick(
            "dates qui se lisent dans les deux sens : lues jour d’abord",
            "dates that read both ways: read day first",
        ),
    };
    lang.typeset(text.to_owned())
}

/// The same, with how many of the rows count nowhere anyway.
pub(super) fn with_excluded(excluded: u64, lang: Lang, message: String) -> String {
    if excluded == 0 {
        return message;
    }
    let n = lang.count(excluded);
    let said = match (lang, excluded) {
        (Lang::Fr, 1) => "dont 1 ligne écartée par son issue".to_owned(),
        (Lang::Fr, _) => format!("dont {n} lignes écartées par leur issue"),
        (Lang::En, _) => format!("{n} of them set aside by their outcome"),
    };
    format!("{message} ({said})")
}

/// Words that no list knows, and what to write for them.
pub(super) fn unknown(table: TableKind, fault: FaultKind, words: &[(&str, u64)], lang: Lang) -> String {
    const SHOWN: usize = 5;
    if words.is_empty() {
        return message(fault, table, lang);
    }
    let named: Vec<String> = words
        .iter()
        .take(SHOWN)
        .map(|(word, n)| format!("{} ({})", lang.quote(word), lang.count(*n)))
        .collect();
    let named = named.join(", ");
    let (section, first) = (table.id(), words[0].0.replace('"', "\\\""));
    let example = if fault == FaultKind::UnknownState { "pause" } else { "abandoned" };
    let text = lang.pick(
        format!("mot inconnu, compté nulle part : {named}. À écrire dans centre.toml, sous [{section}.values] : \"{first}\" = \"{example}\", par exemple"),
        format!("unknown word, counted nowhere: {named}. To write in centre.toml, under [{section}.values]: \"{first}\" = \"{example}\", for example"),
    );
    lang.typeset(text)
}

/// An id that repeats, and the column that makes a key of it.
pub(super) fn repeated(key: Option<&(String, String)>, lang: Lang) -> String {
    let text = match key {
        Some((id, other)) => {
            let (id, other) = (lang.quote(id), lang.quote(other));
            lang.pick(
                format!("identifiant répété : {id} seul n’est pas une clé, {other} et {id} ensemble en sont une ; aucune ligne n’est écartée"),
                format!("repeated id: {id} alone is no key, {other} and {id} together are one; no row is dropped"),
            )
        }
        None => lang.pick(
            "identifiant répété : il n’est pas une clé à lui seul ; aucune ligne n’est écartée".to_owned(),
            "repeated id: it is no key alone; no row is dropped".to_owned(),
        ),
    };
    lang.typeset(text)
}

/// A column whose dates read both ways.
pub(super) fn ambiguous(column: &str, table: TableKind, field: Field, lang: Lang) -> String {
    let (column, section, field) = (lang.quote(column), table.id(), field.id());
    let text = lang.pick(
        format!("colonne {column} ({section}.{field}) : jour et mois se lisent dans les deux sens ; lus jour d’abord"),
        format!("column {column} ({section}.{field}): day and month read both ways; read day first"),
    );
    lang.typeset(text)
}
