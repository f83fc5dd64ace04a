//! How many answered, of those asked and of the staff or customers that there are.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::rows::Builder;
use crate::error::{Error, Result};
use crate::metric::SegmentValue;
use crate::metric::interval::wilson;
use crate::metric::law::PValue;
use crate::privacy::suppressed;
use crate::study::{Invited, Study, fold};
use crate::tally::Domain;

/// A response rate: answers over people asked, or over the people that there are.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Rate {
    /// Wave, null for all waves together.
    pub wave: Option<String>,
    /// Stratum, null for the total.
    pub segment: Option<Vec<SegmentValue>>,
    /// What the rate is of.
    pub base: RateBase,
    /// People asked, or people that there are.
    pub invited: u64,
    /// Responses; null under the minimum group.
    pub answered: Option<u64>,
    /// Responses over `invited`, 0…1; null under the minimum group.
    pub rate: Option<f64>,
    /// Lower end of Wilson's interval, as if those asked had been drawn from many more.
    pub ci_low: Option<f64>,
    /// Upper end.
    pub ci_high: Option<f64>,
}

/// What a response rate is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RateBase {
    /// Those asked: `invited` of study.toml.
    Invited,
    /// The head count of a stratum: `population` of study.toml.
    Population,
}

impl Rate {
    /// The same without its counts.
    fn hidden(self) -> Self {
        Self { answered: None, rate: None, ci_low: None, ci_high: None, ..self }
    }

    /// p of two rates that differ when nothing moves: pooled z. None where one is hidden.
    pub fn differs(&self, other: &Self) -> Option<PValue> {
        let (a, b) = (self.answered? as f64, other.answered? as f64);
        let (n, m) = (self.invited as f64, other.invited as f64);
        let pooled = (a + b) / (n + m);
        let se = (pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m)).sqrt();
        (se > 0.0).then(|| PValue::from_z((b / m - a / n) / se))
    }
}

