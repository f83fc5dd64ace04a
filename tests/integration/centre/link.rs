//! Answers about calls and tickets, on files written on the spot.

use std::fmt::Write as _;

use barometre::centre::{FaultKind, Indicator as I, TableKind};

use super::{fault, report_of, value};
use crate::support::close;

const CALLS: &str = "\
call_id;start;outcome;wait;talk;agent
A1;03/03/2025 09:00:00;Décroché;10;120;Zoé
A2;03/03/2025 09:10:00;Décroché;90;200;Ali
A3;03/03/2025 09:20:00;Abandonné;30;;
";
const TICKETS: &str = "\
id_ticket;canal;cree;premiere_reponse;resolu_le
T1;E-mail;03/03/2025 10:00:00;03/03/2025 11:00:00;04/03/2025 10:00:00
T2;E-mail;03/03/2025 10:30:00;03/03/2025 12:00:00;
";

/// Each answer finds the call or the ticket that it names; what names neither is told with its row.
#[test]
fn an_answer_is_about_a_call_or_about_a_ticket() {
    let survey = "contact;date;csat\nA1;04/03/2025;5\nT1;05/03/2025;4\nA2;04/03/2025;1\nX9;04/03/2025;2\n";
    let report =
        report_of(&[("calls.csv", CALLS), ("tickets.csv", TICKETS), ("survey.csv", survey)]).unwrap();
    let joins = &report.centre.as_ref().unwrap().joins;
    let matched = |to| joins.iter().filter(|j| j.to == to).map(|j| j.matched).sum::<u64>();
    assert_eq!((matched(TableKind::Calls), matched(TableKind::Tickets)), (2, 1), "{joins:?}");
    let lost = fault(&report, TableKind::Survey, FaultKind::Unmatched).unwrap();
    assert_eq!((lost.n, &lost.rows[..]), (1, &[5][..]));
    close(value(&report, I::Csat, "default"), 50.0, 1e-9);
    close(value(&report, I::Csat, "top-box"), 25.0, 1e-9);
}

/// Without an id, the customer and the time tell which call; a week later nothing does.
#[test]
fn a_customer_and_a_time_find_the_call() {
    let mut calls = String::from("call_id;start;outcome;wait;talk;agent;client\n");
    for (id, day, client) in [("A1", 3, "C1"), ("A2", 5, "C1"), ("A3", 5, "C2")] {
        let _ = writeln!(calls, "{id};0{day}/03/2025 09:00:00;Décroché;10;120;Zoé;{client}");
    }
    let survey =
        "client;date;csat\nC1;04/03/2025 10:00:00;5\nC1;06/03/2025 10:00:00;4\nC2;20/03/2025 10:00:00;1\n";
    let report = report_of(&[("calls.csv", &calls), ("survey.csv", survey)]).unwrap();
    let joins = &report.centre.as_ref().unwrap().joins;
    assert_eq!(joins.iter().map(|j| j.matched).sum::<u64>(), 2, "{joins:?}");
    assert!(joins.iter().all(|j| j.by == "customer and nearest time"));
}

/// Satisfaction that a log holds as yes or no.
#[test]
fn satisfaction_may_be_yes_or_no() {
    let mut calls = String::from("call_id;start;outcome;talk;agent;satisfaction\n");
    for i in 0..20 {
        let said = ["Oui", "Oui", "Non", ""][i % 4];
        let _ = writeln!(calls, "A{i};03/03/2025 09:{i:02}:00;Décroché;120;Zoé;{said}");
    }
    let report = report_of(&[("calls.csv", &calls)]).unwrap();
    close(value(&report, I::Csat, "yes-no"), 200.0 / 3.0, 1e-9);
    assert!(fault(&report, TableKind::Calls, FaultKind::Unreadable).is_none());
}
