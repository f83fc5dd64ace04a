//! What a control chart says: its centre, the days out of line, and how to read its limits.

use super::control::{Control, ControlDay};
use super::font::brief;
use super::style::counted;
use crate::centre::Unit;
use crate::lang::Lang;
use crate::metric::control::{ENOUGH, Signal};

/// Days named in the caption.
const TOLD: usize = 3;

/// Days outside their limits and their values, in order of time.
pub fn beyond(days: &[ControlDay]) -> Vec<(usize, f64)> {
    let out = |(i, day): (usize, &ControlDay)| {
        Some((i, day.known().filter(|_| day.signal == Some(Signal::Beyond))?))
    };
    days.iter().enumerate().filter_map(out).collect()
}

/// How far outside its limits a value is.
pub fn excess(day: &ControlDay, value: f64) -> f64 {
    let over = day.high.map_or(0.0, |high| value - high);
    over.max(day.low.map_or(0.0, |low| low - value))
}

/// The centre, and which days are out of line.
pub fn caption(control: &Control, known: usize, lang: Lang) -> String {
    let out = beyond(&control.days);
    let centre = control.unit.label(control.centre, lang);
    let over = counted(known as u64, pick!(lang, chart::day), pick!(lang, chart::days), lang);
    // That of a share weighs the days by their base; that of a duration does not.
    let even = match control.unit {
        Unit::Percent => "",
        _ => pick!(lang, chart::each_day_counting_the_same),
    };
    let mean = pick!(lang, chart::mean_of_over(centre, over, even));
    if out.is_empty() {
        let runs = control.days.iter().any(|d| d.signal == Some(Signal::Run));
        let limited = control.days.iter().any(|d| d.low.is_some() || d.high.is_some());
        return match (limited, runs) {
            (false, _) => format!("{mean}."),
            (true, false) if known < ENOUGH => pick!(lang, chart::no_day_is_outside(mean)),
            (true, false) => pick!(lang, chart::no_day_calls_for_an_explanation(mean)),
            (true, true) => pick!(lang, chart::no_day_is_outside_but_a_run_stays(mean)),
        };
    }
    let mut worst = out.clone();
    let far = |&(i, v): &(usize, f64)| excess(&control.days[i], v);
    worst.sort_by(|a, b| far(b).total_cmp(&far(a)).then(a.0.cmp(&b.0)));
    worst.truncate(TOLD);
    worst.sort_by_key(|w| w.0);
    let told: Vec<String> = worst
        .iter()
        .map(|&(i, v)| format!("{} ({})", brief(&control.days[i].label), control.unit.label(v, lang)))
        .collect();
    let told = told.join(", ");
    let n = lang.count(out.len() as u64);
    match out.len() {
        1 => pick!(lang, chart::one_day_is_outside(mean, told)),
        2..=TOLD => pick!(lang, chart::days_are_outside(mean, n, told)),
        _ => pick!(lang, chart::days_are_outside_the_farthest(mean, n, told)),
    }
}

/// What limits are, and what is missing.
pub fn reading(control: &Control, known: usize, lang: Lang) -> String {
    let mut out = Vec::new();
    if control.days.iter().any(|d| d.low.is_some() || d.high.is_some()) {
        out.push(pick!(lang, chart::limits_3_standard_deviations_around_the_mean).to_owned());
        if known < ENOUGH {
            out.push(pick!(lang, chart::provisional_limits_under_days(ENOUGH)));
        }
    }
    if known < control.days.len() {
        out.push(pick!(lang, chart::day_without_a_point_closed_or_base_under).to_owned());
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::control::tests::{month, numbered};
    use super::*;

    #[test]
    fn captions_tell_signals_apart() {
        let mut data = month(&numbered(6, ""));
        data.days.iter_mut().for_each(|d| d.signal = None);
        assert!(caption(&data, 6, Lang::En).ends_with("no day is outside the limits."));
        assert!(caption(&data, 20, Lang::En).ends_with("an explanation of its own."));
        data.days[5].signal = Some(Signal::Run);
        assert!(caption(&data, 6, Lang::En).contains("a run stays on one side"));
        data.days[5].signal = Some(Signal::Beyond);
        assert!(caption(&data, 6, Lang::En).contains("one day is outside the limits: 6 (90.0%)"));
        data.days.iter_mut().for_each(|d| (d.low, d.high, d.signal) = (None, None, None));
        assert_eq!(caption(&data, 6, Lang::En), "Mean of 84.0% over 6\u{a0}days.");
    }
}
