//! Where the tables stand in `report.json`.

use serde_json::{Map, Value};

use super::{ColumnKind, choices, kinds};

/// One array of `report.json`.
pub(super) struct Source {
    /// Id of its table.
    pub id: &'static str,
    /// Where it is; `*` stands for each row of the array before it.
    path: &'static str,
    /// Columns of the row around it that tell whose it is, each with the name it takes here.
    parent: &'static [(&'static str, &'static str)],
    /// Arrays inside its rows that are tables of their own and say nothing as a text.
    apart: &'static [&'static str],
}

const fn source(id: &'static str, path: &'static str) -> Source {
    Source { id, path, parent: &[], apart: &[] }
}

const fn within(
    id: &'static str,
    path: &'static str,
    parent: &'static [(&'static str, &'static str)],
) -> Source {
    Source { id, path, parent, apart: &[] }
}

const fn without(id: &'static str, path: &'static str, apart: &'static [&'static str]) -> Source {
    Source { id, path, parent: &[], apart }
}

const QUESTION: (&str, &str) = ("question", "question");
const METRIC: (&str, &str) = ("metric", "metric");
const AGENT: (&str, &str) = ("agent", "agent");
/// The call of a row of its own.
const CALL: (&str, &str) = ("id", "call");

/// Every array, in the order of `report.json`.
pub(super) const ALL: &[Source] = &[
    source("study_files", "study/files"),
    source("study_settings", "study/settings"),
    source("study_questions", "study/questions"),
    source("findings", "findings"),
    source("metrics", "metrics"),
    source("indicators", "indicators"),
    source("centre_tables", "centre/tables"),
    source("centre_heat", "centre/heat"),
    source("centre_durations", "centre/durations"),
    without("centre_series", "centre/series", &["points"]),
    within(
        "centre_series_points",
        "centre/series/*/points",
        &[("id", "id"), ("label", "label"), ("unit", "unit")],
    ),
    source("centre_backlog", "centre/backlog"),
    source("centre_staffing", "centre/staffing"),
    source("centre_faults", "centre/faults"),
    source("centre_joins", "centre/joins"),
    source("centre_links", "centre/links"),
    source("transcripts_source_troubles", "transcripts/source/troubles"),
    source("transcripts_source_skipped", "transcripts/source/skipped"),
    source("transcripts_source_files", "transcripts/source/files"),
    source("transcripts_source_tables", "transcripts/source/tables"),
    source("transcripts_calls", "transcripts/calls"),
    within("transcripts_calls_voices", "transcripts/calls/*/voices", &[CALL]),
    within("transcripts_calls_silences", "transcripts/calls/*/timing/long_silences", &[CALL]),
    within("transcripts_calls_items", "transcripts/calls/*/listening/items", &[CALL]),
    within("transcripts_calls_steps", "transcripts/calls/*/steps", &[CALL]),
    source("transcripts_marks", "transcripts/marks"),
    source("transcripts_listening", "transcripts/listening"),
    source("transcripts_items", "transcripts/items"),
    source("transcripts_agents", "transcripts/agents"),
    within("transcripts_agents_items", "transcripts/agents/*/items", &[AGENT]),
    within("transcripts_agents_steps", "transcripts/agents/*/steps", &[AGENT]),
    source("transcripts_steps", "transcripts/steps"),
    source("transcripts_evaluated_rates", "transcripts/evaluated/rates/rows"),
    source("transcripts_evaluated_agreement", "transcripts/evaluated/agreement/rows"),
    source("transcripts_evaluated_agreement_pairs", "transcripts/evaluated/agreement/pairs"),
    source("transcripts_evaluated_leniency", "transcripts/evaluated/agreement/leniency"),
    without("transcripts_evaluated_trends", "transcripts/evaluated/trends", &["periods"]),
    within(
        "transcripts_evaluated_trends_periods",
        "transcripts/evaluated/trends/*/periods",
        &[("measure", "measure"), ("item", "item")],
    ),
    source("transcripts_evaluated_detection_items", "transcripts/evaluated/detection_items"),
    source("transcripts_evaluated_faults", "transcripts/evaluated/faults"),
    source("transcripts_terms", "transcripts/terms"),
    source("transcripts_themes", "transcripts/themes"),
    source("transcripts_contrasts", "transcripts/contrasts"),
    source("transcripts_pairs", "transcripts/pairs/rows"),
    source("transcripts_cooccurrences", "transcripts/cooccurrences/rows"),
    source("transcripts_emergence", "transcripts/emergence/rows"),
    within(
        "transcripts_emergence_periods",
        "transcripts/emergence/rows/*/periods",
        &[("term", "term"), ("kind", "kind")],
    ),
    source("transcripts_to_listen", "transcripts/to_listen"),
    within(
        "transcripts_to_listen_reasons",
        "transcripts/to_listen/*/reasons",
        &[AGENT, ("call", "call"), ("file", "file")],
    ),
    source("targets", "targets"),
    source("distributions", "distributions"),
    within("distributions_values", "distributions/*/values", &[QUESTION]),
    source("comparisons", "comparisons"),
    without("decompositions", "decompositions", &["parts"]),
    within(
        "decompositions_parts",
        "decompositions/*/parts",
        &[QUESTION, METRIC, ("by", "by"), ("from", "from"), ("to", "to")],
    ),
    without("series", "series", &["points"]),
    within("series_points", "series/*/points", &[QUESTION, METRIC, ("segment", "segment")]),
    source("rates", "rates"),
    source("modes", "modes/modes"),
    without("weighting_margins", "weighting/margins", &["values"]),
    within("weighting_margins_values", "weighting/margins/*/values", &[("columns", "columns")]),
    without("tables", "tables", &["bases", "cells", "means"]),
    within(choices::ID, "tables/*/cells", &[QUESTION, ("by", "by")]),
    source("keywords", "keywords"),
    within("keywords_forms", "keywords/*/forms", &[QUESTION, ("label", "label")]),
    source("keyness", "keyness"),
    source("contrasts", "contrasts"),
    source("themes", "themes"),
    source("codebooks", "codebooks"),
    within("codebooks_uncovered", "codebooks/*/uncovered", &[QUESTION]),
    within("codebooks_overlaps", "codebooks/*/overlaps", &[QUESTION]),
    within("codebooks_rules", "codebooks/*/rules", &[QUESTION]),
    source("theme_waves", "theme_waves"),
    source("theme_changes", "theme_changes"),
    source("drivers", "drivers"),
    source("importance_models", "importance_models"),
    source("importance", "importance"),
    source("priorities", "priorities"),
    source("quotes", "quotes"),
    source("warnings", "warnings"),
];

