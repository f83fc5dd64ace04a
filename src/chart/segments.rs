//! A score by value of one segment column, with its intervals: a forest plot, best value first.

use super::axis::{Axis, Bounds};
use super::cells::{Cell, Cells, id};
use super::font::{Weight, brief};
use super::rows::{Column, Rows};
use super::scene::Align;
use super::sheet::{Sheet, Words};
use super::style::{
    AXIS, MUTED, PLAIN, SMALL, SMALL_BASE, base_label, colon, interval_label, level_label, metric_name,
    metric_subject, pale, tick_label, value_label,
};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::metric::{Estimate, Quantity};

/// Draws one metric by the values of `column`, with a line at `total`. Suppressed cells are left out and
/// counted in the note; nothing is drawn when no cell has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn segments(
    total: Option<&Estimate>,
    estimates: &[&Estimate],
    column: &str,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let cells = Cells::new(estimates, column);
    let rows = &cells.rows;
    let Some(first) = rows.first() else { return Ok(None) };
    let (metric, level) = (first.estimate.metric, level_label(first.estimate.level, lang));
    let reference = total.and_then(|t| t.value).filter(|v| v.is_finite());

    let name = metric_name(metric, lang);
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Segments,
            id: id(ChartKind::Segments, column),
            title: pick!(lang, chart::by(name, lang.quote(column))),
            question: question.to_owned(),
            caption: caption(rows, reference, lang),
            note: note(&level, &cells, lang),
        },
        lang,
    );
    let labels: Vec<&str> = rows.iter().map(|r| r.label).collect();
    let columns = [
        Column {
            head: pick!(lang, chart::score).to_owned(),
            cells: rows.iter().map(|r| value_label(r.value, metric, lang)).collect(),
        },
        Column {
            head: pick!(lang, chart::interval(level)),
            cells: rows.iter().map(|r| interval(r, lang).unwrap_or_else(|| "–".to_owned())).collect(),
        },
        Column { head: "n".to_owned(), cells: rows.iter().map(|r| base_label(r.n, lang)).collect() },
    ];
    sheet.y += if reference.is_some() { 8.0 } else { 0.0 };
    let page = Rows::new(&mut sheet, &labels, &columns, None);
    let data = rows.iter().flat_map(|r| [Some(r.value), r.estimate.ci_low, r.estimate.ci_high]).flatten();
    let bounds = Bounds::of(metric.quantity(), 5.0);
    let axis = Axis::new(data.chain(reference), bounds, page.left + 8.0, page.right - 8.0);
    page.grid(&mut sheet, axis, &|t| tick_label(t, metric, axis.decimals(), lang));
    if metric.quantity() == Quantity::Net && axis.holds(0.0) {
        sheet.scene.post(axis.at(0.0), page.top, page.bottom + 4.0, 1.0, AXIS);
    }
    if let Some(value) = reference {
        let x = axis.at(value);
        sheet.scene.post(x, page.top - 4.0, page.bottom + 4.0, 2.0, MUTED);
        let all = pick!(lang, chart::total);
        let text = format!("{all}{}{}", colon(lang), value_label(value, metric, lang));
        let half = super::font::width(&text, SMALL, Weight::Bold) / 2.0;
        let x = x.clamp(page.left + half, (page.right - half).max(page.left + half));
        sheet.scene.text(&text, (x, page.top - 9.0), Align::Middle, SMALL, Weight::Bold, MUTED);
    }
    for (i, row) in rows.iter().enumerate() {
        let y = page.middle(i);
        if let (Some(low), Some(high)) = (row.estimate.ci_low, row.estimate.ci_high) {
            page.whisker(&mut sheet.scene, axis, i, (low, high));
        }
        sheet.scene.dot((axis.at(row.value), y), 5.0, if row.n < SMALL_BASE { pale(PLAIN) } else { PLAIN });
    }
    sheet.finish()
}

fn interval(row: &Cell, lang: Lang) -> Option<String> {
    Some(interval_label(row.estimate.ci_low?, row.estimate.ci_high?, row.estimate.metric, lang))
}

