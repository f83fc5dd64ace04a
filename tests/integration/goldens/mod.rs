//! Every figure, to the byte: on the sample studies, on studies of two categories, on studies of forty long labels.
//!
//! A golden is `tests/figures/INPUT/LANG/ID.svg`, or `ID.sha256` where the figure is heavy. After a change that is
//! meant, `FIGURES=overwrite cargo test --test integration goldens` writes them anew.

mod made;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use barometre::Lang;
use barometre::chart::{ChartKind, Figure};
use barometre::report::{
    self, CentreOptions, Options, Report, TranscriptOptions, build_centre, build_transcripts,
    understand_calls, understand_centre,
};
use sha2::{Digest, Sha256};

use crate::support::try_report;
use made::{FORTY, Made, TWO};

/// Beyond so many bytes a digest is kept in the place of the figure.
const HEAVY: usize = 60_000;

/// Kinds that rest on what is established of words and dimensions, which made-up answers need not give: the samples
/// draw them.
const UNDRAWN: &[ChartKind] = &[
    ChartKind::Cloud,
    ChartKind::Priorities,
    ChartKind::ThemeWaves,
    ChartKind::ThemePolarity,
    ChartKind::Network,
];

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

fn survey(files: &[PathBuf], study: Option<PathBuf>, lang: Lang) -> Report {
    try_report(files, &Options { study, lang: Some(lang), ..Options::default() }).unwrap()
}

fn centre(centre: Option<PathBuf>, files: Vec<PathBuf>, names: bool, lang: Lang) -> Report {
    let options = CentreOptions {
        centre,
        files: files.into_iter().map(|path| (None, path)).collect(),
        agent_names: names,
        shared: Options { lang: Some(lang), ..Options::default() },
        ..CentreOptions::default()
    };
    build_centre(understand_centre(&options, &|_, _| {}).unwrap(), &options, &|_, _| {}).unwrap()
}

fn calls(path: PathBuf, metadata: PathBuf, names: bool, lang: Lang) -> Report {
    let options = TranscriptOptions {
        paths: vec![path],
        metadata: Some(metadata),
        agent_names: names,
        shared: Options { lang: Some(lang), ..Options::default() },
        ..TranscriptOptions::default()
    };
    build_transcripts(understand_calls(&options).unwrap(), &options, &|_, _| {}).unwrap()
}

#[test]
fn the_telecom_study() {
    for lang in [Lang::Fr, Lang::En] {
        hold("telecom", lang, &survey(&[data("telecom.csv")], None, lang));
    }
}

#[test]
fn the_pulse() {
    hold("pulse", Lang::Fr, &survey(&[data("pulse.csv")], Some(data("pulse.toml")), Lang::Fr));
}

#[test]
fn the_centre_and_its_calls() {
    for lang in [Lang::Fr, Lang::En] {
        hold("centre", lang, &centre(Some(data("centre/centre.toml")), Vec::new(), false, lang));
        let metadata = data("transcripts/appels.csv");
        hold("transcripts", lang, &calls(data("transcripts"), metadata, false, lang));
    }
}

#[test]
fn two_categories() {
    made(&TWO);
}

#[test]
fn forty_long_labels() {
    made(&FORTY);
}

fn made(size: &Made) {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    size.write(dir.path());
    let survey = survey(&[at("survey.csv")], Some(at("study.toml")), Lang::Fr);
    let centre = centre(Some(at("centre.toml")), Vec::new(), true, Lang::Fr);
    let calls = calls(at("calls"), at("metadata.csv"), true, Lang::Fr);
    let mut drawn = BTreeSet::new();
    for (part, report) in [("survey", &survey), ("centre", &centre), ("calls", &calls)] {
        drawn.extend(hold(&format!("{}-{part}", size.name), Lang::Fr, report));
    }
    let wanted = ChartKind::ALL.iter().filter(|kind| !UNDRAWN.contains(kind));
    let missing: Vec<&ChartKind> = wanted.filter(|kind| !drawn.contains(kind)).collect();
    assert!(missing.is_empty(), "{}: kinds without a figure: {missing:?}", size.name);
}

/// Compares the figures of a report with their goldens, or writes these anew; gives the kinds drawn.
fn hold(input: &str, lang: Lang, report: &Report) -> BTreeSet<ChartKind> {
    let figures = report::figures(report).unwrap();
    assert!(!figures.is_empty(), "{input}: nothing is drawn");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures").join(input).join(lang.code());
    let fresh: BTreeMap<String, String> = figures.iter().map(golden).collect();
    assert_eq!(fresh.len(), figures.len(), "{input}: two figures have one id");
    let kept = kept(&folder);
    if std::env::var_os("FIGURES").is_some_and(|v| v == "overwrite") {
        std::fs::create_dir_all(&folder).unwrap();
        kept.keys().filter(|name| !fresh.contains_key(*name)).for_each(|name| {
            std::fs::remove_file(folder.join(name)).unwrap();
        });
        fresh.iter().for_each(|(name, text)| std::fs::write(folder.join(name), text).unwrap());
    } else {
        let names: BTreeSet<&String> = fresh.keys().chain(kept.keys()).collect();
        let changed: Vec<String> =
            names.into_iter().filter_map(|name| difference(name, kept.get(name), fresh.get(name))).collect();
        assert!(
            changed.is_empty(),
            "{input}/{}:\n{}\nIf this is meant: FIGURES=overwrite cargo test --test integration goldens, then look \
             at the pictures.",
            lang.code(),
            changed.join("\n")
        );
    }
    figures.iter().map(|figure| figure.kind).collect()
}

/// Name and content of the golden of a figure.
fn golden(figure: &Figure) -> (String, String) {
    if figure.svg.len() <= HEAVY {
        return (format!("{}.svg", figure.id), figure.svg.clone());
    }
    let digest: String = Sha256::digest(&figure.svg).iter().map(|byte| format!("{byte:02x}")).collect();
    (format!("{}.sha256", figure.id), format!("{digest} {}\n", figure.svg.len()))
}

/// The goldens of a folder, by name.
fn kept(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap().replace("\r\n", "\n"))
        })
        .collect()
}

/// The first line that differs, where one does.
fn difference(name: &str, old: Option<&String>, new: Option<&String>) -> Option<String> {
    let (Some(old), Some(new)) = (old, new) else {
        return Some(format!("{name} {}", if old.is_some() { "is drawn no more" } else { "is new" }));
    };
    if old == new {
        return None;
    }
    let line = old.lines().zip(new.lines()).position(|(a, b)| a != b);
    let line = line.unwrap_or_else(|| old.lines().count().min(new.lines().count()));
    let of = |text: &str| text.lines().nth(line).unwrap_or("(nothing)").chars().take(200).collect::<String>();
    Some(format!("{name}, line {}:\n  was {}\n  is  {}", line + 1, of(old), of(new)))
}

#[test]
fn a_difference_is_told_by_its_line() {
    let text = |t: &str| Some(t.to_owned());
    let told = |old: Option<String>, new: Option<String>| difference("a.svg", old.as_ref(), new.as_ref());
    assert_eq!(told(text("a\nb\n"), text("a\nb\n")), None);
    assert_eq!(told(text("a\nb\n"), text("a\nc\n")).unwrap(), "a.svg, line 2:\n  was b\n  is  c");
    assert_eq!(told(text("a\n"), text("a\nc\n")).unwrap(), "a.svg, line 2:\n  was (nothing)\n  is  c");
    assert_eq!(told(None, text("a")).unwrap(), "a.svg is new");
}
