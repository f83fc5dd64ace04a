//! Interactions that a person evaluated: active listening, and how far evaluators agree.

use super::measure::Measure;
use super::names::Names;
use super::place::{Moment, Place, Sink};
use super::registry::Ranks;
use crate::metric::agreement::{Confusion, Kappa, Weighting};

/// A row of the evaluations.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Evaluation {
    /// As the spreadsheet numbers it.
    pub row: u64,
    /// Which interaction, as a hash; none where each row is one of its own.
    pub interaction: Option<u64>,
    /// Who evaluated it.
    pub evaluator: Option<u32>,
    /// Whether the agent listened actively.
    pub listening: Option<bool>,
    /// Mark of the grid.
    pub score: Option<f64>,
    /// When, and the names.
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Kept {
    interaction: Option<u64>,
    moment: Option<Moment>,
    row: u64,
    evaluator: Option<u32>,
    listening: Option<bool>,
    score: Option<f64>,
    names: Names,
}

/// Evaluations, held until those of one interaction can be put together; merges.
#[derive(Debug, Clone, Default)]
pub struct Evaluations(Vec<Kept>);

/// How far two evaluators of one interaction agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EvaluatorAgreement {
    /// Interactions whose active listening two evaluators judged.
    pub n: u64,
    /// Of these, those on which they agree.
    pub agreed: u64,
    /// Cohen's κ of the first evaluation and the second; none where both say one same thing of all.
    pub kappa: Option<Kappa>,
    /// Interactions that two evaluators marked.
    pub marked: u64,
    /// Mean difference of their marks, in points of the grid, without its sign; none without marks.
    pub mark_difference: Option<f64>,
}

impl Evaluations {
    /// Adds an evaluation.
    pub fn add(&mut self, evaluation: &Evaluation) {
        let Evaluation { row, interaction, evaluator, listening, score, place } = *evaluation;
        let names = Names::from(&place);
        self.0.push(Kept { interaction, moment: place.moment, row, evaluator, listening, score, names });
    }

    /// Takes the sorted numbers of the names.
    pub(super) fn renumber(&mut self, ranks: &Ranks) {
        self.0.iter_mut().for_each(|evaluation| evaluation.names = evaluation.names.sorted(ranks));
    }

