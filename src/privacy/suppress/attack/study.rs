//! Generated studies, and what is true in them.

use super::super::table::State;
use super::super::{Counts, Groups, Nest, Question, Segment};
use super::ANSWERS;

/// Group of each answer.
pub(super) const GROUP: [usize; ANSWERS] = [2, 2, 1, 0];

/// Answers of one respondent.
pub(super) struct Row {
    /// The number of waves for none.
    pub(super) wave: usize,
    pub(super) segments: Vec<Option<usize>>,
    pub(super) answers: Vec<Option<usize>>,
}

pub(super) struct Study {
    pub(super) min_group: u64,
    pub(super) waves: usize,
    pub(super) columns: Vec<usize>,
    pub(super) questions: usize,
    pub(super) rows: Vec<Row>,
    /// Pairs of columns of which the values of the first are each inside one of the second.
    pub(super) nested: Vec<(usize, usize)>,
}

impl Study {
    /// Values inside values, as the rows tell, for the columns that are nested.
    pub(super) fn nests(&self) -> Vec<Nest> {
        let mut nests = Vec::new();
        for &(inner, outer) in &self.nested {
            for value in 0..self.columns[inner] {
                let of = self.rows.iter().filter(|row| row.segments[inner] == Some(value));
                let mut parents: Vec<usize> = of.filter_map(|row| row.segments[outer]).collect();
                parents.sort_unstable();
                parents.dedup();
                if let [parent] = parents[..] {
                    nests.push(Nest { child: (inner, value), parent: (outer, parent) });
                }
            }
        }
        nests
    }

    pub(super) fn counts(&self) -> Counts {
        let mut questions = vec![self.zeros(); self.questions];
        for row in &self.rows {
            for (question, answer) in questions.iter_mut().zip(&row.answers) {
                let Some(answer) = answer else { continue };
                question.cells[0][row.wave][*answer] += 1;
                for (c, value) in row.segments.iter().enumerate() {
                    if let Some(value) = value {
                        question.cells[c + 1][row.wave * self.columns[c] + value][*answer] += 1;
                    }
                }
            }
        }
        Counts {
            panel: false,
            min_group: self.min_group,
            waves: self.waves,
            columns: self.columns.clone(),
            questions,
            nests: self.nests(),
        }
    }

    fn zeros(&self) -> Question {
        let sizes = std::iter::once(1).chain(self.columns.iter().copied());
        let cells = sizes.map(|n| vec![vec![0; ANSWERS]; n * (self.waves + 1)]).collect();
        Question { groups: GROUP.to_vec(), cells }
    }

    /// The total, then every value.
    pub(super) fn segments(&self) -> Vec<Option<Segment>> {
        let columns = self.columns.iter().enumerate();
        let values = columns.flat_map(|(c, n)| (0..*n).map(move |v| Some((c, v))));
        std::iter::once(None).chain(values).collect()
    }

    /// All waves, then each.
    pub(super) fn periods(&self) -> impl Iterator<Item = Option<usize>> {
        std::iter::once(None).chain((0..self.waves).map(Some))
    }

    /// Answers to a question of the rows that satisfy `keep`, by answer.
    pub(super) fn count(&self, question: usize, keep: impl Fn(&Row) -> bool) -> [u64; ANSWERS] {
        let mut counts = [0; ANSWERS];
        let rows = self.rows.iter().filter(|row| keep(row));
        rows.filter_map(|row| row.answers[question]).for_each(|answer| counts[answer] += 1);
        counts
    }
}

pub(super) fn groups(answers: [u64; ANSWERS]) -> Groups {
    let mut groups = Groups::default();
    answers.iter().zip(GROUP).for_each(|(n, group)| groups[group] += n);
    groups
}

/// What a number is of: a wave or all, and the values of some columns, none for the rows without one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) wave: Option<usize>,
    pub(super) at: Vec<(usize, Option<usize>)>,
}

