//! What the gauges of scores say: the value, the wave before, whether the bounds are reached.

use super::font::brief;
use super::gauge::{Aim, ScoreGauge};
use super::input::small_base;
use super::style::{SMALL_BASE, level_label, metric_subject, value_label};
use crate::lang::Lang;
use crate::metric::{Met, Metric};

/// `objectif : +30,0`.
pub fn bound(aim: Aim, at: f64, metric: Metric, lang: Lang) -> String {
    let value = value_label(at, metric, lang);
    match (aim, lang) {
        (Aim::Target, Lang::Fr) => format!("objectif\u{a0}: {value}"),
        (Aim::Target, Lang::En) => format!("target: {value}"),
        (Aim::Minimum, Lang::Fr) => format!("minimum\u{a0}: {value}"),
        (Aim::Minimum, Lang::En) => format!("minimum: {value}"),
    }
}

/// How a bound is judged: a target is reached or missed, a minimum is kept or broken.
pub fn word(aim: Aim, met: Met, lang: Lang) -> &'static str {
    match (aim, met) {
        (Aim::Minimum, Met::Yes) => pick!(lang, chart::respected),
        (Aim::Minimum, Met::No) => pick!(lang, chart::missed),
        (Aim::Target, _) | (_, Met::Undecided) => met.word(lang),
    }
}

/// `objectif de +30,0 : manqué`.
pub fn verdict(aim: Aim, at: f64, met: Met, metric: Metric, lang: Lang) -> String {
    let value = value_label(at, metric, lang);
    let word = if met == Met::Undecided {
        pick!(lang, chart::undecided_the_interval_holds_it)
    } else {
        word(aim, met, lang)
    };
    match (aim, lang) {
        (Aim::Target, Lang::Fr) => format!("objectif de {value}\u{a0}: {word}"),
        (Aim::Target, Lang::En) => format!("target of {value}: {word}"),
        (Aim::Minimum, Lang::Fr) => format!("minimum de {value}\u{a0}: {word}"),
        (Aim::Minimum, Lang::En) => format!("minimum of {value}: {word}"),
    }
}

/// The main score beside the wave before and its bounds, then how many of the other targets are met.
pub fn caption(main: &ScoreGauge, others: &[&ScoreGauge], wave: Option<&str>, lang: Lang) -> String {
    let metric = main.now.metric;
    let value = main.value().map_or_else(String::new, |v| value_label(v, metric, lang));
    let wave = wave.map_or_else(String::new, |wave| format!(" ({})", brief(wave)));
    let subject = metric_subject(metric, lang);
    let mut out = pick!(lang, chart::is(subject, value, wave));
    if let (Some(previous), Some(name)) = (main.previous(), main.before.and_then(|e| e.wave.as_deref())) {
        let (previous, name) = (value_label(previous, metric, lang), brief(name));
        let against = pick!(lang, chart::against_in_the_wave_before(previous, name));
        out.push_str(&against);
    }
    for (aim, at, met) in main.aims() {
        out = format!("{out}{}{}", lang.pick("\u{a0}; ", "; "), verdict(aim, at, met, metric, lang));
    }
    let targets: Vec<Met> =
        others.iter().flat_map(|g| g.aims()).filter(|(aim, ..)| *aim == Aim::Target).map(|t| t.2).collect();
    let (met, all) = (targets.iter().filter(|met| **met == Met::Yes).count(), targets.len());
    let more = match (all, lang) {
        (0, _) => String::new(),
        (_, Lang::Fr) => format!(" Autres objectifs atteints : {met} sur {all}."),
        (_, Lang::En) => format!(" Other targets met: {met} of {all}."),
    };
    format!("{out}.{more}")
}

/// How to read the marks, those that are there.
pub fn note(shown: &[&ScoreGauge], left_out: usize, lang: Lang) -> String {
    let level = shown.first().map_or_else(String::new, |g| level_label(g.now.level, lang));
    let mut out = vec![pick!(lang, chart::thick_line_score_band_confidence_interval(level))];
    let aims = |wanted: Aim| shown.iter().any(|g| g.aims().iter().any(|(aim, ..)| *aim == wanted));
    if shown.iter().any(|g| g.previous().is_some()) {
        out.push(pick!(lang, chart::circle_the_wave_before).to_owned());
    }
    match (aims(Aim::Target), aims(Aim::Minimum)) {
        (true, true) => out.push(pick!(lang, chart::thin_lines_target_black_minimum_brown).to_owned()),
        (true, false) => out.push(pick!(lang, chart::thin_line_target).to_owned()),
        (false, true) => out.push(pick!(lang, chart::thin_line_minimum).to_owned()),
        (false, false) => {}
    }
    out.push(pick!(lang, chart::n_valid_answers).to_owned());
    if shown.iter().any(|g| g.now.n.is_some_and(|n| n < SMALL_BASE)) {
        out.push(small_base(lang));
    }
    let count = lang.count(left_out as u64);
    match (left_out, lang) {
        (0, _) => {}
        (1, Lang::Fr) => out.push("1 score n’est pas montré.".to_owned()),
        (1, Lang::En) => out.push("1 score is not shown.".to_owned()),
        (_, Lang::Fr) => out.push(format!("{count} scores ne sont pas montrés.")),
        (_, Lang::En) => out.push(format!("{count} scores are not shown.")),
    }
    out.join(" ")
}
