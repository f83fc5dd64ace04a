//! The method in plain words: what was asked, what does not count, how each figure is computed and
//! what may be concluded from it.

use std::collections::BTreeSet;

use super::amounts::SMALL_BASE;
use super::centre;
use super::design;
use super::document::{Block, Column, Row, Table};
use super::entity_tables;
use super::tables::HIDDEN;
use super::transcripts;
use super::words::Words;
use crate::keyness::Correction;
use crate::metric::control::{ChartKind, ENOUGH, RUN};
use crate::metric::{Group, Method, Metric};
use crate::report::{QuestionSummary, REST, Report};

/// Chance that a wave is more than three standard errors off when nothing moves.
const BEYOND_BY_CHANCE: f64 = 0.002_7;

/// How to read the marks of the findings, for those that they use; none where they use none.
pub(super) fn key(words: &Words<'_>, report: &Report) -> Option<String> {
    let used = |mark: &str| report.findings.iter().any(|f| f.text.contains(mark));
    let level = words.lang.level(report.study.level);
    let brackets = used("[").then(|| say!(words, method::in_brackets_the_confidence_interval_of_the(level)));
    let q = used("q\u{a0}").then(|| say!(words, method::q_the_smaller_the_stronger_the_evidence_given));
    let p = used(" p\u{a0}").then(|| say!(words, method::p_strength_of_the_evidence_for_the_difference));
    let base = (used("base") || used("Base")).then(|| {
        if report.centre.is_some() {
            say!(words, method::base_number_of_calls_tickets_or_answers)
        } else {
            say!(words, method::base_number_of_valid_answers)
        }
    });
    let lines: Vec<String> = [brackets, q, p, base].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// The blocks of the method section.
pub(super) fn blocks(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    if !report.warnings.is_empty() {
        out.push(heading(pick!(words, method::before_using_these_figures)));
        out.push(Block::List { items: report.warnings.iter().map(|w| w.message.clone()).collect() });
    }
    out.extend(centre::method(words, report));
    out.extend(transcripts::method(words, report));
    if !report.study.questions.is_empty() {
        out.push(heading(pick!(words, method::questions_and_bases)));
        out.push(Block::Table(bases(words, report)));
    }
    out.extend(design::weighting(words, report));
    let definitions = definitions(words, report);
    if !definitions.is_empty() {
        out.push(heading(pick!(words, method::definitions)));
        out.push(Block::Definitions { items: definitions });
    }
    let reading: Vec<(String, String)> =
        entity_tables::method(words, report).into_iter().chain(reading(words, report)).collect();
    if !reading.is_empty() {
        out.push(heading(pick!(words, method::how_to_read_these_figures)));
        out.push(Block::Definitions { items: reading });
    }
    out
}

fn heading(text: &str) -> Block {
    Block::Heading { text: text.to_owned() }
}

/// What was asked, how many valid answers, and why the others do not count.
fn bases(words: &Words<'_>, report: &Report) -> Table {
    let columns = vec![
        Column::text("Question"),
        Column::text(pick!(words, method::kind)),
        Column::number(pick!(words, method::scale)),
        Column::number(pick!(words, method::base)),
        Column::text(pick!(words, method::answers_not_counted)),
    ];
    let row = |q: &QuestionSummary| {
        let scale = q.scale.map_or_else(String::new, |[low, high]| {
            let turned = if q.reversed { pick!(words, method::turned) } else { "" };
            format!("{}–{}{turned}", words.lang.number(low, 0), words.lang.number(high, 0))
        });
        let missing = q.missing.as_ref().map(|missing| {
            let counted = missing.iter().filter(|(_, n)| **n > 0).map(|(reason, n)| {
                say!(words, method::not_counted(words.reason(reason), words.lang.count(*n)))
            });
            let counted: Vec<String> = counted.collect();
            if counted.is_empty() { pick!(words, method::none).to_owned() } else { counted.join(", ") }
        });
        let hidden = || HIDDEN.to_owned();
        Row {
            cells: vec![
                words.lang.typeset(q.title().to_owned()).into(),
                words.kind(q.kind).to_owned().into(),
                scale.into(),
                q.answered.map_or_else(hidden, |n| words.lang.count(n)).into(),
                missing.unwrap_or_else(hidden).into(),
            ],
            total: false,
        }
    };
    let caption = if report.study.waves.len() > 1 {
        say!(words, method::base_valid_answers_all_waves)
    } else {
        say!(words, method::base_valid_answers)
    };
    Table::new(words, caption, columns, report.study.questions.iter().map(row).collect())
}

/// How each metric of the report is computed; a rating on several questions is defined once.
fn definitions(words: &Words<'_>, report: &Report) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for (question, _) in words.scored() {
        for &metric in words.metrics(&question.id) {
            let text = definition(words, question, metric);
            if seen.insert((metric, text.clone())) {
                out.push((words.noun(&question.id, metric).short(), text));
            }
        }
    }
    let turned: Vec<String> =
        report.study.questions.iter().filter(|q| q.reversed).map(|q| words.column(&q.id)).collect();
    if !turned.is_empty() {
        let list = words.list(&turned);
        out.push((
            pick!(words, method::turned_scale).to_owned(),
            say!(words, method::in_the_file_the_lowest_answer_is_the(list)),
        ));
    }
    out
}

