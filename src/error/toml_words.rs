//! What the TOML parser says of a study file or a codebook, in words that say what to write instead.

use std::ops::Range;

use super::Error;
use crate::Lang;
use crate::words::Text;

/// The error that a parser's message stands for, with line and column.
pub(crate) fn refused(text: &str, file: &str, message: &str, span: Option<Range<usize>>) -> Error {
    let (line, column) = line_and_column(text, span.as_ref().map_or(text.len(), |s| s.start));
    let file = file.to_owned();
    let mut quoted = message.split('`').skip(1).step_by(2).map(str::to_owned);
    if message.starts_with("unknown field")
        && let Some(key) = quoted.next().filter(|key| !key.starts_with("$__toml"))
    {
        return Error::UnknownKey { file, line, column, key, accepted: quoted.collect() };
    }
    let found = span.and_then(|s| text.get(s)).unwrap_or_default();
    let cause = match message {
        "duplicate key" if !found.is_empty() => format!("duplicate key `{found}`"),
        // A date stands where a table is expected.
        message if message.contains("$__toml") => {
            "invalid type: map, expected struct StudySection".to_owned()
        }
        message => message.trim_end().to_owned(),
    };
    Error::Study { file, line, column, cause }
}

/// Line and character, both from 1, of a byte of a text.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(at)];
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

/// The parser's message in words, without the names of its types; one that is not known here stays as it is, in French
/// quoted.
pub(crate) fn parser_words(cause: &str, lang: Lang) -> String {
    in_a_value(cause, lang)
        .or_else(|| about_a_key(cause, lang))
        .or_else(|| {
            let syntax = SYNTAX.iter().find(|(begins, _)| cause.starts_with(begins));
            syntax.map(|(_, text)| text.said(lang).to_owned())
        })
        .unwrap_or_else(|| pick!(lang, toml::unknown_cause(cause)))
}

/// A value that TOML can read and the study cannot use.
fn in_a_value(cause: &str, lang: Lang) -> Option<String> {
    if let Some(rest) = cause.strip_prefix("unknown variant `") {
        let (found, expected) = rest.rsplit_once("`, expected ")?;
        let found = if found.is_empty() { "\"\"".to_owned() } else { lang.quote(found) };
        let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let known = known.join(", ");
        return Some(pick!(lang, toml::unknown_value(found, known)));
    }
    let (found, expected) = if let Some(rest) = cause.strip_prefix("invalid type: ") {
        rest.rsplit_once(", expected ")?
    } else if let Some(rest) = cause.strip_prefix("invalid value: ") {
        rest.rsplit_once(", expected ")?
    } else if cause.starts_with("invalid length ") {
        ("", cause.rsplit_once(", expected ")?.1)
    } else {
        ("", cause)
    };
    if found.ends_with(" as i128") {
        return Some(pick!(lang, toml::large_number).to_owned());
    }
    let expected = EXPECTED.iter().find(|(begins, _)| expected.starts_with(begins))?.1.said(lang);
    Some(match value(found, lang) {
        Some(found) => pick!(lang, toml::not(expected, found)),
        None => expected.to_owned(),
    })
}

/// What the parser found, as the file writes it.
fn value(found: &str, lang: Lang) -> Option<String> {
    Some(if let Some((_, rest)) = found.split_once('`') {
        // boolean `true`, integer `3`, integer `99999999999999999999` as i128
        rest.split('`').next().unwrap_or(rest).to_owned()
    } else if let Some(text) = found.strip_prefix("string ") {
        pick!(lang, toml::the_text).to_owned() + text
    } else {
        match found {
            "map" => pick!(lang, toml::table_or_date),
            "sequence" => pick!(lang, toml::list),
            _ => return None,
        }
        .to_owned()
    })
}

fn about_a_key(cause: &str, lang: Lang) -> Option<String> {
    let missing = cause.strip_prefix("missing field");
    let duplicate = || cause.strip_prefix("duplicate field").or_else(|| cause.strip_prefix("duplicate key"));
    let key = missing.or_else(duplicate)?.trim().trim_matches('`');
    Some(match key {
        "" => pick!(lang, toml::duplicate_key_or_section).to_owned(),
        key if missing.is_some() => pick!(lang, toml::missing_key(key)),
        key => pick!(lang, toml::duplicate_key(key)),
    })
}

