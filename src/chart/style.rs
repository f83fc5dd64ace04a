//! Colours, sizes and words that the six figures share.

use crate::lang::Lang;
use crate::metric::{Group, Metric, Quantity};

/// Red, green, blue.
pub type Color = (u8, u8, u8);

/// Background.
pub const WHITE: Color = (255, 255, 255);
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
/// Neither.
pub const NEUTRAL: Color = (160, 168, 176);
/// Text about what is bad: vermillion darkened to 5.5 to 1 on white.
pub const BAD_INK: Color = (176, 72, 0);

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

/// Name of a group of answers, capitalised as in a legend.
pub fn group_name(group: Group, lang: Lang) -> &'static str {
    match group {
        Group::Promoters => lang.pick("Promoteurs", "Promoters"),
        Group::Passives => lang.pick("Passifs", "Passives"),
        Group::Detractors => lang.pick("Détracteurs", "Detractors"),
        Group::High => lang.pick("Notes hautes", "High scores"),
        Group::Middle => lang.pick("Notes moyennes", "Middle scores"),
        Group::Low => lang.pick("Notes basses", "Low scores"),
    }
}

/// Name of a metric, for titles.
pub fn metric_name(metric: Metric, lang: Lang) -> &'static str {
    match metric {
        Metric::Nps => "NPS",
        Metric::Enps => "eNPS",
        Metric::Csat => lang.pick("CSAT (deux meilleures réponses)", "CSAT (top two boxes)"),
        Metric::CsatMean => lang.pick("Satisfaction moyenne", "Mean satisfaction"),
        Metric::Ces => lang.pick("CES moyen", "Mean CES"),
        Metric::CesEasy => lang.pick("Part de réponses « facile » (CES)", "Share of easy answers (CES)"),
        Metric::RatingMean => lang.pick("Note moyenne", "Mean rating"),
        Metric::RatingTop2 => lang.pick("Part des deux meilleures notes", "Share of the two best ratings"),
    }
}

/// Name of a metric inside a sentence that it begins, with its article.
pub fn metric_subject(metric: Metric, lang: Lang) -> &'static str {
    match metric {
        Metric::Nps => lang.pick("Le NPS", "NPS"),
        Metric::Enps => lang.pick("L’eNPS", "eNPS"),
        Metric::Csat => lang.pick("Le CSAT", "CSAT"),
        Metric::CsatMean => lang.pick("La satisfaction moyenne", "Mean satisfaction"),
        Metric::Ces => lang.pick("Le CES moyen", "Mean CES"),
        Metric::CesEasy => lang.pick("La part de réponses « facile »", "The share of easy answers"),
        Metric::RatingMean => lang.pick("La note moyenne", "The mean rating"),
        Metric::RatingTop2 => {
            lang.pick("La part des deux meilleures notes", "The share of the two best ratings")
        }
    }
}

/// Unit of a difference of the metric, in a sentence: `points de NPS`, `point` when `value` is singular.
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
    let of = match metric {
        Metric::Nps => lang.pick(" de NPS", " of NPS"),
        Metric::Enps => lang.pick(" d’eNPS", " of eNPS"),
        Metric::Csat | Metric::CesEasy | Metric::RatingTop2 => lang.pick(" de pourcentage", ""),
        Metric::CsatMean | Metric::Ces | Metric::RatingMean => lang.pick(" de note", " of the scale"),
    };
    let point = if of.is_empty() { format!("percentage {point}") } else { point.to_owned() };
    format!("{number}\u{a0}{point}{of}")
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
    let percent = level * 100.0;
    let decimals = usize::from((percent - percent.round()).abs() > 1e-9);
    lang.percent(percent, decimals)
}

/// A count with its noun: `1 réponse`, `2 310 réponses`. French: singular below two.
pub fn counted(n: u64, one: &str, many: &str, lang: Lang) -> String {
    let singular = n == 1 || (n == 0 && lang == Lang::Fr);
    format!("{}\u{a0}{}", lang.count(n), if singular { one } else { many })
}

/// `1 réponse`, `2 310 answers`.
pub fn answers(n: u64, lang: Lang) -> String {
    counted(n, lang.pick("réponse", "answer"), lang.pick("réponses", "answers"), lang)
}

/// Unbreakable space where French wants one before a colon.
pub fn colon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}: ", ": ")
}
