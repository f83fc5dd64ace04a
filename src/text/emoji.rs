//! Emoji and emoticons: the smiles and the anger of a verbatim are tokens too.

/// Emoticons in small letters, from the longest to the shortest, so that the first match is the right one.
const EMOTICONS: [&str; 39] = [
    ":'-(", ":'-)", ":'(", ":')", ">:(", ":-*", ":-o", ":-|", ":-]", ":-[", "^_^", "-_-", ">_<", "\\o/",
    "</3", ":-)", ":-(", ":-/", ":-d", ":-p", ";-)", ";-(", ":)", ":(", ":/", ":d", ":p", ";)", ";(", "=)",
    "=(", "=d", "<3", "^^", ":|", ":*", ":o", ":]", ":[",
];

/// Whether a segment without letter or digit is an emoji: pictographs, dingbats, flags, anything with an
/// emoji variation selector.
pub(super) fn is_emoji(segment: &str) -> bool {
    segment.chars().any(|c| {
        matches!(c,
            '\u{fe0f}' | '\u{20e3}' | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23ff}'
            | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{2b55}' | '\u{1f000}'..='\u{1faff}')
    })
}

/// Length in bytes of the emoticon that `rest` starts with; a letter or a digit right after it makes it
/// something else (`12:30`, `:Pas`).
pub(super) fn emoticon_len(rest: &str) -> Option<usize> {
    let starts = |emoticon: &&&str| {
        rest.get(..emoticon.len()).is_some_and(|start| start.eq_ignore_ascii_case(emoticon))
    };
    let found = EMOTICONS.iter().find(starts)?;
    let after = rest[found.len()..].chars().next();
    (!after.is_some_and(char::is_alphanumeric)).then_some(found.len())
}
