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
    // 1 / (p · C(p − 1, s)), by the size s of the set before; none comes after all.
    let mut weights: Vec<f64> = Vec::with_capacity(players + 1);
    let mut choose = 1.0;
    for s in 0..players {
        weights.push(1.0 / (players as f64 * choose));
        choose *= (players - 1 - s) as f64 / (s + 1) as f64;
    }
    weights.push(0.0);
    // A set counts for those in it by the weight of the set without them, against those outside by its own. So
    // φᵢ = Σ (weight before + weight) v(S) over the sets with i, less Σ weight v(S) over all.
    let mut against = 0.0;
    let mut counted: Vec<f64> = Vec::with_capacity(values.len());
    for (set, value) in values.iter().enumerate() {
        let size = set.count_ones() as usize;
        against += weights[size] * value;
        counted.push(if size == 0 { 0.0 } else { (weights[size - 1] + weights[size]) * value });
    }
    // The sets with the last player are the upper half; folded onto the lower, they leave one player fewer.
    let mut shares = vec![0.0; players];
    for (player, share) in shares.iter_mut().enumerate().rev() {
        let (without, with) = counted.split_at_mut(1 << player);
        *share = with.iter().sum::<f64>() - against;
        without.iter_mut().zip(&*with).for_each(|(lower, upper)| *lower += upper);
        counted.truncate(1 << player);
    }
    Some(shares)
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
        // What each adds to the sets without it, one by one.
        let values = [0.0, 0.1, 0.4, 0.45, 0.2, 0.35, 0.5, 0.9];
        let add = |set: usize| values[set | 1] - values[set];
        let first = add(0) / 3.0 + (add(2) + add(4)) / 6.0 + add(6) / 3.0;
        assert!((shapley(&values).unwrap()[0] - first).abs() < 1e-12);
        assert_eq!(shapley(&[0.0, 1.0, 2.0]), None);
        assert_eq!(shapley(&[3.0]), Some(vec![]));
    }
}
