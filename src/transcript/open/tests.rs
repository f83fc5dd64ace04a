use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use tempfile::{TempDir, tempdir};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const WHISPER: &str = r#"{"segments":[{"start":0,"end":1.5,"text":"Bonjour à vous."},{"start":2,"end":3,"text":"Oui bonjour."}]}"#;
const SPOKEN: &str = r#"{"segments":[{"start":0,"end":1.5,"text":"Bonjour à vous.","speaker":"A"},{"start":2,"end":3,"text":"Oui bonjour.","speaker":"B"}]}"#;
const SRT: &str =
    "1\n00:00:00,000 --> 00:00:01,500\nBonjour à vous.\n\n2\n00:00:02,000 --> 00:00:03,000\nOui bonjour.\n";
const OTHER_SRT: &str = "1\n00:00:00,000 --> 00:00:01,500\nMon colis est perdu.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn one(path: &Path) -> Result<Corpus, TranscriptError> {
    open(&[path.to_owned()], 2)
}

fn ids(corpus: &Corpus) -> Vec<&str> {
    corpus.calls.iter().map(|call| call.id.as_str()).collect()
}

fn skipped(corpus: &Corpus) -> Vec<(&str, &SkipReason)> {
    corpus.skipped.iter().map(|skipped| (skipped.file.as_str(), &skipped.reason)).collect()
}

#[test]
fn a_folder_gives_its_calls_and_tells_the_rest() {
    let files: [(&str, &[u8]); 16] = [
        ("a.json", WHISPER.as_bytes()),
        ("sud/b.srt", SRT.as_bytes()),
        ("sud/b.wav", b"RIFF\0\0"),
        (".cache/x.srt", SRT.as_bytes()),
        (".DS_Store", b"\0\0"),
        ("__MACOSX/._a.json", b"\0"),
        ("LICENSE", b"Vous pouvez copier ces appels."),
        ("notes.txt", "à vérifier demain\n".as_bytes()),
        ("appels.csv", b"id appel;note\na;4\n"),
        ("appels.xlsx", b"PK\x03\x04"),
        ("package.json", b"{\"name\": \"x\"}"),
        ("vide.txt", b""),
        ("coupe.json", b"{\"segments\": [{"),
        ("vide.srt", b" \n"),
        ("zip/lot.zip", &zipped(&[("c.json", SPOKEN.as_bytes()), ("__MACOSX/._c.json", b"\0"), ("d/", b"")])),
        ("seul.rttm", b"SPEAKER seul 1 0.0 1.5 <NA> <NA> A <NA> <NA>\n"),
    ];
    let folder = folder(&files);
    let corpus = one(folder.path()).unwrap();
    assert_eq!(ids(&corpus), ["a", "b", "c"]);
    let names: Vec<&str> = corpus.calls.iter().map(|call| call.file.as_str()).collect();
    assert_eq!(names, ["a.json", "sud/b.srt", "zip/lot.zip/c.json"]);
    assert_eq!(
        skipped(&corpus),
        [
            ("LICENSE", &SkipReason::NoTranscript),
            ("appels.csv", &SkipReason::Table),
            ("appels.xlsx", &SkipReason::OtherKind),
            ("notes.txt", &SkipReason::NoTranscript),
            ("package.json", &SkipReason::NoTranscript),
            ("seul.rttm", &SkipReason::NoPartner),
            ("sud/b.wav", &SkipReason::Audio),
            ("vide.txt", &SkipReason::NoTranscript),
        ]
    );
    let errors: Vec<&str> = corpus.errors.iter().map(TranscriptError::file).collect();
    assert_eq!(errors, ["coupe.json", "vide.srt"]);
    assert_eq!(corpus.formats, BTreeMap::from([(Format::Whisper, 2), (Format::Srt, 1)]));
    for threads in [0, 1, 3, 64] {
        assert_eq!(open(&[folder.path().to_owned()], threads).unwrap(), corpus);
    }
}

