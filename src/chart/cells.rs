//! The values of a segment column, ready to be drawn: those that have a number, the largest bases where there are
//! too many, best score first; what is left out, in words; and the name of such a figure.

use unicode_normalization::UnicodeNormalization;

use super::ChartKind;
use super::style::SMALL_BASE;
use crate::lang::Lang;
use crate::metric::Estimate;

/// Rows at most; beyond, the smallest bases are left out.
pub const ROWS: usize = 40;

/// One value of the column.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// Value of the column.
    pub label: &'a str,
    /// Its score, finite.
    pub value: f64,
    /// Its base.
    pub n: u64,
    /// The whole row.
    pub estimate: &'a Estimate,
}

/// The values to draw, and how many are not.
#[derive(Debug, Clone)]
pub struct Cells<'a> {
    /// Best score first.
    pub rows: Vec<Cell<'a>>,
    /// Values of smaller bases, left out because there are too many.
    pub left_out: usize,
    /// Values that carry no number.
    pub hidden: usize,
}

impl<'a> Cells<'a> {
    /// The values of `column` among some estimates of one metric.
    pub fn new(estimates: &[&'a Estimate], column: &str) -> Self {
        let mut rows: Vec<Cell<'a>> = estimates.iter().filter_map(|e| cell(e, column)).collect();
        rows.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(b.label)));
        let left_out = rows.len().saturating_sub(ROWS);
        rows.truncate(ROWS);
        rows.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.label.cmp(b.label)));
        Self { rows, left_out, hidden: estimates.iter().filter(|e| e.suppressed).count() }
    }

    /// True when a base is small.
    pub fn fragile(&self) -> bool {
        self.rows.iter().any(|row| row.n < SMALL_BASE)
    }

    /// What is not shown, in sentences; empty where all is.
    pub fn absent(&self, lang: Lang) -> String {
        absent(self.left_out, self.hidden, lang)
    }
}

fn cell<'a>(estimate: &'a Estimate, column: &str) -> Option<Cell<'a>> {
    let value = estimate.value.filter(|v| v.is_finite())?;
    let segment = estimate.segment.as_ref()?;
    let label = segment.iter().find(|s| s.column == column).or_else(|| segment.first())?.value.as_str();
    Some(Cell { label, value, n: estimate.n?, estimate })
}

/// How many values are not shown for their base, and how many are suppressed; each sentence begins with a space.
pub fn absent(left_out: usize, hidden: usize, lang: Lang) -> String {
    let (out, masked) = (lang.count(left_out as u64), lang.count(hidden as u64));
    let out = match left_out {
        0 => String::new(),
        1 => pick!(lang, chart::value_with_a_smaller_base_not_shown).to_owned(),
        _ => pick!(lang, chart::values_with_smaller_bases_not_shown(out)),
    };
    let masked = match hidden {
        0 => String::new(),
        1 => pick!(lang, chart::value_suppressed).to_owned(),
        _ => pick!(lang, chart::values_suppressed(masked)),
    };
    format!("{out}{masked}")
}

/// How many waves are not shown because there are too many.
pub fn earlier(left_out: usize, lang: Lang) -> String {
    match left_out {
        0 => String::new(),
        1 => pick!(lang, chart::earlier_wave_not_shown).to_owned(),
        _ => pick!(lang, chart::earlier_waves_not_shown(lang.count(left_out as u64))),
    }
}

/// `segments-region`: the kind, then letters and digits of the column, lower-case, without accents.
pub fn id(kind: ChartKind, column: &str) -> String {
    let plain: String = column.nfd().filter(char::is_ascii).collect::<String>().to_ascii_lowercase();
    let parts: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let slug: String = parts.join("-").chars().take(40).collect();
    let kind = kind.id();
    if slug.is_empty() { kind.to_owned() } else { format!("{kind}-{}", slug.trim_end_matches('-')) }
}

#[cfg(test)]
mod tests {
    use super::super::check::estimate;
    use super::*;
    use crate::metric::Metric;

    #[test]
    fn the_largest_bases_are_kept_best_first() {
        let at =
            |i: u64, value| estimate(Metric::Nps, None, Some(("a", &format!("v{i:02}"))), value, 100 + i);
        let mut data: Vec<_> = (0..43u64).map(|i| at(i, Some([0.0, i as f64, 50.0]))).collect();
        data.push(at(43, None));
        let cells = Cells::new(&data.iter().collect::<Vec<_>>(), "a");
        assert_eq!((cells.rows.len(), cells.left_out, cells.hidden), (40, 3, 1));
        assert_eq!((cells.rows[0].label, cells.rows[39].label), ("v42", "v03"));
        assert!(!cells.fragile());
        assert!(cells.absent(Lang::En).contains("3 values with smaller bases are not shown. 1 value under"));
    }

    #[test]
    fn ids_are_plain_letters() {
        let id = |column| id(ChartKind::Segments, column);
        assert_eq!(id("Ancienneté (années)"), "segments-anciennete-annees");
        assert_eq!(id("地域"), "segments");
    }
}
