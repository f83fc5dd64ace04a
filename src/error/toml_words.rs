//! What the TOML parser says of a study file or a codebook, in words that say what to write instead.

use std::ops::Range;

use super::Error;
use crate::Lang;

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

/// The parser's message in French; one that is not known here stays as it is, quoted.
pub(crate) fn in_french(cause: &str) -> String {
    translated(cause, Lang::Fr).unwrap_or_else(|| format!("« {cause} »"))
}

/// The parser's message without the names of its types; one that is not known here stays as it is.
pub(crate) fn in_english(cause: &str) -> String {
    translated(cause, Lang::En).unwrap_or_else(|| cause.to_owned())
}

fn translated(cause: &str, lang: Lang) -> Option<String> {
    in_a_value(cause, lang).or_else(|| about_a_key(cause, lang)).or_else(|| {
        SYNTAX.iter().find(|(begins, ..)| cause.starts_with(begins)).map(|m| lang.pick(m.1, m.2).to_owned())
    })
}

/// A value that TOML can read and the study cannot use.
fn in_a_value(cause: &str, lang: Lang) -> Option<String> {
    if let Some(rest) = cause.strip_prefix("unknown variant `") {
        let (found, expected) = rest.rsplit_once("`, expected ")?;
        let found = if found.is_empty() { "\"\"".to_owned() } else { lang.quote(found) };
        let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let known = known.join(", ");
        return Some(pick!(lang, errors::unknown_value_known(found, known)));
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
        return Some(lang.pick(LARGE.0, LARGE.1).to_owned());
    }
    let expected = EXPECTED.iter().find(|(begins, ..)| expected.starts_with(begins));
    let expected = expected.map(|e| lang.pick(e.1, e.2))?;
    Some(match value(found, lang) {
        Some(found) => pick!(lang, errors::not(expected, found)),
        None => expected.to_owned(),
    })
}

/// What the parser found, as the file writes it.
fn value(found: &str, lang: Lang) -> Option<String> {
    Some(if let Some((_, rest)) = found.split_once('`') {
        // boolean `true`, integer `3`, integer `99999999999999999999` as i128
        rest.split('`').next().unwrap_or(rest).to_owned()
    } else if let Some(text) = found.strip_prefix("string ") {
        pick!(lang, errors::the_text).to_owned() + text
    } else {
        match found {
            "map" => pick!(lang, errors::a_table_or_a_date),
            "sequence" => pick!(lang, errors::a_list),
            _ => return None,
        }
        .to_owned()
    })
}

fn about_a_key(cause: &str, lang: Lang) -> Option<String> {
    const KINDS: [(&str, &str, &str); 3] = [
        ("missing field", "clé manquante", "missing key"),
        ("duplicate field", "clé en double", "duplicate key"),
        ("duplicate key", "clé en double", "duplicate key"),
    ];
    let (begins, french, english) = KINDS.iter().find(|(begins, ..)| cause.starts_with(begins))?;
    let what = lang.pick(french, english);
    let key = cause.strip_prefix(begins)?.trim().trim_matches('`');
    Some(match (key, lang) {
        ("", Lang::Fr) => "clé ou section en double : ôtez l’une des deux".to_owned(),
        ("", Lang::En) => "duplicate key or section: remove one of the two".to_owned(),
        (key, Lang::Fr) => format!("{what} : {key}"),
        (key, Lang::En) => format!("{what}: {key}"),
    })
}

