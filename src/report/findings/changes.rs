//! Findings about waves: whether the score moved between the last two, and what that rests on.

use super::{SIGNIFICANT, Teller, finding};
use crate::metric::{Comparison, Metric};
use crate::report::Finding;
use crate::report::amounts::{consistent, spoken_decimals};

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
        let mut text = if comparison.q < SIGNIFICANT {
            let size = words.points_size(comparison.difference, self.gap_digits(comparison));
            let (fr, en) =
                if comparison.difference < 0.0 { ("reculé", "fell") } else { ("progressé", "rose") };
            let path = ends.map_or_else(String::new, |(old, new)| {
                words.say(format!(", de {old} à {new}"), format!(", from {old} to {new}"))
            });
            words.say(
                format!("Entre {from} et {to}, {the} a {fr} de {size}{path} : le hasard de l’échantillonnage explique mal un tel écart {proof}."),
                format!("Between {from} and {to}, {the} {en} by {size}{path}: chance in sampling hardly explains such a difference {proof}."),
            )
        } else {
            let gap = words.points(comparison.difference, self.gap_digits(comparison));
            let story = match ends {
                Some((old, new)) => words.say(
                    format!("{the} passe de {old} à {new}, soit {gap}"),
                    format!("{the} went from {old} to {new}, a change of {gap}"),
                ),
                None => words.say(
                    format!("l’écart mesuré sur {the} est de {gap}"),
                    format!("the measured difference in {the} is {gap}"),
                ),
            };
            words.say(
                format!("Entre {from} et {to}, {story} : le hasard de l’échantillonnage suffit à expliquer cet écart, on ne peut conclure ni à une hausse ni à une baisse {proof}."),
                format!("Between {from} and {to}, {story}: chance in sampling is enough to explain this difference, and neither a rise nor a fall can be concluded {proof}."),
            )
        };
        text.push_str(&self.unlike_bases(comparison));
        Some(finding("change", text))
    }

    /// A warning where one wave has far fewer answers than the other: it may be unfinished, or have
    /// been asked of other people.
    fn unlike_bases(&self, c: &Comparison) -> String {
        let words = &self.words;
        let (old, new) = (words.lang.count(c.n_from), words.answers(c.n_to));
        if c.n_to.saturating_mul(UNLIKE_BASES) <= c.n_from {
            let (wave, before) = (&c.to, words.lang.count(c.n_from));
            words.say(
                format!(" La vague {wave} compte bien moins de réponses que la précédente ({new}, contre {before}) : vérifiez qu’elle est complète."),
                format!(" Wave {wave} has far fewer answers than the one before ({new}, against {before}): check that it is complete."),
            )
        } else if c.n_from.saturating_mul(UNLIKE_BASES) <= c.n_to {
            words.say(
                format!(" Les deux vagues n’ont pas la même taille ({old}, puis {new}) : vérifiez que le public interrogé est le même."),
                format!(" The two waves differ in size ({old}, then {new}): check that the same kind of people answered."),
            )
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
        let (q, from, to) = (words.q(c.q), words.lang.count(c.n_from), words.answers(c.n_to));
        words.say(
            format!("(intervalle de l’écart : {interval} ; {q} ; bases de {from} et {to})"),
            format!("(interval of the difference: {interval}; {q}; bases of {from} and {to})"),
        )
    }
}
