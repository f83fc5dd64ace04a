//! What was read, as terms and texts.

use super::told::format_name;
use super::view::View;
use crate::report::centre::period::{date, date_of};
use crate::transcript::SpeakerRole;

pub(super) fn facts(view: &View<'_>) -> Vec<(String, String)> {
    let (words, calls) = (view.words, view.calls);
    let mut out = Vec::new();
    let mut push = |fr: &str, en: &str, text: String| {
        out.push((words.pick(fr, en).to_owned(), words.say(text.as_str(), text.as_str())));
    };
    let formats: Vec<String> = calls
        .source
        .formats
        .iter()
        .map(|(id, n)| format!("{} {}", view.lang().count(*n), format_name(id, view.lang())))
        .collect();
    push(
        "Appels",
        "Calls",
        format!("{} ({})", view.lang().count(calls.calls.len() as u64), formats.join(", ")),
    );
    let day = |text: &str| date_of(text.get(..10)?);
    let mut days: Vec<_> = calls.calls.iter().filter_map(|call| day(call.date.as_deref()?)).collect();
    days.sort_unstable();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let (from, to) = (date(*first, view.lang()), date(*last, view.lang()));
        push(
            "Période",
            "Period",
            if from == to {
                from
            } else {
                words.pick(format!("du {from} au {to}"), format!("{from} to {to}"))
            },
        );
    }
    let agents = calls.agents.len() as u64;
    if agents > 0 {
        let n = words.pick_counted(agents, ("agent", "agents"), ("agent", "agents"));
        let named = if calls.pseudonyms {
            words.pick(", sous pseudonyme", ", shown under pseudonyms")
        } else {
            words.pick(", nommés à la demande", ", named on request")
        };
        push("Agents", "Agents", format!("{n}{named}"));
    }
    let told = calls
        .calls
        .iter()
        .filter(|call| call.voices.iter().any(|voice| voice.role == SpeakerRole::Agent))
        .count() as u64;
    let timed = calls.calls.iter().filter(|call| call.timing.is_some()).count() as u64;
    let (known, n) = (view.lang().count(told), view.lang().count(calls.calls.len() as u64));
    push(
        "Agent reconnu",
        "Agent recognised",
        words.pick(format!("{known} appels sur {n}"), format!("{known} calls of {n}")),
    );
    push("Appels horodatés", "Timestamped calls", view.lang().count(timed));
    let file =
        calls.grid.file.clone().unwrap_or_else(|| words.pick("fournie par barometre", "built in").to_owned());
    push("Grille", "Grid", format!("{} ({file})", calls.grid.label));
    if let Some(evaluated) = &calls.evaluated {
        push("Appels évalués", "Calls evaluated", view.lang().count(evaluated.rates.coverage.evaluated));
    }
    push(
        "Données personnelles",
        "Personal data",
        words
            .pick("masquées dans tout ce qui est cité".to_owned(), "masked in all that is quoted".to_owned()),
    );
    out
}
