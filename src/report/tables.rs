//! The tables of a report.

use std::collections::BTreeMap;

use super::amounts::{SMALL_BASE, decimals};
use super::change_tables;
use super::cross;
use super::document::{Block, Cell, Column, Row, Table};
use super::findings::SIGNIFICANT;
use super::page_words;
use super::words::Words;
use crate::metric::{Comparison, Estimate, Group, Metric, Quantity, SegmentValue};
use crate::report::{FrequencyTable, QuestionSummary, Report};

pub(super) const HIDDEN: &str = "–";

/// Scores by wave, one table a question; the main score in sight, the others folded.
pub(super) fn waves(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    for (rank, (question, metric)) in words.scored().into_iter().enumerate() {
        let mut keys: Vec<Key<'_>> = Vec::new();
        for wave in &report.study.waves {
            if words.cell(&question.id, metric, Some(wave), None).is_some() {
                keys.push(Key { name: wave.clone(), wave: Some(wave), segment: None });
            }
        }
        if keys.len() < 2 {
            continue;
        }
        let all = pick!(words, report::all_waves_in_tables).to_owned();
        keys.push(Key { name: all, wave: None, segment: None });
        let name = words.noun(&question.id, metric).title();
        let caption = say!(words, report::by_wave(name));
        let table =
            score_table(words, report, question, caption, pick!(words, report::wave_in_filters), &keys);
        let segments = change_tables::signalling_segments(words, report, question, metric);
        let tables = [Some(table), change_tables::control(words, report, question, metric), segments];
        let blocks = tables.into_iter().flatten().map(Block::Table).collect();
        fold(rank, words.noun(&question.id, metric).title(), blocks, &mut out);
    }
    out
}

/// Several questions in one table: mean, share of the best answers, last wave; a line each.
pub(super) fn ratings(words: &Words<'_>, report: &Report, questions: &[&QuestionSummary]) -> Option<Table> {
    let (mean, best) = (Metric::RatingMean, Metric::RatingTop2);
    let first = questions.first()?;
    let level = words.lang.level(report.study.level);
    let last = report.study.waves.last().filter(|_| report.study.waves.len() > 1);
    let mut columns = vec![
        Column::text("Question"),
        Column::number(pick!(words, report::base_in_tables)),
        Column::number(words.noun(&first.id, mean).short()),
        Column::number(say!(words, report::interval_in_tables(level))),
        Column::number(words.noun(&first.id, best).short()),
    ];
    columns.extend(last.map(|wave| Column::number(say!(words, report::last_wave_in_tables(wave)))));
    let (mut marks, mut rows) = (Marks::new(report), Vec::new());
    for question in questions {
        let cell = |metric, wave| words.cell(&question.id, metric, wave, None);
        let value = |metric, wave| {
            let value = cell(metric, wave).and_then(|row| row.value);
            value.map(|v| words.value(&question.id, metric, v, decimals(metric)))
        };
        let interval = cell(mean, None).and_then(|row| words.interval_cell(row, decimals(mean)));
        let numbers = [value(mean, None), interval, value(best, None)];
        let column = words.lang.typeset(question.title().to_owned());
        let mut cells = vec![column.into(), marks.base(words, cell(mean, None))];
        cells.extend(numbers.into_iter().map(|text| Cell::from(text.unwrap_or_else(|| HIDDEN.to_owned()))));
        if let Some(wave) = last {
            let base = marks.base(words, cell(mean, Some(wave)));
            let text = value(mean, Some(wave));
            let under = text.as_ref().map(|_| format!("n\u{a0}=\u{a0}{}", base.text));
            cells.push(Cell { text: text.unwrap_or_else(|| HIDDEN.to_owned()), under, strong: false });
        }
        rows.push(Row { cells, total: false });
    }
    let caption = pick!(words, report::the_other_ratings).to_owned();
    let notes = marks.notes(words);
    Some(Table::new(words, caption, columns, rows).noted(notes))
}

/// The answers of the questions answered by choosing, the most frequent first, in total and by segment where it was
/// asked for.
pub(super) fn choices(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let (tables, notes) = cross::all(words, report, cross::Layout::Columns);
    let block = |(from, made): (&FrequencyTable, Table)| {
        // A cross-table folded would lose its bases from sight.
        Block::Table(if from.by.is_some() {
            made
        } else {
            Table::new(words, made.caption, made.columns, made.rows).noted(made.notes)
        })
    };
    let notes = notes.into_iter().map(|text| Block::Text { text });
    tables.into_iter().map(block).chain(notes).collect()
}

