//! Scores by segment: all of them as one table of tints, then each column in full, and by wave.

use super::amounts::{SMALL_BASE, decimals};
use super::document::{Block, Cell, Column, FOLD_AFTER, Heat, Row, Table};
use super::findings::SIGNIFICANT;
use super::page_words;
use super::tables::{HIDDEN, Key, Marks, fold, score_table};
use super::words::{Words, cut};
use crate::metric::{Comparison, Estimate, Metric, Quantity, SegmentValue};
use crate::report::{QuestionSummary, REST, Report};
use crate::study::Kind;

/// Distances to the whole from which a cell is tinted, as shares of the length of the scale.
const STEPS: [f64; 3] = [0.025, 0.075, 0.15];
/// Characters of a question over a column of scores.
const HEADING: usize = 45;

/// Segments by the column they are of.
type ByColumn<'a> = Vec<(String, Vec<&'a [SegmentValue]>)>;

/// All scores at a glance, then each: a table a column, the same by wave; the main score in sight, the others folded.
pub(super) fn segments(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = overview(words, report);
    for (rank, (question, metric)) in words.scored().into_iter().enumerate() {
        let mut blocks = Vec::new();
        let columns = columns(report, question, metric);
        let several = columns.len() > 1;
        for (column, rows) in columns {
            let mut keys: Vec<Key<'_>> = rows
                .iter()
                .map(|segment| Key { name: values(segment), wave: None, segment: Some(segment) })
                .collect();
            let name = words.noun(&question.id, metric).title();
            let by_wave = by_wave(words, report, &name, (question, metric), &column, &rows);
            keys.push(Key { name: words.segment(None), wave: None, segment: None });
            let caption = say!(words, report::by_in_segment_tables(name, words.lang.quote(&column)));
            if several && rank == 0 {
                blocks.push(Block::Heading { text: page_words::by_column(words, &column) });
            }
            blocks.push(Block::Table(score_table(words, report, question, caption, &column, &keys)));
            blocks.extend(by_wave.map(Block::Heat));
        }
        fold(rank, words.noun(&question.id, metric).title(), blocks, &mut out);
    }
    out
}

/// Segments of a question by column, in the report's order.
pub(super) fn columns<'a>(report: &'a Report, question: &QuestionSummary, metric: Metric) -> ByColumn<'a> {
    let of = report.metrics.iter().filter(|m| m.question == question.id && m.metric == metric);
    by_column(of.filter(|m| m.wave.is_none()))
}

fn by_column<'a>(rows: impl Iterator<Item = &'a Estimate>) -> ByColumn<'a> {
    let mut out: ByColumn<'a> = Vec::new();
    for row in rows {
        let Some(segment) = row.segment.as_deref().filter(|s| !s.is_empty()) else { continue };
        let column = segment.iter().map(|s| s.column.as_str()).collect::<Vec<_>>().join(" × ");
        match out.iter_mut().find(|known| known.0 == column) {
            Some(known) if known.1.contains(&segment) => {}
            Some(known) => known.1.push(segment),
            None => out.push((column, vec![segment])),
        }
    }
    out
}

pub(super) fn values(segment: &[SegmentValue]) -> String {
    segment.iter().map(|s| s.value.as_str()).collect::<Vec<_>>().join(" × ")
}

/// The rows of a table of tints while it is made: each with its tints and the column that it is about.
struct Making<'w> {
    words: &'w Words<'w>,
    marks: Marks,
    rows: Vec<(Row, Vec<i8>, String)>,
    /// Whether a cell bears the mark of a significant difference.
    marked: bool,
}

impl<'w> Making<'w> {
    fn new(words: &'w Words<'w>, report: &Report) -> Self {
        Self { words, marks: Marks::new(report), rows: Vec::new(), marked: false }
    }

