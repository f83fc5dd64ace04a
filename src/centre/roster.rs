//! The roster: hours scheduled, hours absent, and whether the absence was planned; its reason is never kept.

use super::fault::{FaultKind, Faults, TableKind};
use super::measure::Measure;
use super::place::{Millis, Moment, Place, Sink};
use crate::study::fold;

/// What is kept of the reason of an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbsenceKind {
    /// Known when the roster was made: leave, training, parental leave…
    Planned,
    /// Not known then: illness, accident, lateness…
    Unplanned,
}

/// Folded words that begin a word of the reason (those under five letters are the whole word); unplanned ones win, so
/// that “congé maladie” is unplanned.
const UNPLANNED: &[&str] = &[
    "accident",
    "arret",
    "deces",
    "greve",
    "hospitalisation",
    "illness",
    "imprevu",
    "injustifie",
    "late",
    "lateness",
    "malade",
    "maladie",
    "no show",
    "no-show",
    "non autorise",
    "non justifie",
    "non planifie",
    "non prevu",
    "retard",
    "sick",
    "sickness",
    "strike",
    "unauthori",
    "unexcused",
    "unjustified",
    "unplanned",
];

const PLANNED: &[&str] = &[
    "adoption",
    "annual leave",
    "conge",
    "cp",
    "delegation",
    "evenement famil",
    "evenements famil",
    "ferie",
    "formation",
    "holiday",
    "jrtt",
    "mariage",
    "maternite",
    "maternity",
    "naissance",
    "parental",
    "paternite",
    "paternity",
    "planifie",
    "planned",
    "prevu",
    "recup",
    "repos",
    "reunion",
    "rtt",
    "sabbatique",
    "sans solde",
    "time off in lieu",
    "training",
    "unpaid leave",
    "vacances",
    "vacation",
];

impl AbsenceKind {
    /// Kind of a reason in French or English; none for words that are not known.
    ///
    /// A strike is unplanned: no roster foresees it.
    ///
    /// ```
    /// use barometre::centre::AbsenceKind;
    /// assert_eq!(AbsenceKind::read("Congés payés"), Some(AbsenceKind::Planned));
    /// assert_eq!(AbsenceKind::read("Arrêt maladie"), Some(AbsenceKind::Unplanned));
    /// assert_eq!(AbsenceKind::read("Divers"), None);
    /// ```
    #[must_use]
    pub fn read(reason: &str) -> Option<Self> {
        let reason = fold(reason).replace('.', "");
        let begins = |words: &[&str]| {
            words.iter().any(|word| {
                reason.match_indices(word).any(|(at, _)| {
                    let before = reason[..at].chars().next_back();
                    let after = reason[at + word.len()..].chars().next();
                    let short = word.len() < 5;
                    let inside = before.is_some_and(char::is_alphanumeric);
                    !inside && (!short || !after.is_some_and(char::is_alphanumeric))
                })
            })
        };
        if begins(UNPLANNED) {
            Some(Self::Unplanned)
        } else if begins(PLANNED) {
            Some(Self::Planned)
        } else {
            None
        }
    }
}

/// A row of the roster.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Roster {
    /// As the spreadsheet numbers it.
    pub row: u64,
    /// Agent.
    pub agent: Option<u32>,
    /// Day.
    pub day: Option<Moment>,
    /// Milliseconds scheduled, absence included.
    pub scheduled: Option<Millis>,
    /// Of these, milliseconds absent.
    pub absence: Option<Millis>,
    /// Kind of the absence; none where the reason is empty or unknown.
    pub kind: Option<AbsenceKind>,
}