impl Builder<'_> {
    /// Response rates by wave where invitations are known, participation by stratum where head counts are.
    ///
    /// # Errors
    /// More people answered than were asked.
    pub(super) fn rates(&self, study: &Study) -> Result<Vec<Rate>> {
        let mut rates = self.of_invited(study)?;
        rates.extend(self.of_population(study));
        Ok(rates)
    }

    fn of_invited(&self, study: &Study) -> Result<Vec<Rate>> {
        let mut counted: Vec<(Option<usize>, u64)> = Vec::new();
        match (&study.invited, &self.coding.waves) {
            (Some(Invited::Total(total)), _) => counted.push((None, *total)),
            (Some(Invited::Waves(declared)), Some(waves)) => {
                counted.extend(declared.iter().filter_map(|(name, n)| Some((Some(waves.named(name)?), *n))));
                counted.sort_unstable();
                if counted.len() == self.waves.len() && self.tally.no_wave == 0 && !self.hidden.without_wave()
                {
                    counted.push((None, counted.iter().map(|c| c.1).sum()));
                }
            }
            _ => {}
        }
        let rate = |(wave, invited): (Option<usize>, u64)| {
            let answered = self.tally.responses(Domain::new(wave, None), None);
            let name = wave.map(|wave| self.waves[wave].clone());
            if answered > invited {
                return Err(Error::Invited { wave: name, invited, answered });
            }
            Ok(self.rate(wave, None, RateBase::Invited, (answered, invited)))
        };
        counted.into_iter().map(rate).collect()
    }

    /// The whole and each stratum in each wave; where a cluster is what was drawn, head counts are not of people.
    fn of_population(&self, study: &Study) -> Vec<Rate> {
        let (Some(sampling), Some(_), None) =
            (&self.coding.sampling, &study.design.population, &study.design.cluster)
        else {
            return Vec::new();
        };
        let waves: Vec<Option<usize>> =
            if self.waves.is_empty() { vec![None] } else { (0..self.waves.len()).map(Some).collect() };
        let strata = sampling.strata();
        let counted = |wave: Option<usize>| -> Vec<(u64, u64)> {
            let count = |h| {
                let heads = self.tally.heads(wave, h).map_or(0, |(_, high)| high.round() as u64);
                (self.tally.responses(Domain::new(wave, None), Some(h)), heads)
            };
            (0..strata.len()).map(count).collect()
        };
        let counted: Vec<Vec<(u64, u64)>> = waves.iter().map(|wave| counted(*wave)).collect();
        let hidden = self.hidden_strata(study, &strata, &waves, &counted);
        let mut rates = Vec::new();
        for (wave, counted) in waves.into_iter().zip(counted) {
            // A stratum where nobody answered tells its size in no row.
            let known = |(answered, heads): &(u64, u64)| *heads > 0 && answered <= heads;
            if counted.iter().all(known) {
                let all = counted.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
                rates.push(self.rate(wave, None, RateBase::Population, all));
            }
            let Some(column) = &study.design.strata else { continue };
            for (h, counts) in counted.into_iter().enumerate().filter(|(_, counts)| known(counts)) {
                let segment = vec![SegmentValue { column: column.clone(), value: strata[h].clone() }];
                let rate = self.rate(wave, Some(segment), RateBase::Population, counts);
                rates.push(if hidden.contains(&h) { rate.hidden() } else { rate });
            }
        }
        rates
    }

    /// Strata of which no count may show: those under the minimum group in a wave, those that the scores hide, and
    /// the smallest others that make them two, and large enough together.
    fn hidden_strata(
        &self,
        study: &Study,
        strata: &[String],
        waves: &[Option<usize>],
        counted: &[Vec<(u64, u64)>],
    ) -> BTreeSet<usize> {
        let column = study.design.strata.as_ref();
        let column = self.coding.segments.iter().position(|s| Some(&s.column) == column);
        let scores = || 0..self.coding.scores.len();
        let by_scores = |h: usize| {
            let Some(column) = column else { return false };
            let values = &self.coding.segments[column].values;
            let Some(value) = values.iter().position(|v| fold(v) == fold(&strata[h])) else { return false };
            waves.iter().any(|w| scores().any(|s| self.hidden.cell(s, *w, Some((column, value))).is_some()))
        };
        let small = |h: usize| counted.iter().any(|wave| suppressed(wave[h].0, self.min_group));
        let mut hidden: BTreeSet<usize> =
            (0..strata.len()).filter(|h| self.min_group > 1 && (small(*h) || by_scores(*h))).collect();
        let safe = |hidden: &BTreeSet<usize>| {
            let sum = |wave: &Vec<(u64, u64)>| hidden.iter().map(|h| wave[*h].0).sum();
            hidden.len() > 1 && counted.iter().all(|wave| !suppressed(sum(wave), self.min_group))
        };
        while !hidden.is_empty() && !safe(&hidden) {
            let answered = |h: &usize| counted.iter().map(|wave| wave[*h].0).sum::<u64>();
            let others = (0..strata.len()).filter(|h| !hidden.contains(h));
            let Some(smallest) = others.min_by_key(answered) else { break };
            hidden.insert(smallest);
        }
        hidden
    }

    fn rate(
        &self,
        wave: Option<usize>,
        segment: Option<Vec<SegmentValue>>,
        base: RateBase,
        (answered, invited): (u64, u64),
    ) -> Rate {
        let mut scores = 0..self.coding.scores.len();
        let hidden = self.min_group > 1 && suppressed(answered, self.min_group)
            || scores.any(|score| self.hidden.cell(score, wave, None).is_some());
        let ends = wilson(answered, invited, self.level);
        let rate = Rate {
            wave: wave.map(|wave| self.waves[wave].clone()),
            segment,
            base,
            invited,
            answered: Some(answered),
            rate: Some(answered as f64 / invited as f64),
            ci_low: ends.map(|e| e.0),
            ci_high: ends.map(|e| e.1),
        };
        if hidden { rate.hidden() } else { rate }
    }
}
