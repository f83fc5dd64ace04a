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
mod collocation;
mod compound;
mod conjugation;
mod degree;
mod denial;
mod detect;
mod elision;
mod emoji;
mod english;
mod family;
mod french;
mod glued;
mod idiom;
mod inflection;
mod jsonl;
mod judgement;
mod language;
mod language_count;
mod learn;
mod lexis;
mod marks;
mod negation;
mod normalize;
mod phrase;
mod polarity;
mod reader;
mod reading;
mod role;
mod runs;
mod scope;
mod sentence;
mod spelling;
mod stem;
mod stopwords;
mod token;
mod tokenize;
mod tone;

pub use analyzer::{Analyzer, FamilyId, Form, FormId, PhraseId};
pub use calibration::{Calibrated, ENOUGH_SCORES, Moved};
pub(crate) use denial::{Denial, Denials, spelled};
pub(crate) use french::is_french;

pub use family::{FamilyConflict, FamilyRules, family};
pub use jsonl::{PhraseOut, SentenceOut, Source, TokenLine, TokenOut, TokenWriter};
pub(crate) use judgement::weigh;
pub use judgement::{Judgement, Sentence};
pub use language::Language;
pub use language_count::LanguageCount;
pub use lexis::Lexis;
pub use negation::Mark;
pub use normalize::normalize;
pub(crate) use polarity::Word as WeighedWord;
pub use polarity::{Weight, Weights};
pub use reader::Reader;
pub use reading::{Match, Reading, Word};
pub use role::Role;
pub use runs::{Runs, runs};
pub use sentence::Gap;
pub use spelling::{Corrections, FormCount};
pub use stopwords::is_stopword;
pub use token::{Token, TokenKind, normal};
pub use tokenize::tokenize;
pub use tone::is_topic;
