//! The tables of the themes: what is spoken of and how it is judged, what changed, how the codebook fits.

use super::amounts::decimals;
use super::document::{Block, Column, Row, Table};
use super::findings::SIGNIFICANT;
use super::theme_pairs::Overlap;
use super::theme_rows::{CodebookRow, ThemeChange, ThemeRow};
use super::theme_waves::ThemeWave;
use super::words::Words;
use crate::report::Report;

/// Words that no theme covers, shown under the table.
const WORDS: usize = 8;

/// The themes of each open question, and their changes.
pub(super) fn themes(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    for book in &report.codebooks {
        let of = |row: &&ThemeRow| row.question == book.question;
        let rows: Vec<&ThemeRow> = report.themes.iter().filter(of).collect();
        if rows.is_empty() {
            continue;
        }
        out.push(Block::Table(theme_table(words, book, &rows)));
        let changes: Vec<&ThemeChange> =
            report.theme_changes.iter().filter(|change| change.question == book.question).collect();
        out.extend(change_table(words, &changes).map(Block::Table));
        out.extend(wave_table(words, report, &book.question).map(Block::Table));
        out.extend(pair_table(words, book, &rows).map(Block::Table));
    }
    out
}

fn theme_table(words: &Words<'_>, book: &CodebookRow, rows: &[&ThemeRow]) -> Table {
    let columns = vec![
        Column::text(pick!(words, report::theme)),
        Column::number(pick!(words, report::comments)),
        Column::number(pick!(words, report::share)),
        Column::number(pick!(words, report::displeased)),
        Column::number(pick!(words, report::neutral_or_mixed)),
        Column::number(pick!(words, report::pleased)),
    ];
    let row = |t: &&ThemeRow| Row {
        cells: vec![
            t.label.clone().into(),
            words.lang.count(t.n).into(),
            words.share(t.share, 1).into(),
            words.share(t.negative, 0).into(),
            words.share(t.neutral, 0).into(),
            words.share(t.positive, 0).into(),
        ],
        total: false,
    };
    let (column, base) = (words.column(&book.question), words.lang.count(book.base));
    let caption = say!(words, report::themes_of_base_of_comments_pleased_and(column, base));
    Table::new(words, caption, columns, rows.iter().map(row).collect()).noted(Some(coverage(words, book)))
}

fn coverage(words: &Words<'_>, book: &CodebookRow) -> String {
    let (covered, name) = (words.share(book.coverage, 0), words.lang.quote(&book.codebook));
    let left = book.uncovered.iter().take(WORDS).map(|w| format!("{} ({})", w.label, words.lang.count(w.n)));
    let left: Vec<String> = left.collect();
    let left = if left.is_empty() {
        String::new()
    } else {
        let list = left.join(", ");
        say!(words, report::words_most_often_met_in_the_other_comments(list))
    };
    say!(words, report::codebook_of_the_comments_speak_of_at_least(name, covered, left))
}

fn change_table(words: &Words<'_>, changes: &[&ThemeChange]) -> Option<Table> {
    let first = changes.first()?;
    let metric = first.target.as_deref().and_then(|target| words.main_metric(target));
    let mut columns = vec![
        Column::text(pick!(words, report::theme)),
        Column::number(first.from.clone()),
        Column::number(first.to.clone()),
        Column::number(pick!(words, report::difference_points)),
        Column::number(pick!(words, report::interval_in_terminal)),
        Column::number("q"),
    ];
    if metric.is_some() {
        columns.push(Column::number(pick!(words, report::goes_with_points_of_score)));
    }
    let row = |c: &&ThemeChange| {
        let mut cells = vec![
            c.label.clone().into(),
            words.share(c.share_from, 1).into(),
            words.share(c.share_to, 1).into(),
            words.lang.signed(c.difference * 100.0, 1).into(),
            words.gap_interval(c.ci_low * 100.0, c.ci_high * 100.0, 1).into(),
            words.lang.probability(c.q).into(),
        ];
        if let Some(metric) = metric {
            let part = c.contribution.map(|part| words.lang.signed(part, decimals(metric)));
            cells.push(part.unwrap_or_default().into());
        }
        Row { cells, total: false }
    };
    let caption = say!(words, report::themes_from_to_as_shares_of_the_comments(first.from, first.to));
    let note = metric.map(|_| say!(words, report::the_last_column_is_the_impact_of_the));
    Some(Table::new(words, caption, columns, changes.iter().map(row).collect()).noted(note))
}

