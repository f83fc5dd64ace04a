//! Shapley's fair division of what a group of players achieves.

/// What each of p players adds to those who came before, over all orders in which they may come. `values[s]` is what
/// the set s achieves (bit i: player i is in it); the shares sum to the value of all less that of none.
///
/// φᵢ = Σ |S|! (p − |S| − 1)! / p! · (v(S ∪ i) − v(S)), over the sets S without i. Shapley, “A
/// value for n-person games”, *Contributions to the Theory of Games* 2 (1953), 307–317. None unless the number of values is a power of two.
#[must_use]
pub fn shapley(values: &[f64]) -> Option<Vec<f64>> {
    if !values.len().is_power_of_two() {
        return None;
    }
    let players = values.len().trailing_zeros() as usize;
    // 1 / (p · C(p − 1, s)), by the size s of the set before.
    let mut weights: Vec<f64> = Vec::with_capacity(players);
    let mut choose = 1.0;
    for s in 0..players {
        weights.push(1.0 / (players as f64 * choose));
        choose *= (players - 1 - s) as f64 / (s + 1) as f64;
    }
    let share = |i: usize| {
        let bit = 1 << i;
        let without = (0..values.len()).filter(|set| set & bit == 0);
        without.map(|set| weights[set.count_ones() as usize] * (values[set | bit] - values[set])).sum()
    };
    Some((0..players).map(share).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The glove game: one right glove, two left ones; a pair is worth 1. Shapley: 2⁄3, 1⁄6, 1⁄6.
    #[test]
    fn the_glove_game() {
        let pair = |set: usize| f64::from(u8::from(set & 1 == 1 && set > 1));
        let shares = shapley(&(0..8).map(pair).collect::<Vec<_>>()).unwrap();
        for (share, expected) in shares.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((share - expected).abs() < 1e-12);
        }
        assert_eq!(shapley(&[0.0, 1.0, 2.0]), None);
        assert_eq!(shapley(&[3.0]), Some(vec![]));
    }
}
