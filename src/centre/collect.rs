//! What a table sends, gathered for tests.

use super::fault::Faults;
use super::measure::{Counts, Measure};
use super::place::{Place, Sink};

/// Counts in the order sent, their sum, and the faults.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) rows: Vec<(Place, Counts)>,
    pub(super) total: Counts,
    pub(super) faults: Faults,
}

impl Collected {
    pub(super) fn of(send: impl FnOnce(&mut Sink, &mut Faults)) -> Self {
        let mut found = Self::default();
        let mut sink = |place: &Place, measures: &[(Measure, i64)]| {
            let mut counts = Counts::default();
            for &(measure, n) in measures {
                counts.add(measure, n);
            }
            found.total += &counts;
            found.rows.push((*place, counts));
        };
        send(&mut sink, &mut found.faults);
        found
    }

    /// Totals of some measures.
    pub(super) fn get<const N: usize>(&self, measures: [Measure; N]) -> [i64; N] {
        measures.map(|measure| self.total.get(measure))
    }
}
