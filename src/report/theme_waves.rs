//! Share of the verbatims of each wave that speak of each theme, with what must be hidden of it.

use schemars::JsonSchema;
use serde::Serialize;

use super::rows::Builder;
use super::theme_rows::{Coded, ThemeChange};
use crate::metric::interval::wilson;
use crate::privacy::suppressed;

/// A theme in a wave. Base: verbatims of the wave.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ThemeWave {
    /// Id of the open question.
    pub question: String,
    /// Id of the theme.
    pub theme: String,
    /// Name shown.
    pub label: String,
    /// Wave.
    pub wave: String,
    /// Verbatims of the wave that mention the theme; null when suppressed.
    pub n: Option<u64>,
    /// Verbatims of the wave; null where the whole wave is hidden.
    pub base: Option<u64>,
    /// `n` / `base`, 0…1; null when suppressed, or without a verbatim.
    pub share: Option<f64>,
    /// Lower end of its interval (Wilson).
    pub ci_low: Option<f64>,
    /// Upper end of its interval.
    pub ci_high: Option<f64>,
    /// True when the cell is hidden because few people make it, or because it would tell one that they make.
    pub suppressed: bool,
}

impl Builder<'_> {
    /// Themes by wave, in the order of the codebook, then of time; nothing where there is one wave, or where too much
    /// would be hidden. `changes` are the changes already told of the question: their cells stay in sight.
    ///
    /// Where small groups are protected only the themes at the top are told: a theme and its sub-themes in one cell
    /// bound each other.
    pub(super) fn theme_waves(&self, coded: &Coded<'_>, changes: &[ThemeChange]) -> Vec<ThemeWave> {
        let count = self.waves.len();
        let Some(hidden) = (count > 1).then(|| self.hidden_waves(coded)).flatten() else { return Vec::new() };
        let bases: Vec<u64> = (0..count).map(|wave| coded.themes.verbatims(Some(wave))[0]).collect();
        let book = &coded.plan.book;
        let mut rows = Vec::new();
        for (at, theme) in book.themes.iter().enumerate().filter(|(_, theme)| !theme.general) {
            let total = coded.themes.counts.mentions(at);
            if !self.shown(total, coded.base) || (self.min_group > 1 && theme.parent.is_some()) {
                continue;
            }
            let counts: Vec<u64> =
                (0..count).map(|wave| coded.themes.mentions(at, None, Some(wave))[0]).collect();
            let seen = |wave: usize| {
                let of_wave = |c: &&ThemeChange| [&c.from, &c.to].contains(&&self.waves[wave]);
                changes.iter().filter(of_wave).any(|c| c.theme == theme.id)
            };
            let mut cells: Vec<Cell> = (0..count)
                .filter(|wave| !hidden[*wave])
                .map(|wave| Cell {
                    n: counts[wave],
                    few: counts[wave] > 0 && !self.shown(counts[wave], bases[wave]),
                    seen: seen(wave),
                })
                .collect();
            // What the total leaves for hidden waves and for the rows of none is one more cell, which nobody shows.
            let rest = total - cells.iter().map(|cell| cell.n).sum::<u64>();
            cells.push(Cell { n: rest, few: rest > 0 && suppressed(rest, self.min_group), seen: false });
            let mut cells = protect(&cells, self.min_group).into_iter();
            for wave in 0..count {
                let told = !hidden[wave] && !cells.next().unwrap_or(true);
                let n = told.then_some(counts[wave]);
                let base = (!hidden[wave]).then_some(bases[wave]);
                let interval = n.and_then(|n| wilson(n, bases[wave], self.level));
                rows.push(ThemeWave {
                    question: coded.question.to_owned(),
                    theme: theme.id.clone(),
                    label: self.theme_label(book, at),
                    wave: self.waves[wave].clone(),
                    n,
                    base,
                    share: n.filter(|_| bases[wave] > 0).map(|n| n as f64 / bases[wave] as f64),
                    ci_low: interval.map(|ends| ends.0),
                    ci_high: interval.map(|ends| ends.1),
                    suppressed: !told,
                });
            }
        }
        rows
    }

    /// The waves whose verbatims cannot be counted in a report; none when no wave can be told.
    fn hidden_waves(&self, coded: &Coded<'_>) -> Option<Vec<bool>> {
        let score_hidden = |wave: usize| {
            (0..self.coding.scores.len()).any(|score| self.hidden.cell(score, Some(wave), None).is_some())
        };
        let few = |n: u64| n > 0 && suppressed(n, self.min_group);
        let mut cells: Vec<Cell> = (0..self.waves.len())
            .map(|wave| (wave, coded.themes.verbatims(Some(wave))[0]))
            .map(|(wave, n)| Cell { n, few: few(n) || score_hidden(wave), seen: false })
            .collect();
        let rest = coded.base - cells.iter().map(|cell| cell.n).sum::<u64>();
        cells.push(Cell { n: rest, few: few(rest) || self.hidden.without_wave(), seen: false });
        let mut hidden = protect(&cells, self.min_group);
        hidden.pop();
        (!hidden.iter().all(|hidden| *hidden)).then_some(hidden)
    }
}

