//! centre.toml: what a person declares about the centre. What it leaves out is inferred.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::catalogue;
use super::error::CentreError;
use super::fault::TableKind;
use super::field::Field;
use super::indicator::{Indicator, Unit};
use crate::Lang;
use crate::error::{Error, Result, refused};
use crate::read::InputFile;
use crate::study::{PresentationAsked, PresentationSection};

/// The whole file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// How it is named in messages; empty without a file.
    #[serde(skip)]
    pub file: String,
    /// Its fingerprint; none without a file.
    #[serde(skip)]
    pub fingerprint: Option<InputFile>,
    /// How the report is to look.
    #[serde(skip)]
    pub presentation: PresentationAsked,
    #[serde(default)]
    report: PresentationSection,
    /// Rules of counting.
    #[serde(default)]
    pub centre: CentreSection,
    /// The tables.
    pub calls: Option<TableSection>,
    /// Tickets.
    pub tickets: Option<TableSection>,
    /// Agent states.
    pub states: Option<TableSection>,
    /// Roster.
    pub roster: Option<TableSection>,
    /// Customers.
    pub customers: Option<TableSection>,
    /// Leads.
    pub leads: Option<TableSection>,
    /// Evaluations.
    pub evaluations: Option<TableSection>,
    /// Answers of customers.
    pub survey: Option<SurveySection>,
    /// Answers of agents.
    pub agent_survey: Option<SurveySection>,
    /// Opening hours.
    pub calendar: Option<CalendarSection>,
    /// Costs.
    #[serde(default)]
    pub costs: CostsSection,
    /// Time of the agents, where no table of states gives it.
    #[serde(default)]
    pub activity: ActivitySection,
    /// Values to reach, by id of indicator.
    #[serde(default)]
    pub targets: BTreeMap<String, TargetSection>,
    /// Words and themes looked for in the messages.
    #[serde(default)]
    pub keywords: Vec<String>,
}

/// Rules of counting.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CentreSection {
    /// Title of the report.
    pub title: Option<String>,
    /// Language of the report.
    pub language: Option<Lang>,
    /// IANA time zone, for instants written with an offset.
    pub timezone: Option<String>,
    /// Delay of the service level, in seconds; 20.
    pub service_level_s: Option<f64>,
    /// Abandons before this are short, in seconds; 5.
    pub short_abandon_s: Option<f64>,
    /// Days without a new contact that make a case solved by one; 7.
    pub fcr_days: Option<f64>,
    /// Days that a lead has to convert; 30.
    pub lead_days: Option<f64>,
    /// Days before an answer in which its contact is looked for, without an id; 7.
    pub survey_days: Option<f64>,
    /// Fewest calls of an agent that is shown; 5.
    pub min_group: Option<u64>,
    /// False to show the names of agents.
    pub pseudonyms: Option<bool>,
    /// Indicators shown as cards, at most ten.
    pub headline: Option<Vec<String>>,
    /// Service level to plan agents for, in percent; 80.
    pub staffing_target: Option<f64>,
}

/// A table: its files, its columns, what its words mean.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSection {
    /// Files, beside centre.toml.
    #[serde(default)]
    pub files: Vec<String>,
    /// Column of each field; two for a date and its time of day.
    #[serde(default)]
    pub columns: BTreeMap<String, OneOrTwo>,
    /// What words mean: of outcomes, or of states.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// Unit of the durations of a field: `s`, `min`, `h`, `ms`, `day`, `h:mm`.
    #[serde(default)]
    pub units: BTreeMap<String, String>,
    /// Cells that mean nobody or nothing: `NO_SERVER`.
    #[serde(default)]
    pub none: Vec<String>,
}

/// One column, or a date and a time.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged, expecting = "a column, or two: [\"date\", \"time\"]")]
pub enum OneOrTwo {
    /// One column.
    One(String),
    /// Two: for an id, both make the key; for a moment, the date and the time of day.
    Two([String; 2]),
}

