//! Which columns of a cross-table have a higher share than which others: the letters of market research.

use super::law::normal_tails;

/// A column with fewer answers, counted or effective, is not compared.
const COMPARED: f64 = 30.0;
/// The rarer of an answer and its contrary must be expected this often in each column.
const EXPECTED: f64 = 5.0;

/// A share and the base that it is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ColumnShare {
    /// The share, 0…1.
    pub share: f64,
    /// Answers.
    pub n: f64,
    /// Answers of a simple random sample as sure.
    pub n_eff: f64,
}

/// z of the difference of two shares, pooled: (p − q) / √(s (1 − s) (1/n + 1/m)), s = (n p + m q) / (n + m), on
/// the effective bases n and m. None where nobody or everybody gave the answer, or a base is empty.
#[must_use]
pub fn pooled_z(a: ColumnShare, b: ColumnShare) -> Option<f64> {
    corrected_z(a, b, 0.0)
}

/// [`pooled_z`] of a difference lessened by `correction` times the half steps of the two shares.
fn corrected_z(a: ColumnShare, b: ColumnShare, correction: f64) -> Option<f64> {
    let steps = 1.0 / a.n_eff + 1.0 / b.n_eff;
    let (gap, pooled) = (a.share - b.share, pooled(a, b));
    let lessened = (gap.abs() - correction * steps / 2.0).max(0.0);
    let z = lessened.copysign(gap) / (pooled * (1.0 - pooled) * steps).sqrt();
    z.is_finite().then_some(z)
}

fn pooled(a: ColumnShare, b: ColumnShare) -> f64 {
    (a.n_eff * a.share + b.n_eff * b.share) / (a.n_eff + b.n_eff)
}

/// For each column, those over which its share is significantly higher: two-sided [`pooled_z`] with p under
/// `alpha`, not corrected for the number of pairs. None for a column that is not compared: under 30 answers,
/// counted or effective, or alone. Where fewer than 5 of the rarer of the answer and its contrary are expected on a
/// side, the difference is lessened by Yates' correction, (1/n + 1/m) / 2: the normal law is too bold there.
#[must_use]
pub fn higher_than(columns: &[Option<ColumnShare>], alpha: f64) -> Vec<Option<Vec<usize>>> {
    let compared = |c: &Option<ColumnShare>| c.filter(|c| c.n.min(c.n_eff) >= COMPARED);
    let columns: Vec<Option<ColumnShare>> = columns.iter().map(compared).collect();
    if columns.iter().flatten().count() < 2 {
        return vec![None; columns.len()];
    }
    let higher = |a: ColumnShare, b: ColumnShare| {
        let pooled = pooled(a, b);
        let rarer = pooled.min(1.0 - pooled) * a.n_eff.min(b.n_eff);
        let correction = if rarer < EXPECTED { 1.0 } else { 0.0 };
        corrected_z(a, b, correction).is_some_and(|z| z > 0.0 && normal_tails(z) < alpha)
    };
    let over = |a: ColumnShare| {
        columns.iter().enumerate().filter(|(_, b)| b.is_some_and(|b| higher(a, b))).map(|(i, _)| i).collect()
    };
    columns.iter().map(|a| a.map(over)).collect()
}

/// A, B… Z, AA, AB…: what a column is called.
#[must_use]
pub fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letter(column / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(x: f64, n: f64) -> ColumnShare {
        ColumnShare { share: x / n, n, n_eff: n }
    }

    /// `golden_panel.json`, `crosstab`: R 4.2.2, `prop.test(correct = FALSE)` with its sign.
    #[test]
    fn agrees_with_r() {
        let ages = [plain(94.0, 127.0), plain(93.0, 128.0), plain(47.0, 64.0)];
        for (a, b, z, p) in [
            (0, 1, 0.245_459_733_849_2, 0.806_100_482_335_3),
            (0, 2, 0.085_808_070_333_64, 0.931_618_990_945_6),
            (1, 2, -0.114_833_850_352_6, 0.908_576_817_824_8),
        ] {
            let found = pooled_z(ages[a], ages[b]).unwrap();
            assert!((found - z).abs() < 1e-9, "{found} {z}");
            assert!((normal_tails(found) - p).abs() < 1e-9);
        }
        assert_eq!(pooled_z(plain(0.0, 5.0), plain(0.0, 9.0)), None);
    }

    #[test]
    fn letters_name_the_columns_below() {
        let columns = [Some(plain(60.0, 100.0)), Some(plain(40.0, 100.0)), None, Some(plain(1.0, 29.0))];
        assert_eq!(higher_than(&columns, 0.05), [Some(vec![1]), Some(vec![]), None, None]);
        // 60 against 50 of 100: p = 0.155.
        let close = [Some(plain(60.0, 100.0)), Some(plain(50.0, 100.0))];
        assert_eq!(higher_than(&close, 0.05), [Some(vec![]), Some(vec![])]);
        // The same shares on an effective base of 20 are no longer compared; rare answers neither.
        let heavy = [Some(ColumnShare { n_eff: 20.0, ..plain(60.0, 100.0) }), columns[1]];
        assert_eq!(higher_than(&heavy, 0.05), [None, None]);
        // R, prop.test with its correction: 4 and 0 of 30, p = 0.1205; without, p = 0.0384. 6 and 0: p = 0.0314.
        let rare = |x| [Some(plain(x, 30.0)), Some(plain(0.0, 30.0))];
        assert_eq!(higher_than(&rare(4.0), 0.12), [Some(vec![]), Some(vec![])]);
        assert_eq!(higher_than(&rare(4.0), 0.122), [Some(vec![1]), Some(vec![])]);
        assert_eq!(higher_than(&rare(6.0), 0.05), [Some(vec![1]), Some(vec![])]);
        assert_eq!([0, 25, 26, 27, 52].map(letter), ["A", "Z", "AA", "AB", "BA"]);
    }
}
