//! Findings about long series: waves that are out of line with the others.

use std::ops::RangeInclusive;

use super::{LISTED, SIGNIFICANT, Teller, finding};
use crate::metric::Metric;
use crate::metric::control::Signal;
use crate::report::amounts::decimals;
use crate::report::words::{Words, capitalized};
use crate::report::{ControlSeries, Finding};

/// Waves from which a span is told by its ends.
const LONG_SPAN: usize = 3;

impl Teller<'_> {
    /// The scores whose waves are out of line, at most a sentence each; the segment of the main score that is most
    /// so, where the number of segments charted allows to say it.
    pub(super) fn signals(&self, scored: &[(&str, Metric)]) -> Vec<Finding> {
        let series = &self.report.series;
        let total = |(question, metric): &(&str, Metric)| {
            series.iter().find(|s| s.segment.is_none() && s.question == *question && s.metric == *metric)
        };
        let totals = scored.iter().filter_map(total).filter(|s| s.signals() && !self.told(s)).take(LISTED);
        let sure = |s: &&ControlSeries| {
            s.segment.is_some() && s.signals() && s.q.is_some_and(|q| q < SIGNIFICANT) && !self.told(s)
        };
        // Of two columns that say the same, the later one is mostly the finer.
        let least_likely = |a: &(usize, &ControlSeries), b: &(usize, &ControlSeries)| {
            let p = |s: &ControlSeries| s.p.unwrap_or(1.0);
            p(a.1).total_cmp(&p(b.1)).then(b.0.cmp(&a.0))
        };
        let segment = series.iter().filter(sure).enumerate().min_by(least_likely).map(|(_, s)| s);
        segment.into_iter().chain(totals).filter_map(|s| self.signal(s)).collect()
    }

    /// True where all there is to say is that the last wave left the one before it, which the comparison of the two
    /// says already.
    fn told(&self, series: &ControlSeries) -> bool {
        let last = series.points.len() - 1;
        let compared = self.moves(&series.question, series.metric);
        let mut same = compared.filter(|c| c.segment == series.segment && c.q < SIGNIFICANT);
        let signals = |p: &crate::report::SeriesPoint| p.signal.is_some();
        series.points.iter().position(signals) == Some(last) && same.next().is_some()
    }

    fn signal(&self, series: &ControlSeries) -> Option<Finding> {
        let words = &self.words;
        let mut the = words.noun(&series.question, series.metric).the();
        the = match series.segment.as_deref() {
            Some(segment) => format!("{}, {the}", words.place(segment)),
            None => capitalized(&the),
        };
        let centre = words.bare(series.metric, series.centre, decimals(series.metric));
        let all = series.points.iter().filter(|p| p.value.is_some()).count();
        let beyond = spans(series, Signal::Beyond);
        let provisional = if series.provisional {
            say!(words, findings::provisional_limits_fewer_than_20_waves)
        } else {
            String::new()
        };
        let text = if beyond.is_empty() {
            let run = spans(series, Signal::Run).into_iter().max_by_key(|(span, _)| span.clone().count())?;
            let side = if run.1 { pick!(words, findings::above) } else { pick!(words, findings::below) };
            let (n, span) = (run.0.clone().count(), when(words, series, std::slice::from_ref(&run.0)));
            say!(words, findings::stays_its_mean_of_for_waves_in_a(the, n, side, centre, span))
        } else {
            let out: usize = beyond.iter().map(|(span, _)| span.clone().count()).sum();
            let sides: Vec<String> = [false, true]
                .into_iter()
                .filter_map(|above| {
                    let of: Vec<RangeInclusive<usize>> =
                        beyond.iter().filter(|span| span.1 == above).map(|span| span.0.clone()).collect();
                    let side = if above {
                        pick!(words, findings::upwards)
                    } else {
                        pick!(words, findings::downwards)
                    };
                    (!of.is_empty()).then(|| format!("{side} {}", when(words, series, &of)))
                })
                .collect();
            let sides = sides.join(words.pick("\u{a0}; ", "; "));
            let waves = counted!(words, out as u64, findings::waves);
            say!(words, findings::is_out_of_its_limits_in_of_for(the, waves, all, sides, centre, provisional))
        };
        let chosen = series.segment.as_ref().and(series.q).map_or_else(String::new, |q| {
            let charted = self.report.series.iter().filter(|s| s.segment.is_some()).count();
            if charted == 1 {
                return String::new();
            }
            say!(words, findings::of_the_segments_charted_it_is_the_one(charted, words.q(q)))
        });
        Some(finding("signal", format!("{text}{chosen}")))
    }
}

/// Waves that follow each other on one side of the centre, and whether that is above, for one kind of signal: those
/// beyond the limits, or the whole of a run, whose first seven waves do not signal yet.
pub(in crate::report) fn spans(series: &ControlSeries, kind: Signal) -> Vec<(RangeInclusive<usize>, bool)> {
    let mut spans: Vec<(RangeInclusive<usize>, bool)> = Vec::new();
    let shown = series.points.iter().enumerate().filter_map(|(i, p)| Some((i, p.value?, p.signal)));
    let mut last = None;
    for (i, value, signal) in shown {
        let above = value > series.centre;
        let counts = kind == Signal::Run || signal == Some(kind);
        match spans.last_mut() {
            Some((span, side)) if counts && *side == above && last == Some(*span.end()) => {
                *span = *span.start()..=i;
            }
            _ if counts => spans.push((i..=i, above)),
            _ => {}
        }
        last = Some(i);
    }
    let run = |span: &RangeInclusive<usize>| {
        let points = &series.points[span.clone()];
        let seen = points.iter().filter(|p| p.value.is_some()).count();
        seen >= crate::metric::control::RUN && points.iter().any(|p| p.signal == Some(Signal::Run))
    };
    spans.retain(|(span, _)| kind == Signal::Beyond || run(span));
    spans
}

