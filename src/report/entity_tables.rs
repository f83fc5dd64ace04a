//! What the report of one entity says of it: which part of the study it is, how it stands beside the others.

use super::amounts::{SMALL_BASE, decimals};
use super::document::{Block, Cell, Column, Row, Table};
use super::findings::SIGNIFICANT;
use super::words::Words;
use crate::report::{EntitySummary, REST, Report};

/// `Région : Nord`.
pub(super) fn name(words: &Words<'_>, entity: &EntitySummary) -> String {
    let EntitySummary { column, value } = entity;
    say!(words, entities::joined(column, value))
}

/// What the report is about, as a term and a text.
pub(super) fn fact(words: &Words<'_>, report: &Report) -> Option<(String, String)> {
    let entity = report.study.entity.as_ref()?;
    let term = pick!(words, entities::scope).to_owned();
    let name = name(words, entity);
    Some((term, say!(words, entities::a_part_of_the_study(name))))
}

/// How the report of an entity was made, for its method.
pub(super) fn method(words: &Words<'_>, report: &Report) -> Option<(String, String)> {
    let name = name(words, report.study.entity.as_ref()?);
    let term = pick!(words, entities::a_part_of_the_study_in_entity_tables).to_owned();
    let mut text = say!(words, entities::this_report_is_about_the_answers_of_alone(name));
    if report.study.min_group > 1 {
        let min = words.answers(report.study.min_group);
        text.push_str(&say!(words, entities::what_is_hidden_is_hidden_over_all_reports(min)));
    }
    Some((term, text))
}

/// Each score of the entity beside that of the other respondents.
pub(super) fn beside_the_others(words: &Words<'_>, report: &Report) -> Option<Block> {
    let entity = report.study.entity.as_ref()?;
    let columns = vec![
        Column::text(pick!(words, entities::score)),
        Column::number(&entity.value),
        Column::number(pick!(words, entities::other_respondents)),
        Column::number(pick!(words, entities::difference_points)),
        Column::number(pick!(words, entities::interval_of_the_difference)),
        Column::number("q"),
        Column::text(pick!(words, entities::reading)),
    ];
    let own = report
        .comparisons
        .iter()
        .filter(|c| c.from == REST && c.by == entity.column && c.to == entity.value && c.segment.is_none());
    let rows: Vec<Row> = own
        .filter_map(|c| {
            let digits = decimals(c.metric);
            let value = words.cell(&c.question, c.metric, None, None)?.value?;
            let end = |value: f64, n: u64| {
                let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
                let under = Some(format!("n\u{a0}=\u{a0}{}{flag}", words.lang.count(n)));
                Cell { text: words.bare(c.metric, value, digits), under, strong: false }
            };
            let reading = match (c.evidence() < SIGNIFICANT, c.difference < 0.0) {
                (true, true) => pick!(words, entities::lower_significant),
                (true, false) => pick!(words, entities::higher_significant),
                (false, _) => pick!(words, entities::inconclusive),
            };
            let cells = vec![
                words.noun(&c.question, c.metric).title().into(),
                end(value, c.n_to),
                end(value - c.difference, c.n_from),
                words.lang.signed(c.difference, digits).into(),
                words.gap_interval(c.ci_low, c.ci_high, digits).into(),
                words.lang.probability(c.q).into(),
                Cell { strong: c.evidence() < SIGNIFICANT, ..Cell::from(reading.to_owned()) },
            ];
            Some(Row { cells, total: false })
        })
        .collect();
    let name = name(words, entity);
    let caption = say!(words, entities::against_the_other_respondents_of_the_study(name));
    (!rows.is_empty()).then(|| Block::Table(Table::new(words, caption, columns, rows)))
}
