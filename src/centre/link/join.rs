//! Which contact each answer is about.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use crate::centre::{DAY, FaultKind, Faults, JoinRow, Millis, Moment, TableKind};

/// What is known of a contact that an answer may be about; nothing that is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Features {
    /// Hash of its id.
    pub id: Option<u64>,
    /// Hash of the customer's id.
    pub customer: Option<u64>,
    /// When it began.
    pub moment: Option<Moment>,
    /// Queue and ring, in milliseconds.
    pub wait: Option<Millis>,
    /// Talk, hold and after-call work, in milliseconds.
    pub handle: Option<Millis>,
    /// Whether it was resolved at first contact.
    pub solved: Option<bool>,
    /// Whether it was passed to someone else.
    pub transferred: Option<bool>,
    /// Number of the agent who took it.
    pub agent: Option<u32>,
    /// Number of its queue.
    pub queue: Option<u32>,
    /// Its row, as the spreadsheet numbers it.
    pub row: u64,
}

/// An answer to a survey about a contact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Its row, as the spreadsheet numbers it.
    pub row: u64,
    /// Hash of the id of the contact.
    pub id: Option<u64>,
    /// Hash of the customer's id.
    pub customer: Option<u64>,
    /// When it was given.
    pub moment: Option<Moment>,
    /// Number of each score question that it answers, and the answer.
    pub scores: Vec<(usize, f64)>,
}

/// What is joined, and how far apart in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Join {
    /// Table of the answers.
    pub table: TableKind,
    /// Table of the contacts.
    pub to: TableKind,
    /// How long after a contact an answer may come, in milliseconds, where only the customer is known.
    pub before: Millis,
    /// How long before a contact it may stand, in milliseconds: clocks differ, and dates have no hour.
    pub after: Millis,
}

impl Default for Join {
    /// Answers to calls: seven days after, one day before.
    fn default() -> Self {
        Self { table: TableKind::Survey, to: TableKind::Calls, before: 7 * DAY, after: DAY }
    }
}

/// The answers with their contacts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Joined {
    /// Index of each answer that counts and of its contact, by row of the answer. Each answer and each contact stands
    /// in one pair at most.
    pub pairs: Vec<(usize, usize)>,
    /// Answers by `id`, then those by `customer and nearest time`, where there are any.
    pub rows: Vec<JoinRow>,
    /// Answers without a contact ([`FaultKind::Unmatched`]), and second ones ([`FaultKind::SecondAnswer`]).
    pub faults: Faults,
}

/// Finds the contact of each answer.
///
/// - An answer with the id of a contact goes to that contact, whenever it came. Where several contacts have the id, to
///   the one of the same customer if the answer knows it, then to the nearest in time: the latest before the answer,
///   else the first after it. Such an answer without a moment, and one whose id no contact has, goes nowhere: the
///   customer's other contacts are not the one that it names.
/// - An answer without an id goes to the latest contact of its customer within `before`, else to the first one
///   within `after`; without a moment, to the customer's only contact.
/// - Midnight sharp is a date without an hour, and counts as the end of that day: what the customer lived
///   through on the day itself comes before the answer.
/// - Of several answers about the same contact the first counts, by moment, then by row; those without a moment come
///   last.
///
/// ```
/// use barometre::centre::link::{Answer, Features, Join, join};
/// let call = |row, customer, moment| {
///     Features { customer: Some(customer), moment: Some(moment), row, ..Features::default() }
/// };
/// let hour = 3_600_000;
/// let calls = [call(2, 7, 10 * hour), call(3, 7, 15 * hour), call(4, 8, 16 * hour)];
/// let answer = Answer { row: 2, customer: Some(7), moment: Some(18 * hour), ..Answer::default() };
/// assert_eq!(join(&calls, &[answer], &Join::default()).pairs, [(0, 1)]);
/// ```
///
/// Rows joined count second answers too: they found their contact. The order of `contacts` and `answers` changes
/// nothing but the indices.
#[must_use]
pub fn join(contacts: &[Features], answers: &[Answer], how: &Join) -> Joined {
    let index = Index::new(contacts, answers);
    let mut joined = Joined::default();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for by_id in [true, false] {
        let (mut rows, mut matched) = (0, 0);
        for (at, answer) in answers.iter().enumerate().filter(|(_, answer)| answer.id.is_some() == by_id) {
            rows += 1;
            if let Some(contact) = index.contact(answer, how) {
                matched += 1;
                found.push((at, contact));
            } else {
                joined.faults.add(how.table, FaultKind::Unmatched, answer.row);
            }
        }
        if rows > 0 {
            let by = if by_id { "id" } else { "customer and nearest time" }.to_owned();
            joined.rows.push(JoinRow { table: how.table, to: how.to, by, rows, matched });
        }
    }
    found.sort_by_key(|&(at, contact)| {
        let answer = &answers[at];
        (contact, answer.moment.is_none(), answer.moment, answer.row)
    });
    for about in found.chunk_by(|a, b| a.1 == b.1) {
        joined.pairs.extend(about.first());
        for (second, _) in &about[1..] {
            joined.faults.add(how.table, FaultKind::SecondAnswer, answers[*second].row);
        }
    }
    joined.pairs.sort_by_key(|&(at, _)| answers[at].row);
    joined
}

