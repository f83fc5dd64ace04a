//! Whether rates rise or fall from period to period.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::frame::Frame;
use super::{Evaluations, Mark, Measure};
use crate::keyness::benjamini_hochberg;
use crate::metric::trend::{TrendGroup, trend};
use crate::transcript::sampling::place;
use crate::transcript::{Plan, SamplingPeriod};

/// Calls of a period.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TrendPeriod {
    /// `2025-W27` or `2025-07`.
    pub period: String,
    /// Evaluated calls to which the item applies.
    pub n: u64,
    /// Those that meet it.
    pub met: u64,
    /// Their share, 0…1, each call counting for one.
    pub share: Option<f64>,
}

/// Trend of a rate.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TrendRow {
    /// Active listening or an item.
    pub measure: Measure,
    /// Id of the item; null for active listening.
    pub item: Option<String>,
    /// Periods with an evaluated call, in order of time.
    pub periods: Vec<TrendPeriod>,
    /// Change of the share from one period to the next, as a fraction.
    pub slope: Option<f64>,
    /// χ² of one degree of freedom (Cochran–Armitage).
    pub chi2: Option<f64>,
    /// Two-sided p-value; null with fewer than two periods, and where all calls say the same.
    pub p: Option<f64>,
    /// Its decimal logarithm.
    pub log10_p: Option<f64>,
    /// p corrected for the number of rows (Benjamini–Hochberg).
    pub q: Option<f64>,
}

/// Cochran–Armitage trend of active listening and of every item over periods, corrected over the rows.
///
/// The calls are those of [`rates`](super::rates()): drawn ones where there is a plan. Each counts for one: what is tested is
/// whether the evaluated calls change, and the test takes them for a simple sample of their period. Periods without
/// a call keep their distance. On a scale, the upper half meets the item. `period` cuts where there is no plan.
#[must_use]
pub fn trends(read: &Evaluations, plan: Option<&Plan>, period: SamplingPeriod) -> Vec<TrendRow> {
    let frame = Frame::new(read, plan, plan.map_or(period, |plan| plan.period));
    let mut rows: Vec<TrendRow> = Vec::new();
    for (measure, item) in read.measures().filter(|(measure, _)| *measure != Measure::Score) {
        let mut counts: BTreeMap<i64, TrendPeriod> = BTreeMap::new();
        for cell in &frame.cells {
            let Some((period, at)) = cell.period.as_ref().and_then(|key| Some((key, place(key)?))) else {
                continue;
            };
            let values =
                cell.evaluated.iter().filter_map(|call| call.mark(measure, item).and_then(Mark::value));
            let values: Vec<f64> = values.collect();
            if values.is_empty() {
                continue;
            }
            let count = counts.entry(at).or_insert_with(|| TrendPeriod {
                period: period.clone(),
                n: 0,
                met: 0,
                share: None,
            });
            count.n += values.len() as u64;
            count.met += values.iter().filter(|value| **value >= 0.5).count() as u64;
            count.share = Some(count.met as f64 / count.n as f64);
        }
        let groups: Vec<TrendGroup> = counts
            .iter()
            .map(|(at, count)| TrendGroup { score: *at as f64, x: count.met, n: count.n })
            .collect();
        let found = trend(&groups).filter(|_| groups.len() > 1);
        rows.push(TrendRow {
            measure,
            item: item.map(|item| read.items[item].id.clone()),
            periods: counts.into_values().collect(),
            slope: found.map(|trend| trend.slope),
            chi2: found.map(|trend| trend.chi2),
            p: found.map(|trend| trend.p.p),
            log10_p: found.map(|trend| trend.p.log10),
            q: None,
        });
    }
    let tested: Vec<f64> = rows.iter().filter_map(|row| row.p).collect();
    let q = benjamini_hochberg(&tested);
    rows.iter_mut().filter(|row| row.p.is_some()).zip(q).for_each(|(row, q)| row.q = Some(q));
    rows
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use jiff::civil::date;

    use super::super::read::tests::{cells, items};
    use super::*;
    use crate::transcript::Drawable;

    /// Months 1, 2 and 4: 2 of 6, 3 of 5, 5 of 6 listen; 5, 3, 2 greet. The formula of Armitage in Python, p by
    /// `scipy.stats.chi2.sf`, q by statsmodels 0.14, `multipletests(method="fdr_bh")`.
    #[test]
    fn a_missing_month_keeps_its_distance() {
        let months = [(1, 6, 2, 5), (2, 5, 3, 3), (4, 6, 5, 2)];
        let mut calls = Vec::new();
        let mut sheet = "appel;écoute active;accueil;ton\n".to_owned();
        for (month, n, listen, greet) in months {
            for i in 0..n {
                let id = format!("{month}-{i}");
                writeln!(sheet, "{id};{};{};", u8::from(i < listen), u8::from(i < greet)).unwrap();
                calls.push((id, date(2025, month, 3).at(8, 0, 0, 0)));
            }
        }
        let drawable: Vec<Drawable<'_>> =
            calls.iter().map(|(id, at)| Drawable { id, agent: None, date: Some(*at) }).collect();
        let (headers, rows) = cells(&sheet);
        let read = Evaluations::read(&headers, rows, &items(), &drawable).unwrap();
        let rows = trends(&read, None, SamplingPeriod::Month);
        let expected = [
            (0.160_337_552_742_615_96, 2.959_373_116_335_139_6, 0.085_381_037_616_678_5),
            (-0.162_447_257_383_966_26, 3.037_763_713_080_169_6, 0.081_347_911_384_907_12),
        ];
        for (row, (slope, chi2, p)) in rows.iter().zip(expected) {
            assert!(
                (row.slope.unwrap() - slope).abs() < 1e-9 && (row.chi2.unwrap() - chi2).abs() < 1e-9,
                "{row:?}"
            );
            assert!(
                (row.p.unwrap() - p).abs() < 1e-9 && (row.q.unwrap() - expected[0].2).abs() < 1e-9,
                "{row:?}"
            );
        }
        let periods: Vec<(&str, u64, u64)> =
            rows[0].periods.iter().map(|period| (period.period.as_str(), period.n, period.met)).collect();
        assert_eq!(periods, [("2025-01", 6, 2), ("2025-02", 5, 3), ("2025-04", 6, 5)]);
        assert_eq!((rows.len(), rows[2].item.as_deref(), rows[2].p, rows[2].q), (4, Some("ton"), None, None));
        assert!(trends(&read, None, SamplingPeriod::None).iter().all(|row| row.periods.is_empty()));
    }
}
