//! Where the numbers of a person are in a text: e-mail addresses, accounts, cards, social security, telephones.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::checksum::{iban, iban_length, luhn, nir_key};

/// What people put between the digits of a number, as the inside of a character class.
const BETWEEN: &str = r" \u{a0}\u{202f}\u{2009}\t._\-\u{2010}\u{2011}\u{2013}";

/// E-mail addresses, `(at)` and `(dot)` written out or not.
pub(super) fn emails(text: &str) -> Vec<Range<usize>> {
    EMAIL.find_iter(text).map(|found| found.range()).collect()
}

/// International bank account numbers, any country.
pub(super) fn ibans(text: &str) -> Vec<Range<usize>> {
    find_all(&IBAN, text, iban_at)
}

/// French social-security numbers.
pub(super) fn nirs(text: &str) -> Vec<Range<usize>> {
    find_all(&NIR, text, nir_at)
}

/// Bank cards.
pub(super) fn cards(text: &str) -> Vec<Range<usize>> {
    DIGITS.find_iter(text).flat_map(|run| cards_of(text, run.range())).collect()
}

/// Telephone numbers, French or international.
pub(super) fn phones(text: &str) -> Vec<Range<usize>> {
    find_all(&PHONE, text, phone_at)
}

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"[\p{L}\p{N}_%+\-'’]+(?:\.[\p{L}\p{N}_%+\-]+)*",
        r"(?:@(?:[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+|[\p{N}\-]*\p{L}[\p{L}\p{N}\-]+)",
        r"|(?:[ ]@[ ]?|@[ ])[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*\.[a-zA-Z]{2,6}(?-u:\b)",
        r"|[ ]?[(\[]\s?(?i:at|arobase|arobas)\s?[)\]][ ]?[\p{L}\p{N}\-]+",
        r"(?:[ ]?(?:\.|[(\[]\s?(?i:dot|point)\s?[)\]])[ ]?[\p{L}\p{N}\-]+)+)",
    ))
});

static IBAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[A-Za-z]{2}[~]?[0-9]{2}"));

/// Sex, year, month, département, commune, order; key.
static NIR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"([1-478][~]?[0-9]{2}[~]?[0-9]{2}[~]?(?:[0-9]{2}|2[ABab])[~]?[0-9]{3}[~]?[0-9]{3})(?:[~]{0,2}([0-9]{2})(?-u:\b))?",
    )
});

static DIGITS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9]+(?:[~]{1,2}[0-9]+)*"));

/// Named after what they are: `abroad` with + or 00 and a country, `french` the same for France, `national` from
/// 0, `bare` a French mobile number as databases write it.
static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?<french>(?:\+|00)[~]?33\)?[~]{0,2}(?:\(0\)|0)?[~]{0,2}[1-9](?:[~]{0,3}[0-9]){8})",
        r"|(?<abroad>(?:\+|00)[~]?[1-9][0-9]{0,2}\)?[~]{0,2}(?:\([0-9]{1,4}\))?(?:[~]{0,2}[0-9]){6,12})",
        r"|(?<national>(?:\(0[1-9]\)|0[~]?[1-9])(?:[~/]{0,3}[0-9]){8})",
        r"|(?<bare>33[~]?0?[67](?:[~]?[0-9]{2}){4})",
    ))
});

/// Compiles a pattern in which `~`, inside a class, stands for what separates digits.
fn pattern(source: &str) -> Regex {
    Regex::new(&source.replace('~', BETWEEN)).expect("the patterns of this file are tested")
}

/// Matches that `accept` confirms; after one that it refuses, the search goes on from the next character.
fn find_all(
    regex: &Regex,
    text: &str,
    accept: impl Fn(&str, &Captures) -> Option<Range<usize>>,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(captures) = regex.captures_at(text, at) {
        let start = captures.get_match().start();
        at = match accept(text, &captures) {
            Some(range) => {
                let end = range.end;
                found.push(range);
                end
            }
            // A match starts with an ASCII character.
            None => start + 1,
        };
    }
    found
}

/// True when the character before or after touches the range with a digit.
fn touches_digit(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].ends_with(|c: char| c.is_ascii_digit())
        || text[range.end..].starts_with(|c: char| c.is_ascii_digit())
}

/// From the country on, as many letters and digits as its IBANs have, separators passed over. Eight digits at
/// least: words alone may satisfy the check by chance, once in 97.
fn iban_at(text: &str, captures: &Captures) -> Option<Range<usize>> {
    let start = captures.get_match().start();
    let length = iban_length(&text[start..start + 2].to_ascii_uppercase())?;
    let mut compact = String::with_capacity(length);
    let mut separators = 0;
    for (i, c) in text[start..].char_indices() {
        if c.is_ascii_alphanumeric() {
            separators = 0;
            compact.push(c.to_ascii_uppercase());
            if compact.len() == length {
                let digits = compact.bytes().filter(u8::is_ascii_digit).count();
                return (digits >= 10 && iban(&compact)).then_some(start..start + i + 1);
            }
        } else {
            separators += 1;
            if separators > 2 || c.is_alphanumeric() || matches!(c, '\n' | '\r') {
                return None;
            }
        }
    }
    None
}

