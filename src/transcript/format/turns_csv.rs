//! A CSV of turns: one row a turn, the columns told by their header.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Expected, TranscriptError, Utterance};
use super::clock::{clock, milliseconds, seconds};
use super::line::{fold, shown, spoken, squeeze};

const SEPARATORS: [u8; 4] = *b";\t,|";
/// Rows in which the header is looked for: titles may stand above it.
const TITLES: usize = 5;

const CALL: &[&str] = &[
    "call",
    "callid",
    "appel",
    "idappel",
    "appelid",
    "conversation",
    "conversationid",
    "idconversation",
    "interaction",
    "interactionid",
    "contactid",
    "ucid",
    "recording",
    "enregistrement",
    "numappel",
    "numeroappel",
    "id",
];
const SPEAKER: &[&str] = &[
    "speaker",
    "locuteur",
    "locutrice",
    "interlocuteur",
    "intervenant",
    "speakername",
    "nomlocuteur",
    "speakerid",
    "speakerlabel",
    "role",
    "participant",
    "voix",
    "voice",
    "qui",
    "who",
    "party",
    "canal",
    "channel",
];
const START: &[&str] = &[
    "start",
    "debut",
    "begin",
    "from",
    "starttime",
    "begintime",
    "tempsdebut",
    "heuredebut",
    "offset",
    "startoffset",
    "timestamp",
    "horodatage",
    "time",
    "temps",
];
const END: &[&str] = &["end", "fin", "to", "stop", "endtime", "tempsfin", "heurefin", "endoffset"];
const DURATION: &[&str] = &["duration", "duree", "length"];
const TEXT: &[&str] = &[
    "text",
    "texte",
    "transcription",
    "transcript",
    "verbatim",
    "utterance",
    "phrase",
    "parole",
    "paroles",
    "enonce",
    "propos",
    "content",
    "contenu",
    "message",
    "sentence",
];
/// Words of a header that say a unit or nothing.
const FILLERS: &[&str] = &[
    "ms",
    "msec",
    "millis",
    "milliseconds",
    "milliseconde",
    "millisecondes",
    "s",
    "sec",
    "secs",
    "seconds",
    "seconde",
    "secondes",
    "en",
    "in",
    "de",
    "du",
    "d",
    "la",
    "le",
    "l",
    "the",
    "of",
    "tour",
    "turn",
];
const MILLISECONDS: &[&str] = &["ms", "msec", "millis", "milliseconds", "milliseconde", "millisecondes"];

/// Where the columns are, in the order of the header.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Columns {
    call: Option<usize>,
    speaker: Option<usize>,
    /// The column and whether it counts milliseconds.
    start: Option<(usize, bool)>,
    end: Option<(usize, bool)>,
    duration: Option<(usize, bool)>,
    text: usize,
    /// Whether the column of the calls is called `id`, which may number the turns.
    bare_id: bool,
}

/// The utterances of each call, with what its file calls it.
pub type Calls = Vec<(Option<String>, Vec<Utterance>)>;

/// A row: its number as a spreadsheet shows it, and its cells.
type Row = (u64, csv::StringRecord);

/// Whether a text has the header of a CSV of turns.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    find(super::line::head(text)).is_some()
}

/// Reads a CSV of the turns of one call, or of several as if they were one; [`parse_many`] keeps them apart.
///
/// # Errors
/// Those of [`parse_many`].
pub fn parse(text: &str, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    Ok(parse_many(text, file)?.into_iter().flat_map(|(_, said)| said).collect())
}

