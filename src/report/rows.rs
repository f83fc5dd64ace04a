//! The rows of a report: scores, comparisons, keywords, keyness, drivers, each from the tally.

use std::collections::BTreeMap;

use super::amounts::SMALL_BASE;
use super::hidden::joined;
use super::{DesignSummary, FileSummary, QuestionSummary, Rows, StudySummary, Understood, WaveSummary};
use crate::Lang;
use crate::error::Warning;
use crate::keyness::Correction;
use crate::metric::{
    self, Answers, Comparison, Distribution, DistributionValue, Estimate, Intervals, Sample, SegmentValue,
    WholeScale, compare, metrics_of, power, quantile,
};
use crate::privacy::{Hidden, suppressed};
use crate::read::{FILE, Table};
use crate::study::{Coding, QuestionCoding};
use crate::tally::{Domain, Histogram, Tally};

/// Bases from which two groups are compared: under it no test keeps its level.
const COMPARED: u64 = 10;
/// Name of the respondents outside a segment, in `from`.
pub const REST: &str = "rest";

/// What the rows are computed from.
pub(super) struct Builder<'a> {
    pub coding: &'a Coding,
    pub tally: &'a Tally,
    pub sample: &'a Sample<'a>,
    pub targets: &'a [usize],
    pub waves: Vec<String>,
    pub level: f64,
    pub min_group: u64,
    pub correction: Correction,
    pub intervals: Intervals,
    /// What is hidden so that nobody is recognised.
    pub hidden: Hidden,
    pub lang: Lang,
}

/// One value of one segment column, or the total.
type Cell = Option<(usize, usize)>;

