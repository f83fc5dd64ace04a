//! The method in plain words: what was asked, what does not count, how each figure is computed and
//! what may be concluded from it.

use std::collections::BTreeSet;

use super::amounts::SMALL_BASE;
use super::centre;
use super::design;
use super::document::{Block, Column, Row, Table};
use super::entity_tables;
use super::provenance;
use super::transcripts;
use super::words::Words;
use crate::keyness::Correction;
use crate::metric::control::{ChartKind, ENOUGH, RUN};
use crate::metric::{Group, Method, Metric};
use crate::report::{QuestionSummary, REST, Report};

/// Chance that a wave is more than three standard errors off when nothing moves.
const BEYOND_BY_CHANCE: f64 = 0.002_7;

/// How to read the marks of the findings, for those that they use; none where they use none.
pub(super) fn key(words: &Words<'_>, report: &Report) -> Option<String> {
    let used = |mark: &str| report.findings.iter().any(|f| f.text.contains(mark));
    let level = words.lang.level(report.study.level);
    let brackets = used("[").then(|| {
        words.say(
            format!("Entre crochets : l’intervalle de confiance à {level} du chiffre qui précède."),
            format!("In brackets: the {level} confidence interval of the figure before them."),
        )
    });
    let q = used("q\u{a0}").then(|| {
        words.say(
            "q : plus il est petit, plus la preuve est forte, compte tenu du nombre de tests ; sous 0,05, un écart est dit significatif.",
            "q: the smaller, the stronger the evidence, given the number of tests; under 0.05 a difference is called significant.",
        )
    });
    let p = used(" p\u{a0}").then(|| {
        words.say(
            "p : force de la preuve de l’écart entre deux vagues, question posée d’avance et donc sans correction ; sous 0,05, il est dit significatif.",
            "p: strength of the evidence for the difference between two waves, a question asked beforehand and so not corrected; under 0.05 it is called significant.",
        )
    });
    let base = (used("base") || used("Base")).then(|| {
        if report.centre.is_some() {
            words.say(
                "Base : nombre d’appels, de tickets ou de réponses derrière le chiffre.",
                "Base: number of calls, tickets or answers behind the figure.",
            )
        } else {
            words.say("Base : nombre de réponses valides.", "Base: number of valid answers.")
        }
    });
    let lines: Vec<String> = [brackets, q, p, base].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// The blocks of the method section.
pub(super) fn blocks(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    if !report.warnings.is_empty() {
        out.push(heading(words, "À savoir avant d’utiliser ces chiffres", "Before using these figures"));
        out.push(Block::List { items: report.warnings.iter().map(|w| w.message.clone()).collect() });
    }
    out.extend(centre::method(words, report));
    out.extend(transcripts::method(words, report));
    if !report.study.questions.is_empty() {
        out.push(heading(words, "Questions et bases", "Questions and bases"));
        out.push(Block::Table(bases(words, report)));
    }
    out.extend(design::weighting(words, report));
    let definitions = definitions(words, report);
    if !definitions.is_empty() {
        out.push(heading(words, "Définitions", "Definitions"));
        out.push(Block::Definitions { items: definitions });
    }
    let reading: Vec<(String, String)> =
        entity_tables::method(words, report).into_iter().chain(reading(words, report)).collect();
    if !reading.is_empty() {
        out.push(heading(words, "Comment lire ces chiffres", "How to read these figures"));
        out.push(Block::Definitions { items: reading });
    }
    out.extend(provenance::blocks(words, report));
    out
}

fn heading(words: &Words<'_>, fr: &str, en: &str) -> Block {
    Block::Heading { text: words.pick(fr, en).to_owned() }
}

/// What was asked, how many valid answers, and why the others do not count.
fn bases(words: &Words<'_>, report: &Report) -> Table {
    let columns = vec![
        Column::text("Question"),
        Column::text(words.pick("Nature", "Kind")),
        Column::number(words.pick("Échelle", "Scale")),
        Column::number(words.pick("Base", "Base")),
        Column::text(words.pick("Réponses non comptées", "Answers not counted")),
    ];
    let row = |q: &QuestionSummary| {
        let scale = q.scale.map_or_else(String::new, |[low, high]| {
            let turned = if q.reversed { words.pick(" (retournée)", " (turned)") } else { "" };
            format!("{}–{}{turned}", words.lang.number(low, 0), words.lang.number(high, 0))
        });
        let missing: Vec<String> = q
            .missing
            .iter()
            .filter(|(_, n)| **n > 0)
            .map(|(reason, n)| {
                words.say(
                    format!("{} : {}", words.reason(reason), words.lang.count(*n)),
                    format!("{}: {}", words.reason(reason), words.lang.count(*n)),
                )
            })
            .collect();
        let missing =
            if missing.is_empty() { words.pick("aucune", "none").to_owned() } else { missing.join(", ") };
        Row {
            cells: vec![
                words.say(q.title(), q.title()).into(),
                words.kind(q.kind).to_owned().into(),
                scale.into(),
                words.lang.count(q.answered).into(),
                missing.into(),
            ],
            total: false,
        }
    };
    let caption = if report.study.waves.len() > 1 {
        words.say("Base : réponses valides, toutes vagues", "Base: valid answers, all waves")
    } else {
        words.say("Base : réponses valides", "Base: valid answers")
    };
    Table::new(words, caption, columns, report.study.questions.iter().map(row).collect())
}

/// How each metric of the report is computed; a rating on several questions is defined once.
fn definitions(words: &Words<'_>, report: &Report) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for (question, _) in words.scored() {
        for &metric in words.metrics(&question.id) {
            let text = definition(words, question, metric);
            if seen.insert((metric, text.clone())) {
                out.push((words.noun(&question.id, metric).short(), text));
            }
        }
    }
    let turned: Vec<String> =
        report.study.questions.iter().filter(|q| q.reversed).map(|q| words.column(&q.id)).collect();
    if !turned.is_empty() {
        let list = words.list(&turned);
        out.push((
            words.pick("Échelle retournée", "Turned scale").to_owned(),
            words.say(
                format!("Dans le fichier, la plus petite réponse est la meilleure pour {list} : chaque réponse x est lue minimum + maximum − x, pour que le haut de l’échelle soit toujours le meilleur."),
                format!("In the file the lowest answer is the best for {list}: each answer x is read as minimum + maximum − x, so that the top of the scale is always the best."),
            ),
        ));
    }
    out
}

