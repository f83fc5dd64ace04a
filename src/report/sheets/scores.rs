//! The scores: the whole and its waves, then the segments.

use super::look::Look;
use super::sheet::{Cell, Heading, Line, LineKind, Sheet};
use crate::metric::{Estimate, Group};
use crate::report::words::Words;
use crate::report::{QuestionSummary, Report};

/// Groups of answers, each in the column of its rank.
const RANKS: [(&str, [Group; 2]); 3] = [
    ("share_best", [Group::Promoters, Group::High]),
    ("share_middle", [Group::Passives, Group::Middle]),
    ("share_worst", [Group::Detractors, Group::Low]),
];

/// One sheet of the whole and its waves, one of the segments, those that have rows.
pub(super) fn sheets(words: &Words<'_>, report: &Report) -> Vec<Sheet> {
    let level = words.lang.level(report.study.level);
    let intro = say!(words, sheets::ends_interval_nps_in_points_shares_in_means(level));
    let parts = [
        (false, pick!(words, sheets::scores), pick!(words, sheets::scores_in_scores)),
        (true, "Segments", pick!(words, sheets::scores_by_segment)),
    ];
    let made = parts.into_iter().filter_map(|(segments, tab, title)| {
        let of_part = |row: &&Estimate| row.segment.as_ref().is_some_and(|s| !s.is_empty()) == segments;
        let lines: Vec<Line> =
            report.metrics.iter().filter(of_part).map(|row| line(words, row, segments)).collect();
        (!lines.is_empty()).then(|| {
            Sheet::table(tab, title.to_owned(), intro.clone(), &headings(words, segments), lines, Vec::new())
        })
    });
    made.collect()
}

fn headings(words: &Words<'_>, segments: bool) -> Vec<Heading> {
    let mut all = vec![("metric", text!(headings::metric))];
    if segments {
        all.push(("segment_column", text!(headings::segment)));
        all.push(("segment_value", text!(sheets::value_of_the_segment)));
    }
    all.extend([
        ("wave", text!(headings::wave)),
        ("value", text!(headings::value)),
        ("ci_low", text!(headings::low_end)),
        ("ci_high", text!(headings::high_end)),
        ("n", text!(headings::base)),
        ("n_eff", text!(headings::effective_base)),
        ("share_best", text!(sheets::promoters_satisfied_high_ratings)),
        ("share_middle", text!(sheets::passives_neutral_middle_ratings)),
        ("share_worst", text!(sheets::detractors_dissatisfied_low_ratings)),
        ("question", text!(headings::question)),
    ]);
    all.into_iter().map(|(key, text)| (key, text.said(words.lang).to_owned())).collect()
}

fn line(words: &Words<'_>, row: &Estimate, segments: bool) -> Line {
    let look = Look::metric(row.metric);
    let question = words.question(&row.question).map_or(row.question.as_str(), QuestionSummary::title);
    let mut cells = vec![Cell::Text(words.noun(&row.question, row.metric).title())];
    if segments {
        let joined = |of: fn(&crate::metric::SegmentValue) -> &str| {
            row.segment.iter().flatten().map(of).collect::<Vec<_>>().join(" × ")
        };
        cells.push(Cell::Text(joined(|segment| &segment.column)));
        cells.push(Cell::Text(joined(|segment| &segment.value)));
    }
    let wave = row.wave.clone().unwrap_or_else(|| pick!(words, sheets::all_in_scores).to_owned());
    // Without a design the effective base is the base.
    let effective = if row.deff.is_some() { Cell::number(row.n_eff, Look::Count) } else { Cell::Empty };
    cells.extend([
        Cell::Text(wave),
        Cell::number(row.value, look),
        Cell::number(row.ci_low, look),
        Cell::number(row.ci_high, look),
        Cell::count(row.n, Look::Base),
        effective,
    ]);
    let shares = row.shares.as_ref();
    let share =
        |groups: [Group; 2]| shares.and_then(|s| groups.iter().find_map(|group| s.get(group).copied()));
    cells.extend(RANKS.map(|(_, groups)| Cell::number(share(groups), Look::Share(1))));
    cells.push(Cell::text(question));
    let whole = row.wave.is_none() && !segments;
    Line::of(if whole { LineKind::Total } else { LineKind::Plain }, cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn every_estimate_has_its_line_and_a_hidden_one_a_dash() {
        let mut report = sample::full(Lang::Fr);
        let row = &mut report.metrics[0];
        (row.value, row.n, row.ci_low, row.ci_high, row.shares) = (None, None, None, None, None);
        row.suppressed = true;
        let words = Words::new(&report);
        let sheets = sheets(&words, &report);
        let lines: usize = sheets.iter().map(|sheet| sheet.table.map_or(0, |(head, last)| last - head)).sum();
        assert_eq!(lines, report.metrics.len());
        let (header, _) = sheets[0].table.unwrap();
        let line = &sheets[0].lines[header + 1];
        let hidden = line.cells.iter().filter(|cell| **cell == Cell::Hidden).count();
        assert_eq!(hidden, 7);
        assert!(line.cells.iter().all(|cell| !matches!(cell, Cell::Number(..))));
    }
}
