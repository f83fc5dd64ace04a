//! Emoji and emoticons: the smiles and the anger of a verbatim are tokens too.

/// Emoticons from the longest to the shortest, so that the first match is the right one.
const EMOTICONS: [&str; 43] = [
    ":'-(", ":'-)", ":'(", ":')", ">:(", ":-*", ":-o", ":-O", ":-|", ":-]", ":-[", "^_^", "-_-", ">_<",
    "\\o/", "</3", ":-)", ":-(", ":-/", ":-D", ":-p", ":-P", ";-)", ";-(", ":)", ":(", ":/", ":D", ":p",
    ":P", ";)", ";(", "=)", "=(", "=D", "<3", "^^", ":|", ":*", ":o", ":O", ":]", ":[",
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
    let found = EMOTICONS.iter().find(|emoticon| rest.starts_with(**emoticon))?;
    let after = rest[found.len()..].chars().next();
    (!after.is_some_and(char::is_alphanumeric)).then_some(found.len())
}
