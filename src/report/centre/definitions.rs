//! The definition of a reading, as the page words it.

use super::view::View;
use crate::Lang;
use crate::centre::IndicatorRow;
use crate::report::words::Words;

/// How a value is computed, in words: `appels traités ÷ appels offerts`, and what of it no file holds; a reading that is
/// not the default with its name.
pub(super) fn definition(view: &View<'_>, row: &IndicatorRow) -> String {
    let words = view.words;
    let said = reading(words, row);
    if row.variant == "default" {
        return said;
    }
    let variant = words.lang.quote(&row.variant);
    say!(words, centre_report::variant(said, variant))
}

/// The same without the name of the reading.
pub(in crate::report) fn reading(words: &Words<'_>, row: &IndicatorRow) -> String {
    let lang = words.lang;
    let found = row.id.entry().readings.iter().find(|(name, _)| *name == row.variant);
    found.map_or_else(|| row.definition.clone(), |(_, text)| text.of(lang) + &lacking(lang, row))
}

/// The parts of a sum that no file holds: ` (sans donnée : mise en garde, post-appel)`.
fn lacking(lang: Lang, row: &IndicatorRow) -> String {
    let told = row.definition.split_once("[not in the files: ").and_then(|(_, rest)| rest.strip_suffix(']'));
    let Some(told) = told else { return String::new() };
    let parts: Vec<&str> = told.split(", ").map(|part| part_name(part, lang)).collect();
    let parts = parts.join(", ");
    format!(" ({})", say!(lang, centre_report::no_data(parts)))
}

fn part_name(part: &str, lang: Lang) -> &str {
    match part {
        "hold" => pick!(lang, centre_report::hold),
        "after-call work" => pick!(lang, centre_report::after_call_work),
        "ring" => pick!(lang, centre_report::ring),
        "queue" => pick!(lang, centre_report::wait),
        "waits of abandoned calls" => pick!(lang, centre_report::waits_of_abandoned_calls),
        _ => part,
    }
}

/// What an indicator counts and what it does not say, then how the value shown is computed.
pub(super) fn explained(view: &View<'_>, row: &IndicatorRow) -> String {
    let words = view.words;
    let (text, computed) = (row.id.entry().definition.of(words.lang), definition(view, row));
    // What the catalogue says is said of the default reading.
    if row.variant != "default" {
        return crate::report::words::capitalized(&computed) + ".";
    }
    say!(words, centre_report::computed_as(text, computed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::centre::Indicator;
    use crate::report::sample;

    #[test]
    fn what_no_file_holds_is_told() {
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let whole = view.total(Indicator::AverageHandleTime).unwrap();
        assert!(!definition(&view, whole).contains("sans donnée"));
        let told = "(talk+hold+after-call work)/handled [not in the files: hold, after-call work]";
        let row = IndicatorRow { definition: told.to_owned(), ..whole.clone() };
        let said = definition(&view, &row);
        assert!(said.ends_with(" (sans donnée\u{a0}: mise en garde, post-appel)"), "{said}");
    }
}
