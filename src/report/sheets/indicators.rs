//! The indicators of a contact centre: the whole, over time, by segment.

use super::look::Look;
use super::sheet::{Cell, Heading, Line, LineKind, Sheet};
use super::{codes, sheet::HIDDEN};
use crate::centre::{Indicator, IndicatorRow, Unit};
use crate::lang::Lang;
use crate::report::Report;
use crate::report::centre::{Described, described, period_name, reading};
use crate::report::words::Words;

/// Seconds of a day: Excel counts times in days.
const DAY: f64 = 86_400.0;
/// From so many seconds on a duration is in hours.
const HOURS: f64 = 7_200.0;

/// What the rows of a sheet are of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Periods,
    Segments,
}

/// A sheet of the whole, one over time, one by segment, those that have rows.
pub(super) fn sheets(words: &Words<'_>, report: &Report) -> Vec<Sheet> {
    let rows = if report.centre.is_some() { described(words, report) } else { of_calls(words, report) };
    let parts = [Part::Whole, Part::Periods, Part::Segments];
    parts.into_iter().filter_map(|part| sheet(words, report, part, &rows)).collect()
}

/// The indicators that transcripts give. What people heard is shown first, else the only reading that there is.
fn of_calls<'r>(words: &Words<'_>, report: &'r Report) -> Vec<Described<'r>> {
    let rows = &report.indicators;
    let alone = |row: &IndicatorRow| rows.iter().all(|r| r.id != row.id || r.variant == row.variant);
    let described = |row| Described {
        row,
        definition: reading(words, row),
        main: row.variant == "default" || alone(row),
    };
    rows.iter().map(described).collect()
}

/// Name of an indicator of calls, and who hears active listening: evaluators, or the grid.
pub(super) fn name_of_calls(row: &IndicatorRow, lang: Lang) -> String {
    let heard = match (row.id, row.variant.as_str()) {
        (Indicator::ActiveListeningRate, "detected") => pick!(lang, sheets::detected_by_the_grid),
        (Indicator::ActiveListeningRate, _) => pick!(lang, sheets::heard_by_evaluators),
        _ => return row.label.clone(),
    };
    format!("{}, {heard}", row.label)
}

fn sheet(words: &Words<'_>, report: &Report, part: Part, rows: &[Described<'_>]) -> Option<Sheet> {
    let of_part = |found: &&Described<'_>| {
        let segment = found.row.segment.as_ref().is_some_and(|segment| !segment.is_empty());
        match part {
            Part::Whole => found.row.period.is_none() && !segment,
            Part::Periods => found.row.period.is_some() && !segment,
            Part::Segments => segment,
        }
    };
    let lines: Vec<Line> = rows.iter().filter(of_part).map(|found| line(words, part, found)).collect();
    if lines.is_empty() {
        return None;
    }
    let (tab, title) = match part {
        Part::Whole => (pick!(words, sheets::indicators), pick!(words, sheets::indicators_in_indicators)),
        Part::Periods => {
            (pick!(words, sheets::indicators_by_period), pick!(words, sheets::indicators_over_time))
        }
        Part::Segments => (
            pick!(words, sheets::indicators_by_segment),
            pick!(words, sheets::indicators_by_queue_agent_reason_channel),
        ),
    };
    let level = words.lang.level(report.study.level);
    let intro = say!(words, sheets::ends_interval_each_indicator_has_the_unit(level));
    Some(Sheet::table(tab, title.to_owned(), intro, &headings(words.lang, part), lines, Vec::new()))
}

fn headings(lang: Lang, part: Part) -> Vec<Heading> {
    let period = ("period", text!(headings::period));
    let mut all = vec![("indicator", text!(sheets::indicator))];
    match part {
        Part::Whole => {}
        Part::Periods => all.push(period),
        Part::Segments => all.extend([
            ("segment_column", text!(headings::segment)),
            ("segment_value", text!(sheets::value_of_the_segment)),
            period,
        ]),
    }
    all.extend([
        ("value", text!(headings::value)),
        ("ci_low", text!(headings::low_end)),
        ("ci_high", text!(headings::high_end)),
        ("n", text!(headings::base)),
        ("target", text!(sheets::target_heading)),
        ("met", text!(headings::met)),
        ("alert", text!(headings::alert)),
        ("definition", text!(sheets::computation)),
        ("main", text!(sheets::reading_shown_first)),
        ("numerator", text!(headings::numerator)),
        ("denominator", text!(headings::denominator)),
        ("unit", text!(headings::unit)),
        ("raw", text!(sheets::raw_value)),
    ]);
    all.into_iter().map(|(key, text)| (key, text.said(lang).to_owned())).collect()
}

