//! Timing against an independent count, `tests/transcripts/recount.py`, which samples every millisecond: our own calls
//! and those of simsamu, where they are beside the project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Call, Mapping, Utterance, assign, timing};

/// The calls of simsamu, in order of their names; none where the corpus is absent.
pub(super) fn simsamu() -> Vec<(String, Vec<Utterance>)> {
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