    /// A row of cells, each an estimate, the whole that it stands against, and the mark of its difference.
    fn row<'e>(
        &mut self,
        name: String,
        of: &str,
        cells: impl Iterator<Item = (Option<&'e Estimate>, Option<&'e Estimate>, &'static str)>,
    ) {
        let (mut out, mut tints) = (vec![Cell::from(name)], Vec::new());
        for (estimate, whole, mark) in cells {
            let base = self.marks.base(self.words, estimate);
            let value = estimate.and_then(|e| Some((e, e.value?)));
            let text = value.map(|(e, v)| self.words.bare(e.metric, v, decimals(e.metric)));
            self.marked |= text.is_some() && !mark.is_empty();
            let under = text.as_ref().map(|_| format!("n\u{a0}=\u{a0}{}", base.text));
            let text = text.map_or_else(|| HIDDEN.to_owned(), |text| format!("{text}{mark}"));
            out.push(Cell { text, under, strong: !mark.is_empty() });
            tints.push(estimate.zip(whole).map_or(0, |(e, whole)| tint(self.words, e, whole)));
        }
        self.rows.push((Row { cells: out, total: of.is_empty() }, tints, of.to_owned()));
    }

    /// The name of a group, in a row of its own.
    fn group(&mut self, name: &str, columns: usize) {
        let mut cells = vec![Cell::from(name.to_owned())];
        cells.extend((1..columns).map(|_| Cell::from(String::new())));
        self.rows.push((Row { cells, total: false }, Vec::new(), String::new()));
    }

    fn table(self, caption: String, columns: Vec<Column>, note: &dyn Fn(bool) -> String) -> Heat {
        let mut notes = vec![note(self.marked)];
        notes.extend(self.marks.notes(self.words));
        let (mut rows, mut tints, mut of) = (Vec::new(), Vec::new(), Vec::new());
        for (row, row_tints, column) in self.rows {
            rows.push(row);
            tints.push(row_tints);
            of.push(column);
        }
        // Tints follow their rows: the whole stands first, and folding takes from the end.
        let grouped = rows.iter().any(Row::opens);
        let table = if grouped {
            Table { caption, columns, rows, more: None, notes: Vec::new() }
        } else {
            Table::new(self.words, caption, columns, rows)
        };
        if let Some(total) = table.rows.iter().position(|r| r.total).filter(|_| table.more.is_some()) {
            let whole = tints.remove(0);
            tints.insert(total, whole);
            let whole = of.remove(0);
            of.insert(total, whole);
        }
        Heat { table: table.noted(notes), tints, of, ends: page_words::tint_ends(self.words) }
    }
}

/// How far a cell is from the whole: −3 (far below) to 3; 0 near it, and where the base is fragile.
fn tint(words: &Words<'_>, cell: &Estimate, whole: &Estimate) -> i8 {
    let Some((value, n)) = cell.value.zip(cell.n) else { return 0 };
    let Some(of) = whole.value.filter(|_| n >= SMALL_BASE) else { return 0 };
    let length = match cell.metric.quantity() {
        Quantity::Net => 200.0,
        Quantity::Share => 100.0,
        Quantity::Mean => match words.question(&cell.question).and_then(|q| q.scale) {
            Some([low, high]) if high > low => high - low,
            _ => return 0,
        },
    };
    let distance = (value - of) / length;
    let degree = STEPS.iter().filter(|step| distance.abs() >= **step).fold(0, |degree, _| degree + 1);
    if distance < 0.0 { -degree } else { degree }
}

