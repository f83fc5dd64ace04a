//! What was read, as terms and texts.

use super::told::format_name;
use super::view::View;
use crate::report::centre::period::{date, date_of};
use crate::transcript::SpeakerRole;

pub(super) fn facts(view: &View<'_>) -> Vec<(String, String)> {
    let (words, calls) = (view.words, view.calls);
    let mut out = Vec::new();
    let mut push = |term: &str, text: String| out.push((term.to_owned(), words.lang.typeset(text)));
    let formats: Vec<String> = calls
        .source
        .formats
        .iter()
        .map(|(id, n)| format!("{} {}", view.lang().count(*n), format_name(id, view.lang())))
        .collect();
    push(
        pick!(view.words, calls_report::calls),
        format!("{} ({})", view.lang().count(calls.calls.len() as u64), formats.join(", ")),
    );
    let day = |text: &str| date_of(text.get(..10)?);
    let mut days: Vec<_> = calls.calls.iter().filter_map(|call| day(call.date.as_deref()?)).collect();
    days.sort_unstable();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let (from, to) = (date(*first, view.lang()), date(*last, view.lang()));
        push(
            pick!(view.words, calls_report::period),
            if from == to { from } else { pick!(words, calls_report::to(from, to)) },
        );
    }
    let agents = calls.agents.len() as u64;
    if agents > 0 {
        let n = counted!(words, agents, calls_report::agents_counted_facts);
        let named = if calls.pseudonyms {
            pick!(words, calls_report::shown_under_pseudonyms)
        } else {
            pick!(words, calls_report::named_on_request)
        };
        push(pick!(view.words, calls_report::agents_in_facts), format!("{n}{named}"));
    }
    let told = calls
        .calls
        .iter()
        .filter(|call| call.voices.iter().any(|voice| voice.role == SpeakerRole::Agent))
        .count() as u64;
    let timed = calls.calls.iter().filter(|call| call.timing.is_some()).count() as u64;
    let (known, n) = (view.lang().count(told), view.lang().count(calls.calls.len() as u64));
    push(pick!(view.words, calls_report::agent_recognised), pick!(words, calls_report::calls_of(known, n)));
    push(pick!(view.words, calls_report::timestamped_calls), view.lang().count(timed));
    let file = calls.grid.file.clone().unwrap_or_else(|| pick!(words, calls_report::built_in).to_owned());
    push(pick!(view.words, calls_report::grid), format!("{} ({file})", calls.grid.label));
    if let Some(evaluated) = &calls.evaluated {
        push(
            pick!(view.words, calls_report::calls_evaluated),
            view.lang().count(evaluated.rates.coverage.evaluated),
        );
    }
    push(
        pick!(view.words, calls_report::personal_data),
        pick!(words, calls_report::masked_in_all_that_is_quoted).to_owned(),
    );
    out
}
