//! In words: what is wrong with a weighting, and what it leaves to know.

use super::words::list;
use super::{Location, toml_string};
use crate::Lang;
use crate::study::{TargetsPart, WeightingError};

fn number(x: f64, lang: Lang) -> String {
    let decimals = (0..4).find(|d| (x * 10f64.powi(*d)).fract().abs() < 1e-9).unwrap_or(4);
    lang.number(x, decimals.unsigned_abs() as usize)
}

fn percent(share: f64, lang: Lang) -> String {
    lang.percent(share * 100.0, 1)
}

/// ` (wave “2025-T1”)`, or nothing.
fn in_wave(wave: Option<&str>, lang: Lang) -> String {
    wave.map(|wave| {
        let wave = lang.quote(wave);
        pick!(lang, errors::wave(wave))
    })
    .unwrap_or_default()
}

/// Whether the language counts so many in the singular.
fn is_one(n: u64, lang: Lang) -> bool {
    lang.pick(n < 2, n == 1)
}

fn rows(n: u64, lang: Lang) -> String {
    let count = lang.count(n);
    if is_one(n, lang) {
        pick!(lang, errors::row_in_weighting_words(count))
    } else {
        pick!(lang, errors::rows(count))
    }
}

impl WeightingError {
    /// What cannot be done, and what to write.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Sum { found, rows: n } => {
                let (found, n) = (number(*found, lang), rows(*n, lang));
                pick!(lang, errors::they_add_up_to_expected_a_sum_of(found, n))
            }
            Self::Populations { found, other, expected } => {
                let (found, other, expected) =
                    (number(*found, lang), lang.quote(other), number(*expected, lang));
                pick!(lang, errors::they_add_up_to_those_of_to_write(found, other, expected))
            }
            Self::NotPositive { value, found } => {
                let (value, found) = (lang.quote(value), number(*found, lang));
                pick!(lang, errors::is_expected_a_number_above_0_to_leave(value, found))
            }
            Self::Twice { value } => {
                let value = lang.quote(value);
                pick!(lang, errors::has_two_targets_case_accents_and_spaces_do(value))
            }
            Self::Parts { value, expected } => {
                let value = lang.quote(value);
                pick!(lang, errors::found_expected_a_value_for_each_of_the(value, expected))
            }
            Self::NoRow { value, wave, found } => {
                let found = match found.len() {
                    0 => pick!(lang, errors::none).to_owned(),
                    _ => list(found, lang),
                };
                let value = lang.quote(value);
                let remedy = match wave {
                    Some(_) => pick!(lang, errors::or_weight_all_waves_together_each_wave_false),
                    None => "",
                };
                let wave = in_wave(wave.as_deref(), lang);
                pick!(lang, errors::no_row_has_the_value_values_found_correct(value, wave, found, remedy))
            }
            Self::NoTarget { value, n, targets } => {
                let (line, n) = (toml_string(value), rows(*n, lang));
                let (value, targets) = (lang.quote(value), list(targets, lang));
                pick!(lang, errors::with_the_value_which_has_no_target_targets(n, value, targets, line))
            }
            Self::NotReached { value, found, target, iterations, wave } => {
                let (value, n) = (lang.quote(value), lang.count(*iterations));
                let (found, target) = (percent(*found, lang), percent(*target, lang));
                let wave = in_wave(wave.as_deref(), lang);
                pick!(
                    lang,
                    errors::the_margins_cannot_all_hold_after_iterations(wave, n, value, found, target)
                )
            }
        }
    }
}

impl TargetsPart {
    /// What stands in a file of targets instead of it.
    pub(super) fn words(self, at: &Location, found: &str, lang: Lang) -> String {
        let at = at.words(lang);
        match self {
            Self::Columns => pick!(lang, errors::found_the_columns_expected_three_variable(at, found)),
            Self::Number => {
                let found = lang.quote(found);
                pick!(lang, errors::found_expected_a_number_52_or_51_5(at, found))
            }
            Self::Filled => pick!(lang, errors::empty_cell_the_variable_and_the_value_are(at)),
        }
    }
}

/// Rows without a value in a margin.
pub(super) fn no_margin_value(margin: &str, n: u64, lang: Lang) -> String {
    let (margin, rows) = (lang.quote(margin), rows(n, lang));
    let kept = if is_one(n, lang) {
        pick!(lang, errors::it_keeps_its_share)
    } else {
        pick!(lang, errors::they_keep_their_share)
    };
    pick!(lang, errors::weighting_without_a_value_for_the_targets(rows, margin, kept))
}

/// A target that trimming keeps from being reached.
pub(super) fn target_missed(
    [margin, value]: [&str; 2],
    found: f64,
    target: f64,
    wave: Option<&str>,
    lang: Lang,
) -> String {
    let (margin, value, wave) = (lang.quote(margin), lang.quote(value), in_wave(wave, lang));
    let (found, target) = (percent(found, lang), percent(target, lang));
    pick!(lang, errors::weighting_the_bounds_of_the_weights_trim_keep(value, margin, wave, found, target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_to_write_in_both_languages() {
        let text = |s: &str| s.to_owned();
        let wave = Some(text("2025-T1"));
        let errors = [
            (WeightingError::Sum { found: 96.5, rows: 1 }, "96,5", "96.5"),
            (
                WeightingError::Populations { found: 2e6, other: text("sexe"), expected: 1e6 },
                "sexe",
                "2,000,000",
            ),
            (WeightingError::NotPositive { value: text("Femme"), found: -10.0 }, "Femme", "where"),
            (WeightingError::Twice { value: text("Femme") }, "deux cibles", "two targets"),
            (WeightingError::Parts { value: text("Femme"), expected: 2 }, "2 colonnes", "2 columns"),
            (
                WeightingError::NoRow {
                    value: text("Autre"),
                    wave: wave.clone(),
                    found: vec![text("Femme")],
                },
                "each_wave = false",
                "(wave “2025-T1”)",
            ),
            (
                WeightingError::NoTarget { value: text("Autre"), n: 3, targets: vec![text("Femme")] },
                "3 lignes",
                "\"Autre\" = …",
            ),
            (
                WeightingError::NotReached {
                    value: text("Sud"),
                    found: 0.25,
                    target: 0.5,
                    iterations: 50,
                    wave,
                },
                "reste à 25,0",
                "stays at 25.0%",
            ),
        ];
        for (error, french, english) in errors {
            let (fr, en) = (error.words(Lang::Fr), error.words(Lang::En));
            assert!(fr.contains(french), "{fr}");
            assert!(en.contains(english), "{en}");
        }
    }

    #[test]
    fn one_row_and_several_agree() {
        let [one, several] = [1, 12].map(|n| no_margin_value("sexe", n, Lang::Fr));
        assert!(one.contains("1 ligne sans valeur") && one.contains("Elle garde sa part"), "{one}");
        assert!(several.contains("Elles gardent ensemble leur part"), "{several}");
        assert!(no_margin_value("sexe", 1, Lang::En).contains("It keeps the share"));
        let missed = target_missed(["âge", "65+"], 0.18, 0.2, Some("V2"), Lang::En);
        assert!(missed.contains("18.0% instead of 20.0%") && missed.contains("(wave “V2”)"), "{missed}");
    }
}
