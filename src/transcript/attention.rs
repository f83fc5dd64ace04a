//! Which calls a person should listen to first, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Call, Turn, clock, people};
use crate::Lang;
use crate::privacy::redact_spoken;

/// Words shown on either side of those that raised a signal.
const AROUND: usize = 5;

/// What makes a call worth listening to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Signal {
    /// The customer gave a low score.
    LowScore,
    /// The matter is not settled.
    Unresolved,
    /// The customer loses patience.
    Displeasure,
    /// The customer speaks of leaving, or of complaining to somebody else.
    Threat,
    /// What the RGPD protects, or an alert.
    Sensitive,
    /// The agent says what should not be said.
    ForbiddenWords,
    /// What the script asks for is missing.
    MissingSteps,
    /// The agent cuts in.
    Interruptions,
    /// Nobody speaks for long.
    LongSilence,
    /// The agent gives no sign of listening.
    NoListening,
    /// A subject that rises.
    EmergingTopic,
    /// The call is among the longest.
    LongCall,
}

impl Signal {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::LowScore,
        Self::Unresolved,
        Self::Displeasure,
        Self::Threat,
        Self::Sensitive,
        Self::ForbiddenWords,
        Self::MissingSteps,
        Self::Interruptions,
        Self::LongSilence,
        Self::NoListening,
        Self::EmergingTopic,
        Self::LongCall,
    ];

    /// What it is called in a list of reasons.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::LowScore => pick!(lang, calls::low_score),
            Self::Unresolved => pick!(lang, calls::request_not_resolved),
            Self::Displeasure => pick!(lang, calls::dissatisfied_customer),
            Self::Threat => {
                pick!(lang, calls::speaks_of_leaving_or_complaining)
            }
            Self::Sensitive => pick!(lang, calls::sensitive_content),
            Self::ForbiddenWords => {
                pick!(lang, calls::wording_to_avoid_grid_or_script)
            }
            Self::MissingSteps => pick!(lang, calls::script_steps_missing),
            Self::Interruptions => pick!(lang, calls::customer_interrupted),
            Self::LongSilence => pick!(lang, calls::long_silence),
            Self::NoListening => pick!(lang, calls::no_sign_of_listening),
            Self::EmergingTopic => pick!(lang, calls::rising_subject),
            Self::LongCall => pick!(lang, calls::long_call),
        }
    }
}

/// Where a call shows a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The signal.
    pub signal: Signal,
    /// The turn, from 0; none where it is the whole call that shows it.
    pub turn: Option<usize>,
    /// When, in milliseconds from the beginning of the recording; none where the file has no times.
    pub at: Option<u64>,
    /// The words, as bytes of the text of the turn; none where it is no matter of words.
    pub words: Option<Range<usize>>,
}

/// A call with what was looked for in it and what was found.
#[derive(Debug, Clone)]
pub struct Watched<'a> {
    /// The call.
    pub call: &'a Call,
    /// The signals that could be seen: a call without times shows no silence and is none without one. Those of the
    /// evidence are taken to be among them.
    pub visible: BTreeSet<Signal>,
    /// What was seen, in any order.
    pub evidence: Vec<Evidence>,
}

/// Why a call should be listened to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reason {
    /// The signal.
    pub signal: Signal,
    /// Bits of surprise: −log₂ of the share.
    pub bits: f64,
    /// Share of the calls that show it among those where it can be seen, 0…1.
    pub share: f64,
    /// Times that the call shows it.
    pub times: u64,
    /// The first turn that shows it, from 0; from 1 in a report.
    pub turn: Option<usize>,
    /// When, in milliseconds from the beginning.
    pub at: Option<u64>,
    /// The words around it, personal data masked; null for sensitive content, which is told and not quoted.
    pub quote: Option<String>,
    /// All of it in words.
    pub text: String,
}

/// A call to listen to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Attention {
    /// Id of the call.
    pub call: String,
    /// Its file.
    pub file: String,
    /// Bits of surprise of all its signals together.
    pub bits: f64,
    /// The signals, the rarest first.
    pub reasons: Vec<Reason>,
}

