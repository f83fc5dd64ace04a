//! Keyness: what one group of answers says more than the opposite one.
//!
//! Counted in verbatims, not in occurrences: a respondent who writes “délai” five times is one respondent.
//! G² ranks ([`log_likelihood`]), Fisher's test or χ² says how sure ([`p_value`]), Benjamini–Hochberg corrects
//! for the number of keywords ([`benjamini_hochberg`]), the log-ratio says how much
//! ([`Table::log_ratio`]). [`contrasts`] does so for any number of groups, weighted or not, and adds Lafon's
//! [`specificity`], which counts occurrences.

mod chi2;
mod contingency;
mod contrast;
mod fisher;
mod hypergeometric;
mod jackknife;
mod log_likelihood;
mod log_ratio;
mod multiplicity;
mod overall;
mod p_value;
mod rows;
mod specificity;
mod weighted;

pub use chi2::{chi2, chi2_yates};
pub use contingency::Table;
pub use contrast::{Bases, Contrast, Mentions, Spread, Support, contrasts, said_more};
pub use fisher::fisher;
pub use jackknife::jackknife_shares;
pub use log_likelihood::{log_likelihood, log_likelihood_williams};
pub use multiplicity::{Correction, benjamini_hochberg, holm};
pub use overall::{Overall, overall};
pub use p_value::{Test, p_value};
pub use rows::{Form, Keyness, Keyword};
pub use specificity::{BANAL, specificity};
pub use weighted::{Weighted, against_rest, weighted};

use crate::metric::Group;
use crate::metric::law::PValue;
use crate::tally::TermKind;

/// Two opposite groups of answers to one score, and how many verbatims each wrote.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// Id of the open question.
    pub question: &'a str,
    /// Id of the score that makes the groups.
    pub by: &'a str,
    /// The unhappy group (detractors, low) and its verbatims.
    pub low: (Group, u64),
    /// The happy group (promoters, high) and its verbatims.
    pub high: (Group, u64),
}

/// How many verbatims of each side contain a keyword.
#[derive(Debug, Clone, Copy)]
pub struct SideCounts<'a> {
    /// The keyword.
    pub label: &'a str,
    /// What it is.
    pub kind: TermKind,
    /// Whether it names a subject.
    pub topic: bool,
    /// Verbatims of the unhappy group.
    pub low: u64,
    /// Verbatims of the happy group.
    pub high: u64,
}

/// One row for each keyword that one side says more than the other, the highest G² first, then by label. The
/// q-values account for all the keywords given. Nothing when a side wrote no verbatim.
pub fn keyness(sides: &Sides, keywords: &[SideCounts]) -> Vec<Keyness> {
    let (base_low, base_high) = (sides.low.1, sides.high.1);
    if base_low == 0 || base_high == 0 {
        return Vec::new();
    }
    let tables: Vec<Table> =
        keywords.iter().map(|k| Table::new(k.low, base_low, k.high, base_high)).collect();
    let tests: Vec<PValue> = tables.iter().map(|&table| p_value(table)).collect();
    let q = benjamini_hochberg(&tests.iter().map(|test| test.p).collect::<Vec<_>>());

    let mut rows: Vec<Keyness> = keywords
        .iter()
        .zip(tables)
        .zip(tests.iter().zip(q))
        .filter_map(|((keyword, table), (test, q))| {
            let turned = Table::new(table.out_with, base_high, table.in_with, base_low);
            let (group, table) = match (table.over_represented(), turned.over_represented()) {
                (true, _) => (sides.low.0, table),
                (_, true) => (sides.high.0, turned),
                _ => return None,
            };
            Some(Keyness {
                question: sides.question.to_owned(),
                by: sides.by.to_owned(),
                group,
                label: keyword.label.to_owned(),
                kind: keyword.kind,
                topic: keyword.topic,
                n_in: table.in_with,
                n_out: table.out_with,
                base_in: table.in_with + table.in_without,
                base_out: table.out_with + table.out_without,
                log_likelihood: log_likelihood(table),
                p: test.p,
                log10_p: test.log10,
                q,
                log_ratio: table.log_ratio(),
            })
        })
        .collect();
    rows.sort_by(|a, b| b.log_likelihood.total_cmp(&a.log_likelihood).then_with(|| a.label.cmp(&b.label)));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(label: &str, low: u64, high: u64) -> SideCounts<'_> {
        SideCounts { label, kind: TermKind::Word, topic: true, low, high }
    }

    const SIDES: Sides =
        Sides { question: "why", by: "nps", low: (Group::Detractors, 500), high: (Group::Promoters, 1000) };

    #[test]
    fn each_keyword_goes_to_the_side_that_says_it_more() {
        let counts = [side("rapide", 10, 200), side("prix", 50, 100), side("délai", 200, 110)];
        let rows = keyness(&SIDES, &counts);
        assert_eq!(rows.iter().map(|r| r.label.as_str()).collect::<Vec<_>>(), ["délai", "rapide"]);
        let delay = &rows[0];
        assert_eq!((delay.group, delay.n_in, delay.n_out), (Group::Detractors, 200, 110));
        assert_eq!((delay.base_in, delay.base_out), (500, 1000));
        assert!((delay.log_ratio - (200.5 / 500.0 / (110.5 / 1000.0_f64)).log2()).abs() < 1e-12);
        let quick = &rows[1];
        assert_eq!((quick.group, quick.n_in, quick.base_in), (Group::Promoters, 200, 1000));
        assert!(quick.log_ratio > 0.0);
        // “prix” is said as often on both sides: no row, but it was tested, third of three.
        assert!((quick.q - quick.p * 3.0 / 2.0).abs() < 1e-12 * quick.q);
        assert!((delay.q / delay.p - 3.0).abs() < 1e-9);
    }

    #[test]
    fn rows_do_not_depend_on_the_order_given() {
        let counts: Vec<String> = (0..40).map(|i| format!("mot{i:02}")).collect();
        let mut keywords: Vec<SideCounts> =
            counts.iter().enumerate().map(|(i, label)| side(label, i as u64 % 7, i as u64 % 5)).collect();
        let rows = keyness(&SIDES, &keywords);
        keywords.reverse();
        assert_eq!(keyness(&SIDES, &keywords), rows);
    }

    #[test]
    fn a_silent_side_gives_nothing() {
        let sides = Sides { high: (Group::Promoters, 0), ..SIDES };
        assert!(keyness(&sides, &[side("délai", 3, 0)]).is_empty());
    }
}