/// Share of the verbatims of each wave that mention each theme, most often mentioned first.
fn wave_table(words: &Words<'_>, report: &Report, question: &str) -> Option<Table> {
    let cells: Vec<&ThemeWave> = report.theme_waves.iter().filter(|cell| cell.question == question).collect();
    let waves = &report.study.waves;
    let themes = report.themes.iter().filter(|t| t.question == question);
    let found = |theme: &str, wave: &str| cells.iter().find(|c| c.theme == theme && c.wave == wave);
    let row = |t: &ThemeRow| {
        let shares = waves.iter().map(|wave| {
            let share = found(&t.theme, wave).and_then(|cell| cell.share);
            share.map_or_else(|| "–".to_owned(), |share| words.share(share, 1)).into()
        });
        Row { cells: std::iter::once(t.label.clone().into()).chain(shares).collect(), total: false }
    };
    let told = themes.filter(|t| cells.iter().any(|c| c.theme == t.theme && c.n.is_some()));
    let mut rows: Vec<Row> = told.map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let bases = waves.iter().map(|wave| {
        let base = cells.iter().filter(|c| c.wave == *wave).find_map(|c| c.base);
        base.map_or_else(|| "–".to_owned(), |n| words.lang.count(n)).into()
    });
    let title: String = pick!(words, report::comments).to_owned();
    rows.push(Row { cells: std::iter::once(title.into()).chain(bases).collect(), total: true });
    let first = Column::text(pick!(words, report::theme));
    let columns = std::iter::once(first).chain(waves.iter().map(Column::number)).collect();
    let caption = say!(words, report::themes_of_by_wave_as_shares_of_the(words.column(question)));
    let hidden = cells
        .iter()
        .any(|cell| cell.suppressed)
        .then(|| say!(words, report::dash_hidden_to_protect_small_groups));
    Some(Table::new(words, caption, columns, rows).noted(hidden))
}

/// Themes that are mentioned together more often than by chance, the surest first.
fn pair_table(words: &Words<'_>, book: &CodebookRow, rows: &[&ThemeRow]) -> Option<Table> {
    let sure = |pair: &&Overlap| pair.q < SIGNIFICANT && pair.lift > 1.0;
    let mut pairs: Vec<&Overlap> = book.overlaps.iter().filter(sure).collect();
    pairs.sort_by(|a, b| b.log_likelihood.total_cmp(&a.log_likelihood).then_with(|| a.themes.cmp(&b.themes)));
    if pairs.is_empty() {
        return None;
    }
    let label =
        |id: &String| rows.iter().find(|t| t.theme == *id).map_or_else(|| id.clone(), |t| t.label.clone());
    let row = |pair: &&Overlap| {
        let [one, other] = pair.themes.each_ref().map(label);
        Row {
            cells: vec![
                one.into(),
                other.into(),
                words.lang.count(pair.n).into(),
                words.lang.number(pair.expected, 1).into(),
                words.lang.number(pair.lift, 1).into(),
                words.lang.probability(pair.q).into(),
            ],
            total: false,
        }
    };
    let columns = vec![
        Column::text(pick!(words, report::theme)),
        Column::text(pick!(words, report::goes_with)),
        Column::number(pick!(words, report::comments)),
        Column::number(pick!(words, report::expected_by_chance)),
        Column::number(pick!(words, report::times_as_many)),
        Column::number("q"),
    ];
    let base = words.lang.count(book.base);
    let caption = say!(words, report::themes_mentioned_together_more_often_than_by(base));
    Some(Table::new(words, caption, columns, pairs.iter().map(row).collect()))
}
