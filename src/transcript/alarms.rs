//! What is said in a call that a person should hear: threats, exasperation, sensitive content, subjects that rise.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

use super::attention::{Evidence, Signal};
use super::emergence::Emergences;
use super::vocabulary::{SpokenKind, Vocabulary};
use super::{Call, SpeakerRole};
use crate::privacy::sensitive;
use crate::text::{Reader, Reading};
use crate::theme::{Codebook, CodebookError, Matcher};

/// The codebook of alarming words, for a user to start from.
pub const ALERTS: &str = include_str!("../../lexicons/alerts.toml");

/// Hears calls for alarming words.
///
/// Only what clients say counts: an agent who names a right to cancel threatens nobody. In a call without a known client
/// every voice counts that is not known to be the agent's.
///
/// ```
/// use barometre::transcript::{Alarms, Call, Signal, Utterance, learnt};
/// let said = Utterance { text: "C'est la troisième fois que j'appelle, je vais résilier !".into(), ..Default::default() };
/// let calls = [Call::new("1", "1.txt", vec![said])];
/// let found = Alarms::new().unwrap().of(&calls[0], &mut learnt(&calls, Default::default()));
/// let signals: Vec<Signal> = found.iter().map(|evidence| evidence.signal).collect();
/// assert_eq!(signals, [Signal::Displeasure, Signal::Threat]);
/// assert_eq!(&calls[0].turns[0].text[found[1].words.clone().unwrap()], "résilier");
/// ```
#[derive(Debug, Clone)]
pub struct Alarms {
    matcher: Matcher,
    /// By theme.
    signals: Vec<Signal>,
    reading: Reading,
}

impl Alarms {
    /// With the codebook that comes with the program.
    ///
    /// # Errors
    /// None: a test reads it.
    pub fn new() -> Result<Self, CodebookError> {
        static BOOK: LazyLock<Result<Arc<Codebook>, CodebookError>> =
            LazyLock::new(|| Codebook::parse(ALERTS, "alerts.toml").map(Arc::new));
        Ok(Self::with(BOOK.clone()?))
    }

    /// With a codebook: mentions of its theme `exasperation` show displeasure, those of the others are threats.
    #[must_use]
    pub fn with(book: Arc<Codebook>) -> Self {
        let signal = |id: &str| if id == "exasperation" { Signal::Displeasure } else { Signal::Threat };
        let signals = book.themes.iter().map(|theme| signal(&theme.id)).collect();
        Self { matcher: Matcher::new(book), signals, reading: Reading::default() }
    }

    /// What of a call sounds alarming, in its order; `reader` must be the same each time, and have learnt the calls.
    pub fn of(&mut self, call: &Call, reader: &mut Reader) -> Vec<Evidence> {
        let known = call.turns.iter().any(|turn| call.role(turn) == SpeakerRole::Client);
        let mut found = Vec::new();
        for (number, turn) in call.turns.iter().enumerate() {
            let counts = match call.role(turn) {
                SpeakerRole::Client => true,
                SpeakerRole::Agent => false,
                SpeakerRole::Other | SpeakerRole::Unknown => !known,
            };
            if !counts {
                continue;
            }
            let evidence = |signal, words: std::ops::Range<usize>| Evidence {
                signal,
                turn: Some(number),
                at: turn.time_at(words.start),
                words: Some(words),
            };
            let mut here: Vec<Evidence> = Vec::new();
            if let Some(analyzer) = reader.read(&turn.text, &mut self.reading) {
                let mentions =
                    self.matcher.mentions(&turn.text, &self.reading, analyzer, reader.analyzer(analyzer));
                for mention in mentions {
                    let signal = self.signals[mention.theme];
                    here.extend(mention.hits.iter().map(|hit| evidence(signal, hit.start..hit.end)));
                }
            }
            here.extend(
                sensitive(&turn.text).into_iter().map(|mention| evidence(Signal::Sensitive, mention.span)),
            );
            here.sort_by_key(|evidence| {
                (evidence.words.as_ref().map(|words| (words.start, words.end)), evidence.signal)
            });
            // Two rules that meet at the same words are one evidence.
            here.dedup_by(|next, before| {
                let overlap = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| a.start < b.end;
                next.signal == before.signal
                    && next.words.as_ref().zip(before.words.as_ref()).is_some_and(|(a, b)| overlap(a, b))
            });
            found.append(&mut here);
        }
        found
    }
}

