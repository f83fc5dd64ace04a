//! How far evaluators of the same calls agree: calibration sessions, calls heard twice.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::{Evaluation, Evaluations, Mark, Measure, grid};
use crate::metric::agreement::{Coincidences, Confusion, Level, Weighting};
use crate::metric::law::t_quantile;
use crate::study::fold;

/// Agreement of all evaluators on a measure.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AgreementRow {
    /// What is measured.
    pub measure: Measure,
    /// Id of the item; null for another measure.
    pub item: Option<String>,
    /// Calls with two marks or more.
    pub calls: u64,
    /// Evaluators of these calls.
    pub evaluators: u64,
    /// Pairs of marks on the same call.
    pub pairs: u64,
    /// Share of the pairs with the same mark, 0…1; null for the score.
    pub agreement: Option<f64>,
    /// Cohen's κ, between two evaluators who are the only ones; null with more of them, on a scale, for the score,
    /// and where both gave one same mark to all calls.
    pub kappa: Option<f64>,
    /// Lower end of its interval.
    pub kappa_low: Option<f64>,
    /// Upper end of its interval.
    pub kappa_high: Option<f64>,
    /// Krippendorff's α: of names for yes, no and not applicable, of differences on a scale and for the score. 0.8
    /// and more is relied upon, under 0.667 is not. Null where all marks are the same.
    pub alpha: Option<f64>,
    /// Mean absolute difference of the pairs, in points of score 0…100, or as a fraction of the scale; pairs in
    /// which the item does not apply to one do not count.
    pub difference: Option<f64>,
}

/// Agreement of two evaluators on a measure.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PairRow {
    /// One evaluator.
    pub first: String,
    /// The other one, later in the alphabet.
    pub second: String,
    /// What is measured.
    pub measure: Measure,
    /// Id of the item; null for another measure.
    pub item: Option<String>,
    /// Calls that both marked.
    pub calls: u64,
    /// Share with the same mark, 0…1; null for the score.
    pub agreement: Option<f64>,
    /// Cohen's κ; null on a scale, for the score, and where both gave one same mark to all calls.
    pub kappa: Option<f64>,
    /// Lower end of its interval.
    pub kappa_low: Option<f64>,
    /// Upper end of its interval.
    pub kappa_high: Option<f64>,
    /// Mean of first less second, in points of score or as a fraction: positive where the first marks higher.
    pub difference: Option<f64>,
}

/// How high an evaluator marks, held against the others on the same calls.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LeniencyRow {
    /// The evaluator.
    pub evaluator: String,
    /// The score, or active listening.
    pub measure: Measure,
    /// Calls that the evaluator and another one marked.
    pub calls: u64,
    /// Mean over these calls of own mark less the mean of the others, in points of score 0…100, or as a fraction for
    /// active listening: positive for the lenient.
    pub difference: f64,
    /// Lower end of Student's interval; null with one call, or where all differences are the same.
    pub ci_low: Option<f64>,
    /// Upper end of Student's interval.
    pub ci_high: Option<f64>,
}

/// Agreement between evaluators.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Agreement {
    /// Calls that two evaluators or more evaluated.
    pub calls: u64,
    /// By measure, those with a pair of marks.
    pub rows: Vec<AgreementRow>,
    /// By pair of evaluators and measure.
    pub pairs: Vec<PairRow>,
    /// By evaluator, for the score and active listening.
    pub leniency: Vec<LeniencyRow>,
}

/// Code of an item that does not apply, beside 0 for no and 1 for yes.
const NOT_APPLICABLE: f64 = 2.0;

/// Marks of a measure: by call, those of its evaluators in the order of the alphabet.
type Marks<'e> = Vec<Vec<(&'e str, Mark)>>;

