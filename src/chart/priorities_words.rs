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
    pick!(lang, chart::where_to_act_first_importance_of_the(the))
}

/// What the axes measure: across, upwards.
pub fn heading(lang: Lang) -> [&'static str; 2] {
    [
        pick!(lang, chart::mean_rating_in_of_the_scale),
        pick!(lang, chart::importance_part_of_the_differences_explained),
    ]
}

/// What to fix first, what to maintain; placements that another sample could change are said to be so.
pub fn caption(rows: &[&Priority], metric: Metric, lang: Lang) -> String {
    let list = |quadrant: Quadrant| -> Option<String> {
        let of = rows.iter().filter(|row| row.quadrant == quadrant);
        let said: Vec<String> = of
            .map(|row| {
                let unsure = if row.certain { "" } else { pick!(lang, chart::to_be_confirmed) };
                format!("{}{unsure}", lang.quote(&brief(&row.label)))
            })
            .collect();
        let name = capitalized(quadrant.label(lang));
        (!said.is_empty()).then(|| format!("{name}{}{}.", lang.pick(" : ", ": "), said.join(", ")))
    };
    let mut out: Vec<String> = [Quadrant::Fix, Quadrant::Maintain].into_iter().filter_map(list).collect();
    if !rows.iter().any(|row| row.quadrant == Quadrant::Fix) {
        let the = the_metric(metric, lang);
        out.insert(0, pick!(lang, chart::no_dimension_that_counts_more_than_average_in(the)));
    }
    out.push(pick!(lang, chart::it_is_an_association_not_proof_of_a).to_owned());
    out.join(" ")
}

/// What the figure rests on.
pub fn note(rows: &[&Priority], base: PriorityBase, lang: Lang) -> String {
    let (n, level) = (answers(base.n, lang), level_label(base.level, lang));
    let r2 = lang.percent(100.0 * base.r2, 0);
    let unsure =
        if rows.iter().all(|row| row.certain) { "" } else { pick!(lang, chart::hollow_dot_to_be_confirmed) };
    pick!(lang, chart::base_that_rate_all_the_dimensions_together(n, r2, level, unsure))
}