#[test]
fn the_file_that_tells_most_of_a_call_is_kept() {
    let same = |kept: &str| SkipReason::SameCall { kept: kept.into() };
    let files =
        folder(&[("a.srt", SRT.as_bytes()), ("A.json", SPOKEN.as_bytes()), ("b.srt", OTHER_SRT.as_bytes())]);
    let corpus = one(files.path()).unwrap();
    assert_eq!(ids(&corpus), ["A", "b"]);
    assert_eq!(skipped(&corpus), [("a.srt", &same("A.json"))]);
    // Folders by format hold the same words, folders by month do not.
    let files = folder(&[
        ("json/a.json", SPOKEN.as_bytes()),
        ("srt/a.srt", SRT.as_bytes()),
        ("mai/a.srt", OTHER_SRT.as_bytes()),
    ]);
    let corpus = one(files.path()).unwrap();
    assert_eq!(ids(&corpus), ["json/a", "mai/a"]);
    assert_eq!(skipped(&corpus), [("srt/a.srt", &same("json/a.json"))]);
}

#[test]
fn calls_of_one_name_take_the_path_for_an_id() {
    let files = folder(&[
        ("mai/1.srt", SRT.as_bytes()),
        ("juin/1.srt", SRT.as_bytes()),
        ("juin/2.wav.json", WHISPER.as_bytes()),
        ("mai/1/1.srt", OTHER_SRT.as_bytes()),
    ]);
    assert_eq!(ids(&one(files.path()).unwrap()), ["juin/1", "2", "mai/1", "mai/1/1"]);
    // The order of the arguments changes nothing; what is named twice is read once.
    let paths = ["mai", "juin", "mai/1.srt"].map(|name| files.path().join(name));
    let mut turned = paths.clone();
    turned.reverse();
    let (corpus, other) = (open(&paths, 2).unwrap(), open(&turned, 1).unwrap());
    assert_eq!(corpus.calls.len(), 4);
    let texts =
        |corpus: &Corpus| corpus.calls.iter().map(|call| call.turns[0].text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&corpus), texts(&other));
}

#[test]
fn an_rttm_gives_its_speakers_to_a_call_that_has_none() {
    let rttm = "SPEAKER a 1 0.000 1.600 <NA> <NA> voix_1 <NA> <NA>\nSPEAKER a 1 1.900 1.200 <NA> <NA> voix_2 <NA> <NA>\n";
    let files = folder(&[
        ("a.srt", SRT.as_bytes()),
        ("a.rttm", rttm.as_bytes()),
        ("b.json", SPOKEN.as_bytes()),
        ("b.rttm", rttm.as_bytes()),
    ]);
    let corpus = one(files.path()).unwrap();
    let speakers: Vec<_> = corpus.calls[0].speakers.iter().map(|speaker| speaker.name.as_deref()).collect();
    assert_eq!(speakers, [Some("voix_1"), Some("voix_2")]);
    assert_eq!(skipped(&corpus), [("b.rttm", &SkipReason::NoPartner)]);
}

#[test]
fn what_is_named_must_be_a_transcript() {
    let files = folder(&[
        ("notes.txt", "à vérifier demain\n".as_bytes()),
        ("a.xlsx", &zipped(&[("xl/workbook.xml", b"")])),
        ("a.srt", SRT.as_bytes()),
        ("x/b.md", b"# rien"),
    ]);
    let path = |name: &str| files.path().join(name);
    for name in ["notes.txt", "a.xlsx"] {
        assert!(matches!(one(&path(name)), Err(TranscriptError::UnknownFormat { .. })), "{name}");
    }
    assert!(matches!(one(&path("absent.srt")), Err(TranscriptError::NotFound { .. })));
    assert!(matches!(one(&path("*.vtt")), Err(TranscriptError::NotFound { .. })));
    let error = one(&path("x")).unwrap_err();
    assert!(matches!(&error, TranscriptError::NoCall { skipped: 1, first: None, .. }), "{error:?}");
    assert!(error.message(Lang::Fr).contains("1 fichier écarté"));
    // One that cannot be read does not stop the others.
    let corpus = open(&[path("notes.txt"), path("*.srt")], 1).unwrap();
    assert_eq!((ids(&corpus), corpus.errors.len()), (vec!["a"], 1));
    assert!(matches!(open(&[], 1), Err(TranscriptError::NoCall { .. })));
}

