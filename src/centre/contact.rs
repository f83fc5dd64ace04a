//! Contacts of customers, put together as cases: solved at the first contact, contacts a case.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::measure::Measure;
use super::names::Names;
use super::place::{Millis, Moment, Place, Sink};
use super::registry::Ranks;

/// A contact that somebody took: an answered call, a ticket.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contact {
    /// Customer, as a hash.
    pub customer: Option<u64>,
    /// Case, as a hash.
    pub case: Option<u64>,
    /// Reason, as a hash; contacts without one have that in common.
    pub reason: Option<u64>,
    /// Whether it is a call.
    pub by_call: bool,
    /// Whether the request was solved, where somebody noted it.
    pub resolved: Option<bool>,
    /// Whether it was passed to a higher level.
    pub escalated: bool,
    /// When, and the names.
    pub place: Place,
}

/// What a contact keeps: 48 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    /// Case, or the link where there is none.
    key: u64,
    moment: Moment,
    /// Customer and reason.
    link: u64,
    names: Names,
    flags: u8,
}

const IN_CASE: u8 = 1;
const LINKED: u8 = 2;
const BY_CALL: u8 = 4;
const UNRESOLVED: u8 = 8;
const ESCALATED: u8 = 16;
/// The same customer comes again for the same reason within the window.
const FOLLOWED: u8 = 32;

impl Kept {
    fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// Contacts, held until those of one case can be put together; merges.
///
/// A case is the contacts of one case id. Contacts without one are put together by customer and reason: a contact more
/// than a window after the one before opens a new case. Contacts with neither id nor customer, or without a moment,
/// belong to no case and are left out.
#[derive(Debug, Clone, Default)]
pub struct Contacts {
    kept: Vec<Kept>,
    left_out: u64,
}

impl Contacts {
    /// Adds a contact.
    pub fn add(&mut self, contact: &Contact) {
        let link = contact.customer.map(|customer| {
            let mut hasher = DefaultHasher::new();
            (customer, contact.reason).hash(&mut hasher);
            hasher.finish()
        });
        let (Some(key), Some(moment)) = (contact.case.or(link), contact.place.moment) else {
            self.left_out += 1;
            return;
        };
        let flags = [
            (IN_CASE, contact.case.is_some()),
            (LINKED, link.is_some()),
            (BY_CALL, contact.by_call),
            (UNRESOLVED, contact.resolved == Some(false)),
            (ESCALATED, contact.escalated),
        ];
        let flags = flags.iter().map(|&(flag, set)| flag * u8::from(set)).sum();
        let names = Names::from(&contact.place);
        self.kept.push(Kept { key, moment, link: link.unwrap_or(0), names, flags });
    }

    /// Takes the sorted numbers of the names.
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        self.kept.iter_mut().for_each(|contact| contact.names = contact.names.sorted(ranks));
    }

    /// Adds those of another part.
    pub fn merge(&mut self, mut other: Self) {
        self.kept.append(&mut other.kept);
        self.left_out += other.left_out;
    }

    /// Contacts that belong to no case.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// Sends the counts of each case at the place and moment of its first contact.
    ///
    /// A case is closed unless its last contact is known not to have solved it. It is decided when `window`
    /// milliseconds after its first contact are over before `end`, the end of the data; the others are undecided,
    /// even those that are known to have come again, else only these would count. Decided cases are the base, closed
    /// or not: a case left unsolved was not solved at the first contact. It was, with one contact, closed, and no
    /// contact of the same customer for the same reason within the window, in whatever case. Closed cases and their
    /// contacts count whether they are decided or not.
    pub fn send(&mut self, window: Millis, end: Moment, sink: &mut Sink) {
        self.mark_followed(window);
        self.kept.sort_unstable_by_key(|contact| (contact.is(IN_CASE), *contact));
        let same_case = |a: &Kept, b: &Kept| {
            a.key == b.key
                && a.is(IN_CASE) == b.is(IN_CASE)
                && (a.is(IN_CASE) || b.moment <= a.moment.saturating_add(window))
        };
        // In order of time, so that the counts of a day are still at hand for the next case of that day.
        let mut cases: Vec<&[Kept]> = self.kept.chunk_by(same_case).collect();
        cases.sort_by_cached_key(|case| case[0].moment);
        let mut counted = Vec::new();
        for case in cases {
            let (first, last) = (&case[0], &case[case.len() - 1]);
            let decided = first.moment.saturating_add(window) < end;
            let closed = !last.is(UNRESOLVED);
            let calls = case.iter().all(|contact| contact.is(BY_CALL));
            let once = decided && closed && case.len() == 1 && !first.is(FOLLOWED);
            let counts = [
                (Measure::Cases, decided),
                (Measure::CasesUndecided, !decided),
                (Measure::CasesOnce, once),
                (Measure::CasesOnceKept, once && !first.is(ESCALATED)),
                (Measure::CallCases, decided && calls),
                (Measure::CallCasesOnce, once && calls),
                (Measure::CasesClosed, closed),
                (Measure::CasesOpen, !closed),
            ];
            counted.clear();
            counted.extend(counts.iter().filter(|(_, counts)| *counts).map(|(measure, _)| (*measure, 1)));
            if closed {
                counted.push((Measure::CaseContacts, i64::try_from(case.len()).unwrap_or(i64::MAX)));
            }
            sink(&first.names.at(Some(first.moment)), &counted);
        }
    }

