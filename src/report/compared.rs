//! Comparisons asked for: two waves, or the values of a segment column with each other.

use super::frequency::BY;
use super::rows::{Builder, corrected};
use crate::error::{Error, Result};
use crate::metric::Comparison;
use crate::study::fold;
use crate::tally::Domain;

/// What to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareOptions {
    /// A segment column, or the waves.
    pub by: String,
    /// Reference; with `to`, the only pair compared.
    pub from: Option<String>,
    /// What is compared with it.
    pub to: Option<String>,
}

impl Builder<'_> {
    /// Every scored question: `from` against `to`, for two waves within each segment too; without them, each wave
    /// against the one before, or each value of the column against each other.
    ///
    /// # Errors
    /// There is no such column, or no such value in it.
    pub(super) fn compared(&self, asked: &CompareOptions) -> Result<Vec<Comparison>> {
        let known = || self.coding.segments.iter().map(|s| s.column.clone()).collect();
        let unknown = || Error::UnknownSegment { option: BY, found: asked.by.clone(), known: known() };
        let (by, headings) = self.axis(&asked.by).ok_or_else(unknown)?;
        let named: Vec<(&str, Domain)> =
            headings.iter().filter_map(|(name, domain)| Some((name.as_deref()?, *domain))).collect();
        let place = |value: &String| {
            named.iter().position(|(name, _)| fold(name) == fold(value)).ok_or_else(|| Error::UnknownValue {
                column: asked.by.clone(),
                found: value.clone(),
                known: named.iter().map(|(name, _)| (*name).to_owned()).collect(),
            })
        };
        let from = asked.from.as_ref().map(place).transpose()?;
        let to = asked.to.as_ref().map(place).transpose()?;
        let waves = named.first().is_some_and(|(_, domain)| domain.wave.is_some());
        let all = (0..named.len()).flat_map(|a| (a + 1..named.len()).map(move |b| (a, b)));
        let pairs: Vec<(usize, usize)> = match (from, to) {
            (Some(from), Some(to)) => vec![(from, to)],
            _ => all
                .filter(|(a, b)| !waves || b - a == 1 || from.is_some() || to.is_some())
                .filter(|(a, b)| from.is_none_or(|f| f == *a) && to.is_none_or(|t| t == *b))
                .collect(),
        };
        let mut rows = Vec::new();
        for score in 0..self.coding.scores.len() {
            let mut family = Vec::new();
            for (from, to) in &pairs {
                let ((from, a), (to, b)) = (named[*from], named[*to]);
                // One pair of waves is looked at in every segment as well.
                let cells: Vec<_> =
                    self.cells().filter(|c| c.is_none() || (waves && pairs.len() == 1)).collect();
                for cell in cells {
                    let within = |domain: Domain| Domain { segment: cell.or(domain.segment), ..domain };
                    let shown = |d: Domain| self.hidden.cell(score, d.wave, d.segment).is_none();
                    if shown(within(a)) && shown(within(b)) {
                        let sides = (self.answers(score, within(a)), self.answers(score, within(b)));
                        family.extend(self.comparison(score, &by, from, to, self.segment(cell), &sides));
                    }
                }
            }
            rows.extend(corrected(family, self.correction));
        }
        Ok(rows)
    }
}
