//! How answers were collected: by telephone, on the web, at once or days later. Modes are not to be pooled in silence.

use super::profile::Profile;
use super::{Segment, Study, fold};
use crate::read::{FILE, Field, Table};
use polars::prelude::lit;

/// The column that tells how an answer was collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mode {
    /// Column, one of the segments.
    pub column: String,
    /// True when study.toml says so; false when its name, or its values, do.
    pub declared: bool,
}

/// Modes that a column may have to be taken for one unasked.
const MODES: std::ops::RangeInclusive<usize> = 2..=6;

/// Names of columns that tell how an answer was collected.
const NAMES: [&str; 25] = [
    "mode",
    "mode de collecte",
    "mode de recueil",
    "mode de passation",
    "mode d'administration",
    "mode d'interrogation",
    "mode d'enquete",
    "mode enquete",
    "canal de collecte",
    "canal de recueil",
    "canal d'enquete",
    "methode de collecte",
    "methode de recueil",
    "methodologie",
    "type d'enquete",
    "type enquete",
    "type de mesure",
    "mode of collection",
    "collection mode",
    "data collection mode",
    "survey mode",
    "survey type",
    "survey method",
    "interview mode",
    "methodology",
];

/// Whether a name is that of a mode of collection.
fn is_mode(column: &str) -> bool {
    let name = fold(&column.replace(['_', '-', '.'], " "));
    NAMES.iter().any(|known| *known == name || known.replace('\'', " ") == name)
}

/// Whether a value says that people answered at once, or later on.
fn temperature(value: &str) -> bool {
    ["a chaud", "chaud", "a froid", "froid", "hot", "cold"].contains(&fold(value).as_str())
}

/// The mode among the segments of a study: by its name, or because its values are “à chaud” and “à froid”.
pub(super) fn inferred(segments: &[Segment], profiles: &[Profile]) -> Option<Mode> {
    let looks = |segment: &&Segment| {
        let Some(profile) = profiles.iter().find(|p| p.column == segment.column) else { return false };
        let values = segment.groups(profile).labels(crate::Lang::Fr);
        let asks = profile.text.as_deref().is_some_and(is_mode);
        MODES.contains(&values.len())
            && (is_mode(&segment.column) || asks || values.iter().all(|v| temperature(v)))
    };
    let column = segments.iter().find(looks)?.column.clone();
    Some(Mode { column, declared: false })
}

impl Study {
    /// Makes `column` the mode of collection, and a segment where it is none.
    pub(super) fn declare_mode(&mut self, column: String) {
        if !self.segments.iter().any(|s| s.column == column) {
            self.segments.push(Segment::from(column.as_str()));
        }
        self.mode = Some(Mode { column, declared: true });
    }
}

/// Name of the column of [`mark_temperature`].
const TEMPERATURE: &str = "enquête à chaud ou à froid";

/// Where files are surveys taken at once and later on (“à chaud”, “à froid” in every name), gives each row the kind of
/// its file, in a column of its own; whether it did.
pub fn mark_temperature(tables: &mut [Table]) -> bool {
    let kind = |table: &Table| {
        let name = fold(&table.name());
        let has = |word: &str| name.split(|c: char| !c.is_alphanumeric()).any(|w| w == word);
        match (has("chaud"), has("froid")) {
            (true, false) => Some("À chaud"),
            (false, true) => Some("À froid"),
            _ => None,
        }
    };
    let kinds: Option<Vec<&str>> = tables.iter().map(kind).collect();
    let Some(kinds) = kinds.filter(|kinds| kinds.iter().any(|k| Some(k) != kinds.first())) else {
        return false;
    };
    if tables.iter().any(|t| t.columns().into_iter().any(|c| is_mode(c) || c == TEMPERATURE || c == FILE)) {
        return false;
    }
    for (table, kind) in tables.iter_mut().zip(kinds) {
        table.frame = table.frame.clone().with_column(lit(kind).alias(TEMPERATURE));
        table.fields.push(Field { name: TEMPERATURE.to_owned(), ..Field::default() });
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_known_by_their_name() {
        for name in [
            "Mode",
            "mode_de_collecte",
            "Canal de collecte",
            "Type d’enquête",
            "type_enquete",
            "MÉTHODOLOGIE",
        ] {
            assert!(is_mode(name), "{name}");
        }
        for name in ["canal", "mode de paiement", "moderne", "offre"] {
            assert!(!is_mode(name), "{name}");
        }
        assert!(temperature("À chaud") && temperature("froid") && !temperature("tiède"));
    }
}
