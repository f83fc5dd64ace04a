//! Groups of answers as the parts of a bar: their order, their colours, the shares written in them, their legend.

use super::font::{Weight, width};
use super::scene::{Align, Scene};
use super::sheet::Sheet;
use super::style::{BODY, SMALL, group_color, group_ink, group_name};
use super::swatches::swatches;
use crate::lang::Lang;
use crate::metric::{Estimate, Group};
use crate::study::Kind;

/// Half of the height of a bar.
const HALF: f64 = 9.0;
/// The groups from the worst to the best.
const ORDER: [Group; 6] =
    [Group::Detractors, Group::Low, Group::Passives, Group::Middle, Group::Promoters, Group::High];

/// A group of answers and its share, 0…1.
pub type Part = (Group, f64);

/// The groups of a cell from the worst to the best, those that nobody chose left out; none for a cell without a
/// value.
pub fn parts(estimate: &Estimate) -> Option<Vec<Part>> {
    estimate.value.filter(|v| v.is_finite())?;
    let shares = estimate.shares.as_ref()?;
    let share = |group: &Group| shares.get(group).copied().filter(|s| *s > 0.0 && s.is_finite());
    let found: Vec<Part> = ORDER.iter().filter_map(|g| Some((*g, share(g)?.min(1.0)))).collect();
    (!found.is_empty()).then_some(found)
}

/// The share of the bad, of the middling or of the good group.
pub fn share_of(parts: &[Part], groups: [Group; 2]) -> f64 {
    parts.iter().filter(|(group, _)| groups.contains(group)).map(|(_, share)| share).sum()
}

/// Draws the parts one after the other from `x`, on a bar whose whole is `whole` pixels long, each with its share
/// where it fits.
pub fn draw(scene: &mut Scene, parts: &[Part], (x, y): (f64, f64), whole: f64, lang: Lang) {
    let mut from = x;
    for (group, share) in parts {
        let to = from + share * whole;
        scene.rect((from, y - HALF), (to - 0.5, y + HALF), group_color(*group));
        let text = lang.percent(share * 100.0, 1);
        let size =
            [BODY, SMALL].into_iter().find(|&size| width(&text, size, Weight::Regular) + 6.0 <= to - from);
        if let Some(size) = size {
            let at = (f64::midpoint(from, to), y + size * 0.36);
            scene.label(&text, at, Align::Middle, size, group_ink(*group));
        }
        from = to;
    }
}

/// A coloured square and a name for each group, from the worst to the best.
pub fn legend(sheet: &mut Sheet, groups: impl Fn(Group) -> bool, kind: Kind, lang: Lang) {
    let shown = ORDER.into_iter().filter(|group| groups(*group));
    let entries: Vec<_> = shown.map(|g| (group_color(g), group_name(g, kind, lang))).collect();
    swatches(sheet, &entries);
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, shared};
    use super::*;
    use crate::metric::Metric;

    #[test]
    fn groups_go_from_bad_to_good() {
        let cell = shared(estimate(Metric::Nps, None, None, Some([0.0, 10.0, 20.0]), 50), [0.3, 0.0, 0.7]);
        let found = parts(&cell).unwrap();
        assert_eq!(found, [(Group::Detractors, 0.3), (Group::Promoters, 0.7)]);
        assert!((share_of(&found, [Group::Promoters, Group::High]) - 0.7).abs() < 1e-12);
        let hidden = shared(estimate(Metric::Nps, None, None, None, 0), [0.3, 0.0, 0.7]);
        assert_eq!(parts(&hidden), None);
    }
}
