//! Readings of the indicators of what agents do with a call.

use super::{Formula, Terms, Variant, amount, euros, own, seconds, share};
use crate::centre::measure::Measure::{
    Answered, CallCases, CallCasesOnce, CallCost, CaseContacts, Cases, CasesClosed, CasesOnce, CasesOnceKept,
    Closed, Cost, Created, Dialled, Escalated, EscalationBase, Evaluated, HandleBase, Handling, Hold,
    Listening, Messages, Offered, Reached, Resolved, ResolvedBase, SaleBase, Sales, Talk, TransferBase,
    Transferred, WithKeyword, Wrap, WrapAlone, WrapBase,
};

const COST: Terms = &[(Cost, 1)];
const CALL_COST: Terms = &[(CallCost, 1)];
const HANDLED: Terms = &[(HandleBase, 1)];

pub(super) const AVERAGE_HANDLE_TIME: &[Variant] = &[
    seconds("default", "(talk+hold+after-call work)/handled", &[(Talk, 1), (Hold, 1), (Wrap, 1)], HANDLED),
    seconds("talk+acw", "(talk+after-call work)/handled", &[(Talk, 1), (Wrap, 1)], HANDLED),
    seconds(
        "calls+tasks",
        "(call handling+offline tasks)/(calls handled+tickets resolved)",
        &[(Handling, 1)],
        &[(Answered, 1), (Reached, 1), (Closed, 1)],
    ),
];

pub(super) const AVERAGE_TALK_TIME: &[Variant] = &[
    seconds("default", "(talk+hold)/handled", &[(Talk, 1), (Hold, 1)], HANDLED),
    seconds("talk", "talk/handled", &[(Talk, 1)], HANDLED),
];

pub(super) const AVERAGE_AFTER_CALL_WORK: &[Variant] =
    &[seconds("default", "after-call work/handled", &[(WrapAlone, 1)], &[(WrapBase, 1)])];

pub(super) const FIRST_CONTACT_RESOLUTION: &[Variant] = &[
    share(
        "default",
        "cases closed with one contact, none since within W days/cases decided",
        &[(CasesOnce, 1)],
        &[(Cases, 1)],
    ),
    share("flag", "flagged as resolved/answered", &[(Resolved, 1)], &[(ResolvedBase, 1)]),
    share("flag-offered", "flagged as resolved/offered", &[(Resolved, 1)], &[(Offered, 1)]),
    share("calls-only", "as default, cases of calls alone", &[(CallCasesOnce, 1)], &[(CallCases, 1)]),
    share("no-escalation", "as default, not escalated", &[(CasesOnceKept, 1)], &[(Cases, 1)]),
];

pub(super) const CONTACTS_PER_CASE: &[Variant] = &[Variant {
    name: "default",
    definition: "contacts/closed cases",
    formula: Formula::Quotient(&[(CaseContacts, 1)], &[(CasesClosed, 1)], 1.0),
}];

pub(super) const ESCALATION_RATE: &[Variant] =
    &[share("default", "escalated/requests", &[(Escalated, 1)], &[(EscalationBase, 1)])];

pub(super) const TRANSFER_RATE: &[Variant] =
    &[share("default", "transferred/answered", &[(Transferred, 1)], &[(TransferBase, 1)])];

pub(super) const CALL_CONVERSION_RATE: &[Variant] =
    &[share("default", "sales/handled", &[(Sales, 1)], &[(SaleBase, 1)])];

pub(super) const CONVERTED_CALLS: &[Variant] =
    &[amount("default", "handled calls with a sale", &[(Sales, 1)])];

pub(super) const ACTIVE_LISTENING_RATE: &[Variant] = &[
    share("default", "with active listening/evaluated", &[(Listening, 1)], &[(Evaluated, 1)]),
    share("all", "with active listening/answered", &[(Listening, 1)], &[(Answered, 1)]),
    own("detected", "transcripts whose agent listens by the grid/transcripts with an agent"),
];

pub(super) const KEYWORD_RATE: &[Variant] = &[
    share("default", "messages with the keyword or theme/messages", &[(WithKeyword, 1)], &[(Messages, 1)]),
    own("transcripts", "transcripts with the keyword or theme/transcripts"),
];

pub(super) const COST_PER_INTERACTION: &[Variant] = &[
    euros("default", "cost/(offered calls+tickets)", COST, &[(Offered, 1), (Created, 1)]),
    euros("handled", "cost/(answered calls+tickets resolved)", COST, &[(Answered, 1), (Closed, 1)]),
    euros(
        "outbound",
        "cost/(offered calls+tickets+dialled)",
        COST,
        &[(Offered, 1), (Created, 1), (Dialled, 1)],
    ),
];

pub(super) const COST_PER_CALL: &[Variant] = &[
    euros("default", "cost of calls/offered calls", CALL_COST, &[(Offered, 1)]),
    euros("handled", "cost of calls/answered calls", CALL_COST, &[(Answered, 1)]),
];

pub(super) const COST_PER_REQUEST_TYPE: &[Variant] = &[
    own("default", "handle time/3600*loaded hourly rate/(occupancy*utilisation)"),
    own("wage", "handle time/3600*hourly rate"),
];
