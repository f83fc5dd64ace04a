//! Text in columns of a terminal: a Chinese character takes two, an accent that combines none.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Stands where text was cut.
pub(super) const CUT: &str = "…";
/// Columns given up at most so that a word is not cut inside.
const WHOLE: usize = 11;

/// Columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// So many spaces.
pub(super) fn spaces(columns: usize) -> String {
    " ".repeat(columns)
}

/// The beginning of a text in at most `room` columns, cut after a word where one ends near.
pub(super) fn head(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let text = text.trim_end_matches(CUT).trim_end();
    // The sign, and the space before it.
    let fits = fitting(text.grapheme_indices(true), room.saturating_sub(2));
    let end = fits.last().map_or(0, |(at, grapheme)| at + grapheme.len());
    let kept = &text[..end];
    let near = kept.rfind(char::is_whitespace).map(|at| &kept[..at]);
    let near = near.filter(|near| columns(kept) - columns(near) <= WHOLE);
    if room == 0 {
        String::new()
    } else if text[end..].starts_with(char::is_whitespace) && end > 0 {
        format!("{} {CUT}", kept.trim_end())
    } else if let Some(near) = near {
        format!("{} {CUT}", near.trim_end())
    } else {
        format!("{kept}{CUT}")
    }
}

/// The end of a text in at most `room` columns, cut before a word where one begins near.
pub(super) fn tail(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let text = text.trim_start_matches(CUT).trim_start();
    let fits = fitting(text.grapheme_indices(true).rev(), room.saturating_sub(2));
    let start = fits.last().map_or(text.len(), |(at, _)| *at);
    let kept = &text[start..];
    let near = kept.find(char::is_whitespace).map(|at| &kept[at..]);
    let near = near.filter(|near| columns(kept) - columns(near) <= WHOLE);
    if room == 0 {
        String::new()
    } else if text[..start].ends_with(char::is_whitespace) && !kept.is_empty() {
        format!("{CUT} {}", kept.trim_start())
    } else if let Some(near) = near {
        format!("{CUT} {}", near.trim_start())
    } else {
        format!("{CUT}{kept}")
    }
}

/// The first graphemes that fit.
fn fitting<'t>(graphemes: impl Iterator<Item = (usize, &'t str)>, room: usize) -> Vec<(usize, &'t str)> {
    let mut taken = 0;
    let fits = graphemes.take_while(|(_, grapheme)| {
        taken += grapheme.width();
        taken <= room
    });
    fits.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_are_those_of_a_terminal() {
        for (text, expected) in [
            ("été", 3),
            ("e\u{301}te\u{301}", 3),
            ("日本", 4),
            ("😀", 2),
            ("👩\u{200d}💻", 2),
            ("a\u{200b}b", 2),
            ("", 0),
        ] {
            assert_eq!(columns(text), expected, "{text}");
        }
    }

    #[test]
    fn words_stay_whole_where_they_are_short() {
        assert_eq!(head("le délai est trop long", 16), "le délai est …");
        assert_eq!(head("le délai est trop long", 19), "le délai est trop …");
        assert_eq!(tail("le délai est trop long", 12), "… trop long");
        assert_eq!(head("anticonstitutionnellement", 9), "anticon…");
        assert_eq!(tail("anticonstitutionnellement", 9), "…llement");
        assert_eq!(head("日本語です", 6), "日本…");
        assert_eq!(tail("… mots avant", 9), "… avant");
        assert_eq!(head(" délai", 3), " …");
    }

    proptest! {
        #[test]
        fn what_is_cut_fits(text in "([a-zé]{1,9}|日本|😀|e\u{301}|👩\u{200d}💻| |…){0,20}", room in 0_usize..30) {
            for cut in [head(&text, room), tail(&text, room)] {
                prop_assert!(columns(&cut) <= room, "{cut:?}");
                prop_assert!(cut == text || room == 0 || cut.contains(CUT));
            }
        }
    }
}
