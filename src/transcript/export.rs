//! Calls written for others to read: speakers by their role, nothing said that names somebody.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Call, SpeakerRole};
use crate::Lang;
use crate::privacy::{Identifier, redact_spoken};
use crate::text::is_french;

/// Fewest letters of a name that is masked wherever it comes because one turn announces it.
const LONG: usize = 4;

/// Names of the people of a call, for [`redact_spoken`]: its speakers and its agent as the files name them, and the
/// words of the names that any turn announces, but for French words, so that a name that one turn announces is masked
/// where another one says it alone. Sorted, each once.
#[must_use]
pub fn people(call: &Call) -> Vec<String> {
    let named = call.speakers.iter().filter_map(|speaker| speaker.name.clone());
    let mut names: BTreeSet<String> = named.chain(call.about.agent.clone()).collect();
    let known: Vec<String> = names.iter().cloned().collect();
    for turn in &call.turns {
        let redaction = redact_spoken(&turn.text, &known, Lang::Fr);
        for mask in redaction.masks.iter().filter(|mask| mask.kind == Identifier::Name) {
            let named = turn.text[mask.span.clone()].to_lowercase();
            let words: Vec<&str> = named.split(|c: char| !c.is_alphabetic()).collect();
            // A name that is spelled is one word.
            let spelled: String = words.iter().filter(|word| word.chars().count() == 1).copied().collect();
            let long =
                words.into_iter().chain([spelled.as_str()]).filter(|word| word.chars().count() >= LONG);
            names.extend(long.filter(|word| !is_french(word)).map(str::to_owned));
        }
    }
    names.into_iter().collect()
}

/// The call as `WebVTT`: a cue for each turn, with its times, its speaker's role as the voice (`Agent`, `Client`,
/// `Autre voix 1`; none where nothing tells one voice from another), its text without personal data.
///
/// A cue must have times: a turn that has none stands at the end of the one before, and a note says so.
///
/// ```
/// use barometre::Lang;
/// use barometre::transcript::{Call, SpeakerRole, Utterance, to_vtt};
/// let said = Utterance {
///     speaker: Some("Lucie".into()),
///     start: Some(500),
///     end: Some(2000),
///     text: "Bonjour, lucie à votre écoute.".into(),
///     ..Utterance::default()
/// };
/// let mut call = Call::new("1", "1.srt", vec![said]);
/// call.speakers[0].role = SpeakerRole::Agent;
/// let vtt = to_vtt(&call, Lang::Fr);
/// assert_eq!(vtt, "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\n<v Agent>Bonjour, [NOM] à votre écoute.\n");
/// ```
#[must_use]
pub fn to_vtt(call: &Call, lang: Lang) -> String {
    let mut vtt = "WEBVTT\n".to_owned();
    if call.turns.iter().any(|turn| turn.start().is_none()) {
        vtt.push_str(pick!(lang, calls::note_turns_without_a_time_stand_at_the));
    }
    let (names, voices) = (people(call), voices(call, lang));
    let mut last = 0;
    for (number, turn) in call.turns.iter().enumerate() {
        let start = turn.start().unwrap_or(last);
        // Where nothing tells when it ends, it is shown until the next one.
        let next = || call.turns.get(number + 1).and_then(crate::transcript::Turn::start);
        let open = !call.is_timed();
        let end = turn.end().unwrap_or(start).max(next().filter(|_| open).unwrap_or(start));
        last = end;
        let voice = voices.get(turn.speaker).and_then(Option::as_ref);
        let voice = voice.map_or(String::new(), |voice| format!("<v {voice}>"));
        let text = escaped(&redact_spoken(&turn.text, &names, lang).text);
        // Writing to a String cannot fail.
        let _ = write!(vtt, "\n{} --> {}\n{voice}{text}\n", clock(start), clock(end));
    }
    vtt
}

/// The call as text, a line for each turn: `Agent : …`, the speaker by role, without times and personal data.
///
/// ```
/// use barometre::Lang;
/// use barometre::transcript::{Call, SpeakerRole, Utterance, to_text};
/// let said = Utterance { speaker: Some("Lucie".into()), text: "Rappelez-moi au 06 39 98 12 34.".into(), ..Utterance::default() };
/// let mut call = Call::new("1", "1.txt", vec![said]);
/// call.speakers[0].role = SpeakerRole::Client;
/// assert_eq!(to_text(&call, Lang::En), "Customer: Rappelez-moi au [PHONE].\n");
/// ```
#[must_use]
pub fn to_text(call: &Call, lang: Lang) -> String {
    let (names, voices) = (people(call), voices(call, lang));
    let mut text = String::new();
    for turn in &call.turns {
        let voice = voices.get(turn.speaker).and_then(Option::as_deref);
        let voice = voice.unwrap_or(pick!(lang, calls::unidentified_voice));
        let colon = lang.pick("\u{a0}: ", ": ");
        let said = redact_spoken(&turn.text, &names, lang).text;
        let _ = writeln!(text, "{voice}{colon}{said}");
    }
    text
}

