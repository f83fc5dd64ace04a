//! The one pass: what a thread counts while it reads.

use std::hash::Hasher;
use std::sync::Arc;

use rustc_hash::FxHasher;

use super::quotes::Candidate;
use super::terms::Terms;
use super::themes::{Speaker, ThemeCounter};
use super::words::{Author, WordCounter};
use super::{Shape, Tally};
use crate::study::{Group, MISSING, Responses, is_missing_word};
use crate::text::{Language, Reader};

/// Counts of one thread. Families and forms are numbered in the order in which this thread met them;
/// [`finish`](Self::finish) replaces the numbers by their names.
pub struct Counter {
    tally: Tally,
    texts: Vec<WordCounter>,
    themes: Vec<Option<ThemeCounter>>,
}

impl Counter {
    /// Nothing counted yet; `readers` read the open questions, in their order.
    #[must_use]
    pub fn new(shape: Arc<Shape>, readers: &[Reader]) -> Self {
        let width = shape.target_width();
        let texts = readers.iter().map(|reader| WordCounter::new(reader.clone(), width)).collect();
        let themes = shape.themes.iter().map(|plan| plan.clone().map(ThemeCounter::new)).collect();
        Self { tally: Tally::new(shape), texts, themes }
    }

    /// Counts a batch of file number `file`.
    pub fn add(&mut self, responses: &Responses<'_>, file: usize) {
        let mut texts: Vec<_> =
            responses.texts.iter().map(|cells| cells.map(polars::prelude::StringChunked::iter)).collect();
        for (i, row) in responses.rows.iter().enumerate() {
            let cells: Vec<Option<&str>> =
                texts.iter_mut().map(|cells| cells.as_mut().and_then(Iterator::next).flatten()).collect();
            self.row(responses, i, *row, file, &cells);
        }
    }

