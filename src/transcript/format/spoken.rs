//! One line of text from the words that an engine times one by one.

use std::ops::Range;

use super::super::{TimedWord, Utterance};

/// Silence, in milliseconds, after which what one speaker says is another utterance, where the engine gives words
/// alone: a silence inside an utterance would count as speech.
const PAUSE: u64 = 1000;
/// How many letters ahead a word is looked for, behind the word before.
const AHEAD: usize = 60;

/// Beginning and end, in milliseconds.
pub(super) type Time = (u64, u64);

/// A time of which the end is not before the beginning. Engines that align words let some end a hair before they
/// begin; a word without a beginning has no time.
pub(super) fn time(start: Option<u64>, end: Option<u64>) -> Option<Time> {
    let start = start?;
    Some((start, end.unwrap_or(start).max(start)))
}

/// On one line, with single spaces, without characters that nobody sees.
pub(super) fn clean(text: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let shown: String = text.chars().filter(seen).map(|c| if c.is_control() { ' ' } else { c }).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words as a text.
pub(super) fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut line = Line::default();
    words.for_each(|word| line.word(word, None));
    line.text
}

/// What the file calls a voice: its channel, its speaker, or one within the other.
pub(super) fn voice(channel: Option<&str>, speaker: Option<String>) -> Option<String> {
    match (channel, speaker) {
        (Some(channel), Some(speaker)) => Some(format!("{channel}, {speaker}")),
        (channel, speaker) => channel.map(str::to_owned).or(speaker),
    }
}

/// A line of text that grows word by word.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    words: Vec<TimedWord>,
    /// Whether no space comes before the next word.
    glued: bool,
}

impl Line {
    /// Adds a word, behind a space.
    pub(super) fn word(&mut self, word: &str, time: Option<Time>) {
        let word = clean(word);
        if word.is_empty() {
            return;
        }
        if !self.glued {
            self.space();
        }
        self.glued = false;
        self.push(&word, time);
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// Adds a punctuation mark: before a space where it closes, behind one where it opens, without any inside a
    /// word.
    pub(super) fn mark(&mut self, mark: &str) {
        let mark = clean(mark);
        let opens = mark.starts_with(['«', '“', '(', '[', '{', '¿', '¡']);
        if opens && !self.glued {
            self.space();
        }
        self.text.push_str(&mark);
        self.glued = opens || matches!(mark.as_str(), "-" | "'" | "’");
    }

    /// Adds a text as it stands, its spaces included.
    pub(super) fn verbatim(&mut self, text: &str, time: Option<Time>) {
        let cleaned = clean(text);
        let space = |c: char| c.is_whitespace() || c.is_control();
        if text.starts_with(space) {
            self.space();
        }
        if cleaned.is_empty() {
            return;
        }
        self.push(&cleaned, time);
        if text.ends_with(space) {
            self.space();
        }
    }

    fn push(&mut self, word: &str, time: Option<Time>) {
        let from = self.text.len();
        self.text.push_str(word);
        if let Some((start, end)) = time {
            self.words.push(TimedWord { span: from..self.text.len(), start, end });
        }
    }

    /// The line as an utterance; none where nothing is said. Times that are not given are those of the words.
    pub(super) fn utterance(
        mut self,
        speaker: Option<String>,
        time: (Option<u64>, Option<u64>),
        line: u64,
    ) -> Option<Utterance> {
        self.text.truncate(self.text.trim_end().len());
        if self.text.is_empty() {
            return None;
        }
        let start = time.0.or_else(|| self.words.iter().map(|word| word.start).min());
        let end = time.1.or_else(|| self.words.iter().map(|word| word.end).max());
        let end = end.map(|end| end.max(start.unwrap_or(end)));
        Some(Utterance { speaker, start, end, text: self.text, words: self.words, line })
    }
}

/// Utterances from a file that gives words one after the other, each with its speaker.
#[derive(Debug, Default)]
pub(super) struct Runs {
    utterances: Vec<Utterance>,
    line: Line,
    speaker: Option<String>,
    end: Option<u64>,
    element: u64,
}

impl Runs {
    /// Adds a word; a word without a speaker is said by who speaks.
    pub(super) fn word(&mut self, speaker: Option<&str>, word: &str, time: Option<Time>, element: u64) {
        let other = speaker.is_some() && speaker != self.speaker.as_deref();
        let silence = time.zip(self.end).is_some_and(|(time, end)| time.0 >= end.saturating_add(PAUSE));
        if other || silence {
            self.cut();
        }
        if let Some(speaker) = speaker {
            self.speaker = Some(speaker.to_owned());
        }
        if self.element == 0 {
            self.element = element;
        }
        self.end = time.map(|time| time.1).or(self.end);
        self.line.word(word, time);
    }

    /// Adds a punctuation mark behind the last word.
    pub(super) fn mark(&mut self, mark: &str, element: u64) {
        if self.element == 0 {
            self.element = element;
        }
        self.line.mark(mark);
    }

    /// Begins another utterance.
    pub(super) fn cut(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.utterances.extend(line.utterance(self.speaker.clone(), (None, None), self.element));
        self.element = 0;
    }

