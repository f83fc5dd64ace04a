//! The indicators at a glance: value, target, last week, what each is computed from.

use std::collections::BTreeMap;

use super::amounts::{interval_of, value_of};
use super::breakdown::is_count;
use super::definitions::definition;
use super::trend::{Trend, trend};
use super::view::View;
use crate::centre::catalogue::Group;
use crate::centre::{Better, Indicator, IndicatorRow, change_text, value_text};
use crate::metric::Met;
use crate::report::amounts::SMALL_BASE;
use crate::report::document::{Block, Card};

/// Cards of a page, at most.
const MOST: usize = 10;

/// The indicators that the page shows first, those with a row.
pub(super) fn headline(view: &View<'_>) -> Vec<Indicator> {
    let mut out: Vec<Indicator> = Vec::new();
    for id in &view.summary.headline {
        if !out.contains(id) && view.total(*id).is_some() {
            out.push(*id);
        }
    }
    out.truncate(MOST);
    out
}

/// The cards, each family under its heading.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let mut families: BTreeMap<Group, Vec<Card>> = BTreeMap::new();
    for row in headline(view).into_iter().filter_map(|id| view.total(id)) {
        families.entry(row.id.entry().group).or_default().push(card(view, row));
    }
    let heading = |group: Group| Block::Heading { text: group.title(view.words.lang).to_owned() };
    families.into_iter().flat_map(|(group, cards)| [heading(group), Block::Cards { cards }]).collect()
}

fn card(view: &View<'_>, row: &IndicatorRow) -> Card {
    let words = view.words;
    let mut lines: Vec<String> = target_line(view, row).into_iter().collect();
    lines.extend(benchmark_line(view, row));
    lines.extend(trend(view, row.id).map(|t| trend_line(view, row, &t)));
    lines.extend(rests_on(view, row));
    if row.suppressed {
        let least = words.lang.count(view.summary.min_group);
        lines.push(say!(words, centre_report::hidden_base_under_the_minimum_of(least)));
    }
    Card {
        title: row.label.clone(),
        question: definition(view, row),
        value: value_of(words.lang, row),
        change: None,
        lines,
        shares: Vec::new(),
        alt: String::new(),
        tone: tone(row),
    }
}

/// How a card is marked: its words say the same.
fn tone(row: &IndicatorRow) -> &'static str {
    match row.met {
        Some(Met::Yes) => "met",
        Some(Met::No) => "missed",
        Some(Met::Undecided) => "undecided",
        None => "",
    }
}

/// The indicators that miss their target over all periods and segments, in words.
pub(super) fn missed(view: &View<'_>) -> Vec<String> {
    let whole = view.report.indicators.iter().filter(|r| r.period.is_none() && r.segment.is_none());
    let missed = whole.filter(|r| r.met == Some(Met::No) && view.is_main(r));
    let said = |row: &IndicatorRow| {
        let value = value_of(view.words.lang, row);
        Some(format!("{} – {value} – {}", row.label, target_line(view, row)?))
    };
    missed.filter_map(said).collect()
}

/// Whether the value is at the alert or beyond.
pub(super) fn alerts(row: &IndicatorRow) -> bool {
    let (Some(value), Some(alert)) = (row.value, row.alert) else { return false };
    match row.id.better() {
        Better::Higher => value <= alert,
        Better::Lower => value >= alert,
        Better::Neither => false,
    }
}

/// `✗ Objectif de 90 % manqué, alerte (seuil : 85 %)`.
fn target_line(view: &View<'_>, row: &IndicatorRow) -> Option<String> {
    let words = view.words;
    let target = value_text(words.lang, row.unit, row.target?);
    let alert = row.alert.filter(|_| alerts(row)).map_or_else(String::new, |alert| {
        let alert = value_text(words.lang, row.unit, alert);
        say!(words, centre_report::alert_from(alert))
    });
    let said = match row.met {
        Some(Met::Yes) => {
            say!(words, centre_report::target_of_met(target))
        }
        Some(Met::No) => {
            say!(words, centre_report::target_of_missed(target))
        }
        Some(Met::Undecided) => say!(words, centre_report::target_of_the_interval_holds_it(target)),
        None => say!(words, centre_report::target(target)),
    };
    Some(said + &alert)
}

/// What the trade measures itself against, with its source.
fn benchmark_line(view: &View<'_>, row: &IndicatorRow) -> Option<String> {
    let words = view.words;
    let benchmark = row.id.entry().benchmark.filter(|_| row.variant == "default")?;
    let value = value_text(words.lang, row.unit, benchmark.value);
    let source = benchmark.source.of(words.lang);
    Some(say!(words, centre_report::benchmark(value, source)))
}