fn definition(words: &Words<'_>, question: &QuestionSummary, metric: Metric) -> String {
    let range = |group| words.range_text(&question.id, group).unwrap_or_else(|| "–".to_owned());
    let (best, worst) = (range(Group::High), range(Group::Low));
    match metric {
        Metric::Nps | Metric::Enps => {
            let (plus, middle, minus) =
                (range(Group::Promoters), range(Group::Passives), range(Group::Detractors));
            say!(words, method::share_of_promoters_ratings_of_minus_share_of(plus, minus, middle))
        }
        Metric::Csat => say!(words, method::share_of_answers_of_as_a_percentage_of(best, worst)),
        Metric::CesEasy => say!(words, method::share_of_answers_of_on_the_easy_side(best)),
        Metric::RatingTop2 => say!(words, method::share_of_ratings_of_as_a_percentage_of(best)),
        Metric::Ces => say!(words, method::mean_of_the_answers_in_points_of_the),
        Metric::CsatMean | Metric::RatingMean => say!(words, method::mean_of_the_valid_answers_in_points_of),
    }
}

/// Bases, intervals, tests, rounding, what is hidden: each only when the report uses it.
fn reading(words: &Words<'_>, report: &Report) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut add = |term: &str, text: String| out.push((term.to_owned(), text));
    if !report.metrics.is_empty() {
        add(
            pick!(words, method::base),
            say!(words, method::number_of_valid_answers_behind_a_figure_under(SMALL_BASE)),
        );
        add(pick!(words, method::interval), intervals(words, report));
    }
    if !report.comparisons.is_empty() {
        let tests: BTreeSet<&str> = report.comparisons.iter().map(|c| c.test.as_str()).collect();
        let name = if tests.len() == 1 { "Test" } else { "Tests" };
        let tests = words.list(&tests.into_iter().map(|t| words.test(t)).collect::<Vec<_>>());
        let named = say!(words, method::joined(name, tests));
        let by_wave = report.comparisons.iter().any(|c| c.by == "wave");
        if by_wave {
            add(
                pick!(words, method::difference_between_waves),
                say!(words, method::result_of_the_last_wave_minus_that_of(named)),
            );
        }
        if report.comparisons.iter().any(|c| c.from == REST) {
            let named = if by_wave { "" } else { named.as_str() };
            add(
                pick!(words, method::segment_higher_or_lower),
                say!(words, method::each_segment_is_compared_with_the_other(named)),
            );
        }
    }
    if !report.decompositions.is_empty() {
        add(
            pick!(words, method::where_a_difference_comes_from),
            say!(words, method::a_difference_between_two_waves_is_the_exact),
        );
    }
    if !report.series.is_empty() {
        add(pick!(words, method::control_limits), control_limits(words, report));
    }
    if !report.rates.is_empty() {
        add(
            pick!(words, report::participation),
            say!(words, method::answers_over_people_asked_or_over_the_head),
        );
    }
    if !(report.comparisons.is_empty() && report.drivers.is_empty() && report.keyness.is_empty()) {
        add("q", say!(words, method::strength_of_the_evidence_corrected_for_the));
        if report.study.correction == Correction::Holm && !report.comparisons.is_empty() {
            add(
                pick!(words, method::q_of_differences),
                say!(words, method::on_request_differences_between_waves_and),
            );
        }
    }
    if !report.keywords.is_empty() {
        add(pick!(words, report::keyword), say!(words, method::the_forms_of_one_word_plurals_conjugations));
    }
    if !report.keyness.is_empty() {
        add(pick!(words, method::keyness), say!(words, method::a_word_is_specific_to_a_group_when));
    }
    if !report.drivers.is_empty() {
        add(pick!(words, headings::impact), say!(words, method::score_of_all_answers_with_a_score_and));
    }
    for (term, text) in models(words, report) {
        add(term, text);
    }
    if report.study.min_group > 1 && report.metrics.iter().any(|m| m.suppressed) {
        let min = words.answers(report.study.min_group);
        add(
            pick!(words, method::hidden_results),
            say!(words, method::a_result_of_fewer_than_or_whose_few(min)),
        );
    }
    for (term, text) in design::reading(words, report) {
        add(term, text);
    }
    if !report.metrics.is_empty() {
        add(pick!(words, method::rounding), say!(words, method::computed_on_exact_values_and_rounded_on));
    }
    out
}

