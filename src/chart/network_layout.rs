//! Where the nodes of a network stand: drawn together by their links, then moved apart until no box touches another.

use super::place::{Area, apart, around};

/// Steps of the forces.
const STEPS: usize = 300;
/// Passes that move boxes apart, before the page is made higher.
const PASSES: usize = 120;
/// How often the page is made higher, at most.
const STRETCHES: usize = 60;

/// A link between two nodes, by number, and how strongly it draws them together, above 0.
pub type Pull = (usize, usize, f64);

/// Centres of boxes of these sizes on a page so wide, left and top at 0: no two boxes are nearer than `gap`.
///
/// Forces of Fruchterman and Reingold (“Graph drawing by force-directed placement”, *Software: Practice and
/// Experience* 21 (1991), 1129–1164), from a circle on which the nodes stand in the order given, a fixed number of
/// steps: the same input gives the same picture. Where boxes still overlap they are pushed apart, and the page grows
/// downwards until they have room. A box wider than the page is as wide as it.
pub fn layout(sizes: &[(f64, f64)], pulls: &[Pull], wide: f64, gap: f64) -> Vec<(f64, f64)> {
    let count = sizes.len();
    let room: f64 = sizes.iter().map(|(w, h)| (w + gap) * (h + gap)).sum();
    let high = (2.3 * room / wide).clamp(180.0, 2000.0);
    let mut at = circle(count, wide, high);
    forces(&mut at, sizes, pulls, (wide, high));
    for _ in 0..STRETCHES {
        if (0..PASSES).any(|_| !push_apart(&mut at, sizes, wide, gap)) {
            break;
        }
        // Any two nodes that differ in height are apart on a page high enough.
        at.iter_mut().enumerate().for_each(|(i, (_, y))| *y = *y * 1.15 + i as f64 * 0.5);
    }
    let top = at.iter().zip(sizes).map(|((_, y), (_, h))| y - h / 2.0).fold(f64::INFINITY, f64::min);
    at.into_iter().map(|(x, y)| (x, y - top)).collect()
}

/// The nodes on an ellipse, clockwise from the top.
fn circle(count: usize, wide: f64, high: f64) -> Vec<(f64, f64)> {
    let turn = std::f64::consts::TAU / count.max(1) as f64;
    (0..count)
        .map(|i| {
            let (sin, cos) = (turn * i as f64).sin_cos();
            (wide / 2.0 + wide * 0.38 * sin, high / 2.0 - high * 0.38 * cos)
        })
        .collect()
}

fn forces(at: &mut [(f64, f64)], sizes: &[(f64, f64)], pulls: &[Pull], (wide, high): (f64, f64)) {
    let count = at.len();
    let ideal = 0.62 * (wide * high / count.max(1) as f64).sqrt();
    for step in 0..STEPS {
        let mut moves = vec![(0.0, 0.0); count];
        for i in 0..count {
            for j in i + 1..count {
                let (dx, dy, distance) = between(at[i], at[j]);
                let force = ideal * ideal / distance;
                let (x, y) = (dx / distance * force, dy / distance * force);
                moves[i] = (moves[i].0 - x, moves[i].1 - y);
                moves[j] = (moves[j].0 + x, moves[j].1 + y);
            }
            // A draw to the middle holds together what no link does, less so across: a page is wide.
            moves[i].0 += (wide / 2.0 - at[i].0) * 0.9;
            moves[i].1 += (high / 2.0 - at[i].1) * 1.6;
        }
        for &(a, b, strength) in pulls {
            let (dx, dy, distance) = between(at[a], at[b]);
            let force = strength * distance / ideal;
            moves[a] = (moves[a].0 + dx * force, moves[a].1 + dy * force);
            moves[b] = (moves[b].0 - dx * force, moves[b].1 - dy * force);
        }
        let heat = wide / 8.0 * (1.0 - step as f64 / STEPS as f64);
        for (i, (dx, dy)) in moves.into_iter().enumerate() {
            let length = dx.hypot(dy).max(1e-9);
            let scale = length.min(heat) / length;
            at[i].0 = within(at[i].0 + dx * scale, sizes[i].0, wide);
            at[i].1 = within(at[i].1 + dy * scale, sizes[i].1, high);
        }
    }
}