/// The calls that show a signal, the most surprising first, ties by id. Quotations hide those whom the call names, and
/// `names`, known from elsewhere.
///
/// A call weighs Σ −log₂(share of calls that show the signal) over its distinct signals: one that one call in eight shows
/// counts three bits, one that all show counts none, whatever the number of times. It is the surprisal of the call were
/// signals to have nothing to do with each other (Shannon, “A mathematical theory of communication”, *Bell System
/// Technical Journal* 27 (1948), 379–423); they often do, so it ranks and measures nothing.
///
/// **These calls are no sample.** They are picked for what they show, so that no rate, mean or score of an agent may be
/// computed over them: of calls picked for their threats, all threaten. Rates come from all calls, or from calls drawn at
/// random.
#[must_use]
pub fn attention(calls: &[Watched], names: &[String], lang: Lang) -> Vec<Attention> {
    let shares = shares(calls);
    let mut found: Vec<Attention> = calls
        .iter()
        .filter(|watched| !watched.evidence.is_empty())
        .map(|watched| {
            let mut masked = people(watched.call);
            masked.extend_from_slice(names);
            let mut reasons: Vec<Reason> = first_of_each(&watched.evidence)
                .into_iter()
                .map(|(signal, seen)| {
                    let share = shares.get(&signal).copied().unwrap_or(1.0);
                    reason(watched.call, &masked, seen, share, lang)
                })
                .collect();
            reasons.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.signal.cmp(&b.signal)));
            Attention {
                call: watched.call.id.clone(),
                file: watched.call.file.clone(),
                bits: reasons.iter().map(|reason| reason.bits).sum(),
                reasons,
            }
        })
        .collect();
    found.sort_by(|a, b| b.bits.total_cmp(&a.bits).then_with(|| (&a.call, &a.file).cmp(&(&b.call, &b.file))));
    found
}

/// Share of the calls that show each signal, among those where it can be seen.
fn shares(calls: &[Watched]) -> BTreeMap<Signal, f64> {
    let mut counts: BTreeMap<Signal, (u64, u64)> = BTreeMap::new();
    for watched in calls {
        let shown: BTreeSet<Signal> = watched.evidence.iter().map(|evidence| evidence.signal).collect();
        for signal in watched.visible.union(&shown) {
            let count = counts.entry(*signal).or_default();
            *count = (count.0 + u64::from(shown.contains(signal)), count.1 + 1);
        }
    }
    counts.into_iter().map(|(signal, (shown, seen))| (signal, shown as f64 / seen as f64)).collect()
}

/// The first evidence of each signal, and how many there are.
fn first_of_each(evidence: &[Evidence]) -> BTreeMap<Signal, (&Evidence, u64)> {
    let order = |e: &Evidence| (e.turn, e.words.as_ref().map(|words| (words.start, words.end)), e.at);
    let mut firsts: BTreeMap<Signal, (&Evidence, u64)> = BTreeMap::new();
    for one in evidence {
        let (first, times) = firsts.entry(one.signal).or_insert((one, 0));
        *times += 1;
        if order(one) < order(first) {
            *first = one;
        }
    }
    firsts
}

fn reason(call: &Call, names: &[String], (first, times): (&Evidence, u64), share: f64, lang: Lang) -> Reason {
    let turn = first.turn.and_then(|number| call.turns.get(number));
    let at = first.at.or_else(|| turn.and_then(Turn::start));
    let quoted = first.words.clone().filter(|_| first.signal != Signal::Sensitive);
    let quote = turn.zip(quoted).and_then(|(turn, words)| quote(&turn.text, words, names, lang));
    let mut text = first.signal.label(lang).to_owned();
    if let Some(quote) = &quote {
        text.push_str(lang.pick(" : ", ": "));
        text.push_str(&lang.quote(quote));
    }
    let mut place = Vec::new();
    if let Some(number) = first.turn {
        place.push(format!("{}\u{a0}{}", pick!(lang, calls::turn), lang.count(number as u64 + 1)));
    }
    if let Some(at) = at {
        place.push(clock(at));
    }
    if times > 1 {
        place.push(format!("{}\u{a0}{}", lang.count(times), pick!(lang, calls::times)));
    }
    if !place.is_empty() {
        text = format!("{text} ({})", place.join(", "));
    }
    // Never a negative zero.
    let bits = (-share.log2()).max(0.0);
    Reason { signal: first.signal, bits, share, times, turn: first.turn, at, quote, text: lang.typeset(text) }
}

