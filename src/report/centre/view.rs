//! A centre's report looked up: totals, periods, segments, and how each reads.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;

use super::period::{Grain, Period, date_of};
use crate::centre::{CentreSummary, Indicator, IndicatorRow};
use crate::report::Report;
use crate::report::words::Words;

/// Period and segment of a row; a segment of one column.
type Place<'a> = (Option<&'a str>, Option<(&'a str, &'a str)>);

/// The rows of a centre where a sentence or a table looks them up.
pub(super) struct View<'a> {
    pub words: &'a Words<'a>,
    pub report: &'a Report,
    pub summary: &'a CentreSummary,
    /// The reading of each indicator that the page shows first.
    main: BTreeMap<Indicator, &'a str>,
    cells: BTreeMap<(Indicator, Place<'a>), &'a IndicatorRow>,
}

impl<'a> View<'a> {
    /// The view of a report about a centre; none of a survey.
    pub fn new(words: &'a Words<'a>, report: &'a Report) -> Option<Self> {
        let summary = report.centre.as_ref()?;
        let mut main: BTreeMap<Indicator, &str> = BTreeMap::new();
        // The default reading, else the first that the tables give a value to: a file without cases tells the
        // resolution at first contact by its flag alone.
        let known = report.indicators.iter().filter(|r| r.value.is_some());
        for row in known.filter(|r| r.period.is_none() && r.segment.is_none()) {
            let kept = main.entry(row.id).or_insert(&row.variant);
            if row.variant == "default" {
                *kept = &row.variant;
            }
        }
        let mut cells = BTreeMap::new();
        for row in &report.indicators {
            let variant = main.get(&row.id).copied().unwrap_or("default");
            if let Some(place) = place(row).filter(|_| row.variant == variant) {
                cells.entry((row.id, place)).or_insert(row);
            }
        }
        Some(Self { words, report, summary, main, cells })
    }

    /// Whether the page shows this reading of the indicator first.
    pub fn is_main(&self, row: &IndicatorRow) -> bool {
        self.main.get(&row.id).copied().unwrap_or("default") == row.variant
    }

    /// The indicator over all periods and segments.
    pub fn total(&self, id: Indicator) -> Option<&'a IndicatorRow> {
        self.cell(id, (None, None))
    }

    /// The value of the total.
    pub fn total_value(&self, id: Indicator) -> Option<f64> {
        self.total(id)?.value
    }

    pub fn cell(&self, id: Indicator, place: Place<'a>) -> Option<&'a IndicatorRow> {
        self.cells.get(&(id, place)).copied()
    }

    /// Periods of one length in the order of time, with their text in report.json.
    pub fn periods(&self, grain: Grain) -> Vec<(Period, &'a str)> {
        let texts: BTreeSet<&str> = self
            .cells
            .keys()
            .filter(|(_, (_, s))| s.is_none())
            .filter_map(|(_, (period, _))| *period)
            .collect();
        let mut out: Vec<(Period, &str)> =
            texts.into_iter().filter_map(|text| Some((Period::parse(text)?, text))).collect();
        out.retain(|(period, _)| period.grain == grain);
        out.sort();
        out
    }

    /// Values of a segment column, over all periods, in the order of their names.
    pub fn values(&self, column: &str) -> Vec<&'a str> {
        let own = self.cells.keys().filter_map(|(_, (period, s))| s.filter(|_| period.is_none()));
        let values: BTreeSet<&str> = own.filter(|(c, _)| *c == column).map(|(_, value)| value).collect();
        values.into_iter().collect()
    }

    /// Of `wanted`, each once, those that have a value at one of the places.
    pub fn known(&self, wanted: impl IntoIterator<Item = Indicator>, places: &[Place<'a>]) -> Vec<Indicator> {
        let mut out: Vec<Indicator> = Vec::new();
        for id in wanted {
            let value = |place: &Place<'a>| self.cell(id, *place).is_some_and(|row| row.value.is_some());
            if !out.contains(&id) && places.iter().any(value) {
                out.push(id);
            }
        }
        out
    }

    /// Whether the data hold every day of a period on which the centre works.
    pub fn is_whole(&self, period: Period) -> bool {
        let (Some(from), Some(to)) =
            (self.summary.from.as_deref().and_then(date_of), self.summary.to.as_deref().and_then(date_of))
        else {
            return true;
        };
        let open: BTreeSet<u8> =
            self.summary.heat.iter().filter(|c| c.offered + c.dialled > 0).map(|c| c.weekday).collect();
        let mut day = period.start;
        while day <= period.end() {
            let weekday = day.weekday().to_monday_one_offset().unsigned_abs();
            let works = open.is_empty() || open.contains(&weekday);
            if works && (day < from || day > to) {
                return false;
            }
            day = day.saturating_add(1.day());
        }
        true
    }
}

/// Where a row stands; none under several segment columns at once.
fn place(row: &IndicatorRow) -> Option<Place<'_>> {
    let period = row.period.as_deref();
    match row.segment.as_deref() {
        None | Some([]) => Some((period, None)),
        Some([one]) => Some((period, Some((&one.column, &one.value)))),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn a_reading_that_has_a_value_stands_for_the_indicator() {
        let mut report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let fcr = Indicator::FirstContactResolution;
        assert_eq!(view.total(fcr).unwrap().variant, "flag");
        assert_eq!(view.total(Indicator::AverageHandleTime).unwrap().variant, "default");
        report.centre = None;
        assert!(View::new(&Words::new(&report), &report).is_none());
    }

    #[test]
    fn a_week_is_whole_when_its_working_days_are_in_the_data() {
        let mut report = sample::centre(Lang::Fr);
        let whole = |report: &Report, week: &str| {
            let words = Words::new(report);
            View::new(&words, report).unwrap().is_whole(Period::parse(week).unwrap())
        };
        assert!(whole(&report, "2025-W36") && whole(&report, "2025-W40"));
        assert!(!whole(&report, "2025-W41"));
        // Friday is the last day on which the centre works; a Thursday leaves the week open.
        report.centre.as_mut().unwrap().to = Some("2025-10-02T18:00:00".into());
        assert!(!whole(&report, "2025-W40"));
    }
}
