//! What small multiples say: who is best and worst, how sure that is, and who is not there.

use super::font::{brief, drawable};
use super::input::small_base;
use super::small_multiples::{Multiples, PANELS, Panel, Side};
use super::style::SMALL_BASE;
use crate::centre::{Better, duration_note};
use crate::lang::Lang;

/// From the best to the worst, and how many the interval sets apart.
pub fn caption(multiples: &Multiples, panels: &[(&Panel, f64)], lang: Lang) -> String {
    let (Some(first), Some(last)) = (panels.first(), panels.last()) else { return String::new() };
    let place = |(panel, value): &(&Panel, f64)| {
        format!("{} ({})", multiples.unit.label(*value, lang), brief(&panel.name))
    };
    let (from, to) = (place(first), place(last));
    let mut out = if panels.len() == 1 { from } else { pick!(lang, chart::from_to_in_short(from, to)) };
    if let Some(mean) = multiples.mean() {
        let (mean, whole) = (multiples.unit.label(mean, lang), drawable(&multiples.whole));
        out = pick!(lang, chart::joined(out, whole, mean));
    }
    let known = panels.iter().filter(|(p, _)| p.low.is_some() && p.high.is_some()).count();
    if multiples.mean().is_none() || known == 0 {
        return format!("{out}.");
    }
    let apart = |side: Side| panels.iter().filter(|(p, _)| multiples.side(p) == Some(side)).count();
    let (better, worse, other) = (apart(Side::Better), apart(Side::Worse), apart(Side::Other));
    match multiples.better {
        Better::Neither => pick!(lang, chart::interval_that_excludes_this_value(out, other, known)),
        _ => pick!(lang, chart::interval_on_the_better_side(out, known, better, worse)),
    }
}

/// The order, the axis, and who is not there.
pub fn reading(multiples: &Multiples, panels: &[(&Panel, f64)], left_out: usize, lang: Lang) -> String {
    let mut out = vec![
        match multiples.better {
            Better::Neither => pick!(lang, chart::from_high_to_low_all_on_one_scale),
            _ => pick!(lang, chart::from_best_to_worst_all_on_one_scale),
        }
        .to_owned(),
    ];
    if multiples.periods.len() <= 1 && panels.iter().any(|(p, _)| p.low.is_some() && p.high.is_some()) {
        let line = pick!(lang, chart::line_confidence_interval);
        out.push(line.to_owned());
    }
    if panels.iter().any(|(p, _)| multiples.side(p).is_some()) {
        let mark = pick!(lang, chart::mark_the_entire_interval_is_on_one_side);
        out.push(mark.to_owned());
    }
    if panels.iter().any(|(p, _)| p.n < SMALL_BASE) {
        out.push(small_base(lang));
    }
    if panels.iter().any(|(_, value)| multiples.unit.in_days(*value)) {
        out.push(duration_note(lang).to_owned());
    }
    let hidden =
        multiples.hidden + multiples.panels.iter().filter(|p| p.value.is_none_or(f64::is_nan)).count();
    if hidden > 0 {
        out.push(pick!(lang, chart::not_shown_base_under_the_minimum(hidden)));
    }
    if left_out > 0 {
        out.push(pick!(lang, chart::largest_bases_others_not_drawn(PANELS, left_out)));
    }
    out.join(" ")
}