/// Every score by every segment: a row a value, a column a score; nothing where one score alone is asked.
fn overview(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let scored = words.scored();
    let all = by_column(report.metrics.iter().filter(|m| m.wave.is_none()));
    if scored.len() < 2 || all.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![Column::text(pick!(words, report::segment))];
    columns.extend(scored.iter().map(|(question, metric)| Column::number(heading(words, question, *metric))));
    // A long column makes a table of its own, so that it can be folded.
    let (long, short): (ByColumn<'_>, ByColumn<'_>) =
        all.into_iter().partition(|(_, rows)| rows.len() > FOLD_AFTER);
    let mut tables: Vec<(Option<String>, ByColumn<'_>)> = Vec::new();
    if !short.is_empty() {
        tables.push((None, short));
    }
    tables.extend(long.into_iter().map(|column| (Some(column.0.clone()), vec![column])));
    let made = tables.into_iter().map(|(only, parts)| {
        let mut making = Making::new(words, report);
        let total = scored.iter().map(|(q, m)| (words.cell(&q.id, *m, None, None), None, ""));
        making.row(words.segment(None), "", total);
        let grouped = parts.len() > 1;
        for (column, rows) in &parts {
            if grouped {
                making.group(column, columns.len());
            }
            for segment in rows {
                let cell = |(question, metric): &(&QuestionSummary, Metric)| {
                    let find = |at| words.cell(&question.id, *metric, None, at);
                    (find(Some(*segment)), find(None), apart(report, question, *metric, segment))
                };
                making.row(values(segment), column, scored.iter().map(cell));
            }
        }
        let mut headings: Vec<Column> =
            columns.iter().map(|c| Column { title: c.title.clone(), number: c.number }).collect();
        if let [(column, _)] = parts.as_slice() {
            headings[0].title.clone_from(column);
        }
        let caption = page_words::all_scores(words);
        let caption = only
            .map_or_else(|| caption.to_owned(), |column| format!("{caption}, {}", words.lang.quote(&column)));
        Block::Heat(making.table(caption, headings, &|marked| page_words::tints(words, marked)))
    });
    made.collect()
}

/// A score over its column: its name, or its question where several share it.
fn heading(words: &Words<'_>, question: &QuestionSummary, metric: Metric) -> String {
    let noun = words.noun(&question.id, metric);
    if question.kind == Kind::Rating || noun.title() != noun.short() {
        cut(question.title(), HEADING)
    } else {
        noun.short()
    }
}

/// The mark of a segment that differs from the other respondents.
fn apart(
    report: &Report,
    question: &QuestionSummary,
    metric: Metric,
    segment: &[SegmentValue],
) -> &'static str {
    let [only] = segment else { return "" };
    let of = |c: &&Comparison| {
        c.question == question.id
            && c.metric == metric
            && c.by == only.column
            && c.from == REST
            && c.to == only.value
            && c.segment.is_none()
    };
    match report.comparisons.iter().find(of).filter(|c| c.evidence() < SIGNIFICANT) {
        Some(c) if c.difference < 0.0 => "\u{a0}▼",
        Some(_) => "\u{a0}▲",
        None => "",
    }
}

/// The mark of a segment that moved since the wave before.
fn moved(
    report: &Report,
    (question, metric): (&QuestionSummary, Metric),
    wave: &str,
    segment: Option<&[SegmentValue]>,
) -> &'static str {
    let of = |c: &&Comparison| {
        c.question == question.id
            && c.metric == metric
            && c.by == "wave"
            && c.to == wave
            && c.segment.as_deref() == segment
    };
    match report.comparisons.iter().find(of).filter(|c| c.evidence() < SIGNIFICANT) {
        Some(c) if c.difference < 0.0 => "\u{a0}↓",
        Some(_) => "\u{a0}↑",
        None => "",
    }
}

