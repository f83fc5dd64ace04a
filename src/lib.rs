//! barometre reads survey answers and says what moves the score.
//!
//! A score measures, a verbatim explains. Files of answers become frames ([`read`]), the questionnaire is
//! inferred or declared ([`study`]), one pass counts scores and words ([`tally`]) with the French text
//! analysis of [`text`]; from the counts come scores with their intervals ([`metric`]), what low scores say
//! more than high ones ([`keyness`]) and what each topic costs ([`driver`]); [`report`] holds it all in one
//! struct that its renderers only read. A [`concordance`] shows a word wherever it is said.
//!
//! ```text
//! files ─read→ frame ─study→ responses ─┬──────────────→ tally ─┬─ metric  → estimates ─┐
//!                                       └─text→ tokens ─→       ├─ keyness → keywords   ├→ report → html · md · json
//!                                                               └─ driver  → impacts  ──┘     ↑ chart
//! ```
//!
//! ```
//! use barometre::report::{self, Options};
//!
//! # fn main() -> Result<(), barometre::error::Error> {
//! # let folder = tempfile::tempdir().unwrap();
//! let file = folder.path().join("vague.csv");
//! std::fs::write(&file, "note;avis\n5;Très bon accueil\n2;Trop d'attente\n4;Accueil parfait\n").unwrap();
//!
//! let options = Options::default();
//! let understood = report::understand(&[file], &options, &|_, _| {})?;
//! let report = report::build(&understood, &options, &|_, _| {})?;
//! assert_eq!(report.study.responses, 3);
//! let csat = report.metrics[0].value.unwrap();
//! assert!((csat - 200.0 / 3.0).abs() < 1e-9);
//! # Ok(())
//! # }
//! ```
//!
//! The library never prints and never exits; it returns values, [`error::Error`]s that say where and what to
//! write instead, and [`error::Warning`]s that travel into the report.

// First, for its macros: every stage speaks.
#[macro_use]
mod words;

pub mod centre;
pub mod chart;
pub mod concordance;
pub mod driver;
pub mod error;
mod formula;
pub mod keyness;
mod lang;
mod lexicon;
pub mod metric;
pub mod privacy;
pub mod read;
pub mod report;
pub mod study;
pub mod tally;
pub mod text;
pub mod theme;
pub mod transcript;
mod unique;

pub use lang::Lang;
