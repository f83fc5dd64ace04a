//! Finding about who answered: a change that comes from other shares of the segments, not from the segments.

use super::{Teller, finding};
use crate::metric::decompose::Reversal;
use crate::metric::{Metric, Quantity};
use crate::report::amounts::decimals;
use crate::report::words::Words;
use crate::report::{Decomposition, DecompositionPart, Finding};

/// Points of a net score or a share that another mix of respondents must move to be told.
const WORTH_POINTS: f64 = 2.0;
/// The same for a mean: this share of its scale.
const WORTH_OF_SCALE: f64 = 0.02;

impl Teller<'_> {
    /// What another mix of respondents did to the score between the last two waves, by the segments that show most
    /// of it; none where it did little.
    pub(super) fn mix(&self, question: &str, metric: Metric) -> Option<Finding> {
        let of_score = |d: &&Decomposition| d.question == question && d.metric == metric;
        let told = |d: &&Decomposition| self.matters(d);
        let strongest = |a: &&Decomposition, b: &&Decomposition| {
            // A total that its segments contradict comes first; of two alike, the first column.
            let rank = |d: &Decomposition| (d.reversal == Some(Reversal::Every), d.mix.abs());
            let (a, b) = (rank(a), rank(b));
            b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
        };
        let decompositions = self.report.decompositions.iter().filter(of_score).filter(told);
        let d = decompositions.min_by(strongest)?;
        let mut text = self.origin(d);
        text.push_str(&self.reversal(d).map_or_else(String::new, |said| format!(" {said}")));
        Some(finding("decomposition", text))
    }

    /// Whether the mix is worth a sentence.
    fn matters(&self, d: &Decomposition) -> bool {
        let worth = match (d.metric.quantity(), self.words.question(&d.question).and_then(|q| q.scale)) {
            (Quantity::Mean, Some([low, high])) => WORTH_OF_SCALE * (high - low),
            _ => WORTH_POINTS,
        };
        d.mix.abs() >= worth || (d.difference.abs() >= worth && d.mix.abs() >= d.difference.abs() / 2.0)
    }

    /// How much of the change the mix explains, and whose share made it.
    fn origin(&self, d: &Decomposition) -> String {
        let words = &self.words;
        let digits = decimals(d.metric);
        let (from, to) = (&d.from, &d.to);
        let falls = d.difference < 0.0;
        let whose = self.whose(d);
        let column = words.lang.quote(&d.by);
        let the = words.noun(&d.question, d.metric).the();
        let size = |x: f64| words.points_size(x, digits);
        let alone = self.at_equal_mix(d);
        if d.mix * d.difference <= 0.0 {
            // The mix hides part of what the segments did, or all of it.
            return say!(
                words,
                findings::between_and_the_mix_of_respondents_by_counted(
                    from,
                    to,
                    column,
                    words.points(d.mix, digits),
                    whose,
                    the,
                    alone
                )
            );
        }
        let share = d.mix / d.difference;
        let (mixed, whole) = (words.lang.number(d.mix.abs(), digits), size(d.difference));
        let all_mix = size(d.mix);
        let sizes = if share > 1.0 {
            say!(words, findings::for_in_all(all_mix, whole))
        } else {
            say!(words, findings::of_the(mixed, whole))
        };
        let part = match share {
            s if s >= 0.9 => pick!(words, findings::nearly_all),
            s if s >= 2.0 / 3.0 => pick!(words, findings::most),
            s if s >= 0.5 => pick!(words, findings::more_than_half),
            _ => pick!(words, findings::part),
        };
        let subject = match (share > 1.0, falls) {
            (true, true) => pick!(words, findings::the_whole_fall).to_owned(),
            (true, false) => pick!(words, findings::the_whole_rise).to_owned(),
            (false, true) => pick!(words, findings::of_the_fall(part)),
            (false, false) => pick!(words, findings::of_the_rise(part)),
        };
        let comes = match (share > 1.0, falls) {
            (true, true) => pick!(words, findings::the_fall_comes_entirely),
            (true, false) => pick!(words, findings::the_rise_comes_entirely),
            (false, _) => pick!(words, findings::comes),
        };
        say!(
            words,
            findings::between_and_comes_from_the_mix_of_respondents(
                from, to, subject, sizes, comes, column, whose, the, alone
            )
        )
    }

    /// The segment whose share moved the total most in the direction of the mix.
    fn whose(&self, d: &Decomposition) -> String {
        let words = &self.words;
        let same_way = |part: &&DecompositionPart| part.mix * d.mix > 0.0;
        let largest = |a: &&DecompositionPart, b: &&DecompositionPart| a.mix.abs().total_cmp(&b.mix.abs());
        let Some(part) = d.parts.iter().filter(same_way).max_by(largest) else { return String::new() };
        let name = part_name(words, part);
        let (old, new) = (words.share(part.share_from, 0), words.share(part.share_to, 0));
        let (n_from, n_to) = (words.lang.count(part.n_from), words.answers(part.n_to));
        let grown = part.share_to > part.share_from;
        let weighs =
            if grown { pick!(words, findings::weighs_more) } else { pick!(words, findings::weighs_less) };
        let level = if (part.mix < 0.0) == grown {
            pick!(words, findings::lower_than_the_whole)
        } else {
            pick!(words, findings::higher_than_the_whole)
        };
        let score = part.score_to.or(part.score_from).unwrap_or_default();
        let score = words.bare(d.metric, score, decimals(d.metric));
        let name = format!("{name}, {level} ({score}),");

        say!(words, findings::then_then_of_the_total(name, weighs, n_from, n_to, old, new))
    }

    /// What the score did within the segments: `n’aurait reculé que de 0,1 point`.
    fn at_equal_mix(&self, d: &Decomposition) -> String {
        let words = &self.words;
        let digits = decimals(d.metric);
        let size = words.points_size(d.within, digits);
        let scale = 10f64.powi(i32::try_from(digits).unwrap_or(0));
        if (d.within * scale).round() == 0.0 {
            return pick!(words, findings::would_not_have_moved).to_owned();
        }
        let less = d.within.abs() < d.difference.abs() && d.within * d.difference > 0.0;
        match (d.within < 0.0, less) {
            (true, true) => say!(words, findings::would_have_fallen_by_only(size)),
            (true, false) => {
                say!(words, findings::would_have_fallen_by(size))
            }
            (false, true) => say!(words, findings::would_have_risen_by_only(size)),
            (false, false) => {
                say!(words, findings::would_have_risen_by(size))
            }
        }
    }

    /// Simpson's paradox in words.
    fn reversal(&self, d: &Decomposition) -> Option<String> {
        reversal(&self.words, d)
    }
}

