//! A hit in its context: some words before it, some after.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::width::CUT;
use crate::privacy::Redaction;
use crate::theme::Pole;
use crate::transcript::{SpeakerRole, Turn};

/// Characters of a context for each of its words, at most: what has no spaces is cut there.
const WORD: usize = 24;

/// A hit, where it stands, what is said around it. Texts are on one line: line breaks are written “ / ”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Line {
    /// The file.
    pub file: String,
    /// Row as the spreadsheet numbers it; of a transcript, the line of its file, or the number of the element.
    pub row: Option<u64>,
    /// The column; null in a transcript.
    pub column: Option<String>,
    /// The call; null in a survey.
    pub call: Option<String>,
    /// Who speaks; null in a survey.
    pub role: Option<SpeakerRole>,
    /// When it is said, in milliseconds from the beginning of the call; null where nothing tells.
    pub at_ms: Option<u64>,
    /// The words before, “…” first where there are more; with the space before the keyword.
    pub left: String,
    /// What was found.
    pub keyword: String,
    /// The words after, “…” last where there are more; with the space after the keyword.
    pub right: String,
    /// Whether it is denied: “pas clair”, “aucun retard”.
    pub negated: bool,
    /// How the text speaks of what is looked for, over all hits in it.
    pub pole: Pole,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place<'a> {
    /// Where it stands among all texts: file, row, column; or call, turn.
    pub order: (u64, u64, u64),
    /// The file.
    pub file: &'a str,
    /// Row as the spreadsheet numbers it.
    pub row: Option<u64>,
    /// The column.
    pub column: Option<&'a str>,
    /// Id of the call.
    pub call: Option<&'a str>,
    /// Who speaks.
    pub role: Option<SpeakerRole>,
    /// The turn, which tells when its words are said and the line of each.
    pub turn: Option<&'a Turn>,
}

/// Words before a hit, the hit, words after; on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Context {
    pub left: String,
    pub keyword: String,
    pub right: String,
}

impl Context {
    /// The context of `span`, bytes of the text that was redacted; none where all of it was masked.
    pub fn of(redaction: &Redaction<'_>, span: &Range<usize>, words: usize) -> Option<Self> {
        let hidden = |span: &Range<usize>| {
            redaction.masks.iter().any(|mask| mask.span.start <= span.start && span.end <= mask.span.end)
        };
        if hidden(span) {
            return None;
        }
        let text: &str = &redaction.text;
        let at = redaction.place(span.clone());
        let (mut from, mut to) = (before(text, at.start, words), after(text, at.end, words));
        for mask in &redaction.masks {
            // A mask is one sign: “[LICENCE PLATE]”.
            if mask.shown.start < from && from < mask.shown.end {
                from = mask.shown.start;
            }
            if mask.shown.start < to && to < mask.shown.end {
                to = mask.shown.end;
            }
        }
        let more = |rest: &str| rest.chars().any(|c| !c.is_whitespace());
        let (mut left, mut right) = (String::new(), one_line(&text[at.end..to]));
        if more(&text[..from]) {
            left.push_str(CUT);
            // Nothing but a cut inside a word has no space here.
            if text[..from].ends_with(char::is_whitespace) {
                left.push(' ');
            }
        }
        left.push_str(one_line(&text[from..at.start]).trim_start());
        if more(&text[to..]) {
            if text[to..].starts_with(char::is_whitespace) {
                right.push(' ');
            }
            right.push_str(CUT);
        } else {
            right.truncate(right.trim_end().len());
        }
        Some(Self { left, keyword: one_line(&text[at]), right })
    }
}

/// Where so many words before `end` begin.
fn before(text: &str, end: usize, words: usize) -> usize {
    let least = nth_character_back(text, end, words * WORD);
    let (mut at, mut seen) = (end, 0);
    while at > least {
        let rest = text[least..at].trim_end();
        if rest.is_empty() {
            // Only white space is left; what comes before it is another word.
            break;
        }
        let start = least + rest.rfind(char::is_whitespace).map_or(0, |at| next(rest, at));
        // The end of something longer may be signs alone.
        let cut = start == least && text[..least].ends_with(|c: char| !c.is_whitespace());
        if cut || is_word(&text[start..at]) {
            if seen == words {
                break;
            }
            seen += 1;
        }
        at = start;
    }
    at
}

/// Where so many words after `start` end.
fn after(text: &str, start: usize, words: usize) -> usize {
    let most = nth_character(text, start, words * WORD);
    let (mut at, mut seen) = (start, 0);
    while at < most {
        let rest = text[at..most].trim_start();
        if rest.is_empty() {
            break;
        }
        let begin = most - rest.len();
        let end = begin + rest.find(char::is_whitespace).unwrap_or(rest.len());
        let cut = end == most && text[most..].starts_with(|c: char| !c.is_whitespace());
        if cut || is_word(&text[begin..end]) {
            if seen == words {
                break;
            }
            seen += 1;
        }
        at = end;
    }
    at
}

