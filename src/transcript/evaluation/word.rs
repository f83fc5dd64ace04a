//! The words that evaluators write for a mark.

use super::Mark;
use crate::study::fold;

/// A cell that holds a word for a mark, a number, or neither.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word {
    Yes,
    No,
    NotApplicable,
    /// `NC`: “non concerné”, or “non conforme” in a sheet that also marks `C`.
    Nc,
    Number(f64),
}

impl Word {
    pub(super) fn read(cell: &str) -> Option<Self> {
        let text = fold(cell);
        let text = text.trim_start_matches('#').trim_end_matches(['.', '!']);
        Some(match text {
            "oui" | "o" | "yes" | "y" | "vrai" | "true" | "x" | "✓" | "✔" | "ok" | "c" | "conforme"
            | "acquis" | "present" => Self::Yes,
            "non" | "n" | "no" | "faux" | "false" | "ko" | "non conforme" | "non acquis" | "absent" => {
                Self::No
            }
            "na" | "n/a" | "n.a" | "s/o" | "so" | "s.o" | "sans objet" | "non applicable"
            | "not applicable" | "non concerne" | "-" | "–" | "—" => Self::NotApplicable,
            "nc" | "n/c" | "n.c" => Self::Nc,
            number => Self::Number(number.replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite())?),
        })
    }

    /// The mark that it is; a scale takes numbers, an item without one takes yes, no, 1 and 0.
    pub(super) fn mark(self, scale: Option<(f64, f64)>, nc_fails: bool) -> Option<Mark> {
        match (self, scale) {
            (Self::NotApplicable, _) => Some(Mark::NotApplicable),
            (Self::Nc, _) if !nc_fails => Some(Mark::NotApplicable),
            (Self::Nc | Self::No, None) => Some(Mark::Value(0.0)),
            (Self::Yes, None) => Some(Mark::Value(1.0)),
            (Self::Number(n), None) => (n == 0.0 || n == 1.0).then_some(Mark::Value(n)),
            (Self::Number(n), Some((low, high))) => {
                (low < high && (low..=high).contains(&n)).then(|| Mark::Value((n - low) / (high - low)))
            }
            (Self::Yes | Self::No | Self::Nc, Some(_)) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_are_marks() {
        let mark = |cell: &str, scale| Word::read(cell).and_then(|word| word.mark(scale, false));
        for (cell, expected) in [
            ("Oui", Some(Mark::Value(1.0))),
            (" NON ", Some(Mark::Value(0.0))),
            ("1,0", Some(Mark::Value(1.0))),
            ("Non conforme", Some(Mark::Value(0.0))),
            ("#N/A", Some(Mark::NotApplicable)),
            ("s.o.", Some(Mark::NotApplicable)),
            ("NC", Some(Mark::NotApplicable)),
            ("0,5", None),
            ("NaN", None),
            ("inf", None),
            ("peut-être", None),
        ] {
            assert_eq!(mark(cell, None), expected, "{cell}");
        }
        assert_eq!(mark("3", Some((1.0, 5.0))), Some(Mark::Value(0.5)));
        assert_eq!(mark("na", Some((1.0, 5.0))), Some(Mark::NotApplicable));
        assert_eq!((mark("6", Some((1.0, 5.0))), mark("oui", Some((1.0, 5.0)))), (None, None));
        assert_eq!(mark("3", Some((3.0, 3.0))), None, "a scale without a length");
        assert_eq!(Word::read("nc").and_then(|word| word.mark(None, true)), Some(Mark::Value(0.0)));
    }
}
