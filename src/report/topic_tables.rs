//! The tables that come from the verbatims: drivers, keyness, keywords.

use super::amounts::decimals;
use super::document::{Block, Cell, Column, Row, Table};
use super::findings::SIGNIFICANT;
use super::tables::fold;
use super::words::{Words, capitalized};
use crate::driver::{Driver, DriverKind};
use crate::keyness::{Keyness, Keyword};
use crate::metric::Group;
use crate::report::Report;

/// Forms of a family shown beside its label.
const FORMS: usize = 6;

/// Distinct keys in order of first appearance.
fn distinct<K: PartialEq>(keys: impl Iterator<Item = K>) -> Vec<K> {
    let mut out = Vec::new();
    for key in keys {
        if !out.contains(&key) {
            out.push(key);
        }
    }
    out
}

/// What goes with low scores and what goes with high ones, for each score and open question.
pub(super) fn drivers(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    let of_texts = report.drivers.iter().filter(|d| d.kind != DriverKind::Indicator);
    let pairs = distinct(of_texts.map(|d| (d.target.as_str(), d.question.as_str())));
    for (rank, (target, question)) in in_order_of_scores(words, pairs).into_iter().enumerate() {
        let of = |d: &&Driver| d.target == target && d.question == question;
        let mut blocks = Vec::new();
        for (theme, negative) in [(true, true), (true, false), (false, true), (false, false)] {
            let kept = report
                .drivers
                .iter()
                .filter(of)
                .filter(|d| (d.impact < 0.0) == negative && (d.kind == DriverKind::Theme) == theme);
            let mut rows: Vec<&Driver> = kept.collect();
            rows.sort_by(|a, b| {
                let unsure = |d: &Driver| d.q >= SIGNIFICANT;
                let larger = b.impact.abs().total_cmp(&a.impact.abs());
                unsure(a).cmp(&unsure(b)).then(larger).then_with(|| a.label.cmp(&b.label))
            });
            blocks.extend(driver_table(words, report, target, (theme, negative), &rows).map(Block::Table));
        }
        let Some(metric) = words.main_metric(target) else { continue };
        fold(words, rank, target, metric, blocks, &mut out);
    }
    if !out.is_empty() {
        out.insert(0, Block::Text { text: words.say(
            "L’impact est ce que le score gagnerait (signe −) ou perdrait (signe +) sans les réponses qui citent le thème ou le mot, parmi celles qui sont notées et commentées ; il croît avec l’écart de score et avec la fréquence. L’impact propre d’un thème est ce qui en reste quand les autres thèmes sont tenus égaux : des thèmes qui vont ensemble se le partagent. C’est une association : elle dit où regarder, non ce qui cause quoi.",
            "The impact is what the score would gain (sign −) or lose (sign +) without the answers that mention the theme or word, among those with a score and a comment; it grows with the difference in score and with how often it is mentioned. A theme’s impact of its own is what is left of it with the other themes held equal: themes that go together share it. It is an association: it says where to look, not what causes what.",
        )});
    }
    out
}

