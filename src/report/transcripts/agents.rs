//! The calls of each agent together.

use std::collections::BTreeMap;

use super::calls::CallRead;
use super::rows::AgentRow;
use crate::Lang;
use crate::transcript::Timing;
use crate::transcript::listening::{Grid, item_rates, step_rates};

/// A row for each agent, in the order of their names.
pub(super) fn rows(
    agents: &[Option<String>],
    read: &[CallRead],
    grid: &Grid,
    lang: Lang,
    level: f64,
) -> Vec<AgentRow> {
    let mut by_agent: BTreeMap<&String, Vec<&CallRead>> = BTreeMap::new();
    for (agent, read) in agents.iter().zip(read) {
        if let Some(agent) = agent {
            by_agent.entry(agent).or_default().push(read);
        }
    }
    let row = |(agent, read): (&String, Vec<&CallRead>)| {
        let times: Vec<&Timing> = read.iter().filter_map(|read| read.timing.as_ref()).collect();
        let interruptions: u64 = times.iter().map(|timing| timing.agent.interruptions).sum();
        AgentRow {
            agent: agent.clone(),
            calls: read.len() as u64,
            items: item_rates(grid, read.iter().filter_map(|read| read.listening.as_ref()), lang, level),
            steps: step_rates(grid, read.iter().filter_map(|read| read.compliance.as_ref()), lang, level),
            talk_ratio: median(times.iter().filter_map(|timing| timing.talk_ratio)),
            interruptions: (!times.is_empty()).then(|| interruptions as f64 / times.len() as f64),
            first_answer: median(times.iter().filter_map(|timing| timing.first_answer).map(|ms| ms as f64)),
            words_per_minute: median(times.iter().filter_map(|timing| timing.agent.words_per_minute)),
        }
    };
    by_agent.into_iter().map(row).collect()
}

/// The middle value, the mean of the two middle ones where they are even; none of nothing.
pub(super) fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let (low, high) = (values.get(values.len().checked_sub(1)? / 2)?, values.get(values.len() / 2)?);
    Some(f64::midpoint(*low, *high))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle_of_values() {
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), Some(2.0));
        assert_eq!(median([4.0, 1.0, 2.0, 3.0].into_iter()), Some(2.5));
        assert_eq!(median(std::iter::empty()), None);
    }
}