/// What a type is called: how the parser's name of it begins, in French, in English.
const EXPECTED: [(&str, &str, &str); 17] = [
    (
        "a string",
        "un texte entre guillemets droits est attendu (\"…\")",
        "expected a text between straight quotes (\"…\")",
    ),
    (
        "wanted string or table",
        "un texte entre guillemets droits est attendu (\"…\")",
        "expected a text between straight quotes (\"…\")",
    ),
    (
        "wanted exactly 1 element",
        "un texte entre guillemets droits est attendu (\"…\")",
        "expected a text between straight quotes (\"…\")",
    ),
    ("f64", "un nombre sans guillemets est attendu (3.5)", "expected a number without quotes (3.5)"),
    (
        "u64",
        "un nombre entier positif, sans guillemets, est attendu (5)",
        "expected a whole number, not negative, without quotes (5)",
    ),
    (
        "a boolean",
        "true (oui) ou false (non), sans guillemets, est attendu",
        "expected true or false, without quotes",
    ),
    (
        "a sequence",
        "une liste entre crochets est attendue : [\"a\", \"b\"] ou [1, 2] (une question s’ouvre par [[question]])",
        "expected a list between brackets: [\"a\", \"b\"] or [1, 2] (a question opens with [[question]])",
    ),
    (
        "a map",
        "une table entre accolades est attendue : { \"a\" = …, \"b\" = … }",
        "expected a table between braces: { \"a\" = …, \"b\" = … }",
    ),
    (
        "an array of length 2",
        "une liste de deux nombres est attendue, par exemple scale = [0, 10]",
        "expected a list of two numbers, for example scale = [0, 10]",
    ),
    (
        "a column name or a table",
        "un nom de colonne entre guillemets droits ou une table { column = \"…\" } est attendu",
        "expected a column name between straight quotes or a table { column = \"…\" }",
    ),
    (
        "a head count",
        "un effectif, { column = \"…\" } ou { \"valeur\" = effectif, … } est attendu",
        "expected a head count, { column = \"…\" }, or { \"value\" = head count, … }",
    ),
    (
        "a text or a number",
        "un texte entre guillemets droits ou un nombre est attendu",
        "expected a text between straight quotes or a number",
    ),
    (
        "targets by column",
        "des cibles par colonne (sexe = { \"Femme\" = 52, \"Homme\" = 48 }, en nombres sans guillemets) ou le nom d’un \
         fichier (targets = \"cibles.csv\") sont attendus",
        "expected targets by column (sex = { \"Female\" = 52, \"Male\" = 48 }, numbers without quotes) or the name of a \
         file (targets = \"targets.csv\")",
    ),
    ("struct QuestionSection", "une section [[question]] est attendue", "expected a section [[question]]"),
    (
        "struct ",
        "une section est attendue : [study] ou [privacy], seul sur sa ligne",
        "expected a section: [study] or [privacy], alone on its line",
    ),
    (
        "a number, or {",
        "un nombre est attendu, sans guillemets ni signe %, ou { target = …, alert = … }",
        "expected a number, without quotes or a % sign, or { target = …, alert = … }",
    ),
    (
        "a column, or two",
        "une colonne est attendue entre guillemets droits (\"…\"), ou deux, [\"date\", \"heure\"]",
        "expected a column between straight quotes (\"…\"), or two, [\"date\", \"time\"]",
    ),
];

const UNQUOTED: (&str, &str) = (
    "le texte doit être entre guillemets droits (\"…\") ; les nombres s’écrivent sans espace ni unité (1000, 3.5), oui \
     et non s’écrivent true et false",
    "text goes between straight quotes (\"…\"); numbers are written without spaces or units (1000, 3.5), yes and no as \
     true and false",
);
const NUMBER: (&str, &str) = (
    "nombre mal écrit ; écrivez par exemple 8, 3.5 ou -3, sans zéro devant ; un texte se met entre guillemets droits \
     (\"…\")",
    "malformed number; write for example 8, 3.5 or -3, without a leading zero; text goes between straight quotes (\"…\")",
);
const DATE: (&str, &str) = (
    "ni un nombre ni une date ; mettez les textes et les dates entre guillemets droits (\"2025-T1\") et les deux bornes \
     d’une échelle entre crochets ([0, 10])",
    "neither a number nor a date; put texts and dates between straight quotes (\"2025-Q1\") and the two ends of a scale \
     between brackets ([0, 10])",
);
const COMMA: (&str, &str) =
    ("il manque une virgule entre deux éléments", "a comma is missing between two elements");
const EXTRA_COMMA: (&str, &str) =
    ("une virgule de trop, ou une valeur oubliée", "one comma too many, or a forgotten value");
