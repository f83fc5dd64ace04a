//! Colours, sizes and words that the figures share.

use crate::lang::Lang;
use crate::metric::{Group, Metric, Quantity};
use crate::study::Kind;

/// Red, green, blue.
pub type Color = (u8, u8, u8);

/// Background.
pub const WHITE: Color = (255, 255, 255);
/// Text on vermillion, on which the ink is too pale.
pub const BLACK: Color = (0, 0, 0);
/// Titles, labels, values.
pub const INK: Color = (31, 41, 51);
/// Notes, bases, ticks: 6.4 to 1 on white.
pub const MUTED: Color = (86, 97, 110);
/// Grid lines.
pub const GRID: Color = (228, 232, 236);
/// Axes and reference lines.
pub const AXIS: Color = (130, 140, 150);
/// Intervals: dark enough over coloured bars.
pub const WHISKER: Color = (62, 74, 87);
/// What is good (Okabe and Ito's blue, safe for colour-blind readers).
pub const GOOD: Color = (0, 114, 178);
/// What is bad (their vermillion).
pub const BAD: Color = (213, 94, 0);
/// What is neither: a score, a frequency, whose size alone is shown.
pub const PLAIN: Color = (52, 73, 94);
/// Passives, middle answers.
pub const NEUTRAL: Color = (160, 168, 176);
/// Text about what is bad: vermillion darkened to 5.5 to 1 on white.
pub const BAD_INK: Color = (176, 72, 0);

/// Under this base a figure is fragile and carries a †.
pub const SMALL_BASE: u64 = 30;
/// From this q-value on a difference may be chance: it is drawn pale, or not at all.
pub const CHANCE: f64 = 0.05;

/// Width of every figure.
pub const WIDTH: f64 = 860.0;
/// Space on the left and on the right of every figure.
pub const MARGIN: f64 = 28.0;
/// Em size of titles.
pub const TITLE: f64 = 18.0;
/// Em size of labels and values.
pub const BODY: f64 = 13.0;
/// Em size of ticks, bases and notes.
pub const SMALL: f64 = 11.5;

/// The colour on its way to white: what may be chance.
pub fn pale((r, g, b): Color) -> Color {
    let mix = |c: u8| (f64::from(c) * 0.42 + 255.0 * 0.58).round() as u8;
    (mix(r), mix(g), mix(b))
}

/// Colour of a group of answers.
pub fn group_color(group: Group) -> Color {
    match group {
        Group::Promoters | Group::High => GOOD,
        Group::Passives | Group::Middle => NEUTRAL,
        Group::Detractors | Group::Low => BAD,
    }
}

/// Colour of a text written on the colour of a group of answers.
pub fn group_ink(group: Group) -> Color {
    match group {
        Group::Promoters | Group::High => WHITE,
        Group::Passives | Group::Middle => INK,
        Group::Detractors | Group::Low => BLACK,
    }
}

/// Name of a group of answers, capitalised as in a legend.
pub fn group_name(group: Group, kind: Kind, lang: Lang) -> &'static str {
    match (group, kind) {
        (Group::Promoters, _) => pick!(lang, metrics::promoters),
        (Group::Passives, _) => pick!(lang, metrics::passives),
        (Group::Detractors, _) => pick!(lang, metrics::detractors),
        (Group::High, Kind::Csat) => pick!(lang, metrics::satisfied),
        (Group::Middle, Kind::Csat) => pick!(lang, metrics::neutral),
        (Group::Low, Kind::Csat) => pick!(lang, metrics::dissatisfied),
        (Group::High, Kind::Ces) => pick!(lang, metrics::easy),
        (Group::Middle, Kind::Ces) => pick!(lang, metrics::neither),
        (Group::Low, Kind::Ces) => pick!(lang, metrics::difficult),
        (Group::High, _) => pick!(lang, metrics::high_ratings),
        (Group::Middle, _) => pick!(lang, metrics::middle_ratings),
        (Group::Low, _) => pick!(lang, metrics::low_ratings),
    }
}

/// Name of a metric, for titles.
pub fn metric_name(metric: Metric, lang: Lang) -> &'static str {
    match metric {
        Metric::Nps => "NPS",
        Metric::Enps => "eNPS",
        Metric::Csat => pick!(lang, chart::satisfaction_rate_csat),
        Metric::CsatMean => pick!(lang, chart::mean_satisfaction),
        Metric::Ces => pick!(lang, chart::customer_effort_score_ces),
        Metric::CesEasy => pick!(lang, chart::share_of_easy_answers_ces),
        Metric::RatingMean => pick!(lang, chart::mean_rating),
        Metric::RatingTop2 => pick!(lang, chart::share_of_the_two_best_ratings),
    }
}

