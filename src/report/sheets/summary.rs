//! The first sheet: what was read, what there is to remember, the scores, what the workbook holds.

use super::indicators::{name_of_calls, shown};
use super::look::Look;
use super::sheet::{Cell, Line, LineKind, Sheet};
use crate::centre::IndicatorRow;
use crate::metric::{Estimate, Met, Metric};
use crate::report::centre::described;
use crate::report::words::Words;
use crate::report::{QuestionSummary, Report};
use crate::report::{method, sections};

/// Title of a report whose study has none.
pub(super) fn untitled(report: &Report) -> &'static str {
    let lang = report.study.language;
    if report.centre.is_some() {
        pick!(lang, sheets::indicators_of_the_contact_centre)
    } else {
        pick!(lang, sheets::survey_results)
    }
}

/// The summary, with a line to each of the other sheets.
pub(super) fn sheet<'s>(
    words: &Words<'_>,
    report: &Report,
    others: impl Iterator<Item = &'s Sheet>,
) -> Sheet {
    let title = report.study.title.clone().unwrap_or_else(|| untitled(report).to_owned());
    let widths = vec![44.0, 15.0, 12.0, 12.0, 12.0, 16.0, 14.0, 14.0];
    let mut sheet = Sheet::free(pick!(words, sheets::summary), title, widths);
    let section = |sheet: &mut Sheet, title: &str| {
        sheet.lines.push(Line::of(LineKind::Plain, Vec::new()));
        sheet.lines.push(Line::one(LineKind::Section, title));
    };
    let term =
        |term: String, text: String| Line::of(LineKind::Term, vec![Cell::Text(term), Cell::Text(text)]);
    for (name, text) in sections::facts(words, report) {
        sheet.lines.push(term(name, text));
    }
    if !report.findings.is_empty() {
        section(&mut sheet, pick!(words, sheets::key_findings));
        for finding in &report.findings {
            sheet.lines.push(Line::one(LineKind::Sentence, format!("•\u{a0}{}", finding.text)));
        }
        sheet.lines.extend(method::key(words, report).map(|key| Line::one(LineKind::Note, key)));
    }
    let indicators = indicators(words, report);
    if !indicators.is_empty() {
        section(&mut sheet, pick!(words, sheets::indicators_in_indicators));
        sheet.lines.extend(indicators);
    }
    let scores = scores(words, report);
    if !scores.is_empty() {
        section(&mut sheet, pick!(words, sheets::scores_in_scores));
        sheet.lines.extend(scores);
    }
    section(&mut sheet, pick!(words, sheets::the_sheets_of_this_workbook));
    for other in others {
        let cells = vec![Cell::Link(other.tab.clone()), Cell::text(other.title.clone())];
        sheet.lines.push(Line::of(LineKind::Term, cells));
    }
    let version = format!("{} {}", report.generator.name, report.generator.version);
    sheet.lines.push(Line::of(LineKind::Plain, Vec::new()));
    let mut made = say!(words, sheets::workbook_made_by_cells_keep_the_unrounded(version));
    if report.centre.is_some() {
        made.push(' ');
        made.push_str(pick!(words, sheets::durations_of_two_hours_and_more_are_to_the_minute));
    }
    sheet.lines.push(Line::one(LineKind::Note, made));
    sheet
}

/// Each score with its interval, its base, the last wave, its target.
fn scores(words: &Words<'_>, report: &Report) -> Vec<Line> {
    let scored = words.scored();
    if scored.is_empty() {
        return Vec::new();
    }
    let last = report.study.waves.last().filter(|_| report.study.waves.len() > 1);
    let mut heads = vec![
        Cell::text(pick!(words, headings::score)),
        Cell::text(pick!(words, headings::value)),
        Cell::text(pick!(words, headings::low_end)),
        Cell::text(pick!(words, headings::high_end)),
        Cell::text(pick!(words, headings::base)),
    ];
    if let Some(wave) = last {
        heads.push(Cell::Text(say!(words, sheets::last_wave(wave))));
        heads.push(Cell::text(pick!(words, sheets::change_from_the_one_before)));
        heads.push(Cell::text(pick!(words, sheets::p)));
    }
    let mut out = vec![Line::of(LineKind::Header, heads)];
    for (question, metric) in scored {
        let Some(total) = words.cell(&question.id, metric, None, None) else { continue };
        let look = Look::metric(metric);
        let mut cells = vec![Cell::Text(words.name_in_full(question, metric))];
        cells.extend(estimate(total, look));
        cells.push(Cell::count(total.n, Look::Base));
        if let Some(wave) = last {
            let row = words.cell(&question.id, metric, Some(wave), None);
            cells.push(Cell::number(row.and_then(|row| row.value), look));
            cells.extend(change(report, question, metric, wave));
        }
        out.push(Line::of(LineKind::Plain, cells));
    }
    out
}

