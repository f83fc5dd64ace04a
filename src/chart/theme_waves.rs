//! Themes by wave, as a table of colours: which share of the verbatims of each wave speaks of each theme.

use super::font::{Weight, brief, drawable, ellipsis, width, wrap};
use super::heat_scale::HeatScale;
use super::scene::{Align, widest};
use super::sheet::{Sheet, Words};
use super::style::{BODY, CHANCE, Color, INK, MARGIN, MUTED, SMALL, SMALL_BASE, WIDTH, base_label, counted};
use super::theme_polarity::less_mentioned;
use super::{ChartError, ChartKind, Figure};
use crate::centre::{Better, Unit};
use crate::lang::Lang;

/// Themes drawn, at most.
const TOP: usize = 20;
/// Changes told in the caption, the largest.
const TOLD: usize = 3;
/// Widest name of a theme; beyond it a name takes a second line, then an ellipsis.
const LABEL: f64 = 230.0;
/// Longest name of a wave, upright.
const WAVE: f64 = 110.0;
/// Widest cell, so that two waves do not make two slabs.
const WIDEST: f64 = 120.0;
/// Waves up to which cells have a decimal.
const FINE: usize = 6;
/// Background of a cell without a value.
const EMPTY: Color = (243, 245, 247);

/// Themes by wave.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeWaves {
    /// Names of the waves, in order of time.
    pub waves: Vec<String>,
    /// Verbatims of each wave; none where it is hidden.
    pub bases: Vec<Option<u64>>,
    /// Themes, in the order in which they are drawn.
    pub themes: Vec<ThemeLine>,
    /// Whether changes between the last two waves were tested.
    pub tested: bool,
}

/// A theme over the waves.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeLine {
    /// Name shown.
    pub label: String,
    /// Share of the verbatims of each wave, 0…1; none where it is hidden or where nobody wrote.
    pub shares: Vec<Option<f64>>,
    /// Change of the share from the wave before to the last one, where it is established.
    pub change: Option<f64>,
}

impl ThemeLine {
    fn share(&self, wave: usize) -> Option<f64> {
        self.shares.get(wave).copied().flatten().filter(|share| (0.0..=1.0).contains(share))
    }
}

/// Draws the themes of one open question, whose text is `question`. Nothing for fewer than two waves, or without a
/// share.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn theme_waves(data: &ThemeWaves, question: &str, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let waves = data.waves.len();
    // A line of dashes tells nothing.
    let told = |t: &&ThemeLine| 2 * (0..waves).filter(|w| t.share(*w).is_some()).count() >= waves.max(1);
    let shown: Vec<&ThemeLine> = data.themes.iter().filter(told).collect();
    let rows: Vec<&ThemeLine> = shown.iter().copied().take(TOP).collect();
    let values: Vec<f64> =
        rows.iter().flat_map(|t| (0..waves).filter_map(|w| t.share(w))).map(|s| 100.0 * s).collect();
    let Some(scale) = HeatScale::of(&values, None, Better::Neither).filter(|_| waves > 1) else {
        return Ok(None);
    };
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::ThemeWaves,
            id: ChartKind::ThemeWaves.id().to_owned(),
            title: pick!(lang, chart::themes_wave_after_wave).to_owned(),
            question: question.to_owned(),
            caption: caption(data, &rows, lang),
            note: note(data, &rows, (shown.len(), data.themes.len() - shown.len()), lang),
        },
        lang,
    );
    let labels: Vec<Vec<String>> =
        rows.iter().map(|t| wrap(&drawable(&t.label), BODY, Weight::Regular, LABEL, 2)).collect();
    let left = MARGIN + widest(labels.iter().flatten(), BODY, Weight::Regular) + 14.0;
    let cell = ((WIDTH - MARGIN - left) / waves as f64).min(WIDEST);
    let mut y = head(&mut sheet, data, left, cell, lang);
    for (theme, lines) in rows.iter().zip(&labels) {
        let high = if lines.len() > 1 { 38.0 } else { 27.0 };
        let middle = y + (high - 1.0) / 2.0;
        let first = middle + BODY * 0.36 - (lines.len() as f64 - 1.0) * 8.0;
        for (k, line) in lines.iter().enumerate() {
            sheet.scene.label(line, (left - 14.0, first + 16.0 * k as f64), Align::End, BODY, INK);
        }
        for wave in 0..waves {
            let x = left + cell * wave as f64;
            let share = theme.share(wave);
            let fill = share.map_or(EMPTY, |share| scale.color(100.0 * share));
            sheet.scene.rect((x, y), (x + cell - 1.0, y + high - 1.0), fill);
            let text = text(data, theme, wave, lang);
            let size =
                [BODY, SMALL, 10.0].into_iter().find(|&s| width(&text, s, Weight::Regular) + 3.0 < cell);
            if let Some(size) = size {
                let at = (x + cell / 2.0 - 0.5, middle + size * 0.36);
                sheet.scene.label(&text, at, Align::Middle, size, INK);
            }
        }
        y += high;
    }
    scale.legend(&mut sheet.scene, Unit::Percent, (left, y + 12.0), lang);
    sheet.y = y + 30.0;
    sheet.finish()
}

