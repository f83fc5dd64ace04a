//! The grid: items, what they weigh, and the score that they make.

use std::collections::BTreeMap;

use crate::Lang;

/// An item of an evaluation grid.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemSpec {
    /// What names it in files.
    pub id: String,
    /// What people call it, in French.
    pub label_fr: String,
    /// What people call it, in English.
    pub label_en: String,
    /// Share in the score, relative to the other items; what is not a positive number counts as 0.
    pub weight: f64,
    /// Whether a call that fails it scores 0 (critère éliminatoire).
    pub eliminating: bool,
    /// Whether it is bad to hear: yes then takes its weight away, and fails it.
    pub negative: bool,
    /// Lowest and highest mark; none for yes or no.
    pub scale: Option<(f64, f64)>,
}

impl ItemSpec {
    /// What people call it.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        lang.pick(&self.label_fr, &self.label_en)
    }

    fn weighs(&self) -> f64 {
        if self.weight.is_finite() { self.weight.max(0.0) } else { 0.0 }
    }
}

/// A mark on an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// 0…1: 1 for yes, 0 for no, the fraction of the scale otherwise.
    Value(f64),
    /// The item does not apply to the call.
    NotApplicable,
}

impl Mark {
    /// The mark where the item applies.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::NotApplicable => None,
        }
    }
}

/// Eliminating items at the bottom of their scale, or, where they are bad to hear, at its top.
pub(super) fn eliminated<'i>(
    items: &'i [ItemSpec],
    marks: &BTreeMap<usize, Mark>,
) -> impl Iterator<Item = &'i ItemSpec> {
    let failed = |at: &usize, mark: &Mark| {
        let worst = |item: &&ItemSpec| *mark == Mark::Value(if item.negative { 1.0 } else { 0.0 });
        items.get(*at).filter(|item| item.eliminating).filter(worst)
    };
    marks.iter().filter_map(move |(at, mark)| failed(at, mark)).collect::<Vec<_>>().into_iter()
}

/// Score of an evaluation, 0…100: 100 Σ weight × mark / Σ weight over the marked items that apply, those that are bad to
/// hear taking weight × mark away from the sum; 0 at least, and where an eliminating item fails, whatever it weighs. None where no item with a weight is marked and none eliminates.
pub(super) fn score(items: &[ItemSpec], marks: &BTreeMap<usize, Mark>) -> Option<f64> {
    if eliminated(items, marks).next().is_some() {
        return Some(0.0);
    }
    let (mut sum, mut weight) = (0.0, 0.0);
    for (at, mark) in marks {
        if let (Some(item), Mark::Value(value)) = (items.get(*at), mark) {
            let points = item.weighs() * value;
            sum += if item.negative { -points } else { points };
            weight += if item.negative { 0.0 } else { item.weighs() };
        }
    }
    (weight > 0.0).then(|| (100.0 * sum / weight).clamp(0.0, 100.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn item(weight: f64, eliminating: bool) -> ItemSpec {
        ItemSpec { weight, eliminating, ..ItemSpec::default() }
    }

    /// 100 (3 · 1 + 1 · ½ + 2 · 0) / 6, then without the item that does not apply, then eliminated.
    #[test]
    fn weights_blanks_and_eliminations() {
        let items = [item(3.0, false), item(1.0, false), item(2.0, false), item(5.0, false), item(0.0, true)];
        let mut marks: BTreeMap<usize, Mark> =
            [(0, Mark::Value(1.0)), (1, Mark::Value(0.5)), (2, Mark::Value(0.0)), (4, Mark::Value(1.0))]
                .into();
        assert_eq!(score(&items, &marks), Some(100.0 * 3.5 / 6.0));
        marks.insert(2, Mark::NotApplicable);
        marks.insert(3, Mark::NotApplicable);
        assert_eq!(score(&items, &marks), Some(87.5));
        marks.insert(4, Mark::Value(0.0));
        assert_eq!((score(&items, &marks), eliminated(&items, &marks).count()), (Some(0.0), 1));
        assert_eq!(score(&items, &BTreeMap::new()), None);
        assert_eq!(score(&[item(f64::NAN, false)], &[(0, Mark::Value(1.0))].into()), None);
    }

    /// 100 (3 · 1 − 2 · 1) / 3; then an insult.
    #[test]
    fn what_is_bad_to_hear_takes_points_away() {
        let bad = |weight, eliminating| ItemSpec { negative: true, ..item(weight, eliminating) };
        let items = [item(3.0, false), bad(2.0, false), bad(1.0, true)];
        let mut marks: BTreeMap<usize, Mark> = [(0, Mark::Value(1.0)), (1, Mark::Value(1.0))].into();
        assert!((score(&items, &marks).unwrap() - 100.0 / 3.0).abs() < 1e-12);
        marks.insert(2, Mark::Value(0.0));
        assert_eq!(eliminated(&items, &marks).count(), 0);
        marks.insert(2, Mark::Value(1.0));
        assert_eq!((score(&items, &marks), eliminated(&items, &marks).count()), (Some(0.0), 1));
    }

    proptest! {
        #[test]
        fn a_score_keeps_its_scale_and_rises_with_its_marks(
            grid in prop::collection::vec((0.0..9.0, prop::option::of(0.0..=1.0)), 1..9), more in 0.0..=1.0, at in 0_usize..9,
        ) {
            let items: Vec<ItemSpec> = grid.iter().map(|cell| item(cell.0, false)).collect();
            let mark = |value: Option<f64>| value.map_or(Mark::NotApplicable, Mark::Value);
            let mut marks: BTreeMap<usize, Mark> = grid.iter().map(|cell| mark(cell.1)).enumerate().collect();
            let before = score(&items, &marks);
            prop_assert!(before.is_none_or(|score| (0.0..=100.0).contains(&score)));
            if let Some(Mark::Value(value)) = marks.get(&at).copied() {
                marks.insert(at, Mark::Value(value.max(more)));
                prop_assert!(score(&items, &marks).unwrap_or(0.0) >= before.unwrap_or(0.0) - 1e-9);
            }
        }
    }
}
