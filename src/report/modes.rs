//! Modes of collection side by side: what a total pools, and whether their mix moved between two waves.

use schemars::JsonSchema;
use serde::Serialize;

use super::rows::Builder;
use super::series::homogeneity;
use crate::error::Warning;
use crate::metric::pearson::{low_expected, pearson};
use crate::metric::{Estimate, Metric, metrics_of};
use crate::study::Study;
use crate::tally::Domain;

/// The modes of a study (telephone, web, mail; at once, later on) and what they do to its main score.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ModeSummary {
    /// Column that tells the mode; one of the segments, where its scores and comparisons are.
    pub column: String,
    /// True when study.toml names it; false when it was recognised.
    pub declared: bool,
    /// Id of the main score.
    pub question: String,
    /// What is measured.
    pub metric: Metric,
    /// The modes, in order.
    pub modes: Vec<ModeRow>,
    /// How likely scores differ so much between modes when the mode changes nothing (χ² of homogeneity).
    pub p: Option<f64>,
    /// The mix of modes of the last two waves; null with fewer waves, or where a mode is hidden.
    pub mix: Option<ModeMix>,
}

/// One mode.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ModeRow {
    /// Value of the column.
    pub value: String,
    /// Answers to the main score; null under the minimum group.
    pub n: Option<u64>,
    /// Its score; null under the minimum group.
    pub score: Option<f64>,
}

/// How the mix of modes changed between two waves.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ModeMix {
    /// Wave before.
    pub from: String,
    /// Wave after.
    pub to: String,
    /// For each mode, in order: its share of the answers to the main score before and after, 0…1.
    pub shares: Vec<[f64; 2]>,
    /// Pearson's χ² of waves × modes, on answers.
    pub chi2: f64,
    /// Its degrees of freedom.
    pub df: f64,
    /// Its p-value.
    pub p: f64,
    /// True when fewer than 5 answers are expected somewhere: the law is then rough.
    pub thin: bool,
}

impl ModeMix {
    /// Whether the mix moved by more than sampling explains.
    #[must_use]
    pub fn moved(&self) -> bool {
        self.p < super::findings::SIGNIFICANT && !self.thin
    }
}

impl Builder<'_> {
    /// The modes of the study, where it has two at least; from the `metrics` of this report.
    pub(super) fn modes(&self, study: &Study, metrics: &[Estimate]) -> Option<ModeSummary> {
        let mode = study.mode.as_ref()?;
        let column = self.coding.segments.iter().position(|s| s.column == mode.column)?;
        let score = *self.targets.first()?;
        let coded = &self.coding.scores[score];
        let (question, metric) = (coded.question.id.clone(), metrics_of(coded.question.kind)[0]);
        let of = |value: &String| {
            metrics.iter().find(|e| {
                let own =
                    e.segment.as_deref().is_some_and(|s| s[0].column == mode.column && s[0].value == *value);
                own && e.question == question && e.metric == metric && e.wave.is_none()
            })
        };
        let values = &self.coding.segments[column].values;
        let found: Vec<(&String, &Estimate)> = values.iter().filter_map(|v| Some((v, of(v)?))).collect();
        if found.len() < 2 {
            return None;
        }
        let shown: Vec<&Estimate> = found.iter().map(|(_, e)| *e).filter(|e| e.value.is_some()).collect();
        let row =
            |(value, e): &(&String, &Estimate)| ModeRow { value: (*value).clone(), n: e.n, score: e.value };
        Some(ModeSummary {
            column: mode.column.clone(),
            declared: mode.declared,
            modes: found.iter().map(row).collect(),
            p: homogeneity(&shown),
            mix: self.mode_mix(score, column),
            question,
            metric,
        })
    }

    fn mode_mix(&self, score: usize, column: usize) -> Option<ModeMix> {
        let last = self.waves.len().checked_sub(1).filter(|last| *last > 0)?;
        let waves = [last - 1, last];
        let values = 0..self.coding.segments[column].values.len();
        let n = |wave: usize, value: usize| -> u64 {
            self.tally.counts(score, Domain::new(Some(wave), Some((column, value)))).iter().sum()
        };
        let hidden =
            |wave: usize, value: usize| self.hidden.cell(score, Some(wave), Some((column, value))).is_some();
        if values.clone().any(|value| waves.iter().any(|wave| hidden(*wave, value))) {
            return None;
        }
        let counts = waves.map(|wave| values.clone().map(|value| n(wave, value)).collect::<Vec<u64>>());
        mix(&counts[0], &counts[1], [&self.waves[last - 1], &self.waves[last]])
    }
}

/// The mix of two waves, given the answers of each mode in both; none where one has no answer.
fn mix(from: &[u64], to: &[u64], waves: [&String; 2]) -> Option<ModeMix> {
    let table: Vec<f64> = from.iter().chain(to).map(|n| *n as f64).collect();
    let test = pearson(&table, from.len())?;
    let sum = |counts: &[u64]| counts.iter().sum::<u64>() as f64;
    let share = |(a, b): (&u64, &u64)| [*a as f64 / sum(from), *b as f64 / sum(to)];
    Some(ModeMix {
        from: waves[0].clone(),
        to: waves[1].clone(),
        shares: from.iter().zip(to).map(share).collect(),
        chi2: test.statistic,
        df: test.df,
        p: test.p.p,
        thin: low_expected(&table, from.len()) > 0,
    })
}

/// What a reader must know of the modes before using the totals.
pub(super) fn warnings(modes: &ModeSummary) -> Vec<Warning> {
    let bases = modes.modes.iter().map(|m| (m.value.clone(), m.n)).collect();
    let mut out = vec![Warning::ModesPooled { column: modes.column.clone(), modes: bases }];
    if let Some(mix) = modes.mix.as_ref().filter(|mix| mix.moved()) {
        out.push(Warning::ModeMix {
            column: modes.column.clone(),
            from: mix.from.clone(),
            to: mix.to.clone(),
            p: mix.p,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mix_that_moved_is_told_from_one_that_did_not() {
        let waves = ["T1".to_owned(), "T2".to_owned()];
        let of = |from: &[u64], to: &[u64]| mix(from, to, [&waves[0], &waves[1]]);
        // R: chisq.test(rbind(c(150, 50), c(100, 100)), correct = FALSE): X-squared = 26.667, df = 1
        let moved = of(&[150, 50], &[100, 100]).unwrap();
        assert!((moved.chi2 - 80.0 / 3.0).abs() < 1e-9 && moved.df == 1.0 && moved.moved());
        assert_eq!(moved.shares, [[0.75, 0.5], [0.25, 0.5]]);
        assert!(!of(&[100, 100], &[98, 101]).unwrap().moved());
        assert!(of(&[2, 0], &[0, 2]).unwrap().thin, "four answers show nothing");
        assert_eq!(of(&[10, 10], &[0, 0]), None);
    }
}
