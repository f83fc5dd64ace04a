//! Families as a study wants them: words of one subject brought together, a form taken out of its family.

use std::error::Error;
use std::fmt;

use rustc_hash::FxHashMap;

use super::family;
use crate::text::inflection::singular;
use crate::text::token::normal;

/// What a study changes about [`family`].
///
/// ```
/// use barometre::text::FamilyRules;
/// let merge = [vec!["remboursement", "rembourser"]];
/// let rules = FamilyRules::new(&merge, &["commande"]).unwrap();
/// assert_eq!(rules.key("remboursé"), rules.key("remboursements"));
/// assert_eq!(rules.key("commande"), rules.key("commandes"));
/// assert_ne!(rules.key("commande"), rules.key("commander"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FamilyRules {
    /// From the key of a family to the key of the one it is merged into.
    merged: FxHashMap<String, String>,
    /// From a singular that stands apart to its key.
    apart: FxHashMap<String, String>,
}

/// Two rules that want a form in two families.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FamilyConflict {
    /// The form, or another one of its family, is in an earlier list to merge too.
    MergedTwice(String),
    /// The form is to be merged and to stand apart.
    MergedAndSplit(String),
}

impl fmt::Display for FamilyConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MergedTwice(form) => write!(f, "“{form}” belongs to two lists to merge"),
            Self::MergedAndSplit(form) => write!(f, "“{form}” is to be merged and to be split"),
        }
    }
}

impl Error for FamilyConflict {}

impl FamilyRules {
    /// Each list of `merge` becomes one family, all inflected forms of its words included, under the key of its
    /// first word. Each form of `split` becomes a family of its own with its plural, whatever `merge` says of
    /// the family it leaves. The case and the apostrophes of the forms do not matter.
    ///
    /// # Errors
    /// When a form would be in two families.
    pub fn new<M, S>(merge: &[Vec<M>], split: &[S]) -> Result<Self, FamilyConflict>
    where
        M: AsRef<str>,
        S: AsRef<str>,
    {
        let mut rules = Self::default();
        for form in split {
            let form = normal(form.as_ref());
            // No family of its own begins with this sign.
            let key = format!("={}", singular(&form));
            rules.apart.insert(singular(&form).into_owned(), key);
        }
        for forms in merge {
            let forms: Vec<_> = forms.iter().map(|form| normal(form.as_ref())).collect();
            let Some(label) = forms.first().map(|form| family(form)) else { continue };
            for form in forms {
                if rules.apart.contains_key(singular(&form).as_ref()) {
                    return Err(FamilyConflict::MergedAndSplit(form));
                }
                if rules.merged.insert(family(&form), label.clone()).is_some_and(|other| other != label) {
                    return Err(FamilyConflict::MergedTwice(form));
                }
            }
        }
        Ok(rules)
    }

    /// The key of the family of a normal form, the rules applied.
    #[must_use]
    pub fn key(&self, normal: &str) -> String {
        if let Some(key) = self.apart.get(normal).or_else(|| self.apart.get(singular(normal).as_ref())) {
            return key.clone();
        }
        let key = family(normal);
        self.merged.get(&key).cloned().unwrap_or(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(merge: &[&str], split: &[&str]) -> Result<FamilyRules, FamilyConflict> {
        let merge: Vec<Vec<_>> = merge.iter().map(|list| list.split(' ').collect()).collect();
        FamilyRules::new(&merge, split)
    }

    #[test]
    fn no_rule_changes_nothing() {
        let rules = rules(&[], &[]).unwrap();
        for form in ["délais", "refusent", "rendez-vous", ""] {
            assert_eq!(rules.key(form), family(form));
        }
    }

    #[test]
    fn merging_takes_whole_families() {
        let rules = rules(&["remboursement rembourser", "SAV service"], &[]).unwrap();
        for form in ["rembourse", "remboursée", "remboursements", "remboursement"] {
            assert_eq!(rules.key(form), family("remboursement"), "{form}");
        }
        assert_eq!(rules.key("services"), rules.key("sav"));
        assert_ne!(rules.key("services"), rules.key("rembourse"));
        assert_eq!(rules.key("délai"), family("délai"));
    }

    #[test]
    fn splitting_takes_a_form_and_its_plural() {
        let rules = rules(&[], &["Nouvelle"]).unwrap();
        assert_eq!(rules.key("nouvelle"), rules.key("nouvelles"));
        assert_ne!(rules.key("nouvelle"), rules.key("nouveau"));
        assert_eq!(rules.key("nouveau"), rules.key("nouveaux"));
        let other = self::rules(&["nouveau récent"], &["nouvelles"]).unwrap();
        assert_eq!(other.key("nouveaux"), other.key("récente"));
        assert_ne!(other.key("nouvelles"), other.key("récente"));
    }

    #[test]
    fn a_split_form_leaves_even_the_family_that_has_its_name() {
        let rules = rules(&[], &["délai"]).unwrap();
        assert_ne!(rules.key("délai"), family("delai"));
    }

    #[test]
    fn rules_that_contradict_each_other_are_named() {
        let twice = rules(&["remboursement rembourser", "payer remboursé"], &[]);
        assert_eq!(twice, Err(FamilyConflict::MergedTwice("remboursé".into())));
        let both = rules(&["délai retard"], &["retards"]);
        assert_eq!(both, Err(FamilyConflict::MergedAndSplit("retard".into())));
        assert!(both.unwrap_err().to_string().contains("retard"));
        assert!(rules(&["délai retard délais"], &[]).is_ok());
    }
}
