//! What a report says of a contact centre: facts, findings, cards, tables, method.

mod absence;
mod amounts;
mod apart;
mod breakdown;
mod build;
mod cards;
mod catalogue_table;
mod days;
mod definitions;
mod durations;
mod facts;
mod figures;
mod findings;
mod links;
mod messages;
mod method;
mod names;
pub(super) mod period;
mod quality;
mod reasons;
#[cfg(test)]
mod sample;
mod summary;
mod surveys;
mod trend;
mod view;
mod week;

pub(super) use definitions::reading;

pub use build::{CentreOptions, UnderstoodCentre, build_centre, understand_centre};

#[cfg(test)]
pub(super) use sample::centre as sample;

use super::document::{Block, Section};
use super::words::Words;
use crate::centre::IndicatorRow;
use crate::chart::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::report::{Finding, Report};
use view::View;

/// What was read, as terms and texts; none for a survey.
pub(super) fn facts(words: &Words<'_>, report: &Report) -> Option<Vec<(String, String)>> {
    Some(facts::facts(&View::new(words, report)?))
}

/// The sections of a centre, the cards first; nothing for a survey.
pub(super) fn sections(words: &Words<'_>, report: &Report) -> Vec<Section> {
    let Some(view) = View::new(words, report) else { return Vec::new() };
    let section = |id, title, blocks| Section { id, title, blocks };
    let days = days::blocks(&view);
    let week = week::heat(&view);
    vec![
        section("indicators", pick!(words, centre_report::indicators), cards::blocks(&view)),
        section("periods", pick!(words, centre_report::over_time), breakdown::periods(&view)),
        section("days", pick!(words, centre_report::day_by_day_in_centre), days),
        section("week", pick!(words, centre_report::the_week), week),
        section("durations", pick!(words, centre_report::waits_and_handle_times), durations::blocks(&view)),
        section("queues", pick!(words, centre_report::queues_channels_directions), breakdown::queues(&view)),
        section("reasons", pick!(words, centre_report::contact_reasons), reasons::blocks(&view)),
        section("agents", pick!(words, centre_report::agents_in_facts), breakdown::agents(&view)),
        section(
            "satisfaction",
            pick!(words, centre_report::what_goes_with_satisfaction),
            links::blocks(&view),
        ),
        section("staffing", pick!(words, centre_report::staffing), week::staffing(&view)),
        section("absence", pick!(words, centre_report::absence), absence::blocks(&view)),
        section(
            "all-indicators",
            pick!(words, centre_report::all_indicators_and_their_computation),
            catalogue_table::blocks(&view).into_iter().chain(apart::blocks(&view)).collect(),
        ),
        section("data", pick!(words, centre_report::data_quality), quality::blocks(&view)),
    ]
}

/// What there is to remember of a centre, most important first, with what its survey has to say.
pub(super) fn findings(report: &Report, survey: Vec<Finding>) -> Vec<Finding> {
    let words = Words::new(report);
    match View::new(&words, report) {
        Some(view) => findings::findings(&view, survey),
        None => survey,
    }
}

/// The figures of one kind of a centre; none for a survey.
pub(super) fn figures(report: &Report, kind: ChartKind) -> Result<Vec<Figure>, ChartError> {
    let words = Words::new(report);
    View::new(&words, report).map_or_else(|| Ok(Vec::new()), |view| figures::figures(&view, kind))
}

/// How the figures of a centre are to be read; nothing for a survey.
pub(super) fn method(words: &Words<'_>, report: &Report) -> Vec<Block> {
    View::new(words, report).map_or_else(Vec::new, |view| method::blocks(&view))
}

/// The indicators that miss their target, in words; nothing for a survey.
pub(super) fn missed(words: &Words<'_>, report: &Report) -> Vec<String> {
    View::new(words, report).map_or_else(Vec::new, |view| cards::missed(&view))
}

/// A row of the indicators with what a table says of it.
pub(super) struct Described<'r> {
    pub row: &'r IndicatorRow,
    /// How it is computed, in words.
    pub definition: String,
    /// Whether the page shows this reading of the indicator first.
    pub main: bool,
}

/// Every row of the indicators of a centre; none of a survey.
pub(super) fn described<'r>(words: &Words<'_>, report: &'r Report) -> Vec<Described<'r>> {
    let Some(view) = View::new(words, report) else { return Vec::new() };
    let described =
        |row| Described { row, definition: definitions::definition(&view, row), main: view.is_main(row) };
    report.indicators.iter().map(described).collect()
}

/// A period of an indicator in words: `semaine du 1er septembre 2025`; the text itself where it is none.
pub(super) fn period_name(text: &str, lang: Lang) -> String {
    period::Period::parse(text).map_or_else(|| text.to_owned(), |period| period.name(lang))
}

/// Name of a day of the week, 1 for Monday.
pub(super) fn weekday(number: u8, lang: Lang) -> &'static str {
    period::weekday(number, lang)
}

/// The indicators at a glance on a terminal: headings and rows; none for a survey.
pub(super) fn summary(words: &Words<'_>, report: &Report) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    summary::table(&View::new(words, report)?)
}
