//! Tables about what moved: decompositions, series with their limits, participation.

use super::amounts::{SMALL_BASE, brackets, decimals};
use super::document::{Block, Cell, Column, Row, Table};
use super::findings::{part_heading, reversal, spans};
use super::words::Words;
use crate::metric::control::Signal;
use crate::metric::{Metric, SegmentValue};
use crate::report::{ControlSeries, Decomposition, QuestionSummary, Rate, RateBase, Report};

const NONE: &str = "–";

/// How the change of a score splits over segments: the column where the mix counts most in sight, the others folded.
pub(super) fn decompositions(
    words: &Words<'_>,
    report: &Report,
    question: &QuestionSummary,
    metric: Metric,
) -> Vec<Block> {
    let of_score = |d: &&Decomposition| d.question == question.id && d.metric == metric;
    let mut found: Vec<&Decomposition> = report.decompositions.iter().filter(of_score).collect();
    found.sort_by(|a, b| b.mix.abs().total_cmp(&a.mix.abs()));
    let mut tables = found.into_iter().map(|d| Block::Table(decomposition(words, d)));
    let first = tables.next();
    let others: Vec<Block> = tables.collect();
    let fold = (!others.is_empty()).then(|| Block::Fold {
        summary: words
            .pick("La même évolution par d’autres segments", "The same change by other segments")
            .to_owned(),
        blocks: others,
    });
    first.into_iter().chain(fold).collect()
}

fn decomposition(words: &Words<'_>, d: &Decomposition) -> Table {
    let digits = decimals(d.metric);
    let columns = vec![
        Column::text(&d.by),
        Column::number(words.pick("Part avant", "Share before")),
        Column::number(words.pick("Part après", "Share after")),
        Column::number(words.pick("Score avant", "Score before")),
        Column::number(words.pick("Score après", "Score after")),
        Column::number(words.pick("Évolution du segment", "Change of the segment")),
        Column::number(words.pick("Répartition", "Mix")),
        Column::number(words.pick("Ensemble", "Together")),
    ];
    let mut parts: Vec<_> = d.parts.iter().collect();
    parts.sort_by(|a, b| (b.within + b.mix).abs().total_cmp(&(a.within + a.mix).abs()));
    let share = |share: f64, n: u64| {
        let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
        let under = Some(format!("n\u{a0}=\u{a0}{}{flag}", words.lang.count(n)));
        Cell { text: words.share(share, 1), under, strong: false }
    };
    let score = |score: Option<f64>| score.map_or(NONE.to_owned(), |x| words.bare(d.metric, x, digits));
    let signed = |x: f64| Cell::from(words.lang.signed(x, digits));
    let mut rows: Vec<Row> = parts
        .iter()
        .map(|part| Row {
            cells: vec![
                part_heading(words, part).into(),
                share(part.share_from, part.n_from),
                share(part.share_to, part.n_to),
                score(part.score_from).into(),
                score(part.score_to).into(),
                signed(part.within),
                signed(part.mix),
                signed(part.within + part.mix),
            ],
            total: false,
        })
        .collect();
    let end = |wave: &str| {
        let value = words.cell(&d.question, d.metric, Some(wave), None).and_then(|e| e.value);
        Cell::from(score(value))
    };
    let all = || Cell::from(words.lang.percent(100.0, 1));
    rows.push(Row {
        cells: vec![
            words.segment(None).into(),
            all(),
            all(),
            end(&d.from),
            end(&d.to),
            signed(d.within),
            signed(d.mix),
            signed(d.difference),
        ],
        total: true,
    });
    let name = words.noun(&d.question, d.metric).title();
    let (by, from, to) = (words.lang.quote(&d.by), &d.from, &d.to);
    let caption = words.say(
        format!("{name} : d’où vient l’écart entre {from} et {to}, par {by} (points)"),
        format!("{name}: where the difference between {from} and {to} comes from, by {by} (points)"),
    );
    let small = d.parts.iter().any(|p| p.n_from.min(p.n_to) < SMALL_BASE).then(|| {
        words.say(
            format!("† Base inférieure à {SMALL_BASE}\u{a0}réponses."),
            format!("† Base under {SMALL_BASE} answers."),
        )
    });
    Table::new(words, caption, columns, rows).noted(small.into_iter().chain(reversal(words, d)))
}

