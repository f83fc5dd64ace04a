//! How each theme is judged: displeased mentions to the left of a middle line, pleased ones to the right.

use super::axis::{Axis, Bounds};
use super::font::{Weight, brief, width};
use super::rows::{Column, Rows};
use super::scene::Align;
use super::sheet::{Sheet, Words};
use super::style::{BAD, BLACK, Color, GOOD, INK, NEUTRAL, SMALL, SMALL_BASE, WHITE, base_label};
use super::swatches::swatches;
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;

/// Themes drawn, the most often mentioned.
const TOP: usize = 24;
/// A theme is drawn from this many mentions on.
const LEAST: u64 = 10;

/// How a theme is judged.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemePolarity {
    /// Name shown.
    pub label: String,
    /// Verbatims that mention it.
    pub n: u64,
    /// Share of them that are pleased with it, 0…1.
    pub positive: f64,
    /// Share that says neither, or both.
    pub neutral: f64,
    /// Share that is displeased with it.
    pub negative: f64,
}

impl ThemePolarity {
    fn balance(&self) -> f64 {
        self.positive - self.negative
    }

    fn is_sound(&self) -> bool {
        self.n >= LEAST
            && [self.positive, self.neutral, self.negative].iter().all(|s| (0.0..=1.0).contains(s))
    }
}

/// Draws the themes of one open question, whose text is `question`, the most criticised first. Nothing where none is
/// mentioned often enough.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn theme_polarity(
    themes: &[ThemePolarity],
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let mut rows: Vec<&ThemePolarity> = themes.iter().filter(|t| t.is_sound()).collect();
    let found = rows.len();
    rows.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(&b.label)));
    rows.truncate(TOP);
    rows.sort_by(|a, b| a.balance().total_cmp(&b.balance()).then_with(|| a.label.cmp(&b.label)));
    if rows.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::ThemePolarity,
            id: ChartKind::ThemePolarity.id().to_owned(),
            title: pick!(lang, chart::what_is_criticised_what_is_liked).to_owned(),
            question: question.to_owned(),
            caption: caption(&rows, lang),
            note: note(&rows, found, themes.len(), lang),
        },
        lang,
    );
    let [bad, neither, good] = names(lang);
    swatches(&mut sheet, &[(BAD, bad), (NEUTRAL, neither), (GOOD, good)]);
    let labels: Vec<&str> = rows.iter().map(|t| t.label.as_str()).collect();
    let columns =
        [Column { head: "n".to_owned(), cells: rows.iter().map(|t| base_label(t.n, lang)).collect() }];
    let page = Rows::new(&mut sheet, &labels, &columns, None);
    let bounds = Bounds { floor: -100.0, ceiling: 100.0, least: 40.0, ticks: 10.0 };
    let ends = |t: &ThemePolarity| [-(t.negative + t.neutral / 2.0), t.positive + t.neutral / 2.0];
    let data = rows.iter().flat_map(|t| ends(t)).map(|v| 100.0 * v).chain([0.0]);
    let axis = Axis::new(data, bounds, page.left + 8.0, page.right - 8.0);
    // Both ways from the middle a share is positive.
    page.grid(&mut sheet, axis, &|t| lang.percent(t.abs(), axis.decimals()));
    // Behind the bars, where it does not strike the number of a neutral part.
    page.line(&mut sheet.scene, axis.at(0.0));
    for (i, theme) in rows.iter().enumerate() {
        let middle = 50.0 * theme.neutral;
        let parts = [
            (-middle - 100.0 * theme.negative, -middle, theme.negative, BAD, BLACK),
            (-middle, middle, theme.neutral, NEUTRAL, INK),
            (middle, middle + 100.0 * theme.positive, theme.positive, GOOD, WHITE),
        ];
        for (from, to, share, fill, ink) in parts {
            part(
                &mut sheet,
                &page,
                i,
                (axis.at(from), axis.at(to)),
                (fill, ink),
                &lang.number(100.0 * share, 0),
            );
        }
    }
    sheet.finish()
}

/// A part of a bar, with its share where there is room.
fn part(
    sheet: &mut Sheet,
    page: &Rows,
    row: usize,
    (from, to): (f64, f64),
    (fill, ink): (Color, Color),
    share: &str,
) {
    page.bar(&mut sheet.scene, row, (from, to), fill);
    if width(share, SMALL, Weight::Regular) + 6.0 < to - from {
        let at = (f64::midpoint(from, to), page.middle(row) + SMALL * 0.36);
        sheet.scene.label(share, at, Align::Middle, SMALL, ink);
    }
}

fn names(lang: Lang) -> [&'static str; 3] {
    [pick!(lang, chart::displeased), pick!(lang, chart::neutral_or_mixed), pick!(lang, chart::pleased)]
}

