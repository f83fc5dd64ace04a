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

mod call;
mod error;
pub mod listening;
mod speaker;

pub use call::{About, Call, Piece, TimedWord, Turn, Utterance};
pub use error::{Expected, TranscriptError, Trouble};
pub use speaker::{Basis, Speaker, SpeakerRole};
