//! Which calls to listen to first: what was seen in each, put together.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::calls::CallRead;
use super::rows::ToListen;
use super::words::{Told, scores};
use crate::Lang;
use crate::error::{Error, Result};
use crate::metric::quantile::quantile;
use crate::tally::Histogram;
use crate::transcript::listening::{Detect, Grid, Sign};
use crate::transcript::{
    self, Alarms, Call, Emergences, Evidence, Signal, Watched, attention, interruptions,
};

/// Calls listed, at most.
const LISTED: usize = 50;
/// Least length of a silence that makes a call worth listening to, in milliseconds.
const SILENCE: u64 = 10_000;
/// Steps of the script that are missing, at least.
const MISSING: usize = 3;

/// Calls by their surprisal, the highest first; those that show nothing rare are left out.
pub(super) fn rows(
    calls: &[Call],
    agents: &[Option<String>],
    read: &[CallRead],
    grid: &Arc<Grid>,
    told: &mut Told,
    emergences: &Emergences,
    lang: Lang,
) -> Result<Vec<ToListen>> {
    let mut alarms = Alarms::new().map_err(Error::Codebook)?;
    let rising = transcript::rising(calls, &told.vocabulary, emergences);
    let low = scores(calls);
    let long = long(calls);
    let mut watched = Vec::with_capacity(calls.len());
    for (at, (call, read)) in calls.iter().zip(read).enumerate() {
        let mut seen = Seen { visible: BTreeSet::new(), evidence: alarms.of(call, &mut told.reader) };
        seen.visible.extend([Signal::Displeasure, Signal::Threat, Signal::Sensitive]);
        seen.whole(Signal::LowScore, call.about.score.map(|_| low[at] == Some(0)));
        seen.whole(Signal::Unresolved, call.about.resolved.map(|resolved| !resolved));
        seen.whole(Signal::LongCall, call.duration().zip(long).map(|(ms, long)| ms as f64 > long));
        if call.about.date.is_some() {
            seen.visible.insert(Signal::EmergingTopic);
            seen.evidence.extend(rising[at].iter().cloned());
        }
        seen.time(call, read);
        seen.listening(read, grid);
        watched.push(Watched { call, visible: seen.visible, evidence: seen.evidence });
    }
    let agent = |id: &str, file: &str| {
        let at = calls.iter().position(|call| call.id == id && call.file == file);
        at.and_then(|at| agents[at].clone())
    };
    let found = attention(&watched, &told.names, lang).into_iter().filter(|row| row.bits > 0.0).take(LISTED);
    let row = |mut attention: transcript::Attention| {
        // In a report turns count from 1.
        attention.reasons.iter_mut().for_each(|reason| reason.turn = reason.turn.map(|turn| turn + 1));
        ToListen { agent: agent(&attention.call, &attention.file), attention }
    };
    Ok(found.map(row).collect())
}

/// The duration beyond which a call is among the longest: a quartile and a half above the upper quartile (Tukey).
fn long(calls: &[Call]) -> Option<f64> {
    let durations = Histogram::new(calls.iter().filter_map(Call::duration).map(|ms| (ms as f64, 1)));
    let (low, high) = (quantile(&durations, 0.25)?, quantile(&durations, 0.75)?);
    Some(high + 1.5 * (high - low))
}

/// What could be seen in a call, and what was.
struct Seen {
    visible: BTreeSet<Signal>,
    evidence: Vec<Evidence>,
}

impl Seen {
    /// A signal of the whole call; none where it cannot be seen.
    fn whole(&mut self, signal: Signal, shown: Option<bool>) {
        let Some(shown) = shown else { return };
        self.visible.insert(signal);
        if shown {
            self.evidence.push(Evidence { signal, turn: None, at: None, words: None });
        }
    }

    fn time(&mut self, call: &Call, read: &CallRead) {
        let Some(timing) = &read.timing else { return };
        self.visible.extend([Signal::Interruptions, Signal::LongSilence]);
        let cut = interruptions(call).into_iter().filter(|cut| cut.by == transcript::SpeakerRole::Agent);
        self.evidence.extend(cut.map(|cut| Evidence {
            signal: Signal::Interruptions,
            turn: Some(cut.turn),
            at: Some(cut.at),
            words: None,
        }));
        let long = timing.long_silences.iter().filter(|silence| silence.length >= SILENCE);
        self.evidence.extend(long.map(|silence| Evidence {
            signal: Signal::LongSilence,
            turn: Some(silence.turn),
            at: Some(silence.start),
            words: None,
        }));
    }

    fn listening(&mut self, read: &CallRead, grid: &Grid) {
        if let Some(listening) = &read.listening {
            self.visible.insert(Signal::ForbiddenWords);
            let heard = grid.items.iter().zip(&listening.items);
            let bad =
                heard.clone().filter(|(item, _)| item.sign == Sign::Negative && item.detect == Detect::Words);
            self.evidence.extend(bad.flat_map(|(_, found)| &found.marks).map(|mark| Evidence {
                signal: Signal::ForbiddenWords,
                turn: Some(mark.turn),
                at: mark.at,
                words: Some(mark.span.clone()),
            }));
            let mut good = heard.filter(|(item, _)| item.sign == Sign::Positive);
            self.whole(Signal::NoListening, Some(good.all(|(_, found)| found.count == 0)));
        }
        if let Some(compliance) = &read.compliance {
            let steps = || grid.steps.iter().zip(&compliance.steps).filter(|(_, found)| found.applicable);
            let missing = steps().filter(|(step, found)| step.required && !found.present).count();
            self.whole(Signal::MissingSteps, Some(missing >= MISSING));
            let said =
                steps().filter(|(step, _)| !step.required).filter_map(|(_, found)| found.mark.as_ref());
            self.evidence.extend(said.map(|mark| Evidence {
                signal: Signal::ForbiddenWords,
                turn: Some(mark.turn),
                at: mark.at,
                words: Some(mark.span.clone()),
            }));
        }
    }
}
