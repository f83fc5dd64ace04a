//! The report on a terminal: the findings, the scores, the words that count. The rest is in the files.

use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{CellAlignment, ContentArrangement, Table};

use super::amounts::{SMALL_BASE, decimals};
use super::centre;
use super::findings::SIGNIFICANT;
use super::method;
use super::words::Words;
use crate::driver::Driver;
use crate::report::Report;

/// Columns of text.
pub(super) const WIDTH: u16 = 100;
/// Drivers and keywords shown.
const SHOWN: usize = 5;
/// Scores shown.
const SCORES: usize = 8;

/// A summary of about forty lines, without colours.
#[must_use]
pub fn terminal(report: &Report) -> String {
    let words = Words::new(report);
    let mut parts = Vec::new();
    if let Some(title) = &report.study.title {
        parts.push(clean(title));
    }
    if !report.findings.is_empty() {
        let items: Vec<String> = report.findings.iter().map(|f| wrap(&clean(&f.text), "• ", "  ")).collect();
        parts.push(items.join("\n"));
        parts.extend(method::key(&words, report).map(|key| wrap(&key, "", "")));
    }
    parts.extend(indicators(&words, report));
    // The indicators of a centre take the room of what its findings say already.
    if report.centre.is_some() || report.transcripts.is_some() {
        parts.extend(scores(&words, report, 2));
    } else {
        parts.extend(scores(&words, report, SCORES));
        parts.extend(drivers(&words, report));
        parts.extend(keywords(&words, report));
    }
    parts.join("\n\n") + "\n"
}

/// A table with its headings, whose columns after the first `texts` stand to the right.
fn table(headings: Vec<String>, rows: Vec<Vec<String>>, texts: usize) -> String {
    let mut table = Table::new();
    table.load_style(UTF8_BORDERS_ONLY).set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    table.set_header(headings);
    table.add_rows(rows);
    for column in table.column_iter_mut().skip(texts) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.trim_fmt()
}

fn indicators(words: &Words<'_>, report: &Report) -> Option<String> {
    let (headings, rows) = centre::summary(words, report)?;
    let rows = rows.into_iter().map(|row| row.iter().map(|cell| clean(cell)).collect()).collect();
    Some(table(headings, rows, 1))
}

fn scores(words: &Words<'_>, report: &Report, most: usize) -> Option<String> {
    let level = words.lang.level(report.study.level);
    let last = report.study.waves.last().filter(|_| report.study.waves.len() > 1);
    let mut headings = vec![
        pick!(words, report::score_in_terminal).to_owned(),
        pick!(words, report::value).to_owned(),
        say!(words, report::interval(level)),
        pick!(words, report::base_in_tables).to_owned(),
    ];
    headings.extend(last.map(|wave| clean(wave)));
    let mut rows = Vec::new();
    for (question, metric) in words.scored().into_iter().take(most) {
        let Some(total) = words.cell(&question.id, metric, None, None) else { continue };
        let hidden = || "–".to_owned();
        let digits = decimals(metric);
        let flag = |n: u64| if n < SMALL_BASE { "\u{a0}†" } else { "" };
        let value = |v: f64| words.value(&question.id, metric, v, digits);
        let mut row = vec![
            clean(&words.noun(&question.id, metric).title()),
            total.value.map_or_else(hidden, value),
            words.interval_of(total, digits).unwrap_or_else(hidden),
            total.n.map_or_else(hidden, |n| format!("{}{}", words.lang.count(n), flag(n))),
        ];
        if let Some(wave) = last {
            let cell = words.cell(&question.id, metric, Some(wave), None);
            row.push(cell.and_then(|c| c.value).map_or_else(hidden, value));
        }
        rows.push(row);
    }
    (!rows.is_empty()).then(|| table(headings, rows, 1))
}

fn drivers(words: &Words<'_>, report: &Report) -> Option<String> {
    let target = report.drivers.first()?.target.as_str();
    let digits = decimals(words.main_metric(target)?);
    // Themes where there are some, words elsewhere.
    let themes = report.drivers.iter().any(|d| d.target == target && d.adjusted.is_some());
    let shown = |d: &&Driver| d.topic && d.target == target && (d.adjusted.is_some() || !themes);
    let mut rows: Vec<&Driver> = report.drivers.iter().filter(shown).collect();
    rows.sort_by(|a, b| {
        let unsure = |d: &Driver| d.q >= SIGNIFICANT;
        let larger = b.impact.abs().total_cmp(&a.impact.abs());
        unsure(a).cmp(&unsure(b)).then(larger).then_with(|| a.label.cmp(&b.label))
    });
    let question = rows.first()?.question.as_str();
    rows.retain(|d| d.question == question);
    let within = clean(&words.within(question));
    let headings = [
        format!("{}{within}", pick!(words, report::what_moves_the_score)),
        pick!(words, report::comments).to_owned(),
        pick!(words, report::impact_points).to_owned(),
        pick!(words, report::interval_in_terminal).to_owned(),
        "q".to_owned(),
    ];
    let row = |d: &&Driver| {
        vec![
            clean(&d.label),
            words.lang.count(d.n),
            words.lang.signed(d.impact, digits),
            words.gap_interval(d.ci_low, d.ci_high, digits),
            words.lang.probability(d.q),
        ]
    };
    Some(table(headings.to_vec(), rows.iter().take(SHOWN).map(row).collect(), 1))
}

fn keywords(words: &Words<'_>, report: &Report) -> Option<String> {
    let first = report.keywords.first()?;
    let of_first = || report.keywords.iter().filter(|k| k.question == first.question);
    // A word that only denies, judges or measures tells nothing alone.
    let topics = of_first().any(|k| k.topic);
    let shown = of_first().filter(|k| k.topic || !topics).take(SHOWN + 3);
    let items: Vec<String> =
        shown.map(|k| format!("{} ({})", clean(&k.label), words.share(k.share, 0))).collect();
    let list = items.join(", ");
    let text = say!(words, report::keywords_in_terminal(list));
    Some(wrap(&text, "", "  "))
}

/// Data as it may reach a terminal: on one line, without control characters.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() && c.is_control() { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect()
}

/// Lines of at most [`WIDTH`] characters, cut at ordinary spaces only.
pub(super) fn wrap(text: &str, first: &str, next: &str) -> String {
    let mut out = first.to_owned();
    let mut column = first.chars().count();
    for (i, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if i > 0 && column + 1 + length > usize::from(WIDTH) {
            out.push('\n');
            out.push_str(next);
            column = next.chars().count();
        } else if i > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn a_summary_fits_the_screen() {
        for lang in [Lang::Fr, Lang::En] {
            for report in sample::all(lang) {
                let text = terminal(&report);
                assert!(text.lines().all(|line| line.chars().count() <= usize::from(WIDTH)), "{text}");
                assert!(text.lines().count() <= 60, "{text}");
                assert!(!text.contains("None") && !text.contains("NaN") && !text.contains('\u{1b}'));
            }
        }
    }

    #[test]
    fn control_characters_do_not_reach_the_screen() {
        assert_eq!(clean("a\u{1b}[31mb\nc"), "a[31mb c");
    }
}
