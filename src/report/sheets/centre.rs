//! Which sheets a contact centre has besides its indicators.

use super::look::Look;
use super::spec::{Show, Spec, column, named};

const COUNT: Show = Show::Number(Look::Count);
const BASE: Show = Show::Number(Look::Base);
const PERCENT: Show = Show::Number(Look::Percent);
const SHARE: Show = Show::Number(Look::Share(1));
const HOUR: Show = Show::Number(Look::Answer);

/// The week, the waits, the backlog, what goes with satisfaction, the files.
pub(super) const SHEETS: &[Spec] = &[
    Spec {
        id: "centre_heat",
        tab: text!(sheet_tables::the_week),
        title: text!(sheet_tables::the_week_hour_by_hour),
        intro: text!(sheet_tables::calls_of_the_whole_period_at_that_hour),
        columns: &[
            named("weekday", Show::Code, text!(sheet_tables::day)),
            named("hour", HOUR, text!(sheet_tables::hour)),
            named("days", COUNT, text!(sheet_tables::days_with_calls)),
            named("offered", COUNT, text!(sheet_tables::calls_offered)),
            named("service_level", PERCENT, text!(sheet_tables::service_level)),
            named("dialled", COUNT, text!(sheet_tables::calls_dialled)),
            named("connect_rate", PERCENT, text!(sheet_tables::connect_rate)),
        ],
    },
    Spec {
        id: "centre_staffing",
        tab: text!(sheet_tables::staffing),
        title: text!(sheet_tables::the_agents_that_each_hour_needs),
        intro: text!(sheet_tables::erlang_c_at_the_target_of_the_service_level),
        columns: &[
            named("weekday", Show::Code, text!(sheet_tables::day)),
            named("hour", HOUR, text!(sheet_tables::hour)),
            named("calls", Show::Number(Look::Number(1)), text!(sheet_tables::calls_expected)),
            named("handle_s", Show::Seconds, text!(sheet_tables::handle_time)),
            named("agents", COUNT, text!(sheet_tables::agents)),
            named("service_level", PERCENT, text!(sheet_tables::service_level)),
            named("occupancy", PERCENT, text!(sheet_tables::occupancy)),
        ],
    },
    Spec {
        id: "centre_durations",
        tab: text!(sheet_tables::waits_and_durations),
        title: text!(sheet_tables::how_long_callers_wait_and_agents_handle),
        intro: text!(sheet_tables::nine_calls_in_ten_are_under_the_ninth_decile),
        columns: &[
            named("id", Show::Code, text!(sheet_tables::duration)),
            named("n", BASE, text!(headings::calls)),
            named("median", Show::Seconds, text!(sheet_tables::median)),
            named("p90", Show::Seconds, text!(sheet_tables::ninth_decile)),
            named("longest", Show::Seconds, text!(sheet_tables::longest)),
        ],
    },
    Spec {
        id: "centre_backlog",
        tab: text!(sheet_tables::backlog),
        title: text!(sheet_tables::requests_open_at_the_end_of_the_day),
        intro: text!(sheet_tables::all_channels_together_then_each),
        columns: &[
            named("day", Show::Date, text!(sheet_tables::day)),
            named("channel", Show::Whole, text!(sheet_tables::channel)),
            named("open", COUNT, text!(sheet_tables::requests_open)),
        ],
    },
    Spec {
        id: "centre_links",
        tab: text!(sheet_tables::share_of_agents),
        title: text!(sheet_tables::what_the_agent_explains_of_satisfaction),
        intro: text!(sheet_tables::share_of_the_differences_between_agents),
        columns: &[
            column("target", Show::Score),
            named("base", BASE, text!(sheet_tables::answers_joined)),
            named("incomplete", COUNT, text!(sheet_tables::joined_but_incomplete)),
            named("agents", COUNT, text!(sheet_tables::agents)),
            named("agent_share", SHARE, text!(sheet_tables::share_of_agents)),
            named("agent_share_low", SHARE, text!(headings::low_end)),
            named("agent_share_high", SHARE, text!(headings::high_end)),
            named("agent_p", Show::Number(Look::Probability), text!(sheets::p)),
        ],
    },
    Spec {
        id: "centre_tables",
        tab: text!(sheet_tables::files),
        title: text!(sheet_tables::the_files_read),
        intro: text!(sheet_tables::rows_are_left_out_by_centre_toml),
        columns: &[
            named("kind", Show::Code, text!(sheet_tables::table)),
            named("files", Show::Text, text!(sheet_tables::files)),
            named("rows", COUNT, text!(sheet_tables::rows_read)),
            named("excluded", COUNT, text!(sheet_tables::rows_left_out)),
        ],
    },
    Spec {
        id: "centre_faults",
        tab: text!(sheet_tables::data_quality),
        title: text!(sheet_tables::doubtful_rows_and_what_becomes_of_them),
        intro: text!(sheet_tables::numbers_are_those_of_the_spreadsheet),
        columns: &[
            named("table", Show::Code, text!(sheet_tables::table)),
            named("message", Show::Text, text!(sheet_tables::fault)),
            named("n", COUNT, text!(sheet_tables::rows)),
            named("rows", Show::Text, text!(sheet_tables::rows_of_the_file)),
        ],
    },
];
