//! The themes of an open question: how many verbatims mention each, when, how they judge it, with which scores; and
//! what a model that holds the other themes needs of them.

use std::hash::Hasher;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::groups::{Groups, Unit};
use crate::study::MISSING;
use crate::text::{Analyzer, Reading};
use crate::theme::{self, Codebook, Exemplar, Exemplars, Matcher, Pole};

/// Poles of a theme, in the order of [`Pole`].
pub const POLES: usize = 3;
/// Verbatims drawn for a theme and a pole, from which those to quote are chosen.
const DRAWN: usize = 32;

/// A closed question in the model of the themes.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreSteps {
    /// What each of its values adds to the score, in steps of `step`.
    pub steps: Vec<i32>,
    /// The step, in the score's unit.
    pub step: f64,
}

/// How the themes of an open question are counted: fixed before the first row, the same for every part.
#[derive(Debug, Clone)]
pub struct ThemePlan {
    /// The codebook.
    pub book: Arc<Codebook>,
    /// By theme, its variable in the models: those that stand at the top and are no catch-all have one.
    pub variables: Vec<Option<usize>>,
    /// By target, what its values add to the score; nothing where the question is about another score.
    pub scores: Vec<Option<ScoreSteps>>,
    /// Groups of the jackknife, in each stratum.
    pub groups: u32,
    /// Waves, and one place for the rows of none.
    pub slots: usize,
    /// Values of all targets together.
    pub width: usize,
    /// True when verbatims are to be quoted.
    pub quotes: bool,
}

impl PartialEq for ThemePlan {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.book, &other.book)
            && (&self.variables, &self.scores) == (&other.variables, &other.scores)
            && (self.groups, self.slots, self.width, self.quotes)
                == (other.groups, other.slots, other.width, other.quotes)
    }
}

impl ThemePlan {
    /// Variables of the models: one a theme, then the score.
    #[must_use]
    pub fn model_themes(&self) -> usize {
        self.variables.iter().flatten().count()
    }

    /// The variables of a codebook's themes.
    #[must_use]
    pub fn variables(book: &Codebook) -> Vec<Option<usize>> {
        let mut next = 0;
        let top = book.themes.iter().map(|theme| theme.parent.is_none() && !theme.general);
        top.map(|top| {
            next += usize::from(top);
            top.then(|| next - 1)
        })
        .collect()
    }
}

/// Who wrote a verbatim, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker<'a> {
    /// Wave; the last slot for none.
    pub slot: usize,
    pub stratum: u16,
    /// Hash of the respondent or cluster where one is named.
    pub unit: Option<u64>,
    /// Weight in counted units, 1 without weights.
    pub weight: u64,
    /// Code of the answer to each target.
    pub answers: &'a [u16],
    /// Places of the answers among the values of all targets.
    pub places: &'a [usize],
    pub file: usize,
    pub row: u32,
}

/// Verbatims by theme. All counts are verbatims.
#[derive(Debug, Clone, PartialEq)]
pub struct Themes {
    slots: usize,
    width: usize,
    /// Coverage, mentions by pole, hits by rule, pairs of themes.
    pub counts: theme::Tally,
    /// Theme × pole × slot × (all, then each value of the targets).
    cells: Vec<u64>,
    /// Slot × (all, then each value of the targets): all verbatims.
    base: Vec<u64>,
    /// By target: sums of products by group of respondents; themes, then the score.
    pub models: Vec<Option<Groups>>,
    /// Theme × pole: verbatims to choose quotes from.
    exemplars: Vec<Exemplars>,
    /// Families of the verbatims that no theme covers, and in how many of these each is.
    pub uncovered: FxHashMap<Box<str>, u64>,
}