/// The waves of a score with their limits.
pub(super) fn control(
    words: &Words<'_>,
    report: &Report,
    question: &QuestionSummary,
    metric: Metric,
) -> Option<Table> {
    let of_score =
        |s: &&ControlSeries| s.segment.is_none() && s.question == question.id && s.metric == metric;
    let series = report.series.iter().find(of_score)?;
    let digits = decimals(metric);
    let columns = vec![
        Column::text(words.pick("Vague", "Wave")),
        Column::number(words.noun(&question.id, metric).short()),
        Column::number(words.pick("Limite basse", "Lower limit")),
        Column::number(words.pick("Limite haute", "Upper limit")),
        Column::text(words.pick("Lecture", "Reading")),
    ];
    let number = |x: Option<f64>| x.map_or(NONE.to_owned(), |x| words.bare(metric, x, digits));
    let row = |point: &crate::report::SeriesPoint| {
        let above = point.value.is_some_and(|x| x > series.centre);
        let reading = match (point.signal, above) {
            (Some(Signal::Beyond), true) => words.pick("hors limites, au-dessus", "out of limits, above"),
            (Some(Signal::Beyond), false) => words.pick("hors limites, au-dessous", "out of limits, below"),
            (Some(Signal::Run), true) => {
                words.pick("8 de suite au-dessus de la moyenne", "8 in a row above the mean")
            }
            (Some(Signal::Run), false) => {
                words.pick("8 de suite au-dessous de la moyenne", "8 in a row below the mean")
            }
            (None, _) if point.value.is_none() => NONE,
            (None, _) => words.pick("dans les limites", "within the limits"),
        };
        Row {
            cells: vec![
                point.wave.clone().into(),
                number(point.value).into(),
                number(point.low).into(),
                number(point.high).into(),
                Cell { text: reading.to_owned(), under: None, strong: point.signal.is_some() },
            ],
            total: false,
        }
    };
    let name = words.noun(&question.id, metric).title();
    let caption = words
        .say(format!("{name} par vague : limites de contrôle"), format!("{name} by wave: control limits"));
    let centre = words.bare(metric, series.centre, digits);
    let n = series.points.iter().filter(|p| p.value.is_some()).count();
    let provisional = if series.provisional {
        words.say(
            format!(" Limites provisoires : {n} vagues, moins de 20."),
            format!(" Provisional limits: {n} waves, fewer than 20."),
        )
    } else {
        String::new()
    };
    let note = words.say(
        format!("Moyenne des vagues : {centre}.{provisional}"),
        format!("Mean of the waves: {centre}.{provisional}"),
    );
    Some(Table::new(words, caption, columns, series.points.iter().map(row).collect()).noted([note]))
}

/// The segments of a score whose waves are out of line.
pub(super) fn signalling_segments(
    words: &Words<'_>,
    report: &Report,
    question: &QuestionSummary,
    metric: Metric,
) -> Option<Table> {
    let signals = |s: &&ControlSeries| {
        s.segment.is_some() && s.question == question.id && s.metric == metric && s.signals()
    };
    let mut found: Vec<&ControlSeries> = report.series.iter().filter(signals).collect();
    found.sort_by(|a, b| a.q.unwrap_or(1.0).total_cmp(&b.q.unwrap_or(1.0)));
    if found.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text("Segment"),
        Column::number(words.pick("Moyenne des vagues", "Mean of the waves")),
        Column::text(words.pick("Hors limites", "Out of limits")),
        Column::text(words.pick("8 de suite d’un côté", "8 in a row on one side")),
        Column::number("q"),
    ];
    let waves = |series: &ControlSeries, kind| {
        let each: Vec<String> = spans(series, kind)
            .into_iter()
            .map(|(span, above)| {
                let (first, last) = (&series.points[*span.start()].wave, &series.points[*span.end()].wave);
                let waves = if first == last {
                    first.clone()
                } else {
                    words.pick(format!("{first} à {last}"), format!("{first} to {last}"))
                };
                let side =
                    if above { words.pick("au-dessus", "above") } else { words.pick("au-dessous", "below") };
                format!("{waves} ({side})")
            })
            .collect();
        if each.is_empty() { NONE.to_owned() } else { each.join(", ") }
    };
    let row = |series: &&ControlSeries| Row {
        cells: vec![
            words.segment(series.segment.as_deref()).into(),
            words.bare(metric, series.centre, decimals(metric)).into(),
            waves(series, Signal::Beyond).into(),
            waves(series, Signal::Run).into(),
            series.q.map_or(NONE.to_owned(), |q| words.lang.probability(q)).into(),
        ],
        total: false,
    };
    let name = words.noun(&question.id, metric).title();
    let caption = words.say(
        format!("{name} : segments dont des vagues sortent de l’ordinaire"),
        format!("{name}: segments with waves out of the ordinary"),
    );
    Some(Table::new(words, caption, columns, found.iter().map(row).collect()))
}

