//! The sample in words: weights, strata, clusters, the same people in two waves, a known head count.

use super::document::{Block, Column, Row, Table};
use super::words::Words;
use crate::report::Report;
use crate::study::MarginValue;

/// What a reader must know of a declared design: French title, English title, text.
pub(super) fn reading(words: &Words<'_>, report: &Report) -> Vec<(&'static str, &'static str, String)> {
    let Some(design) = &report.study.design else { return Vec::new() };
    let mut out = Vec::new();
    if let Some(weight) = &design.weight {
        let weight = words.lang.quote(weight);
        out.push(("Redressement", "Weighting", words.say(
            format!("Les scores, les parts et les écarts sont redressés par les poids de la colonne {weight} ; les bases affichées sont brutes. Les mots, les thèmes et leurs impacts sont comptés sans poids ; l’impact propre des thèmes et l’importance des dimensions sont redressés."),
            format!("Scores, shares and differences are weighted by column {weight}; the bases shown are unweighted. Words, themes and their impacts are counted without weights; a theme’s impact of its own and the importance of dimensions are weighted."),
        )));
    }
    let kept: Vec<String> =
        [(&design.strata, "les strates", "the strata"), (&design.cluster, "les grappes", "the clusters")]
            .into_iter()
            .filter_map(|(column, fr, en)| {
                let column = words.lang.quote(column.as_deref()?);
                Some(format!("{} {column}", words.pick(fr, en)))
            })
            .collect();
    let drawn = words.lang.count(design.drawn);
    let parts = if kept.is_empty() {
        String::new()
    } else {
        let list = words.list(&kept);
        words.say(format!(" avec {list}"), format!(" with {list}"))
    };
    out.push(("Plan de sondage", "Sample design", words.say(
        format!("Erreurs types par linéarisation de Taylor{parts}, sur {drawn} unités tirées ; un segment est un domaine de l’échantillon entier, dont les autres lignes restent dans le calcul. La base efficace est celle d’un échantillon aléatoire simple aussi précis ; l’effet de plan dit combien de fois la variance est plus grande que la sienne."),
        format!("Standard errors by Taylor linearisation{parts}, on {drawn} units drawn; a segment is a domain of the whole sample, whose other rows stay in the computation. The effective base is that of a simple random sample as precise; the design effect says how many times larger the variance is."),
    )));
    if let Some(respondent) = &design.respondent {
        let respondent = words.lang.quote(respondent);
        out.push(("Répondants suivis", "Respondents followed", words.say(
            format!("La colonne {respondent} reconnaît une même personne d’une vague à l’autre : ses réponses ne sont pas tenues pour indépendantes, et l’écart entre deux vagues en tient compte. L’étude est donc pseudonymisée, non anonyme."),
            format!("Column {respondent} tells the same person from one wave to another: these answers are not taken as independent, and the difference between two waves allows for it. The study is therefore pseudonymised, not anonymous."),
        )));
    }
    if let (Some(population), Some(fraction)) = (design.population, design.fraction) {
        let (share, population) = (words.share(fraction, 1), words.lang.number(population, 0));
        let waves = report.study.waves.len() > 1 && design.respondent.is_none();
        let each = if waves { words.pick(", en moyenne par vague", ", a wave on average") } else { "" };
        out.push(("Population finie", "Finite population", words.say(
            format!("L’effectif de la population est connu ({population}) : {share} en ont été tirés{each}. Plus cette part est grande, moins il reste d’incertitude due au hasard ; les marges d’erreur sont réduites d’autant, et seraient nulles si tous avaient répondu. Cette réduction ne corrige pas l’absence de ceux qui n’ont pas répondu."),
            format!("The head count of the population is known ({population}): {share} of it was drawn{each}. The larger this share, the less uncertainty is left to chance; margins of error are reduced accordingly, and would vanish had everybody answered. This reduction does not make up for those who did not answer."),
        )));
    }
    out
}

/// The structure of the sample before and after weighting, and how unequal the weights are.
pub(super) fn weighting(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let Some(weighting) = &report.weighting else { return Vec::new() };
    let heading = words.pick("Structure avant et après redressement", "Structure before and after weighting");
    let mut out = vec![Block::Heading { text: heading.to_owned() }];
    let hidden = || "–".to_owned();
    for margin in &weighting.margins {
        let columns = vec![
            Column::text(margin.columns.join(" × ")),
            Column::number(words.pick("Base brute", "Unweighted base")),
            Column::number(words.pick("Avant", "Before")),
            Column::number(words.pick("Après", "After")),
            Column::number(words.pick("Cible", "Target")),
            Column::number(words.pick("Poids moyen", "Mean weight")),
        ];
        let share = |share: Option<f64>| share.map_or_else(hidden, |s| words.share(s, 1));
        let row = |value: &MarginValue| Row {
            cells: vec![
                value.value.clone().into(),
                value.n.map_or_else(hidden, |n| words.lang.count(n)).into(),
                share(value.share_before).into(),
                share(value.share_after).into(),
                share(Some(value.target)).into(),
                value.mean_weight.map_or_else(hidden, |w| words.lang.number(w, 2)).into(),
            ],
            total: false,
        };
        let caption = words.lang.quote(&margin.columns.join(" × "));
        let caption = words.say(format!("Redressement sur {caption}"), format!("Weighting on {caption}"));
        let table = Table::new(words, caption, columns, margin.values.iter().map(row).collect());
        let missing = (margin.missing > 0).then(|| {
            let answers = words.answers(margin.missing);
            words.say(
                format!("{answers} sans valeur : elles gardent ensemble la part qu’elles avaient."),
                format!("{answers} without a value: together they keep the share that they had."),
            )
        });
        out.push(Block::Table(table.noted(missing)));
    }
    let w = &weighting.weights;
    let (low, high) = (words.lang.number(w.min / w.mean, 2), words.lang.number(w.max / w.mean, 2));
    let (n, n_eff) = (words.lang.count(w.n), words.lang.number(w.n_eff, 0));
    let deff = words.lang.number(w.deff, 2);
    out.push(Block::Text {
        text: words.say(
            format!("Les poids vont de {low} à {high} fois leur moyenne. Leur inégalité seule ramène {n} réponses à l’équivalent de {n_eff} (base efficace de Kish ; effet de plan : {deff})."),
            format!("Weights run from {low} to {high} times their mean. Their inequality alone makes {n} answers worth {n_eff} (Kish’s effective base; design effect: {deff})."),
        ),
    });
    out
}

/// The people seen on both sides of a difference, and what counting them as strangers would have said.
pub(super) fn overlap(
    words: &Words<'_>,
    both: Option<u64>,
    (se, independent): (f64, Option<f64>),
    digits: usize,
) -> Option<String> {
    let (both, independent) = (both.filter(|n| *n > 0)?, independent?);
    let (both, se) = (words.lang.count(both), words.lang.number(se, digits.max(1)));
    let independent = words.lang.number(independent, digits.max(1));
    Some(words.say(
        format!(" {both} personnes ont répondu aux deux vagues ; le calcul en tient compte (erreur type de {se} points, contre {independent} si les deux vagues étaient indépendantes, ce qui n’a pas été supposé)."),
        format!(" {both} people answered in both waves, which the computation allows for (standard error of {se} points, against {independent} if the two waves were independent, which was not assumed)."),
    ))
}