/// From the lowest to the highest score, the small bases left aside where others remain, then how many
/// segments the interval sets apart from the total.
fn caption(rows: &[Cell], reference: Option<f64>, lang: Lang) -> String {
    let sound: Vec<&Cell> = rows.iter().filter(|r| r.n >= SMALL_BASE).collect();
    let told = if sound.len() > 1 { sound } else { rows.iter().collect() };
    let (Some(best), Some(worst)) = (told.first(), told.last()) else { return String::new() };
    let metric = best.estimate.metric;
    let subject = metric_subject(metric, lang);
    let place = |r: &Cell| {
        format!(
            "{} ({}, n\u{a0}=\u{a0}{})",
            value_label(r.value, metric, lang),
            brief(r.label),
            lang.count(r.n)
        )
    };
    let (high, low) = (place(best), place(worst));
    let story = if told.len() == 1 {
        pick!(lang, chart::is(subject, high, ""))
    } else {
        pick!(lang, chart::ranges_from_to(subject, low, high))
    };
    let story = format!("{story}.");
    let Some(total) = reference else { return story };
    let apart = |r: &&Cell| {
        let ends = (r.estimate.ci_low, r.estimate.ci_high);
        matches!(ends, (Some(low), Some(high)) if low > total || high < total)
    };
    let (count, all) = (rows.iter().filter(apart).count(), lang.count(rows.len() as u64));
    let total = value_label(total, metric, lang);
    let apart = match count {
        0 => pick!(lang, chart::no_segment_differs).to_owned(),
        1 => pick!(lang, chart::segment_differs(all)),
        _ => pick!(lang, chart::segments_differ(lang.count(count as u64), all)),
    };
    pick!(lang, chart::from_the_total_vertical_line_by_more_than(story, apart, total))
}

fn note(level: &str, cells: &Cells, lang: Lang) -> String {
    let bars = pick!(lang, chart::n_valid_answers_bars_confidence_intervals(level));
    let fragile =
        if cells.fragile() { pick!(lang, chart::and_pale_dot_base_under(SMALL_BASE)) } else { String::new() };
    format!("{bars}{fragile}{}", cells.absent(lang))
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, sound};
    use super::*;
    use crate::metric::Metric;

    fn draw(total: Option<&Estimate>, estimates: &[Estimate], lang: Lang) -> Option<Figure> {
        segments(total, &estimates.iter().collect::<Vec<_>>(), "Région", "Note ?", lang).unwrap()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(draw(None, &[], Lang::Fr), None);
        assert_eq!(
            draw(None, &[estimate(Metric::Nps, None, Some(("Région", "X")), None, 0)], Lang::Fr),
            None
        );
    }

    #[test]
    fn few_rows_sorted_by_score() {
        let total = estimate(Metric::Nps, None, None, Some([1.0, 4.0, 7.0]), 800);
        let data = [
            estimate(Metric::Nps, None, Some(("Région", "Sud")), Some([-20.0, -12.5, -5.0]), 400),
            estimate(Metric::Nps, None, Some(("Région", "Nord & <Est>")), Some([20.0, 20.0, 20.0]), 1),
            estimate(Metric::Nps, None, Some(("Région", "X")), None, 0),
        ];
        let figure = draw(Some(&total), &data, Lang::Fr).unwrap();
        sound(
            &figure,
            &["Sud", "Nord & <Est>", "−12,5", "[+20,0\u{a0};\u{a0}+20,0]", "400", "Ensemble\u{a0}: +4,0"],
        );
        assert_eq!(figure.id, "segments-region");
        assert!(figure.svg.contains("1 valeur sous la base") && figure.svg.contains("† et point pâle"));
        assert!(figure.caption.starts_with("Le NPS va de −12,5 (Sud, n\u{a0}=\u{a0}400) à +20,0 (Nord"));
        assert!(
            figure.caption.ends_with(
                "2 segments sur 2 s’écartent de l’ensemble (+4,0, trait vertical) d’après le seul intervalle, sans correction pour le nombre de segments."
            ),
            "{}",
            figure.caption
        );
        let third = estimate(Metric::Nps, None, Some(("Région", "Est")), Some([-3.0, 2.0, 5.0]), 300);
        let more = [data[0].clone(), data[1].clone(), third];
        let caption = draw(Some(&total), &more, Lang::En).unwrap().caption;
        assert!(caption.contains("to +2.0 (Est") && caption.contains("2 segments of 3 differ"), "{caption}");
        sound(&draw(Some(&total), &data[..1], Lang::En).unwrap(), &["Sud"]);
    }

    #[test]
    fn many_long_rows_at_the_bounds() {
        let long = "Agence <commerciale> & partenaires de la communauté d’agglomération de Saint-Quentin 🚀";
        let rows: Vec<Estimate> = (0..60)
            .map(|i| {
                let v = if i % 2 == 0 { 100.0 } else { -100.0 };
                estimate(
                    Metric::Nps,
                    None,
                    Some(("Région", &format!("{i} {long}"))),
                    Some([v, v, v]),
                    i as u64 + 1,
                )
            })
            .collect();
        let figure = draw(Some(&rows[0]), &rows, Lang::En).unwrap();
        sound(&figure, &["−100.0", "+100.0", "60", "21\u{a0}†"]);
        assert!(figure.svg.contains("20 values with smaller bases are not shown"));
        assert_eq!(draw(Some(&rows[0]), &rows, Lang::En).unwrap(), figure);
    }
}
