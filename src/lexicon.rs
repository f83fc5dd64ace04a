//! Lexicons: word lists in `lexicons/`, compiled into the program.
//!
//! One entry a line, columns separated by a tab, sorted by bytes; lines that start with `#` are the header,
//! which states purpose, source and licence.

use rustc_hash::FxHashSet;

/// The entries of a lexicon, header left out.
pub(crate) fn entries(lexicon: &'static str) -> impl Iterator<Item = &'static str> {
    lexicon.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The entries of a lexicon of one column.
pub(crate) fn set(lexicon: &'static str) -> FxHashSet<&'static str> {
    entries(lexicon).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::is_nfc;

    const ALL: &[(&str, usize, &str)] = &[
        ("backchannels", 2, include_str!("../lexicons/backchannels.tsv")),
        ("brands", 1, include_str!("../lexicons/brands.tsv")),
        ("elisions", 1, include_str!("../lexicons/elisions.tsv")),
        ("families", 2, include_str!("../lexicons/families.tsv")),
        ("families.en", 2, include_str!("../lexicons/families.en.tsv")),
        ("first_group", 1, include_str!("../lexicons/first_group.tsv")),
        ("french", 2, include_str!("../lexicons/french.tsv")),
        ("glued", 2, include_str!("../lexicons/glued.tsv")),
        ("grammar.en", 2, include_str!("../lexicons/grammar.en.tsv")),
        ("grammar.fr", 2, include_str!("../lexicons/grammar.fr.tsv")),
        ("kept", 1, include_str!("../lexicons/kept.tsv")),
        ("marks", 2, include_str!("../lexicons/marks.tsv")),
        ("masculines", 1, include_str!("../lexicons/masculines.tsv")),
        ("missing", 1, include_str!("../lexicons/missing.tsv")),
        ("misspellings", 2, include_str!("../lexicons/misspellings.tsv")),
        ("name_cues", 2, include_str!("../lexicons/name_cues.tsv")),
        ("names", 2, include_str!("../lexicons/names.tsv")),
        ("nouns", 1, include_str!("../lexicons/nouns.tsv")),
        ("polarity.en", 5, include_str!("../lexicons/polarity.en.tsv")),
        ("polarity.fr", 5, include_str!("../lexicons/polarity.fr.tsv")),
        ("rare", 1, include_str!("../lexicons/rare.tsv")),
        ("role_cues", 2, include_str!("../lexicons/role_cues.tsv")),
        ("scales", 3, include_str!("../lexicons/scales.tsv")),
        ("second_group", 1, include_str!("../lexicons/second_group.tsv")),
        ("sensitive", 2, include_str!("../lexicons/sensitive.tsv")),
        ("shorthand", 2, include_str!("../lexicons/shorthand.tsv")),
        ("speaker_roles", 2, include_str!("../lexicons/speaker_roles.tsv")),
        ("spoken", 1, include_str!("../lexicons/spoken.tsv")),
        ("stopwords", 1, include_str!("../lexicons/stopwords.tsv")),
        ("stopwords.en", 1, include_str!("../lexicons/stopwords.en.tsv")),
        ("stopwords.others", 2, include_str!("../lexicons/stopwords.others.tsv")),
        ("survey_words", 1, include_str!("../lexicons/survey_words.tsv")),
        ("tone", 1, include_str!("../lexicons/tone.tsv")),
        ("towns", 1, include_str!("../lexicons/towns.tsv")),
        ("verbs", 3, include_str!("../lexicons/verbs.tsv")),
        ("words", 1, include_str!("../lexicons/words.tsv")),
    ];

    #[test]
    fn lexicons_are_sorted_unique_normalised_and_say_where_they_come_from() {
        for &(name, columns, lexicon) in ALL {
            for said in ["# Purpose: ", "# Columns: ", "# Source: ", "# Licence: "] {
                assert!(lexicon.lines().any(|line| line.starts_with(said)), "{name}: no line “{said}”");
            }
            let entries: Vec<_> = entries(lexicon).collect();
            for pair in entries.windows(2) {
                assert!(pair[0] < pair[1], "{name}: “{}” before “{}”", pair[0], pair[1]);
            }
            for entry in entries {
                assert!(is_nfc(entry), "{name}: “{entry}” is not NFC");
                assert_eq!(entry, entry.to_lowercase(), "{name}: upper case");
                assert!(!entry.contains('’'), "{name}: “{entry}” should have a straight apostrophe");
                let fields: Vec<_> = entry.split('\t').collect();
                assert_eq!(fields.len(), columns, "{name}: “{entry}”");
                assert!(
                    fields.iter().all(|field| !field.is_empty() && field.trim() == *field),
                    "{name}: “{entry}”"
                );
            }
        }
    }
}
