//! The minimum group: under it a cell says nothing, and no other number lets it be found by subtraction.
//!
//! Cells are bases of a closed question: wave (or all) × value of a segment column (or total). A cell of fewer
//! answers than the minimum group is hidden, and so is a small cell whose answers are all in one group, for its
//! share of 100 % tells what each member answered. What is published still adds up: the values of a column to
//! the total, the waves to all waves, the teams of a region to the region. [`plan`] hides further cells until
//! every sum that can be told from the published numbers holds at least the minimum group, two hidden cells or
//! none, and not one unanimous small group.
//!
//! The cells of a table are hidden by whole rows and columns, not one by one: a published cell tells its base,
//! its shares, its mean and its standard error, so that the relations between cells hold for each answer
//! apart, and there a cycle of four or six hidden cells leaves much less room than in the bases. With whole
//! values and whole waves hidden no cycle exists: what is told of a hidden cell is one sum of which it is a
//! part, and its count may be anything from nothing to that sum.
//!
//! Source: A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapters 4 and 5 (primary and
//! secondary suppression, linked and hierarchical tables, the feasibility interval as the measure of protection).

#[cfg(test)]
mod attack;
mod cells;
mod entities;
mod flow;
mod margins;
mod parts;
mod plan;
mod relations;
mod table;

pub use entities::{EntityPlan, plan_entities};
pub use parts::{safe, standing};
pub use plan::plan;

/// True when a cell of `n` answers must carry no value.
pub fn suppressed(n: u64, min_group: u64) -> bool {
    n < min_group
}

/// From this base on, a cell whose answers are all in one group says something about the group rather than
/// about each of its members.
pub const UNANIMOUS: u64 = 30;

/// A value of a segment column: number of the column, number of the value.
pub type Segment = (usize, usize);

/// Answers of one cell by group.
type Groups = [u64; 3];

/// The answers to a closed question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Group of each answer, 0 to 2: promoters, passives, detractors, or high, middle, low.
    pub groups: Vec<usize>,
    /// The total, then each segment column; in each of them wave (last, the rows without a wave) × value; in
    /// each of these the number of each answer. Rows without a value of a column are in the total only.
    pub cells: Vec<Vec<Vec<u64>>>,
}

/// Counts that a run would publish, from which [`plan`] tells what to hide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// A cell of fewer answers is hidden; nothing is with 1.
    pub min_group: u64,
    /// Waves, without the rows that belong to none.
    pub waves: usize,
    /// Number of values of each segment column.
    pub columns: Vec<usize>,
    /// True when the waves are answers of the same people: what is hidden in a wave is hidden in all together, for
    /// many answers may be those of a few.
    pub panel: bool,
    /// The closed questions that respondents answer together.
    pub questions: Vec<Question>,
    /// Values known to lie wholly inside a value of another column, as teams in regions.
    pub nests: Vec<Nest>,
}

/// Every row of `child` has the value `parent` in the column of `parent`, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nest {
    /// The inner value.
    pub child: Segment,
    /// The outer value, of another column.
    pub parent: Segment,
}

/// Why a cell is hidden. To be told of a run, never of a cell: a cell known to be hidden for its size is known to
/// be under the minimum group, which is narrower than what the plan leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Fewer answers than the minimum group.
    TooFew,
    /// Few answers, all in one group.
    Unanimous,
    /// Another hidden cell could be found from it.
    Complementary,
}

/// What is hidden, the same cells in every question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    waves: usize,
    /// Number of the first value of each column among the cells of a wave, of which the first is the total.
    offsets: Vec<usize>,
    /// Cells of a wave.
    width: usize,
    /// Wave (last, all of them) × cell.
    cells: Vec<Option<Reason>>,
    /// For each question, the hidden cells that are known to hold no answer to it.
    empty: Vec<Vec<bool>>,
    /// Questions of which even the total is hidden.
    questions: Vec<Option<Reason>>,
    without_wave: bool,
}

impl Hidden {
    /// Why the cell is hidden in `question`; none when it may be shown. `wave` is none for all waves together,
    /// `segment` none for the total.
    ///
    /// A hidden cell must be shown as hidden whatever its count, also when nobody answered in it: its absence
    /// would tell. A cell that can be told to be empty anyway, such as one of a wave in which the question was
    /// not asked, is not hidden; like other cells without answers it need not be shown.
    #[must_use]
    pub fn cell(&self, question: usize, wave: Option<usize>, segment: Option<Segment>) -> Option<Reason> {
        let at = self.at(wave, segment);
        self.questions[question].or_else(|| self.cells[at].filter(|_| !self.empty[question][at]))
    }

    /// True when the number of rows without a wave must not be told either: hidden waves would be found by it.
    #[must_use]
    pub fn without_wave(&self) -> bool {
        self.without_wave
    }

    /// Number of cells that are hidden in every question: waves and all of them × segments and the total.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    /// True when nothing is hidden.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0 && self.questions.iter().all(Option::is_none)
    }

    fn at(&self, wave: Option<usize>, segment: Option<Segment>) -> usize {
        let cell = segment.map_or(0, |(column, value)| self.offsets[column] + value);
        wave.unwrap_or(self.waves) * self.width + cell
    }
}
