//! The definition of a reading, as the page words it.

use super::view::View;
use crate::centre::IndicatorRow;

/// How a value is computed, in words: `appels traités ÷ appels offerts`; a reading that is not the default with its
/// name.
pub(super) fn definition(view: &View<'_>, row: &IndicatorRow) -> String {
    let words = view.words;
    let reading = row.id.entry().readings.iter().find(|(name, _)| *name == row.variant);
    let said = reading.map_or_else(|| row.definition.clone(), |(_, text)| text.of(words.lang));
    if row.variant == "default" {
        return said;
    }
    let variant = words.lang.quote(&row.variant);
    words.say(format!("{said} (variante {variant})"), format!("{said} (variant {variant})"))
}

/// What an indicator counts and what it does not say, then how the value shown is computed.
pub(super) fn explained(view: &View<'_>, row: &IndicatorRow) -> String {
    let words = view.words;
    let (text, computed) = (row.id.entry().definition.of(words.lang), definition(view, row));
    // What the catalogue says is said of the default reading.
    if row.variant != "default" {
        return crate::report::words::capitalized(&computed) + ".";
    }
    words.say(format!("{text} Calcul : {computed}."), format!("{text} Computed as: {computed}."))
}
