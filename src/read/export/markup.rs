//! Texts that tools write as HTML.

use quick_xml::escape::resolve_html5_entity;

/// Elements that hold no text of the question.
const SILENT: [&str; 2] = ["style", "script"];
/// Elements that do not part the words on either side of them.
const INLINE: [&str; 11] = ["a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sup", "u"];

/// The text that a browser shows: tags removed, entities resolved, white space tidied.
pub(in crate::read) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((c, after)) = entity(rest) {
            text.push_str(c.encode_utf8(&mut [0; 4]));
            rest = after;
        } else if let Some((named, after)) = named_entity(rest) {
            text.push_str(named);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("<!--") {
            // A comment that does not end hides the rest, and is looked for once.
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some((name, after)) = tag(rest) {
            rest = if SILENT.contains(&name.as_str()) { after_end(after, &name) } else { after };
            if !INLINE.contains(&name.trim_start_matches('/')) {
                text.push(' ');
            }
        } else {
            text.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lower-case name of the tag that `text` begins with, and what follows it. `a < b` has none.
fn tag(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('<')?;
    if !inner.strip_prefix('/').unwrap_or(inner).starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // No tag holds another one: a text full of `<` is read once.
    let end = inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?;
    let name = inner[..end].split_ascii_whitespace().next()?.trim_end_matches('/');
    Some((name.to_ascii_lowercase(), &inner[end + 1..]))
}

/// What follows the end of an element; nothing when it does not end.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let named =
        |at: usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
    let end = text.match_indices("</").map(|(at, _)| at).find(|at| named(*at));
    end.and_then(|at| text[at..].split_once('>')).map_or("", |(_, after)| after)
}

/// A numbered entity, `&#233;` or `&#xe9;`.
fn entity(text: &str) -> Option<(char, &str)> {
    let (number, after) = reference(text)?;
    let number = number.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some((char::from_u32(code)?, after))
}

fn named_entity(text: &str) -> Option<(&'static str, &str)> {
    let (name, after) = reference(text)?;
    Some((resolve_html5_entity(name)?, after))
}

fn reference(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('&')?;
    // The longest name of HTML has 31 letters.
    let end = inner.bytes().take(33).position(|b| b == b';')?;
    Some((&inner[..end], &inner[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_shows_is_kept() {
        let html = "<p class=\"x\">L&rsquo;accueil &eacute;tait-il <b>tr</b>ès&nbsp;bon&#160;?</p>\n<style>p { a > b }</STYLE><div>De 1 &lt; 5</div>";
        assert_eq!(plain(html), "L’accueil était-il très bon ? De 1 < 5");
        assert_eq!(plain("Ligne 1<br/>Ligne 2<!-- <b> -->"), "Ligne 1 Ligne 2");
        for kept in ["a < b > c", "R&D; et B&B", "&#xfffffff; &#; &", "<", "<b sans fin", "${e://Field/nom}"]
        {
            assert_eq!(plain(kept), kept);
        }
    }

    proptest::proptest! {
        #[test]
        fn text_without_marks_is_only_tidied(text in "[a é\n]{0,20}") {
            proptest::prop_assert_eq!(plain(&text), text.split_whitespace().collect::<Vec<_>>().join(" "));
        }

        #[test]
        fn anything_is_read(text in "[<>&;#/!a \\-é]{0,40}") {
            let once = plain(&text);
            proptest::prop_assert!(once.len() <= text.len());
        }
    }
}
