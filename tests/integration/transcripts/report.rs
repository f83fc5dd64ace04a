//! The report of the sample calls: rates that are never mixed, nothing that tells of people, the same whatever the threads.

use std::path::{Path, PathBuf};

use barometre::Lang;
use barometre::centre::Indicator;
use barometre::report::{
    Options, Report, TranscriptOptions, Transcripts, build_transcripts, folder, understand_calls,
};
use barometre::transcript::SpeakerRole;

use super::sample::text;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/transcripts").join(name)
}

fn options() -> TranscriptOptions {
    TranscriptOptions {
        paths: vec![data("")],
        metadata: Some(data("appels.csv")),
        shared: Options { lang: Some(Lang::Fr), ..Options::default() },
        ..TranscriptOptions::default()
    }
}

fn report(options: &TranscriptOptions) -> Report {
    build_transcripts(understand_calls(options).unwrap(), options, &|_, _| {}).unwrap()
}

fn transcripts(report: &Report) -> &Transcripts {
    report.transcripts.as_ref().unwrap()
}

/// Variants of the total of `active_listening_rate`, each with its base.
fn totals(report: &Report) -> Vec<(&str, Option<u64>)> {
    let rows = report.indicators.iter().filter(|row| row.id == Indicator::ActiveListeningRate);
    rows.filter(|row| row.segment.is_none()).map(|row| (row.variant.as_str(), row.n)).collect()
}

#[test]
fn what_is_detected_and_what_people_heard_are_never_mixed() {
    let alone = report(&options());
    assert_eq!(totals(&alone), [("detected", Some(40))]);
    assert!(alone.warnings.iter().any(|warning| warning.code == "no-evaluation"), "{:?}", alone.warnings);
    let both = report(&TranscriptOptions {
        evaluations: Some(data("evaluations.csv")),
        plan: Some(data("plan.csv")),
        ..options()
    });
    assert_eq!(totals(&both), [("default", Some(24)), ("detected", Some(40))]);
    assert!(both.warnings.iter().all(|warning| warning.code != "no-evaluation"));
    let detected = |report: &Report| transcripts(report).listening.clone();
    assert_eq!(detected(&alone), detected(&both));
    let evaluated = transcripts(&both).evaluated.as_ref().unwrap();
    let value = both.indicators.iter().find(|row| row.variant == "default").unwrap().value.unwrap();
    let row = evaluated.rates.rows.iter().find(|row| row.item.is_none() && row.group.is_none()).unwrap();
    assert!((value - 100.0 * row.value.unwrap()).abs() < 1e-9);
    assert_eq!(evaluated.detection.as_ref().unwrap().n, 24);
}

/// A call that is picked to be listened to and evaluated all the same enters no rate.
#[test]
fn calls_outside_the_plan_enter_no_rate() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = std::fs::read_to_string(data("evaluations.csv")).unwrap();
    let plan = std::fs::read_to_string(data("plan.csv")).unwrap();
    let picked =
        (1..=40).map(|n| format!("appel-{n:02}")).find(|call| !plan.contains(call.as_str())).unwrap();
    let columns = sheet.lines().next().unwrap().split(';').count();
    let more = format!("{sheet}{picked};C. Aubertin;oui{}\n", ";oui".repeat(columns - 3));
    let path = folder.path().join("evaluations.csv");
    std::fs::write(&path, more).unwrap();
    let with = |evaluations: PathBuf| {
        let options =
            TranscriptOptions { evaluations: Some(evaluations), plan: Some(data("plan.csv")), ..options() };
        let report = report(&options);
        let rates = transcripts(&report).evaluated.clone().unwrap().rates;
        (rates.rows, rates.outside_plan)
    };
    let (before, after) = (with(data("evaluations.csv")), with(path));
    assert_eq!((before.1, after.1), (0, 1));
    assert_eq!(before.0, after.0);
}

