//! What real logs hide, on files written on the spot: ids that are no key, dates of six digits, nobody by a name of
//! his own, negative durations, calls of nobody.

use barometre::centre::{Breakdown, Dimension, FaultKind, Indicator as I, Period, TableKind};

use super::{fault, in_period, of, report_of, rows, total, try_centre, value, written};
use crate::support::close;

/// The columns of a telephone switch: a line and an id that starts again on each, a day and its times of day. Of nine
/// calls an agent took five, one of them named nobody; two left the queue, one of them left the menu; one is a test.
const SWITCH: &str = "\
vru_line	call_id	date	vru_entry	vru_time	q_time	outcome	ser_time	server
AA01	1	990201	7:02:47	9	0	AGENT	166	DORIT
AA01	2	990201	7:31:45	10	20	AGENT	60	NO_SERVER
AA01	3	990201	23:59:59	13	21	AGENT	92	TOVA
AA02	1	990202	8:09:16	6	5	HANG	0	NO_SERVER
AA02	2	990202	8:10:00	6	100	HANG	0	NO_SERVER
AA02	3	990202	8:11:00	6	0	HANG	0	NO_SERVER
AA03	1	990203	9:00:00	-57	30	AGENT	100	TOVA
AA03	2	990203	9:00:00	4	10	AGENT	-5	TOVA
AA03	3	990203	9:00:00	4	-10	PHANTOM	0	NO_SERVER
";
const SWITCHES: &str = "[calls.values]\n\"PHANTOM\" = \"excluded\"\n";

#[test]
fn a_switch_log_is_read_with_its_traps() {
    let (_dir, mut options) = written(&[("centre.toml", SWITCHES), ("log.txt", SWITCH)]);
    options.by = vec![Breakdown::Period(Period::Day), Breakdown::Dimension(Dimension::Agent)];
    options.agent_names = true;
    let report = try_centre(&options).unwrap();
    let read = &report.centre.as_ref().unwrap().tables[0];
    assert_eq!((read.rows, read.excluded), (9, 1));
    assert_eq!(read.columns["start"], "date + vru_entry");

    // Seven are offered: five answered, two of the three who left.
    assert_eq!(value(&report, I::InHoursCalls, "default"), 7.0);
    close(value(&report, I::AbandonmentRate, "default"), 200.0 / 7.0, 1e-9);
    close(value(&report, I::AverageSpeedOfAnswer, "default"), (0.0 + 20.0 + 21.0 + 30.0 + 10.0) / 5.0, 1e-9);
    close(value(&report, I::ServiceLevel, "answered"), 60.0, 1e-9);
    // A negative time leaves the mean of that time alone.
    let talk = total(&report, I::AverageTalkTime, "default");
    assert_eq!((talk.numerator, talk.denominator), (Some(166.0 + 60.0 + 92.0 + 100.0), Some(4.0)));
    assert_eq!(total(&report, I::AverageSpeedOfAnswer, "ivr+queue+ring").denominator, Some(4.0));
    let negative = fault(&report, TableKind::Calls, FaultKind::NegativeDuration).unwrap();
    assert_eq!((negative.n, negative.excluded, &negative.rows[..]), (3, 1, &[8, 9, 10][..]));

    let nobody = fault(&report, TableKind::Calls, FaultKind::NoAgent).unwrap();
    assert_eq!((nobody.n, &nobody.rows[..]), (1, &[3][..]));
    assert!(of(&report, I::HandledCalls, "agent", "NO_SERVER").is_none());

    let repeated = fault(&report, TableKind::Calls, FaultKind::RepeatedId).unwrap();
    assert_eq!((repeated.n, &repeated.rows[..]), (6, &[5, 6, 7, 8, 9][..]));
    assert!(repeated.message.contains("vru_line") && repeated.message.contains("call_id"));

    for (day, offered) in [("1999-02-01", 3.0), ("1999-02-02", 2.0), ("1999-02-03", 2.0)] {
        assert_eq!(in_period(&report, I::InHoursCalls, day).unwrap().value, Some(offered), "{day}");
    }
}

/// Two columns that centre.toml names as the key: nothing repeats.
#[test]
fn a_key_of_two_columns_repeats_nothing() {
    let centre = format!("{SWITCHES}[calls.columns]\nid = [\"vru_line\", \"call_id\"]\n");
    let report = report_of(&[("centre.toml", &centre), ("log.txt", SWITCH)]).unwrap();
    assert_eq!(fault(&report, TableKind::Calls, FaultKind::RepeatedId), None);
    assert_eq!(value(&report, I::InHoursCalls, "default"), 7.0);
}

#[test]
fn yes_and_no_and_the_times_of_a_spreadsheet() {
    // 90 seconds written in three ways, and as a fraction of a day.
    let calls = "\
Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating
ID1,Diane,2021-01-04,09:12:58,Billing,Y,Y,109,0:01:30,3
ID2,Becky,2021-01-04,09:12:58,Billing,N,N,,,
ID3,Stewart,2021-01-04,09:47:31,Billing,Y,Y,70,0:02:28,4
ID4,Greg,2021-01-05,09:47:31,Technical,Y,N,10,0:00:30,5
";
    let report = report_of(&[("calls.csv", calls)]).unwrap();
    assert_eq!(
        (value(&report, I::InHoursCalls, "default"), value(&report, I::HandledCalls, "default")),
        (4.0, 3.0)
    );
    close(value(&report, I::AverageSpeedOfAnswer, "default"), 63.0, 1e-9);
    close(value(&report, I::AverageTalkTime, "talk"), (90.0 + 148.0 + 30.0) / 3.0, 1e-9);
    close(value(&report, I::FirstContactResolution, "flag"), 200.0 / 3.0, 1e-9);
    close(value(&report, I::FirstContactResolution, "flag-offered"), 50.0, 1e-9);
    close(value(&report, I::Csat, "default"), 200.0 / 3.0, 1e-9);
    let fractions = calls
        .replace("0:01:30", "0.0010416667")
        .replace("0:02:28", "0.0017129630")
        .replace("0:00:30", "0.0003472222");
    let report = report_of(&[("calls.csv", &fractions)]).unwrap();
    close(value(&report, I::AverageTalkTime, "talk"), (90.0 + 148.0 + 30.0) / 3.0, 1e-3);
}

#[test]
fn a_copy_of_a_row_is_told_and_counts() {
    let calls = "id;date;file;agent;attente;conversation;issue\n\
                 1;01/09/2025 09:00:00;A;Zoé;5;100;Décroché\n\
                 1;01/09/2025 09:00:00;A;Zoé;5;100;Décroché\n\
                 2;01/09/2025 09:10:00;A;Zoé;5;100;Décroché\n";
    let report = report_of(&[("appels.csv", calls)]).unwrap();
    let copy = fault(&report, TableKind::Calls, FaultKind::Repeated).unwrap();
    assert_eq!((copy.n, &copy.rows[..]), (1, &[3][..]));
    assert_eq!(value(&report, I::HandledCalls, "default"), 3.0);
    assert_eq!(rows(&report, I::Csat, "default").count(), 0, "no indicator without its column");
}