fn definition(words: &Words<'_>, question: &QuestionSummary, metric: Metric) -> String {
    let range = |group| words.range_text(&question.id, group).unwrap_or_else(|| "–".to_owned());
    let (best, worst) = (range(Group::High), range(Group::Low));
    match metric {
        Metric::Nps | Metric::Enps => {
            let (plus, middle, minus) = (range(Group::Promoters), range(Group::Passives), range(Group::Detractors));
            words.say(
                format!("Part des promoteurs (notes de {plus}) moins part des détracteurs (notes de {minus}), en points, de −100 à +100. Les passifs (notes de {middle}) comptent dans la base, ni en plus ni en moins."),
                format!("Share of promoters (ratings of {plus}) minus share of detractors (ratings of {minus}), in points from −100 to +100. Passives (ratings of {middle}) count in the base, neither for nor against."),
            )
        }
        Metric::Csat => words.say(
            format!("Part des réponses de {best}, en pourcentage des réponses valides. Les insatisfaits sont ceux qui répondent {worst}."),
            format!("Share of answers of {best}, as a percentage of valid answers. The dissatisfied are those who answer {worst}."),
        ),
        Metric::CesEasy => words.say(
            format!("Part des réponses de {best}, du côté « facile » de l’échelle, en pourcentage des réponses valides."),
            format!("Share of answers of {best}, on the easy side of the scale, as a percentage of valid answers."),
        ),
        Metric::RatingTop2 => words.say(
            format!("Part des notes de {best}, en pourcentage des réponses valides."),
            format!("Share of ratings of {best}, as a percentage of valid answers."),
        ),
        Metric::Ces => words.say(
            "Moyenne des réponses, en points de l’échelle ; plus elle est haute, plus la démarche est jugée facile.",
            "Mean of the answers, in points of the scale; the higher, the easier.",
        ),
        Metric::CsatMean | Metric::RatingMean => words.say(
            "Moyenne des réponses valides, en points de l’échelle.",
            "Mean of the valid answers, in points of the scale.",
        ),
    }
}

