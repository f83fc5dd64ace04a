//! Monologues: what one speaker says before another one says more than a backchannel.

use schemars::JsonSchema;
use serde::Serialize;

use super::interruption::{is_backchannel, telling_words};
use super::spans::{length, merged};
use super::{Call, SpeakerRole};

/// What one speaker says before another one says more than « oui » or « d'accord ».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Monologue {
    /// Number of the turn that begins it, in [`Call::turns`]; from 1 in a report.
    pub turn: usize,
    /// The part of who speaks.
    pub by: SpeakerRole,
    /// How long he speaks, in milliseconds; his own pauses between two utterances are left out.
    pub length: u64,
}

/// Turns of one speaker that only backchannels of others part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Number of the speaker.
    pub(super) speaker: usize,
    /// Number of its first turn.
    pub(super) turn: usize,
    /// When it is spoken: merged stretches.
    pub(super) spans: Vec<(u64, u64)>,
    /// Words that are no greeting and no backchannel.
    pub(super) telling: usize,
}

/// The runs of a call, in order. A backchannel of another speaker is part of none, unless it answers a question:
/// « oui » is what was asked for then. Speakers that the file does not name have no runs, but end those of others.
pub(super) fn runs(call: &Call) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut open, mut asked) = (None, false);
    for (number, turn) in call.turns.iter().enumerate() {
        let goes_on = open == Some(turn.speaker);
        if open.is_some() && !goes_on && !asked && is_backchannel(&turn.text) {
            continue;
        }
        asked = turn.text.trim_end().ends_with('?');
        if call.speakers.get(turn.speaker).is_none_or(|speaker| speaker.name.is_none()) {
            open = None;
            continue;
        }
        if !goes_on {
            runs.push(Run { speaker: turn.speaker, turn: number, spans: Vec::new(), telling: 0 });
        }
        open = Some(turn.speaker);
        if let Some(run) = runs.last_mut() {
            run.spans.extend(turn.pieces.iter().filter_map(|piece| piece.time));
            run.telling += telling_words(&turn.text);
        }
    }
    for run in &mut runs {
        run.spans = merged(std::mem::take(&mut run.spans));
    }
    runs
}

/// The longest monologue; of two alike the first. None where nothing has a length.
pub(super) fn longest(call: &Call, runs: &[Run]) -> Option<Monologue> {
    let timed = runs.iter().filter(|run| !run.spans.is_empty());
    let longest = timed.reduce(|a, b| if length(&b.spans) > length(&a.spans) { b } else { a })?;
    Some(Monologue {
        turn: longest.turn,
        by: call.speakers.get(longest.speaker).map_or(SpeakerRole::Unknown, |speaker| speaker.role),
        length: length(&longest.spans),
    })
}

#[cfg(test)]
mod tests {
    use super::super::Utterance;
    use super::*;

    fn call(said: &[(&str, u64, u64, &str)]) -> Call {
        let said = said.iter().map(|(speaker, start, end, text)| Utterance {
            speaker: (!speaker.is_empty()).then(|| (*speaker).to_owned()),
            start: Some(*start),
            end: Some(*end),
            text: (*text).to_owned(),
            ..Utterance::default()
        });
        Call::new("1", "1.vtt", said.collect())
    }

    #[test]
    fn a_backchannel_does_not_end_a_monologue_but_an_answer_does() {
        let call = call(&[
            ("A", 0, 4000, "Je vous explique la facture."),
            ("B", 4100, 4500, "D'accord."),
            ("A", 5000, 8000, "Elle compte deux mois."),
            ("B", 8000, 8200, "Oui oui oui."),
            ("A", 8200, 9000, "Vous voyez ?"),
            ("B", 9100, 9400, "Oui."),
            ("A", 9500, 9900, "Très bien."),
            ("B", 9500, 9600, "Mais pourquoi deux ?"),
        ]);
        let runs = runs(&call);
        let starts: Vec<(usize, usize)> = runs.iter().map(|run| (run.turn, run.speaker)).collect();
        assert_eq!(starts, [(0, 0), (5, 1)]);
        assert_eq!(runs[1].spans, [(9100, 9400), (9500, 9600)]);
        let longest = longest(&call, &runs).unwrap();
        assert_eq!((longest.turn, longest.length), (0, 4000 + 3000 + 800));
    }

    #[test]
    fn who_is_not_named_ends_the_monologues_of_others_and_has_none() {
        let call = call(&[("A", 0, 1000, "Un."), ("", 1000, 9000, "Deux."), ("A", 9000, 9500, "Trois.")]);
        let runs = runs(&call);
        assert_eq!(runs.iter().map(|run| run.turn).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(longest(&call, &runs).unwrap().length, 1000);
        assert_eq!(longest(&call, &[]), None);
    }
}
