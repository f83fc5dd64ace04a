//! Terms that come up more and more from day to day or from week to week.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use serde::Serialize;

use super::vocabulary::{SpokenKind, Vocabulary};
use super::{Call, SpeakerRole};
use crate::keyness::benjamini_hochberg;
use crate::metric::quasi_poisson::{QuasiPoisson, quasi_poisson, quasi_poisson_smoothed};

/// Calls that hold a term, at least.
pub const FEWEST_HOLDING: u64 = 8;
/// Periods with calls, at least.
pub const FEWEST_PERIODS: usize = 5;
/// Weeks from which weeks are the periods: over fewer of them a rise would have too few degrees of freedom to be sure.
pub const WEEKS: usize = 12;
/// q up to which a rise is sure.
pub const SURE: f64 = 0.05;
/// Days whose share is told as that of the last period, where periods are days.
const LAST_DAYS: f64 = 7.0;
/// Days from which weekdays get their own level.
const DAYS_WITH_WEEKDAYS: usize = 14;
/// Confidence of intervals.
const LEVEL: f64 = 0.95;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
}

/// Calls of one day or week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PeriodCount {
    /// Its first day, `2026-03-09`.
    pub period: String,
    /// Calls.
    pub calls: u64,
    /// Of those, calls that hold the term.
    pub with: u64,
}

/// A term and how its rate moves.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Emergence {
    /// The term.
    pub term: String,
    /// What it is.
    pub kind: SpokenKind,
    /// Calls that hold it.
    pub calls: u64,
    /// Periods with calls, in their order.
    pub periods: Vec<PeriodCount>,
    /// Factor by which its rate is multiplied at each step: 1.2 is a fifth more.
    pub growth_per_period: f64,
    /// Lower end of its interval at 0.95.
    pub ci_low: f64,
    /// Upper end of its interval.
    pub ci_high: f64,
    /// Factor from the first period to the last.
    pub growth: f64,
    /// Two-sided p-value: could the rate be steady? By the fall of the deviance, sharper than the interval where a term is
    /// new.
    pub p: f64,
    /// Benjamini–Hochberg q-value over the terms tested.
    pub q: f64,
    /// Pearson's χ² over its degrees of freedom: 1 where calls that hold it come as by chance, more where they come in
    /// bunches, which makes the test more careful.
    pub dispersion: f64,
    /// Whether one more call, shared among the periods, was needed to estimate the growth: it is only in the last or in
    /// the first ones.
    pub smoothed: bool,
    /// Share of the calls of the last period that hold it, 0…1; by days over two weeks or more, of the last seven days.
    pub last_share: f64,
    /// Calls of that last time.
    pub last_calls: u64,
    /// Share of the calls before.
    pub before_share: f64,
    /// Whether it rises, with q ≤ 0.05.
    pub rises: bool,
}

/// Terms by how they move.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Emergences {
    /// Terms tested: those that rise, then the others; by p, then by label.
    pub rows: Vec<Emergence>,
    /// Length of a period.
    pub step: Step,
    /// Periods with calls.
    pub periods: u64,
    /// Calls of a known date.
    pub calls: u64,
    /// Calls left out, since nothing tells their date.
    pub undated: u64,
    /// Whether weekdays have their own level for some term.
    pub weekdays: bool,
}

impl Emergences {
    /// A factor per period as a factor per week: growth is told by week, whatever the periods of the model.
    #[must_use]
    pub fn weekly(&self, per_period: f64) -> f64 {
        match self.step {
            Step::Day => per_period.powi(7),
            Step::Week => per_period,
        }
    }
}

/// A day or a week with calls.
struct Period {
    first: Date,
    /// Steps from the first period.
    step: f64,
    weekday: i8,
    calls: u64,
}

