//! Texts that a spreadsheet would take for a formula, as what people type in a survey may be.

/// Whether a spreadsheet may read the text as a formula: it begins with `=`, `+`, `-` or `@`, ordinary or full-width,
/// behind spaces or not, or with a tab or an end of line (OWASP, CSV injection).
pub fn begins_as_a_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text as a cell that no spreadsheet takes for a formula: one that may be gets an apostrophe first. Numbers have
/// columns of their own.
pub fn harmless(text: &str) -> String {
    if begins_as_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_texts() {
        for text in ["=1+1", "+33", "-2", "@SUM", "\tx", "\rx", "\nx", " =1", "＝1", "– "] {
            assert_eq!(harmless(text) != text, text != "– ", "{text:?}");
        }
        assert_eq!(harmless("=1"), "'=1");
        for text in ["", "délai", "a=b", "3-4", "'=1"] {
            assert_eq!(harmless(text), text);
        }
    }
}
