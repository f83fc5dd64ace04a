//! What the tests of a report cost and see: how often a study in which nothing moved shows a difference all the
//! same, and how often a change as large as the report says it can see is found.
//!
//! Studies are drawn by a generator of our own and compared by the library in the families of the report; the first
//! test holds that these are the rows, the p and the q of real reports. The others run on 10,000 studies when asked
//! to (CONTRIBUTING.md) and on fewer always.

use std::collections::BTreeMap;

use barometre::keyness::benjamini_hochberg;
use barometre::metric::compare::difference;
use barometre::metric::power::{POWER, detection_factor};
use barometre::metric::{Comparison, metrics_of};
use barometre::report::{Options, REST};
use barometre::study::{Kind, Scale};
use barometre::tally::Histogram;

use crate::support::{close, file, try_report};

const LEVEL: f64 = 0.95;
/// The report compares from this base on.
const COMPARED: u64 = 10;

/// Steele, Lea & Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// At least 0, under 1.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }
}

/// A law on 0, 1, 2…, by its cumulated shares.
struct Law(Vec<f64>);

impl Law {
    fn new(weights: &[f64]) -> Self {
        let total: f64 = weights.iter().sum();
        let mut sum = 0.0;
        let cumulated = weights.iter().map(|w| {
            sum += w / total;
            sum
        });
        Self(cumulated.collect())
    }

    fn draw(&self, random: &mut SplitMix64) -> usize {
        let at = random.unit();
        self.0.iter().take(self.0.len() - 1).filter(|end| at >= **end).count()
    }
}

/// A closed question: its answers are `scale.low`, that plus one, and so on.
struct Score {
    name: &'static str,
    kind: Kind,
    scale: Scale,
    /// Shares of its answers in the surveys that are drawn.
    shapes: &'static [&'static [f64]],
}

const SCORES: [Score; 2] = [
    Score {
        name: "recommandation",
        kind: Kind::Nps,
        scale: Scale { low: 0.0, high: 10.0 },
        shapes: &[
            &[4., 1., 2., 2., 3., 8., 7., 14., 21., 15., 23.],
            &[12., 4., 5., 5., 6., 14., 9., 12., 12., 6., 15.],
            &[20., 2., 1., 1., 1., 5., 2., 4., 8., 11., 45.],
            &[1., 0., 0., 0., 1., 2., 2., 6., 14., 24., 50.],
            &[1., 1., 1., 2., 4., 12., 20., 28., 20., 8., 3.],
        ],
    },
    Score {
        name: "satisfaction",
        kind: Kind::Csat,
        scale: Scale { low: 1.0, high: 5.0 },
        shapes: &[
            &[6., 10., 18., 42., 24.],
            &[22., 20., 22., 24., 12.],
            &[1., 2., 5., 30., 62.],
            &[30., 5., 5., 10., 50.],
        ],
    },
];

/// Columns of segments: how many values, of unequal weights.
const SEGMENTS: [(&str, &[f64]); 3] = [
    ("région", &[30., 22., 16., 12., 8., 6., 4., 2.]),
    ("offre", &[40., 30., 20., 10.]),
    ("canal", &[60., 40.]),
];

/// Answers to both scores: `wave`, one place a column of segments, one answer a score.
struct Respondent {
    wave: usize,
    segments: [usize; SEGMENTS.len()],
    answers: [usize; SCORES.len()],
}

/// Two waves drawn from the same law, in every segment: whatever differs is chance. Waves have 60 to 1,000 answers,
/// cells from none to some 600.
fn still_study(random: &mut SplitMix64) -> Vec<Respondent> {
    let laws = SCORES.each_ref().map(|score| Law::new(score.shapes[random.below(score.shapes.len())]));
    let segments = SEGMENTS.map(|(_, weights)| Law::new(weights));
    let size = |random: &mut SplitMix64| (60.0 * (1000.0_f64 / 60.0).powf(random.unit())) as usize;
    let mut study = Vec::new();
    for (wave, n) in [size(random), size(random)].into_iter().enumerate() {
        study.extend((0..n).map(|_| Respondent {
            wave,
            segments: segments.each_ref().map(|law| law.draw(random)),
            answers: laws.each_ref().map(|law| law.draw(random)),
        }));
    }
    study
}