impl Place {
    pub(super) fn cell(wave: Option<usize>, segment: Option<Segment>) -> Self {
        Self { wave, at: segment.iter().map(|(c, v)| (*c, Some(*v))).collect() }
    }

    pub(super) fn holds(&self, row: &Row) -> bool {
        self.wave.is_none_or(|wave| wave == row.wave)
            && self.at.iter().all(|(column, value)| row.segments[*column] == *value)
    }
}

/// Steele, Lea and Flood 2014, `SplitMix64`.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Unequal: the first are drawn more often.
    fn skewed(&mut self, n: usize) -> usize {
        self.below(n).min(self.below(n))
    }
}

/// Up to four columns, crossed, nested in a chain or in two others; up to six waves; values that come late,
/// a question asked in some waves only; rows without a wave, a value or an answer.
pub(super) fn generate(seed: u64) -> Study {
    let mut random = Random(seed);
    let waves = 1 + random.below(6);
    let n = 1 + random.below(4);
    let mut columns: Vec<usize> = Vec::new();
    let mut parent: Vec<Vec<(usize, Vec<usize>)>> = Vec::new();
    for column in 0..n {
        let mut inside = Vec::new();
        if column > 0 && random.chance(40) {
            inside.push(column - 1);
            if column > 1 && random.chance(25) {
                inside.push(column - 2);
            }
        }
        let least = inside.iter().map(|outer| columns[*outer]).max().unwrap_or(1);
        let values = least + random.below(if inside.is_empty() { 5 } else { 4 });
        let maps = inside.into_iter().map(|outer| {
            let map = (0..values).map(|v| if v < columns[outer] { v } else { random.below(columns[outer]) });
            (outer, map.collect())
        });
        let maps = maps.collect();
        columns.push(values);
        parent.push(maps);
    }
    let missing: Vec<usize> = (0..n).map(|_| [0, 0, 2, 10][random.below(4)]).collect();
    let no_wave = [0, 0, 2, 8][random.below(4)];
    let unasked = [0, 5, 20][random.below(3)];
    let late: Vec<bool> = (0..8).map(|_| random.chance(15)).collect();
    let asked: Vec<bool> = (0..=waves).map(|_| random.chance(80)).collect();
    let questions = 1 + random.below(2);
    let tone = random.below(5);
    let rows = (20 + random.below(80)) * waves.min(1 + random.below(5));
    let mut study = Study {
        min_group: [3, 5, 5, 5, 8][random.below(5)],
        waves,
        columns,
        questions,
        rows: Vec::new(),
        nested: Vec::new(),
    };
    for (column, maps) in parent.iter().enumerate() {
        study.nested.extend(maps.iter().map(|(outer, _)| (column, *outer)));
    }
    for _ in 0..rows {
        let wave = if random.chance(no_wave) { waves } else { random.skewed(waves) };
        let mut values: Vec<usize> = study.columns.iter().map(|n| random.skewed(*n)).collect();
        for column in (0..n).rev() {
            for (outer, map) in &parent[column] {
                values[*outer] = map[values[column]];
            }
        }
        if wave == 0 && late[values[n - 1] % 8] {
            continue;
        }
        let segments = values.iter().zip(&missing).map(|(v, m)| Some(*v).filter(|_| !random.chance(*m)));
        let segments = segments.collect();
        let answers = (0..questions)
            .map(|q| {
                let happy = random.below(5) < tone + usize::from(values[0] == 1);
                let answer = if happy { 3 } else { random.below(ANSWERS) };
                Some(answer).filter(|_| !random.chance(unasked) && (q == 0 || asked[wave]))
            })
            .collect();
        study.rows.push(Row { wave, segments, answers });
    }
    study
}

impl Study {
    pub(super) fn state(&self, question: usize, wave: Option<usize>, segment: Option<Segment>) -> State {
        let place = Place::cell(wave, segment);
        State::of(groups(self.count(question, |row| place.holds(row))), self.min_group)
    }
}
