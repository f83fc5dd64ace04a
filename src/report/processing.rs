//! The processing sheet of a study (RGPD, article 30): what is done with the answers, from the files as they are, for
//! the data-protection officer. What only the controller knows is a blank, marked as one.

use std::collections::BTreeMap;
use std::convert::Infallible;

use super::{Options, Report, Understood, build};
use crate::Lang;
use crate::error::Result;
use crate::metric::metrics_of;
use crate::privacy::{Identifier, Redacted, Sensitive, redact_table};
use crate::read::{FILE, Progress};
use crate::study::{Handling, Study, Unused, Weighting};

mod words;

/// What is known of a processing.
#[derive(Debug, Clone, PartialEq)]
pub struct Processing {
    /// Language of the sheet.
    pub lang: Lang,
    /// Title of the study.
    pub title: Option<String>,
    /// What study.toml declares.
    pub handling: Handling,
    /// Files read, without their folder.
    pub files: Vec<String>,
    /// Rows read, analysed.
    pub rows: [u64; 2],
    /// Columns by role, in the order of the sheet.
    pub columns: Vec<(ColumnRole, Vec<String>)>,
    /// Identifiers found in the cells, by kind.
    pub identifiers: BTreeMap<Identifier, u64>,
    /// Verbatims that tell something sensitive, by kind.
    pub sensitive: BTreeMap<Sensitive, u64>,
    /// A cell of fewer answers carries no value.
    pub min_group: u64,
    /// No verbatim is quoted for a word that fewer use.
    pub min_quotes: u64,
    /// Scores of the report that are hidden.
    pub hidden: u64,
    /// True when a column tells the same person in two waves.
    pub pseudonymous: bool,
    /// True when employees answered.
    pub employees: bool,
}

/// What a column of a survey file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnRole {
    /// Tells who answered.
    Identifier,
    /// Contact details.
    Contact,
    /// Agreement to be called back.
    Consent,
    /// Answers on a scale or by choosing.
    Answers,
    /// Free text.
    FreeText,
    /// Groups of respondents.
    Segment,
    /// When it was answered.
    Wave,
    /// Weights and how respondents were drawn.
    Design,
    /// Not used by the analysis.
    Unused,
}

/// Reads the files for what a processing sheet says of them.
///
/// # Errors
/// As [`build`].
pub fn processing(understood: &Understood, options: &Options, progress: Progress<'_>) -> Result<Processing> {
    let Understood { tables, study, .. } = understood;
    // Neither quotes, themes nor models change what is hidden.
    let options = Options { quotes: false, themes: false, ratings: false, ..options.clone() };
    let report = build(understood, &options, progress)?;
    let lang = report.study.language;
    let mut found = Redacted::default();
    for table in tables {
        let (part, done) = redact_table(table, lang, false, progress, |_| Ok::<(), Infallible>(()))?;
        match done {
            Ok(()) => found.merge(part),
            Err(never) => match never {},
        }
    }
    let mut sensitive: BTreeMap<Sensitive, u64> = BTreeMap::new();
    for kind in found.sensitive.iter().flat_map(|cell| &cell.kinds) {
        *sensitive.entry(*kind).or_default() += 1;
    }
    Ok(Processing {
        lang,
        title: study.title.clone(),
        handling: study.handling.clone(),
        files: tables.iter().map(crate::read::Table::name).collect(),
        rows: [report.study.rows.read, report.study.rows.kept],
        columns: columns(understood),
        identifiers: found.counts,
        sensitive,
        min_group: study.min_group(),
        min_quotes: study.min_quotes(),
        hidden: hidden(&report),
        pseudonymous: study.respondent.is_some(),
        employees: study.questions.iter().any(|q| q.kind == crate::study::Kind::Enps),
    })
}

/// Scores that the report hides, each cell once.
fn hidden(report: &Report) -> u64 {
    let main = |question: &str| {
        let kind = report.study.questions.iter().find(|q| q.id == question)?.kind;
        metrics_of(kind).first().copied()
    };
    let own = report.metrics.iter().filter(|e| e.suppressed && main(&e.question) == Some(e.metric));
    if report.study.min_group > 1 { own.count() as u64 } else { 0 }
}

