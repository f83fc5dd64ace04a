//! What of a contact goes with the score that the customer gives: wait, handling, resolution, transfer.

use super::view::View;
use crate::centre::link::Feature;
use crate::driver::{Driver, DriverKind};
use crate::report::amounts::decimals;
use crate::report::document::{Block, Cell, Column, Row, Table};

/// A table a score, with how to read them.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let linked = || view.report.drivers.iter().filter(|d| d.kind == DriverKind::Indicator);
    let mut targets: Vec<&str> = Vec::new();
    for driver in linked() {
        if !targets.contains(&driver.target.as_str()) {
            targets.push(&driver.target);
        }
    }
    let tables = targets.into_iter().filter_map(|target| {
        let rows: Vec<&Driver> = linked().filter(|d| d.target == target).collect();
        table(view, target, &rows).map(Block::Table)
    });
    let mut out: Vec<Block> = tables.collect();
    if !out.is_empty() {
        out.insert(0, Block::Text { text: words.say(
            "Les réponses à l’enquête sont rapprochées des contacts dont elles parlent. L’écart est ce dont le score des contacts qui ont la caractéristique s’éloigne de celui des autres ; à reste égal, ce qui en demeure quand les autres caractéristiques, et l’agent quand il est connu, ne changent pas. C’est une association : elle dit où regarder, non ce qui cause quoi.",
            "The answers to the survey are joined to the contacts that they are about. The difference is how far the score of contacts with the feature is from that of the others; all else equal, what is left of it when the other features, and the agent where known, do not change. It is an association: it says where to look, not what causes what.",
        )});
    }
    out
}

fn table(view: &View<'_>, target: &str, rows: &[&Driver]) -> Option<Table> {
    let (words, lang) = (view.words, view.words.lang);
    let (first, metric) = (rows.first()?, words.main_metric(target)?);
    let digits = decimals(metric);
    let score = words.noun(target, metric);
    let columns = vec![
        Column::text(words.pick("Caractéristique du contact", "Feature of the contact")),
        Column::number(words.pick("Réponses", "Answers")),
        Column::number(words.pick("Part", "Share")),
        Column::number(words.pick("Score avec", "Score with")),
        Column::number(words.pick("Score sans", "Score without")),
        Column::number(words.pick("Écart", "Difference")),
        Column::number(words.pick("Écart à reste égal", "All else equal")),
        Column::number("q"),
        Column::number(words.pick("Importance", "Importance")),
    ];
    let importance = |d: &Driver| {
        let dimension = Feature::of_id(&d.id)?.dimension();
        let found = view.report.importance.iter().find(|i| i.target == target && i.id == dimension)?;
        Some(words.share(found.share, 0))
    };
    let row = |d: &&Driver| {
        let own = d.adjusted.as_ref();
        let held = own.map_or_else(
            || Cell::from("–".to_owned()),
            |own| Cell {
                text: lang.signed(own.effect, digits),
                under: Some(words.gap_interval(own.ci_low, own.ci_high, digits)),
                strong: false,
            },
        );
        Row {
            cells: vec![
                d.label.clone().into(),
                lang.count(d.n).into(),
                words.share(d.n as f64 / d.base.max(1) as f64, 0).into(),
                words.bare(metric, d.with, digits).into(),
                words.bare(metric, d.without, digits).into(),
                lang.signed(d.difference, digits).into(),
                held,
                lang.probability(own.map_or(d.q, |own| own.q)).into(),
                importance(d).unwrap_or_else(|| "–".to_owned()).into(),
            ],
            total: false,
        }
    };
    let (title, base) = (score.title(), lang.count(first.base));
    let caption = words.say(
        format!("{title} et contact (base : {base} réponses rapprochées)"),
        format!("{title} and the contact (base: {base} joined answers)"),
    );
    let level = lang.level(view.report.study.level);
    let note = words.say(
        format!("Sous l’écart à reste égal, son intervalle à {level} ; q en est la force de preuve, corrigée du nombre de tests. Importance : part de ce que le contact explique du score qui revient à la caractéristique, mesurée (décomposition LMG)."),
        format!("Under the difference all else equal, its {level} interval; q is its strength of evidence, corrected for the number of tests. Importance: part of what the contact explains of the score that is due to the feature, measured (LMG decomposition)."),
    );
    let notes = [note].into_iter().chain(agents(view, target));
    Some(Table::new(words, caption, columns, rows.iter().map(row).collect()).noted(notes))
}

/// How much of the score lies between agents, beyond what the contact tells.
fn agents(view: &View<'_>, target: &str) -> Option<String> {
    let (words, lang) = (view.words, view.words.lang);
    let link = view.summary.links.iter().find(|link| link.target == target)?;
    let (share, low, high) = (link.agent_share?, link.agent_share_low?, link.agent_share_high?);
    let (n, p) = (lang.count(link.agents?), link.agent_p?);
    let percent = |share: f64| lang.percent(100.0 * share.max(0.0), 1);
    let (share, low, high, told) = (percent(share), percent(low), percent(high), lang.probability(p));
    let judged = if p < 0.05 && link.agent_share_low.is_some_and(|low| low > 0.0) {
        words.pick("le hasard ne l’explique pas", "agents alike would not differ so by chance")
    } else {
        words.pick("le hasard suffit à l’expliquer", "chance is enough to explain it")
    };
    Some(words.say(
        format!("Agent : {share} de la variance du score se trouve entre les {n} agents, à contact égal [{low} ; {high}] (ω², p = {told}) : {judged}."),
        format!("Agent: {share} of the variance of the score lies between the {n} agents, the contact being equal [{low}, {high}] (ω², p = {told}): {judged}."),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    #[test]
    fn features_of_the_contact_have_a_table_of_their_own() {
        let report = sample::linked(Lang::Fr);
        let words = Words::new(&report);
        let blocks = blocks(&View::new(&words, &report).unwrap());
        let [Block::Text { .. }, Block::Table(table)] = &blocks[..] else { panic!("a text and a table") };
        assert_eq!(table.rows.len(), 1);
        let cells: Vec<&str> = table.rows[0].cells.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(cells[..2], ["Attente de plus de 60\u{a0}s", "180"]);
        assert_eq!(cells[5..], ["−24,0", "–", "<\u{a0}0,001", "–"]);
        let report = sample::centre(Lang::Fr);
        assert!(super::blocks(&View::new(&Words::new(&report), &report).unwrap()).is_empty());
    }
}
