//! What people heard: evaluations of calls on a grid, their rates, and how far evaluators agree.
//!
//! ```text
//! rows of a sheet → Evaluations (marks, score, faults) ─┬─ rates, from drawn calls only
//!                                                       ├─ trends by item
//!                                                       └─ agreement between evaluators
//! ```
//!
//! A call with several evaluations counts for one: what most evaluators say, the first of them on a tie. Agents and
//! evaluators are named as the files name them; whoever shows them replaces the names.

mod agreement;
mod columns;
mod estimate;
mod fault;
mod frame;
mod grid;
mod rates;
mod read;
mod sheet;
mod trend;
mod warning;
mod word;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::Lang;

pub use agreement::{Agreement, AgreementRow, LeniencyRow, PairRow, agreement};
pub use estimate::RateMethod;
pub use fault::{EvaluationError, EvaluationFault, FaultRow};
pub use grid::{ItemSpec, Mark};
pub use rates::{Coverage, RateBy, RateOptions, RateRow, Rates, rates};
pub use sheet::sheet;
pub use trend::{TrendPeriod, TrendRow, trends};
pub use warning::RateWarning;

/// What is measured on a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Whether the agent listens actively: a share of calls, 0…1.
    ActiveListening,
    /// Score on the grid, 0…100.
    Score,
    /// An item of the grid: a share of the calls that it applies to, 0…1; of an item with a scale, the mean mark as
    /// a fraction of the scale.
    Item,
}

impl Measure {
    /// What people call it; an item has a label of its own.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::ActiveListening => pick!(lang, calls::active_listening_in_evaluation),
            Self::Score => pick!(lang, calls::score_on_the_grid),
            Self::Item => pick!(lang, calls::item),
        }
    }
}

/// One person's evaluation of one call.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// The call.
    pub call: String,
    /// Who evaluated it.
    pub evaluator: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Row of the sheet, as the spreadsheet numbers it; of several, the first.
    pub row: u64,
    /// Whether the agent listens actively.
    pub listening: Option<bool>,
    /// Marks by number of the item in the grid; an item without a mark is absent.
    pub marks: BTreeMap<usize, Mark>,
}

impl Evaluation {
    fn is_marked(&self) -> bool {
        self.listening.is_some() || !self.marks.is_empty()
    }
}

/// An evaluation in a report.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EvaluationRow {
    /// The call.
    pub call: String,
    /// Who evaluated it; null where the sheet does not say.
    pub evaluator: Option<String>,
    /// Day of the evaluation, `2025-07-01`.
    pub date: Option<String>,
    /// Row of the sheet.
    pub row: u64,
    /// Whether the agent listens actively; null where not marked.
    pub active_listening: Option<bool>,
    /// Score on the grid, 0…100: 100 Σ weight × mark / Σ weight over the marked items that apply; 0 where an
    /// eliminating item fails; null where no item with a weight is marked.
    pub score: Option<f64>,
    /// Ids of the eliminating items that fail.
    pub eliminated_by: Vec<String>,
    /// Items with a mark.
    pub marked: u64,
    /// Items that do not apply to the call.
    pub not_applicable: u64,
    /// Items of the grid left blank.
    pub blank: u64,
}

/// Agent and date of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Known {
    agent: Option<String>,
    date: Option<Date>,
}

/// The evaluations of a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evaluations {
    items: Vec<ItemSpec>,
    calls: BTreeMap<String, Known>,
    heard: Vec<Evaluation>,
    faults: Vec<EvaluationFault>,
    by_call: BTreeMap<String, Vec<usize>>,
    unmarked: Vec<u64>,
}

/// What the evaluators of a call say together.
#[derive(Debug, Clone, Default, PartialEq)]
struct Consensus {
    listening: Option<bool>,
    /// By item of the grid: none where nobody marked it.
    marks: Vec<Option<Mark>>,
    /// Mean of the evaluators' scores.
    score: Option<f64>,
}

impl Evaluations {
    /// The grid.
    #[must_use]
    pub fn items(&self) -> &[ItemSpec] {
        &self.items
    }

    /// The evaluations, in the order of the sheet; one of each evaluator on each call.
    #[must_use]
    pub fn evaluations(&self) -> &[Evaluation] {
        &self.heard
    }

    /// What could not be read, or not matched with the calls and the grid, in the order of the sheet.
    #[must_use]
    pub fn faults(&self) -> &[EvaluationFault] {
        &self.faults
    }

    /// Rows that name a call and hold no mark: a sheet that is not filled in yet. They evaluate nothing, and replace
    /// no earlier row.
    #[must_use]
    pub fn unmarked(&self) -> &[u64] {
        &self.unmarked
    }

    /// The evaluations for a report.
    #[must_use]
    pub fn rows(&self) -> Vec<EvaluationRow> {
        let row = |evaluation: &Evaluation| {
            let applies = |mark: &&Mark| matches!(mark, Mark::Value(_));
            let marked = evaluation.marks.values().filter(applies).count() as u64;
            let all = evaluation.marks.len() as u64;
            let failed = grid::eliminated(&self.items, &evaluation.marks);
            EvaluationRow {
                call: evaluation.call.clone(),
                evaluator: evaluation.evaluator.clone(),
                date: evaluation.date.map(|date| date.to_string()),
                row: evaluation.row,
                active_listening: evaluation.listening,
                score: grid::score(&self.items, &evaluation.marks),
                eliminated_by: failed.map(|item| item.id.clone()).collect(),
                marked,
                not_applicable: all - marked,
                blank: self.items.len() as u64 - all,
            }
        };
        self.heard.iter().map(row).collect()
    }

