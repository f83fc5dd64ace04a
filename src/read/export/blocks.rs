//! Columns that are the parts of one question: `Q2[SQ001]`, `Question [Choice]`.

/// Consecutive columns of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the names share: the code or the text of the question.
    pub stem: String,
    /// Their indices, at least two.
    pub members: Vec<usize>,
}

/// Runs of at least two columns that are named by one stem and a part in brackets.
#[must_use]
pub fn blocks(names: &[impl AsRef<str>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let Some((stem, _)) = split(name.as_ref()) else { continue };
        match blocks.last_mut() {
            Some(last) if last.stem == stem && last.members.last().is_some_and(|m| m + 1 == i) => {
                last.members.push(i);
            }
            _ => blocks.push(Block { stem: stem.to_owned(), members: vec![i] }),
        }
    }
    blocks.retain(|block| block.members.len() > 1);
    blocks
}

/// A name cut before the brackets that end it: `Q1[SQ001][1]` is `Q1` and `[SQ001][1]`.
pub(super) fn split(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    let mut stem = name;
    // An array of two dimensions ends with two pairs; a part may hold brackets of its own.
    while stem.ends_with(']') {
        let mut depth = 0i32;
        let opening = stem.char_indices().rev().find(|(_, c)| {
            depth += i32::from(*c == ']') - i32::from(*c == '[');
            depth == 0
        });
        let Some((at, _)) = opening else { break };
        stem = stem[..at].trim_end();
    }
    (!stem.is_empty() && stem.len() < name.len()).then(|| (stem, &name[stem.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Vec<(String, Vec<usize>)> {
        let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        blocks(&names).into_iter().map(|b| (b.stem, b.members)).collect()
    }

    #[test]
    fn runs_of_one_stem_are_blocks() {
        let names = ["id", "Q1[A]", "Q1[other]", "Q2[A]", "note", "Q3[A][1]", "Q3[A][2]", "Q3[B][1]"];
        assert_eq!(of(&names), [("Q1".into(), vec![1, 2]), ("Q3".into(), vec![5, 6, 7])]);
        let texts = [
            "Canaux [e-mail]",
            "Canaux  [appel [fixe]]",
            "Note [1 à 5] globale",
            "[seul]",
            "[seule]",
            "a]",
            "b]",
        ];
        assert_eq!(of(&texts), [("Canaux".into(), vec![0, 1])]);
        // The same stem further on is another question.
        assert!(of(&["Q1[A]", "x", "Q1[B]"]).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn a_name_is_its_stem_and_its_part(name in "[a\\[\\] é]{0,12}") {
            if let Some((stem, part)) = split(&name) {
                proptest::prop_assert_eq!(format!("{stem}{part}"), name.trim());
                proptest::prop_assert!(part.trim_start().starts_with('['));
            }
        }
    }
}
