//! What a concordance looks for: a rule of the codebooks' language, or a theme.

use std::sync::Arc;

use super::error::ConcordanceError;
use crate::Lang;
use crate::theme::{Codebook, Flaw};

/// What is looked for: a codebook and which of its themes.
#[derive(Debug, Clone)]
pub struct Pattern {
    pub(super) book: Arc<Codebook>,
    pub(super) theme: usize,
    /// As it was typed; none for a theme.
    typed: Option<String>,
}

impl Pattern {
    /// A rule as codebooks have them: `délai` (all forms of the word), `=délai` (this form alone), `service client`
    /// (a phrase), `attente ou retard`, `prix près(4) élevé`, `nié:répondre`, `rembours*`, `/réf\d+/`; see
    /// [`theme`](crate::theme).
    ///
    /// # Errors
    /// The rule cannot be read.
    ///
    /// ```
    /// use barometre::{Lang, concordance::Pattern};
    /// assert!(Pattern::rule("délai ou retard").is_ok());
    /// let error = Pattern::rule("prix près élevé").unwrap_err().message(Lang::En);
    /// assert!(error.starts_with("pattern, character 11: found “élevé” after near"), "{error}");
    /// ```
    pub fn rule(typed: &str) -> Result<Self, ConcordanceError> {
        // One line: the position is then that of a character.
        let rule: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let refused = |column, flaw| ConcordanceError::Rule { typed: rule.clone(), column, flaw };
        if rule.trim().is_empty() {
            return Err(refused(1, Flaw::EmptyRule));
        }
        // A literal string holds the rule as it is, so that an error is placed in it; one with ''' needs escapes.
        let before = "rules = [";
        let quoted = if rule.contains("'''") {
            toml::Value::String(rule.clone()).to_string()
        } else {
            format!("'''{rule}'''")
        };
        let quotes = if quoted.starts_with("'''") || quoted.starts_with("\"\"\"") { 3 } else { 1 };
        let book = format!("[[theme]]\nid = \"pattern\"\n{before}{quoted}]");
        let book = Codebook::parse(&book, "").map_err(|error| {
            refused(error.column.saturating_sub(before.chars().count() + quotes).max(1), error.flaw)
        })?;
        Ok(Self { book: Arc::new(book), theme: 0, typed: Some(rule.trim().to_owned()) })
    }

    /// A theme of a codebook by its id or its label, with its sub-themes.
    ///
    /// # Errors
    /// The codebook has no such theme.
    pub fn theme(book: &Codebook, name: &str) -> Result<Self, ConcordanceError> {
        let same = |label: &str| label.to_lowercase() == name.trim().to_lowercase();
        let labelled = || book.themes.iter().position(|theme| same(&theme.label.fr) || same(&theme.label.en));
        match book.theme(name.trim()).or_else(labelled) {
            Some(theme) => {
                // The rules of other themes need not be tried.
                let mut own = book.clone();
                own.rules.retain(|rule| book.lineage(rule.theme).any(|above| above == theme));
                Ok(Self { book: Arc::new(own), theme, typed: None })
            }
            None => Err(ConcordanceError::UnknownTheme {
                found: name.to_owned(),
                known: book.themes.iter().map(|theme| theme.id.clone()).collect(),
            }),
        }
    }

    /// Whether it is a theme of a codebook, and not a rule that was typed.
    pub(super) fn is_theme(&self) -> bool {
        self.typed.is_none()
    }

    /// The rule as it was typed, or the label of the theme.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match &self.typed {
            Some(typed) => typed,
            None => self.book.themes[self.theme].label.get(lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::theme::Shipped;

    #[test]
    fn an_error_stands_under_its_character() {
        let error = Pattern::rule("épuisé et (délai ou").unwrap_err();
        let message = error.message(Lang::Fr);
        let lines: Vec<&str> = message.lines().collect();
        assert!(lines[0].starts_with("motif, caractère 20\u{a0}: la fin de la règle trouvé"), "{message}");
        assert_eq!(lines[1].chars().count(), lines[2].chars().count() - 1);
        let ConcordanceError::Rule { column, .. } = Pattern::rule("prix près élevé").unwrap_err() else {
            panic!()
        };
        assert_eq!(column, 11);
        assert!(Pattern::rule(" \n").unwrap_err().message(Lang::Fr).starts_with("motif vide\u{a0}: "));
    }

    #[test]
    fn quotation_marks_of_all_kinds_are_read() {
        for rule in ["\"à l'écoute\"", "aujourd'hui", "l''''écoute", "'", "''", "/a\\d'''/", "« à l’écoute »"]
        {
            match Pattern::rule(rule) {
                Ok(pattern) => assert_eq!(pattern.name(Lang::Fr), rule),
                Err(ConcordanceError::Rule { flaw, .. }) => assert!(!matches!(flaw, Flaw::Toml(_)), "{rule}"),
                Err(other) => panic!("{other}"),
            }
        }
    }

    #[test]
    fn a_theme_is_found_by_id_or_label() {
        let book = Shipped::CustomerExperience.codebook().unwrap();
        let price = Pattern::theme(&book, "prix").unwrap();
        assert_eq!(book.themes[price.theme].id, "prix");
        let label = price.name(Lang::Fr).to_uppercase();
        assert_eq!(Pattern::theme(&book, &label).unwrap().theme, price.theme);
        let error = Pattern::theme(&book, "lune").unwrap_err().message(Lang::Fr);
        assert!(error.starts_with("--theme\u{a0}: thème «\u{a0}lune\u{a0}» inconnu."), "{error}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_at_one_of_its_characters(typed in "([a-zé'\"/()=*:\\\\ \n]|''' |près|ou|sauf|et|😀){0,12}") {
            if let Err(ConcordanceError::Rule { column, flaw, .. }) = Pattern::rule(&typed) {
                prop_assert!(column >= 1 && column <= typed.chars().count() + 1, "{column}");
                prop_assert!(!matches!(flaw, Flaw::Toml(_)), "{flaw:?}");
            }
        }
    }
}