/// Reads a CSV of turns: its calls in the order in which they first appear, each with what its column calls it, none
/// where there is no such column. Columns are known by their header, in French or in English: call, speaker, start,
/// end, duration, text; only the text and one of the others are needed. Times are seconds, with a decimal point or
/// comma, or milliseconds where the header says so (`start_ms`), or `hh:mm:ss,mmm`. Where the file gives neither ends
/// nor durations, nothing tells when a turn ends. A column `id` whose values all differ numbers the turns.
/// Rows without a word give none.
///
/// # Errors
/// [`TranscriptError::Malformed`] at the row of a time that is none or goes back, or without the columns;
/// [`TranscriptError::Empty`] where nobody speaks.
pub fn parse_many(text: &str, file: &str) -> Result<Calls, TranscriptError> {
    let wrong = |line: u64, found: &str, expected| TranscriptError::Malformed {
        file: file.to_owned(),
        line,
        found: shown(found),
        expected,
    };
    let Some((separator, header, mut columns)) = find(text) else {
        let first = super::line::lines(text).into_iter().next().unwrap_or_default();
        return Err(wrong(1, first, Expected::TurnColumns));
    };
    let rows = rows(text, separator, usize::MAX);
    let rows = || rows.iter().skip_while(|row| row.0 <= header);
    if let Some(id) = columns.call.filter(|_| columns.bare_id) {
        let ids: Vec<&str> = rows().filter_map(|row| row.1.get(id)).collect();
        if ids.len() > 1 && ids.iter().collect::<BTreeSet<_>>().len() == ids.len() {
            columns.call = None;
        }
    }
    let mut calls: Calls = Vec::new();
    let mut places: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for (line, row) in rows() {
        let said = squeeze(row.get(columns.text).unwrap_or_default());
        if said.is_empty() {
            continue;
        }
        let cell = |column: Option<usize>| {
            column.and_then(|column| row.get(column)).map(squeeze).filter(|cell| !cell.is_empty())
        };
        let time = |column: Option<(usize, bool)>| {
            let Some(found) = cell(column.map(|c| c.0)) else { return Ok(None) };
            let read = moment(&found, column.is_some_and(|c| c.1));
            read.map(Some).ok_or_else(|| wrong(*line, &found, Expected::Moment))
        };
        let (start, end, duration) = (time(columns.start)?, time(columns.end)?, time(columns.duration)?);
        let end = end.or_else(|| Some(start? + duration?)).filter(|_| start.is_some());
        if end.is_some_and(|end| Some(end) < start) {
            let found = cell(columns.end.map(|c| c.0)).unwrap_or_default();
            return Err(wrong(*line, &found, Expected::Order));
        }
        let call = cell(columns.call);
        let place = *places.entry(call.clone()).or_insert_with(|| {
            calls.push((call, Vec::new()));
            calls.len() - 1
        });
        let speaker = cell(columns.speaker);
        let utterance = Utterance { speaker, start, end, text: said, line: *line, ..Utterance::default() };
        calls[place].1.push(utterance);
    }
    if calls.is_empty() { spoken(Vec::new(), file).map(|_| calls) } else { Ok(calls) }
}

/// A time of a cell.
fn moment(cell: &str, in_milliseconds: bool) -> Option<u64> {
    if cell.contains(':') {
        clock(cell)
    } else if in_milliseconds {
        milliseconds(cell)
    } else {
        let cell = cell.trim_end_matches('s').trim_end();
        seconds(cell)
    }
}

/// The separator, the row of the header and its columns: those of the separator that finds the most.
fn find(text: &str) -> Option<(u8, u64, Columns)> {
    let of = |separator: u8| {
        let head = rows(text, separator, TITLES);
        head.iter().find_map(|(line, row)| Some((separator, *line, columns(row)?)))
    };
    let known = |c: &Columns| {
        let times = [c.start, c.end, c.duration].iter().flatten().count();
        times + usize::from(c.call.is_some()) + usize::from(c.speaker.is_some())
    };
    SEPARATORS.into_iter().rev().filter_map(of).max_by_key(|(_, _, columns)| known(columns))
}

/// The columns of a header; none when it names no text, or nothing else.
fn columns(header: &csv::StringRecord) -> Option<Columns> {
    let names: Vec<(String, bool)> = header.iter().map(name).collect();
    // Of two columns that would do, the one whose name says it best.
    let best =
        |wanted: &[&str]| wanted.iter().find_map(|wanted| names.iter().position(|(name, _)| name == wanted));
    let timed = |wanted: &[&str]| best(wanted).map(|column| (column, names[column].1));
    let call = best(CALL);
    let columns = Columns {
        call,
        speaker: best(SPEAKER),
        start: timed(START),
        end: timed(END),
        duration: timed(DURATION),
        text: best(TEXT)?,
        bare_id: call.is_some_and(|column| names[column].0 == "id"),
    };
    let placed = columns.speaker.is_some() || columns.start.is_some() || (call.is_some() && !columns.bare_id);
    placed.then_some(columns)
}

