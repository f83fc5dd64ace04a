//! What the report of one entity says of it: which part of the study it is, how it stands beside the others.

use super::amounts::{SMALL_BASE, decimals};
use super::document::{Block, Cell, Column, Row, Table};
use super::findings::SIGNIFICANT;
use super::words::Words;
use crate::report::{EntitySummary, REST, Report};

/// `Région : Nord`.
pub(super) fn name(words: &Words<'_>, entity: &EntitySummary) -> String {
    let EntitySummary { column, value } = entity;
    words.say(format!("{column} : {value}"), format!("{column}: {value}"))
}

/// What the report is about, as a term and a text.
pub(super) fn fact(words: &Words<'_>, report: &Report) -> Option<(String, String)> {
    let entity = report.study.entity.as_ref()?;
    let term = words.pick("Périmètre", "Scope").to_owned();
    let name = name(words, entity);
    Some((term, words.say(format!("{name}, une partie de l’étude"), format!("{name}, a part of the study"))))
}

/// How the report of an entity was made, for its method.
pub(super) fn method(words: &Words<'_>, report: &Report) -> Option<(String, String)> {
    let name = name(words, report.study.entity.as_ref()?);
    let term = words.pick("Une partie de l’étude", "A part of the study").to_owned();
    let mut text = words.say(
        format!("Ce rapport ne porte que sur les réponses de {name} ; questions, échelles, pondérations et regroupements de mots sont ceux de l’étude entière, pour que les rapports se comparent. Les autres répondants sont tous ceux de l’étude qui n’en font pas partie, sans valeur comprise ; leur écart avec {name} est corrigé du nombre de comparaisons du rapport d’ensemble."),
        format!("This report is about the answers of {name} alone; questions, scales, weights and families of words are those of the whole study, so that reports compare. The other respondents are all those of the study outside it, those without a value included; their difference from {name} is corrected for the number of comparisons of the report of the whole."),
    );
    if report.study.min_group > 1 {
        let min = words.answers(report.study.min_group);
        text.push_str(&words.say(
            format!(" Ce qui est masqué l’est d’un seul tenant dans tous les rapports, celui de l’ensemble compris : aucune soustraction entre eux ne donne un effectif de moins de {min}. Un croisement trop fin, un mot ou un thème qui laisserait deviner trop peu de personnes ailleurs n’y figure pas ; ni le détail des réponses une à une, ni les tableaux de choix, ni l’évolution des thèmes."),
            format!(" What is hidden is hidden over all reports at once, that of the whole included: no subtraction between them gives a group of fewer than {min}. A crossing that is too fine, a word or a theme that would tell about too few people elsewhere is left out; so are the answers one by one, the tables of choices and the changes of themes."),
        ));
    }
    Some((term, text))
}

/// Each score of the entity beside that of the other respondents.
pub(super) fn beside_the_others(words: &Words<'_>, report: &Report) -> Option<Block> {
    let entity = report.study.entity.as_ref()?;
    let columns = vec![
        Column::text(words.pick("Score", "Score")),
        Column::number(&entity.value),
        Column::number(words.pick("Autres répondants", "Other respondents")),
        Column::number(words.pick("Écart (points)", "Difference (points)")),
        Column::number(words.pick("Intervalle de l’écart", "Interval of the difference")),
        Column::number("q"),
        Column::text(words.pick("Lecture", "Reading")),
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
                (true, true) => words.pick("plus bas, significatif", "lower, significant"),
                (true, false) => words.pick("plus haut, significatif", "higher, significant"),
                (false, _) => words.pick("non concluant", "inconclusive"),
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
    let caption = words.say(
        format!("{name}, comparé aux autres répondants de l’étude"),
        format!("{name}, against the other respondents of the study"),
    );
    (!rows.is_empty()).then(|| Block::Table(Table::new(words, caption, columns, rows)))
}
