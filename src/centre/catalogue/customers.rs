//! Entries of customers and tickets.

use super::entry::{Entry, Group, declared, need, text};
use super::example::{Example, bare, n, s};
use crate::centre::fault::TableKind::{Customers, Tickets};
use crate::centre::measure::Measure::{
    Closed, Created, CustomersEnd, CustomersLeft, CustomersNew, CustomersStart, FirstResolution,
    FirstResolutionBase, Resolution, ResolutionBase, Response, ResponseBase,
};

/// The middle one of the first three durations, in minutes.
fn middle(x: &[f64]) -> f64 {
    x[0].min(x[1]).max(x[0].max(x[1]).min(x[2])) / 60.0
}

pub(super) static RETENTION_RATE: Entry = Entry {
    name: text("Taux de rétention", "Retention rate"),
    short: None,
    aliases_fr: &["rétention", "rétention client", "fidélisation", "taux de fidélisation"],
    aliases_en: &["retention", "customer retention"],
    definition: text(
        "Part des clients du début de la période qui le sont encore à la fin ; les nouveaux n’y comptent pas. Le taux dépend de la durée de la \
         période : un mois et un an ne se comparent pas.",
        "Share of the customers of the start who still are at the end; new ones do not count. The rate depends on how long the period is: a \
         month and a year do not compare.",
    ),
    readings: &[(
        "default",
        text(
            "(clients à la fin − nouveaux) ÷ clients au début",
            "(customers at the end − new) ÷ customers at the start",
        ),
    )],
    caution: text(
        "À partir de totaux, un client venu puis reparti dans la période fausse le calcul ; avec les identifiants, on suit la même cohorte.",
        "From totals alone, a customer who comes and leaves within the period spoils it; with ids the same cohort is followed.",
    ),
    needs: &[need(Customers, "client, début, fin", "customer, start, end")],
    example: Example {
        inputs: &[n(CustomersStart, 1000), n(CustomersEnd, 1050), n(CustomersNew, 100)],
        own: &[],
        text: text(
            "{0} clients au début, {1} à la fin dont {2} nouveaux : {=}.",
            "{0} customers at the start, {1} at the end, {2} of them new: {=}.",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static CHURN_RATE: Entry = Entry {
    name: text("Taux d’attrition", "Churn rate"),
    short: None,
    aliases_fr: &["attrition", "taux de churn", "taux de départ", "perte de clients", "taux de résiliation"],
    aliases_en: &["churn", "customer churn", "attrition rate"],
    definition: text(
        "Part des clients du début de la période qui sont partis avant la fin. Elle ne dit pas pourquoi, ni s’ils l’ont choisi : un impayé \
         résilié compte comme un départ.",
        "Share of the customers of the start who left before the end. It says neither why nor whether they chose to: an account closed for \
         non-payment counts as one who left.",
    ),
    readings: &[(
        "default",
        text(
            "clients du début partis ÷ clients au début",
            "customers of the start who left ÷ customers at the start",
        ),
    )],
    caution: text(
        "Attrition et rétention ne font 100 % que sur une même cohorte. L’attrition des agents (départs de salariés) est un autre indicateur.",
        "Churn and retention add to 100% only on one cohort. Attrition of agents (staff who leave) is another figure.",
    ),
    needs: &[need(Customers, "client, début, fin", "customer, start, end")],
    example: Example {
        inputs: &[n(CustomersStart, 1000), n(CustomersLeft, 50)],
        own: &[],
        text: text(
            "Sur {0} clients au début, {1} sont partis : {=}.",
            "Of {0} customers at the start, {1} left: {=}.",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static FIRST_RESPONSE_TIME: Entry = Entry {
    name: text("Délai de première réponse", "First response time"),
    short: Some(text("DPR", "FRT")),
    aliases_fr: &[
        "délai moyen de première réponse",
        "temps de première réponse",
        "première réponse",
        "délai de réponse",
    ],
    aliases_en: &["first reply time", "time to first response"],
    definition: text(
        "Temps moyen entre la création d’un ticket et la première réponse. La médiane se lit à côté, car quelques tickets oubliés tirent la \
         moyenne. Un accusé de réception automatique n’est pas une réponse.",
        "Mean time from the creation of a ticket to the first response. The median is read beside it, for a few forgotten tickets pull the \
         mean. An automatic acknowledgement is no response.",
    ),
    readings: &[
        ("default", text("première réponse − création, en moyenne", "first response − creation, mean")),
        ("median", text("première réponse − création, médiane", "first response − creation, median")),
        (
            "business-hours",
            text("le même en heures d’ouverture, en moyenne", "the same in opening hours, mean"),
        ),
        (
            "business-hours-median",
            text("le même en heures d’ouverture, médiane", "the same in opening hours, median"),
        ),
    ],
    caution: text(
        "Compté en heures calendaires, un ticket du vendredi soir attend tout le week-end ; en heures d’ouverture, non. Les deux ne se \
         comparent pas.",
        "By the calendar, a ticket of Friday evening waits the whole weekend; in opening hours it does not. The two do not compare.",
    ),
    needs: &[
        need(Tickets, "création, première réponse", "creation, first response"),
        declared(
            "horaires d’ouverture `[calendar]` (variante business-hours)",
            "opening hours `[calendar]` (variant business-hours)",
        ),
    ],
    example: Example {
        inputs: &[s(Response, 600), s(Response, 1200), s(Response, 5400), n(ResponseBase, 3)],
        own: &[("median", middle)],
        text: text(
            "{3} tickets ont une réponse après {0}, {1} et {2} : {=} en moyenne, {=median} en médiane.",
            "{3} tickets are answered after {0}, {1} and {2}: a mean of {=}, a median of {=median}.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static RESOLUTION_TIME: Entry = Entry {
    name: text("Délai moyen de résolution", "Resolution time"),
    short: Some(text("ART", "ART")),
    aliases_fr: &[
        "délai de résolution",
        "temps de résolution",
        "délai de traitement",
        "délai moyen de traitement",
        "temps moyen de résolution",
        "DMR",
    ],
    aliases_en: &["average resolution time", "time to resolution", "TTR", "MTTR"],
    definition: text(
        "Temps moyen entre la création d’un ticket et sa dernière résolution, sur les tickets résolus. Les tickets encore ouverts n’y sont pas : \
         la médiane de Kaplan-Meier, qui en tient compte, se lit à côté.",
        "Mean time from the creation of a ticket to its last resolution, over resolved tickets. Open ones are not in it: the Kaplan–Meier \
         median, which reckons with them, is read beside it.",
    ),
    readings: &[
        (
            "default",
            text(
                "dernière résolution − création, moyenne des tickets résolus",
                "last resolution − creation, mean of resolved",
            ),
        ),
        (
            "median",
            text(
                "médiane de Kaplan-Meier, tickets ouverts censurés",
                "Kaplan–Meier median, open tickets censored",
            ),
        ),
        (
            "first",
            text(
                "première résolution − création, moyenne des tickets résolus",
                "first resolution − creation, mean of resolved",
            ),
        ),
    ],
    caution: text(
        "C’est le délai que vit le client, pas la DMT, qui est le temps de travail de l’agent. Clore vite puis rouvrir n’améliore que la \
         variante first.",
        "It is what the customer experiences, not handle time, which is the agent’s work. Closing early and reopening improves only the variant first.",
    ),
    needs: &[need(
        Tickets,
        "création, dernière résolution, première résolution ou réouverture",
        "creation, last resolution, first resolution or reopening",
    )],
    example: Example {
        inputs: &[
            s(Resolution, 7200),
            s(Resolution, 10800),
            s(Resolution, 90000),
            n(ResolutionBase, 3),
            s(FirstResolution, 36000),
            n(FirstResolutionBase, 3),
        ],
        own: &[("median", middle)],
        text: text(
            "{3} tickets sont résolus après {0}, {1} et {2} : {=} en moyenne, {=median} en médiane. Les {5} premières résolutions, {4} en tout, \
             donnent {=first}.",
            "{3} tickets are resolved after {0}, {1} and {2}: a mean of {=}, a median of {=median}. The {5} first resolutions, {4} in all, give \
             {=first}.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static VOLUME: Entry = Entry {
    name: text("Volume de tickets", "Ticket volume"),
    short: None,
    aliases_fr: &[
        "volume",
        "nombre de tickets",
        "tickets créés",
        "demandes traitées",
        "volume de demandes",
        "flux entrant",
    ],
    aliases_en: &["tickets", "tickets created", "requests handled"],
    definition: text(
        "Nombre de tickets créés dans la période, tous canaux écrits ensemble ; les tickets résolus se lisent à côté. Quand on en crée plus \
         qu’on n’en résout, l’encours monte.",
        "Number of tickets created in the period, all written channels together; those resolved are read beside it. When more are created than \
         resolved, the backlog grows.",
    ),
    readings: &[
        ("default", text("tickets créés", "tickets created")),
        ("handled", text("tickets résolus", "tickets resolved")),
    ],
    caution: text(
        "Créés ou traités : « volume » dit l’un ou l’autre selon les équipes. Un ticket rouvert n’est pas un nouveau ticket.",
        "Created or handled: “volume” is either, from team to team. A reopened ticket is not a new one.",
    ),
    needs: &[need(Tickets, "création, résolution", "creation, resolution")],
    example: Example {
        inputs: &[n(Created, 120), n(Closed, 110)],
        own: &[],
        text: text(
            "{0} tickets créés et {1} résolus dans le mois : volume de {=}, {=handled} traités.",
            "{0} tickets created and {1} resolved in the month: a volume of {=}, {=handled} handled.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static BACKLOG: Entry = Entry {
    name: text("Encours", "Backlog"),
    short: None,
    aliases_fr: &[
        "stock",
        "tickets en cours",
        "tickets ouverts",
        "demandes en cours",
        "en-cours",
        "mails en stock",
        "reste à traiter",
    ],
    aliases_en: &["open tickets", "work in progress", "WIP"],
    definition: text(
        "Nombre de demandes (tickets, e-mails, appels en attente) encore ouvertes à la fin de la période, par canal. C’est un stock à un instant : il ne s’additionne pas d’un mois à \
         l’autre. Il ne dit pas l’âge des demandes.",
        "Number of requests (tickets, e-mails, waiting calls) still open at the end of the period, by channel. It is a stock at an instant: it does not add up from month to \
         month. It does not tell how old requests are.",
    ),
    readings: &[(
        "default",
        text("demandes ouvertes à la fin de la période", "requests open at the end of the period"),
    )],
    caution: text(
        "Une moyenne de l’encours sur le mois est un autre chiffre. Un ticket rouvert y reste jusqu’à sa dernière résolution.",
        "A mean of the backlog over the month is another figure. A reopened ticket stays in it until its last resolution.",
    ),
    needs: &[need(Tickets, "canal, création, résolution", "channel, creation, resolution")],
    example: Example {
        inputs: &[bare(40), bare(120), bare(110)],
        own: &[("default", |x| x[0] + x[1] - x[2])],
        text: text(
            "{0} demandes ouvertes au début, {1} créées, {2} résolues : encours de {=}.",
            "{0} requests open at the start, {1} created, {2} resolved: a backlog of {=}.",
        ),
    },
    group: Group::WorkInProgress,
    benchmark: None,
};
