//! Where to act first: importance by performance, and what a change would be worth.

use schemars::JsonSchema;
use serde::Serialize;

use super::adjusted::Effect;
use super::jackknife::Jackknifed;
use super::rows::{Importance, Priority};
use crate::lang::Lang;

/// What to do with a driver, by how much it counts and how well it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// Counts much and does poorly.
    Fix,
    /// Counts much and does well.
    Maintain,
    /// Counts little and does poorly.
    Watch,
    /// Counts little and does well.
    Secondary,
}

impl Quadrant {
    /// What it is called in a report.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Fix => pick!(lang, topics::fix_first),
            Self::Maintain => pick!(lang, topics::maintain),
            Self::Watch => pick!(lang, topics::keep_an_eye_on),
            Self::Secondary => pick!(lang, topics::secondary_strength),
        }
    }

    /// What the name means.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Fix => pick!(lang, topics::counts_more_than_average_below_the_threshold),
            Self::Maintain => pick!(lang, topics::counts_more_than_average_above_the_threshold),
            Self::Watch => pick!(lang, topics::counts_less_than_average_below_the_threshold),
            Self::Secondary => pick!(lang, topics::counts_less_than_average_above_the_threshold),
        }
    }
}

impl Priority {
    /// What to do with it, as a report says it: a placement that another sample could change is to be confirmed.
    #[must_use]
    pub fn verdict(&self, lang: Lang) -> String {
        let label = self.quadrant.label(lang);
        if self.certain { label.to_owned() } else { pick!(lang, topics::to_be_confirmed(label)) }
    }
}

/// A value with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// The value.
    pub value: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end of its interval.
    pub high: f64,
}

impl From<Jackknifed> for Measured {
    fn from(found: Jackknifed) -> Self {
        Self { value: found.value, low: found.ci_low, high: found.ci_high }
    }
}

/// A driver to be placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// Id of the driver.
    pub id: String,
    /// Name shown.
    pub label: String,
    /// How much it counts, in any unit that the drivers share.
    pub importance: Measured,
    /// How well it does, in any unit that the drivers share, higher is better.
    pub performance: Measured,
}

impl Position {
    /// A theme of verbatims. Importance: the size of its adjusted impact, in points of score. Performance: how it is
    /// spoken of, such as the share of its mentions that are positive.
    #[must_use]
    pub fn of_theme(id: &str, label: &str, effect: &Effect, performance: Measured) -> Self {
        let impact = Measured::from(effect.impact);
        let (one, other) = (impact.low.abs(), impact.high.abs());
        let low = if impact.low <= 0.0 && impact.high >= 0.0 { 0.0 } else { one.min(other) };
        let importance = Measured { value: impact.value.abs(), low, high: one.max(other) };
        Self { id: id.to_owned(), label: label.to_owned(), importance, performance }
    }
}

impl From<&Importance> for Position {
    /// Importance: part of R². Performance: mean rating as a percentage of its scale, so that scales of 5 and of 10
    /// points can be compared.
    fn from(row: &Importance) -> Self {
        let span = row.scale_high - row.scale_low;
        let percent = |mean: f64| if span > 0.0 { 100.0 * (mean - row.scale_low) / span } else { 0.0 };
        Self {
            id: row.id.clone(),
            label: row.label.clone(),
            importance: Measured {
                value: row.importance,
                low: row.importance_low,
                high: row.importance_high,
            },
            performance: Measured {
                value: percent(row.mean),
                low: percent(row.mean_low),
                high: percent(row.mean_high),
            },
        }
    }
}

