//! What barometre promises, tested from outside: through its library and its command.

mod bad_input;
mod commands;
mod determinism;
mod formats;
mod privacy;
mod reference;
mod sample;
mod schema;
mod shared;
mod support;
