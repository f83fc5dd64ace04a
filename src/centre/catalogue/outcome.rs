//! Entries of what a contact yields and costs: sales, listening, words, euros.

use super::entry::{Entry, Group, declared, need};
use super::example::{Example, bare_eur, bare_percent, bare_s, eur, n};
use crate::centre::fault::TableKind::{Calls, Evaluations, States, Tickets};
use crate::centre::measure::Measure::{
    Answered, CallCost, Closed, Cost, Created, Evaluated, Listening, Messages, Offered, SaleBase, Sales,
    WithKeyword,
};

pub(super) static CALL_CONVERSION_RATE: Entry = Entry {
    name: text!(indicators::call_conversion_rate_name),
    short: None,
    aliases_fr: &["conversion d'appels", "taux de conversion", "conversion", "conversion entrante"],
    aliases_en: &["call conversion", "conversion rate", "inbound conversion rate"],
    definition: text!(indicators::call_conversion_rate_definition),
    readings: &[("default", text!(indicators::call_conversion_rate_default))],
    caution: text!(indicators::call_conversion_rate_caution),
    needs: &[need(Calls, text!(indicators::columns_of_sales))],
    example: Example {
        inputs: &[n(SaleBase, 230), n(Sales, 46)],
        own: &[],
        text: text!(indicators::call_conversion_rate_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static CONVERTED_CALLS: Entry = Entry {
    name: text!(indicators::converted_calls_name),
    short: None,
    aliases_fr: &["nombre de ventes", "ventes", "nombre d'appels convertis"],
    aliases_en: &["sales", "number of sales"],
    definition: text!(indicators::converted_calls_definition),
    readings: &[("default", text!(indicators::converted_calls_default))],
    caution: text!(indicators::converted_calls_caution),
    needs: &[need(Calls, text!(indicators::columns_of_sales))],
    example: Example {
        inputs: &[n(SaleBase, 230), n(Sales, 46)],
        own: &[],
        text: text!(indicators::converted_calls_example),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static COST_PER_INTERACTION: Entry = Entry {
    name: text!(indicators::cost_per_interaction_name),
    short: None,
    aliases_fr: &["coût par contact", "coût de l'interaction", "coût d'un contact"],
    aliases_en: &["cost per contact"],
    definition: text!(indicators::cost_per_interaction_definition),
    readings: &[
        ("default", text!(indicators::cost_per_interaction_default)),
        ("handled", text!(indicators::cost_per_interaction_handled)),
        ("outbound", text!(indicators::cost_per_interaction_outbound)),
    ],
    caution: text!(indicators::cost_per_interaction_caution),
    needs: &[
        need(Calls, text!(indicators::columns_of_calls)),
        need(Tickets, text!(indicators::cost_per_interaction_needs_tickets)),
        declared(text!(indicators::declared_total_cost)),
    ],
    example: Example {
        inputs: &[eur(Cost, 1350), n(Offered, 250), n(Created, 50), n(Answered, 230), n(Closed, 40)],
        own: &[],
        text: text!(indicators::cost_per_interaction_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static COST_PER_CALL: Entry = Entry {
    name: text!(indicators::cost_per_call_name),
    short: None,
    aliases_fr: &["coût de l'appel", "coût d'un appel", "coût à l'appel"],
    aliases_en: &["call cost"],
    definition: text!(indicators::cost_per_call_definition),
    readings: &[
        ("default", text!(indicators::cost_per_call_default)),
        ("handled", text!(indicators::cost_per_call_handled)),
    ],
    caution: text!(indicators::cost_per_call_caution),
    needs: &[
        need(Calls, text!(indicators::columns_of_calls)),
        declared(text!(indicators::declared_total_cost)),
    ],
    example: Example {
        inputs: &[eur(CallCost, 1350), n(Offered, 250), n(Answered, 225)],
        own: &[],
        text: text!(indicators::cost_per_call_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static COST_PER_REQUEST_TYPE: Entry = Entry {
    name: text!(indicators::cost_per_request_type_name),
    short: None,
    aliases_fr: &["coût par motif", "coût par demande", "coût du motif"],
    aliases_en: &["cost per reason", "cost per request"],
    definition: text!(indicators::cost_per_request_type_definition),
    readings: &[
        ("default", text!(indicators::cost_per_request_type_default)),
        ("wage", text!(indicators::cost_per_request_type_wage)),
    ],
    caution: text!(indicators::cost_per_request_type_caution),
    needs: &[
        need(Calls, text!(indicators::cost_per_request_type_needs_calls)),
        need(States, text!(indicators::columns_of_states)),
        declared(text!(indicators::cost_per_request_type_needs_declared)),
    ],
    example: Example {
        inputs: &[bare_s(360), bare_eur(24), bare_percent(80), bare_percent(75), bare_eur(15)],
        own: &[
            ("default", |x| x[0] / 3600.0 * x[1] / (x[2] / 100.0 * x[3] / 100.0)),
            ("wage", |x| x[0] / 3600.0 * x[4]),
        ],
        text: text!(indicators::cost_per_request_type_example),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static ACTIVE_LISTENING_RATE: Entry = Entry {
    name: text!(indicators::active_listening_rate_name),
    short: None,
    aliases_fr: &["écoute active", "qualité d'écoute"],
    aliases_en: &["active listening"],
    definition: text!(indicators::active_listening_rate_definition),
    readings: &[
        ("default", text!(indicators::active_listening_rate_default)),
        ("all", text!(indicators::active_listening_rate_all)),
        ("detected", text!(indicators::active_listening_rate_detected)),
    ],
    caution: text!(indicators::active_listening_rate_caution),
    needs: &[need(Evaluations, text!(indicators::active_listening_rate_needs_evaluations))],
    example: Example {
        inputs: &[n(Answered, 230), n(Evaluated, 40), n(Listening, 30)],
        own: &[],
        text: text!(indicators::active_listening_rate_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static KEYWORD_RATE: Entry = Entry {
    name: text!(indicators::keyword_rate_name),
    short: None,
    aliases_fr: &[
        "mots-clés",
        "mot clé",
        "récurrence de mots-clés",
        "taux de mots-clés",
        "speech analytics",
        "text analytics",
        "analyse de la parole",
    ],
    aliases_en: &["keywords", "keyword frequency"],
    definition: text!(indicators::keyword_rate_definition),
    readings: &[
        ("default", text!(indicators::keyword_rate_default)),
        ("transcripts", text!(indicators::keyword_rate_transcripts)),
    ],
    caution: text!(indicators::keyword_rate_caution),
    needs: &[
        need(Tickets, text!(indicators::keyword_rate_needs_tickets)),
        declared(text!(indicators::keyword_rate_needs_declared)),
    ],
    example: Example {
        inputs: &[n(Messages, 400), n(WithKeyword, 52)],
        own: &[],
        text: text!(indicators::keyword_rate_example),
    },
    group: Group::Activity,
    benchmark: None,
};
