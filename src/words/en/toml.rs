//! English words of toml.

texts! {
    unknown_cause(cause) = "{cause}";
    unknown_value(found, known) = "unknown value {found}, known: {known}";
    not(expected, found) = "{expected}, not {found}";
    the_text = "the text ";
    table_or_date = "a table { … } or a date";
    list = "a list […]";

    duplicate_key_or_section = "duplicate key or section: remove one of the two";
    missing_key(key) = "missing key: {key}";
    duplicate_key(key) = "duplicate key: {key}";
    line_character(file, line, column, text) = "{file}, line {line}, character {column}: {text}";
    unknown_key(key, accepted) = "unknown key {key}. Keys known here: {accepted}.";

    expected_text = "expected a text between straight quotes (\"…\")";
    expected_number = "expected a number without quotes (3.5)";
    expected_whole_number = "expected a whole number, not negative, without quotes (5)";
    expected_boolean = "expected true or false, without quotes";
    expected_list_in_brackets = "expected a list between brackets: [\"a\", \"b\"] or [1, 2] (a question opens with [[question]])";
    expected_table_in_braces = "expected a table between braces: { \"a\" = …, \"b\" = … }";
    expected_two_numbers = "expected a list of two numbers, for example scale = [0, 10]";
    expected_column_or_table = "expected a column name between straight quotes or a table { column = \"…\" }";
    expected_head_count = "expected a head count, { column = \"…\" }, or { \"value\" = head count, … }";
    expected_text_or_number = "expected a text between straight quotes or a number";
    expected_targets = "expected targets by column (sex = { \"Female\" = 52, \"Male\" = 48 }, numbers without quotes) or the name of a file (targets = \"targets.csv\")";
    expected_question_section = "expected a section [[question]]";
    expected_section = "expected a section: [study] or [privacy], alone on its line";
    expected_number_or_target = "expected a number, without quotes or a % sign, or { target = …, alert = … }";
    expected_one_or_two_columns = "expected a column between straight quotes (\"…\"), or two, [\"date\", \"time\"]";

    unquoted_text = "text goes between straight quotes (\"…\"); numbers are written without spaces or units (1000, 3.5), yes and no as true and false";
    malformed_number = "malformed number; write for example 8, 3.5 or -3, without a leading zero; text goes between straight quotes (\"…\")";
    neither_number_nor_date = "neither a number nor a date; put texts and dates between straight quotes (\"2025-Q1\") and the two ends of a scale between brackets ([0, 10])";
    missing_comma = "a comma is missing between two elements";
    extra_comma = "one comma too many, or a forgotten value";
    a_single_equals = "expected a single = between the key and its value";
    key_and_value = "expected a line “key = value”; comments begin with #, sections stand between brackets ([study])";
    key_and_value_inside_braces = "inside braces each element reads key = value: { column = \"date\" }; a key of several words goes between straight quotes";
    invisible_character = "an invisible character is not allowed here; delete it";
    backslash = "a backslash is doubled inside a text: \"C:\\\\Surveys\"; or put the text between apostrophes ('…')";
    unclosed_quote = "a straight quote (\") is never closed on its line";
    unclosed_apostrophe = "an apostrophe (') opens a text and is never closed, or the value is missing; put the text between straight quotes (\"…\")";
    unclosed_triple_quotes = "three quotes open a text and are never closed";
    key_without_quotes = "a key without quotes holds only letters without accents, digits, - and _; otherwise put it between straight quotes (\"Très bien\" = 5)";
    empty_key = "a key or the name of a section is missing";
    unclosed_section = "unclosed bracket: a section is written [study] or [[question]]";
    missing_value = "expected a value after the =";
    large_number = "number too large or malformed";
    key_with_a_value = "this key has a value already, it cannot hold others";
    line_should_end = "the line should end here; texts go between straight quotes (\"…\", or '…' if they hold \"), decimals take a point (3.5), lists take brackets ([0, 10]), and each key its own line";
    unclosed_brace = "unclosed brace: a } is missing";
    equals_in_a_list = "a = has no place in a list […]; a table goes between braces: { column = \"…\" }";
    unclosed_bracket = "unclosed bracket: a ] is missing";
    extra_bracket = "a ] too many: no [ opens it";
    extra_brace = "a } too many: no { opens it";
    missing_opening_quote = "a quote closes a text that none opens; a no-break space or another character may stand before the first quote";
    old_mac_line_end = "unknown end of line (old Mac); save the file again with Windows or Unix line endings";
    too_deep = "too many nested brackets or braces";
}
