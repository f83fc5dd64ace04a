//! Readings of the indicators of agents’ time.

use super::{Variant, amount, seconds, share};
use crate::centre::measure::Measure::{
    AbsencePlanned, AbsenceUnplanned, AgentDays, Available, Handling, Paid, Pause, Scheduled, StateDays,
};

pub(super) const OCCUPANCY: &[Variant] = &[
    share("default", "handling/(handling+available)", &[(Handling, 1)], &[(Handling, 1), (Available, 1)]),
    share(
        "with-pause",
        "handling/(handling+pause+available)",
        &[(Handling, 1)],
        &[(Handling, 1), (Available, 1), (Pause, 1)],
    ),
];

pub(super) const UTILISATION: &[Variant] = &[
    share("default", "(handling+available)/paid", &[(Handling, 1), (Available, 1)], &[(Paid, 1)]),
    share("handling/paid", "handling/paid", &[(Handling, 1)], &[(Paid, 1)]),
];

pub(super) const BREAK_TIME: &[Variant] = &[
    seconds("default", "pause/(agent*day)", &[(Pause, 1)], &[(StateDays, 1)]),
    seconds("pause+idle", "(pause+available)/(agent*day)", &[(Pause, 1), (Available, 1)], &[(StateDays, 1)]),
];

pub(super) const AGENT_DAYS: &[Variant] =
    &[amount("default", "distinct (agent, day) with work", &[(AgentDays, 1)])];

pub(super) const ABSENCE_RATE: &[Variant] = &[
    share("default", "unplanned absence/scheduled", &[(AbsenceUnplanned, 1)], &[(Scheduled, 1)]),
    share("all", "all absence/scheduled", &[(AbsenceUnplanned, 1), (AbsencePlanned, 1)], &[(Scheduled, 1)]),
];
