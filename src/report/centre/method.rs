//! How the figures of a centre are computed and what may be concluded from them.

use std::collections::BTreeSet;

use super::cards::headline;
use super::definitions::explained;
use super::trend::trend;
use super::view::View;
use crate::centre::catalogue::Group;
use crate::centre::{Indicator, IndicatorRow};
use crate::report::document::Block;

/// Definitions of the shown indicators, then how to read them.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let heading = |text: &str| Block::Heading { text: text.to_owned() };
    let mut out = Vec::new();
    let definitions = definitions(view);
    if !definitions.is_empty() {
        out.push(heading(pick!(words, centre_report::definitions_of_the_indicators)));
        out.push(Block::Definitions { items: definitions });
    }
    let reading = reading(view);
    if !reading.is_empty() {
        out.push(heading(pick!(words, centre_report::how_to_read_these_indicators)));
        out.push(Block::Definitions { items: reading });
    }
    out
}

/// Each indicator with a value, as it is computed here.
fn definitions(view: &View<'_>) -> Vec<(String, String)> {
    let shown = Indicator::ALL.iter().filter_map(|id| {
        let any = |r: &&IndicatorRow| r.id == *id && r.value.is_some() && view.is_main(r);
        view.total(*id).filter(|row| row.value.is_some()).or_else(|| view.report.indicators.iter().find(any))
    });
    shown.map(|row| (row.label.clone(), explained(view, row))).collect()
}

/// What each kind of figure means, only where the page has it.
fn reading(view: &View<'_>) -> Vec<(String, String)> {
    let (words, summary) = (view.words, view.summary);
    let number = |x: f64| words.lang.number(x, usize::from(x.fract() != 0.0));
    let rows = &view.report.indicators;
    let mut out = Vec::new();
    let mut add = |term: &str, text: String| out.push((term.to_owned(), text));
    if rows.iter().any(|r| r.ci_low.is_some()) {
        add(pick!(words, method::interval), intervals(view));
    }
    if rows.iter().any(|r| r.target.is_some()) {
        add(
            pick!(words, centre_report::target_in_summary),
            say!(words, centre_report::on_a_complete_log_the_value_itself_is),
        );
    }
    if headline(view).into_iter().any(|id| trend(view, id).is_some()) {
        add(
            pick!(words, centre_report::last_week),
            say!(words, centre_report::the_last_whole_week_the_last_month_where),
        );
    }
    add(
        pick!(words, centre_report::competing_definitions),
        say!(words, centre_report::one_name_often_covers_several_computations),
    );
    if view.total_value(Indicator::ServiceLevel).is_some() {
        let (delay, short) = (number(summary.service_level_s), number(summary.short_abandon_s));
        add(
            pick!(words, centre_report::service_level),
            say!(words, centre_report::delay_of_s_queue_and_ring_together_voice(delay, short)),
        );
    }
    let first_contact = view.total(Indicator::FirstContactResolution).filter(|row| row.value.is_some());
    // A flag of the agent asks for no window.
    if first_contact.is_some_and(|row| !row.variant.starts_with("flag")) {
        let days = number(summary.fcr_days);
        add(
            pick!(words, centre_report::first_contact),
            say!(words, centre_report::a_case_is_solved_at_first_contact_if(days)),
        );
    }
    if view.total_value(Indicator::LeadConversionRate).is_some() {
        let days = number(summary.lead_days);
        add(
            pick!(words, centre::leads),
            say!(words, centre_report::a_lead_has_days_to_convert_after_a(days)),
        );
    }
    if view.total_value(Indicator::OutOfHoursCalls).is_some_and(|n| n > 0.0) {
        add(
            pick!(words, centre_report::out_of_hours),
            say!(words, centre_report::calls_received_out_of_opening_hours_and_on),
        );
    }
    if !summary.series.is_empty() {
        add(
            pick!(words, method::control_limits),
            say!(words, centre_report::around_the_mean_of_the_days_plus_or),
        );
    }
    if !summary.staffing.is_empty() {
        add("Erlang C", say!(words, centre_report::number_of_agents_for_a_queue_where_calls));
    }
    if summary.agents > 0 {
        add(pick!(words, centre_report::agents_in_facts), agents(view));
    }
    if !summary.absence.is_empty() {
        add(
            pick!(words, centre_report::absence),
            say!(words, centre_report::reasons_of_absence_which_may_tell_somebodys),
        );
    }
    out
}

fn intervals(view: &View<'_>) -> String {
    let words = view.words;
    let level = words.lang.level(view.report.study.level);
    let methods: BTreeSet<&str> = view.report.indicators.iter().filter_map(|r| r.method.as_deref()).collect();
    let by = [
        ("clustered by agent", pick!(words, centre_report::by_agent)),
        ("clustered by day", pick!(words, centre_report::by_day)),
    ];
    let by: Vec<String> =
        by.iter().filter(|(method, _)| methods.contains(method)).map(|(_, by)| (*by).to_owned()).collect();
    let grouped = if by.is_empty() {
        String::new()
    } else {
        let by = words.list(&by);
        say!(words, centre_report::calls_are_clustered_in_it_since_those_of(by))
    };
    let answers = |r: &&IndicatorRow| r.id.entry().group == Group::Satisfaction && r.ci_low.is_some();
    let survey = if view.report.indicators.iter().any(|r| answers(&r)) {
        pick!(words, centre_report::that_of_a_survey_does_measure_what_is)
    } else {
        ""
    };
    say!(words, centre_report::a_log_of_calls_is_complete_it_is(level, grouped, survey))
}

fn agents(view: &View<'_>) -> String {
    let (words, summary) = (view.words, view.summary);
    let least = counted!(words, summary.min_group, centre_report::calls);
    let named = if summary.pseudonyms {
        say!(words, centre_report::each_stands_under_a_number_drawn_from_the)
    } else {
        say!(words, centre_report::they_are_named_because_it_was_asked_for)
    };
    say!(words, centre_report::an_agent_with_fewer_than_is_not_shown(named, least))
}
