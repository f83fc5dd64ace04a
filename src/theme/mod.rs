//! Themes: what verbatims speak of, and whether they are pleased with it.
//!
//! ```text
//! codebook.toml → Codebook → Matcher ─ text + Reading → mentions (theme, words that matched, pole) → Tally
//! ```
//!
//! A verbatim is read once by [`text::Reader`](crate::text::Reader); the matcher looks each of its forms up in a
//! table of the words that rules are made of, and tries the rules whose words are there.
//!
//! # Rules
//!
//! One line each, written by an analyst, in French or in English:
//!
//! ```text
//! délai                     all forms of the word: délai, délais, delai
//! service client            words that follow each other, “service au client” too; adverbs of degree are looked
//!                           over, function words count only as prepositions at either end: “en ligne”, “merci à”
//! attente ou retard         one of them                                        (or)
//! prix et hausse            both in one sentence                               (and)
//! délai sauf livraison      in a sentence without the other                    (not)
//! carte sauf carte verte    but not as a part of it
//! prix près(4) élevé        at most 4 words between, in any order, in one clause   (near)
//! nié:répondre              denied: “ne répondent pas”                         (denied:)
//! affirmé:cher              not denied                                         (affirmed:)
//! =cher    "à l'écoute"     these forms alone, as they are written; « » and “ ” do as well
//! rembours*                 all words with this beginning, with or without accents
//! /ref\s?\d+/               a regular expression on the text, whatever the case: tried on each verbatim
//! (a ou b) c                brackets group
//! + rapide                  pleased by itself, whatever the clause says of it
//! - injoignable             displeased by itself; a denial turns either round: “jamais injoignable”
//! ```
//!
//! Words bind first, then `près`, `et`, `ou`, and `sauf` last: “a ou b sauf c” leaves c out of both.

mod clause;
mod codebook;
mod error;
mod exemplar;
mod lexeme;
mod matching;
#[cfg(test)]
mod measure;
pub mod minhash;
mod parse;
mod pole;
mod rule;
mod search;
mod sentiment;
mod shipped;
mod table;
mod tally;

pub use codebook::{Codebook, Label, Theme};
pub(crate) use codebook::{Words, line_column};
pub use error::{CodebookError, Flaw};
pub use exemplar::{Exemplar, Exemplars};
pub use matching::{Hit, Matcher, Mention};
pub use minhash::hash;
pub use pole::Pole;
pub use rule::Rule;
pub use shipped::Shipped;
pub use tally::Tally;
