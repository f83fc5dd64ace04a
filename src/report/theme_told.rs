//! Which themes may be told beside those that they belong to: a theme less its sub-themes may be one person.

use crate::privacy::{safe, standing};
use crate::theme::Codebook;

/// Which of the themes that have one of `counts` may be told with it.
///
/// Where small groups are protected, a sub-theme is told only beside the theme that it belongs to, and where those who
/// mention the theme without it are nobody or the minimum group; so is the difference between the theme and all its
/// sub-themes that are told together, who mention none of them or several. The smallest sub-themes go first.
pub(super) fn told(book: &Codebook, counts: &[Option<u64>], min_group: u64) -> Vec<bool> {
    let mut told: Vec<bool> = counts.iter().map(Option::is_some).collect();
    if min_group <= 1 {
        return told;
    }
    let under = |above: Option<usize>| (0..counts.len()).filter(move |at| book.themes[*at].parent == above);
    // From the top down: what is settled of a theme settles its sub-themes.
    let mut next: Vec<usize> = under(None).collect();
    while let Some(theme) = next.pop() {
        let whole = counts[theme].filter(|_| told[theme]);
        let apart = |at: usize| {
            let (whole, n) = whole.zip(counts[at])?;
            safe(&[whole.abs_diff(n)], min_group).then(|| vec![n])
        };
        let below: Vec<usize> = under(Some(theme)).collect();
        let parts: Vec<Option<Vec<u64>>> = below.iter().map(|at| apart(*at)).collect();
        let stands = standing(&[whole.unwrap_or_default()], &parts, min_group);
        below.iter().zip(stands).for_each(|(at, stands)| told[*at] = stands);
        next.extend(below);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pay, of which wages (gross, of which bonus) and benefits are part; and hours.
    fn book() -> Codebook {
        let theme = |id: &str, parent: &str| {
            let parent = if parent.is_empty() { String::new() } else { format!("parent = \"{parent}\"\n") };
            format!("[[theme]]\nid = \"{id}\"\n{parent}rules = [\"{id}\"]\n")
        };
        let themes = [("wages", "pay"), ("pay", ""), ("benefits", "pay"), ("bonus", "wages"), ("hours", "")];
        let toml: String = themes.iter().map(|(id, parent)| theme(id, parent)).collect();
        Codebook::parse(&toml, "book.toml").unwrap()
    }

    fn ids(counts: [u64; 5], min_group: u64) -> Vec<&'static str> {
        let counts = counts.map(|n| Some(n).filter(|n| *n >= min_group));
        let told = told(&book(), &counts, min_group);
        ["wages", "pay", "benefits", "bonus", "hours"]
            .into_iter()
            .zip(told)
            .filter(|(_, told)| *told)
            .map(|(id, _)| id)
            .collect()
    }

    #[test]
    fn a_sub_theme_that_would_single_out_a_few_is_not_told() {
        assert_eq!(ids([20, 21, 0, 0, 9], 5), ["pay", "hours"], "one speaks of pay and not of wages");
        assert_eq!(ids([20, 21, 0, 0, 9], 1), ["wages", "pay", "hours"], "where none are protected");
        assert_eq!(ids([15, 21, 0, 0, 9], 5), ["wages", "pay", "hours"], "six do");
        assert_eq!(ids([21, 21, 0, 0, 9], 5), ["wages", "pay", "hours"], "nobody does");
    }

    #[test]
    fn nor_are_sub_themes_that_would_together() {
        assert_eq!(ids([12, 21, 8, 0, 9], 5), ["wages", "pay", "hours"], "one speaks of neither");
        assert_eq!(ids([14, 21, 8, 0, 9], 5), ["wages", "pay", "hours"], "one speaks of both");
        assert_eq!(ids([13, 21, 8, 0, 9], 5), ["wages", "pay", "benefits", "hours"], "nobody");
    }

    #[test]
    fn what_belongs_to_a_theme_that_is_not_told_is_not_either() {
        assert_eq!(ids([20, 21, 0, 10, 9], 5), ["pay", "hours"]);
        assert_eq!(ids([15, 21, 0, 10, 9], 5), ["wages", "pay", "bonus", "hours"]);
        assert_eq!(ids([15, 21, 0, 11, 9], 5), ["wages", "pay", "hours"]);
    }
}
