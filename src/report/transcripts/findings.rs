//! What there is to remember of the calls, most important first.

use super::cards::shown_first;
use super::view::View;
use crate::report::Finding;
use crate::report::findings::SIGNIFICANT;
use crate::transcript::evaluation::{Measure, RateBy};
use crate::transcript::listening::{ListeningRate, Sign};
use crate::transcript::{ContrastBy, SpeakerRole, SpokenContrast, SpokenKind};

/// Words named in a sentence.
const NAMED: usize = 4;

pub(super) fn findings(view: &View<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut push = |code: &str, section: &str, text: Option<String>| {
        out.extend(text.map(|text| Finding { code: code.to_owned(), section: section.to_owned(), text }));
    };
    push("listening_evaluated", "evaluations", evaluated(view));
    push("listening_detected", "listening", detected(view));
    push("listening_detection", "evaluations", worth(view));
    push("listening_agents", "agents", agents(view));
    push("listening_score", "listening", score(view));
    push("listening_item", "listening", weakest_item(view));
    push("listening_negative", "listening", worst_habit(view));
    push("script", "script", script(view));
    push("emergence", "rising", rising(view));
    push("pair", "words", pair(view));
    push("keyness", "words", by_score(view));
    push("keyness", "words", by_role(view));
    push("to_listen", "to-listen", to_listen(view));
    out
}

fn ends(view: &View<'_>, low: Option<f64>, high: Option<f64>) -> String {
    view.interval(low, high).map_or_else(String::new, |ends| format!(" {ends}"))
}

fn evaluated(view: &View<'_>) -> Option<String> {
    let rates = &view.calls.evaluated.as_ref()?.rates;
    let row =
        rates.rows.iter().find(|row| row.measure == Measure::ActiveListening && row.by == RateBy::All)?;
    let (rate, ends) = (view.percent(row.value?), ends(view, row.ci_low, row.ci_high));
    let n = view.lang().count(row.n);
    Some(if rates.drawn {
        say!(view.words, calls_report::evaluators_hear_active_listening_in_of_the(rate, ends, n))
    } else {
        say!(view.words, calls_report::evaluators_hear_active_listening_in_of_the_in_findings(rate, ends, n))
    })
}

fn detected(view: &View<'_>) -> Option<String> {
    let row = view.calls.listening.iter().find(|row| row.agent.is_none())?;
    let (rate, ends) = (view.percent(row.rate?), ends(view, row.ci_low, row.ci_high));
    let of = view.of(row.with, row.n);
    Some(say!(view.words, calls_report::the_grid_detects_active_listening_in_of_the(rate, ends, of)))
}

/// What the detection is worth, or that nothing says it.
fn worth(view: &View<'_>) -> Option<String> {
    let Some(evaluated) = &view.calls.evaluated else {
        return (!view.calls.items.is_empty()).then(|| shown_first(view));
    };
    let found = evaluated.detection.as_ref()?;
    let kappa = view.lang().number(found.kappa?, 2);
    let (same, n) =
        (view.lang().count(found.n - found.detected_only - found.evaluated_only), view.lang().count(found.n));
    Some(say!(view.words, calls_report::on_the_calls_that_both_judged_the_grid(same, n, kappa)))
}

fn weakest_item(view: &View<'_>) -> Option<String> {
    let items = || view.calls.items.iter().filter(|item| item.sign == Sign::Positive && item.n > 0);
    let rarest = items().min_by(|a, b| a.rate.unwrap_or(1.0).total_cmp(&b.rate.unwrap_or(1.0)))?;
    let tied: Vec<String> =
        items().filter(|item| item.rate == rarest.rate).map(|item| view.lang().quote(&item.label)).collect();
    let list = view.words.list(&tied);
    let (rate, of) = (view.percent(rarest.rate?), view.of(rarest.with, rarest.n));
    let each = if tied.len() > 1 { pick!(view.words, calls_report::each) } else { "" };
    Some(say!(view.words, calls_report::least_often_heard_in_of_the_calls(list, rate, each, of)))
}

/// Agents whose whole interval lies on one side of the rate of all.
fn agents(view: &View<'_>) -> Option<String> {
    let all = view.calls.listening.iter().find(|row| row.agent.is_none())?.rate?;
    let said = |over: bool| -> Vec<String> {
        let beyond = |row: &&ListeningRate| {
            let (low, high) = (row.ci_low.unwrap_or(all), row.ci_high.unwrap_or(all));
            row.agent.is_some() && if over { low > all } else { high < all }
        };
        let name = |row: &ListeningRate| {
            let (name, rate) =
                (row.agent.clone().unwrap_or_default(), view.percent(row.rate.unwrap_or_default()));
            format!("{} ({rate})", name.replace(' ', "\u{a0}"))
        };
        view.calls.listening.iter().filter(beyond).map(name).collect()
    };
    let list = |names: Vec<String>| (!names.is_empty()).then(|| view.words.list(&names));
    let over = list(said(true)).map(|agents| pick!(view.words, calls_report::clearly_over_the_whole(agents)));
    let under = list(said(false)).map(|agents| pick!(view.words, calls_report::clearly_under_it(agents)));
    let parts: Vec<String> = over.into_iter().chain(under).collect();
    let list = (!parts.is_empty()).then(|| parts.join(view.words.pick(" ; ", "; ")))?;
    Some(say!(view.words, calls_report::listening_detected_by_agent(list)))
}