fn driver_table(
    words: &Words<'_>,
    report: &Report,
    target: &str,
    (theme, negative): (bool, bool),
    rows: &[&Driver],
) -> Option<Table> {
    let (first, metric) = (rows.first()?, words.main_metric(target)?);
    let digits = decimals(metric);
    let noun = words.noun(target, metric);
    let level = words.lang.level(report.study.level);
    let interval = || words.say(format!("Intervalle à\u{a0}{level}"), format!("{level} interval"));
    let mut columns = vec![
        Column::text(if theme { words.pick("Thème", "Theme") } else { words.pick("Mot-clé", "Keyword") }),
        Column::number(words.pick("Verbatims", "Comments")),
        Column::number(words.pick("Part", "Share")),
        Column::number(words.pick("Score si cité", "Score if mentioned")),
        Column::number(words.pick("Score sinon", "Score otherwise")),
        Column::number(words.pick("Impact (points)", "Impact (points)")),
    ];
    // Beside the impact of a theme stands its own: each interval is under its value, or the table would be too wide.
    if theme {
        columns.push(Column::number("q"));
        columns.push(Column::number(words.pick("Impact propre", "Impact of its own")));
    } else {
        columns.push(Column::number(interval()));
    }
    columns.push(Column::number("q"));
    let stacked = |value: f64, low: f64, high: f64| Cell {
        text: words.lang.signed(value, digits),
        under: Some(words.gap_interval(low, high, digits)),
        strong: false,
    };
    let row = |d: &&Driver| {
        let mut cells: Vec<Cell> = vec![
            d.label.clone().into(),
            words.lang.count(d.n).into(),
            words.share(d.n as f64 / d.base.max(1) as f64, 1).into(),
            words.bare(metric, d.with, digits).into(),
            words.bare(metric, d.without, digits).into(),
        ];
        if theme {
            cells.push(stacked(d.impact, d.ci_low, d.ci_high));
            cells.push(words.lang.probability(d.q).into());
            match &d.adjusted {
                Some(own) => {
                    cells.push(stacked(own.impact, own.impact_low, own.impact_high));
                    cells.push(words.lang.probability(own.q).into());
                }
                None => cells.extend([String::new().into(), String::new().into()]),
            }
        } else {
            cells.push(words.lang.signed(d.impact, digits).into());
            cells.push(words.gap_interval(d.ci_low, d.ci_high, digits).into());
            cells.push(words.lang.probability(d.q).into());
        }
        Row { cells, total: false }
    };
    let (title, base) = (noun.title(), words.lang.count(first.base));
    let caption = if theme && negative {
        words.say(
            format!("Irritants : thèmes qui vont avec un score plus bas – {title}, base de {base} réponses notées et commentées"),
            format!("Pain points: themes that go with a lower score – {title}, base of {base} answers with a score and a comment"),
        )
    } else if theme {
        words.say(
            format!("Leviers de satisfaction : thèmes qui vont avec un score plus haut – {title}, base de {base} réponses notées et commentées"),
            format!("Strengths: themes that go with a higher score – {title}, base of {base} answers with a score and a comment"),
        )
    } else if negative {
        words.say(
            format!("Irritants : mots qui vont avec un score plus bas – {title}, base de {base} réponses notées et commentées"),
            format!("Pain points: words that go with a lower score – {title}, base of {base} answers with a score and a comment"),
        )
    } else {
        words.say(
            format!("Leviers de satisfaction : mots qui vont avec un score plus haut – {title}, base de {base} réponses notées et commentées"),
            format!("Strengths: words that go with a higher score – {title}, base of {base} answers with a score and a comment"),
        )
    };
    let mut notes: Vec<String> =
        rows.iter().any(|d| d.q >= SIGNIFICANT).then(|| unsure_note(words)).into_iter().collect();
    if theme {
        notes.push(words.say(
            format!("Entre crochets : intervalle à {level}. L’impact propre n’est calculé que pour les thèmes de premier rang."),
            format!("In brackets: {level} interval. The impact of its own is computed for themes of the first rank only."),
        ));
    }
    let note = (!notes.is_empty()).then(|| notes.join(" "));
    Some(Table::new(words, caption, columns, rows.iter().map(row).collect()).noted(note))
}

/// What each group says more than the opposite one.
pub(super) fn keyness(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut out = Vec::new();
    let pairs = distinct(report.keyness.iter().map(|k| (k.by.as_str(), k.question.as_str())));
    for (rank, (by, question)) in in_order_of_scores(words, pairs).into_iter().enumerate() {
        let mut blocks = Vec::new();
        for groups in [[Group::Detractors, Group::Low], [Group::Promoters, Group::High]] {
            let of = report.keyness.iter().filter(|k| k.by == by && k.question == question);
            let rows: Vec<&Keyness> = of.filter(|k| groups.contains(&k.group)).collect();
            blocks.extend(keyness_table(words, &rows).map(Block::Table));
        }
        let Some(metric) = words.main_metric(by) else { continue };
        fold(words, rank, by, metric, blocks, &mut out);
    }
    if !out.is_empty() {
        out.insert(0, Block::Text { text: words.say(
            "Les mots qu’un groupe emploie plus souvent que l’autre. G² mesure le contraste entre les deux groupes et classe les mots ; à partir de 0,05, q avertit qu’il peut être dû au hasard.",
            "The words that one group uses more often than the other. G² measures the contrast between the two groups and ranks the words; from 0.05 on, q warns that it may be due to chance.",
        )});
    }
    out
}

