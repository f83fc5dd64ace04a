//! Readings of the indicators of customers and tickets.

use super::{Duration, Formula, Variant, amount, minutes, own, share};
use crate::centre::measure::Measure::{
    Closed, Created, CustomersEnd, CustomersLeft, CustomersNew, CustomersStart, FirstResolution,
    FirstResolutionBase, Resolution, ResolutionBase, Response, ResponseBase, ResponseOpen,
};

pub(super) const RETENTION_RATE: &[Variant] = &[share(
    "default",
    "(customers at end-new)/customers at start",
    &[(CustomersEnd, 1), (CustomersNew, -1)],
    &[(CustomersStart, 1)],
)];

pub(super) const CHURN_RATE: &[Variant] = &[share(
    "default",
    "customers of the start who left/customers at start",
    &[(CustomersLeft, 1)],
    &[(CustomersStart, 1)],
)];

pub(super) const FIRST_RESPONSE_TIME: &[Variant] = &[
    minutes("default", "first response-creation, mean", &[(Response, 1)], &[(ResponseBase, 1)]),
    Variant {
        name: "median",
        definition: "first response-creation, median",
        formula: Formula::Median(Duration::FirstResponse),
    },
    minutes("business-hours", "the same in opening hours, mean", &[(ResponseOpen, 1)], &[(ResponseBase, 1)]),
    Variant {
        name: "business-hours-median",
        definition: "the same in opening hours, median",
        formula: Formula::Median(Duration::FirstResponseOpen),
    },
];

pub(super) const RESOLUTION_TIME: &[Variant] = &[
    minutes(
        "default",
        "last resolution-creation, mean of resolved",
        &[(Resolution, 1)],
        &[(ResolutionBase, 1)],
    ),
    Variant {
        name: "median",
        definition: "Kaplan-Meier median, open tickets censored",
        formula: Formula::Median(Duration::Resolution),
    },
    minutes(
        "first",
        "first resolution-creation, mean of resolved",
        &[(FirstResolution, 1)],
        &[(FirstResolutionBase, 1)],
    ),
];

pub(super) const VOLUME: &[Variant] = &[
    amount("default", "tickets created", &[(Created, 1)]),
    amount("handled", "tickets resolved", &[(Closed, 1)]),
];

pub(super) const BACKLOG: &[Variant] = &[own("default", "open at the end of the period")];