/// Bases, intervals, tests, rounding, what is hidden: each only when the report uses it.
fn reading(words: &Words<'_>, report: &Report) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut add = |fr: &str, en: &str, text: String| out.push((words.pick(fr, en).to_owned(), text));
    if !report.metrics.is_empty() {
        add("Base", "Base", words.say(
            format!("Nombre de réponses valides derrière un chiffre. Au-dessous de {SMALL_BASE} (signe †), le chiffre est fragile."),
            format!("Number of valid answers behind a figure. Under {SMALL_BASE} (mark †) the figure is fragile."),
        ));
        add("Intervalle", "Interval", intervals(words, report));
    }
    if !report.comparisons.is_empty() {
        let tests: BTreeSet<&str> = report.comparisons.iter().map(|c| c.test.as_str()).collect();
        let (fr, en) = if tests.len() == 1 { ("Test", "Test") } else { ("Tests", "Tests") };
        let tests = words.list(&tests.into_iter().map(|t| words.test(t)).collect::<Vec<_>>());
        let named = words.say(format!(" {fr} : {tests}."), format!(" {en}: {tests}."));
        let by_wave = report.comparisons.iter().any(|c| c.by == "wave");
        if by_wave {
            add("Écart entre vagues", "Difference between waves", words.say(
                format!("Résultat de la dernière vague moins celui de la précédente, avec son propre intervalle. Deux intervalles qui se recouvrent n’excluent pas un écart significatif : c’est q qui décide, p pour l’ensemble. Un écart peut aussi venir d’un changement dans le public interrogé, que l’intervalle ne voit pas.{named}"),
                format!("Result of the last wave minus that of the one before, with its own interval. Two intervals that overlap do not rule out a significant difference: q decides, p for the total. A difference may also come from a change in who answered, which the interval does not see.{named}"),
            ));
        }
        if report.comparisons.iter().any(|c| c.from == REST) {
            let named = if by_wave { "" } else { named.as_str() };
            add("Segment plus haut ou plus bas", "Segment higher or lower", words.say(
                format!("Chaque segment est comparé aux autres répondants, toutes vagues confondues ; q tient compte de tout ce qui est comparé sur ce score.{named}"),
                format!("Each segment is compared with the other respondents, all waves together; q allows for all that is compared on this score.{named}"),
            ));
        }
    }
    if !report.decompositions.is_empty() {
        add("D’où vient un écart", "Where a difference comes from", words.say(
            "L’écart entre deux vagues est la somme exacte de deux termes (décomposition de Kitagawa, 1955) : ce que changent les scores à l’intérieur des segments, et ce que change la répartition des répondants entre eux, chaque terme étant compté à la moyenne des deux vagues. Les réponses sans valeur forment un segment. La décomposition décrit les réponses reçues : c’est q, non elle, qui dit si l’écart dépasse le hasard. Quand le total va dans un sens et ses segments dans l’autre (paradoxe de Simpson), une phrase le signale.",
            "A difference between two waves is the exact sum of two terms (Kitagawa’s decomposition, 1955): what the scores change within segments, and what the mix of respondents changes, each counted at the mean of the two waves. Answers without a value make a segment. The decomposition describes the answers received: q, not this, says whether the difference is more than chance. When the total goes one way and its segments the other (Simpson’s paradox), a sentence says so.",
        ));
    }
    if !report.series.is_empty() {
        add("Limites de contrôle", "Control limits", control_limits(words, report));
    }
    if !report.rates.is_empty() {
        add("Participation", "Participation", words.say(
            "Réponses rapportées aux personnes interrogées, ou à l’effectif déclaré. L’intervalle (Wilson) est celui d’un groupe tiré d’un ensemble bien plus grand. Une participation élevée n’exclut pas que les absents pensent autrement.",
            "Answers over people asked, or over the head count declared. The interval (Wilson) is that of a group drawn from a much larger one. A high participation does not rule out that those absent think otherwise.",
        ));
    }
    if !(report.comparisons.is_empty() && report.drivers.is_empty() && report.keyness.is_empty()) {
        add("q", "q", words.say(
            "Force de la preuve, corrigée du nombre de tests (méthode de Benjamini et Hochberg) : plus q est petit, moins le hasard suffit à expliquer l’écart. En ne retenant que les écarts dont q < 0,05, on accepte en moyenne 5 % de fausses alertes parmi eux, au plus. L’écart de l’ensemble entre deux vagues, seule question posée d’avance, se lit sur p, sans correction. Ni q ni p ne disent si un écart est grand : l’intervalle le dit.",
            "Strength of the evidence, corrected for the number of tests (Benjamini and Hochberg): the smaller q, the less chance is enough to explain the difference. Keeping only differences with q < 0.05 accepts on average at most 5% of false alarms among them. The difference of the total between two waves, the one question asked beforehand, is read on p, uncorrected. Neither q nor p says whether a difference is large: the interval does.",
        ));
        if report.study.correction == Correction::Holm && !report.comparisons.is_empty() {
            add("q des écarts", "q of differences", words.say(
                "À la demande, les écarts entre vagues et segments sont corrigés par la méthode de Holm, plus sévère : en ne retenant que ceux dont q < 0,05, on risque au plus 5 % de chances qu’un seul d’entre eux soit une fausse alerte.",
                "On request, differences between waves and segments are corrected by Holm’s stricter method: keeping only those with q < 0.05 risks at most a 5% chance that even one of them is a false alarm.",
            ));
        }
    }
    if !report.keywords.is_empty() {
        add("Mot-clé", "Keyword", words.say(
            "Les formes d’un même mot (pluriels, conjugaisons, fautes courantes) sont regroupées sous la plus fréquente. Les mots qui vont ensemble (« temps d’attente ») comptent aussi comme un seul, de même que ceux que la phrase nie (« pas satisfait »). Un mot qui se trouve le plus souvent dans une telle expression laisse sa place à celle-ci. On compte les verbatims qui contiennent le mot ou l’expression, une fois chacun.",
            "The forms of one word (plurals, conjugations, usual misspellings) are grouped under the most frequent. Words that belong together (“waiting time”) count as one too, as do those that the sentence denies (“not satisfied”). A word met most often inside such a phrase leaves its place to it. What is counted is the comments that contain the word or phrase, once each.",
        ));
    }
    if !report.keyness.is_empty() {
        add("Spécificité", "Keyness", words.say(
            "Un mot est spécifique d’un groupe quand il y est plus fréquent que dans le groupe opposé. G² (rapport de vraisemblance) classe les mots ; le rapport dit combien de fois plus souvent le groupe l’emploie ; q vient du test exact de Fisher, ou du χ² quand tous les effectifs attendus atteignent 5 (100 quand p est inférieur à 0,001).",
            "A word is specific to a group when it is more frequent there than in the opposite group. G² (log-likelihood) ranks the words; the ratio says how many times more often the group uses it; q comes from Fisher’s exact test, or from χ² when every expected count reaches 5 (100 when p is under 0.001).",
        ));
    }
    if !report.drivers.is_empty() {
        add("Impact", "Impact", words.say(
            "Score de toutes les réponses notées et commentées, moins le score de celles qui ne citent pas le mot. Négatif : le mot va avec de mauvaises notes (irritant) ; positif : avec de bonnes (levier de satisfaction). Les impacts ne s’additionnent pas : un verbatim peut citer plusieurs mots.",
            "Score of all answers with a score and a comment, minus the score of those that do not mention the word. Negative: the word goes with low scores (pain point); positive: with high ones (strength). Impacts do not add up: one comment may mention several words.",
        ));
    }
    for (fr, en, text) in models(words, report) {
        add(fr, en, text);
    }
    if report.study.min_group > 1 && report.metrics.iter().any(|m| m.suppressed) {
        let min = words.answers(report.study.min_group);
        add("Résultats masqués", "Hidden results", words.say(
            format!("Un résultat de moins de {min}, ou dont les réponses peu nombreuses sont toutes semblables, n’est pas montré (–), afin que personne ne puisse être reconnu. D’autres résultats, plus grands, sont masqués avec lui : par soustraction d’un total, d’une vague ou d’un segment emboîté, ils permettraient de le retrouver. Ce qui reste publié laisse à chaque effectif masqué une incertitude d’au moins {min}. Toutes ces réponses restent comptées dans les totaux."),
            format!("A result of fewer than {min}, or whose few answers are all alike, is not shown (–), so that nobody can be recognised. Other, larger results are hidden with it: by subtraction from a total, a wave or a nested segment it could be found from them. What is published leaves every hidden count uncertain by at least {min}. All these answers still count in the totals."),
        ));
    }
    for (fr, en, text) in design::reading(words, report) {
        add(fr, en, text);
    }
    if !report.metrics.is_empty() {
        add("Arrondi", "Rounding", words.say(
            "Les calculs sont faits sur les valeurs exactes et arrondis à l’affichage seulement : une somme ou un écart peut différer d’une unité du dernier chiffre.",
            "Computed on exact values and rounded on display only: a sum or a difference may differ by one unit of the last digit.",
        ));
    }
    out
}

