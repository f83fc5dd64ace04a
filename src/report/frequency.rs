//! Frequency tables and cross-tables: what a question was answered, in total and by segment or wave.

use schemars::JsonSchema;
use serde::Serialize;

use super::nets::Line;
use super::rows::Builder;
use crate::error::{Error, Result};
use crate::metric::Answers;
use crate::metric::columns::{ColumnShare, higher_than, letter};
use crate::metric::describe::{self, Description};
use crate::metric::pearson::{Independence, low_expected, pearson};
use crate::metric::rao_scott::rao_scott;
use crate::privacy::suppressed;
use crate::read::FILE;
use crate::study::{Kind, Profile, QuestionCoding, Segment, Study, fold};
use crate::tally::Domain;

/// `by` of a table whose columns are the waves.
pub(super) const WAVE: &str = "wave";

/// The option that crosses.
pub(super) const BY: &str = "--by";

/// What the shares of a multiple-answer question are of.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, serde::Deserialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Those who answered the question: shares may add up to more than 1
    #[default]
    Respondents,
    /// The answers that they gave: shares add up to 1
    Citations,
}

/// Which tables a report holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableOptions {
    /// Columns to cross with: segments, the waves, any column of the file.
    pub by: Vec<String>,
    /// What the shares of multiple-answer questions are of.
    pub base: Base,
    /// True for the tables alone: those of questions on a scale too, and no total table beside a cross-table.
    pub only: bool,
}

/// How often each answer of a question was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FrequencyTable {
    /// Id of the question.
    pub question: String,
    /// Column of the segments, `wave` for the waves; null for the total.
    pub by: Option<String>,
    /// What shares are of: `respondents`, or `citations`, the answers that they gave.
    pub base: Base,
    /// Confidence level of the intervals; letters and tests are read at one minus it.
    pub level: f64,
    /// Respondents, or citations; null under the minimum group.
    pub n: Option<u64>,
    /// Sum of their weights; `n` without weights.
    pub weighted_base: Option<f64>,
    /// Answers, in order.
    pub rows: Vec<String>,
    /// Rows that sum up the best and the worst answers of a scale: cells have them too.
    pub nets: Vec<String>,
    /// Segments or waves with an answer, in order; none for the total.
    pub columns: Vec<String>,
    /// The base of the total, then of each column.
    pub bases: Vec<ColumnBase>,
    /// One cell a row and column, the total first; none under the minimum group.
    pub cells: Vec<FrequencyCell>,
    /// Mean of a question on a scale, of the total, then of each column.
    pub means: Vec<ColumnMean>,
    /// Whether answers depend on the columns; null without columns, for multiple answers, where the table is too
    /// thin.
    pub test: Option<TableTest>,
}

/// What the shares of a column are of.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ColumnBase {
    /// Segment or wave; null for the total.
    pub column: Option<String>,
    /// What `letters` call it; null for the total.
    pub letter: Option<String>,
    /// Respondents, or citations; null under the minimum group.
    pub n: Option<u64>,
    /// Sum of their weights; `n` without weights.
    pub weighted_base: Option<f64>,
    /// Kish's effective base of the respondents, (Σ w)² / Σ w²; `n` without weights, null for citations.
    pub n_eff: Option<f64>,
}

/// One cell of a [`FrequencyTable`].
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FrequencyCell {
    /// Answer, or net.
    pub row: String,
    /// Segment or wave; null for the total.
    pub column: Option<String>,
    /// Respondents who chose it; null when fewer than the minimum group did, and some.
    pub n: Option<u64>,
    /// Sum of their weights; `n` without weights.
    pub weighted_n: Option<f64>,
    /// Share of the base of the column, 0…1, weighted; those of a multiple-answer question over respondents may add
    /// up to more than 1.
    pub column_share: Option<f64>,
    /// Share of the row, 0…1, weighted, over the columns of the table; null for the total.
    pub row_share: Option<f64>,
    /// Standard error of `column_share`; null over citations, several of which come from one person.
    pub se: Option<f64>,
    /// Lower end of its interval: Wilson's, or the logit interval of a design.
    pub ci_low: Option<f64>,
    /// Upper end of its interval.
    pub ci_high: Option<f64>,
    /// Letters of the columns whose share is significantly lower; empty where there is none, null where the column
    /// is not compared (total, bases under 30, citations).
    pub letters: Option<String>,
}

