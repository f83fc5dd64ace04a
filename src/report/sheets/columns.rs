//! What the columns of the workbook mean.

use crate::lang::Lang;

/// Columns, what each says in French and in English.
const MEANINGS: &[(&str, &str, &str)] = &[
    ("a_calls", "Appels où le premier mot est dit.", "Calls in which the first word is said."),
    (
        "adjusted_impact",
        "Ce qui reste de l’impact du thème quand les autres thèmes sont tenus égaux.",
        "What is left of the theme’s impact with the other themes held equal.",
    ),
    (
        "adjusted_impact_high",
        "Borne haute de l’intervalle de l’impact propre.",
        "Upper end of the interval of the impact of its own.",
    ),
    (
        "adjusted_impact_low",
        "Borne basse de l’intervalle de l’impact propre.",
        "Lower end of the interval of the impact of its own.",
    ),
    (
        "adjusted_q",
        "q de l’impact propre, corrigé du nombre de thèmes.",
        "q of the impact of its own, corrected for the number of themes.",
    ),
    (
        "agent_p",
        "Probabilité d’écarts aussi grands entre des agents tous semblables.",
        "Probability of differences as large between agents who are all alike.",
    ),
    (
        "agent_share",
        "Part des différences de score entre agents, 0 à 100 %, une fois retirés les autres traits de l’appel.",
        "Share of the differences in score between agents, 0 to 100%, with the other features of the call taken out.",
    ),
    (
        "agent_share_high",
        "Borne haute de l’intervalle de la part des agents.",
        "Upper end of the interval of the share of agents.",
    ),
    (
        "agent_share_low",
        "Borne basse de l’intervalle de la part des agents.",
        "Lower end of the interval of the share of agents.",
    ),
    ("agents", "Nombre d’agents.", "Number of agents."),
    (
        "agreement",
        "Part des appels que les évaluateurs ont jugés de la même façon.",
        "Share of the calls that evaluators judged alike.",
    ),
    ("alert", "Valeur à partir de laquelle l’indicateur alerte.", "Value from which the indicator alerts."),
    (
        "alpha",
        "α de Krippendorff : accord au-delà du hasard ; 1, entier.",
        "Krippendorff’s α: agreement beyond chance; 1 is full.",
    ),
    ("answered", "Réponses valides.", "Valid answers."),
    ("answers", "Nombre de personnes qui ont choisi cette réponse.", "People who chose that answer."),
    (
        "at",
        "Moment du passage depuis le début de l’appel.",
        "Time of the passage from the start of the call.",
    ),
    ("b_calls", "Appels où le second mot est dit.", "Calls in which the second word is said."),
    (
        "base",
        "Ce dont la part est prise : verbatims, réponses notées et commentées, appels.",
        "What the share is of: comments, answers with a score and a comment, calls.",
    ),
    ("base_in", "Verbatims (ou appels) du groupe.", "Comments (or calls) of the group."),
    ("base_out", "Verbatims (ou appels) du groupe opposé.", "Comments (or calls) of the opposite group."),
    (
        "before_share",
        "Part des appels où le terme est dit, avant la dernière période.",
        "Share of the calls in which the term is said, before the last period.",
    ),
    (
        "bits",
        "Somme des surprises de l’appel, −log2 de la fréquence de chaque chose rare qu’il montre.",
        "Sum of the surprises of the call, −log2 of the frequency of each rare thing that it shows.",
    ),
    (
        "both",
        "Appels où les règles et les évaluateurs entendent le point.",
        "Calls in which rules and evaluators hear the item.",
    ),
    (
        "calls",
        "Nombre d’appels ; dans le dimensionnement, appels offerts en moyenne à cette heure.",
        "Number of calls; in staffing, calls offered in that hour on average.",
    ),
    (
        "ci_high",
        "Borne haute de l’intervalle de confiance de la valeur qui précède.",
        "Upper end of the confidence interval of the value before it.",
    ),
    (
        "ci_low",
        "Borne basse de l’intervalle de confiance de la valeur qui précède.",
        "Lower end of the confidence interval of the value before it.",
    ),
    (
        "connect_rate",
        "Part des appels émis qu’une personne décroche.",
        "Share of the calls dialled that a person answers.",
    ),
    (
        "contribution",
        "Impact du thème dans la seconde vague moins son impact dans la première, en points de score.",
        "Impact of the theme in the second wave less its impact in the first, in points of score.",
    ),
    ("contribution_high", "Borne haute de ces points.", "Upper end of these points."),
    ("contribution_low", "Borne basse de ces points.", "Lower end of these points."),
    (
        "contribution_q",
        "q de ces points, corrigé du nombre de thèmes.",
        "q of these points, corrected for the number of themes.",
    ),
    (
        "correlation",
        "Corrélation de la dimension avec le score, −1 à 1.",
        "Correlation of the dimension with the score, −1 to 1.",
    ),
    ("days", "Jours de cette sorte dans les données.", "Days of that kind in the data."),
    (
        "denominator",
        "Ce par quoi on divise, dans l’unité de la valeur.",
        "What is divided by, in the unit of the value.",
    ),
    (
        "detectable",
        "Écart que ces bases décèlent quatre fois sur cinq.",
        "Difference that these bases find four times in five.",
    ),
    (
        "detected_only",
        "Appels où seules les règles entendent le point.",
        "Calls in which the rules alone hear the item.",
    ),
    ("dialled", "Appels émis.", "Outbound calls dialled."),
    ("difference", "Seconde valeur moins première, en points.", "Second value less the first, in points."),
    (
        "evaluated_only",
        "Appels où seuls les évaluateurs entendent le point.",
        "Calls in which evaluators alone hear the item.",
    ),
    ("evaluators", "Nombre d’évaluateurs.", "Number of evaluators."),
    ("exchanges", "Fois où la réponse suit la demande.", "Times that the answer follows the request."),
    ("excluded", "Lignes que centre.toml écarte.", "Rows that centre.toml leaves out."),
    (
        "first_answer",
        "Temps que le client attend la première réponse à ce qu’il dit.",
        "Time that the customer waits for the first answer to what is said.",
    ),
    (
        "growth_per_period",
        "Facteur par lequel la fréquence du terme est multipliée à chaque période.",
        "Factor by which the frequency of the term is multiplied each period.",
    ),
    ("handle_s", "Durée moyenne de traitement d’un appel.", "Mean handle time of a call."),
    (
        "high",
        "Limite au-dessus de laquelle le hasard ne suffit plus.",
        "Limit above which chance is no longer enough.",
    ),
    ("hour", "Heure de début, de 0 à 23.", "Hour at which it begins, 0 to 23."),
    (
        "impact",
        "Ce que le score gagnerait (signe −) ou perdrait (signe +) sans les réponses qui citent le thème ou le mot.",
        "What the score would gain (sign −) or lose (sign +) without the answers that mention the theme or word.",
    ),
    (
        "importance",
        "Part des différences de score que la dimension explique (LMG, moyenne sur tous les ordres d’entrée).",
        "Share of the differences in score that the dimension explains (LMG, mean over all orders of entry).",
    ),
    (
        "importance_cut",
        "Importance moyenne des dimensions, qui sépare les quadrants.",
        "Mean importance of the dimensions, which parts the quadrants.",
    ),
    (
        "importance_high",
        "Borne haute de l’intervalle de l’importance.",
        "Upper end of the interval of the importance.",
    ),
    (
        "importance_low",
        "Borne basse de l’intervalle de l’importance.",
        "Lower end of the interval of the importance.",
    ),
    (
        "incomplete",
        "Réponses reliées à un appel dont un trait manque.",
        "Answers joined to a call that lacks a feature.",
    ),
    (
        "interruptions",
        "Interruptions du client par l’agent, par appel.",
        "Interruptions of the customer by the agent, per call.",
    ),
    ("invited", "Personnes interrogées, ou effectif.", "People asked, or head count."),
    (
        "kappa",
        "κ de Cohen : accord au-delà du hasard ; 1, entier ; 0, celui du hasard.",
        "Cohen’s κ: agreement beyond chance; 1 is full, 0 that of chance.",
    ),
    ("kappa_high", "Borne haute de l’intervalle de κ.", "Upper end of the interval of κ."),
    ("kappa_low", "Borne basse de l’intervalle de κ.", "Lower end of the interval of κ."),
    (
        "last_share",
        "Part des appels où le terme est dit, dans la dernière période.",
        "Share of the calls in which the term is said, in the last period.",
    ),
    (
        "lift",
        "Par combien un mot multiplie la fréquence de l’autre.",
        "By how much one word multiplies the frequency of the other.",
    ),
    ("lift_low", "Borne basse du lift.", "Lower end of the lift."),
    ("listening_points", "Points gagnés sur la grille d’écoute.", "Points earned on the listening grid."),
    (
        "listening_possible",
        "Points que l’appel permettait de gagner.",
        "Points that the call allowed to earn.",
    ),
    (
        "log_likelihood",
        "G², le contraste entre les deux groupes : il classe les mots.",
        "G², the contrast between the two groups: it ranks the words.",
    ),
    (
        "log_ratio",
        "Part dans le groupe sur part dans le groupe opposé.",
        "Share in the group over share in the opposite group.",
    ),
    ("longest", "La plus longue durée observée.", "The longest time observed."),
    (
        "low",
        "Limite au-dessous de laquelle le hasard ne suffit plus.",
        "Limit below which chance is no longer enough.",
    ),
    (
        "main",
        "Oui : la lecture que la page montre d’abord ; non : une autre façon de compter le même indicateur.",
        "Yes: the reading that the page shows first; no: another way to count the same indicator.",
    ),
    (
        "mean",
        "Note moyenne, en points de l’échelle de la dimension.",
        "Mean rating, in points of the dimension’s scale.",
    ),
    ("mean_high", "Borne haute de l’intervalle de la moyenne.", "Upper end of the interval of the mean."),
    ("mean_low", "Borne basse de l’intervalle de la moyenne.", "Lower end of the interval of the mean."),
    (
        "mean_weight",
        "Poids moyen des réponses de la catégorie, 1 étant celui de toutes.",
        "Mean weight of the answers of the category, that of all being 1.",
    ),
    ("median", "Durée sous laquelle est la moitié des appels.", "Time under which half of the calls are."),
    (
        "met",
        "Oui ou non ; indécidable quand l’intervalle d’une enquête contient la valeur à atteindre.",
        "Yes or no; undecided when the interval of a survey holds the value to reach.",
    ),
    ("missing", "Réponses qui ne notent pas la dimension.", "Answers that do not rate the dimension."),
    (
        "mix",
        "Part de l’écart qui vient de la répartition des répondants.",
        "Part of the difference that comes from the mix of respondents.",
    ),
    (
        "n",
        "Base : ce qui est derrière le chiffre, réponses valides, verbatims, appels ou tickets.",
        "Base: what is behind the figure, valid answers, comments, calls or tickets.",
    ),
    (
        "n_eff",
        "Base qu’aurait un tirage simple aussi précis, compte tenu du plan de sondage.",
        "Base of a simple draw as precise, given the sample design.",
    ),
    ("n_from", "Base du premier terme de la comparaison.", "Base of the first side of the comparison."),
    (
        "n_in",
        "Verbatims (ou appels) du groupe qui contiennent le mot.",
        "Comments (or calls) of the group that hold the word.",
    ),
    (
        "n_out",
        "Verbatims (ou appels) du groupe opposé qui contiennent le mot.",
        "Comments (or calls) of the opposite group that hold the word.",
    ),
    ("n_to", "Base du second terme de la comparaison.", "Base of the second side of the comparison."),
    (
        "negative",
        "Part des mentions du thème où il déplaît.",
        "Share of the mentions of the theme in which it displeases.",
    ),
    (
        "neutral",
        "Part des mentions ni favorables ni défavorables, ou des deux à la fois.",
        "Share of the mentions that are neither favourable nor unfavourable, or both.",
    ),
    (
        "numerator",
        "Ce qui est divisé, dans l’unité de la valeur.",
        "What is divided, in the unit of the value.",
    ),
    ("occupancy", "Part du temps de présence passée à traiter.", "Share of the time present spent handling."),
    ("offered", "Appels entrants qui demandaient un agent.", "Inbound calls that asked for an agent."),
    ("open", "Demandes ouvertes à la fin du jour.", "Requests open at the end of the day."),
    ("overall_q", "q du mot sur l’ensemble des groupes.", "q of the word over all groups together."),
    (
        "p",
        "Probabilité d’un écart aussi grand quand rien ne bouge, sans correction.",
        "Probability of a difference as large when nothing moves, uncorrected.",
    ),
    ("p90", "Durée sous laquelle sont neuf appels sur dix.", "Time under which nine calls in ten are."),
    (
        "penalty_effect",
        "Ce que coûte au score une dimension mal notée.",
        "What a badly rated dimension costs the score.",
    ),
    ("penalty_q", "q de la pénalité.", "q of the penalty."),
    (
        "performance",
        "Note moyenne de la dimension, ramenée de 0 à 100.",
        "Mean rating of the dimension, brought to 0 to 100.",
    ),
    (
        "performance_cut",
        "Performance à partir de laquelle une dimension va bien.",
        "Performance from which a dimension does well.",
    ),
    (
        "performance_high",
        "Borne haute de l’intervalle de la performance.",
        "Upper end of the interval of the performance.",
    ),
    (
        "performance_low",
        "Borne basse de l’intervalle de la performance.",
        "Lower end of the interval of the performance.",
    ),
    (
        "positive",
        "Part des mentions du thème où il plaît.",
        "Share of the mentions of the theme in which it pleases.",
    ),
    (
        "precision",
        "Part de ce que les règles entendent que les évaluateurs entendent aussi.",
        "Share of what the rules hear that evaluators hear too.",
    ),
    (
        "present",
        "Appels où l’étape est dite là où elle est attendue.",
        "Calls in which the step is said where it is expected.",
    ),
    (
        "q",
        "Force de la preuve, corrigée du nombre de tests : plus q est petit, moins le hasard suffit.",
        "Strength of the evidence, corrected for the number of tests: the smaller q, the less chance is enough.",
    ),
    ("rate", "Part, 0 à 100 %.", "Share, 0 to 100%."),
    (
        "raw",
        "La valeur telle que report.json la donne, dans l’unité dite à côté.",
        "The value as report.json gives it, in the unit said beside it.",
    ),
    (
        "recall",
        "Part de ce que les évaluateurs entendent que les règles entendent aussi.",
        "Share of what evaluators hear that the rules hear too.",
    ),
    (
        "reward_effect",
        "Ce que rapporte au score une dimension bien notée.",
        "What a well rated dimension brings the score.",
    ),
    ("reward_q", "q du bonus.", "q of the reward."),
    (
        "row",
        "Numéro de ligne que montre le tableur, titres compris ; absent quand les petits groupes sont protégés.",
        "Number of the row that the spreadsheet shows, header included; absent where small groups are protected.",
    ),
    ("rows", "Nombre de lignes.", "Number of rows."),
    ("score", "Note donnée par la personne.", "Score given by the person."),
    ("score_from", "Score du segment dans la première vague.", "Score of the segment in the first wave."),
    ("score_to", "Score du segment dans la seconde vague.", "Score of the segment in the second wave."),
    (
        "service_level",
        "Part des appels décrochés dans le délai visé.",
        "Share of the calls answered within the target time.",
    ),
    ("share", "Part de la base, 0 à 100 %.", "Share of the base, 0 to 100%."),
    ("share_after", "Part des réponses après redressement.", "Share of the answers after weighting."),
    ("share_before", "Part des réponses avant redressement.", "Share of the answers before weighting."),
    (
        "share_best",
        "Part des meilleures notes : promoteurs, satisfaits, notes hautes.",
        "Share of the best answers: promoters, satisfied, high ratings.",
    ),
    ("share_from", "Part dans la première vague.", "Share in the first wave."),
    ("share_middle", "Part des notes du milieu.", "Share of the middle answers."),
    ("share_to", "Part dans la seconde vague.", "Share in the second wave."),
    (
        "share_worst",
        "Part des plus mauvaises notes : détracteurs, insatisfaits, notes basses.",
        "Share of the worst answers: detractors, dissatisfied, low ratings.",
    ),
    (
        "standardised",
        "Coefficient de la dimension dans un modèle où toutes ont le même écart type.",
        "Coefficient of the dimension in a model where all have the same standard deviation.",
    ),
    (
        "superiority",
        "Probabilité qu’une réponse du second terme dépasse une réponse du premier, égalités pour moitié.",
        "Probability that an answer of the second side exceeds one of the first, ties counting for half.",
    ),
    ("talk_ratio", "Part de l’agent dans le temps de parole.", "The agent’s share of the time spoken."),
    (
        "target",
        "Valeur à atteindre, ou part déclarée d’un redressement.",
        "Value to reach, or share declared for a weighting.",
    ),
    ("times", "Nombre de fois où le point est entendu.", "Times that the item is heard."),
    (
        "timing_agent_interruptions",
        "Fois où l’agent coupe la parole au client.",
        "Times that the agent cuts the customer short.",
    ),
    ("timing_duration", "Durée de l’appel.", "Length of the call."),
    (
        "timing_first_answer",
        "Temps que le client attend la première réponse à ce qu’il dit.",
        "Time that the customer waits for the first answer to what is said.",
    ),
    ("timing_longest_silence", "Le plus long silence de l’appel.", "The longest silence of the call."),
    (
        "timing_talk_ratio",
        "Part de l’agent dans le temps de parole.",
        "The agent’s share of the time spoken.",
    ),
    ("turn", "Numéro du tour de parole.", "Number of the turn."),
    ("turns", "Nombre de tours de parole.", "Number of turns."),
    ("unit", "Unité de la valeur brute.", "Unit of the raw value."),
    (
        "value",
        "Le score, l’indicateur ou la note, dans son unité.",
        "The score, the indicator or the answer, in its unit.",
    ),
    ("value_from", "Score du premier terme.", "Score of the first side."),
    ("value_to", "Score du second terme.", "Score of the second side."),
    ("weighted_base", "Somme des poids de la base.", "Sum of the weights of the base."),
    (
        "weighted_n",
        "Somme des poids de ceux qui ont choisi la réponse.",
        "Sum of the weights of those who chose the answer.",
    ),
    (
        "with",
        "Score des réponses qui citent le thème ou le mot ; dans les appels, nombre d’appels où c’est le cas.",
        "Score of the answers that mention the theme or word; in calls, number of calls where it is so.",
    ),
    (
        "within",
        "Part de l’écart qui vient des scores à l’intérieur du segment.",
        "Part of the difference that comes from the scores within the segment.",
    ),
    (
        "without",
        "Score des réponses qui ne citent ni le thème ni le mot.",
        "Score of the answers that do not mention it.",
    ),
    ("words_per_minute", "Mots prononcés par minute de parole.", "Words said per minute of speech."),
];

/// What a column means; none of a column that its heading tells.
pub(super) fn meaning(key: &str, lang: Lang) -> Option<&'static str> {
    let (_, fr, en) = MEANINGS.iter().find(|(known, ..)| *known == key)?;
    Some(lang.pick(fr, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meanings_are_in_order_and_sentences() {
        for pair in MEANINGS.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} {}", pair[0].0, pair[1].0);
        }
        for (key, fr, en) in MEANINGS {
            assert!(fr.ends_with('.') && en.ends_with('.'), "{key}");
            assert!(!fr.contains('\'') && !en.contains('\''), "{key}");
        }
    }
}