/// Which terms rise, among the words, phrases, denied words and themes of the turns of `role`, or of all.
///
/// Each term in at least [`FEWEST_HOLDING`] calls gets a log-linear model of its calls by period, with the calls of the
/// period as exposure and a linear trend ([`quasi_poisson`], tested by [`QuasiPoisson::column_p`]); periods are weeks from [`WEEKS`] of them on, else days;
/// those without calls are left out and keep their place on the axis. By days over two weeks or more, weekdays that each
/// come twice and hold the term have their own level. A term that is only in the last periods has no finite growth:
/// [`quasi_poisson_smoothed`] then gives one.
///
/// Nothing under [`FEWEST_PERIODS`] periods with calls. A straight line sees a rise that lasts, not a peak: look at the
/// periods.
#[must_use]
pub fn emergence(calls: &[Call], vocabulary: &Vocabulary, role: Option<SpeakerRole>) -> Emergences {
    // Of each call of the vocabulary, its day.
    let days: Vec<Option<Date>> =
        vocabulary.calls.iter().map(|call| calls.get(call.number)?.about.date.map(DateTime::date)).collect();
    let (step, firsts) = periods(&days);
    let mut found = Emergences {
        rows: Vec::new(),
        step,
        periods: 0,
        calls: days.iter().flatten().count() as u64,
        undated: days.iter().filter(|day| day.is_none()).count() as u64,
        weekdays: false,
    };
    let mut periods: BTreeMap<Date, u64> = BTreeMap::new();
    firsts.iter().flatten().for_each(|first| *periods.entry(*first).or_default() += 1);
    found.periods = periods.len() as u64;
    let Some(start) = periods.keys().next().copied() else { return found };
    let periods: Vec<Period> = periods
        .into_iter()
        .map(|(first, calls)| {
            let days = (first - start).get_days();
            let step = f64::from(days) / if step == Step::Week { 7.0 } else { 1.0 };
            Period { first, step, weekday: first.weekday().to_monday_zero_offset(), calls }
        })
        .collect();
    if periods.len() < FEWEST_PERIODS {
        return found;
    }
    for (term, with) in counts(vocabulary, &firsts, &periods, role) {
        let Some(fit) = Fit::new(&periods, &with, step) else { continue };
        found.weekdays |= fit.weekdays;
        let term = &vocabulary.terms[term];
        found.rows.push(row((&term.label, term.kind), &periods, step, &with, &fit));
    }
    let q = benjamini_hochberg(&found.rows.iter().map(|row| row.p).collect::<Vec<_>>());
    for (row, q) in found.rows.iter_mut().zip(q) {
        row.q = q;
        row.rises = q <= SURE && row.growth_per_period > 1.0;
    }
    // Stable: equals stay by label.
    found.rows.sort_by(|a, b| b.rises.cmp(&a.rises).then(a.p.total_cmp(&b.p)));
    found
}

/// The length of a period, and the first day of that of each call.
fn periods(days: &[Option<Date>]) -> (Step, Vec<Option<Date>>) {
    let monday = |day: Date| {
        let back = i64::from(day.weekday().to_monday_zero_offset());
        day.checked_sub(jiff::Span::new().days(back)).unwrap_or(day)
    };
    let weeks: Vec<Option<Date>> = days.iter().map(|day| day.map(monday)).collect();
    if weeks.iter().flatten().collect::<BTreeSet<_>>().len() >= WEEKS {
        (Step::Week, weeks)
    } else {
        (Step::Day, days.to_vec())
    }
}

/// The terms in enough calls, and in how many of each period.
fn counts(
    vocabulary: &Vocabulary,
    firsts: &[Option<Date>],
    periods: &[Period],
    role: Option<SpeakerRole>,
) -> Vec<(usize, Vec<u64>)> {
    let mut with: Vec<Vec<u64>> = vec![Vec::new(); vocabulary.terms.len()];
    for (call, first) in vocabulary.calls.iter().zip(firsts) {
        let Some(at) = first.and_then(|first| periods.binary_search_by_key(&first, |p| p.first).ok()) else {
            continue;
        };
        let turns = call.turns.iter().filter(|turn| role.is_none_or(|role| turn.role == role));
        let terms: BTreeSet<u32> = turns.flat_map(|turn| turn.terms.iter().copied()).collect();
        for term in terms {
            let row = &mut with[term as usize];
            row.resize(periods.len(), 0);
            row[at] += 1;
        }
    }
    let enough = |row: &Vec<u64>| row.iter().sum::<u64>() >= FEWEST_HOLDING;
    with.into_iter().enumerate().filter(|(_, row)| enough(row)).collect()
}

/// The model of a term.
struct Fit {
    model: QuasiPoisson,
    p: f64,
    smoothed: bool,
    weekdays: bool,
}

impl Fit {
    /// None where nothing can be estimated.
    fn new(periods: &[Period], with: &[u64], step: Step) -> Option<Self> {
        let counts: Vec<f64> = with.iter().map(|n| *n as f64).collect();
        let exposures: Vec<f64> = periods.iter().map(|period| period.calls as f64).collect();
        let steps: Vec<f64> = periods.iter().map(|period| period.step).collect();
        let tested = |model: QuasiPoisson, levels: &[Vec<f64>], smoothed| {
            let p = model.column_p(&quasi_poisson(&counts, &exposures, levels, LEVEL)?)?.p;
            Some(Self { model, p, smoothed, weekdays: !levels.is_empty() })
        };
        if step == Step::Day
            && let Some(levels) = weekdays(periods, with)
        {
            let columns: Vec<Vec<f64>> = std::iter::once(steps.clone()).chain(levels.clone()).collect();
            if let Some(model) = quasi_poisson(&counts, &exposures, &columns, LEVEL) {
                return tested(model, &levels, false);
            }
        }
        let columns = [steps];
        if let Some(model) = quasi_poisson(&counts, &exposures, &columns, LEVEL) {
            return tested(model, &[], false);
        }
        tested(quasi_poisson_smoothed(&counts, &exposures, &columns, LEVEL)?, &[], true)
    }
}

