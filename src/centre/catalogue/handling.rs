//! Entries of what agents do with a call: its time, its outcome.

use super::entry::{Entry, Group, declared, need};
use super::example::{Example, n, s};
use crate::centre::fault::TableKind::{Calls, States, Tickets};
use crate::centre::measure::Measure::{
    CaseContacts, Cases, CasesClosed, CasesOnce, Escalated, EscalationBase, HandleBase, Hold, Talk,
    TransferBase, Transferred, Wrap, WrapAlone, WrapBase,
};

pub(super) static AVERAGE_HANDLE_TIME: Entry = Entry {
    name: text!(indicators::average_handle_time_name),
    short: Some(text!(indicators::average_handle_time_short)),
    aliases_fr: &[
        "TMT",
        "temps moyen de traitement",
        "durée de traitement",
        "durée moyenne de traitement d'appel",
    ],
    aliases_en: &["average handling time", "handle time", "handling time"],
    definition: text!(indicators::average_handle_time_definition),
    readings: &[
        ("default", text!(indicators::average_handle_time_default)),
        ("talk+acw", text!(indicators::average_handle_time_talk_and_acw)),
        ("calls+tasks", text!(indicators::average_handle_time_calls_and_tasks)),
    ],
    caution: text!(indicators::average_handle_time_caution),
    needs: &[
        need(Calls, text!(indicators::average_handle_time_needs_calls)),
        need(States, text!(indicators::average_handle_time_needs_states)),
    ],
    example: Example {
        inputs: &[n(HandleBase, 10), s(Talk, 2400), s(Hold, 240), s(Wrap, 480)],
        own: &[],
        text: text!(indicators::average_handle_time_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static AVERAGE_TALK_TIME: Entry = Entry {
    name: text!(indicators::average_talk_time_name),
    short: Some(text!(indicators::average_talk_time_short)),
    aliases_fr: &[
        "durée moyenne de conversation",
        "temps de conversation",
        "durée de communication",
        "temps moyen de conversation",
        "TMC",
    ],
    aliases_en: &["talk time"],
    definition: text!(indicators::average_talk_time_definition),
    readings: &[
        ("default", text!(indicators::average_talk_time_default)),
        ("talk", text!(indicators::average_talk_time_talk)),
    ],
    caution: text!(indicators::average_talk_time_caution),
    needs: &[need(Calls, text!(indicators::average_talk_time_needs_calls))],
    example: Example {
        inputs: &[n(HandleBase, 10), s(Talk, 2400), s(Hold, 240)],
        own: &[],
        text: text!(indicators::average_talk_time_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static AVERAGE_AFTER_CALL_WORK: Entry = Entry {
    name: text!(indicators::average_after_call_work_name),
    short: Some(text!(indicators::average_after_call_work_short)),
    aliases_fr: &[
        "post-appel",
        "temps de post-appel",
        "durée moyenne de post-appel",
        "traitement post-appel",
        "DMPA",
    ],
    aliases_en: &["after-call work", "ACW time", "wrap-up", "wrap-up time", "wrap time"],
    definition: text!(indicators::average_after_call_work_definition),
    readings: &[("default", text!(indicators::average_after_call_work_default))],
    caution: text!(indicators::average_after_call_work_caution),
    needs: &[need(Calls, text!(indicators::average_after_call_work_needs_calls))],
    example: Example {
        inputs: &[n(WrapBase, 10), s(WrapAlone, 480)],
        own: &[],
        text: text!(indicators::average_after_call_work_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static FIRST_CONTACT_RESOLUTION: Entry = Entry {
    name: text!(indicators::first_contact_resolution_name),
    short: Some(text!(indicators::first_contact_resolution_short)),
    aliases_fr: &[
        "taux de résolution au premier contact",
        "résolution au premier appel",
        "taux de résolution au premier appel",
        "once & done",
        "taux de réitération",
        "réitération",
        "taux de réappel",
        "résolution dès le premier contact",
    ],
    aliases_en: &[
        "first call resolution",
        "once and done",
        "one and done",
        "repeat contact rate",
        "repeat call rate",
    ],
    definition: text!(indicators::first_contact_resolution_definition),
    readings: &[
        ("default", text!(indicators::first_contact_resolution_default)),
        ("flag", text!(indicators::first_contact_resolution_flag)),
        ("flag-offered", text!(indicators::first_contact_resolution_flag_offered)),
        ("calls-only", text!(indicators::first_contact_resolution_calls_only)),
        ("no-escalation", text!(indicators::first_contact_resolution_no_escalation)),
    ],
    caution: text!(indicators::first_contact_resolution_caution),
    needs: &[
        need(Calls, text!(indicators::columns_of_cases)),
        need(Tickets, text!(indicators::first_contact_resolution_needs_tickets)),
        declared(text!(indicators::first_contact_resolution_needs_declared)),
    ],
    example: Example {
        inputs: &[n(Cases, 120), n(CasesOnce, 90)],
        own: &[],
        text: text!(indicators::first_contact_resolution_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static CONTACTS_PER_CASE: Entry = Entry {
    name: text!(indicators::contacts_per_case_name),
    short: None,
    aliases_fr: &[
        "nombre d'interactions pour clôturer",
        "contacts par dossier",
        "interactions par dossier",
        "nombre de contacts par dossier",
    ],
    aliases_en: &["contacts per case", "interactions per case", "touches per case"],
    definition: text!(indicators::contacts_per_case_definition),
    readings: &[("default", text!(indicators::contacts_per_case_default))],
    caution: text!(indicators::contacts_per_case_caution),
    needs: &[need(Calls, text!(indicators::columns_of_cases))],
    example: Example {
        inputs: &[n(CasesClosed, 100), n(CaseContacts, 135)],
        own: &[],
        text: text!(indicators::contacts_per_case_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static ESCALATION_RATE: Entry = Entry {
    name: text!(indicators::escalation_rate_name),
    short: None,
    aliases_fr: &["escalade", "taux d'escalade niveau 2", "passage au niveau 2"],
    aliases_en: &["escalation"],
    definition: text!(indicators::escalation_rate_definition),
    readings: &[("default", text!(indicators::escalation_rate_default))],
    caution: text!(indicators::escalation_rate_caution),
    needs: &[
        need(Calls, text!(indicators::escalation_rate_needs_calls)),
        need(Tickets, text!(indicators::escalation_rate_needs_tickets)),
    ],
    example: Example {
        inputs: &[n(EscalationBase, 200), n(Escalated, 14)],
        own: &[],
        text: text!(indicators::escalation_rate_example),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static TRANSFER_RATE: Entry = Entry {
    name: text!(indicators::transfer_rate_name),
    short: None,
    aliases_fr: &["transfert", "transferts", "taux d'appels transférés"],
    aliases_en: &["transfers", "call transfer rate"],
    definition: text!(indicators::transfer_rate_definition),
    readings: &[("default", text!(indicators::transfer_rate_default))],
    caution: text!(indicators::transfer_rate_caution),
    needs: &[need(Calls, text!(indicators::transfer_rate_needs_calls))],
    example: Example {
        inputs: &[n(TransferBase, 230), n(Transferred, 23)],
        own: &[],
        text: text!(indicators::transfer_rate_example),
    },
    group: Group::Performance,
    benchmark: None,
};