/// The words with a few around them, personal data masked; none for a range that is not of the text.
fn quote(text: &str, words: Range<usize>, names: &[String], lang: Lang) -> Option<String> {
    text.get(words.clone())?;
    let redaction = redact_spoken(text, names, lang);
    let shown = &*redaction.text;
    let place = redaction.place(words);
    let (before, after) = (shown.get(..place.start)?, shown.get(place.end..)?);
    // The word that the range begins or ends in counts as one of it.
    let starts: Vec<usize> =
        before.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8()).collect();
    let from = starts.len().checked_sub(AROUND + 1).map_or(0, |at| starts[at]);
    let ends: Vec<usize> =
        after.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).collect();
    let to = ends.get(AROUND).map_or(shown.len(), |at| place.end + at);
    let mut quote = shown.get(from..to)?.trim().to_owned();
    if from > 0 {
        quote.insert(0, '…');
    }
    if to < shown.len() {
        quote.push('…');
    }
    Some(quote)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::vocabulary::tests::call;
    use super::*;

    fn whole(signal: Signal) -> Evidence {
        Evidence { signal, turn: None, at: None, words: None }
    }

    fn watched<'a>(call: &'a Call, signals: &[Signal]) -> Watched<'a> {
        Watched {
            call,
            visible: BTreeSet::from([Signal::Threat, Signal::LowScore]),
            evidence: signals.iter().map(|signal| whole(*signal)).collect(),
        }
    }

    #[test]
    fn rare_signals_weigh_more_and_repeats_nothing() {
        let calls: Vec<Call> = (0..8).map(|i| call(&format!("{i}"), &["C: Oui."])).collect();
        let mut list: Vec<Watched> = calls.iter().map(|call| watched(call, &[])).collect();
        list[5].evidence = vec![whole(Signal::Threat); 3];
        for i in [1, 2, 5, 6] {
            list[i].evidence.push(whole(Signal::LowScore));
        }
        // Only two calls have times; one of them has a silence.
        list[7].visible.insert(Signal::LongSilence);
        list[6].evidence.push(whole(Signal::LongSilence));
        let found = attention(&list, &[], Lang::Fr);
        let ranks: Vec<(&str, f64)> = found.iter().map(|a| (a.call.as_str(), a.bits)).collect();
        assert_eq!(ranks, [("5", 4.0), ("6", 2.0), ("1", 1.0), ("2", 1.0)]);
        assert_eq!(found[0].reasons[0].text, "parle de partir ou de se plaindre (3\u{a0}fois)");
        list.reverse();
        assert_eq!(attention(&list, &[], Lang::Fr), found);
    }

    #[test]
    fn a_reason_tells_where_and_hides_who() {
        let calls = [call(
            "1",
            &["A: Bonjour.", "C: Je suis madame Berthoumieu et je vais résilier tout de suite mon contrat."],
        )];
        let start = calls[0].turns[1].text.find("résilier").unwrap();
        let evidence = Evidence {
            signal: Signal::Threat,
            turn: Some(1),
            at: Some(65_400),
            words: Some(start..start + "résilier".len()),
        };
        let list = [Watched { call: &calls[0], visible: BTreeSet::new(), evidence: vec![evidence] }];
        let text = |lang| attention(&list, &[], lang)[0].reasons[0].text.clone();
        let french = text(Lang::Fr);
        assert!(french.contains("vais résilier tout de suite"), "{french}");
        assert!(french.ends_with("(tour\u{a0}2, 1:05)") && !french.contains("Berthoumieu"), "{french}");
        assert!(text(Lang::En).starts_with("speaks of leaving or complaining: “"));
    }

    #[test]
    fn every_signal_is_named_in_both_languages() {
        let names = |lang| Signal::ALL.iter().map(|s| s.label(lang)).collect::<BTreeSet<_>>().len();
        assert_eq!((names(Lang::Fr), names(Lang::En)), (Signal::ALL.len(), Signal::ALL.len()));
    }

    proptest! {
        #[test]
        fn any_range_is_quoted_or_not_and_nothing_breaks(text in ".{0,60}", from in 0_usize..70, length in 0_usize..20) {
            if let Some(shown) = quote(&text, from..from + length, &[], Lang::Fr) {
                prop_assert!(text.is_char_boundary(from) && shown.len() <= 4 * text.len() + 200);
            }
        }
    }
}
