//! What a column holds: told by its values, and where it has none by the schema of `report.json`.

use std::sync::OnceLock;

use serde_json::Value;

use super::ColumnKind;
use crate::report::Report;

/// Kind of one value; none of null.
pub(super) fn of_value(value: &Value) -> Option<ColumnKind> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some(ColumnKind::Boolean),
        Value::Number(n) if n.is_i64() => Some(ColumnKind::Integer),
        Value::Number(_) => Some(ColumnKind::Number),
        Value::String(_) | Value::Array(_) | Value::Object(_) => Some(ColumnKind::Text),
    }
}

/// The kind that holds both.
pub(super) fn wider(a: ColumnKind, b: ColumnKind) -> ColumnKind {
    match (a, b) {
        _ if a == b => a,
        (ColumnKind::Integer | ColumnKind::Number, ColumnKind::Integer | ColumnKind::Number) => {
            ColumnKind::Number
        }
        _ => ColumnKind::Text,
    }
}

/// Kind of a column of the array at `path` (`series/*/points`); none of a column that the schema does not have.
pub(super) fn declared(path: &str, column: &str) -> Option<ColumnKind> {
    let mut node = schema();
    for step in path.split('/').chain(["*"]) {
        node = match step {
            "*" => resolved(node).get("items")?,
            name => resolved(node).get("properties")?.get(name)?,
        };
    }
    property(node, column)
}

/// The property, or the one inside another: `timing_duration` is that of `timing`.
fn property(node: &Value, column: &str) -> Option<ColumnKind> {
    for (name, inner) in resolved(node).get("properties")?.as_object()? {
        if name == column {
            return scalar(inner);
        }
        let rest = column.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix('_'));
        if let Some(found) = rest.and_then(|rest| property(inner, rest)) {
            return Some(found);
        }
    }
    None
}

fn scalar(node: &Value) -> Option<ColumnKind> {
    let of_type = |name: &Value| match name.as_str()? {
        "string" => Some(ColumnKind::Text),
        "integer" => Some(ColumnKind::Integer),
        "number" => Some(ColumnKind::Number),
        "boolean" => Some(ColumnKind::Boolean),
        _ => None,
    };
    let node = resolved(node);
    match node.get("type") {
        Some(Value::Array(names)) => names.iter().find_map(of_type),
        Some(name) => of_type(name),
        // An enum whose variants have their own descriptions.
        None => node.get("oneOf").map(|_| ColumnKind::Text),
    }
}

/// The definition that a reference leads to; of a type or null, the type.
pub(super) fn resolved(mut node: &Value) -> &Value {
    loop {
        let next = if let Some(name) = node.get("$ref").and_then(Value::as_str) {
            schema().pointer(name.trim_start_matches('#'))
        } else {
            let choices = node.get("anyOf").and_then(Value::as_array);
            choices.and_then(|all| all.iter().find(|choice| choice.get("type") != Some(&"null".into())))
        };
        match next {
            Some(next) => node = next,
            None => return node,
        }
    }
}

/// The schema of `report.json`.
pub(super) fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(|| schemars::schema_for!(Report).to_value())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_tells_the_kind_of_a_column() {
        use ColumnKind::{Boolean, Integer, Number, Text};
        for (path, column, kind) in [
            ("metrics", "deff", Some(Number)),
            ("metrics", "n", Some(Integer)),
            ("metrics", "metric", Some(Text)),
            ("metrics", "suppressed", Some(Boolean)),
            ("drivers", "adjusted_impact", Some(Number)),
            ("series/*/points", "signal", Some(Text)),
            ("transcripts/calls", "timing_agent_words", Some(Integer)),
            ("transcripts/calls", "evaluated", Some(Boolean)),
            ("metrics", "no_such_column", None),
        ] {
            assert_eq!(declared(path, column), kind, "{path} {column}");
        }
    }

    #[test]
    fn a_wider_kind_holds_both() {
        use ColumnKind::{Boolean, Integer, Number, Text};
        assert_eq!(wider(Integer, Number), Number);
        assert_eq!(wider(Boolean, Integer), Text);
        assert_eq!(of_value(&serde_json::json!(1.0)), Some(Number));
    }
}
