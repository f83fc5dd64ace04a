//! What slides say beside the report's own sentences, in French and English.

use crate::report::words::Words;

/// A title that goes on over several slides: `NPS par « région » (2/3)`.
pub(super) fn page(title: &str, page: usize, pages: usize) -> String {
    if pages < 2 { title.to_owned() } else { format!("{title}\u{a0}({page}/{pages})") }
}

/// Where to read on.
pub(super) fn rest(words: &Words<'_>, section: &str) -> String {
    let section = words.lang.quote(section);
    say!(words, slides::to_read_on_report_html_section(section))
}

/// Where a finding is proved.
pub(super) fn proof(words: &Words<'_>, number: usize, section: &str) -> String {
    let section = words.lang.quote(section);
    say!(words, slides::point_numbers_in_report_html_section(number, section))
}

/// What a slide does not show of a table.
pub(super) fn rows_shown(words: &Words<'_>, shown: usize, all: usize) -> String {
    let (shown, all) = (words.lang.count(shown as u64), words.lang.count(all as u64));
    say!(words, slides::first_rows_of_all_of_them_in_report(shown, all))
}

/// Columns for which a slide has no room.
pub(super) fn columns_left_out(words: &Words<'_>, columns: &[String]) -> String {
    let list = words.list(columns);
    say!(words, slides::no_room_here_in_report_html(list))
}

/// What a slide does not show of a list.
pub(super) fn items_shown(words: &Words<'_>, shown: usize, all: usize) -> String {
    let (shown, all) = (words.lang.count(shown as u64), words.lang.count(all as u64));
    say!(words, slides::points_of_the_others_in_report_html(shown, all))
}

/// Before the rows of a table in the notes.
pub(super) fn numbers(words: &Words<'_>, caption: &str) -> String {
    say!(words, slides::numbers(caption))
}

/// After the rows that notes show.
pub(super) fn more_rows(words: &Words<'_>, n: usize) -> String {
    let rows = counted!(words, n as u64, slides::more_rows);
    say!(words, slides::in_report_html(rows))
}

/// Files that were read, on one line.
pub(super) fn files(words: &Words<'_>, files: &str) -> String {
    say!(words, slides::files_read(files))
}

/// Under the last slide.
pub(super) fn whole(words: &Words<'_>, footer: &str) -> String {
    say!(words, slides::every_table_the_whole_method_and_its(footer))
}

/// Names of the shapes of a slide, as the list of shapes and screen readers say them.
pub(super) struct Shapes {
    pub title: &'static str,
    pub text: &'static str,
    pub table: &'static str,
    pub figure: &'static str,
    pub source: &'static str,
    pub card: &'static str,
    pub bar: &'static str,
    pub number: &'static str,
    pub foot: &'static str,
    pub thumbnail: &'static str,
    pub notes: &'static str,
}

/// The names in a language.
pub(super) fn shapes(words: &Words<'_>) -> Shapes {
    Shapes {
        title: pick!(words, slides::title),
        text: pick!(words, slides::text),
        table: pick!(words, slides::table),
        figure: pick!(words, report::figure),
        source: pick!(words, slides::source),
        card: pick!(words, slides::card),
        bar: pick!(words, slides::bar),
        number: pick!(words, slides::slide_number),
        foot: pick!(words, slides::foot),
        thumbnail: pick!(words, slides::thumbnail),
        notes: pick!(words, slides::notes),
    }
}