/// The customer’s score with listening and without.
fn score(view: &View<'_>) -> Option<String> {
    let link = view.calls.score_link.as_ref().filter(|link| link.p < SIGNIFICANT)?;
    let mean = |mean: f64| view.lang().number(mean, 1);
    let (with, without, p) = (mean(link.with), mean(link.without), view.lang().probability(link.p));
    let (n, m) = (view.lang().count(link.n_with), view.lang().count(link.n_without));
    let p = if p.starts_with('<') { format!("p {p}") } else { format!("p\u{a0}=\u{a0}{p}") };
    Some(say!(view.words, calls_report::customers_give_on_average_where_the_grid(with, n, without, m, p)))
}

fn worst_habit(view: &View<'_>) -> Option<String> {
    let items = view.calls.items.iter().filter(|item| item.sign == Sign::Negative && item.with > 0);
    let worst = items.max_by(|a, b| a.rate.unwrap_or(0.0).total_cmp(&b.rate.unwrap_or(0.0)))?;
    let (label, rate, of) =
        (view.lang().quote(&worst.label), view.percent(worst.rate?), view.of(worst.with, worst.n));
    Some(say!(view.words, calls_report::to_avoid_yet_heard_in_of_the_calls(label, rate, of)))
}

fn script(view: &View<'_>) -> Option<String> {
    let steps = view.calls.steps.iter().filter(|step| step.required && step.n > 0 && step.with < step.n);
    let weakest = steps.min_by(|a, b| a.rate.unwrap_or(1.0).total_cmp(&b.rate.unwrap_or(1.0)))?;
    let (label, rate) = (view.lang().quote(&weakest.label), view.percent(weakest.rate?));
    let of = view.of(weakest.with, weakest.n);
    Some(say!(view.words, calls_report::script_step_least_followed_in_of_the_calls(label, rate, of)))
}

fn rising(view: &View<'_>) -> Option<String> {
    let found = &view.calls.emergence;
    let row = found.rows.iter().find(|row| row.rises)?;
    let others = found.rows.iter().filter(|other| other.rises).count() as u64 - 1;
    let (term, before, last) =
        (view.lang().quote(&row.term), view.percent(row.before_share), view.percent(row.last_share));
    let of = view.of((row.last_share * row.last_calls as f64).round() as u64, row.last_calls);
    let more = if others > 0 {
        let n = view.lang().count(others);
        say!(view.words, calls_report::more_words_and_themes_rise(n))
    } else {
        String::new()
    };
    Some(say!(
        view.words,
        calls_report::rises_of_the_calls_before_at_the_end(term, before, last, of, view.words.q(row.q), more)
    ))
}

fn pair(view: &View<'_>) -> Option<String> {
    let pair = view.calls.pairs.rows.first().filter(|pair| pair.lift_low > 1.0)?;
    let (client, agent) = (view.lang().quote(&pair.client), view.lang().quote(&pair.agent));
    let (lift, low, calls) =
        (view.lang().number(pair.lift, 1), view.lang().number(pair.lift_low, 1), view.calls(pair.calls));
    Some(say!(
        view.words,
        calls_report::when_the_customer_says_the_agent_answers(client, agent, lift, low, calls)
    ))
}

/// The first words of a side, quoted.
fn words_of(view: &View<'_>, keep: impl Fn(&&SpokenContrast) -> bool) -> Vec<String> {
    let rows = view.calls.contrasts.iter().filter(|row| row.q < SIGNIFICANT && row.kind != SpokenKind::Theme);
    rows.filter(keep).take(NAMED).map(|row| view.lang().quote(&row.label)).collect()
}

fn by_score(view: &View<'_>) -> Option<String> {
    let low = words_of(view, |row| {
        row.by == ContrastBy::Score && row.group == "low" && row.role == Some(SpeakerRole::Client)
    });
    let list = (!low.is_empty()).then(|| view.words.list(&low))?;
    Some(say!(view.words, calls_report::in_calls_with_a_low_score_the_customer(list)))
}

fn by_role(view: &View<'_>) -> Option<String> {
    let client = words_of(view, |row| row.by == ContrastBy::Role && row.group == "client");
    let agent = words_of(view, |row| row.by == ContrastBy::Role && row.group == "agent");
    if client.is_empty() || agent.is_empty() {
        return None;
    }
    let (client, agent) = (view.words.list(&client), view.words.list(&agent));
    Some(say!(view.words, calls_report::the_customer_speaks_of_the_agent_of(client, agent)))
}

fn to_listen(view: &View<'_>) -> Option<String> {
    let first: Vec<String> =
        view.calls.to_listen.iter().take(3).map(|row| row.attention.call.clone()).collect();
    let list = (!first.is_empty()).then(|| view.words.list(&first))?;
    Some(say!(view.words, calls_report::to_be_listened_to_first(list)))
}
