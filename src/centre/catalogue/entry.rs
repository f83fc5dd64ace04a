//! What the catalogue says of an indicator, in both languages.

use schemars::JsonSchema;
use serde::Serialize;

use super::example::Example;
use crate::centre::fault::TableKind;
use crate::lang::Lang;
pub use crate::words::Text;

impl Text {
    /// The text in one language, typeset: French punctuation stays with its word, a number with what it counts.
    #[must_use]
    pub fn of(self, lang: Lang) -> String {
        bind(&lang.typeset(self.said(lang).to_owned()))
    }

    /// The text as it is typed: what names are compared with.
    pub(super) fn typed(self) -> [&'static str; 2] {
        [self.fr, self.en]
    }
}

/// A number kept on the line of what it counts.
pub(super) fn bind(text: &str) -> String {
    let mut digit = false;
    let bound = text.chars().map(|c| {
        let c = if digit && c == ' ' { '\u{a0}' } else { c };
        digit = c.is_ascii_digit();
        c
    });
    bound.collect()
}

/// Everything the catalogue says of an indicator.
#[derive(Debug)]
pub struct Entry {
    /// Its name, as a card shows it.
    pub name: Text,
    /// The abbreviation or the trade's short word, where one is usual: DMT, AHT.
    pub short: Option<Text>,
    /// Other names that French users type.
    pub aliases_fr: &'static [&'static str],
    /// Other names that English users type.
    pub aliases_en: &'static [&'static str],
    /// What is counted, over what, and what the figure does not say.
    pub definition: Text,
    /// The formula of each variant in words, by the variant's name, in the variants' order.
    pub readings: &'static [(&'static str, Text)],
    /// What usage calls otherwise or computes otherwise, and what the figure must not be compared with.
    pub caution: Text,
    /// What must be in the data, everything of it.
    pub needs: &'static [Need],
    /// A small case.
    pub example: Example,
    /// Where its card stands.
    pub group: Group,
    /// A value that the trade measures itself against, if there is one.
    pub benchmark: Option<Benchmark>,
}

/// Columns of a table.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    /// The table; none for what centre.toml declares.
    pub table: Option<TableKind>,
    /// What the columns hold, separated by commas.
    pub columns: Text,
}

/// Columns of `table`.
pub(super) const fn need(table: TableKind, columns: Text) -> Need {
    Need { table: Some(table), columns }
}

/// Values that centre.toml declares.
pub(super) const fn declared(columns: Text) -> Need {
    Need { table: None, columns }
}

/// A value that the trade measures itself against.
#[derive(Debug, Clone, Copy)]
pub struct Benchmark {
    /// In the unit of the indicator.
    pub value: f64,
    /// Where it comes from, and how far it goes.
    pub source: Text,
}

/// Families of cards, in the order of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// What waits at this instant.
    WorkInProgress,
    /// What came in and what was done.
    Activity,
    /// How well and how fast requests are handled.
    Performance,
    /// What the work takes: time, money, people.
    Productivity,
    /// What customers and agents think of it, and whether they stay.
    Satisfaction,
}

impl Group {
    /// Its title.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::WorkInProgress => pick!(lang, centre::work_in_progress),
            Self::Activity => pick!(lang, centre::activity),
            Self::Performance => pick!(lang, centre::handling_performance),
            Self::Productivity => pick!(lang, centre::productivity),
            Self::Satisfaction => pick!(lang, centre::satisfaction),
        }
    }
}
