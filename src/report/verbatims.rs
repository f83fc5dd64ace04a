//! Every verbatim of survey files, read one by one: tokens, sentences, polarity.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use polars::prelude::DataFrame;

use super::Understood;
use super::build::{readers, targets};
use crate::Lang;
use crate::error::Result;
use crate::metric::Group;
use crate::read::{self, Progress, ROW};
use crate::study::{Coding, is_missing_word};
use crate::tally::{self, Shape, Tally, TermKind, Terms};
use crate::text::{Calibrated, Reader, Source, TokenLine, TokenWriter};

/// An open question whose weights of polarity were moved by the scores given beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// Id of the open question.
    pub question: String,
    /// Id of the score.
    pub target: String,
    /// Words that weigh otherwise than in the lexicon, the greatest change first: label, weight in the lexicon,
    /// weight in the data.
    pub moved: Vec<(String, f32, f32)>,
}

impl Calibration {
    /// What was done, with the `most` words that moved most.
    #[must_use]
    pub fn said(&self, lang: Lang, most: usize) -> String {
        let (question, target) = (lang.quote(&self.question), lang.quote(&self.target));
        let signed = |x: f32| lang.signed(f64::from(x), 1);
        let words: Vec<String> = self
            .moved
            .iter()
            .take(most)
            .map(|(label, from, to)| format!("{} ({} → {})", lang.quote(label), signed(*from), signed(*to)))
            .collect();
        let n = lang.count(self.moved.len() as u64);
        let colon = lang.pick("\u{a0}: ", ": ");
        let words = if words.is_empty() { String::new() } else { colon.to_owned() + &words.join(", ") };
        pick!(lang, method::polarity_of_calibrated_on_in_your_data_words(question, target, n, words))
    }
}

/// Calls `write` for every verbatim, in the order of the files; before that, the questions whose polarity is
/// calibrated on the scores.
///
/// # Errors
/// A score is outside its scale, a file cannot be read, or `write` fails.
pub fn verbatims<E: Send>(
    understood: &Understood,
    threads: usize,
    progress: Progress<'_>,
    write: impl FnMut(TokenLine) -> std::result::Result<(), E> + Send,
) -> Result<(Vec<Calibration>, std::result::Result<(), E>)> {
    let Understood { tables, profiles, study } = understood;
    let coding = Coding::new(study, profiles, tables, threads)?;
    let readers = readers(&coding, profiles, study)?;
    let shape = Arc::new(Shape::new(&coding, targets(&coding), false));
    let tally = tally::tally(tables, &coding, &shape, &readers, threads, progress)?;
    let mut calibrations = Vec::new();
    let mut writers = Vec::new();
    for ((text, terms), mut reader) in coding.texts.iter().zip(&tally.texts).zip(readers) {
        let found = calibrated(&coding, &shape, &tally, terms, &reader);
        if let Some((target, Calibrated { weights, moved })) = found {
            let label = |family: &str| {
                terms.terms.get(family).and_then(|term| term.label()).unwrap_or(family).to_owned()
            };
            calibrations.push(Calibration {
                question: text.id.clone(),
                target,
                moved: moved.into_iter().map(|m| (label(&m.family), m.from, m.to)).collect(),
            });
            reader.weigh(Arc::new(weights));
        }
        writers.push(TokenWriter::new(reader));
    }

    let columns: Vec<&str> = coding.texts.iter().map(|text| text.column.as_str()).collect();
    let state = Mutex::new((writers, write, Ok(())));
    for table in tables {
        let fold = |(): &mut (), batch: &DataFrame| {
            let (writers, write, outcome) = &mut *state.lock().unwrap_or_else(PoisonError::into_inner);
            let Ok(rows) = batch.column(ROW).and_then(|c| c.u32()) else { return ControlFlow::Break(()) };
            for (i, row) in rows.iter().enumerate() {
                for (text, writer) in coding.texts.iter().zip(writers.iter_mut()) {
                    let cell = batch.column(&text.column).ok().and_then(|c| c.str().ok()?.get(i));
                    let Some(cell) = cell.filter(|cell| !is_missing_word(cell.trim())) else { continue };
                    let row = row.unwrap_or_default();
                    let source = Source { file: table.name(), row, question: text.id.clone() };
                    *outcome = write(writer.text(row.into(), Some(source), cell));
                    if outcome.is_err() {
                        return ControlFlow::Break(());
                    }
                }
            }
            ControlFlow::Continue(())
        };
        // One thread: the batches come in the order of the file.
        read::for_each_batch(table, &columns, 1, || (), fold, progress)?;
    }
    Ok((calibrations, state.into_inner().unwrap_or_else(PoisonError::into_inner).2))
}

/// The weights of an open question moved by the first score that it is about, and that score.
fn calibrated(
    coding: &Coding,
    shape: &Shape,
    tally: &Tally,
    terms: &Terms,
    reader: &Reader,
) -> Option<(String, Calibrated)> {
    let weights = reader.weights()?;
    let coded = &coding.scores[*shape.targets.first()?];
    let low_high = |counts: &[u64]| {
        let counts = tally.target(counts, 0);
        let of = |groups: [Group; 2]| {
            let values = coded.values.iter().zip(counts);
            let kind = coded.question.kind;
            values
                .filter(|(v, _)| groups.contains(&coded.scale.group(kind, **v)))
                .map(|(_, n)| n)
                .sum::<u64>()
        };
        [of([Group::Detractors, Group::Low]), of([Group::Promoters, Group::High])]
    };
    let [low, high] = low_high(&terms.scores);
    let words = terms.terms.iter().filter(|(_, term)| term.kind == TermKind::Word);
    let families = words.map(|(key, term)| {
        let denied = terms.terms.get(format!("¬{key}").as_str());
        (&**key, low_high(&term.scores), denied.map_or([0, 0], |term| low_high(&term.scores)))
    });
    let found = weights.calibrated((low, high), families)?;
    Some((coded.question.id.clone(), found))
}
