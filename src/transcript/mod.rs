//! Call transcripts: who said what, when, how well the agent listened, and every word in its context.
//!
//! ```text
//! files → utterances → Call (turns, speakers with a role, what is known of the call) ─┬─ timing
//!                                                                                     ├─ listening, script
//!                                                                                     └─ words → pairs, emergence
//! ```
//!
//! What a file gives is an [`Utterance`]: a cue, a monologue, a line. A [`Turn`] is what one speaker says until
//! another one begins. Times are whole milliseconds from the beginning of the recording.

mod alarms;
mod attention;
mod call;
mod contrasts;
mod cooccurrence;
mod emergence;
mod error;
pub mod evaluation;
mod exchange;
mod export;
mod folding;
pub mod format;
mod interruption;
mod lift;
pub mod listening;
mod metadata;
mod monologue;
mod open;
mod pairs;
#[cfg(test)]
mod recount;
mod role;
mod role_cue;
mod role_inference;
#[cfg(test)]
mod role_measure;
mod sampling;
mod spans;
mod speaker;
mod spoken;
mod timing;
mod vocabulary;

pub use alarms::{ALERTS, Alarms, rising};
pub use attention::{Attention, Evidence, Reason, Signal, Watched, attention};
pub use call::{About, Call, Piece, TimedWord, Turn, Utterance, clock};
pub use contrasts::{ContrastBy, SpokenContrast, by_group, by_role};
pub use cooccurrence::{
    Cooccurrence, Cooccurrences, FEWEST_TOGETHER, MOST_TERMS, Near, WINDOW, cooccurrences,
};
pub use emergence::{
    Emergence, Emergences, FEWEST_HOLDING, FEWEST_PERIODS, PeriodCount, Step, WEEKS, emergence,
};
pub use error::{Expected, TranscriptError, Trouble};
pub use exchange::{Exchange, exchanges};
pub use export::{people, to_text, to_vtt};
pub use format::{Format, Parsed, parse};
pub use interruption::{Interruption, LEAST_OVERLAP, interruptions};
pub use metadata::{Metadata, MetadataIssue};
pub use monologue::Monologue;
pub use open::{Corpus, MARKER, SkipReason, Skipped, open};
pub use pairs::{Example, FEWEST_CALLS, MOST_PAIRS, Pair, Pairs, pairs};
pub use role::{Mapping, assign};
pub use sampling::{Draw, Drawable, Plan, PlanError, PlanStratum, PlannedCall, SamplingPeriod, draw};
pub use speaker::{Basis, Speaker, SpeakerRole};
pub use timing::{LONG_SILENCE, RoleTiming, Silence, Timing, timing};
pub use vocabulary::{
    Heard, SpokenCall, SpokenKind, SpokenPlace, SpokenTerm, SpokenTurn, Vocabulary, learnt,
};
