//! What study.toml declares about weighting: which columns must have which structure, and how.
//!
//! ```toml
//! [weighting]
//! method = "raking"
//! trim = [0.3, 3.0]
//!
//! [weighting.targets]
//! sexe = { "Femme" = 52, "Homme" = 48 }
//! "région × âge" = { "Nord × 18-34" = 12, "Nord × 35+" = 30, "Sud × 18-34" = 20, "Sud × 35+" = 38 }
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::profile::Profile;
use super::{fold, targets, tidy};
use crate::error::{Error, Expected, Result};
use crate::read::InputFile;

/// Between the columns of a crossed margin, and between their values.
const CROSS: [char; 2] = ['×', '*'];

/// Targets may miss their sum by as much: those that a statistics office rounds do.
const ROUNDING: f64 = 0.005;

/// How weights are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Several margins hold at once (calage sur marges).
    #[default]
    Raking,
    /// One margin, possibly crossed.
    PostStratification,
}

/// Weights to compute.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighting {
    /// The study file: what errors name.
    pub file: String,
    /// The file of its targets; none where they stand in study.toml.
    pub targets: Option<InputFile>,
    /// How.
    pub method: Method,
    /// Bounds of the weights, in multiples of the mean weight.
    pub trim: Option<[f64; 2]>,
    /// Whether each wave is weighted to the targets on its own; all waves together otherwise.
    pub each_wave: bool,
    /// What must hold.
    pub margins: Vec<Margin>,
    /// People that each weighted set stands for, where targets are head counts; otherwise the total of the base
    /// weights stays.
    pub population: Option<f64>,
}

/// The structure that the values of a column, or of several crossed, must have.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// Columns; several where they are crossed.
    pub columns: Vec<String>,
    /// Values and their shares, in the order declared.
    pub targets: Vec<Target>,
}

/// The share that a value must have.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// One value a column.
    pub values: Vec<String>,
    /// Its share, 0…1; those of a margin add up to 1.
    pub share: f64,
}

impl Margin {
    /// How it is written: `sexe`, `sexe × âge`.
    #[must_use]
    pub fn label(&self) -> String {
        crossed(&self.columns)
    }
}

impl Target {
    /// How it is written: `Femme`, `Femme × 18-34`.
    #[must_use]
    pub fn label(&self) -> String {
        crossed(&self.values)
    }
}

pub(super) fn crossed(parts: &[String]) -> String {
    parts.join(" × ")
}

impl Weighting {
    /// The columns of all margins, each once.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let mut columns: Vec<&str> = Vec::new();
        for column in self.margins.iter().flat_map(|m| &m.columns) {
            if !columns.contains(&column.as_str()) {
                columns.push(column);
            }
        }
        columns
    }
}

/// A weighting that cannot be carried out.
#[derive(Debug, Clone, PartialEq)]
pub enum WeightingError {
    /// The targets of a margin add up to neither 1, nor 100, nor a number of people.
    Sum {
        /// What they add up to.
        found: f64,
        /// Rows of the files.
        rows: u64,
    },
    /// The head counts of two margins differ.
    Populations {
        /// What the margin's add up to.
        found: f64,
        /// Another margin.
        other: String,
        /// What that one's add up to.
        expected: f64,
    },
    /// A target that is not above 0.
    NotPositive {
        /// The value.
        value: String,
        /// Its target.
        found: f64,
    },
    /// A value that has two targets.
    Twice {
        /// The value.
        value: String,
    },
    /// A value that does not name one value a column.
    Parts {
        /// The value.
        value: String,
        /// Columns of the margin.
        expected: usize,
    },
    /// A value that no row has.
    NoRow {
        /// The value.
        value: String,
        /// The wave that lacks it, when the others have it.
        wave: Option<String>,
        /// The values that rows have.
        found: Vec<String>,
    },
    /// Rows whose value has no target.
    NoTarget {
        /// The value.
        value: String,
        /// How many rows.
        n: u64,
        /// The values that have a target.
        targets: Vec<String>,
    },
    /// The margins cannot all hold.
    NotReached {
        /// A value that stays off.
        value: String,
        /// Its share as it stays, 0…1.
        found: f64,
        /// Its target.
        target: f64,
        /// Rounds tried.
        iterations: u64,
        /// The wave.
        wave: Option<String>,
    },
}

