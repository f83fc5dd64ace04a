//! One written sample of each engine, read whole, then damaged in a thousand ways.

use serde_json::Value;

use super::corrupt::Random;
use super::{Format, Parsed, parse};
use crate::Lang;
use crate::transcript::{Call, TranscriptError, Utterance};

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../../../tests/transcripts/formats/", $name)).as_slice())),*]
    };
}

const SAMPLES: [(&str, &[u8]); 15] = samples![
    "aws_call_analytics.json",
    "aws_channels.json",
    "aws_speakers.json",
    "azure_batch.json",
    "azure_fast.json",
    "deepgram_paragraphs.json",
    "deepgram_utterances.json",
    "deepgram_words.json",
    "google_v1.json",
    "google_v2.json",
    "monologues.json",
    "revai.json",
    "whisper.json",
    "whisper_cpp.json",
    "whisperx.json",
];

/// How often each sample is damaged; each engine has two at least.
const TIMES: u64 = 500;

/// `1 Inès 500-1200 Bonjour, Léa. | Bonjour 500-900 Léa 900-1200`: number, speaker, times, text, timed words.
fn shown(said: &Utterance) -> String {
    let time = |time: Option<u64>| time.map_or("?".to_owned(), |time| time.to_string());
    let speaker = said.speaker.as_deref().unwrap_or("?");
    let head = format!("{} {speaker} {}-{} {}", said.line, time(said.start), time(said.end), said.text);
    let words = said.words.iter().map(|w| format!(" {} {}-{}", &said.text[w.span.clone()], w.start, w.end));
    format!("{head} |{}", words.collect::<String>())
}