#[test]
fn nothing_that_is_written_tells_of_people() {
    let options = TranscriptOptions { export: true, evaluations: Some(data("evaluations.csv")), ..options() };
    let understood = understand_calls(&options).unwrap();
    let exported = understood.exported();
    let report = build_transcripts(understood, &options, &|_, _| {}).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let outputs = folder::Outputs { transcripts: exported, ..folder::Outputs::default() };
    let written = folder::write_with(&report, dir.path(), true, &outputs).unwrap();
    assert!(written.iter().any(|path| path.ends_with("coaching/agent-01.html")));
    assert_eq!(outputs.transcripts.len(), 40);
    let truth: serde_json::Value =
        serde_json::from_str(include_str!("../../transcripts/truth.json")).unwrap();
    let mut people: Vec<String> = Vec::new();
    for call in truth["calls"].as_array().unwrap() {
        people.extend(text(call, "agent").split(' ').map(str::to_owned));
        let personal = call["personal"].as_array().unwrap().iter();
        people.extend(personal.map(|person| text(person, "words").to_owned()));
    }
    people.extend(["Aubertin".to_owned()]);
    people.sort_unstable();
    people.dedup();
    assert!(people.len() > 15);
    for path in written.iter().filter(|path| path.extension().is_some_and(|ending| ending != "png")) {
        let shown = written_in(path).to_lowercase();
        for person in &people {
            assert!(!shown.contains(&person.to_lowercase()), "{person} in {}", path.display());
        }
    }
}

/// What a file holds as text; of a workbook or a presentation, all its parts.
fn written_in(path: &std::path::Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    if !path.extension().is_some_and(|ending| ending == "xlsx" || ending == "pptx") {
        return String::from_utf8_lossy(&bytes).into_owned();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for part in 0..archive.len() {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_index(part).unwrap(), &mut bytes).unwrap();
        out.push_str(&String::from_utf8_lossy(&bytes));
    }
    out
}

#[test]
fn threads_change_nothing() {
    let of = |threads| {
        let shared = Options { lang: Some(Lang::Fr), threads, ..Options::default() };
        folder::json(&report(&TranscriptOptions { shared, ..options() })).unwrap()
    };
    assert!(of(1) == of(5));
}

#[test]
fn a_broken_file_is_told_and_the_others_go_on() {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    put("a.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Agent>Bonjour, service client, à votre écoute.\n");
    put("b.vtt", "WEBVTT\n\n00:01.000 --> ici\nBonjour.\n");
    put(
        "c.txt",
        "Agent : Bonjour, que puis-je pour vous ?\nClient : Ma facture est fausse.\nAgent : Je vérifie.\n",
    );
    let report =
        report(&TranscriptOptions { paths: vec![dir.path().to_owned()], metadata: None, ..options() });
    let found = transcripts(&report);
    assert_eq!(found.calls.iter().map(|call| call.id.as_str()).collect::<Vec<_>>(), ["a", "c"]);
    assert_eq!(found.source.troubles.len(), 1);
    let message = &found.source.troubles[0].message;
    assert!(message.contains("b.vtt") && message.contains("ligne 3"), "{message}");
    assert!(report.warnings.iter().any(|warning| warning.code == "unread-transcript"));
    assert_eq!(found.calls[1].voices[0].role, SpeakerRole::Agent);
    assert!(found.calls[1].timing.is_none());
}

/// The name is announced once, by the customer; the agent's turn that is quoted holds it bare.
#[test]
fn a_name_that_the_call_tells_is_hidden_in_every_quotation() {
    let dir = tempfile::tempdir().unwrap();
    let text = "Agent : Bonjour, service client, que puis-je pour vous ?\n\
                Client : Je suis madame Berthoumieu et je veux résilier, Berthoumieu en a marre.\n\
                Agent : D'accord Berthoumieu, calmez-vous.\n";
    std::fs::write(dir.path().join("appel.txt"), text).unwrap();
    let report =
        report(&TranscriptOptions { paths: vec![dir.path().to_owned()], metadata: None, ..options() });
    assert!(!transcripts(&report).marks.is_empty());
    let json = folder::json(&report).unwrap();
    assert!(json.contains("calmez-vous") && !json.to_lowercase().contains("berthoumieu"), "{json}");
}