/// Indicators of the weekdays but the first one; none over less than two weeks, or where a weekday comes once or never
/// holds the term.
fn weekdays(periods: &[Period], with: &[u64]) -> Option<Vec<Vec<f64>>> {
    let span = periods.last()?.step + 1.0;
    let mut levels: BTreeMap<i8, (u64, u64)> = BTreeMap::new();
    for (period, with) in periods.iter().zip(with) {
        let level = levels.entry(period.weekday).or_default();
        *level = (level.0 + 1, level.1 + with);
    }
    if span < DAYS_WITH_WEEKDAYS as f64 || levels.values().any(|(days, with)| *days < 2 || *with == 0) {
        return None;
    }
    let column = |day: i8| periods.iter().map(|period| f64::from(u8::from(period.weekday == day))).collect();
    Some(levels.into_keys().skip(1).map(column).collect())
}

fn row(
    (label, kind): (&str, SpokenKind),
    periods: &[Period],
    step: Step,
    with: &[u64],
    fit: &Fit,
) -> Emergence {
    let slope = fit.model.coefficients[1];
    let span = periods.last().map_or(0.0, |period| period.step);
    // The last period; by days, the last seven of them, where there are some before.
    let first_of_last = periods.partition_point(|period| period.step + LAST_DAYS <= span);
    let last = if step == Step::Day && span >= 2.0 * LAST_DAYS { first_of_last } else { periods.len() - 1 };
    let calls = |from: usize, to: usize| periods[from..to].iter().map(|period| period.calls).sum::<u64>();
    let share =
        |from: usize, to: usize| with[from..to].iter().sum::<u64>() as f64 / calls(from, to).max(1) as f64;
    let count = |(period, with): (&Period, &u64)| PeriodCount {
        period: period.first.to_string(),
        calls: period.calls,
        with: *with,
    };
    Emergence {
        term: label.to_owned(),
        kind,
        calls: with.iter().sum(),
        periods: periods.iter().zip(with).map(count).collect(),
        growth_per_period: slope.value.exp(),
        ci_low: slope.ci_low.exp(),
        ci_high: slope.ci_high.exp(),
        growth: (slope.value * span).exp(),
        p: fit.p,
        q: 1.0,
        dispersion: fit.model.dispersion,
        smoothed: fit.smoothed,
        last_share: share(last, periods.len()),
        last_calls: calls(last, periods.len()),
        before_share: share(0, last),
        rises: false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::vocabulary::tests::{call, read};
    use super::super::vocabulary::{SpokenCall, SpokenTerm, SpokenTurn};
    use super::*;

    /// Numbers in 0…1, always the same: Steele, Lea & Flood's `SplitMix64`.
    struct Random(u64);

    impl Random {
        fn next(&mut self) -> f64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
        }
    }

    /// `a_day` calls on each of `days` days from a Monday, of which each holds each of `terms` terms with the
    /// probability that `rate` gives for the term and the day.
    fn drawn(
        days: usize,
        a_day: usize,
        terms: usize,
        mut rate: impl FnMut(usize, usize) -> f64,
        random: &mut Random,
    ) -> (Vec<Call>, Vocabulary) {
        let (mut calls, mut spoken) = (Vec::new(), Vec::new());
        for day in 0..days {
            let rates: Vec<f64> = (0..terms).map(|term| rate(term, day)).collect();
            for _ in 0..a_day {
                let mut call = Call { id: format!("{:05}", calls.len()), ..Call::default() };
                let at = date(2026, 3, 2)
                    .checked_add(jiff::Span::new().days(i64::try_from(day).unwrap()))
                    .unwrap();
                call.about.date = Some(at.at(9, 0, 0, 0));
                let terms = (0..).zip(&rates).filter(|(_, rate)| random.next() < **rate).map(|(i, _)| i);
                let turn = SpokenTurn {
                    role: SpeakerRole::Client,
                    backchannel: false,
                    terms: terms.collect(),
                    places: Vec::new(),
                };
                spoken.push(SpokenCall { number: calls.len(), id: call.id.clone(), turns: vec![turn] });
                calls.push(call);
            }
        }
        let terms = (0..terms).map(|i| SpokenTerm { label: format!("mot{i:03}"), ..SpokenTerm::unheard() });
        (calls, Vocabulary { terms: terms.collect(), calls: spoken })
    }

    /// Files in which a term is said to rise, of 60, and terms tested in all.
    fn false_alarms(days: usize, mut rate: impl FnMut(&mut Random) -> f64) -> (usize, usize) {
        let (mut random, mut noise) = (Random(1), Random(2));
        let (mut alarms, mut tested) = (0, 0);
        for _ in 0..60 {
            let (calls, vocabulary) = drawn(days, 12, 8, |_, _| rate(&mut noise), &mut random);
            let found = emergence(&calls, &vocabulary, None);
            alarms += usize::from(found.rows.iter().any(|row| row.rises));
            tested += found.rows.len();
        }
        (alarms, tested)
    }

    #[test]
    fn growth_is_told_by_week() {
        let of =
            |step| Emergences { rows: Vec::new(), step, periods: 0, calls: 0, undated: 0, weekdays: false };
        assert!((of(Step::Day).weekly(1.1) - 1.1f64.powi(7)).abs() < 1e-12);
        assert!((of(Step::Week).weekly(1.1) - 1.1).abs() < 1e-12);
    }

    #[test]
    fn what_is_steady_gives_no_false_alarm() {
        for days in [20, 70] {
            let (alarms, tested) = false_alarms(days, |_| 0.1);
            assert!(tested > 470 && alarms <= 3, "{days} days: {alarms} files of 60, {tested} terms");
        }
    }

    #[test]
    fn nor_does_what_comes_in_bunches() {
        for days in [20, 70] {
            let bunches = |noise: &mut Random| if noise.next() < 0.25 { 0.28 } else { 0.04 };
            let (alarms, tested) = false_alarms(days, bunches);
            assert!(tested > 470 && alarms <= 3, "{days} days: {alarms} files of 60, {tested} terms");
        }
    }

    #[test]
    fn a_planted_rise_is_found_and_told_by_its_periods() {
        let mut random = Random(5);
        let rate = |term: usize, day: usize| match term {
            0 => 0.04 * 1.25_f64.powf(day as f64 / 7.0),
            1 if day >= 84 => 0.3,
            1 => 0.0,
            _ => 0.1,
        };
        let (mut calls, vocabulary) = drawn(91, 12, 8, rate, &mut random);
        let found = emergence(&calls, &vocabulary, Some(SpeakerRole::Client));
        assert_eq!((found.step, found.periods, found.calls, found.undated), (Step::Week, 13, 1092, 0));
        let rising: BTreeSet<&str> =
            found.rows.iter().filter(|row| row.rises).map(|row| row.term.as_str()).collect();
        assert_eq!(rising, BTreeSet::from(["mot000", "mot001"]));
        let slow = found.rows.iter().find(|row| row.term == "mot000").unwrap();
        assert!(slow.ci_low < 1.25 && 1.25 < slow.ci_high && !slow.smoothed, "{slow:?}");
        assert!((slow.growth / slow.growth_per_period.powi(12) - 1.0).abs() < 1e-9);
        let sudden = found.rows.iter().find(|row| row.term == "mot001").unwrap();
        assert!(sudden.smoothed && sudden.before_share == 0.0 && sudden.last_share > 0.2, "{sudden:?}");
        assert_eq!(sudden.periods[12].period, "2026-05-25");
        assert_eq!(sudden.periods.iter().map(|period| period.calls).sum::<u64>(), 1092);
        assert!(emergence(&calls, &vocabulary, Some(SpeakerRole::Agent)).rows.is_empty());
        for call in &mut calls {
            call.about.date = None;
        }
        let found = emergence(&calls, &vocabulary, None);
        assert_eq!((found.rows.len(), found.undated, found.periods), (0, 1092, 0));
    }

    #[test]
    fn weekdays_have_their_own_level_and_are_no_rise() {
        let mut random = Random(9);
        // Four weeks from a Monday on, more at their end: without weekdays the line would bend.
        let rate = |_: usize, day: usize| [0.1, 0.1, 0.1, 0.1, 0.1, 0.4, 0.4][day % 7];
        let (calls, vocabulary) = drawn(28, 12, 4, rate, &mut random);
        let found = emergence(&calls, &vocabulary, None);
        assert!(found.weekdays && found.step == Step::Day && found.rows.len() == 4);
        assert!(found.rows.iter().all(|row| !row.rises && row.dispersion < 2.0), "{found:?}");
    }

    #[test]
    fn few_periods_say_nothing() {
        let mut calls = vec![call("1", &["C: Ma facture ?"]), call("2", &["C: Ma facture."])];
        calls[0].about.date = Some(date(2026, 3, 2).at(9, 0, 0, 0));
        let found = emergence(&calls, &read(&calls), None);
        assert_eq!((found.rows.len(), found.periods, found.calls, found.undated), (0, 1, 1, 1));
    }
}