impl Themes {
    /// No verbatim.
    #[must_use]
    pub fn new(plan: &ThemePlan) -> Self {
        let themes = plan.book.themes.len();
        let model = || Groups::new(plan.model_themes() + 1, plan.groups);
        let drawn = if plan.quotes { themes * POLES } else { 0 };
        Self {
            slots: plan.slots,
            width: plan.width,
            counts: theme::Tally::default(),
            cells: vec![0; themes * POLES * plan.slots * (1 + plan.width)],
            base: vec![0; plan.slots * (1 + plan.width)],
            models: plan.scores.iter().map(|score| score.as_ref().map(|_| model())).collect(),
            exemplars: vec![Exemplars::new(DRAWN); drawn],
            uncovered: FxHashMap::default(),
        }
    }

    /// Adds the counts of other verbatims, by the same plan.
    pub fn merge(&mut self, other: Self) {
        self.counts.merge(&other.counts);
        self.cells.iter_mut().zip(other.cells).for_each(|(mine, theirs)| *mine += theirs);
        self.base.iter_mut().zip(other.base).for_each(|(mine, theirs)| *mine += theirs);
        for (mine, theirs) in self.models.iter_mut().zip(other.models) {
            if let (Some(mine), Some(theirs)) = (mine, theirs) {
                mine.merge(theirs);
            }
        }
        self.exemplars.iter_mut().zip(&other.exemplars).for_each(|(mine, theirs)| mine.merge(theirs));
        for (family, n) in other.uncovered {
            *self.uncovered.entry(family).or_default() += n;
        }
    }

    /// Verbatims that mention a theme with that pole, or any; of one wave, or all: their number, then the number of
    /// each value of the targets.
    #[must_use]
    pub fn mentions(&self, theme: usize, pole: Option<Pole>, wave: Option<usize>) -> Vec<u64> {
        let poles = pole.map_or(0..POLES, |pole| pole as usize..pole as usize + 1);
        let rows = poles.flat_map(|pole| self.slots(wave).map(move |slot| (theme * POLES + pole, slot)));
        let row = |(at, slot): (usize, usize)| {
            let from = (at * self.slots + slot) * (1 + self.width);
            &self.cells[from..=from + self.width]
        };
        sum(1 + self.width, rows.map(row))
    }

    /// The same of all verbatims.
    #[must_use]
    pub fn verbatims(&self, wave: Option<usize>) -> Vec<u64> {
        let row = |slot: usize| &self.base[slot * (1 + self.width)..][..=self.width];
        sum(1 + self.width, self.slots(wave).map(row))
    }

    fn slots(&self, wave: Option<usize>) -> std::ops::Range<usize> {
        wave.map_or(0..self.slots, |wave| wave..wave + 1)
    }

    /// Verbatims drawn for a theme and a pole; none where quotes were not asked for.
    #[must_use]
    pub fn exemplars(&self, theme: usize, pole: Pole) -> Option<&Exemplars> {
        self.exemplars.get(theme * POLES + pole as usize)
    }
}

fn sum<'c>(width: usize, rows: impl Iterator<Item = &'c [u64]>) -> Vec<u64> {
    let mut total = vec![0; width];
    rows.for_each(|row| total.iter_mut().zip(row).for_each(|(sum, n)| *sum += n));
    total
}

