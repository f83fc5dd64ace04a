//! From the files of a centre to a report: what was counted, the survey of its customers and agents, the link.

use std::path::PathBuf;

use super::messages;
use super::surveys::{self, Contacts, Surveys};
use crate::Lang;
use crate::centre::{
    self, Breakdown, CentreError, Config, Dimension, FaultKind, Indicating, IndicatorRow, Source, TableKind,
    count, infer, summary,
};
use crate::error::{Error, Result, Warning, toml_string};
use crate::read::{self, Progress};
use crate::report::{FileSummary, Options, Report, Rows, StudySummary, WarningRow, presentation, understand};

/// What to make of the files of a centre.
#[derive(Debug, Clone, Default)]
pub struct CentreOptions {
    /// centre.toml.
    pub centre: Option<PathBuf>,
    /// The files, and what each is where the user says it.
    pub files: Vec<(Option<TableKind>, PathBuf)>,
    /// Breakdowns asked for, beside those of every report.
    pub by: Vec<Breakdown>,
    /// True to show the names of agents.
    pub agent_names: bool,
    /// Language, reading, level, threads; `study` is that of the customers' survey.
    pub shared: Options,
}

/// Files of a centre, opened and understood, not yet counted.
pub struct UnderstoodCentre {
    /// centre.toml, or nothing declared.
    pub config: Config,
    /// The tables to count.
    pub sources: Vec<Source>,
    /// The surveys.
    pub(super) surveys: Surveys,
    /// Language of the report.
    pub lang: Lang,
}

impl UnderstoodCentre {
    /// The tables and the surveys that join them: what centre.toml describes.
    #[must_use]
    pub fn all_sources(&self) -> Vec<Source> {
        self.sources.iter().chain(&self.surveys.customers).cloned().collect()
    }

    /// What was understood, as a centre.toml to correct.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn to_toml(&self, threads: usize, progress: Progress<'_>) -> Result<String> {
        let mut out =
            centre::to_toml(&self.all_sources(), &self.config.presentation, self.lang, threads, progress)?;
        let named = |kind: TableKind, paths: &[PathBuf]| {
            let names = paths.iter().filter_map(|path| path.file_name()?.to_str()).map(toml_string);
            let names: Vec<String> = names.collect();
            format!("\n[{}]\nfiles = [{}]\n", kind.id(), names.join(", "))
        };
        // A survey that something joins has its section already.
        if !self.surveys.loose.is_empty() && self.surveys.customers.is_empty() {
            out += &named(TableKind::Survey, &self.surveys.loose);
        }
        if !self.surveys.agents.is_empty() {
            out += &named(TableKind::AgentSurvey, &self.surveys.agents);
        }
        Ok(out)
    }

    /// A line for each file: what it was taken for, how many rows, what its columns were read as.
    #[must_use]
    pub fn told(&self) -> Vec<String> {
        let lang = self.lang;
        let line = |source: &Source| {
            let (file, name) = (source.table.name(), source.mapping.kind.name(lang));
            let n = source.table.rows;
            let (one, many) = pick!(lang, centre_report::rows);
            let (n, rows) = (lang.count(n), if lang.pick(n < 2, n == 1) { one } else { many });
            let columns = source.mapping.columns.iter().map(|(field, column)| {
                let second = column.second.as_ref().map_or_else(String::new, |s| format!(" + {s}"));
                format!("{} = {}{second}", field.id(), column.name)
            });
            let columns: Vec<String> = columns.collect();
            lang.typeset(pick!(lang, centre_report::read_as(file, name, n, rows, columns.join(", "))))
        };
        let mut out: Vec<String> = self.all_sources().iter().map(line).collect();
        let surveys = [
            (&self.surveys.loose, pick!(lang, centre_report::survey_that_nothing_joins_to_calls)),
            (&self.surveys.agents, TableKind::AgentSurvey.name(lang)),
        ];
        for (paths, what) in surveys {
            let names =
                paths.iter().map(|path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
            out.extend(names.map(|name| format!("{name}{}{what}", lang.pick("\u{a0}: ", ": "))));
        }
        out
    }
}

