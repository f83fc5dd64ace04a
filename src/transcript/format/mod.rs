//! The formats in which transcripts come.

mod clock;
#[cfg(test)]
mod corrupt;
mod cue;
mod label;
mod line;
pub mod plain;
pub mod rttm;
pub mod srt;
pub mod trs;
pub mod turns_csv;
pub mod vtt;
