//! Entries of what a contact yields and costs: sales, listening, words, euros.

use super::entry::{Entry, Group, declared, need, text};
use super::example::{Example, bare_eur, bare_percent, bare_s, eur, n};
use crate::centre::fault::TableKind::{Calls, Evaluations, States, Tickets};
use crate::centre::measure::Measure::{
    Answered, CallCost, Closed, Cost, Created, Evaluated, Listening, Messages, Offered, SaleBase, Sales,
    WithKeyword,
};

pub(super) static CALL_CONVERSION_RATE: Entry = Entry {
    name: text("Taux de conversion des appels", "Call conversion rate"),
    short: None,
    aliases_fr: &["conversion d'appels", "taux de conversion", "conversion", "conversion entrante"],
    aliases_en: &["call conversion", "conversion rate", "inbound conversion rate"],
    definition: text(
        "Part des appels entrants traités qui se terminent par une vente. Elle ne dit rien du montant, ni des ventes conclues plus tard \
         grâce à l’appel.",
        "Share of handled inbound calls that end in a sale. It says nothing of the amount, nor of sales made later thanks to the call.",
    ),
    readings: &[("default", text("ventes ÷ appels traités", "sales ÷ handled calls"))],
    caution: text(
        "À ne pas confondre avec la transformation (ventes ÷ appels émis) ni avec la conversion des leads. Un appel d’assistance n’a \
         rien à vendre : comparer à motif égal.",
        "Not to be confused with outbound conversion (sales ÷ dialled) or with lead conversion. A call for help has nothing to sell: \
         compare calls of the same reason.",
    ),
    needs: &[need(Calls, "sens, issue, vente", "direction, outcome, sale")],
    example: Example {
        inputs: &[n(SaleBase, 230), n(Sales, 46)],
        own: &[],
        text: text("Sur {0} appels traités, {1} ventes : {=}.", "Of {0} handled calls, {1} sales: {=}."),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static CONVERTED_CALLS: Entry = Entry {
    name: text("Appels convertis", "Converted calls"),
    short: None,
    aliases_fr: &["nombre de ventes", "ventes", "nombre d'appels convertis"],
    aliases_en: &["sales", "number of sales"],
    definition: text(
        "Nombre d’appels entrants traités qui se terminent par une vente. Un appel compte une fois, quel que soit le nombre d’articles \
         vendus.",
        "Number of handled inbound calls that end in a sale. A call counts once, however many items were sold.",
    ),
    readings: &[("default", text("appels traités avec une vente", "handled calls with a sale"))],
    caution: text(
        "Un nombre suit d’abord le volume d’appels : le taux de conversion dit si l’on vend mieux.",
        "A number follows the volume of calls first: the conversion rate says whether selling goes better.",
    ),
    needs: &[need(Calls, "sens, issue, vente", "direction, outcome, sale")],
    example: Example {
        inputs: &[n(SaleBase, 230), n(Sales, 46)],
        own: &[],
        text: text(
            "{0} appels traités, dont {1} avec une vente : {=}.",
            "{0} handled calls, {1} of them with a sale: {=}.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};

pub(super) static COST_PER_INTERACTION: Entry = Entry {
    name: text("Coût par interaction", "Cost per interaction"),
    short: None,
    aliases_fr: &["coût par contact", "coût de l'interaction", "coût d'un contact"],
    aliases_en: &["cost per contact"],
    definition: text(
        "Coût total déclaré divisé par le nombre d’interactions, tous canaux ensemble : appels offerts et tickets créés. Il mêle des \
         contacts de deux minutes et d’une heure.",
        "Total cost declared over the number of interactions, all channels together: calls offered and tickets created. It mixes \
         contacts of two minutes and of an hour.",
    ),
    readings: &[
        (
            "default",
            text("coût ÷ (appels offerts + tickets créés)", "cost ÷ (calls offered + tickets created)"),
        ),
        (
            "handled",
            text("coût ÷ (appels pris + tickets résolus)", "cost ÷ (calls answered + tickets resolved)"),
        ),
        (
            "outbound",
            text(
                "coût ÷ (appels offerts + tickets créés + appels émis)",
                "cost ÷ (calls offered + tickets created + calls dialled)",
            ),
        ),
    ],
    caution: text(
        "Un centre qui laisse sonner paraît moins cher si l’on divise par les appels offerts : lire aussi la variante handled.",
        "A centre that lets calls ring seems cheaper over calls offered: read the variant handled too.",
    ),
    needs: &[
        need(Calls, "sens, date et heure, issue", "direction, date and time, outcome"),
        need(
            Tickets,
            "création, résolution (s’il y a des tickets)",
            "creation, resolution (if there are tickets)",
        ),
        declared("coût total `costs.total`", "total cost `costs.total`"),
    ],
    example: Example {
        inputs: &[eur(Cost, 1350), n(Offered, 250), n(Created, 50), n(Answered, 230), n(Closed, 40)],
        own: &[],
        text: text(
            "{0} pour {1} appels offerts et {2} tickets créés : {=}. Pour {3} appels pris et {4} tickets résolus : {=handled}.",
            "{0} for {1} calls offered and {2} tickets created: {=}. For {3} calls answered and {4} tickets resolved: {=handled}.",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static COST_PER_CALL: Entry = Entry {
    name: text("Coût par appel", "Cost per call"),
    short: None,
    aliases_fr: &["coût de l'appel", "coût d'un appel", "coût à l'appel"],
    aliases_en: &["call cost"],
    definition: text(
        "Coût des appels divisé par le nombre d’appels offerts. Où le coût des appels n’est pas distingué, tout le coût leur est compté : s’il y a d’autres canaux, prendre le coût par interaction.",
        "Cost of calls over the number of calls offered. Where the cost of calls is not told apart, they bear all of it: with other channels, use the cost per interaction.",
    ),
    readings: &[
        ("default", text("coût des appels ÷ appels offerts", "cost of calls ÷ calls offered")),
        ("handled", text("coût des appels ÷ appels pris", "cost of calls ÷ calls answered")),
    ],
    caution: text(
        "On trouve la division écrite à l’envers (appels ÷ coût) : c’est une erreur, pas une variante.",
        "The division is found printed upside down (calls ÷ cost): an error, not a variant.",
    ),
    needs: &[
        need(Calls, "sens, date et heure, issue", "direction, date and time, outcome"),
        declared("coût total `costs.total`", "total cost `costs.total`"),
    ],
    example: Example {
        inputs: &[eur(CallCost, 1350), n(Offered, 250), n(Answered, 225)],
        own: &[],
        text: text(
            "{0} pour {1} appels offerts : {=}. Pour {2} appels pris : {=handled}.",
            "{0} for {1} calls offered: {=}. For {2} calls answered: {=handled}.",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static COST_PER_REQUEST_TYPE: Entry = Entry {
    name: text("Coût par type de demande", "Cost per request type"),
    short: None,
    aliases_fr: &["coût par motif", "coût par demande", "coût du motif"],
    aliases_en: &["cost per reason", "cost per request"],
    definition: text(
        "Ce que coûte en temps d’agent une demande de ce motif : sa durée moyenne de traitement, au coût horaire chargé, augmentée du \
         temps où l’agent attend un appel ou fait autre chose. Les motifs longs et nombreux sont les premiers candidats au selfcare.",
        "What a request of that reason costs in agents’ time: its mean handle time at the loaded hourly rate, raised by the time when \
         agents wait for a call or do other things. Long and frequent reasons are the first candidates for self-service.",
    ),
    readings: &[
        (
            "default",
            text(
                "DMT ÷ 3 600 × coût horaire chargé ÷ (occupation × utilisation)",
                "handle time ÷ 3,600 × loaded hourly rate ÷ (occupancy × utilisation)",
            ),
        ),
        ("wage", text("DMT ÷ 3 600 × salaire horaire", "handle time ÷ 3,600 × hourly wage")),
    ],
    caution: text(
        "La formule courante (durée × salaire horaire) oublie les charges et le temps payé sans appel : elle sous-estime le coût.",
        "The usual formula (time × hourly wage) forgets social charges and the time paid without a call: it understates the cost.",
    ),
    needs: &[
        need(
            Calls,
            "motif, issue, conversation, mise en garde, post-appel",
            "reason, outcome, talk, hold, after-call work",
        ),
        need(States, "agent, état, début, fin", "agent, state, start, end"),
        declared(
            "coût horaire chargé `costs.hourly_rate`, salaire horaire `costs.hourly_wage` (variante wage)",
            "loaded hourly rate `costs.hourly_rate`, hourly wage `costs.hourly_wage` (variant wage)",
        ),
    ],
    example: Example {
        inputs: &[bare_s(360), bare_eur(24), bare_percent(80), bare_percent(75), bare_eur(15)],
        own: &[
            ("default", |x| x[0] / 3600.0 * x[1] / (x[2] / 100.0 * x[3] / 100.0)),
            ("wage", |x| x[0] / 3600.0 * x[4]),
        ],
        text: text(
            "Un motif à {0} de DMT, à {1} de l’heure charges comprises, avec {2} d’occupation et {3} d’utilisation : {=} par demande ({=wage} à ne compter que les {4} de salaire horaire).",
            "A reason with a handle time of {0}, at a loaded {1} an hour, {2} of occupancy and {3} of utilisation: {=} a request ({=wage} with nothing but the hourly wage of {4}).",
        ),
    },
    group: Group::Productivity,
    benchmark: None,
};

pub(super) static ACTIVE_LISTENING_RATE: Entry = Entry {
    name: text("Taux d’écoute active", "Active listening rate"),
    short: None,
    aliases_fr: &["écoute active", "qualité d'écoute"],
    aliases_en: &["active listening"],
    definition: text(
        "Part des interactions évaluées où l’agent a écouté activement : reformulé, questionné, laissé parler. Elle porte sur l’échantillon \
         écouté, d’où son intervalle, et dépend de la grille et de l’évaluateur.",
        "Share of the evaluated interactions in which the agent listened actively: rephrased, asked, let the customer speak. It is that \
         of the sample listened to, hence its interval, and depends on the grid and on who evaluates.",
    ),
    readings: &[
        ("default", text("avec écoute active ÷ évaluées", "with active listening ÷ evaluated")),
        ("all", text("avec écoute active ÷ appels pris", "with active listening ÷ answered")),
        (
            "detected",
            text(
                "transcriptions où la grille voit une écoute active ÷ transcriptions où l’agent est reconnu",
                "transcripts in which the grid sees active listening ÷ transcripts whose agent is known",
            ),
        ),
    ],
    caution: text(
        "Rapporté à tous les appels, le taux mesure surtout combien on en écoute. Une évaluation humaine et une détection dans les \
         transcriptions ne se mélangent pas.",
        "Over all calls the rate mainly tells how many were listened to. Evaluations by a person and detection in transcripts are never \
         mixed.",
    ),
    needs: &[need(Evaluations, "appel, évaluateur, écoute active", "call, evaluator, active listening")],
    example: Example {
        inputs: &[n(Answered, 230), n(Evaluated, 40), n(Listening, 30)],
        own: &[],
        text: text(
            "Sur {0} appels pris, {1} sont écoutés et {2} montrent une écoute active : {=} (et non {=all}).",
            "Of {0} answered calls, {1} are evaluated and {2} show active listening: {=} (and not {=all}).",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static KEYWORD_RATE: Entry = Entry {
    name: text("Récurrence d’un mot-clé", "Keyword rate"),
    short: None,
    aliases_fr: &[
        "mots-clés",
        "mot clé",
        "récurrence de mots-clés",
        "taux de mots-clés",
        "speech analytics",
        "text analytics",
        "analyse de la parole",
    ],
    aliases_en: &["keywords", "keyword frequency"],
    definition: text(
        "Part des messages ou des transcriptions qui contiennent le mot-clé ou le thème. Un message qui le répète dix fois compte une \
         fois. Le mot ne dit pas le sentiment : « résiliation » peut être demandée ou écartée.",
        "Share of messages or transcripts that hold the keyword or the theme. A message that repeats it ten times counts once. The word \
         does not tell the feeling: a “cancellation” may be asked for or ruled out.",
    ),
    readings: &[
        (
            "default",
            text(
                "messages avec le mot-clé ou le thème ÷ messages",
                "messages with the keyword or theme ÷ messages",
            ),
        ),
        (
            "transcripts",
            text(
                "transcriptions avec le mot-clé ou le thème ÷ transcriptions",
                "transcripts with the keyword or theme ÷ transcripts",
            ),
        ),
    ],
    caution: text(
        "Une transcription automatique perd des mots : le taux se compare d’une période à l’autre, pas d’un outil à l’autre.",
        "Automatic transcripts miss words: the rate compares from period to period, not from tool to tool.",
    ),
    needs: &[
        need(Tickets, "message", "message"),
        declared("mots-clés ou thèmes `keywords`", "keywords or themes `keywords`"),
    ],
    example: Example {
        inputs: &[n(Messages, 400), n(WithKeyword, 52)],
        own: &[],
        text: text(
            "Sur {0} messages, {1} parlent de « facture » : {=}.",
            "Of {0} messages, {1} speak of an “invoice”: {=}.",
        ),
    },
    group: Group::Activity,
    benchmark: None,
};
