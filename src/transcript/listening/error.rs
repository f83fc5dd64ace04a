//! What is wrong with a listening grid, where, and what to write instead.

use crate::Lang;
use crate::error::{in_english, in_french};
use crate::theme::Flaw;

/// A grid that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridError {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub flaw: GridFlaw,
}

/// What is wrong at a place of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GridFlaw {
    /// No TOML, or not the keys and values of a grid: the parser's words.
    Toml(String),
    /// A key that a grid does not have, and those that it may have there.
    UnknownKey {
        /// The key.
        key: String,
        /// Keys known there.
        accepted: Vec<String>,
    },
    /// A value that is none of those that its key takes.
    UnknownValue {
        /// The value.
        value: String,
        /// Values known there.
        accepted: Vec<String>,
    },
    /// Neither an item nor a step.
    Empty,
    /// No item that gives points.
    NoPoints,
    /// An id that is empty or has other characters than small letters, digits and `_`.
    Id(String),
    /// An id that another item or step has.
    RepeatedId(String),
    /// A number outside what its key takes.
    Number {
        /// The key.
        key: &'static str,
        /// The number, as it was read.
        found: String,
    },
    /// An item or a step whose detector looks for rules, without one.
    NoRule(String),
    /// Rules under a detector that reads none.
    UselessRules(String),
    /// A rule that cannot be understood.
    Rule(Flaw),
}

impl GridError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let Self { file, line, column, flaw } = self;
        let words = flaw.words(lang);
        pick!(lang, calls::line_character(file, line, column, words))
    }
}

impl std::fmt::Display for GridError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for GridError {}

impl GridFlaw {
    fn words(&self, lang: Lang) -> String {
        let (fr, en) = match self {
            Self::Rule(flaw) => return flaw.words(lang),
            Self::Toml(cause) => (
                format!(
                    "ce fichier n’est pas une grille d’écoute ({}). Un item s’ouvre par [[item]], une étape du script par [[step]], et des lignes comme id = \"reformulation\" les décrivent.",
                    in_french(cause)
                ),
                format!(
                    "this file is no listening grid ({}). An item opens with [[item]], a step of the script with [[step]], and lines such as id = \"rephrasing\" describe them.",
                    in_english(cause)
                ),
            ),
            Self::UnknownKey { key, accepted } => {
                let (key, accepted) = (lang.quote(key), accepted.join(", "));
                (
                    format!("clé inconnue {key}. Clés possibles ici : {accepted}."),
                    format!("unknown key {key}. Keys known here: {accepted}."),
                )
            }
            Self::UnknownValue { value, accepted } => {
                let (value, accepted) = (lang.quote(value), accepted.join(", "));
                (
                    format!("valeur inconnue {value}. Valeurs possibles ici : {accepted}."),
                    format!("unknown value {value}. Values known here: {accepted}."),
                )
            }
            Self::Empty => (
                "ni item ni étape. Ouvrez un item par [[item]], avec id, label, weight et rules_fr."
                    .to_owned(),
                "no item and no step. Open an item with [[item]], with id, label, weight and rules_en."
                    .to_owned(),
            ),
            Self::NoPoints => (
                "aucun item ne donne de points : écrivez sign = \"positive\" sous l’un d’eux.".to_owned(),
                "no item gives points: write sign = \"positive\" under one of them.".to_owned(),
            ),
            Self::Id(id) => {
                let id = lang.quote(id);
                (
                    format!(
                        "id {id} refusé : écrivez des lettres minuscules sans accent, des chiffres et _, par exemple id = \"question_ouverte\"."
                    ),
                    format!(
                        "id {id} refused: write small letters without accents, digits and _, for example id = \"open_question\"."
                    ),
                )
            }
            Self::RepeatedId(id) => {
                let id = lang.quote(id);
                (
                    format!("id {id} déjà pris par un autre item ou une autre étape : donnez-en un autre."),
                    format!("id {id} is that of another item or step: write another one."),
                )
            }
            Self::Number { key, found } => {
                let (fr, en) = range(key);
                (
                    format!("{key} = {found} refusé : écrivez {fr}."),
                    format!("{key} = {found} refused: write {en}."),
                )
            }
            Self::NoRule(id) => {
                let id = lang.quote(id);
                (
                    format!(
                        "{id} n’a aucune règle : écrivez par exemple rules_fr = [\"si je comprends bien\"]."
                    ),
                    format!(
                        "{id} has no rule: write for example rules_en = [\"if I understand correctly\"]."
                    ),
                )
            }
            Self::UselessRules(id) => {
                let id = lang.quote(id);
                (
                    format!(
                        "{id} ne lit pas de règles : ôtez-les, ou écrivez detect = \"words\" pour qu’elles servent."
                    ),
                    format!(
                        "{id} reads no rules: remove them, or write detect = \"words\" to have them used."
                    ),
                )
            }
        };
        lang.pick(Lang::Fr.typeset(fr), en)
    }
}

/// The numbers that a key takes.
fn range(key: &str) -> (&'static str, &'static str) {
    match key {
        "threshold" => ("un nombre de 0 à 1, par exemple 0.6", "a number from 0 to 1, for example 0.6"),
        "weight" => ("un nombre de points supérieur à 0", "a number of points above 0"),
        _ => ("un nombre entier à partir de 1", "a whole number from 1"),
    }
}
