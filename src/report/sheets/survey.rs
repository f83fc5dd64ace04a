//! Which sheets a survey has besides its scores, and what each shows.

use super::look::Look;
use super::spec::{Show, Spec, column, named};

const COUNT: Show = Show::Number(Look::Count);
const BASE: Show = Show::Number(Look::Base);
const SHARE: Show = Show::Number(Look::Share(1));
const P: Show = Show::Number(Look::Probability);
const ONE: Show = Show::Number(Look::Number(1));
const TWO: Show = Show::Number(Look::Number(2));

/// What the scores rest on.
pub(super) const SCORES: &[Spec] = &[
    Spec {
        id: "targets",
        tab: ("Objectifs", "Targets"),
        title: ("Les objectifs et s’ils sont atteints", "Targets, and whether they are met"),
        intro: (
            "Indécidable : l’intervalle du score contient l’objectif.",
            "Undecided: the interval of the score holds the target.",
        ),
        columns: &[
            column("metric", Show::Metric),
            column("wave", Show::Text),
            column("bound", Show::Code),
            named("target", Show::Value, "À atteindre", "To reach"),
            column("value", Show::Value),
            column("n", BASE),
            column("met", Show::Code),
            column("question", Show::Question),
        ],
    },
    Spec {
        id: "rates",
        tab: ("Participation", "Participation"),
        title: ("La participation", "Participation"),
        intro: (
            "Réponses rapportées aux personnes interrogées, ou à l’effectif déclaré.",
            "Answers over the people asked, or over the head count declared.",
        ),
        columns: &[
            column("wave", Show::Whole),
            column("segment", Show::Text),
            named("base", Show::Code, "Rapporté à", "Out of"),
            named("invited", COUNT, "Personnes", "People"),
            named("answered", COUNT, "Réponses", "Answers"),
            named("rate", SHARE, "Taux", "Rate"),
            column("ci_low", SHARE),
            column("ci_high", SHARE),
        ],
    },
    Spec {
        id: "distributions_values",
        tab: ("Réponses par note", "Answers by rating"),
        title: ("Combien de réponses à chaque note", "How many answers at each point"),
        intro: ("Toutes vagues ensemble.", "All waves together."),
        columns: &[
            column("question", Show::Question),
            named("value", Show::Number(Look::Answer), "Note", "Answer"),
            column("label", Show::Text),
            column("group", Show::Group("question")),
            named("n", COUNT, "Réponses", "Answers"),
            column("share", SHARE),
        ],
    },
    Spec {
        id: "weighting_margins_values",
        tab: ("Redressement", "Weighting"),
        title: (
            "La structure des réponses avant et après redressement",
            "The structure of the answers before and after weighting",
        ),
        intro: (
            "La part visée est celle que déclare study.toml ; un poids moyen au-dessus de 1 dit une catégorie trop peu nombreuse dans les réponses.",
            "The target share is that declared in study.toml; a mean weight above 1 means a category that answered too little.",
        ),
        columns: &[
            named("columns", Show::Text, "Marge", "Margin"),
            named("value", Show::Text, "Valeur", "Value"),
            named("n", BASE, "Base brute", "Unweighted base"),
            named("share_before", SHARE, "Part avant", "Share before"),
            named("share_after", SHARE, "Part après", "Share after"),
            named("target", SHARE, "Part visée", "Target share"),
            named("mean_weight", TWO, "Poids moyen", "Mean weight"),
        ],
    },
];

/// What moved, beside the differences themselves.
pub(super) const CHANGES: &[Spec] = &[
    Spec {
        id: "decompositions_parts",
        tab: ("D’où vient l’écart", "Where the change comes from"),
        title: (
            "D’où vient l’écart entre les deux dernières vagues",
            "Where the change between the last two waves comes from",
        ),
        intro: (
            "L’écart de l’ensemble est la somme, sur les valeurs d’un segment, de l’évolution des scores et de celle de la répartition.",
            "The difference of the total is the sum, over the values of a segment, of what scores and what the mix change.",
        ),
        columns: &[
            column("metric", Show::Metric),
            column("from", Show::Text),
            column("to", Show::Text),
            named("by", Show::Text, "Segment", "Segment"),
            named("value", Show::Text, "Valeur du segment", "Value of the segment"),
            column("n_from", BASE),
            column("n_to", BASE),
            column("share_from", SHARE),
            column("share_to", SHARE),
            named("score_from", Show::Value, "Score avant", "Score before"),
            named("score_to", Show::Value, "Score après", "Score after"),
            named("within", Show::Gap, "Évolution du segment", "Change of the segment"),
            named("mix", Show::Gap, "Répartition", "Mix"),
            column("question", Show::Question),
        ],
    },
    Spec {
        id: "series_points",
        tab: ("Limites de contrôle", "Control limits"),
        title: (
            "Chaque vague dans les limites du hasard ou hors d’elles",
            "Each wave within the limits of chance or beyond",
        ),
        intro: (
            "Une vague hors limites, ou la huitième de suite d’un côté de la moyenne, sort de l’ordinaire.",
            "A wave out of the limits, or the eighth in a row on one side of the mean, is out of the ordinary.",
        ),
        columns: &[
            column("metric", Show::Metric),
            column("segment", Show::Whole),
            column("wave", Show::Text),
            column("n", BASE),
            column("value", Show::Value),
            named("low", Show::Value, "Limite basse", "Lower limit"),
            named("high", Show::Value, "Limite haute", "Upper limit"),
            named("signal", Show::Code, "Signal", "Signal"),
            column("question", Show::Question),
        ],
    },
];

