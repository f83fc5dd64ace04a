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
        summary: pick!(words, report::the_same_change_by_other_segments).to_owned(),
        blocks: others,
    });
    first.into_iter().chain(fold).collect()
}

fn decomposition(words: &Words<'_>, d: &Decomposition) -> Table {
    let digits = decimals(d.metric);
    let columns = vec![
        Column::text(&d.by),
        Column::number(pick!(words, report::share_before)),
        Column::number(pick!(words, report::share_after)),
        Column::number(pick!(words, report::score_before)),
        Column::number(pick!(words, report::score_after)),
        Column::number(pick!(words, report::change_of_the_segment)),
        Column::number(pick!(words, report::mix)),
        Column::number(pick!(words, report::together)),
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
    let caption = say!(words, report::where_the_difference_between_and_comes_from(name, from, to, by));
    let small = d
        .parts
        .iter()
        .any(|p| p.n_from.min(p.n_to) < SMALL_BASE)
        .then(|| say!(words, report::base_under_answers(SMALL_BASE)));
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
        Column::text(pick!(words, report::wave_in_filters)),
        Column::number(words.noun(&question.id, metric).short()),
        Column::number(pick!(words, report::lower_limit)),
        Column::number(pick!(words, report::upper_limit)),
        Column::text(pick!(words, report::reading)),
    ];
    let number = |x: Option<f64>| x.map_or(NONE.to_owned(), |x| words.bare(metric, x, digits));
    let row = |point: &crate::report::SeriesPoint| {
        let above = point.value.is_some_and(|x| x > series.centre);
        let reading = match (point.signal, above) {
            (Some(Signal::Beyond), true) => pick!(words, report::out_of_limits_above),
            (Some(Signal::Beyond), false) => pick!(words, report::out_of_limits_below),
            (Some(Signal::Run), true) => {
                pick!(words, report::n_8_in_a_row_above_the_mean)
            }
            (Some(Signal::Run), false) => {
                pick!(words, report::n_8_in_a_row_below_the_mean)
            }
            (None, _) if point.value.is_none() => NONE,
            (None, _) => pick!(words, report::within_the_limits),
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
    let caption = say!(words, report::by_wave_control_limits(name));
    let centre = words.bare(metric, series.centre, digits);
    let n = series.points.iter().filter(|p| p.value.is_some()).count();
    let provisional = if series.provisional {
        say!(words, report::provisional_limits_waves_fewer_than_20(n))
    } else {
        String::new()
    };
    let note = say!(words, report::mean_of_the_waves(centre, provisional));
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
        Column::number(pick!(words, report::mean_of_the_waves_in_change_tables)),
        Column::text(pick!(words, report::out_of_limits)),
        Column::text(pick!(words, report::n_8_in_a_row_on_one_side)),
        Column::number("q"),
    ];
    let waves = |series: &ControlSeries, kind| {
        let each: Vec<String> = spans(series, kind)
            .into_iter()
            .map(|(span, above)| {
                let (first, last) = (&series.points[*span.start()].wave, &series.points[*span.end()].wave);
                let waves = if first == last { first.clone() } else { pick!(words, report::to(first, last)) };
                let side = if above { pick!(words, report::above) } else { pick!(words, report::below) };
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
    let caption = say!(words, report::segments_with_waves_out_of_the_ordinary(name));
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
        RateBase::Invited => (pick!(words, report::people_asked), pick!(words, report::response_rate)),
        RateBase::Population => (
            pick!(words, report::head_count),
            pick!(words, report::participation_as_a_share_of_the_head_count),
        ),
    };
    let columns = vec![
        Column::text(pick!(words, report::wave_in_filters)),
        Column::number(asked),
        Column::number(pick!(words, report::answers)),
        Column::number(pick!(words, report::rate)),
        Column::number(say!(words, report::interval_in_tables(level))),
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
    let rate = pick!(words, report::rate);
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
    let caption = say!(words, report::participation_by_as_a_share_of_the_head(quoted));
    Some(Table::new(words, caption, columns, strata.iter().map(row).collect()))
}
