//! A concordance in words, as CSV, JSON and Markdown; and where each of its lines comes from.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::line::{Line, one_line};
use super::search::Concordance;
use super::width::head;
use crate::Lang;
use crate::formula::harmless;
use crate::theme::Pole;
use crate::transcript::{SpeakerRole, clock};

/// Columns of a terminal for the name of a question, at most.
const QUESTION: usize = 16;

/// Columns of the CSV, the names of the JSON.
const COLUMNS: [&str; 11] =
    ["file", "row", "column", "call", "role", "at_ms", "left", "keyword", "right", "negated", "pole"];

/// What was found, in a few sentences.
///
/// ```
/// use barometre::{Lang, concordance::{Concordancer, Options, Pattern, said}, text::Reader};
/// let pattern = Pattern::rule("délai").unwrap();
/// let found = Concordancer::new(&pattern, Reader::default(), Options::default()).finish(Lang::En);
/// assert_eq!(said(&found, Lang::En), "No text was read.");
/// ```
#[must_use]
pub fn said(found: &Concordance, lang: Lang) -> String {
    let pattern = lang.quote(&one_line(&found.pattern));
    let n = |count: u64| lang.count(count);
    let counted = |count: u64, (one, many): (&str, &str)| {
        format!("{} {}", n(count), if lang.pick(count < 2, count == 1) { one } else { many })
    };
    let Concordance { texts, texts_with, calls, calls_with, hits, hidden, left_out, .. } = *found;
    if texts == 0 {
        return pick!(lang, calls::no_text_was_read).to_owned();
    }
    if hits == 0 {
        let read = if calls == 0 {
            counted(texts, pick!(lang, calls::comments_read))
        } else {
            counted(calls, pick!(lang, calls::calls_read))
        };
        return pick!(lang, calls::no_occurrence_of_read(pattern, read));
    }
    let occurrences = counted(hits, pick!(lang, calls::occurrences));
    let mut out = if calls == 0 {
        let of = |count: u64| counted(count, pick!(lang, calls::comments));
        pick!(
            lang,
            calls::occurrences_in_comments(
                occurrences,
                pattern,
                n(texts_with),
                of(texts_with),
                n(texts),
                of(texts)
            )
        )
    } else {
        let of = |count: u64| counted(count, pick!(lang, calls::calls));
        let turns = counted(texts_with, pick!(lang, calls::turns_of_speech));
        pick!(
            lang,
            calls::occurrences_in_calls(
                occurrences,
                pattern,
                n(calls_with),
                of(calls_with),
                n(calls),
                of(calls),
                turns
            )
        )
    };
    match hidden {
        0 => {}
        1 => out.push_str(pick!(lang, calls::one_inside_personal_data_and_not_shown)),
        _ => out.push_str(&pick!(lang, calls::inside_personal_data_and_not_shown(n(hidden)))),
    }
    match left_out {
        0 => {}
        1 => out.push_str(pick!(lang, calls::one_more_not_shown_limit_shows_more)),
        _ => out.push_str(&pick!(lang, calls::more_not_shown_limit_shows_more(n(left_out)))),
    }
    out
}

/// Where the lines come from, in as few words as tell them apart: the row; the file and the column where there are
/// several; the call, the time and the role.
pub(super) fn sources(lines: &[Line], lang: Lang, short: bool) -> Vec<String> {
    let files: BTreeSet<&str> = lines.iter().map(|line| line.file.as_str()).collect();
    let columns: BTreeSet<&str> = lines.iter().filter_map(|line| line.column.as_deref()).collect();
    let of = |line: &Line| {
        let row = line.row.map(|row| row.to_string());
        let mut parts = Vec::new();
        if let Some(call) = &line.call {
            parts.push(one_line(call));
            match (line.at_ms, row) {
                (Some(ms), _) => parts.push(clock(ms)),
                (None, Some(row)) => parts.push(format!("{} {row}", pick!(lang, calls::line))),
                (None, None) => {}
            }
            parts.extend(line.role.filter(|r| *r != SpeakerRole::Unknown).map(|r| r.name(lang).to_owned()));
            return parts.join(" ");
        }
        if let Some(column) = line.column.as_deref().filter(|_| columns.len() > 1) {
            let column = one_line(column);
            parts.push(if short { head(&column, QUESTION) } else { column });
        }
        match row {
            Some(row) if files.len() > 1 => parts.push(format!("{}:{row}", one_line(&line.file))),
            Some(row) => parts.push(row),
            None => parts.push(one_line(&line.file)),
        }
        parts.join(" ")
    };
    lines.iter().map(of).collect()
}

