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
            Some(line) => lang.pick(format!("{file}, ligne {line}"), format!("{file}, line {line}")),
            None => file.clone(),
        };
        let said = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
        let wrong = match fault {
            TemplateFault::Syntax => lang.pick(
                format!("le modèle ne peut pas être lu{said}."),
                format!("the template cannot be read{said}."),
            ),
            TemplateFault::Undefined => lang.pick(
                "ceci n’existe pas dans le rapport. Vérifiez le nom : « barometre schema » donne ceux de report ; {% if … %} permet de demander ce qui peut manquer.".to_owned(),
                "this is not in the report. Check the name: “barometre schema” gives those of report; {% if … %} lets you ask for what may be missing.".to_owned(),
            ),
            TemplateFault::UnknownFilter => {
                let known = FILTERS.join(", ");
                lang.pick(
                    format!("ce filtre n’existe pas. Filtres de barometre : {known} ; s’y ajoutent ceux de minijinja."),
                    format!("no such filter. Filters of barometre: {known}; those of minijinja come on top."),
                )
            }
            TemplateFault::UnknownFunction => lang.pick(
                format!("cette fonction ou ce test n’existe pas{said}."),
                format!("no such function or test{said}."),
            ),
            TemplateFault::NoInclude => lang.pick(
                format!("le fichier à inclure n’est pas trouvé{said}. Il doit se trouver dans le dossier du modèle, ou plus bas."),
                format!("the file to include is not found{said}. It must be in the folder of the template, or below."),
            ),
            TemplateFault::Other => lang.pick(
                format!("ceci ne peut pas être calculé{said}."),
                format!("this cannot be computed{said}."),
            ),
        };
        let found = if found.is_empty() { String::new() } else { format!(", {}", lang.quote(found)) };
        lang.pick(format!("{place}{found} : {wrong}"), format!("{place}{found}: {wrong}"))
    }
}
