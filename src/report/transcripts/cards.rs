//! The calls at a glance: active listening, the script, how time is shared.

use super::agents::median;
use super::view::View;
use crate::report::document::{Block, Card};
use crate::transcript::evaluation::{Measure, RateBy};
use crate::transcript::{Timing, clock};

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let cards: Vec<Card> = [evaluated(view), detected(view), script(view), talk(view), waits(view)]
        .into_iter()
        .flatten()
        .collect();
    if cards.is_empty() {
        return Vec::new();
    }
    vec![Block::Text { text: shown_first(view) }, Block::Cards { cards }]
}

/// Which rate of active listening the page shows, and what the other one is worth.
pub(super) fn shown_first(view: &View<'_>) -> String {
    let words = view.words;
    match &view.calls.evaluated {
        Some(evaluated)
            if evaluated
                .rates
                .rows
                .iter()
                .any(|row| row.measure == Measure::ActiveListening && row.value.is_some()) =>
        {
            say!(words, calls_report::two_rates_of_active_listening_never_mixed_the)
        }
        _ => say!(words, calls_report::the_rate_of_active_listening_is_detected_by),
    }
}

fn card(title: &str, question: String, value: String, lines: Vec<String>) -> Card {
    Card {
        title: title.to_owned(),
        question,
        value,
        change: None,
        lines,
        shares: Vec::new(),
        alt: String::new(),
        tone: "",
    }
}

/// `à 95 % [45,3 ; 77,1]`.
fn interval_line(view: &View<'_>, low: Option<f64>, high: Option<f64>, level: f64) -> Option<String> {
    let (ends, level) = (view.interval(low, high)?, view.lang().level(level));
    Some(say!(view.words, calls_report::interval(level, ends)))
}

fn evaluated(view: &View<'_>) -> Option<Card> {
    let words = view.words;
    let rates = &view.calls.evaluated.as_ref()?.rates;
    let row =
        rates.rows.iter().find(|row| row.measure == Measure::ActiveListening && row.by == RateBy::All)?;
    let mut lines: Vec<String> =
        interval_line(view, row.ci_low, row.ci_high, rates.level).into_iter().collect();
    let n = view.lang().count(row.n);
    lines.push(match rates.coverage.drawn {
        Some(drawn) => say!(
            words,
            calls_report::calls_evaluated_of_drawn_at_random(
                view.lang().count(row.n),
                view.lang().count(drawn)
            )
        ),
        None => say!(words, calls_report::calls_evaluated_without_a_plan_of_their_draw(n)),
    });
    Some(card(
        pick!(words, calls_report::active_listening_evaluated),
        pick!(words, calls_report::share_of_calls_in_which_an_evaluator_hears).to_owned(),
        view.percent(row.value?),
        lines,
    ))
}

fn detected(view: &View<'_>) -> Option<Card> {
    let words = view.words;
    let row = view.calls.listening.iter().find(|row| row.agent.is_none())?;
    let mut lines: Vec<String> =
        interval_line(view, row.ci_low, row.ci_high, row.level).into_iter().collect();
    lines.push(say!(words, calls_report::calls_whose_agent_was_identified(view.of(row.with, row.n))));
    let kappa = view.calls.evaluated.as_ref().and_then(|e| e.detection.as_ref()).and_then(|d| d.kappa);
    lines.extend(kappa.map(|kappa| {
        let kappa = view.lang().number(kappa, 2);
        say!(words, calls_report::agreement_with_evaluators(kappa))
    }));
    let threshold = view.lang().percent(100.0 * view.calls.grid.threshold, 0);
    Some(card(
        pick!(words, calls_report::active_listening_detected),
        say!(words, calls_report::share_of_calls_that_earn_of_the_points(threshold)),
        view.percent(row.rate?),
        lines,
    ))
}

fn script(view: &View<'_>) -> Option<Card> {
    let words = view.words;
    let (kept, n) = view.calls.steps.iter().fold((0, 0), |sum, step| (sum.0 + step.with, sum.1 + step.n));
    let weakest = view.calls.steps.iter().filter(|step| step.required && step.n > 0);
    let weakest = weakest.min_by(|a, b| a.rate.unwrap_or(1.0).total_cmp(&b.rate.unwrap_or(1.0)))?;
    let (label, rate) = (view.lang().quote(&weakest.label), view.percent(weakest.rate?));
    Some(card(
        pick!(words, calls_report::script_followed),
        pick!(words, calls_report::share_of_the_steps_of_the_script_that).to_owned(),
        view.percent((n > 0).then(|| kept as f64 / n as f64)?),
        vec![
            say!(words, calls_report::steps_all_calls(view.of(kept, n))),
            say!(words, calls_report::least_followed(label, rate)),
        ],
    ))
}

fn timings<'a>(view: &'a View<'_>) -> Vec<&'a Timing> {
    view.calls.calls.iter().filter_map(|call| call.timing.as_ref()).collect()
}

fn talk(view: &View<'_>) -> Option<Card> {
    let words = view.words;
    let times = timings(view);
    let ratio = median(times.iter().filter_map(|timing| timing.talk_ratio))?;
    let n = times.len() as u64;
    let cut: u64 = times.iter().map(|timing| timing.agent.interruptions).sum();
    let cut_in = times.iter().filter(|timing| timing.agent.interruptions > 0).count() as u64;
    let duration =
        median(times.iter().map(|timing| timing.duration as f64)).map(|ms| clock(ms.round() as u64));
    let (cut_in, all, cut) = (view.lang().count(cut_in), view.lang().count(n), view.lang().count(cut));
    let mut lines =
        vec![say!(words, calls_report::calls_in_which_the_customer_is_interrupted_of(cut_in, all, cut))];
    lines.extend(duration.map(|d| say!(words, calls_report::median_duration(d))));
    Some(card(
        pick!(words, calls_report::agents_share_of_the_talk),
        say!(words, calls_report::median_of_with_times_agents_talk_agent(view.calls(n))),
        view.percent(ratio),
        lines,
    ))
}

fn waits(view: &View<'_>) -> Option<Card> {
    let words = view.words;
    let times = timings(view);
    let answer = median(times.iter().filter_map(|timing| timing.first_answer).map(|ms| ms as f64))?;
    let silent = times.iter().filter(|timing| !timing.long_silences.is_empty()).count() as u64;
    let n = times.len() as u64;
    let (silent, all) = (view.lang().count(silent), view.lang().count(n));
    Some(card(
        pick!(words, calls_report::time_to_first_answer),
        pick!(words, calls_report::median_from_the_end_of_the_customers_first).to_owned(),
        view.seconds(answer),
        vec![say!(words, calls_report::calls_with_a_silence_of_3_s_or(silent, all))],
    ))
}
