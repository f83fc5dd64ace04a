//! A report of calls looked up, and how its numbers are written.

use super::rows::{CallRow, MarkRow, Transcripts};
use crate::Lang;
use crate::report::Report;
use crate::report::amounts::{SMALL_BASE, brackets};
use crate::report::document::{Cell, QuoteView};
use crate::report::words::Words;
use crate::transcript::{SpokenKind, clock};

/// The calls of a report, and the words of its language.
pub(super) struct View<'a> {
    pub words: &'a Words<'a>,
    pub report: &'a Report,
    pub calls: &'a Transcripts,
}

impl<'a> View<'a> {
    /// The view of a report of calls; none of another one.
    pub fn new(words: &'a Words<'a>, report: &'a Report) -> Option<Self> {
        Some(Self { words, report, calls: report.transcripts.as_ref()? })
    }

    pub fn lang(&self) -> Lang {
        self.words.lang
    }

    /// A fraction as a percentage: `62,5 %`.
    pub fn percent(&self, fraction: f64) -> String {
        let decimals = usize::from(fraction != 0.0 && fraction != 1.0);
        self.lang().percent(100.0 * fraction, decimals)
    }

    /// `[45,3 ; 77,1]`, in percent.
    pub fn interval(&self, low: Option<f64>, high: Option<f64>) -> Option<String> {
        let end = |end: f64| self.lang().number(100.0 * end, 1);
        Some(brackets(self.lang(), &end(low?), &end(high?)))
    }

    /// A rate over its interval; a dash where there is none.
    pub fn rate(&self, rate: Option<f64>, low: Option<f64>, high: Option<f64>) -> Cell {
        let Some(rate) = rate else { return "–".to_owned().into() };
        Cell { text: self.percent(rate), under: self.interval(low, high), strong: false }
    }

    /// `18 sur 24`.
    pub fn of(&self, with: u64, n: u64) -> String {
        let (with, n) = (self.lang().count(with), self.lang().count(n));
        say!(self.words, calls_report::of_word(with, n))
    }

    /// `12 appels`.
    pub fn calls(&self, n: u64) -> String {
        counted!(self.words, n, calls_report::calls_counted_view)
    }

    /// The mark of a small base, and the note that explains it.
    pub fn small(n: u64) -> &'static str {
        if n < SMALL_BASE { "\u{a0}†" } else { "" }
    }

    pub fn small_note(&self) -> String {
        let least = self.lang().count(SMALL_BASE);
        say!(self.words, calls_report::base_under_calls_read_with_care(least))
    }

    /// What a term is, where it is no plain word.
    pub fn kind(&self, kind: SpokenKind) -> &'static str {
        match kind {
            SpokenKind::Word => pick!(self.words, calls_report::word),
            SpokenKind::Phrase => pick!(self.words, calls_report::phrase),
            SpokenKind::Negated => pick!(self.words, calls_report::denied_word),
            SpokenKind::Theme => pick!(self.words, calls_report::theme),
        }
    }

    /// The call of an id.
    pub fn call(&self, id: &str) -> Option<&'a CallRow> {
        self.calls.calls.iter().find(|call| call.id == id)
    }

    /// What a mark proves, as a quotation.
    pub fn quote(&self, mark: &MarkRow) -> QuoteView {
        let chars: Vec<char> = mark.text.chars().collect();
        let piece = |from: usize, to: usize| {
            chars[from.min(chars.len())..to.clamp(from.min(chars.len()), chars.len())]
                .iter()
                .collect::<String>()
        };
        let [from, to] = mark.mark;
        let pieces = [(piece(0, from), false), (piece(from, to), true), (piece(to, chars.len()), false)];
        QuoteView {
            text: mark.text.clone(),
            pieces: pieces.into_iter().filter(|(text, _)| !text.is_empty()).collect(),
            source: self.place(mark),
            group: None,
        }
    }

    /// `appel 12, 1:04, tour 8`, so that the moment is found.
    pub fn place(&self, mark: &MarkRow) -> String {
        let turn = self.lang().count(mark.turn);
        let mut place = vec![mark.call.clone()];
        place.extend(mark.at.map(clock));
        place.push(say!(self.words, calls_report::turn(turn)));
        place.join(", ")
    }

    /// `07/09 09:42`, `7 Sept 09:42`: of `2026-09-07T09:42:00`.
    pub fn moment(&self, date: &str) -> String {
        let part = |range: std::ops::Range<usize>| date.get(range).unwrap_or_default();
        let time = part(11..16);
        let day = self
            .words
            .pick(format!("{}/{}", part(8..10), part(5..7)), format!("{}-{}", part(5..7), part(8..10)));
        format!("{day}\u{a0}{time}").trim_end_matches('\u{a0}').to_owned()
    }

    /// A time in seconds: `3,2 s`; from a minute on `1:04`.
    pub fn seconds(&self, ms: f64) -> String {
        if ms < 60_000.0 {
            format!("{}\u{a0}s", self.lang().number(ms / 1000.0, 1))
        } else {
            clock(ms.round() as u64)
        }
    }
}
