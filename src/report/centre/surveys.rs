//! Surveys of a centre: customers about their contacts, agents about their work.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::build::is_survey;
use crate::Lang;
use crate::centre::link::{
    AgentScore, Answer, Asked, Features, Join, agent_scores, findings, join, satisfaction,
};
use crate::centre::{
    CallRules, CentreError, Config, FaultKind, Faults, Indicator, IndicatorRow, JoinRow, LinkRow, Source,
    TableKind, TableSummary, answers, empty_row, names_agent, second_answers,
};
use crate::driver::{Driver, Importance, ImportanceModel, Limits, Target};
use crate::error::{Error, Result};
use crate::metric::interval::wilson;
use crate::metric::{Estimate, Met, Metric, SegmentValue, metrics_of};
use crate::read::{self, Progress};
use crate::report::{Finding, Options, Report, Understood, build, understand};
use crate::study::{Coding, Declared, Kind, Study};

/// The files of the surveys.
#[derive(Default)]
pub(super) struct Surveys {
    /// Of customers, with what joins them to contacts.
    pub(super) customers: Vec<Source>,
    /// Of customers, that nothing joins.
    pub(super) loose: Vec<PathBuf>,
    /// Of agents.
    pub(super) agents: Vec<PathBuf>,
}

/// The contacts that answers may be about.
#[derive(Clone, Copy)]
pub(super) struct Contacts<'a> {
    pub(super) calls: &'a [Features],
    pub(super) tickets: &'a [Features],
}

/// What the surveys say.
#[derive(Default)]
pub(super) struct Told {
    pub(super) rows: Vec<IndicatorRow>,
    pub(super) joins: Vec<JoinRow>,
    pub(super) faults: Faults,
    pub(super) tables: Vec<TableSummary>,
    pub(super) report: Option<Report>,
    pub(super) drivers: Vec<Driver>,
    pub(super) models: Vec<ImportanceModel>,
    pub(super) importance: Vec<Importance>,
    pub(super) findings: Vec<Finding>,
    pub(super) links: Vec<LinkRow>,
    /// The score of each agent, by number.
    pub(super) agents: Vec<(Indicator, AgentScore)>,
}

/// Fewest contacts with a feature for it to be tested.
const SUPPORT: u64 = 10;

impl Surveys {
    pub(super) fn is_empty(&self) -> bool {
        self.customers.is_empty() && self.loose.is_empty() && self.agents.is_empty()
    }

    /// A file that is no table of a centre may be a survey; else its error holds.
    pub(super) fn otherwise(
        &mut self,
        kind: Option<TableKind>,
        path: &Path,
        error: Error,
        options: &Options,
        progress: Progress<'_>,
    ) -> Result<()> {
        let unknown = matches!(&error, Error::Centre(CentreError::UnknownTable { .. }));
        let survey = kind == Some(TableKind::Survey)
            && matches!(&error, Error::Centre(CentreError::MissingField { .. }));
        match is_survey(path, options, progress) {
            Some(true) if unknown && kind.is_none() => self.agents.push(path.to_path_buf()),
            Some(_) if survey || (unknown && kind.is_none()) => self.loose.push(path.to_path_buf()),
            _ => return Err(error),
        }
        Ok(())
    }

    /// Scores of customers and agents, and the link of those of customers to their contacts.
    pub(super) fn build(
        self,
        config: &Config,
        contacts: Contacts<'_>,
        rules: CallRules,
        lang: Lang,
        shared: &Options,
        progress: Progress<'_>,
    ) -> Result<Told> {
        let mut told = Told::default();
        let study = config.survey.as_ref().and_then(|s| s.study.as_ref()).map(|name| config.beside(name));
        let options = Options { lang: Some(lang), study: shared.study.clone().or(study), ..shared.clone() };
        if let Some(understood) = self.customers_understood(config, &options, &mut told.faults, progress)? {
            let report = build(&understood, &options, progress)?;
            let responses = report.study.responses;
            told.rows.extend(scores(&report.metrics, lang, of_customers));
            told.rows.extend(best_answers(&report, lang, options.level));
            let invited = config.survey.as_ref().and_then(|s| s.invited);
            told.rows
                .extend(invited.and_then(|invited| response_rate(responses, invited, lang, options.level)));
            if !contacts.calls.is_empty() || !contacts.tickets.is_empty() {
                let mut linking =
                    Linking { told: &mut told, config, contacts, rules, lang, options: &options };
                linking.link(&understood, &self.customers)?;
            }
            told.tables.push(table(TableKind::Survey, &understood, &self.customers));
            told.report = Some(report);
        }
        if !self.agents.is_empty() {
            let study = config.agent_survey.as_ref().and_then(|s| s.study.as_ref());
            let study = study.map(|name| config.beside(name));
            let options = Options { study, quotes: false, ..options };
            let understood = understand(&self.agents, &options, progress)?;
            let understood = as_agents(understood);
            let report = build(&understood, &options, progress)?;
            told.rows.extend(scores(&report.metrics, lang, of_agents));
            told.rows.extend(headcount(&report, config, lang));
            told.tables.push(table(TableKind::AgentSurvey, &understood, &[]));
        }
        Ok(told)
    }

