//! Groups of answers stacked to 100 %: the total, then a row a wave or a value of a segment column.

use super::cells::{Cells, ROWS, earlier, id};
use super::font::brief;
use super::group_bars::{Part, draw, legend, parts, share_of};
use super::group_words::{base, both, good_and_bad, shares_note};
use super::rows::{Column, Rows};
use super::scene::Align;
use super::sheet::{Sheet, Words};
use super::style::{AXIS, MUTED, SMALL, SMALL_BASE, base_label, capitalized, metric_short, value_label};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::metric::{Estimate, Group, Metric};
use crate::study::Kind;

/// What the rows of a figure are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By<'a> {
    /// Waves, in order of time.
    Wave,
    /// Values of a segment column.
    Segment(&'a str),
}

/// A row: one that carries no number has no parts.
struct Row<'a> {
    label: &'a str,
    estimate: &'a Estimate,
    parts: Option<Vec<Part>>,
}

/// Draws the groups of answers of a question of this kind: `total`, then `estimates`. A suppressed wave keeps its
/// place, without a bar; suppressed values are counted in the note. Nothing where no row has a value.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn stacked(
    total: Option<&Estimate>,
    estimates: &[&Estimate],
    by: By<'_>,
    kind: Kind,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let (below, unseen) = below(estimates, by, lang);
    if matches!(by, By::Segment(_)) && below.is_empty() {
        return Ok(None);
    }
    let all = pick!(lang, chart::total);
    let first = total.map(|estimate| Row { label: all, estimate, parts: parts(estimate) });
    let first = first.filter(|row| row.parts.is_some());
    let gap = (first.is_some() && !below.is_empty()).then_some(1);
    let rows: Vec<Row> = first.into_iter().chain(below).collect();
    let Some(known) = rows.iter().find(|row| row.parts.is_some()) else { return Ok(None) };
    let metric = known.estimate.metric;
    let fragile = rows.iter().any(|row| row.estimate.n.is_some_and(|n| n < SMALL_BASE));
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Stacked,
            id: match by {
                By::Wave => ChartKind::Stacked.id().to_owned(),
                By::Segment(column) => id(ChartKind::Stacked, column),
            },
            title: title(by, lang),
            question: question.to_owned(),
            caption: caption(&rows, by, kind, lang),
            note: format!("{}{unseen}", shares_note(fragile, lang)),
        },
        lang,
    );
    let drawn = |group| rows.iter().filter_map(|r| r.parts.as_ref()).flatten().any(|part| part.0 == group);
    legend(&mut sheet, drawn, kind, lang);
    rows_of(&mut sheet, &rows, gap, metric, lang);
    sheet.finish()
}

/// The rows under the total, and what of them is not seen.
fn below<'a>(estimates: &[&'a Estimate], by: By<'_>, lang: Lang) -> (Vec<Row<'a>>, String) {
    match by {
        By::Segment(column) => {
            let cells = Cells::new(estimates, column);
            let row = |label, estimate| Row { label, estimate, parts: parts(estimate) };
            let rows: Vec<Row> = cells.rows.iter().map(|c| row(c.label, c.estimate)).collect();
            (rows, cells.absent(lang))
        }
        By::Wave => {
            let left_out = estimates.len().saturating_sub(ROWS);
            let row = |estimate: &&'a Estimate| {
                Some(Row { label: estimate.wave.as_deref()?, estimate, parts: parts(estimate) })
            };
            let rows: Vec<Row> = estimates[left_out..].iter().filter_map(row).collect();
            (rows, earlier(left_out, lang) + &hidden_waves(estimates[left_out..].iter(), lang))
        }
    }
}

/// What a wave without a bar means, where there is one.
fn hidden_waves<'e>(mut estimates: impl Iterator<Item = &'e &'e Estimate>, lang: Lang) -> String {
    if !estimates.any(|e| e.suppressed) {
        return String::new();
    }
    pick!(lang, chart::a_wave_without_a_bar_has_a_base).to_owned()
}