/// The contacts that answers may be about, by id and by customer: key, moment, row, index.
struct Index<'a> {
    contacts: &'a [Features],
    by_id: Vec<Entry>,
    by_customer: Vec<Entry>,
}

type Entry = (u64, Option<Moment>, u64, usize);

impl<'a> Index<'a> {
    fn new(contacts: &'a [Features], answers: &[Answer]) -> Self {
        let sorted = |asked: FxHashSet<u64>, key: &dyn Fn(&Features) -> Option<u64>| {
            let entry = |(at, contact): (usize, &Features)| {
                let key = key(contact).filter(|key| asked.contains(key))?;
                Some((key, contact.moment, contact.row, at))
            };
            let mut entries: Vec<Entry> = contacts.iter().enumerate().filter_map(entry).collect();
            entries.sort_unstable();
            entries
        };
        let without_id = answers.iter().filter(|answer| answer.id.is_none());
        Self {
            contacts,
            by_id: sorted(answers.iter().filter_map(|answer| answer.id).collect(), &|contact| contact.id),
            by_customer: sorted(without_id.filter_map(|answer| answer.customer).collect(), &|contact| {
                contact.customer
            }),
        }
    }

    fn contact(&self, answer: &Answer, how: &Join) -> Option<usize> {
        let given = answer
            .moment
            .map(|moment| if moment.rem_euclid(DAY) == 0 { moment.saturating_add(DAY - 1) } else { moment });
        if let Some(id) = answer.id {
            let of_id = run(&self.by_id, id);
            let same = |entry: &&Entry| {
                answer.customer.is_some() && self.contacts[entry.3].customer == answer.customer
            };
            let of_customer: Vec<Entry> = of_id.iter().filter(same).copied().collect();
            let candidates = if of_customer.is_empty() { of_id } else { &of_customer };
            return match candidates {
                [only] => Some(only.3),
                several => nearest(several, given?, Moment::MAX, Moment::MAX),
            };
        }
        match (run(&self.by_customer, answer.customer?), given) {
            (candidates, Some(given)) => nearest(candidates, given, how.before, how.after),
            ([only], None) => Some(only.3),
            _ => None,
        }
    }
}

/// The entries of a key.
fn run(entries: &[Entry], key: u64) -> &[Entry] {
    let from = entries.partition_point(|entry| entry.0 < key);
    let len = entries[from..].partition_point(|entry| entry.0 == key);
    &entries[from..from + len]
}

