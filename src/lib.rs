//! x
pub mod error; pub mod lang; pub mod read;
pub use lang::Lang;
