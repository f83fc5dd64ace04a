//! What was understood of the calls, in lines for the terminal; the calls without personal data.

use std::collections::BTreeMap;

use super::build::UnderstoodCalls;
use crate::Lang;
use crate::transcript::{Basis, SpeakerRole, to_text, to_vtt};

/// Files named in a line, at most.
const NAMED: usize = 5;

/// Lines: what was read, how voices were told apart, what could not be read, what was passed over.
pub(super) fn told(understood: &UnderstoodCalls) -> Vec<String> {
    let (lang, source) = (understood.lang, &understood.source);
    let calls = &understood.corpus.calls;
    let formats: Vec<String> = understood
        .corpus
        .formats
        .iter()
        .map(|(format, n)| format!("{} {}", lang.count(*n), format.name(lang)))
        .collect();
    let n = calls.len() as u64;
    let (one, many) = pick!(lang, calls_report::calls_read);
    let calls_read = if lang.pick(n < 2, n == 1) { one } else { many };
    let read = pick!(lang, calls_report::read(lang.count(n), calls_read, formats.join(", ")));
    let mut out = vec![read, voices(understood)];
    if let Some(file) = &source.table {
        out.push(pick!(lang, calls_report::table_of_the_calls(file)));
    }
    out.extend(source.troubles.iter().map(|trouble| trouble.message.clone()));
    out.extend(source.issues.iter().take(NAMED).cloned());
    if source.issues.len() > NAMED {
        let more = lang.count((source.issues.len() - NAMED) as u64);
        out.push(pick!(lang, calls_report::more_remarks_about_the_table_of_the_calls(more)));
    }
    let mut passed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for skipped in &source.skipped {
        passed.entry(&skipped.message).or_default().push(&skipped.file);
    }
    for (reason, files) in passed {
        let more = if files.len() > NAMED { ", …" } else { "" };
        let some = files.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        out.push(pick!(lang, calls_report::passed_over_in_told(reason, some, more)));
    }
    out.into_iter().map(|line| lang.typeset(line)).collect()
}

/// How many calls have their agent told apart, and how.
fn voices(understood: &UnderstoodCalls) -> String {
    let lang = understood.lang;
    let mut by_basis: BTreeMap<Basis, (u64, f64)> = BTreeMap::new();
    let mut unknown = 0;
    for call in &understood.corpus.calls {
        match call.speakers.iter().find(|speaker| speaker.role == SpeakerRole::Agent) {
            Some(agent) => {
                let (n, least) = by_basis.entry(agent.basis).or_insert((0, 1.0));
                *n += 1;
                *least = least.min(agent.confidence);
            }
            None => unknown += 1_u64,
        }
    }
    let said = |(basis, (n, least)): (&Basis, &(u64, f64))| {
        let n = lang.count(*n);
        match basis {
            Basis::Mapping => pick!(lang, calls_report::by_speakers_or_the_table(n)),
            Basis::Name => {
                pick!(lang, calls_report::by_the_speakers_name(n))
            }
            Basis::Inferred => {
                let least = lang.percent((100.0 * least).floor(), 0);
                pick!(lang, calls_report::by_what_is_said_confidence_at_least(n, least))
            }
            Basis::None => n,
        }
    };
    let mut parts: Vec<String> = by_basis.iter().map(said).collect();
    if unknown > 0 {
        let n = lang.count(unknown);
        parts.push(pick!(lang, calls_report::without_a_known_agent_say_it_speakers_name(n)));
    }
    pick!(lang, calls_report::agent_recognised_in_told(parts.join(", ")))
}

/// The calls without personal data: `WebVTT` where there are times, else text; by file name, no two alike.
pub(super) fn exported(understood: &UnderstoodCalls) -> Vec<(String, String)> {
    let lang = understood.lang;
    let mut taken: BTreeMap<String, u64> = BTreeMap::new();
    let one = |call: &crate::transcript::Call| {
        let timed = call.duration().is_some();
        let text = if timed { to_vtt(call, lang) } else { to_text(call, lang) };
        let plain: String =
            call.id.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
        let n = taken.entry(plain.to_lowercase()).or_default();
        *n += 1;
        let again = if *n > 1 { format!("-{n}") } else { String::new() };
        (format!("{plain}{again}.{}", if timed { "vtt" } else { "txt" }), text)
    };
    understood.corpus.calls.iter().map(one).collect::<Vec<_>>()
}

/// What a format is called in a list of files.
pub(super) fn format_name(id: &str, lang: Lang) -> String {
    let known = crate::transcript::Format::ALL.iter().find(|format| format.id() == id);
    known.map_or_else(|| id.to_owned(), |format| format.name(lang).to_owned())
}
