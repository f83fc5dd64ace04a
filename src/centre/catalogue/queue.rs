//! Entries of the queue: what is answered, what is lost, how long callers wait.

use super::entry::{Benchmark, Entry, Group, declared, need};
use super::example::{Example, n, s};
use crate::centre::fault::TableKind::Calls;
use crate::centre::measure::Measure::{
    AbandonWait, AbandonWaitBase, Abandoned, Answered, AnsweredWithin, IvrBase, IvrWait, Offered, Ring,
    RingBase, ShortAbandoned, Wait, WaitBase,
};

pub(super) static ANSWER_RATE: Entry = Entry {
    name: text!(indicators::answer_rate_name),
    short: None,
    aliases_fr: &[
        "décroché",
        "taux de décroché entrant",
        "taux de prise d'appel",
        "taux d'accessibilité",
        "taux d'appels décrochés",
    ],
    aliases_en: &["inbound answer rate", "pickup rate", "pick-up rate", "answered rate"],
    definition: text!(indicators::answer_rate_definition),
    readings: &[
        ("default", text!(indicators::answer_rate_default)),
        ("within", text!(indicators::answer_rate_within)),
    ],
    caution: text!(indicators::answer_rate_caution),
    needs: &[need(Calls, text!(indicators::columns_of_waits_within))],
    example: Example {
        inputs: &[n(Offered, 250), n(Answered, 230)],
        own: &[],
        text: text!(indicators::answer_rate_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static QUALITY_OF_SERVICE: Entry = Entry {
    name: text!(indicators::quality_of_service_name),
    short: Some(text!(indicators::quality_of_service_short)),
    aliases_fr: &["qualité de service", "taux de QS", "taux d'efficacité", "efficacité téléphonique"],
    aliases_en: &["handled rate"],
    definition: text!(indicators::quality_of_service_definition),
    readings: &[
        ("default", text!(indicators::quality_of_service_default)),
        ("within", text!(indicators::quality_of_service_within)),
    ],
    caution: text!(indicators::quality_of_service_caution),
    needs: &[need(Calls, text!(indicators::columns_of_waits_within))],
    example: Example {
        inputs: &[n(Offered, 250), n(Answered, 230)],
        own: &[],
        text: text!(indicators::quality_of_service_example),
    },
    group: Group::Performance,
    benchmark: Some(Benchmark { value: 90.0, source: text!(indicators::quality_of_service_benchmark) }),
};

pub(super) static SERVICE_LEVEL: Entry = Entry {
    name: text!(indicators::service_level_name),
    short: Some(text!(indicators::service_level_short)),
    aliases_fr: &["taux de service", "niveau de service téléphonique", "décroché en 20 secondes"],
    aliases_en: &["TSF", "telephone service factor"],
    definition: text!(indicators::service_level_definition),
    readings: &[
        ("default", text!(indicators::service_level_default)),
        ("answered", text!(indicators::service_level_answered)),
        ("offered", text!(indicators::service_level_offered)),
        ("offered-minus-short-abandons", text!(indicators::service_level_offered_minus_short_abandons)),
        ("abandoned-within", text!(indicators::service_level_abandoned_within)),
    ],
    caution: text!(indicators::service_level_caution),
    needs: &[
        need(Calls, text!(indicators::columns_of_waits)),
        declared(text!(indicators::service_level_needs_declared)),
    ],
    example: Example {
        inputs: &[n(Offered, 260), n(WaitBase, 230), n(Abandoned, 20), n(AnsweredWithin, 200)],
        own: &[],
        text: text!(indicators::service_level_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static ABANDONMENT_RATE: Entry = Entry {
    name: text!(indicators::abandonment_rate_name),
    short: None,
    aliases_fr: &["abandon", "abandons", "taux d'appels abandonnés", "taux de perte", "appels perdus"],
    aliases_en: &["abandon rate", "call abandonment"],
    definition: text!(indicators::abandonment_rate_definition),
    readings: &[
        ("default", text!(indicators::abandonment_rate_default)),
        ("queued", text!(indicators::abandonment_rate_queued)),
        ("short-excluded", text!(indicators::abandonment_rate_short_excluded)),
        ("callbacks-excluded", text!(indicators::abandonment_rate_callbacks_excluded)),
    ],
    caution: text!(indicators::abandonment_rate_caution),
    needs: &[
        need(Calls, text!(indicators::columns_of_waits)),
        declared(text!(indicators::abandonment_rate_needs_declared)),
    ],
    example: Example {
        inputs: &[n(Offered, 250), n(Abandoned, 20), n(ShortAbandoned, 5)],
        own: &[],
        text: text!(indicators::abandonment_rate_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static AVERAGE_WAIT_TIME: Entry = Entry {
    name: text!(indicators::average_wait_time_name),
    short: Some(text!(indicators::average_wait_time_short)),
    aliases_fr: &[
        "attente",
        "DMA",
        "temps d'attente",
        "durée moyenne d'attente",
        "attente moyenne",
        "délai d'attente",
        "temps d'attente moyen",
    ],
    aliases_en: &["wait time", "waiting time", "queue time", "average queue time"],
    definition: text!(indicators::average_wait_time_definition),
    readings: &[
        ("default", text!(indicators::average_wait_time_default)),
        ("answered", text!(indicators::average_wait_time_answered)),
        ("nonzero", text!(indicators::average_wait_time_nonzero)),
    ],
    caution: text!(indicators::average_wait_time_caution),
    needs: &[need(Calls, text!(indicators::columns_of_waits))],
    example: Example {
        inputs: &[n(WaitBase, 80), s(Wait, 2000), n(AbandonWaitBase, 20), s(AbandonWait, 1600)],
        own: &[],
        text: text!(indicators::average_wait_time_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static AVERAGE_SPEED_OF_ANSWER: Entry = Entry {
    name: text!(indicators::average_speed_of_answer_name),
    short: Some(text!(indicators::average_speed_of_answer_short)),
    aliases_fr: &[
        "délai moyen de décroché",
        "temps moyen de décroché",
        "délai de décroché",
        "temps moyen de réponse",
        "vitesse de réponse",
    ],
    aliases_en: &["speed of answer", "average answer time"],
    definition: text!(indicators::average_speed_of_answer_definition),
    readings: &[
        ("default", text!(indicators::average_speed_of_answer_default)),
        ("ring", text!(indicators::average_speed_of_answer_ring)),
        ("ivr+queue+ring", text!(indicators::average_speed_of_answer_ivr_and_queue_and_ring)),
    ],
    caution: text!(indicators::average_speed_of_answer_caution),
    needs: &[need(Calls, text!(indicators::average_speed_of_answer_needs_calls))],
    example: Example {
        inputs: &[
            n(WaitBase, 80),
            s(Wait, 2000),
            n(RingBase, 80),
            s(Ring, 400),
            n(IvrBase, 80),
            s(IvrWait, 3600),
        ],
        own: &[],
        text: text!(indicators::average_speed_of_answer_example),
    },
    group: Group::Performance,
    benchmark: None,
};
