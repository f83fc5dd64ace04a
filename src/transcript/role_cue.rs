//! What is said that tells an agent from a client: phrases, questions, “vous” against “je”, who speaks first.

use std::sync::LazyLock;

use regex::Regex;

use super::Call;
use super::folding::folded_sentences;
use crate::lexicon;

/// A kind of phrase of `lexicons/role_cues.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// Greetings of a company: « à votre écoute », “how may I help you”.
    Greeting,
    /// Questions that find the customer's file: « votre numéro de contrat », “can I have your name”.
    Identify,
    /// What an agent does or offers: « je vérifie », « ne quittez pas », “let me check”.
    Offer,
    /// Questions and requests that lead the call: « dites-moi », « depuis combien de temps ».
    Ask,
    /// Why an agent rings up: « je vous appelle au sujet de votre contrat ».
    Outbound,
    /// Why a client calls: « j'appelle parce que », “I haven't received”.
    Reason,
    /// What a client has: « ma facture », « mon mari », “my order”.
    Mine,
    /// What goes wrong or hurts: « j'ai peur », « c'est inadmissible », “what should I do”.
    Trouble,
    /// Answers to questions that an agent asks: « oui, c'est bien ça », “my name is”.
    Answer,
}

impl Cue {
    const ALL: [Self; 9] = [
        Self::Greeting,
        Self::Identify,
        Self::Offer,
        Self::Ask,
        Self::Outbound,
        Self::Reason,
        Self::Mine,
        Self::Trouble,
        Self::Answer,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::Identify => "identify",
            Self::Offer => "offer",
            Self::Ask => "ask",
            Self::Outbound => "outbound",
            Self::Reason => "reason",
            Self::Mine => "mine",
            Self::Trouble => "trouble",
            Self::Answer => "answer",
        }
    }

    /// Log odds, agent against client, of saying it once: ln 8 where hardly anybody else says it, ln 2 where one side
    /// says it twice as often as the other. Set by hand, rounded; an outbound call has to outweigh
    /// « je vous appelle », which it contains.
    fn weight(self) -> f64 {
        match self {
            Self::Greeting => 2.1,
            Self::Identify => 1.4,
            Self::Offer | Self::Ask => 1.1,
            Self::Outbound => 2.8,
            Self::Reason => -1.4,
            Self::Mine | Self::Trouble | Self::Answer => -0.7,
        }
    }
}

/// Weight of the logarithm of the share of a speaker's turns that ask something: agents ask more often, but so does a
/// client who wants to know ten things, and the phrases of [`Cue::Ask`] are questions already.
const QUESTIONS: f64 = 0.5;
/// Weight of asking something of “vous”, “you”; half of that of a cue, for the same reason.
const ASKS_YOU: f64 = 0.35;
/// Weight of the logarithm of “vous, votre” against “je, mon”: an agent speaks of the other one.
const ADDRESS: f64 = 0.7;
/// Log odds that who speaks first is the agent: two to one; in a call that goes out the client says « allô ».
const FIRST: f64 = 0.7;
/// What any one cue adds at most: beyond, a habit of speech repeats itself and tells nothing new.
const REPEATS: u32 = 3;

static PATTERNS: LazyLock<Vec<(Cue, Regex)>> = LazyLock::new(|| {
    let lines = || {
        let lexicon = include_str!("../../lexicons/role_cues.tsv");
        lexicon::entries(lexicon).filter_map(|entry| entry.split_once('\t'))
    };
    let compile = |cue: Cue| {
        let phrases: Vec<String> =
            lines().filter(|(_, id)| *id == cue.id()).map(|(words, _)| pattern(words)).collect();
        Some((cue, Regex::new(&format!(r"\b(?:{})\b", phrases.join("|"))).ok()?))
    };
    Cue::ALL.into_iter().filter_map(compile).collect()
});

static YOU: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?:vous|votre|vos|you|your|yours)\b").ok());
static I: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?:je|j|mon|ma|mes|moi|me|m|i|my|mine)\b").ok());

/// The regular expression of a line of the lexicon, on folded text.
fn pattern(words: &str) -> String {
    let form = |form: &str| form.strip_suffix('*').map_or(form.to_owned(), |start| format!("{start}[^ .?]*"));
    let slot = |(i, word): (usize, &str)| {
        if word == ".." {
            return r"(?: [^ .?]+){0,3}".to_owned();
        }
        let forms: Vec<String> = word.split('/').map(form).collect();
        format!("{}(?:{})", if i == 0 { "" } else { " " }, forms.join("|"))
    };
    words.split(' ').enumerate().map(slot).collect()
}

