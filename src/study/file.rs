//! study.toml: what a person declares. What it leaves out is inferred.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use super::profile::Profile;
use super::responses::MAX_GROUPS;
use super::{Kind, Period, Question, Scale, Study, Unused, WaveSource};
use crate::Lang;
use crate::error::{Error, Expected, Result, Warning};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    study: StudySection,
    #[serde(default)]
    privacy: PrivacySection,
    question: Option<Vec<QuestionSection>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct StudySection {
    title: Option<String>,
    language: Option<Lang>,
    wave: Option<WaveSection>,
    segments: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a column name, or { column = \"…\", period = \"month|quarter|year\" }")]
enum WaveSection {
    Column(String),
    Period(PeriodSection),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodSection {
    column: String,
    period: Period,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct PrivacySection {
    min_group: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionSection {
    id: String,
    column: String,
    kind: Kind,
    scale: Option<[f64; 2]>,
    #[serde(default)]
    reversed: bool,
    #[serde(default)]
    labels: BTreeMap<String, f64>,
    #[serde(default)]
    missing: Vec<Code>,
    about: Option<String>,
}

/// A code for no answer, which a person may write with or without quotes.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a text or a number")]
enum Code {
    Text(String),
    Number(f64),
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        match code {
            Code::Text(text) => text,
            Code::Number(number) => number.to_string(),
        }
    }
}

impl Study {
    /// Reads a study file; what it leaves out (waves, segments, questions) is inferred from the profiles.
    ///
    /// # Errors
    /// The file cannot be read or understood (with line and column), names a column that no file has, or
    /// declares an impossible scale or a repeated id.
    pub fn load(path: &Path, profiles: &[Profile], sheets: &[&str]) -> Result<Self> {
        let text = std::fs::read_to_string(path).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound { file: path.display().to_string() },
            _ => Error::io(path, cause),
        })?;
        Self::parse(&text, &path.display().to_string(), profiles, sheets)
    }

    pub(super) fn parse(text: &str, file: &str, profiles: &[Profile], sheets: &[&str]) -> Result<Self> {
        let declared: File = toml::from_str(text).map_err(|e| Error::Study {
            file: file.to_owned(),
            cause: e.to_string().trim_end().to_owned(),
        })?;
        let check = Check { file, profiles };
        let mut study = Self::infer(profiles, sheets);
        study.title = declared.study.title;
        study.language = declared.study.language;
        study.min_group = declared.privacy.min_group;
        if let Some(wave) = declared.study.wave {
            study.warnings.retain(|w| !matches!(w, Warning::AmbiguousDates { .. }));
            let (wave, warning) = check.wave(wave)?;
            study.wave = wave;
            study.warnings.extend(warning);
        }
        if let Some(sections) = declared.question {
            study.questions = check.questions(sections)?;
            study.warnings.retain(|w| !matches!(w, Warning::Ambiguous { .. } | Warning::MissingCodes { .. }));
        }
        if let Some(segments) = declared.study.segments {
            for column in &segments {
                check.column("segments", column)?;
            }
            study.segments = segments;
        }
        let used: BTreeSet<&str> = study
            .questions
            .iter()
            .map(|q| q.column.as_str())
            .chain(study.wave.iter().map(|w| w.column.as_str()))
            .collect();
        study.segments.retain(|s| !used.contains(s.as_str()));
        let kept: BTreeSet<String> =
            used.iter().map(|c| (*c).to_owned()).chain(study.segments.iter().cloned()).collect();
        let known = std::mem::take(&mut study.unused);
        study.unused = profiles
            .iter()
            .filter(|p| !kept.contains(&p.column))
            .map(|p| {
                let why =
                    known.iter().find(|(c, _)| *c == p.column).map_or(Unused::NotDeclared, |(_, why)| *why);
                (p.column.clone(), why)
            })
            .collect();
        Ok(study)
    }
}

struct Check<'a> {
    file: &'a str,
    profiles: &'a [Profile],
}

