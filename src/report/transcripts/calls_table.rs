//! All the calls, one a row.

use super::rows::CallRow;
use super::view::View;
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::transcript::{Basis, SpeakerRole, clock};

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let columns = vec![
        Column::text(words.pick("Appel", "Call")),
        Column::text(words.pick("Date", "Date")),
        Column::text(words.pick("Agent", "Agent")),
        Column::number(words.pick("Note client", "Customer score")),
        Column::number(words.pick("Durée", "Duration")),
        Column::number(words.pick("Parole de l’agent", "Agent’s talk")),
        Column::number(words.pick("Interruptions", "Interruptions")),
        Column::number(words.pick("Points d’écoute", "Listening points")),
        Column::text(words.pick("Écoute détectée", "Listening detected")),
        Column::text(words.pick("Écoute évaluée", "Listening evaluated")),
        Column::text(words.pick("Agent reconnu", "Agent recognised")),
    ];
    let rows = view.calls.calls.iter().map(|call| row(view, call)).collect();
    let caption = words.say("Tous les appels", "All calls");
    let note = words.say(
        "Agent reconnu : par le nom du locuteur, ou d’après ce qui est dit, avec sa probabilité.",
        "Agent recognised: by the speaker’s name, or by what is said, with its probability.",
    );
    vec![Block::Table(Table::new(words, caption, columns, rows).noted([note]))]
}

fn row(view: &View<'_>, call: &CallRow) -> Row {
    let words = view.words;
    let dash = || "–".to_owned();
    let yes =
        |yes: bool| words.pick(if yes { "oui" } else { "non" }, if yes { "yes" } else { "no" }).to_owned();
    let listening = call.listening.as_ref();
    let points = listening.map_or_else(dash, |found| {
        format!("{}/{}", view.lang().number(found.points, 0), view.lang().number(found.possible, 0))
    });
    let timing = call.timing.as_ref();
    let agent = call.voices.iter().find(|voice| voice.role == SpeakerRole::Agent);
    let known = agent.map_or_else(
        || words.pick("non", "no").to_owned(),
        |voice| match voice.basis {
            Basis::Mapping | Basis::None => words.pick("indiqué", "as told").to_owned(),
            Basis::Name => words.pick("par son nom", "by name").to_owned(),
            Basis::Inferred => view.lang().percent(100.0 * voice.confidence, 0),
        },
    );
    let cells: Vec<Cell> = vec![
        call.id.clone().into(),
        call.date.as_deref().map_or_else(dash, |date| view.moment(date)).into(),
        call.agent.as_ref().map_or_else(dash, |agent| agent.replace(' ', "\u{a0}")).into(),
        call.score.map_or_else(dash, |score| view.lang().number(score, 0)).into(),
        timing.map_or_else(dash, |timing| clock(timing.duration)).into(),
        timing.and_then(|timing| timing.talk_ratio).map_or_else(dash, |ratio| view.percent(ratio)).into(),
        timing.map_or_else(dash, |timing| view.lang().count(timing.agent.interruptions)).into(),
        points.into(),
        listening.and_then(|found| found.listened).map_or_else(dash, yes).into(),
        call.evaluated.map_or_else(dash, yes).into(),
        known.into(),
    ];
    Row { cells, total: false }
}
