//! The sentences of the matrix of importance by performance.

use super::font::brief;
use super::priorities::PriorityBase;
use super::style::{answers, capitalized, level_label, the_metric};
use crate::driver::{Priority, Quadrant};
use crate::lang::Lang;
use crate::metric::Metric;

/// Title.
pub fn title(metric: Metric, lang: Lang) -> String {
    let the = the_metric(metric, lang);
    match lang {
        Lang::Fr => format!("Où agir d’abord : importance des dimensions pour {the}, et leur note"),
        Lang::En => format!("Where to act first: importance of the dimensions for {the}, and their rating"),
    }
}

/// What the axes measure: across, upwards.
pub fn heading(lang: Lang) -> [&'static str; 2] {
    [
        lang.pick("Note moyenne, en % de l’échelle →", "Mean rating, in % of the scale →"),
        lang.pick(
            "↑ Importance (part des écarts expliqués)",
            "↑ Importance (part of the differences explained)",
        ),
    ]
}

/// What to fix first, what to maintain; placements that another sample could change are said to be so.
pub fn caption(rows: &[&Priority], metric: Metric, lang: Lang) -> String {
    let list = |quadrant: Quadrant| -> Option<String> {
        let of = rows.iter().filter(|row| row.quadrant == quadrant);
        let said: Vec<String> = of
            .map(|row| {
                let unsure =
                    if row.certain { "" } else { lang.pick(" (à confirmer)", " (to be confirmed)") };
                format!("{}{unsure}", lang.quote(&brief(&row.label)))
            })
            .collect();
        let name = capitalized(quadrant.label(lang));
        (!said.is_empty()).then(|| format!("{name}{}{}.", lang.pick(" : ", ": "), said.join(", ")))
    };
    let mut out: Vec<String> = [Quadrant::Fix, Quadrant::Maintain].into_iter().filter_map(list).collect();
    if !rows.iter().any(|row| row.quadrant == Quadrant::Fix) {
        let the = the_metric(metric, lang);
        out.insert(0, match lang {
            Lang::Fr => format!("Aucune dimension qui pèse plus que la moyenne sur {the} n’est moins bien notée que les autres."),
            Lang::En => format!("No dimension that counts more than average in {the} is rated lower than the others."),
        });
    }
    out.push(
        lang.pick(
            "C’est une association, non la preuve d’une cause.",
            "It is an association, not proof of a cause.",
        )
        .to_owned(),
    );
    out.join(" ")
}

/// What the figure rests on.
pub fn note(rows: &[&Priority], base: PriorityBase, lang: Lang) -> String {
    let (n, level) = (answers(base.n, lang), level_label(base.level, lang));
    let r2 = lang.percent(100.0 * base.r2, 0);
    let unsure = match (rows.iter().any(|row| !row.certain), lang) {
        (false, _) => "",
        (true, Lang::Fr) => " Rond évidé : à confirmer, un intervalle atteint une limite.",
        (true, Lang::En) => " Hollow dot: to be confirmed, an interval reaches a limit.",
    };
    match lang {
        Lang::Fr => format!(
            "Base : {n} qui notent toutes les dimensions ; ensemble elles expliquent {r2} des écarts de score. Traits fins : intervalles à \
             {level}. Tirets : moyennes des dimensions, limites des quatre cas.{unsure}"
        ),
        Lang::En => format!(
            "Base: {n} that rate all the dimensions; together they explain {r2} of the differences in score. Thin lines: {level} \
             intervals. Dashes: means of the dimensions, limits of the four cases.{unsure}"
        ),
    }
}
