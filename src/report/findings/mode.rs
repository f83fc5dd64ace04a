//! Finding about modes of collection: whether the score depends on them.

use super::{SIGNIFICANT, Teller, finding};
use crate::report::Finding;
use crate::report::amounts::spoken_decimals;

impl Teller<'_> {
    /// The score by mode where modes differ by more than chance, and what that means for the total.
    pub(super) fn mode(&self) -> Option<Finding> {
        let (words, modes) = (&self.words, self.report.modes.as_ref()?);
        let p = modes.p.filter(|p| *p < SIGNIFICANT)?;
        let scores: Vec<String> = modes
            .modes
            .iter()
            .filter_map(|m| {
                let (score, n) = (m.score?, m.n?);
                let score = words.bare(modes.metric, score, spoken_decimals(modes.metric, n));
                Some(format!("{} {score} ({})", m.value, words.answers(n)))
            })
            .collect();
        let scores = scores.join(words.pick("\u{a0}; ", "; "));
        let the = words.noun(&modes.question, modes.metric).the();
        let column = words.lang.quote(&modes.column);
        let p = words.sign_and_probability(p);
        let moved = modes.mix.as_ref().filter(|mix| mix.moved());
        let after = moved.map_or_else(String::new, |mix| {
            let (from, to) = (&mix.from, &mix.to);
            say!(words, findings::from_to_the_mix_of_modes_changed_part(from, to))
        });
        let text = say!(words, findings::by_is_not_the_same_p_compare_like(column, the, scores, p, after));
        Some(finding("mode", text))
    }
}
