//! Why a presentation cannot serve as a template.

/// Why a presentation cannot serve as a template of slides.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TemplateFlaw {
    /// A file of Office 97, or one that a password protects.
    Protected,
    /// No file of `PowerPoint`.
    NotPowerPoint,
    /// Saved as “Strict Open XML”.
    Strict,
    /// More than 512 MB, or 10,000 parts.
    TooLarge,
    /// A part that must be there is not, or cannot be read.
    Damaged {
        /// Name of the part: `ppt/presentation.xml`.
        part: String,
    },
    /// No layout has a title and, under it, room for a table or a figure.
    NoLayout {
        /// Layouts that it has.
        layouts: usize,
    },
}
