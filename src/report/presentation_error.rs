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
            AskedAt::File { file, line, column } => pick!(lang, look::line_character(file, line, column)),
            AskedAt::Option(option) => (*option).to_owned(),
        };
        let (found, fault) = (lang.quote(&self.found), self.fault.words(lang));
        let beside = match (&self.at, &self.fault) {
            (AskedAt::File { file, .. }, PresentationFault::Absent { .. }) => {
                pick!(lang, look::a_file_named_in_is_looked_for_in(file))
            }
            _ => String::new(),
        };
        pick!(lang, look::joined(place, found, fault, beside))
    }
}

impl PresentationFault {
    /// What follows the value found.
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Absent { path } => {
                let path = path.display();
                pick!(lang, look::does_not_exist_looked_for(path))
            }
            Self::NotAFile => pick!(lang, look::is_not_a_file).to_owned(),
            Self::TooLarge { bytes, limit } => {
                // Rounded up: a file just over the limit must not read as the limit.
                let (bytes, limit) = (lang.count(bytes.div_ceil(1000)), lang.count(limit / 1000));
                pick!(lang, look::is_kb_kb_at_most_are_accepted(bytes, limit))
            }
            Self::NotAPicture => pick!(lang, look::is_no_png_jpeg_or_svg_picture_save).to_owned(),
            Self::ActiveSvg { part } => {
                let part = lang.quote(part);
                pick!(lang, look::holds_an_svg_logo_can_neither_run_nor(part))
            }
            Self::NotAColor => pick!(lang, look::is_no_colour_a_colour_is_written_and).to_owned(),
            Self::TooPale { ratio, needed, darker } => {
                // Rounded down: 4.49 must not read as the 4.5 that is needed.
                let ratio = lang.number((ratio * 10.0).floor() / 10.0, 1);
                let needed = lang.number(*needed, 1);
                pick!(lang, look::is_too_pale_for_headings_its_contrast_is(ratio, needed, darker))
            }
            Self::UnknownSection => {
                let known = SECTIONS.join(", ");
                pick!(lang, look::is_no_section_known_sections(known))
            }
            Self::SectionTwice => pick!(lang, look::is_named_twice).to_owned(),
            Self::NotUtf8 => pick!(lang, look::is_not_written_in_utf_8_save_the).to_owned(),
            Self::NotSlides => pick!(lang, look::is_no_pptx_deck_save_the_template_of).to_owned(),
        }
    }
}
