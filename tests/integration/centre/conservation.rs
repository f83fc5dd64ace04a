//! What must add up, on call files that proptest writes.

use barometre::centre::{Breakdown, Dimension, Indicator as I, Period};
use barometre::report::{CentreOptions, Report, folder};
use proptest::prelude::*;

use super::{data, in_period, of, report_of, rows, threads, total, try_centre, value, written};
use crate::support::close;

/// An inbound call: hour after hour of three days.
#[derive(Debug, Clone)]
struct Call {
    half_hour: u32,
    queue: &'static str,
    agent: &'static str,
    outcome: &'static str,
    wait: u32,
    talk: u32,
}

const HEADER: &str = "id_appel;date_heure;file;agent;attente;sonnerie;conversation;post_appel;issue\n";

fn call() -> impl Strategy<Value = Call> {
    let outcome = prop::sample::select(vec!["Décroché", "Décroché", "Abandonné", "Débordement", "Rappel"]);
    let queue = prop::sample::select(vec!["Facturation", "Technique", "Ventes"]);
    let agent = prop::sample::select(vec!["Zoé", "Ali", "Eve", "Luc", "Ida", "Max", "Léa", "Tom", "Ugo"]);
    (0u32..144, queue, agent, outcome, 0u32..90, 1u32..900).prop_map(
        |(half_hour, queue, agent, outcome, wait, talk)| Call {
            half_hour,
            queue,
            agent,
            outcome,
            wait,
            talk,
        },
    )
}

fn line((i, call): (usize, &Call)) -> String {
    let Call { half_hour, queue, agent, outcome, wait, talk } = call;
    // The first two calls lie more than six days apart, so that weeks are told.
    let half_hour = if i == 0 { 24 + 48 * 9 } else { *half_hour };
    let (day, hour, minute) = (half_hour / 48 + 1, half_hour / 2 % 24, half_hour % 2 * 30);
    let answered = *outcome == "Décroché";
    let (agent, talk) = if answered { (*agent, talk.to_string()) } else { ("", String::new()) };
    let wrap = if answered { "10" } else { "" };
    format!(
        "{i};{day:02}/09/2025 {hour:02}:{minute:02}:07;{queue};{agent};{wait};3;{talk};{wrap};{outcome}\n"
    )
}

fn file(calls: &[Call]) -> String {
    HEADER.to_owned() + &calls.iter().enumerate().map(line).collect::<String>()
}

const EVERY: [Breakdown; 6] = [
    Breakdown::Period(Period::HalfHour),
    Breakdown::Period(Period::Hour),
    Breakdown::Period(Period::Day),
    Breakdown::Period(Period::Week),
    Breakdown::Period(Period::Month),
    Breakdown::Dimension(Dimension::Queue),
];

fn report(files: &[(&str, &str)], with: usize) -> Report {
    let (_dir, mut options) = written(files);
    options.by = EVERY.to_vec();
    options.shared = threads(with);
    try_centre(&options).unwrap()
}

/// The sum of the rows whose period begins so and is that long: `2025-09-01` and 13 for the hours of a day.
fn sum(report: &Report, id: I, begins: &str, long: usize) -> f64 {
    rows(report, id, "default")
        .filter(|row| row.period.as_deref().is_some_and(|p| p.len() == long && p.starts_with(begins)))
        .filter_map(|row| row.value)
        .sum()
}

/// All but what names the files.
fn json(mut report: Report) -> String {
    report.study.files.clear();
    for table in &mut report.centre.as_mut().unwrap().tables {
        table.files.clear();
        table.sha256.clear();
    }
    folder::json(&report).unwrap()
}

