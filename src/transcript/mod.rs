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
mod cooccurrence;
mod emergence;
mod error;
mod exchange;
mod lift;
mod pairs;
mod speaker;
mod spoken;
mod vocabulary;

pub use alarms::{ALERTS, Alarms, rising};
pub use attention::{Attention, Evidence, Reason, Signal, Watched, attention};
pub use call::{About, Call, Piece, TimedWord, Turn, Utterance};
pub use cooccurrence::{
    Cooccurrence, Cooccurrences, FEWEST_TOGETHER, MOST_TERMS, Near, WINDOW, cooccurrences,
};
pub use emergence::{
    Emergence, Emergences, FEWEST_HOLDING, FEWEST_PERIODS, PeriodCount, Step, WEEKS, emergence,
};
pub use error::{Expected, TranscriptError, Trouble};
pub use exchange::{Exchange, exchanges};
pub use pairs::{Example, FEWEST_CALLS, MOST_PAIRS, Pair, Pairs, pairs};
pub use speaker::{Basis, Speaker, SpeakerRole};
pub use vocabulary::{
    Heard, SpokenCall, SpokenKind, SpokenPlace, SpokenTerm, SpokenTurn, Vocabulary, learnt,
};