/// Names of the waves and their bases over the cells; gives the top of the cells.
fn head(sheet: &mut Sheet, data: &ThemeWaves, left: f64, cell: f64, lang: Lang) -> f64 {
    let names: Vec<String> = data.waves.iter().map(|name| drawable(name)).collect();
    let middle = |wave: usize| left + cell * (wave as f64 + 0.5);
    let top = sheet.y;
    let mut y = top;
    if widest(&names, SMALL, Weight::Regular) + 6.0 <= cell {
        for (w, name) in names.iter().enumerate() {
            sheet.scene.label(name, (middle(w), top + SMALL), Align::Middle, SMALL, INK);
        }
        y += SMALL + 4.0;
    } else {
        let names: Vec<String> =
            names.iter().map(|name| ellipsis(name, SMALL, Weight::Regular, WAVE)).collect();
        let high = widest(&names, SMALL, Weight::Regular);
        let every = (16.0 / cell).ceil().max(1.0) as usize;
        for (w, name) in names.iter().enumerate().step_by(every) {
            let long = width(name, SMALL, Weight::Regular);
            sheet.scene.upward(name, middle(w), top + high - long, SMALL, INK);
        }
        y += high + 4.0;
    }
    let bases: Vec<String> =
        data.bases.iter().map(|base| base.map_or("–".to_owned(), |n| base_label(n, lang))).collect();
    if widest(&bases, SMALL, Weight::Regular) + 4.0 <= cell {
        let base = y + SMALL + 2.0;
        sheet.scene.label("n", (left - 14.0, base), Align::End, SMALL, MUTED);
        for (w, text) in bases.iter().enumerate().take(data.waves.len()) {
            sheet.scene.label(text, (middle(w), base), Align::Middle, SMALL, MUTED);
        }
        y = base + 4.0;
    }
    y + 4.0
}

/// What stands in a cell: the share without its unit, and where the last one goes.
fn text(data: &ThemeWaves, theme: &ThemeLine, wave: usize, lang: Lang) -> String {
    let Some(share) = theme.share(wave) else { return "–".to_owned() };
    let number = lang.number(100.0 * share, usize::from(data.waves.len() <= FINE));
    let mark = match theme.change.filter(|_| wave + 1 == data.waves.len()) {
        Some(change) if change > 0.0 => "\u{a0}▲",
        Some(change) if change < 0.0 => "\u{a0}▼",
        _ => "",
    };
    format!("{number}{mark}")
}

/// The last two waves, by name.
fn last(data: &ThemeWaves) -> Option<(String, String)> {
    let [.., from, to] = data.waves.as_slice() else { return None };
    Some((brief(from), brief(to)))
}

/// How a theme went from the wave before to the last one, number `end`.
fn moved(theme: &ThemeLine, change: f64, end: usize, lang: Lang) -> Option<String> {
    let percent = |share: f64| lang.percent(100.0 * share, 1);
    let label = lang.quote(&brief(&theme.label));
    let (before, after) = (percent(theme.share(end.checked_sub(1)?)?), percent(theme.share(end)?));
    Some(if change > 0.0 {
        pick!(lang, chart::theme_rises(label, before, after))
    } else {
        pick!(lang, chart::theme_falls(label, before, after))
    })
}

fn caption(data: &ThemeWaves, rows: &[&ThemeLine], lang: Lang) -> String {
    let Some((from, to)) = last(data) else { return String::new() };
    let end = data.waves.len() - 1;
    let mut changed: Vec<(&ThemeLine, f64)> = rows.iter().filter_map(|t| Some((*t, t.change?))).collect();
    changed.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.label.cmp(&b.0.label)));
    let others = changed.len().saturating_sub(TOLD) as u64;
    let mut moved: Vec<String> =
        changed.iter().take(TOLD).filter_map(|(t, change)| moved(t, *change, end, lang)).collect();
    if others > 0 {
        let (one, many) = pick!(lang, chart::other_themes_change);
        moved.push(pick!(lang, chart::as_well(counted(others, one, many, lang))));
    }
    let most = rows.iter().filter_map(|t| Some((t, t.share(end)?)));
    let most = most.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(t, share)| {
        let (label, share) = (lang.quote(&brief(&t.label)), lang.percent(100.0 * share, 1));
        pick!(lang, chart::in_the_last_wave_is_mentioned_most_of(to, label, share))
    });
    let changes = if !data.tested {
        None
    } else if moved.is_empty() {
        Some(pick!(lang, chart::no_theme_is_known_to_rise_or_fall(from, to)))
    } else {
        let list = moved.join(lang.pick(" ; ", "; "));
        Some(pick!(lang, chart::from_to_in_theme_waves(from, to, list)))
    };
    most.into_iter().chain(changes).collect::<Vec<_>>().join(" ")
}