/// The same without the numbers of rows, which follow the order of the file.
fn unordered(mut report: Report) -> String {
    report.centre.as_mut().unwrap().faults.iter_mut().for_each(|fault| fault.rows.clear());
    json(report)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn calls_add_up(calls in prop::collection::vec(call(), 1..60)) {
        let report = report(&[("appels.csv", &file(&calls))], 2);
        let count = |word: &str| calls.iter().filter(|c| c.outcome == word).count() as f64;
        let offered = value(&report, I::InHoursCalls, "default");
        let (answered, abandoned) = (count("Décroché"), count("Abandonné"));
        prop_assert_eq!(offered, calls.len() as f64);
        prop_assert_eq!(offered, answered + abandoned + count("Débordement") + count("Rappel"));
        let get = |id| value(&report, id, "default");
        prop_assert_eq!((get(I::HandledCalls), get(I::AbandonedCalls)), (answered, abandoned));
        close(get(I::AnswerRate), 100.0 * answered / offered, 1e-9);
        close(get(I::AbandonmentRate), 100.0 * abandoned / offered, 1e-9);
        // They add to 100 % without overflow and callbacks alone.
        let others = 100.0 * (count("Débordement") + count("Rappel")) / offered;
        close(get(I::AnswerRate) + get(I::AbandonmentRate) + others, 100.0, 1e-9);

        for id in [I::InHoursCalls, I::HandledCalls, I::AbandonedCalls] {
            let all = get(id);
            for length in ["2025-09-01T00:30", "2025-09-01T00", "2025-09-01", "2025-09"].map(str::len) {
                prop_assert_eq!(sum(&report, id, "", length), all);
            }
            let weeks = rows(&report, id, "default").filter(|r| r.period.as_deref().is_some_and(|p| p.contains('W')));
            prop_assert_eq!(weeks.filter_map(|row| row.value).sum::<f64>(), all);
            for day in 1..=3 {
                let day = format!("2025-09-{day:02}");
                let of_day = in_period(&report, id, &day).and_then(|row| row.value).unwrap_or(0.0);
                prop_assert_eq!(sum(&report, id, &day, 13), of_day);
                prop_assert_eq!(sum(&report, id, &day, 16), of_day);
            }
            let queues = ["Facturation", "Technique", "Ventes"];
            let queues = queues.iter().filter_map(|queue| of(&report, id, "queue", queue)?.value);
            prop_assert_eq!(queues.sum::<f64>(), all);
        }
    }

    #[test]
    fn neither_order_nor_threads_nor_files_change_a_byte(
        (calls, order) in prop::collection::vec(call(), 2..60)
            .prop_flat_map(|calls| (Just(calls.clone()), Just((0..calls.len()).collect::<Vec<_>>()).prop_shuffle())),
        cut in 1usize..60,
    ) {
        let text = file(&calls);
        let whole = json(report(&[("appels.csv", &text)], 1));
        prop_assert!(whole == json(report(&[("appels.csv", &text)], 2)), "threads change the report");

        let lines: Vec<String> = calls.iter().enumerate().map(line).collect();
        let shuffled: String = order.iter().map(|i| lines[*i].as_str()).collect();
        let shuffled = report(&[("appels.csv", &(HEADER.to_owned() + &shuffled))], 2);
        prop_assert!(unordered(shuffled) == unordered(report(&[("appels.csv", &text)], 1)), "the order of rows changes it");

        let cut = cut.min(lines.len() - 1);
        let halves = [&lines[..cut], &lines[cut..]].map(|part| HEADER.to_owned() + &part.concat());
        let two = report(&[("a.csv", &halves[0]), ("b.csv", &halves[1])], 2);
        prop_assert!(
            two.indicators == report(&[("appels.csv", &text)], 1).indicators,
            "two files are not the one that they make"
        );
    }

    /// States without gap or overlap: an agent is never busier than present.
    #[test]
    fn nobody_is_busier_than_present(states in prop::collection::vec((0usize..4, 1u32..3_000), 1..40)) {
        let words = ["Disponible", "En appel", "Post-appel", "Pause"];
        let mut text = "agent;etat;debut;fin\n".to_owned();
        let mut seconds = [0u32; 4];
        let mut at = 8 * 3600u32;
        let clock = |s: u32| format!("{:02}/09/2025 {:02}:{:02}:{:02}", 1 + s / 86_400, s / 3600 % 24, s / 60 % 60, s % 60);
        for (state, length) in &states {
            text += &format!("Zoé;{};{};{}\n", words[*state], clock(at), clock(at + length));
            seconds[*state] += length;
            at += length;
        }
        let report = report_of(&[("etats.csv", &text)]).unwrap();
        let [free, call, wrap, pause] = seconds.map(f64::from);
        if free + call + wrap > 0.0 {
            let occupied = value(&report, I::Occupancy, "default");
            prop_assert!((0.0..=100.0).contains(&occupied));
            close(occupied, 100.0 * (call + wrap) / (free + call + wrap), 1e-9);
        }
        let used = value(&report, I::Utilisation, "default");
        prop_assert!((0.0..=100.0).contains(&used));
        close(used, 100.0 * (free + call + wrap) / (free + call + wrap + pause), 1e-9);
    }

    /// On one cohort who stays and who leaves are all.
    #[test]
    fn a_cohort_stays_or_leaves(ends in prop::collection::vec(prop::option::of(1u32..=60), 1..50)) {
        let mut text = "client;debut;fin\n".to_owned();
        let end = |day: &u32| format!("{:02}/{:02}/2025", (day - 1) % 30 + 1, 9 + (day - 1) / 30);
        for (i, day) in ends.iter().enumerate() {
            text += &format!("C{i};01/03/2024;{}\n", day.as_ref().map(end).unwrap_or_default());
        }
        // The calls give the period: September.
        let calls = "id;date_heure;file;attente;conversation;issue\n1;01/09/2025 09:00:00;A;5;60;Décroché\n\
                     2;30/09/2025 17:00:00;A;5;60;Décroché\n";
        let report = report_of(&[("appels.csv", calls), ("clients.csv", &text)]).unwrap();
        let retention = total(&report, I::RetentionRate, "default");
        let churn = total(&report, I::ChurnRate, "default");
        close(retention.value.unwrap() + churn.value.unwrap(), 100.0, 1e-9);
        prop_assert_eq!(churn.denominator, Some(ends.len() as f64));
    }
}

/// The simulated centre holds every table.
#[test]
fn one_thread_or_two_write_the_same_bytes() {
    let of = |with| {
        let options = CentreOptions {
            centre: Some(data("centre.toml")),
            shared: threads(with),
            ..CentreOptions::default()
        };
        folder::json(&try_centre(&options).unwrap()).unwrap()
    };
    assert!(of(1) == of(2), "the reports differ");
}
