//! How a call ended, and the words that say so.

use serde::{Deserialize, Serialize};

use super::place::Direction;
use crate::study::fold;

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// An agent took it; outbound, a person answered it.
    Answered,
    /// The caller left before an agent came; outbound, a person picked up and left before an agent came.
    Abandoned,
    /// The voice menu served it, or sent it to a site or an application.
    SelfService,
    /// It was sent to another centre.
    Overflow,
    /// The caller left the queue for a call back.
    Callback,
    /// A message said that the centre is closed or full.
    Dissuaded,
    /// The caller was sent to a voicemail.
    Voicemail,
    /// It came outside the opening hours.
    OutOfHours,
    /// A machine answered, and an agent heard it.
    Machine,
    /// A machine answered, and the dialler kept it from the agents.
    MachineFiltered,
    /// Nobody answered, or the line was busy.
    NoAnswer,
    /// The person refused the call.
    Refused,
    /// No call of a customer: counted nowhere.
    Excluded,
}

/// Words of exports, in French and English; folded, parts of a cell count too where the whole is not known.
const WORDS: &[(Outcome, &[&str])] = &[
    (
        Outcome::MachineFiltered,
        &[
            "repondeur filtre",
            "machine filtree",
            "machine filtered",
            "filtered machine",
            "machine_filtered",
            "amd",
        ],
    ),
    (
        Outcome::Machine,
        &[
            "repondeur",
            "machine",
            "answering machine",
            "repondeur agent",
            "voicemail reached",
            "messagerie du client",
        ],
    ),
    (
        Outcome::Voicemail,
        &["voicemail", "messagerie", "boite vocale", "message vocal", "hors horaires - repondeur"],
    ),
    (
        Outcome::Dissuaded,
        &[
            "dissuade",
            "dissuaded",
            "dissuasion",
            "message de fermeture",
            "hors horaires - dissuade",
            "sature",
        ],
    ),
    (
        Outcome::OutOfHours,
        &[
            "out_of_hours",
            "out of hours",
            "hors horaires",
            "hno",
            "ferme",
            "closed",
            "fermeture",
            "hors heures ouvrees",
        ],
    ),
    (
        Outcome::SelfService,
        &[
            "selfcare",
            "self care",
            "self-care",
            "self-service",
            "self service",
            "selfservice",
            "libre-service",
            "svi",
            "ivr",
            "serveur vocal",
        ],
    ),
    (Outcome::Overflow, &["debordement", "overflow", "deborde", "reroute", "reroutage"]),
    (
        Outcome::Callback,
        &["rappel", "callback", "call back", "rappel demande", "web callback", "rappel programme"],
    ),
    (Outcome::Refused, &["refuse", "refused", "rejected", "rejete", "rejet", "declined", "raccroche"]),
    (
        Outcome::NoAnswer,
        &[
            "no_answer",
            "no answer",
            "non-reponse",
            "non reponse",
            "sans reponse",
            "pas de reponse",
            "busy",
            "occupe",
            "injoignable",
            "ne repond pas",
            "echec",
            "failed",
            "faux numero",
        ],
    ),
    (
        Outcome::Abandoned,
        &[
            "abandoned",
            "abandonne",
            "abandon",
            "hang",
            "hangup",
            "hang up",
            "appel muet",
            "silent",
            "perdu",
            "lost",
            "missed",
            "manque",
            "non decroche",
            "non traite",
            "raccroche en attente",
        ],
    ),
    (
        Outcome::Answered,
        &[
            "answered",
            "decroche",
            "repondu",
            "traite",
            "handled",
            "agent",
            "pris",
            "humain",
            "human",
            "person",
            "completed",
            "termine",
            "connected",
            "abouti",
            "servi",
            "repondu par un agent",
            "contact",
        ],
    ),
    (Outcome::Excluded, &["phantom", "test", "fantome"]),
];

/// Beginnings of words that tell an outcome within a longer text; what is denied before what it denies.
const PARTS: &[(Outcome, &[&str])] = &[
    (Outcome::Abandoned, &["abandon", "raccroch", "dropped", "hung up", "hang up"]),
    (
        Outcome::NoAnswer,
        &[
            "non decroch",
            "pas decroch",
            "non repon",
            "sans repon",
            "pas repon",
            "no answer",
            "not answered",
            "unanswered",
            "missed",
            "non trait",
            "occupe",
            "busy",
        ],
    ),
    (Outcome::SelfService, &["selfcare", "self-service", "self service"]),
    (Outcome::Overflow, &["debord", "overflow"]),
    (Outcome::Callback, &["rappel", "callback", "call back"]),
    (Outcome::Dissuaded, &["dissua"]),
    (Outcome::OutOfHours, &["hors horaire", "hors heures", "out of hours"]),
    (Outcome::Voicemail, &["voicemail", "messagerie"]),
    (Outcome::Machine, &["repondeur", "machine"]),
    (Outcome::Answered, &["decroch", "repondu", "answered", "traite", "handled", "abouti"]),
];

