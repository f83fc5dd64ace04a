//! What is wrong with a codebook, where, and what to write instead.

use crate::Lang;
use crate::error::{in_english, in_french};

/// A codebook that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodebookError {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What is wrong at a place of a codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// No TOML, or not the keys and values of a codebook: the parser's words.
    Toml(String),
    /// A key that a codebook does not have, and those that it may have there.
    UnknownKey {
        /// The key.
        key: String,
        /// Keys known there.
        accepted: Vec<String>,
    },
    /// No theme at all.
    Empty,
    /// An id of a theme that is empty or has other characters than small letters, digits and `_`.
    Id(String),
    /// An id that another theme has.
    RepeatedId(String),
    /// A parent that is no theme of the codebook.
    UnknownParent {
        /// The id given.
        parent: String,
        /// Ids of the themes.
        known: Vec<String>,
    },
    /// A theme that is its own ancestor.
    Circle(String),
    /// A theme without a rule and without a sub-theme that has one.
    NoRule(String),
    /// A rule without a word.
    EmptyRule,
    /// Something else than a word, `(`, a quotation mark or `/`.
    WordExpected {
        /// What stands there, nothing at the end of the rule.
        found: String,
    },
    /// A `)` without its `(`, or anything else after a whole rule.
    EndExpected {
        /// What stands there.
        found: String,
    },
    /// A bracket, a quotation mark or a slash that is never closed.
    Unclosed(char),
    /// `près` or `near` without its number of words in brackets, from 1 to 50.
    Distance {
        /// What stands there, nothing at the end of the rule.
        found: String,
    },
    /// A regular expression that cannot be read: the parser's words.
    Pattern(String),
    /// A `*` that does not end a word of three letters at least.
    Prefix(String),
    /// Brackets inside brackets, too deep to be read.
    Deep,
}

impl CodebookError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let Self { file, line, column, flaw } = self;
        let words = flaw.words(lang);
        pick!(lang, topics::line_character(file, line, column, words))
    }
}

impl std::fmt::Display for CodebookError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for CodebookError {}

impl Flaw {
    /// What is wrong in a sentence or two, without the place.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let (fr, en) = match self {
            Self::Toml(cause) => (
                format!(
                    "ce fichier n’est pas un plan de codage ({}). Un thème s’ouvre par [[theme]] et se décrit par des lignes comme id = \"prix\".",
                    in_french(cause)
                ),
                format!(
                    "this file is no codebook ({}). A theme opens with [[theme]], and lines such as id = \"price\" describe it.",
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
            Self::Empty => (
                "aucun thème. Ouvrez-en un par [[theme]], avec id, label et rules.".to_owned(),
                "no theme. Open one with [[theme]], with id, label and rules.".to_owned(),
            ),
            Self::Id(id) => {
                let id = lang.quote(id);
                (
                    format!(
                        "id {id} refusé : écrivez des lettres minuscules sans accent, des chiffres et _, par exemple id = \"delai_livraison\"."
                    ),
                    format!(
                        "id {id} refused: write small letters without accents, digits and _, for example id = \"delivery_time\"."
                    ),
                )
            }
            Self::RepeatedId(id) => {
                let id = lang.quote(id);
                (
                    format!(
                        "id {id} déjà pris par un autre thème : donnez-en un autre, ou réunissez les deux thèmes."
                    ),
                    format!(
                        "id {id} is that of another theme: write another one, or make one theme of the two."
                    ),
                )
            }
            Self::UnknownParent { parent, known } => {
                let (parent, known) = (lang.quote(parent), known.join(", "));
                (
                    format!("parent {parent} inconnu. Thèmes de ce plan : {known}."),
                    format!("parent {parent} is unknown. Themes of this codebook: {known}."),
                )
            }
            Self::Circle(id) => {
                let id = lang.quote(id);
                (
                    format!("le thème {id} est son propre ancêtre : ôtez l’un des parent de cette chaîne."),
                    format!("theme {id} is its own ancestor: remove one parent of that chain."),
                )
            }
            Self::NoRule(id) => {
                let id = lang.quote(id);
                (
                    format!(
                        "le thème {id} n’a ni règle ni sous-thème : écrivez par exemple rules = [\"délai ou retard\"]."
                    ),
                    format!(
                        "theme {id} has no rule and no sub-theme: write for example rules = [\"delay or late\"]."
                    ),
                )
            }
            flaw => flaw.rule_words(lang),
        };
        lang.pick(Lang::Fr.typeset(fr), en)
    }

    fn rule_words(&self, lang: Lang) -> (String, String) {
        let end = |found: &str| match found {
            "" => pick!(lang, topics::the_end_of_the_rule).to_owned(),
            found => lang.quote(found),
        };
        match self {
            Self::WordExpected { found } => (
                format!("{} trouvé, un mot est attendu. Exemples : délai ; service client ; prix près(4) élevé ; nié:répondre. Entre guillemets, ou, et, sauf sont des mots comme les autres : \"et\".", end(found)),
                format!("found {}, expected a word. Examples: delay; customer service; price near(4) high; denied:answer. Between quotation marks or, and, not are words like others: \"and\".", end(found)),
            ),
            Self::EndExpected { found } => (
                format!("{} trouvé, la fin de la règle est attendue. Ôtez-le, ou ouvrez la parenthèse qu’il ferme.", end(found)),
                format!("found {}, expected the end of the rule. Remove it, or open the bracket that it closes.", end(found)),
            ),
            Self::Unclosed(sign) => {
                let sign = lang.quote(&sign.to_string());
                (
                    format!("{sign} ouvert ici n’est jamais fermé : fermez-le avant la fin de la règle."),
                    format!("{sign} opened here is never closed: close it before the end of the rule."),
                )
            }
            Self::Distance { found } => (
                format!("{} trouvé après près, un nombre de mots de 1 à 50 entre parenthèses est attendu : prix près(5) élevé.", end(found)),
                format!("found {} after near, expected a number of words from 1 to 50 in brackets: price near(5) high.", end(found)),
            ),
            Self::Pattern(cause) => (
                format!("expression régulière illisible ({cause}). Exemple : /ref\\d+/."),
                format!("regular expression that cannot be read ({cause}). Example: /ref\\d+/."),
            ),
            Self::Prefix(word) => {
                let word = lang.quote(word);
                (
                    format!("{word} refusé : * se place à la fin d’un mot d’au moins trois lettres, rembours*."),
                    format!("{word} refused: * ends a word of three letters at least, refund*."),
                )
            }
            Self::Deep => (
                "trop de parenthèses les unes dans les autres (20 au plus) : coupez la règle en plusieurs lignes."
                    .to_owned(),
                "too many brackets inside each other (20 at most): cut the rule into several lines.".to_owned(),
            ),
            _ => (
                "règle vide : écrivez au moins un mot, par exemple \"délai\", ou ôtez la ligne.".to_owned(),
                "empty rule: write one word at least, for example \"delay\", or remove the line.".to_owned(),
            ),
        }
    }
}