/// A header as it is compared, and whether it says milliseconds: `Début (ms)` is `debut`.
fn name(header: &str) -> (String, bool) {
    let mut spaced = String::new();
    let mut lower = false;
    for c in header.chars() {
        // `startTime`
        if lower && c.is_uppercase() {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        spaced.push(c);
    }
    let folded = fold(&spaced);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let milliseconds = words.iter().any(|word| MILLISECONDS.contains(word));
    (words.iter().filter(|word| !FILLERS.contains(word)).copied().collect(), milliseconds)
}

/// Rows with their numbers, blank ones counted and left out, as a spreadsheet shows them.
fn rows(text: &str, separator: u8, most: usize) -> Vec<Row> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (text, mut number) = match text.strip_prefix("sep=") {
        Some(rest) => (rest.get(1..).map_or("", |rest| rest.trim_start_matches(['\r', '\n'])), 1),
        None => (text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut from = 0;
    while rows.len() < most && matches!(reader.read_record(&mut record), Ok(true)) {
        let to = (reader.position().byte() as usize).min(text.len());
        // Blank rows before the record; the end of the record before may still stand here.
        let mut slice = &text.as_bytes()[from..to];
        if from > 0 && text.as_bytes()[from - 1] == b'\r' {
            slice = slice.strip_prefix(b"\n").unwrap_or(slice);
        }
        while let Some(after) = slice
            .strip_prefix(b"\r\n")
            .or_else(|| slice.strip_prefix(b"\n"))
            .or_else(|| slice.strip_prefix(b"\r"))
        {
            number += 1;
            slice = after;
        }
        number += 1;
        rows.push((number, record.clone()));
        from = to;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::corrupt::{survives, utterance as said};
    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/transcripts/formats/turns.csv");
    const TIMES: &str = include_str!("../../../tests/transcripts/formats/times.csv");

    #[test]
    fn a_file_of_many_calls_is_read_whole() {
        let expected = [
            (
                Some("A-17".to_owned()),
                vec![
                    said("agent", 500, 3250, "Bonjour, je vous écoute.", 3),
                    said("client", 3250, 5250, "Bonjour ; ma facture a doublé, \"encore\"", 4),
                    said("agent", 5000, 5900, "Je regarde.", 8),
                ],
            ),
            (
                Some("B-3".to_owned()),
                vec![
                    Utterance { end: None, ..said("agent", 0, 0, "Allô ?", 6) },
                    said("client", 3_600_000, 3_601_500, "Oui, allô.", 7),
                ],
            ),
        ];
        assert_eq!(parse_many(SAMPLE, "turns.csv").unwrap(), expected);
        assert!(looks_like(SAMPLE));
    }

    #[test]
    fn times_are_seconds_or_clocks_and_ids_that_differ_number_the_turns() {
        let expected = [
            said("Agent", 500, 3250, "Bonjour.", 2),
            said("Client", 3250, 6000, "Oui, bonjour.", 3),
            said("Agent", 5900, 7000, "Je vous écoute.", 4),
            Utterance { start: None, end: None, ..said("Client", 0, 0, "C'est pour un devis.", 5) },
            said("Agent", 3_661_500, 3_662_000, "Très bien.", 6),
        ];
        assert_eq!(parse_many(TIMES, "times.csv").unwrap(), [(None, expected.to_vec())]);
        assert!(looks_like(TIMES) && !looks_like("date;note;texte\n2026-01-01;3;bien"));
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["speaker,text", "", "a,\"un", "deux\"", "", "", "b,trois", ""].join(end);
            let lines: Vec<u64> = parse(&text, "x.csv").unwrap().iter().map(|u| u.line).collect();
            assert_eq!(lines, [3, 6], "{end:?}");
        }
        let read = parse("sep=|\nspeaker|text\na|un", "x.csv").unwrap();
        assert_eq!(read, [Utterance { start: None, end: None, ..said("a", 0, 0, "un", 3) }]);
    }

    #[test]
    fn turns_without_ends_have_none() {
        let read = parse("startTime,speaker,content\n1.5,a,un\n3,b,deux", "x.csv").unwrap();
        assert_eq!(read[0], Utterance { end: None, ..said("a", 1500, 0, "un", 2) });
        assert_eq!(read[1].end, None);
    }

    #[test]
    fn wrong_cells_are_named_by_their_row() {
        let wrong = |text: &str| match parse(text, "x.csv") {
            Err(TranscriptError::Malformed { line, expected, .. }) => (line, expected),
            other => panic!("{other:?}"),
        };
        assert_eq!(wrong("start;end;text\n1;2;a\n3;2;b"), (3, Expected::Order));
        assert_eq!(wrong("start;end;text\n1;2;a\n-3;2;b"), (3, Expected::Moment));
        assert_eq!(wrong("a;b\n1;2"), (1, Expected::TurnColumns));
        assert_eq!(parse("speaker;text\na;", "x.csv"), Err(TranscriptError::Empty { file: "x.csv".into() }));
    }

    #[test]
    fn damage_is_survived() {
        survives(SAMPLE.as_bytes(), |text| parse(text, "x.csv"));
        survives(TIMES.as_bytes(), |text| parse(text, "x.csv"));
    }
}