fn line(words: &Words<'_>, part: Part, found: &Described<'_>) -> Line {
    let lang = words.lang;
    let row = found.row;
    let text = |text: Option<&str>| text.map_or(Cell::Empty, Cell::text);
    let mut cells = vec![Cell::text(row.label.clone())];
    let period = row.period.as_deref().map(|period| period_name(period, lang));
    let parts = || row.segment.iter().flatten();
    let joined = |parts: Vec<&str>| Cell::Text(parts.join(" × "));
    match part {
        Part::Whole => {}
        Part::Periods => cells.push(text(period.as_deref())),
        Part::Segments => {
            cells.push(joined(parts().map(|s| codes::word("segment_column", &s.column, lang)).collect()));
            cells.push(joined(parts().map(|s| s.value.as_str()).collect()));
            cells.push(text(period.as_deref()));
        }
    }
    let met = row.met.map(|met| match met {
        crate::metric::Met::Yes => codes::word("met", "yes", lang),
        crate::metric::Met::No => codes::word("met", "no", lang),
        crate::metric::Met::Undecided => codes::word("met", "undecided", lang),
    });
    let optional = |value: Option<f64>| value.map_or(Cell::Empty, |value| shown(row.unit, value));
    cells.extend([
        row.value.map_or(Cell::Hidden, |value| shown(row.unit, value)),
        row.ci_low.map_or(Cell::Hidden, |value| shown(row.unit, value)),
        row.ci_high.map_or(Cell::Hidden, |value| shown(row.unit, value)),
        Cell::count(row.n, Look::Base),
        optional(row.target),
        text(met),
        optional(row.alert),
        Cell::text(found.definition.clone()),
        Cell::text(codes::yes(found.main, lang)),
        row.numerator.map_or(Cell::Empty, |x| Cell::Number(x, Look::Count)),
        row.denominator.map_or(Cell::Empty, |x| Cell::Number(x, Look::Count)),
        Cell::text(unit(row, lang)),
        row.value.map_or(Cell::text(HIDDEN), |value| Cell::Number(value, Look::Answer)),
    ]);
    Line::of(LineKind::Plain, cells)
}

/// A value in its unit: durations become fractions of a day, the rest stays the number of `report.json`. Hours are of
/// whole minutes, since the format would cut the seconds off instead of rounding.
pub(super) fn shown(unit: Unit, value: f64) -> Cell {
    let duration = |seconds: f64| {
        if seconds.abs() < HOURS {
            Cell::Number(seconds / DAY, Look::Minutes)
        } else {
            Cell::Number((seconds / 60.0).round() * 60.0 / DAY, Look::Hours)
        }
    };
    match unit {
        Unit::Percent => Cell::Number(value, Look::Percent),
        Unit::Points => Cell::Number(value, Look::Signed(1)),
        Unit::Mean | Unit::Ratio => Cell::Number(value, Look::Number(2)),
        Unit::Seconds => duration(value),
        Unit::Minutes => duration(value * 60.0),
        Unit::Count | Unit::Days => Cell::Number(value, Look::Count),
        Unit::Euros => Cell::Number(value, Look::Euros),
    }
}

/// The unit of the raw value.
fn unit(row: &IndicatorRow, lang: Lang) -> &'static str {
    match row.unit {
        Unit::Percent => pick!(lang, sheets::n_0_to_100),
        Unit::Points => "points",
        Unit::Mean => pick!(lang, sheets::mean),
        Unit::Seconds => pick!(lang, sheets::seconds),
        Unit::Minutes => "minutes",
        Unit::Count => pick!(lang, sheets::count),
        Unit::Ratio => pick!(lang, sheets::ratio),
        Unit::Euros => pick!(lang, sheets::euros),
        Unit::Days => pick!(lang, sheets::days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_duration_is_a_time_and_its_raw_value_stays() {
        assert_eq!(shown(Unit::Seconds, 324.0), Cell::Number(324.0 / DAY, Look::Minutes));
        assert_eq!(shown(Unit::Minutes, 3120.0), Cell::Number(3120.0 * 60.0 / DAY, Look::Hours));
        // 5 h 29 min 40 s: the page says 5 h 30.
        assert_eq!(shown(Unit::Seconds, 19_780.0), Cell::Number(19_800.0 / DAY, Look::Hours));
        let report = sample::centre(Lang::Fr);
        let words = Words::new(&report);
        let all = sheets(&words, &report);
        let sheet = &all[0];
        assert_eq!(sheet.tab, "Indicateurs");
        let (header, _) = sheet.table.unwrap();
        let at = |name: &str| sheet.lines[header].cells.iter().position(|c| *c == Cell::text(name)).unwrap();
        let wanted = report
            .indicators
            .iter()
            .find(|r| r.unit == Unit::Seconds && r.period.is_none() && r.segment.is_none())
            .unwrap();
        let line =
            sheet.lines.iter().find(|l| l.cells.first() == Some(&Cell::text(wanted.label.clone()))).unwrap();
        assert_eq!(line.cells[at("Valeur brute")], Cell::Number(wanted.value.unwrap(), Look::Answer));
        assert_eq!(line.cells[at("Unité")], Cell::text("secondes"));
    }

    #[test]
    fn each_indicator_of_calls_has_its_own_definition_and_its_only_reading_is_the_main_one() {
        let mut report = sample::full(Lang::Fr);
        let row = |id, variant| crate::centre::empty_row(id, variant, Lang::Fr).unwrap();
        let (listening, keyword) = (Indicator::ActiveListeningRate, Indicator::KeywordRate);
        report.indicators =
            vec![row(listening, "default"), row(listening, "detected"), row(keyword, "transcripts")];
        let words = Words::new(&report);
        let told: Vec<(String, bool)> =
            of_calls(&words, &report).into_iter().map(|d| (d.definition, d.main)).collect();
        let theme = "transcriptions avec le mot-clé ou le thème ÷ transcriptions";
        assert_eq!(told[0], ("avec écoute active ÷ évaluées".to_owned(), true));
        assert!(told[1].0.starts_with("transcriptions où la grille voit") && !told[1].1);
        assert_eq!(told[2], (theme.to_owned(), true));
        report.indicators.remove(0);
        assert!(of_calls(&Words::new(&report), &report)[0].main);
    }
}
