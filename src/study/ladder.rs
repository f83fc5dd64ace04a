//! The steps of a scale, from the places of those that were answered.

use std::collections::{BTreeMap, BTreeSet};

use super::wording::{MODERATE, PLAIN};

/// Under this many answers a step that nobody chose is no surprise.
pub(super) const ENOUGH: u64 = 30;

/// A scale: its steps and where the answered ones stand.
#[derive(Debug, PartialEq)]
pub(super) struct Ladder {
    pub(super) points: u8,
    /// Position in words to step, from 1.
    pub(super) steps: BTreeMap<i8, u8>,
    /// Whether the answers show every step.
    pub(super) whole: bool,
}

/// Numbers the answered `positions` of a scale that has two sides, each the image of the other, or one
/// side only (`jamais` … `toujours`), in which case the `known` ladders say what may be missing.
pub(super) fn ladder(
    positions: &BTreeSet<i8>,
    known: &[&[i8]],
    two_sided: bool,
    answers: u64,
) -> Option<Ladder> {
    let seen: Vec<i8> = positions.iter().copied().collect();
    let exact = known.iter().any(|steps| steps.len() == seen.len() && fit(&seen, steps, near).is_some());
    let fits: Vec<(usize, Vec<usize>)> = known
        .iter()
        // Three steps known of three are a scale; two of three are more likely two of four.
        .filter(|steps| steps.len() > seen.len().max(3))
        .filter_map(|steps| Some((steps.len(), fit(&seen, steps, near)?)))
        .collect();
    let larger = fits.iter().min_by_key(|(length, _)| *length);
    // A larger ladder with no more than a middle besides is no reason to doubt.
    let middle_only = |(length, places): &(usize, Vec<usize>)| {
        *length == seen.len() + 1 && length % 2 == 1 && !places.contains(&(length / 2))
    };
    let low = seen.iter().filter(|p| **p < 0).count();
    let high = seen.iter().filter(|p| **p > 0).count();
    let plain = seen.iter().all(|p| *p == 0 || p.abs() == PLAIN);
    // On one side, `peu` and `assez` are images of each other, as `pas du tout` and `très` are.
    let images = || seen.iter().zip(seen.iter().rev()).all(|(a, b)| (a + b).abs() <= 2);
    let image = two_sided || (exact && !seen.contains(&MODERATE) && images());
    let balanced = image && low == high && (low >= 2 || plain);
    let found = if exact || balanced {
        let odd = seen.len() >= 5 && seen.len() % 2 == 1;
        // The worst answer in strong words and the best in plain ones: the strong best may be missing.
        let lame = matches!(seen[..], [worst, _, _, best] if best <= PLAIN && worst < -PLAIN);
        let known_whole = balanced || seen.len() == 5 || fits.iter().all(middle_only);
        let whole = (answers >= ENOUGH || odd) && !lame && known_whole;
        Ladder { whole, ..numbered(&seen, seen.len(), &(0..seen.len()).collect::<Vec<_>>()) }
    } else if two_sided {
        let sides = two_sides(&seen, answers);
        match larger {
            Some((length, places)) if *length < usize::from(sides.points) => numbered(&seen, *length, places),
            _ => sides,
        }
    } else if let Some((length, places)) = larger {
        numbered(&seen, *length, places)
    } else {
        numbered(&seen, seen.len(), &(0..seen.len()).collect::<Vec<_>>())
    };
    (2..=11).contains(&found.points).then_some(found)
}

fn numbered(seen: &[i8], points: usize, places: &[usize]) -> Ladder {
    let steps = seen.iter().zip(places).map(|(position, place)| (*position, *place as u8 + 1)).collect();
    Ladder { points: points as u8, steps, whole: false }
}

/// Completes each side after the other.
fn two_sides(seen: &[i8], answers: u64) -> Ladder {
    let high: Vec<i8> = seen.iter().copied().filter(|p| *p > 0).collect();
    let low: Vec<i8> = seen.iter().rev().filter(|p| **p < 0).map(|p| -p).collect();
    let middle = usize::from(seen.contains(&0));
    let mut side = high.len().max(low.len());
    if side == 1 {
        let strong = |side: &[i8]| side.iter().any(|p| *p > PLAIN + 1);
        let plain = high.iter().chain(&low).all(|p| *p == PLAIN);
        // `très satisfait` alone implies `satisfait`; many answers and nothing else, a scale of extremes.
        let alike = high.len() == low.len() && strong(&high) == strong(&low) && answers >= ENOUGH;
        side = if plain || alike { 1 } else { 2 };
    }
    let usual = [4, 8];
    let model: &[i8] = if high.len() == side {
        &high
    } else if low.len() == side {
        &low
    } else {
        &usual
    };
    let (above, below) = (fit(&high, model, |_, _| true), fit(&low, model, |_, _| true));
    let places: Vec<usize> = below
        .unwrap_or_default()
        .into_iter()
        .rev()
        .map(|i| side - 1 - i)
        .chain((middle == 1).then_some(side))
        .chain(above.unwrap_or_default().into_iter().map(|i| side + middle + i))
        .collect();
    numbered(seen, 2 * side + middle, &places)
}

