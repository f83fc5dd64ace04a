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
        Some(evaluated) if evaluated.rates.rows.iter().any(|row| row.measure == Measure::ActiveListening && row.value.is_some()) => words.say(
            "Deux taux d’écoute active, jamais mêlés : le premier est celui des évaluateurs, sur les appels tirés au sort ; le second est détecté par la grille dans tous les appels. Le premier sert de référence, dans la limite de l’accord entre évaluateurs (voir « Évaluations »).",
            "Two rates of active listening, never mixed: the first is that of the evaluators, on the calls drawn at random; the second is detected by the grid in all calls. The first is the reference, within the limits of agreement between evaluators (see “Evaluations”).",
        ),
        _ => words.say(
            "Le taux d’écoute active est détecté par la grille, règle par règle. Aucune évaluation humaine ne dit ici ce qu’il vaut : faire évaluer des appels tirés au sort (« barometre transcripts draw », puis --evaluations et --plan) avant de s’en servir pour juger quelqu’un.",
            "The rate of active listening is detected by the grid, rule by rule. No human evaluation says here what it is worth: have calls drawn at random evaluated (“barometre transcripts draw”, then --evaluations and --plan) before it is used to judge anyone.",
        ),
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
    Some(view.words.say(format!("Intervalle à {level} : {ends}"), format!("{level} interval: {ends}")))
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
        Some(drawn) => words.say(
            format!(
                "Appels évalués : {} sur {} tirés au sort",
                view.lang().count(row.n),
                view.lang().count(drawn)
            ),
            format!(
                "Calls evaluated: {} of {} drawn at random",
                view.lang().count(row.n),
                view.lang().count(drawn)
            ),
        ),
        None => words.say(
            format!("Appels évalués : {n}, sans plan de tirage"),
            format!("Calls evaluated: {n}, without a plan of their draw"),
        ),
    });
    Some(card(
        words.pick("Écoute active, évaluée", "Active listening, evaluated"),
        words
            .pick(
                "Part des appels où un évaluateur entend une écoute active",
                "Share of calls in which an evaluator hears active listening",
            )
            .to_owned(),
        view.percent(row.value?),
        lines,
    ))
}

fn detected(view: &View<'_>) -> Option<Card> {
    let words = view.words;
    let row = view.calls.listening.iter().find(|row| row.agent.is_none())?;
    let mut lines: Vec<String> =
        interval_line(view, row.ci_low, row.ci_high, row.level).into_iter().collect();
    lines.push(words.say(
        format!("Appels où l’agent est reconnu : {}", view.of(row.with, row.n)),
        format!("Calls whose agent was identified: {}", view.of(row.with, row.n)),
    ));
    let kappa = view.calls.evaluated.as_ref().and_then(|e| e.detection.as_ref()).and_then(|d| d.kappa);
    lines.extend(kappa.map(|kappa| {
        let kappa = view.lang().number(kappa, 2);
        words.say(
            format!("Accord avec les évaluateurs : κ\u{a0}=\u{a0}{kappa}"),
            format!("Agreement with evaluators: κ\u{a0}=\u{a0}{kappa}"),
        )
    }));
    let threshold = view.lang().percent(100.0 * view.calls.grid.threshold, 0);
    Some(card(
        words.pick("Écoute active, détectée", "Active listening, detected"),
        words.say(
            format!(
                "Part des appels qui gagnent {threshold} des points de la grille, sans propos éliminatoire"
            ),
            format!(
                "Share of calls that earn {threshold} of the points of the grid, without disqualifying words"
            ),
        ),
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
        words.pick("Script respecté", "Script followed"),
        words
            .pick(
                "Part des étapes du script respectées",
                "Share of the steps of the script that are followed",
            )
            .to_owned(),
        view.percent((n > 0).then(|| kept as f64 / n as f64)?),
        vec![
            words.say(
                format!("{} étapes, tous appels", view.of(kept, n)),
                format!("{} steps, all calls", view.of(kept, n)),
            ),
            words.say(
                format!("La moins respectée : {label}, {rate}"),
                format!("Least followed: {label}, {rate}"),
            ),
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
    let mut lines = vec![words.say(
        format!("Appels où le client est interrompu : {cut_in} sur {all} ({cut} fois)"),
        format!("Calls in which the customer is interrupted: {cut_in} of {all} ({cut} times)"),
    )];
    lines
        .extend(duration.map(|d| words.say(format!("Durée médiane : {d}"), format!("Median duration: {d}"))));
    Some(card(
        words.pick("Part de parole de l’agent", "Agent’s share of the talk"),
        words.say(
            format!("Médiane de {} horodatés : parole de l’agent ÷ (agent + client)", view.calls(n)),
            format!("Median of {} with times: agent’s talk ÷ (agent + customer)", view.calls(n)),
        ),
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
        words.pick("Délai de première réponse", "Time to first answer"),
        words
            .pick(
                "Médiane : de la fin de la première demande du client à la réponse de l’agent",
                "Median: from the end of the customer’s first request to the agent’s answer",
            )
            .to_owned(),
        view.seconds(answer),
        vec![words.say(
            format!("Appels avec un silence de 3 s ou plus : {silent} sur {all}"),
            format!("Calls with a silence of 3 s or more: {silent} of {all}"),
        )],
    ))
}
