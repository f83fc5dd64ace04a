//! Entries of customers and tickets.

use super::entry::{Entry, Group, declared, need};
use super::example::{Example, bare, n, s};
use crate::centre::fault::TableKind::{Customers, Tickets};
use crate::centre::measure::Measure::{
    Closed, Created, CustomersEnd, CustomersLeft, CustomersNew, CustomersStart, FirstResolution,
    FirstResolutionBase, Resolution, ResolutionBase, Response, ResponseBase,
};

/// The middle one of the first three durations, in minutes.
fn middle(x: &[f64]) -> f64 {
    x[0].min(x[1]).max(x[0].max(x[1]).min(x[2])) / 60.0
}

pub(super) static RETENTION_RATE: Entry = Entry {
    name: text!(indicators::retention_rate_name),
    short: None,
    aliases_fr: &["rétention", "rétention client", "fidélisation", "taux de fidélisation"],
    aliases_en: &["retention", "customer retention"],
    definition: text!(indicators::retention_rate_definition),
    readings: &[("default", text!(indicators::retention_rate_default))],
    caution: text!(indicators::retention_rate_caution),
    needs: &[need(Customers, text!(indicators::columns_of_customers))],
    example: Example {
        inputs: &[n(CustomersStart, 1000), n(CustomersEnd, 1050), n(CustomersNew, 100)],
        own: &[],
        text: text!(indicators::retention_rate_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static CHURN_RATE: Entry = Entry {
    name: text!(indicators::churn_rate_name),
    short: None,
    aliases_fr: &["attrition", "taux de churn", "taux de départ", "perte de clients", "taux de résiliation"],
    aliases_en: &["churn", "customer churn", "attrition rate"],
    definition: text!(indicators::churn_rate_definition),
    readings: &[("default", text!(indicators::churn_rate_default))],
    caution: text!(indicators::churn_rate_caution),
    needs: &[need(Customers, text!(indicators::columns_of_customers))],
    example: Example {
        inputs: &[n(CustomersStart, 1000), n(CustomersLeft, 50)],
        own: &[],
        text: text!(indicators::churn_rate_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static FIRST_RESPONSE_TIME: Entry = Entry {
    name: text!(indicators::first_response_time_name),
    short: Some(text!(indicators::first_response_time_short)),
    aliases_fr: &[
        "délai moyen de première réponse",
        "temps de première réponse",
        "première réponse",
        "délai de réponse",
    ],
    aliases_en: &["first reply time", "time to first response"],
    definition: text!(indicators::first_response_time_definition),
    readings: &[
        ("default", text!(indicators::first_response_time_default)),
        ("median", text!(indicators::first_response_time_median)),
        ("business-hours", text!(indicators::first_response_time_business_hours)),
        ("business-hours-median", text!(indicators::first_response_time_business_hours_median)),
    ],
    caution: text!(indicators::first_response_time_caution),
    needs: &[
        need(Tickets, text!(indicators::first_response_time_needs_tickets)),
        declared(text!(indicators::first_response_time_needs_declared)),
    ],
    example: Example {
        inputs: &[s(Response, 600), s(Response, 1200), s(Response, 5400), n(ResponseBase, 3)],
        own: &[("median", middle)],
        text: text!(indicators::first_response_time_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static RESOLUTION_TIME: Entry = Entry {
    name: text!(indicators::resolution_time_name),
    short: Some(text!(indicators::resolution_time_short)),
    aliases_fr: &[
        "délai de résolution",
        "temps de résolution",
        "délai de traitement",
        "délai moyen de traitement",
        "temps moyen de résolution",
        "DMR",
    ],
    aliases_en: &["average resolution time", "time to resolution", "TTR", "MTTR"],
    definition: text!(indicators::resolution_time_definition),
    readings: &[
        ("default", text!(indicators::resolution_time_default)),
        ("median", text!(indicators::resolution_time_median)),
        ("first", text!(indicators::resolution_time_first)),
    ],
    caution: text!(indicators::resolution_time_caution),
    needs: &[need(Tickets, text!(indicators::resolution_time_needs_tickets))],
    example: Example {
        inputs: &[
            s(Resolution, 7200),
            s(Resolution, 10800),
            s(Resolution, 90000),
            n(ResolutionBase, 3),
            s(FirstResolution, 36000),
            n(FirstResolutionBase, 3),
        ],
        own: &[("median", middle)],
        text: text!(indicators::resolution_time_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static VOLUME: Entry = Entry {
    name: text!(indicators::volume_name),
    short: None,
    aliases_fr: &[
        "volume",
        "nombre de tickets",
        "tickets créés",
        "demandes traitées",
        "volume de demandes",
        "flux entrant",
    ],
    aliases_en: &["tickets", "tickets created", "requests handled"],
    definition: text!(indicators::volume_definition),
    readings: &[
        ("default", text!(indicators::volume_default)),
        ("handled", text!(indicators::volume_handled)),
    ],
    caution: text!(indicators::volume_caution),
    needs: &[need(Tickets, text!(indicators::volume_needs_tickets))],
    example: Example {
        inputs: &[n(Created, 120), n(Closed, 110)],
        own: &[],
        text: text!(indicators::volume_example),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static BACKLOG: Entry = Entry {
    name: text!(indicators::backlog_name),
    short: None,
    aliases_fr: &[
        "stock",
        "tickets en cours",
        "tickets ouverts",
        "demandes en cours",
        "en-cours",
        "mails en stock",
        "reste à traiter",
    ],
    aliases_en: &["open tickets", "work in progress", "WIP"],
    definition: text!(indicators::backlog_definition),
    readings: &[("default", text!(indicators::backlog_default))],
    caution: text!(indicators::backlog_caution),
    needs: &[need(Tickets, text!(indicators::backlog_needs_tickets))],
    example: Example {
        inputs: &[bare(40), bare(120), bare(110)],
        own: &[("default", |x| x[0] + x[1] - x[2])],
        text: text!(indicators::backlog_example),
    },
    group: Group::WorkInProgress,
    benchmark: None,
};
