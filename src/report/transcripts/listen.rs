//! Calls to listen to first, each with its reasons.

use super::view::View;
use crate::report::document::{Block, Column, Row, Table};

/// Calls listed.
const LISTED: usize = 15;

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    table(view, None).into_iter().collect()
}

/// The calls to listen to, of one agent or of all.
pub(super) fn table(view: &View<'_>, agent: Option<&str>) -> Option<Block> {
    let words = view.words;
    let of = |row: &&super::rows::ToListen| agent.is_none_or(|agent| row.agent.as_deref() == Some(agent));
    let rows: Vec<Row> = view
        .calls
        .to_listen
        .iter()
        .filter(of)
        .take(LISTED)
        .map(|row| {
            let call = view.call(&row.attention.call);
            let score =
                call.and_then(|call| call.score).map_or_else(String::new, |s| view.lang().number(s, 0));
            let reasons: Vec<String> =
                row.attention.reasons.iter().map(|reason| reason.text.clone()).collect();
            let mut cells = vec![row.attention.call.clone().into()];
            if agent.is_none() {
                cells.push(row.agent.clone().unwrap_or_else(|| "–".to_owned()).into());
            }
            cells.extend([
                score.into(),
                words.say(reasons.join(" ; "), reasons.join("; ")).into(),
                view.lang().number(row.attention.bits, 1).into(),
            ]);
            Row { cells, total: false }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut columns = vec![Column::text(words.pick("Appel", "Call"))];
    if agent.is_none() {
        columns.push(Column::text(words.pick("Agent", "Agent")));
    }
    columns.extend([
        Column::number(words.pick("Note", "Score")),
        Column::text(words.pick("Raisons, les plus rares d’abord", "Reasons, the rarest first")),
        Column::number(words.pick("Poids", "Weight")),
    ]);
    let caption = words.say(
        "Appels à écouter, les plus surprenants d’abord",
        "Calls to listen to, the most surprising first",
    );
    let note = words.say(
        "Poids : somme des −log₂ de la part des appels qui montrent chaque signal. Ces appels sont choisis, non tirés au sort : aucun taux ne s’en calcule.",
        "Weight: sum of −log₂ of the share of calls that show each signal. These calls are picked, not drawn: no rate is computed from them.",
    );
    Some(Block::Table(Table::new(words, caption, columns, rows).noted([note])))
}
