//! Which sheets a report of call transcripts has.

use super::look::Look;
use super::spec::{Show, Spec, column, named};
use crate::report::Report;
use crate::report::flat::{DataTable, DataValue};

const COUNT: Show = Show::Number(Look::Count);
const BASE: Show = Show::Number(Look::Base);
const SHARE: Show = Show::Number(Look::Share(1));
const P: Show = Show::Number(Look::Probability);
const ONE: Show = Show::Number(Look::Number(1));
const TWO: Show = Show::Number(Look::Number(2));

/// The calls, the agents, what is heard and said.
pub(super) const SHEETS: &[Spec] = &[
    Spec {
        id: "transcripts_to_listen",
        tab: text!(sheet_tables::to_listen_to),
        title: text!(sheet_tables::calls_to_listen_to_first),
        intro: text!(sheet_tables::weight_the_rarer_what_the_call_shows_the_higher),
        columns: &[
            column("call", Show::Text),
            column("agent", Show::Text),
            named("bits", ONE, text!(sheet_tables::weight_bits)),
            column("reasons", Show::Text),
            column("file", Show::Text),
        ],
    },
    Spec {
        id: "transcripts_calls",
        tab: text!(headings::calls),
        title: text!(sheet_tables::all_calls),
        intro: text!(sheet_tables::detected_by_the_grid_evaluated_by_people),
        columns: &[
            named("id", Show::Text, text!(headings::call)),
            column("date", Show::Date),
            column("agent", Show::Text),
            named("queue", Show::Text, text!(sheet_tables::queue)),
            named("score", Show::Number(Look::Answer), text!(sheet_tables::customers_score)),
            column("resolved", Show::Code),
            named("timing_duration", Show::Milliseconds, text!(sheet_tables::duration)),
            column("timing_talk_ratio", SHARE),
            named("timing_agent_interruptions", COUNT, text!(sheet_tables::interruptions_by_the_agent)),
            named("timing_longest_silence", Show::Milliseconds, text!(sheet_tables::longest_silence)),
            named("timing_first_answer", Show::Milliseconds, text!(sheet_tables::first_answer)),
            column("turns", COUNT),
            column("listening_points", ONE),
            column("listening_possible", ONE),
            column("listening_listened", Show::Code),
            column("evaluated", Show::Code),
            column("file", Show::Text),
        ],
    },
    Spec {
        id: "transcripts_agents",
        tab: text!(sheet_tables::agents),
        title: text!(sheet_tables::agents_side_by_side),
        intro: text!(sheet_tables::talk_first_answer_and_speech_rate_are_medians),
        columns: &[
            column("agent", Show::Text),
            column("calls", BASE),
            column("talk_ratio", SHARE),
            column("interruptions", TWO),
            named("first_answer", Show::Milliseconds, text!(sheet_tables::first_answer)),
            column("words_per_minute", Show::Number(Look::Number(0))),
        ],
    },
    Spec {
        id: "transcripts_listening",
        tab: text!(sheet_tables::active_listening),
        title: text!(sheet_tables::share_of_calls_in_which_the_agent_listens),
        intro: text!(sheet_tables::calls_whose_points_reach_the_threshold),
        columns: &[
            column("agent", Show::Whole),
            column("source", Show::Code),
            named("n", BASE, text!(headings::calls)),
            named("with", COUNT, text!(sheet_tables::with_listening)),
            column("rate", SHARE),
            column("ci_low", SHARE),
            column("ci_high", SHARE),
        ],
    },
    Spec {
        id: "transcripts_items",
        tab: text!(sheet_tables::listening_grid),
        title: text!(sheet_tables::what_is_heard_of_the_listening_grid),
        intro: text!(sheet_tables::share_of_the_calls_to_which_the_item_applies),
        columns: &[
            named("label", Show::Text, text!(sheets::item_of_the_grid)),
            named("sign", Show::Code, text!(sheet_tables::sign)),
            column("source", Show::Code),
            named("n", BASE, text!(sheet_tables::calls_it_applies_to)),
            named("with", COUNT, text!(sheet_tables::calls_where_it_is_heard)),
            named("times", COUNT, text!(sheet_tables::times)),
            column("rate", SHARE),
            column("ci_low", SHARE),
            column("ci_high", SHARE),
        ],
    },
    Spec {
        id: "transcripts_steps",
        tab: text!(sheet_tables::script),
        title: text!(sheet_tables::the_steps_of_the_script),
        intro: text!(sheet_tables::kept_said_where_it_must_be),
        columns: &[
            named("label", Show::Text, text!(sheet_tables::step)),
            named("required", Show::Code, text!(sheet_tables::to_be_said)),
            named("n", BASE, text!(sheet_tables::calls_it_applies_to)),
            named("present", COUNT, text!(sheet_tables::calls_where_it_is_said)),
            named("with", COUNT, text!(sheet_tables::calls_where_it_is_kept)),
            column("rate", SHARE),
            column("ci_low", SHARE),
            column("ci_high", SHARE),
        ],
    },
    Spec {
        id: "transcripts_evaluated_agreement",
        tab: text!(sheet_tables::agreement_of_evaluators),
        title: text!(sheet_tables::how_far_evaluators_agree),
        intro: text!(sheet_tables::calls_that_two_evaluators_judged),
        columns: &[
            column("measure", Show::Code),
            column("item", Show::Text),
            column("calls", BASE),
            named("evaluators", COUNT, text!(sheet_tables::evaluators)),
            named("agreement", SHARE, text!(sheet_tables::agreement)),
            column("kappa", TWO),
            column("kappa_low", TWO),
            column("kappa_high", TWO),
            column("alpha", TWO),
        ],
    },
    Spec {
        id: "transcripts_evaluated_detection_items",
        tab: text!(sheet_tables::rules_and_evaluators),
        title: text!(sheet_tables::how_far_the_rules_hear_what_evaluators_hear),
        intro: text!(sheet_tables::precision_and_recall_of_the_rules),
        columns: &[
            named("label", Show::Text, text!(sheets::item_of_the_grid)),
            named("n", BASE, text!(headings::calls)),
            column("both", COUNT),
            named("detected_only", COUNT, text!(sheet_tables::rules_alone)),
            named("evaluated_only", COUNT, text!(sheet_tables::evaluators_alone)),
            column("kappa", TWO),
            column("kappa_low", TWO),
            column("kappa_high", TWO),
            column("precision", SHARE),
            column("recall", SHARE),
        ],
    },
    Spec {
        id: "transcripts_emergence",
        tab: text!(sheet_tables::rising_topics),
        title: text!(sheet_tables::topics_whose_frequency_changes),
        intro: text!(sheet_tables::factor_by_which_the_frequency_is_multiplied),
        columns: &[
            column("term", Show::Text),
            column("kind", Show::Code),
            column("calls", BASE),
            column("before_share", SHARE),
            column("last_share", SHARE),
            named("growth_per_period", TWO, text!(calls_report::times_each_week)),
            column("ci_low", TWO),
            column("ci_high", TWO),
            column("q", P),
            column("rises", Show::Code),
        ],
    },
    Spec {
        id: "transcripts_pairs",
        tab: text!(sheet_tables::requests_and_answers),
        title: text!(sheet_tables::what_the_agent_answers_to_the_customer),
        intro: text!(sheet_tables::lift_of_what_the_customer_says),
        columns: &[
            named("client", Show::Text, text!(sheet_tables::the_customer_says)),
            named("agent", Show::Text, text!(sheet_tables::the_agent_answers)),
            column("exchanges", COUNT),
            column("calls", BASE),
            column("lift", ONE),
            column("lift_low", ONE),
            column("q", P),
        ],
    },
    Spec {
        id: "transcripts_cooccurrences",
        tab: text!(sheet_tables::words_said_together),
        title: text!(sheet_tables::words_said_near_each_other),
        intro: text!(sheet_tables::lift_of_one_word_on_the_other),
        columns: &[
            named("a", Show::Text, text!(sheet_tables::one_word)),
            named("b", Show::Text, text!(sheet_tables::the_other)),
            column("calls", BASE),
            named("a_calls", COUNT, text!(sheet_tables::calls_of_the_first)),
            named("b_calls", COUNT, text!(sheet_tables::calls_of_the_other)),
            column("log_likelihood", ONE),
            column("lift", ONE),
        ],
    },
    Spec {
        id: "transcripts_contrasts",
        tab: text!(sheet_tables::who_says_what),
        title: text!(sheet_tables::what_one_side_says_more),
        intro: text!(sheet_tables::g2_ranks),
        columns: &[
            column("label", Show::Text),
            column("kind", Show::Code),
            column("by", Show::Code),
            column("group", Show::Code),
            column("role", Show::Code),
            column("n_in", COUNT),
            column("base_in", BASE),
            column("n_out", COUNT),
            column("base_out", BASE),
            named("log_ratio", Show::Log2, text!(sheet_tables::ratio)),
            column("log_likelihood", ONE),
            column("q", P),
        ],
    },
    Spec {
        id: "transcripts_themes",
        tab: text!(sheet_tables::themes_of_calls),
        title: text!(sheet_tables::what_calls_speak_of),
        intro: text!(sheet_tables::share_of_the_calls_in_which_the_person_speaks),
        columns: &[
            named("label", Show::Text, text!(headings::theme)),
            column("role", Show::Code),
            named("n", COUNT, text!(headings::calls)),
            named("base", BASE, text!(sheet_tables::base_of_calls)),
            column("share", SHARE),
        ],
    },
    Spec {
        id: "transcripts_terms",
        tab: text!(sheet_tables::words_of_calls),
        title: text!(sheet_tables::the_most_frequent_words_of_calls),
        intro: text!(sheet_tables::share_of_the_calls_in_which_the_person_speaks),
        columns: &[
            named("label", Show::Text, text!(sheet_tables::word)),
            column("kind", Show::Code),
            column("role", Show::Code),
            named("n", COUNT, text!(headings::calls)),
            named("base", BASE, text!(sheet_tables::base_of_calls)),
            column("share", SHARE),
            column("turns", COUNT),
        ],
    },
    Spec {
        id: "transcripts_marks",
        tab: text!(sheet_tables::passages),
        title: text!(sheet_tables::passages_that_prove_listening_and_script),
        intro: text!(sheet_tables::personal_data_are_masked),
        columns: &[
            column("call", Show::Text),
            column("agent", Show::Text),
            column("kind", Show::Code),
            named("label", Show::Text, text!(sheet_tables::what_it_is)),
            named("sign", Show::Code, text!(sheet_tables::sign)),
            named("at", Show::Milliseconds, text!(sheet_tables::at)),
            column("turn", Show::Number(Look::Answer)),
            column("text", Show::Text),
        ],
    },
];

/// The growth of what rises by week, as on the page.
pub(super) fn by_week(tables: &mut [DataTable], report: &Report) {
    let Some(calls) = &report.transcripts else { return };
    let Some(table) = tables.iter_mut().find(|table| table.id == "transcripts_emergence") else { return };
    let factors: Vec<usize> =
        ["growth_per_period", "ci_low", "ci_high"].iter().filter_map(|key| table.column(key)).collect();
    for row in &mut table.rows {
        for at in &factors {
            if let DataValue::Number(factor) = &mut row[*at] {
                *factor = calls.emergence.weekly(*factor);
            }
        }
    }
}
