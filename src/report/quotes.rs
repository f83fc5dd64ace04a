//! Verbatims that illustrate the drivers of the main score, read again by their rows, personal data masked; those
//! that tell of someone's health, belief or distress stay out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use polars::prelude::DataFrame;
use rustc_hash::FxHashMap;

use super::Quote;
use super::findings::SIGNIFICANT;
use crate::Lang;
use crate::driver::{Driver, DriverKind};
use crate::error::Result;
use crate::privacy::{redact, sensitive};
use crate::read::{self, ROW, Table};
use crate::study::{Coding, MISSING, fold};
use crate::tally::{Candidate, Tally, TermKind, ThemePlan};
use crate::text::{Reader, Reading};
use crate::theme::{Matcher, Pole, hash};

/// Drivers illustrated on each side.
const DRIVERS: usize = 6;
/// Keywords illustrated on each side where themes are.
const WORDS: usize = 2;
/// Quotes for each driver.
const QUOTES: usize = 2;
/// Candidates for each theme: some of them will not be quoted.
const CANDIDATES: usize = 6;
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
    drivers: &[Driver],
    lang: Lang,
    readers: &[Reader],
    options: (u64, u64, usize),
) -> Result<(Vec<Quote>, u64)> {
    let (min_group, min_quotes, threads) = options;
    let shape = tally.shape();
    let mut markers: Vec<Option<Marker>> = readers
        .iter()
        .zip(&shape.themes)
        .map(|(reader, plan)| Some(Marker::new(reader, plan.as_ref()?)))
        .collect();
    markers.resize_with(coding.texts.len(), || None);
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
        if enough || !sensitive(text).is_empty() || !said.insert(bare(text)) {
            continue;
        }
        // An identifier may be cut by a line break: one line first, then the masks, then the length.
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let redaction = redact(&line, lang);
        masked += redaction.masks.len() as u64;
        let score = main.values.get(usize::from(*score)).copied();
        let text = shorten(&redaction.text);
        let theme = Some(&choice.driver.id).filter(|_| choice.driver.kind == DriverKind::Theme);
        let marker = markers[choice.question].as_mut().zip(theme);
        quotes.push(Quote {
            theme: theme.cloned(),
            marks: marker.map_or_else(Vec::new, |(marker, theme)| marker.marks(&text, theme)),
            question: question.clone(),
            keyword: keyword.clone(),
            file: tables[file as usize].name(),
            // Who has the file would know who wrote.
            row: Some(u64::from(row)).filter(|_| min_group <= 1),
            // Where small groups are protected, an exact score helps to tell who wrote.
            score: score.filter(|_| min_group <= 1),
            group: score.map(|s| main.scale.group(main.question.kind, s)),
            text,
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
            let strongest = || {
                drivers.iter().copied().filter(|d| {
                    d.topic
                        && d.target == target
                        && d.question == text.id
                        && d.q < SIGNIFICANT
                        && d.impact * sign > 0.0
                })
            };
            let pole = if sign < 0.0 { Pole::Negative } else { Pole::Positive };
            // A sub-theme would show the same verbatims again.
            let themes = strongest().filter(|d| d.adjusted.is_some()).take(DRIVERS);
            let before = chosen.len();
            for driver in themes {
                let candidates = exemplars(tally, question, driver, pole);
                chosen.extend(candidates.into_iter().map(|candidate| Chosen { question, driver, candidate }));
            }
            let words = if chosen.len() > before { WORDS } else { DRIVERS };
            for driver in strongest().filter(|d| d.kind.is_words()).take(words) {
                let Some(term) = terms.terms.get(driver.id.as_str()) else { continue };
                let candidates = term.quotes[group].best().iter();
                chosen.extend(candidates.map(|c| Chosen { question, driver, candidate: *c }));
            }
        }
    }
    chosen
}

/// The verbatims that stand best for a theme and a pole.
fn exemplars(tally: &Tally, question: usize, driver: &Driver, pole: Pole) -> Vec<Candidate> {
    let plan = tally.shape().themes.get(question).and_then(Option::as_ref);
    let themes = tally.themes.get(question).and_then(Option::as_ref);
    let (Some(plan), Some(themes)) = (plan, themes) else { return Vec::new() };
    let drawn = plan.book.theme(&driver.id).and_then(|theme| themes.exemplars(theme, pole));
    let terms = &tally.texts[question];
    let words = terms.terms.iter().filter(|(_, term)| term.kind == TermKind::Word);
    let frequency: FxHashMap<u64, u64> = words.map(|(key, term)| (hash(key), term.n)).collect();
    let held = |family: u64| frequency.get(&family).copied().unwrap_or_default();
    let best = drawn.map_or_else(Vec::new, |drawn| drawn.choose(CANDIDATES, terms.answered, &held));
    best.into_iter().map(|e| Candidate { rank: 0, file: e.file, row: e.row }).collect()
}

/// Finds the words of a quote that speak of its theme.
struct Marker {
    reader: Reader,
    matcher: Matcher,
    reading: Reading,
}

impl Marker {
    fn new(reader: &Reader, plan: &ThemePlan) -> Self {
        Self { reader: reader.clone(), matcher: Matcher::new(plan.book.clone()), reading: Reading::default() }
    }

    /// The words of `text` that speak of a theme, in characters.
    fn marks(&mut self, text: &str, theme: &str) -> Vec<[usize; 2]> {
        let Self { reader, matcher, reading } = self;
        let book = matcher.codebook().clone();
        let Some(number) = reader.read(text, reading) else { return Vec::new() };
        let mentions = matcher.mentions(text, reading, number, reader.analyzer(number));
        let chars = |byte: usize| text[..byte].chars().count();
        let of = mentions.iter().filter(|mention| book.themes[mention.theme].id == theme);
        let mut marks: Vec<[usize; 2]> =
            of.flat_map(|mention| &mention.hits).map(|hit| [chars(hit.start), chars(hit.end)]).collect();
        marks.sort_unstable();
        // Rules may find the same words: what overlaps is one.
        let mut joined: Vec<[usize; 2]> = Vec::new();
        for mark in marks {
            match joined.last_mut() {
                Some(last) if mark[0] <= last[1] => last[1] = last[1].max(mark[1]),
                _ => joined.push(mark),
            }
        }
        joined
    }
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
