//! Personal data out of what is shown: people and their numbers masked in verbatims, sensitive content told,
//! small groups silenced.

mod address;
mod checksum;
mod cue;
mod file;
mod identifier;
mod name;
mod number;
mod pattern;
#[cfg(test)]
mod planted;
mod plate;
mod pseudonym;
mod redact;
mod reference;
mod sensitive;
mod spoken;
mod spoken_name;
mod spoken_number;
mod suppress;
mod word;

pub use file::{Redacted, SensitiveCell, columns, redact_table};
pub use identifier::Identifier;
pub use pseudonym::pseudonyms;
pub use redact::{Mask, Redaction, redact};
pub use sensitive::{Mention, Sensitive, sensitive};
pub use spoken::redact_spoken;
pub use suppress::{
    Counts, EntityPlan, Hidden, Nest, Question, Reason, Segment, UNANIMOUS, plan, plan_entities, safe,
    standing, suppressed,
};
