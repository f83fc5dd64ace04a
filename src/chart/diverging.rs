//! Groups of answers on both sides of a middle line: bad ones to the left, good ones to the right, the neutral
//! group split by the line.

use super::ChartKind;
use super::cells::{ROWS, earlier, id};
use super::font::brief;
use super::group_bars::{Part, draw, legend, parts, share_of};
use super::group_words::{base, both, shares_note};
use super::rows::{Column, Rows};
use super::sheet::{Sheet, Words};
use super::style::{INK, SMALL_BASE, base_label, colon, metric_short, value_label};
use super::{ChartError, Figure};
use crate::lang::Lang;
use crate::metric::{Estimate, Group, Quantity};
use crate::study::Kind;

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct DivergingRow<'a> {
    /// Question or wave.
    pub label: String,
    /// Kind of the question.
    pub kind: Kind,
    /// The best answer of its scale, written after a mean where the rows are questions.
    pub highest: Option<f64>,
    /// Its shares and its score.
    pub estimate: &'a Estimate,
}

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rated {
    /// Questions: the one with the most good answers, less the bad ones, comes first.
    Questions,
    /// Waves of one question, in order of time.
    Waves,
}

/// A row that has shares.
struct Bar<'a> {
    row: &'a DivergingRow<'a>,
    parts: Vec<Part>,
}

impl Bar<'_> {
    fn good(&self) -> f64 {
        share_of(&self.parts, [Group::Promoters, Group::High])
    }

    fn bad(&self) -> f64 {
        share_of(&self.parts, [Group::Detractors, Group::Low])
    }

    /// What lies to the left of the middle line.
    fn left(&self) -> f64 {
        self.bad() + share_of(&self.parts, [Group::Passives, Group::Middle]) / 2.0
    }
}

/// Draws rows around a middle line; `question` is the text of the question where there is one. Rows without a value
/// are left out; nothing where none has one.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn diverging(
    rows: &[DivergingRow<'_>],
    rated: Rated,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let bar = |row| Some(Bar { row, parts: parts(row.estimate)? });
    let mut bars: Vec<Bar> = rows.iter().filter_map(bar).collect();
    let hidden = rows.iter().filter(|row| row.estimate.suppressed).count();
    let left_out = bars.len().saturating_sub(ROWS);
    match rated {
        Rated::Waves => drop(bars.drain(..left_out)),
        Rated::Questions => {
            bars.truncate(ROWS);
            bars.sort_by(|a, b| (b.good() - b.bad()).total_cmp(&(a.good() - a.bad())));
        }
    }
    let Some(first) = bars.first() else { return Ok(None) };
    // Names of groups differ from kind to kind.
    let same = bars.iter().all(|bar| bar.row.kind == first.row.kind);
    let kind = if same { first.row.kind } else { Kind::Rating };
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Diverging,
            id: match rated {
                Rated::Questions => id(ChartKind::Diverging, "questions"),
                Rated::Waves => ChartKind::Diverging.id().to_owned(),
            },
            title: title(rated, lang),
            question: question.to_owned(),
            caption: caption(&bars, rated, kind, lang),
            note: note(&bars, rated, (left_out, hidden), lang),
        },
        lang,
    );
    let drawn = |group| bars.iter().flat_map(|bar| &bar.parts).any(|part| part.0 == group);
    legend(&mut sheet, drawn, kind, lang);
    plot(&mut sheet, &bars, rated, lang);
    sheet.finish()
}

fn plot(sheet: &mut Sheet, bars: &[Bar], rated: Rated, lang: Lang) {
    let score = |bar: &Bar| {
        let estimate = bar.row.estimate;
        let value = estimate.value.map_or_else(String::new, |v| value_label(v, estimate.metric, lang));
        match bar.row.highest.filter(|_| estimate.metric.quantity() == Quantity::Mean) {
            Some(highest) => format!("{value}\u{a0}/\u{a0}{}", lang.number(highest, 0)),
            None => value,
        }
    };
    let base = |bar: &Bar| bar.row.estimate.n.map_or_else(|| "–".to_owned(), |n| base_label(n, lang));
    let head = match (rated, bars.first()) {
        (Rated::Waves, Some(bar)) => metric_short(bar.row.estimate.metric, lang),
        _ => "Score",
    };
    let columns = [
        Column { head: head.to_owned(), cells: bars.iter().map(score).collect() },
        Column { head: "n".to_owned(), cells: bars.iter().map(base).collect() },
    ];
    let labels: Vec<&str> = bars.iter().map(|bar| bar.row.label.as_str()).collect();
    let page = Rows::new(sheet, &labels, &columns, None);
    let left = bars.iter().map(Bar::left).fold(0.0, f64::max);
    let right = bars.iter().map(|bar| bar.parts.iter().map(|p| p.1).sum::<f64>() - bar.left());
    let long = left + right.fold(0.0, f64::max);
    let whole = (page.right - page.left) / if long > 0.0 { long } else { 1.0 };
    let middle = page.left + left * whole;
    for (i, bar) in bars.iter().enumerate() {
        let at = (middle - bar.left() * whole, page.middle(i));
        draw(&mut sheet.scene, &bar.parts, at, whole, lang);
    }
    // Between the bars only: it would strike the shares of neutral answers.
    for i in 0..=bars.len() {
        let from = if i == 0 { page.top - 2.0 } else { page.middle(i - 1) + 9.0 };
        let to = if i == bars.len() { page.bottom + 4.0 } else { page.middle(i) - 9.0 };
        sheet.scene.post(middle, from, to, 1.5, INK);
    }
    sheet.y = page.bottom + 4.0;
}

fn title(rated: Rated, lang: Lang) -> String {
    match rated {
        Rated::Questions => pick!(lang, chart::answers_to_the_questions_from_low_to_high),
        Rated::Waves => pick!(lang, chart::answers_by_wave_from_low_to_high),
    }
    .to_owned()
}

