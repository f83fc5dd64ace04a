//! study.toml: what a person declares. What it leaves out is inferred.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::infer::{missing_codes, stem};
use super::mode;
use super::profile::Profile;
use super::responses::MAX_GROUPS;
use super::scores::cannot_be_zero_to_ten;
use super::weighting::{Weighting, WeightingSection};
use super::{
    Codebook, Design, Families, Filter, Grouping, Handling, Invited, Kind, Period, Population,
    PresentationAsked, PresentationSection, Question, Scale, Segment, Study, Unused, WaveSource, Waves, fold,
};
use crate::Lang;
use crate::error::{Error, Expected, Location, Result, Warning, refused};
use crate::read::{FILE, InputFile};

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    study: StudySection,
    #[serde(default)]
    privacy: PrivacySection,
    families: Option<FamiliesSection>,
    weighting: Option<WeightingSection>,
    question: Option<Vec<QuestionSection>>,
    #[serde(default)]
    report: PresentationSection,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct StudySection {
    title: Option<String>,
    language: Option<Lang>,
    codebook: Option<String>,
    mode: Option<String>,
    wave: Option<TextOr<WaveSection>>,
    respondent: Option<String>,
    weight: Option<String>,
    strata: Option<String>,
    cluster: Option<String>,
    population: Option<PopulationSection>,
    invited: Option<InvitedSection>,
    #[serde(rename = "where")]
    filter: Option<String>,
    segments: Option<Vec<TextOr<SegmentSection>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaveSection {
    column: Option<String>,
    period: Option<Period>,
    by: Option<By>,
    #[serde(default)]
    names: BTreeMap<String, String>,
    #[serde(default)]
    order: Vec<String>,
}

/// What else than a column makes the waves.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum By {
    File,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SegmentSection {
    column: String,
    #[serde(default)]
    order: Vec<String>,
    #[serde(default)]
    merge: BTreeMap<String, Vec<Code>>,
    bands: Option<Vec<f64>>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a head count, { column = \"…\" }, or { value = head count, … }")]
enum PopulationSection {
    Total(f64),
    Column(PopulationColumn),
    Strata(BTreeMap<String, f64>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PopulationColumn {
    column: String,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a number of invitations, or { wave = number, … }")]
enum InvitedSection {
    Total(u64),
    Waves(BTreeMap<String, u64>),
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct PrivacySection {
    min_group: Option<u64>,
    min_quotes: Option<u64>,
    consent: Option<String>,
    #[serde(default)]
    contact: Vec<String>,
    controller: Option<String>,
    purpose: Option<String>,
    legal_basis: Option<String>,
    retention: Option<String>,
    recipients: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamiliesSection {
    #[serde(default)]
    merge: Vec<Vec<String>>,
    #[serde(default)]
    split: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionSection {
    id: String,
    column: Option<String>,
    columns: Option<Vec<String>>,
    separator: Option<String>,
    kind: Kind,
    scale: Option<Vec<f64>>,
    #[serde(default)]
    reversed: bool,
    #[serde(default)]
    labels: BTreeMap<String, f64>,
    #[serde(default)]
    missing: Vec<Code>,
    target: Option<f64>,
    minimum: Option<f64>,
    margin: Option<f64>,
    about: Option<String>,
}

/// A text, or a table that says more.
enum TextOr<T> {
    Text(String),
    Table(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = TextOr<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a column name or a table")
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(TextOr::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(TextOr::Table)
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}

/// A code, which a person may write with or without quotes.
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

/// A study file that was read, before the data it describes.
pub struct Declared {
    file: String,
    fingerprint: InputFile,
    presentation: PresentationAsked,
    content: File,
    filter: Option<Filter>,
}

impl Declared {
    /// Reads a study file.
    ///
    /// # Errors
    /// The file cannot be read or understood, with line and column.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound { file: path.display().to_string() },
            std::io::ErrorKind::InvalidData => Error::StudyEncoding { file: path.display().to_string() },
            _ => Error::io(path, cause),
        })?;
        Self::parse(&text, &path.display().to_string())
    }

    /// Reads the text of a study file, named `file` in messages.
    ///
    /// # Errors
    /// It cannot be understood, with line and column.
    pub fn parse(text: &str, file: &str) -> Result<Self> {
        let mut content: File =
            toml::from_str(text).map_err(|e| refused(text, file, e.message(), e.span()))?;
        let filter = match &content.study.filter {
            Some(filter) => Some(Filter::parse(filter).map_err(|cause| Error::Filter {
                file: file.to_owned(),
                filter: filter.clone(),
                cause,
            })?),
            None => None,
        };
        let presentation = std::mem::take(&mut content.report).located(file, text);
        let fingerprint = InputFile::of_bytes(Path::new(file), text.as_bytes());
        Ok(Self { file: file.to_owned(), fingerprint, presentation, content, filter })
    }

    /// The files that it names, beside itself; the name of a codebook that the program has is none that exists.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        let targets = self.content.weighting.as_ref().and_then(WeightingSection::file);
        let names = self.content.study.codebook.as_deref().into_iter().chain(targets);
        let folder = Path::new(&self.file).parent().unwrap_or(Path::new(""));
        names.map(|name| folder.join(name)).chain(self.presentation.files()).collect()
    }

    /// The filter: which rows are analysed. None keeps all rows.
    #[must_use]
    pub fn filter(&self) -> Option<&Filter> {
        self.filter.as_ref()
    }

    /// Checks that one of `columns` is what the filter calls `column`.
    ///
    /// # Errors
    /// No file has such a column.
    pub fn check_filter(&self, columns: &[&str]) -> Result<()> {
        for column in self.filter.iter().flat_map(Filter::columns) {
            if !columns.contains(&column) {
                return Err(Error::UnknownColumn {
                    file: self.file.clone(),
                    key: "where".to_owned(),
                    column: column.to_owned(),
                    columns: columns.iter().map(|c| (*c).to_owned()).collect(),
                });
            }
        }
        Ok(())
    }

    /// The error of a filter that no row passes.
    #[must_use]
    pub fn nothing_kept(&self) -> Error {
        let filter = self.filter.as_ref().map(Filter::to_string).unwrap_or_default();
        Error::NothingKept { file: self.file.clone(), filter }
    }

    /// The study of files with those profiles; what the file leaves out (waves, segments, questions) is
    /// inferred.
    ///
    /// # Errors
    /// It names a column that no file has, or declares an impossible scale, a repeated id, an impossible
    /// grouping.
    pub fn study(self, profiles: &[Profile], sheets: &[&str]) -> Result<Study> {
        let check = Check { file: &self.file, profiles };
        let declared = self.content.study;
        let mut study = Study::infer(profiles, sheets);
        study.file = Some(self.fingerprint);
        study.title = declared.title;
        study.presentation = self.presentation;
        study.language = declared.language;
        study.min_group = self.content.privacy.min_group;
        study.min_quotes = self.content.privacy.min_quotes;
        study.filter = self.filter;
        study.codebook = declared.codebook.map(|name| Codebook { file: self.file.clone(), name });
        study.families = self.content.families.map(|families| Families {
            file: self.file.clone(),
            merge: families.merge,
            split: families.split,
        });
        if let Some(wave) = declared.wave {
            study.warnings.retain(|w| !matches!(w, Warning::AmbiguousDates { .. }));
            let (wave, warning) = check.wave(wave)?;
            study.wave = wave;
            study.warnings.extend(warning);
        }
        if let Some(sections) = self.content.question {
            study.questions = check.questions(sections)?;
            // What is declared is no doubt; which codes were left out stays worth knowing.
            study.warnings.retain(|w| !matches!(w, Warning::Ambiguous { .. } | Warning::MissingCodes { .. }));
            study.warnings.extend(missing_codes(&study.questions, profiles));
        }
        study.handling = check.handling(self.content.privacy)?;
        // Who may be called back, and how, makes no groups unless these are asked for.
        let handled = |s: &Segment| study.handling.columns().any(|c| c == s.column);
        study.segments.retain(|s| !handled(s));
        if let Some(segments) = declared.segments {
            study.segments = segments.into_iter().map(|s| check.segment(s)).collect::<Result<_>>()?;
        }
        match check.optional("mode", declared.mode)? {
            Some(column) => study.declare_mode(column),
            None => study.mode = mode::inferred(&study.segments, profiles),
        }
        study.invited = check.invited(study.wave.as_ref(), declared.invited)?;
        study.respondent = check.optional("respondent", declared.respondent)?;
        let (weight, strata, cluster) = (declared.weight, declared.strata, declared.cluster);
        study.design = check.design(weight, strata, cluster, declared.population)?;
        if study.design.weight.is_some() {
            study.warnings.retain(|w| !matches!(w, Warning::WeightsNotApplied { .. }));
        }
        let find = |key: &str, column: &str| check.column(key, column);
        let weighting = self.content.weighting.map(|section| section.resolve(&self.file, find));
        study.weighting = weighting.transpose()?;
        if study.weighting.is_some() {
            study.warnings.retain(|w| !matches!(w, Warning::WeightsNotApplied { .. }));
        }
        let used: BTreeSet<&str> = study
            .questions
            .iter()
            .flat_map(Question::columns)
            .chain(study.wave.iter().map(|w| w.column.as_str()))
            .collect();
        study.segments.retain(|s| !used.contains(s.column.as_str()));
        let kept: BTreeSet<String> = used
            .iter()
            .map(|c| (*c).to_owned())
            .chain(study.segments.iter().map(|s| s.column.clone()))
            .chain(study.respondent.clone())
            .chain(study.handling.columns().map(str::to_owned))
            .chain(study.design.columns().map(str::to_owned))
            .chain(study.weighting.iter().flat_map(Weighting::columns).map(str::to_owned))
            .collect();
        let known = std::mem::take(&mut study.unused);
        study.unused = profiles
            .iter()
            .filter(|p| !kept.contains(&p.column) && p.column != FILE)
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
    /// The column of that name, or the one whose question reads so.
    fn column(&self, key: &str, column: &str) -> Result<&Profile> {
        let named = self.profiles.iter().find(|p| p.column == column && p.column != FILE);
        let reads = |p: &&Profile| p.text.as_ref().is_some_and(|text| fold(text) == fold(column));
        named.or_else(|| self.profiles.iter().find(reads)).ok_or_else(|| Error::UnknownColumn {
            file: self.file.to_owned(),
            key: key.to_owned(),
            column: column.to_owned(),
            columns: self.profiles.iter().map(|p| p.column.clone()).filter(|c| c != FILE).collect(),
        })
    }

    fn optional(&self, key: &str, column: Option<String>) -> Result<Option<String>> {
        column.map(|c| Ok(self.column(key, &c)?.column.clone())).transpose()
    }

    fn handling(&self, section: PrivacySection) -> Result<Handling> {
        let contact = section.contact.iter().map(|c| Ok(self.column("contact", c)?.column.clone()));
        Ok(Handling {
            contact: contact.collect::<Result<_>>()?,
            consent: self.optional("consent", section.consent)?,
            controller: section.controller,
            purpose: section.purpose,
            legal_basis: section.legal_basis,
            retention: section.retention,
            recipients: section.recipients,
        })
    }

    fn value(&self, key: String, found: String, expected: Expected) -> Error {
        Error::StudyValue { file: self.file.to_owned(), key, found, expected }
    }

    /// The waves declared, and whether their dates read both ways; an empty column name means no waves.
    fn wave(&self, wave: TextOr<WaveSection>) -> Result<(Option<WaveSource>, Option<Warning>)> {
        let section = match wave {
            TextOr::Text(column) if column.is_empty() => return Ok((None, None)),
            TextOr::Text(column) => WaveSection {
                column: Some(column),
                period: None,
                by: None,
                names: BTreeMap::new(),
                order: Vec::new(),
            },
            TextOr::Table(section) => section,
        };
        let column = match (section.column, section.by) {
            (Some(column), None) => self.column("wave", &column)?.column.clone(),
            (None, Some(By::File)) => FILE.to_owned(),
            (column, _) => {
                return Err(self.value(
                    "wave".to_owned(),
                    column.unwrap_or_default(),
                    Expected::ColumnOrFile,
                ));
            }
        };
        let mut source =
            WaveSource { column: column.clone(), period: None, names: section.names, order: section.order };
        let profile = self.profiles.iter().find(|p| p.column == column);
        let Some(period) = section.period else {
            if profile.is_some_and(|p| p.values.is_none()) {
                return Err(Error::TooManyValues { column, limit: MAX_GROUPS });
            }
            return Ok((profile.map(|_| source), None));
        };
        let Some((format, ambiguous)) = profile.and_then(|p| p.date_format(1, true)) else {
            return Err(self.value("wave".to_owned(), column, Expected::Dates));
        };
        source.period = Some((period, format));
        Ok((Some(source), ambiguous.then_some(Warning::AmbiguousDates { column })))
    }

    fn segment(&self, section: TextOr<SegmentSection>) -> Result<Segment> {
        let (column, grouping) = match section {
            TextOr::Text(column) => (column, Grouping::default()),
            TextOr::Table(SegmentSection { column, order, merge, bands }) => {
                let merge = merge
                    .into_iter()
                    .map(|(name, values)| (name, values.into_iter().map(String::from).collect()))
                    .collect();
                (column, Grouping { order, merge, bands })
            }
        };
        let column = self.column("segments", &column)?.column.clone();
        grouping.check().map_err(|cause| Error::Grouping {
            file: self.file.to_owned(),
            column: column.clone(),
            cause,
        })?;
        Ok(Segment { column, grouping })
    }

    fn design(
        &self,
        weight: Option<String>,
        strata: Option<String>,
        cluster: Option<String>,
        population: Option<PopulationSection>,
    ) -> Result<Design> {
        let weight = self.optional("weight", weight)?;
        if let Some(weight) = &weight {
            let profile = self.column("weight", weight)?;
            if profile.sums.numbers < profile.filled {
                return Err(self.value("weight".to_owned(), weight.clone(), Expected::Numbers));
            }
        }
        let strata = self.optional("strata", strata)?;
        let population = match population {
            Some(PopulationSection::Total(total)) => Some(Population::Total(total)),
            Some(PopulationSection::Column(PopulationColumn { column })) => {
                Some(Population::Column(self.column("population", &column)?.column.clone()))
            }
            Some(PopulationSection::Strata(counts)) => Some(Population::Strata(counts)),
            None => None,
        };
        let counts: Vec<f64> = match &population {
            Some(Population::Total(total)) => vec![*total],
            Some(Population::Strata(counts)) => counts.values().copied().collect(),
            _ => Vec::new(),
        };
        if let Some(wrong) = counts.iter().find(|n| n.is_nan() || **n < 1.0) {
            return Err(self.value("population".to_owned(), wrong.to_string(), Expected::HeadCount));
        }
        if matches!(population, Some(Population::Strata(_))) && strata.is_none() {
            return Err(self.value("population".to_owned(), "{ … }".to_owned(), Expected::Strata));
        }
        let cluster = self.optional("cluster", cluster)?;
        Ok(Design { weight, strata, cluster, population })
    }

    /// The invitations, each to a wave that exists.
    fn invited(&self, wave: Option<&WaveSource>, section: Option<InvitedSection>) -> Result<Option<Invited>> {
        let declared = match section {
            None => return Ok(None),
            Some(InvitedSection::Total(total)) => {
                if total == 0 {
                    return Err(self.value("invited".to_owned(), "0".to_owned(), Expected::HeadCount));
                }
                return Ok(Some(Invited::Total(total)));
            }
            Some(InvitedSection::Waves(waves)) => waves,
        };
        let waves = wave.and_then(|source| {
            let profile = self.profiles.iter().find(|p| p.column == source.column)?;
            Some(Waves::new(source, profile))
        });
        for (name, n) in &declared {
            if waves.as_ref().and_then(|waves| waves.named(name)).is_none() {
                return Err(Error::UnknownWave {
                    file: self.file.to_owned(),
                    key: "invited".to_owned(),
                    wave: name.clone(),
                    waves: waves.map_or_else(Vec::new, |waves| waves.labels(Lang::Fr)),
                });
            }
            if *n == 0 {
                return Err(self.value(format!("invited, {name}"), "0".to_owned(), Expected::HeadCount));
            }
        }
        Ok(Some(Invited::Waves(declared)))
    }

    fn questions(&self, sections: Vec<QuestionSection>) -> Result<Vec<Question>> {
        let scores: BTreeSet<String> =
            sections.iter().filter(|s| s.kind.is_score()).map(|s| s.id.clone()).collect();
        let mut ids = BTreeSet::new();
        let mut questions = Vec::new();
        for section in sections {
            let question = self.question(section, &scores)?;
            if !ids.insert(question.id.clone()) {
                return Err(self.value("id".to_owned(), question.id, Expected::UniqueId));
            }
            questions.push(question);
        }
        questions.sort_by_key(|q| q.kind.rank());
        Ok(questions)
    }

    fn question(&self, section: QuestionSection, scores: &BTreeSet<String>) -> Result<Question> {
        let key = |name: &str| format!("question {}, {name}", section.id);
        let kind = section.kind;
        let named = section.columns.unwrap_or_else(|| section.column.clone().into_iter().collect());
        let several = kind == Kind::Multiple && section.separator.is_none();
        if named.is_empty() || (named.len() > 1 && !several) {
            return Err(self.value(key("column"), named.join(", "), Expected::OneColumn));
        }
        if section.separator.as_ref().is_some_and(String::is_empty) {
            return Err(self.value(key("separator"), String::new(), Expected::Separator));
        }
        if section.separator.is_some() && kind != Kind::Multiple {
            return Err(self.value(key("separator"), kind.id().to_owned(), Expected::MultipleKind));
        }
        let mut columns = Vec::new();
        let mut text = None;
        for column in &named {
            let profile = self.column(&key("column"), column)?;
            text = text.or_else(|| profile.text.clone());
            columns.push(profile.column.clone());
        }
        if let Some(about) = section.about.as_ref().filter(|a| !scores.contains(*a)) {
            return Err(self.value(key("about"), about.clone(), Expected::ScoreId));
        }
        let scale = match &section.scale {
            Some(found) => match found[..] {
                [low, high] if low < high && high - low <= 1000.0 => Some(Scale { low, high }),
                _ => return Err(self.value(key("scale"), format!("{found:?}"), Expected::Scale)),
            },
            None => kind.usual_scale(),
        };
        match (kind, scale) {
            // One of the ways in which eNPS is published counts from 1 to 10.
            (Kind::Enps, Some(Scale { low: 1.0, high: 10.0 })) => {}
            (Kind::Nps | Kind::Enps, Some(Scale { low, high })) if (low, high) != (0.0, 10.0) => {
                return Err(self.value(key("scale"), format!("[{low}, {high}]"), Expected::ScaleOfKind));
            }
            (Kind::Rating, None) => {
                return Err(self.value(key("scale"), "rating".to_owned(), Expected::DeclaredScale));
            }
            _ => {}
        }
        let outside = |x: &&f64| match scale.filter(|_| kind.is_score()) {
            Some(scale) => !(scale.low..=scale.high).contains(*x),
            None => !x.is_finite(),
        };
        if let Some(wrong) = section.labels.values().find(outside) {
            return Err(self.value(key("labels"), wrong.to_string(), Expected::ScaleValue));
        }
        for (name, bound) in [("target", section.target), ("minimum", section.minimum)] {
            if let Some(bound) = bound.filter(|bound| !(bound.is_finite() && kind.is_score())) {
                return Err(self.value(key(name), bound.to_string(), Expected::ScoreTarget));
            }
        }
        if let Some(margin) = section.margin
            && !(margin.is_finite() && margin > 0.0 && kind.is_score())
        {
            return Err(self.value(key("margin"), margin.to_string(), Expected::Margin));
        }
        let column = columns.first().cloned().unwrap_or_default();
        if columns.len() > 1 {
            let members: Vec<&Profile> =
                self.profiles.iter().filter(|p| columns.contains(&p.column)).collect();
            text = stem(&members);
        }
        if matches!(kind, Kind::Nps | Kind::Enps)
            && section.scale.is_none()
            && section.labels.is_empty()
            && let Some(profile) = self.profiles.iter().find(|p| p.column == column)
            && let Some((low, high)) = cannot_be_zero_to_ten(profile)
        {
            let at = Location { file: self.file.to_owned(), row: None, column: Some(column) };
            return Err(Error::NotZeroToTen { at, low, high, question: section.id });
        }
        Ok(Question {
            id: section.id,
            column,
            columns: if kind == Kind::Multiple && section.separator.is_none() { columns } else { Vec::new() },
            separator: section.separator,
            text,
            kind,
            scale: scale.filter(|_| kind.is_score()),
            reversed: section.reversed,
            labels: section.labels,
            missing: section.missing.into_iter().map(String::from).collect(),
            target: section.target,
            minimum: section.minimum,
            margin: section.margin,
            about: section.about,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profiles() -> Vec<Profile> {
        let mut profiles = ["note", "avis", "date", "Q7_1", "Q7_2"]
            .map(|c| Profile { column: c.into(), ..Profile::default() });
        profiles[0].text = Some("Quelle note donnez-vous ?".into());
        profiles[2].sums.dates.add(super::super::parse_date("2025-03-14").unwrap(), 40);
        for profile in &mut profiles[3..] {
            profile.values = Some(BTreeMap::from([("oui".into(), 4), ("non".into(), 6)]));
            profile.filled = 10;
        }
        profiles.into()
    }

    fn parse(text: &str) -> Result<Study> {
        Declared::parse(text, "study.toml")?.study(&profiles(), &[])
    }

    #[test]
    fn a_study_is_read_as_declared() {
        let study = parse(
            "[study]\ntitle = \"Essai\"\nlanguage = \"en\"\nwave = { column = \"date\", period = \"quarter\" }\n\
             where = \"note != 'x'\"\n\
             segments = [{ column = \"Q7_1\", order = [\"oui\", \"non\"] }]\n[privacy]\nmin_group = 7\n[[question]]\nid = \"n\"\n\
             column = \"Quelle note donnez-vous ?\"\nkind = \"rating\"\nscale = [1, 6]\nreversed = true\n\
             missing = [\"9\", 8]\nlabels = { \"nul\" = 6 }\ntarget = 4.5\n",
        )
        .unwrap();
        assert_eq!((study.min_group(), study.language), (7, Some(Lang::En)));
        assert_eq!(study.questions[0].scale, Some(Scale { low: 1.0, high: 6.0 }));
        assert_eq!((study.questions[0].column.as_str(), study.questions[0].target), ("note", Some(4.5)));
        assert!(study.questions[0].reversed && study.filter.is_some());
        assert_eq!(study.segments[0].grouping.order, ["oui", "non"]);
        assert_eq!(study.unused[0], ("avis".to_owned(), Unused::Empty));
    }

    /// The study that the README shows is one.
    #[test]
    fn the_documented_keys_are_the_accepted_ones() {
        let readme = include_str!("../../README.md");
        let start = readme.find("```toml\n").unwrap() + "```toml\n".len();
        let end = start + readme[start..].find("```").unwrap();
        let declared = Declared::parse(&readme[start..end], "study.toml").unwrap();
        assert_eq!(declared.content.question.unwrap().len(), 4);
        assert!(declared.filter.unwrap().columns().contains(&"statut"));
    }

    #[test]
    fn several_answers_stand_in_columns_or_in_one() {
        let question = |more: &str| parse(&format!("[[question]]\nid = \"q\"\n{more}"));
        let columns = question("columns = [\"Q7_1\", \"Q7_2\"]\nkind = \"multiple\"\n").unwrap();
        assert_eq!(columns.questions[0].columns, ["Q7_1", "Q7_2"]);
        let one = question("column = \"Q7_1\"\nseparator = \";\"\nkind = \"multiple\"\n").unwrap();
        assert_eq!(one.questions[0].separator.as_deref(), Some(";"));
        assert!(matches!(
            question("columns = [\"Q7_1\", \"Q7_2\"]\nkind = \"nps\"\n"),
            Err(Error::StudyValue { expected: Expected::OneColumn, .. })
        ));
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
        assert!(matches!(
            wave("{ period = \"year\" }"),
            Err(Error::StudyValue { expected: Expected::ColumnOrFile, .. })
        ));
        assert!(matches!(wave("\"note\""), Err(Error::TooManyValues { .. })));
        assert_eq!(wave("\"\"").unwrap().wave, None);
    }

    #[test]
    fn unknown_keys_are_refused_with_the_accepted_ones() {
        for (text, line, wrong, right) in [
            ("[study]\ntitel = \"x\"\n", 2, "titel", "title"),
            ("[study]\nwave = { colum = \"date\" }\n", 2, "colum", "period"),
            ("[study]\nsegments = [{ column = \"avis\", bandes = [3] }]\n", 2, "bandes", "bands"),
            ("[question]\n", 1, "", ""),
            (
                "[[question]]\nid = \"q\"\nkind = \"nps\"\ncolumn = \"note\"\ncible = 3\n",
                5,
                "cible",
                "target",
            ),
        ] {
            match parse(text).unwrap_err() {
                Error::UnknownKey { line: at, key, accepted, .. } => {
                    assert_eq!((at, key.as_str()), (line, wrong));
                    assert!(accepted.iter().any(|a| a == right), "{accepted:?}");
                }
                Error::Study { line: at, .. } => assert_eq!((at, ""), (line, wrong), "{text}"),
                other => panic!("{text}: {other}"),
            }
        }
    }

    #[test]
    fn mistakes_are_located() {
        let question = |more: &str| parse(&format!("[[question]]\nid = \"q\"\ncolumn = \"note\"\n{more}"));
        assert!(matches!(
            question("kind = \"nps\"\nscale = [1, 5]"),
            Err(Error::StudyValue { expected: Expected::ScaleOfKind, .. })
        ));
        assert!(question("kind = \"enps\"\nscale = [1, 10]").is_ok());
        assert!(matches!(
            question("kind = \"rating\""),
            Err(Error::StudyValue { expected: Expected::DeclaredScale, .. })
        ));
        assert!(matches!(
            question("kind = \"csat\"\nscale = [0, 5, 10]"),
            Err(Error::StudyValue { expected: Expected::Scale, .. })
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
        let weight = parse("[study]\nweight = \"Q7_1\"\n").unwrap_err();
        assert!(matches!(weight, Error::StudyValue { expected: Expected::Numbers, .. }));
        assert!(matches!(parse("[study]\nwhere = \"age >\"\n"), Err(Error::Filter { .. })));
    }
}
