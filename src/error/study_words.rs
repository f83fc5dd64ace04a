//! In words: what is wrong with a filter or a grouping of study.toml.

use crate::Lang;
use crate::study::{FilterError, FilterPart, GroupingError};

impl FilterError {
    /// Where the filter stops making sense, what stands there, what was expected.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let Self { at, found, expected } = self;
        let place = if found.is_empty() {
            lang.pick("à la fin", "at the end").to_owned()
        } else {
            let found = lang.quote(found);
            lang.pick(format!("caractère {at}, {found} trouvé"), format!("character {at}, found {found}"))
        };
        let expected = match expected {
            FilterPart::Column => lang.pick(
                "un nom de colonne est attendu (entre guillemets `…` s’il a plusieurs mots ou se lit comme un \
                 mot-clé).",
                "expected a column name (between `…` if it has several words or is a keyword).",
            ),
            FilterPart::Comparison => lang.pick(
                "une comparaison est attendue\u{a0}: ==, !=, <, <=, >, >=, in […], is empty.",
                "expected a comparison: ==, !=, <, <=, >, >=, in […], is empty.",
            ),
            FilterPart::Value => lang.pick(
                "une valeur est attendue\u{a0}: un texte entre apostrophes ('FR') ou un nombre (3.5).",
                "expected a value: a text between quotes ('FR') or a number (3.5).",
            ),
            FilterPart::Values => {
                lang.pick("une liste est attendue\u{a0}: ['a', 'b'].", "expected a list: ['a', 'b'].")
            }
            FilterPart::Comma => lang.pick(
                "une virgule ou la fin de la liste est attendue.",
                "expected a comma or the end of the list.",
            ),
            FilterPart::Empty => lang.pick(
                "empty (ou vide) est attendu, précédé ou non de not (ou pas)\u{a0}; après n’est, pas est \
                 obligatoire.",
                "expected empty, after an optional not.",
            ),
            FilterPart::Junction if found == "," => lang.pick(
                "and, or (et, ou) ou la fin est attendu\u{a0}; les décimales s’écrivent avec un point.",
                "expected and, or, or the end; decimals take a point.",
            ),
            FilterPart::Junction => {
                lang.pick("and, or (et, ou) ou la fin est attendu.", "expected and, or, or the end.")
            }
            FilterPart::Parenthesis => {
                lang.pick("il manque une parenthèse fermante.", "a closing parenthesis is missing.")
            }
            FilterPart::Quote => {
                lang.pick("ce guillemet n’est jamais fermé.", "this quote is never closed.")
            }
            FilterPart::LessDepth => lang.pick(
                "trop de parenthèses ou de not imbriqués (64 au plus).",
                "too many nested parentheses or nots (64 at most).",
            ),
        };
        lang.pick(format!("{place}\u{a0}; {expected}"), format!("{place}; {expected}"))
    }
}

impl GroupingError {
    /// What cannot be followed.
    pub(super) fn words(&self, lang: Lang) -> String {
        let number = |x: f64| lang.number(x, usize::from(x.fract() != 0.0));
        match self {
            Self::NoCut => lang
                .pick(
                    "bands est vide\u{a0}; écrivez par exemple bands = [25, 50].",
                    "bands is empty; write for example bands = [25, 50].",
                )
                .to_owned(),
            Self::CutNotAbove { cut, before: Some(before) } => {
                let (cut, before) = (number(*cut), number(*before));
                lang.pick(
                    format!("les bornes de bands doivent croître\u{a0}: {cut} vient après {before}."),
                    format!("bands must ascend: {cut} comes after {before}."),
                )
            }
            Self::CutNotAbove { cut, before: None } => {
                lang.pick(format!("{cut} n’est pas une borne."), format!("{cut} is no cut."))
            }
            Self::MergedTwice { value, into: [a, b] } => {
                let (value, a, b) = (lang.quote(value), lang.quote(a), lang.quote(b));
                lang.pick(
                    format!("{value} est fusionnée à la fois dans {a} et dans {b}."),
                    format!("{value} is merged into both {a} and {b}."),
                )
            }
            Self::BandsAndValues => lang
                .pick("bands ne va pas avec order ni merge.", "bands cannot go with order or merge.")
                .to_owned(),
        }
    }
}