/// Name of a metric over a column of values.
pub fn metric_short(metric: Metric, lang: Lang) -> &'static str {
    match metric {
        Metric::Nps => "NPS",
        Metric::Enps => "eNPS",
        Metric::Csat => "CSAT",
        Metric::Ces => "CES",
        Metric::CsatMean | Metric::RatingMean => pick!(lang, chart::mean_in_style),
        Metric::CesEasy => pick!(lang, metrics::easy),
        Metric::RatingTop2 => pick!(lang, chart::top_two),
    }
}

/// Name of a metric inside a sentence, with its article.
pub fn the_metric(metric: Metric, lang: Lang) -> &'static str {
    match metric {
        Metric::Nps => pick!(lang, chart::the_nps),
        Metric::Enps => pick!(lang, chart::the_enps),
        Metric::Csat => pick!(lang, chart::the_satisfaction_rate_csat),
        Metric::CsatMean => pick!(lang, chart::mean_satisfaction_in_style),
        Metric::Ces => pick!(lang, chart::the_customer_effort_score_ces),
        Metric::CesEasy => {
            pick!(lang, chart::the_share_of_easy_answers_ces)
        }
        Metric::RatingMean => pick!(lang, chart::the_mean_rating),
        Metric::RatingTop2 => {
            pick!(lang, chart::the_share_of_the_two_best_ratings)
        }
    }
}

/// The same at the beginning of a sentence.
pub fn metric_subject(metric: Metric, lang: Lang) -> String {
    capitalized(the_metric(metric, lang))
}

/// A text with its capital.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The size of a difference with its unit, in a sentence: `8,0 points`, `0,5 point`.
pub fn points(value: f64, metric: Metric, lang: Lang) -> String {
    let digits = decimals(metric);
    let number = lang.number(value.abs(), digits);
    let scale = if digits == 2 { 100.0 } else { 10.0 };
    let rounded = (value.abs() * scale).round() / scale;
    let one = match lang {
        Lang::Fr => rounded < 2.0,
        Lang::En => (rounded - 1.0).abs() < 1e-9,
    };
    let point = if one { "point" } else { "points" };
    format!("{number}\u{a0}{point}")
}

/// Decimals of a value or of an impact: one for points of NPS and shares, two for means.
pub fn decimals(metric: Metric) -> usize {
    if metric.quantity() == Quantity::Mean { 2 } else { 1 }
}

/// A value of the metric with so many decimals, as it is written on an axis: `+12`, `65 %`, `4,1`.
pub fn tick_label(value: f64, metric: Metric, decimals: usize, lang: Lang) -> String {
    match metric.quantity() {
        Quantity::Net => lang.signed(value, decimals),
        Quantity::Share => lang.percent(value, decimals),
        Quantity::Mean => lang.number(value, decimals),
    }
}

/// A value of the metric as a label: `+12,3`, `65,1 %`, `4,12`.
pub fn value_label(value: f64, metric: Metric, lang: Lang) -> String {
    tick_label(value, metric, decimals(metric), lang)
}

/// An interval between brackets, without unit: `[+4,1 ; +19,8]`, `[+4.1, +19.8]`.
pub fn interval_label(low: f64, high: f64, metric: Metric, lang: Lang) -> String {
    let end = |v: f64| match metric.quantity() {
        Quantity::Net => lang.signed(v, 1),
        Quantity::Share | Quantity::Mean => lang.number(v, decimals(metric)),
    };
    format!("[{}{}{}]", end(low), lang.pick("\u{a0};\u{a0}", ",\u{a0}"), end(high))
}

/// The interval of a difference, both ends signed: `[−14,0 ; −10,2]`.
pub fn interval_points(low: f64, high: f64, metric: Metric, lang: Lang) -> String {
    let digits = decimals(metric);
    format!(
        "[{}{}{}]",
        lang.signed(low, digits),
        lang.pick("\u{a0};\u{a0}", ",\u{a0}"),
        lang.signed(high, digits)
    )
}

/// A confidence level: `95 %`.
pub fn level_label(level: f64, lang: Lang) -> String {
    lang.level(level)
}

/// A count with its noun: `1 réponse`, `2 310 réponses`. French: singular below two.
pub fn counted(n: u64, one: &str, many: &str, lang: Lang) -> String {
    let singular = n == 1 || (n == 0 && lang == Lang::Fr);
    format!("{}\u{a0}{}", lang.count(n), if singular { one } else { many })
}

/// `1 réponse`, `2 310 answers`.
pub fn answers(n: u64, lang: Lang) -> String {
    counted(n, pick!(lang, chart::answer), pick!(lang, chart::answers), lang)
}

/// A base, flagged when small: `2 310`, `24 †`.
pub fn base_label(n: u64, lang: Lang) -> String {
    let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
    format!("{}{flag}", lang.count(n))
}

/// Unbreakable space where French wants one before a colon.
pub fn colon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}: ", ": ")
}

#[cfg(test)]
mod tests {
    use super::super::check::contrast;
    use super::*;

    #[test]
    fn shares_are_readable_on_their_group() {
        for group in [Group::Low, Group::Middle, Group::High] {
            assert!(contrast(group_color(group), group_ink(group)) >= 4.5);
        }
    }
}
