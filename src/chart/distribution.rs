//! Distribution of the answers to a closed question: one bar a value, coloured by group.

use super::axis::{Axis, Bounds};
use super::font::{Weight, drawable, width, wrap};
use super::group_words::good_and_bad;
use super::scene::{Align, widest};
use super::sheet::{Sheet, Words};
use super::style::{
    AXIS, BODY, GRID, INK, MARGIN, MUTED, SMALL, WIDTH, answers, colon, group_color, group_name,
    metric_subject,
};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::metric::{Distribution, DistributionValue, Group, Metric};
use crate::study::{Kind, Scale};

/// Height of the plot.
const PLOT: f64 = 250.0;

/// Answers of one group: the values that make it up, and their share together.
struct Total {
    group: Group,
    first: f64,
    last: f64,
    n: u64,
    share: f64,
}

/// Draws the distribution of a question: `question` is its text, `scale` its ends, written under the
/// bars when answers have no label.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn distribution(
    answers_by_value: &Distribution,
    kind: Kind,
    scale: Scale,
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let rows = &answers_by_value.values;
    if answers_by_value.n == 0 || rows.is_empty() {
        return Ok(None);
    }
    let totals = totals(answers_by_value);
    let base = answers(answers_by_value.n, lang);
    let ends = format!("{}–{}", plain(scale.low, lang), plain(scale.high, lang));
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Distribution,
            id: ChartKind::Distribution.id().to_owned(),
            title: pick!(lang, chart::distribution_of_answers).to_owned(),
            question: question.to_owned(),
            caption: caption(answers_by_value, &totals, kind, lang),
            note: pick!(lang, chart::base_scale_shares_in_of_valid_answers(base, ends)),
        },
        lang,
    );
    legend(&mut sheet, &totals, kind, lang);

    let (top, bottom) = (sheet.y + 26.0, sheet.y + 26.0 + PLOT);
    let bounds = Bounds { floor: 0.0, ceiling: 100.0, least: 1.0, ticks: 4.0 };
    let highest = rows.iter().map(|v| v.share * 100.0).chain([0.0]);
    let axis = Axis::new(highest, bounds, bottom, top);
    let ticks: Vec<(f64, String)> =
        axis.ticks().into_iter().map(|t| (t, lang.percent(t, axis.decimals()))).collect();
    let left = MARGIN + widest(ticks.iter().map(|t| &t.1), SMALL, Weight::Regular) + 10.0;
    for (value, label) in &ticks {
        let y = axis.at(*value);
        sheet.scene.rule(left, WIDTH - MARGIN, y, 1.0, GRID);
        sheet.scene.label(label, (left - 8.0, y + SMALL * 0.36), Align::End, SMALL, MUTED);
    }

    let step = (WIDTH - MARGIN - left) / rows.len() as f64;
    let half = (step * 0.36).clamp(0.5, 34.0);
    let shares: Vec<String> = rows.iter().map(|v| lang.percent(v.share * 100.0, 1)).collect();
    let labelled = widest(&shares, BODY, Weight::Bold) + 4.0 <= step;
    let names: Vec<String> =
        rows.iter().map(|v| v.label.as_deref().map_or_else(|| plain(v.value, lang), drawable)).collect();
    let words = rows.iter().any(|v| v.label.is_some());
    let every = if words {
        1
    } else {
        ((widest(&names, BODY, Weight::Regular) + 8.0) / step).ceil().max(1.0) as usize
    };
    let mut depth = 1;
    for (i, row) in rows.iter().enumerate() {
        let x = left + step * (i as f64 + 0.5);
        let y = axis.at(row.share * 100.0);
        sheet.scene.rect((x - half, y), (x + half, bottom), group_color(row.group));
        if labelled {
            sheet.scene.text(&shares[i], (x, y - 7.0), Align::Middle, BODY, Weight::Bold, INK);
            sheet.scene.plate();
        }
        if i % every == 0 {
            let room = step * every as f64 - 6.0;
            let lines = wrap(&names[i], BODY, Weight::Regular, room, 3);
            depth = depth.max(lines.len());
            for (k, line) in lines.iter().enumerate() {
                sheet.scene.label(line, (x, bottom + 20.0 + 16.0 * k as f64), Align::Middle, BODY, INK);
            }
        }
    }
    sheet.scene.rule(left, WIDTH - MARGIN, bottom, 1.5, AXIS);
    sheet.y = bottom + 8.0 + 16.0 * depth as f64;
    sheet.finish()
}