/// What stands for the name of each speaker: the role, numbered from the second of a role on, other voices from the
/// first; none for those that the file does not tell apart.
fn voices(call: &Call, lang: Lang) -> Vec<Option<String>> {
    let mut voices = Vec::with_capacity(call.speakers.len());
    for (i, speaker) in call.speakers.iter().enumerate() {
        let before = call.speakers[..i].iter();
        let number = before.filter(|other| other.role == speaker.role && other.name.is_some()).count() + 1;
        let title = match speaker.role {
            SpeakerRole::Agent => "Agent",
            SpeakerRole::Client => pick!(lang, calls::customer),
            SpeakerRole::Other => pick!(lang, calls::other_voice),
            SpeakerRole::Unknown => pick!(lang, calls::voice),
        };
        let numbered = number > 1 || matches!(speaker.role, SpeakerRole::Other | SpeakerRole::Unknown);
        let apart = speaker.name.is_some() || speaker.role != SpeakerRole::Unknown;
        voices.push(apart.then(|| if numbered { format!("{title} {number}") } else { title.to_owned() }));
    }
    voices
}

/// `00:01:02.500`
fn clock(time: u64) -> String {
    let (seconds, rest) = (time / 1000, time % 1000);
    format!("{:02}:{:02}:{:02}.{rest:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::format::{plain, vtt};
    use super::super::{About, Utterance};
    use super::*;

    fn said(speaker: &str, time: Option<(u64, u64)>, text: &str) -> Utterance {
        Utterance {
            speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
            start: time.map(|t| t.0),
            end: time.map(|t| t.1),
            text: text.to_owned(),
            ..Utterance::default()
        }
    }

    fn call() -> Call {
        let mut call = Call::new(
            "1",
            "1.srt",
            vec![
                said("Zoé Exempla", Some((0, 1500)), "bonjour, zoé exempla, service <clients> & ventes"),
                said("M. X", Some((1500, 3000)), "bonjour ici monsieur fictivon"),
                said("standard", Some((3_600_000, 360_000_000)), "un instant fictivon"),
                said("", Some((360_000_000, 360_000_001)), "merci bastien"),
            ],
        );
        let roles = [SpeakerRole::Agent, SpeakerRole::Client, SpeakerRole::Other, SpeakerRole::Unknown];
        for (speaker, role) in call.speakers.iter_mut().zip(roles) {
            speaker.role = role;
        }
        call.about = About { agent: Some("EXEMPLA Zoé".into()), ..About::default() };
        call
    }

    #[test]
    fn nobody_is_named() {
        assert_eq!(
            people(&call()),
            ["EXEMPLA Zoé", "M. X", "Zoé Exempla", "bastien", "exempla", "fictivon", "standard"]
        );
        let text = to_text(&call(), Lang::Fr);
        assert_eq!(
            text,
            "Agent\u{a0}: bonjour, [NOM], service <clients> & ventes\nClient\u{a0}: bonjour ici monsieur [NOM]\n\
             Autre voix 1\u{a0}: un instant [NOM]\nVoix non identifiée\u{a0}: merci [NOM]\n"
        );
        let read = plain::parse(&text, "x.txt").unwrap();
        assert_eq!(read.len(), 4);
    }

    #[test]
    fn a_file_of_subtitles_holds_every_turn() {
        assert_eq!(
            to_vtt(&call(), Lang::En),
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\n<v Agent>bonjour, [NAME], service &lt;clients&gt; &amp; ventes\n\n\
             00:00:01.500 --> 00:00:03.000\n<v Customer>bonjour ici monsieur [NAME]\n\n\
             01:00:00.000 --> 100:00:00.000\n<v Other voice 1>un instant [NAME]\n\n\
             100:00:00.000 --> 100:00:00.001\nmerci [NAME]\n"
        );
        let untimed = Call::new("1", "1.txt", vec![said("A", None, "oui"), said("B", None, "non")]);
        let vtt = to_vtt(&untimed, Lang::Fr);
        assert!(vtt.contains("NOTE\nLes tours") && vtt.contains("<v Voix 2>non"), "{vtt}");
        assert_eq!(vtt::parse(&vtt, "x.vtt").unwrap().len(), 2);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            turns in prop::collection::vec(
                ("(|Zoé|Léo|SVI)", 0_u64..400_000_000, 0_u64..100_000,
                 "((oui|zéro six trente-neuf douze|Zoé|a < b|-->|&amp;|<i>|Agent : oui|- non|madame exempla),? ){1,6}x"),
                1..8,
            ),
            roles in prop::collection::vec(0_usize..4, 4),
        ) {
            let utterances: Vec<Utterance> = turns
                .into_iter()
                .map(|(who, start, time, text)| said(&who, Some((start, start + time)), text.trim()))
                .collect();
            let mut call = Call::new("1", "1.vtt", utterances);
            for (speaker, role) in call.speakers.iter_mut().zip(roles) {
                speaker.role = SpeakerRole::ALL[role];
            }
            let vtt = to_vtt(&call, Lang::Fr);
            let read = vtt::parse(&vtt, "1.vtt").unwrap();
            let times: Vec<_> = call.turns.iter().map(|turn| (turn.start(), turn.end())).collect();
            let back: Vec<_> = read.iter().map(|u| (u.start, u.end)).collect();
            prop_assert_eq!(back, times, "{}", vtt);
            let zoe = call.speakers.iter().any(|speaker| speaker.name.as_deref() == Some("Zoé"));
            prop_assert!(!zoe || !vtt.contains("Zoé"), "{}", vtt);
            prop_assert!(!vtt.contains("exempla"), "{}", vtt);
        }
    }
}
