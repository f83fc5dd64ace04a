//! Calls to listen to first, each with its reasons.

use super::rows::ToListen;
use super::view::View;
use crate::report::document::Block;

/// Calls shown first; the others are folded.
const SHOWN: usize = 5;
/// Calls listed.
const LISTED: usize = 20;

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    of_agent(view, None)
}

/// The calls to listen to, of one agent or of all.
pub(super) fn of_agent(view: &View<'_>, agent: Option<&str>) -> Vec<Block> {
    let words = view.words;
    let of = |row: &&ToListen| agent.is_none_or(|agent| row.agent.as_deref() == Some(agent));
    let rows: Vec<&ToListen> = view.calls.to_listen.iter().filter(of).take(LISTED).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut out =
        vec![Block::Text { text: say!(words, calls_report::the_most_unusual_first_the_rarer_the_signals) }];
    let one = |row: &&ToListen| {
        let call = view.call(&row.attention.call);
        let mut title = vec![row.attention.call.clone()];
        if agent.is_none() {
            title.extend(row.agent.clone());
        }
        title.extend(call.and_then(|call| call.score).map(|score| {
            let score = view.lang().number(score, usize::from(score.fract() != 0.0));
            say!(words, calls_report::score(score))
        }));
        let reasons = row.attention.reasons.iter().map(|reason| reason.text.clone()).collect();
        [Block::Heading { text: title.join(" – ") }, Block::List { items: reasons }]
    };
    let (first, others) = rows.split_at(rows.len().min(SHOWN));
    out.extend(first.iter().flat_map(one));
    if !others.is_empty() {
        let summary = counted!(words, others.len() as u64, calls_report::more_calls_to_listen_to);
        out.push(Block::Fold { summary, blocks: others.iter().flat_map(one).collect() });
    }
    out
}
