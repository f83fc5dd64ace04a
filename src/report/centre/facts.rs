//! What was read of a centre, as terms and texts: tables, period, hours, what the figures take for granted.

use super::period::{date, date_of};
use super::view::View;
use crate::centre::TableSummary;
use crate::centre::catalogue::table_title;

/// The facts at the head of the page.
pub(super) fn facts(view: &View<'_>) -> Vec<(String, String)> {
    let (words, summary) = (view.words, view.summary);
    let lang = words.lang;
    let mut out: Vec<(String, String)> =
        summary.tables.iter().map(|t| (table_title(t.kind, lang).to_owned(), files(view, t))).collect();
    let mut push = |term: &str, text: String| out.push((term.to_owned(), text));
    let day = |moment: &Option<String>| moment.as_deref().and_then(date_of).map(|on| date(on, lang));
    if let (Some(from), Some(to)) = (day(&summary.from), day(&summary.to)) {
        push(
            pick!(view.words, centre_report::period),
            if from == to { from } else { say!(words, centre_report::to(from, to)) },
        );
    }
    if let Some(zone) = &summary.timezone {
        push(pick!(view.words, centre_report::time_zone), zone.clone());
    }
    push(
        pick!(view.words, centre_report::opening_hours),
        if summary.opening.is_empty() {
            pick!(words, centre_report::not_declared_every_call_counts).to_owned()
        } else {
            summary.opening.join(", ")
        },
    );
    if summary.agents > 0 {
        let agents = counted!(words, summary.agents, centre_report::agents);
        let named = if summary.pseudonyms {
            pick!(words, centre_report::under_pseudonyms)
        } else {
            pick!(words, centre_report::named_on_request)
        };
        push(pick!(view.words, centre_report::agents_in_facts), format!("{agents}{named}"));
    }
    out.into_iter().map(|(term, text)| (term, lang.typeset(text))).collect()
}

/// `appels.csv (12 345 lignes, dont 210 exclues)`.
fn files(view: &View<'_>, table: &TableSummary) -> String {
    let words = view.words;
    let rows = counted!(words, table.rows, centre_report::rows);
    let excluded = if table.excluded > 0 {
        let n = words.lang.count(table.excluded);
        say!(words, centre_report::of_them_excluded_by_centre_toml(n))
    } else {
        String::new()
    };
    format!("{} ({rows}{excluded})", table.files.join(", "))
}
