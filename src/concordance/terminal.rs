//! A concordance on a terminal: the keywords under each other, what is said around them to the edges.

use std::fmt::Write;

use super::line::Line;
use super::render::{said, sources};
use super::search::Concordance;
use super::width::{columns, head, spaces, tail};
use crate::Lang;

/// Bold red, as search tools mark what they find.
const KEYWORD: &str = "\u{1b}[1;31m";
/// Faint.
const SOURCE: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";
/// Between where a line comes from and what it says.
const GAP: usize = 2;
/// Columns below which nothing can be read.
const NARROWEST: usize = 40;

/// How a concordance is shown on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; 40 at least.
    pub width: usize,
    /// Whether keywords and sources are coloured; only for a terminal.
    pub colours: bool,
    /// Language of the words around.
    pub lang: Lang,
}

/// What was found, then one row a line, of the width asked for at most.
#[must_use]
pub fn terminal(found: &Concordance, look: Look) -> String {
    let mut out = wrapped(&said(found, look.lang), look.width.max(NARROWEST));
    if found.lines.is_empty() {
        return out;
    }
    out.push('\n');
    let width = look.width.max(NARROWEST);
    let sources: Vec<String> =
        sources(&found.lines, look.lang, true).iter().map(|source| tail(source, width / 3)).collect();
    let source = sources.iter().map(|source| columns(source)).max().unwrap_or_default();
    let room = width - source - GAP;
    let longest = found.lines.iter().map(|line| columns(&line.keyword)).max().unwrap_or_default();
    let left = (room - longest.min(room / 3)) / 2;
    for (line, from) in found.lines.iter().zip(&sources) {
        let pad = spaces(source - columns(from));
        // Rows of a file stand to the right, as numbers do; calls to the left.
        let from =
            if line.call.is_some() { (from.as_str(), pad.as_str()) } else { (pad.as_str(), from.as_str()) };
        let (on, off) = if look.colours { (SOURCE, PLAIN) } else { ("", "") };
        let _ = write!(out, "{on}{}{}{off}{}", from.0, from.1, spaces(GAP));
        push(&mut out, line, left, room - left, look.colours);
    }
    out
}

/// The context and the keyword: so many columns before the keyword, so many from it on.
fn push(out: &mut String, line: &Line, left: usize, right: usize, colours: bool) {
    let before = tail(line.left.trim_end(), left.saturating_sub(columns(gap(&line.left))));
    let before = format!("{before}{}", if before.is_empty() { "" } else { gap(&line.left) });
    out.push_str(&spaces(left - columns(&before)));
    out.push_str(&before);
    let keyword = head(&line.keyword, right * 2 / 3);
    let after = head(&line.right, right - columns(&keyword));
    let (on, off) = if colours { (KEYWORD, PLAIN) } else { ("", "") };
    let _ = writeln!(out, "{on}{keyword}{off}{}", after.trim_end());
}

/// The space before the keyword; none after an apostrophe.
fn gap(left: &str) -> &str {
    &left[left.trim_end().len()..]
}

/// Sentences on lines of at most so many columns.
fn wrapped(text: &str, width: usize) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for word in text.split(' ') {
        let wide = columns(word);
        if at > 0 && at + 1 + wide > width {
            out.push('\n');
            at = 0;
        } else if at > 0 {
            out.push(' ');
            at += 1;
        }
        out.push_str(word);
        at += wide;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::render::tests::sample;
    use super::super::search::tests::found;
    use super::super::sort::Order;
    use super::*;

    fn look(width: usize) -> Look {
        Look { width, colours: false, lang: Lang::Fr }
    }

    /// Columns before the first “délai” of each row.
    fn places(text: &str) -> Vec<usize> {
        text.lines().skip(2).map(|row| columns(&row[..row.find("délai").unwrap()])).collect()
    }

    #[test]
    fn keywords_stand_under_each_other() {
        let text = terminal(&sample(), look(80));
        let places = places(&text);
        assert_eq!(places.len(), 4);
        assert!(places.iter().all(|place| *place == places[0]), "{text}");
        assert!(text.lines().all(|line| columns(line) <= 80), "{text}");
        assert!(!text.contains('\u{1b}'));
        let expected = "3 occurrences de «\u{a0}délai\u{a0}» dans 3 verbatims sur 3.\n\n\
            \x20                    2                        Le délai <b>annoncé</b> est …\n\
            \x20                    3                  日本語の délai 😀 très e\u{301}tonnant\n\
            \x20                    4                     Aucun délai tenu\n\
            appel-7 1:02:03 client                        Le délai <b>annoncé</b> est …\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let coloured = terminal(&sample(), Look { colours: true, ..look(80) });
        assert!(coloured.contains("\u{1b}[1;31mdélai\u{1b}[0m"));
        let plain = [KEYWORD, SOURCE, PLAIN].iter().fold(coloured, |text, code| text.replace(code, ""));
        assert_eq!(plain, terminal(&sample(), look(80)));
    }

    proptest! {
        // Each case makes readers of its own.
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_row_is_wider_than_the_terminal(
            texts in proptest::collection::vec("(délai|[a-zé]{1,14}|日本語|😀|e\u{301}| |l'|\n){0,25}", 1..6),
            width in 0_usize..130,
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let text = terminal(&found("délai", &texts, Order::Position, None), look(width));
            prop_assert!(text.lines().all(|line| columns(line) <= width.max(NARROWEST)), "{text}");
        }
    }
}
