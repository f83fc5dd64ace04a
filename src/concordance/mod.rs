//! Concordances: every place where a word, a phrase or a theme is said, with what is said around it.
//!
//! ```text
//! pattern ─ Codebook ─┐
//! text ─ Reading ─────┴ Matcher → hits → redacted, some words each side → lines → sorted → terminal · csv · md · html
//! ```
//!
//! The pattern is a rule of the codebooks ([`theme`](crate::theme)) or one of their themes; the texts are verbatims or
//! the turns of calls. Only a text with a hit is redacted, as a whole, before its context is cut.

mod calls;
mod error;
mod html;
mod line;
mod pattern;
mod render;
mod search;
mod sort;
mod survey;
mod terminal;
mod width;

pub use error::ConcordanceError;
pub use html::html;
pub use line::{Line, Place};
pub use pattern::Pattern;
pub use render::{csv, json, markdown, said};
pub use search::{Concordance, Concordancer, Options};
pub use sort::Order;
pub use survey::{codebook, keep, survey};
pub use terminal::{Look, terminal};
