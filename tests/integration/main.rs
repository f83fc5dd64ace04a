//! What barometre promises, tested from outside: through its library and its command.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::format_collect, clippy::format_push_string, clippy::needless_for_each)]

mod attacker;
mod attacker_split;
mod bad_input;
mod bombs;
mod browser;
mod centre;
mod commands;
mod design;
mod determinism;
mod exports;
mod false_alarms;
mod figures;
mod formats;
mod goldens;
mod inference;
mod keyness_alarms;
mod modes;
mod one_number;
mod outside;
mod presentation;
mod privacy;
mod pulse;
mod reference;
mod reference_table;
mod sample;
mod scale_contract;
mod schema;
mod sentences;
mod series;
mod shared;
mod sheets;
mod slides;
mod split;
mod support;
mod tables;
mod themes;
mod transcripts;
mod verbatims;
