//! Verbatims that may illustrate a keyword: a few a group of answers, chosen without regard to order.

/// A verbatim by its place, ranked by how well it would read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// Lower is better: first how far the text is from a good length, then a hash of the text, so that the
    /// choice is arbitrary and yet always the same.
    pub rank: u64,
    /// File, by its place on the command line.
    pub file: u32,
    /// Row as the spreadsheet numbers it.
    pub row: u32,
}

impl Candidate {
    /// The candidate that a verbatim makes.
    #[must_use]
    pub fn new(text: &str, hash: u64, file: usize, row: u32) -> Self {
        let distance: u64 = match text.len() {
            60..=240 => 0,
            35..=400 => 1,
            20..=800 => 2,
            _ => 3,
        };
        Self { rank: distance << 62 | hash >> 2, file: file as u32, row }
    }
}

/// The best candidates, texts distinct, at most [`Candidates::KEPT`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidates(Vec<Candidate>);

impl Candidates {
    /// How many are kept.
    pub const KEPT: usize = 3;

    /// Best first.
    #[must_use]
    pub fn best(&self) -> &[Candidate] {
        &self.0
    }

    /// Considers one more. The same text twice is one candidate, at its first place.
    #[inline]
    pub fn offer(&mut self, candidate: Candidate) {
        if self.0.len() == Self::KEPT && self.0.last().is_some_and(|worst| *worst <= candidate) {
            return;
        }
        if let Some(same) = self.0.iter_mut().find(|c| c.rank == candidate.rank) {
            *same = candidate.min(*same);
        } else {
            let at = self.0.partition_point(|c| *c < candidate);
            self.0.insert(at, candidate);
            self.0.truncate(Self::KEPT);
        }
    }

    /// Considers those of another part.
    pub fn merge(&mut self, other: &Self) {
        other.0.iter().for_each(|c| self.offer(*c));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn order_does_not_matter(ranks in prop::collection::vec((0u64..6, 0u32..4), 0..20), cut in 0usize..20) {
            let all: Vec<Candidate> = ranks.iter().map(|(rank, row)| Candidate { rank: *rank, file: 0, row: *row }).collect();
            let of = |candidates: &[Candidate]| {
                let mut kept = Candidates::default();
                for candidate in candidates {
                    kept.offer(*candidate);
                }
                kept
            };
            let whole = of(&all);
            let (a, b) = all.split_at(cut.min(all.len()));
            let mut merged = of(b);
            merged.merge(&of(a));
            prop_assert_eq!(&merged, &whole);
            prop_assert!(whole.0.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
