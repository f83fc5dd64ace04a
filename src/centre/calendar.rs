//! When the centre is open: hours by weekday, public holidays, closed days, exceptional hours.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use super::holiday::{Region, holidays};
use super::hours::Hours;
use super::moment::midnight_of;
use super::unit::DAY;

/// First year of a calendar, and the one after its last: the years that dates are read in.
const YEARS: std::ops::Range<i16> = 1900..2200;

/// What decides the opening hours of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// Hours of each weekday, Monday first.
    pub week: [Hours; 7],
    /// Public holidays on which the centre is closed; none where it works through them.
    pub holidays: Option<Region>,
    /// Other days on which it is closed.
    pub closed: BTreeSet<Date>,
    /// Days with hours of their own, be they holidays or closed days otherwise: they come first.
    pub exceptional: BTreeMap<Date, Hours>,
}

/// Opening hours laid out day by day from 1900 to 2199, so that any stretch of time is answered at once. Moments
/// are milliseconds since 1970-01-01T00:00 by the clock on the wall; outside those years it is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Days from 1970 to the first one laid out.
    first: i64,
    /// The hours in use.
    hours: Vec<Hours>,
    /// Of each day, its hours.
    of_day: Vec<u32>,
    /// Opening time before each day, and before the day after the last.
    before: Vec<i64>,
}

impl Calendar {
    /// Lays out opening hours.
    ///
    /// ```
    /// use barometre::centre::{Calendar, Hours, Opening, Region};
    /// let weekday = Hours::parse("8h-12h, 14h-18h").unwrap();
    /// let mut opening = Opening { holidays: Some(Region::France), ..Opening::default() };
    /// opening.week[..5].fill(weekday);
    /// let calendar = Calendar::new(&opening);
    /// // 2025-05-07T17:00 to 2025-05-09T09:00; 8 May is a holiday.
    /// let (from, to) = (1_746_637_200_000, 1_746_781_200_000);
    /// assert_eq!(calendar.open_between(from, to), 2 * 3_600_000);
    /// assert!(calendar.is_open(from) && !calendar.is_open(from + 3_600_000));
    /// ```
    pub fn new(opening: &Opening) -> Self {
        let public = opening
            .holidays
            .into_iter()
            .flat_map(|region| YEARS.flat_map(move |year| holidays(year, region)).map(|(day, _)| day));
        let closed: BTreeSet<i64> = public.chain(opening.closed.iter().copied()).map(day_number).collect();
        let own: BTreeMap<i64, &Hours> =
            opening.exceptional.iter().map(|(day, hours)| (day_number(*day), hours)).collect();

        let first = day_number(date(YEARS.start, 1, 1));
        let mut calendar = Self { first, hours: Vec::new(), of_day: Vec::new(), before: vec![0] };
        let mut open = 0;
        for day in first..day_number(date(YEARS.end, 1, 1)) {
            // 1 January 1970 was a Thursday.
            let weekday = &opening.week[(day + 3).rem_euclid(7) as usize];
            let usual = if closed.contains(&day) { &Hours::CLOSED } else { weekday };
            let hours = own.get(&day).copied().unwrap_or(usual);
            // A dozen different days at most: a search is as fast as a map.
            let kind = calendar.hours.iter().position(|known| known == hours).unwrap_or_else(|| {
                calendar.hours.push(hours.clone());
                calendar.hours.len() - 1
            });
            open += hours.open_ms();
            calendar.of_day.push(kind as u32);
            calendar.before.push(open);
        }
        calendar
    }

    /// Open day and night, every day.
    pub fn always() -> Self {
        Self::new(&Opening { week: std::array::from_fn(|_| Hours::all_day()), ..Opening::default() })
    }

    /// The hours of a day.
    pub fn hours(&self, day: Date) -> &Hours {
        static CLOSED: Hours = Hours::CLOSED;
        self.laid_out(day_number(day)).unwrap_or(&CLOSED)
    }

    /// Hours of a day, counted from 1970.
    fn laid_out(&self, day: i64) -> Option<&Hours> {
        let index = usize::try_from(day.checked_sub(self.first)?).ok()?;
        self.hours.get(*self.of_day.get(index)? as usize)
    }

    /// Whether the centre is open at a moment; at the moment of closing it is not.
    pub fn is_open(&self, moment: i64) -> bool {
        self.laid_out(moment.div_euclid(DAY)).is_some_and(|hours| hours.is_open(moment.rem_euclid(DAY)))
    }

    /// Opening time between two moments, in milliseconds: a duration in business hours. Zero where `to` is not after
    /// `from`.
    pub fn open_between(&self, from: i64, to: i64) -> i64 {
        (self.open_before(to) - self.open_before(from)).max(0)
    }

    /// Opening time from the first day to a moment.
    fn open_before(&self, moment: i64) -> i64 {
        let day = moment.div_euclid(DAY);
        let Some(hours) = self.laid_out(day) else {
            let end = if day < self.first { self.before.first() } else { self.before.last() };
            return end.copied().unwrap_or(0);
        };
        self.before[(day - self.first) as usize] + hours.open_until(moment.rem_euclid(DAY))
    }

