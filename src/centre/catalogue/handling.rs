//! Entries of what agents do with a call: its time, its outcome.

use super::entry::{Entry, Group, declared, need, text};
use super::example::{Example, n, s};
use crate::centre::fault::TableKind::{Calls, States, Tickets};
use crate::centre::measure::Measure::{
    CaseContacts, Cases, CasesClosed, CasesOnce, Escalated, EscalationBase, HandleBase, Hold, Talk,
    TransferBase, Transferred, Wrap, WrapAlone, WrapBase,
};

pub(super) static AVERAGE_HANDLE_TIME: Entry = Entry {
    name: text("Durée moyenne de traitement", "Average handle time"),
    short: Some(text("DMT", "AHT")),
    aliases_fr: &[
        "TMT",
        "temps moyen de traitement",
        "durée de traitement",
        "durée moyenne de traitement d'appel",
    ],
    aliases_en: &["average handling time", "handle time", "handling time"],
    definition: text(
        "Temps moyen qu’un agent consacre à un appel traité : conversation, mise en garde et post-appel. Le temps d’attente du client \
         n’y est pas. La réduire a un prix : des appels écourtés font rappeler les clients.",
        "Mean time an agent gives a handled call: talk, hold and after-call work. The customer’s wait is not in it. Lowering it has a price: customers whose call was cut short call again.",
    ),
    readings: &[
        (
            "default",
            text(
                "(conversation + mise en garde + post-appel) ÷ appels traités",
                "(talk + hold + after-call work) ÷ handled calls",
            ),
        ),
        (
            "talk+acw",
            text(
                "(conversation + post-appel) ÷ appels traités, sans la mise en garde",
                "(talk + after-call work) ÷ handled calls, hold left out",
            ),
        ),
        (
            "calls+tasks",
            text(
                "(traitement des appels + tâches hors ligne) ÷ (appels traités + tickets résolus)",
                "(call handling + offline tasks) ÷ (calls handled + tickets resolved)",
            ),
        ),
    ],
    caution: text(
        "Certains oublient la mise en garde, d’autres ajoutent les tâches hors ligne. Du premier contact à la résolution, c’est le \
         délai de résolution, pas la DMT.",
        "Some forget the hold, others add offline tasks. From first contact to solution is the resolution time, not this.",
    ),
    needs: &[
        need(
            Calls,
            "sens, issue, conversation, mise en garde, post-appel",
            "direction, outcome, talk, hold, after-call work",
        ),
        need(
            States,
            "agent, état, début, fin (variante calls+tasks)",
            "agent, state, start, end (variant calls+tasks)",
        ),
    ],
    example: Example {
        inputs: &[n(HandleBase, 10), s(Talk, 2400), s(Hold, 240), s(Wrap, 480)],
        own: &[],
        text: text(
            "{0} appels traités : {1} de conversation, {2} de mise en garde et {3} de post-appel en tout, soit une DMT de {=} \
             ({=talk+acw} sans la mise en garde).",
            "{0} handled calls: {1} of talk, {2} of hold and {3} of after-call work in all, that is {=} a call ({=talk+acw} \
             without hold).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static AVERAGE_TALK_TIME: Entry = Entry {
    name: text("Durée moyenne de communication", "Average talk time"),
    short: Some(text("DMC", "ATT")),
    aliases_fr: &[
        "durée moyenne de conversation",
        "temps de conversation",
        "durée de communication",
        "temps moyen de conversation",
        "TMC",
    ],
    aliases_en: &["talk time"],
    definition: text(
        "Temps moyen que le client passe en ligne avec l’agent, mise en garde comprise. Le post-appel n’y est pas : la DMC est ce que \
         le client vit, la DMT ce que l’agent y consacre.",
        "Mean time the customer is on the line with the agent, hold included. After-call work is not in it: this is what the customer experiences, handle time is what the agent gives.",
    ),
    readings: &[
        ("default", text("(conversation + mise en garde) ÷ appels traités", "(talk + hold) ÷ handled calls")),
        (
            "talk",
            text(
                "conversation ÷ appels traités, sans la mise en garde",
                "talk ÷ handled calls, hold left out",
            ),
        ),
    ],
    caution: text(
        "Avec ou sans la mise en garde : les deux se pratiquent, sous le même nom. La différence des deux est la mise en garde moyenne.",
        "With or without hold: both are in use, under one name. Their difference is the mean hold time.",
    ),
    needs: &[need(Calls, "sens, issue, conversation, mise en garde", "direction, outcome, talk, hold")],
    example: Example {
        inputs: &[n(HandleBase, 10), s(Talk, 2400), s(Hold, 240)],
        own: &[],
        text: text(
            "{0} appels traités, {1} de conversation et {2} de mise en garde : DMC de {=} ({=talk} sans la mise en garde).",
            "{0} handled calls, {1} of talk and {2} of hold: {=} ({=talk} without hold).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static AVERAGE_AFTER_CALL_WORK: Entry = Entry {
    name: text("Post-appel moyen", "Average after-call work"),
    short: Some(text("ACW", "ACW")),
    aliases_fr: &[
        "post-appel",
        "temps de post-appel",
        "durée moyenne de post-appel",
        "traitement post-appel",
        "DMPA",
    ],
    aliases_en: &["after-call work", "ACW time", "wrap-up", "wrap-up time", "wrap time"],
    definition: text(
        "Temps moyen entre la fin de la conversation et le retour en disponibilité : compte rendu, saisie, courrier. Un post-appel long \
         peut être une pause cachée ou un outil mal fait ; il ne dit pas lequel des deux.",
        "Mean time between the end of the talk and being available again: notes, entries, letters. A long one may be a hidden \
         pause or a bad tool; it does not say which.",
    ),
    readings: &[("default", text("post-appel ÷ appels traités", "after-call work ÷ handled calls"))],
    caution: text(
        "Un agent qui saisit pendant la conversation a un post-appel court et une DMC longue : c’est la DMT qui se compare.",
        "An agent who types while talking has little after-call work and long talk: handle time is what compares.",
    ),
    needs: &[need(Calls, "sens, issue, post-appel", "direction, outcome, after-call work")],
    example: Example {
        inputs: &[n(WrapBase, 10), s(WrapAlone, 480)],
        own: &[],
        text: text(
            "{1} de post-appel pour {0} appels traités : {=} par appel.",
            "{1} of after-call work for {0} handled calls: {=} a call.",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static FIRST_CONTACT_RESOLUTION: Entry = Entry {
    name: text("Résolution au premier contact", "First contact resolution"),
    short: Some(text("FCR", "FCR")),
    aliases_fr: &[
        "taux de résolution au premier contact",
        "résolution au premier appel",
        "taux de résolution au premier appel",
        "once & done",
        "taux de réitération",
        "réitération",
        "taux de réappel",
        "résolution dès le premier contact",
    ],
    aliases_en: &[
        "first call resolution",
        "once and done",
        "one and done",
        "repeat contact rate",
        "repeat call rate",
    ],
    definition: text(
        "Part des dossiers clos en un seul contact, sans que le même client revienne pour le même motif dans les 7 jours (sauf réglage). \
         Les dossiers ouverts dans les 7 derniers jours sont encore indécis : hors base, et comptés. Le dossier d’un client qui renonce à rappeler passe pour résolu.",
        "Share of cases closed with one contact, the same customer not coming back for the same reason within 7 days (unless set). \
         Cases begun in the last 7 days are undecided yet: out of the base, and counted. The case of a customer who gives up calling back passes for solved.",
    ),
    readings: &[
        (
            "default",
            text(
                "dossiers clos en un contact, sans retour dans le délai ÷ dossiers",
                "cases closed with one contact, none within the window ÷ cases",
            ),
        ),
        ("flag", text("appels marqués « résolu » ÷ appels pris", "calls flagged as resolved ÷ answered")),
        (
            "flag-offered",
            text("appels marqués « résolu » ÷ appels offerts", "calls flagged as resolved ÷ offered"),
        ),
        (
            "calls-only",
            text("comme par défaut, dossiers d’appels seulement", "as by default, cases of calls alone"),
        ),
        ("no-escalation", text("comme par défaut, sans escalade", "as by default, not escalated")),
    ],
    caution: text(
        "Le taux déclaré par l’agent (« résolu ») est souvent plus haut que celui que mesurent les rappels. Le taux de \
         réitération en est le complément à 100 %.",
        "The rate that agents declare is often above the one that repeat calls show. The repeat contact rate is its \
         complement to 100%.",
    ),
    needs: &[
        need(
            Calls,
            "dossier (ou client et motif), date et heure, résolu",
            "case (or customer and reason), date and time, resolved",
        ),
        need(
            Tickets,
            "client, motif, création, résolution (s’il y a des tickets)",
            "customer, reason, creation, resolution (if there are tickets)",
        ),
        declared(
            "délai de retour `centre.fcr_days` (7 jours par défaut)",
            "window of return `centre.fcr_days` (7 days by default)",
        ),
    ],
    example: Example {
        inputs: &[n(Cases, 120), n(CasesOnce, 90)],
        own: &[],
        text: text(
            "Sur {0} dossiers, {1} sont clos en un contact sans retour sous 7 jours : FCR de {=}.",
            "Of {0} cases, {1} are closed with one contact and no return within 7 days: {=}.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static CONTACTS_PER_CASE: Entry = Entry {
    name: text("Contacts par dossier clos", "Contacts per closed case"),
    short: None,
    aliases_fr: &[
        "nombre d'interactions pour clôturer",
        "contacts par dossier",
        "interactions par dossier",
        "nombre de contacts par dossier",
    ],
    aliases_en: &["contacts per case", "interactions per case", "touches per case"],
    definition: text(
        "Nombre moyen de contacts qu’il a fallu pour clore un dossier. Un dossier d’un seul contact compte 1. Les dossiers encore \
         ouverts, souvent les plus longs, n’y sont pas.",
        "Mean number of contacts it took to close a case. A case of one contact counts 1. Open cases, often the longest, are not \
         in it.",
    ),
    readings: &[("default", text("contacts ÷ dossiers clos", "contacts ÷ closed cases"))],
    caution: text(
        "Sans numéro de dossier, les contacts d’un client pour un même motif forment un dossier : deux demandes distinctes peuvent y être \
         confondues.",
        "Without a case number, one customer’s contacts for one reason make a case: two different requests may be taken for one.",
    ),
    needs: &[need(
        Calls,
        "dossier (ou client et motif), date et heure, résolu",
        "case (or customer and reason), date and time, resolved",
    )],
    example: Example {
        inputs: &[n(CasesClosed, 100), n(CaseContacts, 135)],
        own: &[],
        text: text(
            "{1} contacts pour clore {0} dossiers : {=} par dossier.",
            "{1} contacts to close {0} cases: {=} a case.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static ESCALATION_RATE: Entry = Entry {
    name: text("Taux d’escalade", "Escalation rate"),
    short: None,
    aliases_fr: &["escalade", "taux d'escalade niveau 2", "passage au niveau 2"],
    aliases_en: &["escalation"],
    definition: text(
        "Part des demandes passées à un niveau supérieur (niveau 2, expert, responsable). Elle mesure l’autonomie du premier niveau \
         autant que la difficulté des demandes.",
        "Share of requests passed to a higher level (second line, expert, supervisor). It measures how autonomous the first line is \
         as much as how hard requests are.",
    ),
    readings: &[("default", text("demandes escaladées ÷ demandes", "escalated ÷ requests"))],
    caution: text(
        "Ce n’est pas le taux de transfert : un appel passé à un collègue du même niveau n’est pas une escalade.",
        "It is not the transfer rate: a call passed to a colleague of the same level is no escalation.",
    ),
    needs: &[
        need(Calls, "sens, issue, escalade", "direction, outcome, escalated"),
        need(Tickets, "escalade (s’il y a des tickets)", "escalated (if there are tickets)"),
    ],
    example: Example {
        inputs: &[n(EscalationBase, 200), n(Escalated, 14)],
        own: &[],
        text: text(
            "Sur {0} demandes, {1} passent au niveau 2 : {=}.",
            "Of {0} requests, {1} go to the second line: {=}.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static TRANSFER_RATE: Entry = Entry {
    name: text("Taux de transfert", "Transfer rate"),
    short: None,
    aliases_fr: &["transfert", "transferts", "taux d'appels transférés"],
    aliases_en: &["transfers", "call transfer rate"],
    definition: text(
        "Part des appels pris qu’un agent a passés à quelqu’un d’autre. Beaucoup de transferts signalent souvent un mauvais aiguillage \
         par le serveur vocal plutôt qu’un défaut des agents.",
        "Share of the calls answered that an agent passed to someone else. Many transfers are often the sign of bad routing by the \
         voice menu rather than a fault of agents.",
    ),
    readings: &[("default", text("appels transférés ÷ appels pris", "transferred ÷ answered"))],
    caution: text(
        "Ni le taux d’escalade (vers un niveau supérieur), ni le transfert vers le selfcare, ni le débordement, qui a lieu avant le \
         décroché.",
        "Neither the escalation rate (to a higher level), nor the self-service rate, nor overflow, which happens before an answer.",
    ),
    needs: &[need(Calls, "sens, issue, transféré", "direction, outcome, transferred")],
    example: Example {
        inputs: &[n(TransferBase, 230), n(Transferred, 23)],
        own: &[],
        text: text(
            "Sur {0} appels pris, {1} sont transférés : {=}.",
            "Of {0} answered calls, {1} are transferred: {=}.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};
