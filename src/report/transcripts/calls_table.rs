//! All the calls, one a row.

use super::rows::CallRow;
use super::view::View;
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::transcript::{Basis, SpeakerRole, clock};

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let columns = vec![
        Column::text(pick!(words, calls_report::call)),
        Column::text(pick!(words, calls_report::date)),
        Column::text(pick!(words, calls_report::agent)),
        Column::number(pick!(words, calls_report::customer_score)),
        Column::number(pick!(words, calls_report::duration)),
        Column::number(pick!(words, calls_report::agents_talk)),
        Column::number(pick!(words, calls_report::interruptions)),
        Column::text(pick!(words, calls_report::listening_detected)),
        Column::text(pick!(words, calls_report::listening_evaluated)),
    ];
    let rows = view.calls.calls.iter().map(|call| row(view, call)).collect();
    let caption = say!(words, calls_report::all_calls);
    let note = say!(words, calls_report::under_the_listening_detected_points_earned_of);
    vec![Block::Table(Table::new(words, caption, columns, rows).noted([note]))]
}

fn row(view: &View<'_>, call: &CallRow) -> Row {
    let words = view.words;
    let dash = || "–".to_owned();
    let yes = |yes: bool| {
        if yes { pick!(words, calls_report::yes) } else { pick!(words, calls_report::no) }.to_owned()
    };
    let listening = call.listening.as_ref();
    let points = listening.map(|found| {
        let (points, possible) = (view.lang().number(found.points, 0), view.lang().number(found.possible, 0));
        format!("{points}/{possible}")
    });
    let timing = call.timing.as_ref();
    let agent = call.voices.iter().find(|voice| voice.role == SpeakerRole::Agent);
    let known = match agent.map(|voice| (voice.basis, voice.confidence)) {
        None => Some(pick!(words, calls_report::not_recognised).to_owned()),
        Some((Basis::Inferred, confidence)) => Some(view.lang().percent((100.0 * confidence).floor(), 0)),
        Some(_) => None,
    };
    let cells: Vec<Cell> = vec![
        call.id.clone().into(),
        call.date.as_deref().map_or_else(dash, |date| view.moment(date)).into(),
        Cell {
            text: call.agent.as_ref().map_or_else(dash, |agent| agent.replace(' ', "\u{a0}")),
            under: known,
            strong: false,
        },
        call.score.map_or_else(dash, |score| view.lang().number(score, 0)).into(),
        timing.map_or_else(dash, |timing| clock(timing.duration)).into(),
        timing.and_then(|timing| timing.talk_ratio).map_or_else(dash, |ratio| view.percent(ratio)).into(),
        timing.map_or_else(dash, |timing| view.lang().count(timing.agent.interruptions)).into(),
        Cell {
            text: listening.and_then(|found| found.listened).map_or_else(dash, yes),
            under: points,
            strong: false,
        },
        call.evaluated.map_or_else(dash, yes).into(),
    ];
    Row { cells, total: false }
}