fn caption(rows: &[&ThemePolarity], lang: Lang) -> String {
    let sound: Vec<&ThemePolarity> = rows.iter().copied().filter(|t| t.n >= SMALL_BASE).collect();
    let told = if sound.is_empty() { rows } else { &sound };
    let (Some(worst), Some(best)) = (told.first(), told.last()) else { return String::new() };
    let share = |part: f64| lang.percent(100.0 * part, 0);
    let said = |t: &ThemePolarity| {
        let (label, n) = (lang.quote(&brief(&t.label)), lang.count(t.n));
        let (bad, good) = (share(t.negative), share(t.positive));
        pick!(lang, chart::displeased_pleased_n(label, bad, good, n))
    };
    if told.len() == 1 {
        return pick!(lang, chart::one_theme_is_mentioned_often_enough(said(worst)));
    }
    let against = rows.iter().filter(|t| t.negative > t.positive).count() as u64;
    let (some, all) = (lang.count(against), lang.count(rows.len() as u64));
    let against = if against == 0 {
        pick!(lang, chart::on_no_theme_more_displeased).to_owned()
    } else {
        pick!(lang, chart::more_displeased_on(some, all))
    };
    pick!(lang, chart::the_most_criticised_theme_is_the_best_liked(said(worst), said(best), against))
}

fn note(rows: &[&ThemePolarity], found: usize, all: usize, lang: Lang) -> String {
    let (few, more, least) = (all - found, found - rows.len(), lang.count(LEAST));
    let few = match few {
        0 => String::new(),
        1 => pick!(lang, chart::theme_of_few_mentions_not_shown(least)),
        _ => pick!(lang, chart::themes_of_few_mentions_not_shown(lang.count(few as u64), least)),
    };
    let more = less_mentioned(more, lang).map_or_else(String::new, |more| format!(" {more}"));
    let fragile = if rows.iter().any(|t| t.n < SMALL_BASE) {
        format!(" {}", pick!(lang, chart::fewer_than_comments(SMALL_BASE)))
    } else {
        String::new()
    };
    pick!(lang, chart::shares_in_of_the_comments_that_speak_of(fragile, few, more))
}

/// Themes beyond those that a figure shows.
pub fn less_mentioned(more: usize, lang: Lang) -> Option<String> {
    match more {
        0 => None,
        1 => Some(pick!(lang, chart::theme_mentioned_less_not_shown).to_owned()),
        _ => Some(pick!(lang, chart::themes_mentioned_less_not_shown(lang.count(more as u64)))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{odd, sound, written};
    use super::*;
    use proptest::prelude::*;

    fn theme(label: &str, n: u64, negative: f64, positive: f64) -> ThemePolarity {
        ThemePolarity { label: label.to_owned(), n, positive, neutral: 1.0 - positive - negative, negative }
    }

    #[test]
    fn nothing_to_draw() {
        for rows in [&[][..], &[theme("Prix", 9, 0.5, 0.3)], &[theme("Prix", 90, f64::NAN, 0.3)]] {
            assert_eq!(theme_polarity(rows, "?", Lang::Fr), Ok(None));
        }
    }

    #[test]
    fn the_most_criticised_comes_first() {
        let rows = [
            theme("Accueil", 337, 0.22, 0.69),
            theme("Délais & <attente>", 331, 0.77, 0.19),
            theme("Livraison", 12, 0.75, 0.0),
            theme("Rare", 4, 0.75, 0.0),
        ];
        let figure = theme_polarity(&rows, "Pourquoi ?", Lang::Fr).unwrap().unwrap();
        sound(&figure, &["Accueil", "Délais & <attente>", "337", "12\u{a0}†", "77", "69", "Mécontents"]);
        assert!(written(&figure).contains("1 thème de moins de 10 mentions") && !figure.svg.contains("Rare"));
        assert!(
            figure.caption.starts_with(
                "Le thème le plus critiqué est «\u{a0}Délais & <attente>\u{a0}» (77\u{a0}% de mécontents"
            ),
            "a base of 12 makes no story: {}",
            figure.caption
        );
        assert!(figure.caption.ends_with("sur 2 des 3 thèmes."));
        assert_eq!(theme_polarity(&rows, "Pourquoi ?", Lang::Fr).unwrap().unwrap(), figure);
        sound(&theme_polarity(&rows[..1], "Why?", Lang::En).unwrap().unwrap(), &["Pleased"]);
    }

    #[test]
    fn forty_long_labels() {
        let long = "Relations avec les conseillers de la région Provence-Alpes-Côte d’Azur & partenaires";
        let rows: Vec<ThemePolarity> =
            (0..40).map(|i| theme(&format!("{i} {long}"), 100 - i, i as f64 / 50.0, 0.1)).collect();
        let figure = theme_polarity(&rows, "?", Lang::En).unwrap().unwrap();
        sound(&figure, &["100"]);
        assert!(written(&figure).contains("16 themes mentioned less often"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_share_makes_it_fail(n in 0..99u64, negative in odd(), positive in odd()) {
            prop_assert!(theme_polarity(&[theme("Prix", n, negative, positive)], "?", Lang::Fr).is_ok());
        }
    }
}