/// What a type is called, by how the parser's name of it begins.
const EXPECTED: [(&str, Text); 17] = [
    ("a string", text!(toml::expected_text)),
    ("wanted string or table", text!(toml::expected_text)),
    ("wanted exactly 1 element", text!(toml::expected_text)),
    ("f64", text!(toml::expected_number)),
    ("u64", text!(toml::expected_whole_number)),
    ("a boolean", text!(toml::expected_boolean)),
    ("a sequence", text!(toml::expected_list_in_brackets)),
    ("a map", text!(toml::expected_table_in_braces)),
    ("an array of length 2", text!(toml::expected_two_numbers)),
    ("a column name or a table", text!(toml::expected_column_or_table)),
    ("a head count", text!(toml::expected_head_count)),
    ("a text or a number", text!(toml::expected_text_or_number)),
    ("targets by column", text!(toml::expected_targets)),
    ("struct QuestionSection", text!(toml::expected_question_section)),
    ("struct ", text!(toml::expected_section)),
    ("a number, or {", text!(toml::expected_number_or_target)),
    ("a column, or two", text!(toml::expected_one_or_two_columns)),
];

/// What breaks the syntax, by how the parser's message begins. The first that fits counts.
const SYNTAX: &[(&str, Text)] = &[
    ("string values must be quoted", text!(toml::unquoted_text)),
    ("invalid boolean", text!(toml::unquoted_text)),
    ("invalid float, expected `", text!(toml::unquoted_text)),
    ("invalid float", text!(toml::malformed_number)),
    ("invalid mantissa", text!(toml::malformed_number)),
    ("invalid fraction", text!(toml::malformed_number)),
    ("invalid exponent", text!(toml::malformed_number)),
    ("invalid integer number", text!(toml::malformed_number)),
    ("invalid hexadecimal number", text!(toml::malformed_number)),
    ("invalid octal number", text!(toml::malformed_number)),
    ("invalid binary number", text!(toml::malformed_number)),
    ("unexpected leading zero", text!(toml::malformed_number)),
    ("unexpected sign", text!(toml::malformed_number)),
    ("redundant numeric sign", text!(toml::malformed_number)),
    ("redundant integer number prefix", text!(toml::malformed_number)),
    ("integers with a radix cannot be signed", text!(toml::malformed_number)),
    ("radix must be lowercase", text!(toml::malformed_number)),
    ("`_` may only go between digits", text!(toml::malformed_number)),
    ("invalid date", text!(toml::neither_number_nor_date)),
    ("invalid time", text!(toml::neither_number_nor_date)),
    ("integer number overflowed", text!(toml::large_number)),
    ("floating-point number overflowed", text!(toml::large_number)),
    ("unexpected key or value", text!(toml::line_should_end)),
    ("unexpected content", text!(toml::key_and_value)),
    ("key with no value", text!(toml::key_and_value)),
    ("invalid key-value pair", text!(toml::key_and_value)),
    ("missing table open", text!(toml::key_and_value)),
    ("missing value", text!(toml::missing_value)),
    ("extra `=`", text!(toml::a_single_equals)),
    ("extra assignment between key-value pairs, expected `,`", text!(toml::missing_comma)),
    ("extra assignment between key-value pairs", text!(toml::a_single_equals)),
    ("missing comma between", text!(toml::missing_comma)),
    ("extra comma in inline table, expected `=`", text!(toml::key_and_value_inside_braces)),
    ("extra comma in", text!(toml::extra_comma)),
    ("invalid inline table element, expected `,`", text!(toml::unclosed_brace)),
    ("invalid inline table element", text!(toml::key_and_value_inside_braces)),
    ("missing key for inline table element", text!(toml::key_and_value_inside_braces)),
    ("missing assignment between key-value pairs", text!(toml::key_and_value_inside_braces)),
    ("unexpected `=` in array", text!(toml::equals_in_a_list)),
    ("unclosed array table", text!(toml::unclosed_section)),
    ("unclosed table", text!(toml::unclosed_section)),
    ("unclosed array", text!(toml::unclosed_bracket)),
    ("unclosed inline table", text!(toml::unclosed_brace)),
    ("missing array opening", text!(toml::extra_bracket)),
    ("missing inline table opening", text!(toml::extra_brace)),
    ("missing opening quote", text!(toml::missing_opening_quote)),
    ("invalid basic string, expected `\"`", text!(toml::unclosed_quote)),
    ("invalid literal string, expected `'`", text!(toml::unclosed_apostrophe)),
    ("invalid multi-line basic string, expected `\"`", text!(toml::unclosed_triple_quotes)),
    ("invalid multi-line literal string, expected `'`", text!(toml::unclosed_triple_quotes)),
    ("invalid basic string", text!(toml::invisible_character)),
    ("invalid literal string", text!(toml::invisible_character)),
    ("invalid multi-line", text!(toml::invisible_character)),
    ("invalid comment character", text!(toml::invisible_character)),
    ("missing escaped value", text!(toml::backslash)),
    ("too few unicode value digits", text!(toml::backslash)),
    ("invalid value, expected unicode", text!(toml::backslash)),
    ("carriage return must be followed by newline", text!(toml::old_mac_line_end)),
    ("invalid unquoted key", text!(toml::key_without_quotes)),
    ("keys cannot be multi-line", text!(toml::key_without_quotes)),
    ("unquoted keys cannot be empty", text!(toml::empty_key)),
    ("cannot extend value of type", text!(toml::key_with_a_value)),
    ("cannot recurse further", text!(toml::too_deep)),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The messages of the parser itself, so that a new version of it cannot go unnoticed.
    fn message(line: &str) -> String {
        toml::from_str::<toml::Table>(line).unwrap_err().message().to_owned()
    }

    #[test]
    fn what_breaks_the_syntax_is_said_in_both_languages() {
        for (line, french, english) in [
            (
                "kind = “nps”",
                "le texte doit être entre guillemets droits (\"…\")",
                "text goes between straight quotes",
            ),
            ("kind = nps", "le texte doit être entre guillemets droits", "text goes between straight quotes"),
            (
                "title = Test",
                "le texte doit être entre guillemets droits",
                "text goes between straight quotes",
            ),
            (
                "target = 1 000",
                "le texte doit être entre guillemets droits",
                "text goes between straight quotes",
            ),
            (
                "reversed = oui",
                "le texte doit être entre guillemets droits",
                "text goes between straight quotes",
            ),
            ("target = 3,5", "la ligne devrait s’arrêter ici", "the line should end here"),
            ("kind = \"nps\";", "la ligne devrait s’arrêter ici", "the line should end here"),
            ("target = 03", "nombre mal écrit", "malformed number"),
            ("target = .5", "nombre mal écrit", "malformed number"),
            ("target = 9.9.9", "nombre mal écrit", "malformed number"),
            ("scale = 0-10", "ni un nombre ni une date", "neither a number nor a date"),
            ("title = 2025-T1", "ni un nombre ni une date", "neither a number nor a date"),
            ("scale = [0, 10", "crochet non refermé : il manque ]", "unclosed bracket: a ] is missing"),
            ("labels = { a = 1", "accolade non refermée : il manque }", "unclosed brace: a } is missing"),
            ("labels = { a = 1 ]", "accolade non refermée : il manque }", "unclosed brace: a } is missing"),
            ("[study", "crochet non refermé : une section s’écrit [study]", "unclosed bracket: a section"),
            (
                "[[question]\n",
                "crochet non refermé : une section s’écrit [study]",
                "unclosed bracket: a section",
            ),
            (
                "kind = \"nps",
                "un guillemet droit (\") n’est jamais refermé",
                "a straight quote (\") is never closed",
            ),
            ("kind = 'nps", "une apostrophe (') ouvre un texte", "an apostrophe (') opens a text"),
            ("title = \"\"\"x", "trois guillemets ouvrent un texte", "three quotes open a text"),
            ("title = \"C:\\Users\"", "une barre oblique inverse (\\) se double", "a backslash is doubled"),
            ("title = \"a\\d\"", "une barre oblique inverse (\\) se double", "a backslash is doubled"),
            ("title = \"\u{1}\"", "un caractère invisible", "an invisible character"),
            ("title =\u{a0}\"x\"", "un guillemet ferme un texte", "a quote closes a text"),
            ("titré = \"x\"", "une clé sans guillemets ne contient", "a key without quotes holds"),
            ("= \"x\"", "il manque une clé", "a key or the name of a section is missing"),
            ("kind : \"nps\"", "une ligne « clé = valeur » est attendue", "expected a line “key = value”"),
            ("{}", "une ligne « clé = valeur » est attendue", "expected a line “key = value”"),
            ("kind == \"nps\"", "un seul signe = est attendu", "expected a single ="),
            ("missing = [\"a\" \"b\"]", "il manque une virgule", "a comma is missing"),
            ("wave = { a = 1 b = 2 }", "il manque une virgule", "a comma is missing"),
            ("wave = { a = 1, b = \"x\" c = 2 }", "il manque une virgule", "a comma is missing"),
            ("scale = [0,, 10]", "une virgule de trop", "one comma too many"),
            ("wave = { column: \"date\" }", "dans une table entre accolades", "inside braces"),
            ("wave = [ column = \"date\" ]", "un signe = n’a pas sa place", "a = has no place"),
            ("title = ]", "crochet fermant de trop", "a ] too many"),
            ("title = }", "accolade fermante de trop", "a } too many"),
            ("a = 1\ra = 2", "fin de ligne inconnue", "unknown end of line"),
            ("a = 1\na = 2", "clé ou section en double", "duplicate key or section"),
            ("[a]\n[a]", "clé ou section en double", "duplicate key or section"),
            ("a = \"x\"\na.b = 1", "cette clé a déjà une valeur", "this key has a value already"),
        ] {
            let cause = message(line);
            let (fr, en) = (parser_words(&cause, Lang::Fr), parser_words(&cause, Lang::En));
            assert!(fr.starts_with(french), "{line}: {cause}: {fr}");
            assert!(en.starts_with(english), "{line}: {cause}: {en}");
        }
        let deep = message(&format!("a = {}", "[".repeat(200)));
        assert_eq!(parser_words(&deep, Lang::Fr), "trop de crochets ou d’accolades imbriqués");
    }

    #[test]
    fn values_of_another_type_are_named_as_the_file_writes_them() {
        for (cause, french, english) in [
            (
                "unknown variant `npss`, expected one of `nps`, `enps`",
                "valeur inconnue «\u{a0}npss\u{a0}», possibles : nps, enps",
                "unknown value “npss”, known: nps, enps",
            ),
            (
                "unknown variant `a`, expected `b`, expected `fr` or `en`",
                "valeur inconnue «\u{a0}a`, expected `b\u{a0}», possibles : fr, en",
                "unknown value “a`, expected `b”, known: fr, en",
            ),
            (
                "unknown variant ``, expected `file`",
                "valeur inconnue \"\", possibles : file",
                "unknown value \"\", known: file",
            ),
            (
                "invalid type: boolean `true`, expected a string",
                "un texte entre guillemets droits est attendu (\"…\"), pas true",
                "expected a text between straight quotes (\"…\"), not true",
            ),
            (
                "wanted string or table",
                "un texte entre guillemets droits est attendu (\"…\")",
                "expected a text between straight quotes (\"…\")",
            ),
            (
                "invalid type: string \"x, expected f64\", expected f64",
                "un nombre sans guillemets est attendu (3.5), pas le texte \"x, expected f64\"",
                "expected a number without quotes (3.5), not the text \"x, expected f64\"",
            ),
            (
                "invalid type: integer `99999999999999999999` as i128, expected f64",
                "nombre trop grand ou mal écrit",
                "number too large or malformed",
            ),
            (
                "invalid value: integer `-3`, expected u64",
                "un nombre entier positif, sans guillemets, est attendu (5), pas -3",
                "expected a whole number, not negative, without quotes (5), not -3",
            ),
            (
                "invalid type: map, expected a boolean",
                "true (oui) ou false (non), sans guillemets, est attendu, pas une table { … } ni une date",
                "expected true or false, without quotes, not a table { … } or a date",
            ),
            (
                "invalid length 1, expected an array of length 2",
                "une liste de deux nombres est attendue, par exemple scale = [0, 10]",
                "expected a list of two numbers, for example scale = [0, 10]",
            ),
            (
                "invalid length 0, expected struct StudySection with 10 elements",
                "une section est attendue : [study] ou [privacy], seul sur sa ligne",
                "expected a section: [study] or [privacy], alone on its line",
            ),
            ("missing field `kind`", "clé manquante : kind", "missing key: kind"),
            ("duplicate key `title`", "clé en double : title", "duplicate key: title"),
            ("something new", "« something new »", "something new"),
        ] {
            assert_eq!([Lang::Fr, Lang::En].map(|lang| parser_words(cause, lang)), [french, english]);
        }
    }
}