/// `▼ −2,1 points la dernière semaine : en recul, au-delà du hasard`.
fn trend_line(view: &View<'_>, row: &IndicatorRow, trend: &Trend) -> String {
    let words = view.words;
    let change = change_text(words.lang, row.unit, trend.change());
    let (value, mean) =
        (value_text(words.lang, row.unit, trend.value), value_text(words.lang, row.unit, trend.mean));
    let arrow = match trend.change() {
        _ if value == mean => "=",
        up if up > 0.0 => "▲",
        _ => "▼",
    };
    let judged = match (trend.certain, trend.is_better(row.id.better()).filter(|_| arrow != "=")) {
        (Some(false), _) => pick!(words, centre_report::within_chance),
        (Some(true), Some(true)) => pick!(words, centre_report::better_beyond_chance),
        (Some(true), Some(false)) => pick!(words, centre_report::worse_beyond_chance),
        (Some(true), None) => pick!(words, centre_report::beyond_chance),
        (None, Some(true)) => pick!(words, centre_report::better),
        (None, Some(false)) => pick!(words, centre_report::worse),
        (None, None) => "",
    };
    let change = if arrow == "=" { pick!(words, centre_report::unchanged).to_owned() } else { change };
    let period = trend.last.name(words.lang);
    let before = before(view, trend);
    say!(words, centre_report::against(arrow, change, period, value, mean, before, judged))
}

/// `les 4 semaines précédentes`, `le mois précédent`.
pub(super) fn before(view: &View<'_>, trend: &Trend) -> String {
    use super::period::Grain;
    let words = view.words;
    let n = trend.before;
    let months = trend.last.grain == Grain::Month;
    match (n, months) {
        (1, true) => say!(words, centre_report::the_month_before),
        (1, false) => say!(words, centre_report::the_week_before),
        (_, true) => say!(words, centre_report::over_the_months_before(n)),
        (_, false) => {
            say!(words, centre_report::over_the_weeks_before(n))
        }
    }
}

/// `Intervalle à 95 % [91,0 ; 93,2], base 12 345`.
fn rests_on(view: &View<'_>, row: &IndicatorRow) -> Option<String> {
    let words = view.words;
    let level = words.lang.level(view.report.study.level);
    // The base of a count is the count.
    let base = row.n.filter(|_| !is_count(row.unit)).map(|n| {
        let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
        format!("base\u{a0}{}{flag}", words.lang.count(n))
    });
    let interval = interval_of(words.lang, row);
    match (interval, base) {
        (Some(interval), Some(base)) => Some(say!(words, centre_report::interval(level, interval, base))),
        (Some(interval), None) => Some(say!(words, centre_report::interval_in_cards(level, interval))),
        (None, base) => base.map(|base| crate::report::words::capitalized(&base)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;
    use crate::report::words::Words;

    fn cards_of(lang: Lang) -> Vec<Card> {
        let report = sample::centre(lang);
        let words = Words::new(&report);
        let view = View::new(&words, &report).unwrap();
        let groups = blocks(&view).into_iter().filter_map(|block| match block {
            Block::Cards { cards } => Some(cards),
            _ => None,
        });
        groups.flatten().collect()
    }

    #[test]
    fn a_card_says_value_target_trend_and_base() {
        let cards = cards_of(Lang::Fr);
        assert!(cards.len() <= MOST);
        let level = cards.iter().find(|c| c.title == "Niveau de service").unwrap();
        assert_eq!((level.value.as_str(), level.tone), ("76,8\u{a0}%", "missed"));
        let said = level.lines.join("\n").replace(['\u{a0}', '\u{202f}'], " ");
        for part in [
            "✗ Objectif de 80,0 % manqué",
            "▼ −8,5 points (semaine du 29 septembre 2025 : 70,0 %, contre 78,5 % sur les 4 semaines précédentes) : moins bien, au-delà du hasard",
            "Intervalle à 95 % [75,6 ; 78,0], base 9 500",
        ] {
            assert!(said.contains(part), "{part}\n{said}");
        }
    }

    #[test]
    fn an_alert_is_on_the_wrong_side() {
        let report = sample::centre(Lang::Fr);
        let row = |id: Indicator, value: f64, alert: f64| {
            let base = report.indicators.iter().find(|r| r.id == id).unwrap();
            IndicatorRow { value: Some(value), alert: Some(alert), ..base.clone() }
        };
        assert!(alerts(&row(Indicator::ServiceLevel, 70.0, 70.0)));
        assert!(!alerts(&row(Indicator::ServiceLevel, 71.0, 70.0)));
        assert!(alerts(&row(Indicator::AverageHandleTime, 400.0, 360.0)));
        assert!(!alerts(&row(Indicator::HandledCalls, 400.0, 360.0)));
    }
}
