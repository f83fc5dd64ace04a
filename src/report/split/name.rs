//! Names of folders out of values that people typed.

use std::collections::BTreeSet;

use crate::study::fold;

/// Characters of a name, at most.
const LONGEST: usize = 60;

/// One folder name a value, in their order: the column and the value in lower-case letters and digits, joined by
/// hyphens. No two are the same, none is a name that a system keeps for itself, and the same values give the same
/// names.
///
/// ```
/// use barometre::report::split::folder_names;
/// let values = ["Île-de-France", "Île de France !", "../..", "東京"].map(str::to_owned);
/// let names = folder_names("Région", &values);
/// assert_eq!(names, ["region-ile-de-france", "region-ile-de-france-2", "region-value", "region-value-2"]);
/// ```
#[must_use]
pub fn folder_names(column: &str, values: &[String]) -> Vec<String> {
    let mut taken: BTreeSet<String> = ["ensemble", "overall"].map(str::to_owned).into();
    let mut name = |value: &String| {
        // Two words at least: one alone may be a device of Windows.
        let or =
            |text: &str, other: &str| Some(slug(text)).filter(|s| !s.is_empty()).unwrap_or(other.to_owned());
        let stem = slug(&format!("{} {}", or(column, "entity"), or(value, "value")));
        let numbered = (1..).map(|n| if n == 1 { stem.clone() } else { format!("{stem}-{n}") });
        let free = numbered.into_iter().find(|name| !taken.contains(name)).unwrap_or_default();
        taken.insert(free.clone());
        free
    };
    values.iter().map(&mut name).collect()
}

/// Letters and digits of ASCII, accents off, what lies between as one hyphen.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.truncate(LONGEST);
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_distinct() {
        let values = ["CON", "a/b", "a\\b", "a:b", "x".repeat(300).as_str(), "x".repeat(301).as_str()]
            .map(str::to_owned);
        let names = folder_names("…", &values);
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
        let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(names.iter().all(|n| !n.is_empty() && n.len() < 70 && n.chars().all(safe)), "{names:?}");
        assert_eq!(folder_names("", &["Con".to_owned()]), ["entity-con"]);
    }
}
