//! What cues of subtitles say, and who says it: what `WebVTT` and SRT have in common once their times are read.

use quick_xml::escape::resolve_html5_entity;

use super::super::{TimedWord, Utterance};
use super::clock::clock;
use super::label::{Labels, before_colon, in_brackets};
use super::line::{fold, is_invisible};

/// Milliseconds between two cues that are held to touch.
const TOUCHING: u64 = 100;

/// Most lines that a cue repeats from the one before.
const REPEATED: usize = 8;
/// Bytes in which an entity, a sound or a place ends that begins: a line full of brackets is read once.
const SHORT: usize = 64;

/// What subtitles write between brackets that nobody says, folded.
const SOUNDS: &[&str] = &[
    "applause",
    "applaudissements",
    "attente",
    "bip",
    "bips",
    "blanc",
    "bruit",
    "bruit de fond",
    "bruits",
    "inaudible",
    "laughter",
    "music",
    "musique",
    "musique d'attente",
    "noise",
    "pause",
    "rire",
    "rires",
    "silence",
    "sonnerie",
    "soupir",
    "tonalite",
];

/// A cue: its times and its lines, each with its number.
#[derive(Debug)]
pub(super) struct Cue<'t> {
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) lines: Vec<(u64, &'t str)>,
}

/// A line of a cue, or the part of it that one voice says, without markup.
#[derive(Debug, Default)]
struct Part {
    line: u64,
    /// The name in the voice tag.
    voice: Option<String>,
    text: String,
    /// Times inside the cue: the byte of the text that each comes before.
    stamps: Vec<(usize, u64)>,
    space: bool,
    stamp: Option<u64>,
}

impl Part {
    fn new(line: u64, voice: Option<&String>) -> Self {
        Self { line, voice: voice.cloned(), ..Self::default() }
    }

    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            self.space = !self.text.is_empty();
        } else if !is_invisible(c) {
            if std::mem::take(&mut self.space) {
                self.text.push(' ');
            }
            if let Some(time) = self.stamp.take() {
                self.stamps.push((self.text.len(), time));
            }
            self.text.push(c);
        }
    }
}

/// The utterances of cues: one for each voice of a cue, with the times of the cue; empty cues give none. A speaker is
/// the voice tag's, else the label before the words (`Name: text`, `[Name] text`) where labels name speakers in this
/// file; after a dash somebody else speaks. Lines that roll on from the cue before, as automatic captions repeat
/// them, are said once. Times inside a cue give timed words; between two of them words share the time by their
/// characters.
pub(super) fn utterances(cues: &[Cue]) -> Vec<Utterance> {
    let mut parts: Vec<Vec<Part>> = cues.iter().map(parts).collect();
    drop_rolling(cues, &mut parts);
    let mut labels = Labels::default();
    for part in parts.iter().flatten().filter(|part| part.voice.is_none()) {
        if let Some((label, _)) = opening(&part.text).1 {
            labels.add(label);
        }
    }
    cues.iter().zip(parts).flat_map(|(cue, parts)| said(cue, parts, &labels)).collect()
}

/// The utterances of one cue.
fn said(cue: &Cue, parts: Vec<Part>, labels: &Labels) -> Vec<Utterance> {
    let mut all: Vec<Utterance> = Vec::new();
    let mut stamps: Vec<Vec<(usize, u64)>> = Vec::new();
    let mut speaker: Option<String> = None;
    let (mut fresh, mut voiced) = (true, false);
    for part in parts {
        let mut text = part.text.as_str();
        if std::mem::replace(&mut voiced, part.voice.is_some()) && !voiced {
            (fresh, speaker) = (true, None);
        }
        if voiced {
            fresh |= speaker != part.voice;
            speaker = part.voice.filter(|name| !name.is_empty());
        } else {
            let (after, label) = opening(text);
            if after.len() < text.len() {
                (fresh, speaker) = (true, None);
            }
            text = after;
            if let Some((name, rest)) =
                label.and_then(|(label, rest)| Some((labels.speaker(label)?, rest.trim_start())))
            {
                (fresh, speaker) = (true, Some(name.to_owned()));
                text = rest;
            }
        }
        if text.is_empty() {
            continue;
        }
        let cut = part.text.len() - text.len();
        if std::mem::take(&mut fresh) {
            all.push(Utterance {
                speaker: speaker.clone(),
                start: Some(cue.start),
                end: Some(cue.end),
                line: part.line,
                ..Utterance::default()
            });
            stamps.push(Vec::new());
        }
        let (Some(utterance), Some(own)) = (all.last_mut(), stamps.last_mut()) else { continue };
        if !utterance.text.is_empty() {
            utterance.text.push(' ');
        }
        let from = utterance.text.len();
        own.extend(part.stamps.iter().map(|(at, time)| (from + at.saturating_sub(cut), *time)));
        utterance.text.push_str(text);
    }
    time_words(cue, &mut all, &stamps);
    all
}

