//! From what was understood to a report: the codes are settled once, the responses of the whole or of one entity
//! counted, and every row made of the counts.

use std::sync::Arc;

use super::build::{gather, pulse_length, pulse_period, readers, refuse_scales, targets};
use super::findings::findings;
use super::rows::Builder;
use super::{
    EntitySummary, Options, Presentation, Report, StudySummary, Understood, WarningRow, group_rows, modes,
    presentation, quotes, rated, targets as bounds, theme_plan,
};
use crate::Lang;
use crate::error::{Error, Result, Warning};
use crate::metric::{Estimate, Sample};
use crate::privacy::Hidden;
use crate::read::{FILE, Progress, Table};
use crate::study::{Coding, PresentationAsked};
use crate::tally::{self, Shape, Tally};
use crate::text::Reader;

/// What is settled before the responses are counted.
pub(super) struct Prepared {
    pub coding: Coding,
    pub readers: Vec<Reader>,
    pub lang: Lang,
    pub shape: Arc<Shape>,
    /// How the report is asked to look, and what was read for it.
    asked: PresentationAsked,
    look: Presentation,
}

impl Prepared {
    /// How cells are coded, words read and responses counted, out of all files.
    pub(super) fn new(understood: &Understood, options: &Options) -> Result<Self> {
        let Understood { tables, profiles, study } = understood;
        if study.questions.is_empty() {
            let columns = profiles.iter().map(|p| p.column.clone()).filter(|c| c != FILE).collect();
            return Err(Error::NothingToAnalyse { columns });
        }
        // What is asked for and cannot be had is said before the work.
        let asked = options.presentation.clone().or(study.presentation.clone());
        let look = presentation::resolve(&asked)?;
        refuse_scales(study, tables)?;
        let mut coding = Coding::new(study, profiles, tables, options.threads)?;
        let readers = readers(&coding, profiles, study)?;
        let lang = options
            .lang
            .or(study.language)
            .or_else(|| readers.iter().find_map(|reader| reader.language().lang()))
            .unwrap_or_default();
        let mut shape = Shape::new(&coding, targets(&coding), study.min_group() > 1);
        shape.quotes = options.quotes;
        shape.by = options.by.as_deref().map(|by| group_rows::axis(&coding, by)).transpose()?;
        if options.themes && !coding.texts.is_empty() {
            let book = theme_plan::codebook(options.codebook.as_deref(), study)?;
            shape.themes = theme_plan::plans(&book, &coding, &shape);
        }
        if options.ratings {
            shape.rated = rated::plans(&coding, profiles, &shape);
        }
        coding.say(lang);
        Ok(Self { coding, readers, lang, shape: Arc::new(shape), asked, look })
    }

    /// The counts of the responses of `tables`.
    pub(super) fn count(&self, tables: &[Table], options: &Options, progress: Progress<'_>) -> Result<Tally> {
        tally::tally(tables, &self.coding, &self.shape, &self.readers, options.threads, progress)
    }
}

/// The responses that a report is about.
pub(super) struct Scope<'a> {
    /// The files, as if they held these responses alone.
    pub tables: &'a [Table],
    pub coding: &'a Coding,
    pub tally: &'a Tally,
    pub hidden: Hidden,
    /// Those of one entity; all of them otherwise.
    pub part: Option<Part<'a>>,
}

/// One entity of a study, and what the report of the whole says of its scores.
pub(super) struct Part<'a> {
    pub entity: &'a EntitySummary,
    pub totals: &'a [Estimate],
}