/// The total against its segments; none where they agree.
pub(in crate::report) fn reversal(words: &Words<'_>, d: &Decomposition) -> Option<String> {
    let the = words.noun(&d.question, d.metric).the();
    let column = words.lang.quote(&d.by);
    let (down, up) = (pick!(words, findings::goes_down), pick!(words, findings::goes_up));
    let (total, inside) = if d.difference < 0.0 { (down, up) } else { (up, down) };
    Some(match d.reversal? {
        Reversal::Every => {
            say!(words, findings::the_total_while_in_every_segment_of_simpsons(total, the, inside, column))
        }
        Reversal::Most => {
            say!(words, findings::the_total_while_in_the_segments_of_that(total, the, inside, column))
        }
    })
}

/// A part by its name, as a sentence or a table has it.
pub(in crate::report) fn part_name(words: &Words<'_>, part: &DecompositionPart) -> String {
    match (&part.value, part.grouped.as_slice()) {
        (Some(value), _) => words.lang.quote(value),
        (None, []) => pick!(words, findings::answers_without_a_value).to_owned(),
        (None, grouped) => {
            let names = words.list(grouped);
            pick!(words, findings::the_group_others(names))
        }
    }
}

/// The same at the start of a row.
pub(in crate::report) fn part_heading(words: &Words<'_>, part: &DecompositionPart) -> String {
    match (&part.value, part.grouped.as_slice()) {
        (Some(value), _) => value.clone(),
        (None, []) => pick!(words, findings::without_a_value).to_owned(),
        (None, grouped) => format!("{} ({})", pick!(words, findings::others), grouped.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::metric::decompose::Reversal;
    use crate::report::{Report, sample};

    fn told(report: &Report) -> Option<String> {
        let found = crate::report::findings::findings(report).into_iter().find(|f| f.code == "decomposition");
        found.map(|f| f.text.replace(['\u{a0}', '\u{202f}'], " "))
    }

    /// A report whose change splits so.
    fn split(within: f64, mix: f64) -> Report {
        let mut report = sample::full(Lang::Fr);
        report.decompositions = vec![sample::decomposition(within, mix)];
        report
    }

    #[test]
    fn the_share_of_the_mix_is_said_in_the_right_words() {
        for (within, mix, expected) in [
            (-0.1, -11.5, "la quasi-totalité du recul (11,5 sur 11,6 points) vient de la répartition"),
            (-0.1, -11.5, "À répartition égale, le NPS n’aurait reculé que de 0,1 point."),
            (-3.0, -7.0, "l’essentiel du recul (7,0 sur 10,0 points)"),
            (4.0, 6.0, "plus de la moitié de la hausse (6,0 sur 10,0 points)"),
            (-6.0, -3.0, "une part du recul (3,0 sur 9,0 points)"),
            (1.0, -5.0, "le recul (5,0 points, pour 4,0 points en tout) vient tout entier de la répartition"),
            (1.0, -5.0, "le NPS aurait progressé de 1,0 point"),
            (-8.0, 3.0, "a joué pour +3,0 points : « Sud »"),
            (0.01, 3.0, "le NPS n’aurait pas bougé"),
        ] {
            let text = told(&split(within, mix)).unwrap();
            assert!(text.contains(expected), "{expected}\n{text}");
        }
    }

    #[test]
    fn a_small_mix_is_not_told() {
        assert_eq!(told(&split(-9.0, -1.0)), None);
        assert_eq!(told(&split(0.1, -0.4)), None);
        assert!(told(&split(-1.0, -1.5)).is_some());
    }

    #[test]
    fn a_total_against_its_segments_is_said() {
        let mut report = split(3.0, -9.0);
        report.decompositions[0].reversal = Some(Reversal::Every);
        let text = told(&report).unwrap();
        assert!(
            text.contains("Le total baisse alors que le NPS monte dans chaque segment de « région »"),
            "{text}"
        );
        report.study.language = Lang::En;
        assert!(told(&report).unwrap().contains("(Simpson’s paradox)"));
    }
}
