//! The table of sentences that a quality manager has read, against the shipped grid.

use std::collections::BTreeSet;

use super::detect::tests::{call, listener};
use super::{Grid, Listener};
use crate::transcript::SpeakerRole;

const CASES: &str = include_str!("../../../tests/transcripts/listening.tsv");

/// Ten turns of each side that no item and no step is heard in, the client's last or first.
fn padding(language: &str) -> Vec<(SpeakerRole, &str)> {
    let (agent, client) = match language {
        "fr" => ("le bordereau est passé dans la machine du haut", "oui c'est ce que je fais"),
        _ => ("the form has been through the upper machine", "yes that is what i am doing"),
    };
    [(SpeakerRole::Agent, agent), (SpeakerRole::Client, client)].repeat(10)
}

/// The ids heard in one sentence of the table.
fn heard<'g>(listener: &mut Listener, grid: &'g Grid, row: &[&str]) -> BTreeSet<&'g str> {
    let [language, stage, speaker, before, said, _] = row else { panic!("{row:?}") };
    let (speaker, other) = match *speaker {
        "agent" => (SpeakerRole::Agent, SpeakerRole::Client),
        _ => (SpeakerRole::Client, SpeakerRole::Agent),
    };
    let mut turns = if *stage == "opening" { Vec::new() } else { padding(language) };
    // Another voice keeps the sentence apart from the padding.
    turns.push((SpeakerRole::Other, "…"));
    if *before != "-" {
        turns.push((other, before));
    }
    let turn = turns.len();
    turns.push((speaker, said));
    if *stage != "closing" {
        turns.push((SpeakerRole::Other, "…"));
        turns.extend(padding(language));
    }
    let call = call(&turns);
    assert_eq!(call.turns[turn].text, **said);
    let (listening, compliance) = listener.read(&call);
    let (listening, compliance) = (listening.unwrap(), compliance.unwrap());
    let items = listening.items.iter().flat_map(|found| &found.marks).filter(|mark| mark.turn == turn);
    let steps =
        compliance.steps.iter().filter_map(|found| found.mark.as_ref()).filter(|mark| mark.turn == turn);
    for mark in items.clone().chain(steps.clone()) {
        assert!(!call.turns[turn].text[mark.span.clone()].is_empty(), "{said}");
    }
    let items = items.map(|mark| grid.items[mark.item].id.as_str());
    items.chain(steps.map(|mark| grid.steps[mark.item].id.as_str())).collect()
}

#[test]
fn what_a_quality_manager_hears_is_heard_and_nothing_else() {
    let (grid, mut listener) = (Grid::shipped().unwrap(), listener(Grid::shipped().unwrap()));
    let (mut sentences, mut traps, mut wrong) = (0, 0, Vec::new());
    for row in crate::lexicon::entries(CASES) {
        let row: Vec<_> = row.split('\t').collect();
        let found = heard(&mut listener, &grid, &row);
        let expected: BTreeSet<_> = row[5].split(',').filter(|id| *id != "-").collect();
        sentences += 1;
        traps += usize::from(expected.is_empty());
        if found != expected {
            wrong.push(format!("{}: heard {found:?}, expected {expected:?}", row[4]));
        }
    }
    assert!(sentences >= 120 && traps >= 50, "{sentences} sentences, {traps} traps");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