impl Roster {
    /// Sends its counts.
    ///
    /// Without scheduled time the row is counted nowhere. An absence longer than the schedule counts for the schedule
    /// (nobody is absent from hours that were not planned), so that a rate stays within 100 %. An absence without a
    /// known reason is unplanned, and reported as a reason that cannot be read.
    pub fn count(&self, sink: &mut Sink, faults: &mut Faults) {
        let mut fault = |kind| faults.add(TableKind::Roster, kind, self.row);
        let Some(scheduled) = self.scheduled else { return fault(FaultKind::Incomplete) };
        let absence = self.absence.unwrap_or(0);
        if scheduled < 0 || absence < 0 {
            fault(FaultKind::NegativeDuration);
        }
        if scheduled < 0 {
            return;
        }
        if self.day.is_none() {
            fault(FaultKind::NoDate);
        }
        let mut counts = vec![(Measure::Scheduled, scheduled), (Measure::ScheduledDays, 1)];
        let absence = absence.clamp(0, scheduled);
        if absence > 0 {
            if self.kind.is_none() {
                fault(FaultKind::Unreadable);
            }
            counts.push(match self.kind {
                Some(AbsenceKind::Planned) => (Measure::AbsencePlanned, absence),
                Some(AbsenceKind::Unplanned) | None => (Measure::AbsenceUnplanned, absence),
            });
        }
        sink(&Place { moment: self.day, agent: self.agent, ..Place::default() }, &counts);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::centre::collect::Collected;
    use crate::centre::place::HOUR;

    const HOURS: [Measure; 3] = [Measure::Scheduled, Measure::AbsencePlanned, Measure::AbsenceUnplanned];

    fn counted(rows: &[Roster]) -> Collected {
        Collected::of(|sink, faults| {
            for row in rows {
                row.count(sink, faults);
            }
        })
    }

    fn row(hours: i64, absent: i64, kind: Option<AbsenceKind>) -> Roster {
        Roster {
            row: 2,
            agent: Some(1),
            day: Some(0),
            scheduled: Some(hours * HOUR),
            absence: Some(absent * HOUR),
            kind,
        }
    }

    #[test]
    fn reasons_are_planned_unplanned_or_unknown() {
        use AbsenceKind::{Planned, Unplanned};
        for (reason, kind) in [
            ("Congés", Some(Planned)),
            ("CONGÉ PATERNITÉ", Some(Planned)),
            ("R.T.T.", Some(Planned)),
            ("RTT", Some(Planned)),
            ("CP", Some(Planned)),
            ("récupération", Some(Planned)),
            ("Récup.", Some(Planned)),
            ("Formation interne", Some(Planned)),
            ("non planifiée", Some(Unplanned)),
            ("planned leave", Some(Planned)),
            ("unplanned", Some(Unplanned)),
            ("Congé maladie", Some(Unplanned)),
            ("Enfant malade", Some(Unplanned)),
            ("Accident du travail", Some(Unplanned)),
            ("Retard", Some(Unplanned)),
            ("Grève", Some(Unplanned)),
            ("Imprévu familial", Some(Unplanned)),
            ("Événements familiaux", Some(Planned)),
            ("Absence injustifiée", Some(Unplanned)),
            ("Sick leave", Some(Unplanned)),
            ("translated", None),
            ("later", None),
            ("", None),
        ] {
            assert_eq!(AbsenceKind::read(reason), kind, "{reason}");
        }
    }

    #[test]
    fn the_words_are_folded_sorted_and_each_in_one_list() {
        for words in [UNPLANNED, PLANNED] {
            assert!(words.is_sorted_by(|a, b| a < b));
            assert!(words.iter().all(|word| fold(word) == *word));
        }
        assert!(PLANNED.iter().all(|word| !UNPLANNED.contains(word)));
    }

    #[test]
    fn absence_counts_by_kind_within_the_schedule() {
        let rows = [
            row(7, 0, None),
            row(7, 7, Some(AbsenceKind::Planned)),
            row(7, 2, Some(AbsenceKind::Unplanned)),
            row(4, 9, None),
        ];
        let found = counted(&rows);
        assert_eq!(found.get(HOURS), [25 * HOUR, 7 * HOUR, 6 * HOUR]);
        assert_eq!(found.faults.count(TableKind::Roster, FaultKind::Unreadable), 1);
    }

    #[test]
    fn rows_that_cannot_be_are_reported() {
        let found = counted(&[
            row(-7, 0, None),
            row(7, -1, None),
            Roster { scheduled: None, ..row(0, 0, None) },
            Roster { day: None, ..row(5, 0, None) },
        ]);
        assert_eq!(found.get(HOURS), [12 * HOUR, 0, 0]);
        for (fault, n) in
            [(FaultKind::NegativeDuration, 2), (FaultKind::Incomplete, 1), (FaultKind::NoDate, 1)]
        {
            assert_eq!(found.faults.count(TableKind::Roster, fault), n, "{fault:?}");
        }
    }

    proptest! {
        #[test]
        fn absence_never_exceeds_the_schedule(
            rows in prop::collection::vec((-2i64..10, -2i64..20, prop::option::of(any::<bool>())), 0..30),
        ) {
            let kind = |planned| if planned { AbsenceKind::Planned } else { AbsenceKind::Unplanned };
            let mut rows: Vec<Roster> = rows.iter().map(|&(h, a, k)| row(h, a, k.map(kind))).collect();
            let found = counted(&rows);
            let [scheduled, planned, unplanned] = found.get(HOURS);
            prop_assert!(0 <= planned && 0 <= unplanned && planned + unplanned <= scheduled);
            rows.reverse();
            let turned = counted(&rows);
            prop_assert_eq!((turned.total, turned.faults), (found.total, found.faults));
        }
    }
}
