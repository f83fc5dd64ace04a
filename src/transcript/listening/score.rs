//! What is read of one call: marks, points, the script.

use std::ops::Range;

use super::grid::{Grid, Item, Sign};

/// Where an item, or a step, was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Number of the item in [`Grid::items`], of the step in [`Grid::steps`].
    pub item: usize,
    /// Number of the turn in [`Call::turns`](crate::transcript::Call::turns).
    pub turn: usize,
    /// Bytes of the turn's text; an interruption's are the first word that cuts short.
    pub span: Range<usize>,
    /// When, in milliseconds; none where the file has no times.
    pub at: Option<u64>,
}

/// An item in one call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemFound {
    /// Whether the call could have it: its speaker speaks there, the file has what the detector needs. Else its
    /// points are not counted.
    pub applicable: bool,
    /// Times.
    pub count: u64,
    /// Points: weight × min(1, count ÷ `at_least`), below 0 for a negative item.
    pub points: f64,
    /// Where, in the order of the call.
    pub marks: Vec<Mark>,
}

/// How far the agent of a call listened.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listening {
    /// One an item of the grid.
    pub items: Vec<ItemFound>,
    /// Points of all items.
    pub points: f64,
    /// Points of the positive items that are applicable.
    pub possible: f64,
    /// points ÷ possible, 0…1, 0 where more is taken away than given; none without a positive item to apply.
    pub score: Option<f64>,
    /// Whether the score reaches the threshold and no item eliminates; none without a score.
    pub listened: Option<bool>,
    /// Whether an eliminating item decides: a negative one that is there, a positive one that is not.
    pub eliminated: bool,
}

/// A step of the script in one call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepFound {
    /// Whether its speaker speaks in its stage at all, in a language that its rules are written for.
    pub applicable: bool,
    /// Whether it was said there.
    pub present: bool,
    /// Where it was said first.
    pub mark: Option<Mark>,
}

/// How far a call follows the script.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compliance {
    /// One a step of the grid.
    pub steps: Vec<StepFound>,
    /// Steps that are as they should be: required and said, or forbidden and not said.
    pub kept: u64,
    /// Steps that are applicable.
    pub applicable: u64,
    /// kept ÷ applicable, 0…1; none without an applicable step.
    pub share: Option<f64>,
}

impl ItemFound {
    pub(super) fn of(item: &Item, applicable: bool, marks: Vec<Mark>) -> Self {
        let count = marks.len() as u64;
        let share = (count as f64 / item.at_least as f64).min(1.0);
        let points = match item.sign {
            Sign::Positive => item.weight * share,
            // Not −0: it would be written with its sign.
            Sign::Negative if count == 0 => 0.0,
            Sign::Negative => -item.weight * share,
        };
        Self { applicable, count, points, marks }
    }
}

impl Listening {
    pub(super) fn of(grid: &Grid, items: Vec<ItemFound>) -> Self {
        let applicable = || grid.items.iter().zip(&items).filter(|(_, found)| found.applicable);
        // Not `sum`, of which nothing is −0.
        let points = applicable().fold(0.0, |sum, (_, found)| sum + found.points);
        let positive = applicable().filter(|(item, _)| item.sign == Sign::Positive);
        let possible = positive.fold(0.0, |sum, (item, _)| sum + item.weight);
        let eliminated = applicable().any(|(item, found)| {
            let reached = found.count >= item.at_least;
            item.eliminating && reached == (item.sign == Sign::Negative)
        });
        let score = (possible > 0.0).then(|| if points > 0.0 { points / possible } else { 0.0 });
        let listened = score.map(|score| score >= grid.threshold && !eliminated);
        Self { items, points, possible, score, listened, eliminated }
    }
}