const EQUALS: (&str, &str) = (
    "un seul signe = est attendu entre la clé et sa valeur",
    "expected a single = between the key and its value",
);
const PAIR: (&str, &str) = (
    "une ligne « clé = valeur » est attendue ; les commentaires commencent par #, les sections s’écrivent entre \
     crochets ([study])",
    "expected a line “key = value”; comments begin with #, sections stand between brackets ([study])",
);
const PAIR_INSIDE: (&str, &str) = (
    "dans une table entre accolades, chaque élément s’écrit clé = valeur : { column = \"date\" } ; une clé de plusieurs \
     mots se met entre guillemets droits",
    "inside braces each element reads key = value: { column = \"date\" }; a key of several words goes between straight \
     quotes",
);
const CONTROL: (&str, &str) = (
    "un caractère invisible n’est pas permis ici ; effacez-le",
    "an invisible character is not allowed here; delete it",
);
const BACKSLASH: (&str, &str) = (
    "une barre oblique inverse (\\) se double dans un texte : \"C:\\\\Enquêtes\" ; ou mettez le texte entre apostrophes \
     ('…')",
    "a backslash is doubled inside a text: \"C:\\\\Surveys\"; or put the text between apostrophes ('…')",
);
const QUOTE: (&str, &str) = (
    "un guillemet droit (\") n’est jamais refermé sur la ligne",
    "a straight quote (\") is never closed on its line",
);
const APOSTROPHE: (&str, &str) = (
    "une apostrophe (') ouvre un texte et n’est jamais refermée, ou la valeur manque ; mettez le texte entre guillemets \
     droits (\"…\")",
    "an apostrophe (') opens a text and is never closed, or the value is missing; put the text between straight quotes \
     (\"…\")",
);
const TRIPLE: (&str, &str) = (
    "trois guillemets ouvrent un texte et ne sont jamais refermés",
    "three quotes open a text and are never closed",
);
const BARE_KEY: (&str, &str) = (
    "une clé sans guillemets ne contient que des lettres sans accent, des chiffres, - et _ ; sinon, mettez-la entre \
     guillemets droits (\"Très bien\" = 5)",
    "a key without quotes holds only letters without accents, digits, - and _; otherwise put it between straight quotes \
     (\"Très bien\" = 5)",
);
const EMPTY_KEY: (&str, &str) =
    ("il manque une clé ou un nom de section", "a key or the name of a section is missing");
const UNCLOSED_SECTION: (&str, &str) = (
    "crochet non refermé : une section s’écrit [study] ou [[question]]",
    "unclosed bracket: a section is written [study] or [[question]]",
);
const VALUE: (&str, &str) = ("une valeur est attendue après le signe =", "expected a value after the =");
const LARGE: (&str, &str) = ("nombre trop grand ou mal écrit", "number too large or malformed");
const DOTTED: (&str, &str) = (
    "cette clé a déjà une valeur, elle ne peut en contenir d’autres",
    "this key has a value already, it cannot hold others",
);

