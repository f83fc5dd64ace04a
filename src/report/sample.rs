//! A made-up report for the renderers' tests: a telecom barometer of four waves, five regions,
//! verbatims with markup in them.

use std::collections::BTreeMap;

use super::{
    Base, ColumnBase, ControlSeries, Decomposition, DecompositionPart, FileSummary, FrequencyCell,
    FrequencyTable, Generator, QuestionSummary, Quote, Rate, RateBase, Report, Rows, SCHEMA_VERSION,
    SeriesPoint, StudySummary, WarningRow, WaveSummary,
};
use crate::chart::{self, Figure};
use crate::driver::{Driver, DriverKind};
use crate::keyness::{Form, Keyness, Keyword};
use crate::lang::Lang;
use crate::metric::control::{ChartKind, Signal};
use crate::metric::{Comparison, Estimate, Group, Method, Metric, Quantity, SegmentValue};
use crate::study::Kind;
use crate::tally::TermKind;

const WAVES: [&str; 4] = ["2025-T1", "2025-T2", "2025-T3", "2025-T4"];
const REGIONS: [&str; 5] = ["Île-de-France", "Nord", "Est", "Ouest", "Sud"];

pub(super) fn question(id: &str, column: &str, kind: Kind, scale: Option<[f64; 2]>) -> QuestionSummary {
    let missing = BTreeMap::from([
        ("empty".to_owned(), 80),
        ("code:99".to_owned(), 6),
        ("word:Ne se prononce pas".to_owned(), 4),
    ]);
    QuestionSummary {
        id: id.into(),
        column: column.into(),
        text: None,
        kind,
        scale,
        reversed: kind == Kind::Ces,
        target: (kind == Kind::Csat).then_some(60.0),
        minimum: None,
        margin: None,
        answered: Some(2310),
        missing: Some(missing),
        languages: BTreeMap::new(),
    }
}

pub(super) fn segment(column: &str, value: &str) -> Vec<SegmentValue> {
    vec![SegmentValue { column: column.into(), value: value.into() }]
}

/// A cell whose interval is about as wide as its base makes it.
pub(super) fn estimate(question: &str, metric: Metric, value: f64, n: u64) -> Estimate {
    let (spread, method) = match metric.quantity() {
        Quantity::Net => (83.0, Method::Score),
        Quantity::Share => (48.0, Method::Wilson),
        Quantity::Mean => (1.1, Method::T),
    };
    let se = spread / (n.max(1) as f64).sqrt();
    let groups: [(Group, f64); 3] = match metric.quantity() {
        Quantity::Net => {
            let promoters = 0.36 + value / 200.0;
            [
                (Group::Promoters, promoters),
                (Group::Passives, 0.28),
                (Group::Detractors, promoters - value / 100.0),
            ]
        }
        _ => [(Group::High, 0.649), (Group::Middle, 0.201), (Group::Low, 0.15)],
    };
    Estimate {
        question: question.into(),
        metric,
        wave: None,
        segment: None,
        value: Some(value),
        n: Some(n),
        n_eff: Some(n as f64),
        deff: None,
        df: None,
        se: Some(se),
        ci_low: Some(value - 1.96 * se),
        ci_high: Some(value + 1.96 * se),
        level: 0.95,
        method,
        definition: String::new(),
        shares: Some(BTreeMap::from(groups)),
        suppressed: false,
    }
}

pub(super) fn suppress(row: &mut Estimate) {
    (row.value, row.n, row.n_eff, row.se, row.ci_low, row.ci_high, row.shares) = Default::default();
    row.suppressed = true;
}

fn comparison(
    metric: (&str, Metric),
    segment: Option<Vec<SegmentValue>>,
    difference: f64,
    se: f64,
    evidence: f64,
) -> Comparison {
    let (p, q) =
        if segment.is_none() { (evidence, (3.0 * evidence).min(1.0)) } else { (evidence / 2.0, evidence) };
    Comparison {
        question: metric.0.into(),
        metric: metric.1,
        by: "wave".into(),
        from: WAVES[2].into(),
        to: WAVES[3].into(),
        n_from: if segment.is_some() { 118 } else { 577 },
        n_to: if segment.is_some() { 121 } else { 580 },
        segment,
        difference,
        se,
        ci_low: difference - 1.96 * se,
        ci_high: difference + 1.96 * se,
        detectable: 2.801_585 * se,
        p,
        log10_p: p.log10(),
        q,
        test: "Wald z".into(),
        whole: None,
        overlap: None,
        se_independent: None,
    }
}