impl Compliance {
    pub(super) fn of(grid: &Grid, steps: Vec<StepFound>) -> Self {
        let applicable = grid.steps.iter().zip(&steps).filter(|(_, found)| found.applicable);
        let (mut kept, mut all) = (0, 0);
        for (step, found) in applicable {
            all += 1;
            kept += u64::from(step.required == found.present);
        }
        let share = (all > 0).then(|| kept as f64 / all as f64);
        Self { steps, kept, applicable: all, share }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grid(threshold: f64) -> Grid {
        let toml = format!(
            "threshold = {threshold}\n\
             [[item]]\nid = \"a\"\nweight = 3\nrules = ['x1']\n\
             [[item]]\nid = \"b\"\nweight = 2\nat_least = 2\nrules = ['x2']\n\
             [[item]]\nid = \"c\"\nsign = \"negative\"\nweight = 4\nat_least = 2\nrules = ['x3']\n\
             [[item]]\nid = \"d\"\nsign = \"negative\"\neliminating = true\nrules = ['x4']\n\
             [[step]]\nid = \"e\"\nrules = ['x5']\n\
             [[step]]\nid = \"f\"\nrequired = false\nrules = ['x6']"
        );
        Grid::parse(&toml, "g").unwrap()
    }

    /// The items of a grid, heard so many times; none where they do not apply.
    fn listening(grid: &Grid, counts: [Option<usize>; 4]) -> Listening {
        let items = grid.items.iter().zip(counts).map(|(item, count)| {
            let mark = Mark { item: 0, turn: 0, span: 0..1, at: None };
            ItemFound::of(item, count.is_some(), vec![mark; count.unwrap_or(0)])
        });
        Listening::of(grid, items.collect())
    }

    #[test]
    fn points_are_shares_of_what_could_be_had() {
        let grid = grid(0.6);
        for (counts, points, possible, score, listened) in [
            ([Some(1), Some(0), Some(0), Some(0)], 3.0, 5.0, Some(0.6), Some(true)),
            ([Some(9), Some(1), Some(0), Some(0)], 4.0, 5.0, Some(0.8), Some(true)),
            ([Some(1), Some(9), Some(1), Some(0)], 3.0, 5.0, Some(0.6), Some(true)),
            ([Some(1), Some(0), Some(1), Some(0)], 1.0, 5.0, Some(0.2), Some(false)),
            ([Some(0), Some(0), Some(7), Some(0)], -4.0, 5.0, Some(0.0), Some(false)),
            ([Some(1), Some(2), Some(0), Some(1)], 4.0, 5.0, Some(0.8), Some(false)),
            ([None, Some(2), None, None], 2.0, 2.0, Some(1.0), Some(true)),
            ([None, None, Some(1), Some(0)], -2.0, 0.0, None, None),
        ] {
            let read = listening(&grid, counts);
            assert_eq!((read.points, read.possible), (points, possible), "{counts:?}");
            assert_eq!((read.score, read.listened), (score, listened), "{counts:?}");
            assert_eq!(read.eliminated, counts[3] == Some(1), "{counts:?}");
        }
    }

    #[test]
    fn nothing_taken_away_is_a_plain_zero() {
        let read = listening(&grid(0.0), [Some(0); 4]);
        assert!(read.points.is_sign_positive() && read.score.is_some_and(f64::is_sign_positive));
        assert!(read.items.iter().all(|found| found.points.is_sign_positive()));
        assert_eq!(read.listened, Some(true), "a threshold of 0 is always reached");
    }

    #[test]
    fn a_positive_item_that_eliminates_must_be_there() {
        let toml = "threshold = 0\n[[item]]\nid = \"a\"\neliminating = true\nrules = ['x1']";
        let grid = Grid::parse(toml, "g").unwrap();
        let read = |count| {
            let mark = Mark { item: 0, turn: 0, span: 0..1, at: None };
            Listening::of(&grid, vec![ItemFound::of(&grid.items[0], true, vec![mark; count])])
        };
        assert_eq!((read(0).eliminated, read(0).listened), (true, Some(false)));
        assert_eq!((read(1).eliminated, read(1).listened), (false, Some(true)));
    }

    #[test]
    fn a_step_is_kept_where_it_is_as_it_should_be() {
        let grid = grid(0.6);
        let said = |applicable, present| StepFound { applicable, present, mark: None };
        for (steps, kept, applicable, share) in [
            ([said(true, true), said(true, false)], 2, 2, Some(1.0)),
            ([said(true, false), said(true, true)], 0, 2, Some(0.0)),
            ([said(true, true), said(false, false)], 1, 1, Some(1.0)),
            ([said(false, false), said(false, false)], 0, 0, None),
        ] {
            let read = Compliance::of(&grid, steps.to_vec());
            assert_eq!((read.kept, read.applicable, read.share), (kept, applicable, share));
        }
    }

    proptest! {
        #[test]
        fn a_score_is_a_share_and_grows_with_what_is_good(
            counts in prop::collection::vec(prop::option::of(0_usize..4), 4), threshold in 0.0..1.0,
        ) {
            let grid = grid(threshold);
            let counts = [counts[0], counts[1], counts[2], counts[3]];
            let read = listening(&grid, counts);
            prop_assert_eq!(read.score.is_some(), read.possible > 0.0);
            prop_assert_eq!(read.listened.is_some(), read.score.is_some());
            prop_assert!(read.score.is_none_or(|score| (0.0..=1.0).contains(&score)));
            prop_assert!(!read.eliminated || read.listened != Some(true));
            let [a, b, c, d] = counts;
            let better = listening(&grid, [a.map(|n| n + 1), b, c, d]);
            prop_assert!(better.score >= read.score);
            let worse = listening(&grid, [a, b, c.map(|n| n + 1), d]);
            prop_assert!(worse.score <= read.score);
        }
    }
}
