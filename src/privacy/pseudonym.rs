//! Numbers in the place of names.

use crate::theme::hash;

/// `Agent 01`, `Agent 02`… in an order that says nothing of the names, and the same whatever row came first.
///
/// ```
/// use barometre::privacy::pseudonyms;
/// let names = ["Zoé".to_owned(), "Ali".to_owned()];
/// let mut numbered = pseudonyms(&names, "Agent");
/// numbered.sort();
/// assert_eq!(numbered, ["Agent 01", "Agent 02"]);
/// ```
#[must_use]
pub fn pseudonyms(names: &[String], word: &str) -> Vec<String> {
    let mut order: Vec<(u64, &String)> = names.iter().map(|name| (hash(name), name)).collect();
    order.sort_unstable();
    let width = names.len().to_string().len().max(2);
    let place = |name: &String| order.iter().position(|(_, other)| *other == name).unwrap_or(0) + 1;
    names.iter().map(|name| format!("{word} {:0width$}", place(name))).collect()
}