/// Agreement on active listening, the score and every item, over all calls with two evaluations or more, drawn or
/// not. Whether an item applies is part of the agreement: not applicable is a mark of its own.
///
/// Cohen's κ and Krippendorff's α are those of [`crate::metric::agreement`]; κ needs two evaluators, α takes any
/// number of them, and gaps.
#[must_use]
pub fn agreement(read: &Evaluations, level: f64) -> Agreement {
    // The first spelling of a name stands for the others.
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for evaluation in &read.heard {
        let name = evaluation.evaluator.as_deref().unwrap_or_default();
        names.entry(fold(name)).or_insert(name);
    }
    let several: Vec<Vec<(&str, &Evaluation)>> = read
        .by_call
        .keys()
        .map(|call| {
            let named = |e| {
                let evaluation: &Evaluation = e;
                let name = fold(evaluation.evaluator.as_deref().unwrap_or_default());
                (names.get(&name).copied().unwrap_or_default(), evaluation)
            };
            let mut of: Vec<(&str, &Evaluation)> =
                read.of(call).filter(|e| e.is_marked()).map(named).collect();
            of.sort_by_key(|(name, _)| *name);
            of
        })
        .filter(|of| of.len() > 1)
        .collect();
    let mut found = Agreement { calls: several.len() as u64, ..Agreement::default() };
    for (measure, item) in read.measures() {
        let mark = |e: &Evaluation| match measure {
            Measure::ActiveListening => e.listening.map(|yes| Mark::Value(f64::from(u8::from(yes)))),
            Measure::Score => grid::score(&read.items, &e.marks).map(Mark::Value),
            Measure::Item => e.marks.get(&item?).copied(),
        };
        let marks: Marks<'_> = several
            .iter()
            .map(|of| of.iter().filter_map(|(name, e)| Some((*name, mark(e)?))).collect::<Vec<_>>())
            .filter(|of| of.len() > 1)
            .collect();
        if marks.is_empty() {
            continue;
        }
        let coded = measure != Measure::Score
            && item.and_then(|item| read.items.get(item)).is_none_or(|item| item.scale.is_none());
        let id = item.map(|item| read.items[item].id.clone());
        let by_pair = by_pair(&marks);
        found.pairs.extend(
            by_pair.iter().map(|(names, marks)| pair(*names, marks, (measure, id.clone()), coded, level)),
        );
        found.rows.push(all(&marks, &by_pair, (measure, id), coded, level));
        if measure != Measure::Item {
            found.leniency.extend(leniency(&marks, measure, level));
        }
    }
    found.pairs.sort_by(|a, b| (&a.first, &a.second).cmp(&(&b.first, &b.second)));
    found.leniency.sort_by(|a, b| (&a.evaluator, a.measure).cmp(&(&b.evaluator, b.measure)));
    found
}

type Pairs<'e> = BTreeMap<(&'e str, &'e str), Vec<(Mark, Mark)>>;

fn by_pair<'e>(marks: &Marks<'e>) -> Pairs<'e> {
    let mut pairs = Pairs::new();
    for of in marks {
        for (at, (first, one)) in of.iter().enumerate() {
            for (second, other) in &of[at + 1..] {
                pairs.entry((first, second)).or_default().push((*one, *other));
            }
        }
    }
    pairs
}

fn code(mark: Mark) -> f64 {
    mark.value().unwrap_or(NOT_APPLICABLE)
}

fn all(
    marks: &Marks<'_>,
    pairs: &Pairs<'_>,
    (measure, item): (Measure, Option<String>),
    coded: bool,
    level: f64,
) -> AgreementRow {
    let evaluators: BTreeSet<&str> = marks.iter().flatten().map(|(name, _)| *name).collect();
    let flat: Vec<(Mark, Mark)> = pairs.values().flatten().copied().collect();
    let codes = |of: &[(&str, Mark)]| -> Vec<f64> {
        let counts = |mark: &Mark| coded || mark.value().is_some();
        of.iter().map(|(_, mark)| *mark).filter(counts).map(code).collect()
    };
    let values: Vec<f64> = marks.iter().flat_map(|of| codes(of)).collect();
    let mut coincidences = Coincidences::new(&values);
    for of in marks {
        coincidences.add(&codes(of));
    }
    let kappa = Some(&flat).filter(|_| coded && evaluators.len() == 2).and_then(|marks| kappa(marks, level));
    AgreementRow {
        measure,
        item,
        calls: marks.len() as u64,
        evaluators: evaluators.len() as u64,
        pairs: flat.len() as u64,
        agreement: same(&flat).filter(|_| measure != Measure::Score),
        kappa: kappa.map(|kappa| kappa.0),
        kappa_low: kappa.and_then(|kappa| kappa.1).map(|ends| ends.0),
        kappa_high: kappa.and_then(|kappa| kappa.1).map(|ends| ends.1),
        alpha: coincidences.alpha(if coded { Level::Nominal } else { Level::Interval }),
        difference: super::mean(differences(&flat).map(f64::abs)),
    }
}

