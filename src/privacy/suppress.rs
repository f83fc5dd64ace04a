//! The minimum group: under it a cell says nothing, so that nobody is recognised behind a figure.

/// True when a cell of `n` answers must carry no value.
pub fn suppressed(n: u64, min_group: u64) -> bool {
    n < min_group
}
