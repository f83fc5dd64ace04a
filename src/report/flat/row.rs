//! One row of `report.json` as a flat line.

use serde_json::{Map, Value};

/// Groups of answers whose shares have columns of their own.
const GROUPS: [&str; 6] = ["promoters", "passives", "detractors", "high", "middle", "low"];

/// A row as a flat line for people: a segment as `column = value`, forms and other lists as one text, what is inside
/// another object under both names (`timing_duration`).
#[must_use]
pub fn flat_row(row: Value) -> Map<String, Value> {
    let mut out = Map::new();
    let Value::Object(fields) = row else { return out };
    for (key, value) in fields {
        if let Some(value) = known(&key, value, &mut out) {
            put(&key, value, &mut out);
        }
    }
    out
}

/// The same for programs: after the other columns, the segment in two, and the share of each group of answers.
pub(super) fn data_row(row: Value) -> Map<String, Value> {
    let mut more = Map::new();
    if let Some(segment) = row.get("segment") {
        let joined = |name: &str| {
            let parts = segment.as_array().filter(|parts| !parts.is_empty())?;
            Some(parts.iter().map(|part| text(&part[name])).collect::<Vec<_>>().join(" × "))
        };
        more.insert("segment_column".to_owned(), joined("column").into());
        more.insert("segment_value".to_owned(), joined("value").into());
    }
    if let Some(shares) = row.get("shares").and_then(Value::as_object) {
        let of_group = |group: &&str| Some((format!("share_{group}"), shares.get(*group)?.clone()));
        more.extend(GROUPS.iter().filter_map(of_group));
    }
    let mut out = flat_row(row);
    // After the columns that every row has; a row without shares leaves theirs empty.
    out.extend(more);
    out
}

/// Lists and objects that have a text, or columns, of their own; gives any other value back.
fn known(key: &str, value: Value, out: &mut Map<String, Value>) -> Option<Value> {
    let said = match (key, &value) {
        ("segment", Value::Array(parts)) => {
            listed(parts, |p| format!("{} = {}", text(&p["column"]), text(&p["value"])))
        }
        ("forms", Value::Array(forms)) => listed(forms, |f| format!("{} ({})", text(&f["form"]), f["n"])),
        ("values", Value::Array(values)) => listed(values, |v| format!("{}: {}", v["value"], v["n"])),
        ("shares", Value::Object(shares)) => {
            let each = shares.iter().map(|(g, s)| format!("{g} {:.4}", s.as_f64().unwrap_or_default()));
            each.collect::<Vec<_>>().join(", ")
        }
        ("uncovered", Value::Array(words)) => {
            listed(words, |w| format!("{} ({})", text(&w["label"]), w["n"]))
        }
        ("overlaps", Value::Array(pairs)) => {
            listed(pairs, |p| format!("{} + {} ({})", text(&p["themes"][0]), text(&p["themes"][1]), p["n"]))
        }
        ("rules", Value::Array(rules)) => {
            // Each with its verbatims in JSON; here those that an author must look at.
            let idle: Vec<Value> = rules.iter().filter(|r| r["n"] == 0).cloned().collect();
            let said = listed(&idle, |r| format!("{} ({})", r["line"], text(&r["theme"])));
            out.insert("lines_without_a_hit".to_owned(), said.into());
            return None;
        }
        // The reasons have columns of their own.
        ("missing", Value::Null) => return None,
        ("adjusted" | "penalty" | "reward", value) => {
            for name in ["effect", "impact", "impact_low", "impact_high", "q"] {
                out.insert(format!("{key}_{name}"), value.get(name).cloned().unwrap_or_default());
            }
            return None;
        }
        ("whole", value) => {
            for name in ["superiority", "odds_ratio", "odds_low", "odds_high"] {
                out.insert(name.to_owned(), value.get(name).cloned().unwrap_or_default());
            }
            return None;
        }
        _ => return Some(value),
    };
    out.insert(key.to_owned(), said.into());
    None
}

