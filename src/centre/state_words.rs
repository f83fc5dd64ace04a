//! What agents are doing, in the words of telephone systems.

use super::state::StateKind;
use crate::study::fold;

/// Words of states, folded; a cell that holds one of them among others has that state.
const WORDS: &[(StateKind, &[&str])] = &[
    (
        StateKind::Disconnected,
        &[
            "deconnecte",
            "deconnexion",
            "disconnected",
            "logged out",
            "logout",
            "offline",
            "hors ligne",
            "absent",
            "logged off",
        ],
    ),
    (
        StateKind::Pause,
        &[
            "pause",
            "break",
            "dejeuner",
            "lunch",
            "repas",
            "pause dejeuner",
            "pause cafe",
            "pause ecran",
            "rest",
        ],
    ),
    (
        StateKind::OtherPaid,
        &[
            "formation",
            "training",
            "reunion",
            "meeting",
            "coaching",
            "brief",
            "briefing",
            "debrief",
            "syndicat",
            "incident",
            "panne",
            "administratif",
            "delegation",
        ],
    ),
    (
        StateKind::Handling,
        &[
            "en appel",
            "appel",
            "appel entrant",
            "appel sortant",
            "en communication",
            "communication",
            "conversation",
            "on call",
            "talking",
            "talk",
            "hold",
            "mise en garde",
            "en garde",
            "post-appel",
            "post appel",
            "acw",
            "after call work",
            "wrap",
            "wrap-up",
            "wrapup",
            "travail post-appel",
            "tickets",
            "ticket",
            "e-mail",
            "email",
            "mail",
            "mails",
            "chat",
            "back-office",
            "back office",
            "traitement",
            "handling",
            "occupe",
            "busy",
            "in call",
            "oncall",
            "sonnerie",
            "ringing",
            "sortant",
            "outbound",
            "numerotation",
        ],
    ),
    (
        StateKind::Available,
        &[
            "disponible",
            "available",
            "libre",
            "pret",
            "ready",
            "idle",
            "attente",
            "en attente",
            "attente appel",
            "attente d'appel",
            "waiting",
            "en attente d'appel",
        ],
    ),
];

/// The state that a cell names.
pub(super) fn of_word(cell: &str) -> Option<StateKind> {
    let folded = fold(cell);
    let whole = WORDS.iter().find(|(_, words)| words.contains(&folded.as_str()));
    let part = || {
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        WORDS.iter().find(|(_, known)| words.iter().any(|word| known.contains(word)))
    };
    whole.or_else(part).map(|(state, _)| *state)
}

/// The state of that name in centre.toml.
pub(super) fn of_id(id: &str) -> Option<StateKind> {
    Some(match id {
        "handling" => StateKind::Handling,
        "available" => StateKind::Available,
        "pause" => StateKind::Pause,
        "other" => StateKind::OtherPaid,
        "disconnected" => StateKind::Disconnected,
        _ => return None,
    })
}

/// The name of a state in centre.toml.
pub(super) fn id(state: StateKind) -> &'static str {
    match state {
        StateKind::Handling => "handling",
        StateKind::Available => "available",
        StateKind::Pause => "pause",
        StateKind::OtherPaid => "other",
        StateKind::Disconnected => "disconnected",
    }
}

/// The names that [`of_id`] knows.
pub(super) const IDS: [&str; 5] = ["handling", "available", "pause", "other", "disconnected"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_by_their_words() {
        for (cell, state) in [
            ("Disponible", StateKind::Available),
            ("En appel", StateKind::Handling),
            ("Post-appel", StateKind::Handling),
            ("Pause déjeuner", StateKind::Pause),
            ("Formation", StateKind::OtherPaid),
            ("Déconnecté", StateKind::Disconnected),
            ("En attente d’appel", StateKind::Available),
        ] {
            assert_eq!(of_word(cell), Some(state), "{cell}");
        }
        assert_eq!(of_word("Décroché"), None);
        assert!(IDS.iter().all(|name| of_id(name).map(id) == Some(*name)));
    }
}