/// The columns of the files by what they hold.
fn columns(understood: &Understood) -> Vec<(ColumnRole, Vec<String>)> {
    let study = &understood.study;
    let mut roles: BTreeMap<ColumnRole, Vec<String>> = BTreeMap::new();
    for profile in understood.profiles.iter().filter(|p| p.column != FILE) {
        roles.entry(role(study, &profile.column)).or_default().push(profile.column.clone());
    }
    roles.into_iter().collect()
}

fn role(study: &Study, column: &str) -> ColumnRole {
    let is = |name: &Option<String>| name.as_deref() == Some(column);
    let unused = study.unused.iter().find(|(name, _)| name == column).map(|(_, why)| *why);
    if study.handling.contact.iter().any(|name| name == column) {
        ColumnRole::Contact
    } else if is(&study.handling.consent) {
        ColumnRole::Consent
    } else if is(&study.respondent) || unused == Some(Unused::Identifier) {
        ColumnRole::Identifier
    } else if study.texts().any(|q| q.column == column) {
        ColumnRole::FreeText
    } else if study.questions.iter().any(|q| q.columns().any(|c| c == column)) {
        ColumnRole::Answers
    } else if study.wave.as_ref().is_some_and(|w| w.column == column) {
        ColumnRole::Wave
    } else if study.segments.iter().any(|s| s.column == column) {
        ColumnRole::Segment
    } else if study
        .design
        .columns()
        .chain(study.weighting.iter().flat_map(Weighting::columns))
        .any(|c| c == column)
        || study.filter.iter().any(|filter| filter.columns().contains(&column))
    {
        ColumnRole::Design
    } else {
        ColumnRole::Unused
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    fn sheet(lang: Lang, privacy: &str) -> Processing {
        let dir = tempfile::tempdir().unwrap();
        let (data, study) = (dir.path().join("pulse.csv"), dir.path().join("study.toml"));
        let mut csv = String::from("matricule;note;équipe;téléphone;libre;pays\n");
        for i in 0..24 {
            let team = if i < 3 { "Nuit" } else { "Jour" };
            let text =
                if i == 5 { "je suis en dépression, appelez le 06 12 34 56 78" } else { "trop de travail" };
            writeln!(csv, "E{i:05};{};{team};;{text};FR", i % 11).unwrap();
        }
        std::fs::write(&data, csv).unwrap();
        let toml = format!(
            "[study]\nrespondent = \"matricule\"\nwhere = \"pays == 'FR'\"\nsegments = [\"équipe\"]\n[privacy]\n{privacy}\n\
             [[question]]\nid = \"e\"\ncolumn = \"note\"\nkind = \"enps\"\n[[question]]\nid = \"t\"\ncolumn = \"libre\"\nkind = \"open\"\n"
        );
        std::fs::write(&study, toml).unwrap();
        let options = Options { study: Some(study), lang: Some(lang), ..Options::default() };
        let understood = super::super::understand(&[data], &options, &|_, _| {}).unwrap();
        processing(&understood, &options, &|_, _| {}).unwrap()
    }

    #[test]
    fn facts_come_from_the_files_and_the_rest_is_a_blank() {
        let found = sheet(Lang::Fr, "contact = [\"téléphone\"]\nretention = \"24 mois\"");
        let of = |role| found.columns.iter().find(|(r, _)| *r == role).map(|(_, c)| c.join(","));
        assert_eq!(of(ColumnRole::Identifier).as_deref(), Some("matricule"));
        assert_eq!(of(ColumnRole::Contact).as_deref(), Some("téléphone"));
        assert_eq!(of(ColumnRole::FreeText).as_deref(), Some("libre"));
        assert_eq!(of(ColumnRole::Design).as_deref(), Some("pays"));
        assert_eq!(of(ColumnRole::Unused), None);
        assert_eq!(found.identifiers.values().sum::<u64>(), 1);
        assert_eq!(found.sensitive.keys().copied().collect::<Vec<_>>(), [Sensitive::Health]);
        assert!(found.hidden > 0 && found.min_group == 5 && found.pseudonymous && found.employees);
        let text = found.markdown();
        for part in ["24 mois", "À compléter", "santé", "moins de 5", "matricule", "aucune décision"] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
        assert!(!text.contains("06 12 34") && !text.contains("E00005"), "nothing personal is quoted");
        let english = sheet(Lang::En, "").markdown();
        assert!(english.contains("To be filled in") && english.contains("health"), "{english}");
    }
}
