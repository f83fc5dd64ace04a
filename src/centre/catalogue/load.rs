//! Entries of how many calls come, and where they go.

use super::entry::{Entry, Group, declared, need, text};
use super::example::{Example, n};
use crate::centre::fault::TableKind::Calls;
use crate::centre::measure::Measure::{
    Abandoned, Answered, Offered, OutOfHours, OutVoicemail, Redirected, ShortAbandoned,
};

pub(super) static HANDLED_CALLS: Entry = Entry {
    name: text("Appels traités", "Handled calls"),
    short: None,
    aliases_fr: &["appels pris", "appels décrochés", "nombre d'appels traités", "appels répondus"],
    aliases_en: &["answered calls", "calls handled", "calls answered"],
    definition: text(
        "Nombre d’appels entrants qu’un agent a pris. C’est un volume de travail, pas une performance : il dépend d’abord du nombre \
         d’appels reçus.",
        "Number of inbound calls that an agent took. It is an amount of work, not a performance: it depends first on how many \
         calls came in.",
    ),
    readings: &[("default", text("appels pris par un agent", "calls taken by an agent"))],
    caution: text(
        "Un appel transféré compte une fois ou plusieurs selon les logiciels : ici, une ligne est un appel.",
        "A transferred call counts once or several times, as the software has it: here a row is a call.",
    ),
    needs: &[need(Calls, "sens, date et heure, issue", "direction, date and time, outcome")],
    example: Example {
        inputs: &[n(Offered, 250), n(Answered, 230)],
        own: &[],
        text: text(
            "Sur {0} appels offerts, {1} sont pris par un agent : {=}.",
            "Of {0} calls offered, {1} are taken by an agent: {=}.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static ABANDONED_CALLS: Entry = Entry {
    name: text("Appels abandonnés", "Abandoned calls"),
    short: None,
    aliases_fr: &["nombre d'appels abandonnés", "nombre d'abandons"],
    aliases_en: &["calls abandoned", "number of abandons"],
    definition: text(
        "Nombre d’appels offerts dont le client a raccroché pendant l’attente. Les abandons courts y sont, et se lisent aussi à part. \
         Un même client qui rappelle trois fois y compte trois fois.",
        "Number of calls offered whose caller hung up while waiting. Short abandons are in it, and shown apart too. A customer \
         who tries three times counts three times.",
    ),
    readings: &[
        ("default", text("appels offerts, mis en file, non pris", "offered, queued, not answered")),
        ("short-excluded", text("abandons courts retirés", "short abandons left out")),
    ],
    caution: text(
        "Les clients qui raccrochent dans le serveur vocal ne sont pas des abandons : ils n’ont pas demandé d’agent.",
        "Callers who hang up in the voice menu are no abandons: they did not ask for an agent.",
    ),
    needs: &[need(
        Calls,
        "sens, date et heure, issue, attente, sonnerie (abandons courts)",
        "direction, date and time, outcome, queue, ring (short abandons)",
    )],
    example: Example {
        inputs: &[n(Abandoned, 20), n(ShortAbandoned, 5)],
        own: &[],
        text: text(
            "{0} clients raccrochent en file, dont {1} en moins de 5 s : {=}, ou {=short-excluded} sans les abandons courts.",
            "{0} callers hang up in the queue, {1} of them in under 5 s: {=}, or {=short-excluded} without short abandons.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static IN_HOURS_CALLS: Entry = Entry {
    name: text("Appels en heures ouvrées", "Calls in opening hours"),
    short: Some(text("HO", "HO")),
    aliases_fr: &[
        "heures ouvrées",
        "heures d'ouverture",
        "appels offerts",
        "appels reçus",
        "appels présentés",
        "appels entrants",
    ],
    aliases_en: &["in-hours calls", "offered calls", "calls offered", "inbound calls"],
    definition: text(
        "Nombre d’appels entrants offerts pendant les heures d’ouverture, jours fériés retirés. C’est la charge à laquelle le centre \
         doit répondre ; elle ne comprend pas les appels terminés dans le serveur vocal.",
        "Number of inbound calls offered in opening hours, public holidays taken out. It is the load that the centre must \
         answer; calls that ended in the voice menu are not in it.",
    ),
    readings: &[(
        "default",
        text("appels offerts pendant les heures d’ouverture", "calls offered in opening hours"),
    )],
    caution: text(
        "Le chiffre dépend du fuseau horaire et des jours fériés déclarés : sans horaires, toutes les heures sont ouvertes.",
        "The figure depends on the time zone and public holidays declared: without hours, all are open.",
    ),
    needs: &[
        need(Calls, "sens, date et heure, issue", "direction, date and time, outcome"),
        declared(
            "horaires d’ouverture et jours fériés `[calendar]`, fuseau horaire `centre.timezone`",
            "opening hours and public holidays `[calendar]`, time zone `centre.timezone`",
        ),
    ],
    example: Example {
        inputs: &[n(Offered, 250), n(OutOfHours, 12)],
        own: &[],
        text: text(
            "{0} appels demandent un agent entre 8 h et 20 h, {1} arrivent la nuit : {=} en heures ouvrées.",
            "{0} calls ask for an agent between 8:00 and 20:00, {1} come at night: {=} in opening hours.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static OUT_OF_HOURS_CALLS: Entry = Entry {
    name: text("Appels hors heures ouvrées", "Calls out of hours"),
    short: Some(text("HNO", "OOH")),
    aliases_fr: &["heures non ouvrées", "appels hors horaires", "appels hors ouverture", "hors horaires"],
    aliases_en: &["out-of-hours calls", "after-hours calls"],
    definition: text(
        "Nombre d’appels entrants reçus hors des heures d’ouverture. Ils n’entrent ni dans le taux de décroché, ni dans le niveau de \
         service, ni dans le taux d’abandon. Leur nombre dit si les horaires conviennent aux clients.",
        "Number of inbound calls received outside opening hours. They are in neither the answer rate, the service level nor \
         the abandonment rate. Their number says whether the hours suit customers.",
    ),
    readings: &[(
        "default",
        text("appels entrants hors des heures d’ouverture", "inbound calls outside opening hours"),
    )],
    caution: text(
        "Dissuadés, messagerie, débordement, rappel : leur devenir se lit à part. Qui les compte comme abandonnés fait baisser son \
         taux de décroché à tort.",
        "Turned away, voicemail, overflow, callback: what became of them is shown apart. Counting them as abandoned wrongly \
         lowers the answer rate.",
    ),
    needs: &[
        need(Calls, "sens, date et heure, issue", "direction, date and time, outcome"),
        declared(
            "horaires d’ouverture et jours fériés `[calendar]`, fuseau horaire `centre.timezone`",
            "opening hours and public holidays `[calendar]`, time zone `centre.timezone`",
        ),
    ],
    example: Example {
        inputs: &[n(OutOfHours, 12), n(OutVoicemail, 4)],
        own: &[],
        text: text(
            "{0} appels arrivent après la fermeture, dont {1} sur messagerie : {=}.",
            "{0} calls come after closing time, {1} of them to voicemail: {=}.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static SELF_SERVICE_RATE: Entry = Entry {
    name: text("Taux de transfert vers le selfcare", "Self-service rate"),
    short: None,
    aliases_fr: &[
        "selfcare",
        "self-care",
        "taux de selfcare",
        "taux de transfert selfcare",
        "taux de digitalisation",
        "digitalisation",
        "libre-service",
    ],
    aliases_en: &["self-service", "deflection", "deflection rate", "containment rate"],
    definition: text(
        "Part des contacts redirigés vers un libre-service (serveur vocal, espace client, SMS) au lieu d’un agent. Elle ne dit pas si \
         le client y a trouvé sa réponse : à lire avec les rappels.",
        "Share of contacts redirected to self-service (voice menu, customer area, text message) instead of an agent. It does \
         not say whether customers found their answer there: read it with repeat calls.",
    ),
    readings: &[
        ("default", text("redirigés ÷ (offerts + redirigés)", "redirected ÷ (offered + redirected)")),
        ("count", text("nombre de contacts redirigés", "number of contacts redirected")),
    ],
    caution: text(
        "Ce qu’on appelle « taux de digitalisation » est parfois un nombre, pas une part : les deux sont donnés.",
        "What is called a rate is at times a number, not a share: both are given.",
    ),
    needs: &[need(
        Calls,
        "sens, date et heure, issue (selfcare)",
        "direction, date and time, outcome (self-service)",
    )],
    example: Example {
        inputs: &[n(Offered, 250), n(Redirected, 50)],
        own: &[],
        text: text(
            "{1} appels sont orientés vers le selfcare, {0} vers un agent : {=}, soit {=count} appels.",
            "{1} calls are sent to self-service, {0} to an agent: {=}, that is {=count} calls.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};
