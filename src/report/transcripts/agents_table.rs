//! Agents side by side.

use super::view::View;
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::transcript::evaluation::{Measure, RateBy};

/// Agents: calls, active listening, script, time; nothing where no agent is known.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    if view.calls.agents.is_empty() {
        return Vec::new();
    }
    let evaluated = view.calls.evaluated.as_ref();
    let mut columns = vec![
        Column::text(words.pick("Agent", "Agent")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Écoute détectée", "Listening detected")),
    ];
    if evaluated.is_some() {
        columns.push(Column::number(words.pick("Écoute évaluée", "Listening evaluated")));
    }
    columns.extend([
        Column::number(words.pick("Script respecté", "Script followed")),
        Column::number(words.pick("Part de parole", "Share of talk")),
        Column::number(words.pick("Interruptions par appel", "Interruptions per call")),
        Column::number(words.pick("Première réponse", "First answer")),
        Column::number(words.pick("Mots par minute", "Words per minute")),
    ]);
    let dash = || Cell::from("–".to_owned());
    let row = |agent: &super::rows::AgentRow| {
        let detected = view.calls.listening.iter().find(|row| row.agent.as_ref() == Some(&agent.agent));
        let mut cells: Vec<Cell> = vec![
            agent.agent.clone().into(),
            format!("{}{}", view.lang().count(agent.calls), View::small(agent.calls)).into(),
            detected.map_or_else(dash, |row| view.rate(row.rate, row.ci_low, row.ci_high)),
        ];
        if let Some(evaluated) = evaluated {
            let own = evaluated.rates.rows.iter().find(|row| {
                row.measure == Measure::ActiveListening
                    && row.by == RateBy::Agent
                    && row.group.as_ref() == Some(&agent.agent)
            });
            cells.push(own.map_or_else(dash, |row| view.rate(row.value, row.ci_low, row.ci_high)));
        }
        let (kept, n) = agent.steps.iter().fold((0, 0), |sum, step| (sum.0 + step.with, sum.1 + step.n));
        cells.push(if n > 0 { view.percent(kept as f64 / n as f64).into() } else { dash() });
        cells.push(agent.talk_ratio.map_or_else(dash, |ratio| view.percent(ratio).into()));
        cells.push(agent.interruptions.map_or_else(dash, |mean| view.lang().number(mean, 1).into()));
        cells.push(agent.first_answer.map_or_else(dash, |ms| view.seconds(ms).into()));
        cells.push(agent.words_per_minute.map_or_else(dash, |rate| view.lang().number(rate, 0).into()));
        Row { cells, total: false }
    };
    let caption = words.say("Les agents, par ordre de numéro", "Agents, by number");
    let caption = if view.calls.pseudonyms { caption } else { words.say("Les agents", "Agents") };
    let few = view.calls.agents.iter().any(|agent| agent.calls < crate::report::amounts::SMALL_BASE);
    let note = words.say(
        "Entre crochets : intervalle. Des intervalles qui se recouvrent largement ne départagent pas deux agents ; part de parole, première réponse et débit sont des médianes.",
        "In brackets: interval. Intervals that largely overlap do not tell two agents apart; share of talk, first answer and speech rate are medians.",
    );
    let rows = view.calls.agents.iter().map(row).collect();
    vec![Block::Table(
        Table::new(words, caption, columns, rows).noted([note]).noted(few.then(|| view.small_note())),
    )]
}
