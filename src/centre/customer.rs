//! Customers: there at the start, at the end, new, gone.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

use super::fault::{FaultKind, Faults, TableKind};
use super::measure::Measure;
use super::place::{DAY, Moment};

/// A row of the customers: somebody's time as a customer. A person may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Customer {
    /// As the spreadsheet numbers it.
    pub row: u64,
    /// Who, as a hash.
    pub key: u64,
    /// First day.
    pub start: Option<Moment>,
    /// Last day; none for who is still a customer.
    pub end: Option<Moment>,
}

/// Customers, held until those of one key can be put together; merges.
#[derive(Debug, Clone, Default)]
pub struct Customers {
    /// Key, first and last moment.
    spells: Vec<(u64, Moment, Moment)>,
    faults: Faults,
}

/// Customers over a window: end = start − left + new.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CustomerCounts {
    /// There when the window begins.
    pub start: i64,
    /// There when it ends.
    pub end: i64,
    /// Not there at the start, there at the end; who came and left within the window is not among them.
    pub new: i64,
    /// There at the start, not at the end; who left and came back is not among them.
    pub left: i64,
}

impl CustomerCounts {
    /// As measures.
    ///
    /// Retention, (end − new) ÷ start, is then the share of the start that is still there, and with churn,
    /// left ÷ start, it adds to 100 %.
    #[must_use]
    pub fn measures(self) -> [(Measure, i64); 4] {
        [
            (Measure::CustomersStart, self.start),
            (Measure::CustomersEnd, self.end),
            (Measure::CustomersNew, self.new),
            (Measure::CustomersLeft, self.left),
        ]
    }
}

impl Customers {
    /// Adds a row. One without a start is counted nowhere, nor is one that ends before it starts.
    pub fn add(&mut self, customer: &Customer) {
        let Some(start) = customer.start else {
            return self.faults.add(TableKind::Customers, FaultKind::Incomplete, customer.row);
        };
        let end = customer.end.unwrap_or(Moment::MAX);
        if end < start {
            return self.faults.add(TableKind::Customers, FaultKind::EndBeforeStart, customer.row);
        }
        self.spells.push((customer.key, start, end));
    }

    /// Adds those of another part.
    pub fn merge(&mut self, mut other: Self) {
        self.spells.append(&mut other.spells);
        self.faults.merge(&other.faults);
    }

    /// Rows that were left out.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// Customers from `from` until before `to`.
    ///
    /// Somebody is there at an instant who started before it and has not ended before it: who starts on the first day
    /// is new, whose last day is the first one was there and leaves.
    pub fn over(&mut self, from: Moment, to: Moment) -> CustomerCounts {
        self.between(&[from, to.max(from)]).first().copied().unwrap_or_default()
    }

    /// Customers of each month from `from` until before `to`, with the first moment of the month. The first and the
    /// last one hold only their part of the window.
    pub fn months(&mut self, from: Moment, to: Moment) -> Vec<(Moment, CustomerCounts)> {
        let firsts = if from < to { month_starts(from, to) } else { Vec::new() };
        let mut instants = vec![from];
        instants.extend(firsts.iter().copied().filter(|&first| first > from));
        instants.push(to);
        let counts = self.between(&instants);
        firsts.into_iter().zip(counts).collect()
    }

    /// Customers from each instant to the next; instants ascend.
    fn between(&mut self, instants: &[Moment]) -> Vec<CustomerCounts> {
        self.spells.sort_unstable();
        let windows = instants.len().saturating_sub(1);
        let mut counts = vec![CustomerCounts::default(); windows];
        // Who is there from an instant on adds one, who is no longer takes one away.
        let mut change = vec![0; instants.len() + 1];
        for spells in self.spells.chunk_by(|a, b| a.0 == b.0) {
            let mut there: Option<(usize, usize)> = None;
            let mut close = |(first, after): (usize, usize)| {
                change[first] += 1;
                change[after] -= 1;
                if first > 0 {
                    counts[first - 1].new += 1;
                }
                if after <= windows {
                    counts[after - 1].left += 1;
                }
            };
            for &(_, start, end) in spells {
                let first = instants.partition_point(|&instant| instant <= start);
                let after = instants.partition_point(|&instant| instant <= end);
                if first == after {
                    continue;
                }
                there = match there {
                    Some((begun, until)) if first <= until => Some((begun, until.max(after))),
                    before => {
                        before.into_iter().for_each(&mut close);
                        Some((first, after))
                    }
                };
            }
            there.into_iter().for_each(&mut close);
        }
        let mut present = 0;
        for (at, count) in counts.iter_mut().enumerate() {
            present += change[at];
            count.start = present;
            count.end = present + change[at + 1];
        }
        counts
    }
}

