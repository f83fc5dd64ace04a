//! Readings of the indicators of outbound calls and leads.

use super::{Terms, Variant, seconds, share};
use crate::centre::measure::Measure::{
    Dialled, Leads, LeadsConverted, LeadsDecided, LeadsEver, Machines, MachinesFiltered, NotAnswered,
    OutboundSales, PickupBase, PickupDelay, Reached, RecordBase, RecordGap, Refused,
};

const DIALLED: Terms = &[(Dialled, 1)];

pub(super) const CONNECT_RATE: &[Variant] = &[
    share("default", "answered by a person/dialled", &[(Reached, 1)], DIALLED),
    share("machines", "answered by a person or a machine/dialled", &[(Reached, 1), (Machines, 1)], DIALLED),
];

pub(super) const ANSWERING_MACHINE_RATE: &[Variant] = &[
    share("default", "machines/dialled", &[(Machines, 1)], DIALLED),
    share("filtered", "machines kept from agents/dialled", &[(MachinesFiltered, 1)], DIALLED),
    share(
        "reached-agent",
        "machines that reached an agent/dialled",
        &[(Machines, 1), (MachinesFiltered, -1)],
        DIALLED,
    ),
];

pub(super) const CALL_REJECTION_RATE: &[Variant] = &[
    share("default", "refused/dialled", &[(Refused, 1)], DIALLED),
    share("not-reached", "(unanswered+refused)/dialled", &[(Refused, 1), (NotAnswered, 1)], DIALLED),
];

pub(super) const OUTBOUND_CONVERSION_RATE: &[Variant] = &[
    share("default", "sales/dialled", &[(OutboundSales, 1)], DIALLED),
    share("reached", "sales/reached", &[(OutboundSales, 1)], &[(Reached, 1)]),
];

pub(super) const PREDICTIVE_CONNECT_DELAY: &[Variant] =
    &[seconds("default", "customer picks up to agent", &[(PickupDelay, 1)], &[(PickupBase, 1)])];

pub(super) const TIME_BETWEEN_RECORDS: &[Variant] =
    &[seconds("default", "record closed to next record shown", &[(RecordGap, 1)], &[(RecordBase, 1)])];

pub(super) const LEAD_CONVERSION_RATE: &[Variant] = &[
    share(
        "default",
        "converted within the window after a contact/leads contacted",
        &[(LeadsConverted, 1)],
        &[(LeadsDecided, 1)],
    ),
    share("all", "converted/all leads", &[(LeadsEver, 1)], &[(Leads, 1)]),
];
