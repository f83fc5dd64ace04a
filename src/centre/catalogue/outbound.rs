//! Entries of outbound calls and of leads.

use super::entry::{Entry, Group, declared, need};
use super::example::{Example, n, s};
use crate::centre::fault::TableKind::{Calls, Leads as LeadTable};
use crate::centre::measure::Measure::{
    Dialled, Leads, LeadsConverted, LeadsDecided, LeadsEver, Machines, MachinesFiltered, NotAnswered,
    OutboundSales, PickupBase, PickupDelay, Reached, RecordBase, RecordGap, Refused,
};

pub(super) static CONNECT_RATE: Entry = Entry {
    name: text!(indicators::connect_rate_name),
    short: None,
    aliases_fr: &[
        "taux de joignabilité",
        "joignabilité",
        "taux de contact",
        "taux de joints",
        "décroché sortant",
    ],
    aliases_en: &["contact rate", "outbound answer rate", "reach rate"],
    definition: text!(indicators::connect_rate_definition),
    readings: &[
        ("default", text!(indicators::connect_rate_default)),
        ("machines", text!(indicators::connect_rate_machines)),
    ],
    caution: text!(indicators::connect_rate_caution),
    needs: &[need(Calls, text!(indicators::columns_of_calls))],
    example: Example {
        inputs: &[n(Dialled, 100), n(Reached, 60), n(Machines, 25)],
        own: &[],
        text: text!(indicators::connect_rate_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static ANSWERING_MACHINE_RATE: Entry = Entry {
    name: text!(indicators::answering_machine_rate_name),
    short: None,
    aliases_fr: &[
        "répondeurs",
        "taux de détection des répondeurs",
        "détection de répondeur",
        "taux de messagerie",
    ],
    aliases_en: &["answering machines", "AMD", "machine detection rate", "voicemail rate"],
    definition: text!(indicators::answering_machine_rate_definition),
    readings: &[
        ("default", text!(indicators::answering_machine_rate_default)),
        ("filtered", text!(indicators::answering_machine_rate_filtered)),
        ("reached-agent", text!(indicators::answering_machine_rate_reached_agent)),
    ],
    caution: text!(indicators::answering_machine_rate_caution),
    needs: &[need(Calls, text!(indicators::answering_machine_rate_needs_calls))],
    example: Example {
        inputs: &[n(Dialled, 100), n(Machines, 25), n(MachinesFiltered, 20)],
        own: &[],
        text: text!(indicators::answering_machine_rate_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static CALL_REJECTION_RATE: Entry = Entry {
    name: text!(indicators::call_rejection_rate_name),
    short: None,
    aliases_fr: &["rejet", "rejet d'appel", "taux de rejet", "taux de refus"],
    aliases_en: &["rejection rate", "refusal rate"],
    definition: text!(indicators::call_rejection_rate_definition),
    readings: &[
        ("default", text!(indicators::call_rejection_rate_default)),
        ("not-reached", text!(indicators::call_rejection_rate_not_reached)),
    ],
    caution: text!(indicators::call_rejection_rate_caution),
    needs: &[need(Calls, text!(indicators::call_rejection_rate_needs_calls))],
    example: Example {
        inputs: &[n(Dialled, 100), n(Refused, 5), n(NotAnswered, 10)],
        own: &[],
        text: text!(indicators::call_rejection_rate_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static OUTBOUND_CONVERSION_RATE: Entry = Entry {
    name: text!(indicators::outbound_conversion_rate_name),
    short: None,
    aliases_fr: &[
        "transformation",
        "taux de conversion sortant",
        "taux de concrétisation",
        "conversion sortante",
    ],
    aliases_en: &["outbound conversion", "sales conversion"],
    definition: text!(indicators::outbound_conversion_rate_definition),
    readings: &[
        ("default", text!(indicators::outbound_conversion_rate_default)),
        ("reached", text!(indicators::outbound_conversion_rate_reached)),
    ],
    caution: text!(indicators::outbound_conversion_rate_caution),
    needs: &[need(Calls, text!(indicators::columns_of_sales))],
    example: Example {
        inputs: &[n(Dialled, 100), n(Reached, 60), n(OutboundSales, 9)],
        own: &[],
        text: text!(indicators::outbound_conversion_rate_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static PREDICTIVE_CONNECT_DELAY: Entry = Entry {
    name: text!(indicators::predictive_connect_delay_name),
    short: Some(text!(indicators::predictive_connect_delay_short)),
    aliases_fr: &["DMA", "temps rétention", "mise en relation automatique", "temps de mise en relation"],
    aliases_en: &["predictive delay", "connect delay", "agent connect delay"],
    definition: text!(indicators::predictive_connect_delay_definition),
    readings: &[("default", text!(indicators::predictive_connect_delay_default))],
    caution: text!(indicators::predictive_connect_delay_caution),
    needs: &[need(Calls, text!(indicators::predictive_connect_delay_needs_calls))],
    example: Example {
        inputs: &[n(PickupBase, 60), s(PickupDelay, 90)],
        own: &[],
        text: text!(indicators::predictive_connect_delay_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static TIME_BETWEEN_RECORDS: Entry = Entry {
    name: text!(indicators::time_between_records_name),
    short: None,
    aliases_fr: &[
        "temps entre deux fiches",
        "temps entre fiches",
        "attente inter-fiches",
        "temps inter-appels",
    ],
    aliases_en: &["wait between records", "idle time between calls"],
    definition: text!(indicators::time_between_records_definition),
    readings: &[("default", text!(indicators::time_between_records_default))],
    caution: text!(indicators::time_between_records_caution),
    needs: &[need(Calls, text!(indicators::time_between_records_needs_calls))],
    example: Example {
        inputs: &[n(RecordBase, 40), s(RecordGap, 1000)],
        own: &[],
        text: text!(indicators::time_between_records_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static LEAD_CONVERSION_RATE: Entry = Entry {
    name: text!(indicators::lead_conversion_rate_name),
    short: None,
    aliases_fr: &[
        "conversion des leads",
        "conversion de leads",
        "conversion des pistes",
        "conversion de prospects",
        "taux de conversion des prospects",
    ],
    aliases_en: &["lead conversion"],
    definition: text!(indicators::lead_conversion_rate_definition),
    readings: &[
        ("default", text!(indicators::lead_conversion_rate_default)),
        ("all", text!(indicators::lead_conversion_rate_all)),
    ],
    caution: text!(indicators::lead_conversion_rate_caution),
    needs: &[
        need(LeadTable, text!(indicators::lead_conversion_rate_needs_lead_table)),
        declared(text!(indicators::lead_conversion_rate_needs_declared)),
    ],
    example: Example {
        inputs: &[n(Leads, 200), n(LeadsDecided, 120), n(LeadsConverted, 18), n(LeadsEver, 22)],
        own: &[],
        text: text!(indicators::lead_conversion_rate_example),
    },
    group: Group::Productivity,
    benchmark: None,
};
