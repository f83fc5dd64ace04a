//! Golden commands: arguments, streams and exit codes, as files that a person can read.

#[test]
fn commands() {
    trycmd::TestCases::new().case("tests/commands/*.trycmd").case("README.md");
}
