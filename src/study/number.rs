//! Numbers as French and English spreadsheets write them.

/// Reads `3,5`, `3.5`, `1 234,5` (ordinary, no-break or narrow space), `-1`, `85 %`; nothing else.
///
/// ```
/// use barometre::study::parse_number;
/// assert_eq!(parse_number(" 3,5 "), Some(3.5));
/// assert_eq!(parse_number("1\u{202f}234,5"), Some(1234.5));
/// assert_eq!(parse_number("12 rue"), None);
/// ```
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let digits = text.strip_prefix(['-', '+', '\u{2212}']).unwrap_or(text);
    if text.len() > 32 || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    if digits.len() < text.len() && !text.starts_with('+') {
        plain.push('-');
    }
    let mut point = false;
    let mut since_space = None;
    for c in digits.chars() {
        match c {
            '0'..='9' => {
                plain.push(c);
                since_space = since_space.map(|n: u32| n + 1);
            }
            ' ' | '\u{a0}' | '\u{202f}' if !point && since_space.is_none_or(|n| n == 3) => {
                since_space = Some(0);
            }
            ',' | '.' if !point && since_space.is_none_or(|n| n == 3) => {
                point = true;
                since_space = None;
                plain.push('.');
            }
            _ => return None,
        }
    }
    if since_space.is_some_and(|n| n != 3) || plain.ends_with('.') {
        return None;
    }
    plain.parse().ok()
}

/// Reads an answer of a scale: a number, or one that opens a label (`10 - Tout à fait`, `1 : pas du tout`,
/// `4 étoiles`, `5 (très satisfait)`).
///
/// ```
/// use barometre::study::parse_answer;
/// assert_eq!(parse_answer("0 - Pas du tout"), Some(0.0));
/// assert_eq!(parse_answer("4 étoiles"), Some(4.0));
/// assert_eq!(parse_answer("0-6"), None);
/// ```
#[must_use]
pub fn parse_answer(text: &str) -> Option<f64> {
    parse_number(text).or_else(|| parse_labelled(text).map(|(number, _)| number))
}

/// The number that opens a label, and the label.
#[must_use]
pub(super) fn parse_labelled(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, rest) = text.split_at(end);
    let after = rest.trim_start();
    let unit = after.len() < rest.len() && ["étoile", "star", "point"].iter().any(|u| after.starts_with(u));
    let label = after.trim_start_matches(['-', '–', '—', '=', '(', ':', '.', ')']).trim();
    let marked = after.starts_with(['-', '–', '—', '=', '('])
        || (after.starts_with([':', '.', ')']) && after[1..].starts_with(' '));
    // `0-6` is a band, not the answer 0.
    let worded = label.starts_with(char::is_alphabetic);
    let number = digits.parse().ok().filter(|_| digits.len() <= 3 && (unit || (marked && worded)))?;
    Some((number, label.trim_end_matches(')')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in ["", "-", "3,5,1", "1 2", "3,", "abc", "1e5", "06 12 34 56 78", "12/03", "5 étoiles"] {
            assert_eq!(parse_number(text), None, "{text:?}");
        }
        assert_eq!(parse_number("-1"), Some(-1.0));
        assert_eq!(parse_number("85 %"), Some(85.0));
        assert_eq!(parse_number("007"), Some(7.0));
    }
}