fn pair(
    (first, second): (&str, &str),
    marks: &[(Mark, Mark)],
    (measure, item): (Measure, Option<String>),
    coded: bool,
    level: f64,
) -> PairRow {
    let kappa = Some(marks).filter(|_| coded).and_then(|marks| kappa(marks, level));
    PairRow {
        first: first.to_owned(),
        second: second.to_owned(),
        measure,
        item,
        calls: marks.len() as u64,
        agreement: same(marks).filter(|_| measure != Measure::Score),
        kappa: kappa.map(|kappa| kappa.0),
        kappa_low: kappa.and_then(|kappa| kappa.1).map(|ends| ends.0),
        kappa_high: kappa.and_then(|kappa| kappa.1).map(|ends| ends.1),
        difference: super::mean(differences(marks)),
    }
}

fn same(marks: &[(Mark, Mark)]) -> Option<f64> {
    super::mean(marks.iter().map(|(one, other)| f64::from(u8::from(one == other))))
}

fn differences(marks: &[(Mark, Mark)]) -> impl Iterator<Item = f64> {
    marks.iter().filter_map(|(one, other)| Some(one.value()? - other.value()?))
}

/// κ of yes, no and not applicable, with its interval.
fn kappa(marks: &[(Mark, Mark)], level: f64) -> Option<(f64, Option<(f64, f64)>)> {
    let mut table = Confusion::new(3);
    for (one, other) in marks {
        table.add(code(*one) as usize, code(*other) as usize, 1);
    }
    table.kappa(Weighting::None, level).map(|kappa| (kappa.value, kappa.interval))
}