/// Opens the files and tells which table each is.
///
/// # Errors
/// A file cannot be read or is no table of a centre; centre.toml cannot be understood.
pub fn understand_centre(options: &CentreOptions, progress: Progress<'_>) -> Result<UnderstoodCentre> {
    let mut config = options.centre.as_deref().map(Config::read).transpose()?.unwrap_or_default();
    if options.agent_names {
        config.centre.pseudonyms = Some(false);
    }
    config.centre.min_group = options.shared.min_group.or(config.centre.min_group);
    if options.files.is_empty() && TableKind::ALL.iter().all(|kind| config.files(*kind).is_empty()) {
        return Err(CentreError::NoFile.into());
    }
    let threads = options.shared.threads;
    let (mut sources, mut surveys) = (Vec::new(), Surveys::default());
    let open = |kind: Option<TableKind>,
                path: &PathBuf,
                sources: &mut Vec<Source>,
                surveys: &mut Surveys|
     -> Result<()> {
        for table in read::open(std::slice::from_ref(path), &options.shared.read)? {
            let mapped = match kind {
                Some(TableKind::AgentSurvey) => Err(None),
                kind => infer(&table, kind, &config, threads).map_err(Some),
            };
            match mapped {
                Ok(mapping) if mapping.kind == TableKind::Survey => {
                    surveys.customers.push(Source { table, mapping });
                }
                Ok(mapping) => sources.push(Source { table, mapping }),
                Err(None) => surveys.agents.push(path.clone()),
                Err(Some(error)) => surveys.otherwise(kind, path, error, &options.shared, progress)?,
            }
        }
        Ok(())
    };
    for (i, (kind, path)) in options.files.iter().enumerate() {
        let same = |(_, other): &(Option<TableKind>, PathBuf)| {
            path.canonicalize().is_ok_and(|a| other.canonicalize().is_ok_and(|b| a == b))
        };
        // Named twice, it would count twice.
        if options.files[..i].iter().any(same) {
            return Err(Error::SameFile { file: path.display().to_string() });
        }
        open(*kind, path, &mut sources, &mut surveys)?;
    }
    // A file of the command line, whether the user says its table or it is recognised, stands for those that
    // centre.toml names: it may be one of them, or another month.
    let given: Vec<TableKind> = TableKind::ALL
        .iter()
        .copied()
        .filter(|kind| {
            options.files.iter().any(|(named, _)| *named == Some(*kind))
                || match kind {
                    TableKind::Survey => !(surveys.customers.is_empty() && surveys.loose.is_empty()),
                    TableKind::AgentSurvey => !surveys.agents.is_empty(),
                    kind => sources.iter().any(|source| source.mapping.kind == *kind),
                }
        })
        .collect();
    for kind in TableKind::ALL.iter().copied().filter(|kind| !given.contains(kind)) {
        for path in config.files(kind) {
            open(Some(kind), &path, &mut sources, &mut surveys)?;
        }
    }
    let lang = options.shared.lang.or(config.centre.language).unwrap_or_default();
    Ok(UnderstoodCentre { config, sources, surveys, lang })
}

/// Counts the files and makes the report.
///
/// # Errors
/// A file cannot be read, centre.toml names what does not exist, nothing can be counted.
pub fn build_centre(
    understood: UnderstoodCentre,
    options: &CentreOptions,
    progress: Progress<'_>,
) -> Result<Report> {
    let UnderstoodCentre { config, sources, surveys, lang } = understood;
    let (level, threads) = (options.shared.level, options.shared.threads);
    // What is asked for and cannot be had is said before the work.
    let asked = options.shared.presentation.clone().or(config.presentation.clone());
    let look = presentation::resolve(&asked)?;
    let mut counted = count(&sources, &config, !surveys.customers.is_empty(), threads, progress)?;
    if counted.tally.total() == crate::centre::Counts::default() && surveys.is_empty() {
        return Err(CentreError::NothingToCount.into());
    }
    let contacts = Contacts { calls: &counted.features, tickets: &counted.ticket_features };
    let survey = surveys.build(&config, contacts, counted.rules, lang, &options.shared, progress)?;
    counted.faults.merge(&survey.faults);
    let indicating = Indicating::new(&counted, &sources, &config, lang, level);
    let mut indicators: Vec<IndicatorRow> = Vec::new();
    for by in breakdowns(&indicating, &counted.tally, &options.by)? {
        indicators.extend(indicating.rows(by));
    }
    let (spoken, messages) = messages::rows(&sources, &config, lang, &options.shared, progress)?;
    let of_agents = survey.agents.into_iter().filter_map(|(id, score)| {
        let value = indicating.name(Dimension::Agent, score.agent);
        surveys::of_agent(id, &score, value, lang)
    });
    let mut of_agents: Vec<IndicatorRow> = of_agents.collect();
    of_agents.sort_by(|a, b| (a.id, &a.segment).cmp(&(b.id, &b.segment)));
    surveys::put(&mut indicators, survey.rows, &config);
    surveys::put(&mut indicators, of_agents, &config);
    surveys::put(&mut indicators, spoken, &config);
    let total: Vec<IndicatorRow> =
        indicators.iter().filter(|row| row.period.is_none() && row.segment.is_none()).cloned().collect();
    let mut summed = summary(&counted, &sources, &config, &indicating, &total, survey.joins, lang);
    summed.tables.extend(survey.tables);
    summed.links = survey.links;
    let mut report = survey.report.unwrap_or_else(|| empty(&sources, lang, level));
    report.study.title =
        config.centre.title.clone().or(report.study.title).or_else(|| Some(title(lang).to_owned()));
    report.study.language = lang;
    report.indicators = indicators;
    report.centre = Some(summed);
    report.drivers.extend(survey.drivers);
    report.importance_models.extend(survey.models);
    report.importance.extend(survey.importance);
    if let Some(messages) = messages {
        report.keywords.extend(messages.keywords);
        report.themes.extend(messages.themes);
        report.codebooks.extend(messages.codebooks);
    }
    let warnings = sources.iter().flat_map(|s| s.table.warnings.iter().cloned().map(Warning::without_folder));
    report.warnings.extend(warnings.map(|w| WarningRow { code: w.code().into(), message: w.message(lang) }));
    // Words that nobody understood leave calls out of every rate: said where it is read first.
    let summary = report.centre.iter().flat_map(|centre| &centre.faults);
    let unknown = summary.filter(|f| matches!(f.fault, FaultKind::UnknownOutcome | FaultKind::UnknownState));
    let unknown = unknown.map(|f| WarningRow { code: "unknown-words".into(), message: f.message.clone() });
    report.warnings.extend(unknown.collect::<Vec<_>>());
    let told = std::mem::take(&mut report.findings);
    let told = survey.findings.into_iter().chain(told).collect();
    report.findings = super::findings(&report, told);
    presentation::present(&mut report, &asked, look);
    Ok(report)
}