/// What puts a wave out of line, and how many were looked at.
fn control_limits(words: &Words<'_>, report: &Report) -> String {
    let has = |kind| report.series.iter().any(|s| s.chart == kind);
    let mut kinds = Vec::new();
    if has(ChartKind::Score) {
        kinds.push(if report.study.design.is_some() {
            pick!(words, method::n_3_of_its_own_standard_errors)
        } else {
            pick!(words, method::n_3_of_its_own_standard_errors_for_a)
        });
    }
    if has(ChartKind::P) {
        kinds.push(pick!(words, method::n_3_standard_errors_of_the_mean_share_at));
    }
    if has(ChartKind::Laney) {
        kinds.push(pick!(words, method::n_3_standard_errors_scaled_to_the_variation));
    }
    if has(ChartKind::Individuals) {
        kinds.push(pick!(words, method::n_2_66_mean_moving_ranges_xmr));
    }
    let kinds = words.list(&kinds.into_iter().map(str::to_owned).collect::<Vec<_>>());
    let points = report.series.iter().flat_map(|s| &s.points).filter(|p| p.value.is_some()).count();
    let followed = counted!(words, report.series.len() as u64, method::series_followed);
    let points_text = words.lang.count(points as u64);
    let expected = words.points_size(points as f64 * BEYOND_BY_CHANCE, 1);
    // Of k waves that fall on either side by chance, so many runs of eight or more are expected: 2 (2⁻⁸ + (k − 8) 2⁻⁹).
    let runs = |s: &super::ControlSeries| {
        let waves = s.points.iter().filter(|p| p.value.is_some()).count();
        if waves < RUN { 0.0 } else { (waves - RUN + 2) as f64 / (RUN as f64).exp2() }
    };
    let runs: f64 = report.series.iter().map(runs).sum();
    let runs = if runs > 0.0 {
        let runs = words.lang.number(runs, 1);
        say!(words, method::and_runs_of(runs, RUN))
    } else {
        String::new()
    };
    let segments = if report.series.iter().any(|s| s.segment.is_some()) {
        say!(words, method::a_segment_is_named_in_the_key_findings)
    } else {
        String::new()
    };
    let finite = if report.study.design.as_ref().is_some_and(|d| d.population.is_some()) {
        say!(words, method::these_standard_errors_are_not_reduced_for_a)
    } else {
        String::new()
    };
    let provisional = if report.series.iter().any(|s| s.provisional) {
        say!(words, method::under_waves_limits_are_provisional_each_new(ENOUGH))
    } else {
        String::new()
    };
    say!(
        words,
        method::a_wave_is_out_of_limits_when_it(
            kinds,
            RUN,
            finite,
            followed,
            points_text,
            expected,
            runs,
            provisional,
            segments
        )
    )
}

fn intervals(words: &Words<'_>, report: &Report) -> String {
    let level = words.lang.level(report.study.level);
    let used: BTreeSet<Method> = report.metrics.iter().map(|m| m.method).collect();
    let methods: Vec<String> = used.into_iter().map(|m| formula(words, m).to_owned()).collect();
    let methods = words.list(&methods);
    say!(words, method::margin_of_error_due_to_chance_in_sampling(level, methods))
}

/// The name of a formula.
fn formula(words: &Words<'_>, method: Method) -> &'static str {
    match method {
        Method::Score => pick!(words, method::tango_score),
        Method::Wald => pick!(words, method::wald),
        Method::AdjustedWald => pick!(words, method::adjusted_wald),
        Method::BonettPrice => pick!(words, method::bonett_price),
        Method::Bootstrap => pick!(words, method::bootstrap),
        Method::Wilson => pick!(words, method::wilson),
        Method::WilsonContinuity => pick!(words, method::wilson_continuity),
        Method::ClopperPearson => pick!(words, method::clopper_pearson),
        Method::AgrestiCoull => pick!(words, method::agresti_coull),
        Method::Jeffreys => pick!(words, method::jeffreys),
        Method::T => pick!(words, method::student_t),
        Method::DesignScore => pick!(words, method::design_score),
        Method::DesignWald => pick!(words, method::design_wald),
        Method::Logit => pick!(words, method::logit),
        Method::Beta => pick!(words, method::korn_graubard),
        Method::Arcsine => pick!(words, method::arcsine),
        Method::DesignT => pick!(words, method::design_t),
    }
}

/// How themes are found and what holding the others means: title, text.
fn models(words: &Words<'_>, report: &Report) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    if !report.themes.is_empty() {
        out.push((
            pick!(words, report::theme),
            say!(words, method::a_codebook_says_by_which_words_and_phrases),
        ));
    }
    if report.drivers.iter().any(|d| d.adjusted.is_some()) {
        out.push((
            pick!(words, method::impact_of_its_own),
            say!(words, method::share_of_the_answers_that_speak_of_the),
        ));
    }
    if !report.importance.is_empty() {
        out.push((pick!(words, report::importance), say!(words, method::part_of_the_scores_r_due_to_a)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn series_are_counted() {
        let mut report = sample::full(Lang::Fr);
        let said = |report: &Report| control_limits(&Words::new(report), report);
        assert!(said(&report).contains("2\u{a0}séries sont suivies ici, soit"));
        report.series.truncate(1);
        assert!(said(&report).contains("1\u{a0}série est suivie ici, soit"));
        report.study.language = Lang::En;
        assert!(said(&report).contains("1\u{a0}series is charted here, or"));
    }
}
