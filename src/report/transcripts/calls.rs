//! Each call read once: its time, what is heard in it, with the words that prove it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::rows::{CallItem, CallListening, CallRow, CallStep, MarkKind, MarkRow, Voice};
use crate::Lang;
use crate::privacy::redact_spoken;
use crate::read::Progress;
use crate::text::Lexis;
use crate::transcript::listening::{Compliance, Detect, Grid, Listener, Listening, Mark, Sign};
use crate::transcript::{Basis, Call, SpeakerRole, Timing, people, timing};

/// Characters of a quoted turn on either side of what it is quoted for.
const AROUND: usize = 90;

/// What calls are read with.
pub(super) struct Reader<'a> {
    pub grid: &'a Arc<Grid>,
    pub lexis: &'a Arc<Lexis>,
    /// Names known from elsewhere, to be masked.
    pub names: &'a [String],
    pub lang: Lang,
}

/// A call as it was read.
#[derive(Default)]
pub(super) struct CallRead {
    pub timing: Option<Timing>,
    pub listening: Option<Listening>,
    pub compliance: Option<Compliance>,
    pub marks: Vec<MarkRow>,
}

/// Names of agents and of voices, which texts must not show.
pub(super) fn names(calls: &[Call]) -> Vec<String> {
    let of_call = |call: &Call| {
        let voices = call.speakers.iter().filter(|voice| voice.basis != Basis::Name);
        let voices = voices.filter_map(|voice| voice.name.clone());
        call.about.agent.clone().into_iter().chain(voices).collect::<Vec<_>>()
    };
    calls.iter().flat_map(of_call).collect::<BTreeSet<String>>().into_iter().collect()
}

/// Reads the calls on `threads` threads; in their order, whatever their number.
pub(super) fn read(
    calls: &[Call],
    agents: &[Option<String>],
    with: &Reader<'_>,
    threads: usize,
    progress: Progress<'_>,
) -> Vec<CallRead> {
    let (next, done) = (AtomicUsize::new(0), AtomicU64::new(0));
    let work = || {
        let mut listener = Listener::new(with.grid.clone(), with.lexis.clone());
        let mut out = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(call) = calls.get(at) else { return out };
            out.push((at, one(call, agents[at].as_ref(), with, &mut listener)));
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, calls.len() as u64);
        }
    };
    let mut read: Vec<(usize, CallRead)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.clamp(1, calls.len().max(1))).map(|_| scope.spawn(work)).collect();
        let own = work();
        own.into_iter().chain(others.into_iter().filter_map(|other| other.join().ok()).flatten()).collect()
    });
    read.sort_by_key(|(at, _)| *at);
    read.into_iter().map(|(_, read)| read).collect()
}

fn one(call: &Call, agent: Option<&String>, with: &Reader<'_>, listener: &mut Listener) -> CallRead {
    let (listening, compliance) = listener.read(call);
    // Whom the call names is hidden too where nothing announces it.
    let mut names = people(call);
    names.extend_from_slice(with.names);
    let with = &Reader { names: &names, ..*with };
    let mut marks = Vec::new();
    for (item, found) in with.grid.items.iter().zip(listening.iter().flat_map(|listening| &listening.items)) {
        let told = (MarkKind::Item, item.id.as_str(), item.label.get(with.lang), item.sign);
        // Who cuts in is to blame for when he speaks, not for what he says.
        let span = |mark: &Mark| match item.detect {
            Detect::Interruption => mark.span.start..mark.span.start,
            _ => mark.span.clone(),
        };
        let shown = found.marks.iter().map(|mark| Mark { span: span(mark), ..mark.clone() });
        marks.extend(shown.map(|mark| mark_row(call, agent, with, &mark, told)));
    }
    for (step, found) in
        with.grid.steps.iter().zip(compliance.iter().flat_map(|compliance| &compliance.steps))
    {
        let sign = if step.required { Sign::Positive } else { Sign::Negative };
        let told = (MarkKind::Step, step.id.as_str(), step.label.get(with.lang), sign);
        marks.extend(found.mark.iter().map(|mark| mark_row(call, agent, with, mark, told)));
    }
    marks.sort_by(|a, b| (a.turn, a.kind, &a.id, a.mark).cmp(&(b.turn, b.kind, &b.id, b.mark)));
    CallRead { timing: timing(call), listening, compliance, marks }
}

