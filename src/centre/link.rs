//! The link to satisfaction: which contact an answer is about, and what of the contact goes with the score.
//!
//! ```text
//! contacts ─┐
//! answers ──┴─join→ pairs ─┬─ Satisfaction → drivers, adjusted effects, importance
//!                          └─ agent_scores → scores of the agents
//! ```

mod join;

pub use join::{Answer, Features, Join, Joined, join};
