//! Leads: converted within a window after a contact.

use super::fault::{FaultKind, Faults, TableKind};
use super::measure::Measure;
use super::names::Names;
use super::place::{Millis, Moment, Place, Sink};
use super::registry::Ranks;

/// A row of the leads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lead {
    /// As the spreadsheet numbers it.
    pub row: u64,
    /// When it came.
    pub created: Option<Moment>,
    /// First contact of the centre.
    pub contacted: Option<Moment>,
    /// When it became a customer.
    pub converted: Option<Moment>,
    /// Names; its moment is not read, those above are.
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kept {
    row: u64,
    created: Option<Moment>,
    contacted: Option<Moment>,
    converted: Option<Moment>,
    names: Names,
}

/// Leads, held until the end of the data is known; merges.
#[derive(Debug, Clone, Default)]
pub struct Leads(Vec<Kept>);

impl Leads {
    /// Adds a lead.
    pub fn add(&mut self, lead: &Lead) {
        let Lead { row, created, contacted, converted, place } = *lead;
        self.0.push(Kept { row, created, contacted, converted, names: Names::from(&place) });
    }

    /// Takes the sorted numbers of the names.
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        self.0.iter_mut().for_each(|lead| lead.names = lead.names.sorted(ranks));
    }

    /// Adds those of another part.
    pub fn merge(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Sends their counts: all leads at their creation, those contacted at their contact.
    ///
    /// A lead is decided when its window of `window` milliseconds after the contact closes before `end`, the end of
    /// the data; a younger one is undecided even if it has converted, else the early conversions alone would count.
    /// A conversion before the contact is none of the contact's, but one of the lead's. A contact or a conversion
    /// before the creation cannot be: reported, and not counted.
    pub fn send(&self, window: Millis, end: Moment, sink: &mut Sink, faults: &mut Faults) {
        for lead in &self.0 {
            let early =
                |m: Option<Moment>| matches!((m, lead.created), (Some(m), Some(created)) if m < created);
            if lead.created.is_none() && lead.contacted.is_none() {
                faults.add(TableKind::Leads, FaultKind::NoDate, lead.row);
            }
            if early(lead.contacted) || early(lead.converted) {
                faults.add(TableKind::Leads, FaultKind::EndBeforeStart, lead.row);
            }
            let contacted = lead.contacted.filter(|_| !early(lead.contacted));
            let converted = lead.converted.filter(|_| !early(lead.converted));
            let all = [(Measure::Leads, 1), (Measure::LeadsEver, i64::from(converted.is_some()))];
            sink(&lead.names.at(lead.created.or(contacted)), &all);
            let Some(contacted) = contacted else { continue };
            let until = contacted.saturating_add(window);
            let place = lead.names.at(Some(contacted));
            if until < end {
                let won = converted.is_some_and(|m| (contacted..=until).contains(&m));
                sink(&place, &[(Measure::LeadsDecided, 1), (Measure::LeadsConverted, i64::from(won))]);
            } else {
                sink(&place, &[(Measure::LeadsUndecided, 1)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::centre::collect::Collected;
    use crate::centre::place::DAY;

    const WINDOW: Millis = 14 * DAY;

    const COUNTED: [Measure; 5] = [
        Measure::LeadsDecided,
        Measure::LeadsConverted,
        Measure::LeadsUndecided,
        Measure::LeadsEver,
        Measure::Leads,
    ];

    fn counted(leads: &Leads) -> Collected {
        Collected::of(|sink, faults| leads.send(WINDOW, 42 * DAY, sink, faults))
    }

    fn lead(created: i64, contacted: Option<i64>, converted: Option<i64>) -> Lead {
        let day = |d: i64| d * DAY;
        Lead {
            row: 2,
            created: Some(day(created)),
            contacted: contacted.map(day),
            converted: converted.map(day),
            ..Lead::default()
        }
    }

    fn of(rows: &[Lead]) -> Leads {
        let mut leads = Leads::default();
        for lead in rows {
            leads.add(lead);
        }
        leads
    }

    #[test]
    fn a_lead_is_decided_when_its_window_has_closed() {
        let cases = [
            (lead(0, Some(1), Some(15)), [1, 1, 0, 1, 1], 0),
            (lead(0, Some(1), Some(16)), [1, 0, 0, 1, 1], 0),
            (lead(0, Some(27), None), [1, 0, 0, 0, 1], 0),
            (lead(0, Some(28), Some(29)), [0, 0, 1, 1, 1], 0),
            (lead(0, Some(5), Some(4)), [1, 0, 0, 1, 1], 0),
            (lead(0, None, Some(4)), [0, 0, 0, 1, 1], 0),
            (lead(3, Some(2), Some(5)), [0, 0, 0, 1, 1], 1),
            (lead(3, Some(4), Some(2)), [1, 0, 0, 0, 1], 1),
        ];
        for (lead, counts, early) in cases {
            let found = counted(&of(&[lead]));
            assert_eq!(found.get(COUNTED), counts, "{lead:?}");
            assert_eq!(found.faults.count(TableKind::Leads, FaultKind::EndBeforeStart), early, "{lead:?}");
        }
    }

    proptest! {
        #[test]
        fn parts_merge_and_every_contacted_lead_is_decided_or_not(
            rows in prop::collection::vec((0i64..42, prop::option::of(0i64..42), prop::option::of(0i64..60)), 0..40),
            cut in 0usize..40,
        ) {
            // A contact is never before the creation here, so that each contacted lead is one or the other.
            let rows: Vec<Lead> = rows.iter().map(|&(c, d, e)| lead(c, d.map(|d| c + d), e)).collect();
            let cut = cut.min(rows.len());
            let mut merged = of(&rows[cut..]);
            merged.merge(of(&rows[..cut]));
            merged.merge(Leads::default());
            let (found, whole) = (counted(&merged), counted(&of(&rows)));
            prop_assert_eq!((whole.total, &whole.faults), (found.total, &found.faults));
            let [decided, converted, undecided, ever, all] = found.get(COUNTED);
            prop_assert_eq!(all, i64::try_from(rows.len()).unwrap());
            let contacted: i64 = rows.iter().map(|lead| i64::from(lead.contacted.is_some())).sum();
            prop_assert_eq!(decided + undecided, contacted);
            prop_assert!(converted <= decided && converted <= ever);
        }
    }
}