/// A survey.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveySection {
    /// Files, beside centre.toml.
    #[serde(default)]
    pub files: Vec<String>,
    /// Columns that join it: `contact`, `customer`, `date`.
    #[serde(default)]
    pub columns: BTreeMap<String, OneOrTwo>,
    /// study.toml of the answers, beside centre.toml.
    pub study: Option<String>,
    /// People asked.
    pub invited: Option<u64>,
    /// Agents of the centre, for the variant of their satisfaction.
    pub headcount: Option<u64>,
}

/// When the centre is open.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarSection {
    /// Hours by day: `monday = "08:00-20:00"`; a day left out is closed.
    #[serde(default)]
    pub hours: BTreeMap<Day, String>,
    /// `fr`, `fr-alsace-moselle`, or `none`.
    pub holidays: Option<Holidays>,
    /// Other closed days.
    #[serde(default)]
    pub closed: Vec<String>,
    /// Days open whatever the week says: `"2025-12-21" = "10:00-18:00"`.
    #[serde(default)]
    pub open: BTreeMap<String, String>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the days of the week")]
pub enum Day {
    #[serde(alias = "lundi")]
    Monday,
    #[serde(alias = "mardi")]
    Tuesday,
    #[serde(alias = "mercredi")]
    Wednesday,
    #[serde(alias = "jeudi")]
    Thursday,
    #[serde(alias = "vendredi")]
    Friday,
    #[serde(alias = "samedi")]
    Saturday,
    #[serde(alias = "dimanche")]
    Sunday,
}

/// Public holidays that are closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holidays {
    /// The eleven of France.
    Fr,
    /// Those of Alsace and Moselle.
    FrAlsaceMoselle,
    /// None.
    None,
}

/// What the centre costs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostsSection {
    /// Euros over the time of the data.
    pub total: Option<f64>,
    /// Of these, those of the calls; all of them otherwise.
    pub calls: Option<f64>,
    /// Loaded euros of an hour of an agent.
    pub hourly_rate: Option<f64>,
    /// Wage of that hour, without loads, for the variant that wants it.
    pub hourly_wage: Option<f64>,
}

/// Time of the agents, over the time of the data.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the keys of the file say their unit")]
pub struct ActivitySection {
    /// Seconds logged, all agents together.
    pub logged_s: Option<f64>,
    /// Of these, seconds of pause.
    pub pause_s: Option<f64>,
    /// Seconds paid for; those logged otherwise.
    pub paid_s: Option<f64>,
}

/// A value to reach.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(untagged, expecting = "a number, or { target = …, alert = … }")]
pub enum TargetSection {
    /// The value.
    Value(f64),
    /// The value, and the one that alerts.
    Band {
        /// The value to reach.
        target: f64,
        /// The value from which it alerts.
        alert: Option<f64>,
    },
}

/// A target with its alert.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// The value to reach.
    pub target: f64,
    /// The value from which it alerts.
    pub alert: Option<f64>,
}

