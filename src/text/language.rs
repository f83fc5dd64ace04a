//! The languages that a verbatim may be in.

use std::fmt;

use rust_stemmers::{Algorithm, Stemmer};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use whatlang::Lang as Detected;

use crate::Lang;
use crate::words::Text;

/// Language of a verbatim: those that have function words and a stemmer here. Written as its ISO 639-1 code.
///
/// ```
/// use barometre::text::Language;
/// assert_eq!(Language::German.code(), "de");
/// assert_eq!(Language::German.name(barometre::Lang::Fr), "allemand");
/// assert_eq!(Language::from_code("pt"), Some(Language::Portuguese));
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
pub enum Language {
    /// French, the default.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Danish.
    #[serde(rename = "da")]
    Danish,
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
    /// Finnish.
    #[serde(rename = "fi")]
    Finnish,
    /// German.
    #[serde(rename = "de")]
    German,
    /// Greek.
    #[serde(rename = "el")]
    Greek,
    /// Hungarian.
    #[serde(rename = "hu")]
    Hungarian,
    /// Italian.
    #[serde(rename = "it")]
    Italian,
    /// Norwegian.
    #[serde(rename = "no")]
    Norwegian,
    /// Portuguese.
    #[serde(rename = "pt")]
    Portuguese,
    /// Romanian.
    #[serde(rename = "ro")]
    Romanian,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Swedish.
    #[serde(rename = "sv")]
    Swedish,
    /// Tamil.
    #[serde(rename = "ta")]
    Tamil,
    /// Turkish.
    #[serde(rename = "tr")]
    Turkish,
    /// A language that is none of these.
    #[serde(rename = "other")]
    Other,
}

/// What is known of a language.
struct Facts {
    language: Language,
    code: &'static str,
    name: Text,
    stemmer: Option<Algorithm>,
}

const fn facts(language: Language, code: &'static str, name: Text, stemmer: Algorithm) -> Facts {
    Facts { language, code, name, stemmer: Some(stemmer) }
}

/// In the order of the variants.
static FACTS: [Facts; Language::COUNT] = [
    facts(Language::French, "fr", text!(languages::french), Algorithm::French),
    facts(Language::English, "en", text!(languages::english), Algorithm::English),
    facts(Language::Arabic, "ar", text!(languages::arabic), Algorithm::Arabic),
    facts(Language::Danish, "da", text!(languages::danish), Algorithm::Danish),
    facts(Language::Dutch, "nl", text!(languages::dutch), Algorithm::Dutch),
    facts(Language::Finnish, "fi", text!(languages::finnish), Algorithm::Finnish),
    facts(Language::German, "de", text!(languages::german), Algorithm::German),
    facts(Language::Greek, "el", text!(languages::greek), Algorithm::Greek),
    facts(Language::Hungarian, "hu", text!(languages::hungarian), Algorithm::Hungarian),
    facts(Language::Italian, "it", text!(languages::italian), Algorithm::Italian),
    facts(Language::Norwegian, "no", text!(languages::norwegian), Algorithm::Norwegian),
    facts(Language::Portuguese, "pt", text!(languages::portuguese), Algorithm::Portuguese),
    facts(Language::Romanian, "ro", text!(languages::romanian), Algorithm::Romanian),
    facts(Language::Russian, "ru", text!(languages::russian), Algorithm::Russian),
    facts(Language::Spanish, "es", text!(languages::spanish), Algorithm::Spanish),
    facts(Language::Swedish, "sv", text!(languages::swedish), Algorithm::Swedish),
    facts(Language::Tamil, "ta", text!(languages::tamil), Algorithm::Tamil),
    facts(Language::Turkish, "tr", text!(languages::turkish), Algorithm::Turkish),
    Facts { language: Language::Other, code: "other", name: text!(languages::other), stemmer: None },
];

impl Language {
    /// How many there are, [`Other`](Self::Other) included.
    pub const COUNT: usize = 19;

    /// All of them, in the order of the variants.
    pub fn all() -> impl Iterator<Item = Self> {
        FACTS.iter().map(|facts| facts.language)
    }

    fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }

    /// ISO 639-1 code, or `other`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.facts().code
    }

    /// The language of an ISO 639-1 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|language| language.code() == code)
    }

    /// Its name in a report: lower case in French, a capital in English.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        self.facts().name.said(lang)
    }

    /// The language of a report on verbatims of this one, if barometre speaks it.
    #[must_use]
    pub fn lang(self) -> Option<Lang> {
        match self {
            Self::French => Some(Lang::Fr),
            Self::English => Some(Lang::En),
            _ => None,
        }
    }

    /// Its Snowball stemmer.
    pub(super) fn stemmer(self) -> Option<Stemmer> {
        self.facts().stemmer.map(Stemmer::create)
    }

    /// Whether it is written in the Latin alphabet; what [`Other`](Self::Other) is written in is not known.
    pub(super) fn is_latin(self) -> bool {
        !matches!(self, Self::Arabic | Self::Greek | Self::Russian | Self::Tamil | Self::Other)
    }

    /// What whatlang found, as one of ours.
    pub(super) fn of(detected: Detected) -> Self {
        match detected {
            Detected::Fra => Self::French,
            Detected::Eng => Self::English,
            Detected::Ara => Self::Arabic,
            Detected::Dan => Self::Danish,
            // Short Dutch verbatims are often taken for Afrikaans, which no survey here is in.
            Detected::Nld | Detected::Afr => Self::Dutch,
            Detected::Fin => Self::Finnish,
            Detected::Deu => Self::German,
            Detected::Ell => Self::Greek,
            Detected::Hun => Self::Hungarian,
            Detected::Ita => Self::Italian,
            Detected::Nob => Self::Norwegian,
            Detected::Por => Self::Portuguese,
            Detected::Ron => Self::Romanian,
            Detected::Rus => Self::Russian,
            Detected::Spa => Self::Spanish,
            Detected::Swe => Self::Swedish,
            Detected::Tam => Self::Tamil,
            Detected::Tur => Self::Turkish,
            _ => Self::Other,
        }
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        lang.pick(Self::French, Self::English)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_follows_the_variants() {
        for (place, language) in Language::all().enumerate() {
            assert_eq!(place, language as usize);
            assert_eq!(Language::from_code(language.code()), Some(language));
            let json = serde_json::to_string(&language).unwrap();
            assert_eq!(json, format!("\"{language}\""));
            assert_eq!(serde_json::from_str::<Language>(&json).unwrap(), language);
        }
        assert_eq!(Language::all().count(), Language::COUNT);
        assert_eq!(Language::from_code("xx"), None);
    }

    #[test]
    fn whatlang_knows_each_of_them() {
        let mut found: Vec<_> = Detected::all().iter().map(|detected| Language::of(*detected)).collect();
        found.sort();
        found.dedup();
        assert_eq!(found, Language::all().collect::<Vec<_>>());
    }

    #[test]
    fn names_are_those_that_a_native_writes() {
        assert_eq!(Language::Dutch.name(Lang::Fr), "néerlandais");
        assert_eq!(Language::Dutch.name(Lang::En), "Dutch");
        assert_eq!(Language::from(Lang::En), Language::English);
        assert_eq!(Language::Spanish.lang(), None);
    }
}