/// Mean of a question on a scale in a column.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ColumnMean {
    /// Segment or wave; null for the total.
    pub column: Option<String>,
    /// The mean, weighted, in points of the scale; null under the minimum group.
    pub mean: Option<f64>,
    /// Its standard error.
    pub se: Option<f64>,
    /// Lower end of its interval, by Student's t.
    pub ci_low: Option<f64>,
    /// Upper end of its interval.
    pub ci_high: Option<f64>,
}

/// Test of independence of the answers and the columns that are not hidden.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TableTest {
    /// `pearson` (χ²), or `rao_scott` (F, second-order correction) under a design.
    pub method: String,
    /// χ² or F.
    pub statistic: f64,
    /// Degrees of freedom (of the numerator of F).
    pub df: f64,
    /// Degrees of freedom of the denominator of F; null for χ².
    pub df_denominator: Option<f64>,
    /// Probability of a statistic as large when answers do not depend on the columns.
    pub p: f64,
    /// Its decimal logarithm.
    pub log10_p: f64,
    /// Cells with an expected count under 5, where the law of the statistic is a rough guide.
    pub low_expected: usize,
}

/// A question as its table shows it.
struct Asked<'a> {
    id: &'a str,
    column: &'a str,
    kind: Kind,
    lines: Vec<Line>,
    /// First variable: who answered it answered the question.
    variable: usize,
    /// The values of a scale.
    scored: Option<&'a QuestionCoding>,
}

/// A column of a table: its name, null for the total, and who is in it.
pub(super) type Heading = (Option<String>, Domain);

/// What a column holds in one row.
struct Part {
    n: u64,
    weight: f64,
    share: Option<Description>,
}

impl TableOptions {
    /// Adds to the study the columns asked for that are no segments yet.
    ///
    /// # Errors
    /// No file has such a column.
    pub(super) fn add_segments(&self, study: &mut Study, profiles: &[Profile]) -> Result<()> {
        self.by.iter().try_for_each(|asked| add_segment(BY, asked, study, profiles))
    }
}

/// Adds a column to the segments of a study unless it is one of them, or makes the waves.
///
/// # Errors
/// No file has such a column.
pub(super) fn add_segment(
    option: &'static str,
    asked: &str,
    study: &mut Study,
    profiles: &[Profile],
) -> Result<()> {
    let same = |column: &str| fold(column) == fold(asked);
    if study.segments.iter().any(|s| same(&s.column)) || is_wave(asked, study_wave(study)) {
        return Ok(());
    }
    let Some(profile) = profiles.iter().find(|p| p.column != FILE && same(&p.column)) else {
        let mut known: Vec<String> = study.segments.iter().map(|s| s.column.clone()).collect();
        known.extend(study_wave(study).filter(|c| *c != FILE).map(str::to_owned));
        return Err(Error::UnknownSegment { option, found: asked.to_owned(), known });
    };
    study.unused.retain(|(column, _)| *column != profile.column);
    study.segments.push(Segment::from(profile.column.as_str()));
    Ok(())
}

fn study_wave(study: &Study) -> Option<&str> {
    study.wave.as_ref().map(|w| w.column.as_str())
}

/// Whether what is asked for is the waves: by their column, or by their name.
pub(super) fn is_wave(asked: &str, column: Option<&str>) -> bool {
    column.is_some_and(|c| {
        fold(c) == fold(asked) || ["vague", "vagues", WAVE, "waves"].contains(&fold(asked).as_str())
    })
}