/// What breaks the syntax: how the parser's message begins, in French, in English. The first that fits counts.
const SYNTAX: &[(&str, &str, &str)] = &[
    ("string values must be quoted", UNQUOTED.0, UNQUOTED.1),
    ("invalid boolean", UNQUOTED.0, UNQUOTED.1),
    ("invalid float, expected `", UNQUOTED.0, UNQUOTED.1),
    ("invalid float", NUMBER.0, NUMBER.1),
    ("invalid mantissa", NUMBER.0, NUMBER.1),
    ("invalid fraction", NUMBER.0, NUMBER.1),
    ("invalid exponent", NUMBER.0, NUMBER.1),
    ("invalid integer number", NUMBER.0, NUMBER.1),
    ("invalid hexadecimal number", NUMBER.0, NUMBER.1),
    ("invalid octal number", NUMBER.0, NUMBER.1),
    ("invalid binary number", NUMBER.0, NUMBER.1),
    ("unexpected leading zero", NUMBER.0, NUMBER.1),
    ("unexpected sign", NUMBER.0, NUMBER.1),
    ("redundant numeric sign", NUMBER.0, NUMBER.1),
    ("redundant integer number prefix", NUMBER.0, NUMBER.1),
    ("integers with a radix cannot be signed", NUMBER.0, NUMBER.1),
    ("radix must be lowercase", NUMBER.0, NUMBER.1),
    ("`_` may only go between digits", NUMBER.0, NUMBER.1),
    ("invalid date", DATE.0, DATE.1),
    ("invalid time", DATE.0, DATE.1),
    ("integer number overflowed", LARGE.0, LARGE.1),
    ("floating-point number overflowed", LARGE.0, LARGE.1),
    (
        "unexpected key or value",
        "la ligne devrait s’arrêter ici ; les textes se mettent entre guillemets droits (\"…\", ou '…' s’ils contiennent \
         des \"), les décimales prennent un point (3.5), les listes des crochets ([0, 10]), et chaque clé sa ligne",
        "the line should end here; texts go between straight quotes (\"…\", or '…' if they hold \"), decimals take a \
         point (3.5), lists take brackets ([0, 10]), and each key its own line",
    ),
    ("unexpected content", PAIR.0, PAIR.1),
    ("key with no value", PAIR.0, PAIR.1),
    ("invalid key-value pair", PAIR.0, PAIR.1),
    ("missing table open", PAIR.0, PAIR.1),
    ("missing value", VALUE.0, VALUE.1),
    ("extra `=`", EQUALS.0, EQUALS.1),
    ("extra assignment between key-value pairs, expected `,`", COMMA.0, COMMA.1),
    ("extra assignment between key-value pairs", EQUALS.0, EQUALS.1),
    ("missing comma between", COMMA.0, COMMA.1),
    ("extra comma in inline table, expected `=`", PAIR_INSIDE.0, PAIR_INSIDE.1),
    ("extra comma in", EXTRA_COMMA.0, EXTRA_COMMA.1),
    (
        "invalid inline table element, expected `,`",
        "accolade non refermée : il manque }",
        "unclosed brace: a } is missing",
    ),
    ("invalid inline table element", PAIR_INSIDE.0, PAIR_INSIDE.1),
    ("missing key for inline table element", PAIR_INSIDE.0, PAIR_INSIDE.1),
    ("missing assignment between key-value pairs", PAIR_INSIDE.0, PAIR_INSIDE.1),
    (
        "unexpected `=` in array",
        "un signe = n’a pas sa place dans une liste […] ; une table se met entre accolades : { column = \"…\" }",
        "a = has no place in a list […]; a table goes between braces: { column = \"…\" }",
    ),
    ("unclosed array table", UNCLOSED_SECTION.0, UNCLOSED_SECTION.1),
    ("unclosed table", UNCLOSED_SECTION.0, UNCLOSED_SECTION.1),
    ("unclosed array", "crochet non refermé : il manque ]", "unclosed bracket: a ] is missing"),
    ("unclosed inline table", "accolade non refermée : il manque }", "unclosed brace: a } is missing"),
    ("missing array opening", "crochet fermant de trop : aucun [ ne l’ouvre", "a ] too many: no [ opens it"),
    (
        "missing inline table opening",
        "accolade fermante de trop : aucune { ne l’ouvre",
        "a } too many: no { opens it",
    ),
    (
        "missing opening quote",
        "un guillemet ferme un texte que rien n’ouvre ; un espace insécable ou un autre caractère précède peut-être le \
         premier guillemet",
        "a quote closes a text that none opens; a no-break space or another character may stand before the first quote",
    ),
    ("invalid basic string, expected `\"`", QUOTE.0, QUOTE.1),
    ("invalid literal string, expected `'`", APOSTROPHE.0, APOSTROPHE.1),
    ("invalid multi-line basic string, expected `\"`", TRIPLE.0, TRIPLE.1),
    ("invalid multi-line literal string, expected `'`", TRIPLE.0, TRIPLE.1),
    ("invalid basic string", CONTROL.0, CONTROL.1),
    ("invalid literal string", CONTROL.0, CONTROL.1),
    ("invalid multi-line", CONTROL.0, CONTROL.1),
    ("invalid comment character", CONTROL.0, CONTROL.1),
    ("missing escaped value", BACKSLASH.0, BACKSLASH.1),
    ("too few unicode value digits", BACKSLASH.0, BACKSLASH.1),
    ("invalid value, expected unicode", BACKSLASH.0, BACKSLASH.1),
    (
        "carriage return must be followed by newline",
        "fin de ligne inconnue (ancien Mac) ; réenregistrez le fichier avec des fins de ligne Windows ou Unix",
        "unknown end of line (old Mac); save the file again with Windows or Unix line endings",
    ),
    ("invalid unquoted key", BARE_KEY.0, BARE_KEY.1),
    ("keys cannot be multi-line", BARE_KEY.0, BARE_KEY.1),
    ("unquoted keys cannot be empty", EMPTY_KEY.0, EMPTY_KEY.1),
    ("cannot extend value of type", DOTTED.0, DOTTED.1),
    (
        "cannot recurse further",
        "trop de crochets ou d’accolades imbriqués",
        "too many nested brackets or braces",
    ),
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
            let (fr, en) = (in_french(&cause), in_english(&cause));
            assert!(fr.starts_with(french), "{line}: {cause}: {fr}");
            assert!(en.starts_with(english), "{line}: {cause}: {en}");
        }
        let deep = message(&format!("a = {}", "[".repeat(200)));
        assert_eq!(in_french(&deep), "trop de crochets ou d’accolades imbriqués");
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
            assert_eq!((in_french(cause).as_str(), in_english(cause).as_str()), (french, english));
        }
    }
}
