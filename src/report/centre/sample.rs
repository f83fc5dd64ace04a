//! A made-up centre for the renderers' tests: five whole weeks and a Monday, two queues, three reasons, thirteen
//! agents, names with markup in them.

use std::collections::BTreeMap;

use crate::centre::{
    CentreSummary, DurationSummary, FaultKind, FaultRow, HeatCell, Indicator, IndicatorPoint, IndicatorRow,
    IndicatorSeries, JoinRow, Level, StaffingRow, TableKind, TableSummary, Unit,
};
use crate::lang::Lang;
use crate::metric::control::{ChartKind, Signal};
use crate::metric::{Met, SegmentValue};
use crate::read::InputFile;
use crate::report::Report;

/// An indicator over `n`, with an interval of `half` on both sides.
fn row(lang: Lang, id: Indicator, value: f64, n: u64, half: f64) -> IndicatorRow {
    let variant = id.variants()[0];
    let denominator = (!matches!(id.unit(), Unit::Count | Unit::Points)).then_some(n as f64);
    let scale = if id.unit() == Unit::Percent { 100.0 } else { 1.0 };
    IndicatorRow {
        id,
        label: label(lang, id).to_owned(),
        value: Some(value),
        unit: id.unit(),
        n: Some(n),
        numerator: denominator.map(|whole| value * whole / scale),
        denominator,
        definition: variant.definition.to_owned(),
        variant: variant.name.to_owned(),
        period: None,
        segment: None,
        ci_low: (half > 0.0).then_some(value - half),
        ci_high: (half > 0.0).then_some(value + half),
        method: (half > 0.0).then(|| "clustered by day".to_owned()),
        target: None,
        alert: None,
        met: None,
        suppressed: false,
    }
}

fn label(lang: Lang, id: Indicator) -> &'static str {
    let (fr, en) = match id {
        Indicator::QualityOfService => ("Qualité de service", "Quality of service"),
        Indicator::ServiceLevel => ("Niveau de service", "Service level"),
        Indicator::AbandonmentRate => ("Taux d’abandon", "Abandonment rate"),
        Indicator::AverageHandleTime => ("Durée moyenne de traitement", "Average handle time"),
        Indicator::FirstContactResolution => ("Résolution au premier contact", "First contact resolution"),
        Indicator::HandledCalls => ("Appels traités", "Handled calls"),
        Indicator::OutOfHoursCalls => ("Appels hors heures ouvrées", "Out-of-hours calls"),
        Indicator::InHoursCalls => ("Appels en heures ouvrées", "In-hours calls"),
        Indicator::Backlog => ("Encours", "Backlog"),
        Indicator::Occupancy => ("Taux d’occupation", "Occupancy"),
        Indicator::Csat => ("Satisfaction client (CSAT)", "Customer satisfaction (CSAT)"),
        Indicator::CostPerRequestType => ("Coût par type de demande", "Cost per request type"),
        _ => ("Autre indicateur", "Another indicator"),
    };
    lang.pick(fr, en)
}

fn judged(mut row: IndicatorRow, target: f64, alert: Option<f64>, met: Met) -> IndicatorRow {
    (row.target, row.alert, row.met) = (Some(target), alert, Some(met));
    row
}

fn at(mut row: IndicatorRow, column: &str, value: &str) -> IndicatorRow {
    row.segment = Some(vec![SegmentValue { column: column.to_owned(), value: value.to_owned() }]);
    row
}

fn totals(lang: Lang) -> Vec<IndicatorRow> {
    let row = |id, value, n, half| row(lang, id, value, n, half);
    let mut none = row(Indicator::FirstContactResolution, 0.0, 0, 0.0);
    (none.value, none.n, none.numerator, none.denominator) = (None, None, None, None);
    let flag = Indicator::FirstContactResolution.variants()[1];
    let offered = Indicator::ServiceLevel.variants()[2];
    vec![
        judged(row(Indicator::QualityOfService, 92.34, 9500, 0.9), 90.0, None, Met::Yes),
        judged(row(Indicator::ServiceLevel, 76.8, 9500, 1.2), 80.0, Some(70.0), Met::No),
        IndicatorRow {
            variant: offered.name.to_owned(),
            definition: offered.definition.to_owned(),
            ..row(Indicator::ServiceLevel, 74.1, 9846, 1.2)
        },
        row(Indicator::AbandonmentRate, 7.66, 9500, 0.9),
        judged(row(Indicator::AverageHandleTime, 312.4, 8772, 6.0), 300.0, None, Met::No),
        none,
        IndicatorRow {
            variant: flag.name.to_owned(),
            definition: flag.definition.to_owned(),
            ..row(Indicator::FirstContactResolution, 81.3, 8772, 1.0)
        },
        row(Indicator::HandledCalls, 8772.0, 8772, 0.0),
        row(Indicator::InHoursCalls, 9500.0, 9500, 0.0),
        row(Indicator::OutOfHoursCalls, 420.0, 420, 0.0),
        row(Indicator::Backlog, 57.0, 57, 0.0),
        row(Indicator::Occupancy, 78.2, 1400, 0.8),
        row(Indicator::Csat, 71.4, 640, 3.5),
    ]
}