/// The latest contact at most `before` earlier than the moment `given`, else the first at most `after` later; of those
/// of one moment, the lowest row.
fn nearest(candidates: &[Entry], given: Moment, before: Millis, after: Millis) -> Option<usize> {
    let timed = || candidates.iter().filter_map(|&(_, moment, row, at)| Some((moment?, row, at)));
    let earlier = timed().filter(|c| c.0 <= given && given.saturating_sub(c.0) <= before);
    let later = timed().filter(|c| c.0 > given && c.0.saturating_sub(given) <= after);
    let latest = earlier.min_by_key(|c| (Reverse(c.0), c.1));
    latest.or_else(|| later.min_by_key(|c| (c.0, c.1))).map(|c| c.2)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::centre::HOUR;

    fn contact(row: u64, id: Option<u64>, customer: Option<u64>, moment: Moment) -> Features {
        Features { row, id, customer, moment: Some(moment), ..Features::default() }
    }

    fn answer(row: u64, id: Option<u64>, customer: Option<u64>, moment: Option<Moment>) -> Answer {
        Answer { row, id, customer, moment, scores: Vec::new() }
    }

    fn rows(joined: &Joined, contacts: &[Features], answers: &[Answer]) -> Vec<(u64, u64)> {
        joined.pairs.iter().map(|&(a, c)| (answers[a].row, contacts[c].row)).collect()
    }

    const NOON: Moment = 20_000 * DAY + 12 * HOUR;

    #[test]
    fn an_id_names_its_contact_whenever_the_answer_came() {
        let contacts = [contact(2, Some(7), Some(1), NOON), contact(3, Some(8), Some(1), NOON + HOUR)];
        let answers = [
            answer(2, Some(7), Some(1), Some(NOON + 90 * DAY)),
            answer(3, Some(8), None, None),
            answer(4, Some(9), Some(1), Some(NOON)),
        ];
        let joined = join(&contacts, &answers, &Join::default());
        assert_eq!(rows(&joined, &contacts, &answers), [(2, 2), (3, 3)]);
        assert_eq!(joined.faults.count(TableKind::Survey, FaultKind::Unmatched), 1, "id 9 is no contact");
        assert_eq!((joined.rows[0].by.as_str(), joined.rows[0].rows, joined.rows[0].matched), ("id", 3, 2));
    }

    #[test]
    fn a_repeated_id_goes_to_the_nearest_contact() {
        let contacts = [
            contact(2, Some(7), Some(1), NOON - 30 * DAY),
            contact(3, Some(7), Some(2), NOON),
            contact(4, Some(7), Some(3), NOON + DAY),
        ];
        let answers = [
            answer(2, Some(7), None, Some(NOON + HOUR)),
            answer(3, Some(7), Some(1), Some(NOON + HOUR)),
            answer(4, Some(7), None, None),
        ];
        let joined = join(&contacts, &answers, &Join::default());
        assert_eq!(rows(&joined, &contacts, &answers), [(2, 3), (3, 2)]);
    }

    #[test]
    fn a_customer_answers_about_the_latest_contact() {
        let contacts = [
            contact(2, None, Some(1), NOON - 2 * DAY),
            contact(3, None, Some(1), NOON),
            contact(4, None, Some(2), NOON + HOUR),
            contact(5, None, Some(3), NOON - 8 * DAY),
        ];
        let answers = [
            answer(2, None, Some(1), Some(NOON - HOUR)),
            answer(3, None, Some(1), Some(NOON + HOUR)),
            answer(4, None, Some(2), Some(NOON)),
            answer(5, None, Some(3), Some(NOON)),
            answer(6, None, Some(2), None),
            answer(7, None, None, Some(NOON)),
        ];
        let joined = join(&contacts, &answers, &Join::default());
        assert_eq!(rows(&joined, &contacts, &answers), [(2, 2), (3, 3), (4, 4)]);
        assert_eq!(joined.faults.count(TableKind::Survey, FaultKind::Unmatched), 2);
        assert_eq!(joined.faults.count(TableKind::Survey, FaultKind::SecondAnswer), 1);
        assert_eq!((joined.rows[0].rows, joined.rows[0].matched), (6, 4));
        let eight = join(&contacts, &answers, &Join { before: 8 * DAY, ..Join::default() });
        assert_eq!(eight.faults.count(TableKind::Survey, FaultKind::Unmatched), 1);
    }

    /// A call on Monday, one on Wednesday at noon, an answer dated Wednesday: it is about Wednesday’s.
    #[test]
    fn a_date_without_an_hour_is_the_end_of_its_day() {
        let contacts = [contact(2, None, Some(1), NOON - 2 * DAY), contact(3, None, Some(1), NOON)];
        let answers = [answer(2, None, Some(1), Some(NOON - 12 * HOUR))];
        assert_eq!(join(&contacts, &answers, &Join::default()).pairs, [(0, 1)]);
    }

    #[test]
    fn the_first_answer_about_a_contact_counts() {
        let contacts = [contact(2, Some(7), None, NOON)];
        let at = |row, moment| answer(row, Some(7), None, moment);
        let answers = [at(2, None), at(3, Some(NOON + HOUR)), at(4, Some(NOON + 5)), at(5, Some(NOON + 5))];
        let joined = join(&contacts, &answers, &Join::default());
        assert_eq!(rows(&joined, &contacts, &answers), [(4, 2)]);
        let seconds: Vec<u64> = joined.faults.iter().flat_map(|(.., found)| found.rows.clone()).collect();
        assert_eq!(seconds, [2, 3, 5]);
    }

    fn maybe(most: u64) -> impl Strategy<Value = Option<u64>> {
        prop::option::of(0..most)
    }

    fn moments() -> impl Strategy<Value = Option<Moment>> {
        prop::option::weighted(0.8, (0_i64..40).prop_map(|quarter| NOON + quarter * DAY / 4))
    }

    proptest! {
        #[test]
        fn the_order_of_rows_changes_nothing_and_nobody_stands_in_two_pairs(
            contacts in prop::collection::vec((maybe(6), maybe(4), moments()), 0..20),
            answers in prop::collection::vec((maybe(6), maybe(4), moments()), 0..20),
            turns in (0_usize..20, 0_usize..20),
        ) {
            let mut contacts: Vec<Features> = (2..)
                .zip(&contacts)
                .map(|(row, &(id, customer, moment))| {
                    Features { id, customer, moment, row, ..Features::default() }
                })
                .collect();
            let mut answers: Vec<Answer> = (2..)
                .zip(&answers)
                .map(|(row, &(id, customer, moment))| answer(row, id, customer, moment))
                .collect();
            let one = join(&contacts, &answers, &Join::default());
            let pairs = rows(&one, &contacts, &answers);
            let (first, second) = (turns.0.min(contacts.len()), turns.1.min(answers.len()));
            contacts.rotate_left(first);
            contacts.reverse();
            answers.rotate_left(second);
            let other = join(&contacts, &answers, &Join::default());
            prop_assert_eq!(&pairs, &rows(&other, &contacts, &answers));
            prop_assert_eq!(&one.faults, &other.faults);
            prop_assert_eq!(&one.rows, &other.rows);

            let (left, right): (BTreeSet<u64>, BTreeSet<u64>) = pairs.iter().copied().unzip();
            prop_assert!(left.len() == pairs.len() && right.len() == pairs.len());
            let count = |fault| one.faults.count(TableKind::Survey, fault);
            let matched: u64 = one.rows.iter().map(|row| row.matched).sum();
            prop_assert_eq!(matched, pairs.len() as u64 + count(FaultKind::SecondAnswer));
            prop_assert_eq!(answers.len() as u64, matched + count(FaultKind::Unmatched));
            for (a, c) in pairs {
                let answer = answers.iter().find(|x| x.row == a).unwrap();
                let contact = contacts.iter().find(|x| x.row == c).unwrap();
                let same = match answer.id {
                    Some(id) => contact.id == Some(id),
                    None => contact.customer == answer.customer,
                };
                prop_assert!(same);
            }
        }
    }
}
