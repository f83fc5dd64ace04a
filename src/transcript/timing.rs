//! How the time of a call is shared: talk, overlap, silence, speech rate, who waits for whom.
//!
//! All of it is counted on the utterances, not on whole turns: a pause within a turn is silence. Stretches are
//! half-open, so that a speaker who begins as another one stops neither overlaps with him nor leaves a gap; what has
//! no length takes no time, and what is given twice counts once.

use schemars::JsonSchema;
use serde::Serialize;

use super::monologue::{Monologue, Run, longest, runs};
use super::spans::{length, merged, overlaps};
use super::{Call, Interruption, SpeakerRole, interruptions};

/// Least length of a silence that is listed, in milliseconds.
pub const LONG_SILENCE: u64 = 3000;
/// Words, greetings and backchannels apart, from which on a client has said something that wants an answer.
const FEW: usize = 3;

/// The time of one part in a call.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct RoleTiming {
    /// Time during which at least one of its speakers speaks, in milliseconds.
    pub talk: u64,
    /// Words, between spaces; signs alone are none.
    pub words: u64,
    /// Words with a time for each minute of its own talk; null where it does not talk.
    pub words_per_minute: Option<f64>,
    /// Times that it takes the floor while another one speaks.
    pub interruptions: u64,
}

/// A silence between two utterances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Silence {
    /// When it begins, in milliseconds.
    pub start: u64,
    /// How long it lasts, in milliseconds.
    pub length: u64,
    /// Number of the turn in which the last word before it is said, in [`Call::turns`]; from 1 in a report.
    pub turn: usize,
    /// The part of who spoke before it.
    pub after: SpeakerRole,
}

/// How the time of a call is shared. Times are milliseconds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Timing {
    /// From the first word to the last.
    pub duration: u64,
    /// Number of turns.
    pub turns: u64,
    /// The agent's share.
    pub agent: RoleTiming,
    /// The client's share.
    pub client: RoleTiming,
    /// That of other voices.
    pub other: RoleTiming,
    /// That of voices whose part nothing tells.
    pub unknown: RoleTiming,
    /// Talk of the agent / (talk of the agent + talk of the client), 0…1; null where neither is heard.
    pub talk_ratio: Option<f64>,
    /// Time during which at least two different speakers speak.
    pub overlap: u64,
    /// Number of stretches of that time.
    pub overlaps: u64,
    /// Time during which nobody speaks: duration − time during which somebody does.
    pub silence: u64,
    /// The longest silence; 0 where there is none.
    pub longest_silence: u64,
    /// Silences of three seconds and more, in order.
    pub long_silences: Vec<Silence>,
    /// The longest monologue; null where no speaker is named.
    pub longest_monologue: Option<Monologue>,
    /// From the end of the first thing that the client says, greetings and backchannels apart (three words or more),
    /// to the agent's next word that is more than a backchannel; 0 when he begins before that end; null where no
    /// answer comes.
    pub first_answer: Option<u64>,
}

impl Timing {
    /// The share of a part.
    #[must_use]
    pub fn of(&self, role: SpeakerRole) -> &RoleTiming {
        match role {
            SpeakerRole::Agent => &self.agent,
            SpeakerRole::Client => &self.client,
            SpeakerRole::Other => &self.other,
            SpeakerRole::Unknown => &self.unknown,
        }
    }
}

