//! Inputs made up by the thousand, against what must hold of any input: no panic, no hang, and laws.
//!
//! `cargo test --test fuzz` gives each target one second. Ten minutes for one of them:
//!
//! ```text
//! BOLERO_RANDOM_TEST_TIME_MS=600000 cargo test --test fuzz csv::any_text_gives_a_report_or_an_error
//! ```
//!
//! A failure prints the input, reduced, and `BOLERO_RANDOM_SEED=…`, which gives it back when it is set for the
//! same command. `cargo bolero test --test fuzz csv::…` runs the same targets guided by coverage, where
//! cargo-bolero and a nightly compiler are installed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(
    clippy::cast_possible_wrap,
    clippy::format_push_string,
    clippy::needless_for_each,
    clippy::needless_range_loop
)]

mod csv;
mod dates;
mod dice;
mod filter;
mod json;
mod labels;
mod laws;
mod numbers;
mod study_file;