/// The words of a cue that holds times; none where those leave the cue or go back.
fn time_words(cue: &Cue, utterances: &mut [Utterance], stamps: &[Vec<(usize, u64)>]) {
    // Stretches of text, and when they begin.
    let mut runs: Vec<(usize, usize, usize, u64)> = Vec::new();
    let mut time = cue.start;
    for (i, (utterance, own)) in utterances.iter().zip(stamps).enumerate() {
        let mut from = 0;
        for (at, next) in own {
            if *at > from {
                runs.push((i, from, *at, time));
            }
            (from, time) = (*at, *next);
        }
        runs.push((i, from, utterance.text.len(), time));
    }
    let in_order = runs.is_sorted_by_key(|run| run.3) && time <= cue.end && cue.start <= time;
    if !in_order || stamps.iter().all(Vec::is_empty) {
        return;
    }
    for (n, (i, from, to, start)) in runs.iter().enumerate() {
        let end = runs.get(n + 1).map_or(cue.end, |next| next.3);
        let Utterance { text, words, .. } = &mut utterances[*i];
        words.extend(share(&text[*from..*to], *from, *start, end));
    }
}

/// The words of a text that share a stretch of time by their characters.
fn share(text: &str, from: usize, start: u64, end: u64) -> Vec<TimedWord> {
    let all = text.trim_end().chars().count().max(1) as u64;
    let mut words: Vec<TimedWord> = Vec::new();
    let mut inside = false;
    let count = text.trim_end().char_indices().zip(0_u64..);
    for ((at, c), n) in count {
        let (byte, time) = (from + at, start + (end - start) * n / all);
        if c.is_whitespace() {
            inside = false;
        } else if std::mem::replace(&mut inside, true) {
            if let Some(word) = words.last_mut() {
                word.span.end = byte + c.len_utf8();
                word.end = start + (end - start) * (n + 1) / all;
            }
        } else {
            let end = start + (end - start) * (n + 1) / all;
            words.push(TimedWord { span: byte..byte + c.len_utf8(), start: time, end });
        }
    }
    words
}