/// Waves with their scores: long spans by their ends, the others one by one.
fn when(words: &Words<'_>, series: &ControlSeries, spans: &[RangeInclusive<usize>]) -> String {
    let digits = decimals(series.metric);
    let value = |x: f64| words.bare(series.metric, x, digits);
    let (mut told, mut single) = (Vec::new(), Vec::new());
    for span in spans {
        let points: Vec<(&str, f64)> =
            series.points[span.clone()].iter().filter_map(|p| Some((p.wave.as_str(), p.value?))).collect();
        let [first, .., last] = points.as_slice() else {
            single.extend(points);
            continue;
        };
        if points.len() < LONG_SPAN {
            single.extend(points);
            continue;
        }
        let low = value(points.iter().map(|p| p.1).fold(f64::INFINITY, f64::min));
        let high = value(points.iter().map(|p| p.1).fold(f64::NEG_INFINITY, f64::max));
        told.push(pick!(words, findings::from_to_between_and(of(first.0), last.0, low, high, first.0)));
    }
    if !single.is_empty() {
        let each: Vec<String> = single.iter().map(|(wave, x)| format!("{wave} ({})", value(*x))).collect();
        let list = words.list(&each);
        // In French a month or a year takes `en`, a name does not.
        let dated = single[0].0.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase());
        told.push(if dated {
            pick!(words, findings::in_dated_waves(list))
        } else {
            pick!(words, findings::in_named_waves(list))
        });
    }
    told.join(pick!(words, findings::then))
}

/// `de septembre 2025`, `d’août 2025`.
fn of(wave: &str) -> String {
    let vowel = wave.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'è', 'ê', 'à', 'â', 'î', 'ô']);
    if vowel { format!("d’{wave}") } else { format!("de {wave}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    fn series(signals: &[(f64, Option<Signal>)]) -> ControlSeries {
        let mut series = sample::series(None, &[0.0; 4]);
        let point = |(i, (value, signal)): (usize, &(f64, Option<Signal>))| crate::report::SeriesPoint {
            wave: format!("V{}", i + 1),
            n: Some(100),
            value: Some(*value).filter(|x| x.is_finite()),
            low: Some(-20.0),
            high: Some(20.0),
            signal: *signal,
        };
        series.points = signals.iter().enumerate().map(point).collect();
        series
    }

    #[test]
    fn a_run_is_told_from_its_first_wave() {
        let (run, beyond) = (Some(Signal::Run), Some(Signal::Beyond));
        let mut points = vec![(-5.0, None), (f64::NAN, None)];
        points.extend([(4.0, None); 7]);
        points.extend([(4.0, run), (9.0, run), (-30.0, beyond), (-31.0, beyond), (1.0, None)]);
        let series = series(&points);
        assert_eq!(spans(&series, Signal::Run), [(2..=10, true)]);
        assert_eq!(spans(&series, Signal::Beyond), [(11..=12, false)]);
    }

    #[test]
    fn waves_out_of_line_are_named_on_their_side() {
        let beyond = Some(Signal::Beyond);
        let calm = (1.0, None);
        let mut report = sample::full(Lang::Fr);
        let points =
            [(-30.0, beyond), (-25.0, beyond), (-40.0, beyond), calm, (25.0, beyond), calm, (30.0, beyond)];
        report.series = vec![series(&points)];
        let text = |report: &crate::report::Report| {
            let found = crate::report::findings::findings(report);
            let text = found.into_iter().find(|f| f.code == "signal").unwrap().text;
            text.replace(['\u{a0}', '\u{202f}'], " ")
        };
        let said = text(&report);
        let expected = "Le NPS sort de ses limites dans 5 vagues sur 7, par le bas de V1 à V3 (entre −40,0 et −25,0) ; par le haut pour V5 (+25,0) et V7 (+30,0), pour une moyenne de 0,0 : ce n’est pas une fluctuation ordinaire (limites provisoires : moins de 20 vagues).";
        assert_eq!(said, expected);
        report.study.language = Lang::En;
        assert!(text(&report).contains("downwards from V1 to V3"));
        let mut points = vec![(4.0, None); 7];
        points.push((5.0, Some(Signal::Run)));
        points.push((-9.0, None));
        report.study.language = Lang::Fr;
        report.series = vec![series(&points)];
        assert!(
            text(&report)
                .starts_with("Le NPS reste 8 vagues de suite au-dessus de sa moyenne de 0,0, de V1 à V8")
        );
    }

    #[test]
    fn months_are_elided() {
        assert_eq!((of("août 2025"), of("mars 2025")), ("d’août 2025".to_owned(), "de mars 2025".to_owned()));
    }

    #[test]
    fn a_segment_is_named_only_beyond_chance() {
        let mut report = sample::full(Lang::Fr);
        let signal = |report: &crate::report::Report| {
            crate::report::findings::findings(report).into_iter().find(|f| f.code == "signal")
        };
        assert_eq!(signal(&report), None, "the last two waves say it");
        report.series[1].points.swap(1, 3);
        assert!(signal(&report).unwrap().text.starts_with("Dans la région Sud, le NPS sort"));
        report.series.iter_mut().for_each(|s| s.q = Some(0.2));
        assert_eq!(signal(&report), None);
    }
}