/// What the figure rests on; `found` themes could be drawn, `hidden` ones have too few cells.
fn note(data: &ThemeWaves, rows: &[&ThemeLine], (found, hidden): (usize, usize), lang: Lang) -> String {
    let mut out = vec![pick!(lang, chart::in_of_the_comments_of_the_wave_n).to_owned()];
    if rows.iter().any(|t| t.change.is_some())
        && let Some((from, to)) = last(data)
    {
        let chance = lang.number(CHANCE, 2);
        out.push(pick!(lang, chart::established_rise_or_fall_from_to_q(from, to, chance)));
    }
    if data.bases.iter().flatten().any(|n| *n < SMALL_BASE) {
        out.push(pick!(lang, chart::fewer_than_comments(SMALL_BASE)));
    }
    if rows.iter().any(|t| (0..data.waves.len()).any(|w| t.share(w).is_none())) {
        out.push(pick!(lang, chart::dash_too_few_comments_or_hidden_to_protect).to_owned());
    }
    match hidden {
        0 => {}
        1 => out.push(pick!(lang, chart::theme_without_a_value_not_shown).to_owned()),
        _ => out.push(pick!(lang, chart::themes_without_a_value_not_shown(lang.count(hidden as u64)))),
    }
    out.extend(less_mentioned(found - rows.len(), lang));
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::check::{odd, sound, written};
    use super::*;
    use proptest::prelude::*;

    fn data(waves: usize, themes: usize, label: &str) -> ThemeWaves {
        let line = |t: usize| ThemeLine {
            label: format!("{label}{t}"),
            shares: (0..waves).map(|w| Some(((t * 7 + w * 3) % 23) as f64 / 100.0)).collect(),
            change: None,
        };
        ThemeWaves {
            waves: (0..waves).map(|w| format!("vague {}", w + 1)).collect(),
            bases: (0..waves).map(|w| Some(20 + 11 * w as u64)).collect(),
            themes: (0..themes).map(line).collect(),
            tested: true,
        }
    }

    fn draw(data: &ThemeWaves, lang: Lang) -> Option<Figure> {
        theme_waves(data, "Pourquoi ?", lang).unwrap()
    }

    #[test]
    fn nothing_to_draw() {
        assert_eq!(draw(&data(1, 3, "t"), Lang::Fr), None);
        assert_eq!(draw(&data(3, 0, "t"), Lang::Fr), None);
        let mut hidden = data(3, 2, "t");
        hidden.themes.iter_mut().for_each(|t| t.shares = vec![None, Some(f64::NAN), None]);
        assert_eq!(draw(&hidden, Lang::En), None);
    }

    #[test]
    fn a_change_is_marked_in_the_last_wave() {
        let mut table = data(4, 3, "Délais & <co> ");
        table.themes[1].change = Some(0.05);
        table.themes[1].shares = vec![Some(0.1), None, Some(0.09), Some(0.2)];
        table.bases[1] = None;
        table.themes[2].shares = vec![None, None, None, Some(0.3)];
        let figure = draw(&table, Lang::Fr).unwrap();
        sound(&figure, &["Délais & <co> 1", "20,0\u{a0}▲", "–", "20\u{a0}†", "vague 4", "n"]);
        assert!(written(&figure).contains("1 thème sans valeur") && !figure.svg.contains("30,0"));
        assert!(
            figure.caption.contains(
                "Entre vague 3 et vague 4, «\u{a0}Délais & <co> 1\u{a0}» progresse de 9,0\u{a0}% à 20,0\u{a0}% des verbatims."
            ),
            "{}",
            figure.caption
        );
        assert_eq!(draw(&table, Lang::Fr).unwrap(), figure);
        sound(&draw(&data(2, 2, "Price "), Lang::En).unwrap(), &["Price 1"]);
        assert!(draw(&data(2, 2, "Prix "), Lang::Fr).unwrap().caption.contains("Aucun thème ne progresse"));
    }

    #[test]
    fn forty_waves_and_forty_themes() {
        let long = "Relations avec les conseillers de la région Provence-Alpes-Côte d’Azur & partenaires ";
        let mut table = data(40, 40, long);
        table.waves.iter_mut().for_each(|w| *w = format!("{w} d’une très longue campagne de printemps"));
        let figure = draw(&table, Lang::En).unwrap();
        sound(&figure, &[]);
        assert!(written(&figure).contains("20 themes mentioned less often"));
        sound(&draw(&data(12, 21, "Theme "), Lang::En).unwrap(), &["Theme 0"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_share_makes_it_fail(
            shares in proptest::collection::vec(proptest::option::of(odd()), 0..6), change in odd(),
        ) {
            let mut table = data(4, 1, "t");
            table.themes[0].shares = shares;
            table.themes[0].change = Some(change);
            prop_assert!(theme_waves(&table, "?", Lang::Fr).is_ok());
        }
    }
}