fn mark_row(
    call: &Call,
    agent: Option<&String>,
    with: &Reader<'_>,
    mark: &Mark,
    (kind, id, label, sign): (MarkKind, &str, &str, Sign),
) -> MarkRow {
    let turn = &call.turns[mark.turn];
    let (text, mark_at) = quoted(&turn.text, mark.span.clone(), with.names, with.lang);
    MarkRow {
        call: call.id.clone(),
        agent: agent.cloned(),
        kind,
        id: id.to_owned(),
        label: label.to_owned(),
        sign,
        turn: mark.turn as u64 + 1,
        line: turn.line_at(mark.span.start),
        at: mark.at,
        text,
        mark: mark_at,
    }
}

/// A turn without personal data, cut at words around what it is quoted for, and where that is, in characters.
pub(super) fn quoted(text: &str, span: Range<usize>, names: &[String], lang: Lang) -> (String, [usize; 2]) {
    let redaction = redact_spoken(text, names, lang);
    let span = redaction.place(span);
    let shown = redaction.text.as_ref();
    let (before, marked, after) = (&shown[..span.start], &shown[span.clone()], &shown[span.end..]);
    let mut left = String::new();
    for word in before.split_inclusive(' ').rev() {
        if left.chars().count() + word.chars().count() > AROUND {
            left.insert_str(0, "… ");
            break;
        }
        left.insert_str(0, word);
    }
    let mut right = String::new();
    for word in after.split_inclusive(' ') {
        if right.chars().count() + word.chars().count() > AROUND {
            right.truncate(right.trim_end().len());
            right.push_str(" …");
            break;
        }
        right.push_str(word);
    }
    let start = left.chars().count();
    (format!("{left}{marked}{right}"), [start, start + marked.chars().count()])
}

/// The row of a call.
pub(super) fn row(
    call: &Call,
    agent: Option<String>,
    read: &CallRead,
    grid: &Grid,
    evaluated: Option<bool>,
) -> CallRow {
    let listening = read.listening.as_ref().map(|found| CallListening {
        points: found.points,
        possible: found.possible,
        score: found.score,
        listened: found.listened,
        eliminated: found.eliminated,
        items: grid
            .items
            .iter()
            .zip(&found.items)
            .filter(|(_, found)| found.applicable)
            .map(|(item, found)| CallItem { id: item.id.clone(), count: found.count, points: found.points })
            .collect(),
    });
    let steps = read.compliance.iter().flat_map(|found| grid.steps.iter().zip(&found.steps));
    let steps = steps.filter(|(_, found)| found.applicable).map(|(step, found)| CallStep {
        id: step.id.clone(),
        required: step.required,
        present: found.present,
        at: found.mark.as_ref().and_then(|mark| mark.at),
    });
    let heard: BTreeSet<usize> = call.turns.iter().map(|turn| turn.speaker).collect();
    let voices = heard.into_iter().filter_map(|speaker| call.speakers.get(speaker));
    CallRow {
        id: call.id.clone(),
        file: call.file.clone(),
        agent,
        queue: call.about.queue.clone(),
        date: call.about.date.map(|date| date.to_string()),
        score: call.about.score,
        resolved: call.about.resolved,
        voices: voices
            .map(|voice| Voice { role: voice.role, basis: voice.basis, confidence: voice.confidence })
            .collect(),
        turns: call.turns.len() as u64,
        timing: read.timing.clone().map(counted),
        listening,
        evaluated,
        steps: steps.collect(),
    }
}

/// In a report turns count from 1.
fn counted(mut timing: Timing) -> Timing {
    timing.long_silences.iter_mut().for_each(|silence| silence.turn += 1);
    if let Some(monologue) = &mut timing.longest_monologue {
        monologue.turn += 1;
    }
    timing
}

/// Calls in which somebody of the role speaks.
pub(super) fn speaks(call: &Call, role: SpeakerRole) -> bool {
    call.turns.iter().any(|turn| call.role(turn) == role)
}