fn title(lang: Lang) -> &'static str {
    pick!(lang, centre_report::contact_centre)
}

/// The breakdowns of every report and those asked for.
fn breakdowns(
    indicating: &Indicating<'_>,
    tally: &crate::centre::Tally,
    asked: &[Breakdown],
) -> Result<Vec<Breakdown>> {
    let mut out = indicating.breakdowns();
    for by in asked {
        if let Breakdown::Dimension(dimension) = by
            && tally.values(*dimension).is_empty()
        {
            let known = Dimension::ALL.into_iter().filter(|d| !tally.values(*d).is_empty());
            let known = known.map(|d| d.id().to_owned()).collect();
            return Err(CentreError::UnknownBreakdown { found: dimension.id().to_owned(), known }.into());
        }
        if !out.contains(by) {
            out.push(*by);
        }
    }
    Ok(out)
}

/// A report that no survey fills.
fn empty(sources: &[Source], lang: Lang, level: f64) -> Report {
    let rows = sources.iter().map(|s| s.table.rows).sum();
    let mut set_aside = std::collections::BTreeMap::new();
    for (reason, n) in sources.iter().flat_map(|s| &s.table.set_aside).filter(|(_, n)| **n > 0) {
        *set_aside.entry(reason.clone()).or_default() += n;
    }
    let read = sources.iter().map(|s| s.table.read()).sum();
    let files = sources.iter().map(|s| FileSummary {
        name: s.table.name(),
        sheet: s.table.sheet.clone(),
        export: s.table.export,
        rows: Some(s.table.read()),
        sha256: s.table.sha256.clone(),
    });
    Report::blank(StudySummary {
        rows: Rows { read, kept: rows, set_aside },
        files: files.collect(),
        ..StudySummary::blank(lang, level)
    })
}

/// What a file is that is none of the tables: a survey, where it has scores.
pub(super) fn is_survey(path: &std::path::Path, options: &Options, progress: Progress<'_>) -> Option<bool> {
    let understood = understand(&[path.to_path_buf()], options, progress).ok()?;
    let mut scores = understood.study.scores().peekable();
    scores.peek()?;
    Some(scores.any(|q| q.kind == crate::study::Kind::Enps))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_given_stands_for_those_that_are_declared() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let calls = "id appel,date,attente,conversation,issue\n1,2025-09-01 09:00:00,5,60,traité\n\
                     2,2025-09-01 09:10:00,9,0,abandonné\n";
        put("septembre.csv", calls);
        put("octobre.csv", calls);
        let centre = put("centre.toml", "[calls]\nfiles = [\"septembre.csv\"]\n");
        for (given, counted) in [
            (None, "septembre.csv"),
            (Some("septembre.csv"), "septembre.csv"),
            (Some("octobre.csv"), "octobre.csv"),
        ] {
            let files = given.iter().map(|name| (None, folder.path().join(name))).collect();
            let options = CentreOptions { centre: Some(centre.clone()), files, ..CentreOptions::default() };
            let understood = understand_centre(&options, &|_, _| ()).unwrap();
            let names: Vec<String> = understood.sources.iter().map(|s| s.table.name()).collect();
            assert_eq!(names, [counted]);
        }
    }
}