impl Builder<'_> {
    /// Answers of the questions answered by choosing, in total and by the columns asked for; those of questions on a
    /// scale too where tables alone are asked for.
    ///
    /// # Errors
    /// Choices were not counted by segment.
    pub fn tables(&self, options: &TableOptions) -> Result<Vec<FrequencyTable>> {
        let mut axes: Vec<Option<(String, Vec<Heading>)>> = Vec::new();
        if options.by.is_empty() || !options.only {
            axes.push(None);
        }
        for asked in &options.by {
            let axis = self.axis(asked);
            if axis.as_ref().is_some_and(|a| a.0 != WAVE) && !self.tally.shape().crossed {
                return Err(Error::TooManyCells { column: asked.clone() });
            }
            let known = |axis: &(String, Vec<Heading>)| axes.iter().flatten().any(|a| a.0 == axis.0);
            if let Some(axis) = axis.filter(|axis| !known(axis)) {
                axes.push(Some(axis));
            }
        }
        let mut tables = Vec::new();
        for question in self.asked(options.only) {
            // A question crossed with itself says nothing.
            let itself = |axis: &&Option<(String, Vec<Heading>)>| {
                axis.as_ref().is_some_and(|a| a.0 == question.column)
            };
            for axis in axes.iter().filter(|axis| !itself(axis)) {
                tables.extend(self.table(&question, axis.as_ref(), options.base));
            }
        }
        Ok(tables)
    }

    /// The name and the columns that a `--by` stands for.
    pub(super) fn axis(&self, asked: &str) -> Option<(String, Vec<Heading>)> {
        let mut segments = self.coding.segments.iter().enumerate();
        if let Some((column, segment)) = segments.find(|(_, s)| fold(&s.column) == fold(asked)) {
            let names = segment.values.iter().enumerate();
            let domain = |value| Domain::new(None, Some((column, value)));
            let headings = names.map(|(value, name)| (Some(name.clone()), domain(value))).collect();
            return Some((segment.column.clone(), headings));
        }
        let waves = self.coding.waves.as_ref().filter(|w| is_wave(asked, Some(&w.source().column)))?;
        let names = self.waves.iter().take(waves.len()).enumerate();
        let headings = names.map(|(w, name)| (Some(name.clone()), Domain::new(Some(w), None)));
        Some((WAVE.to_owned(), headings.collect()))
    }

    /// The closed questions, scales only when `scales` says so, in the order of the study.
    fn asked(&self, scales: bool) -> Vec<Asked<'_>> {
        let mut out = Vec::new();
        for (variable, coded) in self.coding.scores.iter().enumerate().filter(|_| scales) {
            let lines = self.scale_lines(variable, coded);
            let question = &coded.question;
            out.push(Asked {
                id: &question.id,
                column: &question.column,
                kind: question.kind,
                lines,
                variable,
                scored: Some(coded),
            });
        }
        let mut variable = self.coding.scores.len();
        for coded in &self.coding.choices {
            let several = coded.question.kind == Kind::Multiple;
            let line = |(k, name): (usize, &String)| Line {
                name: name.clone(),
                // Each answer of a multiple choice is a variable of its own: chosen or not.
                variable: variable + if several { k } else { 0 },
                codes: vec![if several { 1 } else { k }],
                net: false,
            };
            let lines = coded.answers.iter().enumerate().map(line).collect();
            let question = &coded.question;
            out.push(Asked {
                id: &question.id,
                column: &question.column,
                kind: question.kind,
                lines,
                variable,
                scored: None,
            });
            variable += coded.variables().len();
        }
        out
    }

    /// Whether a figure of `n` answers is hidden for itself.
    fn hides(&self, n: u64) -> bool {
        n > 0 && suppressed(n, self.min_group)
    }

    /// Which columns of a table are hidden. A scale is in the plan of what to hide, down to each of its answers.
    /// Choices are not: where one of their columns or cells must be hidden, the others of its row would give it
    /// away, and only the total stays.
    fn hidden_columns(&self, question: &Asked<'_>, headings: &[Heading], parts: &[Vec<Part>]) -> Vec<bool> {
        let n = |domain| self.coded(question.variable, domain).counts.n();
        let planned = |domain: Domain| {
            let cell = |score| self.hidden.cell(score, domain.wave, domain.segment).is_some();
            match question.scored {
                Some(_) => cell(question.variable),
                None => (0..self.coding.scores.len()).any(cell),
            }
        };
        let mut hidden: Vec<bool> = headings.iter().map(|h| self.hides(n(h.1)) || planned(h.1)).collect();
        let small = || parts.iter().any(|row| row.iter().skip(1).any(|part| self.hides(part.n)));
        if question.scored.is_none() && (hidden.iter().skip(1).any(|h| *h) || small()) {
            hidden.iter_mut().skip(1).for_each(|h| *h = true);
        }
        hidden
    }

    /// Which answers of the total are hidden: the small ones, and where they are told by the base less the others,
    /// the smallest of these.
    fn hidden_answers(&self, question: &Asked<'_>, parts: &[Vec<Part>]) -> Vec<bool> {
        let total: Vec<u64> = parts.iter().map(|row| row[0].n).collect();
        let mut hidden: Vec<bool> = total.iter().map(|n| self.hides(*n)).collect();
        if question.kind != Kind::Single {
            return hidden;
        }
        loop {
            let n: u64 = total.iter().zip(&hidden).filter(|(_, h)| **h).map(|(n, _)| n).sum();
            let of = hidden.iter().filter(|h| **h).count();
            if of == 0 || (of > 1 && !self.hides(n)) {
                return hidden;
            }
            let shown = (0..total.len()).filter(|at| !hidden[*at] && total[*at] > 0);
            let Some(next) = shown.min_by_key(|at| (total[*at], *at)) else { return hidden };
            hidden[next] = true;
        }
    }

    /// The answers of a domain to a variable, by code.
    fn coded(&self, variable: usize, domain: Domain) -> Answers<'_> {
        let codes: Vec<f64> = (0..self.tally.counts(variable, domain).len()).map(|c| c as f64).collect();
        self.sample.answers(variable, domain, &codes)
    }

    fn part(&self, line: &Line, domain: Domain) -> Part {
        let answers = self.coded(line.variable, domain);
        let keep = |code: f64| line.codes.contains(&(code as usize));
        let share = describe::share(&answers, &keep, (self.intervals, self.level));
        let weight = share.map_or(0.0, |s| s.value * answers.weighted_base());
        Part { n: answers.counts.count(keep), weight, share }
    }

    fn table(
        &self,
        question: &Asked<'_>,
        axis: Option<&(String, Vec<Heading>)>,
        base: Base,
    ) -> Option<FrequencyTable> {
        let citations = base == Base::Citations && question.kind == Kind::Multiple;
        let mut headings: Vec<Heading> = vec![(None, Domain::new(None, None))];
        headings.extend(axis.iter().flat_map(|a| a.1.clone()));
        // Nobody in a column answered: nothing to show, nothing to hide.
        headings.retain(|h| self.tally.counts(question.variable, h.1).iter().any(|n| *n > 0));
        headings.first().filter(|h| h.0.is_none())?;

        let parts: Vec<Vec<Part>> = question
            .lines
            .iter()
            .map(|line| headings.iter().map(|h| self.part(line, h.1)).collect())
            .collect();
        let answers: Vec<Answers<'_>> = headings.iter().map(|h| self.coded(question.variable, h.1)).collect();
        let hidden = self.hidden_columns(question, &headings, &parts);
        let hidden_answers = self.hidden_answers(question, &parts);
        let letters = self.letters(&headings, &parts, &answers, &hidden, citations);

        let mut bases = Vec::new();
        for (at, (column, _)) in headings.iter().enumerate() {
            let (n, weighted) = if citations {
                (parts.iter().map(|row| row[at].n).sum(), parts.iter().map(|row| row[at].weight).sum())
            } else {
                (answers[at].counts.n(), answers[at].weighted_base())
            };
            let kish = answers[at].design_mean(&|_| 0.0).map_or(n as f64, |d| d.n_eff);
            let shown = |x: f64| Some(x).filter(|_| !hidden[at]);
            bases.push(ColumnBase {
                column: column.clone(),
                letter: at.checked_sub(1).map(letter),
                n: Some(n).filter(|_| !hidden[at]),
                weighted_base: shown(weighted),
                n_eff: shown(kish).filter(|_| !citations),
            });
        }
        let mut cells = Vec::new();
        let rows = question.lines.iter().zip(hidden_answers);
        for ((line, concealed), (row, letters)) in rows.zip(parts.iter().zip(letters)) {
            let across: f64 = row.iter().skip(1).map(|p| p.weight).sum();
            for (at, (part, (column, _))) in row.iter().zip(&headings).enumerate() {
                let seen = !(hidden[at] || concealed || self.hides(part.n));
                let share = part.share.filter(|_| seen && !citations);
                let of = |whole: f64| Some(part.weight / whole).filter(|x| seen && x.is_finite());
                cells.push(FrequencyCell {
                    row: line.name.clone(),
                    column: column.clone(),
                    n: Some(part.n).filter(|_| seen),
                    weighted_n: Some(part.weight).filter(|_| seen),
                    column_share: if citations {
                        of(bases[at].weighted_base.unwrap_or_default())
                    } else {
                        share.map(|s| s.value)
                    },
                    row_share: of(across).filter(|_| at > 0),
                    se: share.and_then(|s| s.se),
                    ci_low: share.and_then(|s| s.interval).map(|i| i.0),
                    ci_high: share.and_then(|s| s.interval).map(|i| i.1),
                    letters: letters[at].clone().filter(|_| seen),
                });
            }
        }
        let names = |net| question.lines.iter().filter(move |l| l.net == net).map(|l| l.name.clone());
        Some(FrequencyTable {
            question: question.id.to_owned(),
            by: axis.map(|a| a.0.clone()),
            base: if citations { Base::Citations } else { Base::Respondents },
            level: self.level,
            n: bases[0].n,
            weighted_base: bases[0].weighted_base,
            rows: names(false).collect(),
            nets: names(true).collect(),
            columns: headings.iter().filter_map(|h| h.0.clone()).collect(),
            means: question.scored.map_or_else(Vec::new, |c| self.means(question, c, &headings, &hidden)),
            test: self.test(question, &headings, &hidden),
            cells: if hidden[0] { Vec::new() } else { cells },
            bases,
        })
    }

    /// The letters of each row and column.
    fn letters(
        &self,
        headings: &[Heading],
        parts: &[Vec<Part>],
        answers: &[Answers<'_>],
        hidden: &[bool],
        citations: bool,
    ) -> Vec<Vec<Option<String>>> {
        let alpha = 1.0 - self.level;
        let of_row = |row: &Vec<Part>| {
            let column = |at: usize| {
                let share = row[at].share.filter(|_| !citations && !hidden[at] && !self.hides(row[at].n))?;
                let n = answers[at].counts.n() as f64;
                Some(ColumnShare { share: share.value, n, n_eff: share.n_eff })
            };
            let columns: Vec<Option<ColumnShare>> = (1..headings.len()).map(column).collect();
            let between = if headings.len() > 27 { " " } else { "" };
            let named = |higher: Vec<usize>| higher.into_iter().map(letter).collect::<Vec<_>>().join(between);
            let letters = higher_than(&columns, alpha).into_iter().map(|higher| higher.map(named));
            std::iter::once(None).chain(letters).collect()
        };
        parts.iter().map(of_row).collect()
    }

    fn means(
        &self,
        question: &Asked<'_>,
        coded: &QuestionCoding,
        headings: &[Heading],
        hidden: &[bool],
    ) -> Vec<ColumnMean> {
        let of = |((column, domain), hidden): (&Heading, &bool)| {
            let answers = self.sample.answers(question.variable, *domain, &coded.values);
            let found = describe::mean(&answers, coded.scale, self.level).filter(|_| !hidden);
            ColumnMean {
                column: column.clone(),
                mean: found.map(|m| m.value),
                se: found.and_then(|m| m.se),
                ci_low: found.and_then(|m| m.interval).map(|i| i.0),
                ci_high: found.and_then(|m| m.interval).map(|i| i.1),
            }
        };
        headings.iter().zip(hidden).map(of).collect()
    }

    /// Pearson's test, or Rao and Scott's under a design, over the columns that are not hidden.
    fn test(&self, question: &Asked<'_>, headings: &[Heading], hidden: &[bool]) -> Option<TableTest> {
        if question.kind == Kind::Multiple {
            return None;
        }
        let seen = headings.iter().zip(hidden).skip(1).filter(|(_, hidden)| !**hidden);
        let columns: Vec<Domain> = seen.map(|(h, _)| h.1).collect();
        let counts: Vec<Vec<u64>> =
            columns.iter().map(|d| self.tally.counts(question.variable, *d)).collect();
        let rows = counts.first()?.len();
        let counts: Vec<f64> = counts.concat().into_iter().map(|n| n as f64).collect();
        let (method, found): (_, Option<Independence>) = if self.sample.is_designed() {
            let cells = self.sample.cell_shares(question.variable, rows, &columns)?;
            ("rao_scott", rao_scott(&cells, rows))
        } else {
            ("pearson", pearson(&counts, rows))
        };
        let found = found?;
        Some(TableTest {
            method: method.to_owned(),
            statistic: found.statistic,
            df: found.df,
            df_denominator: found.df_denominator,
            p: found.p.p,
            log10_p: found.p.log10,
            low_expected: low_expected(&counts, rows),
        })
    }
}
