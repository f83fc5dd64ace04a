//! What the page says of itself: its frame, its filters, the scale of its tints, the numbers behind its figures.

use super::document::Frame;
use super::filters::FilterWords;
use super::words::Words;

pub(super) fn frame(words: &Words<'_>, version: &str) -> Frame {
    Frame {
        skip: pick!(words, report::skip_to_content),
        contents: pick!(words, report::contents),
        facts: pick!(words, report::what_was_read),
        figure: pick!(words, report::figure),
        slide: pick!(words, report::slide_the_figure_sideways),
        folded: pick!(words, report::not_printed_unfold_on_screen_to_print),
        footer: say!(words, report::report_made_by(version)),
    }
}

pub(super) fn filters(words: &Words<'_>) -> FilterWords {
    FilterWords {
        tables: pick!(words, report::filter_the_tables),
        wave: pick!(words, report::wave_in_filters),
        all_waves: pick!(words, report::all_waves),
        segment: pick!(words, report::segment),
        all_segments: pick!(words, report::all_segments),
        reset: pick!(words, report::show_everything),
        rows: pick!(words, report::rows_kept_of),
        row: pick!(words, report::row_kept_of),
        rest: pick!(words, report::figures_and_tables_that_are_neither_by_wave),
        quotes: pick!(words, report::search_the_comments),
        search: pick!(words, report::words_to_look_for),
        theme: pick!(words, report::theme_or_word),
        all_themes: pick!(words, report::all),
        group: pick!(words, report::answers),
        all_groups: pick!(words, report::all_in_page_words),
        shown: pick!(words, report::comments_shown_of),
        one: pick!(words, report::comment_shown_of),
    }
}

/// What the value of a card rests on, where it is that of all waves together.
pub(super) fn all_waves(words: &Words<'_>, said: &str) -> String {
    say!(words, report::all_waves_in_page_words(said))
}

/// The two ends of the scale of tints.
pub(super) fn tint_ends(words: &Words<'_>) -> [&'static str; 2] {
    [pick!(words, report::lower_than_the_total), pick!(words, report::higher)]
}

/// What tints and marks mean, under a table of all scores by segment.
pub(super) fn tints(words: &Words<'_>, marked: bool) -> String {
    let scale = say!(words, report::tint_distance_to_the_total_row_as_a);
    let marks = marked.then(|| say!(words, report::significantly_higher_or_lower_than_the_other));
    format!("{scale}{}", marks.unwrap_or_default())
}

/// The same under a table by wave, where the arrows tell of the wave before.
pub(super) fn wave_tints(words: &Words<'_>, marked: bool) -> String {
    let arrows = marked.then(|| say!(words, report::significant_rise_or_fall_since_the_wave));
    format!("{}{}", tints(words, false), arrows.unwrap_or_default())
}

/// The caption of all scores by segment.
pub(super) fn all_scores(words: &Words<'_>) -> &'static str {
    pick!(words, report::all_scores_by_segment)
}

/// The heading over what is told of one segment column.
pub(super) fn by_column(words: &Words<'_>, column: &str) -> String {
    let quoted = words.lang.quote(column);
    say!(words, report::by_in_page_words(quoted))
}

/// The fold that holds the numbers of a figure.
pub(super) fn numbers_of(words: &Words<'_>, title: &str) -> String {
    let title = words.lang.quote(title);
    say!(words, report::the_numbers_of_the_figure(title))
}

/// `De 2025-T3 à 2025-T4 : −7,8 points, non concluant (p = 0,102)`.
pub(super) fn change(
    words: &Words<'_>,
    (from, to): (&str, &str),
    points: &str,
    reading: &str,
    evidence: &str,
) -> String {
    say!(words, report::from_to(from, to, points, reading, evidence))
}

/// Whether a difference is more than chance.
pub(super) fn reading(words: &Words<'_>, significant: bool, down: bool) -> &'static str {
    match (significant, down) {
        (true, true) => pick!(words, report::significant_fall),
        (true, false) => pick!(words, report::significant_rise),
        (false, _) => pick!(words, report::inconclusive),
    }
}
