//! The structure file of a `LimeSurvey` questionnaire (`.lss`): its questions, their parts and their answers.
//!
//! Rows of the tool's database as XML. Until version 4 the texts stand in the rows themselves, once a language;
//! since, in tables of their own (`question_l10ns`, `answer_l10ns`).

mod columns;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

use super::export::markup::plain;
use crate::error::{Error, Excess, Location, Result};

pub(super) use columns::{Described, describe, share};

/// The largest file accepted, in bytes.
const MAX_BYTES: u64 = 64 << 20;
/// The most rows accepted, all tables together.
const MAX_ROWS: u64 = 500_000;
/// The longest text kept, in characters.
const MAX_TEXT: usize = 4_000;
/// The longest code accepted, in bytes; the tool allows 20.
const MAX_CODE: usize = 64;
/// How deep elements may lie in one another; the format has five levels.
const MAX_DEPTH: usize = 32;

/// Tables that are read.
const TABLES: [&str; 7] =
    ["surveys", "groups", "questions", "subquestions", "answers", "question_l10ns", "answer_l10ns"];
/// Their columns that are read.
const FIELDS: [&str; 18] = [
    "additional_languages",
    "aid",
    "answer",
    "code",
    "gid",
    "group_order",
    "id",
    "language",
    "other",
    "parent_qid",
    "qid",
    "question",
    "question_order",
    "scale_id",
    "sid",
    "sortorder",
    "title",
    "type",
];

/// A text in each language of the questionnaire.
type Texts = BTreeMap<String, String>;

/// A questionnaire.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Structure {
    /// Languages, that of the author first.
    pub(super) languages: Vec<String>,
    /// Questions in the order of the questionnaire.
    pub(super) questions: Vec<Question>,
}

/// A question.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Question {
    /// Code, which is the title of the data's column.
    pub(super) code: String,
    /// The letter or sign of its type.
    pub(super) kind: char,
    /// Whether an answer of one's own could be given.
    pub(super) other: bool,
    /// What was asked.
    pub(super) texts: Texts,
    /// Subquestions; the columns of an array of texts or numbers have scale 1.
    pub(super) parts: Vec<Choice>,
    /// Answers; those of the second half of a dual scale have scale 1.
    pub(super) answers: Vec<Choice>,
}

/// A subquestion or an answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Choice {
    /// Code.
    pub(super) code: String,
    /// Which of the two scales of the question it belongs to.
    pub(super) scale: u8,
    /// What it says.
    pub(super) texts: Texts,
}

/// A row of a table: its fields as [`FIELDS`] numbers them.
#[derive(Debug, Default)]
struct Row(Vec<(usize, String)>);

impl Row {
    fn get(&self, field: &str) -> &str {
        let wanted = FIELDS.iter().position(|f| *f == field);
        self.0.iter().find(|(f, _)| Some(*f) == wanted).map_or("", |(_, value)| value.trim())
    }

    fn number(&self, field: &str) -> i64 {
        self.get(field).parse().unwrap_or(0)
    }
}

/// Rows by the name of their table.
type Tables = BTreeMap<&'static str, Vec<Row>>;

/// Reads a structure file.
///
/// # Errors
/// The file cannot be read, is larger than any questionnaire, is cut short, or describes none.
pub(super) fn structure(path: &Path) -> Result<Structure> {
    let file = path.display().to_string();
    let damaged = |cause: String| Error::Damaged { file: file.clone(), format: "LimeSurvey", cause };
    let too_large = |what, limit| {
        let at = Location { file: file.clone(), row: None, column: None };
        Error::TooLarge { at, what, limit }
    };
    let mut bytes = Vec::new();
    let input = File::open(path).map_err(|e| Error::io(path, e))?;
    input.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|e| Error::io(path, e))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(Excess::Bytes, MAX_BYTES));
    }
    let xml = String::from_utf8(bytes).map_err(|e| damaged(e.to_string()))?;
    match parse(xml.trim_start_matches('\u{feff}')) {
        Ok(structure) => Ok(structure),
        Err(Refusal::Rows) => Err(too_large(Excess::Rows, MAX_ROWS)),
        Err(Refusal::Damaged(cause)) => Err(damaged(cause)),
    }
}

