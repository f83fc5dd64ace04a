//! Words that set one wave, or one value of a segment, apart from the others.

use schemars::JsonSchema;
use serde::Serialize;

use super::frequency::{BY, is_wave};
use super::rows::Builder;
use super::term_rows::{by_frequency, support};
use crate::error::{Error, Result};
use crate::keyness::{Bases, Mentions, Support, contrasts};
use crate::privacy::suppressed;
use crate::study::{Coding, fold};
use crate::tally::{By, TermKind};

/// What the verbatims of one group say more, or less, than those of the other groups: counted in verbatims.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GroupKeyness {
    /// Id of the open question.
    pub question: String,
    /// `wave`, or the column of the segments.
    pub by: String,
    /// The wave, or the value of the segment.
    pub group: String,
    /// The keyword.
    pub label: String,
    /// What it is.
    pub kind: TermKind,
    /// Whether it names a subject.
    pub topic: bool,
    /// True when the group says it more than the others.
    pub more: bool,
    /// True when no wave before said it; always false where the groups are no waves.
    pub new: bool,
    /// Verbatims of the group that contain it.
    pub n_in: u64,
    /// Verbatims of the other groups that contain it.
    pub n_out: u64,
    /// Verbatims of the group.
    pub base_in: u64,
    /// Verbatims of the other groups.
    pub base_out: u64,
    /// Log-likelihood G², which ranks.
    pub log_likelihood: f64,
    /// Two-sided p-value: Fisher's exact test, or χ² where every expected count is at least 5 (100 for a p under 0.001).
    pub p: f64,
    /// Its decimal logarithm.
    pub log10_p: f64,
    /// Benjamini–Hochberg q-value over the keywords and the groups.
    pub q: f64,
    /// Base-2 logarithm of the ratio of the two shares.
    pub log_ratio: f64,
    /// Lower end of its interval.
    pub log_ratio_low: f64,
    /// Upper end of its interval.
    pub log_ratio_high: f64,
    /// p-value of the keyword over all groups together.
    pub overall_p: f64,
    /// Benjamini–Hochberg q-value of it over the keywords.
    pub overall_q: f64,
}

/// What `asked` names: a segment column, or the waves.
///
/// # Errors
/// There is no such column.
pub(super) fn axis(coding: &Coding, asked: &str) -> Result<By> {
    if let Some(column) = coding.segments.iter().position(|s| fold(&s.column) == fold(asked)) {
        return Ok(By::Segment(column));
    }
    let waves = coding.waves.as_ref().filter(|w| is_wave(asked, Some(&w.source().column)));
    waves.map(|_| By::Wave).ok_or_else(|| Error::UnknownSegment {
        option: BY,
        found: asked.to_owned(),
        known: coding.segments.iter().map(|s| s.column.clone()).collect(),
    })
}

impl Builder<'_> {
    /// The keywords of each open question in the groups asked for: by group, highest G² first. Where small groups are
    /// protected, nothing when one of the groups is hidden, and no keyword that a group has without having it enough.
    pub fn contrasts(&self) -> Vec<GroupKeyness> {
        let Some(by) = self.tally.shape().by else { return Vec::new() };
        let (name, groups): (String, &[String]) = match by {
            By::Wave => ("wave".to_owned(), &self.waves),
            By::Segment(column) => {
                let segment = &self.coding.segments[column];
                (segment.column.clone(), &segment.values)
            }
        };
        let hidden = |group: usize| {
            let (wave, segment) = match by {
                By::Wave => (Some(group), None),
                By::Segment(column) => (None, Some((column, group))),
            };
            (0..self.coding.scores.len()).any(|score| self.hidden.cell(score, wave, segment).is_some())
        };
        if (0..groups.len()).any(hidden) {
            return Vec::new();
        }
        let mut rows = Vec::new();
        for (text, terms) in self.coding.texts.iter().zip(&self.tally.texts) {
            let bases = self.tally.by(&terms.scores);
            // Words of those in no group would be told by the total.
            let told = |counts: &[u64], n: u64, of: &[u64]| {
                let enough = |n: u64| n == 0 || !suppressed(n, self.min_group);
                let rest = n - counts.iter().sum::<u64>();
                enough(rest) && counts.iter().zip(of).all(|(n, base)| enough(*n) && enough(base - n))
            };
            let found = by_frequency(terms, support(terms.answered, self.min_group));
            let kept: Vec<_> =
                found.iter().filter(|f| told(self.tally.by(&f.term.scores), f.term.n, bases)).collect();
            let mentions: Vec<Mentions<'_>> = kept
                .iter()
                .map(|f| Mentions {
                    verbatims: self.tally.by(&f.term.scores),
                    occurrences: &[],
                    design: None,
                })
                .collect();
            let limits = Support { verbatims: support(terms.answered, self.min_group), level: self.level };
            let mut of_text = Vec::new();
            for spread in contrasts(&Bases { verbatims: bases, words: &[] }, &mentions, limits) {
                let (found, counts) = (kept[spread.keyword], mentions[spread.keyword].verbatims);
                for contrast in spread.groups {
                    let table = contrast.table;
                    let before = &counts[..contrast.group];
                    let new = by == By::Wave
                        && !before.is_empty()
                        && counts[contrast.group] > 0
                        && before.iter().all(|n| *n == 0);
                    of_text.push((
                        contrast.group,
                        GroupKeyness {
                            question: text.id.clone(),
                            by: name.clone(),
                            group: groups[contrast.group].clone(),
                            label: found.label.to_owned(),
                            kind: found.term.kind,
                            topic: found.term.is_topic(found.label),
                            more: contrast.more,
                            new,
                            n_in: table.in_with,
                            n_out: table.out_with,
                            base_in: table.in_with + table.in_without,
                            base_out: table.out_with + table.out_without,
                            log_likelihood: contrast.log_likelihood,
                            p: contrast.p.p,
                            log10_p: contrast.p.log10,
                            q: contrast.q,
                            log_ratio: contrast.log_ratio,
                            log_ratio_low: contrast.log_ratio_interval.0,
                            log_ratio_high: contrast.log_ratio_interval.1,
                            overall_p: spread.overall.p.p,
                            overall_q: spread.q,
                        },
                    ));
                }
            }
            of_text.sort_by(|(a, x), (b, y)| {
                let ranked = y.log_likelihood.total_cmp(&x.log_likelihood);
                a.cmp(b).then(y.more.cmp(&x.more)).then(ranked).then_with(|| x.label.cmp(&y.label))
            });
            rows.extend(of_text.into_iter().map(|(_, row)| row));
        }
        rows
    }
}
