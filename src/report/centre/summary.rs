//! The indicators as a terminal shows them.

use super::amounts::{interval_of, value_of};
use super::cards::headline;
use super::view::View;
use crate::centre::value_text;
use crate::metric::Met;

/// Headings and rows of the indicators shown first; none without one.
pub(super) fn table(view: &View<'_>) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let (words, lang) = (view.words, view.words.lang);
    let level = lang.level(view.report.study.level);
    let headings = vec![
        pick!(words, centre_report::indicator).to_owned(),
        pick!(words, centre_report::value).to_owned(),
        say!(words, centre_report::interval_in_catalogue_table(level)),
        "Base".to_owned(),
        pick!(words, centre_report::target_in_summary).to_owned(),
    ];
    let none = || "–".to_owned();
    let row = |id| {
        let row = view.total(id)?;
        let met = match row.met {
            Some(Met::Yes) => "\u{a0}✓",
            Some(Met::No) => "\u{a0}✗",
            Some(Met::Undecided) => "\u{a0}?",
            None => "",
        };
        let target = row.target.map_or_else(none, |t| value_text(lang, row.unit, t) + met);
        let base = row.n.map_or_else(none, |n| lang.count(n));
        let interval = interval_of(lang, row).unwrap_or_else(none);
        Some(vec![row.label.clone(), value_of(lang, row), interval, base, target])
    };
    let rows: Vec<Vec<String>> = headline(view).into_iter().filter_map(row).collect();
    (!rows.is_empty()).then_some((headings, rows))
}