/// What the verbatims say, what moves the scores, and on what the report rests.
pub(super) const TOPICS: &[Spec] = &[
    Spec {
        id: "drivers",
        tab: ("Leviers", "Drivers"),
        title: ("Ce qui fait varier le score", "What moves the score"),
        intro: (
            "Impact : ce que le score gagnerait (signe −) ou perdrait (signe +) sans les réponses qui citent le thème ou le mot. Une association, non une cause.",
            "Impact: what the score would gain (sign −) or lose (sign +) without the answers that mention the theme or word. An association, not a cause.",
        ),
        columns: &[
            column("label", Show::Text),
            column("kind", Show::Code),
            column("target", Show::Score),
            column("n", BASE),
            column("base", COUNT),
            named("with", Show::Value, "Score si cité", "Score if mentioned"),
            named("without", Show::Value, "Score sinon", "Score otherwise"),
            column("difference", Show::Gap),
            column("impact", Show::Gap),
            column("ci_low", Show::Gap),
            column("ci_high", Show::Gap),
            column("q", P),
            column("adjusted_impact", Show::Gap),
            named(
                "adjusted_impact_low",
                Show::Gap,
                "Impact propre, borne basse",
                "Impact of its own, low end",
            ),
            named(
                "adjusted_impact_high",
                Show::Gap,
                "Impact propre, borne haute",
                "Impact of its own, high end",
            ),
            column("adjusted_q", P),
        ],
    },
    Spec {
        id: "importance",
        tab: ("Importance", "Importance"),
        title: ("Ce que pèse chaque dimension notée", "How much each rated dimension counts"),
        intro: (
            "Importance : part des différences de score que la dimension explique, l’ensemble des dimensions étant compté.",
            "Importance: share of the differences in score that the dimension explains, all dimensions counted.",
        ),
        columns: &[
            column("label", Show::Text),
            column("target", Show::Score),
            column("importance", SHARE),
            column("importance_low", SHARE),
            column("importance_high", SHARE),
            named("share", SHARE, "Part du total expliqué", "Share of what is explained"),
            column("mean", TWO),
            column("mean_low", TWO),
            column("mean_high", TWO),
            column("correlation", TWO),
            column("standardised", TWO),
            column("penalty_effect", Show::Gap),
            column("penalty_q", P),
            column("reward_effect", Show::Gap),
            column("reward_q", P),
            column("appeal", Show::Code),
            column("missing", COUNT),
        ],
    },
    Spec {
        id: "priorities",
        tab: ("Priorités", "Priorities"),
        title: (
            "Les priorités : ce qui pèse et ce qui est mal noté",
            "Priorities: what counts and what is rated badly",
        ),
        intro: (
            "Établi : les intervalles de l’importance et de la performance sont d’un seul côté de leurs seuils.",
            "Established: the intervals of importance and performance lie on one side of their thresholds.",
        ),
        columns: &[
            column("label", Show::Text),
            column("target", Show::Score),
            column("quadrant", Show::Code),
            column("certain", Show::Code),
            column("importance", SHARE),
            column("importance_low", SHARE),
            column("importance_high", SHARE),
            column("importance_cut", SHARE),
            named("performance", ONE, "Performance (sur 100)", "Performance (of 100)"),
            column("performance_low", ONE),
            column("performance_high", ONE),
            named("performance_cut", ONE, "Seuil de performance", "Threshold of performance"),
        ],
    },
    Spec {
        id: "themes",
        tab: ("Thèmes", "Themes"),
        title: ("Ce dont parlent les verbatims", "What comments speak of"),
        intro: (
            "Mécontents, neutres et contents : parts des mentions du thème. Un verbatim peut avoir plusieurs thèmes.",
            "Displeased, neutral and pleased: shares of the mentions of the theme. A comment may have several themes.",
        ),
        columns: &[
            column("label", Show::Text),
            column("question", Show::Question),
            named("n", BASE, "Verbatims", "Comments"),
            named("base", COUNT, "Base de verbatims", "Base of comments"),
            column("share", SHARE),
            column("negative", Show::Number(Look::Share(0))),
            named("neutral", Show::Number(Look::Share(0)), "Neutres ou partagés", "Neutral or mixed"),
            column("positive", Show::Number(Look::Share(0))),
        ],
    },
    Spec {
        id: "theme_changes",
        tab: ("Évolution des thèmes", "Changes of themes"),
        title: (
            "Ce dont on parle plus, ou moins, qu’à la vague précédente",
            "What is spoken of more, or less, than in the wave before",
        ),
        intro: (
            "« Va avec » : impact du thème dans la seconde vague moins son impact dans la première ; les thèmes se recouvrent, cela ne s’additionne pas.",
            "“Goes with”: the impact of the theme in the second wave less its impact in the first; themes overlap, it does not add up.",
        ),
        columns: &[
            column("label", Show::Text),
            column("question", Show::Question),
            column("from", Show::Text),
            column("to", Show::Text),
            named("n_from", BASE, "Verbatims de départ", "Comments from"),
            named("n_to", BASE, "Verbatims d’arrivée", "Comments to"),
            column("share_from", SHARE),
            column("share_to", SHARE),
            named("difference", Show::Number(Look::SharePoints), "Écart de part", "Change of share"),
            column("ci_low", Show::Number(Look::SharePoints)),
            column("ci_high", Show::Number(Look::SharePoints)),
            column("q", P),
            column("new", Show::Code),
            column("target", Show::Score),
            column("contribution", Show::Gap),
            column("contribution_low", Show::Gap),
            column("contribution_high", Show::Gap),
            column("contribution_q", P),
        ],
    },
    Spec {
        id: "keyness",
        tab: ("Mots distinctifs", "Distinctive words"),
        title: (
            "Les mots qu’un groupe emploie plus que l’autre",
            "The words that one group uses more than the other",
        ),
        intro: (
            "G² classe les mots ; à partir de 0,05, q avertit que le contraste peut être dû au hasard.",
            "G² ranks the words; from 0.05 on, q warns that the contrast may be due to chance.",
        ),
        columns: &[
            column("label", Show::Text),
            column("kind", Show::Code),
            named("group", Show::Group("by"), "Groupe qui le dit plus", "Group that says it more"),
            named("by", Show::Score, "Score", "Score"),
            column("question", Show::Question),
            column("n_in", COUNT),
            column("base_in", BASE),
            column("n_out", COUNT),
            column("base_out", BASE),
            named("log_ratio", Show::Log2, "Rapport", "Ratio"),
            column("log_likelihood", ONE),
            column("q", P),
        ],
    },
    Spec {
        id: "contrasts",
        tab: ("Mots par groupe", "Words by group"),
        title: (
            "Ce qu’une vague ou un segment dit plus, ou moins, que les autres",
            "What a wave or segment says more, or less, than the others",
        ),
        intro: (
            "Rapport : part des verbatims du groupe qui disent le mot, sur celle des autres.",
            "Ratio: share of the group’s comments that say the word, over that of the others.",
        ),
        columns: &[
            column("label", Show::Text),
            column("kind", Show::Code),
            column("by", Show::Code),
            column("group", Show::Text),
            column("more", Show::Code),
            column("new", Show::Code),
            column("question", Show::Question),
            column("n_in", COUNT),
            column("base_in", BASE),
            column("n_out", COUNT),
            column("base_out", BASE),
            named("log_ratio", Show::Log2, "Rapport", "Ratio"),
            column("log_likelihood", ONE),
            column("q", P),
            column("overall_q", P),
        ],
    },
    Spec {
        id: "keywords",
        tab: ("Mots-clés", "Keywords"),
        title: ("Les mots les plus fréquents", "The most frequent words"),
        intro: (
            "Les formes d’un même mot sont comptées ensemble ; une base est un nombre de verbatims.",
            "The forms of a word are counted together; a base is a number of comments.",
        ),
        columns: &[
            column("label", Show::Text),
            column("kind", Show::Code),
            column("forms", Show::Text),
            column("question", Show::Question),
            named("n", COUNT, "Verbatims", "Comments"),
            column("share", SHARE),
        ],
    },
    Spec {
        id: "quotes",
        tab: ("Verbatims", "Comments"),
        title: ("Des verbatims qui illustrent", "Comments that illustrate"),
        intro: (
            "Choisis près de ce que disent la plupart ; les données personnelles sont masquées.",
            "Chosen close to what most people say; personal data are masked.",
        ),
        columns: &[
            named("keyword", Show::Text, "Thème ou mot", "Theme or word"),
            named("text", Show::Text, "Verbatim", "Comment"),
            column("group", Show::Group("")),
            column("score", Show::Number(Look::Answer)),
            column("question", Show::Question),
            column("file", Show::Text),
            named("row", Show::Number(Look::Answer), "Ligne du fichier", "Row of the file"),
        ],
    },
    Spec {
        id: "study_questions",
        tab: ("Questions", "Questions"),
        title: ("Ce qui a été demandé", "What was asked"),
        intro: ("Base : réponses valides, toutes vagues.", "Base: valid answers, all waves."),
        columns: &[
            column("id", Show::Text),
            named("column", Show::Text, "Colonne du fichier", "Column of the file"),
            named("text", Show::Text, "Texte de la question", "Text of the question"),
            named("kind", Show::Code, "Nature", "Kind"),
            named("answered", BASE, "Base", "Base"),
        ],
    },
    Spec {
        id: "warnings",
        tab: ("Avertissements", "Warnings"),
        title: ("À savoir avant d’utiliser ces chiffres", "Before using these figures"),
        intro: ("Dans l’ordre où les données sont lues.", "In the order in which the data are read."),
        columns: &[column("message", Show::Text), column("code", Show::Text)],
    },
];
