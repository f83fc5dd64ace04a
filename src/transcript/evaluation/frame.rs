//! The evaluated calls that enter the rates, by agent and period.

use std::collections::BTreeMap;

use super::{Consensus, Coverage, Evaluations, RateWarning};
use crate::transcript::{Plan, PlannedCall, SamplingPeriod};

/// Calls that were drawn together, and those of them that were evaluated.
pub(super) struct Cell {
    pub agent: Option<String>,
    pub period: Option<String>,
    pub calls: Option<u64>,
    pub drawn: Option<u64>,
    pub evaluated: Vec<Consensus>,
}

/// Agent and period of a call.
type Key = (Option<String>, Option<String>);

/// The evaluated calls that count, by agent and period.
pub(super) struct Frame {
    pub cells: Vec<Cell>,
    pub outside_plan: u64,
    pub unknown_calls: u64,
}

impl Frame {
    pub(super) fn new(read: &Evaluations, plan: Option<&Plan>, period: SamplingPeriod) -> Self {
        let mut frame = Self { cells: Vec::new(), outside_plan: 0, unknown_calls: 0 };
        let mut places: BTreeMap<Key, usize> = BTreeMap::new();
        for stratum in plan.iter().flat_map(|plan| &plan.strata) {
            places.insert((stratum.agent.clone(), stratum.period.clone()), frame.cells.len());
            frame.cells.push(Cell {
                agent: stratum.agent.clone(),
                period: stratum.period.clone(),
                calls: Some(stratum.calls),
                drawn: Some(stratum.drawn),
                evaluated: Vec::new(),
            });
        }
        // An id that a spreadsheet padded is the same call.
        let drawn: Option<BTreeMap<&str, Key>> = plan.map(|plan| {
            let of = |call: &PlannedCall| (call.agent.clone(), call.period.clone());
            plan.drawn.iter().map(|call| (call.call.trim(), of(call))).collect()
        });
        for call in read.evaluated() {
            let key = match &drawn {
                Some(drawn) => drawn.get(call.trim()).cloned(),
                None => read
                    .calls
                    .get(call)
                    .map(|known| (known.agent.clone(), known.date.and_then(|date| period.key(date)))),
            };
            let Some(key) = key else {
                let left_out =
                    if plan.is_some() { &mut frame.outside_plan } else { &mut frame.unknown_calls };
                *left_out += 1;
                continue;
            };
            let next = frame.cells.len();
            let at = *places.entry(key.clone()).or_insert(next);
            if at == next {
                let (agent, period) = key;
                frame.cells.push(Cell { agent, period, calls: None, drawn: None, evaluated: Vec::new() });
            }
            frame.cells[at].evaluated.push(read.consensus(call));
        }
        frame
    }

    pub(super) fn coverage(&self, drawn: bool) -> Coverage {
        let sum = |of: &dyn Fn(&Cell) -> u64| self.cells.iter().map(of).sum::<u64>();
        let evaluated = sum(&|cell| cell.evaluated.len() as u64);
        if !drawn {
            return Coverage { evaluated, ..Coverage::default() };
        }
        let n = sum(&|cell| cell.drawn.unwrap_or(0));
        let covered = sum(&|cell| cell.calls.filter(|_| !cell.evaluated.is_empty()).unwrap_or(0));
        Coverage {
            evaluated,
            drawn: Some(n),
            missing: Some(n.saturating_sub(evaluated)),
            calls: Some(sum(&|cell| cell.calls.unwrap_or(0))),
            covered: Some(covered),
        }
    }

    pub(super) fn warnings(&self, coverage: &Coverage) -> Vec<RateWarning> {
        let mut warnings = Vec::new();
        if coverage.drawn.is_none() {
            warnings.push(RateWarning::NoPlan { evaluated: coverage.evaluated });
        }
        if self.outside_plan > 0 {
            warnings.push(RateWarning::OutsidePlan { calls: self.outside_plan });
        }
        if self.unknown_calls > 0 {
            warnings.push(RateWarning::UnknownCalls { calls: self.unknown_calls });
        }
        if let (Some(drawn), Some(missing @ 1..)) = (coverage.drawn, coverage.missing) {
            warnings.push(RateWarning::Missing { drawn, missing });
        }
        let strata = |of: &dyn Fn(&&Cell) -> bool| self.cells.iter().filter(of).count() as u64;
        let uncovered = strata(&|cell| cell.calls.is_some() && cell.evaluated.is_empty());
        if let (1.., Some(calls), Some(covered)) = (uncovered, coverage.calls, coverage.covered) {
            warnings.push(RateWarning::Uncovered { strata: uncovered, calls: calls - covered });
        }
        let single = strata(&|cell| cell.evaluated.len() == 1 && cell.calls.is_some_and(|calls| calls > 1));
        if single > 0 {
            warnings.push(RateWarning::SingleCalls { strata: single });
        }
        warnings
    }
}
