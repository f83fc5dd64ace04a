//! Inflection of nouns and adjectives: from a form to its singular and to its masculine.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::family::fold;
use crate::lexicon;

/// Masculines whose feminine the rules would not find, with their copies without accents.
static MASCULINES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let listed = lexicon::entries(include_str!("../../lexicons/masculines.tsv"));
    listed.flat_map(|word| [word.to_owned(), fold(word)]).collect()
});

/// Endings of feminines and of their masculines, and how many letters must stand before; `LISTED` where the
/// masculine must be in the lexicon too.
const FEMININES: [(&str, &[&str], usize); 24] = [
    ("trice", &["teur"], 1),
    ("drice", &["deur"], 1),
    ("euse", &["eur", "eux"], LISTED),
    ("euse", &["eux"], 1),
    ("ère", &["er"], LISTED),
    ("ere", &["er"], LISTED),
    ("ete", &["et"], LISTED),
    ("ète", &["et"], LISTED),
    ("ienne", &["ien"], 1),
    ("éenne", &["éen"], 1),
    ("enne", &["en"], LISTED),
    ("onne", &["on"], LISTED),
    ("anne", &["an"], LISTED),
    ("ette", &["et"], LISTED),
    ("otte", &["ot"], LISTED),
    ("lle", &["l"], LISTED),
    ("sse", &["s", "x"], LISTED),
    ("che", &["c"], LISTED),
    ("que", &["c"], LISTED),
    ("gue", &["g"], LISTED),
    ("ive", &["if"], 2),
    ("ve", &["f"], LISTED),
    ("ouse", &["oux"], LISTED),
    ("e", &[""], LISTED),
];
/// Feminines that lose their e alone, in words with at least so many letters before.
const REGULAR: [(&str, usize); 7] =
    [("ante", 3), ("ente", 3), ("ale", 3), ("aine", 4), ("oise", 4), ("aise", 4), ("arde", 4)];
const LISTED: usize = usize::MAX;

/// The singular of a plural noun or adjective; other words come back as they are, or lose a final s.
pub(super) fn singular(word: &str) -> Cow<'_, str> {
    if !word.ends_with(['s', 'x'])
        || ["ais", "ois", "eux", "oux", "ss"].iter().any(|ending| word.ends_with(ending))
        || shorter(word, 4)
    {
        return word.into();
    }
    match word.strip_suffix("aux") {
        Some(rest) if rest.ends_with(['e', 'y']) => word[..word.len() - 1].into(),
        Some(rest) if !shorter(rest, 2) => format!("{rest}al").into(),
        _ => word[..word.len() - 1].into(),
    }
}

/// The masculine of a feminine singular; other words come back as they are.
pub(super) fn masculine(word: &str) -> Cow<'_, str> {
    if !word.ends_with('e') {
        return word.into();
    }
    for (ending, masculines, least) in FEMININES {
        let Some(rest) = word.strip_suffix(ending) else { continue };
        for end in masculines {
            let found = format!("{rest}{end}");
            if (least != LISTED && !shorter(rest, least)) || MASCULINES.contains(&found) {
                return found.into();
            }
        }
    }
    let regular = |(ending, least): &(&str, usize)| {
        word.strip_suffix(ending).is_some_and(|rest| !shorter(rest, *least))
    };
    if REGULAR.iter().any(regular) { word[..word.len() - 1].into() } else { word.into() }
}

/// Whether `word` has fewer than `length` letters.
fn shorter(word: &str, length: usize) -> bool {
    length > 0 && word.chars().nth(length - 1).is_none()
}