fn leniency(marks: &Marks<'_>, measure: Measure, level: f64) -> Vec<LeniencyRow> {
    let mut differences: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for of in marks {
        let total: f64 = of.iter().map(|(_, mark)| code(*mark)).sum();
        for (name, mark) in of {
            let others = (total - code(*mark)) / (of.len() - 1) as f64;
            differences.entry(name).or_default().push(code(*mark) - others);
        }
    }
    let row = |(name, differences): (&str, Vec<f64>)| {
        let n = differences.len() as f64;
        let mean = differences.iter().sum::<f64>() / n;
        let variance = differences.iter().map(|d| (d - mean).powi(2)).sum::<f64>() / (n - 1.0);
        // Rounding leaves a trace of spread where all differences are the same.
        let varies = variance.sqrt() > 1e-12 * if measure == Measure::Score { 100.0 } else { 1.0 };
        let half = t_quantile(level, n - 1.0).filter(|_| varies).map(|t| t * (variance / n).sqrt());
        LeniencyRow {
            evaluator: name.to_owned(),
            measure,
            calls: differences.len() as u64,
            difference: mean,
            ci_low: half.map(|half| mean - half),
            ci_high: half.map(|half| mean + half),
        }
    };
    differences.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::super::read::tests::read;
    use super::*;

    fn close(a: Option<f64>, b: f64) {
        assert!(a.is_some_and(|a| (a - b).abs() < 1e-9), "{a:?} is not {b}");
    }

    const ANA: [&str; 12] = ["1", "1", "1", "0", "0", "1", "NA", "NA", "1", "0", "1", "1"];
    const BO: [&str; 12] = ["1", "1", "0", "0", "0", "1", "NA", "1", "1", "1", "1", "1"];
    const CY: [&str; 12] = ["1", "", "0", "0", "1", "1", "NA", "NA", "", "0", "1", "0"];

    fn sheet(evaluators: &[(&str, [&str; 12])]) -> Evaluations {
        let mut sheet = "appel;évaluateur;accueil\n".to_owned();
        for (name, marks) in evaluators {
            for (call, mark) in marks.iter().enumerate() {
                writeln!(sheet, "{call};{name};{mark}").unwrap();
            }
        }
        let ids: Vec<String> = (0..12).map(|call| call.to_string()).collect();
        read(&sheet, &ids.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn item<'a>(found: &'a Agreement, id: &str) -> &'a AgreementRow {
        found.rows.iter().find(|row| row.item.as_deref() == Some(id)).unwrap()
    }

    /// statsmodels 0.14, `cohens_kappa`; krippendorff 0.8 in Python, `alpha(level_of_measurement="nominal")`.
    #[test]
    fn two_evaluators_have_a_kappa_and_three_an_alpha() {
        let two = agreement(&sheet(&[("Bo", BO), ("Ana", ANA)]), 0.95);
        let row = item(&two, "accueil");
        close(row.kappa, 0.532_467_532_467_532_4);
        close(row.kappa_low, 0.076_049_099_159_042_18);
        close(row.kappa_high, 0.988_885_965_776_022_7);
        close(row.alpha, 0.549_019_607_843_137_3);
        assert_eq!((row.agreement, row.calls, row.pairs), (Some(9.0 / 12.0), 12, 12));
        assert_eq!((two.pairs[0].first.as_str(), two.pairs[0].second.as_str()), ("Ana", "Bo"));

        let three = agreement(&sheet(&[("Bo", BO), ("Ana", ANA), ("Cy", CY)]), 0.95);
        let row = item(&three, "accueil");
        assert_eq!((row.kappa, row.evaluators, row.pairs), (None, 3, 32));
        close(row.alpha, 0.507_462_686_567_164_2);
        let pairs: Vec<(&str, &str, u64)> = three
            .pairs
            .iter()
            .filter(|pair| pair.measure == Measure::Item)
            .map(|pair| (pair.first.as_str(), pair.second.as_str(), pair.calls))
            .collect();
        assert_eq!(pairs, [("Ana", "Bo", 12), ("Ana", "Cy", 10), ("Bo", "Cy", 10)]);
        let first = three.pairs.iter().find(|pair| pair.measure == Measure::Item).unwrap();
        close(first.kappa, 0.532_467_532_467_532_4);
    }

    /// Marks 0…5 by three evaluators, two of them with a gap: krippendorff 0.8, `level_of_measurement="interval"`;
    /// mean absolute difference of 14 pairs, and scipy's `t.ppf` for the leniency, in Python.
    #[test]
    fn scores_differ_by_their_points() {
        let marks =
            [["4", "5", "3", "2", "5", "1"], ["3", "5", "3", "1", "4", ""], ["5", "5", "2", "", "4", "2"]];
        let mut sheet = "appel;évaluateur;ton\n".to_owned();
        for (name, marks) in ["Ana", "Bo", "Cy"].iter().zip(marks) {
            for (call, mark) in marks.iter().enumerate() {
                writeln!(sheet, "{call};{name};{mark}").unwrap();
            }
        }
        let found = agreement(&read(&sheet, &["0", "1", "2", "3", "4", "5"]), 0.95);
        let row = item(&found, "ton");
        close(row.alpha, 0.793_307_086_614_173_2);
        close(row.difference, 0.142_857_142_857_142_85);
        assert_eq!((row.kappa, row.pairs, found.calls), (None, 14, 6));
        let score = found.rows.iter().find(|row| row.measure == Measure::Score).unwrap();
        close(score.difference, 14.285_714_285_714_285);
        assert_eq!(score.agreement, None);
        let expected = [
            ("Ana", 6, 5.0, -10.915_479_487_759_573, 20.915_479_487_759_573),
            ("Bo", 5, -10.0, -29.632_431_614_775_57, 9.632_431_614_775_564),
            ("Cy", 5, 4.0, -21.747_692_679_290_765, 29.747_692_679_290_772),
        ];
        assert_eq!(found.leniency.len(), 3);
        for (row, (name, calls, mean, low, high)) in found.leniency.iter().zip(expected) {
            assert_eq!((row.evaluator.as_str(), row.calls), (name, calls));
            close(Some(row.difference), mean);
            close(row.ci_low, low);
            close(row.ci_high, high);
        }
    }

    #[test]
    fn calls_heard_once_say_nothing_of_agreement() {
        let once = agreement(&sheet(&[("Ana", ANA)]), 0.95);
        assert_eq!(once, Agreement::default());
        let spelled = agreement(&sheet(&[("Ana", ANA), ("ANA ", BO)]), 0.95);
        assert_eq!(spelled, Agreement::default(), "one person, whose last rows count");
    }
}