    /// The survey of customers, second answers about one contact left out.
    fn customers_understood(
        &self,
        config: &Config,
        options: &Options,
        faults: &mut Faults,
        progress: Progress<'_>,
    ) -> Result<Option<Understood>> {
        let mut tables: Vec<read::Table> = Vec::new();
        for source in &self.customers {
            let mut table = source.table.clone();
            let again = second_answers(source, config, options.threads)?;
            if !again.is_empty() {
                let rows: Vec<u64> = again.iter().map(|row| u64::from(*row)).collect();
                faults.add_many(TableKind::Survey, FaultKind::SecondAnswer, rows.len() as u64, &rows);
                table.set_aside_rows(again, "second_answer");
            }
            tables.push(table);
        }
        tables.extend(read::open(&self.loose, &options.read)?);
        if tables.is_empty() {
            return Ok(None);
        }
        let declared = options.study.as_deref().map(Declared::read).transpose()?;
        let profiles = crate::study::profile(&tables, options.threads, progress)?;
        let sheets: Vec<&str> = tables.iter().filter_map(|t| t.sheet.as_deref()).collect();
        let mut study = match declared {
            Some(declared) => declared.study(&profiles, &sheets)?,
            None => Study::infer(&profiles, &sheets),
        };
        // What joins an answer to its contact is no question.
        let joins: Vec<&str> =
            self.customers.iter().flat_map(|s| s.mapping.columns.values()).map(|c| c.name.as_str()).collect();
        study.segments.retain(|s| !joins.contains(&s.column.as_str()));
        // Scores by agent would show the names that the rest of the report keeps under a number.
        if config.centre.pseudonyms.unwrap_or(true) {
            study.segments.retain(|s| !names_agent(&s.column));
        }
        study.min_group = options.min_group.or(study.min_group);
        if study.questions.is_empty() {
            let columns = profiles.iter().map(|p| p.column.clone()).collect();
            return Err(Error::NothingToAnalyse { columns });
        }
        Ok(Some(Understood { tables, profiles, study }))
    }
}

/// A survey of agents: a recommendation is theirs of their employer.
fn as_agents(mut understood: Understood) -> Understood {
    for question in &mut understood.study.questions {
        if question.kind == Kind::Nps {
            question.kind = Kind::Enps;
        }
    }
    understood
}

fn table(kind: TableKind, understood: &Understood, sources: &[Source]) -> TableSummary {
    let columns = sources.iter().flat_map(|s| &s.mapping.columns);
    TableSummary {
        kind,
        files: understood.tables.iter().map(read::Table::name).collect(),
        sha256: understood.tables.iter().filter_map(|table| table.sha256.clone()).collect(),
        rows: understood.tables.iter().map(read::Table::read).sum(),
        excluded: 0,
        columns: columns.map(|(field, column)| (field.id().to_owned(), column.name.clone())).collect(),
    }
}

/// Replaces the rows of the same indicator and reading in total, then adds the others; targets are judged by the
/// interval, for answers are a sample.
pub(super) fn put(indicators: &mut Vec<IndicatorRow>, rows: Vec<IndicatorRow>, config: &Config) {
    for mut row in rows {
        if row.id == Indicator::Csat {
            // Answers to a survey and marks in a log are not the same question.
            indicators.retain(|old| old.id != row.id || old.method.as_deref() == Some(SURVEY));
        }
        if let Some(target) =
            config.target(row.id).filter(|_| row.variant == "default" && row.segment.is_none())
        {
            row.target = Some(target.target);
            row.alert = target.alert;
            row.met = row.value.map(|_| Met::new(row.ci_low, row.ci_high, target.target));
        }
        let place = indicators.iter().rposition(|old| old.id <= row.id).map_or(0, |at| at + 1);
        indicators.insert(place, row);
    }
}

