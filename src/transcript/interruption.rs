//! Interruptions: who takes the floor while another one speaks.
//!
//! Speakers change with little gap and little overlap (Sacks, Schegloff and Jefferson 1974, “A simplest systematics
//! for the organization of turn-taking for conversation”, Language 50); gaps are of the order of 200 ms, far less
//! than it takes to plan a word, so the next speaker foresees the end and often misses it by a little (Levinson and
//! Torreira 2015, “Timing in turn-taking and its implications for processing models of language”, Frontiers in
//! Psychology 6:731). Not every overlap is an interruption: a listener says « oui », « d'accord » to show that he
//! follows (Yngve 1970, “On getting a word in edgewise”, backchannels), and some speak over the other and give up
//! (Schegloff 2000, “Overlapping talk and the organization of turn-taking for conversation”, Language in Society 29).
//!
//! A turn of B interrupts where all of this holds of its first piece that is more than a backchannel:
//!
//! 1. somebody else, A, began before it and is still speaking; B is not;
//! 2. until A stops, B speaks for at least [`LEAST_OVERLAP`] ms: less is a change of speakers that came a little early;
//! 3. B goes on when A stops, or stops with him (within as many ms): A gives way. Who speaks over another one and
//!    gives up does not take the floor.
//!
//! Speakers that the file does not name are left out: nothing says that they are two.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::folding::folded;
use super::spans::merged;
use super::{Call, SpeakerRole, Turn};
use crate::lexicon;

/// Least overlap of an interruption, in milliseconds: longer than the usual gap between speakers, about a word.
pub const LEAST_OVERLAP: u64 = 300;
/// Most words of a backchannel, as they are written; what is repeated counts once: « oui oui oui ».
const BACKCHANNEL: usize = 3;

/// A turn that takes the floor while another one speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Interruption {
    /// Number of the turn that interrupts, in [`Call::turns`].
    pub turn: usize,
    /// The part of who speaks it.
    pub by: SpeakerRole,
    /// When it begins, in milliseconds.
    pub at: u64,
    /// How long both speak, in milliseconds, until the other one stops.
    pub overlap: u64,
}

/// The interruptions of a call, in order of the turns; none without times.
///
/// ```
/// use barometre::transcript::{Call, Utterance, interruptions};
/// let said = |speaker: &str, start, end, text: &str| Utterance {
///     speaker: Some(speaker.into()), start: Some(start), end: Some(end), text: text.into(), ..Utterance::default()
/// };
/// let call = Call::new("1", "1.vtt", vec![
///     said("client", 0, 5000, "Je ne comprends pas cette ligne de la facture."),
///     said("agent", 2000, 2400, "D'accord."),
///     said("agent", 4000, 7000, "C'est le prix de la mise en service."),
/// ]);
/// let found = interruptions(&call);
/// assert_eq!((found[0].turn, found[0].at, found[0].overlap), (1, 4000, 1000));
/// ```
#[must_use]
pub fn interruptions(call: &Call) -> Vec<Interruption> {
    let mut spoken: Vec<(usize, u64, u64)> = Vec::new();
    let mut longest = 0;
    for turn in call.turns.iter().filter(|turn| named(call, turn)) {
        for (start, end) in turn.pieces.iter().filter_map(|piece| piece.time) {
            spoken.push((turn.speaker, start, end));
            longest = longest.max(end - start);
        }
    }
    spoken.sort_by_key(|(_, start, _)| *start);
    let mut found = Vec::new();
    for (number, turn) in call.turns.iter().enumerate().filter(|(_, turn)| named(call, turn)) {
        let telling = turn.pieces.iter().find_map(|piece| {
            let time = piece.time?;
            let text = turn.text.get(piece.span.clone()).unwrap_or_default();
            (time.1 > time.0 && !is_backchannel(text)).then_some(time)
        });
        let Some((at, _)) = telling else { continue };
        // What was begun before and is still going on: nothing lasts longer than the longest.
        let from = spoken.partition_point(|(_, start, _)| start + longest <= at);
        let to = spoken.partition_point(|(_, start, _)| *start < at);
        let going_on = || spoken[from..to].iter().filter(|(_, _, end)| *end > at);
        if going_on().any(|(speaker, ..)| *speaker == turn.speaker) {
            continue;
        }
        let Some(until) = going_on().map(|(_, _, until)| *until).max() else { continue };
        let own = merged(turn.pieces.iter().filter_map(|piece| piece.time).collect());
        let overlap = own.iter().map(|(start, end)| (*end).min(until).saturating_sub((*start).max(at))).sum();
        let gives_way = own.iter().any(|(start, end)| *start <= until && *end + LEAST_OVERLAP > until);
        if overlap >= LEAST_OVERLAP && gives_way {
            found.push(Interruption { turn: number, by: call.role(turn), at, overlap });
        }
    }
    found
}

fn named(call: &Call, turn: &Turn) -> bool {
    call.speakers.get(turn.speaker).is_some_and(|speaker| speaker.name.is_some())
}

/// Words of `lexicons/backchannels.tsv`, true for backchannels, false for greetings.
static WORDS: LazyLock<FxHashMap<&str, bool>> = LazyLock::new(|| {
    let entries = lexicon::entries(include_str!("../../lexicons/backchannels.tsv"));
    entries
        .filter_map(|entry| entry.split_once('\t'))
        .map(|(words, kind)| (words, kind == "backchannel"))
        .collect()
});

