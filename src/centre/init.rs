//! What was understood of the files of a centre, as a centre.toml to correct.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::duration::DurationUnit;
use super::fault::TableKind;
use super::field::{Field, Holds};
use super::infer::Column;
use super::outcome::Outcome;
use super::source::Source;
use super::state_words;
use crate::Lang;
use crate::error::{Result, toml_string};
use crate::read::Progress;
use crate::study::{self, PresentationAsked};

/// The file: rules of counting with their usual values, then each table with its columns, the meaning of its words, and
/// the columns that are not used, then how the report looks.
///
/// # Errors
/// A file cannot be read.
pub fn to_toml(
    sources: &[Source],
    presentation: &PresentationAsked,
    lang: Lang,
    threads: usize,
    progress: Progress<'_>,
) -> Result<String> {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    line(pick!(lang, centre::what_barometre_understood_of_these_files));
    line("#   barometre centre report --centre centre.toml -o DIR\n");
    line("[centre]");
    line(pick!(lang, centre::title_contact_centre));
    line(&format!("language = \"{}\"", lang.code()));
    for (text, about) in [
        ("service_level_s = 20", text!(centre::delay_of_the_service_level)),
        ("short_abandon_s = 5", text!(centre::shorter_abandons_are_apart)),
        ("fcr_days = 7", text!(centre::days_without_a_new_contact)),
        ("min_group = 5", text!(centre::agents_with_fewer_calls_are_hidden)),
        ("pseudonyms = true", text!(centre::agents_under_a_number)),
    ] {
        line(&format!("{text:<24}# {}", about.said(lang)));
    }
    line("");
    for kind in TableKind::ALL {
        let own: Vec<&Source> = sources.iter().filter(|s| s.mapping.kind == *kind).collect();
        if let Some(first) = own.first() {
            line(&table(*kind, &own, first, lang, threads, progress)?);
        }
    }
    line(calendar(lang));
    line("[targets]\nquality_of_service = 90");
    line(pick!(lang, centre::service_level_80_average_handle_time_costs));
    out.push_str(&study::presentation_to_toml(presentation, lang));
    Ok(out)
}

fn calendar(lang: Lang) -> &'static str {
    pick!(lang, centre::without_a_calendar_all_calls_count_as)
}

fn table(
    kind: TableKind,
    own: &[&Source],
    first: &Source,
    lang: Lang,
    threads: usize,
    progress: Progress<'_>,
) -> Result<String> {
    let mut out = String::new();
    let files: Vec<String> = own.iter().map(|s| toml_string(&s.table.name())).collect();
    let id = kind.id();
    let columns: Vec<&str> = first.table.columns();
    let _ = writeln!(out, "[{id}]\nfiles = [{}]\n\n[{id}.columns]", files.join(", "));
    let mut used: Vec<&str> = Vec::new();
    for (field, column) in &first.mapping.columns {
        used.extend([Some(column.name.as_str()), column.second.as_deref()].into_iter().flatten());
        let named = match &column.second {
            Some(second) => format!("[{}, {}]", toml_string(&column.name), toml_string(second)),
            None => toml_string(&column.name),
        };
        let _ = writeln!(out, "{} = {named}", field.id());
    }
    let unused: Vec<String> = columns.iter().filter(|c| !used.contains(c)).map(|c| lang.quote(c)).collect();
    if !unused.is_empty() {
        let said = pick!(lang, centre::not_used);
        let _ = writeln!(out, "# {said}{} {}", lang.pick("\u{a0}:", ":"), unused.join(", "));
    }
    let free: Vec<&str> = kind
        .fields()
        .iter()
        .map(|(field, _)| field)
        .filter(|f| !first.mapping.columns.contains_key(f))
        .map(|f| f.id())
        .collect();
    if !free.is_empty() {
        let said = pick!(lang, centre::fields_without_a_column);
        let _ = writeln!(out, "# {said}{} {}", lang.pick("\u{a0}:", ":"), free.join(", "));
    }
    let units = first.mapping.columns.iter().filter(|(field, column)| {
        matches!(field.holds(), Holds::Duration) && column.unit != DurationUnit::Seconds
    });
    let units: Vec<String> = units.map(|(field, column)| unit(*field, column)).collect();
    if !units.is_empty() {
        let _ = writeln!(out, "\n[{id}.units]\n{}", units.join("\n"));
    }
    let worded = match kind {
        TableKind::Calls => Field::Outcome,
        TableKind::States => Field::State,
        _ => return Ok(out),
    };
    if let Some(column) = first.mapping.columns.get(&worded) {
        let tables: Vec<_> = own.iter().map(|s| s.table.only(std::slice::from_ref(&column.name))).collect();
        let profiles = study::profile(&tables, threads, progress)?;
        let values: BTreeMap<String, u64> = profiles.into_iter().find_map(|p| p.values).unwrap_or_default();
        let _ = writeln!(out, "\n[{id}.values]");
        for (value, n) in values {
            let meaning = match kind {
                TableKind::Calls => Outcome::of_word(&value).map(Outcome::id),
                _ => state_words::of_word(&value).map(state_words::id),
            };
            let n = lang.count(n);
            let value = toml_string(&value);
            let _ = match meaning {
                Some(meaning) => writeln!(out, "{value} = \"{meaning}\"  # {n}"),
                None => writeln!(out, "# {value} = \"?\"  # {n}{}", pick!(lang, centre::to_be_completed)),
            };
        }
    }
    Ok(out)
}

fn unit(field: Field, column: &Column) -> String {
    let name = serde_json::to_value(column.unit).ok().and_then(|v| v.as_str().map(str::to_owned));
    format!("{} = \"{}\"", field.id(), name.unwrap_or_default())
}
