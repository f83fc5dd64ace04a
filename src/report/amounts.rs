//! How the amounts of a report are written: one value, its interval, a difference.

use super::words::Words;
use crate::lang::Lang;
use crate::metric::{Comparison, Estimate, Metric, Quantity};

/// Under this base an estimate is flagged as fragile.
pub(super) const SMALL_BASE: u64 = 30;
/// From this base on, a sentence gives a decimal to a percentage or an NPS.
const DECIMAL_BASE: u64 = 1000;

/// Decimals of a metric in tables.
pub(super) fn decimals(metric: Metric) -> usize {
    match metric.quantity() {
        Quantity::Net | Quantity::Share => 1,
        Quantity::Mean => 2,
    }
}

/// Decimals of a metric in a sentence: none for points and percentages whose base cannot carry them.
pub(super) fn spoken_decimals(metric: Metric, base: u64) -> usize {
    match metric.quantity() {
        Quantity::Net | Quantity::Share => usize::from(base >= DECIMAL_BASE),
        Quantity::Mean => 2,
    }
}

/// Decimals, none or one, with which `total` is what a reader finds by taking `minus` from `plus`:
/// those asked for where they will do.
pub(super) fn consistent(plus: f64, minus: f64, total: f64, asked: usize) -> usize {
    let adds_up = |digits: usize| {
        let scale = if digits == 0 { 1.0 } else { 10.0 };
        let rounded = |x: f64| (x * scale).round();
        (rounded(plus) - rounded(minus) - rounded(total)).abs() < 0.5
    };
    match asked {
        0 | 1 if !adds_up(asked) => usize::from(asked == 0 || !adds_up(0)),
        _ => asked,
    }
}

/// An interval between brackets: `[+4 ; +20]`, `[+4, +20]`.
pub(super) fn brackets(lang: Lang, low: &str, high: &str) -> String {
    pick!(lang, scores::joined(low, high))
}