/// A text without the dash that says that somebody else speaks, and the label that it may begin with.
fn opening(text: &str) -> (&str, Option<(&str, &str)>) {
    let dash = text.strip_prefix(['-', '–', '—']).or_else(|| text.strip_prefix(">>"));
    let after = dash.filter(|after| !after.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
    let after = if after.len() < text.len() { after.trim_start_matches([' ', '>']) } else { text };
    (after, in_brackets(after).or_else(|| before_colon(after)))
}

/// Leaves out the lines that a cue repeats from the one before, in a file that rolls: automatic captions show a line,
/// then the same line above the next one. Two people who say the same, one after the other, are no such file.
fn drop_rolling(cues: &[Cue], parts: &mut [Vec<Part>]) {
    let mut repeated = vec![0; parts.len()];
    let (mut pairs, mut rolls, mut grows) = (0_usize, 0_usize, false);
    let mut before: Option<usize> = None;
    for i in (0..parts.len()).filter(|i| !parts[*i].is_empty()) {
        if let Some(last) = before.replace(i) {
            pairs += 1;
            let touching = cues[i].start <= cues[last].end + TOUCHING && cues[last].start <= cues[i].start;
            let n = if touching { overlap(&parts[last], &parts[i]) } else { 0 };
            repeated[i] = n;
            rolls += usize::from(n > 0);
            grows |= n > 0 && n < parts[i].len();
        }
    }
    if grows && rolls >= 2 && rolls * 2 >= pairs {
        for (parts, n) in parts.iter_mut().zip(repeated) {
            parts.drain(..n);
        }
    }
}

/// How many of the first lines are the last ones of the cue before, nobody named.
fn overlap(last: &[Part], next: &[Part]) -> usize {
    let same = |a: &Part, b: &Part| a.voice.is_none() && b.voice.is_none() && a.text == b.text;
    let most = last.len().min(next.len()).min(REPEATED);
    let fits = |n: &usize| last[last.len() - n..].iter().zip(next).all(|(a, b)| same(a, b));
    (1..=most).rev().find(fits).unwrap_or(0)
}

/// The parts of a cue that say something.
fn parts(cue: &Cue) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut voice: Option<String> = None;
    for (line, raw) in &cue.lines {
        let mut part = Part::new(*line, voice.as_ref());
        let mut rest = *raw;
        while let Some(c) = rest.chars().next() {
            if let Some((tag, after)) = tag(rest) {
                rest = after;
                match tag {
                    Tag::Voice(name) => {
                        voice = name;
                        let next = Part::new(*line, voice.as_ref());
                        parts.push(std::mem::replace(&mut part, next));
                    }
                    Tag::Time(time) => part.stamp = Some(time),
                    Tag::Break => part.push(' '),
                    Tag::Other => {}
                }
            } else if let Some((character, after)) = entity(rest) {
                character.chars().for_each(|c| part.push(c));
                rest = after;
            } else if let Some(after) = sound(rest) {
                part.push(' ');
                rest = after;
            } else {
                part.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        parts.push(part);
    }
    parts.retain(|part| !part.text.is_empty());
    parts
}

/// A tag of a cue.
#[derive(Debug)]
enum Tag {
    /// Who speaks from here on; none where the voice ends.
    Voice(Option<String>),
    /// When what follows is said.
    Time(u64),
    /// Parts two words.
    Break,
    /// How it looks.
    Other,
}

/// The tag that a text begins with, and what follows. `a < b` is none; `{\an8}` places a subtitle.
fn tag(text: &str) -> Option<(Tag, &str)> {
    if text.starts_with("{\\") {
        return until(text, '}').map(|(_, after)| (Tag::Other, after));
    }
    let inner = text.strip_prefix('<')?;
    if !inner.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/') {
        return None;
    }
    let end = inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?;
    let (inner, after) = (&inner[..end], &inner[end + 1..]);
    let (name, annotation) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let tag = match name.split('.').next().unwrap_or_default() {
        "v" => Tag::Voice(Some(written(annotation))),
        "/v" => Tag::Voice(None),
        "br" | "br/" => Tag::Break,
        _ => clock(inner.trim()).map_or(Tag::Other, Tag::Time),
    };
    Some((tag, after))
}

/// A name, its entities resolved, single spaces.
fn written(name: &str) -> String {
    let mut part = Part::default();
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        if let Some((character, after)) = entity(rest) {
            character.chars().for_each(|c| part.push(c));
            rest = after;
        } else {
            part.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    part.text
}

/// The characters of the entity that a text begins with, and what follows.
fn entity(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('&')?;
    let (name, after) = until(inner, ';')?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return Some((char::from_u32(code.ok()?)?.to_string(), after));
    }
    resolve_html5_entity(name).map(|text| (text.to_owned(), after))
}

/// What follows a sound that is not speech: `[Musique]`, `(rires)`, ♪.
fn sound(text: &str) -> Option<&str> {
    if let Some(after) = text.strip_prefix(['♪', '♫']) {
        return Some(after);
    }
    let (inner, after) = match text.strip_prefix('[') {
        Some(inner) => until(inner, ']')?,
        None => until(text.strip_prefix('(')?, ')')?,
    };
    SOUNDS.contains(&fold(inner.trim()).as_str()).then_some(after)
}

/// What stands before a character that is near, and what follows it.
fn until(text: &str, end: char) -> Option<(&str, &str)> {
    let at = text[..text.floor_char_boundary(SHORT)].find(end)?;
    Some((&text[..at], &text[at + end.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cue<'t>(start: u64, end: u64, lines: &[&'t str]) -> Cue<'t> {
        Cue { start, end, lines: lines.iter().enumerate().map(|(i, line)| (i as u64 + 1, *line)).collect() }
    }

    fn texts(cues: &[Cue]) -> Vec<(Option<String>, String)> {
        utterances(cues).into_iter().map(|u| (u.speaker, u.text)).collect()
    }

    fn who(name: &str, text: &str) -> (Option<String>, String) {
        ((!name.is_empty()).then(|| name.to_owned()), text.to_owned())
    }

    #[test]
    fn markup_is_no_speech() {
        let raw =
            "{\\an8}<i>R&amp;D</i> &#233;t&eacute;&nbsp;: <c.jaune>3 < 4</c> [Musique] <b>(rires)</b>♪ AT&T";
        assert_eq!(texts(&[cue(0, 1, &[raw])]), [who("", "R&D été : 3 < 4 AT&T")]);
        assert_eq!(texts(&[cue(0, 1, &["[Musique]", "♪ ♪"])]), []);
    }

    #[test]
    fn voices_of_one_cue_are_apart() {
        let lines = ["<v.fort Marie &amp; Co>Bonjour,</v> <v Léo>oui ?", "Allô ?</v> fin"];
        assert_eq!(
            texts(&[cue(0, 1, &lines)]),
            [who("Marie & Co", "Bonjour,"), who("Léo", "oui ? Allô ?"), who("", "fin")]
        );
    }

    #[test]
    fn a_dash_or_a_label_says_who_speaks() {
        let cues = [
            cue(0, 1, &["- Bonjour.", "- Oui ?"]),
            cue(1, 2, &["Client : voilà, note : c'est", "cassé."]),
            cue(2, 3, &["[Agent] Je regarde.", "Attention : c'est long."]),
            cue(3, 4, &["client : -5 degrés"]),
        ];
        assert_eq!(
            texts(&cues),
            [
                who("", "Bonjour."),
                who("", "Oui ?"),
                who("Client", "voilà, note : c'est cassé."),
                who("Agent", "Je regarde. Attention : c'est long."),
                who("Client", "-5 degrés")
            ]
        );
    }

    #[test]
    fn lines_that_roll_on_are_said_once() {
        let cues = [
            cue(0, 2000, &[" ", "bonjour<00:00:00.500><c> à</c><00:00:01.000><c> tous</c>"]),
            cue(2000, 2010, &["bonjour à tous", " "]),
            cue(2010, 4000, &["bonjour à tous", "on<00:00:03.000><c> écoute</c>"]),
            cue(4000, 4010, &["on écoute", " "]),
        ];
        let said = utterances(&cues);
        let texts: Vec<&str> = said.iter().map(|u| u.text.as_str()).collect();
        assert_eq!(texts, ["bonjour à tous", "on écoute"]);
        let words = |u: &Utterance| -> Vec<(String, u64, u64)> {
            u.words.iter().map(|w| (u.text[w.span.clone()].to_owned(), w.start, w.end)).collect()
        };
        assert_eq!(
            words(&said[0]),
            [("bonjour".into(), 0, 500), ("à".into(), 500, 1000), ("tous".into(), 1000, 2000)]
        );
        assert_eq!(words(&said[1]), [("on".into(), 2010, 3000), ("écoute".into(), 3000, 4000)]);
        // Two people who agree, one after the other.
        let cues = [cue(0, 500, &["oui"]), cue(500, 900, &["oui"]), cue(900, 1200, &["oui"])];
        assert_eq!(utterances(&cues).len(), 3);
    }

    #[test]
    fn times_that_go_back_time_no_word() {
        let cues = [cue(0, 2000, &["un<00:00:01.500> deux<00:00:01.000> trois"])];
        assert_eq!(utterances(&cues)[0].words, []);
        let cues = [cue(0, 2000, &["Agent: un deux<00:00:01.000> trois"])];
        let said = utterances(&cues);
        let words: Vec<_> =
            said[0].words.iter().map(|w| (&said[0].text[w.span.clone()], w.start, w.end)).collect();
        assert_eq!(words, [("un", 0, 285), ("deux", 428, 1000), ("trois", 1000, 2000)]);
    }
}
