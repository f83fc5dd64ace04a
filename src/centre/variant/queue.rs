//! Readings of the indicators of the queue.

use super::{Terms, Variant, amount, seconds, share};
use crate::centre::measure::Measure::{
    AbandonWait, AbandonWaitBase, Abandoned, AbandonedWithin, Answered, AnsweredWithin, CalledBack, IvrBase,
    IvrWait, Offered, OutOfHours, Redirected, Ring, RingBase, ShortAbandoned, Wait, WaitBase, Waited,
    WaitedBase,
};

/// Calls that were answered or abandoned, their wait known.
const CONNECTED: Terms = &[(WaitBase, 1), (AbandonWaitBase, 1)];

pub(super) const ANSWER_RATE: &[Variant] = &[
    share("default", "answered/offered", &[(Answered, 1)], &[(Offered, 1)]),
    share("within", "answered within T/offered", &[(AnsweredWithin, 1)], &[(Offered, 1)]),
];

pub(super) const QUALITY_OF_SERVICE: &[Variant] = &[
    share("default", "handled/offered", &[(Answered, 1)], &[(Offered, 1)]),
    share("within", "handled within T/offered", &[(AnsweredWithin, 1)], &[(Offered, 1)]),
];

pub(super) const SERVICE_LEVEL: &[Variant] = &[
    share(
        "default",
        "answered within T of queue+ring/(answered+abandoned)",
        &[(AnsweredWithin, 1)],
        &[(WaitBase, 1), (Abandoned, 1)],
    ),
    share("answered", "answered within T/answered", &[(AnsweredWithin, 1)], &[(WaitBase, 1)]),
    share("offered", "answered within T/offered", &[(AnsweredWithin, 1)], &[(Offered, 1)]),
    share(
        "offered-minus-short-abandons",
        "answered within T/(offered-short abandons)",
        &[(AnsweredWithin, 1)],
        &[(Offered, 1), (ShortAbandoned, -1)],
    ),
    share(
        "abandoned-within",
        "(answered within T+abandoned within T)/offered",
        &[(AnsweredWithin, 1), (AbandonedWithin, 1)],
        &[(Offered, 1)],
    ),
];

pub(super) const ABANDONMENT_RATE: &[Variant] = &[
    share("default", "abandoned/offered", &[(Abandoned, 1)], &[(Offered, 1)]),
    share("queued", "abandoned/(answered+abandoned)", &[(Abandoned, 1)], &[(Answered, 1), (Abandoned, 1)]),
    share(
        "short-excluded",
        "(abandoned-short abandons)/(offered-short abandons)",
        &[(Abandoned, 1), (ShortAbandoned, -1)],
        &[(Offered, 1), (ShortAbandoned, -1)],
    ),
    share(
        "callbacks-excluded",
        "abandoned/(offered-callbacks)",
        &[(Abandoned, 1)],
        &[(Offered, 1), (CalledBack, -1)],
    ),
];

pub(super) const AVERAGE_WAIT_TIME: &[Variant] = &[
    seconds("default", "(queue+ring)/(answered+abandoned)", &[(Wait, 1), (AbandonWait, 1)], CONNECTED),
    seconds("answered", "(queue+ring)/answered, answered only", &[(Wait, 1)], &[(WaitBase, 1)]),
    seconds("nonzero", "(queue+ring)/calls that waited in the queue", &[(Waited, 1)], &[(WaitedBase, 1)]),
];

pub(super) const AVERAGE_SPEED_OF_ANSWER: &[Variant] = &[
    seconds("default", "queue+ring, answered only", &[(Wait, 1)], &[(WaitBase, 1)]),
    seconds("ring", "ring, answered only", &[(Ring, 1)], &[(RingBase, 1)]),
    seconds("ivr+queue+ring", "ivr+queue+ring, answered only", &[(IvrWait, 1)], &[(IvrBase, 1)]),
];

pub(super) const HANDLED_CALLS: &[Variant] = &[amount("default", "answered calls", &[(Answered, 1)])];

pub(super) const ABANDONED_CALLS: &[Variant] = &[
    amount("default", "offered, queued, not answered", &[(Abandoned, 1)]),
    amount("short-excluded", "abandoned, short abandons apart", &[(Abandoned, 1), (ShortAbandoned, -1)]),
];

pub(super) const IN_HOURS_CALLS: &[Variant] =
    &[amount("default", "offered in opening hours", &[(Offered, 1)])];

pub(super) const OUT_OF_HOURS_CALLS: &[Variant] =
    &[amount("default", "inbound outside opening hours", &[(OutOfHours, 1)])];

pub(super) const SELF_SERVICE_RATE: &[Variant] = &[
    share(
        "default",
        "redirected to self-service/(offered+redirected)",
        &[(Redirected, 1)],
        &[(Offered, 1), (Redirected, 1)],
    ),
    amount("count", "redirected to self-service", &[(Redirected, 1)]),
];