/// How the time of a call is shared; none where no utterance has a time, or where the file tells only when people begin. Give the speakers their roles first
/// ([`assign`](super::assign)).
///
/// ```
/// use barometre::transcript::{Call, Mapping, Utterance, assign, timing};
/// let said = |speaker: &str, start, end, text: &str| Utterance {
///     speaker: Some(speaker.into()), start: Some(start), end: Some(end), text: text.into(), ..Utterance::default()
/// };
/// let mut calls = [Call::new("1", "1.vtt", vec![
///     said("Agent", 0, 3000, "Bonjour, que puis-je pour vous ?"),
///     said("Client", 2500, 6000, "Mon colis est perdu."),
///     said("Agent", 10_000, 11_500, "Je vérifie."),
/// ])];
/// assign(&mut calls, &Mapping::default());
/// let timing = timing(&calls[0]).unwrap();
/// assert_eq!((timing.agent.talk, timing.client.talk, timing.talk_ratio), (4500, 3500, Some(0.5625)));
/// assert_eq!((timing.overlap, timing.silence, timing.first_answer), (500, 4000, Some(4000)));
/// ```
#[must_use]
pub fn timing(call: &Call) -> Option<Timing> {
    let duration = call.duration().filter(|_| call.is_timed())?;
    let mut voices = vec![Vec::new(); call.speakers.len()];
    for turn in &call.turns {
        if let Some(voice) = voices.get_mut(turn.speaker) {
            voice.extend(turn.pieces.iter().filter_map(|piece| piece.time));
        }
    }
    let voices: Vec<Vec<(u64, u64)>> = voices.into_iter().map(merged).collect();
    let both = overlaps(voices.iter());
    let silences = silences(call, &merged(voices.iter().flatten().copied().collect()));
    let runs = runs(call);
    let taken = interruptions(call);
    let [agent, client, other, unknown] = SpeakerRole::ALL.map(|role| share(call, role, &voices, &taken));
    let talked = agent.talk + client.talk;
    Some(Timing {
        duration,
        turns: call.turns.len() as u64,
        talk_ratio: (talked > 0).then(|| agent.talk as f64 / talked as f64),
        overlap: length(&both),
        overlaps: both.len() as u64,
        silence: silences.iter().map(|silence| silence.length).sum(),
        longest_silence: silences.iter().map(|silence| silence.length).max().unwrap_or(0),
        long_silences: silences.into_iter().filter(|silence| silence.length >= LONG_SILENCE).collect(),
        longest_monologue: longest(call, &runs),
        first_answer: first_answer(call, &runs),
        agent,
        client,
        other,
        unknown,
    })
}

/// Talk and words of one part.
fn share(
    call: &Call,
    role: SpeakerRole,
    voices: &[Vec<(u64, u64)>],
    interruptions: &[Interruption],
) -> RoleTiming {
    let has = |speaker: usize| call.speakers.get(speaker).is_some_and(|speaker| speaker.role == role);
    let spans = (0..voices.len()).filter(|i| has(*i)).flat_map(|i| voices[i].iter().copied());
    let talk = length(&merged(spans.collect()));
    let (mut words, mut timed) = (0, 0);
    for turn in call.turns.iter().filter(|turn| has(turn.speaker)) {
        for piece in &turn.pieces {
            let said = words_of(turn.text.get(piece.span.clone()).unwrap_or_default());
            words += said;
            timed += if piece.time.is_some() { said } else { 0 };
        }
    }
    RoleTiming {
        talk,
        words,
        words_per_minute: (talk > 0).then(|| timed as f64 * 60_000.0 / talk as f64),
        interruptions: interruptions.iter().filter(|interruption| interruption.by == role).count() as u64,
    }
}

/// Words as a person counts them: what stands between spaces and has a letter or a digit.
fn words_of(text: &str) -> u64 {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() as u64
}

/// The time during which nobody speaks, stretch by stretch, given that during which somebody does.
fn silences(call: &Call, spoken: &[(u64, u64)]) -> Vec<Silence> {
    let pieces = || {
        let numbered = call.turns.iter().enumerate();
        numbered.flat_map(|(number, turn)| turn.pieces.iter().map(move |piece| (number, piece.time)))
    };
    let timed = || pieces().filter_map(|(number, time)| Some((number, time?)));
    let (Some(first), Some(last)) =
        (timed().map(|(_, time)| time.0).min(), timed().map(|(_, time)| time.1).max())
    else {
        return Vec::new();
    };
    // When the last word of each turn that ends a stretch is said; of those that end together the last turn.
    let mut ends: Vec<(u64, usize)> = timed().map(|(number, time)| (time.1, number)).collect();
    ends.sort_unstable();
    let gap = |(start, end): (u64, u64)| {
        let before = ends.partition_point(|(at, _)| *at <= start);
        let turn = before.checked_sub(1).map_or(0, |i| ends[i].1);
        let after = call.turns.get(turn).map_or(SpeakerRole::Unknown, |turn| call.role(turn));
        Silence { start, length: end - start, turn, after }
    };
    let starts = std::iter::once(first).chain(spoken.iter().map(|(_, end)| *end));
    let ends_at = spoken.iter().map(|(start, _)| *start).chain(std::iter::once(last));
    starts.zip(ends_at).filter(|(start, end)| start < end).map(gap).collect()
}