fn note(bars: &[Bar], rated: Rated, (left_out, hidden): (usize, usize), lang: Lang) -> String {
    let fragile = bars.iter().any(|bar| bar.row.estimate.n.is_some_and(|n| n < SMALL_BASE));
    let mut out = shares_note(fragile, lang);
    out.push_str(pick!(lang, chart::the_vertical_line_cuts_the_middle_answers_in));
    if bars.iter().any(|bar| bar.row.highest != bars[0].row.highest) {
        out.push_str(pick!(lang, chart::scales_differ));
    }
    if rated == Rated::Questions && bars.iter().any(|bar| bar.row.estimate.wave.is_none()) {
        out.push_str(pick!(lang, chart::all_answers_together));
    }
    let absent = match (left_out, rated) {
        (0, _) => String::new(),
        (_, Rated::Waves) => earlier(left_out, lang),
        (1, _) => pick!(lang, chart::question_not_shown).to_owned(),
        _ => pick!(lang, chart::questions_not_shown(lang.count(left_out as u64))),
    };
    out.push_str(&absent);
    if hidden > 0 {
        out.push_str(pick!(lang, chart::what_is_under_the_minimum_base_is_not));
    }
    out
}

/// Waves: from the first to the last. Questions: the one with the best answers and the one with the worst.
fn caption(bars: &[Bar], rated: Rated, kind: Kind, lang: Lang) -> String {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return String::new() };
    let told = |bar: &Bar| both(bar.good(), bar.bad(), kind, lang);
    let (best, worst) = (brief(&first.row.label), brief(&last.row.label));
    if bars.len() == 1 {
        let base = first.row.estimate.n.map_or_else(String::new, |n| base(n, lang));
        return format!("{best}{}{}. {base}", colon(lang), told(first)).trim().to_owned();
    }
    let (from, to) = (told(first), told(last));
    match rated {
        Rated::Waves => {
            let (from, to) = (format!("{from} ({best})"), format!("{to} ({worst})"));
            format!("{}.", pick!(lang, chart::from_to_in_short(from, to)))
        }
        Rated::Questions => {
            let (best, worst) = (lang.quote(&best), lang.quote(&worst));
            pick!(lang, chart::best_and_worst_rated(best, from, worst, to))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, odd, shared, sound};
    use super::*;
    use crate::metric::Metric;
    use proptest::prelude::*;

    fn cell(metric: Metric, shares: Option<[f64; 3]>, n: u64) -> Estimate {
        let value = shares.map(|_| [3.0, 3.5, 4.0]);
        let bare = estimate(metric, None, None, value, n);
        shares.map_or(bare.clone(), |shares| shared(bare, shares))
    }

    fn row<'a>(label: &str, kind: Kind, estimate: &'a Estimate) -> DivergingRow<'a> {
        DivergingRow { label: label.to_owned(), kind, highest: Some(10.0), estimate }
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(diverging(&[], Rated::Questions, "", Lang::Fr), Ok(None));
        let hidden = cell(Metric::RatingMean, None, 0);
        assert_eq!(diverging(&[row("a", Kind::Rating, &hidden)], Rated::Waves, "", Lang::Fr), Ok(None));
    }

    #[test]
    fn the_best_question_comes_first() {
        let (good, bad) = (
            cell(Metric::RatingMean, Some([0.1, 0.2, 0.7]), 200),
            cell(Metric::Csat, Some([0.6, 0.3, 0.1]), 20),
        );
        let rows = [row("Réseau & <prix>", Kind::Csat, &bad), row("Accueil", Kind::Rating, &good)];
        let figure = diverging(&rows, Rated::Questions, "", Lang::Fr).unwrap().unwrap();
        sound(
            &figure,
            &[
                "Accueil",
                "Réseau & <prix>",
                "70,0\u{a0}%",
                "3,50\u{a0}/\u{a0}10",
                "20\u{a0}†",
                "Notes hautes",
            ],
        );
        assert!(
            figure
                .caption
                .starts_with("Notes hautes moins notes basses, le plus\u{a0}: «\u{a0}Accueil\u{a0}» (70,0"),
            "{}",
            figure.caption
        );
        sound(&diverging(&rows[..1], Rated::Questions, "", Lang::En).unwrap().unwrap(), &["Satisfied"]);
    }

    #[test]
    fn waves_keep_their_order_and_many_rows_fit() {
        let cells: Vec<Estimate> =
            (0..44).map(|i| cell(Metric::Nps, Some([0.01 * f64::from(i), 0.3, 0.2]), 80)).collect();
        let rows: Vec<DivergingRow> =
            cells.iter().enumerate().map(|(i, e)| row(&format!("vague {i}"), Kind::Nps, e)).collect();
        let figure = diverging(&rows, Rated::Waves, "Note ?", Lang::En).unwrap().unwrap();
        sound(&figure, &["vague 4", "vague 43", "NPS"]);
        assert!(figure.svg.contains("4 earlier waves are not shown"));
        let long =
            "Les conseillers de <l’agence> & du service client répondent clairement à mes « questions »";
        let rows: Vec<DivergingRow> =
            cells.iter().enumerate().map(|(i, e)| row(&format!("{i} {long}"), Kind::Rating, e)).collect();
        sound(&diverging(&rows, Rated::Questions, "", Lang::Fr).unwrap().unwrap(), &[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 4)) {
            let mut odd = cell(Metric::RatingMean, Some([values[0], values[1], values[2]]), 5);
            odd.value = Some(values[3]);
            prop_assert!(diverging(&[row("a", Kind::Rating, &odd)], Rated::Questions, "", Lang::Fr).is_ok());
        }
    }
}
