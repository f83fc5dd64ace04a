//! What low scores say more than high ones, and the reverse: bars to the left and to the right.

use super::axis::{Axis, Bounds};
use super::font::{Weight, brief, drawable, ellipsis, width};
use super::scene::{Align, widest};
use super::sheet::{Sheet, Words};
use super::style::{
    AXIS, BAD, BAD_INK, BODY, CHANCE, Color, GOOD, GRID, INK, MARGIN, MUTED, SMALL, WIDTH, pale,
};
use super::{ChartError, ChartKind, Figure};
use crate::keyness::Keyness;
use crate::lang::Lang;
use crate::metric::Group;

/// Words on each side.
const TOP: usize = 12;
/// Height of a row.
const PITCH: f64 = 26.0;
/// Widest word, in pixels.
const LABEL: f64 = 170.0;

/// Draws the words most characteristic of each group, by log-likelihood, for one open question.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn keyness(rows: &[&Keyness], question: &str, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let low = strongest(rows, &[Group::Detractors, Group::Low]);
    let high = strongest(rows, &[Group::Promoters, Group::High]);
    let Some(any) = low.first().or(high.first()) else { return Ok(None) };
    let nps = matches!(any.group, Group::Detractors | Group::Promoters);
    let (bad, good) = if nps { (Group::Detractors, Group::Promoters) } else { (Group::Low, Group::High) };
    let shown = || low.iter().chain(&high);
    let doubtful = shown().any(|k| k.q >= CHANCE);
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Keyness,
            id: ChartKind::Keyness.id().to_owned(),
            title: pick!(lang, chart::the_words_of_low_scores_and_of_high).to_owned(),
            question: question.to_owned(),
            caption: caption(&low, &high, (bad, good), lang),
            note: note(any, bad, doubtful, lang),
        },
        lang,
    );
    let center = WIDTH / 2.0;
    let y = sheet.y + BODY;
    let heading = |group: Group| match group {
        Group::Detractors => {
            pick!(lang, chart::more_frequent_among_detractors)
        }
        Group::Promoters => pick!(lang, chart::more_frequent_among_promoters),
        Group::Low => pick!(lang, chart::more_frequent_with_low_scores),
        _ => pick!(lang, chart::more_frequent_with_high_scores),
    };
    let headings = [(bad, &low, -1.0, Align::End, BAD_INK), (good, &high, 1.0, Align::Start, GOOD)];
    for (group, _, side, align, color) in headings.into_iter().filter(|h| !h.1.is_empty()) {
        sheet.scene.text(heading(group), (center + side * 14.0, y), align, BODY, Weight::Bold, color);
    }

    let top = y + 12.0;
    let bottom = top + PITCH * low.len().max(high.len()) as f64;
    let words: Vec<String> =
        shown().map(|k| ellipsis(&drawable(&k.label), BODY, Weight::Regular, LABEL)).collect();
    let counts: Vec<String> = shown().map(|k| lang.count(k.n_in)).collect();
    let room = widest(&words, BODY, Weight::Regular) + 7.0 + widest(&counts, SMALL, Weight::Regular) + 10.0;
    let bounds = Bounds { floor: 0.0, ceiling: f64::INFINITY, least: 5.0, ticks: 3.0 };
    let long = center - MARGIN - room;
    let axis = Axis::new(shown().map(|k| k.log_likelihood).chain([0.0]), bounds, 0.0, long);
    for tick in axis.ticks() {
        let text = lang.number(tick, axis.decimals());
        for side in if tick > 0.0 { &[-1.0, 1.0][..] } else { &[1.0][..] } {
            let x = center + side * axis.at(tick);
            sheet.scene.post(x, top, bottom + 4.0, 1.0, GRID);
            sheet.scene.label(&text, (x, bottom + 20.0), Align::Middle, SMALL, MUTED);
        }
    }
    for (side, rows, color, align) in [(-1.0, &low, BAD, Align::End), (1.0, &high, GOOD, Align::Start)] {
        for (i, row) in rows.iter().enumerate() {
            let middle = top + PITCH * (i as f64 + 0.5);
            let end = center + side * axis.at(row.log_likelihood);
            let color: Color = if row.q < CHANCE { color } else { pale(color) };
            sheet.scene.rect((center, middle - 8.0), (end, middle + 8.0), color);
            let word = ellipsis(&drawable(&row.label), BODY, Weight::Regular, LABEL);
            let base = middle + BODY * 0.36;
            let at = end + side * 7.0;
            let after = at + side * (width(&word, BODY, Weight::Regular) + 7.0);
            sheet.scene.label(&word, (at, base), align, BODY, INK);
            sheet.scene.plate();
            sheet.scene.label(&lang.count(row.n_in), (after, base), align, SMALL, MUTED);
            sheet.scene.plate();
        }
    }
    sheet.scene.post(center, top - 2.0, bottom + 4.0, 1.5, AXIS);
    sheet.y = bottom + 22.0;
    sheet.finish()
}