/// What a file of targets lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetsPart {
    /// Its three columns.
    Columns,
    /// A number.
    Number,
    /// A cell that is not empty.
    Filled,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WeightingSection {
    #[serde(default)]
    method: Method,
    trim: Option<Vec<f64>>,
    each_wave: Option<bool>,
    targets: TargetsSection,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "targets by column, or the name of a file")]
enum TargetsSection {
    File(String),
    Margins(BTreeMap<String, BTreeMap<String, f64>>),
}

/// The targets of one margin as they are written, named by its columns.
pub(super) type Written = (String, Vec<(String, f64)>);

impl WeightingSection {
    /// The file of its targets, where they are in one.
    pub(super) fn file(&self) -> Option<&str> {
        match &self.targets {
            TargetsSection::File(name) => Some(name),
            TargetsSection::Margins(_) => None,
        }
    }

    /// The weighting declared in `file`, whose columns `column` finds.
    pub(super) fn resolve<'p>(
        self,
        file: &str,
        column: impl Fn(&str, &str) -> Result<&'p Profile>,
    ) -> Result<Weighting> {
        let value = |key: &str, found: String, expected: Expected| Error::StudyValue {
            file: file.to_owned(),
            key: format!("weighting.{key}"),
            found,
            expected,
        };
        let trim = match self.trim.as_deref() {
            Some([low, high]) if *low >= 0.0 && *low < 1.0 && *high > 1.0 && high.is_finite() => {
                Some([*low, *high])
            }
            Some(found) => return Err(value("trim", format!("{found:?}"), Expected::TrimBounds)),
            None => None,
        };
        let mut own = None;
        let (source, key, written) = match self.targets {
            TargetsSection::File(name) => {
                let path = Path::new(file).parent().unwrap_or(Path::new("")).join(&name);
                let read = targets::read(&path)?;
                own = Some(InputFile::of(&path)?);
                (path.display().to_string(), None, read)
            }
            TargetsSection::Margins(margins) => {
                let margins = margins.into_iter().map(|(name, values)| (name, values.into_iter().collect()));
                (file.to_owned(), Some("weighting.targets"), margins.collect())
            }
        };
        if written.is_empty() {
            return Err(value("targets", "{ }".to_owned(), Expected::Targets));
        }
        let mut sums: Vec<(String, f64, bool)> = Vec::new();
        let mut margins = Vec::new();
        for (name, values) in written {
            let column = |name: &str| column(key.unwrap_or("weighting.targets"), name);
            let profiles = match column(&name) {
                Err(_) if name.contains(CROSS) => name.split(CROSS).map(|part| column(part.trim())).collect(),
                found => found.map(|profile| vec![profile]),
            }?;
            let rows = profiles[0].filled + profiles[0].empty;
            let (margin, sum, people) = check(&profiles, &values, rows)
                .map_err(|cause| Error::Weighting { file: source.clone(), margin: name.clone(), cause })?;
            if people && let Some((other, expected, _)) = sums.iter().find(|s| s.2 && !near(sum, s.1)) {
                let cause =
                    WeightingError::Populations { found: sum, other: other.clone(), expected: *expected };
                return Err(Error::Weighting { file: source, margin: name, cause });
            }
            sums.push((name, sum, people));
            margins.push(margin);
        }
        if self.method == Method::PostStratification && margins.len() > 1 {
            let names = margins.iter().map(Margin::label).collect::<Vec<_>>().join(", ");
            return Err(value("targets", names, Expected::OneMargin));
        }
        let population = sums.iter().find(|s| s.2).map(|s| s.1);
        let each_wave = self.each_wave.unwrap_or(true);
        let (file, targets, method) = (source, own, self.method);
        Ok(Weighting { file, targets, method, trim, each_wave, margins, population })
    }
}

