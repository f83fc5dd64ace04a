//! A name that nobody has yet.

/// `name`, or the first of `name` with 2, 3… written by `numbered` that is not `taken`.
pub(crate) fn unique(
    name: &str,
    numbered: impl Fn(&str, u32) -> String,
    taken: impl Fn(&str) -> bool,
) -> String {
    let mut candidate = name.to_owned();
    let mut number = 1;
    while taken(&candidate) {
        number += 1;
        candidate = numbered(name, number);
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_free_number_is_taken() {
        let numbered = |name: &str, k| format!("{name}_{k}");
        let names = ["a", "a_2"];
        assert_eq!(unique("a", numbered, |n| names.contains(&n)), "a_3");
        assert_eq!(unique("b", numbered, |n| names.contains(&n)), "b");
    }
}