/// Part of a total that is known.
#[derive(Debug, Clone, Copy)]
struct Cell {
    n: u64,
    /// Too few to be shown.
    few: bool,
    /// Shown elsewhere already.
    seen: bool,
}

/// Which parts of a known total are hidden: those of few, and the smallest others until the hidden ones are two at
/// least, twice the minimum group together, and more than they are by that group: what the total leaves then fits each of
/// them with any count under the minimum. All that may be hidden is where that cannot be reached.
fn protect(cells: &[Cell], min_group: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = cells.iter().map(|cell| cell.few).collect();
    loop {
        let held: Vec<u64> =
            cells.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(cell, _)| cell.n).collect();
        // A hidden part is one at least: the others leave it all but that.
        let (sum, others) = (held.iter().sum::<u64>(), (held.len() as u64).saturating_sub(1));
        if held.is_empty() || (others > 0 && sum >= 2 * min_group && sum >= min_group + others) {
            return hidden;
        }
        let free = (0..cells.len()).filter(|at| !hidden[*at] && !cells[*at].seen && cells[*at].n > 0);
        let Some(next) = free.min_by_key(|at| cells[*at].n) else {
            return cells.iter().map(|cell| cell.few || !cell.seen).collect();
        };
        hidden[next] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(counts: &[u64], min_group: u64) -> Vec<Cell> {
        counts.iter().map(|&n| Cell { n, few: n > 0 && n < min_group, seen: false }).collect()
    }

    #[test]
    fn a_single_small_cell_takes_another_with_it() {
        assert_eq!(protect(&cells(&[12, 0, 30, 9], 5), 5), [false; 4]);
        assert_eq!(protect(&cells(&[12, 3, 30, 9], 5), 5), [false, true, false, true]);
        // 3 + 6 are not ten: one more.
        assert_eq!(protect(&cells(&[12, 3, 30, 6], 5), 5), [true, true, false, true]);
        assert_eq!(protect(&cells(&[3, 0], 5), 5), [true, true], "nothing to hide behind: all goes");
        let mut seen = cells(&[12, 3, 30, 9], 5);
        seen[3].seen = true;
        assert_eq!(protect(&seen, 5), [true, true, false, false], "what is told elsewhere hides nothing");
        assert_eq!(protect(&cells(&[1, 1, 0], 1), 1), [false; 3]);
    }

    proptest! {
        /// An attacker knows the total, what is shown, and that a hidden part is at least one: each hidden count
        /// of few could be any other one under the minimum.
        #[test]
        fn no_small_count_is_found(
            counts in proptest::collection::vec(0..25u64, 2..14), min_group in 2..9u64,
        ) {
            let parts = cells(&counts, min_group);
            let hidden = protect(&parts, min_group);
            let held: Vec<u64> =
                counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(n, _)| *n).collect();
            for (cell, hidden) in parts.iter().zip(&hidden) {
                prop_assert!(*hidden || !cell.few);
            }
            if held.is_empty() || hidden.iter().all(|hidden| *hidden) {
                return Ok(());
            }
            let most = held.iter().sum::<u64>() - (held.len() as u64 - 1);
            prop_assert!(held.len() > 1 && most >= min_group, "{:?}", held);
        }
    }
}
