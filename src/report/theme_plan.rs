//! How the themes of each open question are counted: by which codebook, with which scores.

use std::path::Path;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::metric::metrics_of;
use crate::read::InputFile;
use crate::study::{self, Coding, Kind, Study};
use crate::tally::{ScoreSteps, Shape, ThemePlan, groups_per_stratum, steps};
use crate::theme::{Codebook, Shipped};

/// The codebook of a study: the one asked for, the one that the study names, else that of its kind: what
/// employees speak of where they are asked for an eNPS, what customers speak of elsewhere.
pub(crate) fn codebook(asked: Option<&str>, study: &Study) -> Result<Arc<Codebook>> {
    if let Some(name) = asked {
        return named(name, None);
    }
    if let Some(study::Codebook { file, name }) = &study.codebook {
        return named(name, Path::new(file).parent());
    }
    let employees = study.questions.iter().any(|question| question.kind == Kind::Enps);
    let shipped = if employees { Shipped::HumanResources } else { Shipped::CustomerExperience };
    shipped.codebook().map_err(Error::Codebook)
}

/// A codebook of the program by its name, or a file, beside `folder` where one is given.
pub(crate) fn named(name: &str, folder: Option<&Path>) -> Result<Arc<Codebook>> {
    if let Some(shipped) = Shipped::ALL.into_iter().find(|shipped| shipped.name() == name) {
        return shipped.codebook().map_err(Error::Codebook);
    }
    let path = folder.map_or_else(|| Path::new(name).to_owned(), |folder| folder.join(name));
    let file = path.display().to_string();
    let text = std::fs::read_to_string(&path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => {
            Error::NoCodebook { file: file.clone(), known: Shipped::ALL.map(Shipped::name).to_vec() }
        }
        std::io::ErrorKind::InvalidData => Error::StudyEncoding { file: file.clone() },
        _ => Error::io(&path, cause),
    })?;
    let mut book = Codebook::parse(&text, &file).map_err(Error::Codebook)?;
    book.file = Some(InputFile::of_bytes(&path, text.as_bytes()));
    Ok(Arc::new(book))
}

/// The plan of each open question. The answers to a score enter the models of the questions about it.
pub(super) fn plans(book: &Arc<Codebook>, coding: &Coding, shape: &Shape) -> Vec<Option<Arc<ThemePlan>>> {
    let plan = |text: &study::Question| {
        let score = |target: &usize| {
            let coded = &coding.scores[*target];
            let about = text.about.as_ref().is_none_or(|about| *about == coded.question.id);
            about.then(|| {
                let metric = metrics_of(coded.question.kind)[0];
                let worth =
                    coded.values.iter().map(|v| metric.of_answer(coded.question.kind, coded.scale, *v));
                let (steps, step) = steps(&worth.collect::<Vec<_>>());
                ScoreSteps { steps, step }
            })
        };
        Some(Arc::new(ThemePlan {
            variables: ThemePlan::variables(book),
            book: book.clone(),
            scores: shape.targets.iter().map(score).collect(),
            groups: groups_per_stratum(shape.strata),
            slots: shape.waves + 1,
            width: shape.target_width(),
            quotes: shape.quotes,
        }))
    };
    coding.texts.iter().map(plan).collect()
}