/// Whether two positions are ways of saying the same step: `assez` and no word of degree, `très` and `tout à fait`,
/// but not `moyennement` and `assez`.
fn near(a: i8, b: i8) -> bool {
    a == b || (a.abs_diff(b) == 1 && (a.min(b) >= 4 || a.max(b) <= -3))
}

/// Which steps the seen positions are, in order, at the least distance in all; each on a step that it `may` be.
fn fit(seen: &[i8], steps: &[i8], may: fn(i8, i8) -> bool) -> Option<Vec<usize>> {
    // Best way to put the first positions on the first steps, one row a number of positions.
    let mut best: Vec<Option<(u32, Vec<usize>)>> = vec![Some((0, Vec::new())); steps.len() + 1];
    for (done, position) in seen.iter().enumerate() {
        let mut next: Vec<Option<(u32, Vec<usize>)>> = vec![None; steps.len() + 1];
        for (at, step) in steps.iter().enumerate().skip(done) {
            let here = best[at].as_ref().filter(|_| may(*position, *step)).map(|(cost, places)| {
                let mut places = places.clone();
                places.push(at);
                (cost + u32::from(position.abs_diff(*step)), places)
            });
            next[at + 1] = match (next[at].clone(), here) {
                (Some(a), Some(b)) => Some(if b.0 < a.0 { b } else { a }),
                (a, b) => a.or(b),
            };
        }
        best = next;
    }
    best.pop().flatten().map(|(_, places)| places)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(positions: &[i8], known: &[Vec<i8>], two_sided: bool, answers: u64) -> (Vec<u8>, u8, bool) {
        let known: Vec<&[i8]> = known.iter().map(Vec::as_slice).collect();
        let found = ladder(&positions.iter().copied().collect(), &known, two_sided, answers).unwrap();
        (found.steps.values().copied().collect(), found.points, found.whole)
    }

    #[test]
    fn a_step_that_nobody_chose_keeps_its_place() {
        assert_eq!(values(&[-8, -5, 5, 8], &[], true, 100), (vec![1, 2, 3, 4], 4, true));
        assert_eq!(values(&[-8, -5, 5, 8], &[], true, 29), (vec![1, 2, 3, 4], 4, false));
        assert_eq!(values(&[-5, 5, 8], &[], true, 100), (vec![2, 3, 4], 4, false));
        assert_eq!(values(&[-9, 4, 5, 9], &[], true, 100), (vec![1, 4, 5, 6], 6, false));
        assert_eq!(values(&[0, 8], &[], true, 100), (vec![3, 5], 5, false));
        assert_eq!(values(&[-5, 0, 5], &[], true, 100), (vec![1, 2, 3], 3, true));
        assert_eq!(values(&[-8, 5], &[], true, 100), (vec![1, 3], 4, false));
        let four = vec![vec![-9, -3, 4, 8]];
        assert_eq!(values(&[-3, 5, 9], &four, false, 100), (vec![2, 3, 4], 4, false));
        let three = vec![vec![-9, 3, 8], vec![-9, -3, 4, 8]];
        assert_eq!(values(&[-9, 4, 8], &three, false, 100), (vec![1, 3, 4], 4, false));
        assert_eq!(values(&[1, 8], &four, false, 100), (vec![1, 2], 2, false));
    }

    proptest! {
        #[test]
        fn steps_keep_the_order_and_stay_on_the_scale(
            positions in prop::collection::btree_set(-9i8..=9, 1..12),
            known in prop::collection::vec(prop::collection::btree_set(-9i8..=9, 1..9), 0..4),
            two_sided: bool,
            answers in 0u64..100,
        ) {
            let known: Vec<Vec<i8>> = known.into_iter().map(|s| s.into_iter().collect()).collect();
            let known: Vec<&[i8]> = known.iter().map(Vec::as_slice).collect();
            if let Some(found) = ladder(&positions, &known, two_sided, answers) {
                let steps: Vec<u8> = found.steps.values().copied().collect();
                prop_assert_eq!(steps.len(), positions.len());
                prop_assert!(steps.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(steps.iter().all(|s| (1..=found.points).contains(s)));
            }
        }
    }
}
