//! The waves of a study: named by a column, or cut out of a date.

use std::cmp::Ordering;

use super::date::{Month, Order, Period, parse_date};
use super::labels::is_missing_word;
use super::profile::Profile;
use crate::Lang;

/// Where the waves come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaveSource {
    /// Column.
    pub column: String,
    /// Period cut out of a date, and how the date is read; none when the column names the waves.
    pub period: Option<(Period, Order)>,
}

/// The waves found, in order of time, and how a cell is assigned to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Waves {
    source: WaveSource,
    /// Names of the waves, where a column gives them.
    names: Vec<String>,
    /// First months of the waves cut out of a date.
    starts: Vec<Month>,
}

impl Waves {
    /// The waves that the column's profile holds.
    #[must_use]
    pub fn new(source: &WaveSource, profile: &Profile) -> Self {
        let (mut names, mut starts) = (Vec::new(), Vec::new());
        if let Some((period, order)) = source.period {
            starts = profile.sums.months(order).keys().map(|m| period.start(*m)).collect();
            starts.dedup();
        } else {
            let values =
                profile.values.iter().flatten().map(|(v, _)| v.trim()).filter(|v| !is_missing_word(v));
            names = values.map(str::to_owned).collect();
            names.sort_by(|a, b| natural(a, b));
            names.dedup();
        }
        Self { source: source.clone(), names, starts }
    }

    /// Column and period.
    #[must_use]
    pub fn source(&self) -> &WaveSource {
        &self.source
    }

    /// Number of waves.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len() + self.starts.len()
    }

    /// Whether there is no wave.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Names of the waves, in order of time.
    #[must_use]
    pub fn labels(&self, lang: Lang) -> Vec<String> {
        match self.source.period {
            Some((period, _)) => self.starts.iter().map(|m| period.label(*m, lang)).collect(),
            None => self.names.clone(),
        }
    }

    /// Index of the wave that a cell belongs to.
    #[must_use]
    pub fn find(&self, cell: &str) -> Option<usize> {
        match self.source.period {
            Some((period, order)) => {
                let start = period.start(parse_date(cell)?.month(order)?);
                self.starts.binary_search(&start).ok()
            }
            None => self.names.binary_search_by(|l| natural(l, cell.trim())).ok(),
        }
    }
}

/// Alphabetical order in which runs of digits count as numbers: wave 2 comes before wave 10.
#[must_use]
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut x, mut y) = (a, b);
    loop {
        match (x.chars().next(), y.chars().next()) {
            (None, None) => return a.cmp(b),
            (None, _) => return Ordering::Less,
            (_, None) => return Ordering::Greater,
            (Some(c), Some(d)) if c.is_ascii_digit() && d.is_ascii_digit() => {
                let (m, n) = (digits(&mut x), digits(&mut y));
                let order = m.len().cmp(&n.len()).then(m.cmp(n));
                if order != Ordering::Equal {
                    return order;
                }
            }
            (Some(c), Some(d)) => {
                if c != d {
                    return c.cmp(&d);
                }
                x = &x[c.len_utf8()..];
                y = &y[d.len_utf8()..];
            }
        }
    }
}

/// Takes the leading digits off `text`, leading zeros left out.
fn digits<'a>(text: &mut &'a str) -> &'a str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    *text = rest;
    run.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count() {
        let mut waves = vec!["Vague 10", "Vague 2", "2025-T4", "Vague 1", "2025-T3", "vague"];
        waves.sort_by(|a, b| natural(a, b));
        assert_eq!(waves, ["2025-T3", "2025-T4", "Vague 1", "Vague 2", "Vague 10", "vague"]);
    }
}
