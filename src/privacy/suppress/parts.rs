//! Parts of a count told beside it: what they leave of it must be nobody, or the minimum group at least.

/// True when each of the counts is nobody, or the minimum group at least.
#[must_use]
pub fn safe(counts: &[u64], min_group: u64) -> bool {
    counts.iter().all(|n| *n == 0 || *n >= min_group)
}

/// Which parts, those that have `counts`, may stand beside `whole`, the smallest going first. Parts that have members
/// in common may add up to more than the whole: what is in excess is then those in common.
#[must_use]
pub fn standing(whole: &[u64], counts: &[Option<Vec<u64>>], min_group: u64) -> Vec<bool> {
    let mut stands: Vec<bool> = counts.iter().map(Option::is_some).collect();
    loop {
        let mut sums = vec![0; whole.len()];
        for part in counts.iter().zip(&stands).filter(|(_, stands)| **stands).filter_map(|(n, _)| n.as_ref())
        {
            sums.iter_mut().zip(part).for_each(|(sum, n)| *sum += n);
        }
        let left: Vec<u64> = whole.iter().zip(sums).map(|(whole, sum)| whole.abs_diff(sum)).collect();
        let size = |at: &usize| counts[*at].as_ref().map_or(0, |n| n.iter().sum::<u64>());
        let next = (0..stands.len()).filter(|at| stands[*at]).min_by_key(|at| (size(at), *at));
        match next.filter(|_| !safe(&left, min_group)) {
            Some(next) => stands[next] = false,
            None => return stands,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_smallest_parts_go_until_what_is_left_is_nobody_or_enough() {
        let parts = |n: &[u64]| n.iter().map(|n| Some(vec![*n])).collect::<Vec<_>>();
        assert_eq!(standing(&[30], &parts(&[10, 12, 8]), 5), [true; 3], "nobody is left");
        assert_eq!(standing(&[30], &parts(&[10, 12]), 5), [true; 2], "eight are left");
        assert_eq!(standing(&[24], &parts(&[10, 12]), 5), [false, true], "two would be");
        assert_eq!(standing(&[7], &parts(&[6]), 5), [false]);
        assert_eq!(standing(&[9], &[None], 5), [false], "nothing to take out");
        assert_eq!(standing(&[30], &parts(&[20, 12]), 5), [true, false], "two are in both");
    }

    proptest! {
        #[test]
        fn what_is_left_never_tells(parts in prop::collection::vec((0u64..9, 0u64..9), 1..6),
                                    rest in (0u64..9, 0u64..9)) {
            let sum = |of: fn(&(u64, u64)) -> u64| parts.iter().map(of).sum::<u64>();
            // What is told of the whole is itself nobody or enough.
            let whole = [sum(|p| p.0) + rest.0 + 5, sum(|p| p.1) + rest.1 + 5];
            let counts: Vec<Option<Vec<u64>>> = parts.iter().map(|p| Some(vec![p.0, p.1])).collect();
            let stands = standing(&whole, &counts, 5);
            let shown = |of: fn(&(u64, u64)) -> u64| {
                parts.iter().zip(&stands).filter(|(_, s)| **s).map(|(p, _)| of(p)).sum::<u64>()
            };
            let left = [whole[0] - shown(|p| p.0), whole[1] - shown(|p| p.1)];
            prop_assert!(safe(&left, 5));
        }
    }
}
