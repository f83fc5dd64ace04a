//! Responses kept by sampling unit: where several rows belong to one person or cluster, the variance needs
//! them together.

/// The coded responses of every sampling unit.
#[derive(Debug, Clone)]
pub struct Units {
    /// Codes of one response: its segments, its variables, its place in each margin that it was weighted to.
    width: usize,
    /// Unit, slot (wave of a stratum), weight in counted units.
    rows: Vec<(u64, u32, u64)>,
    codes: Vec<u16>,
}

/// One response of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitRow<'u> {
    /// Hash of the unit's name.
    pub unit: u64,
    /// Wave of a stratum.
    pub slot: u32,
    /// Weight, in counted units.
    pub weight: u64,
    /// Codes of the segments, of the variables, places in the margins weighted to.
    pub codes: &'u [u16],
}

impl Units {
    /// No response; `width` codes each.
    pub(super) fn new(width: usize) -> Self {
        Self { width, rows: Vec::new(), codes: Vec::new() }
    }

    pub(super) fn push(&mut self, row: (u64, u32, u64), codes: impl Iterator<Item = u16>) {
        self.rows.push(row);
        self.codes.extend(codes);
    }

    pub(super) fn merge(&mut self, mut other: Self) {
        self.rows.append(&mut other.rows);
        self.codes.append(&mut other.codes);
    }

    /// Every response, those of a unit together, in an order that does not depend on that of the file.
    #[must_use]
    pub fn sorted(&self) -> Vec<UnitRow<'_>> {
        let mut rows: Vec<UnitRow<'_>> = self
            .rows
            .iter()
            .enumerate()
            .map(|(i, &(unit, slot, weight))| UnitRow {
                unit,
                slot,
                weight,
                codes: &self.codes[i * self.width..(i + 1) * self.width],
            })
            .collect();
        rows.sort_unstable();
        rows
    }
}

/// Two collections of the same responses are equal, in whatever order they came.
impl PartialEq for Units {
    fn eq(&self, other: &Self) -> bool {
        self.width == other.width && self.sorted() == other.sorted()
    }
}
