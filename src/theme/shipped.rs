//! The codebooks that come with the program, in `lexicons/`.

use std::sync::Arc;

use super::codebook::Codebook;
use super::error::CodebookError;

/// The codebooks that come with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, clap::ValueEnum)]
pub enum Shipped {
    /// What customers speak of, in any trade.
    CustomerExperience,
    /// What employees speak of.
    HumanResources,
    /// Why people call a contact centre.
    ContactCentre,
}

impl Shipped {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::CustomerExperience, Self::HumanResources, Self::ContactCentre];

    /// The TOML, for a user to start from.
    #[must_use]
    pub fn toml(self) -> &'static str {
        match self {
            Self::CustomerExperience => include_str!("../../lexicons/customer_experience.toml"),
            Self::HumanResources => include_str!("../../lexicons/human_resources.toml"),
            Self::ContactCentre => include_str!("../../lexicons/contact_centre.toml"),
        }
    }

    /// What names it in study.toml and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.file().trim_end_matches(".toml")
    }

    /// The name of its file.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::CustomerExperience => "customer_experience.toml",
            Self::HumanResources => "human_resources.toml",
            Self::ContactCentre => "contact_centre.toml",
        }
    }

    /// The codebook.
    ///
    /// # Errors
    /// None: a test reads them all.
    pub fn codebook(self) -> Result<Arc<Codebook>, CodebookError> {
        Codebook::parse(self.toml(), self.file()).map(Arc::new)
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::is_nfc;

    use super::*;

    #[test]
    fn the_shipped_codebooks_are_whole() {
        for (shipped, themes, parents) in [
            (Shipped::CustomerExperience, 25, 5),
            (Shipped::HumanResources, 18, 1),
            (Shipped::ContactCentre, 20, 0),
        ] {
            let toml = shipped.toml();
            for said in ["# Purpose: ", "# Columns: ", "# Source: ", "# Licence: "] {
                assert!(toml.lines().any(|line| line.starts_with(said)), "{}: {said}", shipped.file());
            }
            assert!(is_nfc(toml), "{}", shipped.file());
            let book = shipped.codebook().unwrap_or_else(|error| panic!("{error}"));
            let high = book.themes.iter().filter(|theme| theme.parent.is_none() && !theme.general);
            assert!(high.count() >= themes, "{}", shipped.file());
            let with_parts = (0..book.themes.len())
                .filter(|number| book.themes.iter().any(|theme| theme.parent == Some(*number)));
            assert!(with_parts.count() >= parents, "{}", shipped.file());
            for theme in &book.themes {
                for label in [&theme.label, &theme.description] {
                    assert!(!label.fr.is_empty() && !label.en.is_empty(), "{}", theme.id);
                    assert!(!label.fr.contains('\'') && !label.fr.contains(" :"), "{}", theme.id);
                }
            }
            assert!(!book.has_patterns() || shipped == Shipped::HumanResources);
        }
    }
}