/// What puts a wave out of line, and how many were looked at.
fn control_limits(words: &Words<'_>, report: &Report) -> String {
    let has = |kind| report.series.iter().any(|s| s.chart == kind);
    let mut kinds = Vec::new();
    if has(ChartKind::Score) {
        kinds.push(if report.study.design.is_some() {
            words.pick("3 de ses propres erreurs types", "3 of its own standard errors")
        } else {
            words.pick(
                "3 de ses propres erreurs types pour un score net ou une moyenne",
                "3 of its own standard errors for a net score or a mean",
            )
        });
    }
    if has(ChartKind::P) {
        kinds.push(words.pick(
            "3 erreurs types de la part moyenne à sa base pour une part (carte p)",
            "3 standard errors of the mean share at its base for a share (p chart)",
        ));
    }
    if has(ChartKind::Laney) {
        kinds.push(words.pick(
            "3 erreurs types élargies ou resserrées à la variation constatée d’une vague à l’autre, quand leurs bases ne l’expliquent pas (Laney 2002)",
            "3 standard errors scaled to the variation found from wave to wave, where bases do not explain it (Laney 2002)",
        ));
    }
    if has(ChartKind::Individuals) {
        kinds.push(words.pick("2,66 étendues mobiles moyennes (XmR)", "2.66 mean moving ranges (XmR)"));
    }
    let kinds = words.list(&kinds.into_iter().map(str::to_owned).collect::<Vec<_>>());
    let points = report.series.iter().flat_map(|s| &s.points).filter(|p| p.value.is_some()).count();
    let (n, points_text) = (words.lang.count(report.series.len() as u64), words.lang.count(points as u64));
    let expected = words.points_size(points as f64 * BEYOND_BY_CHANCE, 1);
    // Of k waves that fall on either side by chance, so many runs of eight or more are expected: 2 (2⁻⁸ + (k − 8) 2⁻⁹).
    let runs = |s: &super::ControlSeries| {
        let waves = s.points.iter().filter(|p| p.value.is_some()).count();
        if waves < RUN { 0.0 } else { (waves - RUN + 2) as f64 / (RUN as f64).exp2() }
    };
    let runs: f64 = report.series.iter().map(runs).sum();
    let runs = if runs > 0.0 {
        let runs = words.lang.number(runs, 1);
        words.say(format!(" et {runs} suite de {RUN}"), format!(" and {runs} runs of {RUN}"))
    } else {
        String::new()
    };
    let segments = if report.series.iter().any(|s| s.segment.is_some()) {
        words.say(
            " Un segment n’est cité dans l’essentiel que si ses vagues diffèrent plus que le hasard ne le veut (χ² d’homogénéité), q tenant compte du nombre de segments.",
            " A segment is named in the key findings only where its waves differ more than chance would have it (χ² of homogeneity), q allowing for the number of segments.",
        )
    } else {
        String::new()
    };
    let finite = if report.study.design.as_ref().is_some_and(|d| d.population.is_some()) {
        words.say(
            " Ces erreurs types ne sont pas réduites pour population finie : il s’agit de juger ce qui produit les réponses d’une vague à l’autre, non de décrire les présents.",
            " These standard errors are not reduced for a finite population: what produces the answers from wave to wave is judged, not who was there.",
        )
    } else {
        String::new()
    };
    let provisional = if report.series.iter().any(|s| s.provisional) {
        words.say(
            format!(" Sous {ENOUGH} vagues les limites sont provisoires : chaque vague nouvelle peut les déplacer."),
            format!(" Under {ENOUGH} waves limits are provisional: each new wave may move them."),
        )
    } else {
        String::new()
    };
    words.say(
        format!("Une vague sort des limites quand elle s’écarte de la moyenne des vagues de plus de {kinds} ; {RUN} vagues de suite du même côté de cette moyenne font aussi un signal.{finite} {n} séries sont suivies ici, soit {points_text} points : si rien ne changeait, le seul hasard donnerait environ {expected} hors limites{runs}.{provisional}{segments}"),
        format!("A wave is out of limits when it is further from the mean of the waves than {kinds}; {RUN} waves in a row on one side of that mean are a signal too.{finite} {n} series are charted here, or {points_text} points: if nothing changed, chance alone would give about {expected} out of limits{runs}.{provisional}{segments}"),
    )
}

