//! One atom that is several tokens: a number with its unit, two sentences glued together.

use super::token::{TokenKind, normal};

/// Units and time marks that are often written on to their number.
const UNITS: [&str; 26] = [
    "h", "min", "mn", "mns", "s", "sec", "j", "km", "kms", "m", "cm", "mm", "kg", "g", "mg", "l", "cl", "ml",
    "ko", "mo", "go", "to", "k", "eur", "euro", "euros",
];
/// Ends of ordinals: `1er`, `2e`, `3ème`.
const ORDINALS: [&str; 10] = ["e", "er", "ère", "ere", "ème", "eme", "è", "nd", "nde", "re"];

/// Calls `emit(start, end, kind)` for the tokens of `word`, an atom of letters and digits.
pub(super) fn cut_word(word: &str, emit: &mut impl FnMut(usize, usize, TokenKind)) {
    let end = word.len();
    if let Some(kind) = number_kind(word) {
        return emit(0, end, kind);
    }
    if let Some(cut) = hump(word) {
        emit(0, cut, TokenKind::Word);
        return emit(cut, end, TokenKind::Word);
    }
    let digits = word.find(|c: char| !(c.is_numeric() || matches!(c, '.' | ','))).unwrap_or(0);
    if digits == 0 {
        return emit(0, end, TokenKind::Word);
    }
    let tail = word[digits..].find(char::is_numeric).map_or(end, |at| digits + at);
    let unit = normal(&word[digits..tail]);
    if tail == end && ORDINALS.contains(&unit.as_str()) {
        return emit(0, end, TokenKind::Number);
    }
    let minutes = word[tail..].find(|c: char| !c.is_numeric()).map_or(end, |at| tail + at);
    let time = unit == "h"
        && tail < end
        && (minutes == end || matches!(normal(&word[minutes..]).as_str(), "m" | "mn" | "min"));
    // A network (3G, 4g, 5G), not a weight.
    let generation = unit == "g" && digits == 1;
    if generation || !UNITS.contains(&unit.as_str()) || !(tail == end || time) {
        return emit(0, end, TokenKind::Word);
    }
    let kind = if unit == "h" { TokenKind::Time } else { TokenKind::Number };
    for (start, end) in [(0, digits), (digits, tail), (tail, minutes.max(tail)), (minutes.max(tail), end)] {
        if start < end {
            emit(start, end, kind);
        }
    }
}

/// The kind of a surface of digits and signs; none when it has letters.
pub(super) fn number_kind(surface: &str) -> Option<TokenKind> {
    if !is_number(surface) {
        return None;
    }
    // Ten digits, the first a zero, in one piece or by two.
    let pairs = surface.split(['.', '-', '/']);
    let digits = surface.bytes().filter(u8::is_ascii_digit).count();
    let phone = digits == 10
        && surface.starts_with('0')
        && (surface.len() == 10 || pairs.clone().count() == 5 && pairs.clone().all(|pair| pair.len() == 2));
    Some(if phone { TokenKind::Phone } else { TokenKind::Number })
}

/// Whether a surface holds digits and no letter.
pub(super) fn is_number(surface: &str) -> bool {
    surface.chars().any(char::is_numeric) && !surface.chars().any(char::is_alphabetic)
}

/// Where a sentence is glued to the next without a sign (“idéePar”): at least three small letters, a capital,
/// a small letter. Brands begin otherwise (`iPhone`, `PayPal`).
fn hump(word: &str) -> Option<usize> {
    let cut = word.find(|c: char| !c.is_lowercase())?;
    let mut after = word[cut..].chars();
    let glued = after.next().is_some_and(char::is_uppercase)
        && after.next().is_some_and(char::is_lowercase)
        && after.all(|c| c.is_lowercase() || !c.is_alphanumeric())
        && word[..cut].chars().count() >= 3;
    glued.then_some(cut)
}
