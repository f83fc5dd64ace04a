//! Personal data out of what is shown: identifiers masked in verbatims, small groups silenced.

mod checksum;
mod identifier;
mod redact;
mod suppress;

pub use identifier::Identifier;
pub use redact::{Redaction, redact};
pub use suppress::{Counts, Hidden, Nest, Question, Reason, Segment, UNANIMOUS, plan, suppressed};
