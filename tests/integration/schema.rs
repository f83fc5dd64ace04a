//! The schema describes what is written.

use std::path::Path;

use barometre::report::{CentreOptions, Report, build_centre, understand_centre};
use serde_json::Value;

use crate::support::{report_of, sample};

/// Checks `value` against the part of JSON Schema that schemars writes for plain structs.
fn check(value: &Value, schema: &Value, root: &Value, at: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap_or_else(|| panic!("{reference}"));
        return check(value, target, root, at);
    }
    if let Some(options) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        let fits = |option: &Value| {
            let tried = std::panic::AssertUnwindSafe(|| check(value, option, root, ""));
            std::panic::catch_unwind(tried).is_ok()
        };
        assert!(options.iter().any(fits), "{at}: {value} fits no variant");
        return;
    }
    if let Some(constant) = schema.get("const") {
        assert_eq!(value, constant, "{at}");
    }
    if let Some(allowed) = schema["enum"].as_array() {
        assert!(allowed.contains(value), "{at}: {value}");
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(some) => some.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(n) if n.is_u64() || n.is_i64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(
        types.is_empty() || types.contains(&found) || (found == "integer" && types.contains(&"number")),
        "{at}: {found} is not {types:?}"
    );
    if let Value::Array(items) = value {
        for (i, item) in items.iter().enumerate() {
            check(item, &schema["items"], root, &format!("{at}[{i}]"));
        }
    }
    if let (Value::Object(fields), Some(properties)) = (value, schema["properties"].as_object()) {
        for name in schema["required"].as_array().into_iter().flatten() {
            assert!(fields.contains_key(name.as_str().unwrap()), "{at}: {name} is missing");
        }
        for (name, field) in fields {
            let known = properties.get(name).unwrap_or_else(|| panic!("{at}.{name} is not in the schema"));
            check(field, known, root, &format!("{at}.{name}"));
        }
    }
}

#[test]
fn the_report_of_the_sample_follows_its_schema() {
    let schema = schemars::schema_for!(Report).to_value();
    let report = serde_json::to_value(report_of(&sample())).unwrap();
    check(&report, &schema, &schema, "report");
    let spoiled = serde_json::json!({ "schema_version": "one" });
    assert!(std::panic::catch_unwind(|| check(&spoiled, &schema, &schema, "report")).is_err());
}

#[test]
fn the_report_of_a_centre_follows_it_too() {
    let schema = schemars::schema_for!(Report).to_value();
    let centre = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/centre/centre.toml");
    let options = CentreOptions { centre: Some(centre), ..CentreOptions::default() };
    let understood = understand_centre(&options, &|_, _| {}).unwrap();
    let mut report = build_centre(understood, &options, &|_, _| {}).unwrap();
    // One row of each indicator, one point of each series: a field that does not fit is told by a slow panic.
    let mut seen = std::collections::BTreeSet::new();
    report.indicators.retain(|row| seen.insert(row.id));
    assert_eq!(report.indicators.len(), 49);
    let centre = report.centre.as_mut().unwrap();
    centre.series.iter_mut().for_each(|series| series.points.truncate(1));
    centre.backlog.truncate(4);
    centre.heat.truncate(4);
    centre.staffing.truncate(1);
    report.keywords.truncate(2);
    report.drivers.truncate(4);
    let report = serde_json::to_value(report).unwrap();
    check(&report, &schema, &schema, "report");
}