/// Groups in the order of the scale, those that nobody chose left out.
fn totals(rows: &Distribution) -> Vec<Total> {
    let mut totals: Vec<Total> = Vec::new();
    for row in &rows.values {
        match totals.iter_mut().find(|t| t.group == row.group) {
            Some(total) => {
                total.first = total.first.min(row.value);
                total.last = total.last.max(row.last.unwrap_or(row.value));
                total.n += row.n;
                total.share += row.share;
            }
            None => totals.push(Total {
                group: row.group,
                first: row.value,
                last: row.last.unwrap_or(row.value),
                n: row.n,
                share: row.share,
            }),
        }
    }
    totals
}

/// A coloured square, a name and a share for each group, on one line or more.
fn legend(sheet: &mut Sheet, totals: &[Total], kind: Kind, lang: Lang) {
    let mut x = MARGIN;
    let mut y = sheet.y + 14.0;
    for total in totals {
        let name = format!("{} ({})", group_name(total.group, kind, lang), range(total, lang));
        let share = format!("{} · {}", lang.percent(total.share * 100.0, 1), lang.count(total.n));
        let named = width(&name, BODY, Weight::Regular);
        let long = 18.0 + named + 8.0 + width(&share, BODY, Weight::Bold);
        if x > MARGIN && x + long > WIDTH - MARGIN {
            x = MARGIN;
            y += 22.0;
        }
        sheet.scene.rect((x, y - 10.0), (x + 12.0, y + 2.0), group_color(total.group));
        sheet.scene.label(&name, (x + 18.0, y), Align::Start, BODY, INK);
        sheet.scene.text(&share, (x + 26.0 + named, y), Align::Start, BODY, Weight::Bold, INK);
        x += long + 20.0;
    }
    sheet.y = y;
}

/// Values of a group: `0–6`, `3`.
fn range(total: &Total, lang: Lang) -> String {
    if (total.last - total.first).abs() < 1e-9 {
        plain(total.first, lang)
    } else {
        format!("{}–{}", plain(total.first, lang), plain(total.last, lang))
    }
}

/// A value of the scale without useless decimals.
fn plain(value: f64, lang: Lang) -> String {
    let whole = (value - value.round()).abs() < 1e-9;
    let tenths = (value * 10.0 - (value * 10.0).round()).abs() < 1e-9;
    lang.number(
        value,
        if whole {
            0
        } else if tenths {
            1
        } else {
            2
        },
    )
}

fn caption(rows: &Distribution, totals: &[Total], kind: Kind, lang: Lang) -> String {
    let share = |groups: [Group; 2]| -> f64 {
        totals.iter().filter(|t| groups.contains(&t.group)).map(|t| t.share).sum::<f64>() * 100.0
    };
    let values = |groups: [Group; 2]| {
        let found = totals.iter().find(|t| groups.contains(&t.group));
        found.map(|t| format!(" ({})", range(t, lang))).unwrap_or_default()
    };
    let (best, worst) = ([Group::Promoters, Group::High], [Group::Detractors, Group::Low]);
    let (high, low) = (lang.percent(share(best), 1), lang.percent(share(worst), 1));
    let base = answers(rows.n, lang);
    if matches!(kind, Kind::Nps | Kind::Enps) {
        let metric = if kind == Kind::Nps { Metric::Nps } else { Metric::Enps };
        let name = metric_subject(metric, lang);
        let score = lang.signed(share(best) - share(worst), 1);
        let (promoters, detractors) = (values(best), values(worst));
        return pick!(
            lang,
            chart::is_promoters_minus_detractors_base(name, score, high, promoters, low, detractors, base)
        );
    }
    let Some(most) = rows.values.iter().max_by_key(|v| v.n) else { return String::new() };
    let name =
        |v: &DistributionValue| v.label.as_deref().map_or_else(|| plain(v.value, lang), |l| lang.quote(l));
    let modes: Vec<String> = rows.values.iter().filter(|v| v.n == most.n).map(name).collect();
    let often = lang.percent(most.share * 100.0, 1);
    let modal = lang.list(&modes);
    let mode = match modes.len() {
        1 => pick!(lang, chart::the_most_frequent_answer_is(modal, often)),
        2 | 3 => pick!(lang, chart::the_most_frequent_answers_are(modal, often)),
        _ => pick!(lang, chart::no_answer_stands_out).to_owned(),
    };
    let (high_values, low_values) = (values(best), values(worst));
    let base = format!("Base{}{base}", colon(lang));
    let (named_high, named_low) = good_and_bad(kind, lang);
    pick!(lang, chart::and_the_mode(high, named_high, high_values, low, named_low, low_values, mode, base))
}

