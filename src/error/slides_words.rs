//! Why a presentation cannot serve as a template of slides, in words.

use std::path::Path;

use crate::lang::Lang;
use crate::report::slides::TemplateFlaw;

/// What is wrong with the file, and what to give instead.
pub(super) fn message(path: &Path, flaw: &TemplateFlaw, lang: Lang) -> String {
    let path = path.display();
    match flaw {
        TemplateFlaw::Protected => pick!(lang, errors::template_protected(path)),
        TemplateFlaw::NotPowerPoint => pick!(lang, errors::template_not_power_point(path)),
        TemplateFlaw::Strict => pick!(lang, errors::template_strict(path)),
        TemplateFlaw::TooLarge => pick!(lang, errors::template_too_large(path)),
        TemplateFlaw::Damaged { part } => pick!(lang, errors::template_damaged(path, part)),
        TemplateFlaw::NoLayout { layouts } => pick!(lang, errors::template_without_a_layout(path, layouts)),
    }
}
