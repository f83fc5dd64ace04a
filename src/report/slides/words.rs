//! What slides say beside the report's own sentences, in French and English.

use crate::report::words::Words;

/// A title that goes on over several slides: `NPS par « région » (2/3)`.
pub(super) fn page(title: &str, page: usize, pages: usize) -> String {
    if pages < 2 { title.to_owned() } else { format!("{title}\u{a0}({page}/{pages})") }
}

/// Where to read on.
pub(super) fn rest(words: &Words<'_>, section: &str) -> String {
    let section = words.lang.quote(section);
    words.say(
        format!("Pour aller plus loin : report.html, section {section}."),
        format!("To read on: report.html, section {section}."),
    )
}

/// Where a finding is proved.
pub(super) fn proof(words: &Words<'_>, number: usize, section: &str) -> String {
    let section = words.lang.quote(section);
    words.say(
        format!("Point {number} : chiffres dans report.html, section {section}."),
        format!("Point {number}: numbers in report.html, section {section}."),
    )
}

/// What a slide does not show of a table.
pub(super) fn rows_shown(words: &Words<'_>, shown: usize, all: usize) -> String {
    let (shown, all) = (words.lang.count(shown as u64), words.lang.count(all as u64));
    words.say(
        format!("{shown} premières lignes sur {all} ; toutes dans report.html."),
        format!("First {shown} rows of {all}; all of them in report.html."),
    )
}

/// Columns for which a slide has no room.
pub(super) fn columns_left_out(words: &Words<'_>, columns: &[String]) -> String {
    let list = words.list(columns);
    words.say(
        format!("Sans place ici, dans report.html : {list}."),
        format!("No room here, in report.html: {list}."),
    )
}

/// What a slide does not show of a list.
pub(super) fn items_shown(words: &Words<'_>, shown: usize, all: usize) -> String {
    let (shown, all) = (words.lang.count(shown as u64), words.lang.count(all as u64));
    words.say(
        format!("{shown} points sur {all} ; les autres dans report.html."),
        format!("{shown} points of {all}; the others in report.html."),
    )
}

/// Before the rows of a table in the notes.
pub(super) fn numbers(words: &Words<'_>, caption: &str) -> String {
    words.say(format!("Chiffres – {caption} :"), format!("Numbers – {caption}:"))
}

/// After the rows that notes show.
pub(super) fn more_rows(words: &Words<'_>, n: usize) -> String {
    let rows = words.pick_counted(n as u64, ("autre ligne", "autres lignes"), ("more row", "more rows"));
    words.say(format!("… {rows} dans report.html."), format!("… {rows} in report.html."))
}

/// Files that were read, on one line.
pub(super) fn files(words: &Words<'_>, files: &str) -> String {
    words.say(format!("Fichiers lus : {files}"), format!("Files read: {files}"))
}

/// Under the last slide.
pub(super) fn whole(words: &Words<'_>, footer: &str) -> String {
    words.say(
        format!("{footer}. Tous les tableaux, la méthode entière et les réserves : report.html."),
        format!("{footer}. Every table, the whole method and its reservations: report.html."),
    )
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
    let pick = |fr, en| words.pick(fr, en);
    Shapes {
        title: pick("Titre", "Title"),
        text: pick("Texte", "Text"),
        table: pick("Tableau", "Table"),
        figure: pick("Figure", "Figure"),
        source: pick("Source", "Source"),
        card: pick("Score", "Score"),
        bar: pick("Répartition", "Distribution"),
        number: pick("Numéro de diapositive", "Slide number"),
        foot: pick("Pied de page", "Footer"),
        thumbnail: pick("Image de la diapositive", "Slide image"),
        notes: pick("Commentaires", "Notes"),
    }
}
