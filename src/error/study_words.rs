//! In words: what is wrong with a filter or a grouping of study.toml.

use crate::Lang;
use crate::study::{FilterError, FilterPart, GroupingError};

impl FilterError {
    /// Where the filter stops making sense, what stands there, what was expected.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let Self { at, found, expected } = self;
        let place = if found.is_empty() {
            pick!(lang, errors::at_the_end).to_owned()
        } else {
            let found = lang.quote(found);
            pick!(lang, errors::character_found(at, found))
        };
        let expected = match expected {
            FilterPart::Column => pick!(lang, errors::expected_a_column_name_between_if_it_has),
            FilterPart::Comparison => pick!(lang, errors::expected_a_comparison_in_is_empty),
            FilterPart::Value => pick!(lang, errors::expected_a_value_a_text_between_quotes_fr),
            FilterPart::Values => {
                pick!(lang, errors::expected_a_list_a_b)
            }
            FilterPart::Comma => pick!(lang, errors::expected_a_comma_or_the_end_of_the),
            FilterPart::Empty => pick!(lang, errors::expected_empty_after_an_optional_not),
            FilterPart::Junction if found == "," => {
                pick!(lang, errors::expected_and_or_or_the_end_decimals_take)
            }
            FilterPart::Junction => {
                pick!(lang, errors::expected_and_or_or_the_end)
            }
            FilterPart::Parenthesis => {
                pick!(lang, errors::a_closing_parenthesis_is_missing)
            }
            FilterPart::Quote => {
                pick!(lang, errors::this_quote_is_never_closed)
            }
            FilterPart::LessDepth => pick!(lang, errors::too_many_nested_parentheses_or_nots_64_at),
        };
        pick!(lang, errors::joined_in_study_words(place, expected))
    }
}

impl GroupingError {
    /// What cannot be followed.
    pub(super) fn words(&self, lang: Lang) -> String {
        let number = |x: f64| lang.number(x, usize::from(x.fract() != 0.0));
        match self {
            Self::NoCut => pick!(lang, errors::bands_is_empty_write_for_example_bands_25).to_owned(),
            Self::CutNotAbove { cut, before: Some(before) } => {
                let (cut, before) = (number(*cut), number(*before));
                pick!(lang, errors::bands_must_ascend_comes_after(cut, before))
            }
            Self::CutNotAbove { cut, before: None } => {
                pick!(lang, errors::is_no_cut(cut))
            }
            Self::MergedTwice { value, into: [a, b] } => {
                let (value, a, b) = (lang.quote(value), lang.quote(a), lang.quote(b));
                pick!(lang, errors::is_merged_into_both_and(value, a, b))
            }
            Self::BandsAndValues => pick!(lang, errors::bands_cannot_go_with_order_or_merge).to_owned(),
        }
    }
}