/// From one point to another, and how far; two points in one place are told apart.
fn between(a: (f64, f64), b: (f64, f64)) -> (f64, f64, f64) {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let distance = dx.hypot(dy);
    if distance < 1e-6 { (1e-3, 1e-3, 1e-3 * std::f64::consts::SQRT_2) } else { (dx, dy, distance) }
}

/// A centre whose box stays between 0 and `end`, in the middle where it is larger.
fn within(middle: f64, size: f64, end: f64) -> f64 {
    let half = size.min(end) / 2.0;
    middle.clamp(half, end - half)
}

/// Moves each two boxes that are too near by half of what they lack, the way that takes least; whether any were.
fn push_apart(at: &mut [(f64, f64)], sizes: &[(f64, f64)], wide: f64, gap: f64) -> bool {
    let mut moved = false;
    for i in 0..at.len() {
        for j in i + 1..at.len() {
            let (a, b): (Area, Area) = (around(at[i], sizes[i]), around(at[j], sizes[j]));
            if apart(a, b, gap) {
                continue;
            }
            moved = true;
            let lack = |axis: usize| a[axis + 2].min(b[axis + 2]) - a[axis].max(b[axis]) + gap + 0.5;
            let (x, y) = (lack(0), lack(1));
            if x < y {
                let way = if at[i].0 <= at[j].0 { 1.0 } else { -1.0 };
                at[i].0 = within(at[i].0 - way * x / 2.0, sizes[i].0, wide);
                at[j].0 = within(at[j].0 + way * x / 2.0, sizes[j].0, wide);
            } else {
                let way = if at[i].1 <= at[j].1 { 1.0 } else { -1.0 };
                at[i].1 -= way * y / 2.0;
                at[j].1 += way * y / 2.0;
            }
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clear(at: &[(f64, f64)], sizes: &[(f64, f64)], wide: f64) {
        for i in 0..at.len() {
            let a = around(at[i], sizes[i]);
            assert!(a[0] >= -1e-6 && a[2] <= wide + 1e-6 && a[1] >= -1e-6, "{a:?}");
            for j in 0..i {
                assert!(apart(a, around(at[j], sizes[j]), 5.999), "{i} and {j}: {at:?}");
            }
        }
    }

    #[test]
    fn linked_nodes_are_nearer() {
        let sizes = [(80.0, 50.0); 6];
        let at = layout(&sizes, &[(0, 3, 2.0)], 800.0, 6.0);
        clear(&at, &sizes, 800.0);
        let far = |i: usize, j: usize| between(at[i], at[j]).2;
        let others = (0..6).flat_map(|i| (0..i).map(move |j| (i, j))).filter(|pair| *pair != (3, 0));
        let mean = others.map(|(i, j)| far(i, j)).sum::<f64>() / 14.0;
        assert!(far(0, 3) < 0.7 * mean, "{} {mean}", far(0, 3));
        assert_eq!(at, layout(&sizes, &[(0, 3, 2.0)], 800.0, 6.0));
    }

    #[test]
    fn one_node_or_none() {
        assert!(layout(&[], &[], 800.0, 6.0).is_empty());
        let at = layout(&[(90.0, 40.0)], &[], 800.0, 6.0);
        assert!((at[0].1 - 20.0).abs() < 1e-9);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_two_boxes_touch(
            sizes in proptest::collection::vec((20.0..180.0f64, 24.0..90.0f64), 3..41),
            links in proptest::collection::vec((0..40usize, 0..40usize, 0.1..4.0f64), 0..80),
        ) {
            let count = sizes.len();
            let pulls: Vec<Pull> =
                links.into_iter().filter(|(a, b, _)| a != b && *a < count && *b < count).collect();
            clear(&layout(&sizes, &pulls, 804.0, 6.0), &sizes, 804.0);
        }
    }
}
