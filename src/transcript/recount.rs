//! Timing against an independent count (`tests/transcripts/recount.py`, which samples every millisecond), and roles
//! on real calls: those of simsamu beside the project, where they are there, and our own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Basis, Call, Mapping, SpeakerRole, Utterance, assign, timing};
use SpeakerRole::{Agent, Client};

/// The calls of simsamu, in order of their names; none where the corpus is absent.
fn simsamu() -> Vec<(String, Vec<Utterance>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/simsamu");
    let Ok(entries) = std::fs::read_dir(path) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let read = |file: &PathBuf| {
        let id = file.file_stem().unwrap().to_str().unwrap().to_owned();
        (id, monologues(&std::fs::read_to_string(file).unwrap()))
    };
    files.iter().map(read).collect()
}

fn written() -> Vec<(String, Vec<Utterance>)> {
    let files = [
        ("boiler", include_str!("../../tests/transcripts/written/boiler.json")),
        ("silent_end", include_str!("../../tests/transcripts/written/silent_end.json")),
        ("three_voices", include_str!("../../tests/transcripts/written/three_voices.json")),
    ];
    files.into_iter().map(|(id, json)| (id.to_owned(), monologues(json))).collect()
}

fn monologues(json: &str) -> Vec<Utterance> {
    let json: Value = serde_json::from_str(json).unwrap();
    let ms = |value: &Value| Some((value.as_f64().unwrap() * 1000.0).round() as u64);
    let utterance = |monologue: &Value| {
        let mut text = String::new();
        for term in monologue["terms"].as_array().unwrap() {
            if term["type"] == "WORD" && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(term["text"].as_str().unwrap());
        }
        Utterance {
            speaker: Some(monologue["speaker"]["id"].as_str().unwrap().to_owned()),
            start: ms(&monologue["start"]),
            end: ms(&monologue["end"]),
            text,
            ..Utterance::default()
        }
    };
    json["monologues"].as_array().unwrap().iter().map(utterance).collect()
}

/// Rows of `recount.tsv` by call.
fn counted() -> BTreeMap<&'static str, Vec<&'static str>> {
    let lines = include_str!("../../tests/transcripts/recount.tsv").lines();
    let rows = lines.filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| row.split('\t').collect::<Vec<_>>()).map(|row| (row[0], row[1..].to_vec())).collect()
}

fn compare(calls: Vec<(String, Vec<Utterance>)>) {
    let counted = counted();
    for (id, utterances) in calls {
        let mut calls = [Call::new(&id, &id, utterances)];
        assign(&mut calls, &Mapping::default());
        let found = timing(&calls[0]).unwrap();
        let expected = &counted[id.as_str()];
        let counts = [
            found.agent.talk,
            found.client.talk,
            found.overlap,
            found.overlaps,
            found.silence,
            found.long_silences.len() as u64,
            found.longest_silence,
            found.duration,
            found.agent.words,
            found.client.words,
        ];
        let columns = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10];
        let expected_counts = columns.map(|column| expected[column].parse::<u64>().unwrap());
        assert_eq!(counts, expected_counts, "{id}");
        assert!((found.talk_ratio.unwrap() - expected[2].parse::<f64>().unwrap()).abs() < 1e-9, "{id}");
    }
}

#[test]
fn our_calls_are_counted_as_millisecond_by_millisecond() {
    compare(written());
}

#[test]
fn real_calls_are_counted_as_millisecond_by_millisecond() {
    let calls = simsamu();
    assert!(calls.is_empty() || calls.len() == 35);
    compare(calls);
}

#[test]
fn names_give_the_roles_of_all_real_calls() {
    let mut calls: Vec<Call> = simsamu().into_iter().map(|(id, said)| Call::new(&id, &id, said)).collect();
    assign(&mut calls, &Mapping::default());
    for speaker in calls.iter().flat_map(|call| &call.speakers) {
        let role = if speaker.name.as_deref() == Some("medecin") { Agent } else { Client };
        assert_eq!((speaker.role, speaker.basis, speaker.confidence), (role, Basis::Name, 1.0));
    }
}

/// How well roles are told.
#[derive(Debug, Default)]
struct Score {
    calls: usize,
    told: usize,
    right: usize,
    /// Sum of the confidences of the agents that are told.
    sure: f64,
    /// Sum of the squared differences between confidence and truth.
    brier: f64,
}

impl Score {
    fn add(&mut self, call: &Call, agent: &str) {
        self.calls += 1;
        let told = call.speakers.iter().find(|speaker| speaker.role == Agent);
        if let Some(told) = told {
            let right = told.name.as_deref() == Some(agent);
            self.told += 1;
            self.right += usize::from(right);
            self.sure += told.confidence;
            self.brier += (told.confidence - f64::from(u8::from(right))).powi(2);
        }
    }
}

/// The same call with labels that tell nothing: the agent's and those of the others.
fn hidden(said: &[Utterance], agent: &str, others: &str) -> Vec<Utterance> {
    let label = |utterance: &Utterance| {
        let name = utterance.speaker.as_deref().unwrap();
        let label = if name == "medecin" || name == "agent" {
            agent.to_owned()
        } else {
            name.replace("patient", others)
        };
        Utterance { speaker: Some(label), ..utterance.clone() }
    };
    said.iter().map(label).collect()
}

#[test]
fn roles_are_inferred_where_names_are_hidden() {
    let calls = simsamu();
    if calls.is_empty() {
        return;
    }
    let mut alone = Score::default();
    for (id, said) in &calls {
        let mut call = [Call::new(id, id, hidden(said, "SPEAKER_01", "SPEAKER_00"))];
        assign(&mut call, &Mapping::default());
        alone.add(&call[0], "SPEAKER_01");
    }
    // Windows of four utterances from anywhere in a call: little is said in them, and much of it is « oui ».
    let mut windows = Score::default();
    let mut bins: BTreeMap<u32, Score> = BTreeMap::new();
    for (id, said) in &calls {
        for window in hidden(said, "SPEAKER_01", "SPEAKER_00").windows(4).step_by(4) {
            let mut call = [Call::new(id, id, window.to_vec())];
            assign(&mut call, &Mapping::default());
            windows.add(&call[0], "SPEAKER_01");
            if let Some(told) = call[0].speakers.iter().find(|s| s.role == Agent) {
                bins.entry((told.confidence * 20.0) as u32).or_default().add(&call[0], "SPEAKER_01");
            }
        }
    }
    eprintln!("{alone:?}\n{windows:?}");
    for (bin, score) in bins {
        eprintln!(
            "{bin} {} {:.3} {:.3}",
            score.told,
            score.right as f64 / score.told as f64,
            score.sure / score.told as f64
        );
    }
}
