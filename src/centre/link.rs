//! The link to satisfaction: which contact an answer is about, and what of the contact goes with the score.
//!
//! ```text
//! contacts ─┐
//! answers ──┴─join→ pairs → linked answers ─┬─ satisfaction → drivers, adjusted effects, importance → findings
//!                                           └─ agent_scores → scores of the agents
//! ```

mod agents;
mod complete;
mod feature;
mod findings;
mod importance;
mod join;
mod labels;
mod satisfaction;
mod score;
mod share;
#[cfg(test)]
mod simulated;

pub use agents::{AgentScore, Apart, agent_scores};
pub use complete::Linked;
pub use feature::Feature;
pub use findings::findings;
pub use importance::Weighed;
pub use join::{Answer, Features, Join, Joined, join};
pub use labels::{delay, label};
pub use satisfaction::{Asked, Satisfaction, Third, satisfaction};
pub use share::{AgentShare, agent_share};
