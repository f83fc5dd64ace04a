//! The forty sample calls of `data/transcripts` against `tests/transcripts/truth.json`: what their dialogues were
//! written to hold, each mark with its turn, is found there, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use barometre::text::Lexis;
use barometre::transcript::listening::{Compliance, Grid, Listener, Listening};
use barometre::transcript::{
    Basis, Call, Corpus, Format, Mapping, Metadata, SkipReason, SpeakerRole, assign, interruptions, open,
    timing,
};
use serde_json::Value;

/// An item and the turn that holds it.
type Marked = BTreeSet<(String, usize)>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/transcripts")
}

static TRUTH: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts/truth.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
});

pub static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let mut corpus = open(&[folder()], 1).unwrap();
    let (headers, rows) = table("appels.csv");
    let metadata = Metadata::from_rows(&headers, rows.into_iter(), "appels.csv").unwrap();
    assert_eq!(metadata.apply(&mut corpus.calls), []);
    assign(&mut corpus.calls, &Mapping::default());
    corpus
});

pub static HEARD: LazyLock<Vec<(Listening, Compliance)>> = LazyLock::new(|| {
    let mut listener = Listener::new(Arc::new(Grid::shipped().unwrap()), Arc::new(Lexis::default()));
    let read = |call| match listener.read(call) {
        (Some(listening), Some(compliance)) => (listening, compliance),
        _ => panic!("{}: nobody is the agent", call.id),
    };
    CORPUS.calls.iter().map(read).collect()
});

/// Headers and numbered rows of a table beside the calls.
pub fn table(name: &str) -> (Vec<String>, Vec<(u64, Vec<String>)>) {
    let text = std::fs::read_to_string(folder().join(name)).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let headers = cells(reader.headers().unwrap());
    (headers, (2..).zip(reader.records().map(|record| cells(&record.unwrap()))).collect())
}

/// Calls as they are read, each with what was planted.
pub fn calls() -> impl Iterator<Item = (&'static Call, &'static Value)> {
    let planted = TRUTH["calls"].as_array().unwrap();
    assert_eq!((CORPUS.calls.len(), planted.len()), (40, 40));
    CORPUS.calls.iter().zip(planted).inspect(|(call, one)| assert_eq!(call.id, one["call"].as_str().unwrap()))
}

fn planted(one: &Value) -> Marked {
    let marks = one["marks"].as_array().unwrap();
    marks.iter().map(|mark| (text(mark, "item").to_owned(), number(mark, "turn") as usize)).collect()
}

fn found(listening: &Listening, grid: &Grid) -> Marked {
    let marks = listening.items.iter().flat_map(|item| &item.marks);
    marks.map(|mark| (grid.items[mark.item].id.clone(), mark.turn)).collect()
}

pub fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

pub fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap()
}

/// As somebody types it: an apostrophe is one, a space is one, punctuation may stand apart.
pub fn plain(text: &str) -> String {
    text.replace('’', "'").replace('\u{a0}', " ")
}

#[test]
fn the_folder_holds_forty_calls_in_four_formats_and_tables_that_are_none() {
    assert_eq!(CORPUS.errors, []);
    let tables: Vec<&str> =
        CORPUS.skipped.iter().map(|skipped| skipped.file.rsplit('/').next().unwrap()).collect();
    assert_eq!(tables, ["appels.csv", "evaluations.csv", "plan.csv"]);
    assert!(CORPUS.skipped.iter().all(|skipped| skipped.reason == SkipReason::Table), "{:?}", CORPUS.skipped);
    let formats =
        [Format::Monologues, Format::TurnsCsv, Format::Vtt, Format::Plain].map(|format| (format, 10));
    assert_eq!(CORPUS.formats, BTreeMap::from(formats));
}

/// By name where a name says it, by what is said in the calls of `SPEAKER_00` and `SPEAKER_01`.
#[test]
fn every_turn_has_its_speaker() {
    let mut inferred = 0;
    for (call, one) in calls() {
        let roles: String = call
            .turns
            .iter()
            .map(|turn| match call.role(turn) {
                SpeakerRole::Agent => 'A',
                SpeakerRole::Client => 'C',
                SpeakerRole::Other => 'O',
                SpeakerRole::Unknown => '?',
            })
            .collect();
        assert_eq!(roles, text(one, "roles"), "{}", call.id);
        assert_eq!(call.about.agent.as_deref(), one["agent"].as_str());
        inferred += usize::from(call.speakers.iter().all(|speaker| speaker.basis == Basis::Inferred));
    }
    assert_eq!(inferred, 7);
}