fn intervals(words: &Words<'_>, report: &Report) -> String {
    let level = words.lang.level(report.study.level);
    let used: BTreeSet<Method> = report.metrics.iter().map(|m| m.method).collect();
    let methods: Vec<String> = used.into_iter().map(|m| formula(words, m).to_owned()).collect();
    let methods = words.list(&methods);
    words.say(
        format!("Marge d’erreur due au hasard de l’échantillonnage : si l’on répétait l’enquête, {level} des intervalles ainsi construits contiendraient la vraie valeur. Il ne couvre ni les biais de recrutement ni ceux de non-réponse. Calcul : {methods}."),
        format!("Margin of error due to chance in sampling: were the survey repeated, {level} of the intervals so built would contain the true value. It covers neither recruitment nor non-response bias. Computed as {methods}."),
    )
}

/// The name of a formula.
fn formula<'w>(words: &Words<'w>, method: Method) -> &'w str {
    let (fr, en) = match method {
        Method::Score => (
            "intervalle de score de Tango (1998) pour le NPS et l’eNPS",
            "Tango’s score interval (1998) for NPS and eNPS",
        ),
        Method::Wald => ("intervalle de Wald pour le NPS et l’eNPS", "Wald’s interval for NPS and eNPS"),
        Method::AdjustedWald => (
            "intervalle de Wald ajusté (trois réponses fictives) pour le NPS et l’eNPS",
            "adjusted Wald interval (three added answers) for NPS and eNPS",
        ),
        Method::BonettPrice => (
            "intervalle de Bonett et Price (2012) pour le NPS et l’eNPS",
            "Bonett and Price’s interval (2012) for NPS and eNPS",
        ),
        Method::Bootstrap => (
            "percentiles de rééchantillonnages (bootstrap) pour le NPS et l’eNPS",
            "bootstrap percentiles for NPS and eNPS",
        ),
        Method::Wilson => ("intervalle de Wilson pour les parts", "Wilson’s interval for shares"),
        Method::WilsonContinuity => (
            "intervalle de Wilson avec correction de continuité pour les parts",
            "Wilson’s interval with continuity correction for shares",
        ),
        Method::ClopperPearson => (
            "intervalle exact de Clopper et Pearson pour les parts",
            "Clopper and Pearson’s exact interval for shares",
        ),
        Method::AgrestiCoull => {
            ("intervalle d’Agresti et Coull pour les parts", "Agresti and Coull’s interval for shares")
        }
        Method::Jeffreys => ("intervalle de Jeffreys pour les parts", "Jeffreys’ interval for shares"),
        Method::T => ("loi de Student pour les moyennes", "Student’s t for means"),
        Method::DesignScore => (
            "intervalle de score (Tango 1998) sur la base efficace pour le NPS et l’eNPS",
            "score interval (Tango 1998) on the effective base for NPS and eNPS",
        ),
        Method::DesignWald => (
            "intervalle de Wald sur la base efficace pour le NPS et l’eNPS",
            "Wald’s interval on the effective base for NPS and eNPS",
        ),
        Method::Logit => {
            ("loi de Student sur l’échelle logit pour les parts", "Student’s t on the logit scale for shares")
        }
        Method::Beta => (
            "intervalle exact sur la base efficace (Korn et Graubard 1998) pour les parts",
            "exact interval on the effective base (Korn and Graubard 1998) for shares",
        ),
        Method::Arcsine => (
            "loi de Student sur l’échelle arc sinus pour les parts",
            "Student’s t on the arcsine scale for shares",
        ),
        Method::DesignT => (
            "loi de Student, avec les degrés de liberté du plan, pour les moyennes",
            "Student’s t, with the degrees of freedom of the design, for means",
        ),
    };
    words.pick(fr, en)
}