/// Whether what is said only shows that one listens: « oui oui », « d'accord », “uh-huh”; nothing but such words, and
/// at most three different ones in a row.
pub(super) fn is_backchannel(text: &str) -> bool {
    let words = folded(text);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let (mut units, mut last, mut at) = (0, &[][..], 0);
    while at < words.len() {
        let Some(taken) = unit(&words[at..], |backchannel| backchannel) else { return false };
        let this = &words[at..at + taken];
        units += usize::from(this != last);
        (last, at) = (this, at + taken);
    }
    units <= BACKCHANNEL
}

/// Words of a text that are no greeting and no backchannel.
pub(super) fn telling_words(text: &str) -> usize {
    let words = folded(text);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let (mut telling, mut at) = (0, 0);
    while at < words.len() {
        if let Some(taken) = unit(&words[at..], |_| true) {
            at += taken;
        } else {
            (telling, at) = (telling + 1, at + 1);
        }
    }
    telling
}

/// How many words the longest entry takes that begins a text and is of the kind asked for.
fn unit(words: &[&str], wanted: impl Fn(bool) -> bool) -> Option<usize> {
    let fits = |n: &usize| {
        let entry = words.get(..*n).map(|words| words.join(" "));
        entry.and_then(|entry| WORDS.get(entry.as_str())).is_some_and(|kind| wanted(*kind))
    };
    (1..=3).rev().find(fits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Utterance;
    use super::*;

    fn said(speaker: &str, start: u64, end: u64, text: &str) -> Utterance {
        Utterance {
            speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
            start: Some(start),
            end: Some(end),
            text: text.to_owned(),
            ..Utterance::default()
        }
    }

    /// Turn, beginning and overlap of the interruptions.
    fn found(said: Vec<Utterance>) -> Vec<(usize, u64, u64)> {
        interruptions(&Call::new("1", "1.vtt", said)).iter().map(|i| (i.turn, i.at, i.overlap)).collect()
    }

    #[test]
    fn backchannels_are_short_and_say_nothing() {
        for text in [
            "Oui.",
            "D'accord, oui",
            "oui oui oui oui oui",
            "Hum hum…",
            "C'est ça.",
            "Uh-huh, I see.",
            "",
            "…",
        ] {
            assert!(is_backchannel(text), "{text}");
        }
        for text in ["Non.", "Oui mais non", "Oui ah bon d'accord", "Bonjour", "Je vois mal"] {
            assert!(!is_backchannel(text), "{text}");
        }
        assert_eq!(telling_words("Oui bonjour madame, mon colis est perdu."), 4);
        assert_eq!(telling_words("Allô ? Oui, d'accord."), 0);
    }

    #[test]
    fn who_takes_the_floor_interrupts() {
        let long = || said("A", 0, 5000, "Je vous explique la facture du mois.");
        assert_eq!(found(vec![long(), said("B", 4000, 7000, "Mais attendez un peu.")]), [(1, 4000, 1000)]);
        // A change of speakers that comes a little early.
        assert_eq!(found(vec![long(), said("B", 4701, 7000, "Mais attendez un peu.")]), []);
        assert_eq!(found(vec![long(), said("B", 4700, 7000, "Mais attendez un peu.")]), [(1, 4700, 300)]);
        // He gives up, or answers only when the other one has stopped.
        assert_eq!(found(vec![long(), said("B", 2000, 4000, "Mais attendez un peu.")]), []);
        // Both stop together.
        assert_eq!(found(vec![long(), said("B", 3000, 4800, "Mais attendez un peu.")]), [(1, 3000, 1800)]);
        let (tries, answers) =
            (said("B", 2000, 3000, "Mais attendez."), said("B", 6000, 7000, "Voilà mon nom."));
        assert_eq!(found(vec![long(), tries, answers]), []);
        // He listens, then takes the floor.
        let listens = said("B", 1000, 1300, "Oui, d'accord.");
        assert_eq!(found(vec![long(), listens, said("B", 4500, 8000, "Et la taxe ?")]), [(1, 4500, 500)]);
    }

    #[test]
    fn who_was_already_speaking_does_not_interrupt() {
        let given_twice = vec![
            said("A", 0, 5000, "Je vous explique la facture."),
            said("B", 1000, 3000, "Attendez un peu, madame."),
            said("A", 2000, 6000, "vous explique la facture du mois."),
        ];
        assert_eq!(found(given_twice), []);
    }

    #[test]
    fn who_is_not_named_interrupts_nobody() {
        assert_eq!(
            found(vec![said("", 0, 5000, "Un deux trois."), said("", 3000, 7000, "Quatre cinq six.")]),
            []
        );
        assert_eq!(
            found(vec![said("A", 0, 5000, "Un deux trois."), said("", 3000, 7000, "Quatre cinq six.")]),
            []
        );
    }

    proptest! {
        #[test]
        fn an_interruption_is_an_overlap_of_two_turns(
            spans in prop::collection::vec((0..3_usize, 0..20_000_u64, 0..6000_u64), 0..12),
        ) {
            let utterances = spans.iter().map(|(speaker, start, length)| {
                said(["A", "B", "C"][*speaker], *start, start + length, "Je vous le dis.")
            });
            let call = Call::new("1", "1.vtt", utterances.collect());
            for interruption in interruptions(&call) {
                let turn = &call.turns[interruption.turn];
                prop_assert!(interruption.overlap >= LEAST_OVERLAP);
                prop_assert!(turn.pieces.iter().any(|piece| piece.time.unwrap().0 == interruption.at));
                prop_assert!(turn.end().unwrap() >= interruption.at + interruption.overlap);
                let spoken_to = call.turns.iter().filter(|other| other.speaker != turn.speaker).any(|other| {
                    other.pieces.iter().filter_map(|piece| piece.time).any(|(start, end)| {
                        start < interruption.at && end >= interruption.at + interruption.overlap
                    })
                });
                prop_assert!(spoken_to);
            }
        }
    }
}