/// How long the client waits for the first answer.
fn first_answer(call: &Call, runs: &[Run]) -> Option<u64> {
    let role = |run: &Run| call.speakers.get(run.speaker).map(|speaker| speaker.role);
    let asks =
        |run: &Run| role(run) == Some(SpeakerRole::Client) && run.telling >= FEW && !run.spans.is_empty();
    let at = runs.iter().position(asks)?;
    let (_, end) = *runs[at].spans.last()?;
    let answers = |run: &&Run| role(run) == Some(SpeakerRole::Agent) && !run.spans.is_empty();
    let (start, _) = *runs[at + 1..].iter().find(answers)?.spans.first()?;
    Some(start.saturating_sub(end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Mapping, Utterance, assign};
    use super::*;

    fn said(speaker: &str, start: u64, end: u64, text: &str) -> Utterance {
        Utterance {
            speaker: Some(speaker.to_owned()),
            start: Some(start),
            end: Some(end),
            text: text.to_owned(),
            ..Utterance::default()
        }
    }

    fn of(said: Vec<Utterance>, mapping: &Mapping) -> Option<Timing> {
        let mut calls = [Call::new("1", "1.vtt", said)];
        assign(&mut calls, mapping);
        timing(&calls[0])
    }

    fn plain(said: Vec<Utterance>) -> Timing {
        of(said, &Mapping::default()).unwrap()
    }

    #[test]
    fn silence_is_told_with_who_spoke_before() {
        let found = plain(vec![
            said("Agent", 1000, 3000, "Je regarde."),
            said("Agent", 7000, 8000, "Voilà, c'est fait."),
            said("Client", 7500, 9000, "Merci."),
            said("Agent", 12_000, 12_000, "Hum."),
            said("Client", 13_000, 13_500, "Allô ?"),
        ]);
        assert_eq!((found.duration, found.silence, found.longest_silence), (12_500, 8000, 4000));
        let silences: Vec<_> =
            found.long_silences.iter().map(|s| (s.start, s.length, s.turn, s.after)).collect();
        assert_eq!(silences, [(3000, 4000, 0, SpeakerRole::Agent), (9000, 4000, 1, SpeakerRole::Client)]);
    }

    #[test]
    fn rate_is_words_for_each_minute_of_own_talk() {
        let found = plain(vec![
            said("Agent", 0, 30_000, "C'est l'heure : il est 10 h 30 !"),
            said("Client", 40_000, 40_000, "Oui."),
        ]);
        assert_eq!((found.agent.words, found.agent.words_per_minute), (7, Some(14.0)));
        assert_eq!(
            (found.client.words, found.client.words_per_minute, found.talk_ratio),
            (1, None, Some(1.0))
        );
    }

    #[test]
    fn the_first_answer_is_to_what_the_client_says_and_not_to_allo() {
        let answer = |start| {
            plain(vec![
                said("Client", 0, 500, "Allô ? Oui bonjour madame."),
                said("Agent", 900, 2000, "Bonjour, je vous écoute."),
                said("Client", 2500, 8000, "Mon colis n'est pas arrivé."),
                said("Agent", 4000, 4300, "D'accord."),
                said("Client", 8200, 9000, "Je l'attends depuis lundi."),
                said("Agent", start, 12_000, "Je vérifie le numéro."),
            ])
            .first_answer
        };
        assert_eq!((answer(10_500), answer(8700)), (Some(1500), Some(0)));
        let none = plain(vec![
            said("Client", 0, 900, "Mon colis n'est pas arrivé."),
            said("Agent", 1000, 1200, "Oui."),
        ]);
        assert_eq!(none.first_answer, None);
    }

    #[test]
    fn interruptions_count_for_who_interrupts() {
        let found = plain(vec![
            said("Agent", 0, 5000, "Je vous explique la facture."),
            said("Client", 3000, 8000, "Mais je l'ai déjà payée hier."),
            said("Agent", 6000, 9000, "Pas du tout, je regrette."),
            said("Client", 8500, 9500, "Mais si, je l'ai payée."),
        ]);
        assert_eq!((found.agent.interruptions, found.client.interruptions), (1, 2));
        assert_eq!((found.overlap, found.overlaps), (2000 + 2000 + 500, 3));
    }

    #[test]
    fn a_call_without_times_has_no_timing_and_one_without_speakers_little() {
        let bare = Utterance { text: "Oui.".to_owned(), ..Utterance::default() };
        assert_eq!(of(vec![bare], &Mapping::default()), None);
        assert_eq!(of(vec![], &Mapping::default()), None);
        let cue = |start, end| Utterance { speaker: None, ..said("", start, end, "Un deux trois.") };
        let found = plain(vec![cue(0, 2000), cue(1000, 3000), cue(9000, 9500)]);
        assert_eq!((found.unknown.talk, found.silence, found.overlap), (3500, 6000, 0));
        assert_eq!((found.talk_ratio, found.longest_monologue, found.first_answer), (None, None, None));
    }

    const SAID: [&str; 4] = ["Oui.", "Je vous l'ai déjà dit hier.", "Vous êtes là ?", "Bonjour madame."];

    /// Utterances with distinct beginnings: which of two comes first that begin together is the file's order.
    fn calls() -> impl Strategy<Value = Vec<Utterance>> {
        let one = (0..3_usize, 0..8000_u64, 0..SAID.len());
        prop::collection::btree_map(0..60_000_u64, one, 1..14).prop_map(|spans| {
            let speaker = |i: usize| ["Agent", "Client", "SVI"][i];
            spans
                .iter()
                .map(|(start, (i, length, text))| said(speaker(*i), *start, start + length, SAID[*text]))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn the_parts_make_up_the_whole(utterances in calls()) {
            let found = plain(utterances);
            let talk = [found.agent.talk, found.client.talk, found.other.talk];
            let spoken = found.duration - found.silence;
            prop_assert!(talk.iter().all(|talk| *talk <= spoken));
            // Each moment of overlap is counted two or three times in the sum.
            let sum: u64 = talk.iter().sum();
            prop_assert!(sum >= spoken + found.overlap && sum <= spoken + 2 * found.overlap);
            prop_assert_eq!(found.overlap == 0, found.overlaps == 0);
            let long: u64 = found.long_silences.iter().map(|silence| silence.length).sum();
            prop_assert!(long <= found.silence && found.longest_silence <= found.silence);
            prop_assert!(found.long_silences.windows(2).all(|pair| pair[0].start + pair[0].length < pair[1].start));
            let most = talk.into_iter().max().unwrap();
            prop_assert!(found.longest_monologue.is_none_or(|monologue| monologue.length <= most));
        }

        #[test]
        fn a_shift_of_time_changes_nothing(utterances in calls(), shift in 0..1_000_000_u64) {
            let moved = utterances.iter().map(|utterance| Utterance {
                start: utterance.start.map(|at| at + shift),
                end: utterance.end.map(|at| at + shift),
                ..utterance.clone()
            });
            let mut later = plain(moved.collect());
            for silence in &mut later.long_silences {
                silence.start -= shift;
            }
            prop_assert_eq!(plain(utterances), later);
        }

        #[test]
        fn the_order_of_the_file_changes_nothing(
            (utterances, shuffled) in calls().prop_flat_map(|calls| (Just(calls.clone()), Just(calls).prop_shuffle())),
        ) {
            prop_assert_eq!(plain(utterances), plain(shuffled));
        }

        #[test]
        fn what_is_given_twice_takes_no_more_time(utterances in calls(), twice in 0..14_usize) {
            let mut again = utterances.clone();
            again.push(utterances[twice % utterances.len()].clone());
            let (once, again) = (plain(utterances), plain(again));
            let time = |found: &Timing| {
                [found.agent.talk, found.client.talk, found.other.talk, found.overlap, found.overlaps, found.silence]
            };
            prop_assert_eq!(time(&once), time(&again));
        }

        #[test]
        fn swapped_roles_turn_the_ratio_into_its_complement(utterances in calls()) {
            let swap = Mapping::new(&[
                ("Agent".into(), SpeakerRole::Client),
                ("Client".into(), SpeakerRole::Agent),
            ]);
            let (straight, turned) = (plain(utterances.clone()), of(utterances, &swap).unwrap());
            prop_assert_eq!(straight.talk_ratio.is_some(), turned.talk_ratio.is_some());
            if let Some((a, b)) = straight.talk_ratio.zip(turned.talk_ratio) {
                prop_assert!((a + b - 1.0).abs() < 1e-12);
            }
            prop_assert_eq!((straight.agent, straight.client), (turned.client, turned.agent));
            prop_assert_eq!((straight.silence, straight.overlap), (turned.silence, turned.overlap));
        }
    }
}
