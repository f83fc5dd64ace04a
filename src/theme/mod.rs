//! Themes: what verbatims speak of, and whether they are pleased with it.
//!
//! ```text
//! codebook.toml → Codebook → Matcher ─ text + Reading → mentions (theme, words that matched, pole) → Tally
//! ```
//!
//! A verbatim is read once by [`text::Reader`](crate::text::Reader); the matcher looks each of its forms up in a
//! table of the words that rules are made of, and tries the rules whose words are there.

mod clause;
mod codebook;
mod error;
mod exemplar;
mod matching;
#[cfg(test)]
mod measure;
pub mod minhash;
mod parse;
mod pole;
mod rule;
mod sentiment;
mod tally;

pub use codebook::{Codebook, Label, Shipped, Theme};
pub use error::{CodebookError, Flaw};
pub use exemplar::{Exemplar, Exemplars};
pub use matching::{Hit, Matcher, Mention};
pub use minhash::hash;
pub use pole::Pole;
pub use rule::Rule;
pub use tally::Tally;
