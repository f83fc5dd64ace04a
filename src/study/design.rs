//! How the respondents were drawn: weights, strata, clusters, population sizes.

use std::collections::BTreeMap;

/// The columns and counts that describe a sample; nothing of it is guessed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Design {
    /// Column of the weights.
    pub weight: Option<String>,
    /// Column of the strata.
    pub strata: Option<String>,
    /// Column of the clusters.
    pub cluster: Option<String>,
    /// People that the sample stands for.
    pub population: Option<Population>,
}

/// How many people a sample stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Population {
    /// All of them.
    Total(f64),
    /// A column that gives, on every row, the size of the stratum.
    Column(String),
    /// The size of each stratum.
    Strata(BTreeMap<String, f64>),
}

/// How many people were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// In all.
    Total(u64),
    /// In each wave, by its name.
    Waves(BTreeMap<String, u64>),
}

impl Design {
    /// The columns it names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let population = match &self.population {
            Some(Population::Column(column)) => Some(column.as_str()),
            _ => None,
        };
        [&self.weight, &self.strata, &self.cluster]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .chain(population)
    }
}
