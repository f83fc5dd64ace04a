//! Findings about waves: whether the score moved between the last two, and what that rests on.

use super::{SIGNIFICANT, Teller, finding};
use crate::metric::{Comparison, Metric};
use crate::report::Finding;
use crate::report::amounts::{consistent, spoken_decimals};
use crate::report::design;

/// Two waves whose bases differ more than so many times are said to.
const UNLIKE_BASES: u64 = 3;

impl<'a> Teller<'a> {
    /// Whether the score moved between the last two waves.
    pub(super) fn change(&self, question: &str, metric: Metric) -> Option<Finding> {
        let comparison = self.moves(question, metric).find(|c| c.segment.is_none())?;
        let words = &self.words;
        let the = words.noun(question, metric).the();
        let (from, to) = (&comparison.from, &comparison.to);
        let ends = self.ends(comparison).map(|(old, new)| {
            let digits = self.gap_digits(comparison);
            (words.bare(metric, old, digits), words.bare(metric, new, digits))
        });
        let proof = self.proof(comparison);
        let mut text = if comparison.evidence() < SIGNIFICANT {
            let size = words.points_size(comparison.difference, self.gap_digits(comparison));
            let fell = if comparison.difference < 0.0 {
                pick!(words, findings::fell)
            } else {
                pick!(words, findings::rose)
            };
            let path = ends.map_or_else(String::new, |(old, new)| say!(words, findings::from_to(old, new)));
            say!(
                words,
                findings::between_and_by_chance_in_sampling_hardly(from, to, the, fell, size, path, proof)
            )
        } else {
            let gap = words.points(comparison.difference, self.gap_digits(comparison));
            let story = match ends {
                Some((old, new)) => say!(words, findings::went_from_to_a_change_of(the, old, new, gap)),
                None => say!(words, findings::the_measured_difference_in_is(the, gap)),
            };
            let verdict = self.unmoved(comparison);
            say!(words, findings::between_and(from, to, story, verdict, proof))
        };
        text.push_str(&self.detectable(comparison));
        let errors = (comparison.se, comparison.se_independent);
        text.extend(design::overlap(words, comparison.overlap, errors, self.gap_digits(comparison)));
        text.push_str(&self.unlike_bases(comparison));
        Some(finding("change", text))
    }

    /// What may be said of a difference that is not significant: stable where the interval lies inside the margin
    /// declared, else nothing.
    fn unmoved(&self, c: &Comparison) -> String {
        let words = &self.words;
        let margin = words.question(&c.question).and_then(|q| q.margin);
        match margin.filter(|margin| c.ci_low >= -margin && c.ci_high <= *margin) {
            Some(margin) => {
                let digits = usize::from(margin.fract() != 0.0).max(self.gap_digits(c).min(1));
                let margin = words.points_size(margin, digits);
                say!(words, findings::it_is_stable_the_interval_of_the_difference(margin))
            }
            None => say!(words, findings::chance_in_sampling_is_enough_to_explain_this),
        }
    }

    /// How large a change would have been seen, where none was.
    fn detectable(&self, c: &Comparison) -> String {
        let words = &self.words;
        let margin = words.question(&c.question).and_then(|q| q.margin);
        if c.evidence() < SIGNIFICANT
            || margin.is_some_and(|margin| c.ci_low >= -margin && c.ci_high <= margin)
        {
            return String::new();
        }
        let size = words.points_size(c.detectable, spoken_decimals(c.metric, c.n_from.min(c.n_to)));
        let change =
            if c.difference < 0.0 { pick!(words, findings::fall) } else { pick!(words, findings::rise) };
        say!(words, findings::at_this_base_a_of_less_than_mostly(change, size))
    }

    /// A warning where one wave has far fewer answers than the other: it may be unfinished, or have
    /// been asked of other people.
    fn unlike_bases(&self, c: &Comparison) -> String {
        let words = &self.words;
        let (old, new) = (words.lang.count(c.n_from), words.answers(c.n_to));
        if c.n_to.saturating_mul(UNLIKE_BASES) <= c.n_from {
            let (wave, before) = (&c.to, words.lang.count(c.n_from));
            say!(words, findings::wave_has_far_fewer_answers_than_the_one(wave, new, before))
        } else if c.n_from.saturating_mul(UNLIKE_BASES) <= c.n_to {
            say!(words, findings::the_two_waves_differ_in_size_then_check(old, new))
        } else {
            String::new()
        }
    }

    pub(super) fn moves(
        &self,
        question: &str,
        metric: Metric,
    ) -> impl Iterator<Item = &'a Comparison> + use<'a> {
        let question = question.to_owned();
        let rows = self.report.comparisons.iter();
        rows.filter(move |c| c.by == "wave" && c.question == question && c.metric == metric)
    }

    /// The two values that a comparison opposes.
    pub(super) fn ends(&self, c: &Comparison) -> Option<(f64, f64)> {
        let value =
            |wave: &str| self.words.cell(&c.question, c.metric, Some(wave), c.segment.as_deref())?.value;
        Some((value(&c.from)?, value(&c.to)?))
    }

    pub(super) fn gap_digits(&self, c: &Comparison) -> usize {
        let digits = spoken_decimals(c.metric, c.n_from.min(c.n_to));
        self.ends(c).map_or(digits, |(from, to)| consistent(to, from, c.difference, digits))
    }

    /// What a difference rests on, between parentheses.
    pub(super) fn proof(&self, c: &Comparison) -> String {
        let words = &self.words;
        let interval = words.gap_interval(c.ci_low, c.ci_high, self.gap_digits(c));
        let (proof, from, to) = (words.evidence(c), words.lang.count(c.n_from), words.answers(c.n_to));
        say!(words, findings::interval_of_the_difference_bases_of_and(interval, proof, from, to))
    }
}
