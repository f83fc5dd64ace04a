//! Rates of what evaluators heard, for the calls that the drawn ones stand for.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::estimate::{Ends, StratumMarks, estimate};
use super::frame::{Cell, Frame};
use super::{Evaluations, Measure, RateMethod, RateWarning};
use crate::transcript::{Plan, SamplingPeriod};

/// How rates are computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateOptions {
    /// Confidence level of the intervals, 0.95.
    pub level: f64,
    /// Periods of the rates where there is no plan; a plan has its own.
    pub period: SamplingPeriod,
}

/// What a rate is broken down by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RateBy {
    /// All calls.
    All,
    /// The calls of an agent.
    Agent,
    /// The calls of a period.
    Period,
}

/// A rate.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RateRow {
    /// What is measured.
    pub measure: Measure,
    /// Id of the item; null for another measure.
    pub item: Option<String>,
    /// What the rate is broken down by.
    pub by: RateBy,
    /// The agent, or the period (`2025-W27`, `2025-07`); null for all calls, and for the calls whose agent or date
    /// is not known.
    pub group: Option<String>,
    /// Share of calls 0…1, or mean score 0…100; null without an evaluated call to which it applies.
    pub value: Option<f64>,
    /// Evaluated calls to which it applies.
    pub n: u64,
    /// Evaluated calls of the group.
    pub evaluated: u64,
    /// Drawn calls of the group; null without a plan.
    pub drawn: Option<u64>,
    /// Calls of the group that could be drawn; null without a plan.
    pub calls: Option<u64>,
    /// Those of them in strata with an evaluated call: the rate speaks for them; null without a plan.
    pub covered: Option<u64>,
    /// Standard error, in the unit of the value.
    pub se: Option<f64>,
    /// Calls of a simple sample with the same precision.
    pub n_eff: Option<f64>,
    /// Lower end of the interval.
    pub ci_low: Option<f64>,
    /// Upper end of the interval.
    pub ci_high: Option<f64>,
    /// Formula of the interval; null without a value.
    pub method: Option<RateMethod>,
}

/// How much of the draw was evaluated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// Evaluated calls that count in the rates.
    pub evaluated: u64,
    /// Drawn calls; null without a plan.
    pub drawn: Option<u64>,
    /// Drawn calls that nobody evaluated yet; null without a plan.
    pub missing: Option<u64>,
    /// Calls that could be drawn; null without a plan.
    pub calls: Option<u64>,
    /// Those of them in strata with an evaluated call; null without a plan.
    pub covered: Option<u64>,
}

/// Rates of evaluated calls.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Rates {
    /// Confidence level of the intervals.
    pub level: f64,
    /// Periods of the rates.
    pub period: SamplingPeriod,
    /// Whether a plan shows that the calls were drawn.
    pub drawn: bool,
    /// How much of the draw was evaluated.
    pub coverage: Coverage,
    /// Evaluated calls that the plan did not draw, which no rate counts.
    pub outside_plan: u64,
    /// Without a plan: evaluated calls that are not among those read, which no rate counts.
    pub unknown_calls: u64,
    /// What to know before a rate is quoted.
    pub warnings: Vec<RateWarning>,
    /// Rates, by measure, then all calls, agents, periods.
    pub rows: Vec<RateRow>,
}

/// Rates of active listening and of every item, and mean scores: of all calls, by agent, by period.
///
/// With a plan, only drawn calls count, each for the N / m calls of its stratum, m being those evaluated; the
/// intervals are those of a stratified sample from a finite number of calls. Evaluated calls that the plan did not
/// draw, such as those picked for coaching, enter no rate and are counted. Without a plan every evaluated call counts
/// for one, the interval is that of a simple sample, and a warning says that nothing shows how the calls were picked.
///
/// The estimator is a weighted ratio, Σ w y / Σ w with w = N / m over the calls to which an item applies, its variance
/// that of the linearised total with the correction for a finite number of calls, and the interval that of Korn and
/// Graubard ([`RateMethod`]). Of twelve designs simulated in Python (1 to 30 agents, 1 to 10 drawn of 12 to 60 calls,
/// 3,000 draws each) the interval at 95 % held the truth in 95.2 to 99.8 % of the draws.
#[must_use]
pub fn rates(read: &Evaluations, plan: Option<&Plan>, options: &RateOptions) -> Rates {
    let period = plan.map_or(options.period, |plan| plan.period);
    let frame = Frame::new(read, plan, period);
    let coverage = frame.coverage(plan.is_some());
    let mut groups: BTreeMap<(RateBy, Option<&String>), Vec<&Cell>> = BTreeMap::new();
    groups.insert((RateBy::All, None), frame.cells.iter().collect());
    for cell in &frame.cells {
        groups.entry((RateBy::Agent, cell.agent.as_ref())).or_default().push(cell);
        if period != SamplingPeriod::None {
            groups.entry((RateBy::Period, cell.period.as_ref())).or_default().push(cell);
        }
    }
    let mut rows = Vec::new();
    for (measure, item) in read.measures() {
        for ((by, group), cells) in &groups {
            let mut row = rate(cells, (measure, item), plan.is_some(), options.level);
            row.item = item.map(|item| read.items[item].id.clone());
            (row.by, row.group) = (*by, group.cloned());
            rows.push(row);
        }
    }
    Rates {
        level: options.level,
        period,
        drawn: plan.is_some(),
        coverage,
        outside_plan: frame.outside_plan,
        unknown_calls: frame.unknown_calls,
        warnings: frame.warnings(&coverage),
        rows,
    }
}

