//! Which sheets a contact centre has besides its indicators.

use super::look::Look;
use super::spec::{Show, Spec, named};

const COUNT: Show = Show::Number(Look::Count);
const BASE: Show = Show::Number(Look::Base);
const PERCENT: Show = Show::Number(Look::Percent);
const SHARE: Show = Show::Number(Look::Share(1));
const HOUR: Show = Show::Number(Look::Answer);

/// The week, the waits, the backlog, what goes with satisfaction, the files.
pub(super) const SHEETS: &[Spec] = &[
    Spec {
        id: "centre_heat",
        tab: ("Semaine type", "The week"),
        title: ("La semaine type, heure par heure", "The week, hour by hour"),
        intro: (
            "Appels de toute la période à cette heure de la semaine.",
            "Calls of the whole period at that hour of the week.",
        ),
        columns: &[
            named("weekday", Show::Code, "Jour", "Day"),
            named("hour", HOUR, "Heure", "Hour"),
            named("days", COUNT, "Jours avec appels", "Days with calls"),
            named("offered", COUNT, "Appels offerts", "Calls offered"),
            named("service_level", PERCENT, "Niveau de service", "Service level"),
            named("dialled", COUNT, "Appels émis", "Calls dialled"),
            named("connect_rate", PERCENT, "Décroché des appels émis", "Connect rate"),
        ],
    },
    Spec {
        id: "centre_staffing",
        tab: ("Dimensionnement", "Staffing"),
        title: (
            "Les agents qu’il faut à chaque heure de la semaine",
            "The agents that each hour of the week needs",
        ),
        intro: (
            "Erlang C, au niveau de service visé : personne ne raccroche et les arrivées sont au hasard. À augmenter des pauses et des absences.",
            "Erlang C, at the target of the service level: nobody hangs up and calls come at random. Breaks and absences come on top.",
        ),
        columns: &[
            named("weekday", Show::Code, "Jour", "Day"),
            named("hour", HOUR, "Heure", "Hour"),
            named("calls", Show::Number(Look::Number(1)), "Appels attendus", "Calls expected"),
            named("handle_s", Show::Seconds, "Durée de traitement", "Handle time"),
            named("agents", COUNT, "Agents", "Agents"),
            named("service_level", PERCENT, "Niveau de service", "Service level"),
            named("occupancy", PERCENT, "Occupation", "Occupancy"),
        ],
    },
    Spec {
        id: "centre_durations",
        tab: ("Attentes et durées", "Waits and durations"),
        title: ("Combien de temps on attend et on traite", "How long callers wait and agents handle"),
        intro: (
            "Neuf appels sur dix sont sous le neuvième décile.",
            "Nine calls in ten are under the ninth decile.",
        ),
        columns: &[
            named("id", Show::Code, "Durée", "Duration"),
            named("n", BASE, "Appels", "Calls"),
            named("median", Show::Seconds, "Médiane", "Median"),
            named("p90", Show::Seconds, "Neuvième décile", "Ninth decile"),
            named("longest", Show::Seconds, "La plus longue", "Longest"),
        ],
    },
    Spec {
        id: "centre_backlog",
        tab: ("Encours", "Backlog"),
        title: ("Les demandes ouvertes en fin de journée", "Requests open at the end of the day"),
        intro: ("Tous canaux ensemble, puis canal par canal.", "All channels together, then each."),
        columns: &[
            named("day", Show::Date, "Jour", "Day"),
            named("channel", Show::Whole, "Canal", "Channel"),
            named("open", COUNT, "Demandes ouvertes", "Requests open"),
        ],
    },
    Spec {
        id: "centre_links",
        tab: ("Part des agents", "Share of agents"),
        title: ("Ce que l’agent explique de la satisfaction", "What the agent explains of satisfaction"),
        intro: (
            "Part des différences de score entre agents que rien d’autre de l’appel n’explique.",
            "Share of the differences in score between agents that nothing else of the call explains.",
        ),
        columns: &[
            named("target", Show::Score, "Score", "Score"),
            named("base", BASE, "Réponses reliées", "Answers joined"),
            named("incomplete", COUNT, "Reliées mais incomplètes", "Joined but incomplete"),
            named("agents", COUNT, "Agents", "Agents"),
            named("agent_share", SHARE, "Part des agents", "Share of agents"),
            named("agent_share_low", SHARE, "Borne basse", "Low end"),
            named("agent_share_high", SHARE, "Borne haute", "High end"),
            named("agent_p", Show::Number(Look::Probability), "p", "p"),
        ],
    },
    Spec {
        id: "centre_tables",
        tab: ("Fichiers", "Files"),
        title: ("Les fichiers lus", "The files read"),
        intro: ("Les lignes écartées le sont par centre.toml.", "Rows are left out by centre.toml."),
        columns: &[
            named("kind", Show::Code, "Table", "Table"),
            named("files", Show::Text, "Fichiers", "Files"),
            named("rows", COUNT, "Lignes lues", "Rows read"),
            named("excluded", COUNT, "Lignes écartées", "Rows left out"),
        ],
    },
    Spec {
        id: "centre_faults",
        tab: ("Qualité des données", "Data quality"),
        title: ("Les lignes douteuses et ce qu’elles deviennent", "Doubtful rows and what becomes of them"),
        intro: (
            "Les numéros sont ceux du tableur, titres compris ; les premiers seulement.",
            "Numbers are those of the spreadsheet, header included; the first ones only.",
        ),
        columns: &[
            named("table", Show::Code, "Table", "Table"),
            named("message", Show::Text, "Anomalie", "Fault"),
            named("n", COUNT, "Lignes", "Rows"),
            named("rows", Show::Text, "Lignes du fichier", "Rows of the file"),
        ],
    },
];