/// A change of NPS between the last two waves, by region.
pub(super) fn decomposition(within: f64, mix: f64) -> Decomposition {
    let part = |value: &str, within: f64, mix: f64, n: (u64, u64), score: f64| DecompositionPart {
        value: Some(value.into()),
        grouped: Vec::new(),
        within,
        mix,
        n_from: n.0,
        n_to: n.1,
        share_from: n.0 as f64 / 577.0,
        share_to: n.1 as f64 / 580.0,
        score_from: Some(score),
        score_to: Some(score + within),
    };
    let sud = if mix < 0.0 { (118, 240) } else { (240, 118) };
    Decomposition {
        question: "nps".into(),
        metric: Metric::Nps,
        by: "région".into(),
        from: WAVES[2].into(),
        to: WAVES[3].into(),
        difference: within + mix,
        within,
        mix,
        parts: vec![
            part("Nord|<Est>", 0.0, 0.0, (577 - sud.0, 580 - sud.1), 18.0),
            part("Sud", within, mix, sud, -3.0),
        ],
        reversal: None,
    }
}

/// The NPS over the waves, with limits at ± 20 around 0.
pub(super) fn series(segment: Option<Vec<SegmentValue>>, values: &[f64; 4]) -> ControlSeries {
    let point = |(wave, value): (&&str, &f64)| SeriesPoint {
        wave: (*wave).into(),
        n: Some(120),
        value: Some(*value),
        low: Some(-20.0),
        high: Some(20.0),
        signal: (value.abs() > 20.0).then_some(Signal::Beyond),
    };
    ControlSeries {
        question: "nps".into(),
        metric: Metric::Nps,
        segment,
        chart: ChartKind::Score,
        centre: 0.0,
        sigma_z: None,
        provisional: true,
        p: Some(0.001),
        q: Some(0.002),
        points: WAVES.iter().zip(values).map(point).collect(),
    }
}

/// A response rate out of a thousand.
pub(super) fn rate(wave: usize, answered: u64) -> Rate {
    let rate = answered as f64 / 1000.0;
    Rate {
        wave: Some(WAVES[wave].into()),
        segment: None,
        base: RateBase::Invited,
        invited: 1000,
        answered: Some(answered),
        rate: Some(rate),
        ci_low: Some(rate - 0.03),
        ci_high: Some(rate + 0.03),
    }
}

fn driver(label: &str, n: u64, with: f64, without: f64, impact: f64, q: f64) -> Driver {
    Driver {
        target: "nps".into(),
        question: "pourquoi".into(),
        kind: DriverKind::Keyword,
        id: label.into(),
        label: label.into(),
        topic: true,
        n,
        base: 2240,
        with,
        without,
        difference: with - without,
        impact,
        se: 1.3 / 1.96,
        ci_low: impact - 1.3,
        ci_high: impact + 1.3,
        p: q / 2.0,
        log10_p: (q / 2.0).log10(),
        q,
        adjusted: None,
    }
}

fn keyword(label: &str, forms: &[(&str, u64)], n: u64) -> Keyword {
    Keyword {
        question: "pourquoi".into(),
        label: label.into(),
        kind: TermKind::Word,
        topic: true,
        forms: forms.iter().map(|(form, n)| Form { form: (*form).into(), n: *n }).collect(),
        n,
        share: n as f64 / 2240.0,
    }
}

fn keyness(group: Group, label: &str, n_in: u64, n_out: u64) -> Keyness {
    Keyness {
        question: "pourquoi".into(),
        by: "nps".into(),
        group,
        label: label.into(),
        kind: TermKind::Word,
        topic: true,
        n_in,
        n_out,
        base_in: 640,
        base_out: 910,
        log_likelihood: n_in as f64 / 2.0,
        p: 1e-9,
        log10_p: -9.0,
        q: 2e-8,
        log_ratio: 1.8,
    }
}

fn quote(keyword: &str, score: f64, group: Group, row: u64, text: &str) -> Quote {
    Quote {
        question: "pourquoi".into(),
        keyword: keyword.into(),
        theme: None,
        marks: Vec::new(),
        file: "barometre_2025.csv".into(),
        row: Some(row),
        score: Some(score),
        group: Some(group),
        text: text.into(),
    }
}