/// The main score's blocks stay in sight, those of the others are folded under their name.
pub(super) fn fold(rank: usize, name: String, blocks: Vec<Block>, out: &mut Vec<Block>) {
    if rank == 0 {
        out.extend(blocks);
    } else if !blocks.is_empty() {
        out.push(Block::Fold { summary: name, blocks });
    }
}

/// Which estimates make a row.
pub(super) struct Key<'a> {
    pub name: String,
    pub wave: Option<&'a str>,
    pub segment: Option<&'a [SegmentValue]>,
}

/// One row a key: base, each metric with its interval, shares of the groups that the metrics leave out.
pub(super) fn score_table(
    words: &Words<'_>,
    report: &Report,
    question: &QuestionSummary,
    caption: String,
    first: &str,
    keys: &[Key<'_>],
) -> Table {
    let metrics = words.metrics(&question.id);
    let groups = groups(metrics);
    let level = words.lang.level(report.study.level);
    let mut columns = vec![Column::text(first), Column::number(pick!(words, report::base_in_tables))];
    for &metric in metrics {
        columns.push(Column::number(words.noun(&question.id, metric).short()));
        columns.push(Column::number(say!(words, report::interval_in_tables(level))));
    }
    columns.extend(groups.iter().map(|group| Column::number(words.group_heading(&question.id, *group))));
    let (mut marks, mut rows) = (Marks::new(report), Vec::new());
    for key in keys {
        let cell = |metric| words.cell(&question.id, metric, key.wave, key.segment);
        let main = metrics.first().and_then(|m| cell(*m));
        let mut cells = vec![Cell::from(key.name.clone()), marks.base(words, main)];
        for &metric in metrics {
            let row = cell(metric);
            let value = row.and_then(|r| r.value).map(|v| words.bare(metric, v, decimals(metric)));
            let interval = row.and_then(|r| words.interval_cell(r, decimals(metric)));
            cells.push(value.unwrap_or_else(|| HIDDEN.to_owned()).into());
            cells.push(interval.unwrap_or_else(|| HIDDEN.to_owned()).into());
        }
        let shares = main.and_then(|m| m.shares.as_ref());
        for group in &groups {
            let share = shares.and_then(|s| s.get(group)).map(|s| words.share(*s, 1));
            cells.push(share.unwrap_or_else(|| HIDDEN.to_owned()).into());
        }
        rows.push(Row { cells, total: key.wave.is_none() && key.segment.is_none() });
    }
    let notes = marks.notes(words);
    Table::new(words, caption, columns, rows).noted(notes)
}

/// Groups whose shares a table adds: those of a net score, and what a share of the best leaves out.
fn groups(metrics: &[Metric]) -> Vec<Group> {
    let has = |quantity| metrics.iter().any(|m| m.quantity() == quantity);
    if has(Quantity::Net) {
        vec![Group::Promoters, Group::Passives, Group::Detractors]
    } else if has(Quantity::Share) {
        vec![Group::Middle, Group::Low]
    } else {
        vec![Group::High, Group::Middle, Group::Low]
    }
}

/// What a table has shown that needs a word under it.
#[derive(Default)]
pub(super) struct Marks {
    /// Under a minimum of one answer, what is hidden is what nobody answered.
    min_group: u64,
    small: bool,
    hidden: bool,
    absent: bool,
}

impl Marks {
    pub fn new(report: &Report) -> Self {
        Self { min_group: report.study.min_group, ..Self::default() }
    }

    pub fn base(&mut self, words: &Words<'_>, estimate: Option<&Estimate>) -> Cell {
        match estimate.map(|e| (e.n, e.suppressed)) {
            Some((Some(n), false)) if n > 0 => {
                self.small |= n < SMALL_BASE;
                let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
                format!("{}{flag}", words.lang.count(n)).into()
            }
            Some((_, true)) if self.min_group > 1 => {
                self.hidden = true;
                HIDDEN.to_owned().into()
            }
            _ => {
                self.absent = true;
                HIDDEN.to_owned().into()
            }
        }
    }

    pub fn notes(&self, words: &Words<'_>) -> Vec<String> {
        let min = words.answers(self.min_group);
        let small = self.small.then(|| small_note(words));
        let hidden =
            self.hidden.then(|| say!(words, report::hidden_so_that_nobody_can_be_recognised_fewer(min)));
        let absent = (self.absent && !self.hidden).then(|| say!(words, report::no_answer_in_tables));
        [small, hidden, absent].into_iter().flatten().collect()
    }
}

pub(super) fn small_note(words: &Words<'_>) -> String {
    say!(words, report::base_under_answers_a_fragile_figure_not_to(SMALL_BASE))
}

/// Differences with their tests: a table for each score and pair of waves.
pub(super) fn comparisons(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    for (rank, (question, main)) in words.scored().into_iter().enumerate() {
        let mut blocks = Vec::new();
        for &metric in words.metrics(&question.id) {
            let mut pairs: BTreeMap<(&str, &str, &str), Vec<&Comparison>> = BTreeMap::new();
            let wanted = |c: &&Comparison| c.question == question.id && c.metric == metric && c.by == "wave";
            for c in report.comparisons.iter().filter(wanted) {
                pairs.entry((&c.by, &c.from, &c.to)).or_default().push(c);
            }
            for ((by, from, to), mut rows) in pairs {
                rows.sort_by(|a, b| {
                    let rank = |c: &Comparison| c.segment.is_some();
                    rank(a).cmp(&rank(b)).then(a.q.total_cmp(&b.q)).then_with(|| a.segment.cmp(&b.segment))
                });
                let name = words.noun(&question.id, metric).title();
                let by = if by == "wave" { String::new() } else { format!(" ({by})") };
                let caption = say!(words, report::against(name, to, from, by));
                blocks.push(Block::Table(comparison_table(words, caption, (from, to), &rows)));
            }
        }
        blocks.extend(change_tables::decompositions(words, report, question, main));
        fold(rank, words.noun(&question.id, main).title(), blocks, &mut out);
    }
    if !out.is_empty() {
        out.insert(0, Block::Text { text: say!(words, report::a_difference_is_called_significant_when_q) });
    }
    out.extend(super::entity_tables::beside_the_others(words, report));
    out
}

fn comparison_table(
    words: &Words<'_>,
    caption: String,
    (from, to): (&str, &str),
    rows: &[&Comparison],
) -> Table {
    let whole = rows.iter().any(|c| c.whole.is_some());
    let mut columns = vec![
        Column::text("Segment"),
        Column::number(from),
        Column::number(to),
        Column::number(pick!(words, report::difference_points)),
        Column::number(pick!(words, report::interval_of_the_difference)),
        Column::number("q"),
        Column::text(pick!(words, report::reading)),
    ];
    if whole {
        columns.insert(6, Column::number(pick!(words, report::higher_answer)));
    }
    let row = |c: &&Comparison| {
        let digits = decimals(c.metric);
        let end = |side: &str, n: u64| {
            let text = end_value(words, c, side).map(|v| words.bare(c.metric, v, digits));
            let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
            let base = format!("n\u{a0}=\u{a0}{}{flag}", words.lang.count(n));
            Cell { text: text.unwrap_or_else(|| HIDDEN.to_owned()), under: Some(base), strong: false }
        };
        let significant = c.evidence() < SIGNIFICANT;
        let reading = page_words::reading(words, significant, c.difference < 0.0);
        let higher = c.whole.map(|whole| Cell {
            text: words.share(whole.superiority, 0),
            under: Some(format!("p\u{a0}{}", words.sign_and_probability(whole.p))),
            strong: false,
        });
        let mut row = Row {
            cells: vec![
                words.segment(c.segment.as_deref()).into(),
                end(from, c.n_from),
                end(to, c.n_to),
                words.lang.signed(c.difference, digits).into(),
                words.gap_interval(c.ci_low, c.ci_high, digits).into(),
                if c.is_asked() { words.evidence(c) } else { words.lang.probability(c.q) }.into(),
                Cell { text: reading.to_owned(), under: None, strong: significant },
            ],
            total: c.segment.is_none(),
        };
        if whole {
            row.cells.insert(6, higher.unwrap_or_else(|| HIDDEN.to_owned().into()));
        }
        row
    };
    let small = rows.iter().any(|c| c.n_from.min(c.n_to) < SMALL_BASE);
    let shown = rows.iter().map(row).collect();
    let higher = whole.then(|| say!(words, report::higher_answer_probability_that_an_answer_of(to, from)));
    let notes = small.then(|| small_note(words)).into_iter().chain(higher);
    Table::new(words, caption, columns, shown).noted(notes)
}

/// The value of one side of a comparison: a wave, or a value of a segment column.
pub(super) fn end_value(words: &Words<'_>, c: &Comparison, side: &str) -> Option<f64> {
    if c.by == "wave" {
        return words.cell(&c.question, c.metric, Some(side), c.segment.as_deref())?.value;
    }
    let mut segment = vec![SegmentValue { column: c.by.clone(), value: side.to_owned() }];
    segment.extend(c.segment.iter().flatten().cloned());
    words.cell(&c.question, c.metric, None, Some(&segment))?.value
}
