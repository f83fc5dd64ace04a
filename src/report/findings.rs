//! What there is to remember, in sentences, most important first.

mod changes;
mod entity;
mod mix;
mod mode;
mod rates;
mod segments;
mod signals;

pub(super) use mix::{part_heading, reversal};
pub(super) use signals::spans;

use super::amounts::{consistent, spoken_decimals};
use super::centre;
use super::topics;
use super::words::{Words, capitalized};
use crate::metric::{Estimate, Group, Metric, Quantity};
use crate::report::{Finding, Report};

/// A difference is called significant when its evidence, p or q, is under this.
pub(super) const SIGNIFICANT: f64 = 0.05;
/// A list inside a sentence stops here.
pub(super) const LISTED: usize = 3;

/// The findings of a report whose other parts are complete, in its language: what the score is,
/// whether it moved and whether that is who answered, where it moved, which themes and words go with low and high
/// scores, which waves are out of line, where it is low, the other scores, which bases are too small. Only what the data can carry. What is
/// claimed comes first in a sentence, what it rests on last, between parentheses.
#[must_use]
pub fn findings(report: &Report) -> Vec<Finding> {
    let teller = Teller { report, words: Words::new(report) };
    let mut out = Vec::new();
    let scored: Vec<(&str, Metric)> =
        teller.words.scored().iter().map(|(q, m)| (q.id.as_str(), *m)).collect();
    if let Some(&(question, metric)) = scored.first() {
        out.extend(teller.score(question, metric));
        out.extend(teller.entity(question, metric));
        out.extend(teller.change(question, metric));
        out.extend(teller.mix(question, metric));
        out.extend(teller.mode());
        out.extend(teller.segment_moves(question, metric));
    }
    // What to mend is read before what is but low or restless.
    out.extend(topics::findings(report, scored.first().map(|s| s.0)));
    if let Some(&(question, metric)) = scored.first() {
        out.extend(teller.response_rate());
        out.extend(teller.signals(&scored));
        out.extend(teller.low_segments(question, metric));
        out.extend(teller.other_scores(&scored[1..]));
        out.extend(teller.small_bases(question, metric));
    }
    if report.centre.is_some() { centre::findings(report, out) } else { out }
}

struct Teller<'a> {
    report: &'a Report,
    words: Words<'a>,
}

pub(super) fn finding(code: &str, text: String) -> Finding {
    Finding { code: code.to_owned(), section: section(code).to_owned(), text }
}

/// The section of a report whose tables prove a finding.
fn section(code: &str) -> &'static str {
    match code {
        "change" | "segment_change" | "decomposition" | "entity" => "comparisons",
        "signal" => "waves",
        "low_segment" | "small_base" | "mode" => "segments",
        "response_rate" => "participation",
        "theme" | "what_if" | "positive_theme" | "driver" | "positive_driver" | "no_driver" => "drivers",
        "theme_change" => "themes",
        "keyness" => "keyness",
        "keyword" => "keywords",
        _ => "scores",
    }
}

