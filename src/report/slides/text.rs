//! Texts as they stand on a slide: how many lines they take, and where they are cut.
//!
//! Widths are those of `DejaVu` Sans, wider than what most themes name: a text that fits here fits there.

use unicode_width::UnicodeWidthChar;

use crate::chart::font::{self, Weight};

/// Height of a line, in ems: fonts differ, this is above most.
pub(super) const LINE: f64 = 1.25;

/// What can stand in a text of an Office file: blanks made one, what XML forbids left out.
pub(super) fn clean(text: &str) -> String {
    let kept = |c: char| !matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}' | '\u{200b}');
    let blank = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let words = text.split(blank).map(|word| word.chars().filter(|&c| kept(c)).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Programs round widths, and break a line that they fill to the last hair.
const SLACK: f64 = 1.02;

/// Width in points of a text of `size` points.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    // The font has no ideograms: each takes an em, of which six tenths are counted for it.
    let wide = text.chars().filter(|c| c.width() == Some(2)).count() as f64;
    SLACK * font::width(text, size, weight) + wide * 0.4 * size
}

/// Lines of a text in `room` points; a word longer than a line is broken.
pub(super) fn lines(text: &str, size: f64, weight: Weight, room: f64) -> usize {
    let space = width(" ", size, weight);
    let (mut lines, mut used) = (1_usize, 0.0_f64);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let long = width(word, size, weight);
        if used > 0.0 && used + space + long <= room {
            used += space + long;
            continue;
        }
        if used > 0.0 {
            lines += 1;
        }
        // A word that fills its line takes no second one.
        let full = ((long / room - 1e-9).ceil() - 1.0).max(0.0);
        lines += full as usize;
        used = long - full * room;
    }
    lines
}

/// The text if it fits on so many lines, else its beginning and an ellipsis.
pub(super) fn cut(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> String {
    // Nothing is narrower than a fifth of an em in a whole text: what is beyond is not measured.
    let limit = (most as f64 * room / (0.2 * size)).ceil() as usize + 1;
    let chars: Vec<char> = text.chars().take(limit).collect();
    let whole = chars.len() < limit;
    if whole && lines(text, size, weight, room) <= most {
        return text.to_owned();
    }
    let shortened = |kept: usize| {
        let start: String = chars[..kept].iter().collect();
        format!("{}…", start.trim_end_matches([' ', '\u{a0}', ',', ';', ':']))
    };
    let (mut fits, mut too_long) = (0, chars.len());
    while too_long - fits > 1 {
        let middle = usize::midpoint(fits, too_long);
        if lines(&shortened(middle), size, weight, room) <= most { fits = middle } else { too_long = middle }
    }
    shortened(fits)
}

/// Width of the longest word.
pub(super) fn longest_word(text: &str, size: f64, weight: Weight) -> f64 {
    text.split(' ').map(|word| width(word, size, weight)).fold(0.0, f64::max)
}

/// Width of the narrowest room, to half an em, in which a text takes at most so many lines.
pub(super) fn narrowest(text: &str, size: f64, weight: Weight, most: usize) -> f64 {
    let mut room = longest_word(text, size, weight).max(width(text, size, weight) / most as f64);
    while lines(text, size, weight, room) > most {
        room += 0.5 * size;
    }
    room
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: Weight = Weight::Regular;

    #[test]
    fn what_xml_forbids_goes() {
        assert_eq!(clean(" a\u{0}\u{b}b\n c\u{ffff}\td\u{a0}e "), "a b c d\u{a0}e");
        assert_eq!(clean("\u{1}"), "");
    }

    #[test]
    fn lines_are_counted_by_words() {
        let one = width("mot", 12.0, REGULAR);
        assert_eq!(lines("mot mot mot", 12.0, REGULAR, one * 1.1), 3);
        assert_eq!(lines("mot mot mot", 12.0, REGULAR, one * 4.0), 1);
        assert_eq!(lines("mot mot", 12.0, REGULAR, one), 2);
        assert_eq!(lines("", 12.0, REGULAR, one), 1);
        let long = "m".repeat(5_000);
        assert!(lines(&long, 12.0, REGULAR, 500.0) > 100);
        assert!(width("日本", 12.0, REGULAR) >= 24.0 * 0.98);
    }

    #[test]
    fn a_room_is_as_narrow_as_its_lines_allow() {
        let text = "Part des deux meilleures notes";
        for most in 1..4 {
            let room = narrowest(text, 12.0, REGULAR, most);
            assert!(lines(text, 12.0, REGULAR, room) <= most);
            let word = longest_word(text, 12.0, REGULAR);
            assert!(room <= width(text, 12.0, REGULAR) / most as f64 + word, "{most}: {room}");
        }
    }

    #[test]
    fn a_text_too_long_is_cut_where_it_fits() {
        let text = "Les autres thèmes tenus égaux, ce thème va avec un score plus bas. ".repeat(20);
        let short = cut(&text, 12.0, REGULAR, 300.0, 3);
        assert!(short.ends_with('…') && lines(&short, 12.0, REGULAR, 300.0) == 3, "{short}");
        assert_eq!(cut("court", 12.0, REGULAR, 300.0, 3), "court");
        let word = cut(&"x".repeat(5_000), 12.0, REGULAR, 300.0, 2);
        assert!(word.chars().count() < 120 && lines(&word, 12.0, REGULAR, 300.0) <= 2, "{word}");
    }
}