fn weeks(lang: Lang) -> Vec<IndicatorRow> {
    const WEEKS: [(&str, f64, f64, u64); 6] = [
        ("2025-W36", 78.0, 311.0, 1900),
        ("2025-W37", 80.0, 314.0, 1900),
        ("2025-W38", 79.0, 309.0, 1900),
        ("2025-W39", 77.0, 313.0, 1900),
        ("2025-W40", 70.0, 315.0, 1900),
        ("2025-W41", 76.0, 312.0, 29),
    ];
    let of = |(week, level, handle, n): &(&str, f64, f64, u64)| {
        let rows = [
            row(lang, Indicator::ServiceLevel, *level, *n, 2.6),
            row(lang, Indicator::AverageHandleTime, *handle, *n, 13.0),
            row(lang, Indicator::HandledCalls, (*n - *n / 13) as f64, *n, 0.0),
        ];
        rows.map(|row| IndicatorRow { period: Some((*week).to_owned()), ..row })
    };
    WEEKS.iter().flat_map(of).collect()
}

fn segments(lang: Lang) -> Vec<IndicatorRow> {
    let mut out = Vec::new();
    for (queue, level, n) in [("Facturation", 74.0, 6200), ("Technique <N2>", 82.0, 3300)] {
        out.push(at(row(lang, Indicator::ServiceLevel, level, n, 1.5), "queue", queue));
        out.push(at(row(lang, Indicator::HandledCalls, n as f64, n, 0.0), "queue", queue));
    }
    let reasons = [
        ("Facture", 3000, 300.0, 2.5),
        ("Panne | réseau", 1200, 600.0, 5.0),
        ("Suivi de commande", 2500, 150.0, 1.25),
    ];
    for (reason, n, handle, cost) in reasons {
        out.push(at(row(lang, Indicator::HandledCalls, n as f64, n, 0.0), "reason", reason));
        out.push(at(row(lang, Indicator::AverageHandleTime, handle, n, 12.0), "reason", reason));
        out.push(at(row(lang, Indicator::CostPerRequestType, cost, n, 0.0), "reason", reason));
    }
    for number in 1..=13_u32 {
        // Three agents are far from the mean: 250, 400 and 410 seconds.
        let handle = match number {
            4 => 250.0,
            7 => 400.0,
            9 => 410.0,
            _ => 305.0 + f64::from(number),
        };
        let mut agent = row(lang, Indicator::AverageHandleTime, handle, 700, 20.0);
        if number == 13 {
            (agent.value, agent.n, agent.numerator, agent.denominator) = (None, None, None, None);
            (agent.ci_low, agent.ci_high, agent.suppressed) = (None, None, true);
        }
        out.push(at(agent, "agent", &format!("Agent {number:02}")));
    }
    out
}

fn series(lang: Lang) -> Vec<IndicatorSeries> {
    let point = |(at, day): (usize, u8)| {
        let beyond = day == 9;
        IndicatorPoint {
            day: format!("2025-09-{day:02}"),
            n: 380,
            value: Some(if beyond { 61.2 } else { 75.0 + (at % 5) as f64 }),
            low: Some(69.0),
            high: Some(85.0),
            signal: beyond.then_some(Signal::Beyond),
        }
    };
    let days = (1..=26).filter(|day| !matches!(day % 7, 6 | 0));
    vec![IndicatorSeries {
        id: Indicator::ServiceLevel,
        label: label(lang, Indicator::ServiceLevel).to_owned(),
        unit: Unit::Percent,
        better: Indicator::ServiceLevel.better(),
        chart: ChartKind::Laney,
        centre: 77.0,
        provisional: false,
        target: Some(80.0),
        points: days.enumerate().map(point).collect(),
    }]
}

fn heat() -> Vec<HeatCell> {
    let mut out = Vec::new();
    for weekday in 1..=5 {
        for hour in 8..19 {
            let peak = (weekday, hour) == (1, 10);
            let outbound = (weekday, hour) == (2, 18);
            out.push(HeatCell {
                weekday,
                hour,
                days: 5,
                offered: if peak { 300 } else { 150 + u64::from(hour) },
                service_level: Some(if peak { 52.0 } else { 80.0 - f64::from(hour % 4) }),
                dialled: if outbound { 120 } else { 0 },
                connect_rate: outbound.then_some(35.0),
            });
        }
    }
    out
}

