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
        Column::text(pick!(words, calls_report::agent)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::listening_detected)),
    ];
    if evaluated.is_some() {
        columns.push(Column::number(pick!(words, calls_report::listening_evaluated)));
    }
    columns.extend([
        Column::number(pick!(words, calls_report::script_followed)),
        Column::number(pick!(words, calls_report::share_of_talk)),
        Column::number(pick!(words, calls_report::interruptions_per_call)),
        Column::number(pick!(words, calls_report::first_answer)),
        Column::number(pick!(words, calls_report::words_per_minute)),
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
    let caption = say!(words, calls_report::agents_by_number);
    let caption = if view.calls.pseudonyms { caption } else { say!(words, calls_report::agents) };
    let few = view.calls.agents.iter().any(|agent| agent.calls < crate::report::amounts::SMALL_BASE);
    let note = say!(words, calls_report::in_brackets_interval_intervals_that_largely);
    let rows = view.calls.agents.iter().map(row).collect();
    vec![Block::Table(
        Table::new(words, caption, columns, rows).noted([note]).noted(few.then(|| view.small_note())),
    )]
}
