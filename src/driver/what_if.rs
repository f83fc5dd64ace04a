//! What a score would be with fewer verbatims on a theme.

use super::priority::Measured;
use crate::lang::Lang;

/// By how many points a score would move if a part of the verbatims on a theme disappeared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WhatIf {
    /// The part that disappears, 0…1.
    pub part: f64,
    /// The move of the score, in its unit; positive where the theme is an irritant.
    pub points: f64,
    /// Lower end of its interval.
    pub ci_low: f64,
    /// Upper end of its interval.
    pub ci_high: f64,
}

/// The move of a score if `part` of those who speak of a theme, drawn at random, scored as those who do not, all else
/// equal: −part × adjusted impact ([`Effect::impact`](super::Effect)). It takes an association for what would happen,
/// which nothing proves: [`WhatIf::sentence`] says so.
#[must_use]
pub fn what_if(impact: Measured, part: f64) -> WhatIf {
    let part = part.clamp(0.0, 1.0);
    // Adding zero turns −0 into 0.
    let moved = |x: f64| 0.0 - part * x;
    WhatIf { part, points: moved(impact.value), ci_low: moved(impact.high), ci_high: moved(impact.low) }
}

impl WhatIf {
    /// Two sentences for a report: the move with its interval, and that it is no proof. `theme` is the name shown,
    /// `score` the score with its article (« le NPS », “the NPS”), `level` that of the interval.
    #[must_use]
    pub fn sentence(&self, lang: Lang, theme: &str, score: &str, level: f64, decimals: usize) -> String {
        let (low, high) = (lang.signed(self.ci_low, decimals), lang.signed(self.ci_high, decimals));
        let theme = lang.quote(theme);
        let gone = if (self.part - 0.5).abs() < 1e-9 {
            pick!(lang, topics::if_half_of_the_comments_disappeared(theme))
        } else {
            let percent = lang.percent(100.0 * self.part, 0);
            pick!(lang, topics::if_a_part_of_the_comments_disappeared(percent, theme))
        };
        let size = lang.number(self.points.abs(), decimals);
        let shown = size.replace(',', ".").parse::<f64>().unwrap_or(self.points.abs());
        let points = if lang.pick(shown < 2.0, shown == 1.0) { "point" } else { "points" };
        let moved = if self.ci_low <= 0.0 && 0.0 <= self.ci_high {
            pick!(lang, topics::nothing_tells_by_how_much_would_move_or(score))
        } else if self.points > 0.0 {
            pick!(lang, topics::would_rise_by_about(score, size, points))
        } else {
            pick!(lang, topics::would_fall_by_about(score, size, points))
        };
        let level = lang.level(level);
        lang.typeset(pick!(
            lang,
            topics::their_authors_scoring_as_those_who_do_not(gone, moved, level, low, high)
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn impact(value: f64, half: f64) -> Measured {
        Measured { value, low: value - half, high: value + half }
    }

    #[test]
    fn half_of_an_irritant_is_half_of_its_impact() {
        let found = what_if(impact(-12.0, 3.0), 0.5);
        assert_eq!((found.points, found.ci_low, found.ci_high), (6.0, 4.5, 7.5));
        assert_eq!(
            found.sentence(Lang::Fr, "délai", "le NPS", 0.95, 1),
            "Si la moitié des verbatims sur «\u{a0}délai\u{a0}» disparaissait, leurs auteurs notant comme ceux qui \
             n’en parlent pas, le NPS monterait d’environ 6,0\u{a0}points (intervalle à 95\u{a0}%\u{a0}: de +4,5 à +7,5). \
             C’est une association, non la preuve d’une cause."
        );
        assert_eq!(
            what_if(impact(2.0, 1.0), 0.25).sentence(Lang::En, "staff", "the NPS", 0.95, 1),
            "If 25% of the comments about “staff” disappeared, their authors scoring as those who do not mention it, \
             the NPS would fall by about 0.5\u{a0}points (95% interval: −0.8 to −0.3). This is an association, not proof of \
             a cause."
        );
    }

    #[test]
    fn what_is_not_established_is_not_promised() {
        let found = what_if(impact(-1.0, 3.0), 0.5).sentence(Lang::Fr, "prix", "le NPS", 0.95, 1);
        assert!(found.contains("rien ne dit de combien ni dans quel sens le NPS bougerait"), "{found}");
        assert!(!found.contains("monterait"));
        assert_eq!(what_if(impact(0.0, 1.0), 2.0).part, 1.0);
    }
}
