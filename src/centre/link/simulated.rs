//! A centre whose effects are known, for tests: what goes with satisfaction and what does not is planted.

use super::complete::Linked;
use super::join::Features;

/// Knuth's MMIX generator, its high bits.
pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// A number in 0…1.
    pub(super) fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(super) fn chance(&mut self, p: f64) -> bool {
        self.uniform() < p
    }

    /// Box and Muller.
    pub(super) fn normal(&mut self) -> f64 {
        let (u, v) = (1.0 - self.uniform(), self.uniform());
        (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
    }
}

/// Answers on 1…5 about `n` calls of `agents` agents.
///
/// Planted: 0.5 points less after a wait of more than a minute, 1 less where the call resolves nothing, 0.5 less
/// after a transfer; agents differ by 0.3. The handle time does nothing, but is longer with some agents than with
/// others, and in transferred calls, so that it goes with low scores where nothing is held.
pub(super) fn study(seed: u64, n: u64, agents: u64) -> Vec<Linked> {
    let mut draw = Draw::new(seed);
    let own: Vec<(f64, f64)> = (0..agents).map(|_| (0.3 * draw.normal(), 0.3 * draw.normal())).collect();
    let call = |row| {
        let agent = ((draw.uniform() * agents as f64) as usize).min(own.len() - 1);
        let wait = if draw.chance(0.3) { 0.0 } else { -60.0 * (1.0 - draw.uniform()).ln() };
        let transferred = draw.chance(0.15);
        let solved = draw.chance(if transferred { 0.6 } else { 0.75 });
        let length = 5.5 + own[agent].1 + if transferred { 0.4 } else { 0.0 } + 0.5 * draw.normal();
        let mut mean = 4.2 + own[agent].0;
        mean -= if wait > 60.0 { 0.5 } else { 0.0 };
        mean -= if solved { 0.0 } else { 1.0 };
        mean -= if transferred { 0.5 } else { 0.0 };
        let contact = Features {
            id: Some(row),
            moment: Some(row.cast_signed() * 60_000),
            wait: Some((wait * 1000.0) as i64),
            handle: Some((length.exp() * 1000.0) as i64),
            solved: Some(solved),
            transferred: Some(transferred),
            agent: Some(agent as u32),
            row,
            ..Features::default()
        };
        Linked { contact, answer: (mean + 0.9 * draw.normal()).round().clamp(1.0, 5.0) }
    };
    (0..n).map(call).collect()
}