    /// What was said.
    pub(super) fn finish(mut self) -> Vec<Utterance> {
        self.cut();
        self.utterances
    }
}

/// Where words stand in a text that has them in this order, whatever its case and punctuation. Words that it
/// writes in another way (`deux cents`, `200`) are not found.
///
/// The result has the length of `words`, and its spans are in order and apart.
pub(super) fn locate(text: &str, words: &[&str]) -> Vec<Option<Range<usize>>> {
    let letters = letters(text);
    let starts = |i: usize| i == 0 || letters[i - 1].1.end < letters[i].1.start;
    let ends = |i: usize| i == letters.len() || letters[i - 1].1.end < letters[i].1.start;
    let mut from = 0;
    words
        .iter()
        .map(|word| {
            let sought: Vec<char> = self::letters(word).into_iter().map(|letter| letter.0).collect();
            let last = letters.len().checked_sub(sought.len()).filter(|_| !sought.is_empty())?;
            let found = (from..=last.min(from + AHEAD)).find(|i| {
                let end = i + sought.len();
                starts(*i)
                    && ends(end)
                    && letters[*i..end].iter().map(|letter| letter.0).eq(sought.iter().copied())
            })?;
            from = found + sought.len();
            let mut end = letters[from - 1].1.end;
            // The apostrophe belongs to the word that it shortens.
            if let Some(c) = text[end..].chars().next().filter(|c| matches!(c, '\'' | '’')) {
                end += c.len_utf8();
            }
            Some(letters[found].1.start..end)
        })
        .collect()
}

/// The letters and digits of a text, in lower case, each with its bytes.
fn letters(text: &str) -> Vec<(char, Range<usize>)> {
    let letters = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
    letters
        .map(|(at, c)| {
            let lower = c.to_lowercase().next().unwrap_or(c);
            (lower, at..at + c.len_utf8())
        })
        .collect()
}

/// Times the words that a text has; see [`locate`].
pub(super) fn timed(text: &str, words: &[(&str, Option<Time>)]) -> Vec<TimedWord> {
    let names: Vec<&str> = words.iter().map(|word| word.0).collect();
    locate(text, &names)
        .into_iter()
        .zip(words)
        .filter_map(|(span, word)| {
            let (start, end) = word.1?;
            Some(TimedWord { span: span?, start, end })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_stand_where_they_close_or_open() {
        let mut line = Line::default();
        for (word, mark) in
            [("bonjour", ","), ("il", ""), ("dit", "«"), ("oui", "»"), ("dis", "-"), ("moi", "?")]
        {
            line.word(word, None);
            if !mark.is_empty() {
                line.mark(mark);
            }
        }
        line.word("  ", Some((1, 2)));
        let said = line.utterance(None, (None, None), 1).unwrap();
        assert_eq!(said.text, "bonjour, il dit «oui» dis-moi?");
        assert_eq!(Line::default().utterance(None, (Some(1), Some(2)), 1), None);
    }

    #[test]
    fn a_silence_or_another_speaker_begins_an_utterance() {
        let mut runs = Runs::default();
        runs.word(Some("A"), "un", Some((0, 500)), 1);
        runs.word(None, "deux", Some((1499, 1600)), 2);
        runs.mark(".", 2);
        runs.word(Some("A"), "trois", Some((2600, 2700)), 3);
        runs.word(Some("B"), "quatre", None, 4);
        let said: Vec<_> =
            runs.finish().into_iter().map(|u| (u.speaker, u.start, u.end, u.text, u.line)).collect();
        let row = |s: &str, a, b, t: &str, l| (Some(s.to_owned()), a, b, t.to_owned(), l);
        assert_eq!(
            said,
            [
                row("A", Some(0), Some(1600), "un deux.", 1),
                row("A", Some(2600), Some(2700), "trois", 3),
                row("B", None, None, "quatre", 4)
            ]
        );
    }

    #[test]
    fn words_are_found_in_the_text_that_an_engine_writes() {
        let text = "Bonjour, j’ai 200 « euros » d’avance, n’est-ce pas ?";
        let words = ["bonjour", "j'", "ai", "deux", "cents", "EUROS", "d'avance", "n'est-ce", "pas"];
        let found: Vec<Option<&str>> =
            locate(text, &words).into_iter().map(|span| span.map(|span| &text[span])).collect();
        let some = |t| Some(t);
        assert_eq!(
            found,
            [
                some("Bonjour"),
                some("j’"),
                some("ai"),
                None,
                None,
                some("euros"),
                some("d’avance"),
                some("n’est-ce"),
                some("pas")
            ]
        );
        // A short word is not found inside a longer one.
        assert_eq!(locate("allô à tous", &["a", "à"]), [None, Some(6..8)]);
    }

    proptest! {
        #[test]
        fn spans_are_in_the_text_in_order(text in "\\PC{0,40}", words in prop::collection::vec("\\PC{0,4}", 0..9)) {
            let names: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut last = 0;
            for span in locate(&text, &names).into_iter().flatten() {
                prop_assert!(span.start >= last && text.get(span.clone()).is_some_and(|t| !t.is_empty()));
                last = span.end;
            }
        }

        #[test]
        fn the_words_of_a_text_are_all_found(words in prop::collection::vec("[a-zéà]{1,6}", 1..40)) {
            let names: Vec<&str> = words.iter().map(String::as_str).collect();
            let text = words.join(" ");
            let found = locate(&text, &names);
            prop_assert!(found.iter().zip(&names).all(|(span, name)| span.clone().is_some_and(|s| &text[s] == *name)));
        }

        #[test]
        fn a_line_has_single_spaces_and_its_words(parts in prop::collection::vec(("\\PC{0,5}|[ \\n\\t]{1,2}", 0u8..3), 0..12)) {
            let mut line = Line::default();
            for (text, kind) in &parts {
                match kind {
                    0 => line.word(text, Some((5, 9))),
                    1 => line.mark(text),
                    _ => line.verbatim(text, Some((5, 9))),
                }
            }
            if let Some(said) = line.utterance(None, (None, None), 1) {
                prop_assert_eq!(&clean(&said.text), &said.text);
                for word in &said.words {
                    prop_assert!(said.text.get(word.span.clone()).is_some_and(|word| !word.is_empty()));
                }
            }
        }
    }
}
