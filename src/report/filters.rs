//! What the tables and quotes of a page can be narrowed to, and how a row says what it is about.

use std::collections::BTreeMap;

use serde::Serialize;

use super::document::{Block, Section};
use super::page_words;
use super::words::Words;
use crate::report::Report;

/// Choices of the page, and their words.
#[derive(Serialize)]
pub(super) struct Filters {
    /// Waves, in the order of time; none where there is but one.
    pub waves: Vec<String>,
    /// Segment columns with their values.
    pub segments: Vec<SegmentChoice>,
    /// What quotes illustrate, in the order of the page.
    pub themes: Vec<String>,
    /// Groups of answers that quotes come from.
    pub groups: Vec<String>,
    pub words: FilterWords,
    /// Id of the first section with tables by wave or segment, over which the controls stand.
    pub before: Option<&'static str>,
    #[serde(skip)]
    pub tags: Tags,
}

/// The values of a segment column that can be chosen.
#[derive(Serialize)]
pub(super) struct SegmentChoice {
    pub column: String,
    pub values: Vec<String>,
}

/// Labels of the controls.
#[derive(Serialize)]
pub(super) struct FilterWords {
    pub tables: &'static str,
    pub wave: &'static str,
    pub all_waves: &'static str,
    pub segment: &'static str,
    pub all_segments: &'static str,
    pub reset: &'static str,
    /// Between the rows shown and those there are.
    pub rows: &'static str,
    /// The same of one row.
    pub row: &'static str,
    /// What the filters leave alone.
    pub rest: &'static str,
    pub quotes: &'static str,
    pub search: &'static str,
    pub theme: &'static str,
    pub all_themes: &'static str,
    pub group: &'static str,
    pub all_groups: &'static str,
    /// Between the quotes shown and those there are.
    pub shown: &'static str,
    /// The same of one quote.
    pub one: &'static str,
}

/// What a row is about, by the heading of its first column and its name: the attribute that the page gives it.
#[derive(Clone, Default)]
pub(super) struct Tags {
    /// Heading of the column of waves.
    wave: &'static str,
    waves: BTreeMap<String, usize>,
    /// By heading and name; by name alone where it says its column.
    segments: BTreeMap<(String, String), String>,
    named: BTreeMap<String, String>,
}

impl Filters {
    /// The choices of a report whose page has these sections.
    pub fn new(words: &Words<'_>, report: &Report, sections: &[Section]) -> Self {
        let waves = if report.study.waves.len() > 1 { report.study.waves.clone() } else { Vec::new() };
        let mut segments: Vec<SegmentChoice> = Vec::new();
        let crossed = report.metrics.iter().filter_map(|row| row.segment.as_deref());
        for one in crossed.clone().flatten() {
            let at = segments.iter().position(|known| known.column == one.column).unwrap_or_else(|| {
                segments.push(SegmentChoice { column: one.column.clone(), values: Vec::new() });
                segments.len() - 1
            });
            if !segments[at].values.contains(&one.value) {
                segments[at].values.push(one.value.clone());
            }
        }
        let mut tags = Tags { wave: pick!(words, report::wave_in_filters), ..Tags::default() };
        tags.waves.extend(waves.iter().enumerate().map(|(at, wave)| (wave.clone(), at)));
        for segment in crossed.filter(|s| !s.is_empty()) {
            let join = |part: fn(&crate::metric::SegmentValue) -> &str| {
                segment.iter().map(part).collect::<Vec<_>>().join(" × ")
            };
            let key = (join(|s| &s.column), join(|s| &s.value));
            if tags.segments.contains_key(&key) {
                continue;
            }
            let places = segment.iter().filter_map(|s| {
                let at = segments.iter().position(|known| known.column == s.column)?;
                let value = segments[at].values.iter().position(|value| *value == s.value)?;
                Some(format!("{at}.{value}"))
            });
            let places = places.collect::<Vec<_>>().join(" ");
            tags.named.insert(words.segment(Some(segment)), places.clone());
            tags.segments.insert(key, places);
        }
        let (mut themes, mut groups): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let quoted = sections.iter().filter(|s| s.id == "quotes").flat_map(|s| &s.blocks);
        for block in quoted {
            let Block::Quotes { title, quotes } = block else { continue };
            themes.push(title.clone());
            for group in quotes.iter().filter_map(|quote| quote.group.as_ref()) {
                if !groups.contains(group) {
                    groups.push(group.clone());
                }
            }
        }
        let by = ["waves", "comparisons", "participation", "segments"];
        let before = sections.iter().map(|s| s.id).find(|id| by.contains(id));
        Self { waves, segments, themes, groups, words: page_words::filters(words), before, tags }
    }
}

impl Tags {
    /// The attribute of a row: ` data-wave="2"`, ` data-segment="0.3"`; nothing for a row about neither.
    pub fn row(&self, heading: &str, name: &str) -> String {
        if heading == self.wave
            && let Some(at) = self.waves.get(name)
        {
            return format!(" data-wave=\"{at}\"");
        }
        let place =
            self.segments.get(&(heading.to_owned(), name.to_owned())).or_else(|| self.named.get(name));
        place.map_or_else(String::new, |place| format!(" data-segment=\"{place}\""))
    }

    /// The attribute of a table's columns, in their order: a wave each after the first, or nothing: a table of another
    /// kind keeps its columns.
    pub fn columns(&self, headings: &[String]) -> Vec<String> {
        let waves: Option<Vec<String>> = headings
            .iter()
            .skip(1)
            .map(|heading| Some(format!(" data-wave=\"{}\"", self.waves.get(heading)?)))
            .collect();
        match waves.filter(|waves| !waves.is_empty()) {
            Some(waves) => std::iter::once(String::new()).chain(waves).collect(),
            None => vec![String::new(); headings.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn rows_say_their_wave_or_their_segment() {
        let report = sample::full(Lang::Fr);
        let filters = Filters::new(&Words::new(&report), &report, &[]);
        let (waves, tags) = (&filters.waves, &filters.tags);
        assert_eq!(tags.row("Vague", &waves[1]), " data-wave=\"1\"");
        let columns: Vec<&str> = filters.segments.iter().map(|s| s.column.as_str()).collect();
        assert_eq!(columns, ["région", "offre"]);
        let south = filters.segments[0].values.iter().position(|v| v == "Sud").unwrap();
        let expected = format!(" data-segment=\"0.{south}\"");
        assert_eq!(tags.row("région", "Sud"), expected);
        assert_eq!(tags.row("Segment", "région\u{a0}: Sud"), expected);
        // The name of another column's value, or of a wave under another heading, is nobody's.
        assert_eq!(tags.row("offre", "Sud"), "");
        assert_eq!(tags.row("Thème", &waves[1]), "");
    }

    #[test]
    fn columns_are_waves_all_or_none() {
        let report = sample::full(Lang::Fr);
        let filters = Filters::new(&Words::new(&report), &report, &[]);
        let headings = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        let (first, second) = (filters.waves[0].as_str(), filters.waves[1].as_str());
        let found = filters.tags.columns(&headings(&["région", first, second]));
        assert_eq!(found, ["", " data-wave=\"0\"", " data-wave=\"1\""]);
        assert_eq!(filters.tags.columns(&headings(&["Segment", first, "q"])), ["", "", ""]);
        assert_eq!(filters.tags.columns(&headings(&["Thème"])), [""]);
    }
}