fn check(name: &str, format: Format, expected: &[&str]) {
    let bytes = SAMPLES.iter().find(|sample| sample.0 == name).unwrap().1;
    // The content tells the format, whatever the ending.
    for file in [name, "appel.txt", "appel", "appel.csv"] {
        let parsed = parse(bytes, file).unwrap();
        assert_eq!(parsed.format, format, "{file}");
        assert_eq!(parsed.calls.len(), 1);
        assert_eq!(parsed.calls[0].1.iter().map(shown).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn monologues() {
    check(
        "monologues.json",
        Format::Monologues,
        &[
            "1 Inès 3600500-3603200 service factures, j'écoute. | service 3600500-3600950 factures 3600950-3601400 j'écoute 3602700-3603200",
            "2 client 3603000-3606250 oui, ma facture d'avril? | oui 3603000-3603200 ma 3603300-3603300 d'avril 3605500-3606250",
            "5 ? 3607000-3607500 d'accord | d'accord 3607000-3607500",
        ],
    );
    check(
        "revai.json",
        Format::Monologues,
        &[
            "1 speaker 0 750-1900 Bonjour, dites-moi. | Bonjour 750-1250 dites 1300-1600 moi 1600-1900",
            "2 speaker 1 1800-2000 Mon colis ? | Mon 1800-2000",
        ],
    );
}

#[test]
fn whisper() {
    check(
        "whisper.json",
        Format::Whisper,
        &[
            "1 ? 0-2400 Bonjour, en quoi puis-je vous aider ? | Bonjour 0-500 en 500-700 quoi 700-900 puis 900-1200 je 1200-1300 vous 1300-1600 aider 1600-2400",
            "3 ? 3661004-3664000 J'ai 200 euros en trop. |",
        ],
    );
    check(
        "whisperx.json",
        Format::Whisper,
        &[
            "1 SPEAKER_00 10031-11500 Votre dossier est clos. | Votre 10031-10300 dossier 10400-10900 clos 11100-11500",
            "1 SPEAKER_01 12000-12500 Déjà ? | Déjà 12000-12500",
            "1 SPEAKER_00 13900-14200 Oui. | Oui 13900-14200",
            "2 ? 14000-15000 Le 12 mai. | Le 14000-14200 mai 14600-15000",
        ],
    );
    check(
        "whisper_cpp.json",
        Format::Whisper,
        &["1 ? 0-2040 Bonjour, je vous écoute. |", "3 ? 3602500-3604000 Mon forfait est coupé. |"],
    );
}

#[test]
fn aws() {
    check(
        "aws_speakers.json",
        Format::Aws,
        &[
            "1 spk_0 3605040-3606200 Bonjour, madame. | Bonjour 3605040-3605500 madame 3605600-3606200",
            "5 spk_1 3606100-3606600 Allô? | Allô 3606100-3606600",
            "7 spk_0 3606900-3607400 Je vous | Je 3606900-3607000 vous 3607000-3607400",
            "9 spk_0 3608200-3609000 entends. | entends 3608200-3609000",
        ],
    );
    check(
        "aws_channels.json",
        Format::Aws,
        &[
            "1 ch_0 500-1000 Bonjour. | Bonjour 500-1000",
            "1 ch_1 900-1400 Allô? | Allô 900-1400",
            "3 ch_0 4000-4500 Merci. | Merci 4000-4500",
        ],
    );
    check(
        "aws_call_analytics.json",
        Format::Aws,
        &[
            "1 AGENT 440-2960 Merci de votre appel. | Merci 440-900 de 900-1100 appel 1500-2960",
            "2 CUSTOMER 2800-3600123 Je résilie. |",
        ],
    );
}

#[test]
fn google() {
    check(
        "google_v1.json",
        Format::Google,
        &[
            "3 speaker 1 0-1100 Bonjour, monsieur. | Bonjour, 0-500 monsieur. 500-1100",
            "3 speaker 2 1300-3600250 Le code ? | Le 1300-1500 code ? 1500-3600250",
        ],
    );
    check(
        "google_v2.json",
        Format::Google,
        &[
            "1 1 2000-3000 Je vois votre ligne. | Je 2000-2100 vois 2100-2500 ligne. 2900-3000",
            "1 2 2900-3200 Bien. | Bien. 2900-3200",
            "3 ? ?-? Sans mots datés. |",
        ],
    );
}

#[test]
fn azure() {
    check(
        "azure_batch.json",
        Format::Azure,
        &[
            "1 speaker 1 760-2080 Bonjour, Jean. | Bonjour 760-1360 Jean 1400-2080",
            "2 speaker 2 3601500-3603500 200 euros ? | euros 3602500-3603000",
        ],
    );
    check(
        "azure_fast.json",
        Format::Azure,
        &["1 channel 0 80-780 Bonjour. | Bonjour 80-780", "2 channel 1 600-1100 Allô ? | Allô 600-1100"],
    );
}

#[test]
fn deepgram() {
    check(
        "deepgram_utterances.json",
        Format::Deepgram,
        &[
            "1 speaker 0 3599920-3601200 Bonjour, c'est noté. | Bonjour 3599920-3600400 c'est 3600500-3600700",
            "3 speaker 1 3601000-3602250 Merci ! | Merci 3601000-3602250",
        ],
    );
    check(
        "deepgram_words.json",
        Format::Deepgram,
        &[
            "1 speaker 0 100-900 Bonjour Léa. | Bonjour 100-500 Léa. 500-900",
            "1 speaker 1 1000-1200 Oui. | Oui. 1000-1200",
            "1 speaker 1 2200-2900 Attendez. | Attendez. 2200-2900",
        ],
    );
    check(
        "deepgram_paragraphs.json",
        Format::Deepgram,
        &[
            "1 channel 0, speaker 0 100-500 Bonjour. |",
            "1 channel 0, speaker 0 700-1400 Un instant. |",
            "2 channel 1 ?-? Je patiente. |",
        ],
    );
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    let bytes = vec![0; usize::try_from(super::MAX_BYTES).unwrap() + 1];
    let error = TranscriptError::TooLarge { file: "42.srt".into(), limit: super::MAX_BYTES };
    assert_eq!(parse(&bytes, "42.srt"), Err(error));
}

#[test]
fn a_broken_element_is_named() {
    let said = |text: &str| parse(text.as_bytes(), "42.json").unwrap_err();
    let error =
        said(r#"{"monologues": [{"start": 0, "end": 1, "terms": []}, {"start": "midi", "terms": []}]}"#);
    assert_eq!(
        error.message(Lang::Fr),
        "42.json, élément 2 de «\u{a0}monologues\u{a0}», clé «\u{a0}start\u{a0}»\u{a0}: «\u{a0}midi\u{a0}». Attendu\u{a0}: un nombre de secondes, comme 62.5."
    );
    let error = said(r#"{"segments": [{"start": 2.5, "end": 1, "text": "non"}]}"#);
    assert_eq!(
        error.message(Lang::En),
        "42.json, element 1 of “segments”, key “end”: “1”. Expected: an end after the beginning."
    );
    let error = said(r#"{"segments": ["non"]}"#);
    assert_eq!(
        error.message(Lang::En),
        "42.json, element 1 of “segments”: “non”. Expected: a JSON object, in braces."
    );
    assert_eq!(said(r#"{"segments": []}"#), TranscriptError::Empty { file: "42.json".into() });
    assert_eq!(said("  \n"), TranscriptError::Empty { file: "42.json".into() });
    assert!(matches!(said("{\"segments\": [{"), TranscriptError::Json { cut: true, .. }));
}

/// What holds of all that is read.
fn holds(result: &Result<Parsed, TranscriptError>) {
    let parsed = match result {
        Ok(parsed) => parsed,
        Err(error) => {
            assert!(error.message(Lang::Fr).contains(error.file()));
            assert!(error.message(Lang::En).contains(error.file()));
            return;
        }
    };
    assert!(!parsed.calls.is_empty());
    for (_, said) in &parsed.calls {
        assert!(!said.is_empty());
        for said in said {
            assert!(!said.text.is_empty() && said.line > 0);
            assert_eq!(said.text.split_whitespace().collect::<Vec<_>>().join(" "), said.text);
            assert!(said.end.is_none_or(|end| end >= said.start.unwrap_or(0)), "{said:?}");
            let mut last = 0;
            for word in &said.words {
                assert!(word.end >= word.start && word.span.start >= last, "{said:?}");
                assert!(said.text.get(word.span.clone()).is_some_and(|word| !word.is_empty()), "{said:?}");
                last = word.span.end;
            }
        }
        let call = Call::new("x", "x", said.clone());
        assert!(call.duration().is_none_or(|duration| duration <= 20_000_000_000_000));
    }
}

#[test]
fn damaged_bytes_are_read_or_refused() {
    for (seed, (name, bytes)) in (1..).zip(SAMPLES) {
        let mut dice = Random(seed);
        for _ in 0..TIMES {
            let mut bytes = bytes.to_vec();
            for _ in 0..=dice.below(6) {
                let at = dice.below(bytes.len());
                match dice.below(4) {
                    0 => bytes[at] = dice.below(256) as u8,
                    1 => drop(bytes.remove(at)),
                    2 => bytes.insert(at, b"{}[],:\"0-eE.n\\\xc3"[dice.below(15)]),
                    _ => {
                        let to = (at + dice.below(30)).min(bytes.len());
                        bytes.drain(at..to);
                    }
                }
            }
            if dice.below(8) == 0 {
                bytes.truncate(dice.below(bytes.len()));
            }
            holds(&parse(&bytes, name));
        }
    }
}

/// The places of all values of a JSON, as pointers.
fn places(value: &Value, at: &str, places: &mut Vec<String>) {
    places.push(at.to_owned());
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            self::places(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), places);
        }),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, value)| self::places(value, &format!("{at}/{i}"), places));
        }
        _ => {}
    }
}

fn damage(root: &mut Value, dice: &mut Random) {
    let mut all = Vec::new();
    places(root, "", &mut all);
    let place = &all[dice.below(all.len())];
    if dice.below(3) == 0
        && let Some((parent, key)) = place.rsplit_once('/')
    {
        match root.pointer_mut(parent) {
            Some(Value::Object(object)) => drop(object.shift_remove(key)),
            Some(Value::Array(list)) => {
                let i: usize = key.parse().unwrap();
                if dice.below(2) == 0 {
                    list.remove(i);
                } else {
                    let again = list[i].clone();
                    list.push(again);
                }
            }
            _ => {}
        }
        return;
    }
    let other = all[dice.below(all.len())].clone();
    let new = match dice.below(12) {
        0 => Value::Null,
        1 => Value::from(1e300),
        2 => Value::from(u64::MAX),
        3 => Value::from(-3.5),
        4 => Value::from("trois"),
        5 => Value::from("12.5"),
        6 => Value::from(""),
        7 => Value::from(true),
        8 => Value::Array(Vec::new()),
        9 => Value::Object(serde_json::Map::new()),
        10 => Value::from(dice.below(4000)),
        // A value from elsewhere.
        _ => root.pointer(&other).cloned().unwrap_or_default(),
    };
    if let Some(value) = root.pointer_mut(place) {
        *value = new;
    }
}

#[test]
fn damaged_values_are_read_or_refused() {
    let (mut read, mut refused) = (0, 0);
    for (seed, (name, bytes)) in (100..).zip(SAMPLES) {
        let text = super::text(bytes).unwrap();
        let whole: Value = serde_json::from_str(&text).unwrap();
        let mut dice = Random(seed);
        for _ in 0..TIMES {
            let mut root = whole.clone();
            for _ in 0..=dice.below(3) {
                damage(&mut root, &mut dice);
            }
            let result = parse(root.to_string().as_bytes(), name);
            holds(&result);
            if result.is_ok() { read += 1 } else { refused += 1 }
        }
    }
    // Damage of both kinds was tried.
    assert!(read > 1000 && refused > 1000, "{read} {refused}");
}
