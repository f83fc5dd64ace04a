//! How the figures of calls are to be read.

use super::cards::shown_first;
use super::view::View;
use crate::report::document::Block;

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let threshold = view.lang().percent(100.0 * view.calls.grid.threshold, 0);
    let level = view.lang().level(view.report.study.level);
    let intervals = if view.calls.evaluated.is_some() {
        say!(words, calls_report::at_detected_rates_wilsons_interval_over_calls(level))
    } else {
        say!(words, calls_report::at_wilsons_interval_over_calls_taken_for_a(level))
    };
    let items: Vec<(&str, String)> = vec![
        (pick!(words, calls_report::active_listening), shown_first(view)),
        (
            pick!(words, calls_report::points_of_the_grid),
            say!(words, calls_report::each_item_heard_earns_its_points_each_bad(threshold)),
        ),
        (
            pick!(words, calls_report::who_speaks),
            say!(words, calls_report::by_what_the_user_says_then_by_the),
        ),
        (
            pick!(words, calls_report::talk_time),
            say!(words, calls_report::union_of_the_intervals_of_each_voice_to),
        ),
        (
            pick!(words, calls_report::words),
            say!(words, calls_report::counted_in_calls_a_word_said_ten_times),
        ),
        (pick!(words, calls_report::intervals), intervals),
        (
            pick!(words, calls_report::signals_of_calls_to_listen_to),
            say!(words, calls_report::low_score_1_or_2_of_5_0),
        ),
        (
            pick!(words, calls_report::g_lift),
            say!(words, calls_report::g_the_larger_the_less_chance_explains_the),
        ),
        (
            pick!(words, calls_report::use_word),
            say!(words, calls_report::a_detection_assists_listening_it_does_not),
        ),
    ];
    let mut out = vec![Block::Definitions {
        items: items.into_iter().map(|(term, text)| (term.to_owned(), text)).collect(),
    }];
    let source = &view.calls.source;
    let told = source.troubles.iter().map(|trouble| trouble.message.clone());
    let told = told.chain(source.issues.iter().cloned());
    let passed = source
        .skipped
        .iter()
        .map(|skipped| say!(words, calls_report::passed_over(skipped.file, skipped.message)));
    let list: Vec<String> = told.chain(passed).collect();
    if !list.is_empty() {
        out.push(Block::Fold {
            summary: pick!(words, calls_report::files_not_read_remarks).to_owned(),
            blocks: vec![Block::List { items: list }],
        });
    }
    out
}
