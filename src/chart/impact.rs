//! Impact of keywords on a score, with intervals: irritants first, then what is liked.

use super::axis::{Axis, Bounds};
use super::font::brief;
use super::rows::{Column, Rows};
use super::sheet::{Sheet, Words};
use super::style::{
    BAD, CHANCE, GOOD, answers, capitalized, decimals, interval_points, level_label, pale, points, the_metric,
};
use super::{ChartError, ChartKind, Figure};
use crate::driver::{Driver, DriverKind};
use crate::lang::Lang;
use crate::metric::Metric;

/// Keywords of each sign.
const TOP: usize = 10;

/// Draws the strongest impacts of keywords on one score; `metric` gives their unit, `level` is the
/// confidence level of their intervals, `question` the text of the score's question.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn impact(
    drivers: &[&Driver],
    metric: Metric,
    level: f64,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let (costs, gains) = (strongest(drivers, -1.0), strongest(drivers, 1.0));
    let rows: Vec<&Driver> = costs.iter().chain(&gains).copied().collect();
    let Some(any) = rows.first() else { return Ok(None) };
    let themes = any.kind == DriverKind::Theme;
    let base = answers(any.base, lang);
    let level = level_label(level, lang);
    let pale_bars = if rows.iter().any(|d| d.q >= CHANCE) {
        pick!(lang, chart::pale_bar(lang.number(CHANCE, 2)))
    } else {
        String::new()
    };
    let tone = if drivers.iter().all(|d| d.topic) {
        ""
    } else {
        pick!(lang, chart::words_without_a_subject_left_out)
    };
    let the = the_metric(metric, lang);
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Impact,
            id: format!("{}{}", ChartKind::Impact.id(), if themes { "-themes" } else { "" }),
            title: if themes {
                pick!(lang, chart::impact_of_themes_on(the))
            } else {
                pick!(lang, chart::impact_of_keywords_on(the))
            },
            question: question.to_owned(),
            caption: caption(&costs, &gains, metric, lang),
            note: if themes {
                pick!(lang, chart::base_of_themes(base, level, pale_bars))
            } else {
                pick!(lang, chart::base_of_keywords(base, level, pale_bars, tone))
            },
        },
        lang,
    );
    let labels: Vec<&str> = rows.iter().map(|d| d.label.as_str()).collect();
    let columns = [
        Column {
            head: "Impact".to_owned(),
            cells: rows.iter().map(|d| lang.signed(d.impact, decimals(metric))).collect(),
        },
        Column {
            head: pick!(lang, chart::interval(level)),
            cells: rows.iter().map(|d| interval_points(d.ci_low, d.ci_high, metric, lang)).collect(),
        },
        Column { head: "n".to_owned(), cells: rows.iter().map(|d| lang.count(d.n)).collect() },
    ];
    let gap = (!costs.is_empty() && !gains.is_empty()).then_some(costs.len());
    let page = Rows::new(&mut sheet, &labels, &columns, gap);
    let least = if decimals(metric) == 2 { 0.05 } else { 1.0 };
    let bounds = Bounds { floor: f64::NEG_INFINITY, ceiling: f64::INFINITY, least, ticks: 5.0 };
    let data = rows.iter().flat_map(|d| [d.impact, d.ci_low, d.ci_high]).chain([0.0]);
    let axis = Axis::new(data, bounds, page.left + 8.0, page.right - 8.0);
    page.grid(&mut sheet, axis, &|t| lang.signed(t, axis.decimals()));
    for (i, driver) in rows.iter().enumerate() {
        let color = if driver.impact < 0.0 { BAD } else { GOOD };
        let color = if driver.q < CHANCE { color } else { pale(color) };
        page.bar(&mut sheet.scene, i, (axis.at(0.0), axis.at(driver.impact)), color);
        if driver.ci_low.is_finite() && driver.ci_high.is_finite() {
            page.whisker(&mut sheet.scene, axis, i, (driver.ci_low, driver.ci_high));
        }
    }
    page.line(&mut sheet.scene, axis.at(0.0));
    sheet.finish()
}

/// The largest impacts of one sign, largest first.
fn strongest<'a>(drivers: &[&'a Driver], sign: f64) -> Vec<&'a Driver> {
    let mut kept: Vec<&Driver> = drivers
        .iter()
        .copied()
        .filter(|d| d.topic && d.impact.is_finite() && d.impact * sign > 0.0)
        .collect();
    kept.sort_by(|a, b| b.impact.abs().total_cmp(&a.impact.abs()).then_with(|| a.label.cmp(&b.label)));
    kept.truncate(TOP);
    kept
}

/// The largest impact that is not chance: the others make no story.
fn sure<'a>(rows: &[&'a Driver]) -> Option<&'a Driver> {
    rows.iter().copied().find(|d| d.q < CHANCE)
}

