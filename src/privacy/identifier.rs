//! The kinds of personal data that are masked, and what stands in the place of each.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::word::Words;
use super::{address, name, number, plate, reference};
use crate::lang::Lang;

/// A kind of personal data. Where two of them overlap, the first of this list is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Identifier {
    /// E-mail address.
    Email,
    /// International bank account number, any country.
    Iban,
    /// French social-security number.
    Nir,
    /// Bank card.
    Card,
    /// Telephone number, French or international.
    Phone,
    /// Postal address, or a postal code and its town.
    Address,
    /// Licence plate, as given since 2009 or before.
    Plate,
    /// Number of a contract, an order, a claim, a customer.
    Reference,
    /// Name of a person.
    Name,
}

impl Identifier {
    /// All of them, in the order in which they take hold of a text.
    pub const ALL: [Self; 9] = [
        Self::Email,
        Self::Iban,
        Self::Nir,
        Self::Card,
        Self::Phone,
        Self::Address,
        Self::Plate,
        Self::Reference,
        Self::Name,
    ];

    /// What stands in its place: `[TÉLÉPHONE]`, `[PHONE]`.
    pub fn mask(self, lang: Lang) -> &'static str {
        match self {
            Self::Email => "[E-MAIL]",
            Self::Iban => "[IBAN]",
            Self::Nir => "[NIR]",
            Self::Card => pick!(lang, privacy::card),
            Self::Phone => pick!(lang, privacy::phone),
            Self::Address => pick!(lang, privacy::address),
            Self::Plate => pick!(lang, privacy::licence_plate),
            Self::Reference => pick!(lang, privacy::reference),
            Self::Name => pick!(lang, privacy::name),
        }
    }

    /// What it is called in a table or a sentence: `téléphone`, `phone`.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Email => "e-mail",
            Self::Iban => "IBAN",
            Self::Nir => pick!(lang, privacy::social_security_number),
            Self::Card => pick!(lang, privacy::bank_card),
            Self::Phone => pick!(lang, privacy::phone_in_identifier),
            Self::Address => pick!(lang, privacy::postal_address),
            Self::Plate => pick!(lang, privacy::licence_plate_in_identifier),
            Self::Reference => pick!(lang, privacy::contract_or_case_number),
            Self::Name => pick!(lang, privacy::name_of_a_person),
        }
    }

    /// Fewest digits that one of them holds: a text of fewer need not be searched for it.
    pub(super) fn digits(self) -> usize {
        match self {
            Self::Email | Self::Name => 0,
            Self::Iban | Self::Nir | Self::Card | Self::Phone => 8,
            Self::Address => 1,
            Self::Plate => 3,
            Self::Reference => 4,
        }
    }

    /// Byte ranges of the identifiers of this kind, ascending.
    pub(super) fn find(self, text: &str, words: &Words) -> Vec<Range<usize>> {
        match self {
            Self::Email => number::emails(text),
            Self::Iban => number::ibans(text),
            Self::Nir => number::nirs(text),
            Self::Card => number::cards(text),
            Self::Phone => number::phones(text),
            Self::Address => address::find(text, words),
            Self::Plate => plate::find(text),
            Self::Reference => reference::find(text),
            Self::Name => name::find(text, words),
        }
    }
}
