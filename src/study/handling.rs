//! What study.toml says of the people behind the answers: who may be called back, why answers are kept and how long.

use super::fold;
use super::labels::tick;

/// Privacy keys of study.toml that concern no figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handling {
    /// Column that tells who agreed to be called back.
    pub consent: Option<String>,
    /// Columns of contact details.
    pub contact: Vec<String>,
    /// Who decides why and how answers are processed.
    pub controller: Option<String>,
    /// What for.
    pub purpose: Option<String>,
    /// Legal basis (RGPD, article 6).
    pub legal_basis: Option<String>,
    /// How long answers are kept.
    pub retention: Option<String>,
    /// Who receives reports and files.
    pub recipients: Option<String>,
}

impl Handling {
    /// Columns of consent and contact.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.consent.iter().chain(&self.contact).map(String::as_str)
    }
}

/// Whether a cell says that its respondent agrees; nothing where it says neither yes nor no. An empty cell is no
/// consent.
///
/// ```
/// use barometre::study::consents;
/// assert_eq!(consents("Oui"), Some(true));
/// assert_eq!(consents(""), Some(false));
/// assert_eq!(consents("peut-être"), None);
/// ```
#[must_use]
pub fn consents(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "" | "pas d'accord" | "refus" | "refuse" | "je refuse" | "opt out" => Some(false),
        "d'accord" | "accord" | "j'accepte" | "accepte" | "je suis d'accord" | "opt in" => Some(true),
        _ => tick(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_yes_is_consent() {
        for yes in ["oui", "YES", "1", "true", "Vrai", "x", "J’accepte", "d'accord"] {
            assert_eq!(consents(yes), Some(true), "{yes}");
        }
        for no in ["non", "No", "0", "FALSE", "", "  ", "refus", "Pas d’accord"] {
            assert_eq!(consents(no), Some(false), "{no}");
        }
        for unclear in ["2", "voir avec le client", "oui mais", "N/A ?"] {
            assert_eq!(consents(unclear), None, "{unclear}");
        }
    }
}