    /// Adds those of another part.
    pub fn merge(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Sends each interaction once, at the place of its first evaluation (by moment, then by row).
    ///
    /// It counts where somebody judged active listening. Of several judgements the majority holds; of as many for as
    /// against, the first one, the others being the control of its evaluator.
    pub fn send(&mut self, sink: &mut Sink) {
        for evaluations in self.interactions() {
            let judged = || evaluations.iter().filter_map(|evaluation| evaluation.listening);
            let Some(first) = judged().next() else { continue };
            let balance: i64 = judged().map(|yes| if yes { 1 } else { -1 }).sum();
            let listening = if balance == 0 { first } else { balance > 0 };
            let place = evaluations[0].names.at(evaluations[0].moment);
            sink(&place, &[(Measure::Evaluated, 1), (Measure::Listening, i64::from(listening))]);
        }
    }

    /// Agreement of the first two evaluators of each interaction, κ with its interval at confidence `level`; none
    /// where no interaction has two.
    pub fn agreement(&mut self, level: f64) -> Option<EvaluatorAgreement> {
        let mut table = Confusion::new(2);
        let (mut n, mut agreed, mut marked, mut apart) = (0, 0, 0, 0.0);
        for evaluations in self.interactions() {
            if let Some((a, b)) = first_two(evaluations, |evaluation| evaluation.listening) {
                n += 1;
                agreed += u64::from(a == b);
                table.add(usize::from(a), usize::from(b), 1);
            }
            if let Some((a, b)) = first_two(evaluations, |evaluation| evaluation.score) {
                marked += 1;
                apart += (a - b).abs();
            }
        }
        (n > 0 || marked > 0).then(|| EvaluatorAgreement {
            n,
            agreed,
            kappa: table.kappa(Weighting::None, level),
            marked,
            mark_difference: (marked > 0).then(|| apart / marked as f64),
        })
    }

    /// Evaluations in order, by interaction.
    fn interactions(&mut self) -> impl Iterator<Item = &[Kept]> {
        let key = |e: &Kept| (e.interaction, e.moment, e.row, e.evaluator, e.listening, e.names);
        self.0.sort_unstable_by(|a, b| {
            let marks = || a.score.unwrap_or(f64::NAN).total_cmp(&b.score.unwrap_or(f64::NAN));
            key(a).cmp(&key(b)).then_with(marks)
        });
        self.0.chunk_by(|a, b| a.interaction.is_some() && a.interaction == b.interaction)
    }
}

/// What the first two evaluators of an interaction say, each the first time.
fn first_two<T: Copy>(evaluations: &[Kept], said: impl Fn(&Kept) -> Option<T>) -> Option<(T, T)> {
    let mut known = evaluations.iter().filter_map(|e| Some((e.evaluator?, said(e)?)));
    let (first, a) = known.next()?;
    let (_, b) = known.find(|&(evaluator, _)| evaluator != first)?;
    Some((a, b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::centre::collect::Collected;

    fn evaluation(row: u64, interaction: Option<u64>, evaluator: u32, listening: Option<bool>) -> Evaluation {
        Evaluation { row, interaction, evaluator: Some(evaluator), listening, ..Evaluation::default() }
    }

    fn of(rows: &[Evaluation]) -> Evaluations {
        let mut evaluations = Evaluations::default();
        for row in rows {
            evaluations.add(row);
        }
        evaluations
    }

    fn counted(evaluations: &mut Evaluations) -> [i64; 2] {
        Collected::of(|sink, _| evaluations.send(sink)).get([Measure::Evaluated, Measure::Listening])
    }

    #[test]
    fn an_interaction_counts_once_by_majority_then_by_the_first() {
        let says = |judgements: &[Option<bool>]| {
            let rows: Vec<Evaluation> =
                (2..).zip(judgements).map(|(row, &yes)| evaluation(row, Some(7), row as u32, yes)).collect();
            counted(&mut of(&rows))
        };
        assert_eq!(says(&[Some(true)]), [1, 1]);
        assert_eq!(says(&[Some(true), Some(false)]), [1, 1]);
        assert_eq!(says(&[Some(false), Some(true)]), [1, 0]);
        assert_eq!(says(&[None, Some(true), Some(false)]), [1, 1]);
        assert_eq!(says(&[Some(true), Some(false), Some(false)]), [1, 0]);
        assert_eq!(says(&[None]), [0, 0]);
        let apart = [evaluation(2, None, 1, Some(true)), evaluation(3, None, 1, Some(false))];
        assert_eq!(counted(&mut of(&apart)), [2, 1]);
    }

    #[test]
    fn the_earlier_evaluation_is_the_first_whatever_its_row() {
        let at = |row, moment, yes| Evaluation {
            place: Place { moment: Some(moment), ..Place::default() },
            ..evaluation(row, Some(1), row as u32, Some(yes))
        };
        assert_eq!(counted(&mut of(&[at(2, 50, true), at(9, 40, false)])), [1, 0]);
    }

    /// Cohen's κ of 20 yes, 15 no, 5 and 10 of which they disagree: (0.7 − 0.5) ÷ (1 − 0.5).
    #[test]
    fn agreement_is_that_of_two_evaluators() {
        let mut rows = Vec::new();
        for (first, second, times) in
            [(true, true, 20), (true, false, 5), (false, true, 10), (false, false, 15)]
        {
            for _ in 0..times {
                let at = rows.len() as u64;
                let marked = |row, who, yes, score| Evaluation {
                    score: Some(score),
                    ..evaluation(row, Some(at), who, Some(yes))
                };
                rows.push(marked(2 * at, 1, first, 80.0));
                rows.push(marked(2 * at + 1, 2, second, 77.5));
            }
        }
        rows.push(evaluation(900, Some(900), 1, Some(true)));
        rows.push(evaluation(901, Some(900), 1, Some(false)));
        let found = of(&rows).agreement(0.95).unwrap();
        assert_eq!((found.n, found.agreed, found.marked, found.mark_difference), (50, 35, 50, Some(2.5)));
        assert!((found.kappa.unwrap().value - 0.4).abs() < 1e-12);
        assert_eq!(of(&rows[100..]).agreement(0.95), None);
    }

    proptest! {
        #[test]
        fn parts_merge_into_the_whole(
            rows in prop::collection::vec(
                (prop::option::of(0u64..6), 0u32..3, prop::option::of(any::<bool>()), prop::option::of(0u8..20)), 0..40),
            cut in 0usize..40,
        ) {
            let rows: Vec<Evaluation> = (2u64..)
                .zip(&rows)
                .map(|(row, &(interaction, evaluator, listening, score))| Evaluation {
                    score: score.map(f64::from),
                    ..evaluation(row, interaction, evaluator, listening)
                })
                .collect();
            let cut = cut.min(rows.len());
            let (mut whole, mut merged) = (of(&rows), of(&rows[cut..]));
            merged.merge(of(&rows[..cut]));
            merged.merge(Evaluations::default());
            let [evaluated, listening] = counted(&mut whole);
            prop_assert!(listening <= evaluated);
            prop_assert!(evaluated <= i64::try_from(rows.len()).unwrap());
            prop_assert_eq!(counted(&mut merged), [evaluated, listening]);
            prop_assert_eq!(merged.agreement(0.95), whole.agreement(0.95));
        }
    }
}