/// How themes are found and what holding the others means: French title, English title, text.
fn models(words: &Words<'_>, report: &Report) -> Vec<(&'static str, &'static str, String)> {
    let mut out = Vec::new();
    if !report.themes.is_empty() {
        out.push(("Thème", "Theme", words.say(
            "Un plan de codage dit par quels mots et quelles expressions on parle d’un thème ; « barometre themes » donne les verbatims trouvés par chaque règle et les mots que le plan ne couvre pas. Le jugement (content, mécontent) est lu dans la proposition qui parle du thème, à défaut dans ses voisines. C’est une lecture automatique : thème et jugement ensemble, elle se trompe dans un cas sur quatre environ sur des verbatims nouveaux.",
            "A codebook says by which words and phrases a theme is spoken of; “barometre themes” gives the comments that each rule finds and the words that the codebook does not cover. The judgement (pleased, displeased) is read in the clause that speaks of the theme, else in its neighbours. It is read by a program: theme and judgement together, it is wrong about one time in four on new comments.",
        )));
    }
    if report.drivers.iter().any(|d| d.adjusted.is_some()) {
        out.push(("Impact propre", "Impact of its own", words.say(
            "Part des réponses qui parlent du thème, multipliée par l’écart de score qui va avec lui quand tous les autres thèmes sont tenus égaux (régression linéaire du score sur tous les thèmes à la fois). Des thèmes cités ensemble se partagent ainsi leur effet. L’intervalle vient du jackknife : le modèle est recalculé sans chaque groupe de répondants, tour à tour.",
            "Share of the answers that speak of the theme, times the difference in score that goes with it when all other themes are held equal (linear regression of the score on all themes at once). Themes mentioned together thus share their effect. The interval comes from the jackknife: the model is computed again without each group of respondents in turn.",
        )));
    }
    if !report.importance.is_empty() {
        out.push(("Importance", "Importance", words.say(
            "Part du R² du score qui revient à une dimension notée, en moyenne sur tous les ordres où les dimensions peuvent entrer dans le modèle (LMG, valeur de Shapley) ; intervalle par jackknife. Seules comptent les réponses qui notent toutes les dimensions.",
            "Part of the score’s R² due to a rated dimension, on average over all orders in which the dimensions may enter the model (LMG, Shapley value); interval by jackknife. Only answers that rate every dimension count.",
        )));
    }
    out
}
