//! Reads survey answers and says what moves the score.
pub mod error;
pub mod lang;
pub mod metric;
pub mod privacy;
pub mod read;
pub mod study;
pub mod tally;
pub mod text;
pub use lang::Lang;