fn metrics() -> Vec<Estimate> {
    let scores = [
        ("nps", Metric::Nps, 11.9, 60.0),
        ("satisfaction", Metric::Csat, 64.9, 8.0),
        ("satisfaction", Metric::CsatMean, 3.71, 0.2),
        ("effort", Metric::Ces, 5.03, 0.3),
        ("effort", Metric::CesEasy, 66.2, 7.0),
        ("accueil", Metric::RatingMean, 7.42, 0.5),
        ("accueil", Metric::RatingTop2, 31.4, 6.0),
    ];
    let mut out = Vec::new();
    for (id, metric, value, step) in scores {
        out.push(estimate(id, metric, value, 2310));
        for (i, wave) in WAVES.iter().enumerate() {
            let shift = step * [0.02, 0.05, 0.04, -0.11][i];
            out.push(Estimate { wave: Some((*wave).into()), ..estimate(id, metric, value + shift, 577) });
        }
        for (i, region) in REGIONS.iter().enumerate() {
            let shift = step * [0.1, 0.03, 0.02, 0.0, -0.25][i];
            let at = segment("région", region);
            out.push(Estimate { segment: Some(at.clone()), ..estimate(id, metric, value + shift, 462) });
            for (j, wave) in WAVES.iter().enumerate() {
                let fall = if (i, j) == (4, 3) { -0.45 * step } else { 0.0 };
                let wave = Some((*wave).to_owned());
                out.push(Estimate {
                    wave,
                    segment: Some(at.clone()),
                    ..estimate(id, metric, value + shift + fall, 120)
                });
            }
        }
        for (offer, n) in [("Mobile", 1480), ("Fibre", 790), ("Essai <bêta>", 22), ("Pro|Duo", 3)] {
            let mut row =
                Estimate { segment: Some(segment("offre", offer)), ..estimate(id, metric, value, n) };
            if n < 5 {
                suppress(&mut row);
            }
            out.push(row);
        }
    }
    out
}