impl Config {
    /// Reads centre.toml.
    ///
    /// # Errors
    /// The file cannot be read or understood, with line and column.
    pub fn read(path: &Path) -> Result<Self> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound { file: file.clone() },
            std::io::ErrorKind::InvalidData => Error::StudyEncoding { file: file.clone() },
            _ => Error::io(path, cause),
        })?;
        Self::parse(&text, &file)
    }

    /// Reads its text, named `file` in messages.
    ///
    /// # Errors
    /// It cannot be understood, with line and column, or it names what does not exist.
    pub fn parse(text: &str, file: &str) -> Result<Self> {
        let mut config: Self =
            toml::from_str(text).map_err(|e| refused(text, file, e.message(), e.span()))?;
        file.clone_into(&mut config.file);
        config.fingerprint = Some(InputFile::of_bytes(Path::new(file), text.as_bytes()));
        config.presentation = std::mem::take(&mut config.report).located(file, text);
        config.check()?;
        Ok(config)
    }

    /// The section of a table.
    #[must_use]
    pub fn table(&self, kind: TableKind) -> Option<&TableSection> {
        match kind {
            TableKind::Calls => self.calls.as_ref(),
            TableKind::Tickets => self.tickets.as_ref(),
            TableKind::States => self.states.as_ref(),
            TableKind::Roster => self.roster.as_ref(),
            TableKind::Customers => self.customers.as_ref(),
            TableKind::Leads => self.leads.as_ref(),
            TableKind::Evaluations => self.evaluations.as_ref(),
            TableKind::Survey | TableKind::AgentSurvey => None,
        }
    }

    /// The columns that a section names for the fields of a table.
    #[must_use]
    pub fn columns(&self, kind: TableKind) -> Option<&BTreeMap<String, OneOrTwo>> {
        match kind {
            TableKind::Survey => self.survey.as_ref().map(|s| &s.columns),
            TableKind::AgentSurvey => self.agent_survey.as_ref().map(|s| &s.columns),
            kind => self.table(kind).map(|s| &s.columns),
        }
    }

    /// The files that it names for a table, beside itself.
    #[must_use]
    pub fn files(&self, kind: TableKind) -> Vec<PathBuf> {
        let files = match kind {
            TableKind::Survey => self.survey.as_ref().map(|s| &s.files),
            TableKind::AgentSurvey => self.agent_survey.as_ref().map(|s| &s.files),
            kind => self.table(kind).map(|s| &s.files),
        };
        files.into_iter().flatten().map(|name| self.beside(name)).collect()
    }

    /// Every file that it names, beside itself.
    #[must_use]
    pub fn inputs(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = TableKind::ALL.iter().flat_map(|kind| self.files(*kind)).collect();
        let studies =
            [&self.survey, &self.agent_survey].into_iter().flatten().filter_map(|s| s.study.as_ref());
        files.extend(studies.map(|name| self.beside(name)));
        files.extend(self.presentation.files());
        files
    }

    /// A file named in centre.toml: beside it.
    #[must_use]
    pub fn beside(&self, name: &str) -> PathBuf {
        Path::new(&self.file).parent().unwrap_or(Path::new("")).join(name)
    }

    /// The value to reach of an indicator: as declared; 90 % of quality of service where nothing is (NF 345, as the
    /// field's articles cite it).
    #[must_use]
    pub fn target(&self, indicator: Indicator) -> Option<Target> {
        let found = self.targets.get(indicator.id()).map(|section| match *section {
            TargetSection::Value(target) => Target { target, alert: None },
            TargetSection::Band { target, alert } => Target { target, alert },
        });
        let usual = indicator == Indicator::QualityOfService;
        found.or_else(|| usual.then_some(Target { target: 90.0, alert: None }))
    }

    /// Fewest calls, or answers, of an agent that is shown: 5 unless centre.toml says otherwise.
    #[must_use]
    pub fn min_group(&self) -> u64 {
        self.centre.min_group.unwrap_or(5).max(1)
    }

    fn check(&self) -> Result<()> {
        for kind in TableKind::ALL {
            let known = kind.fields();
            let names = self.columns(*kind).into_iter().flatten().map(|(key, _)| (key, "columns"));
            let units = self.table(*kind).into_iter().flat_map(|s| &s.units).map(|(key, _)| (key, "units"));
            for (key, part) in names.chain(units) {
                let field = Field::of_id(key).filter(|field| known.iter().any(|(other, _)| other == field));
                if field.is_none() {
                    return Err(CentreError::UnknownField {
                        file: self.file.clone(),
                        section: format!("{}.{part}", kind.id()),
                        key: key.clone(),
                        known: known.iter().map(|(field, _)| field.id().to_owned()).collect(),
                    }
                    .into());
                }
            }
        }
        let targets = self.targets.keys().map(|name| (name, "targets"));
        let headline = self.centre.headline.iter().flatten().map(|name| (name, "centre.headline"));
        for (name, key) in targets.chain(headline) {
            if Indicator::of_id(name).is_none() {
                return Err(CentreError::UnknownId {
                    file: self.file.clone(),
                    key: key.to_owned(),
                    found: name.clone(),
                    ids: catalogue::ids(name),
                }
                .into());
            }
        }
        self.check_numbers()
    }

    fn check_numbers(&self) -> Result<()> {
        for (id, section) in &self.targets {
            let value = match *section {
                TargetSection::Value(value) | TargetSection::Band { target: value, .. } => value,
            };
            let percent = Indicator::of_id(id).is_some_and(|i| i.unit() == Unit::Percent);
            if !value.is_finite() || (percent && !(0.0..=100.0).contains(&value)) {
                let (file, key) = (self.file.clone(), format!("targets.{id}"));
                return Err(CentreError::Target { file, key, found: value.to_string() }.into());
            }
        }
        let (centre, costs, activity) = (&self.centre, &self.costs, &self.activity);
        let numbers = [
            ("centre.service_level_s", centre.service_level_s),
            ("centre.short_abandon_s", centre.short_abandon_s),
            ("centre.fcr_days", centre.fcr_days),
            ("centre.lead_days", centre.lead_days),
            ("centre.survey_days", centre.survey_days),
            ("centre.staffing_target", centre.staffing_target.filter(|t| *t >= 100.0).map(|_| -1.0)),
            ("costs.total", costs.total),
            ("costs.calls", costs.calls),
            ("costs.hourly_rate", costs.hourly_rate),
            ("costs.hourly_wage", costs.hourly_wage),
            ("activity.logged_s", activity.logged_s),
            ("activity.pause_s", activity.pause_s),
            ("activity.paid_s", activity.paid_s),
        ];
        for (key, number) in numbers {
            if let Some(number) = number
                && !(number.is_finite() && (0.0..1e12).contains(&number))
            {
                return Err(CentreError::Number {
                    file: self.file.clone(),
                    key: key.to_owned(),
                    found: number.to_string(),
                }
                .into());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        Config::parse(text, "centre.toml").unwrap_err().message(Lang::En)
    }

    #[test]
    fn a_file_says_what_it_means() {
        let text = "[centre]\nservice_level_s = 30\n[calls]\nfiles = [\"a.csv\"]\n[calls.columns]\nstart = [\"date\", \"heure\"]\n\
                    agent = \"server\"\n[calls.values]\n\"PHANTOM\" = \"excluded\"\n[targets]\nquality_of_service = 92\n\
                    average_handle_time = { target = 300, alert = 330 }\n";
        let config = Config::parse(text, "dossier/centre.toml").unwrap();
        assert_eq!(config.files(TableKind::Calls), [PathBuf::from("dossier/a.csv")]);
        let target = config.target(Indicator::AverageHandleTime).unwrap();
        assert_eq!((target.target, target.alert), (300.0, Some(330.0)));
        assert_eq!(Config::default().target(Indicator::QualityOfService).unwrap().target, 90.0);
        assert_eq!(Config::default().target(Indicator::ServiceLevel), None);
    }

    #[test]
    fn what_means_nothing_is_refused_where_it_stands() {
        assert!(
            refusal("[centre]\ntitel = \"x\"").contains("line 2"),
            "{}",
            refusal("[centre]\ntitel = \"x\"")
        );
        assert!(refusal("[calls.columns]\nattente = \"x\"").contains("“wait”"));
        assert!(
            refusal("[targets]\nDMT = 300")
                .contains("“DMT” is the id of no indicator. Write “average_handle_time”")
        );
        assert!(refusal("[costs]\ntotal = -3").contains("costs.total"));
        assert!(refusal("[calendar.hours]\nlundy = \"8-9\"").contains("line 2"));
    }
}
