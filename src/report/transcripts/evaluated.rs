//! What people heard in the calls, and how far the rules agree with them.

use std::collections::BTreeMap;
use std::path::Path;

use super::build::{TranscriptOptions, one_table, shown};
use super::calls::CallRead;
use super::rows::{EvaluatedCalls, ItemAgreement, PlanSummary};
use crate::Lang;
use crate::error::Result;
use crate::privacy::pseudonyms;
use crate::read::Cells;
use crate::transcript::evaluation::{
    self, EvaluationRow, Evaluations, ItemSpec, RateBy, RateOptions, rates, trends,
};
use crate::transcript::listening::{self, Grid, Sign};
use crate::transcript::{Call, Drawable, Plan, SamplingPeriod, TranscriptError};

/// Calls from which an agreement about an item is told.
const FEWEST: u64 = 5;

/// The grid as people mark it.
pub(super) fn specs(grid: &Grid) -> Vec<ItemSpec> {
    let spec = |item: &listening::Item| ItemSpec {
        id: item.id.clone(),
        label_fr: item.label.get(Lang::Fr).to_owned(),
        label_en: item.label.get(Lang::En).to_owned(),
        weight: item.weight,
        eliminating: item.eliminating,
        negative: item.sign == Sign::Negative,
        scale: None,
    };
    grid.items.iter().map(spec).collect()
}

/// The calls that can be drawn and evaluated.
pub(super) fn drawable(calls: &[Call]) -> Vec<Drawable<'_>> {
    let of = |call| {
        let Call { id, about, .. }: &Call = call;
        Drawable { id, agent: about.agent.as_deref(), date: about.date }
    };
    calls.iter().map(of).collect()
}

/// Reads a plan.
///
/// # Errors
/// The file cannot be read, or is no plan.
pub(super) fn plan(path: &Path, options: &TranscriptOptions) -> Result<Plan> {
    let Cells { file, headers, rows } = one_table(path, options)?;
    Ok(Plan::from_rows(&headers, rows)
        .map_err(|error| TranscriptError::Plan { file, error: Box::new(error) })?)
}

/// The evaluations, where some are given.
///
/// # Errors
/// A file cannot be read, or is none of evaluations.
pub(super) fn read(
    calls: &[Call],
    agents: &[Option<String>],
    read: &[CallRead],
    grid: &Grid,
    options: &TranscriptOptions,
    lang: Lang,
) -> Result<Option<(Evaluations, EvaluatedCalls)>> {
    let Some(path) = &options.evaluations else { return Ok(None) };
    let level = options.shared.level;
    let Cells { file, headers, rows } = one_table(path, options)?;
    let items = specs(grid);
    let evaluations = Evaluations::read(&headers, rows, &items, &drawable(calls))
        .map_err(|error| TranscriptError::Evaluations { file: file.clone(), error: Box::new(error) })?;
    let plan = options.plan.as_deref().map(|path| self::plan(path, options)).transpose()?;
    let period = plan.as_ref().map_or(SamplingPeriod::Month, |plan| plan.period);
    let mut rates = rates(&evaluations, plan.as_ref(), &RateOptions { level, period });
    // Who is named in the files goes under the name that the report gives.
    let known = calls
        .iter()
        .zip(agents)
        .filter_map(|(call, agent)| Some((call.about.agent.clone()?, agent.clone()?)));
    let known: BTreeMap<String, String> = known.collect();
    for row in rates.rows.iter_mut().filter(|row| row.by == RateBy::Agent) {
        let shown = row.group.as_ref().map(|name| known.get(name).unwrap_or(name).clone());
        row.group = shown;
    }
    rates
        .rows
        .sort_by(|a, b| (a.measure, &a.item, a.by, &a.group).cmp(&(b.measure, &b.item, b.by, &b.group)));
    let mut agreement = evaluation::agreement(&evaluations, level);
    if !options.agent_names {
        rename(&mut agreement, &evaluations.rows(), lang);
    }
    let listened = |(call, read): (&Call, &CallRead)| {
        Some((read.listening.as_ref()?.listened?, evaluations.human(&call.id)?))
    };
    let both: Vec<(bool, bool)> = calls.iter().zip(read).filter_map(listened).collect();
    let of_item = |(at, item): (usize, &listening::Item)| {
        let pair = |(call, read): (&Call, &CallRead)| {
            let found = read.listening.as_ref()?.items.get(at).filter(|found| found.applicable)?;
            Some((found.count > 0, evaluations.human_item(&call.id, &item.id)?))
        };
        let pairs: Vec<(bool, bool)> = calls.iter().zip(read).filter_map(pair).collect();
        let agreement = listening::agreement(&pairs, level).filter(|found| found.n >= FEWEST)?;
        Some(ItemAgreement { id: item.id.clone(), label: item.label.get(lang).to_owned(), agreement })
    };
    let rows = EvaluatedCalls {
        file: shown(path),
        plan: plan.as_ref().zip(options.plan.as_ref()).map(|(plan, path)| PlanSummary {
            file: shown(path),
            seed: plan.seed,
            per_stratum: plan.per_stratum.get(),
            eligible: plan.eligible,
            excluded: plan.excluded,
            drawn: plan.drawn.len() as u64,
        }),
        rates,
        agreement,
        trends: trends(&evaluations, plan.as_ref(), period),
        detection: listening::agreement(&both, level),
        detection_items: grid.items.iter().enumerate().filter_map(of_item).collect(),
        faults: evaluations.faults().iter().map(|fault| fault.to_row(lang)).collect(),
    };
    Ok(Some((evaluations, rows)))
}

/// Numbers evaluators.
fn rename(agreement: &mut evaluation::Agreement, rows: &[EvaluationRow], lang: Lang) {
    let mut names: Vec<String> = rows.iter().filter_map(|row| row.evaluator.clone()).collect();
    names.sort_unstable();
    names.dedup();
    let numbered = pseudonyms(&names, pick!(lang, calls_report::evaluator));
    let known: BTreeMap<&String, &String> = names.iter().zip(&numbered).collect();
    let rename = |name: &mut String| {
        if let Some(number) = known.get(&*name) {
            *name = (*number).clone();
        }
    };
    for pair in &mut agreement.pairs {
        rename(&mut pair.first);
        rename(&mut pair.second);
    }
    for row in &mut agreement.leniency {
        rename(&mut row.evaluator);
    }
}
