//! Who is not shown: agents with few calls, names of agents, reasons of absences.

use std::collections::BTreeSet;

use barometre::centre::{Indicator as I, IndicatorRow};
use barometre::report::{CentreOptions, Report, folder};

use super::{data, report_of, rows, try_centre};

/// Calls of agents, so many each.
fn calls(agents: &[(&str, usize)]) -> String {
    let mut text = "id;date_heure;agent;attente;conversation;post_appel;issue\n".to_owned();
    let all = agents.iter().flat_map(|(agent, n)| (0..*n).map(move |i| (agent, i)));
    for (id, (agent, i)) in all.enumerate() {
        text += &format!(
            "{id};{:02}/09/2025 09:{:02}:00;{agent};{i};{};5;Décroché\n",
            i % 5 + 1,
            i % 60,
            60 + id
        );
    }
    text
}

fn of_agents(report: &Report, id: I) -> Vec<(String, Option<u64>, bool)> {
    let agent = |row: &&IndicatorRow| row.segment.as_ref().is_some_and(|s| s[0].column == "agent");
    let mut found: Vec<_> = rows(report, id, "default")
        .filter(agent)
        .map(|row| {
            assert_eq!(row.value.is_none(), row.suppressed, "{row:?}");
            assert_eq!(row.n.is_none(), row.suppressed, "{row:?}");
            if row.suppressed {
                let nothing = (row.numerator, row.denominator, row.ci_low, row.ci_high, row.met);
                assert_eq!(nothing, (None, None, None, None, None));
            }
            (row.segment.as_ref().unwrap()[0].value.clone(), row.n, row.suppressed)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn an_agent_with_few_calls_takes_another_along() {
    let centre = "[centre]\nmin_group = 5\npseudonyms = false\n";
    let text = calls(&[("Zoé", 20), ("Ali", 8), ("Eve", 3)]);
    let report = report_of(&[("centre.toml", centre), ("appels.csv", &text)]).unwrap();
    for id in [I::AverageHandleTime, I::AverageTalkTime, I::HandledCalls, I::AverageAfterCallWork] {
        let shown: Vec<(String, Option<u64>, bool)> = of_agents(&report, id);
        let of = |agent: &str| shown.iter().find(|row| row.0 == agent).unwrap();
        // The total less Zoé would give Eve, were Ali shown.
        assert_eq!((of("Eve").2, of("Ali").2, of("Zoé").1), (true, true, Some(20)), "{}", id.id());
    }
    // Two that are hidden hide each other.
    let text = calls(&[("Zoé", 20), ("Ali", 8), ("Eve", 3), ("Luc", 4)]);
    let report = report_of(&[("centre.toml", centre), ("appels.csv", &text)]).unwrap();
    let hidden: Vec<String> =
        of_agents(&report, I::HandledCalls).into_iter().filter(|row| row.2).map(|row| row.0).collect();
    assert_eq!(hidden, ["Eve", "Luc"]);
}

/// The option of every command, here that of the agents.
#[test]
fn the_minimum_group_can_be_asked_for() {
    let (_dir, mut options) =
        super::written(&[("appels.csv", &calls(&[("Zoé", 20), ("Ali", 18), ("Eve", 12)]))]);
    options.shared.min_group = Some(15);
    let report = try_centre(&options).unwrap();
    assert_eq!(of_agents(&report, I::HandledCalls).iter().filter(|row| row.2).count(), 2);
    assert_eq!(report.centre.unwrap().min_group, 15);
}

#[test]
fn five_calls_are_the_minimum_where_nothing_is_said() {
    let report = report_of(&[("appels.csv", &calls(&[("Zoé", 9), ("Ali", 5)]))]).unwrap();
    assert!(of_agents(&report, I::HandledCalls).iter().all(|row| !row.2));
    let report = report_of(&[("appels.csv", &calls(&[("Zoé", 9), ("Ali", 4)]))]).unwrap();
    assert!(of_agents(&report, I::HandledCalls).iter().all(|row| row.2));
}

/// The base of a share of time is days: four are too few to be shown.
#[test]
fn an_agent_with_few_days_is_hidden() {
    let mut text = "agent;etat;debut;fin\n".to_owned();
    for (agent, days) in [("Zoé", 9), ("Ali", 7), ("Eve", 4)] {
        for day in 1..=days {
            text += &format!("{agent};En appel;0{day}/09/2025 09:00:00;0{day}/09/2025 10:00:00\n");
            text += &format!("{agent};Disponible;0{day}/09/2025 10:00:00;0{day}/09/2025 10:30:00\n");
        }
    }
    let report = report_of(&[("etats.csv", &text)]).unwrap();
    let shown: Vec<Option<u64>> =
        of_agents(&report, I::Occupancy).into_iter().filter_map(|row| row.1.map(Some)).collect();
    assert_eq!(shown, [Some(9)], "Eve, and Ali so that nobody finds her");
}

/// The words of a column of a file of the simulated centre.
fn words(file: &str, column: &str) -> BTreeSet<String> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(data(file)).unwrap();
    let at = reader.headers().unwrap().iter().position(|name| name == column).unwrap();
    let cells = reader.records().map(|row| row.unwrap()[at].to_owned());
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// Every text that a report folder holds.
fn written(agent_names: bool) -> String {
    let options =
        CentreOptions { centre: Some(data("centre.toml")), agent_names, ..CentreOptions::default() };
    let report = try_centre(&options).unwrap();
    let dir = tempfile::tempdir().unwrap();
    folder::write(&report, &dir.path().join("r"), false).unwrap();
    let texts = ["report.json", "report.html", "report.md"].map(|name| dir.path().join("r").join(name));
    let figures = std::fs::read_dir(dir.path().join("r/figures")).unwrap().map(|entry| entry.unwrap().path());
    let svg = figures.filter(|path| path.extension().is_some_and(|e| e == "svg"));
    texts.into_iter().chain(svg).map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Whether a text holds the name as words of their own: an embedded font holds all of its letters somewhere.
fn tells(text: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '/');
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(part) && !text[at + name.len()..].starts_with(part))
}

#[test]
fn names_and_reasons_of_absence_stay_in_their_files() {
    let agents = words("etats.csv", "agent");
    let reasons = words("planning.csv", "motif_absence");
    assert!(agents.len() == 16 && reasons.contains("Maladie") && reasons.contains("Enfant malade"));
    let text = written(false);
    for name in agents.iter().chain(&reasons) {
        assert!(!tells(&text, name), "{name} is told");
    }
    let named = written(true);
    assert!(agents.iter().all(|name| tells(&named, name)), "asked for, the names stand there");
    assert!(reasons.iter().all(|reason| !tells(&named, reason)), "a reason is never told");
}
