//! The figures of a report of calls.

use super::rising;
use super::view::View;
use crate::centre::{Better, Unit};
use crate::chart::{ChartError, ChartKind, Figure, Heading, Multiples, Panel, small_multiples};

/// The figures of one kind: listening by agent, and what rises.
pub(super) fn figures(view: &View<'_>, kind: ChartKind) -> Result<Vec<Figure>, ChartError> {
    let one = match kind {
        ChartKind::ListeningAgents => agents(view)?,
        ChartKind::Rising => rising::figure(view)?,
        _ => None,
    };
    Ok(one.into_iter().collect())
}

/// Active listening as detected, agent by agent, around that of all.
fn agents(view: &View<'_>) -> Result<Option<Figure>, ChartError> {
    let words = view.words;
    let rates = &view.calls.listening;
    let panels: Vec<Panel> = rates
        .iter()
        .filter_map(|row| {
            Some(Panel {
                name: row.agent.clone()?,
                value: row.rate.map(|rate| 100.0 * rate),
                low: row.ci_low.map(|end| 100.0 * end),
                high: row.ci_high.map(|end| 100.0 * end),
                n: row.n,
                points: Vec::new(),
            })
        })
        .collect();
    if panels.len() < 2 {
        return Ok(None);
    }
    let multiples = Multiples {
        heading: Heading {
            question: say!(words, calls_report::share_of_calls_in_which_the_grid_detects),
            note: say!(words, calls_report::detection_by_rules_no_human_evaluation),
            ..Heading::new(
                ChartKind::ListeningAgents,
                pick!(words, calls_report::active_listening_detected_by_agent),
            )
        },
        unit: Unit::Percent.into(),
        better: Better::Higher,
        whole: pick!(words, calls_report::whole_centre).to_owned(),
        behind: Vec::new(),
        mean: rates.iter().find(|row| row.agent.is_none()).and_then(|row| row.rate).map(|rate| 100.0 * rate),
        periods: Vec::new(),
        panels,
        hidden: 0,
    };
    small_multiples(&multiples, view.lang())
}