impl Builder<'_> {
    /// The answers of a domain to a closed question.
    pub(super) fn answers(&self, score: usize, domain: Domain) -> Answers<'_> {
        self.sample.answers(score, domain, &self.coding.scores[score].values)
    }

    /// The total, then every value of every segment column.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell> {
        let segments = self.coding.segments.iter().enumerate();
        std::iter::once(None)
            .chain(segments.flat_map(|(c, s)| (0..s.values.len()).map(move |v| Some((c, v)))))
    }

    pub(super) fn segment(&self, cell: Cell) -> Option<Vec<SegmentValue>> {
        cell.map(|(column, value)| {
            let segment = &self.coding.segments[column];
            vec![SegmentValue { column: segment.column.clone(), value: segment.values[value].clone() }]
        })
    }

    /// Total, waves, segments for each closed question; waves within segments for the targets.
    pub fn metrics(&self) -> Vec<Estimate> {
        let mut rows = Vec::new();
        for (score, coded) in self.coding.scores.iter().enumerate() {
            for cell in self.cells() {
                let segment = self.segment(cell);
                // A wave within a segment is worth its rows for the main scores only.
                let waves =
                    if cell.is_none() || self.targets.contains(&score) { self.waves.len() } else { 0 };
                for wave in std::iter::once(None).chain((0..waves).map(Some)) {
                    let answers = self.answers(score, Domain::new(wave, cell));
                    rows.extend(metric::estimates(
                        &coded.question,
                        wave.map(|w| self.waves[w].as_str()),
                        segment.as_deref(),
                        &answers,
                        (self.intervals, self.level),
                        self.hidden.cell(score, wave, cell).is_some(),
                    ));
                }
            }
        }
        rows
    }

    pub fn distributions(&self) -> Vec<Distribution> {
        let of = |(score, coded): (usize, &QuestionCoding)| {
            let answers = self.answers(score, Domain::new(None, None));
            let counts = self.tally.counts(score, Domain::new(None, None));
            let n: u64 = counts.iter().sum();
            if n == 0 || self.hidden.cell(score, None, None).is_some() {
                return None;
            }
            let values = coded.values.iter().zip(&coded.labels).zip(counts).map(|((value, label), count)| {
                DistributionValue {
                    value: *value,
                    last: None,
                    label: label.clone(),
                    n: count,
                    share: answers.mean(&|a| f64::from(u8::from(a == *value))).unwrap_or_default(),
                    group: coded.scale.group(coded.question.kind, *value),
                }
            });
            // Order statistics know of no weights.
            let counts = Some(&answers.counts).filter(|_| !answers.is_designed());
            let scale = coded.scale;
            let ends = |a: &Histogram| quantile::quantile_interval(a, 0.5, self.level, scale.low, scale.high);
            let ends = counts.and_then(ends);
            Some(Distribution {
                question: coded.question.id.clone(),
                n,
                median: counts.and_then(|a| quantile::quantile(a, 0.5)),
                median_low: ends.map(|e| e.0),
                median_high: ends.map(|e| e.1),
                values: joined(values.collect(), self.min_group),
            })
        };
        self.coding.scores.iter().enumerate().filter_map(of).collect()
    }

    /// The main metric of each target: the last wave against the one before, in total and in each segment; each
    /// segment against the rest, all waves together.
    ///
    /// All that is compared on one metric is one family, since all of it is read at once: with a family for the
    /// waves, another for the rest and the total apart, a study in which nothing moves shows a q under 0.05 eleven
    /// times in a hundred; with one, four times (`tests/integration/false_alarms.rs`). The total is in it too, so
    /// that every q means the same; read as the one question asked, it is judged by its p
    /// ([`Comparison::evidence`]).
    pub fn comparisons(&self) -> Vec<Comparison> {
        let mut rows = Vec::new();
        for &score in self.targets {
            let mut family = Vec::new();
            let last = self.waves.len().checked_sub(1).filter(|last| *last > 0);
            if let Some(last) = last {
                let (from, to) = (&self.waves[last - 1], &self.waves[last]);
                let sides = |cell| {
                    let of = |wave| self.answers(score, Domain::new(Some(wave), cell));
                    (of(last - 1), of(last))
                };
                let shown = |cell: &Cell| {
                    [last - 1, last].iter().all(|w| self.hidden.cell(score, Some(*w), *cell).is_none())
                };
                family.extend(self.cells().filter(shown).filter_map(|cell| {
                    self.comparison(score, "wave", from, to, self.segment(cell), &sides(cell))
                }));
            }
            let shown = |cell: &Cell| self.hidden.cell(score, None, *cell).is_none();
            family.extend(self.cells().filter(shown).filter_map(|cell| {
                let own = self.segment(cell)?.pop()?;
                let inside = self.answers(score, Domain::new(None, cell));
                let rest = self.answers(score, Domain { rest: true, ..Domain::new(None, cell) });
                self.comparison(score, &own.column, REST, &own.value, None, &(rest, inside))
            }));
            rows.extend(corrected(family, self.correction));
        }
        rows
    }

    /// `to` against `from`; none where a base is too small to compare.
    pub(super) fn comparison(
        &self,
        score: usize,
        by: &str,
        from: &str,
        to: &str,
        segment: Option<Vec<SegmentValue>>,
        sides: &(Answers<'_>, Answers<'_>),
    ) -> Option<Comparison> {
        let coded = &self.coding.scores[score];
        let metric = metrics_of(coded.question.kind)[0];
        let (n_from, n_to) = (sides.0.counts.n(), sides.1.counts.n());
        if suppressed(n_from.min(n_to), self.min_group.max(COMPARED)) {
            return None;
        }
        let found =
            compare::difference(metric, coded.question.kind, coded.scale, &sides.0, &sides.1, self.level)?;
        Some(Comparison {
            question: coded.question.id.clone(),
            metric,
            by: by.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            segment,
            difference: found.difference,
            se: found.se,
            ci_low: found.ci_low,
            ci_high: found.ci_high,
            detectable: power::minimum_detectable(found.se, self.level, power::POWER)?,
            p: found.p.p,
            log10_p: found.p.log10,
            q: 1.0,
            test: found.test.into(),
            whole: WholeScale::new(&sides.0.counts, &sides.1.counts, self.level)
                .filter(|_| !self.sample.is_designed()),
            n_from,
            n_to,
            overlap: Some(sides.0.overlap(&sides.1))
                .filter(|_| self.coding.sampling.as_ref().is_some_and(|s| s.panel)),
            se_independent: found.se_independent,
        })
    }

    pub fn base_warnings(&self, metrics: &[Estimate]) -> Vec<Warning> {
        // The first metric of each question: the others have the same bases.
        let main = |e: &&Estimate| {
            let kind =
                self.coding.scores.iter().find(|s| s.question.id == e.question).map(|s| s.question.kind);
            kind.is_some_and(|kind| metrics_of(kind)[0] == e.metric)
        };
        let cells = || metrics.iter().filter(main);
        let small = cells().filter(|e| e.n.is_some_and(|n| n < SMALL_BASE)).count() as u64;
        let hidden = cells().filter(|e| e.suppressed).count() as u64;
        let mut warnings = Vec::new();
        if small > 0 {
            warnings.push(Warning::SmallBases { cells: small, under: SMALL_BASE });
        }
        if hidden > 0 {
            warnings.push(Warning::Suppressed { cells: hidden, min_group: self.min_group });
        }
        warnings
    }

    /// What is declared of the sample, where anything is.
    fn design(&self, understood: &Understood) -> Option<DesignSummary> {
        let sampling = self.coding.sampling.as_ref().filter(|_| self.sample.is_designed())?;
        let study = &understood.study;
        Some(DesignSummary {
            weight: study.design.weight.clone(),
            strata: study.design.strata.clone(),
            cluster: study.design.cluster.clone(),
            respondent: study.respondent.clone().filter(|_| sampling.panel),
            population: self.sample.population(),
            fraction: self.sample.fraction(),
            drawn: self.sample.drawn(),
        })
    }

    /// Whether the base of a question that the plan of what to hide knows nothing of may be told.
    pub(super) fn base_told(&self, n: u64) -> bool {
        self.min_group <= 1 || !suppressed(n, self.min_group)
    }

    pub fn summary(&self, understood: &Understood, tables: &[Table], lang: Lang) -> StudySummary {
        let mut set_aside: BTreeMap<String, u64> = BTreeMap::new();
        let blank = [("blank".to_owned(), self.tally.blank)];
        for (reason, n) in tables.iter().flat_map(|t| t.set_aside.clone()).chain(blank) {
            *set_aside.entry(reason).or_default() += n;
        }
        set_aside.retain(|_, n| *n > 0);
        let read = tables.iter().map(Table::read).sum();
        let mut questions: Vec<QuestionSummary> = self
            .coding
            .scores
            .iter()
            .enumerate()
            .map(|(score, coded)| {
                let told = self.hidden.cell(score, None, None).is_none();
                let mut missing = coded.missing.clone();
                // A blank row is no response, so its empty cells are no missing answers.
                if let Some(empty) = missing.get_mut("empty") {
                    *empty -= self.tally.blank.min(*empty);
                }
                missing.retain(|_, n| *n > 0);
                QuestionSummary {
                    id: coded.question.id.clone(),
                    column: coded.question.column.clone(),
                    text: coded.question.text.clone(),
                    kind: coded.question.kind,
                    scale: Some([coded.scale.low, coded.scale.high]),
                    reversed: coded.question.reversed,
                    target: coded.question.target,
                    minimum: coded.question.minimum,
                    margin: coded.question.margin,
                    answered: Some(coded.answered).filter(|_| told),
                    missing: Some(missing).filter(|_| told),
                    languages: BTreeMap::new(),
                }
            })
            .collect();
        let mut variable = self.coding.scores.len();
        questions.extend(self.coding.choices.iter().map(|coded| {
            let n: u64 = self.tally.counts(variable, Domain::new(None, None)).iter().sum();
            variable += coded.variables().len();
            let told = self.base_told(n);
            let empty = self.tally.rows - n;
            let missing = if empty > 0 { [("empty".to_owned(), empty)].into() } else { BTreeMap::new() };
            QuestionSummary {
                id: coded.question.id.clone(),
                column: coded.question.column.clone(),
                text: coded.question.text.clone(),
                kind: coded.question.kind,
                scale: None,
                reversed: false,
                target: None,
                minimum: None,
                margin: None,
                answered: Some(n).filter(|_| told),
                missing: Some(missing).filter(|_| told),
                languages: BTreeMap::new(),
            }
        }));
        questions.extend(self.open_questions());
        // The rows of a file tell the size of a hidden wave where each file is one.
        let by_file = self.coding.waves.as_ref().is_some_and(|w| w.source().column == FILE);
        let waves = || (0..self.waves.len()).map(Some);
        let mut totals = (0..self.coding.scores.len()).flat_map(|q| waves().map(move |w| (q, w)));
        let files_tell = by_file && totals.any(|(q, w)| self.hidden.cell(q, w, None).is_some());
        StudySummary {
            title: understood.study.title.clone(),
            entity: None,
            language: lang,
            responses: self.tally.rows,
            rows: Rows { read, kept: self.tally.rows, set_aside },
            files: tables
                .iter()
                .map(|t| FileSummary {
                    name: t.name(),
                    sheet: t.sheet.clone(),
                    export: t.export,
                    rows: Some(t.read()).filter(|_| !files_tell),
                    sha256: t.sha256.clone(),
                })
                .collect(),
            study_file: understood.study.file.clone(),
            settings: Vec::new(),
            waves: self.waves.clone(),
            wave: self.coding.waves.as_ref().map(|w| WaveSummary {
                column: Some(w.source().column.clone()).filter(|c| c != FILE),
                period: w.source().period.map(|(period, _)| period.id().to_owned()),
                missing: Some(self.tally.no_wave).filter(|_| !self.hidden.without_wave()),
            }),
            segments: self.coding.segments.iter().map(|s| s.column.clone()).collect(),
            design: self.design(understood),
            correction: self.correction,
            weighted: self.coding.sampling.as_ref().is_some_and(crate::study::Sampling::is_weighted),
            min_group: self.min_group,
            level: self.level,
            questions,
        }
    }
}

/// The rows with the q-values of their family.
pub(super) fn corrected(mut rows: Vec<Comparison>, correction: Correction) -> Vec<Comparison> {
    let q = correction.adjust(&rows.iter().map(|c| c.p).collect::<Vec<_>>());
    rows.iter_mut().zip(q).for_each(|(row, q)| row.q = q);
    rows
}
