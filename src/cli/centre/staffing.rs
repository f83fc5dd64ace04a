//! `barometre centre staffing`: agents for a load, by Erlang's formulas.

use barometre::Lang;
use barometre::centre::{self, Performance, StaffingError, StaffingTarget, Traffic};
use clap::Args;
use serde_json::json;

use super::super::parts::Format;
use super::super::{Failure, locale, print};

/// Waits and occupancy for a number of agents, or the number of agents for a target.
///
/// Erlang C: calls come at random, whoever waits stays, agents take them in the order in which they came (A. K. Erlang, 1917). With --patience, Erlang A:
/// callers leave after a random time of that mean. Fewer agents than the calls keep busy are refused: the queue would grow without
/// end.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Calls offered
    #[arg(long, value_name = "N")]
    calls: f64,
    /// in so many minutes
    #[arg(long, value_name = "MIN", default_value_t = 60.0)]
    minutes: f64,
    /// Mean handle time: talk, hold and after-call work, in seconds
    #[arg(long, value_name = "S")]
    handle: f64,
    /// Agents; the least that reach the target otherwise
    #[arg(long, value_name = "N")]
    agents: Option<u32>,
    /// Delay of the service level, in seconds
    #[arg(long, value_name = "S", default_value_t = 20.0)]
    within: f64,
    /// Service level to reach, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 80.0)]
    target: f64,
    /// Mean wait to reach, in seconds, beside the service level
    #[arg(long, value_name = "S")]
    speed: Option<f64>,
    /// Occupancy not to pass, in percent
    #[arg(long, value_name = "PERCENT")]
    occupancy: Option<f64>,
    /// Mean patience of callers, in seconds: Erlang A
    #[arg(long, value_name = "S")]
    patience: Option<f64>,
    /// Share of the scheduled time that is not on the phone, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 0.0, value_parser = share)]
    shrinkage: f64,
    /// Shape of the result: a text or JSON
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Language of the results; the locale's otherwise
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
}

/// A percentage under 100.
fn share(text: &str) -> Result<f64, String> {
    match text.replace(',', ".").parse::<f64>() {
        Ok(share) if (0.0..100.0).contains(&share) => Ok(share),
        _ => Err("a percentage from 0 to 99 is expected, for example 30".to_owned()),
    }
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let lang = self.lang.unwrap_or_else(locale);
        let found = self.performance().map_err(barometre::error::Error::from)?;
        let scheduled = centre::scheduled_agents(found.agents, self.shrinkage / 100.0);
        print(&if self.format == Format::Json {
            let row = json!({
                "agents": found.agents,
                "scheduled_agents": scheduled,
                "wait_probability": found.wait_probability,
                "service_level": 100.0 * found.service_level,
                "average_speed_of_answer": found.speed_of_answer_s,
                "average_wait_time": found.mean_wait_s,
                "abandonment_rate": 100.0 * found.abandonment,
                "occupancy": 100.0 * found.occupancy,
            });
            format!("{:#}\n", json!({ "staffing": row }))
        } else {
            self.told(&found, scheduled, lang)
        })
    }

    fn performance(&self) -> Result<Performance, StaffingError> {
        let traffic = Traffic::new(self.calls, self.minutes * 60.0, self.handle)?;
        match (self.agents, self.patience) {
            (Some(agents), None) => centre::erlang_c(traffic, agents, self.within),
            (Some(agents), Some(patience)) => centre::erlang_a(traffic, patience, agents, self.within),
            (None, patience) => {
                let target = StaffingTarget {
                    service_level: Some(self.target / 100.0),
                    speed_of_answer_s: self.speed,
                    occupancy: self.occupancy.map(|o| o / 100.0),
                    ..StaffingTarget::default()
                };
                centre::agents_needed(traffic, patience, self.within, target)
            }
        }
    }

    fn told(&self, found: &Performance, scheduled: Option<u32>, lang: Lang) -> String {
        let percent = |share: f64| lang.percent(100.0 * share, 1);
        let seconds = |s: f64| format!("{}\u{a0}s", lang.number(s, 1));
        let within = lang.number(self.within, 0);
        let mut rows = vec![
            (lang.pick("Agents", "Agents").to_owned(), lang.count(u64::from(found.agents))),
            (
                lang.pick("Probabilité d’attendre", "Probability to wait").to_owned(),
                percent(found.wait_probability),
            ),
            (
                lang.pick(
                    format!("Niveau de service à {within}\u{a0}s"),
                    format!("Service level at {within}\u{a0}s"),
                ),
                percent(found.service_level),
            ),
            (
                lang.pick("Vitesse moyenne de réponse", "Average speed of answer").to_owned(),
                seconds(found.speed_of_answer_s),
            ),
            (lang.pick("Occupation", "Occupancy").to_owned(), percent(found.occupancy)),
        ];
        if self.patience.is_some() {
            rows.push((lang.pick("Abandon", "Abandonment").to_owned(), percent(found.abandonment)));
        }
        if let Some(scheduled) = scheduled.filter(|_| self.shrinkage > 0.0) {
            rows.push((
                lang.pick("Agents à planifier", "Agents to schedule").to_owned(),
                lang.count(u64::from(scheduled)),
            ));
        }
        let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let line = |(name, value): &(String, String)| {
            format!("{name}{}  {value}\n", " ".repeat(width - name.chars().count()))
        };
        rows.iter().map(line).collect::<Vec<_>>().concat()
    }
}
