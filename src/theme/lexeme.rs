//! The signs of a rule: words, operators, brackets, and where they stand.

use super::error::Flaw;
use crate::text::tokenize;

/// Words that `près` may look over, at most.
const FURTHEST: usize = 50;
/// Function words that may stand between two words of a sequence.
pub(super) const LINKS: [&str; 59] = [
    "au", "aux", "avec", "ce", "ces", "cet", "cette", "d'", "dans", "de", "des", "du", "en", "for", "her",
    "his", "in", "l'", "la", "le", "les", "leur", "leurs", "ma", "mes", "mon", "my", "nos", "notre", "of",
    "our", "par", "pour", "sa", "ses", "son", "sur", "ta", "tes", "that", "the", "their", "these", "this",
    "to", "ton", "un", "une", "vos", "votre", "with", "your", "à", "its", "from", "at", "m'", "s'", "me",
];

/// Prepositions that mean something at either end of a sequence: “en ligne”, “merci à”.
pub(super) const OUTER: [&str; 14] =
    ["at", "au", "aux", "avec", "dans", "en", "for", "from", "in", "par", "pour", "sur", "with", "à"];

/// What an analyst writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sign {
    Open,
    Close,
    Or,
    And,
    Not,
    Near(usize),
    Denied(bool),
    /// A word; whether all its forms are meant.
    Word(String),
    /// Forms as they are written.
    Quoted(String),
    Prefix(String),
    Pattern(String),
}

/// A sign and its bytes in the rule.
pub(super) struct Lexeme {
    pub sign: Sign,
    pub at: usize,
    to: usize,
}

impl Lexeme {
    /// Its letters.
    pub fn shown(&self, text: &str) -> String {
        text[self.at..self.to].to_owned()
    }
}

/// Reads lexemes one by one.
pub(super) struct Lexemes<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexemes<'t> {
    /// Those of `text` from a byte on.
    pub fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }
}

impl Iterator for Lexemes<'_> {
    type Item = Result<Lexeme, (usize, Flaw)>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}', '\n', '\r']).len();
        let at = self.at;
        let first = self.text[at..].chars().next()?;
        let sign = self.sign(first);
        Some(sign.map(|sign| Lexeme { sign, at, to: self.at }))
    }
}

impl Lexemes<'_> {
    fn sign(&mut self, first: char) -> Result<Sign, (usize, Flaw)> {
        match first {
            '(' => Ok(self.take(first, Sign::Open)),
            ')' => Ok(self.take(first, Sign::Close)),
            '"' | '“' | '«' => {
                let close = match first {
                    '“' => '”',
                    '«' => '»',
                    _ => '"',
                };
                let inside = self.inside(first, close)?;
                Ok(Sign::Quoted(inside))
            }
            '/' => Ok(Sign::Pattern(self.inside('/', '/')?)),
            '=' => {
                self.at += 1;
                let word = self.word();
                if word.is_empty() {
                    let found = self.text[self.at..].chars().take(1).collect();
                    return Err((self.at, Flaw::WordExpected { found }));
                }
                Ok(Sign::Quoted(word))
            }
            _ => self.name(),
        }
    }

    fn take(&mut self, c: char, sign: Sign) -> Sign {
        self.at += c.len_utf8();
        sign
    }

    /// What stands between two signs; a sign after `\` stands for itself in a pattern.
    fn inside(&mut self, open: char, close: char) -> Result<String, (usize, Flaw)> {
        let from = self.at + open.len_utf8();
        let mut escaped = false;
        for (offset, c) in self.text[from..].char_indices() {
            if c == close && !escaped {
                self.at = from + offset + c.len_utf8();
                return Ok(self.text[from..from + offset].to_owned());
            }
            escaped = c == '\\' && !escaped;
        }
        Err((self.at, Flaw::Unclosed(open)))
    }

    fn word(&mut self) -> String {
        let rest = &self.text[self.at..];
        let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '“' | '«' | ':');
        let word = rest.split(ends).next().unwrap_or_default();
        self.at += word.len();
        word.to_owned()
    }

    /// A word, an operator or a mark with its colon.
    fn name(&mut self) -> Result<Sign, (usize, Flaw)> {
        let at = self.at;
        let word = self.word();
        let colon = self.text[self.at..].starts_with(':');
        match (word.as_str(), colon) {
            ("nié" | "nie" | "denied", true) => return Ok(self.take(':', Sign::Denied(true))),
            ("affirmé" | "affirme" | "affirmed", true) => return Ok(self.take(':', Sign::Denied(false))),
            ("ou" | "or", _) => return Ok(Sign::Or),
            ("et" | "and", _) => return Ok(Sign::And),
            ("sauf" | "not", _) => return Ok(Sign::Not),
            ("près" | "pres" | "near", _) => return self.distance(),
            _ => {}
        }
        if let Some(stem) = word.strip_suffix('*') {
            let letters = stem.chars().all(|c| c.is_alphabetic() || c == '-');
            if letters && stem.chars().count() >= 3 {
                return Ok(Sign::Prefix(stem.to_owned()));
            }
            return Err((at, Flaw::Prefix(word)));
        }
        if word.contains('*') {
            return Err((at, Flaw::Prefix(word)));
        }
        if tokenize(&word).is_empty() {
            let found: String = self.text[at..].chars().take(1).collect();
            return Err((at, Flaw::WordExpected { found }));
        }
        Ok(Sign::Word(word))
    }

    fn distance(&mut self) -> Result<Sign, (usize, Flaw)> {
        let rest = self.text[self.at..].trim_start();
        let at = self.text.len() - rest.len();
        let number = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let words = number.and_then(|(number, after)| Some((number.trim().parse().ok()?, after)));
        if let Some((words @ 1..=FURTHEST, after)) = words {
            self.at = self.text.len() - after.len();
            return Ok(Sign::Near(words));
        }
        let found = rest.split_whitespace().next().unwrap_or_default();
        Err((at, Flaw::Distance { found: found.to_owned() }))
    }
}