fn strongest<'a>(rows: &[&'a Keyness], groups: &[Group]) -> Vec<&'a Keyness> {
    let mut kept: Vec<&Keyness> = rows
        .iter()
        .copied()
        .filter(|k| groups.contains(&k.group) && k.log_likelihood.is_finite() && k.log_likelihood > 0.0)
        .collect();
    kept.sort_by(|a, b| b.log_likelihood.total_cmp(&a.log_likelihood).then_with(|| a.label.cmp(&b.label)));
    kept.truncate(TOP);
    kept
}

fn note(any: &Keyness, bad: Group, doubtful: bool, lang: Lang) -> String {
    let in_bad = any.group == bad;
    let (low, high) = if in_bad { (any.base_in, any.base_out) } else { (any.base_out, any.base_in) };
    let (low, high) = (lang.count(low), lang.count(high));
    let pale = if doubtful { pick!(lang, chart::pale_bar(lang.number(CHANCE, 2))) } else { String::new() };
    pick!(lang, chart::the_longer_the_bar_the_sharper_the_contrast(low, high, pale))
}

fn caption(low: &[&Keyness], high: &[&Keyness], (bad, good): (Group, Group), lang: Lang) -> String {
    let of = |group: Group| match group {
        Group::Detractors => pick!(lang, chart::by_detractors),
        Group::Promoters => pick!(lang, chart::by_promoters),
        Group::Low => pick!(lang, chart::with_a_low_score),
        _ => pick!(lang, chart::with_a_high_score),
    };
    let share = |n: u64, base: u64| lang.percent(n as f64 / base.max(1) as f64 * 100.0, 1);
    let story = |row: &Keyness, other: Group| {
        let (word, inside) = (lang.quote(&brief(&row.label)), share(row.n_in, row.base_in));
        let (group, other, outside) = (of(row.group), of(other), share(row.n_out, row.base_out));
        pick!(lang, chart::appears_in_of_comments_against_of_those(word, inside, group, outside, other))
    };
    // What may be chance makes no story.
    let sure = |rows: &[&Keyness], other: Group| {
        rows.iter().copied().find(|k| k.q < CHANCE).map(|k| story(k, other))
    };
    let stories: Vec<String> = sure(low, good).into_iter().chain(sure(high, bad)).collect();
    if stories.is_empty() {
        return pick!(lang, chart::no_word_clearly_sets_the_two_groups_apart).to_owned();
    }
    format!("{}.", stories.join(lang.pick(" ; ", "; ")))
}

#[cfg(test)]
mod tests {
    use super::super::check::sound;
    use super::*;

    fn row(label: &str, group: Group, log_likelihood: f64, q: f64) -> Keyness {
        Keyness {
            question: "q".to_owned(),
            by: "nps".to_owned(),
            group,
            label: label.to_owned(),
            kind: crate::tally::TermKind::Word,
            topic: true,
            n_in: 1200,
            n_out: 3,
            base_in: 2000,
            base_out: 900,
            log_likelihood,
            p: q,
            log10_p: -1.0,
            q,
            log_ratio: 1.0,
        }
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(keyness(&[], "?", Lang::Fr), Ok(None));
        assert_eq!(keyness(&[&row("délai", Group::Low, f64::NAN, 1.0)], "?", Lang::Fr), Ok(None));
    }

    #[test]
    fn one_side_and_both() {
        let one = keyness(&[&row("délai", Group::Low, 0.3, 1.0)], "?", Lang::Fr).unwrap().unwrap();
        sound(&one, &["délai"]);
        assert!(one.svg.contains("Barre pâle") && one.caption.starts_with("Aucun mot ne distingue"));
        let long = "un mot très long & <rare> que personne n’écrirait dans un verbatim";
        let data: Vec<Keyness> = (0..15)
            .flat_map(|i| {
                let g2 = 2e4 / f64::from(i + 1);
                let low = row(&format!("bas {i}"), Group::Detractors, g2, 1e-9);
                [low, row(&format!("{i} {long}"), Group::Promoters, g2 / 2.0, 1e-9)]
            })
            .collect();
        let rows: Vec<&Keyness> = data.iter().rev().collect();
        let figure = keyness(&rows, "Pourquoi ?", Lang::En).unwrap().unwrap();
        sound(&figure, &["bas 0", "bas 11", "1,200"]);
        assert!(!figure.svg.contains("bas 12") && !figure.svg.contains("Pale bar"));
        assert_eq!(keyness(&rows, "Pourquoi ?", Lang::En).unwrap().unwrap(), figure);
    }
}
