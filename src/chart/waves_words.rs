//! What the figure of the waves says: from where to where the score goes, and what it rests on.

use super::font::brief;
use super::gauge::Aim;
use super::gauge_words::verdict;
use super::input::small_base;
use super::style::{SMALL_BASE, answers, level_label, metric_subject, value_label};
use super::waves::Aims;
use crate::lang::Lang;
use crate::metric::{Estimate, Met, Metric};

/// From the first to the last wave, the wave before, the bounds, the bases.
pub fn caption(estimates: &[&Estimate], metric: Metric, aims: Aims, lang: Lang) -> String {
    let known: Vec<(String, f64)> = estimates
        .iter()
        .filter_map(|e| {
            Some((brief(e.wave.as_deref().unwrap_or("total")), e.value.filter(|v| v.is_finite())?))
        })
        .collect();
    let (Some((first, start)), Some((last, end))) = (known.first(), known.last()) else {
        return String::new();
    };
    let subject = metric_subject(metric, lang);
    let (from, to) = (value_label(*start, metric, lang), value_label(*end, metric, lang));
    let story = match (known.len(), from == to) {
        (1, _) => pick!(lang, chart::is(subject, to, format!(" ({last})"))),
        (_, true) => pick!(lang, chart::is_in_the_last_wave_as_in_the_first(subject, to, last, first)),
        (_, false) => pick!(lang, chart::goes_from_to(subject, from, first, to, last)),
    };
    let mut between = String::new();
    if let [.., before, _] = known.as_slice()
        && known.len() > 2
    {
        let (name, value) = (&before.0, value_label(before.1, metric, lang));
        between = pick!(lang, chart::after_in_the_wave_before(value, name));
    }
    let bases: Vec<u64> = estimates.iter().filter_map(|e| e.n).collect();
    let (least, most) = (bases.iter().min().copied().unwrap_or(0), bases.iter().max().copied().unwrap_or(0));
    let base = match (least == most, bases.len()) {
        (true, 1) => pick!(lang, chart::base(answers(most, lang))),
        (true, _) => pick!(lang, chart::base_per_wave(answers(most, lang))),
        (false, _) => pick!(lang, chart::bases_per_wave(lang.count(least), answers(most, lang))),
    };
    // As in the report's targets, the last wave is judged, and no other where it is hidden.
    let end = estimates.last().filter(|e| e.value.is_some_and(f64::is_finite));
    let bounds = [(Aim::Target, aims.target), (Aim::Minimum, aims.minimum)];
    let judged: Vec<String> = bounds
        .into_iter()
        .filter_map(|(aim, at)| Some((aim, at.filter(|a| a.is_finite())?, end?)))
        .map(|(aim, at, e)| {
            let verdict = verdict(aim, at, Met::new(e.ci_low, e.ci_high, at), metric, lang);
            format!("{}{verdict}", lang.pick("\u{a0}; ", "; "))
        })
        .collect();
    format!("{story}{between}{}. {base}", judged.concat())
}

/// The base, the intervals, and what the marks mean, those that are there; `alone` says that a wave stands without a
/// neighbour.
pub fn note(estimates: &[&Estimate], alone: bool, lang: Lang) -> String {
    let level = estimates.first().map_or_else(String::new, |e| level_label(e.level, lang));
    let together = estimates.len() > 1;
    let mut note = match (together, alone) {
        (true, false) => pick!(lang, chart::band_confidence_intervals(level)),
        (true, true) => pick!(lang, chart::band_and_bars_confidence_intervals(level)),
        (false, _) => pick!(lang, chart::vertical_bar_confidence_interval(level)),
    };
    if estimates.iter().any(|e| e.n.is_some_and(|n| n < SMALL_BASE)) {
        note.push(' ');
        note.push_str(&small_base(lang));
    }
    if estimates.iter().any(|e| e.suppressed) {
        note.push_str(pick!(lang, chart::a_wave_without_a_point_has_a_base));
    }
    note
}