/// A margin, what its targets add up to, and whether they are numbers of people.
fn check(
    profiles: &[&Profile],
    written: &[(String, f64)],
    rows: u64,
) -> Result<(Margin, f64, bool), WeightingError> {
    let mut seen: Vec<String> = Vec::new();
    let mut targets = Vec::new();
    for (value, target) in written {
        if !(target.is_finite() && *target > 0.0) {
            return Err(WeightingError::NotPositive { value: value.clone(), found: *target });
        }
        let values: Vec<String> = match profiles.len() {
            1 => vec![tidy(value)],
            _ => value.split(CROSS).map(tidy).collect(),
        };
        if values.len() != profiles.len() {
            return Err(WeightingError::Parts { value: value.clone(), expected: profiles.len() });
        }
        let folded = fold(&crossed(&values));
        if seen.contains(&folded) {
            return Err(WeightingError::Twice { value: value.clone() });
        }
        seen.push(folded);
        targets.push(Target { values, share: *target });
    }
    let sum: f64 = targets.iter().map(|t| t.share).sum();
    let shares = near(sum, 1.0) || near(sum, 100.0);
    // 96 is 100 minus a forgotten value; fewer people than rows are no population.
    let nearly = |whole: f64| (0.8 * whole..=1.2 * whole).contains(&sum);
    if !shares && (nearly(1.0) || nearly(100.0) || sum < rows as f64) {
        return Err(WeightingError::Sum { found: sum, rows });
    }
    for target in &mut targets {
        target.share /= sum;
    }
    let columns = profiles.iter().map(|p| p.column.clone()).collect();
    Ok((Margin { columns, targets }, sum, !shares))
}

fn near(found: f64, expected: f64) -> bool {
    (found / expected - 1.0).abs() <= ROUNDING
}

#[cfg(test)]
mod tests {
    use super::super::Declared;
    use super::*;
    use crate::Lang;

    fn profiles() -> Vec<Profile> {
        let column = |name: &str, values: &[(&str, u64)]| Profile {
            column: name.to_owned(),
            filled: values.iter().map(|v| v.1).sum(),
            values: Some(values.iter().map(|(v, n)| ((*v).to_owned(), *n)).collect()),
            ..Profile::default()
        };
        vec![
            column("sexe", &[("Femme", 60), ("Homme", 40)]),
            column("âge", &[("18-34", 30), ("35+", 70)]),
            column("A * B", &[("x", 100)]),
        ]
    }

    fn parse(section: &str) -> Result<Weighting> {
        let study =
            Declared::parse(&format!("[weighting]\n{section}\n"), "study.toml")?.study(&profiles(), &[])?;
        Ok(study.weighting.unwrap())
    }

    fn refused(section: &str) -> (String, WeightingError) {
        match parse(section).unwrap_err() {
            Error::Weighting { margin, cause, .. } => (margin, cause),
            other => panic!("{section}: {other}"),
        }
    }

    #[test]
    fn shares_and_percents_keep_the_total_head_counts_set_it() {
        for (targets, population) in [
            ("sexe = { Femme = 52, Homme = 48 }", None),
            ("sexe = { Femme = 0.52, Homme = 0.48 }", None),
            ("sexe = { Femme = 52.1, Homme = 48.1 }", None),
            ("sexe = { Femme = 520, Homme = 480 }", Some(1000.0)),
            ("sexe = { Femme = 520, Homme = 480 }\n\"âge\" = { \"18-34\" = 30, \"35+\" = 70 }", Some(1000.0)),
        ] {
            let found = parse(&format!("[weighting.targets]\n{targets}")).unwrap();
            assert_eq!((found.population, found.method, found.trim), (population, Method::Raking, None));
            let femme = found.margins.iter().flat_map(|m| &m.targets).find(|t| t.label() == "Femme").unwrap();
            assert!((femme.share - 0.52).abs() < 1e-3);
        }
    }