#[test]
fn archives_are_bounded_and_their_damage_is_told() {
    let bomb = zipped(&[("a.srt", SRT.as_bytes()), ("b.srt", &vec![b' '; 17 << 20])]);
    let whole = zipped(&[("a.srt", SRT.as_bytes()), ("b/c.json", WHISPER.as_bytes()), ("d.zip", b"PK")]);
    let mut damaged = whole.clone();
    let at = 40;
    damaged[at..at + 8].fill(0xff);
    let files = folder(&[
        ("bombe.zip", &bomb),
        ("lot.zip", &whole),
        ("abime.zip", &damaged),
        ("court.zip", &whole[..30]),
    ]);
    let corpus = one(files.path()).unwrap();
    assert_eq!(ids(&corpus), ["abime.zip/b/c", "a", "lot.zip/b/c"]);
    assert_eq!(
        skipped(&corpus),
        [("abime.zip/d.zip", &SkipReason::Nested), ("lot.zip/d.zip", &SkipReason::Nested)]
    );
    let errors: Vec<&str> = corpus.errors.iter().map(TranscriptError::file).collect();
    assert_eq!(errors, ["abime.zip/a.srt", "bombe.zip", "court.zip"]);
    assert!(matches!(corpus.errors[1], TranscriptError::TooLarge { .. }));
    for error in &corpus.errors {
        let (french, english) = (error.message(Lang::Fr), error.message(Lang::En));
        assert!(
            french != english && french.starts_with(error.file()) && french.contains("\u{a0}: "),
            "{french}"
        );
        assert!(!french.contains(" :"), "{french}");
    }
    // Named by itself, what is inside has the names of the archive.
    let corpus = one(&files.path().join("lot.zip")).unwrap();
    assert_eq!((ids(&corpus), corpus.calls[1].file.as_str()), (vec!["a", "c"], "b/c.json"));
}

#[test]
fn a_file_beyond_the_limit_is_told_or_passed_over() {
    let files = folder(&[("a.srt", SRT.as_bytes())]);
    for name in ["b.srt", "film"] {
        let file = fs::File::create(files.path().join(name)).unwrap();
        file.set_len(format::MAX_BYTES + 1).unwrap();
    }
    let corpus = one(files.path()).unwrap();
    assert_eq!(corpus.errors, [TranscriptError::TooLarge { file: "b.srt".into(), limit: format::MAX_BYTES }]);
    assert_eq!(skipped(&corpus), [("film", &SkipReason::NoTranscript)]);
}

/// 35 calls in two formats each, where they are beside the project (`../shared`).
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn calls_to_an_emergency_service_are_counted_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/simsamu");
    if !folder.exists() {
        eprintln!("skipped: simsamu is not beside the project");
        return;
    }
    let corpus = one(&folder).unwrap();
    assert_eq!((corpus.calls.len(), corpus.errors.len(), corpus.skipped.len()), (35, 0, 36));
    assert_eq!(corpus.formats, BTreeMap::from([(Format::Monologues, 35)]));
    assert_eq!(corpus.skipped[0].reason, SkipReason::NoTranscript);
    assert!(corpus.calls.iter().all(|call| call.speakers.len() >= 2 && call.duration().is_some()));
    for (call, skipped) in corpus.calls.iter().zip(&corpus.skipped[1..]) {
        assert_eq!(skipped.file, format!("{}.srt", call.id));
        assert_eq!(skipped.reason, SkipReason::SameCall { kept: call.file.clone() });
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_around_it_ends() {
    let files = folder(&[("x/a.srt", SRT.as_bytes())]);
    std::os::unix::fs::symlink(files.path(), files.path().join("x/boucle")).unwrap();
    std::os::unix::fs::symlink("absent", files.path().join("x/mort.srt")).unwrap();
    let corpus = one(files.path()).unwrap();
    assert_eq!((ids(&corpus), corpus.errors.len()), (vec!["a"], 1));
}

#[test]
fn the_name_of_a_call_is_that_of_its_file() {
    for (name, expected) in [
        ("a/b.json", "a/b"),
        ("b.wav.json", "b"),
        ("b.MP3", "b"),
        ("2025.05.srt", "2025.05"),
        (".srt", ".srt"),
        ("a.b/.srt", "a.b/.srt"),
        ("a.b/c", "a.b/c"),
        ("", ""),
    ] {
        assert_eq!(base(name), expected);
    }
}