/// A hash of the words of a verbatim: formats differ in the spaces and signs around them.
fn of_words(reading: &Reading, analyzer: &Analyzer) -> u64 {
    let mut hasher = FxHasher::default();
    for word in &reading.words {
        hasher.write(analyzer.normal(word.form).as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.finish()
}

/// Counts of one thread.
pub(super) struct ThemeCounter {
    plan: Arc<ThemePlan>,
    matcher: Matcher,
    themes: Themes,
    /// By analyzer and family: verbatims without a theme that hold it, and the last of them.
    uncovered: Vec<Vec<(u64, u32)>>,
    verbatim: u32,
}

impl ThemeCounter {
    pub fn new(plan: Arc<ThemePlan>) -> Self {
        let matcher = Matcher::new(plan.book.clone());
        let themes = Themes::new(&plan);
        Self { plan, matcher, themes, uncovered: Vec::new(), verbatim: 0 }
    }

    /// Counts `text` as the analyzer of that number read it.
    pub fn count(
        &mut self,
        text: &str,
        reading: &Reading,
        number: usize,
        analyzer: &mut Analyzer,
        speaker: &Speaker<'_>,
    ) {
        let Self { plan, matcher, themes, .. } = self;
        let mentions = matcher.mentions(text, reading, number, analyzer);
        let covered = themes.counts.add(&plan.book, &mentions);
        let width = 1 + plan.width;
        let add = |cells: &mut [u64], row: usize| {
            cells[row * width] += 1;
            speaker.places.iter().for_each(|place| cells[row * width + 1 + place] += 1);
        };
        add(&mut themes.base, speaker.slot);
        for mention in &mentions {
            let row = (mention.theme * POLES + mention.pole as usize) * plan.slots + speaker.slot;
            add(&mut themes.cells, row);
        }
        let present = mentions.iter().filter_map(|mention| plan.variables[mention.theme]);
        let mut values: Vec<(usize, i32)> = present.map(|variable| (variable, 1)).collect();
        let told = values.len();
        let key = of_words(reading, analyzer);
        let unit = Unit::of_row(speaker.unit, key, told <= 2);
        for (target, model) in themes.models.iter_mut().enumerate() {
            let (Some(model), Some(score)) = (model, &plan.scores[target]) else { continue };
            let answer = speaker.answers[target];
            if answer >= MISSING {
                continue;
            }
            let step = score.steps[usize::from(answer)];
            values.truncate(told);
            if step != 0 {
                values.push((plan.model_themes(), step));
            }
            model.add(speaker.stratum, unit, speaker.weight, &values);
        }
        if plan.quotes && !mentions.is_empty() {
            self.draw(reading, analyzer, &mentions, key, speaker);
        }
        if !covered {
            self.leave(reading, number, analyzer);
        }
    }

    /// Draws the verbatim for the themes that it judges.
    fn draw(
        &mut self,
        reading: &Reading,
        analyzer: &Analyzer,
        mentions: &[theme::Mention],
        key: u64,
        speaker: &Speaker<'_>,
    ) {
        let words = reading.words.len();
        let wanted = |mention: &&theme::Mention| {
            let drawn = &self.themes.exemplars[mention.theme * POLES + mention.pole as usize];
            mention.pole != Pole::Neutral && drawn.wants(words, key)
        };
        let wanted: Vec<&theme::Mention> = mentions.iter().filter(wanted).collect();
        if wanted.is_empty() {
            return;
        }
        let content = reading.words.iter().map(|word| analyzer.form(word.form)).filter(|form| form.content);
        let families: Vec<&str> = content.map(|form| analyzer.family(form.family)).collect();
        for mention in wanted {
            let within = |word: &&crate::text::Word| {
                mention.hits.iter().any(|hit| hit.start <= word.start && word.end <= hit.end)
            };
            let hits = reading.words.iter().filter(within).count();
            let exemplar = Exemplar::new(key, &families, words, hits, speaker.file, speaker.row);
            self.themes.exemplars[mention.theme * POLES + mention.pole as usize].offer(exemplar);
        }
    }

    /// Counts the words of a verbatim that no theme covers.
    fn leave(&mut self, reading: &Reading, number: usize, analyzer: &Analyzer) {
        if self.uncovered.len() <= number {
            self.uncovered.resize_with(number + 1, Vec::new);
        }
        self.verbatim += 1;
        let families = &mut self.uncovered[number];
        families.resize(analyzer.families().len(), (0, 0));
        for word in &reading.words {
            let form = analyzer.form(word.form);
            let family = &mut families[form.family.0 as usize];
            if form.topic() && family.1 != self.verbatim {
                *family = (family.0 + 1, self.verbatim);
            }
        }
    }

    /// The counts, under names that every thread agrees on.
    pub fn finish(self, analyzers: &[Analyzer]) -> Themes {
        let mut themes = self.themes;
        for (families, analyzer) in self.uncovered.into_iter().zip(analyzers) {
            for ((n, _), family) in families.into_iter().zip(analyzer.families()).filter(|((n, _), _)| *n > 0)
            {
                *themes.uncovered.entry(family.clone()).or_default() += n;
            }
        }
        themes
    }
}
