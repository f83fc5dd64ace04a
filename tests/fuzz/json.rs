//! JSON and JSON Lines: records that agree or not, nested, cut, altered.

use barometre::read::Format;

use crate::dice::{Content, Dice, made_of};
use crate::laws::read_and_report;

const KEYS: [&str; 12] =
    ["note", "avis", "date", "région", "12", "", "a.b", "responses", "réponse", "note", "id", "\\u00e9"];
const SCALARS: [&str; 17] = [
    "9",
    "10",
    "3",
    "null",
    "true",
    "4.5",
    "-1",
    "12345678901234567890123",
    "\"Accueil parfait au téléphone\"",
    "\"Trop d'attente, personne ne répond\"",
    "\"2025-03-14\"",
    "\"Nord\"",
    "\"\"",
    "\"\\ud83d\\ude00\"",
    "\"a\\nb\"",
    "\"Sud\"",
    "\"Très satisfait\"",
];
/// What JSON has not, or not everywhere.
const ODD: [&str; 6] = ["NaN", "1e400", "\"\\ud83d\"", "\"\t\"", "'a'", "01"];

fn value(dice: &mut Dice, depth: usize, out: &mut String) {
    if dice.once_in(128) {
        out.push_str(dice.pick(&ODD));
    } else if depth == 0 || !dice.once_in(8) {
        out.push_str(dice.pick(&SCALARS));
    } else if dice.once_in(2) {
        record(dice, depth - 1, out);
    } else {
        out.push('[');
        for i in 0..dice.below(4) {
            out.push_str(if i > 0 { "," } else { "" });
            value(dice, depth - 1, out);
        }
        out.push(']');
    }
}

fn record(dice: &mut Dice, depth: usize, out: &mut String) {
    out.push('{');
    for (i, usual) in KEYS[..dice.below(6)].iter().enumerate() {
        let key = if dice.once_in(16) { dice.pick(&KEYS) } else { *usual };
        out.push_str(&format!("{}\"{key}\":", if i > 0 { "," } else { "" }));
        value(dice, depth, out);
    }
    out.push('}');
}

fn records(dice: &mut Dice, separator: &str) -> String {
    let mut out = String::new();
    for i in 0..dice.below(40) {
        out.push_str(if i > 0 { separator } else { "" });
        if dice.once_in(64) {
            value(dice, 4, &mut out);
        } else {
            record(dice, 4, &mut out);
        }
    }
    out
}

fn perhaps_damaged(text: String, dice: &mut Dice) -> Content {
    let mut bytes = text.into_bytes();
    if dice.once_in(3) {
        dice.damage(&mut bytes);
    }
    Content(bytes)
}

fn lines(dice: &mut Dice) -> Content {
    let text = records(dice, "\n");
    perhaps_damaged(text, dice)
}

fn document(dice: &mut Dice) -> Content {
    let array = format!("[{}]", records(dice, ","));
    let text = match dice.below(4) {
        0 => format!("{{\"count\":2,\"responses\":{array},\"other\":[{{}}]}}"),
        _ => array,
    };
    perhaps_damaged(text, dice)
}

#[test]
fn any_lines_give_a_report_or_an_error() {
    bolero::check!()
        .with_generator(made_of(800, lines))
        .for_each(|content| read_and_report(&content.0, Some(Format::JsonLines)));
}

#[test]
fn any_document_gives_a_report_or_an_error() {
    bolero::check!()
        .with_generator(made_of(800, document))
        .for_each(|content| read_and_report(&content.0, Some(Format::Json)));
}