    /// Marks the contacts that one of the same customer and reason follows within the window.
    fn mark_followed(&mut self, window: Millis) {
        self.kept.sort_unstable_by_key(|contact| (contact.is(LINKED), contact.link, contact.moment));
        // From the last to the first: the moments of the contact after, and of the one after those of the same moment.
        let mut next: Option<(u64, Moment)> = None;
        let mut later: Option<Moment> = None;
        for contact in self.kept.iter_mut().rev().take_while(|contact| contact.is(LINKED)) {
            match next {
                Some((link, moment)) if link == contact.link => {
                    if moment > contact.moment {
                        later = Some(moment);
                    }
                }
                _ => later = None,
            }
            next = Some((contact.link, contact.moment));
            contact.flags &= !FOLLOWED;
            if later.is_some_and(|later| later <= contact.moment.saturating_add(window)) {
                contact.flags |= FOLLOWED;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::centre::collect::Collected;
    use crate::centre::measure::Counts;
    use crate::centre::place::DAY;

    const WEEK: Millis = 7 * DAY;
    const END: Moment = 42 * DAY;
    const DECIDED: [Measure; 4] =
        [Measure::Cases, Measure::CasesOnce, Measure::CasesUndecided, Measure::CasesOpen];

    fn contact(customer: u64, case: Option<u64>, day: i64) -> Contact {
        Contact {
            customer: Some(customer),
            case,
            by_call: true,
            resolved: Some(true),
            place: Place { moment: Some(day * DAY), ..Place::default() },
            ..Contact::default()
        }
    }

    fn of(rows: &[Contact]) -> Contacts {
        let mut contacts = Contacts::default();
        for row in rows {
            contacts.add(row);
        }
        contacts
    }

    fn counted(mut contacts: Contacts) -> Collected {
        Collected::of(|sink, _| contacts.send(WEEK, END, sink))
    }

    #[test]
    fn a_contact_keeps_48_bytes() {
        assert_eq!(size_of::<Kept>(), 48);
    }

    #[test]
    fn a_case_is_solved_at_once_with_one_contact_and_none_since() {
        let unresolved = Contact { resolved: Some(false), ..contact(1, Some(1), 3) };
        let other_reason = Contact { reason: Some(9), ..contact(1, Some(3), 5) };
        let cases: [(&[Contact], [i64; 4]); 9] = [
            (&[contact(1, Some(1), 3)], [1, 1, 0, 0]),
            (&[contact(1, Some(1), 3), contact(1, Some(1), 30)], [1, 0, 0, 0]),
            (&[contact(1, Some(1), 3), contact(1, Some(2), 10)], [2, 1, 0, 0]),
            (&[contact(1, Some(1), 3), contact(1, Some(2), 11)], [2, 2, 0, 0]),
            (&[contact(1, Some(1), 3), contact(2, Some(2), 5), other_reason], [3, 3, 0, 0]),
            (&[unresolved], [1, 0, 0, 1]),
            (&[contact(1, Some(1), 35)], [0, 0, 1, 0]),
            (&[contact(1, None, 3), contact(1, None, 10), contact(1, None, 18)], [2, 1, 0, 0]),
            (&[contact(1, None, 3), contact(1, Some(4), 4)], [2, 1, 0, 0]),
        ];
        for (rows, counts) in cases {
            assert_eq!(counted(of(rows)).get(DECIDED), counts, "{rows:?}");
        }
    }

    #[test]
    fn variants_leave_out_escalations_and_other_channels() {
        let escalated = Contact { escalated: true, ..contact(1, Some(1), 3) };
        let mail = Contact { by_call: false, ..contact(2, Some(2), 3) };
        let both = [Contact { by_call: false, ..contact(3, Some(3), 3) }, contact(3, Some(3), 4)];
        let found = counted(of(&[escalated, mail, both[0], both[1], contact(4, Some(4), 3)]));
        let measures =
            [Measure::CasesOnce, Measure::CasesOnceKept, Measure::CallCases, Measure::CallCasesOnce];
        assert_eq!(found.get(measures), [3, 2, 2, 2]);
        assert_eq!(found.get([Measure::CasesClosed, Measure::CaseContacts]), [4, 5]);
    }

    #[test]
    fn a_case_counts_at_its_first_contact() {
        let second = Contact {
            place: Place { queue: Some(2), ..contact(1, Some(1), 4).place },
            ..contact(1, Some(1), 4)
        };
        let found = counted(of(&[second, contact(1, Some(1), 3)]));
        assert!(found.rows.iter().all(|(place, _)| place.moment == Some(3 * DAY) && place.queue.is_none()));
    }

    #[test]
    fn a_contact_that_belongs_to_no_case_is_left_out() {
        let nobody = Contact { customer: None, ..contact(1, None, 3) };
        let undated = Contact { place: Place::default(), ..contact(1, Some(1), 3) };
        let contacts = of(&[nobody, undated]);
        assert_eq!(contacts.left_out(), 2);
        assert_eq!(counted(contacts).total, Counts::default());
    }

    /// Cases decided and solved at once, by looking at every pair of contacts.
    fn naive(rows: &[Contact]) -> (i64, i64) {
        let moment = |row: &Contact| row.place.moment.unwrap();
        let same = |a: &Contact, b: &Contact| a.customer == b.customer && a.reason == b.reason;
        let (mut cases, mut once) = (0, 0);
        for id in 0..10 {
            let mut case: Vec<&Contact> = rows.iter().filter(|row| row.case == Some(id)).collect();
            case.sort_by_key(|row| (moment(row), row.resolved));
            let Some(last) = case.last() else { continue };
            // Whether a case came again is known, whenever it did, once a window has passed since it began.
            if moment(case[0]) + WEEK >= END {
                continue;
            }
            cases += 1;
            let again = |row: &&Contact| {
                same(row, last) && moment(row) > moment(last) && moment(row) <= moment(last) + WEEK
            };
            once +=
                i64::from(case.len() == 1 && last.resolved != Some(false) && !rows.iter().any(|r| again(&r)));
        }
        (cases, once)
    }

    proptest! {
        #[test]
        fn cases_are_conserved_whatever_the_parts(
            rows in prop::collection::vec(
                (0u64..4, prop::option::of(0u64..10), prop::option::of(0u64..2), 0i64..42, any::<[bool; 3]>()), 0..40),
            cut in 0usize..40,
        ) {
            let rows: Vec<Contact> = rows
                .iter()
                .map(|&(customer, case, reason, day, [by_call, resolved, escalated])| Contact {
                    reason,
                    by_call,
                    resolved: Some(resolved),
                    escalated,
                    ..contact(customer, case, day)
                })
                .collect();
            let cut = cut.min(rows.len());
            let mut merged = of(&rows[cut..]);
            merged.merge(of(&rows[..cut]));
            merged.merge(Contacts::default());
            let found = counted(of(&rows));
            let parts = counted(merged);
            prop_assert_eq!(parts.rows, found.rows);
            let get = |measure| found.total.get(measure);
            let all = get(Measure::Cases) + get(Measure::CasesUndecided);
            prop_assert_eq!(get(Measure::CasesClosed) + get(Measure::CasesOpen), all);
            prop_assert!(get(Measure::CasesOnceKept) <= get(Measure::CasesOnce));
            prop_assert!(get(Measure::CasesOnce) <= get(Measure::Cases));
            prop_assert!(get(Measure::CallCasesOnce) <= get(Measure::CallCases));
            prop_assert!(get(Measure::CallCases) <= get(Measure::Cases));
            prop_assert!(get(Measure::CaseContacts) >= get(Measure::CasesClosed));
        }

        #[test]
        fn cases_by_id_agree_with_a_look_at_every_pair(
            rows in prop::collection::vec((0u64..3, 0u64..10, prop::option::of(0u64..2), 0i64..42, any::<bool>()), 0..25),
        ) {
            let rows: Vec<Contact> = rows
                .iter()
                .map(|&(customer, case, reason, day, resolved)| Contact {
                    reason,
                    resolved: Some(resolved),
                    ..contact(customer, Some(case), day)
                })
                .collect();
            let found = counted(of(&rows));
            prop_assert_eq!((found.total.get(Measure::Cases), found.total.get(Measure::CasesOnce)), naive(&rows));
        }
    }
}
