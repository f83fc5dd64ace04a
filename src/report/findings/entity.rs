//! Finding about one entity: how it stands beside the others.

use super::{SIGNIFICANT, Teller, finding};
use crate::metric::Metric;
use crate::report::{Finding, REST};

impl Teller<'_> {
    /// How far the score of the entity is from that of the other respondents of the study.
    pub(super) fn entity(&self, question: &str, metric: Metric) -> Option<Finding> {
        let (words, entity) = (&self.words, self.report.study.entity.as_ref()?);
        let own = self.report.comparisons.iter().find(|c| {
            (c.question == question && c.metric == metric)
                && (c.from == REST && c.by == entity.column && c.to == entity.value)
        })?;
        let the = words.noun(question, metric).the();
        let (value, column) = (words.lang.quote(&entity.value), &entity.column);
        let (proof, digits) = (self.proof(own), self.gap_digits(own));
        let size = words.points_size(own.difference, digits);
        let text = if own.evidence() < SIGNIFICANT {
            let lower = if own.difference < 0.0 {
                pick!(words, findings::lower)
            } else {
                pick!(words, findings::higher)
            };
            say!(
                words,
                findings::for_is_than_among_the_other_respondents_of(value, column, the, lower, size, proof)
            )
        } else {
            let gap = words.points(own.difference, digits);
            say!(words, findings::for_does_not_clearly_differ_from_that_of(value, column, the, gap, proof))
        };
        Some(finding("entity", text))
    }
}