/// A sign between spaces, « ! » in French, is no word.
fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The byte after the character at `at`.
fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The byte so many characters after `from`, or the end; never inside what reads as one character.
fn nth_character(text: &str, from: usize, n: usize) -> usize {
    text[from..].grapheme_indices(true).nth(n).map_or(text.len(), |(at, _)| from + at)
}

/// The byte so many characters before `to`, or the beginning.
fn nth_character_back(text: &str, to: usize, n: usize) -> usize {
    let last = text[..to].grapheme_indices(true).rev().take(n).last();
    last.map_or(if n == 0 { to } else { 0 }, |(at, _)| at)
}

/// White space as single spaces, line breaks as “ / ”, without control characters.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            let after = rest.trim_start();
            let space = &rest[..rest.len() - after.len()];
            let breaks = |c: char| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}');
            if space.contains(breaks) {
                out.push_str(" / ");
            } else if space.contains('\u{a0}') || space.contains('\u{202f}') {
                out.push('\u{a0}');
            } else {
                out.push(' ');
            }
            rest = after;
        } else {
            if !is_control(c) {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// What acts on a screen instead of showing: control characters, and those that turn the direction of writing.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Lang;
    use crate::privacy::redact;

    fn context(text: &str, keyword: &str, words: usize) -> Option<[String; 3]> {
        let start = text.find(keyword).unwrap();
        let found = Context::of(&redact(text, Lang::Fr), &(start..start + keyword.len()), words)?;
        Some([found.left, found.keyword, found.right])
    }

    #[test]
    fn so_many_words_stand_on_each_side() {
        for (text, keyword, words, expected) in [
            ("Le délai est long", "délai", 8, ["Le ", "délai", " est long"]),
            ("On dit que le délai est bien trop long", "délai", 2, ["… que le ", "délai", " est bien …"]),
            ("Après l'attente, plus rien !", "attente", 2, ["Après l'", "attente", ", plus rien !"]),
            ("Zut ! Quel délai\u{a0}! Oui", "délai", 2, ["Zut ! Quel ", "délai", "\u{a0}! Oui"]),
            ("Un\r\n\r\ndélai\tde  plus\n", "délai", 3, ["Un / ", "délai", " de plus"]),
            ("délai", "délai", 3, ["", "délai", ""]),
            ("a délai b", "délai", 0, ["… ", "délai", " …"]),
        ] {
            assert_eq!(context(text, keyword, words).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_masked_is_not_shown() {
        let text = "Merci à Sabrina pour le délai, rappel au 06 39 98 12 34 demain";
        assert_eq!(
            context(text, "délai", 9).unwrap(),
            ["Merci à [NOM] pour le ", "délai", ", rappel au [TÉLÉPHONE] demain"]
        );
        assert_eq!(context(text, "Sabrina", 9), None);
        assert_eq!(context(text, "Sabrina pour", 9).unwrap()[1], "[NOM] pour");
    }

    #[test]
    fn a_text_without_spaces_is_cut() {
        let text = format!("{}délai{}", "a\u{301}".repeat(500), "b".repeat(500));
        let [left, keyword, right] = context(&text, "délai", 2).unwrap();
        assert_eq!(left, format!("…{}", "a\u{301}".repeat(48)));
        assert_eq!((keyword.as_str(), right), ("délai", format!("{}…", "b".repeat(48))));
    }

    proptest! {
        #[test]
        fn the_parts_rebuild_a_part_of_the_redacted_text(
            text in "([a-zé']{1,6}|Merci à Julie|06 39 98 12 34|l'|\u{a0}!| |\n|\t|,|😀|e\u{301}|\u{202e}){0,30}",
            at in any::<prop::sample::Index>(),
            long in 1_usize..12,
            words in 0_usize..6,
        ) {
            let starts: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(i, _)| i).collect();
            prop_assume!(!starts.is_empty());
            let start = starts[at.index(starts.len())];
            let mut end = text.ceil_char_boundary((start + long).min(text.len()));
            while !text[start..end].ends_with(char::is_alphanumeric) {
                end = text.floor_char_boundary(end - 1);
            }
            let redaction = redact(&text, Lang::Fr);
            let Some(found) = Context::of(&redaction, &(start..end), words) else { return Ok(()) };
            let whole = format!(
                "{}{}{}",
                found.left.trim_start_matches(CUT).trim_start(),
                found.keyword,
                found.right.trim_end_matches(CUT).trim_end(),
            );
            prop_assert!(one_line(&redaction.text).contains(&whole), "{whole:?}");
            let counted = |side: &str| side.split_whitespace().filter(|chunk| is_word(chunk)).count();
            prop_assert!(counted(&found.left) <= words && counted(&found.right) <= words);
            prop_assert!(!whole.contains(char::is_control));
        }
    }
}