/// For each call, in the order given, where it speaks of a subject that rises: the first mention of each.
#[must_use]
pub fn rising(calls: &[Call], vocabulary: &Vocabulary, emergences: &Emergences) -> Vec<Vec<Evidence>> {
    let rising: FxHashSet<(&str, SpokenKind)> =
        emergences.rows.iter().filter(|row| row.rises).map(|row| (row.term.as_str(), row.kind)).collect();
    let terms: Vec<bool> =
        vocabulary.terms.iter().map(|term| rising.contains(&(term.label.as_str(), term.kind))).collect();
    let mut found: Vec<Vec<Evidence>> = vec![Vec::new(); calls.len()];
    for spoken in &vocabulary.calls {
        let Some(call) = calls.get(spoken.number) else { continue };
        let mut told = FxHashSet::default();
        for (number, (turn, text)) in spoken.turns.iter().zip(&call.turns).enumerate() {
            for place in turn.places.iter().filter(|place| terms[place.term as usize]) {
                if told.insert(place.term) {
                    found[spoken.number].push(Evidence {
                        signal: Signal::EmergingTopic,
                        turn: Some(number),
                        at: text.time_at(place.span.start),
                        words: Some(place.span.clone()),
                    });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::learnt;
    use super::super::vocabulary::tests::call;
    use super::*;

    /// The signals in what a client says.
    fn signals(text: &str) -> Vec<Signal> {
        let calls = [call("1", &[&format!("C: {text}")])];
        let found = Alarms::new().unwrap().of(&calls[0], &mut learnt(&calls, Arc::default()));
        let mut signals: Vec<Signal> = found.into_iter().map(|evidence| evidence.signal).collect();
        signals.dedup();
        signals
    }

    #[test]
    fn threats_are_heard() {
        for text in [
            "Si c'est comme ça je vais résilier mon abonnement.",
            "De toute façon la concurrence est moins chère.",
            "Je vais changer d'opérateur.",
            "J'irai voir ailleurs.",
            "J'en parle à mon avocat.",
            "Je saisis le médiateur dès demain.",
            "Je vais porter plainte.",
            "J'écris à 60 millions de consommateurs.",
            "Vous allez recevoir une mise en demeure.",
            "C'est du harcèlement.",
        ] {
            assert!(signals(text).contains(&Signal::Threat), "{text}");
        }
    }

    #[test]
    fn exasperation_is_heard() {
        for text in [
            "C'est inadmissible.",
            "J'en ai marre, mais marre !",
            "Vous vous moquez de moi ou quoi ?",
            "Ça fait trois fois que j'appelle.",
            "C'est pas normal.",
            "C'est vraiment n'importe quoi.",
            "Personne ne me répond jamais.",
            "Vous me faites perdre mon temps.",
        ] {
            assert!(signals(text).contains(&Signal::Displeasure), "{text}");
        }
    }

    #[test]
    fn ordinary_calls_are_no_alarm() {
        for text in [
            "Je voudrais changer mon adresse.",
            "Je ne veux pas résilier, juste comprendre.",
            "Je vous appelle pour ma facture, s'il vous plaît.",
            "C'est normal, ne vous inquiétez pas.",
            "Merci, vous m'avez bien aidé, ça fait deux fois que ça marche.",
            "J'ai acheté ça il y a trois ans.",
            "Est-ce que je peux partir en vacances avec ?",
            "Je vous recommande à mes amis.",
        ] {
            assert_eq!(signals(text), [], "{text}");
        }
    }

    #[test]
    fn an_agent_threatens_nobody_and_what_is_sensitive_is_told() {
        let calls = [call("1", &["A: Vous pouvez résilier à tout moment.", "C: Je suis en arrêt maladie."])];
        let found = Alarms::new().unwrap().of(&calls[0], &mut learnt(&calls, Arc::default()));
        let signals: Vec<(Signal, Option<usize>)> = found.iter().map(|e| (e.signal, e.turn)).collect();
        assert_eq!(signals, [(Signal::Sensitive, Some(1))]);
    }

    #[test]
    fn the_codebook_says_what_it_is() {
        let alarms = Alarms::new().unwrap();
        for theme in &alarms.matcher.codebook().themes {
            assert!([&theme.label, &theme.description].iter().all(|l| !l.fr.is_empty() && !l.en.is_empty()));
        }
        for said in ["# Purpose: ", "# Columns: ", "# Source: ", "# Licence: "] {
            assert!(ALERTS.lines().any(|line| line.starts_with(said)), "{said}");
        }
    }
}
