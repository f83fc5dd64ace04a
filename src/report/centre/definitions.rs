//! The definition of a reading, as the page words it.

use super::view::View;
use crate::centre::IndicatorRow;

/// What is computed, with the name of the reading where it is not the default.
pub(super) fn definition(view: &View<'_>, row: &IndicatorRow) -> String {
    let words = view.words;
    if row.variant == "default" {
        return row.definition.clone();
    }
    let variant = words.lang.quote(&row.variant);
    words.say(
        format!("{} (variante {variant})", row.definition),
        format!("{} (variant {variant})", row.definition),
    )
}
