//! What the figures of a contact centre are given besides their data: a heading, the unit of the numbers,
//! and which way is better.

use super::axis::{Axis, Bounds};
use super::sheet::Words;
use super::style::SMALL_BASE;
use crate::lang::Lang;

/// What stands around a figure, in the report's language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
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
    /// The words of a figure: this heading, its caption, and how to read it.
    pub(super) fn words(&self, caption: String, reading: &str) -> Words {
        Words {
            id: self.id.clone(),
            title: self.title.clone(),
            question: self.question.clone(),
            caption,
            note: format!("{} {reading}", self.note).trim().to_owned(),
        }
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Better {
    /// The more the better: service level.
    Higher,
    /// The less the better: wait.
    Lower,
    /// Neither: volume.
    #[default]
    Neither,
}

/// Unit of a number, which says how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Percent, 0…100.
    Percent,
    /// Points of a net score, −100…100, written with their sign.
    Points,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Days.
    Days,
    /// Euros.
    Euros,
    /// A count, or a mean of counts.
    Count,
    /// A number without unit: a mean of a scale, contacts per case.
    Plain,
}

impl Unit {
    /// A value as a label: `83,4 %`, `74 s`, `5 min 12 s`, `2 h 05 min`, `4,20 €`.
    pub fn label(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Percent | Self::Points => self.tick(value, 1, lang),
            Self::Seconds if value.abs() >= 3599.5 => hours(value / 60.0, lang),
            Self::Seconds if value.abs() >= 119.5 => {
                let whole = value.abs().round();
                let minutes = lang.number((whole / 60.0).floor().copysign(value), 0);
                let rest = if whole % 60.0 > 0.0 {
                    format!("\u{a0}{:02.0}\u{a0}s", whole % 60.0)
                } else {
                    String::new()
                };
                format!("{minutes}\u{a0}min{rest}")
            }
            Self::Minutes if value.abs() >= 120.0 => hours(value, lang),
            Self::Euros | Self::Plain => self.tick(value, 2, lang),
            Self::Seconds | Self::Minutes | Self::Days | Self::Count => {
                let whole = value.abs() >= 100.0 || (value - value.round()).abs() < 1e-9;
                self.tick(value, usize::from(!whole), lang)
            }
        }
    }

    /// A value with so many decimals, as it stands on an axis.
    pub fn tick(self, value: f64, decimals: usize, lang: Lang) -> String {
        let number = lang.number(value, decimals);
        match self {
            Self::Percent => lang.percent(value, decimals),
            Self::Points => lang.signed(value, decimals),
            Self::Seconds => format!("{number}\u{a0}s"),
            Self::Minutes => format!("{number}\u{a0}min"),
            Self::Days => format!("{number}\u{a0}{}", lang.pick("j", "d")),
            Self::Euros => lang.pick(format!("{number}\u{a0}€"), format!("€{number}")),
            Self::Count | Self::Plain => number,
        }
    }

    /// A value without its unit, as short as it can be, for a cell under a heading; `fine` gives one decimal to
    /// those under 10, percents and points left out.
    pub fn bare(self, value: f64, fine: bool, lang: Lang) -> String {
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
    pub fn symbol(self, lang: Lang) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Points => "points",
            Self::Seconds => "s",
            Self::Minutes => "min",
            Self::Days => lang.pick("jours", "days"),
            Self::Euros => "€",
            Self::Count | Self::Plain => "",
        }
    }

    /// An axis that holds some values of this unit, between two pixels: never under zero but for points,
    /// percents never above 100 unless a value is.
    pub(super) fn axis(self, values: &[f64], ticks: f64, from: f64, to: f64) -> Axis {
        let most = values.iter().copied().filter(|v| v.is_finite()).fold(f64::NEG_INFINITY, f64::max);
        let (floor, ceiling, least) = match self {
            Self::Percent => (0.0, if most > 100.0 { f64::INFINITY } else { 100.0 }, 10.0),
            Self::Points => (-100.0, 100.0, 40.0),
            Self::Seconds | Self::Minutes => (0.0, f64::INFINITY, 10.0),
            Self::Days | Self::Count => (0.0, f64::INFINITY, 4.0),
            Self::Euros => (0.0, f64::INFINITY, 1.0),
            Self::Plain => (f64::NEG_INFINITY, f64::INFINITY, 0.5),
        };
        Axis::new(values.iter().copied(), Bounds { floor, ceiling, least, ticks }, from, to)
    }
}

/// What a † means.
pub fn small_base(lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("† : base inférieure à {SMALL_BASE}."),
        Lang::En => format!("†: base under {SMALL_BASE}."),
    }
}

/// Minutes as hours and minutes: `2 h 05 min`, `3 j 4 h` from two days on.
fn hours(minutes: f64, lang: Lang) -> String {
    let whole = minutes.abs().round();
    let sign = if minutes < 0.0 { "\u{2212}" } else { "" };
    let (long, short) = ((whole / 60.0).floor(), whole % 60.0);
    if long < 48.0 && short == 0.0 {
        format!("{sign}{}\u{a0}h", lang.number(long, 0))
    } else if long < 48.0 {
        format!("{sign}{}\u{a0}h\u{a0}{short:02.0}\u{a0}min", lang.number(long, 0))
    } else {
        let days = lang.number((long / 24.0).floor(), 0);
        format!("{sign}{days}\u{a0}{}\u{a0}{:.0}\u{a0}h", lang.pick("j", "d"), long % 24.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_written() {
        let fr = |unit: Unit, value| unit.label(value, Lang::Fr);
        assert_eq!(fr(Unit::Percent, 83.44), "83,4\u{a0}%");
        assert_eq!(fr(Unit::Seconds, 312.4), "5\u{a0}min\u{a0}12\u{a0}s");
        assert_eq!(fr(Unit::Seconds, 300.0), "5\u{a0}min");
        assert_eq!(fr(Unit::Seconds, 40.77), "40,8\u{a0}s");
        assert_eq!(fr(Unit::Seconds, 612.4), "10\u{a0}min\u{a0}12\u{a0}s");
        assert_eq!(fr(Unit::Seconds, 3599.6), "1\u{a0}h");
        assert_eq!(fr(Unit::Seconds, 7500.0), "2\u{a0}h\u{a0}05\u{a0}min");
        assert_eq!(fr(Unit::Minutes, 4560.0), "3\u{a0}j\u{a0}4\u{a0}h");
        assert_eq!(fr(Unit::Euros, 4.2), "4,20\u{a0}€");
        assert_eq!(Unit::Euros.label(4.2, Lang::En), "€4.20");
        assert_eq!(Unit::Points.label(12.0, Lang::En), "+12.0");
        assert_eq!(Unit::Count.label(1234.0, Lang::En), "1,234");
        assert_eq!(Unit::Seconds.label(f64::NAN, Lang::En), "–\u{a0}s");
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
    }

    #[test]
    fn a_heading_and_its_reading() {
        let heading = Heading { note: "Appels entrants.".to_owned(), ..Heading::default() };
        assert_eq!(heading.words(String::new(), "Cases vides.").note, "Appels entrants. Cases vides.");
        assert_eq!(Heading::default().words(String::new(), "n").note, "n");
    }
}