/// One line a hit: comma separated, the names of the JSON, no cell that a spreadsheet would take for a formula.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn csv(found: &Concordance) -> Result<String, ::csv::Error> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    for line in &found.lines {
        let cells = [
            line.file.as_str(),
            &number(line.row),
            line.column.as_deref().unwrap_or_default(),
            line.call.as_deref().unwrap_or_default(),
            line.role.map_or("", SpeakerRole::id),
            &number(line.at_ms),
            &line.left,
            &line.keyword,
            &line.right,
            if line.negated { "true" } else { "false" },
            match line.pole {
                Pole::Negative => "negative",
                Pole::Neutral => "neutral",
                Pole::Positive => "positive",
            },
        ];
        writer.write_record(cells.map(harmless))?;
    }
    let bytes = writer.into_inner().map_err(::csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The whole, under the name `concordance`.
///
/// # Errors
/// None in practice: it holds only numbers and texts.
pub fn json(found: &Concordance) -> Result<String, serde_json::Error> {
    let whole = serde_json::json!({ "concordance": serde_json::to_value(found)? });
    Ok(format!("{whole:#}\n"))
}

/// Headings of a table of lines: the source, before, the keyword, after.
pub(super) fn headings(found: &Concordance, lang: Lang) -> [&'static str; 4] {
    let calls = found.calls > 0;
    let source = if calls { pick!(lang, calls::call) } else { pick!(lang, calls::row) };
    [source, pick!(lang, report::before), "Occurrence", pick!(lang, report::after)]
}

/// A Markdown table under what it says.
#[must_use]
pub fn markdown(found: &Concordance, lang: Lang) -> String {
    let mut out = format!("{}\n", escape(&said(found, lang)));
    if found.lines.is_empty() {
        return out;
    }
    let [source, before, keyword, after] = headings(found, lang);
    let _ = write!(out, "\n| {source} | {before} | {keyword} | {after} |\n|:--|--:|:-:|:--|\n");
    for (line, source) in found.lines.iter().zip(sources(&found.lines, lang, false)) {
        let (source, keyword) = (escape(&source), escape(&line.keyword));
        let (left, right) = (escape(line.left.trim()), escape(line.right.trim()));
        let _ = writeln!(out, "| {source} | {left} | **{keyword}** | {right} |");
    }
    out
}

/// Text whose signs mean nothing to Markdown.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' | '#' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::search::tests::found;
    use super::super::sort::Order;
    use super::*;

    /// A concordance with lines of all kinds.
    pub(in super::super) fn sample() -> Concordance {
        let texts = [
            "Le délai <b>annoncé</b> est dépassé | depuis *deux* semaines, et personne ne répond au service client",
            "日本語の délai 😀 très e\u{301}tonnant",
            "Aucun délai tenu",
        ];
        let mut sample = found("délai", &texts, Order::Position, None);
        let mut call = sample.lines[0].clone();
        call.call = Some("appel-7".to_owned());
        call.role = Some(SpeakerRole::Client);
        call.at_ms = Some(3_723_000);
        call.column = None;
        sample.lines.push(call);
        sample
    }

    fn counts(hits: u64, hidden: u64, left_out: u64, calls: u64) -> Concordance {
        let mut found = found("délai", &["rien", "rien"], Order::Position, None);
        found.texts = 19_095;
        (found.hits, found.hidden, found.left_out, found.calls) = (hits, hidden, left_out, calls);
        (found.texts_with, found.calls_with) = (hits.min(10), hits.min(4));
        found
    }

    #[test]
    fn what_was_found_is_said_as_people_say_it() {
        for (counts, fr, en) in [
            (
                counts(12, 0, 0, 0),
                "12 occurrences de «\u{a0}délai\u{a0}» dans 10 verbatims sur 19\u{202f}095.",
                "12 occurrences of “délai” in 10 of 19,095 comments.",
            ),
            (
                counts(1, 1, 0, 0),
                "1 occurrence de «\u{a0}délai\u{a0}» dans 1 verbatim sur 19\u{202f}095. 1 se trouve dans des données personnelles et n’est pas montrée.",
                "1 occurrence of “délai” in 1 of 19,095 comments. 1 stands inside personal data and is not shown.",
            ),
            (
                counts(300, 2, 98, 40),
                "300 occurrences de «\u{a0}délai\u{a0}» dans 4 appels sur 40 (10 tours de parole). 2 se trouvent dans des données personnelles et ne sont pas montrées. 98 de plus ne sont pas montrées\u{a0}: --limit en montre davantage.",
                "300 occurrences of “délai” in 4 of 40 calls (10 turns). 2 stand inside personal data and are not shown. 98 more are not shown: --limit shows more.",
            ),
            (
                counts(0, 0, 0, 0),
                "Aucune occurrence de «\u{a0}délai\u{a0}» (19\u{202f}095 verbatims lus).",
                "No occurrence of “délai” (19,095 comments read).",
            ),
            (
                counts(0, 0, 0, 1),
                "Aucune occurrence de «\u{a0}délai\u{a0}» (1 appel lu).",
                "No occurrence of “délai” (1 call read).",
            ),
        ] {
            assert_eq!(said(&counts, Lang::Fr), fr);
            assert_eq!(said(&counts, Lang::En), en);
        }
    }

    #[test]
    fn csv_is_read_back() {
        let sample = sample();
        let text = csv(&sample).unwrap();
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
        let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), sample.lines.len());
        for (row, line) in rows.iter().zip(&sample.lines) {
            let texts = [&line.left, &line.keyword, &line.right].map(|text| harmless(text));
            assert_eq!([&row[6], &row[7], &row[8]], texts.each_ref().map(String::as_str));
        }
        assert_eq!((&rows[2][9], &rows[3][4], &rows[3][5]), ("true", "client", "3723000"));
    }

    #[test]
    fn the_names_of_the_csv_are_those_of_the_json() {
        let whole: serde_json::Value = serde_json::from_str(&json(&sample()).unwrap()).unwrap();
        let line = whole["concordance"]["lines"][0].as_object().unwrap();
        assert_eq!(line.keys().map(String::as_str).collect::<Vec<_>>(), COLUMNS);
    }

    #[test]
    fn markdown_shows_signs_as_they_are() {
        let text = markdown(&sample(), Lang::Fr);
        let row = text.lines().find(|line| line.starts_with("| 2 ")).unwrap();
        assert!(row.contains("&lt;b>annoncé&lt;/b>") && row.contains("\\| depuis \\*deux\\*"), "{row}");
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(text.lines().filter(|line| line.starts_with('|')).all(|line| bars(line) == 5));
    }

    #[test]
    fn sources_say_what_tells_lines_apart() {
        let sample = sample();
        assert_eq!(sources(&sample.lines, Lang::Fr, true), ["2", "3", "4", "appel-7 1:02:03 client"]);
        let mut lines = sample.lines.clone();
        lines[1].file = "autre.csv".to_owned();
        (lines[0].column, lines[1].column) =
            (Some("Avis".to_owned()), Some("Que faut-il améliorer ?".to_owned()));
        assert_eq!(sources(&lines, Lang::Fr, true)[..2], ["Avis avis.csv:2", "Que faut-il … autre.csv:3"]);
        assert_eq!(sources(&lines, Lang::Fr, false)[1], "Que faut-il améliorer ? autre.csv:3");
    }
}
