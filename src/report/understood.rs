//! What was understood of the files, in three lines: files and waves, questions, segments.

use super::Understood;
use crate::Lang;
use crate::study::{Kind, Question, Waves};

/// Three lines for the terminal; a doubt is said by the warnings.
#[must_use]
pub fn understood(understood: &Understood, lang: Lang) -> [String; 3] {
    let Understood { tables, profiles, study } = understood;
    let names: Vec<String> = tables.iter().map(crate::read::Table::name).collect();
    let total: u64 = tables.iter().map(|t| t.rows).sum();
    let rows = lang.count(total);
    let (s_rows, columns) = (if total == 1 { "" } else { "s" }, profiles.len());
    let s_columns = if columns == 1 { "" } else { "s" };
    let wave = study.wave.as_ref().and_then(|source| {
        let profile = profiles.iter().find(|p| p.column == source.column)?;
        let labels = Waves::new(source, profile).labels(lang);
        let (first, last) = (labels.first()?, labels.last()?);
        let (n, column) = (labels.len(), lang.quote(&source.column));
        Some(if n == 1 {
            lang.pick(
                format!("une vague, {first}, d’après {column}"),
                format!("one wave, {first}, from {column}"),
            )
        } else {
            lang.pick(
                format!("{n} vagues d’après {column}, de {first} à {last}"),
                format!("{n} waves from {column}, {first} to {last}"),
            )
        })
    });
    let wave = wave.unwrap_or_else(|| lang.pick("pas de vagues", "no waves").to_owned());
    let names = names.join(", ");
    let files = lang.pick(
        format!("Lu\u{a0}: {names} ({rows} ligne{s_rows}, {columns} colonne{s_columns})\u{a0}; {wave}."),
        format!("Read: {names} ({rows} row{s_rows}, {columns} column{s_columns}); {wave}."),
    );

    let questions: Vec<String> = study.questions.iter().map(|q| question(q, lang)).collect();
    let questions = match questions.as_slice() {
        [] => lang.pick("aucune", "none").to_owned(),
        some => some.join(lang.pick("\u{a0}; ", "; ")),
    };
    let questions = lang.pick(format!("Questions\u{a0}: {questions}."), format!("Questions: {questions}."));

    let segments: Vec<String> = study
        .segments
        .iter()
        .map(|column| {
            let profile = profiles.iter().find(|p| p.column == *column);
            format!("{column} ({})", profile.map_or(0, |p| p.names().len()))
        })
        .collect();
    let segments = match segments.as_slice() {
        [] => lang.pick("aucun", "none").to_owned(),
        some => some.join(", "),
    };
    let mut last = lang.pick(format!("Segments\u{a0}: {segments}."), format!("Segments: {segments}."));
    if !study.unused.is_empty() {
        let unused: Vec<String> =
            study.unused.iter().map(|(column, why)| format!("{column} ({})", why.words(lang))).collect();
        let unused = unused.join(", ");
        last.push_str(
            &lang.pick(format!(" Non utilisées\u{a0}: {unused}."), format!(" Not used: {unused}.")),
        );
    }
    [files, questions, last]
}

fn question(question: &Question, lang: Lang) -> String {
    let column = lang.quote(&question.column);
    let kind = match question.kind {
        Kind::Nps => "NPS",
        Kind::Enps => "eNPS",
        Kind::Csat => "CSAT",
        Kind::Ces => "CES",
        Kind::Rating => lang.pick("note", "rating"),
        Kind::Open => return lang.pick(format!("texte libre {column}"), format!("free text {column}")),
    };
    let Some(scale) = question.scale else { return format!("{kind} {column}") };
    let (low, high) = (lang.number(scale.low, 0), lang.number(scale.high, 0));
    let words = if question.labels.is_empty() { "" } else { lang.pick(", en toutes lettres", ", in words") };
    lang.pick(
        format!("{kind} {column} ({low} à {high}{words})"),
        format!("{kind} {column} ({low}–{high}{words})"),
    )
}