    #[test]
    fn margins_may_be_crossed() {
        let crossed = parse(
            "method = \"post-stratification\"\ntrim = [0, 4]\neach_wave = false\n[weighting.targets]\n\
             \"SEXE × âge\" = { \"Femme × 18-34\" = 30, \"femme * 35+\" = 20, \"Homme × 18-34\" = 50 }",
        );
        assert!(matches!(crossed, Err(Error::UnknownColumn { column, .. }) if column == "SEXE"));
        let crossed = parse(
            "method = \"post-stratification\"\ntrim = [0, 4]\neach_wave = false\n[weighting.targets]\n\
             \"sexe × âge\" = { \"Femme × 18-34\" = 30, \"femme * 35+\" = 20, \"Homme × 18-34\" = 50 }",
        )
        .unwrap();
        assert_eq!(crossed.margins[0].columns, ["sexe", "âge"]);
        assert_eq!((crossed.trim, crossed.each_wave), (Some([0.0, 4.0]), false));
        assert_eq!(crossed.columns(), ["sexe", "âge"]);
        let starred = parse("[weighting.targets]\n\"A * B\" = { x = 1 }").unwrap();
        assert_eq!(starred.margins[0].label(), "A * B");
    }

    #[test]
    fn what_cannot_be_a_target_is_refused() {
        let sexe = |values: &str| refused(&format!("[weighting.targets]\nsexe = {{ {values} }}"));
        let sum = WeightingError::Sum { found: 96.0, rows: 100 };
        assert_eq!(sexe("Femme = 52, Homme = 44"), ("sexe".to_owned(), sum));
        assert!(matches!(sexe("Femme = 5, Homme = 4").1, WeightingError::Sum { .. }));
        assert!(matches!(sexe("Femme = 100, Homme = 0").1, WeightingError::NotPositive { found: 0.0, .. }));
        assert!(matches!(sexe("Femme = 110, Homme = -10").1, WeightingError::NotPositive { .. }));
        assert!(matches!(sexe("Femme = 50, \" FEMME\" = 50").1, WeightingError::Twice { .. }));
        let parts = refused("[weighting.targets]\n\"sexe × âge\" = { Femme = 100 }").1;
        assert_eq!(parts, WeightingError::Parts { value: "Femme".to_owned(), expected: 2 });
        let people =
            refused("[weighting.targets]\nsexe = { Femme = 500, Homme = 500 }\n\"âge\" = { \"35+\" = 2000 }");
        assert!(matches!(people.1, WeightingError::Populations { found: 2000.0, expected: 1000.0, .. }));
        for (section, wrong) in [
            ("trim = [1.5, 3]\ntargets = {}", Expected::TrimBounds),
            ("trim = [0.3]\ntargets = {}", Expected::TrimBounds),
            ("targets = {}", Expected::Targets),
            (
                "method = \"post-stratification\"\ntargets = { sexe = { Femme = 100 }, \"âge\" = { \"35+\" = 100 } }",
                Expected::OneMargin,
            ),
        ] {
            let found = parse(section).unwrap_err();
            assert!(
                matches!(found, Error::StudyValue { expected, .. } if expected == wrong),
                "{section}: {found}"
            );
        }
        assert!(
            matches!(parse("target = 3\ntargets = {}"), Err(Error::UnknownKey { key, .. }) if key == "target")
        );
        let method = parse("method = \"calage\"\ntargets = {}").unwrap_err().message(Lang::Fr);
        assert!(method.contains("raking, post-stratification"), "{method}");
        let kind = parse("targets = 3").unwrap_err();
        assert!(kind.message(Lang::Fr).contains("cibles.csv"), "{kind}");
    }

    #[test]
    fn targets_stand_in_a_file_beside_the_study() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(
            dir.path().join("cibles.csv"),
            "variable;modalité;cible\nsexe;Femme;51,5\nsexe;Homme;48,5 %\nâge;18-34;40\nâge;35+;60\n",
        )
        .unwrap();
        let file = dir.path().join("study.toml").display().to_string();
        let declared = Declared::parse("[weighting]\ntargets = \"cibles.csv\"\n", &file).unwrap();
        let weighting = declared.study(&profiles(), &[]).unwrap().weighting.unwrap();
        assert_eq!(weighting.columns(), ["sexe", "âge"]);
        assert!((weighting.margins[0].targets[0].share - 0.515).abs() < 1e-12);
        assert!(weighting.file.ends_with("cibles.csv"));
        let missing = Declared::parse("[weighting]\ntargets = \"autre.csv\"\n", &file).unwrap();
        assert!(matches!(missing.study(&profiles(), &[]), Err(Error::NotFound { .. })));
    }
}
