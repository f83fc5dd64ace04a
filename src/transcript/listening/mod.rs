//! Active listening and the script: what a quality analyst listens for in a call, found by rules that she can read.
//!
//! ```text
//! listening.toml → Grid → Listener ─ Call → Listening (items, points, score), Compliance (steps) → rates
//! ```
//!
//! A mark is made only where hardly anybody would dispute it: what is denied, asked back, quoted or said by the other
//! side makes none. What is heard is therefore a lower bound, which [`agreement`] with a person measures.

mod clause;
mod detect;
mod error;
mod file;
mod grid;
mod place;
mod rate;
mod score;
mod spoken;
#[cfg(test)]
mod table;
mod words;

pub use detect::Listener;
pub use error::{GridError, GridFlaw};
pub use grid::{Detect, Grid, Item, Sign, Stage, Step};
pub use rate::{
    Agreement, ItemRate, ListeningRate, Source, StepRate, agreement, item_rates, rate, step_rates,
};
pub use score::{Compliance, ItemFound, Listening, Mark, StepFound};
