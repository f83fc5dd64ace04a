//! What the lexicons know of names: the words that they follow, first names, companies.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::word::{fold, is_function};
use crate::lexicon;

/// What a name follows. The words are those of `lexicons/name_cues.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// `M.`, `Mme`: any capital that follows is a name.
    Title,
    /// `merci à`, `bravo à`.
    Thanks,
    /// `bonjour`, `chère`.
    Greeting,
    /// `cordialement`, `signé`.
    Closing,
    /// `je m'appelle`.
    Own,
    /// `au nom de`, `un certain`.
    Said,
    /// `ma conseillère`, `mon mari`.
    Role,
    /// `je suis`.
    Am,
    /// `de`, as in `satisfaite de Sophie`.
    Of,
    /// `avec`, `par`, `j'ai eu`.
    By,
}

/// What the lexicon knows of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// A first name and nothing else.
    First,
    /// A first name that is also a word, a place or a brand.
    Word,
    /// A family name that is also a word.
    Family,
}

/// Cues; none for a word that is no name where one could stand.
static CUES: LazyLock<FxHashMap<String, Option<Cue>>> = LazyLock::new(|| {
    let entries = lexicon::entries(include_str!("../../lexicons/name_cues.tsv"));
    let cues = entries.filter_map(|entry| {
        let (word, cue) = entry.split_once('\t')?;
        let cue = match cue {
            "title" => Some(Cue::Title),
            "thanks" => Some(Cue::Thanks),
            "greeting" => Some(Cue::Greeting),
            "closing" => Some(Cue::Closing),
            "own" => Some(Cue::Own),
            "said" => Some(Cue::Said),
            "role" => Some(Cue::Role),
            "am" => Some(Cue::Am),
            "of" => Some(Cue::Of),
            "by" => Some(Cue::By),
            "none" => None,
            _ => return None,
        };
        Some((fold(word), cue))
    });
    cues.collect()
});

static NAMES: LazyLock<FxHashMap<String, Known>> = LazyLock::new(|| {
    let entries = lexicon::entries(include_str!("../../lexicons/names.tsv"));
    let names = entries.filter_map(|entry| {
        let (name, known) = entry.split_once('\t')?;
        let known = match known {
            "name" => Known::First,
            "word" => Known::Word,
            "surname" => Known::Family,
            _ => return None,
        };
        Some((fold(name), known))
    });
    names.collect()
});

static BRANDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| lexicon::entries(include_str!("../../lexicons/brands.tsv")).map(fold).collect());

/// Words between thanks or a greeting and the name.
const BETWEEN: &[&str] = &[
    "a",
    "au",
    "aussi",
    "beaucoup",
    "bien",
    "chaleureusement",
    "donc",
    "egalement",
    "encore",
    "enormement",
    "especially",
    "fois",
    "grandement",
    "infiniment",
    "madame",
    "mille",
    "much",
    "notamment",
    "particuliers",
    "particulierement",
    "chaleureux",
    "sinceres",
    "speciaux",
    "personnellement",
    "sincerement",
    "so",
    "speciale",
    "special",
    "specialement",
    "surtout",
    "to",
    "toi",
    "tout",
    "tres",
    "very",
    "vivement",
    "you",
    "vraiment",
];
/// Words between what introduces somebody and the name.
const COPULA: &[&str] = &["est", "is", "c", "de", "complet", "famille"];
/// Words of the formula that closes a letter.
const FORMULA: &[&str] = &[
    "a",
    "cordiales",
    "distinguees",
    "les",
    "meilleures",
    "plus",
    "respectueuses",
    "sinceres",
    "tous",
    "vous",
];
/// Parts of family names.
pub(super) const PARTICLES: &[&str] = &[
    "de", "du", "des", "d", "la", "le", "les", "da", "dos", "di", "van", "von", "der", "den", "el", "al",
    "ben", "bin", "o", "mac", "mc", "saint", "st", "l",
];
/// Words after which a first name is that of a street, a school or a saint.
pub(super) const PLACES: &[&str] = &[
    "saint",
    "sainte",
    "st",
    "ste",
    "rue",
    "avenue",
    "boulevard",
    "place",
    "lycee",
    "college",
    "ecole",
    "hopital",
    "ile",
    "quai",
    "pont",
    "mont",
    "l",
    "d",
    "cyclone",
    "ouragan",
    "tempete",
];

impl Cue {
    /// What a folded word announces.
    pub(super) fn of(folded: &str) -> Option<Self> {
        CUES.get(folded).copied().flatten()
    }

    /// Whether a folded word may stand between the cue and the name.
    pub(super) fn passes(self, folded: &str) -> bool {
        match self {
            Self::Thanks | Self::Greeting => BETWEEN.contains(&folded),
            Self::Said => COPULA.contains(&folded),
            Self::Own => matches!(folded, "est" | "is"),
            Self::Closing => FORMULA.contains(&folded),
            Self::Role => matches!(folded, "est" | "etait"),
            _ => false,
        }
    }

    /// Whether a name may stand so far from its cue.
    pub(super) fn reaches(self, gap: &str) -> bool {
        match self {
            Self::Title => gap == "." || spaced(gap.strip_prefix('.').unwrap_or(gap)),
            Self::Greeting => spaced(gap.strip_prefix(',').unwrap_or(gap)),
            Self::Closing => {
                gap.chars().count() <= 6 && gap.chars().all(|c| c.is_whitespace() || ",.:;!-–".contains(c))
            }
            Self::Role if gap == ", " => true,
            Self::Own | Self::Said | Self::Role => {
                gap == ":" || spaced(&gap.replace([':', '(', '"', '«', '“', '-'], ""))
            }
            Self::Thanks | Self::Am | Self::Of | Self::By => spaced(gap),
        }
    }
}

/// One to four spaces, on one line.
pub(super) fn spaced(gap: &str) -> bool {
    (1..=4).contains(&gap.len()) && gap.chars().all(|c| c.is_whitespace() && c != '\n')
}

/// What is known of a folded word as a name.
pub(super) fn known(folded: &str) -> Option<Known> {
    NAMES.get(folded).copied()
}

/// Whether a folded word is a company, a product or a place.
pub(super) fn is_brand(folded: &str) -> bool {
    BRANDS.contains(folded)
}

/// Whether a folded word is no name where one could stand.
pub(super) fn is_no_name(folded: &str) -> bool {
    is_function(folded) || CUES.get(folded) == Some(&None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_a_meaning() {
        let cues = lexicon::entries(include_str!("../../lexicons/name_cues.tsv")).count();
        let names = lexicon::entries(include_str!("../../lexicons/names.tsv")).count();
        // `merci` and `merçi` are one when folded.
        assert!(CUES.len() <= cues && CUES.len() + 5 >= cues, "{} of {cues}", CUES.len());
        assert_eq!(NAMES.len(), names, "a name listed twice, or a class unknown");
    }
}