/// A full report; its findings are those that its other parts give.
#[expect(clippy::too_many_lines, reason = "one value for each field of a whole report")]
pub(super) fn full(lang: Lang) -> Report {
    let nps = ("nps", Metric::Nps);
    let mut comparisons = vec![
        comparison(nps, None, -9.0, 4.9, 0.072),
        comparison(nps, Some(segment("région", "Sud")), -27.0, 7.4, 0.001),
        comparison(("satisfaction", Metric::Csat), None, -1.2, 2.8, 0.6),
    ];
    comparisons
        .extend(REGIONS[..4].iter().map(|r| comparison(nps, Some(segment("région", r)), 1.5, 10.4, 0.9)));
    comparisons.push(Comparison {
        by: "région".into(),
        from: crate::report::REST.into(),
        to: "Sud".into(),
        ..comparison(nps, None, -20.0, 5.0, 0.001)
    });
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        generator: Generator { name: "barometre".into(), version: "0.1.0".into() },
        presentation: crate::report::Presentation::default(),
        study: StudySummary {
            entity: None,
            title: Some("Baromètre satisfaction 2025 <clients>".into()),
            language: lang,
            responses: 2400,
            rows: Rows { read: 2403, kept: 2400, set_aside: BTreeMap::from([("blank".into(), 3)]) },
            files: vec![FileSummary {
                name: "barometre_2025.csv".into(),
                sheet: None,
                export: None,
                rows: Some(2403),
                sha256: Some("0f3a".repeat(16)),
            }],
            study_file: None,
            settings: Vec::new(),
            waves: WAVES.map(str::to_owned).to_vec(),
            wave: Some(WaveSummary {
                column: Some("date".into()),
                period: Some("quarter".into()),
                missing: Some(12),
            }),
            segments: vec!["région".into(), "offre".into()],
            weighted: false,
            design: None,
            min_group: 5,
            level: 0.95,
            correction: crate::keyness::Correction::Bh,
            questions: vec![
                question(
                    "nps",
                    "Recommanderiez-vous notre service à un proche ?",
                    Kind::Nps,
                    Some([0.0, 10.0]),
                ),
                question(
                    "satisfaction",
                    "Êtes-vous satisfait de nos services ?",
                    Kind::Csat,
                    Some([1.0, 5.0]),
                ),
                question("effort", "Votre démarche a-t-elle été facile ?", Kind::Ces, Some([1.0, 7.0])),
                question("accueil", "Accueil en boutique", Kind::Rating, Some([1.0, 10.0])),
                question("canal", "Par quels canaux ?", Kind::Multiple, None),
                question("pourquoi", "Pourquoi cette note ?", Kind::Open, None),
            ],
        },
        findings: Vec::new(),
        metrics: metrics(),
        indicators: Vec::new(),
        centre: None,
        transcripts: None,
        weighting: None,
        tables: vec![FrequencyTable {
            question: "canal".into(),
            by: None,
            base: Base::Respondents,
            level: 0.95,
            n: Some(2300),
            weighted_base: Some(2300.0),
            rows: vec!["Boutique".into(), "Site web".into()],
            nets: Vec::new(),
            columns: Vec::new(),
            bases: vec![ColumnBase {
                column: None,
                letter: None,
                n: Some(2300),
                weighted_base: Some(2300.0),
                n_eff: Some(2300.0),
            }],
            cells: [("Boutique", 1200), ("Site web", 1500)]
                .map(|(row, n)| FrequencyCell {
                    row: row.into(),
                    column: None,
                    n: Some(n),
                    weighted_n: Some(n as f64),
                    column_share: Some(n as f64 / 2300.0),
                    row_share: None,
                    se: Some(0.01),
                    ci_low: None,
                    ci_high: None,
                    letters: None,
                })
                .into(),
            means: Vec::new(),
            test: None,
        }],
        targets: Vec::new(),
        distributions: Vec::new(),
        comparisons,
        decompositions: vec![decomposition(-6.0, -3.0)],
        series: vec![
            series(None, &[13.1, 14.9, 14.3, 5.3]),
            series(Some(segment("région", "Sud")), &[-2.0, -1.3, -0.7, -45.0]),
        ],
        modes: None,
        rates: vec![rate(2, 577), rate(3, 580)],
        keywords: vec![
            keyword("service", &[("service", 420), ("services", 96)], 488),
            keyword("attente", &[("attente", 240), ("attendre", 31), ("attends", 22)], 269),
            keyword("rapide", &[("rapide", 190), ("rapides", 21), ("rapidement", 74)], 262),
            keyword("prix", &[("prix", 214)], 201),
            keyword("réseau", &[("réseau", 170)], 158),
            keyword("conseiller", &[("conseiller", 96), ("conseillère", 41), ("conseillers", 12)], 140),
            keyword("facture", &[("facture", 101), ("factures", 22)], 115),
            keyword("panne", &[("panne", 77), ("pannes", 30)], 98),
            keyword("aimable", &[("aimable", 80), ("aimables", 8)], 86),
            keyword("résiliation", &[("résiliation", 42), ("résilier", 38)], 71),
            keyword("boutique", &[("boutique", 66)], 60),
            keyword("application", &[("application", 30), ("appli", 24)], 51),
        ],
        keyness: vec![
            keyness(Group::Detractors, "attente", 140, 22),
            keyness(Group::Detractors, "panne", 61, 9),
            keyness(Group::Promoters, "rapide", 122, 31),
            keyness(Group::Promoters, "aimable", 54, 8),
        ],
        contrasts: Vec::new(),
        themes: Vec::new(),
        importance_models: Vec::new(),
        importance: Vec::new(),
        priorities: Vec::new(),
        codebooks: Vec::new(),
        theme_waves: Vec::new(),
        theme_changes: Vec::new(),
        drivers: vec![
            driver("attente", 269, -40.1, 18.9, -7.1, 1e-12),
            driver("rapide", 262, 45.2, 7.3, 4.4, 1e-9),
            driver("panne", 98, -51.0, 14.6, -2.9, 2e-6),
            driver("aimable", 86, 55.8, 9.9, 1.8, 0.000_4),
            driver("facture", 115, -18.3, 13.3, -1.6, 0.004),
            driver("résiliation", 71, -35.2, 13.2, -1.5, 0.006),
            driver("boutique", 60, 20.0, 11.5, 0.2, 0.41),
            driver("prix", 201, 8.0, 12.2, -0.4, 0.55),
        ],
        quotes: vec![
            quote(
                "attente",
                2.0,
                Group::Detractors,
                118,
                "Trop d’attente au 07*******, <script>alert('x')</script> 45 min !",
            ),
            quote(
                "attente",
                0.0,
                Group::Detractors,
                1204,
                "# Attente | **interminable**\n[voir](http://exemple.fr) & aucune excuse…",
            ),
            quote("rapide", 10.0, Group::Promoters, 77, "Rapide et efficace, conseillère très aimable 😊"),
        ],
        warnings: vec![WarningRow {
            code: "short-rows".into(),
            message: "2\u{a0}lignes plus courtes que l’en-tête ont été complétées par des vides.".into(),
        }],
    };
    report.findings = super::findings::findings(&report);
    report
}

/// Takes away what is said of several waves.
fn moves_nothing(report: &mut Report) {
    report.decompositions.clear();
    report.series.clear();
    report.rates.clear();
}

