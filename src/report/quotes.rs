//! Verbatims that illustrate the drivers of the main score, read again by their rows, personal data masked.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::DataFrame;

use super::Quote;
use crate::Lang;
use crate::driver::Driver;
use crate::error::Result;
use crate::privacy::redact;
use crate::read::{self, ROW, Table};
use crate::study::{Coding, fold};
use crate::tally::{Candidate, Shape, Tally};

/// Drivers illustrated on each side.
const DRIVERS: usize = 6;
/// Quotes for each driver.
const QUOTES: usize = 2;
/// Characters of a quote.
const LONGEST: usize = 400;

/// A verbatim that was chosen, and what for.
struct Chosen<'d> {
    question: usize,
    driver: &'d Driver,
    candidate: Candidate,
}

/// The quotes, and how many pieces of personal data were masked in them.
pub(super) fn collect(
    tables: &[Table],
    coding: &Coding,
    tally: &Tally,
    shape: &Shape,
    drivers: &[Driver],
    lang: Lang,
    threads: usize,
) -> Result<(Vec<Quote>, u64)> {
    let Some(main) = shape.targets.first().map(|t| &coding.scores[*t]) else { return Ok((Vec::new(), 0)) };
    let chosen = choose(coding, tally, &main.question.id, drivers);
    let mut texts: BTreeMap<(u32, u32, usize), (String, u16)> = BTreeMap::new();
    for (file, table) in tables.iter().enumerate() {
        let wanted: BTreeSet<(u32, usize)> = chosen
            .iter()
            .filter(|c| c.candidate.file as usize == file)
            .map(|c| (c.candidate.row, c.question))
            .collect();
        if wanted.is_empty() {
            continue;
        }
        let rows: BTreeSet<u32> = wanted.iter().map(|w| w.0).collect();
        let mut columns: Vec<&str> = coding.texts.iter().map(|t| t.column.as_str()).collect();
        columns.push(&main.question.column);
        columns.dedup();
        let parts = read::for_each_batch(
            table,
            &columns,
            threads,
            Vec::new,
            |found: &mut Vec<(u32, usize, String, u16)>, batch: &DataFrame| {
                let Ok(numbers) = batch.column(ROW).and_then(|c| c.u32()) else { return };
                let here: Vec<usize> = numbers
                    .iter()
                    .enumerate()
                    .filter(|(_, row)| row.is_some_and(|row| rows.contains(&row)))
                    .map(|(i, _)| i)
                    .collect();
                for i in here {
                    let row = numbers.get(i).unwrap_or_default();
                    let score = batch.column(&main.question.column).ok().and_then(|c| c.str().ok()?.get(i));
                    let score = score.map_or(crate::study::MISSING, |cell| main.code(cell));
                    for (question, text) in coding.texts.iter().enumerate() {
                        let cell = batch.column(&text.column).ok().and_then(|c| c.str().ok()?.get(i));
                        if let Some(cell) = cell.filter(|_| wanted.contains(&(row, question))) {
                            found.push((row, question, cell.to_owned(), score));
                        }
                    }
                }
            },
            &|_, _| {},
        )?;
        for (row, question, text, score) in parts.into_iter().flatten() {
            texts.insert((file as u32, row, question), (text, score));
        }
    }

    let mut masked = 0;
    let mut quotes: Vec<Quote> = Vec::new();
    let mut said = BTreeSet::new();
    for choice in chosen {
        let Candidate { file, row, .. } = choice.candidate;
        let Some((text, score)) = texts.get(&(file, row, choice.question)) else { continue };
        let keyword = &choice.driver.label;
        let enough = quotes.iter().filter(|q| q.keyword == *keyword).count() == QUOTES;
        if enough || !said.insert(bare(text)) {
            continue;
        }
        let redaction = redact(text, lang);
        masked += redaction.counts.values().sum::<u64>();
        let score = main.values.get(usize::from(*score)).copied();
        quotes.push(Quote {
            question: coding.texts[choice.question].id.clone(),
            keyword: keyword.clone(),
            file: tables[file as usize].name(),
            row: u64::from(row),
            score,
            group: score.map(|s| main.scale.group(main.question.kind, s)),
            text: shorten(&redaction.text),
        });
    }
    Ok((quotes, masked))
}

/// Candidates for each of the strongest drivers of the main score: unhappy ones for what costs points, happy
/// ones for what brings some.
fn choose<'d>(coding: &Coding, tally: &Tally, target: &str, drivers: &'d [Driver]) -> Vec<Chosen<'d>> {
    let mut chosen = Vec::new();
    for (question, (text, terms)) in coding.texts.iter().zip(&tally.texts).enumerate() {
        for (sign, group) in [(-1.0, 2), (1.0, 0)] {
            let strongest = drivers
                .iter()
                .filter(|d| {
                    d.topic
                        && d.target == target
                        && d.question == text.id
                        && d.q < 0.05
                        && d.impact * sign > 0.0
                })
                .take(DRIVERS);
            for driver in strongest {
                let Some(family) = terms.families.get(driver.id.as_str()) else { continue };
                let candidates = family.quotes[group].best().iter();
                chosen.extend(candidates.map(|c| Chosen { question, driver, candidate: *c }));
            }
        }
    }
    chosen
}

/// Letters and digits alone: two verbatims that differ only by case, accents or punctuation read as one.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// White space as single spaces, cut after a word with an ellipsis.
fn shorten(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.chars().count() + word.chars().count() + 1 > LONGEST && !out.is_empty() {
            out.push_str(" …");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(LONGEST));
    }
    out
}