/// Where the interval of a score comes from.
const SURVEY: &str = "survey";

fn of_customers(metric: Metric) -> Option<(Indicator, &'static str)> {
    Some(match metric {
        Metric::Nps => (Indicator::Nps, "default"),
        Metric::Csat => (Indicator::Csat, "default"),
        Metric::CsatMean => (Indicator::Csat, "mean"),
        Metric::Ces => (Indicator::Ces, "default"),
        Metric::CesEasy => (Indicator::Ces, "easy"),
        Metric::Enps | Metric::RatingMean | Metric::RatingTop2 => return None,
    })
}

fn of_agents(metric: Metric) -> Option<(Indicator, &'static str)> {
    match metric {
        Metric::Enps => Some((Indicator::Enps, "default")),
        Metric::Csat => Some((Indicator::AgentSatisfaction, "default")),
        _ => None,
    }
}

/// The scores of a survey in total, the first question of each metric.
fn scores(
    metrics: &[Estimate],
    lang: Lang,
    of: fn(Metric) -> Option<(Indicator, &'static str)>,
) -> Vec<IndicatorRow> {
    let mut out: Vec<IndicatorRow> = Vec::new();
    for estimate in metrics.iter().filter(|e| e.wave.is_none() && e.segment.is_none()) {
        let Some((id, variant)) = of(estimate.metric) else { continue };
        if out.iter().any(|row| row.id == id && row.variant == variant) {
            continue;
        }
        let Some(row) = empty_row(id, variant, lang) else { continue };
        out.push(IndicatorRow {
            value: estimate.value,
            n: estimate.n,
            ci_low: estimate.ci_low,
            ci_high: estimate.ci_high,
            method: estimate.value.map(|_| SURVEY.to_owned()),
            definition: estimate.definition.clone(),
            suppressed: estimate.suppressed,
            ..row
        });
    }
    out
}

/// Satisfied answers of those that all agents would give, one a wave: `headcount` of centre.toml.
fn headcount(report: &Report, config: &Config, lang: Lang) -> Option<IndicatorRow> {
    let waves = report.study.waves.len().max(1) as f64;
    let all = config.agent_survey.as_ref()?.headcount? as f64 * waves;
    let whole = |e: &&Estimate| e.metric == Metric::Csat && e.segment.is_none() && e.wave.is_none();
    // A wave may be too small to be shown; all of them together tell no more than the share of respondents does.
    let found = report.metrics.iter().find(whole)?;
    let satisfied = (found.value? / 100.0 * found.n? as f64).round();
    let row = empty_row(Indicator::AgentSatisfaction, "headcount", lang)?;
    // More answers than agents: the head count is not that of this survey.
    (all > 0.0 && found.n? as f64 <= all).then(|| IndicatorRow {
        value: Some(100.0 * satisfied / all),
        n: Some(all as u64),
        numerator: Some(satisfied),
        denominator: Some(all),
        ..row
    })
}

/// The score of the answers about one agent's contacts.
pub(super) fn of_agent(id: Indicator, score: &AgentScore, agent: String, lang: Lang) -> Option<IndicatorRow> {
    let row = empty_row(id, "default", lang)?;
    Some(IndicatorRow {
        value: score.value,
        n: score.n,
        segment: Some(vec![SegmentValue { column: "agent".to_owned(), value: agent }]),
        ci_low: score.ci_low,
        ci_high: score.ci_high,
        method: Some(SURVEY.to_owned()),
        suppressed: score.suppressed,
        ..row
    })
}

/// The share of the best answer to the first question of satisfaction.
fn best_answers(report: &Report, lang: Lang, level: f64) -> Option<IndicatorRow> {
    let question = report.study.questions.iter().find(|q| q.kind == Kind::Csat)?;
    let high = question.scale?[1];
    let answers = report.distributions.iter().find(|d| d.question == question.id)?;
    let best = answers.values.iter().find(|v| v.value == high && v.last.is_none())?;
    let row = empty_row(Indicator::Csat, "top-box", lang)?;
    let interval = wilson(best.n, answers.n, level);
    Some(IndicatorRow {
        value: Some(100.0 * best.share),
        n: Some(answers.n),
        numerator: Some(best.n as f64),
        denominator: Some(answers.n as f64),
        ci_low: interval.map(|i| 100.0 * i.0),
        ci_high: interval.map(|i| 100.0 * i.1),
        method: Some(SURVEY.to_owned()),
        ..row
    })
}

fn response_rate(answered: u64, invited: u64, lang: Lang, level: f64) -> Option<IndicatorRow> {
    let row = empty_row(Indicator::ResponseRate, "default", lang)?;
    if invited == 0 || answered > invited {
        return None;
    }
    let interval = wilson(answered, invited, level);
    Some(IndicatorRow {
        value: Some(100.0 * answered as f64 / invited as f64),
        n: Some(invited),
        numerator: Some(answered as f64),
        denominator: Some(invited as f64),
        ci_low: interval.map(|i| 100.0 * i.0),
        ci_high: interval.map(|i| 100.0 * i.1),
        method: Some("wilson".to_owned()),
        ..row
    })
}

/// What a link rests on.
struct Linking<'a> {
    told: &'a mut Told,
    config: &'a Config,
    contacts: Contacts<'a>,
    rules: CallRules,
    lang: Lang,
    options: &'a Options,
}