/// Without anything: what a study with no score, no text and no wave leaves.
pub(super) fn empty(lang: Lang) -> Report {
    let mut report = full(lang);
    report.study.questions.clear();
    report.study.waves.clear();
    report.study.segments.clear();
    report.study.files.iter_mut().for_each(|file| file.sha256 = None);
    (report.study.title, report.study.wave) = (None, None);
    report.metrics.clear();
    report.comparisons.clear();
    moves_nothing(&mut report);
    report.keywords.clear();
    report.keyness.clear();
    report.drivers.clear();
    report.quotes.clear();
    report.warnings.clear();
    report.findings = super::findings::findings(&report);
    report
}

/// Every cell under the minimum.
pub(super) fn suppressed(lang: Lang) -> Report {
    let mut report = full(lang);
    report.metrics.iter_mut().for_each(suppress);
    report.comparisons.clear();
    moves_nothing(&mut report);
    report.drivers.clear();
    report.keyness.clear();
    report.quotes.clear();
    report.findings = super::findings::findings(&report);
    report
}

/// One answer, no interval.
pub(super) fn one_answer(lang: Lang) -> Report {
    let mut report = empty(lang);
    report.study.questions = vec![question("note", "Note", Kind::Rating, Some([1.0, 5.0]))];
    let mut row = estimate("note", Metric::RatingMean, 4.0, 1);
    (row.se, row.ci_low, row.ci_high) = (None, None, None);
    report.metrics = vec![row];
    report.findings = super::findings::findings(&report);
    report
}

/// Sixty segments of one column, three of them low.
pub(super) fn many_segments(lang: Lang) -> Report {
    let mut report = empty(lang);
    report.study.questions = vec![question("nps", "Note", Kind::Nps, Some([0.0, 10.0]))];
    report.metrics = vec![estimate("nps", Metric::Nps, 11.9, 6000)];
    for i in 0..60 {
        let value = if i % 20 == 0 { -30.0 } else { 14.0 };
        let at = Some(segment("assureur", &format!("Assureur {i:02}")));
        report.metrics.push(Estimate { segment: at, ..estimate("nps", Metric::Nps, value, 100) });
    }
    report.findings = super::findings::findings(&report);
    report
}

/// A figure with text in it.
pub(super) fn figures() -> Vec<Figure> {
    vec![Figure {
        kind: chart::ChartKind::Distribution,
        column: None,
        id: "score".into(),
        title: "Répartition des notes".into(),
        caption: "Chaque barre compte les réponses d’une note.".into(),
        alt: "Barres des notes de 0 à 10".into(),
        svg: "<?xml version=\"1.0\"?>\n<svg width=\"800\" height=\"300\" viewBox=\"0 0 800 300\" xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"800\" height=\"300\" fill=\"#ffffff\"/><rect x=\"80\" y=\"60\" width=\"60\" height=\"200\" fill=\"#1b6f8f\"/><text x=\"80\" y=\"40\" font-family=\"DejaVu Sans\" font-size=\"16\">Répartition – n = 2 310</text></svg>".into(),
        png: Vec::new(),
    }]
}

/// The full report and every extreme.
pub(super) fn all(lang: Lang) -> Vec<Report> {
    vec![
        full(lang),
        empty(lang),
        suppressed(lang),
        one_answer(lang),
        many_segments(lang),
        text_only(lang),
        centre(lang),
        linked(lang),
    ]
}

/// A contact centre without a survey.
pub(super) fn centre(lang: Lang) -> Report {
    super::centre::sample(lang, empty(lang))
}

/// A contact centre with the answers of its customers.
pub(super) fn linked(lang: Lang) -> Report {
    let mut report = full(lang);
    report.drivers.push(Driver {
        kind: DriverKind::Indicator,
        question: "calls".into(),
        ..driver(
            lang.pick("Attente de plus de 60\u{a0}s", "Wait of more than 60\u{a0}s"),
            180,
            -8.0,
            16.0,
            -3.1,
            1e-6,
        )
    });
    super::centre::sample(lang, report)
}

/// Verbatims without any score.
pub(super) fn text_only(lang: Lang) -> Report {
    let mut report = full(lang);
    report.study.questions.retain(|q| q.kind == Kind::Open);
    report.metrics.clear();
    report.comparisons.clear();
    moves_nothing(&mut report);
    report.keyness.clear();
    report.drivers.clear();
    report.quotes.clear();
    report.findings = super::findings::findings(&report);
    report
}
