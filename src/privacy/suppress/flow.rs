//! How far one hidden cell of a table may move when its margins and its other cells are published.

use std::collections::VecDeque;

/// A table of which the margins are known, and the cells where `known` is true.
pub(super) struct Flow<'a> {
    /// Row × column.
    pub table: &'a [Vec<u64>],
    pub known: &'a [Vec<bool>],
    /// The hidden cell asked about.
    pub cell: (usize, usize),
}

impl Flow<'_> {
    /// How much the cell can grow (`up`) or shrink while margins and known cells stay and no count is negative, up to
    /// `enough`: a maximum flow from its row to its column through hidden cells that give and take in turn.
    ///
    /// Augmenting by the shortest path (J. Edmonds, R. Karp, Theoretical improvements in algorithmic efficiency for
    /// network flow problems, JACM 19, 1972); every table on the way is one that fits what is known.
    pub(super) fn room(&self, up: bool, enough: u64) -> u64 {
        let mut table = self.table.to_vec();
        let mut moved = 0;
        while moved < enough {
            let Some(path) = self.path(&table, up) else { break };
            // The cell itself, then the path: they give and take in turn.
            let cycle = || std::iter::once(self.cell).chain(path.iter().copied()).enumerate();
            let gives = |at: usize| (at % 2 == 1) == up;
            let least = cycle().filter(|(at, _)| gives(*at)).map(|(_, (r, c))| table[r][c]).min();
            let step = least.unwrap_or_default().min(enough - moved);
            if step == 0 {
                break;
            }
            for (at, (r, c)) in cycle() {
                if gives(at) {
                    table[r][c] -= step;
                } else {
                    table[r][c] += step;
                }
            }
            moved += step;
        }
        moved
    }

    /// The shortest way from the row of the cell to its column: cells that change in turn against it and with it.
    fn path(&self, table: &[Vec<u64>], up: bool) -> Option<Vec<(usize, usize)>> {
        let (row, column) = self.cell;
        let (rows, columns) = (table.len(), table[0].len());
        // Rows come first among the nodes.
        let mut from: Vec<Option<usize>> = vec![None; rows + columns];
        let mut queue = VecDeque::from([row]);
        let mut seen = vec![false; rows + columns];
        seen[row] = true;
        while let Some(node) = queue.pop_front() {
            let next: Vec<usize> =
                if node < rows { (rows..rows + columns).collect() } else { (0..rows).collect() };
            for other in next.into_iter().filter(|other| !seen[*other]).collect::<Vec<_>>() {
                let (r, c) = if node < rows { (node, other - rows) } else { (other, node - rows) };
                // A cell on the way from a row changes against the one asked about, on the way from a column with it.
                let gives = (node < rows) == up;
                if self.known[r][c] || (r, c) == self.cell || (gives && table[r][c] == 0) {
                    continue;
                }
                seen[other] = true;
                from[other] = Some(node);
                if other == rows + column {
                    return Some(way(&from, other, rows));
                }
                queue.push_back(other);
            }
        }
        None
    }
}

/// The cells between the nodes that lead to `end`, in order.
fn way(from: &[Option<usize>], end: usize, rows: usize) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    let mut node = end;
    while let Some(before) = from[node] {
        cells.push(if before < rows { (before, node - rows) } else { (node, before - rows) });
        node = before;
    }
    cells.reverse();
    cells
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Least and greatest count of a cell over all tables with these margins and known cells, one by one.
    fn enumerate(table: &[Vec<u64>], known: &[Vec<bool>], cell: (usize, usize)) -> (u64, u64) {
        fn fill(
            at: usize,
            now: &mut Vec<Vec<u64>>,
            given: (&[Vec<u64>], &[Vec<bool>]),
            left: &mut (Vec<u64>, Vec<u64>),
            see: &mut dyn FnMut(&[Vec<u64>]),
        ) {
            let width = given.0[0].len();
            if at == given.0.len() * width {
                if left.0.iter().chain(&left.1).all(|n| *n == 0) {
                    see(now);
                }
                return;
            }
            let (r, c) = (at / width, at % width);
            let most = left.0[r].min(left.1[c]);
            let range = if given.1[r][c] { given.0[r][c]..=given.0[r][c] } else { 0..=most };
            for n in range.filter(|n| *n <= most) {
                now[r][c] = n;
                left.0[r] -= n;
                left.1[c] -= n;
                fill(at + 1, now, given, left, see);
                left.0[r] += n;
                left.1[c] += n;
            }
        }
        let rows = table.iter().map(|row| row.iter().sum()).collect();
        let columns = (0..table[0].len()).map(|c| table.iter().map(|row| row[c]).sum()).collect();
        let (mut low, mut high) = (u64::MAX, 0);
        let mut see = |table: &[Vec<u64>]| {
            low = low.min(table[cell.0][cell.1]);
            high = high.max(table[cell.0][cell.1]);
        };
        fill(0, &mut table.to_vec(), (table, known), &mut (rows, columns), &mut see);
        (low, high)
    }

    proptest! {
        #[test]
        fn the_room_of_a_cell_is_that_of_all_tables(
            cells in prop::collection::vec(0u64..4, 9),
            open in prop::collection::vec(prop::bool::weighted(0.7), 9),
            at in 0usize..9,
        ) {
            let table: Vec<Vec<u64>> = cells.chunks(3).map(<[u64]>::to_vec).collect();
            let mut known: Vec<Vec<bool>> =
                open.chunks(3).map(|row| row.iter().map(|open| !open).collect()).collect();
            let cell = (at / 3, at % 3);
            known[cell.0][cell.1] = false;
            let flow = Flow { table: &table, known: &known, cell };
            let own = table[cell.0][cell.1];
            let (low, high) = enumerate(&table, &known, cell);
            prop_assert_eq!((own - flow.room(false, 100), own + flow.room(true, 100)), (low, high));
        }
    }

    #[test]
    fn a_cell_hidden_alone_cannot_move() {
        let table = vec![vec![2, 9], vec![8, 7]];
        let known = vec![vec![false, true], vec![true, true]];
        let flow = Flow { table: &table, known: &known, cell: (0, 0) };
        assert_eq!((flow.room(true, 9), flow.room(false, 9)), (0, 0));
        let known = vec![vec![false; 2]; 2];
        let flow = Flow { table: &table, known: &known, cell: (0, 0) };
        assert_eq!((flow.room(true, 99), flow.room(false, 99)), (8, 2));
    }
}
