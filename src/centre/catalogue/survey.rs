//! Entries of what answers give: satisfaction, recommendation, effort.

use super::entry::{Entry, Group, declared, need, text};
use super::example::{Example, bare, n};
use crate::centre::fault::TableKind::{AgentSurvey, Survey};
use crate::centre::measure::Measure::{Rated, RatedTop};

pub(super) static CSAT: Entry = Entry {
    name: text("Taux de satisfaction client", "Customer satisfaction"),
    short: Some(text("CSAT", "CSAT")),
    aliases_fr: &[
        "satisfaction",
        "satisfaction client",
        "taux de satisfaction",
        "note de satisfaction",
        "score de satisfaction",
    ],
    aliases_en: &["customer satisfaction score", "satisfaction rate", "satisfaction score"],
    definition: text(
        "Part des clients satisfaits ou très satisfaits parmi ceux qui ont répondu : les deux meilleures notes sur cinq. \
         Elle juge le contact que l’on vient d’avoir, pas toute la relation, et ne dit rien de ceux qui n’ont pas répondu : \
         à lire avec le taux de réponse.",
        "Share of satisfied or very satisfied customers among those who answered: the two best ratings of five. It judges \
         the contact just made, not the whole relationship, and says nothing of those who did not answer: read it with \
         the response rate.",
    ),
    readings: &[
        ("default", text("notes 4 et 5 sur 5 ÷ réponses", "ratings 4 and 5 of 5 ÷ answers")),
        ("mean", text("moyenne des notes", "mean of the ratings")),
        ("yes-no", text("oui ÷ (oui + non)", "yes ÷ (yes + no)")),
        ("top-box", text("meilleure note ÷ réponses", "best rating ÷ answers")),
    ],
    caution: text(
        "« Csat » désigne tantôt un pourcentage, tantôt une note moyenne, tantôt une part de oui : trois chiffres qui ne se \
         comparent pas.",
        "“CSAT” may be a percentage, a mean rating or a share of yes: three figures that do not compare.",
    ),
    needs: &[need(
        Survey,
        "note de satisfaction (ou celle du journal des appels)",
        "satisfaction rating (or that of the call log)",
    )],
    example: Example {
        inputs: &[n(Rated, 200), n(RatedTop, 150)],
        own: &[],
        text: text(
            "Sur {0} réponses, {1} sont à 4 ou 5 : {=} de clients satisfaits.",
            "Of {0} answers, {1} are 4 or 5: {=} of satisfied customers.",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static NPS: Entry = Entry {
    name: text("Score de recommandation", "Net Promoter Score"),
    short: Some(text("NPS", "NPS")),
    aliases_fr: &["recommandation", "recommandation client", "taux de recommandation"],
    aliases_en: &["recommendation", "promoter score"],
    definition: text(
        "Part des promoteurs (notes 9 et 10) moins celle des détracteurs (0 à 6), en points de −100 à +100. Les neutres (7 et \
         8) comptent dans la base. Deux centres de même NPS peuvent avoir des répartitions très différentes.",
        "Share of promoters (ratings 9 and 10) less that of detractors (0 to 6), in points from −100 to +100. Passives (7 and \
         8) count in the base. Two centres with the same NPS may have very different distributions.",
    ),
    readings: &[(
        "default",
        text(
            "part des 9–10 − part des 0–6, échelle de 0 à 10",
            "share of 9–10 − share of 0–6, scale 0 to 10",
        ),
    )],
    caution: text(
        "Une échelle qui ne va pas de 0 à 10 ne donne pas de NPS. Un NPS « à chaud » après un appel et un NPS relationnel \
         annuel ne se comparent pas.",
        "A scale other than 0 to 10 gives no NPS. An NPS asked just after a call and a yearly relationship NPS do not \
         compare.",
    ),
    needs: &[need(Survey, "note de recommandation de 0 à 10", "recommendation from 0 to 10")],
    example: Example {
        inputs: &[bare(50), bare(30), bare(20)],
        own: &[("default", |x| 100.0 * (x[0] - x[2]) / (x[0] + x[1] + x[2]))],
        text: text(
            "{0} promoteurs, {1} neutres et {2} détracteurs : NPS de {=}.",
            "{0} promoters, {1} passives and {2} detractors: an NPS of {=}.",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static CES: Entry = Entry {
    name: text("Score d’effort client", "Customer Effort Score"),
    short: Some(text("CES", "CES")),
    aliases_fr: &["effort client", "effort", "facilité", "score d'effort"],
    aliases_en: &["effort score", "customer effort", "ease"],
    definition: text(
        "Note moyenne d’accord avec « il m’a été facile de résoudre ma demande », de 1 à 7 : plus elle est haute, plus c’était \
         facile. La part de réponses faciles se lit à côté. Le score ne dit pas si la demande a été résolue.",
        "Mean agreement with “it was easy to have my request solved”, from 1 to 7: the higher, the easier. The share of \
         easy answers is read beside it. The score does not say whether the request was solved.",
    ),
    readings: &[
        ("default", text("moyenne de l’échelle, facile en haut", "mean of the scale, easy is high")),
        (
            "easy",
            text(
                "trois meilleures notes sur 7 (ou deux sur 5) ÷ réponses",
                "three best ratings of 7 (or two of 5) ÷ answers",
            ),
        ),
    ],
    caution: text(
        "Le CES d’origine mesure l’effort, de 1 à 5 : plus il est bas, mieux c’est. Le sens de l’échelle se déclare \
         (`reversed = true`), il ne se devine pas.",
        "The original CES measures effort, from 1 to 5: the lower, the better. The direction of the scale is declared \
         (`reversed = true`), never guessed.",
    ),
    needs: &[need(Survey, "note d’effort ou de facilité", "rating of effort or ease")],
    example: Example {
        inputs: &[bare(6), bare(2), bare(2)],
        own: &[
            ("default", |x| (7.0 * x[0] + 5.0 * x[1] + 2.0 * x[2]) / (x[0] + x[1] + x[2])),
            ("easy", |x| 100.0 * (x[0] + x[1]) / (x[0] + x[1] + x[2])),
        ],
        text: text(
            "{0} réponses à 7, {1} à 5 et {2} à 2 : moyenne de {=}, et {=easy} de réponses faciles (5 à 7).",
            "{0} answers of 7, {1} of 5 and {2} of 2: a mean of {=}, and {=easy} of easy answers (5 to 7).",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static ENPS: Entry = Entry {
    name: text("Recommandation employeur", "Employee Net Promoter Score"),
    short: Some(text("eNPS", "eNPS")),
    aliases_fr: &["NPS collaborateur", "NPS salarié", "NPS agents"],
    aliases_en: &["employee NPS", "employer recommendation"],
    definition: text(
        "Part des salariés qui recommandent leur employeur (9 et 10) moins celle des détracteurs (0 à 6), en points. Sur une \
         équipe de quelques dizaines d’agents, l’intervalle est large : on ne commente pas un écart de quelques points.",
        "Share of employees who recommend their employer (9 and 10) less that of detractors (0 to 6), in points. In a team \
         of a few dozen agents the interval is wide: a gap of a few points means nothing.",
    ),
    readings: &[(
        "default",
        text(
            "part des 9–10 − part des 0–6, salariés, échelle de 0 à 10",
            "share of 9–10 − share of 0–6, employees, scale 0 to 10",
        ),
    )],
    caution: text(
        "Certains le mesurent de 1 à 10 : ce n’est plus la même série, car il manque une note de détracteur.",
        "Some measure it from 1 to 10: that is another series, as one rating of detractors is missing.",
    ),
    needs: &[need(AgentSurvey, "note de recommandation de 0 à 10", "recommendation from 0 to 10")],
    example: Example {
        inputs: &[bare(8), bare(7), bare(5)],
        own: &[("default", |x| 100.0 * (x[0] - x[2]) / (x[0] + x[1] + x[2]))],
        text: text(
            "{0} agents promoteurs, {1} neutres et {2} détracteurs : eNPS de {=}.",
            "{0} agents are promoters, {1} passives and {2} detractors: an eNPS of {=}.",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static AGENT_SATISFACTION: Entry = Entry {
    name: text("Taux de satisfaction des agents", "Agent satisfaction"),
    short: None,
    aliases_fr: &[
        "satisfaction agent",
        "satisfaction des conseillers",
        "satisfaction collaborateur",
        "satisfaction des salariés",
    ],
    aliases_en: &["employee satisfaction", "ESAT"],
    definition: text(
        "Part des agents satisfaits ou très satisfaits parmi ceux qui ont répondu à l’enquête interne. Les absents et ceux \
         qui se taisent n’y sont pas : le taux de réponse se lit à côté.",
        "Share of satisfied or very satisfied agents among those who answered the internal survey. Those absent or silent \
         are not in it: the response rate is read beside it.",
    ),
    readings: &[
        (
            "default",
            text("satisfaits + très satisfaits ÷ répondants", "satisfied + very satisfied ÷ respondents"),
        ),
        (
            "headcount",
            text("satisfaits + très satisfaits ÷ tous les agents", "satisfied + very satisfied ÷ all agents"),
        ),
    ],
    caution: text(
        "Rapporté à tout l’effectif, le taux compte comme insatisfaits ceux qui n’ont pas répondu.",
        "Over the whole head count, the rate takes those who did not answer for dissatisfied.",
    ),
    needs: &[
        need(AgentSurvey, "note de satisfaction", "satisfaction rating"),
        declared(
            "effectif `agent_survey.headcount` (variante headcount)",
            "head count `agent_survey.headcount` (variant headcount)",
        ),
    ],
    example: Example {
        inputs: &[bare(20), bare(16), bare(12)],
        own: &[("default", |x| 100.0 * x[2] / x[1]), ("headcount", |x| 100.0 * x[2] / x[0])],
        text: text(
            "Sur {0} agents, {1} répondent et {2} sont satisfaits : {=} (et {=headcount} de l’effectif).",
            "Of {0} agents, {1} answer and {2} are satisfied: {=} (and {=headcount} of the head count).",
        ),
    },
    group: Group::Satisfaction,
    benchmark: None,
};

pub(super) static RESPONSE_RATE: Entry = Entry {
    name: text("Taux de réponse à l’enquête", "Survey response rate"),
    short: None,
    aliases_fr: &["taux de réponse", "participation", "taux de participation", "taux de retour"],
    aliases_en: &["response rate", "participation rate"],
    definition: text(
        "Part des invitations qui ont reçu une réponse. Sans lui aucun score de satisfaction ne se lit : avec 5 % de réponses, \
         on ne sait pas ce que pensent les autres. Un taux élevé n’assure pas à lui seul que les répondants ressemblent aux \
         clients.",
        "Share of invitations that were answered. No satisfaction score can be read without it: with 5% of answers, nobody \
         knows what the others think. A high rate alone does not make respondents resemble customers.",
    ),
    readings: &[("default", text("réponses ÷ invitations", "answers ÷ invitations"))],
    caution: text(
        "Le dénominateur est le nombre d’invitations envoyées, pas celui des appels. Des invitations répétées au même client \
         le gonflent.",
        "The denominator is the number of invitations sent, not of calls. Repeated invitations of one customer swell it.",
    ),
    needs: &[
        need(Survey, "réponses", "answers"),
        declared("nombre d’invitations `survey.invited`", "number of invitations `survey.invited`"),
    ],
    example: Example {
        inputs: &[bare(2000), bare(480)],
        own: &[("default", |x| 100.0 * x[1] / x[0])],
        text: text("{0} invitations, {1} réponses : {=}.", "{0} invitations, {1} answers: {=}."),
    },
    group: Group::Satisfaction,
    benchmark: None,
};