/// How often each answer of one score was given in each wave, of the total and of each value of each column.
struct Counts {
    total: [Vec<u64>; 2],
    cells: Vec<Vec<[Vec<u64>; 2]>>,
}

impl Counts {
    fn new(study: &[Respondent], score: usize) -> Self {
        let empty = || [0, 1].map(|_| vec![0; answers_of(score)]);
        let cells = SEGMENTS.map(|(_, weights)| weights.iter().map(|_| empty()).collect());
        let mut counts = Self { total: empty(), cells: cells.into() };
        for respondent in study {
            let (wave, answer) = (respondent.wave, respondent.answers[score]);
            counts.total[wave][answer] += 1;
            for (cells, value) in counts.cells.iter_mut().zip(respondent.segments) {
                cells[value][wave][answer] += 1;
            }
        }
        counts
    }
}

fn answers_of(score: usize) -> usize {
    SCORES[score].shapes[0].len()
}

/// p-value of the main metric of a score; none where the report does not compare.
fn compared(score: usize, from: &[u64], to: &[u64]) -> Option<f64> {
    let Score { kind, scale, .. } = SCORES[score];
    let histogram = |counts: &[u64]| {
        Histogram::new((0_u32..).map(|answer| scale.low + f64::from(answer)).zip(counts.iter().copied()))
    };
    let (from, to) = (histogram(from), histogram(to));
    if from.n().min(to.n()) < COMPARED {
        return None;
    }
    let metric = metrics_of(kind)[0];
    Some(difference(metric, kind, scale, &from.into(), &to.into(), LEVEL)?.p.p)
}

/// What is compared on one score, with its p: in the total or in a value of a column, between waves or against the
/// rest.
type Family = Vec<((Option<(usize, usize)>, bool), f64)>;

fn family(study: &[Respondent], score: usize) -> Family {
    let counts = Counts::new(study, score);
    let add = |a: &[u64], b: &[u64]| a.iter().zip(b).map(|(a, b)| a + b).collect::<Vec<u64>>();
    let take = |a: &[u64], b: &[u64]| a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<u64>>();
    let [from, to] = &counts.total;
    let (mut family, everyone) = (Family::new(), add(from, to));
    family.extend(compared(score, from, to).map(|p| ((None, false), p)));
    for (column, cells) in counts.cells.iter().enumerate() {
        for (value, [from, to]) in cells.iter().enumerate() {
            let (both, cell) = (add(from, to), Some((column, value)));
            family.extend(compared(score, from, to).map(|p| ((cell, false), p)));
            family.extend(compared(score, &take(&everyone, &both), &both).map(|p| ((cell, true), p)));
        }
    }
    family
}

fn corrected(family: &Family) -> Vec<f64> {
    benjamini_hochberg(&family.iter().map(|row| row.1).collect::<Vec<f64>>())
}

#[test]
fn a_report_compares_what_is_drawn_here() {
    let mut random = SplitMix64(7);
    for _ in 0..5 {
        let study = still_study(&mut random);
        let mut csv = "vague;région;offre;canal;recommandation;satisfaction\n".to_owned();
        for Respondent { wave, segments: [a, b, c], answers: [note, satisfied] } in &study {
            csv += &format!("2025-T{};r{a};o{b};c{c};{note};{}\n", wave + 1, satisfied + 1);
        }
        let (_dir, path) = file("x.csv", csv);
        let report = try_report(&[path], &Options::default()).unwrap();
        let kinds: Vec<Kind> = report.study.questions.iter().map(|q| q.kind).collect();
        assert_eq!(kinds, SCORES.each_ref().map(|score| score.kind));
        for (score, question) in report.study.questions.iter().enumerate() {
            let family = family(&study, score);
            let drawn: BTreeMap<String, (f64, f64)> = family
                .iter()
                .zip(corrected(&family))
                .map(|(&((cell, rest), p), q)| {
                    let cell = cell.map(|(c, v)| format!("{}{v}", &SEGMENTS[c].0[..1]));
                    (format!("{cell:?} {rest}"), (p, q))
                })
                .collect();
            let name = |c: &Comparison| {
                let rest = c.from == REST;
                let within = c.segment.as_ref().map(|s| s[0].value.clone());
                (format!("{:?} {rest}", if rest { Some(c.to.clone()) } else { within }), (c.p, c.q))
            };
            let shown: BTreeMap<String, (f64, f64)> =
                report.comparisons.iter().filter(|c| c.question == question.id).map(name).collect();
            assert_eq!(shown, drawn, "{}", SCORES[score].name);
        }
    }
}

