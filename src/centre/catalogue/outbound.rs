//! Entries of outbound calls and of leads.

use super::entry::{Entry, Group, declared, need, text};
use super::example::{Example, n, s};
use crate::centre::fault::TableKind::{Calls, Leads as LeadTable};
use crate::centre::measure::Measure::{
    Dialled, Leads, LeadsConverted, LeadsDecided, LeadsEver, Machines, MachinesFiltered, NotAnswered,
    OutboundSales, PickupBase, PickupDelay, Reached, RecordBase, RecordGap, Refused,
};

pub(super) static CONNECT_RATE: Entry = Entry {
    name: text("Taux de décroché sortant", "Connect rate"),
    short: None,
    aliases_fr: &[
        "taux de joignabilité",
        "joignabilité",
        "taux de contact",
        "taux de joints",
        "décroché sortant",
    ],
    aliases_en: &["contact rate", "outbound answer rate", "reach rate"],
    definition: text(
        "Part des appels émis auxquels une personne a répondu. Les répondeurs n’y sont pas. Le taux dépend surtout de l’heure, du jour et \
         du numéro affiché, et peu des agents.",
        "Share of the calls dialled that a person answered. Answering machines are not in it. The rate depends mostly on the hour, the \
         day and the number displayed, and little on agents.",
    ),
    readings: &[
        ("default", text("répondus par une personne ÷ émis", "answered by a person ÷ dialled")),
        (
            "machines",
            text(
                "répondus par une personne ou un répondeur ÷ émis",
                "answered by a person or a machine ÷ dialled",
            ),
        ),
    ],
    caution: text(
        "En entrant, « taux de décroché » est la part des appels offerts pris par un agent : c’est le sens de l’appel qui décide. Compter \
         les répondeurs gonfle le taux.",
        "The French name is also that of the inbound answer rate: the direction of the call decides. Counting machines swells the rate.",
    ),
    needs: &[need(Calls, "sens, date et heure, issue", "direction, date and time, outcome")],
    example: Example {
        inputs: &[n(Dialled, 100), n(Reached, 60), n(Machines, 25)],
        own: &[],
        text: text(
            "Sur {0} appels émis, {1} clients répondent et {2} répondeurs : {=} ({=machines} si l’on compte les répondeurs).",
            "Of {0} calls dialled, {1} customers answer and {2} machines: {=} ({=machines} with machines).",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static ANSWERING_MACHINE_RATE: Entry = Entry {
    name: text("Taux de répondeurs", "Answering machine rate"),
    short: None,
    aliases_fr: &[
        "répondeurs",
        "taux de détection des répondeurs",
        "détection de répondeur",
        "taux de messagerie",
    ],
    aliases_en: &["answering machines", "AMD", "machine detection rate", "voicemail rate"],
    definition: text(
        "Part des appels émis qui tombent sur un répondeur. Elle se partage en deux : les répondeurs que l’automate a écartés, qui ne \
         coûtent rien à l’agent, et ceux qui lui sont parvenus.",
        "Share of the calls dialled that a machine answered. It has two parts: machines that the dialler kept away, which cost agents \
         nothing, and those that reached one.",
    ),
    readings: &[
        ("default", text("répondeurs ÷ émis", "machines ÷ dialled")),
        ("filtered", text("répondeurs écartés par l’automate ÷ émis", "machines kept from agents ÷ dialled")),
        (
            "reached-agent",
            text("répondeurs parvenus à un agent ÷ émis", "machines that reached an agent ÷ dialled"),
        ),
    ],
    caution: text(
        "Un taux élevé passe tantôt pour bon (l’automate détecte), tantôt pour mauvais (on ne joint personne) : le partage tranche.",
        "A high rate is called good (the dialler detects) or bad (nobody is reached): the two parts settle it.",
    ),
    needs: &[need(
        Calls,
        "sens, issue (répondeur, répondeur filtré)",
        "direction, outcome (machine, machine filtered)",
    )],
    example: Example {
        inputs: &[n(Dialled, 100), n(Machines, 25), n(MachinesFiltered, 20)],
        own: &[],
        text: text(
            "Sur {0} appels émis, {1} répondeurs dont {2} écartés : {=}, soit {=filtered} écartés et {=reached-agent} parvenus à un agent.",
            "Of {0} calls dialled, {1} machines, {2} of them kept away: {=}, {=filtered} kept away and {=reached-agent} that reached an agent.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static CALL_REJECTION_RATE: Entry = Entry {
    name: text("Taux de rejet d’appel", "Call rejection rate"),
    short: None,
    aliases_fr: &["rejet", "rejet d'appel", "taux de rejet", "taux de refus"],
    aliases_en: &["rejection rate", "refusal rate"],
    definition: text(
        "Part des appels émis que le client a refusés. Un taux qui monte sur un numéro affiché signale souvent que ce numéro est marqué \
         comme indésirable.",
        "Share of the calls dialled that the customer refused. A rate that rises for one displayed number often means that the number is \
         marked as unwanted.",
    ),
    readings: &[
        ("default", text("refusés ÷ émis", "refused ÷ dialled")),
        ("not-reached", text("(sans réponse + refusés) ÷ émis", "(unanswered + refused) ÷ dialled")),
    ],
    caution: text(
        "Certains y mettent tous les appels sans réponse ou occupés : la variante not-reached les compte.",
        "Some put all unanswered and busy calls in it: the variant not-reached counts them.",
    ),
    needs: &[need(
        Calls,
        "sens, issue (refusé, sans réponse, occupé)",
        "direction, outcome (refused, unanswered, busy)",
    )],
    example: Example {
        inputs: &[n(Dialled, 100), n(Refused, 5), n(NotAnswered, 10)],
        own: &[],
        text: text(
            "Sur {0} appels émis, {1} sont refusés et {2} restent sans réponse : {=} ({=not-reached} avec les sans-réponse).",
            "Of {0} calls dialled, {1} are refused and {2} stay unanswered: {=} ({=not-reached} with the unanswered).",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static OUTBOUND_CONVERSION_RATE: Entry = Entry {
    name: text("Taux de transformation", "Outbound conversion rate"),
    short: None,
    aliases_fr: &[
        "transformation",
        "taux de conversion sortant",
        "taux de concrétisation",
        "conversion sortante",
    ],
    aliases_en: &["outbound conversion", "sales conversion"],
    definition: text(
        "Part des appels émis qui se terminent par une vente. Elle mêle deux choses : joindre le client, et le convaincre ; la variante \
         reached ne garde que la seconde.",
        "Share of the calls dialled that end in a sale. It mixes two things: reaching customers and convincing them; the variant reached \
         keeps only the second.",
    ),
    readings: &[
        ("default", text("ventes ÷ émis", "sales ÷ dialled")),
        ("reached", text("ventes ÷ clients joints", "sales ÷ reached")),
    ],
    caution: text(
        "Un même client appelé cinq fois compte cinq fois au dénominateur : le taux par appel n’est pas le taux par fiche.",
        "A customer called five times counts five times in the denominator: the rate by call is not the rate by record.",
    ),
    needs: &[need(Calls, "sens, issue, vente", "direction, outcome, sale")],
    example: Example {
        inputs: &[n(Dialled, 100), n(Reached, 60), n(OutboundSales, 9)],
        own: &[],
        text: text(
            "{0} appels émis, {1} clients joints, {2} ventes : {=} ({=reached} des clients joints).",
            "{0} calls dialled, {1} customers reached, {2} sales: {=} ({=reached} of those reached).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static PREDICTIVE_CONNECT_DELAY: Entry = Entry {
    name: text("Délai de mise en relation", "Predictive connect delay"),
    short: Some(text("MEA", "MEA")),
    aliases_fr: &["DMA", "temps rétention", "mise en relation automatique", "temps de mise en relation"],
    aliases_en: &["predictive delay", "connect delay", "agent connect delay"],
    definition: text(
        "Temps moyen entre le décroché du client et la prise de l’appel par un agent, en appel prédictif : les secondes de blanc qui font \
         raccrocher. Les clients partis avant sont à part : ce sont les appels muets.",
        "Mean time from the customer’s pick-up to an agent taking the call, in predictive dialling: the seconds of silence that make people \
         hang up. Customers who left before are apart: they are the silent calls.",
    ),
    readings: &[(
        "default",
        text(
            "du décroché du client à la prise par l’agent, en moyenne",
            "from the customer’s pick-up to the agent, mean",
        ),
    )],
    caution: text(
        "En entrant, MEA désigne souvent la mise en garde (attente en cours de conversation), et DMA la durée moyenne d’attente : rien à \
         voir. Sans les appels muets, la moyenne paraît meilleure qu’elle n’est.",
        "Inbound centres often use MEA for time on hold, which is another thing. Without silent calls the mean looks better than it is.",
    ),
    needs: &[need(
        Calls,
        "sens, décroché du client, prise par l’agent, issue",
        "direction, customer’s pick-up, agent’s pick-up, outcome",
    )],
    example: Example {
        inputs: &[n(PickupBase, 60), s(PickupDelay, 90)],
        own: &[],
        text: text(
            "{0} clients décrochent et attendent {1} en tout : {=} chacun en moyenne.",
            "{0} customers pick up and wait {1} in all: {=} each on average.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static TIME_BETWEEN_RECORDS: Entry = Entry {
    name: text("Attente entre deux fiches", "Time between records"),
    short: None,
    aliases_fr: &[
        "temps entre deux fiches",
        "temps entre fiches",
        "attente inter-fiches",
        "temps inter-appels",
    ],
    aliases_en: &["wait between records", "idle time between calls"],
    definition: text(
        "Temps moyen entre la clôture d’une fiche et l’affichage de la suivante, pour un même agent et une même journée. Il mesure le débit \
         de l’automate, pas la vitesse de l’agent.",
        "Mean time from a record closed to the next one shown, for one agent and one day. It measures the pace of the dialler, not the \
         speed of the agent.",
    ),
    readings: &[(
        "default",
        text("de la fiche close à la fiche suivante, en moyenne", "record closed to next record shown, mean"),
    )],
    caution: text(
        "Une pause entre deux fiches y entre : croiser avec les états des agents avant de régler l’automate.",
        "A pause between two records is in it: look at agents’ states before setting the dialler.",
    ),
    needs: &[need(
        Calls,
        "agent, ouverture de la fiche, clôture de la fiche",
        "agent, record shown, record closed",
    )],
    example: Example {
        inputs: &[n(RecordBase, 40), s(RecordGap, 1000)],
        own: &[],
        text: text(
            "{0} passages à la fiche suivante, {1} en tout : {=}.",
            "{0} moves to the next record, {1} in all: {=}.",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static LEAD_CONVERSION_RATE: Entry = Entry {
    name: text("Taux de conversion des leads", "Lead conversion rate"),
    short: None,
    aliases_fr: &[
        "conversion des leads",
        "conversion de leads",
        "conversion des pistes",
        "conversion de prospects",
        "taux de conversion des prospects",
    ],
    aliases_en: &["lead conversion"],
    definition: text(
        "Part des leads contactés qui se sont convertis dans le délai qui suit le contact. Les leads trop récents pour que le délai soit \
         passé sont indécis : hors base, et comptés.",
        "Share of the leads contacted that converted within the window after the contact. Leads too recent for the window to have passed \
         are undecided: out of the base, and counted.",
    ),
    readings: &[
        (
            "default",
            text(
                "convertis dans le délai ÷ leads contactés",
                "converted within the window ÷ leads contacted",
            ),
        ),
        ("all", text("convertis ÷ tous les leads", "converted ÷ all leads")),
    ],
    caution: text(
        "Rapporté à tous les leads, le taux baisse quand une campagne vient de commencer, sans que rien n’ait changé.",
        "Over all leads the rate falls when a campaign has just begun, though nothing changed.",
    ),
    needs: &[
        need(LeadTable, "création, contact, conversion", "creation, contact, conversion"),
        declared(
            "délai de conversion `centre.lead_days` (30 jours par défaut)",
            "window of conversion `centre.lead_days` (30 days by default)",
        ),
    ],
    example: Example {
        inputs: &[n(Leads, 200), n(LeadsDecided, 120), n(LeadsConverted, 18), n(LeadsEver, 22)],
        own: &[],
        text: text(
            "Sur {0} leads, {1} sont contactés depuis assez longtemps et {2} d’entre eux convertis à temps : {=}. Les {3} conversions sur \
             tous les leads donneraient {=all}.",
            "Of {0} leads, {1} were contacted long enough ago and {2} of them converted in time: {=}. The {3} conversions of all leads would \
             give {=all}.",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};