fn listed(values: &[Value], said: impl Fn(&Value) -> String) -> String {
    values.iter().map(said).collect::<Vec<_>>().join(", ")
}

fn put(key: &str, value: Value, out: &mut Map<String, Value>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                put(&format!("{key}_{name}"), value, out);
            }
        }
        Value::Array(values) if values.iter().any(Value::is_array) => {
            out.insert(key.to_owned(), Value::Array(values).to_string().into());
        }
        Value::Array(values) => {
            // Of items and steps of a call, those that are heard.
            let heard = |value: &&Value| value["count"] != 0 && value["present"] != false;
            let texts: Vec<String> = values.iter().filter(heard).map(short).collect();
            out.insert(key.to_owned(), texts.join("; ").into());
        }
        other => {
            out.insert(key.to_owned(), other);
        }
    }
}

/// An element of a list: an object by what names it.
fn short(value: &Value) -> String {
    let Some(fields) = value.as_object() else { return text(value) };
    let known = ["text", "id", "role", "period"].iter().find_map(|name| fields.get(*name)?.as_str());
    known.map_or_else(|| value.to_string(), str::to_owned)
}

/// A value as a text; nothing of null.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The columns of all rows, a column beside its neighbour of the row that first has it.
pub(super) fn all_keys(rows: &[Map<String, Value>]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for row in rows {
        if row.keys().eq(&keys) {
            continue;
        }
        let mut at = 0;
        for key in row.keys() {
            if let Some(place) = keys.iter().position(|known| known == key) {
                at = place + 1;
            } else {
                keys.insert(at, key.clone());
                at += 1;
            }
        }
    }
    let groups: Vec<String> = keys.iter().filter(|key| is_absent_group(rows, key)).cloned().collect();
    keys.retain(|key| !groups.contains(key));
    keys
}

/// Whether a column is the one empty cell that an absent object leaves, where other rows have columns for its parts: it
/// says nothing.
fn is_absent_group(rows: &[Map<String, Value>], key: &str) -> bool {
    let prefix = format!("{key}_");
    let has_parts = |row: &Map<String, Value>| row.keys().any(|other| other.starts_with(&prefix));
    rows.iter().all(|row| row.get(key).is_none_or(Value::is_null))
        && rows.iter().any(|row| !row.contains_key(key) && has_parts(row))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists_become_texts() {
        let row = flat_row(json!({
            "segment": [{"column": "région", "value": "Sud"}, {"column": "offre", "value": "Fibre"}],
            "forms": [{"form": "délai", "n": 3}],
            "grouped": ["a", "b"],
            "marks": [[0, 4]],
            "steps": [{"id": "greeting", "present": true}, {"id": "hold", "present": false}],
            "whole": null,
        }));
        assert_eq!(row["segment"], "région = Sud, offre = Fibre");
        assert_eq!(row["forms"], "délai (3)");
        assert_eq!(row["grouped"], "a; b");
        assert_eq!(row["marks"], "[[0,4]]");
        assert_eq!(row["steps"], "greeting");
        assert!(row["odds_ratio"].is_null() && !row.contains_key("whole"));
        assert!(!row.contains_key("segment_column"));
    }

    #[test]
    fn an_absent_object_leaves_no_column() {
        let rows = [
            json!({"n": null, "n_eff": null, "timing": null}),
            json!({"n": null, "n_eff": 2.0, "timing": {"talk": 1}}),
        ];
        let rows = rows.map(data_row);
        assert_eq!(all_keys(&rows), ["n", "n_eff", "timing_talk"]);
    }

    #[test]
    fn what_the_total_lacks_stays_a_column_of_its_own() {
        let rows = [json!({"segment": null, "n": 1}), json!({"segment": null, "n": 2})].map(data_row);
        assert_eq!(all_keys(&rows), ["segment", "n", "segment_column", "segment_value"]);
    }
}
