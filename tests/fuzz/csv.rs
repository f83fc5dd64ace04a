//! Delimited text: separators, quotes, ends of lines, encodings, titles and answers of every kind, mixed.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

use crate::dice::{Content, Dice, made_of};
use crate::laws::read_and_report;

const HEADERS: [&str; 24] = [
    "note",
    "avis",
    "Sur une échelle de 0 à 10, recommanderiez-vous notre service ?",
    "Êtes-vous satisfait(e) ?",
    "Quel effort avez-vous dû fournir ?",
    "région",
    "date",
    "vague",
    "id",
    "poids",
    "âge",
    "commentaire",
    "Motifs [Prix]",
    "Motifs [Délai]",
    "Motifs [Autre]",
    "",
    " ",
    "note",
    "Q1. Note\nde 1 à 5",
    "ResponseId",
    "Horodateur",
    "submitdate",
    "NPS",
    "12",
];

/// What the cells of one column are picked from.
const ANSWERS: [&[&str]; 14] = [
    &["9", "10", "7", "3", "0", "8", "99", ""],
    &["5", "4", "3", "2", "1", "NSP", "4,5", "3.5", ""],
    &[
        "Très satisfait",
        "Plutôt satisfait",
        "Plutôt pas satisfait",
        "Pas du tout satisfait",
        "Sans opinion",
        "",
    ],
    &["5 (très satisfait)", "4", "3", "2", "1 - pas du tout", "★★★", "4/5", "8 sur 10"],
    &[
        "Accueil parfait au téléphone",
        "Trop d'attente, personne ne répond",
        "l’écran 15\" est cassé ; déçu",
        "Jean Dupont 06 12 34 56 78",
        "rien",
        "je ne recommande pas",
        "deux\nlignes",
        "😀 merci !",
        "",
    ],
    &["Nord", "Sud", "sud ", "Île-de-France", "#N/A", "Autre", ""],
    &["14/03/2025", "2025-04-02T10:00:00Z", "1er mai 2025", "02/13/2025", "45730", "20250314", "", "hier"],
    &["T1 2025", "T2 2025", "Vague 10", "vague 2", "mars", "été 2024"],
    &["1", "2", "3", "4", "5", "6", "7", "8", "1001", "1002"],
    &["Oui", "Non", "1", "0", "x", "true", "coché", ""],
    &["Prix; Délai", "Prix", "Délai;Accueil", "Autre, précisez", "Prix|Délai"],
    &["1.234,5", "1 234", "-1", "85 %", "1e308", "0,001", "9999999999999999999", "NaN", "inf"],
    &["", " ", "\u{a0}", "-", "N/A", "."],
    &["é", "Ã©tÃ©", "Ã\u{a0} voir", "œuf", "ÿ", "\u{301}a", "\u{feff}", "\0"],
];

#[derive(Clone, Copy)]
enum Quotes {
    Needed,
    Always,
    Never,
}

/// A file as a tool, or several of them one after the other, may write it.
fn file(dice: &mut Dice) -> Content {
    if dice.once_in(12) {
        let mut bytes =
            dice.text(&["\"", ";", ",", "\n", "\r", "note", "5", "sep=;", "\t"], 200).into_bytes();
        dice.damage(&mut bytes);
        return Content(bytes);
    }
    let separator = dice.pick(&[";", ",", "\t", "|", ";", ",", " "]);
    let end = dice.pick(&["\n", "\r\n", "\r"]);
    let quotes = dice.pick(&[Quotes::Needed, Quotes::Always, Quotes::Needed, Quotes::Never]);
    let mut text = String::new();
    if dice.once_in(16) {
        text.push_str(&format!("sep={separator}{end}"));
    }
    if dice.once_in(8) {
        text.push_str(&dice.text(&["Enquête", " ", "mars 2025", separator, end, "Export"], 8));
        text.push_str(end);
    }
    let kinds: Vec<&[&str]> = (0..=dice.below(8)).map(|_| dice.pick(&ANSWERS)).collect();
    let header: Vec<String> = kinds
        .iter()
        .map(|_| if dice.once_in(24) { dice.text(&HEADERS, 3) } else { dice.pick(&HEADERS).to_owned() })
        .collect();
    record(&mut text, &header, separator, end, quotes);
    for _ in 0..dice.below(48) {
        let mut cells: Vec<String> = kinds
            .iter()
            .map(|kind| if dice.once_in(64) { dice.text(ANSWERS[4], 6) } else { dice.pick(kind).to_owned() })
            .collect();
        match dice.below(64) {
            61 => cells.truncate(dice.below(kinds.len())),
            62 => cells.push(dice.pick(&["", "de trop"]).to_owned()),
            63 => text.push_str(end),
            _ => {}
        }
        record(&mut text, &cells, separator, end, quotes);
    }
    if dice.once_in(4) {
        text.truncate(text.trim_end().len());
    }
    let mut bytes = encoded(&text, dice);
    if dice.once_in(4) {
        dice.damage(&mut bytes);
    }
    Content(bytes)
}

fn record(text: &mut String, cells: &[String], separator: &str, end: &str, quotes: Quotes) {
    for (i, cell) in cells.iter().enumerate() {
        text.push_str(if i > 0 { separator } else { "" });
        let quoted = match quotes {
            Quotes::Never => false,
            Quotes::Always => true,
            Quotes::Needed => cell.contains(['"', '\n', '\r']) || cell.contains(separator),
        };
        if quoted {
            text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            text.push_str(cell);
        }
    }
    text.push_str(end);
}

fn encoded(text: &str, dice: &mut Dice) -> Vec<u8> {
    let units = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    match dice.below(12) {
        0 => ["\u{feff}", text].concat().into_bytes(),
        1 => WINDOWS_1252.encode(text).0.into_owned(),
        2 => MACINTOSH.encode(text).0.into_owned(),
        3 => units("\u{feff}", u16::to_le_bytes),
        4 => units("\u{feff}", u16::to_be_bytes),
        5 => units("", u16::to_le_bytes),
        6 => units("", u16::to_be_bytes),
        7 => WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned().into_bytes(),
        _ => text.as_bytes().to_vec(),
    }
}

#[test]
fn any_text_gives_a_report_or_an_error() {
    bolero::check!()
        .with_generator(made_of(1200, file))
        .for_each(|content| read_and_report(&content.0, None));
}

#[test]
fn any_bytes_give_a_report_or_an_error() {
    bolero::check!().with_type::<Content>().for_each(|content| read_and_report(&content.0, None));
}