impl<'a> Teller<'a> {
    fn total(&self, question: &str, metric: Metric) -> Option<&'a Estimate> {
        self.words.cell(question, metric, None, None)
    }

    /// What the score is, how sure, on how many answers, and what it is made of.
    fn score(&self, question: &str, metric: Metric) -> Option<Finding> {
        let (words, total) = (&self.words, self.total(question, metric)?);
        let the = capitalized(&words.noun(question, metric).the());
        let (Some(value), Some(n)) = (total.value, total.n) else {
            let min = words.answers(self.report.study.min_group);
            if self.report.study.min_group <= 1 {
                return None;
            }
            return Some(finding(
                "score",
                say!(words, findings::is_withheld_its_base_is_under_the_minimum(the, min)),
            ));
        };
        let share = |group| total.shares.as_ref().and_then(|s| s.get(&group)).map(|s| s * 100.0);
        let (best, worst) = match metric.quantity() {
            Quantity::Net => (Group::Promoters, Group::Detractors),
            _ => (Group::High, Group::Low),
        };
        let mut digits = spoken_decimals(metric, n);
        if let (Quantity::Net, Some(plus), Some(minus)) = (metric.quantity(), share(best), share(worst)) {
            digits = consistent(plus, minus, value, digits);
        }
        let value_text = words.value(question, metric, value, digits);
        let answers = words.answers(n);
        let made_of = self.made_of(question, metric, [(best, share(best)), (worst, share(worst))], digits);
        let the = if self.report.study.waves.len() > 1 {
            let the = words.noun(question, metric).the();
            say!(words, findings::across_all_waves(the))
        } else {
            the
        };
        let mut text = say!(words, findings::is_from(the, value_text, answers, made_of));
        text.push_str(&self.range(total, digits));
        text.push_str(&self.reading(question, total));
        Some(finding("score", text))
    }

    /// The groups behind a score.
    fn made_of(
        &self,
        question: &str,
        metric: Metric,
        groups: [(Group, Option<f64>); 2],
        digits: usize,
    ) -> String {
        let words = &self.words;
        let digits = if metric.quantity() == Quantity::Mean { 0 } else { digits };
        let [(best, Some(plus)), (worst, Some(minus))] = groups else { return String::new() };
        let (plus, minus) = (words.lang.percent(plus, digits), words.lang.percent(minus, digits));
        let (Some(good), Some(bad)) = (words.range_text(question, best), words.range_text(question, worst))
        else {
            return String::new();
        };
        match metric.quantity() {
            Quantity::Net => {
                say!(words, findings::promoters_ratings_of_minus_detractors_ratings(plus, good, minus, bad))
            }
            Quantity::Share => {
                say!(words, findings::the_share_of_ratings_of_against_of_ratings(good, minus, bad))
            }
            Quantity::Mean => say!(words, findings::of_the_ratings_are_and_are(plus, good, minus, bad)),
        }
    }

    /// The interval of the score as one reads it aloud, with what follows when it holds 0.
    fn range(&self, total: &Estimate, digits: usize) -> String {
        let words = &self.words;
        let (Some(low), Some(high)) = (total.ci_low, total.ci_high) else { return String::new() };
        let undecided = if total.metric.quantity() == Quantity::Net && low < 0.0 && high > 0.0 {
            say!(words, findings::it_contains_0_so_neither_promoters_nor)
        } else {
            String::new()
        };
        let level = words.lang.level(total.level);
        // After shares that belong to no interval, the sentence says of what this one is.
        let mean = total.metric.quantity() == Quantity::Mean;
        let of = if mean { pick!(words, findings::of_the_mean) } else { "" };
        let (low, high) = (words.bare(total.metric, low, digits), words.bare(total.metric, high, digits));
        say!(words, findings::the_confidence_interval_runs_from_to(level, of, low, high, undecided))
    }

    /// What the score's companion adds: nothing where the sentence says it all.
    fn reading(&self, question: &str, total: &Estimate) -> String {
        let words = &self.words;
        match total.metric {
            Metric::Csat => {
                let mean = self.total(question, Metric::CsatMean).and_then(|m| m.value);
                mean.map_or_else(String::new, |mean| {
                    let mean = words.value(question, Metric::CsatMean, mean, 2);
                    say!(words, findings::mean_satisfaction_is(mean))
                })
            }
            Metric::Ces => say!(words, findings::the_higher_this_score_the_easier_people_found),
            _ => String::new(),
        }
    }

    /// The other scores in one sentence.
    fn other_scores(&self, scored: &[(&str, Metric)]) -> Option<Finding> {
        let words = &self.words;
        let mut items = Vec::new();
        for &(question, metric) in scored {
            let Some(total) = self.total(question, metric) else { continue };
            let (Some(value), Some(n)) = (total.value, total.n) else { continue };
            let digits = spoken_decimals(metric, n);
            let value = words.value(question, metric, value, digits);
            let interval = words.interval_of(total, digits).map(|i| format!(" {i}")).unwrap_or_default();
            let name = words.noun(question, metric).the();
            items.push(say!(words, findings::is_from_in_findings(name, value, interval, words.answers(n))));
        }
        let rest = items.len().saturating_sub(LISTED);
        items.truncate(LISTED);
        if items.is_empty() {
            return None;
        }
        let list = items.join(words.pick("\u{a0}; ", "; "));
        let more = if rest == 0 {
            String::new()
        } else {
            let scores = counted!(words, rest as u64, findings::other_scores);
            say!(words, findings::in_the_tables(scores))
        };
        Some(finding("score", format!("{}{more}.", capitalized(&list))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::study::Kind;

    fn said(report: &Report) -> String {
        let lines: Vec<String> = findings(report).iter().map(|f| format!("{}| {}", f.code, f.text)).collect();
        lines.join("\n").replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_full_report_tells_its_story_in_order() {
        for lang in [Lang::Fr, Lang::En] {
            let found = findings(&sample::full(lang));
            let codes: Vec<&str> = found.iter().map(|f| f.code.as_str()).collect();
            let expected = [
                "score",
                "change",
                "decomposition",
                "segment_change",
                "driver",
                "driver",
                "positive_driver",
                "low_segment",
                "score",
                "small_base",
            ];
            assert_eq!(codes, expected);
        }
    }

    #[test]
    fn sentences_carry_interval_base_and_q() {
        let text = said(&sample::full(Lang::Fr));
        for part in [
            "Toutes vagues confondues, le NPS est de +12 sur 2 310 réponses : 42 % de promoteurs (notes de 9 ou 10) moins 30 % de détracteurs (notes de 0 à 6). L’intervalle de confiance à 95 % va de +9 à +15.",
            "Dans la région Sud, le NPS passe de −3 à −30 entre 2025-T3 et 2025-T4, soit −27 points (intervalle de l’écart : [−42 ; −12] ; q = 0,001 ; bases de 118 et 121 réponses). C’est le seul recul significatif parmi les 5 segments comparés.",
            "on ne peut conclure ni à une hausse ni à une baisse",
            "Principal irritant : « attente ». Les 269 réponses qui le citent (12 % des 2 240 réponses commentées) ont un NPS de −40,1, contre +18,9 pour les autres. Sans elles, le NPS des réponses commentées gagnerait 7,1 points [5,8 ; 8,4] (q < 0,001).",
            "1 segment sur 9 repose sur moins de 30 réponses",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert_eq!(text.matches("association").count(), 1);
    }

    #[test]
    fn a_significant_change_is_said_in_the_right_words() {
        let mut report = sample::full(Lang::Fr);
        report.comparisons[0].p = 0.01;
        assert!(said(&report).contains("le NPS a reculé de 9 points, de +14 à +5 : le hasard"));
        report.comparisons[0].difference = 1.0;
        assert!(said(&report).contains("le NPS a progressé de 1,0 point"));
        report.study.language = Lang::En;
        assert!(said(&report).contains("the NPS rose by 1.0 point,"));
    }

    #[test]
    fn every_kind_of_score_has_its_sentence() {
        let cases = [
            (Kind::Enps, Metric::Enps, [0.0, 10.0], 12.0, "L’eNPS est de +12", "The eNPS is +12"),
            (
                Kind::Csat,
                Metric::Csat,
                [1.0, 5.0],
                64.9,
                "Le taux de satisfaction (CSAT) est de 65 %",
                "The satisfaction rate (CSAT) is 65%",
            ),
            (
                Kind::Ces,
                Metric::Ces,
                [1.0, 7.0],
                5.03,
                "Le score d’effort (CES) est de 5,03 / 7",
                "The customer effort score (CES) is 5.03 / 7",
            ),
            (
                Kind::Rating,
                Metric::RatingMean,
                [1.0, 10.0],
                7.42,
                "La note moyenne « Q » est de 7,42 / 10",
                "The mean rating “Q” is 7.42 / 10",
            ),
        ];
        for (kind, metric, scale, value, fr, en) in cases {
            for (lang, expected) in [(Lang::Fr, fr), (Lang::En, en)] {
                let mut report = sample::empty(lang);
                report.study.questions = vec![sample::question("q", "Q", kind, Some(scale))];
                report.metrics = vec![sample::estimate("q", metric, value, 400)];
                let text = said(&report);
                assert!(text.contains(expected), "{text}");
            }
        }
    }

    #[test]
    fn a_wave_unlike_the_one_before_is_pointed_out() {
        let mut report = sample::full(Lang::Fr);
        assert!(!said(&report).contains("La vague") && !said(&report).contains("Les deux vagues"));
        report.comparisons[0].n_to = 190;
        assert!(said(&report).contains(
            "La vague 2025-T4 compte bien moins de réponses que la précédente (190 réponses, contre 577)"
        ));
        report.comparisons[0].n_to = 2000;
        assert!(said(&report).contains("n’ont pas la même taille (577, puis 2 000 réponses)"));
    }

    #[test]
    fn a_fall_on_too_few_answers_makes_no_headline() {
        let mut report = sample::full(Lang::Fr);
        for c in report.comparisons.iter_mut().filter(|c| c.segment.is_some() && c.q < SIGNIFICANT) {
            c.n_from = 24;
        }
        assert!(!said(&report).contains("segment_change|"), "{}", said(&report));
        let mut report = sample::full(Lang::Fr);
        let calm = report.comparisons.iter_mut().find(|c| c.segment.is_some() && c.q >= SIGNIFICANT);
        calm.unwrap().n_to = 12;
        assert!(said(&report).contains("parmi les 4 segments d’au moins 30 réponses à chaque vague."));
    }

    #[test]
    fn a_rise_is_told_where_nothing_falls() {
        let mut report = sample::full(Lang::Fr);
        for c in report.comparisons.iter_mut().filter(|c| c.segment.is_some() && c.q < SIGNIFICANT) {
            c.difference = c.difference.abs();
        }
        let text = said(&report);
        let expected = "C’est la plus forte hausse significative parmi les 5 segments comparés ; aucun recul";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn words_name_their_question_when_there_are_two() {
        let mut report = sample::full(Lang::Fr);
        assert!(!said(&report).contains("irritant dans"));
        report.study.questions.push(sample::question("ideas", "Vos idées ?", Kind::Open, None));
        let column = report.study.questions.iter().find(|q| q.kind == Kind::Open).unwrap().column.clone();
        let expected = format!("Principal irritant dans « {column} » : « attente »");
        assert!(said(&report).contains(&expected), "{}", said(&report));
    }

    #[test]
    fn extremes_say_only_what_they_can() {
        assert_eq!(said(&sample::empty(Lang::Fr)), "");
        assert!(
            said(&sample::suppressed(Lang::Fr)).starts_with("score| Le NPS ne figure pas dans ce rapport")
        );
        assert!(said(&sample::one_answer(Lang::Fr)).contains("tout repose ici sur 1 réponse"));
        assert!(
            said(&sample::text_only(Lang::Fr))
                .starts_with("keyword| Les mots les plus fréquents, en part et en nombre de verbatims : « service » (22 %, 488)")
        );
        let mut report = sample::full(Lang::En);
        report.drivers.iter_mut().for_each(|d| d.q = 0.4);
        let text = said(&report);
        assert!(text.contains("None of the 8 keywords examined goes with a significant difference"));
        assert!(text.contains("Detractors say more often than promoters: “attente” (22% against 2%)"));
        report.study.waves.truncate(1);
        report.comparisons.clear();
        assert!(!said(&report).contains("change|") && said(&report).starts_with("score| The NPS is"));
    }
}