impl Check<'_> {
    fn column(&self, key: &str, column: &str) -> Result<&Profile> {
        self.profiles.iter().find(|p| p.column == column).ok_or_else(|| Error::UnknownColumn {
            file: self.file.to_owned(),
            key: key.to_owned(),
            column: column.to_owned(),
            columns: self.profiles.iter().map(|p| p.column.clone()).collect(),
        })
    }

    fn value(&self, key: String, found: String, expected: Expected) -> Error {
        Error::StudyValue { file: self.file.to_owned(), key, found, expected }
    }

    /// The waves declared, and whether their dates read both ways; an empty column name means no waves.
    fn wave(&self, wave: WaveSection) -> Result<(Option<WaveSource>, Option<Warning>)> {
        Ok(match wave {
            WaveSection::Column(column) if column.is_empty() => (None, None),
            WaveSection::Column(column) => {
                if self.column("wave", &column)?.values.is_none() {
                    return Err(Error::TooManyValues { column, limit: MAX_GROUPS });
                }
                (Some(WaveSource { column, period: None }), None)
            }
            WaveSection::Period(PeriodSection { column, period }) => {
                let profile = self.column("wave", &column)?;
                let Some((order, ambiguous)) = profile.date_order(1) else {
                    return Err(self.value("wave".to_owned(), column, Expected::Dates));
                };
                let warning = ambiguous.then(|| Warning::AmbiguousDates { column: column.clone() });
                (Some(WaveSource { column, period: Some((period, order)) }), warning)
            }
        })
    }

    fn questions(&self, sections: Vec<QuestionSection>) -> Result<Vec<Question>> {
        let scores: BTreeSet<String> =
            sections.iter().filter(|s| s.kind != Kind::Open).map(|s| s.id.clone()).collect();
        let mut ids = BTreeSet::new();
        let mut questions = Vec::new();
        for section in sections {
            let key = |name: &str| format!("question {}, {name}", section.id);
            if !ids.insert(section.id.clone()) {
                return Err(self.value("id".to_owned(), section.id, Expected::UniqueId));
            }
            self.column(&key("column"), &section.column)?;
            if let Some(about) = section.about.as_ref().filter(|a| !scores.contains(*a)) {
                return Err(self.value(key("about"), about.clone(), Expected::ScoreId));
            }
            let scale = match section.scale {
                Some([low, high]) if low < high && high - low <= 1000.0 => Some(Scale { low, high }),
                Some(found) => return Err(self.value(key("scale"), format!("{found:?}"), Expected::Scale)),
                None => section.kind.usual_scale(),
            };
            match (section.kind, scale) {
                (Kind::Nps | Kind::Enps, Some(Scale { low, high })) if (low, high) != (0.0, 10.0) => {
                    return Err(self.value(key("scale"), format!("[{low}, {high}]"), Expected::ScaleOfKind));
                }
                (Kind::Rating, None) => {
                    return Err(self.value(key("scale"), "rating".to_owned(), Expected::DeclaredScale));
                }
                _ => {}
            }
            questions.push(Question {
                id: section.id,
                column: section.column,
                kind: section.kind,
                scale: scale.filter(|_| section.kind != Kind::Open),
                reversed: section.reversed,
                labels: section.labels,
                missing: section.missing.into_iter().map(String::from).collect(),
                about: section.about,
            });
        }
        questions.sort_by_key(|q| q.kind == Kind::Open);
        Ok(questions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profiles() -> Vec<Profile> {
        let mut profiles =
            ["note", "avis", "date"].map(|c| Profile { column: c.into(), ..Profile::default() });
        profiles[2].sums.day_first.insert((2025, 3), 40);
        profiles.into()
    }

    fn parse(text: &str) -> Result<Study> {
        Study::parse(text, "study.toml", &profiles(), &[])
    }

    #[test]
    fn a_study_is_read_as_declared() {
        let study = parse(
            "[study]\ntitle = \"Essai\"\nlanguage = \"en\"\nwave = { column = \"date\", period = \"quarter\" }\n\
             segments = []\n[privacy]\nmin_group = 7\n[[question]]\nid = \"n\"\ncolumn = \"note\"\nkind = \"rating\"\n\
             scale = [1, 6]\nreversed = true\nmissing = [\"9\", 8]\nlabels = { \"nul\" = 6 }\n",
        )
        .unwrap();
        assert_eq!((study.min_group(), study.language), (7, Some(Lang::En)));
        assert_eq!(study.questions[0].scale, Some(Scale { low: 1.0, high: 6.0 }));
        assert!(study.questions[0].reversed);
        assert_eq!(study.unused, [("avis".to_owned(), Unused::Empty)]);
    }

    #[test]
    fn waves_need_dates_or_names() {
        let wave = |wave: &str| {
            parse(&format!(
                "[study]\nwave = {wave}\n[[question]]\nid = \"q\"\ncolumn = \"note\"\nkind = \"nps\"\n"
            ))
        };
        assert!(matches!(
            wave("{ column = \"avis\", period = \"year\" }"),
            Err(Error::StudyValue { expected: Expected::Dates, .. })
        ));
        assert!(matches!(wave("\"note\""), Err(Error::TooManyValues { .. })));
        assert_eq!(wave("\"\"").unwrap().wave, None);
    }

    #[test]
    fn mistakes_are_located() {
        let wrong_key = parse("[study]\ntitel = \"x\"\n").unwrap_err().message(Lang::En);
        assert!(wrong_key.contains("line 2") && wrong_key.contains("expected one of `title`"), "{wrong_key}");
        let question = |more: &str| parse(&format!("[[question]]\nid = \"q\"\ncolumn = \"note\"\n{more}"));
        assert!(matches!(
            question("kind = \"nps\"\nscale = [1, 5]"),
            Err(Error::StudyValue { expected: Expected::ScaleOfKind, .. })
        ));
        assert!(matches!(
            question("kind = \"rating\""),
            Err(Error::StudyValue { expected: Expected::DeclaredScale, .. })
        ));
        assert!(matches!(
            question("kind = \"csat\"\nscale = [5, 1]"),
            Err(Error::StudyValue { expected: Expected::Scale, .. })
        ));
        assert!(matches!(
            question("kind = \"open\"\nabout = \"z\""),
            Err(Error::StudyValue { expected: Expected::ScoreId, .. })
        ));
        let unknown = parse("[study]\nsegments = [\"région\"]\n").unwrap_err();
        assert!(matches!(unknown, Error::UnknownColumn { column, .. } if column == "région"));
    }
}