fn rate(cells: &[&Cell], (measure, item): (Measure, Option<usize>), drawn: bool, level: f64) -> RateRow {
    let marks = |cell: &&Cell| StratumMarks {
        calls: cell.calls,
        marks: cell.evaluated.iter().filter_map(|call| call.mark(measure, item)).collect(),
    };
    let mut strata: Vec<StratumMarks> = cells.iter().map(marks).collect();
    if !drawn {
        // Nothing was drawn by stratum: one simple sample.
        let marks = strata.into_iter().flat_map(|stratum| stratum.marks).collect();
        strata = vec![StratumMarks { calls: None, marks }];
    }
    let sum = |of: &dyn Fn(&Cell) -> Option<u64>| {
        drawn.then(|| cells.iter().filter_map(|cell| of(cell)).sum::<u64>())
    };
    let covered = strata.iter().filter(|s| !s.marks.is_empty()).filter_map(|s| s.calls).sum();
    let mut row = RateRow {
        measure,
        item: None,
        by: RateBy::All,
        group: None,
        value: None,
        n: 0,
        evaluated: cells.iter().map(|cell| cell.evaluated.len() as u64).sum(),
        drawn: sum(&|cell| cell.drawn),
        calls: sum(&|cell| cell.calls),
        covered: drawn.then_some(covered),
        se: None,
        n_eff: None,
        ci_low: None,
        ci_high: None,
        method: None,
    };
    if let Some(estimate) = estimate(&strata) {
        let Ends { interval, n_eff, method } = match measure {
            Measure::Score => estimate.score(level),
            Measure::ActiveListening | Measure::Item => estimate.share(drawn, level),
        };
        (row.value, row.n, row.se) = (Some(estimate.value), estimate.n, Some(estimate.se));
        (row.n_eff, row.method) = (Some(n_eff), Some(method));
        (row.ci_low, row.ci_high) = (interval.map(|ends| ends.0), interval.map(|ends| ends.1));
    }
    row
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write;

    use jiff::civil::date;

    use super::super::read::tests::{cells, items};
    use super::*;
    use crate::Lang;
    use crate::transcript::{Draw, Drawable, draw};

    const OPTIONS: RateOptions = RateOptions { level: 0.95, period: SamplingPeriod::Month };

    fn centre(calls: u64) -> Vec<(String, String, u64)> {
        (0..calls).map(|i| (format!("c{i:03}"), format!("agent {}", i % 3), i)).collect()
    }

    fn drawable(centre: &[(String, String, u64)]) -> Vec<Drawable<'_>> {
        let day = |i: u64| date(2025, 6 + i8::try_from(i % 2).unwrap(), 10).at(9, 0, 0, 0);
        centre.iter().map(|(id, agent, i)| Drawable { id, agent: Some(agent), date: Some(day(*i)) }).collect()
    }

    fn plan(calls: &[Drawable<'_>], per_stratum: u64, seed: u64) -> Plan {
        let (period, exclude) = (SamplingPeriod::Month, BTreeSet::new());
        draw(calls, &Draw { per_stratum: per_stratum.try_into().unwrap(), period, seed, exclude })
    }

    fn read(sheet: &str, calls: &[Drawable<'_>]) -> Evaluations {
        let (headers, rows) = cells(sheet);
        Evaluations::read(&headers, rows, &items(), calls).unwrap()
    }

    /// Calls picked because something seemed wrong, all of them failed, move no figure.
    #[test]
    fn picked_calls_enter_no_rate() {
        let centre = centre(60);
        let calls = drawable(&centre);
        let plan = plan(&calls, 3, 5);
        let mut sheet = "appel;écoute active;accueil;rgpd\n".to_owned();
        let drawn: BTreeSet<&str> = plan.drawn.iter().map(|call| call.call.as_str()).collect();
        // One drawn call is not evaluated.
        for (at, id) in drawn.iter().skip(1).enumerate() {
            let heard = if at % 3 == 0 { "non" } else { "oui" };
            let greeted = if at % 2 == 0 { "NA" } else { "1" };
            writeln!(sheet, "{id};{heard};{greeted};oui").unwrap();
        }
        let before = rates(&read(&sheet, &calls), Some(&plan), &OPTIONS);
        let picked: Vec<&str> =
            centre.iter().map(|c| c.0.as_str()).filter(|id| !drawn.contains(id)).take(7).collect();
        for id in &picked {
            writeln!(sheet, "{id};non;0;non").unwrap();
        }
        let after = rates(&read(&sheet, &calls), Some(&plan), &OPTIONS);
        assert_eq!(before.rows, after.rows);
        assert_eq!((before.outside_plan, after.outside_plan), (0, 7));
        let coverage =
            Coverage { evaluated: 17, drawn: Some(18), missing: Some(1), calls: Some(60), covered: Some(60) };
        assert_eq!(after.coverage, coverage);
        assert_eq!(
            after.warnings,
            [RateWarning::OutsidePlan { calls: 7 }, RateWarning::Missing { drawn: 18, missing: 1 }]
        );
        assert!(
            after.warnings[0].message(Lang::Fr).starts_with("Appels évalués hors du plan d’écoute\u{a0}: 7.")
        );
        // By measure: all, three agents, two periods.
        assert_eq!(after.rows.len(), 5 * 6);
        let agents: Vec<&RateRow> = after
            .rows
            .iter()
            .filter(|r| r.by == RateBy::Agent && r.measure == Measure::ActiveListening)
            .collect();
        assert_eq!(agents.iter().map(|row| row.n).sum::<u64>(), 17);
        assert_eq!(agents.iter().filter_map(|row| row.calls).sum::<u64>(), 60);

        let (header, lines) = sheet.split_once('\n').unwrap();
        let turned: Vec<&str> = [header].into_iter().chain(lines.lines().rev()).collect();
        assert_eq!(rates(&read(&turned.join("\n"), &calls), Some(&plan), &OPTIONS), after);

        let without = rates(&read(&sheet, &calls), None, &OPTIONS);
        assert_eq!((without.coverage.evaluated, without.coverage.drawn), (24, None));
        assert_eq!(without.warnings, [RateWarning::NoPlan { evaluated: 24 }]);
        let row = &without.rows[0];
        assert_eq!((row.n, row.calls, row.method), (24, None, Some(RateMethod::Wilson)));
        let yes = row.value.unwrap() * 24.0;
        let ends = crate::metric::interval::wilson(yes.round() as u64, 24, 0.95).unwrap();
        assert!(
            (row.ci_low.unwrap() - ends.0).abs() < 1e-12 && (row.ci_high.unwrap() - ends.1).abs() < 1e-12
        );
    }

    #[test]
    fn a_stratum_without_an_evaluation_is_not_spoken_for() {
        let centre = centre(12);
        let calls = drawable(&centre);
        let plan = plan(&calls, 2, 5);
        let id = &plan.drawn[0].call;
        let found =
            rates(&read(&format!("appel;écoute active\n{id};oui\nx;non\n"), &calls), Some(&plan), &OPTIONS);
        let row = &found.rows[0];
        assert_eq!(
            (row.value, row.n, row.drawn, row.calls, row.covered),
            (Some(1.0), 1, Some(12), Some(12), Some(2))
        );
        let expected = [
            RateWarning::OutsidePlan { calls: 1 },
            RateWarning::Missing { drawn: 12, missing: 11 },
            RateWarning::Uncovered { strata: 5, calls: 10 },
            RateWarning::SingleCalls { strata: 1 },
        ];
        assert_eq!(found.warnings, expected);
        let silent = found.rows.iter().filter(|row| row.value.is_none());
        assert!(
            silent.clone().count() > 0 && silent.into_iter().all(|row| row.n == 0 && row.method.is_none())
        );
    }

    /// 400 draws of 2 calls of each agent and month, out of 90 whose truth is known: agent 2 listens half as often.
    /// An interval at 95 % holds the truth at least so often; 92 % leaves room to chance.
    #[test]
    fn intervals_of_drawn_calls_hold_the_truth() {
        let centre = centre(90);
        let calls = drawable(&centre);
        let listens = |i: u64| (i * 7919 + 13) % 11 < if i % 3 == 2 { 4 } else { 8 };
        let truth = centre.iter().filter(|call| listens(call.2)).count() as f64 / 90.0;
        let (mut held, mut sum) = (0, 0.0);
        for seed in 0..400 {
            let plan = plan(&calls, 2, seed);
            let mut sheet = "appel;écoute active\n".to_owned();
            for call in &plan.drawn {
                let i: u64 = call.call[1..].parse().unwrap();
                writeln!(sheet, "{};{}", call.call, u8::from(listens(i))).unwrap();
            }
            let frame = Frame::new(&read(&sheet, &calls), Some(&plan), plan.period);
            let cells: Vec<&Cell> = frame.cells.iter().collect();
            let row = rate(&cells, (Measure::ActiveListening, None), true, 0.95);
            held += u64::from(row.ci_low.unwrap() <= truth && truth <= row.ci_high.unwrap());
            sum += row.value.unwrap();
        }
        assert!(held >= 368, "{held} of 400");
        assert!((sum / 400.0 - truth).abs() < 0.02, "{} for {truth}", sum / 400.0);
    }
}