/// One row a segment, one column a wave, each against the whole of its wave.
fn by_wave(
    words: &Words<'_>,
    report: &Report,
    name: &str,
    scored: (&QuestionSummary, Metric),
    column: &str,
    segments: &[&[SegmentValue]],
) -> Option<Heat> {
    let (question, metric) = scored;
    let waves = &report.study.waves;
    let known = |wave: &String| {
        segments.iter().any(|s| words.cell(&question.id, metric, Some(wave), Some(s)).is_some())
    };
    if waves.len() < 2 || !waves.iter().any(known) {
        return None;
    }
    let mut making = Making::new(words, report);
    let row = |segment: Option<&[SegmentValue]>| {
        waves
            .iter()
            .map(|wave| {
                let of = |segment| words.cell(&question.id, metric, Some(wave), segment);
                let whole = segment.and_then(|_| of(None));
                (of(segment), whole, moved(report, scored, wave, segment))
            })
            .collect::<Vec<_>>()
    };
    making.row(words.segment(None), "", row(None).into_iter());
    for segment in segments {
        making.row(values(segment), column, row(Some(segment)).into_iter());
    }
    let mut columns = vec![Column::text(column)];
    columns.extend(waves.iter().map(Column::number));
    let quoted = words.lang.quote(column);
    let caption = say!(words, report::by_and_wave(name, quoted));
    Some(making.table(caption, columns, &|marked| page_words::wave_tints(words, marked)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn tints_grow_with_the_distance_to_the_whole_and_spare_fragile_bases() {
        let report = sample::full(Lang::Fr);
        let words = Words::new(&report);
        let whole = sample::estimate("nps", Metric::Nps, 10.0, 2000);
        let of = |value, n| tint(&words, &sample::estimate("nps", Metric::Nps, value, n), &whole);
        assert_eq!([12.0, 15.0, 26.0, 40.0, 4.9, -5.0, -20.0].map(|v| of(v, 400)), [0, 1, 2, 3, -1, -2, -3]);
        assert_eq!(of(-90.0, 29), 0);
        // A mean goes by the length of its scale: 0.6 of 9.
        let whole = sample::estimate("accueil", Metric::RatingMean, 7.0, 2000);
        let low = sample::estimate("accueil", Metric::RatingMean, 6.4, 300);
        assert_eq!(tint(&words, &low, &whole), -1);
        let mut hidden = low;
        sample::suppress(&mut hidden);
        assert_eq!(tint(&words, &hidden, &whole), 0);
    }

    #[test]
    fn all_scores_stand_side_by_side_with_their_marks() {
        let report = sample::full(Lang::Fr);
        let words = Words::new(&report);
        let blocks = overview(&words, &report);
        let [Block::Heat(heat)] = blocks.as_slice() else { panic!("one table") };
        assert_eq!(heat.table.columns.len(), 1 + words.scored().len());
        assert_eq!(heat.tints.len(), heat.table.rows.len());
        let row = |name: &str| heat.table.rows.iter().find(|r| r.cells[0].text == name).unwrap();
        assert!(row("Sud").cells[1].text.ends_with('▼') && heat.table.notes[0].contains('▼'));
        assert!(row("région").opens() && !row("Sud").opens());
        assert!(heat.table.rows[0].total);
    }

    #[test]
    fn tints_follow_their_rows_when_these_are_folded() {
        let mut report = sample::many_segments(Lang::Fr);
        report.study.waves = vec!["1".into(), "2".into()];
        for wave in ["1", "2"] {
            let by_wave: Vec<Estimate> =
                report.metrics.iter().filter(|m| m.wave.is_none()).cloned().collect();
            report.metrics.extend(by_wave.into_iter().map(|m| Estimate { wave: Some(wave.into()), ..m }));
        }
        let words = Words::new(&report);
        let (question, metric) = words.scored()[0];
        let column = &columns(&report, question, metric)[0];
        let heat = by_wave(&words, &report, "NPS", (question, metric), "assureur", &column.1).unwrap();
        let more = heat.table.more.as_ref().unwrap();
        let rows: Vec<&Row> = heat.table.rows.iter().chain(&more.rows).collect();
        assert_eq!(rows.len(), heat.tints.len());
        for (row, tints) in rows.iter().zip(&heat.tints) {
            let low = row.cells[1].text.starts_with('−');
            assert_eq!(tints[0] < 0, low, "{}", row.cells[0].text);
        }
        assert_eq!(heat.of.iter().filter(|of| of.is_empty()).count(), 1);
    }
}
