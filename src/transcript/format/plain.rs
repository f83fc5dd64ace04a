//! Plain text with a label before each turn: `Agent : bonjour`, `[00:00:12] Agent : …`, `AGENT (00:12) :`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::super::{Expected, TranscriptError, Utterance};
use super::clock::clock;
use super::label::{Labels, before_colon, in_brackets, is_label, is_metadata, is_role};
use super::line::{fold, head, lines, malformed, number, spoken, squeeze};

/// `[00:12]`, `(00:00:12.5 - 00:00:15)`: closed, so that only a time stands there.
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[\[(]\s*(?<start>[0-9]+:[0-9:.,]+)\s*(?:(?:-->|->|-|–|—|à)\s*(?<end>[0-9]+:[0-9:.,]+)\s*)?[\])]",
    )
    .expect("the patterns of this file are tested")
});

/// `AGENT (00:12) : …`, `Marie Durand 0:12` alone on its line.
static LABEL_TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?<label>[^:\[\]()\t]{1,48}?)\s*(?:[\[(]\s*(?<time>[0-9]+:[0-9:.,]+)\s*[\])]\s*:?(?<rest>.*)|\s(?<alone>[0-9]+(?::[0-9]{2}){1,2})\s*:?\s*)$",
    )
    .expect("the patterns of this file are tested")
});

/// What a line says of who, when and what.
#[derive(Debug, Default)]
struct Row<'t> {
    start: Option<&'t str>,
    end: Option<&'t str>,
    /// Whether brackets say that the time is one: `10:30 c'est trop tard` begins with none.
    closed: bool,
    label: Option<&'t str>,
    /// What follows the time and the label.
    rest: &'t str,
    /// What follows the time.
    whole: &'t str,
}

/// Whether a text has turns with labels before them, two at least.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    let lines = lines(head(text));
    let rows: Vec<Row> = lines.iter().map(|line| row(line)).collect();
    let labels = labels(&rows);
    rows.iter().filter(|row| row.label.is_some_and(|label| labels.speaker(label).is_some())).count() >= 2
}

/// Reads a text of turns. A label counts when it comes back, says a role, or is a name among other speakers; a line
/// without one belongs to the turn above. The lines that tell what the call is before it begins are no speech. A time
/// before a turn is its beginning, read as minutes and seconds where it has two numbers; nothing tells when a turn ends,
/// unless the file says it.
///
/// # Errors
/// [`TranscriptError::Malformed`] at a time that is none or an end before its beginning; [`TranscriptError::Empty`]
/// where nobody speaks.
pub fn parse(text: &str, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    let lines = lines(text);
    let rows: Vec<Row> = lines.iter().map(|line| row(line)).collect();
    let labels = labels(&rows);
    let labelled = labels.any();
    let mut said: Vec<Utterance> = Vec::new();
    let mut heard = false;
    for (at, row) in rows.iter().enumerate().skip(preamble(&lines, &rows, &labels)) {
        let speaker = row.label.and_then(|label| labels.speaker(label));
        let timed = row.closed || (speaker.is_some() && row.start.is_some());
        let text = squeeze(if speaker.is_some() {
            row.rest
        } else if timed {
            row.whole
        } else {
            lines[at]
        });
        if (text.is_empty() && speaker.is_none() && !timed) || is_rule(&text) {
            continue;
        }
        if speaker.is_none() && !heard && !timed && is_metadata(&text) {
            continue;
        }
        heard |= speaker.is_some() || timed;
        if speaker.is_some() || timed || !labelled || !heard {
            let (start, end) = if timed { times(row, at, lines[at], file)? } else { (None, None) };
            let before = said.last().and_then(|last| last.speaker.clone());
            let speaker = speaker.map(str::to_owned).or(before);
            said.push(Utterance { speaker, start, end, text, line: number(at), ..Utterance::default() });
        } else if let Some(last) = said.last_mut() {
            if !last.text.is_empty() {
                last.text.push(' ');
            }
            last.text.push_str(&text);
        }
    }
    said.retain(|utterance| !utterance.text.is_empty());
    spoken(said, file)
}

fn labels(rows: &[Row]) -> Labels {
    let mut labels = Labels::default();
    rows.iter().filter_map(|row| row.label).for_each(|label| labels.add(label));
    labels
}

