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
        let name = words.noun(target, metric).title() + &words.within(question);
        fold(rank, name, blocks, &mut out);
    }
    if !out.is_empty() {
        out.insert(0, Block::Text { text: say!(words, report::the_impact_is_what_the_score_would_gain) });
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
    let interval = || say!(words, report::interval_in_tables(level));
    let mut columns = vec![
        Column::text(if theme { pick!(words, report::theme) } else { pick!(words, report::keyword) }),
        Column::number(pick!(words, report::comments)),
        Column::number(pick!(words, report::share)),
        Column::number(pick!(words, report::score_if_mentioned)),
        Column::number(pick!(words, report::score_otherwise)),
        Column::number(pick!(words, report::impact_points)),
    ];
    // Beside the impact of a theme stands its own: each interval is under its value, or the table would be too wide.
    if theme {
        columns.push(Column::number("q"));
        columns.push(Column::number(pick!(words, report::impact_of_its_own)));
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
    let title = noun.title() + &words.within(&first.question);
    let base = words.lang.count(first.base);
    let caption = if theme && negative {
        say!(words, report::pain_points_themes_that_go_with_a_lower(title, base))
    } else if theme {
        say!(words, report::strengths_themes_that_go_with_a_higher_score(title, base))
    } else if negative {
        say!(words, report::pain_points_words_that_go_with_a_lower(title, base))
    } else {
        say!(words, report::strengths_words_that_go_with_a_higher_score(title, base))
    };
    let mut notes: Vec<String> =
        rows.iter().any(|d| d.q >= SIGNIFICANT).then(|| unsure_note(words)).into_iter().collect();
    if theme {
        notes.push(say!(words, report::in_brackets_interval_the_impact_of_its_own(level)));
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
        let name = words.noun(by, metric).title() + &words.within(question);
        fold(rank, name, blocks, &mut out);
    }
    if !out.is_empty() {
        out.insert(0, Block::Text { text: say!(words, report::the_words_that_one_group_uses_more_often) });
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
        Column::text(pick!(words, report::keyword)),
        Column::number(words.group(&first.by, first.group)),
        Column::number(words.group(&first.by, other)),
        Column::number(pick!(words, report::ratio)),
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
    let within = words.within(&first.question);
    let caption = say!(
        words,
        report::say_more_than_share_of_comments_that_contain(who, than, within, base_in, base_out)
    );
    let unsure = rows.iter().any(|k| k.q >= SIGNIFICANT).then(|| unsure_note(words));
    Some(Table::new(words, caption, columns, rows.iter().map(row).collect()).noted(unsure))
}

fn unsure_note(words: &Words<'_>) -> String {
    say!(words, report::rows_whose_q_reaches_0_05_may_be)
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
        let answered = words.question(question).and_then(|q| q.answered);
        let base = answered.map_or_else(String::new, |n| {
            let n = words.lang.count(n);
            say!(words, report::base_of_comments(n))
        });
        let column = words.column(question);
        let caption = say!(words, report::most_frequent_words_of(column, base));
        let columns = vec![
            Column::text(pick!(words, report::keyword)),
            Column::text(pick!(words, report::forms_grouped_occurrences)),
            Column::number(pick!(words, report::comments)),
            Column::number(pick!(words, report::share)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::study::Kind;

    #[test]
    fn tables_of_two_questions_say_of_which() {
        let mut report = sample::full(Lang::Fr);
        report.study.questions.push(sample::question("suggestion", "Suggestion", Kind::Open, None));
        let drivers: Vec<Driver> = report.drivers.clone();
        report.drivers.extend(drivers.into_iter().map(|d| Driver { question: "suggestion".into(), ..d }));
        let keyness: Vec<Keyness> = report.keyness.clone();
        report.keyness.extend(keyness.into_iter().map(|k| Keyness { question: "suggestion".into(), ..k }));
        let words = Words::new(&report);
        for blocks in [super::drivers(&words, &report), super::keyness(&words, &report)] {
            let captions = captions(&blocks);
            assert_eq!(captions.len(), 4);
            assert!(
                captions[..2].iter().all(|c| c.contains(" dans «\u{a0}Pourquoi cette note")),
                "{captions:?}"
            );
            assert!(captions[2..].iter().all(|c| c.contains(" dans «\u{a0}Suggestion\u{a0}»")));
            let folded = blocks.iter().find_map(|block| match block {
                Block::Fold { summary, .. } => Some(summary.as_str()),
                _ => None,
            });
            assert_eq!(folded, Some("NPS dans «\u{a0}Suggestion\u{a0}»"));
        }
    }

    fn captions(blocks: &[Block]) -> Vec<String> {
        let of = |block: &Block| match block {
            Block::Table(table) => vec![table.caption.clone()],
            Block::Fold { blocks, .. } => captions(blocks),
            _ => Vec::new(),
        };
        blocks.iter().flat_map(of).collect()
    }
}
