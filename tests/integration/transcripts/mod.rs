//! Call transcripts, from their files to what is said of them.

mod concordance;
mod planted;
mod report;
mod sample;
