//! Names with several meanings, and names of what is no indicator of its own.

use super::entry::Text;
use crate::centre::indicator::Indicator;

/// A name that means several things, or something that is no indicator of its own.
pub(super) struct Contested {
    /// Names, of both languages.
    pub names: &'static [&'static str],
    /// What it may mean, the most usual first.
    pub indicators: &'static [Indicator],
    /// What to know beside them.
    pub why: Text,
}

/// All of them, no name twice.
pub(super) const CONTESTED: &[Contested] = &[
    Contested {
        names: &["MEA", "mise en attente"],
        indicators: &[Indicator::PredictiveConnectDelay, Indicator::AverageTalkTime],
        why: text!(indicators::contested_mea),
    },
    Contested {
        names: &[
            "mise en garde",
            "temps de mise en garde",
            "durée moyenne de mise en garde",
            "hold",
            "hold time",
            "average hold time",
        ],
        indicators: &[Indicator::AverageTalkTime, Indicator::AverageHandleTime],
        why: text!(indicators::contested_hold),
    },
    Contested {
        names: &["DMA"],
        indicators: &[Indicator::PredictiveConnectDelay, Indicator::AverageWaitTime],
        why: text!(indicators::contested_dma),
    },
    Contested {
        names: &["taux de décroché", "décroché", "taux d'appels décrochés"],
        indicators: &[Indicator::AnswerRate, Indicator::ConnectRate],
        why: text!(indicators::contested_answer_rate),
    },
    Contested {
        names: &["taux de conversion", "conversion", "conversion rate"],
        indicators: &[
            Indicator::CallConversionRate,
            Indicator::OutboundConversionRate,
            Indicator::LeadConversionRate,
        ],
        why: text!(indicators::contested_conversion_rate),
    },
    Contested {
        names: &["taux de réponse", "response rate"],
        indicators: &[Indicator::ResponseRate, Indicator::AnswerRate],
        why: text!(indicators::contested_response_rate),
    },
    Contested {
        names: &["CPA"],
        indicators: &[Indicator::CostPerCall],
        why: text!(indicators::contested_cpa),
    },
    Contested {
        names: &["SLA"],
        indicators: &[Indicator::ServiceLevel],
        why: text!(indicators::contested_sla),
    },
    Contested {
        names: &[
            "taux de réitération",
            "réitération",
            "taux de réappel",
            "repeat contact rate",
            "repeat call rate",
        ],
        indicators: &[Indicator::FirstContactResolution],
        why: text!(indicators::contested_repeat_contact_rate),
    },
    Contested {
        names: &["attrition", "attrition rate"],
        indicators: &[Indicator::ChurnRate],
        why: text!(indicators::contested_attrition),
    },
    Contested {
        names: &[
            "débordement",
            "taux de débordement",
            "reroutage",
            "taux de reroutage",
            "overflow",
            "overflow rate",
        ],
        indicators: &[Indicator::AnswerRate, Indicator::TransferRate],
        why: text!(indicators::contested_overflow_rate),
    },
    Contested {
        names: &[
            "appels muets",
            "taux d'appels muets",
            "abandons prédictifs",
            "silent calls",
            "predictive abandons",
        ],
        indicators: &[Indicator::PredictiveConnectDelay],
        why: text!(indicators::contested_silent_calls),
    },
];
