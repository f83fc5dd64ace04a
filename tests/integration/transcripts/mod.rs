//! Call transcripts, from their files to what is said of them.

mod planted;
mod sample;