fn rows_of(sheet: &mut Sheet, rows: &[Row], gap: Option<usize>, metric: Metric, lang: Lang) {
    let labels: Vec<&str> = rows.iter().map(|row| row.label).collect();
    let none = || "–".to_owned();
    let score = |r: &Row| r.estimate.value.map_or_else(none, |v| value_label(v, metric, lang));
    let base = |r: &Row| r.estimate.n.map_or_else(none, |n| base_label(n, lang));
    let columns = [
        Column { head: metric_short(metric, lang).to_owned(), cells: rows.iter().map(score).collect() },
        Column { head: "n".to_owned(), cells: rows.iter().map(base).collect() },
    ];
    let page = Rows::new(sheet, &labels, &columns, gap);
    for (i, row) in rows.iter().enumerate() {
        if let Some(parts) = &row.parts {
            draw(&mut sheet.scene, parts, (page.left, page.middle(i)), page.right - page.left, lang);
        }
    }
    let middle = f64::midpoint(page.left, page.right);
    for x in [page.left, page.right] {
        sheet.scene.post(x, page.top, page.bottom + 3.0, 1.0, AXIS);
    }
    for (x, share) in [(page.left, 0.0), (middle, 50.0), (page.right, 100.0)] {
        let text = lang.percent(share, 0);
        sheet.scene.label(&text, (x, page.bottom + 18.0), Align::Middle, SMALL, MUTED);
    }
    sheet.y = page.bottom + 20.0;
}

fn title(by: By<'_>, lang: Lang) -> String {
    match by {
        By::Wave => pick!(lang, chart::groups_of_answers_by_wave).to_owned(),
        By::Segment(column) => pick!(lang, chart::groups_of_answers_by(lang.quote(column))),
    }
}