fn estimate(row: &Estimate, look: Look) -> [Cell; 3] {
    [row.value, row.ci_low, row.ci_high].map(|value| Cell::number(value, look))
}

/// The change of the whole to the last wave, and its p.
fn change(report: &Report, question: &QuestionSummary, metric: Metric, wave: &str) -> [Cell; 2] {
    let row = report
        .comparisons
        .iter()
        .find(|c| c.is_asked() && c.question == question.id && c.metric == metric && c.to == wave);
    [
        Cell::number(row.map(|row| row.difference), Look::gap(metric)),
        Cell::number(row.map(|row| row.p), Look::Probability),
    ]
}

/// The indicators of a centre that its page shows first; of calls, those that there are.
fn indicators(words: &Words<'_>, report: &Report) -> Vec<Line> {
    let whole = |row: &IndicatorRow| row.period.is_none() && row.segment.as_ref().is_none_or(Vec::is_empty);
    let rows: Vec<&IndicatorRow> = match &report.centre {
        Some(centre) => {
            let all = described(words, report);
            let first = |id| all.iter().find(|d| d.row.id == id && d.main && whole(d.row)).map(|d| d.row);
            centre.headline.iter().filter_map(|id| first(*id)).collect()
        }
        None => report.indicators.iter().filter(|row| whole(row)).collect(),
    };
    if rows.is_empty() {
        return Vec::new();
    }
    let mut out = vec![Line::of(
        LineKind::Header,
        vec![
            Cell::text(pick!(words, sheets::indicator)),
            Cell::text(pick!(words, headings::value)),
            Cell::text(pick!(words, headings::low_end)),
            Cell::text(pick!(words, headings::high_end)),
            Cell::text(pick!(words, headings::base)),
            Cell::text(pick!(words, sheets::target_heading)),
            Cell::text(pick!(words, headings::met)),
        ],
    )];
    for row in rows {
        let number = |value: Option<f64>| value.map_or(Cell::Hidden, |value| shown(row.unit, value));
        let met = match row.met {
            Some(Met::Yes) => Cell::text(pick!(words, sheets::yes)),
            Some(Met::No) => Cell::text(pick!(words, sheets::no)),
            Some(Met::Undecided) => Cell::text(pick!(words, sheets::undecided)),
            None => Cell::Empty,
        };
        let target = row.target.map_or(Cell::Empty, |target| shown(row.unit, target));
        let label = if report.centre.is_some() { row.label.clone() } else { name_of_calls(row, words.lang) };
        let cells = vec![
            Cell::Text(label),
            number(row.value),
            number(row.ci_low),
            number(row.ci_high),
            Cell::count(row.n, Look::Base),
            target,
            met,
        ];
        out.push(Line::of(LineKind::Plain, cells));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::study::Kind;

    #[test]
    fn scores_of_questions_that_begin_alike_are_told_apart() {
        let mut report = sample::empty(Lang::Fr);
        let shared = "Dans quelle mesure êtes-vous satisfait de chacun des aspects suivants de votre séjour";
        for (id, end) in [("a", "l’accueil"), ("b", "la propreté")] {
            let column = format!("{shared} [{end}]");
            report.study.questions.push(sample::question(id, &column, Kind::Rating, Some([1.0, 5.0])));
            report.metrics.push(sample::estimate(id, Metric::RatingMean, 4.0, 100));
        }
        let lines = scores(&Words::new(&report), &report);
        let name = |end: &str| Cell::Text(format!("Note moyenne «\u{a0}{shared} [{end}]\u{a0}»"));
        assert_eq!([&lines[1].cells[0], &lines[2].cells[0]], [&name("l’accueil"), &name("la propreté")]);
    }

    #[test]
    fn the_summary_says_what_the_report_says_and_leads_to_every_sheet() {
        for lang in [Lang::Fr, Lang::En] {
            for report in sample::all(lang) {
                let words = Words::new(&report);
                let other = Sheet::free("Scores", "Les scores".into(), Vec::new());
                let sheet = sheet(&words, &report, std::iter::once(&other));
                let texts: Vec<&str> = sheet
                    .lines
                    .iter()
                    .flat_map(|line| &line.cells)
                    .filter_map(|cell| match cell {
                        Cell::Text(text) | Cell::Link(text) => Some(text.as_str()),
                        _ => None,
                    })
                    .collect();
                for finding in &report.findings {
                    assert!(texts.iter().any(|text| text.ends_with(&finding.text)));
                }
                assert!(texts.contains(&"Scores"));
            }
        }
    }
}
