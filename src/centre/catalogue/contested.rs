//! Names with several meanings, and names of what is no indicator of its own.

use super::entry::{Text, text};
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
        why: text(
            "En appel sortant prédictif, la MEA est le délai entre le décroché du client et l’agent. En entrant, le même sigle désigne la mise \
             en garde : elle n’est pas un indicateur à part, elle entre dans la DMC (et la DMT) ; la mise en garde moyenne est la DMC moins sa \
             variante talk.",
            "In predictive outbound calls it is the delay from the customer’s pick-up to the agent. Inbound centres use it for time on hold: no \
             indicator of its own, it is in average talk time (and handle time); mean hold is average talk time less its variant talk.",
        ),
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
        why: text(
            "La mise en garde n’est pas un indicateur à part : elle entre dans la DMC et dans la DMT. La mise en garde moyenne est la DMC moins sa \
             variante talk.",
            "Hold is no indicator of its own: it is in average talk time and in average handle time. Mean hold is average talk time less its \
             variant talk.",
        ),
    },
    Contested {
        names: &["DMA"],
        indicators: &[Indicator::PredictiveConnectDelay, Indicator::AverageWaitTime],
        why: text(
            "En appel sortant prédictif, la DMA est le délai de mise en relation ; en entrant, c’est la durée moyenne d’attente.",
            "In predictive outbound calls it is the connect delay; for inbound calls it is the average wait (French: durée moyenne d’attente).",
        ),
    },
    Contested {
        names: &["taux de décroché", "décroché", "taux d'appels décrochés"],
        indicators: &[Indicator::AnswerRate, Indicator::ConnectRate],
        why: text(
            "C’est le sens de l’appel qui décide : en entrant, la part des appels offerts qu’un agent a pris ; en sortant, la part des appels émis \
             auxquels une personne a répondu.",
            "The direction of the call decides: inbound, the share of calls offered that an agent took; outbound, the share of calls dialled that a \
             person answered.",
        ),
    },
    Contested {
        names: &["taux de conversion", "conversion", "conversion rate"],
        indicators: &[
            Indicator::CallConversionRate,
            Indicator::OutboundConversionRate,
            Indicator::LeadConversionRate,
        ],
        why: text(
            "Trois taux portent ce nom : ventes sur appels entrants traités, ventes sur appels émis (taux de transformation), leads convertis sur \
             leads contactés.",
            "Three rates bear this name: sales over inbound calls handled, sales over calls dialled, leads converted over leads contacted.",
        ),
    },
    Contested {
        names: &["taux de réponse", "response rate"],
        indicators: &[Indicator::ResponseRate, Indicator::AnswerRate],
        why: text(
            "Pour une enquête, c’est la part des invitations qui ont reçu une réponse ; au téléphone, on l’emploie parfois pour le taux de décroché.",
            "For a survey it is the share of invitations answered; on the telephone it is at times said for the answer rate.",
        ),
    },
    Contested {
        names: &["CPA"],
        indicators: &[Indicator::CostPerCall],
        why: text(
            "Au marketing, CPA est le coût par acquisition, qui n’est pas au catalogue ; ici, c’est le coût par appel.",
            "In marketing it is the cost per acquisition, which is not in the catalogue; here it is the cost per call (French: coût par appel).",
        ),
    },
    Contested {
        names: &["SLA"],
        indicators: &[Indicator::ServiceLevel],
        why: text(
            "Le SLA est l’engagement (80 % en 20 s, par exemple) ; ce qui se mesure est le niveau de service.",
            "The SLA is the commitment (80% in 20 s, say); what is measured is the service level.",
        ),
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
        why: text(
            "Le taux de réitération est le complément à 100 % de la résolution au premier contact.",
            "The repeat contact rate is what first contact resolution lacks to 100%.",
        ),
    },
    Contested {
        names: &["attrition", "attrition rate"],
        indicators: &[Indicator::ChurnRate],
        why: text(
            "L’attrition est ici celle des clients ; celle des agents (départs de salariés) n’est pas au catalogue.",
            "Attrition is that of customers here; that of agents (staff who leave) is not in the catalogue.",
        ),
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
        why: text(
            "Le débordement (reroutage d’un appel en file vers un autre centre) n’est pas un indicateur à part : ces appels sont parmi les appels \
             offerts du taux de décroché, ni pris ni abandonnés. Une fois l’appel pris, c’est un transfert.",
            "Overflow (a queued call sent to another centre) is no indicator of its own: these calls are among those offered of the answer rate, \
             neither answered nor abandoned. Once answered, it is a transfer.",
        ),
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
        why: text(
            "Les appels muets (client parti avant qu’un agent ne prenne l’appel) ne sont pas un indicateur à part : ils sont comptés à côté du délai \
             de mise en relation, et hors de sa moyenne.",
            "Silent calls (the customer left before an agent took the call) are no indicator of their own: they are counted beside the connect \
             delay, and out of its mean.",
        ),
    },
];
