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
    let mut push = |fr: &str, en: &str, text: String| out.push((words.pick(fr, en).to_owned(), text));
    let day = |moment: &Option<String>| moment.as_deref().and_then(date_of).map(|on| date(on, lang));
    if let (Some(from), Some(to)) = (day(&summary.from), day(&summary.to)) {
        push(
            "Période",
            "Period",
            if from == to {
                from
            } else {
                words.say(format!("du {from} au {to}"), format!("{from} to {to}"))
            },
        );
    }
    if let Some(zone) = &summary.timezone {
        push("Fuseau horaire", "Time zone", zone.clone());
    }
    push(
        "Heures ouvrées",
        "Opening hours",
        if summary.opening.is_empty() {
            words
                .pick("non déclarées : tous les appels comptent", "not declared: every call counts")
                .to_owned()
        } else {
            summary.opening.join(", ")
        },
    );
    if summary.agents > 0 {
        let agents = words.pick_counted(summary.agents, ("agent", "agents"), ("agent", "agents"));
        let named = if summary.pseudonyms {
            words.pick(", sous pseudonyme", ", under pseudonyms")
        } else {
            words.pick(", nommés à la demande", ", named on request")
        };
        push("Agents", "Agents", format!("{agents}{named}"));
    }
    out.iter().map(|(term, text)| (term.clone(), words.say(text.as_str(), text.as_str()))).collect()
}

/// `appels.csv (12 345 lignes, dont 210 exclues)`.
fn files(view: &View<'_>, table: &TableSummary) -> String {
    let words = view.words;
    let rows = words.pick_counted(table.rows, ("ligne", "lignes"), ("row", "rows"));
    let excluded = if table.excluded > 0 {
        let n = words.lang.count(table.excluded);
        words.say(
            format!(", dont {n} exclues par centre.toml"),
            format!(", {n} of them excluded by centre.toml"),
        )
    } else {
        String::new()
    };
    format!("{} ({rows}{excluded})", table.files.join(", "))
}