/// First moment of each month that `from` until before `to` touches; as far as the calendar goes.
fn month_starts(from: Moment, to: Moment) -> Vec<Moment> {
    let epoch = date(1970, 1, 1);
    let moment = |day: Date| i64::from((day - epoch).get_days()) * DAY;
    let since = Span::new().try_days(from.div_euclid(DAY));
    let mut month = since.and_then(|since| epoch.checked_add(since)).ok().map(Date::first_of_month);
    let mut starts = Vec::new();
    while let Some(first) = month.filter(|&first| moment(first) < to) {
        starts.push(moment(first));
        month = first.checked_add(1.month()).ok();
    }
    starts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn customer(key: u64, start: i64, end: Option<i64>) -> Customer {
        Customer { row: 2, key, start: Some(start * DAY), end: end.map(|day| day * DAY) }
    }

    fn of(rows: &[Customer]) -> Customers {
        let mut customers = Customers::default();
        for row in rows {
            customers.add(row);
        }
        customers
    }

    fn counts(start: i64, end: i64, new: i64, left: i64) -> CustomerCounts {
        CustomerCounts { start, end, new, left }
    }

    #[test]
    fn customers_stay_come_and_leave() {
        let cases: [(&[Customer], CustomerCounts); 9] = [
            (&[customer(1, 0, None)], counts(1, 1, 0, 0)),
            (&[customer(1, 0, Some(12))], counts(1, 0, 0, 1)),
            (&[customer(1, 0, Some(10))], counts(1, 0, 0, 1)),
            (&[customer(1, 0, Some(9))], counts(0, 0, 0, 0)),
            (&[customer(1, 10, None)], counts(0, 1, 1, 0)),
            (&[customer(1, 11, Some(15))], counts(0, 0, 0, 0)),
            (&[customer(1, 0, Some(20))], counts(1, 1, 0, 0)),
            (&[customer(1, 0, Some(12)), customer(1, 15, None)], counts(1, 1, 0, 0)),
            (&[customer(1, 0, None), customer(1, 11, None)], counts(1, 1, 0, 0)),
        ];
        for (rows, expected) in cases {
            assert_eq!(of(rows).over(10 * DAY, 20 * DAY), expected, "{rows:?}");
        }
    }

    #[test]
    fn months_begin_on_their_first_day() {
        // 2025-09-01 and 2025-10-13, days since 1970.
        let (from, to) = (20_332 * DAY, 20_374 * DAY);
        let mut customers =
            of(&[customer(1, 0, None), customer(2, 20_340, Some(20_365)), customer(3, 20_370, None)]);
        let october = 20_362 * DAY;
        assert_eq!(customers.months(from, to), [(from, counts(1, 2, 1, 0)), (october, counts(2, 2, 1, 1))]);
        let middle = customers.months(from + 5 * DAY, from + 9 * DAY);
        assert_eq!(middle, [(from, counts(1, 2, 1, 0))]);
        assert_eq!(customers.months(to, to), []);
        assert_eq!(month_starts(Moment::MAX - 1, Moment::MAX), [0_i64; 0]);
    }

    #[test]
    fn rows_that_cannot_be_are_reported() {
        let customers = of(&[customer(1, 9, Some(8)), Customer { start: None, ..customer(2, 0, None) }]);
        for fault in [FaultKind::EndBeforeStart, FaultKind::Incomplete] {
            assert_eq!(customers.faults().count(TableKind::Customers, fault), 1);
        }
    }

    proptest! {
        #[test]
        fn retention_and_churn_add_to_the_start(
            rows in prop::collection::vec((0u64..12, 0i64..120, prop::option::of(0i64..120)), 0..40),
            cut in 0usize..40,
            (from, length) in (0i64..80, 1i64..60),
        ) {
            let rows: Vec<Customer> = rows.iter().map(|&(key, start, end)| customer(key, start, end)).collect();
            let cut = cut.min(rows.len());
            let mut merged = of(&rows[cut..]);
            merged.merge(of(&rows[..cut]));
            merged.merge(Customers::default());
            let (from, to) = (from * DAY, (from + length) * DAY);
            let mut whole = of(&rows);
            let found = whole.over(from, to);
            prop_assert_eq!(found, merged.over(from, to));
            prop_assert_eq!(whole.faults(), merged.faults());
            prop_assert_eq!((found.end - found.new) + found.left, found.start);
            prop_assert!(found.new >= 0 && found.left >= 0 && found.left <= found.start);
            let at = |instant: i64| {
                let there = |row: &&Customer| {
                    row.end.is_none_or(|end| Some(end) >= row.start && end >= instant) && row.start < Some(instant)
                };
                let keys: std::collections::BTreeSet<u64> = rows.iter().filter(there).map(|row| row.key).collect();
                i64::try_from(keys.len()).unwrap()
            };
            prop_assert_eq!((found.start, found.end), (at(from), at(to)));
            // The end of a month is the start of the next one.
            let months = whole.months(from, to);
            prop_assert_eq!(months.first().map(|(_, count)| count.start), Some(found.start));
            prop_assert_eq!(months.last().map(|(_, count)| count.end), Some(found.end));
            prop_assert!(months.windows(2).all(|pair| pair[0].1.end == pair[1].1.start));
            prop_assert!(months.iter().all(|(_, m)| m.end == m.start - m.left + m.new));
        }
    }
}