/// Pairs of score and open question, those of the main score first.
fn in_order_of_scores<'a>(words: &Words<'_>, mut pairs: Vec<(&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let scored = words.scored();
    pairs.sort_by_key(|(score, _)| scored.iter().position(|(q, _)| q.id == *score));
    pairs
}

fn keyness_table(words: &Words<'_>, rows: &[&Keyness]) -> Option<Table> {
    let first = *rows.first()?;
    let other = Words::opposite(first.group);
    let columns = vec![
        Column::text(words.pick("Mot-clé", "Keyword")),
        Column::number(words.group(&first.by, first.group)),
        Column::number(words.group(&first.by, other)),
        Column::number(words.pick("Rapport", "Ratio")),
        Column::number("G²"),
        Column::number("q"),
    ];
    let row = |k: &&Keyness| Row {
        cells: vec![
            k.label.clone().into(),
            words.share(k.n_in as f64 / k.base_in.max(1) as f64, 1).into(),
            words.share(k.n_out as f64 / k.base_out.max(1) as f64, 1).into(),
            format!("×\u{a0}{}", words.lang.number(k.log_ratio.exp2(), 1)).into(),
            words.lang.number(k.log_likelihood, 1).into(),
            words.lang.probability(k.q).into(),
        ],
        total: false,
    };
    let (who, than) = (capitalized(words.people(&first.by, first.group)), words.people(&first.by, other));
    let (base_in, base_out) = (words.lang.count(first.base_in), words.lang.count(first.base_out));
    let caption = words.say(
        format!("{who} disent davantage que {than} – part des verbatims qui contiennent le mot, bases de {base_in} et {base_out}"),
        format!("{who} say more than {than} – share of comments that contain the word, bases of {base_in} and {base_out}"),
    );
    let unsure = rows.iter().any(|k| k.q >= SIGNIFICANT).then(|| unsure_note(words));
    Some(Table::new(words, caption, columns, rows.iter().map(row).collect()).noted(unsure))
}

fn unsure_note(words: &Words<'_>) -> String {
    words.say(
        "Les lignes dont q atteint 0,05 peuvent être dues au hasard.",
        "Rows whose q reaches 0.05 may be due to chance.",
    )
}

/// Recurring keywords with the forms grouped under them, a table an open question.
pub(super) fn keywords(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let questions = distinct(report.keywords.iter().map(|k| k.question.as_str()));
    let table = |question: &&str| {
        let rows: Vec<Row> = report
            .keywords
            .iter()
            .filter(|k| k.question == *question)
            .map(|k| keyword_row(words, k))
            .collect();
        let base = words.question(question).map_or_else(String::new, |q| {
            let n = words.lang.count(q.answered);
            words.say(format!(", base de {n} verbatims"), format!(", base of {n} comments"))
        });
        let column = words.column(question);
        let caption = words.say(
            format!("Mots les plus fréquents de {column}{base}"),
            format!("Most frequent words of {column}{base}"),
        );
        let columns = vec![
            Column::text(words.pick("Mot-clé", "Keyword")),
            Column::text(words.pick("Formes regroupées (occurrences)", "Forms grouped (occurrences)")),
            Column::number(words.pick("Verbatims", "Comments")),
            Column::number(words.pick("Part", "Share")),
        ];
        Block::Table(Table::new(words, caption, columns, rows))
    };
    questions.iter().map(table).collect()
}

fn keyword_row(words: &Words<'_>, keyword: &Keyword) -> Row {
    let shown = keyword.forms.iter().take(FORMS).map(|f| format!("{} ({})", f.form, words.lang.count(f.n)));
    let mut forms = shown.collect::<Vec<_>>().join(", ");
    if keyword.forms.len() > FORMS {
        forms.push_str(", …");
    }
    Row {
        cells: vec![
            keyword.label.clone().into(),
            forms.into(),
            words.lang.count(keyword.n).into(),
            words.share(keyword.share, 1).into(),
        ],
        total: false,
    }
}
