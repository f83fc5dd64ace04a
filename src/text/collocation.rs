//! How strongly words attract each other: the λ of a log-linear model and its z.
//!
//! Of all windows of as many words, some begin with the left part of a phrase, some end with its right part, some
//! do both. λ is the logarithm of the odds ratio of that table with ½ added to each cell, z is λ over its standard
//! error, √Σ 1/(n + ½). Source: D. Blaheta and M. Johnson, “Unsupervised learning of multi-word verbs”, 2001; the
//! values are those of `textstat_collocations` of R's quanteda for phrases of two words. A phrase of three or four
//! words has one table for each place where it can be cut; the weakest counts.

/// λ and z of a pair of parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Association {
    pub lambda: f64,
    pub z: f64,
}

/// The association of two parts that stand together in `both` of `windows` windows, the first of them in `left`,
/// the second in `right`.
pub(super) fn association(both: u64, left: u64, right: u64, windows: u64) -> Association {
    let cell = |n: u64| n as f64 + 0.5;
    let neither = (windows + both).saturating_sub(left + right);
    let cells = [cell(both), cell(left - both), cell(right - both), cell(neither)];
    let lambda = (cells[0] / cells[1] / cells[2] * cells[3]).ln();
    Association { lambda, z: lambda / cells.iter().map(|n| 1.0 / n).sum::<f64>().sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// “a b c a b d e b d a b”, ten windows of two words: quanteda.textstats.
    #[test]
    fn pairs_have_the_values_of_quanteda() {
        for (both, left, right, lambda, z) in
            [(3, 3, 4, 3.412_247_2, 1.936_082_6), (2, 3, 2, 3.218_875_8, 1.799_406_3)]
        {
            let found = association(both, left, right, 10);
            assert!((found.lambda - lambda).abs() < 1e-7 && (found.z - z).abs() < 1e-7, "{found:?}");
        }
    }

    #[test]
    fn words_that_meet_as_often_as_chance_has_it_do_not_attract() {
        assert!(association(10, 100, 100, 1000).z.abs() < 0.5);
        assert!(association(1, 100, 100, 1000).z < -2.0);
    }
}