#[test]
fn times_are_those_that_were_written() {
    for (call, one) in calls() {
        let Some(times) = one.get("times") else {
            assert!(timing(call).is_none(), "{}", call.id);
            continue;
        };
        let found = timing(call).unwrap();
        assert_eq!(found.duration, number(times, "duration_ms"), "{}", call.id);
        assert_eq!(found.agent.talk, number(times, "agent_ms"), "{}", call.id);
        assert_eq!(found.client.talk, number(times, "client_ms"), "{}", call.id);
        assert_eq!(found.overlap, number(times, "overlap_ms"), "{}", call.id);
        assert_eq!(found.silence, number(times, "silence_ms"), "{}", call.id);
        let cut_in: Marked =
            interruptions(call).iter().map(|found| ("interruption".to_owned(), found.turn)).collect();
        let expected: Marked = planted(one).into_iter().filter(|(item, _)| item == "interruption").collect();
        assert_eq!(cut_in, expected, "{}", call.id);
    }
}

#[test]
fn every_planted_mark_is_found_and_no_other() {
    let grid = Grid::shipped().unwrap();
    let mut wrong = String::new();
    for ((call, one), (listening, _)) in calls().zip(&*HEARD) {
        let (expected, found) = (planted(one), found(listening, &grid));
        for (what, marks) in [("missed", &expected - &found), ("not planted", &found - &expected)] {
            for (item, turn) in marks {
                wrong.push_str(&format!("{} {turn} {item} {what}: {}\n", call.id, call.turns[turn].text));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A mark stands on the words that hold it, not elsewhere in their turn.
#[test]
fn marks_stand_on_their_words() {
    let grid = Grid::shipped().unwrap();
    for ((call, one), (listening, _)) in calls().zip(&*HEARD) {
        for mark in one["marks"].as_array().unwrap() {
            let (item, turn) = (text(mark, "item"), number(mark, "turn") as usize);
            let said = plain(&call.turns[turn].text);
            let Some(words) = mark.get("words") else { continue };
            let words = plain(words.as_str().unwrap()).to_lowercase();
            let spans = &listening.items[grid.item(item).unwrap()].marks;
            let stands = spans.iter().filter(|found| found.turn == turn).any(|found| {
                let held = plain(&call.turns[turn].text[found.span.clone()]).to_lowercase();
                held.contains(&words) || words.contains(held.trim_end_matches([' ', ',', '.', '?', '!']))
            });
            // The detector marks the first word that is taken up, the dialogue the one that matters.
            assert!(stands || item == "customer_words", "{} {turn} {item} {words:?}: {said}", call.id);
        }
    }
}

#[test]
fn the_six_dry_calls_have_no_mark() {
    let mut dry = Vec::new();
    for ((call, one), (listening, _)) in calls().zip(&*HEARD) {
        let bare = listening.items.iter().all(|item| item.marks.is_empty());
        assert_eq!(bare, one["dry"].as_bool().unwrap(), "{}", call.id);
        if bare {
            assert_eq!((listening.score, listening.listened), (Some(0.0), Some(false)), "{}", call.id);
            dry.push(call.id.as_str());
        }
    }
    assert_eq!(dry, ["appel-02", "appel-06", "appel-13", "appel-25", "appel-34", "appel-39"]);
}

#[test]
fn steps_of_the_script_are_those_that_were_written() {
    let grid = Grid::shipped().unwrap();
    let mut wrong = String::new();
    for ((call, one), (_, compliance)) in calls().zip(&*HEARD) {
        for (step, found) in grid.steps.iter().zip(&compliance.steps) {
            if Some(found.present) != one["steps"][&step.id].as_bool() {
                wrong.push_str(&format!("{} {} found {}\n", call.id, step.id, found.present));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Two agents listen, two follow the script, two do neither; whoever threatens to hang up is eliminated.
#[test]
fn agents_differ_as_they_were_written() {
    let mut listened = BTreeMap::<&str, (u32, u32)>::new();
    for ((call, _), (listening, _)) in calls().zip(&*HEARD) {
        let agent = listened.entry(call.about.agent.as_deref().unwrap()).or_default();
        agent.0 += u32::from(listening.listened == Some(true));
        agent.1 += 1;
        assert_eq!(listening.eliminated, call.id == "appel-40", "{}", call.id);
    }
    let expected = [
        ("Didier Pruvost", (0, 6)),
        ("Inès Carpentier", (7, 7)),
        ("Karine Desmoulins", (0, 6)),
        ("Malo Guérin", (7, 7)),
        ("Sonia Belkacem", (0, 7)),
        ("Thomas Verdier", (0, 7)),
    ];
    assert_eq!(listened, BTreeMap::from(expected));
}
