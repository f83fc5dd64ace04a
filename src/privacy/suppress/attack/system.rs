//! What is unknown, what is known of it, and how far it may go.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem};

use super::study::{Place, Study};

pub(super) type Unknown = usize;

/// Unknown numbers of one answer: of each wave, and of each wave × joint values of columns tied by nests.
pub(super) struct Layout {
    /// Columns of each cluster.
    pub(super) clusters: Vec<Vec<usize>>,
    /// Joint values of each cluster that are possible.
    joint: Vec<Vec<Vec<Option<usize>>>>,
    /// Number of the first unknown of each cluster; those of the waves come first.
    first: Vec<usize>,
    pub(super) waves: usize,
}

impl Layout {
    pub(super) fn new(study: &Study) -> Self {
        let nests = study.nests();
        let mut cluster: Vec<usize> = (0..study.columns.len()).collect();
        for nest in &nests {
            let (from, to) = (cluster[nest.child.0], cluster[nest.parent.0]);
            cluster.iter_mut().filter(|c| **c == from).for_each(|c| *c = to);
        }
        let mut clusters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        cluster.iter().enumerate().for_each(|(column, c)| clusters.entry(*c).or_default().push(column));
        let clusters: Vec<Vec<usize>> = clusters.into_values().collect();
        let joint: Vec<Vec<Vec<Option<usize>>>> = clusters
            .iter()
            .map(|columns| {
                let mut joint = vec![Vec::new()];
                for column in columns {
                    let values = || std::iter::once(None).chain((0..study.columns[*column]).map(Some));
                    joint = joint
                        .iter()
                        .flat_map(|values_so_far: &Vec<Option<usize>>| {
                            values().map(|value| [values_so_far.as_slice(), &[value]].concat())
                        })
                        .collect();
                }
                let value = |values: &[Option<usize>], column: usize| {
                    columns.iter().position(|c| *c == column).and_then(|at| values[at])
                };
                joint.retain(|values| {
                    nests.iter().all(|nest| {
                        value(values, nest.child.0) != Some(nest.child.1)
                            || value(values, nest.parent.0).is_none_or(|v| v == nest.parent.1)
                    })
                });
                joint
            })
            .collect();
        let waves = study.waves + 1;
        let mut next = waves;
        let first = joint
            .iter()
            .map(|joint| {
                let first = next;
                next += waves * joint.len();
                first
            })
            .collect();
        Self { clusters, joint, first, waves }
    }

    /// Unknowns whose sum is the number of `place`, whose columns are of one cluster.
    pub(super) fn unknowns(&self, place: &Place) -> Vec<Unknown> {
        let waves = place.wave.map_or(0..self.waves, |wave| wave..wave + 1);
        let Some((column, _)) = place.at.first() else { return waves.collect() };
        let cluster = self.clusters.iter().position(|columns| columns.contains(column)).unwrap();
        self.of_cluster(cluster, waves, |values| {
            place.at.iter().all(|(column, value)| {
                let at = self.clusters[cluster].iter().position(|c| c == column).unwrap();
                values[at] == *value
            })
        })
    }

    pub(super) fn of_cluster(
        &self,
        cluster: usize,
        waves: std::ops::Range<usize>,
        keep: impl Fn(&[Option<usize>]) -> bool,
    ) -> Vec<Unknown> {
        let joint = &self.joint[cluster];
        waves
            .flat_map(|wave| (0..joint.len()).map(move |j| (wave, j)))
            .filter(|(_, j)| keep(&joint[*j]))
            .map(|(wave, j)| self.first[cluster] + wave * joint.len() + j)
            .collect()
    }
}

/// Unknowns with their factors, and what they sum to.
pub(super) type Equation = (Vec<(Unknown, f64)>, f64);

/// What is known of the numbers of one answer: some exactly, the others in parts that share no equation.
pub(super) struct System {
    known: BTreeMap<Unknown, f64>,
    parts: Vec<Vec<Equation>>,
    part: BTreeMap<Unknown, usize>,
}

impl System {
    pub(super) fn new(mut equations: Vec<Equation>) -> Self {
        let mut known = BTreeMap::new();
        loop {
            let before = known.len();
            for (terms, sum) in &mut equations {
                terms.retain(|(unknown, factor)| {
                    let value = known.get(unknown);
                    *sum -= value.map_or(0.0, |value: &f64| value * factor);
                    value.is_none()
                });
                if let [(unknown, factor)] = terms[..] {
                    known.insert(unknown, *sum / factor);
                } else if *sum == 0.0 && terms.iter().all(|(_, factor)| *factor > 0.0) {
                    known.extend(terms.iter().map(|(unknown, _)| (*unknown, 0.0)));
                }
            }
            equations.retain(|(terms, _)| terms.iter().any(|(unknown, _)| !known.contains_key(unknown)));
            if known.len() == before {
                break;
            }
        }
        let mut part: BTreeMap<Unknown, usize> = BTreeMap::new();
        for (number, (terms, _)) in equations.iter().enumerate() {
            let joined: Vec<usize> = terms.iter().filter_map(|(u, _)| part.get(u).copied()).collect();
            part.values_mut().filter(|p| joined.contains(p)).for_each(|p| *p = number);
            part.extend(terms.iter().map(|(unknown, _)| (*unknown, number)));
        }
        let mut parts: Vec<Vec<Equation>> = vec![Vec::new(); equations.len()];
        for equation in equations {
            parts[part[&equation.0[0].0]].push(equation);
        }
        Self { known, parts, part }
    }

    /// The parts of a sum, as intervals apart from each other.
    pub(super) fn intervals(&self, unknowns: &[Unknown]) -> impl Iterator<Item = (f64, f64)> {
        let mut by_part: BTreeMap<usize, Vec<Unknown>> = BTreeMap::new();
        for unknown in unknowns.iter().filter(|unknown| !self.known.contains_key(unknown)) {
            by_part.entry(self.part[unknown]).or_default().push(*unknown);
        }
        let known: f64 = unknowns.iter().filter_map(|unknown| self.known.get(unknown)).sum();
        std::iter::once((known, known)).chain(by_part.into_iter().map(|(part, unknowns)| {
            let end = |direction| self.solve(part, &unknowns, direction);
            (end(OptimizationDirection::Minimize), end(OptimizationDirection::Maximize))
        }))
    }

    fn solve(&self, part: usize, unknowns: &[Unknown], direction: OptimizationDirection) -> f64 {
        let mut problem = Problem::new(direction);
        let mut variables = BTreeMap::new();
        for (terms, sum) in &self.parts[part] {
            let mut sum_of = LinearExpr::empty();
            for (unknown, factor) in terms {
                let weight = f64::from(u8::from(unknowns.contains(unknown)));
                let variable = variables
                    .entry(*unknown)
                    .or_insert_with(|| problem.add_var(weight, (0.0, f64::INFINITY)));
                sum_of.add(*variable, *factor);
            }
            problem.add_constraint(sum_of, ComparisonOp::Eq, *sum);
        }
        let outcome = problem.solve().expect("the true counts are a solution");
        outcome.into_solution().expect("there is no limit of time").objective()
    }
}