fn staffing() -> Vec<StaffingRow> {
    let row = |(weekday, hour, calls, agents): (u8, u8, f64, u64)| StaffingRow {
        weekday,
        hour,
        calls,
        handle_s: 312.0,
        agents,
        service_level: 83.1,
        occupancy: 86.0,
    };
    [(1, 9, 31.8, 5), (1, 10, 60.0, 8), (2, 9, 31.8, 5), (2, 10, 32.0, 5)].map(row).to_vec()
}

fn faults(lang: Lang) -> Vec<FaultRow> {
    let fault = |fault, n, rows: &[u64], fr: &str, en: &str| FaultRow {
        table: TableKind::Calls,
        fault,
        n,
        excluded: 0,
        rows: rows.to_vec(),
        message: lang.pick(fr, en).to_owned(),
    };
    vec![
        fault(
            FaultKind::NegativeDuration,
            23,
            &[118, 1204],
            "Durée négative <0 : hors des durées moyennes",
            "Negative duration <0: out of the mean durations",
        ),
        fault(
            FaultKind::NoAgent,
            48,
            &[77],
            "Décroché sans agent : hors des chiffres par agent",
            "Answered without an agent: out of the figures per agent",
        ),
        fault(
            FaultKind::RepeatedId,
            120,
            &[2, 3, 4, 5, 6],
            "Identifiant répété : la ligne compte",
            "Repeated id: the row counts",
        ),
    ]
}

/// `report` as that of a centre, in its language.
pub(in crate::report) fn centre(lang: Lang, mut report: Report) -> Report {
    report.study.title = Some("Centre de contacts <essai>".into());
    report.indicators = [totals(lang), weeks(lang), segments(lang)].concat();
    let duration = |id: &str, n, median, p90, longest| DurationSummary {
        id: id.into(),
        n,
        median,
        p90,
        longest,
        bins: vec![(10.0, n / 2), (20.0, n / 4), (longest, n - n / 2 - n / 4)],
    };
    let level = |day: &str, channel: Option<&str>, open| Level {
        day: day.into(),
        channel: channel.map(str::to_owned),
        open,
    };
    report.centre = Some(CentreSummary {
        config: Some(InputFile { name: "centre.toml".into(), sha256: "c0".repeat(32) }),
        tables: vec![TableSummary {
            kind: TableKind::Calls,
            files: vec!["appels <script>alert(1)</script>.csv".into()],
            sha256: vec!["7a".repeat(32)],
            rows: 10_340,
            excluded: 35,
            columns: BTreeMap::from([
                ("start".into(), "Début | appel".into()),
                ("queue".into(), "<b>File</b>".into()),
            ]),
        }],
        from: Some("2025-09-01T08:00:12".into()),
        to: Some("2025-10-06T18:59:01".into()),
        timezone: Some("Europe/Paris".into()),
        opening: vec![lang.pick("lundi à vendredi, 8 h à 19 h", "Monday to Friday, 08:00 to 19:00").into()],
        service_level_s: 20.0,
        short_abandon_s: 5.0,
        fcr_days: 7.0,
        lead_days: 30.0,
        headline: vec![
            Indicator::QualityOfService,
            Indicator::ServiceLevel,
            Indicator::AbandonmentRate,
            Indicator::FirstContactResolution,
            Indicator::AverageHandleTime,
            Indicator::HandledCalls,
            Indicator::Backlog,
            Indicator::Occupancy,
            Indicator::Csat,
        ],
        pseudonyms: true,
        min_group: 30,
        agents: 13,
        heat: heat(),
        durations: vec![
            duration("wait_answered", 8772, 12.0, 61.0, 642.0),
            duration("wait_abandoned", 728, 55.0, 190.0, 710.0),
            duration("handle", 8772, 271.0, 604.0, 3120.0),
        ],
        series: series(lang),
        backlog: vec![
            level("2025-10-02", None, 61),
            level("2025-10-02", Some("E-mail"), 40),
            level("2025-10-02", Some("Tchat"), 21),
            level("2025-10-03", None, 57),
            level("2025-10-03", Some("E-mail"), 37),
            level("2025-10-03", Some("Tchat"), 20),
        ],
        staffing: staffing(),
        absence: BTreeMap::from([("planned".into(), 480.0), ("unplanned".into(), 210.0)]),
        faults: faults(lang),
        links: Vec::new(),
        apart: BTreeMap::from([("short_abandons".into(), 12), ("silent".into(), 3)]),
        joins: vec![JoinRow {
            table: TableKind::Survey,
            to: TableKind::Calls,
            by: "customer and nearest time".into(),
            rows: 700,
            matched: 640,
        }],
    });
    report.findings = crate::report::findings::findings(&report);
    report
}