/// The report of the responses of `scope`.
pub(super) fn assemble(
    understood: &Understood,
    options: &Options,
    prepared: &Prepared,
    scope: Scope<'_>,
) -> Result<Report> {
    let (study, lang) = (&understood.study, prepared.lang);
    let Scope { tables, coding, tally, hidden, part } = scope;
    let sample = Sample::new(tally, coding.sampling.as_ref())?;
    let builder = Builder {
        coding,
        tally,
        sample: &sample,
        targets: &prepared.shape.targets,
        waves: coding.waves.as_ref().map_or_else(Vec::new, |w| w.labels(lang)),
        level: options.level,
        min_group: study.min_group(),
        correction: options.correction,
        intervals: options.intervals,
        hidden,
        lang,
    };
    let mut metrics = builder.metrics();
    if let Some(part) = &part {
        part.align(&mut metrics);
    }
    let (keywords, keyness, words) = builder.words();
    let mut found = builder.themes();
    let rated = builder.rated();
    let drivers = std::mem::take(&mut found.drivers).into_iter().chain(words).collect::<Vec<_>>();
    // What reading had to say is said once, in the report of the whole.
    let mut warnings = match part {
        None => gather(understood, coding, tally, builder.hidden.without_wave()),
        Some(_) => Vec::new(),
    };
    warnings.extend(builder.base_warnings(&metrics));
    warnings.extend(builder.language_warnings());
    let weighted = coding.sampling.as_ref().and_then(|s| s.weighting()).filter(|_| part.is_none());
    if part.is_none() {
        warnings.extend(pulse_length(study));
        warnings.extend(pulse_period(study));
        warnings.extend(weighted.iter().flat_map(|w| w.warnings.clone()));
    }
    let (quotes, masked) = if options.quotes {
        let limits = (builder.min_group, study.min_quotes(), options.threads);
        quotes::collect(tables, coding, tally, &drivers, lang, &prepared.readers, limits)?
    } else {
        (Vec::new(), 0)
    };
    if masked > 0 {
        warnings.push(Warning::Masked { pieces: masked });
    }
    let modes = builder.modes(study, &metrics);
    warnings.extend(modes.iter().flat_map(modes::warnings));
    let mut summary = builder.summary(understood, tables, lang);
    let book = prepared.shape.themes.iter().flatten().find_map(|plan| plan.book.file.clone());
    let targets = study.weighting.iter().find_map(|weighting| weighting.targets.clone());
    summary.settings = book.into_iter().chain(targets).collect();
    if let Some(part) = &part {
        part.describe(&mut summary, &metrics);
    }
    let mut report = Report {
        targets: bounds::targets(&summary.questions, &summary.waves, &metrics),
        comparisons: match &options.compare {
            Some(asked) => builder.compared(asked)?,
            None => builder.comparisons(),
        },
        decompositions: builder.decompositions(),
        series: builder.series(&metrics),
        // Those asked are counted for the whole alone.
        modes,
        rates: if part.is_none() { builder.rates(study)? } else { Vec::new() },
        distributions: builder.distributions(),
        weighting: weighted.map(|w| w.summary.clone()),
        tables: builder.tables(&options.tables)?,
        metrics,
        keywords,
        keyness,
        contrasts: builder.contrasts(),
        themes: found.themes,
        codebooks: found.codebooks,
        theme_waves: found.waves,
        theme_changes: found.changes,
        drivers,
        importance_models: rated.models,
        importance: rated.rows,
        priorities: rated.priorities,
        quotes,
        warnings: warnings
            .iter()
            .map(|w| WarningRow { code: w.code().into(), message: w.message(lang) })
            .collect(),
        ..Report::blank(summary)
    };
    report.findings = findings(&report);
    presentation::present(&mut report, &prepared.asked, prepared.look.clone());
    Ok(report)
}

impl Part<'_> {
    /// Gives the totals of an entity the estimates that the report of the whole has for it: under a declared design
    /// they are those of a domain of the whole sample.
    fn align(&self, metrics: &mut [Estimate]) {
        for row in metrics.iter_mut().filter(|row| row.segment.is_none()) {
            let same = |other: &&Estimate| {
                (&other.question, other.metric, &other.wave) == (&row.question, row.metric, &row.wave)
            };
            if let Some(known) = self.totals.iter().find(same) {
                *row = Estimate { segment: None, ..known.clone() };
            }
        }
    }

    /// Says which entity a report is about. What is known of the population and of the size of files is of the whole.
    fn describe(&self, summary: &mut StudySummary, metrics: &[Estimate]) {
        summary.entity = Some(self.entity.clone());
        let shown = |column: &String| {
            let of =
                |e: &&Estimate| e.segment.as_ref().is_some_and(|s| s.iter().any(|v| v.column == *column));
            metrics.iter().any(|e| of(&e))
        };
        summary.segments.retain(shown);
        if let Some(design) = &mut summary.design {
            (design.population, design.fraction) = (None, None);
        }
        if summary.min_group > 1 {
            summary.files.iter_mut().for_each(|file| file.rows = None);
        }
    }
}
