//! Entries of what answers give: satisfaction, recommendation, effort.

use super::entry::{Entry, Group, declared, need};
use super::example::{Example, bare, n};
use crate::centre::fault::TableKind::{AgentSurvey, Survey};
use crate::centre::measure::Measure::{Rated, RatedTop};

pub(super) static CSAT: Entry = Entry {
    name: text!(indicators::csat_name),
    short: Some(text!(indicators::csat_short)),
    aliases_fr: &[
        "satisfaction",
        "satisfaction client",
        "taux de satisfaction",
        "note de satisfaction",
        "score de satisfaction",
    ],
    aliases_en: &["customer satisfaction score", "satisfaction rate", "satisfaction score"],
    definition: text!(indicators::csat_definition),
    readings: &[
        ("default", text!(indicators::csat_default)),
        ("mean", text!(indicators::csat_mean)),
        ("yes-no", text!(indicators::csat_yes_no)),
        ("top-box", text!(indicators::csat_top_box)),
    ],
    caution: text!(indicators::csat_caution),
    needs: &[need(Survey, text!(indicators::csat_needs_survey))],
    example: Example {
        inputs: &[n(Rated, 200), n(RatedTop, 150)],
        own: &[],
        text: text!(indicators::csat_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static NPS: Entry = Entry {
    name: text!(indicators::nps_name),
    short: Some(text!(indicators::nps_short)),
    aliases_fr: &["recommandation", "recommandation client", "taux de recommandation"],
    aliases_en: &["recommendation", "promoter score"],
    definition: text!(indicators::nps_definition),
    readings: &[("default", text!(indicators::nps_default))],
    caution: text!(indicators::nps_caution),
    needs: &[need(Survey, text!(indicators::recommendation_from_0_to_10))],
    example: Example {
        inputs: &[bare(50), bare(30), bare(20)],
        own: &[("default", |x| 100.0 * (x[0] - x[2]) / (x[0] + x[1] + x[2]))],
        text: text!(indicators::nps_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static CES: Entry = Entry {
    name: text!(indicators::ces_name),
    short: Some(text!(indicators::ces_short)),
    aliases_fr: &["effort client", "effort", "facilité", "score d'effort"],
    aliases_en: &["effort score", "customer effort", "ease"],
    definition: text!(indicators::ces_definition),
    readings: &[("default", text!(indicators::ces_default)), ("easy", text!(indicators::ces_easy))],
    caution: text!(indicators::ces_caution),
    needs: &[need(Survey, text!(indicators::ces_needs_survey))],
    example: Example {
        inputs: &[bare(6), bare(2), bare(2)],
        own: &[
            ("default", |x| (7.0 * x[0] + 5.0 * x[1] + 2.0 * x[2]) / (x[0] + x[1] + x[2])),
            ("easy", |x| 100.0 * (x[0] + x[1]) / (x[0] + x[1] + x[2])),
        ],
        text: text!(indicators::ces_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static ENPS: Entry = Entry {
    name: text!(indicators::enps_name),
    short: Some(text!(indicators::enps_short)),
    aliases_fr: &["NPS collaborateur", "NPS salarié", "NPS agents"],
    aliases_en: &["employee NPS", "employer recommendation"],
    definition: text!(indicators::enps_definition),
    readings: &[("default", text!(indicators::enps_default))],
    caution: text!(indicators::enps_caution),
    needs: &[need(AgentSurvey, text!(indicators::recommendation_from_0_to_10))],
    example: Example {
        inputs: &[bare(8), bare(7), bare(5)],
        own: &[("default", |x| 100.0 * (x[0] - x[2]) / (x[0] + x[1] + x[2]))],
        text: text!(indicators::enps_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static AGENT_SATISFACTION: Entry = Entry {
    name: text!(indicators::agent_satisfaction_name),
    short: None,
    aliases_fr: &[
        "satisfaction agent",
        "satisfaction des conseillers",
        "satisfaction collaborateur",
        "satisfaction des salariés",
    ],
    aliases_en: &["employee satisfaction", "ESAT"],
    definition: text!(indicators::agent_satisfaction_definition),
    readings: &[
        ("default", text!(indicators::agent_satisfaction_default)),
        ("headcount", text!(indicators::agent_satisfaction_headcount)),
    ],
    caution: text!(indicators::agent_satisfaction_caution),
    needs: &[
        need(AgentSurvey, text!(indicators::agent_satisfaction_needs_agent_survey)),
        declared(text!(indicators::agent_satisfaction_needs_declared)),
    ],
    example: Example {
        inputs: &[bare(20), bare(16), bare(12)],
        own: &[("default", |x| 100.0 * x[2] / x[1]), ("headcount", |x| 100.0 * x[2] / x[0])],
        text: text!(indicators::agent_satisfaction_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static RESPONSE_RATE: Entry = Entry {
    name: text!(indicators::response_rate_name),
    short: None,
    aliases_fr: &["taux de réponse", "participation", "taux de participation", "taux de retour"],
    aliases_en: &["response rate", "participation rate"],
    definition: text!(indicators::response_rate_definition),
    readings: &[("default", text!(indicators::response_rate_default))],
    caution: text!(indicators::response_rate_caution),
    needs: &[
        need(Survey, text!(indicators::response_rate_needs_survey)),
        declared(text!(indicators::response_rate_needs_declared)),
    ],
    example: Example {
        inputs: &[bare(2000), bare(480)],
        own: &[("default", |x| 100.0 * x[1] / x[0])],
        text: text!(indicators::response_rate_example),
    },
    group: Group::Satisfaction,
    benchmark: None,
};