#[cfg(test)]
mod tests {
    use super::super::check::sound;
    use super::*;

    const NPS: Scale = Scale { low: 0.0, high: 10.0 };

    fn rows(counts: &[(f64, u64, Option<&str>)], kind: Kind, scale: Scale) -> Distribution {
        let n: u64 = counts.iter().map(|c| c.1).sum();
        let value = |&(value, count, label): &(f64, u64, Option<&str>)| DistributionValue {
            value,
            last: None,
            label: label.map(str::to_owned),
            n: count,
            share: count as f64 / n as f64,
            group: scale.group(kind, value),
        };
        Distribution {
            question: "q".to_owned(),
            n,
            median: None,
            median_low: None,
            median_high: None,
            values: counts.iter().map(value).collect(),
        }
    }

    #[test]
    fn nothing_to_draw() {
        for counts in [&[][..], &[(0.0, 0, None)]] {
            let empty = rows(counts, Kind::Nps, NPS);
            assert_eq!(distribution(&empty, Kind::Nps, NPS, "?", Lang::Fr), Ok(None));
        }
    }

    #[test]
    fn recommendation() {
        let counts: Vec<_> = (0..11).map(|i| (f64::from(i), 10 + 3 * i as u64, None)).collect();
        let data = rows(&counts, Kind::Nps, NPS);
        for lang in [Lang::Fr, Lang::En] {
            let figure = distribution(&data, Kind::Nps, NPS, "Note & <avis> ?", lang).unwrap().unwrap();
            sound(&figure, &["0", "10", &lang.percent(data.values[10].share * 100.0, 1)]);
            assert_eq!(
                distribution(&data, Kind::Nps, NPS, "Note & <avis> ?", lang).unwrap().unwrap(),
                figure
            );
        }
        let figure = distribution(&data, Kind::Nps, NPS, "?", Lang::Fr).unwrap().unwrap();
        assert!(figure.caption.contains("moins 48,4\u{a0}% de détracteurs (0–6)"), "{}", figure.caption);
    }

    #[test]
    fn answers_as_frequent_are_all_named_where_they_are_few() {
        let five = Scale { low: 1.0, high: 5.0 };
        for (values, said) in [
            (&[3.0][..], "la réponse la plus fréquente est 3 (100,0\u{a0}%)"),
            (&[3.0, 5.0], "les réponses les plus fréquentes sont 3 et 5 (50,0\u{a0}% chacune)"),
            (&[1.0, 2.0, 3.0, 4.0, 5.0], "aucune réponse ne domine"),
        ] {
            let counts: Vec<_> = values.iter().map(|value| (*value, 4, None)).collect();
            let data = rows(&counts, Kind::Csat, five);
            let figure = distribution(&data, Kind::Csat, five, "?", Lang::Fr).unwrap().unwrap();
            assert!(figure.caption.contains(said), "{}", figure.caption);
        }
    }

    #[test]
    fn answers_in_words_and_long_scales() {
        let five = Scale { low: 1.0, high: 5.0 };
        let words =
            [(1.0, 3, Some("Pas du tout satisfait de la prestation & du <service>")), (5.0, 9, Some("Ravi"))];
        let data = rows(&words, Kind::Csat, five);
        sound(&distribution(&data, Kind::Csat, five, "Avis", Lang::En).unwrap().unwrap(), &["Ravi"]);
        let hundred = Scale { low: 0.0, high: 100.0 };
        let counts: Vec<_> = (0..101).map(|i| (f64::from(i), 1 + i as u64 % 7, None)).collect();
        let data = rows(&counts, Kind::Rating, hundred);
        sound(&distribution(&data, Kind::Rating, hundred, "Note", Lang::Fr).unwrap().unwrap(), &["0", "100"]);
        let one = rows(&[(10.0, 1, None)], Kind::Nps, NPS);
        sound(&distribution(&one, Kind::Nps, NPS, "", Lang::Fr).unwrap().unwrap(), &["100,0\u{a0}%"]);
    }
}