impl Words<'_> {
    /// A value without its unit's scale: `+12`, `38,9 %`, `2,86`.
    pub fn bare(&self, metric: Metric, value: f64, decimals: usize) -> String {
        match metric.quantity() {
            Quantity::Net => self.lang.signed(value, decimals),
            Quantity::Share => self.lang.percent(value, decimals),
            Quantity::Mean => self.lang.number(value, decimals),
        }
    }

    /// A value as it stands alone: `+12`, `38,9 %`, `2,86 / 5`.
    pub fn value(&self, question: &str, metric: Metric, value: f64, decimals: usize) -> String {
        let bare = self.bare(metric, value, decimals);
        match (metric.quantity(), self.question(question).and_then(|q| q.scale)) {
            (Quantity::Mean, Some([_, high])) => format!("{bare}\u{a0}/\u{a0}{}", self.lang.number(high, 0)),
            _ => bare,
        }
    }

    /// The interval of a value.
    pub fn interval(&self, metric: Metric, low: f64, high: f64, decimals: usize) -> String {
        brackets(self.lang, &self.bare(metric, low, decimals), &self.bare(metric, high, decimals))
    }

    /// The interval of an estimate; none when one answer, or a hidden cell, gives none.
    pub fn interval_of(&self, estimate: &Estimate, decimals: usize) -> Option<String> {
        let (low, high) = (estimate.ci_low?, estimate.ci_high?);
        Some(self.interval(estimate.metric, low, high, decimals))
    }

    /// The same in a table, where a percentage needs no sign: `[38,3 ; 39,7]`.
    pub fn interval_cell(&self, estimate: &Estimate, decimals: usize) -> Option<String> {
        let (low, high) = (estimate.ci_low?, estimate.ci_high?);
        Some(match estimate.metric.quantity() {
            Quantity::Share => {
                brackets(self.lang, &self.lang.number(low, decimals), &self.lang.number(high, decimals))
            }
            _ => self.interval(estimate.metric, low, high, decimals),
        })
    }

    /// The interval of a difference, in signed points.
    pub fn gap_interval(&self, low: f64, high: f64, decimals: usize) -> String {
        brackets(self.lang, &self.lang.signed(low, decimals), &self.lang.signed(high, decimals))
    }

    /// A difference with its sign and unit: `−42 points`, `+0,31 point`.
    pub fn points(&self, difference: f64, decimals: usize) -> String {
        format!("{}\u{a0}{}", self.lang.signed(difference, decimals), self.point_noun(difference, decimals))
    }

    /// The size of a difference with its unit: `42 points`.
    pub fn points_size(&self, difference: f64, decimals: usize) -> String {
        let size = difference.abs();
        format!("{}\u{a0}{}", self.lang.number(size, decimals), self.point_noun(size, decimals))
    }

    /// `point` or `points`, as the number shown asks: French makes a plural from 2 on, English of
    /// everything but 1.
    fn point_noun(&self, value: f64, decimals: usize) -> &'static str {
        let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
        let shown = (value.abs() * scale).round() / scale;
        let plural = match self.lang {
            Lang::Fr => shown >= 2.0,
            Lang::En => (shown - 1.0).abs() > 1e-9,
        };
        if plural { "points" } else { "point" }
    }

    /// A number of things, with its noun in the right number: `1 réponse`, `2 310 réponses`.
    pub fn counted(&self, n: u64, one: &str, many: &str) -> String {
        let plural = self.pick(n >= 2, n != 1);
        format!("{}\u{a0}{}", self.lang.count(n), if plural { many } else { one })
    }

    /// A number of answers.
    pub fn answers(&self, n: u64) -> String {
        counted!(self, n, scores::answers)
    }

    /// [`counted`](Self::counted) with the nouns of both languages.
    pub fn pick_counted(&self, n: u64, fr: (&str, &str), en: (&str, &str)) -> String {
        let (one, many) = self.pick(fr, en);
        self.counted(n, one, many)
    }

    /// A share of 0…1 as a percentage.
    pub fn share(&self, share: f64, decimals: usize) -> String {
        self.lang.percent(share * 100.0, decimals)
    }

    /// A probability with its sign: `= 0,020`, `< 0,001`.
    pub fn sign_and_probability(&self, p: f64) -> String {
        let text = self.lang.probability(p);
        if text.starts_with('<') { text } else { format!("=\u{a0}{text}") }
    }

    /// `q` in a sentence: `q = 0,020`, `q < 0,001`.
    pub fn q(&self, q: f64) -> String {
        format!("q\u{a0}{}", self.sign_and_probability(q))
    }

    /// What a comparison rests on, under its name: `p = 0,020`, `q < 0,001`.
    pub fn evidence(&self, c: &Comparison) -> String {
        let name = if c.is_asked() { "p" } else { "q" };
        format!("{name}\u{a0}{}", self.sign_and_probability(c.evidence()))
    }

    /// Things listed: `a, b et c`.
    pub fn list(&self, items: &[String]) -> String {
        self.lang.list(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn amounts_are_written_in_the_unit_of_their_metric() {
        let report = sample::full(Lang::Fr);
        let words = Words::new(&report);
        assert_eq!(words.value("nps", Metric::Nps, 12.0, 0), "+12");
        assert_eq!(words.value("satisfaction", Metric::Csat, 38.97, 1), "39,0\u{a0}%");
        assert_eq!(words.value("satisfaction", Metric::CsatMean, 2.8632, 2), "2,86\u{a0}/\u{a0}5");
        assert_eq!(words.interval(Metric::Nps, 4.0, 20.0, 0), "[+4\u{a0};\u{a0}+20]");
        let mut share = sample::estimate("satisfaction", Metric::Csat, 39.0, 400);
        (share.ci_low, share.ci_high) = (Some(38.25), Some(39.71));
        assert_eq!(words.interval_cell(&share, 1).as_deref(), Some("[38,3\u{a0};\u{a0}39,7]"));
        let report = sample::full(Lang::En);
        assert_eq!(Words::new(&report).interval(Metric::Nps, 4.0, 20.0, 0), "[+4,\u{a0}+20]");
    }

    #[test]
    fn points_agree_with_their_number() {
        let (fr, en) = (sample::full(Lang::Fr), sample::full(Lang::En));
        let (fr, en) = (Words::new(&fr), Words::new(&en));
        assert_eq!(fr.points(-42.0, 0), "−42\u{a0}points");
        assert_eq!(fr.points(1.9, 1), "+1,9\u{a0}point");
        assert_eq!(fr.points(1.99, 1), "+2,0\u{a0}points");
        assert_eq!(en.points(1.9, 1), "+1.9\u{a0}points");
        assert_eq!(en.points_size(-1.0, 0), "1\u{a0}point");
        assert_eq!(fr.answers(1), "1\u{a0}réponse");
        assert_eq!(en.answers(0), "0\u{a0}answers");
    }

    #[test]
    fn rounded_numbers_add_up_when_they_can() {
        assert_eq!(consistent(42.0, 30.0, 12.0, 0), 0);
        assert_eq!(consistent(12.6, 10.4, 2.2, 0), 1);
        assert_eq!(consistent(42.04, 30.06, 11.98, 1), 0);
        assert_eq!(consistent(2.861, 2.712, 0.149, 2), 2);
    }

    #[test]
    fn ten_nouns_with_none_one_and_several() {
        let counts = [0, 1, 2, 1_200];
        for (lang, expected) in [
            (
                Lang::Fr,
                "0 réponse|1 réponse|2 réponses|1\u{202f}200 réponses
0 ligne|1 ligne|2 lignes|1\u{202f}200 lignes
0 autre ligne|1 autre ligne|2 autres lignes|1\u{202f}200 autres lignes
0 citation|1 citation|2 citations|1\u{202f}200 citations
0 case|1 case|2 cases|1\u{202f}200 cases
0 vague|1 vague|2 vagues|1\u{202f}200 vagues
0 segment|1 segment|2 segments|1\u{202f}200 segments
0 autre score|1 autre score|2 autres scores|1\u{202f}200 autres scores
0 appel traité|1 appel traité|2 appels traités|1\u{202f}200 appels traités
0 autre appel à écouter|1 autre appel à écouter|2 autres appels à écouter|1\u{202f}200 autres appels à écouter",
            ),
            (
                Lang::En,
                "0 answers|1 answer|2 answers|1,200 answers
0 rows|1 row|2 rows|1,200 rows
0 more rows|1 more row|2 more rows|1,200 more rows
0 citations|1 citation|2 citations|1,200 citations
0 cells|1 cell|2 cells|1,200 cells
0 waves|1 wave|2 waves|1,200 waves
0 segments|1 segment|2 segments|1,200 segments
0 other scores|1 other score|2 other scores|1,200 other scores
0 handled calls|1 handled call|2 handled calls|1,200 handled calls
0 more calls to listen to|1 more call to listen to|2 more calls to listen to|1,200 more calls to listen to",
            ),
        ] {
            let report = sample::full(lang);
            let words = Words::new(&report);
            let line = |say: &dyn Fn(u64) -> String| counts.map(say).join("|");
            let said = [
                line(&|n| counted!(words, n, scores::answers)),
                line(&|n| counted!(words, n, report::rows)),
                line(&|n| counted!(words, n, report::more_rows)),
                line(&|n| counted!(words, n, report::citations)),
                line(&|n| counted!(words, n, report::cells)),
                line(&|n| counted!(words, n, findings::waves)),
                line(&|n| counted!(words, n, findings::segments)),
                line(&|n| counted!(words, n, findings::other_scores)),
                line(&|n| counted!(words, n, centre_report::handled_calls)),
                line(&|n| counted!(words, n, calls_report::more_calls_to_listen_to)),
            ]
            .join("\n");
            assert_eq!(said.replace('\u{a0}', " "), expected);
        }
    }
}
