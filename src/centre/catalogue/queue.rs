//! Entries of the queue: what is answered, what is lost, how long callers wait.

use super::entry::{Benchmark, Entry, Group, declared, need, text};
use super::example::{Example, n, s};
use crate::centre::fault::TableKind::Calls;
use crate::centre::measure::Measure::{
    AbandonWait, AbandonWaitBase, Abandoned, Answered, AnsweredWithin, IvrBase, IvrWait, Offered, Ring,
    RingBase, ShortAbandoned, Wait, WaitBase,
};

pub(super) static ANSWER_RATE: Entry = Entry {
    name: text("Taux de décroché", "Answer rate"),
    short: None,
    aliases_fr: &[
        "décroché",
        "taux de décroché entrant",
        "taux de prise d'appel",
        "taux d'accessibilité",
        "taux d'appels décrochés",
    ],
    aliases_en: &["inbound answer rate", "pickup rate", "pick-up rate", "answered rate"],
    definition: text(
        "Part des appels offerts qu’un agent a pris. Sont offerts les appels entrants des heures d’ouverture qui ont demandé un \
         agent : traités, abandonnés, débordés vers un autre centre ou à rappeler. Le taux ne dit pas au bout de combien de temps : c’est le niveau de \
         service.",
        "Share of the calls offered that an agent took. Offered are inbound calls of opening hours that asked for an agent: \
         answered, abandoned, overflowed or called back. The rate does not say after how long: that is the service level.",
    ),
    readings: &[
        ("default", text("appels pris ÷ appels offerts", "answered ÷ offered")),
        ("within", text("appels pris dans le délai ÷ appels offerts", "answered within the delay ÷ offered")),
    ],
    caution: text(
        "Sans délai, c’est le même chiffre que la qualité de service (QS). Décroché et abandon ne font 100 % que sans \
         débordement ni rappel. En sortant, le même nom désigne la part de clients joints.",
        "Without a delay it is the same figure as quality of service. Answered and abandoned add to 100% only without \
         overflow or callbacks. In French the same name is given to the connect rate of outbound calls.",
    ),
    needs: &[need(
        Calls,
        "sens, date et heure, issue, attente, sonnerie (variante within)",
        "direction, date and time, outcome, queue, ring (variant within)",
    )],
    example: Example {
        inputs: &[n(Offered, 250), n(Answered, 230)],
        own: &[],
        text: text(
            "Sur {0} appels offerts, {1} sont pris : {=}.",
            "Of {0} calls offered, {1} are answered: {=}.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static QUALITY_OF_SERVICE: Entry = Entry {
    name: text("Taux de qualité de service", "Quality of service"),
    short: Some(text("QS", "QoS")),
    aliases_fr: &["qualité de service", "taux de QS", "taux d'efficacité", "efficacité téléphonique"],
    aliases_en: &["handled rate"],
    definition: text(
        "Part des appels offerts que le centre a traités. C’est l’indicateur d’accessibilité le plus suivi ; il ne dit ni \
         combien de temps le client a attendu, ni si sa demande est résolue.",
        "Share of the calls offered that the centre handled. It is the most watched figure of accessibility; it says \
         neither how long the customer waited nor whether the request was solved.",
    ),
    readings: &[
        ("default", text("appels traités ÷ appels offerts", "handled ÷ offered")),
        (
            "within",
            text("appels traités dans le délai ÷ appels offerts", "handled within the delay ÷ offered"),
        ),
    ],
    caution: text(
        "Sans délai, la QS est le taux de décroché sous un autre nom. Une QS « à 20 secondes » est un niveau de service : elle \
         ne se compare pas à une QS sans délai.",
        "Without a delay it is the answer rate under another name. A quality of service “at 20 seconds” is a service \
         level: do not compare it with one that has no delay.",
    ),
    needs: &[need(
        Calls,
        "sens, date et heure, issue, attente, sonnerie (variante within)",
        "direction, date and time, outcome, queue, ring (variant within)",
    )],
    example: Example {
        inputs: &[n(Offered, 250), n(Answered, 230)],
        own: &[],
        text: text(
            "Sur {0} appels offerts, {1} sont traités : QS de {=}.",
            "Of {0} calls offered, {1} are handled: {=}.",
        ),
    },
    group: Group::Performance,
    benchmark: Some(Benchmark {
        value: 90.0,
        source: text(
            "norme NF 345 (Relation client), telle que la citent les guides du métier ; à remplacer par l’engagement du contrat",
            "French standard NF 345 (customer contact), as guides of the trade quote it; put the contract’s own in its place",
        ),
    }),
};

pub(super) static SERVICE_LEVEL: Entry = Entry {
    name: text("Niveau de service", "Service level"),
    short: Some(text("NS", "SL")),
    aliases_fr: &["taux de service", "niveau de service téléphonique", "décroché en 20 secondes"],
    aliases_en: &["TSF", "telephone service factor"],
    definition: text(
        "Part des appels pris dans le délai (20 s d’attente et de sonnerie sauf réglage) parmi les appels pris ou abandonnés. \
         Un appel pris une seconde trop tard compte autant qu’un abandon, et rien n’est dit de la longueur des attentes au-delà \
         du délai.",
        "Share of calls answered within the delay (20 s of queue and ring unless set) among those answered or abandoned. A \
         call taken a second too late counts like an abandoned one, and nothing is said of how long waits beyond the delay are.",
    ),
    readings: &[
        (
            "default",
            text("pris dans le délai ÷ (pris + abandonnés)", "answered within T ÷ (answered + abandoned)"),
        ),
        ("answered", text("pris dans le délai ÷ pris", "answered within T ÷ answered")),
        ("offered", text("pris dans le délai ÷ offerts", "answered within T ÷ offered")),
        (
            "offered-minus-short-abandons",
            text(
                "pris dans le délai ÷ (offerts − abandons courts)",
                "answered within T ÷ (offered − short abandons)",
            ),
        ),
        (
            "abandoned-within",
            text("(pris + abandonnés dans le délai) ÷ offerts", "(answered + abandoned within T) ÷ offered"),
        ),
    ],
    caution: text(
        "Cinq formules portent ce nom ; l’écart entre elles peut dépasser dix points. « 80/20 » ne veut rien dire \
         sans la formule. SLA désigne l’engagement, pas la mesure.",
        "Five formulas bear this name, and they may be ten points apart. “80/20” means nothing without the \
         formula. SLA is the commitment, not the measure.",
    ),
    needs: &[
        need(
            Calls,
            "sens, date et heure, issue, attente, sonnerie",
            "direction, date and time, outcome, queue, ring",
        ),
        declared(
            "délai `centre.service_level_s` (20 s par défaut)",
            "delay `centre.service_level_s` (20 s by default)",
        ),
    ],
    example: Example {
        inputs: &[n(Offered, 260), n(WaitBase, 230), n(Abandoned, 20), n(AnsweredWithin, 200)],
        own: &[],
        text: text(
            "Sur {0} appels offerts, {1} sont pris, dont {3} dans le délai, et {2} abandonnés : {=} ({=answered} des appels pris, \
             {=offered} des appels offerts).",
            "Of {0} calls offered, {1} are answered, {3} of them within the delay, and {2} abandoned: {=} ({=answered} of the \
             calls answered, {=offered} of those offered).",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static ABANDONMENT_RATE: Entry = Entry {
    name: text("Taux d’abandon", "Abandonment rate"),
    short: None,
    aliases_fr: &["abandon", "abandons", "taux d'appels abandonnés", "taux de perte", "appels perdus"],
    aliases_en: &["abandon rate", "call abandonment"],
    definition: text(
        "Part des appels offerts dont le client a raccroché pendant l’attente. Il ne compte ni ceux qui ont raccroché dans le \
         serveur vocal, ni ceux qui ont renoncé à appeler.",
        "Share of the calls offered whose caller hung up while waiting. It counts neither those who left in the voice menu \
         nor those who gave up calling.",
    ),
    readings: &[
        ("default", text("abandonnés ÷ offerts", "abandoned ÷ offered")),
        ("queued", text("abandonnés ÷ (pris + abandonnés)", "abandoned ÷ (answered + abandoned)")),
        (
            "short-excluded",
            text(
                "(abandonnés − abandons courts) ÷ (offerts − abandons courts)",
                "(abandoned − short abandons) ÷ (offered − short abandons)",
            ),
        ),
        ("callbacks-excluded", text("abandonnés ÷ (offerts − rappels)", "abandoned ÷ (offered − callbacks)")),
    ],
    caution: text(
        "Les abandons courts (moins de 5 s sauf réglage) sont souvent des erreurs de numéro : selon qu’on les garde ou non, le \
         taux change beaucoup. Il n’est le complément du taux de décroché que sans débordement ni rappel.",
        "Short abandons (under 5 s unless set) are often wrong numbers: the rate depends much on whether they stay. It is the \
         complement of the answer rate only without overflow or callbacks.",
    ),
    needs: &[
        need(
            Calls,
            "sens, date et heure, issue, attente, sonnerie",
            "direction, date and time, outcome, queue, ring",
        ),
        declared(
            "seuil des abandons courts `centre.short_abandon_s` (5 s par défaut)",
            "delay of short abandons `centre.short_abandon_s` (5 s by default)",
        ),
    ],
    example: Example {
        inputs: &[n(Offered, 250), n(Abandoned, 20), n(ShortAbandoned, 5)],
        own: &[],
        text: text(
            "Sur {0} appels offerts, {1} sont abandonnés, dont {2} en moins de 5 s : {=}, et {=short-excluded} sans les abandons courts.",
            "Of {0} calls offered, {1} are abandoned, {2} of them in under 5 s: {=}, and {=short-excluded} without short abandons.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static AVERAGE_WAIT_TIME: Entry = Entry {
    name: text("Temps moyen d’attente", "Average wait time"),
    short: Some(text("TMA", "AWT")),
    aliases_fr: &[
        "attente",
        "DMA",
        "temps d'attente",
        "durée moyenne d'attente",
        "attente moyenne",
        "délai d'attente",
        "temps d'attente moyen",
    ],
    aliases_en: &["wait time", "waiting time", "queue time", "average queue time"],
    definition: text(
        "Attente et sonnerie moyennes des appels pris ou abandonnés : ce que vivent tous ceux qui ont attendu un agent, même \
         ceux qui sont partis. Une moyenne cache les longues attentes : voir leur distribution.",
        "Mean queue and ring of the calls answered or abandoned: what everyone who waited for an agent experienced, those who left included. A mean hides long waits: see their distribution.",
    ),
    readings: &[
        (
            "default",
            text("(attente + sonnerie) ÷ (pris + abandonnés)", "(queue + ring) ÷ (answered + abandoned)"),
        ),
        (
            "answered",
            text(
                "(attente + sonnerie) ÷ pris, appels pris seulement",
                "(queue + ring) ÷ answered, answered only",
            ),
        ),
        (
            "nonzero",
            text(
                "(attente + sonnerie) ÷ appels qui ont attendu dans la file",
                "(queue + ring) ÷ calls that waited in the queue",
            ),
        ),
    ],
    caution: text(
        "Calculé sur les seuls appels pris, il baisse quand les clients les moins patients raccrochent. C’est alors la vitesse \
         moyenne de réponse (ASA).",
        "On answered calls alone it falls when the least patient hang up. It then is the average speed of answer.",
    ),
    needs: &[need(
        Calls,
        "sens, date et heure, issue, attente, sonnerie",
        "direction, date and time, outcome, queue, ring",
    )],
    example: Example {
        inputs: &[n(WaitBase, 80), s(Wait, 2000), n(AbandonWaitBase, 20), s(AbandonWait, 1600)],
        own: &[],
        text: text(
            "{0} appels pris ont attendu {1} en tout, {2} appels abandonnés {3} : {=} en moyenne ({=answered} pour les appels pris).",
            "{0} answered calls waited {1} in all, {2} abandoned ones {3}: {=} on average ({=answered} for the answered).",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};

pub(super) static AVERAGE_SPEED_OF_ANSWER: Entry = Entry {
    name: text("Vitesse moyenne de réponse", "Average speed of answer"),
    short: Some(text("ASA", "ASA")),
    aliases_fr: &[
        "délai moyen de décroché",
        "temps moyen de décroché",
        "délai de décroché",
        "temps moyen de réponse",
        "vitesse de réponse",
    ],
    aliases_en: &["speed of answer", "average answer time"],
    definition: text(
        "Attente et sonnerie moyennes des appels pris, temps passé dans le serveur vocal non compris. Les clients qui ont \
         raccroché n’y sont pas : une bonne ASA peut aller avec beaucoup d’abandons.",
        "Mean queue and ring of the calls answered, time in the voice menu left out. Callers who hung up are not in it: a good \
         figure may go with many abandons.",
    ),
    readings: &[
        ("default", text("(attente + sonnerie) ÷ appels pris", "(queue + ring) ÷ answered")),
        ("ring", text("sonnerie ÷ appels pris, sans la file d’attente", "ring ÷ answered, queue left out")),
        (
            "ivr+queue+ring",
            text("(serveur vocal + attente + sonnerie) ÷ appels pris", "(IVR + queue + ring) ÷ answered"),
        ),
    ],
    caution: text(
        "Certains n’y comptent que la sonnerie, d’autres y ajoutent le serveur vocal : les mêmes appels donnent des chiffres très différents.",
        "Some count the ring alone, others add the voice menu: the same calls give very different figures.",
    ),
    needs: &[need(
        Calls,
        "sens, date et heure, issue, attente, sonnerie, serveur vocal (variante ivr+queue+ring)",
        "direction, date and time, outcome, queue, ring, IVR (variant ivr+queue+ring)",
    )],
    example: Example {
        inputs: &[
            n(WaitBase, 80),
            s(Wait, 2000),
            n(RingBase, 80),
            s(Ring, 400),
            n(IvrBase, 80),
            s(IvrWait, 3600),
        ],
        own: &[],
        text: text(
            "{0} appels pris après {1} d’attente et de sonnerie en tout : {=}. La sonnerie seule ({3} pour {2} appels) donne \
             {=ring} ; avec le serveur vocal ({5} pour {4} appels), {=ivr+queue+ring}.",
            "{0} calls answered after {1} of queue and ring in all: {=}. The ring alone ({3} for {2} calls) gives {=ring}; with \
             the voice menu ({5} for {4} calls), {=ivr+queue+ring}.",
        ),
    },
    group: Group::Performance,
    benchmark: None,
};