impl Linking<'_> {
    /// Joins the answers to the contacts; what goes with each main score.
    fn link(&mut self, understood: &Understood, sources: &[Source]) -> Result<()> {
        let threads = self.options.threads;
        let coding = Coding::new(&understood.study, &understood.profiles, &understood.tables, threads)?;
        let mut all: Vec<Answer> = Vec::new();
        for (source, table) in sources.iter().zip(&understood.tables) {
            all.extend(answers(source, table, &coding, self.config, threads)?);
        }
        let days = self.config.centre.survey_days.unwrap_or(7.0);
        let how = Join { before: (days * 86_400_000.0) as i64, ..Join::default() };
        let joined = join(self.contacts.calls, &all, &how);
        self.told.joins.extend(joined.rows.iter().filter(|row| row.rows > 0).cloned());
        if self.contacts.tickets.is_empty() {
            self.told.faults.merge(&joined.faults);
        } else {
            // What is about no call may be about a ticket.
            let paired: BTreeSet<usize> = joined.pairs.iter().map(|(answer, _)| *answer).collect();
            let rest = all.iter().enumerate().filter(|(i, _)| !paired.contains(i));
            let rest: Vec<Answer> = rest.map(|(_, answer)| answer.clone()).collect();
            let to_tickets = join(self.contacts.tickets, &rest, &Join { to: TableKind::Tickets, ..how });
            self.told.joins.extend(to_tickets.rows.iter().filter(|row| row.matched > 0).cloned());
            self.told.faults.merge(&to_tickets.faults);
        }
        for (question, coded) in coding.scores.iter().enumerate() {
            let kind = coded.question.kind;
            if kind == Kind::Rating {
                continue;
            }
            let linked = joined.of_question(self.contacts.calls, &all, question);
            let asked = Asked {
                target: Target {
                    id: &coded.question.id,
                    question: "calls",
                    metric: metrics_of(kind)[0],
                    kind,
                    scale: coded.scale,
                },
                limits: Limits { level: self.options.level, min_support: SUPPORT, min_group: 1 },
                long_wait: self.rules.within.max(60_000),
                lang: self.lang,
            };
            let Some(found) = satisfaction(&linked, &asked) else { continue };
            for (code, text) in findings(&found, &asked) {
                self.told.findings.push(Finding {
                    code: code.to_owned(),
                    section: "drivers".to_owned(),
                    text,
                });
            }
            let agents = found.weighed.as_ref().and_then(|weighed| weighed.agents.as_ref());
            self.told.links.push(LinkRow {
                target: coded.question.id.clone(),
                base: found.base,
                incomplete: found.incomplete,
                agents: agents.map(|a| a.agents),
                agent_share: agents.map(|a| a.omega2.max(0.0)),
                agent_share_low: agents.map(|a| a.ci_low),
                agent_share_high: agents.map(|a| a.ci_high),
                agent_p: agents.map(|a| a.p_value.p),
            });
            if let Some((id, "default")) = of_customers(metrics_of(kind)[0]) {
                let limits = Limits { min_group: self.config.min_group(), ..asked.limits };
                let scores = agent_scores(&linked, &asked.target, limits);
                self.told.agents.extend(scores.into_iter().map(|score| (id, score)));
            }
            self.told.drivers.extend(found.drivers);
            if let Some(weighed) = found.weighed {
                self.told.models.push(weighed.model);
                self.told.importance.extend(weighed.rows);
            }
        }
        Ok(())
    }
}
