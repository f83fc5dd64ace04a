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
            let (fr, en) = if own.difference < 0.0 { ("plus bas", "lower") } else { ("plus haut", "higher") };
            words.say(
                format!("Pour {value} ({column}), {the} est {fr} de {size} que chez les autres répondants de l’étude : l’écart est significatif {proof}."),
                format!("For {value} ({column}), {the} is {size} {en} than among the other respondents of the study: the difference is significant {proof}."),
            )
        } else {
            let gap = words.points(own.difference, digits);
            words.say(
                format!("Pour {value} ({column}), {the} ne se distingue pas nettement de celui des autres répondants de l’étude : l’écart mesuré est de {gap}, que le hasard de l’échantillonnage suffit à expliquer {proof}."),
                format!("For {value} ({column}), {the} does not clearly differ from that of the other respondents of the study: the measured difference is {gap}, which chance in sampling is enough to explain {proof}."),
            )
        };
        Some(finding("entity", text))
    }
}
