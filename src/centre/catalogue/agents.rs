//! Entries of agents' time.

use super::entry::{Entry, Group, declared, need, text};
use super::example::{Example, hours, n};
use crate::centre::fault::TableKind::{Roster, States};
use crate::centre::measure::Measure::{
    AbsencePlanned, AbsenceUnplanned, AgentDays, Available, Handling, Paid, Pause, Scheduled, StateDays,
};

pub(super) static OCCUPANCY: Entry = Entry {
    name: text("Taux d’occupation", "Occupancy"),
    short: None,
    aliases_fr: &["occupation", "occupation des agents", "taux d'occupation des agents"],
    aliases_en: &["occupancy rate", "agent occupancy"],
    definition: text(
        "Part du temps de traitement dans le temps où l’agent traite ou attend un appel, pauses exclues. Trop bas, on paie de l’attente ; \
         trop haut, les agents s’épuisent et les files s’allongent (l’usage fixe la limite entre 85 et 90 %).",
        "Share of handling in the time when agents handle or wait for a call, pauses out. Too low, waiting is paid for; too high, agents wear out and queues grow (usage puts the limit between 85 and 90%).",
    ),
    readings: &[
        ("default", text("traitement ÷ (traitement + disponible)", "handling ÷ (handling + available)")),
        (
            "with-pause",
            text(
                "traitement ÷ (traitement + pause + disponible)",
                "handling ÷ (handling + pause + available)",
            ),
        ),
    ],
    caution: text(
        "Certains comptent les pauses au dénominateur, d’autres l’attente en ligne au numérateur. Le taux dépend de la taille de l’équipe : \
         une grande équipe peut être plus occupée à service égal.",
        "Some put pauses in the denominator, others the wait on line in the numerator. It depends on the size of the team: a large one can be busier at the same \
         service.",
    ),
    needs: &[
        need(States, "agent, état, début, fin", "agent, state, start, end"),
        declared(
            "sans table d’états `activity.logged_s`, `activity.pause_s`",
            "without a table of states `activity.logged_s`, `activity.pause_s`",
        ),
    ],
    example: Example {
        inputs: &[hours(Handling, 20), hours(Available, 5), hours(Pause, 3)],
        own: &[],
        text: text(
            "{0} de traitement, {1} de disponibilité, {2} de pause : {=} ({=with-pause} si l’on compte la pause).",
            "{0} of handling, {1} available, {2} of pause: {=} ({=with-pause} with pauses).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static UTILISATION: Entry = Entry {
    name: text("Taux d’utilisation", "Utilisation"),
    short: None,
    aliases_fr: &["utilisation", "utilisation des agents", "taux d'utilisation des agents"],
    aliases_en: &["utilization", "utilisation rate", "agent utilisation", "agent utilization"],
    definition: text(
        "Part du temps payé où l’agent traite des demandes ou est prêt à le faire. Le reste est pauses, formations, réunions : du temps utile \
         aussi, qu’il faut prévoir au planning.",
        "Share of the time paid for in which agents handle requests or stand ready. The rest is pauses, training, meetings: useful time too, \
         to be planned for.",
    ),
    readings: &[
        ("default", text("(traitement + disponible) ÷ temps payé", "(handling + available) ÷ paid time")),
        ("handling/paid", text("traitement ÷ temps payé", "handling ÷ paid time")),
    ],
    caution: text(
        "Rapporter les seules heures en ligne au temps payé donne un autre taux, plus bas, sous le même nom. Ce n’est pas non plus le taux \
         d’occupation.",
        "Hours on calls over paid time give another, lower rate under the same name. Nor is it occupancy.",
    ),
    needs: &[
        need(States, "agent, état, début, fin", "agent, state, start, end"),
        declared(
            "sans table d’états `activity.logged_s`, `activity.pause_s`, `activity.paid_s`",
            "without a table of states `activity.logged_s`, `activity.pause_s`, `activity.paid_s`",
        ),
    ],
    example: Example {
        inputs: &[hours(Paid, 8), hours(Handling, 6), hours(Available, 1)],
        own: &[],
        text: text(
            "Une journée payée {0}, dont {1} de traitement et {2} de disponibilité : {=} ({=handling/paid} pour le seul traitement).",
            "A day paid for {0}, {1} of it handling and {2} available: {=} ({=handling/paid} for handling alone).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static BREAK_TIME: Entry = Entry {
    name: text("Temps de pause", "Break time"),
    short: None,
    aliases_fr: &["pause", "durée de pause", "temps de pause moyen"],
    aliases_en: &["break", "pause time"],
    definition: text(
        "Temps de pause moyen par agent et par jour de présence. Il ne dit pas si les pauses tombent au bon moment : dix minutes à l’heure de \
         pointe pèsent plus que vingt à midi.",
        "Mean pause of an agent a day of presence. It does not say whether pauses fall at the right time: ten minutes in the rush weigh more \
         than twenty at noon.",
    ),
    readings: &[
        ("default", text("pause ÷ (agents × jours de présence)", "pause ÷ (agents × days of presence)")),
        (
            "pause+idle",
            text(
                "(pause + disponible) ÷ (agents × jours de présence)",
                "(pause + available) ÷ (agents × days of presence)",
            ),
        ),
    ],
    caution: text(
        "Certains appellent pause tout le temps hors fiche : l’attente d’un appel y entre alors, qui n’est pas le fait de l’agent.",
        "Some call pause all the time off a record: waiting for a call is then in it, which is not the agent’s doing.",
    ),
    needs: &[need(States, "agent, état, début, fin", "agent, state, start, end")],
    example: Example {
        inputs: &[n(StateDays, 10), hours(Pause, 8), hours(Available, 10)],
        own: &[],
        text: text(
            "{0} journées d’agent, {1} de pause en tout : {=} par jour ({=pause+idle} avec les {2} de disponibilité).",
            "{0} days of agents, {1} of pause in all: {=} a day ({=pause+idle} with the {2} available).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static AGENT_DAYS: Entry = Entry {
    name: text("Jours agents travaillés", "Agent days"),
    short: None,
    aliases_fr: &[
        "jours agents",
        "jours travaillés",
        "jours-hommes",
        "journées agents",
        "nombre de jours agents",
    ],
    aliases_en: &["agent-days", "days worked"],
    definition: text(
        "Nombre de couples (agent, jour) où l’agent a travaillé, par mois. Une heure de présence compte pour un jour : ce n’est ni un effectif, \
         ni un équivalent temps plein.",
        "Number of pairs of agent and day with work, by month. An hour of presence counts as a day: it is neither a head count nor a full-time \
         equivalent.",
    ),
    readings: &[(
        "default",
        text("couples distincts (agent, jour) avec du travail", "distinct (agent, day) with work"),
    )],
    caution: text(
        "Les temps partiels comptent autant que les temps pleins : pour la capacité, prendre les heures planifiées.",
        "Part time counts as much as full time: for capacity, take the hours scheduled.",
    ),
    needs: &[need(States, "agent, état, début, fin", "agent, state, start, end")],
    example: Example {
        inputs: &[n(AgentDays, 180)],
        own: &[],
        text: text(
            "Neuf agents présents vingt jours chacun : {0} couples distincts, soit {=}.",
            "Nine agents present for twenty days each: {0} distinct pairs, that is {=}.",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static ABSENCE_RATE: Entry = Entry {
    name: text("Taux d’absentéisme", "Absence rate"),
    short: None,
    aliases_fr: &["absentéisme", "absence", "absences", "taux d'absence"],
    aliases_en: &["absenteeism", "absenteeism rate"],
    definition: text(
        "Part des heures planifiées perdues par une absence imprévue : maladie, accident, retard. Les congés et les formations n’y sont pas. Les \
         motifs ne sont jamais montrés : seulement prévu ou imprévu.",
        "Share of the hours scheduled that unplanned absence took: illness, accident, lateness. Leave and training are not in it. Reasons are \
         never shown: only planned or unplanned.",
    ),
    readings: &[
        (
            "default",
            text(
                "heures d’absence imprévue ÷ heures planifiées",
                "hours of unplanned absence ÷ hours scheduled",
            ),
        ),
        (
            "all",
            text(
                "heures d’absence, prévue ou non ÷ heures planifiées",
                "hours of absence, planned or not ÷ hours scheduled",
            ),
        ),
    ],
    caution: text(
        "Avec les congés, le taux monte chaque été : dire lequel on publie.",
        "With leave the rate rises every summer: say which one is published.",
    ),
    needs: &[need(
        Roster,
        "agent, date, heures planifiées, heures d’absence, motif",
        "agent, date, hours scheduled, hours absent, reason",
    )],
    example: Example {
        inputs: &[hours(Scheduled, 1000), hours(AbsenceUnplanned, 60), hours(AbsencePlanned, 80)],
        own: &[],
        text: text(
            "Planifié : {0}. Absence imprévue : {1} ; prévue : {2}. Taux de {=} ({=all} tout compris).",
            "Scheduled: {0}. Unplanned absence: {1}; planned: {2}. A rate of {=} ({=all} all told).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};