/// Fifteen characters with the right key, or a number whose sex, month and département are possible, with or
/// without key: one mistyped is still someone's.
fn nir_at(text: &str, captures: &Captures) -> Option<Range<usize>> {
    let whole = captures.get_match().range();
    if touches_digit(text, &whole) {
        return None;
    }
    let compact: String =
        captures[1].chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let key = captures.get(2).and_then(|key| key.as_str().parse().ok());
    let right_key = key.is_some() && nir_key(&compact) == key;
    let (sex, month, place) = (&compact[..1], &compact[3..5], &compact[5..7]);
    let possible = matches!(sex, "1" | "2") && ("01"..="12").contains(&month) && place != "00";
    (right_key || possible).then_some(whole)
}

/// Cards in a run of digits and separators: whole groups of digits, all but the last of four or more, 13 to 19
/// digits in all that satisfy Luhn's formula. Years in a row are no card.
fn cards_of(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let groups = groups(text, run);
    let mut found = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        // The lengths of the great networks before those that few cards have.
        let last = [16, 15, 14, 13, 19, 18, 17]
            .into_iter()
            .find_map(|length| card_from(text, &groups[first..], length));
        if let Some(count) = last {
            found.push(groups[first].start..groups[first + count - 1].end);
            first += count;
        } else {
            first += 1;
        }
    }
    found
}

/// How many of the first `groups` make a card of `length` digits.
fn card_from(text: &str, groups: &[Range<usize>], length: usize) -> Option<usize> {
    let mut digits = String::with_capacity(length);
    for (i, group) in groups.iter().enumerate() {
        digits.push_str(&text[group.clone()]);
        if digits.len() >= length {
            let years = groups[..=i].iter().all(|g| is_year(&text[g.clone()]));
            let card = digits.len() == length && !digits.starts_with('0') && !years && luhn(&digits);
            return card.then_some(i + 1);
        }
        if group.len() < 4 {
            return None;
        }
    }
    None
}

pub(super) fn is_year(group: &str) -> bool {
    group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
}

/// The groups of digits of a range.
fn groups(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (i, _) in text[range.clone()].bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        let at = range.start + i;
        match groups.last_mut() {
            Some(group) if group.end == at => group.end += 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

fn phone_at(text: &str, captures: &Captures) -> Option<Range<usize>> {
    let range = captures.get_match().range();
    let before = &text[..range.start];
    if touches_digit(text, &range) {
        return None;
    }
    let groups = groups(text, range.clone());
    let accepted = if captures.name("national").is_some() {
        // `0,0612…` is a decimal number, `10:00 …` a time, `tel:06…` neither.
        let bare = before.strip_suffix([',', ':']).unwrap_or("");
        national(text, &groups) && !bare.ends_with(|c: char| c.is_ascii_digit())
    } else if captures.name("abroad").is_some() {
        let time = text[range.clone()].starts_with("00") && before.ends_with([':', 'h', 'H', ',', '.', '/']);
        !time && !amount(text, &groups)
    } else {
        true
    };
    accepted.then_some(range)
}

/// Ten digits in two to five groups with the same separator between them. A year among them makes a date,
/// a point after the 0 a decimal number, and only pairs are separated by slashes.
fn national(text: &str, groups: &[Range<usize>]) -> bool {
    let separators: Vec<&str> = groups
        .windows(2)
        .map(|pair| text[pair[0].end..pair[1].start].trim_start_matches(')').trim())
        .collect();
    let Some(&separator) = separators.first() else { return true };
    let digits = |i: usize| &text[groups[i].clone()];
    // `06 88.41.20.13`: a mobile number in pairs, whatever stands between.
    let mobile =
        matches!(digits(0), "06" | "07") && groups.len() == 5 && separators.iter().all(|s| *s != "/");
    if mobile && groups.iter().all(|group| group.len() == 2) {
        return true;
    }
    groups.len() <= 5
        && separators.iter().all(|s| *s == separator)
        && (separator != "/" || groups.iter().all(|group| group.len() == 2))
        && !(separator == "." && groups[0].len() == 1)
        && (groups.len() <= 3 || (1..groups.len()).all(|i| !is_year(digits(i))))
}

/// `+12 000 000`, `+32 470 123 456 €`: thousands, too short for a number abroad or counting money.
fn amount(text: &str, groups: &[Range<usize>]) -> bool {
    let Some((first, others)) = groups.split_first() else { return false };
    let thousands = first.len() <= 3 && others.iter().all(|group| group.len() == 3);
    let digits: usize = groups.iter().map(Range::len).sum();
    let end = groups.last().map_or(0, |group| group.end);
    let money = text[end..].trim_start().starts_with(['€', '$', '£', '%', 'e', 'E', 'k', 'K', 'M']);
    thousands && (digits <= 10 || money)
}
