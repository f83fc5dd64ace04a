//! French text: from a verbatim to tokens, forms and families.
//!
//! ```text
//! text → runs → tokens (byte spans) → forms (lower case) → families (inflected forms of one word)
//! ```
//!
//! A *run* is what stands between two white spaces. Tokens are a pure function of one run, so that a run
//! seen before needs no second analysis: [`Analyzer`] is the fast path that remembers them, [`tokenize()`]
//! the plain one, and both give the same spans.

mod analyzer;
mod cache;
mod calibration;
mod compound;
mod degree;
mod elision;
mod emoji;
mod family;
mod glued;
mod inflection;
mod jsonl;
mod language;
mod negation;
mod polarity;
mod role;
mod runs;
mod sentence;
mod stopwords;
mod token;
mod tokenize;
mod tone;

pub use analyzer::{Analyzer, FamilyId, Form, FormId, TokenRef};
pub use calibration::{Calibrated, ENOUGH_SCORES, Moved};
pub use family::family;
pub use jsonl::{TokenLine, TokenOut, token_line};
pub use language::LanguageCount;
pub use polarity::{Weight, Weights, Word, is_shouted, stand_out};
pub use runs::{Runs, runs};
pub use sentence::Gap;
pub use stopwords::is_stopword;
pub use token::{Token, TokenKind, normal};
pub use tokenize::tokenize;
pub use tone::is_topic;