    fn row(&mut self, responses: &Responses<'_>, i: usize, row: u32, file: usize, cells: &[Option<&str>]) {
        let empty = responses.is_empty(i) && cells.iter().all(|c| c.is_none_or(|t| t.trim().is_empty()));
        if empty {
            self.tally.blank += 1;
            return;
        }
        let shape = self.tally.shape.clone();
        self.tally.rows += 1;
        let wave = responses.waves[i];
        let wave = if wave >= MISSING {
            self.tally.no_wave += 1;
            shape.waves
        } else {
            usize::from(wave)
        };
        let draw = responses.draws.as_ref();
        let stratum = draw.map_or(0, |draws| usize::from(draws.strata[i]));
        let slot = stratum * (shape.waves + 1) + wave;
        let weight = draw.map_or(1, |draws| draws.weights[i]);
        if let Some(draws) = draw {
            if let Some(flaw) = draws.flaws[i] {
                let found = (file, row, flaw);
                self.tally.flaw = Some(self.tally.flaw.map_or(found, |first| first.min(found)));
            }
            if let Some(heads) = draws.heads[i] {
                super::see_head_count(&mut self.tally.heads[slot], heads, heads);
            }
            if let Some(units) = &mut self.tally.units {
                let variables = responses.scores.iter().chain(&responses.choices);
                let codes =
                    responses.segments.iter().chain(variables).chain(&draws.margins).map(|column| column[i]);
                units.push((draws.units[i], slot as u32, weight), codes);
            }
        }
        for (dimension, counts) in self.tally.cells.iter_mut().enumerate() {
            let value = if dimension == 0 { 0 } else { responses.segments[dimension - 1][i] };
            if value >= MISSING {
                continue;
            }
            let cell = slot * shape.values(dimension) + usize::from(value);
            self.tally.responses[dimension][cell] += 1;
            let mut at = cell * shape.width(dimension);
            let choices: &[Vec<u16>] = if dimension == 0 || shape.crossed { &responses.choices } else { &[] };
            for (codes, size) in responses.scores.iter().chain(choices).zip(shape.variables()) {
                if codes[i] < MISSING {
                    let place = at + usize::from(codes[i]);
                    counts[place] += 1;
                    if let Some(weights) = &mut self.tally.weights {
                        let weight = u128::from(weight);
                        weights.sums[dimension][place] += weight;
                        weights.squares[dimension][place] += weight * weight;
                    }
                }
                at += size;
            }
        }
        if shape.pairs {
            let columns = &responses.segments;
            let later = (0..columns.len()).flat_map(|later| (0..later).map(move |earlier| (later, earlier)));
            for (pair, (later, earlier)) in self.tally.pairs.iter_mut().zip(later) {
                let (x, y) = (columns[later][i], columns[earlier][i]);
                if x < MISSING && y < MISSING {
                    pair[usize::from(x) * shape.segments[earlier] + usize::from(y)] += 1;
                }
            }
        }
        for (plan, ratings) in shape.rated.iter().zip(&mut self.tally.rated) {
            let codes: Vec<u16> = plan.dimensions.iter().map(|d| responses.scores[*d][i]).collect();
            let name = draw.filter(|_| shape.units).map(|draws| draws.units[i]);
            let mut content = FxHasher::default();
            responses
                .segments
                .iter()
                .chain(&responses.scores)
                .for_each(|column| content.write_u16(column[i]));
            cells.iter().flatten().for_each(|cell| content.write(cell.as_bytes()));
            let unit = (name, content.finish());
            ratings.add(stratum as u16, unit, weight, &codes, responses.scores[plan.score][i]);
        }
        for (text, cell) in cells.iter().enumerate() {
            let cell = cell.unwrap_or_default().trim();
            let terms = &mut self.tally.texts[text];
            if is_missing_word(cell) {
                let reason = if cell.is_empty() { "empty".to_owned() } else { format!("code:{cell}") };
                *terms.missing.entry(reason).or_default() += 1;
                continue;
            }
            let answers: Vec<u16> = shape.targets.iter().map(|t| responses.scores[*t][i]).collect();
            let speaker = Speaker {
                slot: wave,
                stratum: stratum as u16,
                unit: draw.filter(|_| shape.units).map(|draws| draws.units[i]),
                weight,
                answers: &answers,
                places: &shape.places(&answers, shape.group_of(responses, i)),
                file,
                row,
            };
            let themes = self.themes.get_mut(text).and_then(Option::as_mut);
            add(&mut self.texts[text], themes, terms, cell, &shape, &speaker);
        }
    }

    /// The counts under names that every thread agrees on.
    #[must_use]
    pub fn finish(mut self) -> Tally {
        let themes = self.themes.into_iter().zip(&self.texts);
        self.tally.themes = themes.map(|(themes, text)| Some(themes?.finish(text.analyzers()))).collect();
        for (text, terms) in self.texts.into_iter().zip(&mut self.tally.texts) {
            text.finish(terms);
        }
        self.tally
    }
}

/// Counts the verbatim `text` of `speaker`.
fn add(
    counter: &mut WordCounter,
    themes: Option<&mut ThemeCounter>,
    terms: &mut Terms,
    text: &str,
    shape: &Shape,
    speaker: &Speaker<'_>,
) {
    let language = counter.read(text);
    terms.languages.add(language);
    if language == Language::Other {
        *terms.missing.entry("language".to_owned()).or_default() += 1;
        return;
    }
    terms.answered += 1;
    let hash = {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        hasher.finish()
    };
    for place in speaker.places {
        terms.scores[*place] += 1;
    }
    let answers = speaker.answers;
    let main =
        answers.first().filter(|a| shape.quotes && **a < MISSING).map(|a| shape.groups[usize::from(*a)]);
    let group = main.map(|group| match group {
        Group::Promoters | Group::High => 0,
        Group::Passives | Group::Middle => 1,
        Group::Detractors | Group::Low => 2,
    });
    let candidate = Candidate::new(text, hash, speaker.file, speaker.row);
    counter.count(&Author { places: speaker.places, group, candidate });
    if let Some(themes) = themes {
        counter.themes(themes, text, speaker);
    }
}