/// Percentage of studies without any change that show one q under 0.05, for each score.
fn alarms(studies: u32, seed: u64) -> [f64; SCORES.len()] {
    let (mut random, mut alarms) = (SplitMix64(seed), [0_u32; SCORES.len()]);
    for _ in 0..studies {
        let study = still_study(&mut random);
        for (score, alarms) in alarms.iter_mut().enumerate() {
            *alarms += u32::from(corrected(&family(&study, score)).iter().any(|q| *q < 0.05));
        }
    }
    alarms.map(|n| 100.0 * f64::from(n) / f64::from(studies))
}

#[track_caller]
fn few_alarms(studies: u32) {
    for (score, rate) in SCORES.iter().zip(alarms(studies, 2026)) {
        // Under 2 % the tests would be asleep.
        assert!((2.0..=5.5).contains(&rate), "{}: {rate} % of {studies}", score.name);
    }
}

#[test]
fn still_waves_rarely_alarm() {
    few_alarms(1000);
}

#[test]
#[ignore = "half a minute"]
fn still_waves_rarely_alarm_ten_thousand() {
    few_alarms(10_000);
}

/// Mean and variance of the main metric of a score under a law, by the shares of its answers.
fn moments(score: &Score, law: &Law) -> (f64, f64) {
    let metric = metrics_of(score.kind)[0];
    let (mut below, mut mean, mut square) = (0.0, 0.0, 0.0);
    for (answer, end) in (0_u32..).zip(&law.0) {
        let worth = metric.of_answer(score.kind, score.scale, score.scale.low + f64::from(answer));
        mean += (end - below) * worth;
        square += (end - below) * worth * worth;
        below = *end;
    }
    (mean, square - mean * mean)
}

/// A law, and another in which the lowest answer has given to the best what makes a change of 2.8016 standard
/// errors of the difference of two waves of `n` answers.
fn detectable_change(score: &Score, shape: &[f64], n: u32) -> (Law, Law) {
    let from = Law::new(shape);
    let moved = |share: f64| {
        let ends = from.0.iter().map(|end| end - share).collect::<Vec<f64>>();
        let last = ends.len() - 1;
        Law(ends.into_iter().enumerate().map(|(i, end)| if i == last { 1.0 } else { end }).collect())
    };
    let errors = |to: &Law| {
        let (before, after) = (moments(score, &from), moments(score, to));
        (after.0 - before.0) / ((before.1 + after.1) / f64::from(n)).sqrt()
    };
    let (mut low, mut high) = (0.0, from.0[0]);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if errors(&moved(middle)) < detection_factor(LEVEL, POWER).unwrap() {
            low = middle;
        } else {
            high = middle;
        }
    }
    let to = moved(low);
    close(errors(&to), 2.8016, 2e-5);
    (from, to)
}

/// Percentage of pairs of waves of 2,000 answers, a detectable change between them, in which p is under 0.05.
fn found(score: usize, pairs: u32, seed: u64) -> f64 {
    const WAVE: u32 = 2000;
    let mut random = SplitMix64(seed);
    let changes: Vec<(Law, Law)> = SCORES[score]
        .shapes
        .iter()
        .filter(|shape| shape[0] > 3.0)
        .map(|shape| detectable_change(&SCORES[score], shape, WAVE))
        .collect();
    let mut draw = |law: &Law| {
        let mut counts = vec![0; answers_of(score)];
        (0..WAVE).for_each(|_| counts[law.draw(&mut random)] += 1);
        counts
    };
    let hit = |(from, to): &(Law, Law)| compared(score, &draw(from), &draw(to)).is_some_and(|p| p < 0.05);
    let hits = changes.iter().cycle().take(pairs as usize).map(hit).filter(|hit| *hit).count();
    100.0 * hits as f64 / f64::from(pairs)
}

#[test]
fn a_detectable_change_is_found_four_times_in_five() {
    for score in 0..SCORES.len() {
        close(found(score, 600, 2026), 80.0, 4.0);
    }
}

#[test]
#[ignore = "a quarter of a minute"]
fn a_detectable_change_is_found_four_times_in_five_ten_thousand() {
    for score in 0..SCORES.len() {
        close(found(score, 10_000, 2026), 80.0, 1.0);
    }
}
