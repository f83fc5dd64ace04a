//! Why a page of the user's own cannot be filled, where, and what may stand there.

use super::template::FILTERS;
use crate::Lang;

/// A template that cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The template, or the file that it includes.
    pub file: String,
    /// Line, from 1, where it is known.
    pub line: Option<usize>,
    /// What stands there; empty where it is not known.
    pub found: String,
    /// What is wrong.
    pub fault: TemplateFault,
    /// What the template engine says of it, in English.
    pub detail: String,
}

/// What is wrong with a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TemplateFault {
    /// Not written as a template is.
    Syntax,
    /// Something is asked for that the report does not have.
    Undefined,
    /// No filter of that name.
    UnknownFilter,
    /// No function, method or test of that name.
    UnknownFunction,
    /// A file to include that is not beside the template.
    NoInclude,
    /// Another operation that cannot be done.
    Other,
}

impl TemplateError {
    /// Where, what stands there, what is wrong.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let Self { file, line, found, fault, detail } = self;
        let place = match line {
            Some(line) => pick!(lang, look::line(file, line)),
            None => file.clone(),
        };
        let said = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
        let wrong = match fault {
            TemplateFault::Syntax => pick!(lang, look::the_template_cannot_be_read(said)),
            TemplateFault::Undefined => pick!(lang, look::this_is_not_in_the_report_check_the).to_owned(),
            TemplateFault::UnknownFilter => {
                let known = FILTERS.join(", ");
                pick!(lang, look::no_such_filter_filters_of_barometre_those_of(known))
            }
            TemplateFault::UnknownFunction => pick!(lang, look::no_such_function_or_test(said)),
            TemplateFault::NoInclude => pick!(lang, look::the_file_to_include_is_not_found_it(said)),
            TemplateFault::Other => pick!(lang, look::this_cannot_be_computed(said)),
        };
        let found = if found.is_empty() { String::new() } else { format!(", {}", lang.quote(found)) };
        pick!(lang, look::joined_in_template_error(place, found, wrong))
    }
}
