//! What was understood of the files, in three lines: files and waves, questions, segments.

use super::Understood;
use crate::Lang;
use crate::read::{FILE, Table};
use crate::study::{Kind, Question, Waves};

/// Three lines for the terminal; a doubt is said by the warnings.
#[must_use]
pub fn understood(understood: &Understood, lang: Lang) -> [String; 3] {
    let Understood { tables, profiles, study } = understood;
    let names: Vec<String> = tables.iter().map(|t| file(t, lang)).collect();
    let total: u64 = tables.iter().map(Table::read).sum();
    let rows = lang.count(total);
    let columns = profiles.iter().filter(|p| p.column != FILE).count();
    let s_rows = if total == 1 { "" } else { "s" };
    let s_columns = if columns == 1 { "" } else { "s" };
    let wave = study.wave.as_ref().and_then(|source| {
        let profile = profiles.iter().find(|p| p.column == source.column)?;
        let labels = Waves::new(source, profile).labels(lang);
        let (first, last) = (labels.first()?, labels.last()?);
        let (n, column) = (labels.len(), lang.quote(&source.column));
        Some(if source.column == FILE {
            pick!(lang, understood::waves_one_a_file_to(n, first, last))
        } else if n == 1 {
            pick!(lang, understood::one_wave_from(first, column))
        } else {
            pick!(lang, understood::waves_from_to(n, column, first, last))
        })
    });
    let wave = wave.unwrap_or_else(|| pick!(lang, understood::no_waves).to_owned());
    let names = names.join(", ");
    let files = pick!(lang, understood::read_row_column(names, rows, s_rows, columns, s_columns, wave));

    let questions: Vec<String> = study.questions.iter().map(|q| question(q, lang)).collect();
    let questions = match questions.as_slice() {
        [] => pick!(lang, understood::none).to_owned(),
        some => first_of(some, lang.pick("\u{a0}; ", "; "), lang),
    };
    let questions = pick!(lang, understood::questions(questions));

    let segments: Vec<String> = study
        .segments
        .iter()
        .map(|segment| {
            let profile = profiles.iter().find(|p| p.column == segment.column);
            format!("{} ({})", segment.column, profile.map_or(0, |p| segment.groups(p).labels(lang).len()))
        })
        .collect();
    let segments = match segments.as_slice() {
        [] => pick!(lang, understood::none_in_understood).to_owned(),
        some => first_of(some, ", ", lang),
    };
    let mut last = pick!(lang, understood::segments(segments));
    if !study.unused.is_empty() {
        let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
        for (column, why) in &study.unused {
            let why = why.words(lang);
            match reasons.iter_mut().find(|(reason, _)| *reason == why) {
                Some((_, columns)) => columns.push(column.clone()),
                None => reasons.push((why, vec![column.clone()])),
            }
        }
        let unused: Vec<String> = reasons
            .into_iter()
            .map(|(why, columns)| format!("{} ({why})", first_of(&columns, ", ", lang)))
            .collect();
        let unused = unused.join(lang.pick("\u{a0}; ", "; "));
        last.push_str(&pick!(lang, understood::not_used(unused)));
    }
    [files, questions, last]
}

/// The first of many names, and how many more there are.
fn first_of(names: &[String], separator: &str, lang: Lang) -> String {
    const SHOWN: usize = 15;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(separator);
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        1 => shown + separator + &names[SHOWN],
        more => pick!(lang, understood::and_more(shown, more)),
    }
}

/// A file, the tool that wrote it, the rows of it that are set aside: `x.csv [Qualtrics ; 2 lignes de test]`.
fn file(table: &Table, lang: Lang) -> String {
    let mut said: Vec<String> = table.sheet.iter().map(|sheet| lang.quote(sheet)).collect();
    said.extend(table.export.map(|tool| tool.name(lang).to_owned()));
    said.extend(table.set_aside.iter().filter(|(_, n)| **n > 0).map(|(reason, n)| {
        let (n, s) = (lang.count(*n), if *n == 1 { "" } else { "s" });
        let word = match reason.as_str() {
            "blank" => pick!(lang, understood::blank),
            "preview" => pick!(lang, understood::preview),
            "filter" => pick!(lang, understood::filter),
            "total" => pick!(lang, understood::total),
            other => other,
        };
        pick!(lang, understood::row_set_aside(n, s, word))
    }));
    let name = table.name();
    if said.is_empty() { name } else { format!("{name} [{}]", said.join(lang.pick("\u{a0}; ", "; "))) }
}

fn question(question: &Question, lang: Lang) -> String {
    let column = lang.quote(question.asks());
    let kind = match question.kind {
        Kind::Single => return pick!(lang, understood::choice(column)),
        Kind::Multiple => {
            return pick!(lang, understood::several_choices(column));
        }
        Kind::Nps => "NPS",
        Kind::Enps => "eNPS",
        Kind::Csat => "CSAT",
        Kind::Ces => "CES",
        Kind::Rating => pick!(lang, understood::rating),
        Kind::Open => return pick!(lang, understood::free_text(column)),
    };
    let Some(scale) = question.scale else { return format!("{kind} {column}") };
    let (low, high) = (lang.number(scale.low, 0), lang.number(scale.high, 0));
    let words = if question.labels.is_empty() { "" } else { pick!(lang, understood::in_words) };
    pick!(lang, understood::joined(kind, column, low, high, words))
}