    /// Days from `first` to `last`, both included, on which the centre opens at all.
    pub fn open_days(&self, first: Date, last: Date) -> u64 {
        let open = |day: &i64| self.laid_out(*day).is_some_and(|hours| *hours != Hours::CLOSED);
        (day_number(first)..=day_number(last)).filter(open).count() as u64
    }
}

/// Days from 1970 to a date.
fn day_number(day: Date) -> i64 {
    midnight_of(day).div_euclid(DAY)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::super::unit::{HOUR, MINUTE};
    use super::*;

    /// Weekdays in two spans, Saturday mornings, French holidays, a bridge closed, a Sunday in December open.
    static SHOP: LazyLock<Calendar> = LazyLock::new(|| {
        let mut opening = Opening { holidays: Some(Region::France), ..Opening::default() };
        opening.week[..5].fill(Hours::parse("8h-12h30, 14h-18h").unwrap());
        opening.week[5] = Hours::parse("9h-12h").unwrap();
        opening.closed.insert(date(2025, 5, 9));
        opening.exceptional.insert(date(2025, 12, 21), Hours::parse("10h-18h").unwrap());
        opening.exceptional.insert(date(2025, 7, 14), Hours::parse("10h-11h").unwrap());
        Calendar::new(&opening)
    });

    fn at(year: i16, month: i8, day: i8, hour: i64, minute: i64) -> i64 {
        midnight_of(date(year, month, day)) + hour * HOUR + minute * MINUTE
    }

    #[test]
    fn the_centre_is_open_when_it_says() {
        for (moment, open) in [
            (at(2025, 3, 12, 8, 0), true),
            (at(2025, 3, 12, 7, 59), false),
            (at(2025, 3, 12, 12, 30), false),
            (at(2025, 3, 12, 12, 29), true),
            (at(2025, 3, 15, 10, 0), true),
            (at(2025, 3, 15, 14, 0), false),
            (at(2025, 3, 16, 10, 0), false),
            (at(2025, 4, 21, 10, 0), false),
            (at(2025, 5, 9, 10, 0), false),
            (at(2025, 12, 21, 10, 0), true),
            (at(2025, 7, 14, 10, 30), true),
            (at(2025, 7, 14, 9, 30), false),
            (at(1999, 2, 1, 9, 0), true),
            (i64::MIN, false),
            (i64::MAX, false),
        ] {
            assert_eq!(SHOP.is_open(moment), open, "{moment}");
        }
    }

    #[test]
    fn business_hours_skip_what_is_closed() {
        let day = 8 * HOUR + 30 * MINUTE;
        for (from, to, open) in [
            (at(2025, 3, 12, 9, 0), at(2025, 3, 12, 10, 0), HOUR),
            (at(2025, 3, 12, 12, 0), at(2025, 3, 12, 14, 30), HOUR),
            (at(2025, 3, 12, 10, 0), at(2025, 3, 12, 9, 0), 0),
            // Friday evening to Monday morning: Saturday's three hours between.
            (at(2025, 3, 14, 17, 0), at(2025, 3, 17, 9, 0), 5 * HOUR),
            // Wednesday to Saturday over 8 May and its bridge.
            (at(2025, 5, 7, 17, 0), at(2025, 5, 10, 10, 0), 2 * HOUR),
            // March 2025: 21 weekdays, 5 Saturdays.
            (at(2025, 3, 1, 0, 0), at(2025, 4, 1, 0, 0), 21 * day + 5 * 3 * HOUR),
            (i64::MIN, at(1900, 1, 1, 0, 0), 0),
        ] {
            assert_eq!(SHOP.open_between(from, to), open, "{from} {to}");
        }
        assert_eq!(SHOP.open_days(date(2025, 3, 1), date(2025, 3, 31)), 26);
        assert_eq!(SHOP.open_days(date(2025, 5, 1), date(2025, 5, 11)), 6);
        assert_eq!(SHOP.open_days(date(2025, 3, 2), date(2025, 3, 1)), 0);
        let always = Calendar::always();
        assert_eq!(always.open_between(123, 456_789_012_345), 456_789_012_222);
        assert_eq!(always.open_between(i64::MIN, i64::MAX), i64::from(109_573) * DAY);
    }

    /// Hours of the first week of 2025 whose first day, a Wednesday, is a holiday.
    #[test]
    fn a_day_tells_its_hours() {
        let open: Vec<_> = (1..=7).map(|day| SHOP.hours(date(2025, 1, day)).open_ms() / MINUTE).collect();
        assert_eq!(open, [0, 510, 510, 180, 0, 510, 510]);
        assert_eq!(SHOP.hours(date(1850, 1, 1)), &Hours::CLOSED);
    }

    proptest! {
        #[test]
        fn opening_time_adds_up(start in 0i64..3_000_000_000_000, first in 0i64..2_000_000_000, second in 0i64..2_000_000_000) {
            let (middle, end) = (start + first, start + first + second);
            let whole = SHOP.open_between(start, end);
            prop_assert_eq!(SHOP.open_between(start, middle) + SHOP.open_between(middle, end), whole);
            prop_assert!(whole <= end - start);
        }

        #[test]
        fn a_moment_is_open_when_the_next_counts(moment in -1_000_000_000_000i64..3_000_000_000_000) {
            prop_assert_eq!(SHOP.open_between(moment, moment + 1), i64::from(SHOP.is_open(moment)));
        }
    }
}
