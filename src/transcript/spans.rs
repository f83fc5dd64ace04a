//! Stretches of time, in milliseconds: half-open, from a beginning to an end.

/// The stretches that cover the same time without touching each other, ascending; those without length fall away.
pub(super) fn merged(mut spans: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    spans.retain(|(start, end)| start < end);
    spans.sort_unstable();
    let mut out: Vec<(u64, u64)> = Vec::with_capacity(spans.len());
    for (start, end) in spans {
        match out.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => out.push((start, end)),
        }
    }
    out
}

/// Length of stretches that do not overlap.
pub(super) fn length(merged: &[(u64, u64)]) -> u64 {
    merged.iter().map(|(start, end)| end - start).sum()
}

/// When at least two of the voices speak, each given by its merged stretches: the maximal stretches, ascending.
pub(super) fn overlaps<'s>(voices: impl Iterator<Item = &'s Vec<(u64, u64)>>) -> Vec<(u64, u64)> {
    let mut events: Vec<(u64, i32)> =
        voices.flatten().flat_map(|(start, end)| [(*start, 1), (*end, -1)]).collect();
    events.sort_unstable();
    let (mut speaking, mut since, mut found) = (0, 0, Vec::new());
    for (at, change) in events {
        let before = speaking;
        speaking += change;
        if before < 2 && speaking == 2 {
            since = at;
        } else if before == 2 && speaking < 2 {
            found.push((since, at));
        }
    }
    // One voice that stops as another one begins leaves no gap.
    merged(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn stretches_that_touch_are_one() {
        assert_eq!(merged(vec![(5, 9), (1, 3), (3, 4), (7, 7), (8, 12)]), [(1, 4), (5, 12)]);
        assert_eq!(overlaps([vec![(0, 10)], vec![(2, 4)], vec![(4, 6)]].iter()), [(2, 6)]);
        assert_eq!(overlaps([vec![(0, 10)], vec![(10, 14)]].iter()), []);
    }

    proptest! {
        #[test]
        fn time_is_covered_as_cell_by_cell(
            voices in prop::collection::vec(prop::collection::vec((0..60_u64, 0..12_u64), 0..6), 1..4),
        ) {
            let voices: Vec<Vec<(u64, u64)>> = voices
                .into_iter()
                .map(|spans| spans.into_iter().map(|(start, length)| (start, start + length)).collect())
                .collect();
            let speaks = |spans: &[(u64, u64)], at: u64| spans.iter().any(|(start, end)| (*start..*end).contains(&at));
            let merged: Vec<Vec<(u64, u64)>> = voices.iter().cloned().map(merged).collect();
            for (spans, merged) in voices.iter().zip(&merged) {
                prop_assert_eq!((0..80).filter(|at| speaks(spans, *at)).count() as u64, length(merged));
                prop_assert!(merged.windows(2).all(|pair| pair[0].1 < pair[1].0));
            }
            let both = overlaps(merged.iter());
            for at in 0..80 {
                let speaking = voices.iter().filter(|spans| speaks(spans, at)).count();
                prop_assert_eq!(speaking >= 2, speaks(&both, at));
            }
            prop_assert!(both.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
