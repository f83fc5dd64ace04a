//! Themes that are mentioned together, and whether more often than by chance.

use schemars::JsonSchema;
use serde::Serialize;

use super::rows::Builder;
use super::theme_rows::Coded;
use crate::keyness::{Table, benjamini_hochberg, log_likelihood, p_value};

/// Pairs of themes listed for an open question.
const PAIRS: usize = 100;

/// Two themes that are mentioned together; none belongs to the other. Base: verbatims.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Overlap {
    /// Ids of the themes.
    pub themes: [String; 2],
    /// Verbatims that mention both.
    pub n: u64,
    /// Verbatims that would mention both if neither theme called the other: n of one × n of the other / base.
    pub expected: f64,
    /// `n` / `expected`: how many times more often than by chance.
    pub lift: f64,
    /// Log-likelihood G² of the table of both themes, which ranks; the direction is that of `lift`.
    pub log_likelihood: f64,
    /// Two-sided p-value: Fisher's exact test, or χ² where every expected count allows it.
    pub p: f64,
    /// Benjamini–Hochberg q-value over all pairs of themes of the question, those never met together included.
    pub q: f64,
}

impl Builder<'_> {
    /// The pairs of themes of an open question, most often mentioned first. Catch-alls apart.
    ///
    /// A pair is listed from two verbatims on, or the minimum group, and where those who mention one theme without
    /// the other, and those who mention neither, are none or as many: a theme and its pairs would else single out the few
    /// who are left. Where small groups are protected only the themes at the top are paired: a theme less its sub-themes
    /// may be one person.
    pub(super) fn overlaps(&self, coded: &Coded<'_>) -> Vec<Overlap> {
        let (book, counts) = (&coded.plan.book, &coded.themes.counts);
        let floor = self.min_group.max(2);
        let themes: Vec<(usize, u64)> = (0..book.themes.len())
            .filter(|at| !book.themes[*at].general)
            .filter(|at| self.min_group <= 1 || book.themes[*at].parent.is_none())
            .map(|at| (at, counts.mentions(at)))
            .filter(|(_, n)| self.shown(*n, coded.base))
            .collect();
        let mut pairs = Vec::new();
        for (i, &(a, n_a)) in themes.iter().enumerate() {
            for &(b, n_b) in themes[i + 1..].iter().filter(|(b, _)| !book.related(a, *b)) {
                let n = counts.pairs.get(&(a, b)).copied().unwrap_or_default();
                // Those who mention the first theme against all others: how many of each mention the second.
                let table = Table::new(n, n_a, n_b - n, coded.base - n_a);
                pairs.push((a, b, n, table, p_value(table).p));
            }
        }
        let q = benjamini_hochberg(&pairs.iter().map(|pair| pair.4).collect::<Vec<_>>());
        let told = |n: u64, of: u64| n == of || of - n >= self.min_group;
        let mut rows: Vec<Overlap> = pairs
            .into_iter()
            .zip(q)
            .filter(|((a, b, n, ..), _)| {
                let (of_a, of_b) = (counts.mentions(*a), counts.mentions(*b));
                *n >= floor && told(*n, of_a) && told(*n, of_b) && told(of_a + of_b - n, coded.base)
            })
            .map(|((a, b, n, table, p), q)| {
                let expected = table.expected()[0];
                Overlap {
                    themes: [a, b].map(|theme| book.themes[theme].id.clone()),
                    n,
                    expected,
                    lift: n as f64 / expected,
                    log_likelihood: log_likelihood(table),
                    p,
                    q,
                }
            })
            .collect();
        rows.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.themes.cmp(&b.themes)));
        rows.truncate(PAIRS);
        rows
    }
}