fn times(
    row: &Row,
    at: usize,
    line: &str,
    file: &str,
) -> Result<(Option<u64>, Option<u64>), TranscriptError> {
    let read = |text: Option<&str>| match text {
        Some(text) => clock(text).map(Some).ok_or_else(|| malformed(file, at, line, Expected::Clock)),
        None => Ok(None),
    };
    let (start, end) = (read(row.start)?, read(row.end)?);
    if end.is_some_and(|end| Some(end) < start) {
        return Err(malformed(file, at, line, Expected::Order));
    }
    Ok((start, end))
}

/// How many lines tell what the call is: a first paragraph of `key : value` with a date or a duration among them,
/// where `Agent : Sophie` is no turn, if turns follow.
fn preamble(lines: &[&str], rows: &[Row], labels: &Labels) -> usize {
    let first = lines.iter().take_while(|line| line.trim().is_empty()).count();
    let end = first + lines[first..].iter().take_while(|line| !line.trim().is_empty()).count();
    let head = &lines[first..end];
    let pairs = head.iter().all(|line| line.contains(':') || is_metadata(line) || is_rule(line));
    let named: Vec<String> = rows[first..end].iter().filter_map(|row| row.label).map(fold).collect();
    let once = named.iter().collect::<BTreeSet<_>>().len() == named.len();
    let turns = rows[end..].iter().any(|row| row.label.is_some_and(|label| labels.speaker(label).is_some()));
    let untimed = rows[first..end].iter().all(|row| row.start.is_none());
    if pairs && once && turns && untimed && head.iter().any(|line| is_metadata(line)) { end } else { 0 }
}

/// `-----`, `=====`.
fn is_rule(text: &str) -> bool {
    text.len() >= 3 && text.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '#' | '—' | '–'))
}

/// Reads a line.
fn row(line: &str) -> Row<'_> {
    let line = line.trim().trim_start_matches('\u{feff}');
    let line = line.strip_prefix("- ").map_or(line, str::trim_start);
    let mut row = Row { rest: line, whole: line, ..Row::default() };
    let mut after = line;
    if let Some(found) = BRACKETED.captures(line) {
        row.start = found.name("start").map(|time| time.as_str());
        row.end = found.name("end").map(|time| time.as_str());
        row.closed = true;
        after = &line[found.get_match().end()..];
    } else {
        let first = line.split(char::is_whitespace).next().unwrap_or_default();
        if clock(first).is_some() {
            row.start = Some(first);
            after = &line[first.len()..];
        }
    }
    if row.start.is_some() {
        after = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|' | ':'));
        (row.whole, row.rest) = (after, after);
    }
    if row.start.is_none()
        && let Some(found) = LABEL_TIME.captures(after)
        && let Some(label) = found.name("label").map(|label| label.as_str().trim()).filter(|l| is_label(l))
    {
        row.label = Some(label);
        row.start = found.name("time").or(found.name("alone")).map(|time| time.as_str());
        row.rest = found.name("rest").map_or("", |rest| rest.as_str());
        return row;
    }
    let tab =
        after.split_once('\t').map(|(label, rest)| (label.trim().trim_end_matches(':').trim_end(), rest));
    let found = tab
        .filter(|(label, rest)| is_label(label) && !rest.trim().is_empty())
        .or_else(|| before_colon(after))
        .or_else(|| in_brackets(after))
        .or_else(|| role_alone(after, row.start.is_some()));
    if let Some((label, rest)) = found {
        (row.label, row.rest) = (Some(label), rest);
    }
    row
}

