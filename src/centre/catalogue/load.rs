//! Entries of how many calls come, and where they go.

use super::entry::{Entry, Group, declared, need};
use super::example::{Example, n};
use crate::centre::fault::TableKind::Calls;
use crate::centre::measure::Measure::{
    Abandoned, Answered, Offered, OutOfHours, OutVoicemail, Redirected, ShortAbandoned,
};

pub(super) static HANDLED_CALLS: Entry = Entry {
    name: text!(indicators::handled_calls_name),
    short: None,
    aliases_fr: &["appels pris", "appels décrochés", "nombre d'appels traités", "appels répondus"],
    aliases_en: &["answered calls", "calls handled", "calls answered"],
    definition: text!(indicators::handled_calls_definition),
    readings: &[("default", text!(indicators::handled_calls_default))],
    caution: text!(indicators::handled_calls_caution),
    needs: &[need(Calls, text!(indicators::columns_of_calls))],
    example: Example {
        inputs: &[n(Offered, 250), n(Answered, 230)],
        own: &[],
        text: text!(indicators::handled_calls_example),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static ABANDONED_CALLS: Entry = Entry {
    name: text!(indicators::abandoned_calls_name),
    short: None,
    aliases_fr: &["nombre d'appels abandonnés", "nombre d'abandons"],
    aliases_en: &["calls abandoned", "number of abandons"],
    definition: text!(indicators::abandoned_calls_definition),
    readings: &[
        ("default", text!(indicators::abandoned_calls_default)),
        ("short-excluded", text!(indicators::abandoned_calls_short_excluded)),
    ],
    caution: text!(indicators::abandoned_calls_caution),
    needs: &[need(Calls, text!(indicators::abandoned_calls_needs_calls))],
    example: Example {
        inputs: &[n(Abandoned, 20), n(ShortAbandoned, 5)],
        own: &[],
        text: text!(indicators::abandoned_calls_example),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static IN_HOURS_CALLS: Entry = Entry {
    name: text!(indicators::in_hours_calls_name),
    short: Some(text!(indicators::in_hours_calls_short)),
    aliases_fr: &[
        "heures ouvrées",
        "heures d'ouverture",
        "appels offerts",
        "appels reçus",
        "appels présentés",
        "appels entrants",
    ],
    aliases_en: &["in-hours calls", "offered calls", "calls offered", "inbound calls"],
    definition: text!(indicators::in_hours_calls_definition),
    readings: &[("default", text!(indicators::in_hours_calls_default))],
    caution: text!(indicators::in_hours_calls_caution),
    needs: &[
        need(Calls, text!(indicators::columns_of_calls)),
        declared(text!(indicators::declared_calendar)),
    ],
    example: Example {
        inputs: &[n(Offered, 250), n(OutOfHours, 12)],
        own: &[],
        text: text!(indicators::in_hours_calls_example),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static OUT_OF_HOURS_CALLS: Entry = Entry {
    name: text!(indicators::out_of_hours_calls_name),
    short: Some(text!(indicators::out_of_hours_calls_short)),
    aliases_fr: &["heures non ouvrées", "appels hors horaires", "appels hors ouverture", "hors horaires"],
    aliases_en: &["out-of-hours calls", "after-hours calls"],
    definition: text!(indicators::out_of_hours_calls_definition),
    readings: &[("default", text!(indicators::out_of_hours_calls_default))],
    caution: text!(indicators::out_of_hours_calls_caution),
    needs: &[
        need(Calls, text!(indicators::columns_of_calls)),
        declared(text!(indicators::declared_calendar)),
    ],
    example: Example {
        inputs: &[n(OutOfHours, 12), n(OutVoicemail, 4)],
        own: &[],
        text: text!(indicators::out_of_hours_calls_example),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static SELF_SERVICE_RATE: Entry = Entry {
    name: text!(indicators::self_service_rate_name),
    short: None,
    aliases_fr: &[
        "selfcare",
        "self-care",
        "taux de selfcare",
        "taux de transfert selfcare",
        "taux de digitalisation",
        "digitalisation",
        "libre-service",
    ],
    aliases_en: &["self-service", "deflection", "deflection rate", "containment rate"],
    definition: text!(indicators::self_service_rate_definition),
    readings: &[
        ("default", text!(indicators::self_service_rate_default)),
        ("count", text!(indicators::self_service_rate_count)),
    ],
    caution: text!(indicators::self_service_rate_caution),
    needs: &[need(Calls, text!(indicators::self_service_rate_needs_calls))],
    example: Example {
        inputs: &[n(Offered, 250), n(Redirected, 50)],
        own: &[],
        text: text!(indicators::self_service_rate_example),
    },
    group: Group::Activity,
    benchmark: None,
};