fn caption(costs: &[&Driver], gains: &[&Driver], metric: Metric, lang: Lang) -> String {
    let the = the_metric(metric, lang);
    let themes = costs.iter().chain(gains).any(|d| d.kind == DriverKind::Theme);
    let mention = if themes { pick!(lang, chart::speak_of) } else { pick!(lang, chart::mention) };
    let without = |d: &Driver, said: bool| {
        let (n, word) = (answers(d.n, lang), lang.quote(&brief(&d.label)));
        if said {
            pick!(lang, chart::that_score_without(n, mention, word))
        } else {
            pick!(lang, chart::the_score_without(n, mention, word, the))
        }
    };
    let cost = sure(costs).map(|d| {
        let verb = pick!(lang, chart::would_gain);
        format!("{} {verb} {}", without(d, false), points(d.impact, metric, lang))
    });
    let gain = sure(gains).map(|d| {
        let verb = pick!(lang, chart::would_lose);
        format!("{} {verb} {}", without(d, cost.is_some()), points(d.impact, metric, lang))
    });
    let mut story: Vec<String> = cost.into_iter().chain(gain).collect();
    if story.is_empty() {
        story.push(if themes {
            pick!(lang, chart::no_theme_has_a_significant_impact_on(the))
        } else {
            pick!(lang, chart::no_word_has_a_significant_impact_on(the))
        });
    }
    let how = pick!(lang, chart::the_impact_grows_with_the_difference_in_score);
    capitalized(&format!("{}. {how}", story.join(lang.pick(" ; ", "; "))))
}

#[cfg(test)]
mod tests {
    use super::super::check::sound;
    use super::*;

    fn driver(label: &str, n: u64, impact: f64, half: f64, q: f64) -> Driver {
        Driver {
            target: "nps".to_owned(),
            question: "q".to_owned(),
            kind: DriverKind::Keyword,
            id: label.to_owned(),
            label: label.to_owned(),
            topic: true,
            n,
            base: 2210,
            with: 0.0,
            without: 0.0,
            difference: 0.0,
            impact,
            se: half / 1.96,
            ci_low: impact - half,
            ci_high: impact + half,
            p: q,
            log10_p: 0.0,
            q,
            adjusted: None,
        }
    }

    #[test]
    fn nothing_to_draw() {
        for rows in [&[][..], &[&driver("prix", 3, 0.0, 1.0, 1.0)], &[&driver("prix", 3, f64::NAN, 1.0, 1.0)]]
        {
            assert_eq!(impact(rows, Metric::Nps, 0.95, "?", Lang::Fr), Ok(None));
        }
    }

    #[test]
    fn irritants_and_what_is_liked() {
        let mut data: Vec<Driver> =
            (0..12).map(|i| driver(&format!("-{i}-"), 90, -12.0 + f64::from(i), 1.5, 1e-9)).collect();
        data.push(driver(
            "rapide & <sympathique> à un point que l’on n’imagine pas avant",
            80,
            6.3,
            9.0,
            0.02,
        ));
        let rows: Vec<&Driver> = data.iter().rev().collect();
        let figure = impact(&rows, Metric::Nps, 0.95, "Note ?", Lang::Fr).unwrap().unwrap();
        sound(&figure, &["-0-", "-9-", "−12,0", "+6,3", "[−13,5\u{a0};\u{a0}−10,5]"]);
        assert!(!figure.svg.contains("-10-"));
        for part in [
            "Sans les 90\u{a0}réponses qui citent «\u{a0}-0-\u{a0}», le NPS des réponses commentées gagnerait 12,0\u{a0}points\u{a0};",
            "ce score perdrait 6,3\u{a0}points.",
        ] {
            assert!(figure.caption.contains(part), "{}", figure.caption);
        }
        assert_eq!(impact(&rows, Metric::Nps, 0.95, "Note ?", Lang::Fr).unwrap().unwrap(), figure);
        let unsure = driver("prix", 80, -1.0, 9.0, 0.2);
        let figure = impact(&[&unsure], Metric::Nps, 0.95, "Note ?", Lang::Fr).unwrap().unwrap();
        assert!(figure.caption.starts_with("Aucun de ces mots n’a d’impact significatif sur le NPS."));
        assert!(figure.svg.contains("Barre pâle"));
        let theme = Driver { kind: DriverKind::Theme, ..driver("Délais", 90, -4.0, 1.0, 1e-6) };
        let figure = impact(&[&theme], Metric::Nps, 0.95, "Note ?", Lang::Fr).unwrap().unwrap();
        assert!(figure.id == "impact-themes" && figure.svg.contains("Impact des thèmes"));
        assert!(figure.caption.contains("qui parlent de «\u{a0}Délais\u{a0}»"), "{}", figure.caption);
        let negative = impact(&rows[5..8], Metric::CsatMean, 0.9, "Note ?", Lang::En).unwrap().unwrap();
        sound(&negative, &["90% interval"]);
    }

    #[test]
    fn intervals_without_width_or_end() {
        let data = [driver("prix", 1, -0.5, 0.0, 1.0), driver("délai", 1, -1.0, f64::NAN, 1.0)];
        let rows: Vec<&Driver> = data.iter().collect();
        sound(&impact(&rows, Metric::Csat, 0.95, "?", Lang::En).unwrap().unwrap(), &["prix", "délai"]);
    }
}
