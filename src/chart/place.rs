//! Boxes that keep apart: what is already on a plot, and the nearest free place for one more.

/// Left, top, right, bottom, in logical pixels.
pub type Area = [f64; 4];

/// Distance between two tries of a spiral, and between its turns.
const STEP: f64 = 4.0;

/// A box of a size around its centre.
pub fn around((x, y): (f64, f64), (wide, high): (f64, f64)) -> Area {
    [x - wide / 2.0, y - high / 2.0, x + wide / 2.0, y + high / 2.0]
}

/// Whether two boxes leave `gap` pixels between them.
pub fn apart(a: Area, b: Area, gap: f64) -> bool {
    a[2] + gap <= b[0] || b[2] + gap <= a[0] || a[3] + gap <= b[1] || b[3] + gap <= a[1]
}

/// Boxes that are taken.
#[derive(Debug, Clone, Default)]
pub struct Places {
    taken: Vec<Area>,
}

impl Places {
    /// Takes a box.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// What is taken here and there.
    pub fn and(&self, other: &Self) -> Self {
        Self { taken: self.taken.iter().chain(&other.taken).copied().collect() }
    }

    /// Whether a box lies inside `within` and keeps `gap` pixels from all that is taken.
    pub fn free(&self, area: Area, within: Area, gap: f64) -> bool {
        let inside =
            area[0] >= within[0] && area[1] >= within[1] && area[2] <= within[2] && area[3] <= within[3];
        inside && self.taken.iter().all(|other| apart(*other, area, gap))
    }

    /// The free box of that size whose centre is nearest to a point along a spiral, `stretch` times as wide as high;
    /// none where the spiral leaves `within` without finding room.
    pub fn nearest(
        &self,
        from: (f64, f64),
        size: (f64, f64),
        within: Area,
        gap: f64,
        stretch: f64,
    ) -> Option<Area> {
        let (wide, high) = (within[2] - within[0], within[3] - within[1]);
        if !(wide.is_finite() && high.is_finite()) {
            return None;
        }
        let farthest = wide.hypot(high) + STEP;
        let (mut turn, mut radius) = (0.0f64, 0.0f64);
        while radius <= farthest {
            let centre = (from.0 + stretch * radius * turn.cos(), from.1 + radius * turn.sin());
            let area = around(centre, size);
            if self.free(area, within, gap) {
                return Some(area);
            }
            turn += (STEP / radius.max(STEP)).min(1.0);
            radius = STEP * turn / std::f64::consts::TAU;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAGE: Area = [0.0, 0.0, 400.0, 300.0];

    #[test]
    fn the_first_box_is_where_it_is_wanted() {
        let mut places = Places::default();
        let first = places.nearest((200.0, 150.0), (60.0, 20.0), PAGE, 2.0, 1.0).unwrap();
        assert_eq!(first.to_vec(), [170.0, 140.0, 230.0, 160.0]);
        places.take(first);
        let next = places.nearest((200.0, 150.0), (60.0, 20.0), PAGE, 2.0, 1.0).unwrap();
        assert!(apart(first, next, 2.0) && (next[1] - 150.0).abs() < 60.0, "{next:?}");
        assert_eq!(places.nearest((200.0, 150.0), (500.0, 20.0), PAGE, 2.0, 1.0), None);
        assert_eq!(places.nearest((0.0, 0.0), (5.0, 5.0), [0.0, 0.0, f64::NAN, 9.0], 2.0, 1.0), None);
    }

    proptest! {
        #[test]
        fn boxes_keep_apart(sizes in proptest::collection::vec((5.0..90.0f64, 8.0..30.0f64), 0..25)) {
            let mut places = Places::default();
            for size in sizes {
                if let Some(area) = places.nearest((200.0, 150.0), size, PAGE, 3.0, 1.6) {
                    prop_assert!(places.taken.iter().all(|other| apart(*other, area, 3.0)));
                    prop_assert!(area[0] >= 0.0 && area[3] <= 300.0);
                    places.take(area);
                }
            }
        }
    }
}
