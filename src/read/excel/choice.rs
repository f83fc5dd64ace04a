//! Which sheet of a workbook holds the answers.

use std::collections::BTreeSet;

use super::Seen;
use super::book::Sheet;
use crate::study::fold;

/// How the words begin that name a sheet which is about the answers and does not hold them.
const ABOUT: [&str; 34] = [
    "accueil",
    "aide",
    "codage",
    "code",
    "codification",
    "consigne",
    "couverture",
    "dico",
    "dictionnaire",
    "dictionary",
    "dashboard",
    "glossaire",
    "graphique",
    "index",
    "instruction",
    "intro",
    "legend",
    "lexique",
    "libelle",
    "lisez",
    "lookup",
    "menu",
    "metadata",
    "metadonnee",
    "methodologie",
    "modalite",
    "nomenclature",
    "notice",
    "parametre",
    "pivot",
    "readme",
    "referentiel",
    "sommaire",
    "tcd",
];
/// A text that the first columns list is kept for comparison up to this many bytes.
const MAX_LISTED_BYTES: usize = 300;
/// The first columns list at most this many texts.
const MAX_LISTED: usize = 5_000;

/// The texts that the first columns of a sheet list: those of a codebook are the columns of the answers.
#[derive(Debug, Default)]
pub(super) struct Listed([BTreeSet<String>; 3]);

impl Listed {
    /// Takes what stands in the `i`th column.
    pub(super) fn take(&mut self, i: usize, text: &str) {
        if let Some(texts) = self.0.get_mut(i)
            && texts.len() < MAX_LISTED
            && text.len() <= MAX_LISTED_BYTES
        {
            texts.insert(folded(text));
        }
    }

    /// Whether one column lists at least half of `names`, and three of them: a header alone has one.
    fn describes(&self, names: &BTreeSet<String>) -> bool {
        self.0.iter().any(|texts| {
            let listed = names.intersection(texts).count();
            listed >= 3 && listed * 2 >= names.len()
        })
    }
}

/// A text as it is compared: case, accents and spaces aside.
fn folded(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The sheet that `wanted` means: its name, else its name case, accents and spaces aside when only one has it,
/// else its number.
pub(super) fn named(sheets: &[Sheet], wanted: &str) -> Option<usize> {
    if let Some(exact) = sheets.iter().position(|sheet| sheet.name == wanted) {
        return Some(exact);
    }
    let key = folded(wanted);
    let mut alike =
        (0..sheets.len()).filter(|i| sheets.get(*i).is_some_and(|sheet| folded(&sheet.name) == key));
    match (alike.next(), alike.next()) {
        (Some(only), None) => Some(only),
        (Some(_), Some(_)) => None,
        _ => wanted.trim().parse::<usize>().ok()?.checked_sub(1).filter(|i| *i < sheets.len()),
    }
}

/// Names of columns as they are compared: the blank ones apart.
fn names(seen: &Seen) -> BTreeSet<String> {
    seen.layout.names.iter().map(|name| folded(name)).filter(|name| !name.is_empty()).collect()
}

/// The index of the sheet of the answers among those that hold something: the one with the most cells, where
/// each sign that it holds something else divides them by sixteen; the first of equals.
pub(super) fn best(sheets: &[Sheet], seen: &[(usize, Seen)]) -> Option<usize> {
    let names: Vec<BTreeSet<String>> = seen.iter().map(|(_, seen)| names(seen)).collect();
    let mut best = None;
    for (k, ((i, seen), own)) in seen.iter().zip(&names).enumerate() {
        let sheet = sheets.get(*i);
        let mut others = names.iter().enumerate().filter(|(other, _)| *other != k).map(|(_, names)| names);
        let signs = [
            sheet.is_some_and(|sheet| sheet.hidden),
            sheet.is_some_and(|sheet| is_about(&sheet.name)),
            others.any(|names| seen.listed.describes(names)),
            !is_header(own, seen.columns.len()),
        ];
        let score = seen.cells >> (4 * signs.iter().filter(|sign| **sign).count());
        if best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, k));
        }
    }
    best.map(|(_, k)| k)
}

/// Whether a sheet has the columns of another, in any order: the next wave of the same survey.
pub(super) fn same_columns(one: &Seen, other: &Seen) -> bool {
    let names_of_one = names(one);
    names_of_one.len() > 1 && names_of_one == names(other)
}

fn is_about(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).map(folded);
    words.any(|word| ABOUT.iter().any(|about| word.starts_with(about)))
}

/// Whether most columns have a name of their own that is no number.
fn is_header(names: &BTreeSet<String>, width: usize) -> bool {
    let words = names.iter().filter(|name| name.replace(',', ".").parse::<f64>().is_err()).count();
    words * 2 > width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_found_by_name_loosely_or_by_number() {
        let sheets: Vec<Sheet> =
            ["Données 2025", "T1", "t1 ", "1"].map(|name| Sheet { name: name.into(), hidden: false }).into();
        let found = |wanted| named(&sheets, wanted);
        assert_eq!(found("T1"), Some(1));
        assert_eq!(found(" donnees2025"), Some(0));
        assert_eq!(found("1"), Some(3));
        assert_eq!(found("2"), Some(1));
        assert_eq!((found("T 1"), found("0"), found("5"), found("")), (None, None, None, None));
    }
}