/// `Agent – bonjour`, and `Agent bonjour` behind a time: a role with a capital.
fn role_alone(text: &str, timed: bool) -> Option<(&str, &str)> {
    let words = |n: usize| {
        let end = text.match_indices(char::is_whitespace).nth(n).map_or(text.len(), |(at, _)| at);
        text.split_at(end)
    };
    let (first, rest) = words(0);
    let numbered =
        words(1).0.rsplit(char::is_whitespace).next().is_some_and(|w| w.bytes().all(|b| b.is_ascii_digit()));
    let (label, rest) = if numbered && words(1).0.len() > first.len() { words(1) } else { (first, rest) };
    if !first.starts_with(char::is_uppercase) || !is_role(&fold(label)) {
        return None;
    }
    let rest = rest.trim_start();
    let after = ["- ", "– ", "— "].iter().find_map(|dash| rest.strip_prefix(dash));
    match after {
        Some(after) => Some((label, after)),
        None => timed.then_some((label, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::corrupt::{survives, utterance as timed};
    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/transcripts/formats/call.txt");
    const LABELS: &str = include_str!("../../../tests/transcripts/formats/labels.txt");

    fn said(speaker: &str, text: &str, line: u64) -> Utterance {
        Utterance { start: None, end: None, ..timed(speaker, 0, 0, text, line) }
    }

    #[test]
    fn the_sample_is_read_whole() {
        let pressed = "Bonjour. Attention : je suis pressé, on se rappelle vers 10:30 ? Attention : le numéro est sur http://exemple.org";
        let expected = [
            timed("Agent", 2000, 0, "Bonjour, service client.", 7),
            timed("Client", 5000, 0, pressed, 8),
            timed("Agent", 12_000, 0, "D'accord. Je note.", 11),
            timed("Client", 20_000, 24_000, "Merci bien.", 14),
            timed("Agent", 3_720_000, 0, "Au revoir.", 16),
        ]
        .map(|said| Utterance { end: said.end.filter(|end| *end > 0), ..said });
        assert_eq!(parse(SAMPLE, "call.txt").unwrap(), expected);
        assert!(looks_like(SAMPLE));
    }

    #[test]
    fn labels_without_times() {
        let expected = [
            said("", "Appel enregistré ce matin", 1),
            said("Marie Durand", "Bonjour, Marie à votre écoute.", 2),
            said("M. Léo Petit", "Oui, bonjour : voilà le souci. il est cassé", 3),
            said("Marie Durand", "Cassé ?", 5),
            said("M. Léo Petit", "Oui.", 6),
            said("Zoé Exempla", "Je confirme. Remarque : fin de bande", 7),
        ];
        // The first line is what a transcript is called.
        assert_eq!(parse(LABELS, "labels.txt").unwrap(), expected[1..]);
        assert!(looks_like(LABELS));
    }

    #[test]
    fn times_and_labels_as_people_write_them() {
        let cases = [
            ("00:12 Agent bonjour", timed("Agent", 12_000, 0, "bonjour", 1)),
            ("00:12\tAgent 2\tbonjour", timed("Agent 2", 12_000, 0, "bonjour", 1)),
            ("(0:12) Client : bonjour", timed("Client", 12_000, 0, "bonjour", 1)),
            ("Client 0:12\nbonjour", timed("Client", 12_000, 0, "bonjour", 1)),
            (
                "[00:12.5 --> 00:13] bonjour",
                Utterance { end: Some(13_000), ..timed("", 12_500, 0, "bonjour", 1) },
            ),
            ("[Client] bonjour", said("Client", "bonjour", 1)),
            ("Client – bonjour", said("Client", "bonjour", 1)),
            ("client: bonjour", said("client", "bonjour", 1)),
            ("- Client : bonjour", said("Client", "bonjour", 1)),
            ("À 10:30 : bonjour", said("", "À 10:30 : bonjour", 1)),
        ];
        for (text, expected) in cases {
            let end = if expected.end == Some(0) { None } else { expected.end };
            assert_eq!(parse(text, "x.txt").unwrap(), [Utterance { end, ..expected }], "{text}");
        }
    }

    #[test]
    fn times_that_are_none_are_refused() {
        let wrong = parse("Agent : oui\n[00:75] Client : non", "x.txt").unwrap_err();
        assert!(matches!(wrong, TranscriptError::Malformed { line: 2, expected: Expected::Clock, .. }));
        let wrong = parse("[00:12 - 00:10] Client : non", "x.txt").unwrap_err();
        assert!(matches!(wrong, TranscriptError::Malformed { line: 1, expected: Expected::Order, .. }));
        assert!(!looks_like("Une lettre.\nAttention : voilà.\nAttention : rien."));
    }

    #[test]
    fn damage_is_survived() {
        survives(SAMPLE.as_bytes(), |text| parse(text, "x.txt"));
        survives(LABELS.as_bytes(), |text| parse(text, "x.txt"));
    }
}
