//! The answers of a survey, with what joins them to the contacts.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use jiff::tz::TimeZone;
use polars::prelude::DataFrame;
use rustc_hash::FxHashMap;

use super::cells::{Batch, Row};
use super::config::Config;
use super::field::Field;
use super::infer::Mapping;
use super::link::Answer;
use super::moment::time_zone;
use super::source::{Source, hash};
use crate::error::Result;
use crate::read::{Table, for_each_batch};
use crate::study::Coding;

/// The columns of the fields that join, beside those of the study.
fn columns<'a>(mapping: &'a Mapping, mut more: Vec<&'a str>) -> Vec<&'a str> {
    for column in mapping.columns.values() {
        more.extend([Some(column.name.as_str()), column.second.as_deref()].into_iter().flatten());
    }
    more.sort_unstable();
    more.dedup();
    more
}

fn answer(row: &mut Row<'_>) -> Answer {
    Answer {
        row: row.number(),
        id: row.text(Field::Contact).map(hash),
        customer: row.text(Field::Customer).map(hash),
        moment: row.moment(Field::Date),
        scores: Vec::new(),
    }
}

fn read(
    source: &Source,
    table: &Table,
    coding: Option<&Coding>,
    zone: Option<&TimeZone>,
    threads: usize,
) -> Result<Vec<Answer>> {
    let names = columns(&source.mapping, coding.map_or_else(Vec::new, Coding::columns));
    let fold = |all: &mut Vec<Answer>, batch: &DataFrame| {
        let coded = coding.map(|coding| coding.code(batch, 0));
        let Some(cells) = Batch::new(batch, &source.mapping, zone) else { return ControlFlow::Break(()) };
        for (i, mut row) in cells.rows().enumerate() {
            let mut answer = answer(&mut row);
            if let (Some(coding), Some(coded)) = (coding, &coded) {
                for (question, (codes, score)) in coded.scores.iter().zip(&coding.scores).enumerate() {
                    if let Some(value) = score.values.get(usize::from(codes[i])) {
                        answer.scores.push((question, *value));
                    }
                }
            }
            all.push(answer);
        }
        ControlFlow::Continue(())
    };
    let parts = for_each_batch(table, &names, threads, Vec::new, fold, &|_, _| ())?;
    let mut all: Vec<Answer> = parts.into_iter().flatten().collect();
    all.sort_by_key(|answer| answer.row);
    Ok(all)
}

/// The answers of a file, each with the scores that it gives: the number of the question among those of `coding`, and
/// the answer.
///
/// # Errors
/// The file cannot be read.
pub fn answers(
    source: &Source,
    table: &Table,
    coding: &Coding,
    config: &Config,
    threads: usize,
) -> Result<Vec<Answer>> {
    let zone = config.centre.timezone.as_deref().and_then(time_zone);
    read(source, table, Some(coding), zone.as_ref(), threads)
}

/// Rows that answer again about a contact of which an earlier row speaks: by moment, then by row.
///
/// # Errors
/// The file cannot be read.
pub fn second_answers(source: &Source, config: &Config, threads: usize) -> Result<BTreeSet<u32>> {
    if !source.mapping.columns.contains_key(&Field::Contact) {
        return Ok(BTreeSet::new());
    }
    let zone = config.centre.timezone.as_deref().and_then(time_zone);
    let mut all = read(source, &source.table, None, zone.as_ref(), threads)?;
    all.sort_by_key(|answer| (answer.moment, answer.row));
    let mut seen: FxHashMap<u64, u64> = FxHashMap::default();
    let mut out = BTreeSet::new();
    for answer in &all {
        let Some(id) = answer.id else { continue };
        if seen.insert(id, answer.row).is_some() {
            out.insert(answer.row as u32);
        }
    }
    Ok(out)
}