impl Source {
    /// Its rows in a report, each with what tells its parent before its own columns.
    pub fn rows(&self, whole: &Value) -> Vec<Value> {
        let array = |of: &Value, path: &str| {
            of.pointer(&format!("/{path}")).and_then(Value::as_array).cloned().unwrap_or_default()
        };
        let Some((around, own)) = self.path.split_once("/*/") else {
            let mut rows = array(whole, self.path);
            for row in rows.iter_mut().filter_map(Value::as_object_mut) {
                row.retain(|key, _| !self.apart.contains(&key.as_str()));
            }
            return rows;
        };
        let rows = array(whole, around).into_iter().flat_map(|parent| {
            let told: Map<String, Value> =
                self.parent.iter().map(|(key, name)| ((*name).to_owned(), parent[*key].clone())).collect();
            array(&parent, own).into_iter().map(move |row| {
                let mut line = told.clone();
                if let Value::Object(fields) = row {
                    line.extend(fields);
                }
                Value::Object(line)
            })
        });
        rows.collect()
    }

    /// What a column without a value would hold.
    pub fn kind(&self, column: &str) -> Option<ColumnKind> {
        kinds::declared(self.path, column).or_else(|| {
            let (around, _) = self.path.split_once("/*/")?;
            let (key, _) = self.parent.iter().find(|(_, name)| *name == column)?;
            kinds::declared(around, key)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The arrays of objects of the schema, where each is.
    fn arrays(node: &Value, path: &str, out: &mut BTreeSet<String>) {
        let node = kinds::resolved(node);
        if let Some(items) = node.get("items").map(kinds::resolved) {
            if items.get("properties").is_some() {
                out.insert(path.to_owned());
                arrays(items, &format!("{path}/*"), out);
            }
            return;
        }
        for (name, inner) in node.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
            arrays(inner, &path, out);
        }
    }

    #[test]
    fn every_array_of_the_schema_is_a_table() {
        let mut found = BTreeSet::new();
        arrays(kinds::schema(), "", &mut found);
        // A segment is a column; the bases and means of a frequency table stand on the lines of its cells.
        found.retain(|path| !path.ends_with("/segment"));
        found.retain(|path| !["tables/*/bases", "tables/*/means"].contains(&path.as_str()));
        let known: BTreeSet<String> = ALL.iter().map(|source| source.path.to_owned()).collect();
        assert_eq!(known, found);
        let ids: BTreeSet<&str> = ALL.iter().map(|source| source.id).collect();
        assert_eq!(ids.len(), ALL.len());
    }
}