/// Why a text is no structure.
#[derive(Debug)]
enum Refusal {
    Rows,
    Damaged(String),
}

fn parse(xml: &str) -> Result<Structure, Refusal> {
    let tables = tables(xml)?;
    let structure = build(&tables);
    if structure.questions.is_empty() {
        return Err(Refusal::Damaged("no question".to_owned()));
    }
    Ok(structure)
}

/// The rows of the tables that matter: `document / table / rows / row / field`.
fn tables(xml: &str) -> Result<Tables, Refusal> {
    let damaged = |cause: &dyn std::fmt::Display| Refusal::Damaged(cause.to_string());
    let mut reader = Reader::from_str(xml);
    let mut tables = Tables::new();
    let mut path: Vec<String> = Vec::new();
    let mut row = Row::default();
    let mut value = String::new();
    let mut rows = 0;
    loop {
        match reader.read_event().map_err(|e| damaged(&e))? {
            Event::Start(start) => {
                path.push(start.name().0.to_owned());
                if path.len() > MAX_DEPTH {
                    return Err(damaged(&"elements too deep"));
                }
                value.clear();
            }
            Event::Text(text) => value.push_str(&text),
            Event::CData(text) => value.push_str(&text),
            Event::GeneralRef(reference) => resolve(&reference, &mut value),
            Event::End(_) => {
                let names: Vec<&str> = path.iter().map(String::as_str).collect();
                match names[..] {
                    ["document", _, "rows", "row", field] => {
                        let wanted = FIELDS.iter().position(|f| *f == field);
                        row.0.extend(wanted.map(|f| (f, std::mem::take(&mut value))));
                    }
                    ["document", table, "rows", "row"] => {
                        let row = std::mem::take(&mut row);
                        if let Some(table) =
                            TABLES.iter().find(|t| **t == table).filter(|_| !row.0.is_empty())
                        {
                            rows += 1;
                            if rows > MAX_ROWS {
                                return Err(Refusal::Rows);
                            }
                            tables.entry(table).or_default().push(row);
                        }
                    }
                    _ => {}
                }
                path.pop();
                value.clear();
            }
            Event::Eof if path.is_empty() => return Ok(tables),
            Event::Eof => return Err(damaged(&"cut short")),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// Appends the character of a reference; entities that a document declares itself are left out.
fn resolve(reference: &BytesRef, value: &mut String) {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        value.push(c);
    } else if let Some(text) = resolve_xml_entity(reference) {
        value.push_str(text);
    }
}

fn build(tables: &Tables) -> Structure {
    let rows = |table: &str| tables.get(table).map_or(&[][..], Vec::as_slice);
    let languages = languages(rows("surveys"), rows("questions"));
    let base = languages.first().cloned().unwrap_or_default();
    // A row that names no language is in that of the author.
    let language =
        |row: &Row| Some(row.get("language")).filter(|l| !l.is_empty()).unwrap_or(&base).to_owned();
    let texts = |of: &mut Texts, row: &Row, field: &str| {
        let text: String = plain(row.get(field)).chars().take(MAX_TEXT).collect();
        if !text.is_empty() {
            of.insert(language(row), text);
        }
    };

    let mut answers: BTreeMap<(&str, i64, i64, &str), Choice> = BTreeMap::new();
    let mut answer_texts: BTreeMap<&str, Texts> = BTreeMap::new();
    for row in rows("answer_l10ns") {
        texts(answer_texts.entry(row.get("aid")).or_default(), row, "answer");
    }
    for row in rows("answers").iter().filter(|r| r.get("code").len() <= MAX_CODE) {
        let key = (row.get("qid"), row.number("scale_id"), row.number("sortorder"), row.get("code"));
        let answer = answers.entry(key).or_default();
        row.get("code").clone_into(&mut answer.code);
        answer.scale = u8::from(row.number("scale_id") > 0);
        texts(&mut answer.texts, row, "answer");
        if let Some(own) = answer_texts.get(row.get("aid")).filter(|_| !row.get("aid").is_empty()) {
            answer.texts.extend(own.clone());
        }
    }

    let mut question_texts: BTreeMap<&str, Texts> = BTreeMap::new();
    for row in rows("question_l10ns") {
        texts(question_texts.entry(row.get("qid")).or_default(), row, "question");
    }
    let mut parts: BTreeMap<(&str, i64, i64, &str), Choice> = BTreeMap::new();
    for row in rows("subquestions").iter().filter(|r| r.get("title").len() <= MAX_CODE) {
        let qid = row.get("qid");
        let key = (row.get("parent_qid"), row.number("scale_id"), row.number("question_order"), qid);
        let part = parts.entry(key).or_default();
        row.get("title").clone_into(&mut part.code);
        part.scale = u8::from(row.number("scale_id") > 0);
        texts(&mut part.texts, row, "question");
        part.texts.extend(question_texts.get(qid).cloned().unwrap_or_default());
    }

    let order: BTreeMap<&str, i64> =
        rows("groups").iter().map(|r| (r.get("gid"), r.number("group_order"))).collect();
    let mut questions: BTreeMap<(i64, i64, &str), Question> = BTreeMap::new();
    for row in rows("questions").iter().filter(|r| matches!(r.get("parent_qid"), "" | "0")) {
        let qid = row.get("qid");
        let group = order.get(row.get("gid")).copied().unwrap_or(0);
        let question = questions.entry((group, row.number("question_order"), qid)).or_default();
        row.get("title").clone_into(&mut question.code);
        question.kind = row.get("type").chars().next().unwrap_or_default();
        question.other = row.get("other") == "Y";
        texts(&mut question.texts, row, "question");
        question.texts.extend(question_texts.get(qid).cloned().unwrap_or_default());
    }
    let questions = questions.into_iter().map(|((_, _, qid), mut question)| {
        let of = |map: &BTreeMap<(&str, i64, i64, &str), Choice>| {
            let own = map.range((qid, i64::MIN, i64::MIN, "")..).take_while(|((id, ..), _)| *id == qid);
            own.map(|(_, choice)| choice.clone()).collect()
        };
        question.parts = of(&parts);
        question.answers = of(&answers);
        question
    });
    let coded = |q: &Question| (1..=MAX_CODE).contains(&q.code.len());
    Structure { questions: questions.filter(coded).collect(), languages }
}

/// Languages, that of the author first.
fn languages(surveys: &[Row], questions: &[Row]) -> Vec<String> {
    let declared = surveys.iter().flat_map(|s| {
        std::iter::once(s.get("language")).chain(s.get("additional_languages").split_whitespace())
    });
    let mut languages: Vec<String> = Vec::new();
    for language in declared.chain(questions.iter().map(|q| q.get("language"))).filter(|l| !l.is_empty()) {
        if languages.len() < 64 && !languages.iter().any(|l| l == language) {
            languages.push(language.to_owned());
        }
    }
    languages
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// A table of the format: rows of `field=value` parted by commas.
    pub(super) fn table(name: &str, rows: &[&str]) -> String {
        let mut xml = format!("<{name}><fields><fieldname>id</fieldname></fields><rows>");
        for row in rows {
            xml.push_str("<row>");
            for (field, value) in row.split(", ").filter_map(|f| f.split_once('=')) {
                write!(xml, "<{field}><![CDATA[{value}]]></{field}>").unwrap();
            }
            xml.push_str("</row>");
        }
        xml + &format!("</rows></{name}>")
    }

    pub(super) fn read(tables: &[String]) -> Structure {
        let kind = "<LimeSurveyDocType>Survey</LimeSurveyDocType>";
        parse(&format!("<?xml version=\"1.0\"?><document>{kind}{}</document>", tables.concat())).unwrap()
    }

    #[test]
    fn both_generations_of_the_format_say_the_same() {
        let surveys = table("surveys", &["sid=1, language=fr, additional_languages=en"]);
        let old = read(&[
            surveys.clone(),
            table("answers", &[
                "qid=1, code=A2, answer=Non, sortorder=2, language=fr, scale_id=0",
                "qid=1, code=A1, answer=<b>Oui</b>, sortorder=1, language=fr, scale_id=0",
                "qid=1, code=A1, answer=Yes, sortorder=1, language=en, scale_id=0",
            ]),
            table("groups", &["gid=9, group_order=1", "gid=8, group_order=2"]),
            table("questions", &[
                "qid=2, parent_qid=0, gid=8, type=M, title=Q2, question=Canaux, other=Y, question_order=0, language=fr",
                "qid=1, parent_qid=0, gid=9, type=L, title=Q1, question=Content&nbsp|?, other=N, question_order=0, language=fr",
                "qid=1, parent_qid=0, gid=9, type=L, title=Q1, question=Happy?, other=N, question_order=0, language=en",
            ].map(|r| r.replace('|', ";")).each_ref().map(String::as_str)),
            table("subquestions", &["qid=3, parent_qid=2, title=SQ001, question=Mail, question_order=1, language=fr, scale_id=0"]),
        ]);
        let new = read(&[
            surveys,
            table(
                "answers",
                &[
                    "aid=7, qid=1, code=A2, sortorder=2, scale_id=0",
                    "aid=6, qid=1, code=A1, sortorder=1, scale_id=0",
                ],
            ),
            table(
                "answer_l10ns",
                &[
                    "id=1, aid=7, answer=Non, language=fr",
                    "id=2, aid=6, answer=Oui, language=fr",
                    "id=3, aid=6, answer=Yes, language=en",
                ],
            ),
            table("groups", &["gid=9, group_order=1", "gid=8, group_order=2"]),
            table(
                "questions",
                &[
                    "qid=1, parent_qid=0, gid=9, type=L, title=Q1, other=N, question_order=0",
                    "qid=2, parent_qid=0, gid=8, type=M, title=Q2, other=Y, question_order=0",
                ],
            ),
            table("subquestions", &["qid=3, parent_qid=2, title=SQ001, question_order=1, scale_id=0"]),
            table(
                "question_l10ns",
                &[
                    "id=1, qid=1, question=Content ?, language=fr",
                    "id=2, qid=1, question=Happy?, language=en",
                    "id=3, qid=2, question=Canaux, language=fr",
                    "id=4, qid=3, question=Mail, language=fr",
                ],
            ),
        ]);
        assert_eq!(old, new);
        assert_eq!(old.languages, ["fr", "en"]);
        let codes: Vec<&str> = old.questions.iter().map(|q| q.code.as_str()).collect();
        assert_eq!(codes, ["Q1", "Q2"]);
        let answers: Vec<&str> = old.questions[0].answers.iter().map(|a| a.code.as_str()).collect();
        assert_eq!(answers, ["A1", "A2"]);
        assert_eq!(old.questions[0].texts["fr"], "Content ?");
    }

    #[test]
    fn what_is_no_structure_is_refused() {
        let deep = format!("<document>{}", "<a>".repeat(100));
        let cut = "<document><questions><rows><row><qid>1</qid><title>Q1</title></row>";
        for xml in ["", "note;avis", "<html><body/></html>", "<document><a></b></document>", &deep, cut] {
            assert!(matches!(parse(xml), Err(Refusal::Damaged(_))), "{xml}");
        }
        let row = "<row><qid>1</qid></row>".repeat(MAX_ROWS as usize + 1);
        let long = format!("<document><answers><rows>{row}</rows></answers></document>");
        assert!(matches!(parse(&long), Err(Refusal::Rows)));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.lss");
        std::fs::write(&path, b"<document>\xff").unwrap();
        assert!(matches!(structure(&path), Err(Error::Damaged { .. })));
        File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert!(matches!(structure(&path), Err(Error::TooLarge { what: Excess::Bytes, .. })));
    }

    #[test]
    fn declared_entities_are_not_expanded() {
        let xml = "<!DOCTYPE d [<!ENTITY a \"&b;&b;\"><!ENTITY b \"xxxx\">]><document><questions><rows><row>\
                   <qid>1</qid><title>Q1</title><question>Prix &lt; 5 &#8364;&a; ?</question></row></rows></questions></document>";
        let found = parse(xml).unwrap();
        assert_eq!(found.questions[0].texts[""], "Prix < 5 € ?");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(xml in "(<document>|</document>|<questions>|<rows>|<row>|<qid>|</qid>|</row>|1|&a;|<!\\[CDATA\\[|\\]\\]>|<!--|é){0,20}") {
            let _ = parse(&xml);
        }
    }
}