impl Outcome {
    /// What a cell says, by the words of exports.
    ///
    /// ```
    /// use barometre::centre::Outcome;
    /// assert_eq!(Outcome::of_word("Abandonné"), Some(Outcome::Abandoned));
    /// assert_eq!(Outcome::of_word("Hors horaires – répondeur"), Some(Outcome::Voicemail));
    /// assert_eq!(Outcome::of_word("Raccroché par le client"), Some(Outcome::Abandoned));
    /// assert_eq!(Outcome::of_word("Appel non décroché"), Some(Outcome::NoAnswer));
    /// assert_eq!(Outcome::of_word("bleu"), None);
    /// ```
    #[must_use]
    pub fn of_word(cell: &str) -> Option<Self> {
        let folded = fold(cell).replace(['–', '—'], "-").replace(" / ", " - ");
        let whole = WORDS.iter().find(|(_, words)| words.contains(&folded.as_str()));
        let part = || PARTS.iter().find(|(_, parts)| parts.iter().any(|part| folded.contains(part)));
        whole.or_else(part).map(|(outcome, _)| *outcome)
    }

    /// Every outcome.
    pub const ALL: &[Self] = &[
        Self::Answered,
        Self::Abandoned,
        Self::SelfService,
        Self::Overflow,
        Self::Callback,
        Self::Dissuaded,
        Self::Voicemail,
        Self::OutOfHours,
        Self::Machine,
        Self::MachineFiltered,
        Self::NoAnswer,
        Self::Refused,
        Self::Excluded,
    ];

    /// The outcome of that name in centre.toml.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|outcome| outcome.id() == id)
    }

    /// The outcome of a call of which only this is known.
    #[must_use]
    pub fn of_answered(answered: bool) -> Self {
        if answered { Self::Answered } else { Self::Abandoned }
    }

    /// Its name in centre.toml.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Abandoned => "abandoned",
            Self::SelfService => "self_service",
            Self::Overflow => "overflow",
            Self::Callback => "callback",
            Self::Dissuaded => "dissuaded",
            Self::Voicemail => "voicemail",
            Self::OutOfHours => "out_of_hours",
            Self::Machine => "machine",
            Self::MachineFiltered => "machine_filtered",
            Self::NoAnswer => "no_answer",
            Self::Refused => "refused",
            Self::Excluded => "excluded",
        }
    }

    /// The direction of a call that only one of them can end so, where the file does not say it. A call that nobody
    /// answered may be either: it is taken for inbound.
    #[must_use]
    pub fn direction(self) -> Option<Direction> {
        match self {
            Self::Machine | Self::MachineFiltered => Some(Direction::Outbound),
            Self::SelfService
            | Self::Overflow
            | Self::Callback
            | Self::Dissuaded
            | Self::Voicemail
            | Self::OutOfHours => Some(Direction::Inbound),
            Self::Answered | Self::Abandoned | Self::NoAnswer | Self::Refused | Self::Excluded => None,
        }
    }

    /// The outcome of a call of that direction: a call that came in and that nobody answered was abandoned.
    #[must_use]
    pub fn towards(self, direction: Direction) -> Self {
        match (direction, self) {
            (Direction::Inbound, Self::NoAnswer | Self::Refused) => Self::Abandoned,
            (_, outcome) => outcome,
        }
    }
}

impl Direction {
    /// What a cell says: `Entrant`, `out`, `Appel sortant`.
    #[must_use]
    pub fn of_word(cell: &str) -> Option<Self> {
        let folded = fold(cell);
        let word = folded.split(|c: char| !c.is_alphanumeric()).rfind(|w| !w.is_empty())?;
        match word {
            "in" | "inbound" | "entrant" | "entrants" | "entrante" | "entree" | "e" | "reception"
            | "recu" | "incoming" => Some(Self::Inbound),
            "out" | "outbound" | "sortant" | "sortants" | "sortante" | "sortie" | "s" | "emission"
            | "emis" | "outgoing" => Some(Self::Outbound),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_stand_for_one_outcome() {
        let all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        for (i, word) in all.iter().enumerate() {
            assert_eq!(fold(word), **word);
            assert!(!all[..i].contains(word), "{word}");
        }
        assert_eq!(Direction::of_word("Appel sortant"), Some(Direction::Outbound));
        assert_eq!(Direction::of_word("Facturation"), None);
    }
}
