//! Entries of agents' time.

use super::entry::{Entry, Group, declared, need};
use super::example::{Example, hours, n};
use crate::centre::fault::TableKind::{Roster, States};
use crate::centre::measure::Measure::{
    AbsencePlanned, AbsenceUnplanned, AgentDays, Available, Handling, Paid, Pause, Scheduled, StateDays,
};

pub(super) static OCCUPANCY: Entry = Entry {
    name: text!(indicators::occupancy_name),
    short: None,
    aliases_fr: &["occupation", "occupation des agents", "taux d'occupation des agents"],
    aliases_en: &["occupancy rate", "agent occupancy"],
    definition: text!(indicators::occupancy_definition),
    readings: &[
        ("default", text!(indicators::occupancy_default)),
        ("with-pause", text!(indicators::occupancy_with_pause)),
    ],
    caution: text!(indicators::occupancy_caution),
    needs: &[
        need(States, text!(indicators::columns_of_states)),
        declared(text!(indicators::occupancy_needs_declared)),
    ],
    example: Example {
        inputs: &[hours(Handling, 20), hours(Available, 5), hours(Pause, 3)],
        own: &[],
        text: text!(indicators::occupancy_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static UTILISATION: Entry = Entry {
    name: text!(indicators::utilisation_name),
    short: None,
    aliases_fr: &["utilisation", "utilisation des agents", "taux d'utilisation des agents"],
    aliases_en: &["utilization", "utilisation rate", "agent utilisation", "agent utilization"],
    definition: text!(indicators::utilisation_definition),
    readings: &[
        ("default", text!(indicators::utilisation_default)),
        ("handling/paid", text!(indicators::utilisation_handling_over_paid)),
    ],
    caution: text!(indicators::utilisation_caution),
    needs: &[
        need(States, text!(indicators::columns_of_states)),
        declared(text!(indicators::utilisation_needs_declared)),
    ],
    example: Example {
        inputs: &[hours(Paid, 8), hours(Handling, 6), hours(Available, 1)],
        own: &[],
        text: text!(indicators::utilisation_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static BREAK_TIME: Entry = Entry {
    name: text!(indicators::break_time_name),
    short: None,
    aliases_fr: &["pause", "durée de pause", "temps de pause moyen"],
    aliases_en: &["break", "pause time"],
    definition: text!(indicators::break_time_definition),
    readings: &[
        ("default", text!(indicators::break_time_default)),
        ("pause+idle", text!(indicators::break_time_pause_and_idle)),
    ],
    caution: text!(indicators::break_time_caution),
    needs: &[need(States, text!(indicators::columns_of_states))],
    example: Example {
        inputs: &[n(StateDays, 10), hours(Pause, 8), hours(Available, 10)],
        own: &[],
        text: text!(indicators::break_time_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static AGENT_DAYS: Entry = Entry {
    name: text!(indicators::agent_days_name),
    short: None,
    aliases_fr: &[
        "jours agents",
        "jours travaillés",
        "jours-hommes",
        "journées agents",
        "nombre de jours agents",
    ],
    aliases_en: &["agent-days", "days worked"],
    definition: text!(indicators::agent_days_definition),
    readings: &[("default", text!(indicators::agent_days_default))],
    caution: text!(indicators::agent_days_caution),
    needs: &[need(States, text!(indicators::columns_of_states))],
    example: Example { inputs: &[n(AgentDays, 180)], own: &[], text: text!(indicators::agent_days_example) },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static ABSENCE_RATE: Entry = Entry {
    name: text!(indicators::absence_rate_name),
    short: None,
    aliases_fr: &["absentéisme", "absence", "absences", "taux d'absence"],
    aliases_en: &["absenteeism", "absenteeism rate"],
    definition: text!(indicators::absence_rate_definition),
    readings: &[
        ("default", text!(indicators::absence_rate_default)),
        ("all", text!(indicators::absence_rate_all)),
    ],
    caution: text!(indicators::absence_rate_caution),
    needs: &[need(Roster, text!(indicators::absence_rate_needs_roster))],
    example: Example {
        inputs: &[hours(Scheduled, 1000), hours(AbsenceUnplanned, 60), hours(AbsencePlanned, 80)],
        own: &[],
        text: text!(indicators::absence_rate_example),
    },
    group: Group::Productivity,
    benchmark: None,
};
