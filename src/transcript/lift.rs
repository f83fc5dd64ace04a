//! The lift of a pair of terms, with calls as the sampling units; [`pairs`](super::pairs()) says how.

use crate::metric::law::{t_quantile, t_tails};

/// Confidence of the lower bound, one-sided.
const LEVEL: f64 = 0.95;

/// Where a term, or a pair, is found: exchanges by call, ascending.
pub(super) type Places = Vec<(u32, u32)>;

/// Counts one more exchange of a call, the same as the last one or a later one.
pub(super) fn add(places: &mut Places, call: u32) {
    match places.last_mut() {
        Some((last, n)) if *last == call => *n += 1,
        _ => places.push((call, 1)),
    }
}

/// The lift of a pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lift {
    /// Exchanges that hold it.
    pub n: u64,
    /// The lift.
    pub ratio: f64,
    /// Its lower bound, one-sided.
    pub low: f64,
    /// One-sided p-value of a lift of 1.
    pub p: f64,
}

/// Computes lifts over calls.
pub(super) struct Lifts {
    /// Exchanges by call.
    all: Places,
    /// Exchanges.
    n: f64,
    /// By call: exchanges, those with the client's term, with the agent's, with both; the last three are zero between
    /// pairs.
    held: Vec<[u32; 4]>,
    /// What leaving out a call without either term adds to ln lift: the sum and the sum of squares over all calls.
    sums: (f64, f64),
    /// By degrees of freedom.
    quantiles: Vec<Option<f64>>,
}

impl Lifts {
    /// Over calls of so many exchanges.
    pub fn new(all: Places) -> Self {
        let n: f64 = all.iter().map(|(_, n)| f64::from(*n)).sum();
        let size = all.last().map_or(0, |(call, _)| *call as usize + 1);
        let mut held = vec![[0; 4]; size];
        let mut sums = (0.0, 0.0);
        for (call, here) in &all {
            held[*call as usize][0] = *here;
            let moved = (-f64::from(*here) / n).ln_1p();
            sums = (sums.0 + moved, sums.1 + moved * moved);
        }
        Self { all, n, held, sums, quantiles: Vec::new() }
    }

    /// Calls with an exchange.
    pub fn calls(&self) -> u64 {
        self.all.len() as u64
    }

    /// The lift of the pair found at `both`, of terms found in so many exchanges at these places.
    pub fn of(&mut self, both: &Places, client: (&Places, u64), agent: (&Places, u64)) -> Lift {
        let n = both.iter().map(|(_, n)| u64::from(*n)).sum();
        let (a, b, k) = (client.1 as f64, agent.1 as f64, n as f64);
        let sides = [client.0, agent.0, both];
        for (side, places) in sides.iter().enumerate() {
            for (call, here) in *places {
                self.held[*call as usize][side + 1] = *here;
            }
        }
        let (mut sum, mut squares) = self.sums;
        for (call, _) in sides[..2].iter().copied().flatten() {
            // Taken out once read, so that a call counts once and the next pair finds zeros.
            let [all, ..] = self.held[*call as usize];
            let here = std::mem::replace(&mut self.held[*call as usize], [all, 0, 0, 0]);
            let [all, own_a, own_b, own_k] = here.map(f64::from);
            if own_a + own_b == 0.0 {
                continue;
            }
            let plain = (-all / self.n).ln_1p();
            let kept = (1.0 - own_k / k) * (1.0 - all / self.n);
            let moved = (kept / ((1.0 - own_a / a) * (1.0 - own_b / b))).ln();
            sum += moved - plain;
            squares += moved * moved - plain * plain;
        }
        let lift = k * self.n / (a * b);
        let m = self.all.len() as f64;
        let se = ((squares - sum * sum / m).max(0.0) * (m - 1.0) / m).sqrt();
        let freedom = both.len().saturating_sub(1);
        let (Some(t), true) = (self.quantile(freedom), se > 0.0) else {
            return Lift { n, ratio: lift, low: 0.0, p: 1.0 };
        };
        let z = lift.ln() / se;
        let tails = t_tails(z, freedom as f64).unwrap_or(1.0);
        let p = if z > 0.0 { tails / 2.0 } else { 1.0 - tails / 2.0 };
        Lift { n, ratio: lift, low: (lift.ln() - t * se).exp(), p }
    }

    /// One-sided quantile of Student's t.
    fn quantile(&mut self, freedom: usize) -> Option<f64> {
        if self.quantiles.len() <= freedom {
            let from = self.quantiles.len();
            self.quantiles.extend((from..=freedom).map(|df| t_quantile(2.0 * LEVEL - 1.0, df as f64)));
        }
        self.quantiles[freedom]
    }
}
