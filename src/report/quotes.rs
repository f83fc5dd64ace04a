//! Verbatims that illustrate the drivers of the main score, read again by their rows, personal data masked.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use polars::prelude::DataFrame;

use super::Quote;
use super::findings::SIGNIFICANT;
use crate::Lang;
use crate::driver::Driver;
use crate::error::Result;
use crate::privacy::redact;
use crate::read::{self, ROW, Table};
use crate::study::{Coding, MISSING, fold};
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
    options: (u64, u64, usize),
) -> Result<(Vec<Quote>, u64)> {
    let (min_group, min_quotes, threads) = options;
    let Some(main) = shape.targets.first().map(|t| &coding.scores[*t]) else { return Ok((Vec::new(), 0)) };
    let spoken: Vec<&Driver> = drivers.iter().filter(|d| d.n >= min_quotes).collect();
    let chosen = choose(coding, tally, &main.question.id, &spoken);
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
        let columns = coding.columns();
        let left = AtomicUsize::new(wanted.len());
        let parts = read::for_each_batch(
            table,
            &columns,
            threads,
            Vec::new,
            |found: &mut Vec<(u32, usize, String, u16)>, batch: &DataFrame| {
                let Ok(rows) = batch.column(ROW).and_then(|c| c.u32()) else { return ControlFlow::Break(()) };
                let cell =
                    |column: &str, i: usize| batch.column(column).ok().and_then(|c| c.str().ok()?.get(i));
                for (i, row) in rows.iter().enumerate() {
                    let Some(row) = row else { continue };
                    for (_, question) in wanted.range((row, 0)..=(row, usize::MAX)) {
                        left.fetch_sub(1, Ordering::Relaxed);
                        if let Some(text) = cell(&coding.texts[*question].column, i) {
                            let score =
                                cell(&main.question.column, i).map_or(MISSING, |cell| main.code(cell));
                            found.push((row, *question, text.to_owned(), score));
                        }
                    }
                }
                // A chosen row is read once: the rest of a long file has nothing to say.
                if left.load(Ordering::Relaxed) == 0 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
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
        let question = &coding.texts[choice.question].id;
        let enough =
            quotes.iter().filter(|q| q.keyword == *keyword && q.question == *question).count() == QUOTES;
        if enough || !said.insert(bare(text)) {
            continue;
        }
        // An identifier may be cut by a line break: one line first, then the masks, then the length.
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let redaction = redact(&line, lang);
        masked += redaction.masks.len() as u64;
        let score = main.values.get(usize::from(*score)).copied();
        quotes.push(Quote {
            question: question.clone(),
            keyword: keyword.clone(),
            file: tables[file as usize].name(),
            // Who has the file would know who wrote.
            row: Some(u64::from(row)).filter(|_| min_group <= 1),
            // Where small groups are protected, an exact score helps to tell who wrote.
            score: score.filter(|_| min_group <= 1),
            group: score.map(|s| main.scale.group(main.question.kind, s)),
            text: shorten(&redaction.text),
        });
    }
    Ok((quotes, masked))
}

/// Candidates for each of the strongest drivers of the main score: unhappy ones for what costs points, happy
/// ones for what brings some.
fn choose<'d>(coding: &Coding, tally: &Tally, target: &str, drivers: &[&'d Driver]) -> Vec<Chosen<'d>> {
    let mut chosen = Vec::new();
    for (question, (text, terms)) in coding.texts.iter().zip(&tally.texts).enumerate() {
        for (sign, group) in [(-1.0, 2), (1.0, 0)] {
            let strongest = drivers
                .iter()
                .copied()
                .filter(|d| {
                    d.topic
                        && d.target == target
                        && d.question == text.id
                        && d.q < SIGNIFICANT
                        && d.impact * sign > 0.0
                })
                .take(DRIVERS);
            for driver in strongest {
                let Some(term) = terms.terms.get(driver.id.as_str()) else { continue };
                let candidates = term.quotes[group].best().iter();
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

/// Cut after a word, with an ellipsis.
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
