//! One report for each value of a segment column and one for the whole, under one joint suppression.
//!
//! The whole is understood once: questions, scales, weights, the families of words. Each entity is then counted
//! among its own rows with the same codes, so that the reports compare. What is hidden is decided over all of them
//! together ([`crate::privacy::plan_entities`], and for words, themes and models `joint`).

mod folder;
mod index;
mod joint;
mod name;

pub use folder::{check, write};
pub use index::{IndexEntry, SplitIndex};
pub use name::folder_names;

use std::sync::Arc;

use super::assemble::{Part, Prepared, Scope, assemble};
use super::findings::findings;
use super::hidden::{counts, questions};
use super::{EntitySummary, Options, REST, Report, Understood};
use crate::error::{Error, Result};
use crate::metric::Estimate;
use crate::privacy::{EntityPlan, plan, plan_entities, suppressed};
use crate::read::{Progress, Table};
use crate::study::{Coding, fold};
use crate::tally::{Domain, Tally};

/// The option that splits.
pub(super) const SPLIT_BY: &str = "--split-by";

/// The reports of a study that was split.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The column.
    pub column: String,
    /// The report of all responses.
    pub whole: Report,
    /// The reports of its values, in order.
    pub entities: Vec<EntityReport>,
    /// Values without a report: the whole hides them.
    pub without: Vec<String>,
    /// Responses without a value, in the whole alone; none where their number would tell something.
    pub unnamed: Option<u64>,
}

/// The report of one value.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityReport {
    /// The value.
    pub value: String,
    /// Name of its folder.
    pub folder: String,
    /// Its report.
    pub report: Report,
}

/// One entity, counted.
struct Counted {
    tables: Vec<Table>,
    coding: Coding,
    tally: Tally,
}

/// Tallies what was understood and makes the report of the whole, and one for each value of `options.split_by`.
///
/// # Errors
/// As [`super::build`]; no file has the column.
pub fn split(understood: &Understood, options: &Options, progress: Progress<'_>) -> Result<Split> {
    let prepared = Prepared::new(understood, options)?;
    let asked = options.split_by.clone().unwrap_or_default();
    let column = column(&prepared.coding, &asked)?;
    let min_group = understood.study.min_group();
    let tally = prepared.count(&understood.tables, options, progress)?;
    let counted = (0..prepared.coding.segments[column].values.len())
        .map(|value| count(understood, options, &prepared, (column, value)))
        .collect::<Result<Vec<_>>>()?;

    let all = counts(&prepared.coding, &tally, min_group);
    let hidden = plan(&all);
    let parts: Vec<_> = counted.iter().map(|part| questions(&part.coding, &part.tally)).collect();
    let plans = plan_entities(&all, &hidden, column, &parts);
    drop((all, parts));

    let scope =
        Scope { tables: &understood.tables, coding: &prepared.coding, tally: &tally, hidden, part: None };
    let mut whole = assemble(understood, options, &prepared, scope)?;
    let segment = &prepared.coding.segments[column];
    let names = folder_names(&segment.column, &segment.values);
    let (mut entities, mut without, mut tallies) = (Vec::new(), Vec::new(), vec![&tally]);
    for (value, (part, plan)) in counted.iter().zip(plans).enumerate() {
        let entity = EntitySummary { column: segment.column.clone(), value: segment.values[value].clone() };
        let Some(plan) = plan else {
            without.push(entity.value);
            continue;
        };
        let report = one(understood, options, &prepared, (part, plan), (&whole, &entity))?;
        entities.push(EntityReport { value: entity.value, folder: names[value].clone(), report });
        tallies.push(&part.tally);
    }
    if min_group > 1 {
        let mut reports: Vec<&mut Report> = entities.iter_mut().map(|e| &mut e.report).collect();
        joint::agree(&mut whole, &mut reports, &tallies, min_group);
    }
    for entity in &mut entities {
        compare(&whole, &mut entity.report);
    }
    let named: u64 = counted.iter().map(|part| part.tally.rows).sum();
    let unnamed = tally.rows - named;
    let told = without.is_empty() && !(unnamed > 0 && suppressed(unnamed, min_group));
    Ok(Split {
        column: segment.column.clone(),
        whole,
        entities,
        without,
        unnamed: Some(unnamed).filter(|_| told),
    })
}

/// The segment column of that name.
fn column(coding: &Coding, asked: &str) -> Result<usize> {
    let found = coding.segments.iter().position(|s| fold(&s.column) == fold(asked));
    found.ok_or_else(|| Error::UnknownSegment {
        option: SPLIT_BY,
        found: asked.to_owned(),
        known: coding.segments.iter().map(|s| s.column.clone()).collect(),
    })
}

/// The rows of one value of a segment column, coded and counted as the whole.
fn count(
    understood: &Understood,
    options: &Options,
    prepared: &Prepared,
    (column, value): (usize, usize),
) -> Result<Counted> {
    let segment = Arc::new(prepared.coding.segments[column].clone());
    let part = |table: &Table| {
        let own = segment.clone();
        let column = own.column.clone();
        table.part(
            vec![column.clone()],
            Box::new(move |cell| cell(&column).is_some_and(|cell| usize::from(own.code(cell)) == value)),
            options.threads,
        )
    };
    let tables = understood.tables.iter().map(part).collect::<Result<Vec<_>>>()?;
    let tally = prepared.count(&tables, options, &|_, _| ())?;
    let mut coding = prepared.coding.recounted(&tables, options.threads)?;
    // A column of one value says nothing inside the entity; one without values has no cells.
    for (other, segment) in coding.segments.iter_mut().enumerate() {
        let responses = |value: usize| tally.responses(Domain::new(None, Some((other, value))), None);
        let values = (0..segment.values.len()).filter(|v| responses(*v) > 0).count();
        if other == column || values < 2 {
            segment.values.clear();
        }
    }
    Ok(Counted { tables, coding, tally })
}

/// The report of one entity.
fn one(
    understood: &Understood,
    options: &Options,
    prepared: &Prepared,
    (part, plan): (&Counted, EntityPlan),
    (whole, entity): (&Report, &EntitySummary),
) -> Result<Report> {
    let mut coding = part.coding.clone();
    for (segment, shown) in coding.segments.iter_mut().zip(&plan.columns) {
        if !shown {
            segment.values.clear();
        }
    }
    let own = |e: &&Estimate| matches!(e.segment.as_deref(), Some([s]) if s.column == entity.column && s.value == entity.value);
    let totals: Vec<Estimate> = whole.metrics.iter().filter(own).cloned().collect();
    let scope = Scope {
        tables: &part.tables,
        coding: &coding,
        tally: &part.tally,
        hidden: plan.hidden,
        part: Some(Part { entity, totals: &totals }),
    };
    assemble(understood, options, prepared, scope)
}

/// Puts the comparisons of an entity with the other respondents, as the report of the whole has them, into its own,
/// and tells its findings anew.
fn compare(whole: &Report, report: &mut Report) {
    if let Some(entity) = &report.study.entity {
        let own = whole.comparisons.iter().filter(|c| {
            c.segment.is_none() && c.from == REST && c.by == entity.column && c.to == entity.value
        });
        report.comparisons.extend(own.cloned());
    }
    report.findings = findings(report);
}
