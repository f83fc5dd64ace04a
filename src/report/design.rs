//! The sample in words: weights, strata, clusters, the same people in two waves, a known head count.

use super::document::{Block, Column, Row, Table};
use super::words::Words;
use crate::report::Report;
use crate::study::MarginValue;

/// What a reader must know of a declared design: title, text.
pub(super) fn reading(words: &Words<'_>, report: &Report) -> Vec<(&'static str, String)> {
    let Some(design) = &report.study.design else { return Vec::new() };
    let mut out = Vec::new();
    if let Some(weight) = &design.weight {
        let weight = words.lang.quote(weight);
        out.push((
            pick!(words, report::weighting),
            say!(words, report::scores_shares_and_differences_are_weighted_by(weight)),
        ));
    }
    let quoted = |column: &Option<String>| column.as_deref().map(|column| words.lang.quote(column));
    let strata = quoted(&design.strata).map(|column| pick!(words, method::the_strata(column)));
    let clusters = quoted(&design.cluster).map(|column| pick!(words, method::the_clusters(column)));
    let kept: Vec<String> = strata.into_iter().chain(clusters).collect();
    let drawn = words.lang.count(design.drawn);
    let parts = if kept.is_empty() {
        String::new()
    } else {
        let list = words.list(&kept);
        say!(words, report::with(list))
    };
    out.push((
        pick!(words, method::sample_design),
        say!(words, report::standard_errors_by_taylor_linearisation_on(parts, drawn)),
    ));
    if let Some(respondent) = &design.respondent {
        let respondent = words.lang.quote(respondent);
        out.push((
            pick!(words, method::respondents_followed),
            say!(words, report::column_tells_the_same_person_from_one_wave(respondent)),
        ));
    }
    if let (Some(population), Some(fraction)) = (design.population, design.fraction) {
        let (share, population) = (words.share(fraction, 1), words.lang.number(population, 0));
        let waves = report.study.waves.len() > 1 && design.respondent.is_none();
        let each = if waves { pick!(words, report::a_wave_on_average) } else { "" };
        out.push((
            pick!(words, method::finite_population),
            say!(words, report::the_head_count_of_the_population_is_known(population, share, each)),
        ));
    }
    out
}

/// The structure of the sample before and after weighting, and how unequal the weights are.
pub(super) fn weighting(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let Some(weighting) = &report.weighting else { return Vec::new() };
    let heading = pick!(words, report::structure_before_and_after_weighting);
    let mut out = vec![Block::Heading { text: heading.to_owned() }];
    let hidden = || "–".to_owned();
    for margin in &weighting.margins {
        let columns = vec![
            Column::text(margin.columns.join(" × ")),
            Column::number(pick!(words, report::unweighted_base)),
            Column::number(pick!(words, report::before)),
            Column::number(pick!(words, report::after)),
            Column::number(pick!(words, report::target)),
            Column::number(pick!(words, report::mean_weight)),
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
        let caption = say!(words, report::weighting_on(caption));
        let table = Table::new(words, caption, columns, margin.values.iter().map(row).collect());
        let missing = (margin.missing > 0).then(|| {
            let answers = words.answers(margin.missing);
            say!(words, report::without_a_value_together_they_keep_the_share(answers))
        });
        out.push(Block::Table(table.noted(missing)));
    }
    let w = &weighting.weights;
    let (low, high) = (words.lang.number(w.min / w.mean, 2), words.lang.number(w.max / w.mean, 2));
    let (n, n_eff) = (words.lang.count(w.n), words.lang.number(w.n_eff, 0));
    let deff = words.lang.number(w.deff, 2);
    out.push(Block::Text {
        text: say!(words, report::weights_run_from_to_times_their_mean_their(low, high, n, n_eff, deff)),
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
    Some(say!(words, report::people_answered_in_both_waves_which_the(both, se, independent)))
}
