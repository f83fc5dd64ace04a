//! What the figures of a contact centre are given besides their data: a heading, and how numbers are written
//! on an axis and in a cell.

use super::ChartKind;
use super::axis::{Axis, Bounds};
use super::sheet::Words;
use super::style::SMALL_BASE;
use crate::centre::{Unit, value_text};
use crate::lang::Lang;

/// What stands around a figure, in the report's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What the figure shows.
    pub kind: ChartKind,
    /// Name of the files and anchor in the page, e.g. `heat`, `waits`.
    pub id: String,
    /// Title, drawn in the picture.
    pub title: String,
    /// Line under the title: what is measured, over which period. May be empty.
    pub question: String,
    /// What the numbers rest on: definition, period, what is left out. Each figure adds how to read it.
    pub note: String,
}

impl Heading {
    /// A title alone; its files bear the name of the kind.
    #[must_use]
    pub fn new(kind: ChartKind, title: impl Into<String>) -> Self {
        let id = kind.id().to_owned();
        Self { kind, id, title: title.into(), question: String::new(), note: String::new() }
    }

    /// The words of a figure: this heading, its caption, and how to read it.
    pub(super) fn words(&self, caption: String, reading: &str) -> Words {
        Words {
            kind: self.kind,
            id: self.id.clone(),
            title: self.title.clone(),
            question: self.question.clone(),
            caption,
            note: format!("{} {reading}", self.note).trim().to_owned(),
        }
    }
}

/// How a figure writes numbers, beside [`value_text`]'s way with a value on a card.
impl Unit {
    /// A value as a label: that of cards and tables.
    pub(super) fn label(self, value: f64, lang: Lang) -> String {
        value_text(lang, self, value)
    }

    /// A value with so many decimals, as it stands on an axis.
    pub(super) fn tick(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Self::Percent => lang.percent(value, decimals),
            Self::Points => lang.signed(value, decimals),
            Self::Seconds if value.abs() < 10.0 => format!("{}\u{a0}s", lang.number(value, decimals)),
            Self::Mean | Self::Ratio | Self::Count | Self::Days => lang.number(value, decimals),
            Self::Seconds | Self::Minutes | Self::Euros => value_text(lang, self, value),
        }
    }

    /// A value without its unit, as short as it can be, for a cell under a heading; `fine` gives one decimal to
    /// those under 10, percents and points left out.
    pub(super) fn bare(self, value: f64, fine: bool, lang: Lang) -> String {
        let small = fine && value.abs() < 9.95;
        match self {
            Self::Points => lang.signed(value, 0),
            Self::Percent => lang.number(value, 0),
            _ if value.abs() >= 9_999.5 => {
                format!("{}\u{a0}k", lang.number(value / 1000.0, usize::from(value.abs() < 99_950.0)))
            }
            _ => lang.number(value, usize::from(small)),
        }
    }

    /// The unit in a heading: `%`, `s`; empty for counts and plain numbers.
    pub(super) fn symbol(self, lang: Lang) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Points => "points",
            Self::Seconds => "s",
            Self::Minutes => "min",
            Self::Days => pick!(lang, chart::days),
            Self::Euros => "€",
            Self::Count | Self::Mean | Self::Ratio => "",
        }
    }

    /// An axis that holds some values of this unit, between two pixels: never under zero but for points and means,
    /// percents never above 100 unless a value is, durations at round times.
    pub(super) fn axis(self, values: &[f64], ticks: f64, from: f64, to: f64) -> Axis {
        let most = values.iter().copied().filter(|v| v.is_finite()).fold(f64::NEG_INFINITY, f64::max);
        let (floor, ceiling, least) = match self {
            Self::Percent => (0.0, if most > 100.0 { f64::INFINITY } else { 100.0 }, 10.0),
            Self::Points => (-100.0, 100.0, 40.0),
            Self::Seconds | Self::Minutes => (0.0, f64::INFINITY, 10.0),
            Self::Days | Self::Count => (0.0, f64::INFINITY, 4.0),
            Self::Euros => (0.0, f64::INFINITY, 1.0),
            Self::Mean | Self::Ratio => (f64::NEG_INFINITY, f64::INFINITY, 0.5),
        };
        let bounds = Bounds { floor, ceiling, least, ticks };
        let second = match self {
            Self::Seconds => 1.0,
            Self::Minutes => 1.0 / 60.0,
            _ => return Axis::new(values.iter().copied(), bounds, from, to),
        };
        Axis::of_time(values.iter().copied(), second, bounds, from, to)
    }

    /// True when the text of a value counts in days of 24 hours.
    pub(super) fn in_days(self, value: f64) -> bool {
        let day = match self {
            Self::Seconds => 86_400.0,
            Self::Minutes => 1440.0,
            _ => return false,
        };
        value.abs() >= 1.99 * day
    }
}

/// What a † means.
pub fn small_base(lang: Lang) -> String {
    pick!(lang, chart::base_under(SMALL_BASE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_written() {
        let tick = |unit: Unit, value, lang| unit.tick(value, 0, lang);
        assert_eq!(tick(Unit::Percent, 80.0, Lang::Fr), "80\u{a0}%");
        assert_eq!(tick(Unit::Seconds, 5.0, Lang::Fr), "5\u{a0}s");
        assert_eq!(tick(Unit::Seconds, 300.0, Lang::Fr), "5\u{a0}min");
        assert_eq!(tick(Unit::Minutes, 120.0, Lang::En), "2\u{a0}h");
        assert_eq!(tick(Unit::Points, 20.0, Lang::En), "+20");
        assert!(Unit::Minutes.in_days(2880.0) && !Unit::Seconds.in_days(2880.0));
    }

    #[test]
    fn cells_are_short() {
        assert_eq!(Unit::Count.bare(3.26, true, Lang::Fr), "3,3");
        assert_eq!(Unit::Count.bare(12.6, true, Lang::Fr), "13");
        assert_eq!(Unit::Count.bare(12_345.0, false, Lang::En), "12.3\u{a0}k");
        assert_eq!(Unit::Percent.bare(83.4, true, Lang::En), "83");
    }

    #[test]
    fn axes_keep_to_their_unit() {
        assert_eq!(Unit::Percent.axis(&[97.0, 99.0], 4.0, 0.0, 1.0).ticks().last(), Some(&100.0));
        assert!(Unit::Percent.axis(&[140.0], 4.0, 0.0, 1.0).holds(140.0));
        assert_eq!(Unit::Seconds.axis(&[2.0, 3.0], 4.0, 0.0, 1.0).ticks().first(), Some(&0.0));
        assert_eq!(Unit::Seconds.axis(&[20.0, 520.0], 5.0, 0.0, 1.0).ticks()[1], 120.0);
        let hours = Unit::Minutes.axis(&[10.0, 700.0], 4.0, 0.0, 1.0).ticks();
        assert_eq!(hours, [0.0, 180.0, 360.0, 540.0, 720.0]);
    }

    #[test]
    fn a_heading_and_its_reading() {
        let heading = Heading { note: "Appels entrants.".to_owned(), ..Heading::new(ChartKind::Waits, "") };
        assert_eq!(heading.words(String::new(), "Cases vides.").note, "Appels entrants. Cases vides.");
        assert_eq!(Heading::new(ChartKind::Waits, "").words(String::new(), "n").note, "n");
    }
}