/// The matrix of importance by performance: one row a driver, what to fix first at the head, then by importance.
///
/// Cut at the mean importance, and at `performance_cut`, or the mean performance without one: the rows carry both. A
/// placement is certain when neither interval reaches its cut; the cuts are taken as known. Martilla & James,
/// “Importance-performance analysis”, *Journal of Marketing* 41 (1977), 77–79.
///
/// Nothing for fewer than two drivers, which have no average to be compared with.
#[must_use]
pub fn priorities(target: &str, drivers: &[Position], performance_cut: Option<f64>) -> Vec<Priority> {
    if drivers.len() < 2 {
        return Vec::new();
    }
    let mean = |of: fn(&Position) -> f64| drivers.iter().map(of).sum::<f64>() / drivers.len() as f64;
    let importance_cut = mean(|driver| driver.importance.value);
    let performance_cut = performance_cut.unwrap_or_else(|| mean(|driver| driver.performance.value));
    let place = |driver: &Position| {
        let (importance, performance) = (driver.importance, driver.performance);
        let quadrant = match (importance.value >= importance_cut, performance.value >= performance_cut) {
            (true, false) => Quadrant::Fix,
            (true, true) => Quadrant::Maintain,
            (false, false) => Quadrant::Watch,
            (false, true) => Quadrant::Secondary,
        };
        let across = |measured: Measured, cut: f64| measured.low <= cut && cut <= measured.high;
        Priority {
            target: target.to_owned(),
            id: driver.id.clone(),
            label: driver.label.clone(),
            importance: importance.value,
            importance_low: importance.low,
            importance_high: importance.high,
            importance_cut,
            performance: performance.value,
            performance_low: performance.low,
            performance_high: performance.high,
            performance_cut,
            quadrant,
            certain: !across(importance, importance_cut) && !across(performance, performance_cut),
        }
    };
    let mut rows: Vec<Priority> = drivers.iter().map(place).collect();
    rows.sort_by(|a, b| {
        let first = (a.quadrant != Quadrant::Fix).cmp(&(b.quadrant != Quadrant::Fix));
        first.then(b.importance.total_cmp(&a.importance)).then_with(|| a.id.cmp(&b.id))
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::law::PValue;

    fn driver(id: &str, importance: f64, performance: f64, half: f64) -> Position {
        let around = |value: f64, half: f64| Measured { value, low: value - half, high: value + half };
        Position {
            id: id.to_owned(),
            label: id.to_owned(),
            importance: around(importance, half / 1000.0),
            performance: around(performance, half),
        }
    }

    #[test]
    fn each_corner_has_its_name() {
        let drivers = [
            driver("clarté", 0.02, 80.0, 5.0),
            driver("délai", 0.20, 40.0, 5.0),
            driver("prix", 0.03, 45.0, 5.0),
            driver("accueil", 0.15, 85.0, 30.0),
        ];
        let rows = priorities("nps", &drivers, None);
        let found: Vec<(&str, Quadrant, bool)> =
            rows.iter().map(|r| (r.id.as_str(), r.quadrant, r.certain)).collect();
        let expected = [
            ("délai", Quadrant::Fix, true),
            ("accueil", Quadrant::Maintain, false),
            ("prix", Quadrant::Watch, true),
            ("clarté", Quadrant::Secondary, true),
        ];
        assert_eq!(found, expected);
        assert!(
            (rows[0].importance_cut - 0.1).abs() < 1e-12 && (rows[0].performance_cut - 62.5).abs() < 1e-12
        );
        let strict = priorities("nps", &drivers, Some(90.0));
        assert_eq!(strict[1].quadrant, Quadrant::Fix, "a target replaces the mean");
        assert!(priorities("nps", &drivers[..1], None).is_empty());
        assert_eq!(rows[0].verdict(Lang::Fr), "à corriger en priorité");
        assert_eq!(rows[1].verdict(Lang::En), "maintain (to be confirmed)");
    }

    #[test]
    fn an_irritant_counts_by_its_size() {
        let around = |value: f64, half: f64| Jackknifed {
            value,
            se: half / 2.0,
            ci_low: value - half,
            ci_high: value + half,
            p_value: PValue::from_z(2.0 * value / half),
        };
        let theme = |impact: f64| {
            let (effect, impact) = (around(-20.0, 5.0), around(impact, 1.5));
            let effect = Effect { theme: 0, n: 50, share: 0.1, effect, impact, q: 0.01, importance: 0.02 };
            Position::of_theme("délai", "Délais", &effect, Measured { value: 20.0, low: 15.0, high: 25.0 })
                .importance
        };
        assert_eq!(theme(-4.0), Measured { value: 4.0, low: 2.5, high: 5.5 });
        assert_eq!(theme(-1.0), Measured { value: 1.0, low: 0.0, high: 2.5 });
    }

    #[test]
    fn corners_are_named_in_both_languages() {
        assert_eq!(Quadrant::Fix.label(Lang::Fr), "à corriger en priorité");
        for quadrant in [Quadrant::Fix, Quadrant::Maintain, Quadrant::Watch, Quadrant::Secondary] {
            assert_ne!(quadrant.label(Lang::Fr), quadrant.label(Lang::En));
            assert_ne!(quadrant.meaning(Lang::Fr), quadrant.meaning(Lang::En));
        }
    }
}
