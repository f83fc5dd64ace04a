//! Findings about segments: where the score fell, where it is low, what rests on too few answers.

use super::{LISTED, SIGNIFICANT, Teller, finding};
use crate::metric::{Comparison, Estimate, Metric};
use crate::report::amounts::{SMALL_BASE, spoken_decimals};
use crate::report::words::capitalized;
use crate::report::{Finding, REST};

impl<'a> Teller<'a> {
    /// Segments whose score moved: the two deepest falls, or else the highest rise.
    pub(super) fn segment_moves(&self, question: &str, metric: Metric) -> Vec<Finding> {
        let words = &self.words;
        let compared: Vec<&Comparison> =
            self.moves(question, metric).filter(|c| c.segment.is_some()).collect();
        // A base too small to be commented on cannot make the headline; the table shows it all the same.
        let tested: Vec<&Comparison> =
            compared.iter().copied().filter(|c| c.n_from.min(c.n_to) >= SMALL_BASE).collect();
        let compared = if tested.len() == compared.len() {
            pick!(words, findings::segments_compared).to_owned()
        } else {
            pick!(words, findings::segments_of_at_least(SMALL_BASE))
        };
        let sure = |falls: bool| {
            let mut rows: Vec<&Comparison> = tested
                .iter()
                .copied()
                .filter(|c| c.q < SIGNIFICANT && (c.difference < 0.0) == falls)
                .collect();
            rows.sort_by(|a, b| {
                b.difference.abs().total_cmp(&a.difference.abs()).then_with(|| a.segment.cmp(&b.segment))
            });
            rows
        };
        let falls = sure(true);
        let shown = if falls.is_empty() { sure(false).into_iter().take(1).collect() } else { falls.clone() };
        let the = words.noun(question, metric).the();
        let mut out = Vec::new();
        for c in shown.into_iter().take(2) {
            let place = words.place(c.segment.as_deref().unwrap_or_default());
            let digits = self.gap_digits(c);
            let gap = words.points(c.difference, digits);
            let proof = self.proof(c);
            let (from, to) = (&c.from, &c.to);
            let mut text = match self.ends(c) {
                Some((old, new)) => {
                    let (old, new) = (words.bare(metric, old, digits), words.bare(metric, new, digits));
                    say!(
                        words,
                        findings::went_from_to_between_and_a_change_of(
                            place, the, old, new, from, to, gap, proof
                        )
                    )
                }
                None => say!(words, findings::moved_by_between_and(place, the, gap, from, to, proof)),
            };
            if falls.is_empty() && tested.len() > 1 {
                let all = tested.len();
                text.push_str(&say!(
                    words,
                    findings::it_is_the_largest_significant_rise_among_the(all, compared)
                ));
            }
            if falls.len() > 2 && !out.is_empty() {
                let (n, all) = (falls.len(), tested.len());
                text.push_str(&say!(words, findings::in_all_the_fall_is_significant_in_of(n, all, compared)));
            }
            if falls.len() == 1 && tested.len() > 1 {
                let all = tested.len();
                text.push_str(&say!(
                    words,
                    findings::it_is_the_only_significant_fall_among_the(all, compared)
                ));
            }
            out.push(finding("segment_change", text));
        }
        out
    }

    /// Segments that score lower than the other respondents, chance and the number of segments allowed for.
    pub(super) fn low_segments(&self, question: &str, metric: Metric) -> Option<Finding> {
        let words = &self.words;
        let total = self.total(question, metric)?;
        let (value, base) = (total.value?, total.n?);
        let lower = |m: &Estimate| {
            let Some([own]) = m.segment.as_deref() else { return false };
            self.report.comparisons.iter().any(|c| {
                (c.question == question && c.metric == metric && c.from == REST)
                    && (c.by == own.column && c.to == own.value)
                    && c.q < SIGNIFICANT
                    && c.difference < 0.0
            })
        };
        let mut low: Vec<(&Estimate, f64, u64)> = self
            .segments(question, metric)
            .filter(|m| lower(m))
            .filter_map(|m| Some((m, m.value?, m.n?)))
            .filter(|row| row.2 >= SMALL_BASE)
            .collect();
        low.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.segment.cmp(&b.0.segment)));
        let items: Vec<String> = low
            .iter()
            .take(LISTED)
            .map(|&(m, value, n)| {
                let digits = spoken_decimals(metric, n);
                let interval = words.interval_of(m, digits).unwrap_or_default();
                let names: Vec<String> =
                    m.segment.iter().flatten().map(|s| format!("{} ({})", s.value, s.column)).collect();
                format!(
                    "{}, {} {interval}, {}",
                    names.join(" × "),
                    words.bare(metric, value, digits),
                    words.answers(n)
                )
            })
            .collect();
        if items.is_empty() {
            return None;
        }
        let whole = words.bare(metric, value, spoken_decimals(metric, base));
        let the = capitalized(&words.noun(question, metric).the());
        let list = items.join(words.pick("\u{a0}; ", "; "));
        let rest = (low.len() - items.len()) as u64;
        let more = if rest == 0 {
            String::new()
        } else {
            let segments = counted!(words, rest, findings::other_segments);
            say!(words, findings::and(segments))
        };
        let text = say!(words, findings::is_significantly_lower_than_among_the_other(the, whole, list, more));
        Some(finding("low_segment", text))
    }

    fn segments(&self, question: &str, metric: Metric) -> impl Iterator<Item = &'a Estimate> + use<'a> {
        let question = question.to_owned();
        let rows = self.report.metrics.iter();
        rows.filter(move |m| {
            m.question == question && m.metric == metric && m.wave.is_none() && m.segment.is_some()
        })
    }

    /// What rests on too few answers to be commented on.
    pub(super) fn small_bases(&self, question: &str, metric: Metric) -> Option<Finding> {
        let words = &self.words;
        if let Some(n) = self.total(question, metric)?.n.filter(|n| *n < SMALL_BASE) {
            let answers = words.answers(n);
            return Some(finding(
                "small_base",
                say!(words, findings::caution_everything_here_rests_on_under_a(answers, SMALL_BASE)),
            ));
        }
        let cells: Vec<&Estimate> = self.segments(question, metric).collect();
        let small = cells.iter().filter(|m| m.n.is_some_and(|n| n < SMALL_BASE)).count() as u64;
        // Under a minimum of one answer, what is hidden is what nobody answered.
        let anonymous = self.report.study.min_group > 1;
        let hidden = cells.iter().filter(|m| m.suppressed && anonymous).count() as u64;
        let mut text = String::new();
        if small > 0 {
            let all = cells.len();
            let rest = if small == 1 { pick!(words, findings::rests) } else { pick!(words, findings::rest) };
            let some = counted!(words, small, findings::segments);
            text = say!(
                words,
                findings::caution_of_on_fewer_than_answers_marked_in(some, all, rest, SMALL_BASE)
            );
        }
        if hidden > 0 {
            let min = words.answers(self.report.study.min_group);
            let some = counted!(words, hidden, findings::segments);
            let hidden = if hidden == 1 {
                pick!(words, findings::is_hidden)
            } else {
                pick!(words, findings::are_hidden)
            };
            let space = if text.is_empty() { "" } else { " " };
            text.push_str(&say!(
                words,
                findings::to_protect_anonymity_fewer_than_or_a_way(space, some, hidden, min)
            ));
        }
        (!text.is_empty()).then(|| finding("small_base", text))
    }
}