    /// Whether the agent of a call listens actively, as most of its evaluators say; on a tie, as the first of them
    /// in the sheet says. None where nobody says.
    #[must_use]
    pub fn human(&self, call: &str) -> Option<bool> {
        majority(self.of(call).filter_map(|evaluation| evaluation.listening))
    }

    /// Whether a call meets an item, as [`Evaluations::human`] has it; with a scale, whether the mark lies in its
    /// upper half. None where nobody marks it, where it does not apply, and for an item that is not in the grid.
    #[must_use]
    pub fn human_item(&self, call: &str, item: &str) -> Option<bool> {
        let item = self.items.iter().position(|spec| spec.id == item)?;
        match self.mark(call, item)? {
            Mark::Value(value) => Some(value >= 0.5),
            Mark::NotApplicable => None,
        }
    }

    /// The evaluations of a call, in the order of the sheet.
    pub fn of(&self, call: &str) -> impl Iterator<Item = &Evaluation> {
        self.by_call.get(call).into_iter().flatten().map(|at| &self.heard[*at])
    }

    /// What the evaluators of a call say of an item: whether it applies as most say, then, of those for whom it
    /// does, what most say, or their mean on a scale.
    fn mark(&self, call: &str, item: usize) -> Option<Mark> {
        let marks = || self.of(call).filter_map(|evaluation| evaluation.marks.get(&item));
        if !majority(marks().map(|mark| matches!(mark, Mark::Value(_))))? {
            return Some(Mark::NotApplicable);
        }
        let values = || marks().filter_map(|mark| mark.value());
        if self.items.get(item).is_some_and(|spec| spec.scale.is_some()) {
            return mean(values()).map(Mark::Value);
        }
        majority(values().map(|value| value >= 0.5)).map(|met| Mark::Value(f64::from(u8::from(met))))
    }

    fn consensus(&self, call: &str) -> Consensus {
        Consensus {
            listening: self.human(call),
            marks: (0..self.items.len()).map(|item| self.mark(call, item)).collect(),
            score: mean(self.of(call).filter_map(|e| grid::score(&self.items, &e.marks))),
        }
    }

    /// Evaluated calls, ascending: those with at least one mark.
    fn evaluated(&self) -> impl Iterator<Item = &str> {
        self.by_call.keys().map(String::as_str).filter(|call| self.of(call).any(Evaluation::is_marked))
    }

    /// What can be measured: active listening, the score, every item by its number in the grid.
    fn measures(&self) -> impl Iterator<Item = (Measure, Option<usize>)> + use<> {
        let items = (0..self.items.len()).map(|item| (Measure::Item, Some(item)));
        [(Measure::ActiveListening, None), (Measure::Score, None)].into_iter().chain(items)
    }
}

impl Consensus {
    /// What a call is worth: 0…1, or 0…100 for the score.
    fn mark(&self, measure: Measure, item: Option<usize>) -> Option<Mark> {
        match measure {
            Measure::ActiveListening => self.listening.map(|yes| Mark::Value(f64::from(u8::from(yes)))),
            Measure::Score => self.score.map(Mark::Value),
            Measure::Item => self.marks.get(item?).copied().flatten(),
        }
    }
}

/// What most say; on a tie, what the first one says.
fn majority(votes: impl Iterator<Item = bool>) -> Option<bool> {
    let votes: Vec<bool> = votes.collect();
    let yes = votes.iter().filter(|vote| **vote).count();
    match (2 * yes).cmp(&votes.len()) {
        std::cmp::Ordering::Greater => Some(true),
        std::cmp::Ordering::Less => Some(false),
        std::cmp::Ordering::Equal => votes.first().copied(),
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0_u64), |(sum, n), value| (sum + value, n + 1));
    (n > 0).then(|| sum / n as f64)
}

#[cfg(test)]
mod tests {
    use super::read::tests::read;
    use super::*;

    #[test]
    fn most_evaluators_decide_and_the_first_one_on_a_tie() {
        let sheet = "appel;évaluateur;écoute active;accueil;ton\n\
                     1;Ana;oui;NA;2\n1;Bo;non;NA;4\n2;Ana;non;oui;\n2;Bo;oui;non;\n2;Cy;oui;non;\n3;Ana;;NA;\n";
        let read = read(sheet, &["1", "2", "3"]);
        assert_eq!((read.human("1"), read.human("2"), read.human("3")), (Some(true), Some(true), None));
        assert_eq!((read.human_item("1", "accueil"), read.human_item("2", "accueil")), (None, Some(false)));
        assert_eq!((read.human_item("1", "ton"), read.human_item("2", "ton")), (Some(true), None));
        assert_eq!((read.human_item("2", "inconnu"), read.human("9")), (None, None));
        assert_eq!(read.consensus("1").marks[1], Some(Mark::Value(f64::midpoint(2.0 / 5.0, 4.0 / 5.0))));
    }
}