/// Evidence of each speaker of a call that it is the agent rather than the client, in log odds. Only differences
/// between the speakers of a call mean something.
pub(super) fn evidence(call: &Call) -> Vec<f64> {
    let mut said: Vec<Vec<String>> = vec![Vec::new(); call.speakers.len()];
    for turn in &call.turns {
        if let Some(said) = said.get_mut(turn.speaker) {
            said.push(folded_sentences(&turn.text));
        }
    }
    let first =
        call.turns.iter().map(|turn| turn.speaker).find(|speaker| call.speakers[*speaker].name.is_some());
    let weigh = |(speaker, turns): (usize, &Vec<String>)| {
        weight(turns) + if first == Some(speaker) { FIRST } else { 0.0 }
    };
    said.iter().enumerate().map(weigh).collect()
}

/// Evidence of what one speaker says.
fn weight(turns: &[String]) -> f64 {
    let count = |regex: &Regex| turns.iter().map(|turn| regex.find_iter(turn).count()).sum::<usize>();
    let cues: f64 = PATTERNS.iter().map(|(cue, regex)| cue.weight() * told(count(regex))).sum();
    let asking = turns.iter().filter(|turn| turn.contains('?')).count();
    let questions = ((asking as f64 + 0.5) / (turns.len() as f64 + 1.0)).ln();
    let (Some(you), Some(i)) = (YOU.as_ref(), I.as_ref()) else { return cues };
    let asks_you =
        turns.iter().flat_map(|turn| asked(turn)).filter(|question| you.is_match(question)).count();
    let address = ((count(you) as f64 + 1.0) / (count(i) as f64 + 1.0)).ln();
    cues + QUESTIONS * questions + ASKS_YOU * told(asks_you) + ADDRESS * address
}

/// How much is told by what is said `n` times: once 1, three times and more 2.
fn told(n: usize) -> f64 {
    (1.0 + (n as f64).min(f64::from(REPEATS))).log2()
}

/// The sentences of a folded turn that end in a question mark.
fn asked(turn: &str) -> impl Iterator<Item = &str> {
    turn.split_inclusive(['.', '?']).filter_map(|sentence| sentence.strip_suffix('?'))
}

#[cfg(test)]
mod tests {
    use super::super::folding::folded;
    use super::*;

    fn cues(text: &str) -> Vec<Cue> {
        let text = folded_sentences(text);
        PATTERNS.iter().filter(|(_, regex)| regex.is_match(&text)).map(|(cue, _)| *cue).collect()
    }

    #[test]
    fn every_line_of_the_lexicon_is_read() {
        assert_eq!(PATTERNS.len(), Cue::ALL.len());
        for (words, id) in
            lexicon::entries(include_str!("../../lexicons/role_cues.tsv")).filter_map(|e| e.split_once('\t'))
        {
            let cue = Cue::ALL.into_iter().find(|cue| cue.id() == id);
            assert!(cue.is_some(), "{words}: {id}");
            assert!(!words.starts_with("..") && !words.ends_with(".."), "{words}");
            assert_eq!(folded(words), folded(&words.replace(['/', '*', '.'], " ")), "{words}");
            let one: Vec<String> = words
                .split(' ')
                .filter(|word| *word != "..")
                .map(|word| word.split('/').next().unwrap().replace('*', ""))
                .collect();
            let (_, regex) = PATTERNS.iter().find(|(other, _)| Some(*other) == cue).unwrap();
            assert!(regex.is_match(&one.join(" ")), "{words}");
        }
    }

    #[test]
    fn phrases_are_found_within_a_sentence() {
        assert_eq!(cues("Bonjour, Énergie Azur, service client, je vous écoute."), [Cue::Greeting]);
        assert_eq!(cues("Pouvez-vous me rappeler votre numéro ?"), [Cue::Identify, Cue::Ask]);
        assert_eq!(cues("Je n’ai toujours rien reçu. Ma facture est fausse."), [Cue::Reason, Cue::Mine]);
        assert_eq!(cues("How may I help you?"), [Cue::Greeting]);
        assert_eq!(cues("Bonjour. Tout va bien. Service !"), []);
        assert_eq!(cues("Il fait beau."), []);
    }

    #[test]
    fn what_is_repeated_tells_less_each_time() {
        assert_eq!((told(0), told(1), told(3), told(40)), (0.0, 1.0, 2.0, 2.0));
        let questions: Vec<&str> = asked("oui . vous etes la ? non").collect();
        assert_eq!(questions, [" vous etes la "]);
    }
}