/// Waves: from the first to the last. Segments: from the smallest to the largest share of good answers, the small
/// bases left aside where others remain.
fn caption(rows: &[Row], by: By<'_>, kind: Kind, lang: Lang) -> String {
    let shares = |row: &Row| {
        let parts = row.parts.as_ref()?;
        let good = share_of(parts, [Group::Promoters, Group::High]);
        Some((brief(row.label), good, share_of(parts, [Group::Detractors, Group::Low]), row.estimate.n?))
    };
    let is_total = |row: &Row| row.estimate.segment.is_none() && row.estimate.wave.is_none();
    let all = rows.iter().find(|row| is_total(row)).and_then(shares);
    let mut told: Vec<_> = rows.iter().filter(|row| !is_total(row)).filter_map(shares).collect();
    let whole = all.map_or_else(String::new, |(name, good, bad, n)| {
        let (name, both) = (capitalized(&name), both(good, bad, kind, lang));
        pick!(lang, chart::joined_in_stacked(name, both, base(n, lang)))
    });
    if matches!(by, By::Segment(_)) {
        let sound: Vec<_> = told.iter().filter(|t| t.3 >= SMALL_BASE).cloned().collect();
        told = if sound.len() > 1 { sound } else { told };
        told.sort_by(|a, b| a.1.total_cmp(&b.1));
    }
    let (Some(first), Some(last)) = (told.first(), told.last()) else { return whole.trim().to_owned() };
    let place = |t: &(String, f64, f64, u64)| match by {
        By::Wave => format!("{} ({})", both(t.1, t.2, kind, lang), t.0),
        By::Segment(_) => format!("{} ({})", lang.percent(t.1 * 100.0, 1), t.0),
    };
    let (from, to) = (place(first), place(last));
    let share = pick!(lang, chart::the_share_of(good_and_bad(kind, lang).0));
    let story = match (by, told.len()) {
        (By::Wave, 1) => capitalized(&from),
        (By::Wave, _) => pick!(lang, chart::from_to_in_short(from, to)),
        (By::Segment(_), 1) => pick!(lang, chart::is(share, from, "")),
        (By::Segment(_), _) => pick!(lang, chart::ranges_from_to(share, from, to)),
    };
    format!("{story}.{whole}")
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, odd, shared, sound};
    use super::*;
    use proptest::prelude::*;

    fn cell(wave: Option<&str>, region: Option<&str>, shares: Option<[f64; 3]>, n: u64) -> Estimate {
        let value = shares.map(|[bad, _, good]| (good - bad) * 100.0).map(|v| [v - 5.0, v, v + 5.0]);
        let bare = estimate(Metric::Nps, wave, region.map(|r| ("Région", r)), value, n);
        shares.map_or(bare.clone(), |shares| shared(bare, shares))
    }

    fn figure(rows: &[Estimate], by: By<'_>, lang: Lang) -> Option<Figure> {
        let total = cell(None, None, Some([0.3, 0.3, 0.4]), 800);
        stacked(Some(&total), &rows.iter().collect::<Vec<_>>(), by, Kind::Nps, "Note ?", lang).unwrap()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(stacked(None, &[], By::Wave, Kind::Nps, "", Lang::Fr), Ok(None));
        assert_eq!(figure(&[], By::Segment("Région"), Lang::Fr), None);
        let hidden = [cell(None, Some("Sud"), None, 0)];
        assert_eq!(figure(&hidden, By::Segment("Région"), Lang::Fr), None);
    }

    #[test]
    fn waves_keep_their_place_and_order() {
        let rows = [
            cell(Some("T1"), None, Some([0.2, 0.3, 0.5]), 400),
            cell(Some("T2"), None, None, 0),
            cell(Some("T3"), None, Some([0.5, 0.48, 0.02]), 12),
        ];
        let drawn = figure(&rows, By::Wave, Lang::Fr).unwrap();
        sound(
            &drawn,
            &["Ensemble", "T1", "T2", "T3", "Promoteurs", "50,0\u{a0}%", "12\u{a0}†", "−48,0", "–"],
        );
        assert_eq!(drawn.id, "stacked");
        assert!(!drawn.svg.contains(">2,0"), "a share that does not fit is not written");
        assert!(drawn.svg.contains("Vague sans barre"));
        assert_eq!(
            drawn.caption.replace('\u{a0}', " "),
            "De 50,0 % de promoteurs et 20,0 % de détracteurs (T1) à 2,0 % de promoteurs et 50,0 % de \
             détracteurs (T3). Ensemble : 40,0 % de promoteurs et 30,0 % de détracteurs. Base : 800 réponses."
        );
        sound(&figure(&[], By::Wave, Lang::En).unwrap(), &["Total", "+10.0"]);
    }

    #[test]
    fn two_and_sixty_values() {
        let two = [
            cell(None, Some("Oui"), Some([1.0, 0.0, 0.0]), 1),
            cell(None, Some("Non"), Some([0.0, 0.0, 1.0]), 90),
        ];
        let drawn = figure(&two, By::Segment("Région"), Lang::En).unwrap();
        sound(&drawn, &["Oui", "Non", "100.0%", "1\u{a0}†"]);
        assert_eq!(drawn.id, "stacked-region");
        assert!(drawn.caption.starts_with("The share of promoters ranges from 0.0% (Oui) to 100.0% (Non)."));
        let long = "Agence <commerciale> & partenaires de la communauté d’agglomération « Cœur d’Hérault »";
        let many: Vec<Estimate> = (0..60)
            .map(|i| cell(None, Some(&format!("{i} {long}")), Some([0.01 * f64::from(i), 0.2, 0.2]), 60))
            .collect();
        let drawn = figure(&many, By::Segment("Région"), Lang::Fr).unwrap();
        sound(&drawn, &[]);
        assert!(drawn.svg.contains("20 valeurs de plus petite base ne sont pas montrées"));
        let waves: Vec<Estimate> =
            (0..45).map(|i| cell(Some(&format!("vague {i}")), None, Some([0.3, 0.3, 0.4]), 60)).collect();
        let drawn = figure(&waves, By::Wave, Lang::En).unwrap();
        sound(&drawn, &["vague 44"]);
        assert!(drawn.svg.contains("5 earlier waves are not shown"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 6)) {
            let rows = [
                cell(Some("a"), None, Some([values[0], values[1], values[2]]), 5),
                cell(Some("b"), None, Some([values[3], values[4], values[5]]), 5),
            ];
            let all: Vec<&Estimate> = rows.iter().collect();
            prop_assert!(stacked(Some(&rows[0]), &all, By::Wave, Kind::Nps, "", Lang::Fr).is_ok());
        }
    }
}
