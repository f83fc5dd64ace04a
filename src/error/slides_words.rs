//! Why a presentation cannot serve as a template of slides, in words.

use std::path::Path;

use crate::lang::Lang;
use crate::report::slides::TemplateFlaw;

/// What is wrong with the file, and what to give instead.
pub(super) fn message(path: &Path, flaw: &TemplateFlaw, lang: Lang) -> String {
    let path = path.display();
    let (fr, en) = match flaw {
        TemplateFlaw::Protected => (
            format!(
                "{path} est protégé par un mot de passe, ou dans l’ancien format .ppt. Enregistrez-le sans mot de passe, au format .pptx ou .potx."
            ),
            format!(
                "{path} is protected by a password, or in the old .ppt format. Save it without a password, as .pptx or .potx."
            ),
        ),
        TemplateFlaw::NotPowerPoint => (
            format!(
                "{path} n’est pas une présentation PowerPoint. --slides-template attend un fichier .pptx ou .potx."
            ),
            format!("{path} is no PowerPoint presentation. --slides-template takes a .pptx or .potx file."),
        ),
        TemplateFlaw::Strict => (
            format!(
                "{path} est au format « Strict Open XML ». Dans PowerPoint, choisissez Enregistrer sous, puis « Présentation PowerPoint (*.pptx) »."
            ),
            format!(
                "{path} is in the “Strict Open XML” format. In PowerPoint choose Save as, then “PowerPoint Presentation (*.pptx)”."
            ),
        ),
        TemplateFlaw::TooLarge => (
            format!(
                "{path} est trop lourd pour un modèle : plus de 512 Mo une fois ouvert, ou plus de 10 000 éléments. Enlevez-en les diapositives d’exemple et leurs médias."
            ),
            format!(
                "{path} is too large for a template: more than 512 MB once opened, or more than 10,000 parts. Take its example slides and their media out."
            ),
        ),
        TemplateFlaw::Damaged { part } => (
            format!(
                "{path} est abîmé : sa partie « {part} » manque ou ne se lit pas. Ouvrez-le dans PowerPoint, enregistrez-le sous un autre nom, et donnez celui-ci."
            ),
            format!(
                "{path} is damaged: its part “{part}” is missing or cannot be read. Open it in PowerPoint, save it under another name, and give that one."
            ),
        ),
        TemplateFlaw::NoLayout { layouts } => (
            format!(
                "{path} n’a aucune disposition qui convienne ({layouts} lues) : il en faut une avec un titre et, dessous, une zone de contenu assez grande pour un tableau ou une figure (« Titre et contenu » dans PowerPoint), ou un titre seul."
            ),
            format!(
                "{path} has no layout that serves ({layouts} read): one is needed with a title and, under it, a place for content large enough for a table or a figure (“Title and Content” in PowerPoint), or a title alone."
            ),
        ),
    };
    lang.pick(lang.typeset(fr), en)
}