/// Response rates: by wave, then by stratum and wave.
pub(super) fn participation(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    for base in [RateBase::Invited, RateBase::Population] {
        let of_base = || report.rates.iter().filter(move |r| r.base == base);
        let totals: Vec<&Rate> = of_base().filter(|r| r.segment.is_none()).collect();
        if !totals.is_empty() {
            out.push(Block::Table(rates_by_wave(words, report, base, &totals)));
        }
        let strata: Vec<&Rate> = of_base().filter(|r| r.segment.is_some()).collect();
        out.extend(rates_by_stratum(words, report, &strata).map(Block::Table));
    }
    out
}

fn rates_by_wave(words: &Words<'_>, report: &Report, base: RateBase, rates: &[&Rate]) -> Table {
    let level = words.lang.level(report.study.level);
    let (asked, caption) = match base {
        RateBase::Invited => (
            words.pick("Personnes interrogées", "People asked"),
            words.pick("Taux de réponse", "Response rate"),
        ),
        RateBase::Population => (
            words.pick("Effectif", "Head count"),
            words.pick("Participation, en part de l’effectif", "Participation, as a share of the head count"),
        ),
    };
    let columns = vec![
        Column::text(words.pick("Vague", "Wave")),
        Column::number(asked),
        Column::number(words.pick("Réponses", "Answers")),
        Column::number(words.pick("Taux", "Rate")),
        Column::number(words.say(format!("Intervalle à\u{a0}{level}"), format!("{level} interval"))),
    ];
    let row = |rate: &&Rate| {
        let none = || NONE.to_owned();
        let percent = |x: f64| words.lang.number(100.0 * x, 1);
        let ends = rate.ci_low.zip(rate.ci_high);
        Row {
            cells: vec![
                rate.wave.clone().unwrap_or_else(|| words.segment(None)).into(),
                words.lang.count(rate.invited).into(),
                rate.answered.map_or_else(none, |n| words.lang.count(n)).into(),
                rate.rate.map_or_else(none, |r| words.share(r, 1)).into(),
                ends.map_or_else(none, |(low, high)| brackets(words.lang, &percent(low), &percent(high)))
                    .into(),
            ],
            total: rate.wave.is_none(),
        }
    };
    Table::new(words, caption.to_owned(), columns, rates.iter().map(row).collect())
}

fn rates_by_stratum(words: &Words<'_>, report: &Report, rates: &[&Rate]) -> Option<Table> {
    let column = &rates.first()?.segment.as_deref()?.first()?.column;
    let mut strata: Vec<&[SegmentValue]> = Vec::new();
    for segment in rates.iter().filter_map(|r| r.segment.as_deref()) {
        if !strata.contains(&segment) {
            strata.push(segment);
        }
    }
    let waves: Vec<Option<&String>> = if report.study.waves.is_empty() {
        vec![None]
    } else {
        report.study.waves.iter().map(Some).collect()
    };
    let mut columns = vec![Column::text(column)];
    let rate = words.pick("Taux", "Rate");
    columns.extend(waves.iter().map(|wave| Column::number(wave.map_or(rate, String::as_str))));
    let row = |segment: &&[SegmentValue]| {
        let cell = |wave: Option<&String>| {
            let found =
                rates.iter().find(|r| r.segment.as_deref() == Some(*segment) && r.wave.as_ref() == wave);
            let shown = found.and_then(|r| Some((r.rate?, r.answered?, r.invited)));
            let Some((rate, answered, invited)) = shown else { return NONE.to_owned().into() };
            let under = format!("{}\u{a0}/\u{a0}{}", words.lang.count(answered), words.lang.count(invited));
            Cell { text: words.share(rate, 0), under: Some(under), strong: false }
        };
        let value = segment.iter().map(|s| s.value.clone()).collect::<Vec<_>>().join(" × ");
        Row {
            cells: std::iter::once(value.into()).chain(waves.iter().copied().map(cell)).collect(),
            total: false,
        }
    };
    let quoted = words.lang.quote(column);
    let caption = words.say(
        format!("Participation par {quoted}, en part de l’effectif"),
        format!("Participation by {quoted}, as a share of the head count"),
    );
    Some(Table::new(words, caption, columns, strata.iter().map(row).collect()))
}
