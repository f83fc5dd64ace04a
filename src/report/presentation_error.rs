//! Why a report cannot look as it was asked to, where that was said, and what to write instead.

use std::path::PathBuf;

use super::presentation::SECTIONS;
use crate::Lang;
use crate::study::AskedAt;

/// A wish about the report that cannot be granted.
#[derive(Debug, Clone, PartialEq)]
pub struct PresentationError {
    /// Where it was said.
    pub at: AskedAt,
    /// What stands there.
    pub found: String,
    /// What is wrong with it.
    pub fault: PresentationFault,
}

/// What is wrong with a wish.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PresentationFault {
    /// No such file.
    Absent {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A folder, or something else than a file.
    NotAFile,
    /// A file of too many bytes.
    TooLarge {
        /// Its bytes.
        bytes: u64,
        /// The most that is accepted.
        limit: u64,
    },
    /// A logo that is neither PNG, JPEG nor SVG.
    NotAPicture,
    /// An SVG that runs or fetches something.
    ActiveSvg {
        /// The first such part.
        part: String,
    },
    /// No colour.
    NotAColor,
    /// A colour that cannot be read on the page.
    TooPale {
        /// Its contrast ratio on the background where it reads least.
        ratio: f64,
        /// The ratio needed.
        needed: f64,
        /// The nearest shade that has it.
        darker: String,
    },
    /// The id of no section.
    UnknownSection,
    /// A section named twice.
    SectionTwice,
    /// A template that is not UTF-8.
    NotUtf8,
    /// A deck that is no `.pptx`.
    NotSlides,
}

impl PresentationError {
    /// Where, what was found, what is expected.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let place = match &self.at {
            AskedAt::File { file, line, column } => lang.pick(
                format!("{file}, ligne {line}, caractère {column}"),
                format!("{file}, line {line}, character {column}"),
            ),
            AskedAt::Option(option) => (*option).to_owned(),
        };
        let (found, fault) = (lang.quote(&self.found), self.fault.words(lang));
        let beside = match (&self.at, &self.fault) {
            (AskedAt::File { file, .. }, PresentationFault::Absent { .. }) => lang.pick(
                format!(" Un fichier nommé dans {file} est cherché dans le même dossier."),
                format!(" A file named in {file} is looked for in the same folder."),
            ),
            _ => String::new(),
        };
        lang.pick(format!("{place} : {found} {fault}{beside}"), format!("{place}: {found} {fault}{beside}"))
    }
}

impl PresentationFault {
    /// What follows the value found.
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Absent { path } => {
                let path = path.display();
                lang.pick(
                    format!("n’existe pas (cherché : {path})."),
                    format!("does not exist (looked for: {path})."),
                )
            }
            Self::NotAFile => lang.pick("n’est pas un fichier.", "is not a file.").to_owned(),
            Self::TooLarge { bytes, limit } => {
                // Rounded up: a file just over the limit must not read as the limit.
                let (bytes, limit) = (lang.count(bytes.div_ceil(1000)), lang.count(limit / 1000));
                lang.pick(
                    format!("pèse {bytes} ko, {limit} ko au plus sont acceptés."),
                    format!("is {bytes} kB, {limit} kB at most are accepted."),
                )
            }
            Self::NotAPicture => lang
                .pick(
                    "n’est pas une image PNG, JPEG ou SVG. Enregistrez le logo dans l’un de ces formats.",
                    "is no PNG, JPEG or SVG picture. Save the logo in one of these formats.",
                )
                .to_owned(),
            Self::ActiveSvg { part } => {
                let part = lang.quote(part);
                lang.pick(
                    format!("contient {part} : un logo SVG ne peut ni exécuter ni charger quoi que ce soit. Exportez-le en SVG simple, ou en PNG."),
                    format!("holds {part}: an SVG logo can neither run nor load anything. Export it as plain SVG, or as PNG."),
                )
            }
            Self::NotAColor => lang
                .pick(
                    "n’est pas une couleur. Une couleur s’écrit # suivi de trois ou six chiffres hexadécimaux : \"#12496b\".",
                    "is no colour. A colour is written # and three or six hexadecimal digits: \"#12496b\".",
                )
                .to_owned(),
            Self::TooPale { ratio, needed, darker } => {
                // Rounded down: 4.49 must not read as the 4.5 that is needed.
                let ratio = lang.number((ratio * 10.0).floor() / 10.0, 1);
                let needed = lang.number(*needed, 1);
                lang.pick(
                    format!("est trop claire pour des titres : contraste de {ratio} sur le fond des pages, {needed} sont nécessaires (WCAG, niveau AA). La nuance la plus proche qui se lise : \"{darker}\"."),
                    format!("is too pale for headings: its contrast is {ratio} on the background of the pages, {needed} is needed (WCAG, level AA). The nearest shade that can be read: \"{darker}\"."),
                )
            }
            Self::UnknownSection => {
                let known = SECTIONS.join(", ");
                lang.pick(
                    format!("n’est pas une section. Sections possibles : {known}."),
                    format!("is no section. Known sections: {known}."),
                )
            }
            Self::SectionTwice => {
                lang.pick("est nommée deux fois.", "is named twice.").to_owned()
            }
            Self::NotUtf8 => lang
                .pick(
                    "n’est pas écrit en UTF-8. Enregistrez le modèle en UTF-8.",
                    "is not written in UTF-8. Save the template as UTF-8.",
                )
                .to_owned(),
            Self::NotSlides => lang
                .pick(
                    "n’est pas une présentation .pptx. Enregistrez le modèle de diapositives en .pptx.",
                    "is no .pptx deck. Save the template of the slides as .pptx.",
                )
                .to_owned(),
        }
    }
}
