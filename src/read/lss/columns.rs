//! What the columns of a data file mean, by the questionnaire they come from.

use std::collections::{BTreeMap, VecDeque};
use std::hash::{DefaultHasher, Hasher};
use std::sync::Arc;

use super::super::export;
use super::super::records::MAX_COLUMNS;
use super::{Choice, Question, Structure, Texts};
use crate::study::fold;

/// The most answers of a question whose labels are kept.
const MAX_ANSWERS: usize = 2_000;

/// Codes of answers and what they say.
type Labels = Arc<[(String, String)]>;
/// The column of a name, and whether its text named it.
type Found = Option<(usize, bool)>;

/// A column that the questionnaire describes.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct Described {
    /// Text of the question, that of its part in brackets.
    pub(in crate::read) text: String,
    /// Codes of the answers and what they say, in the order of the questionnaire.
    pub(in crate::read) answers: Labels,
    /// Code of the column, where its header is the text: `Q1[SQ001]`.
    pub(in crate::read) name: Option<String>,
}

/// A column that an export of the questionnaire has.
struct Column<'a> {
    question: &'a Question,
    /// `Q1[SQ001]`.
    code: String,
    parts: Vec<&'a Choice>,
    /// What the tool adds in words of its own, in the language of the export.
    added: Option<Added>,
    /// Scale of its answers, if it has some.
    scale: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Added {
    Other,
    Comment,
    OtherComment,
    Rank(usize),
    Scale(usize),
    Files,
}

/// What is known of each column of a data file, by its name: the code of a question (`Q1[SQ001]`, `Q1_SQ001`)
/// or its text (`Text [Part]`) in one of the languages of the questionnaire.
pub(in crate::read) fn describe(structure: &Structure, names: &[String]) -> Vec<Option<Described>> {
    let columns = columns(structure);
    let codes: BTreeMap<String, usize> =
        columns.iter().enumerate().map(|(i, c)| (code_key(&c.code), i)).collect();
    let languages: Vec<&str> = structure.languages.iter().map(String::as_str).collect();
    let readings = if languages.is_empty() { vec![""] } else { languages };
    let headers: Vec<Header> = names.iter().map(|name| Header::new(name, &codes)).collect();
    let mut best: Option<(usize, &str, Vec<Found>)> = None;
    for language in readings {
        let found = find(&columns, language, &headers);
        let n = found.iter().flatten().count();
        if best.as_ref().is_none_or(|(most, ..)| n > *most) {
            best = Some((n, language, found));
        }
    }
    let Some((_, language, found)) = best else { return Vec::new() };
    let mut labels: BTreeMap<(&str, u8), Labels> = BTreeMap::new();
    let mut describe = |(i, by_text): (usize, bool)| {
        let column = &columns[i];
        let answers = column.scale.map(|scale| {
            let key = (column.question.code.as_str(), scale);
            labels.entry(key).or_insert_with(|| self::labels(column.question, scale, language)).clone()
        });
        Described {
            text: column.text(language),
            answers: answers.unwrap_or_default(),
            name: by_text.then(|| column.code.clone()),
        }
    };
    found.into_iter().map(|found| found.map(&mut describe)).collect()
}

/// Share of the columns that hold answers which the questionnaire describes, 0 when there are none: under a
/// half, it is that of another survey.
pub(in crate::read) fn share(described: &[Option<Described>], names: &[String]) -> f64 {
    let known = described.iter().flatten().count();
    let asked =
        described.iter().zip(names).filter(|(d, name)| d.is_some() || !export::is_limesurvey_own(name));
    let asked = asked.count();
    if asked == 0 { 0.0 } else { known as f64 / asked as f64 }
}

/// The header of a data file, as it is looked for.
struct Header {
    /// The column that it is the code of.
    coded: Option<usize>,
    key: u64,
    /// Without the part in brackets that ends it: “[Autre]”, “[Rang 1]” are words of the tool, the
    /// questionnaire has the rest.
    shorter: Option<u64>,
}

impl Header {
    fn new(name: &str, codes: &BTreeMap<String, usize>) -> Self {
        let shorter = name.trim().strip_suffix(']').and_then(|n| n.rsplit_once('[')).map(|(head, _)| head);
        Self {
            coded: codes.get(&code_key(name)).copied(),
            key: text_key(name).finish(),
            shorter: shorter.map(|text| text_key(text).finish()),
        }
    }
}

/// For each header its column.
fn find(columns: &[Column], language: &str, headers: &[Header]) -> Vec<Found> {
    let mut texts: BTreeMap<u64, VecDeque<usize>> = BTreeMap::new();
    let mut asked: Option<(&Question, DefaultHasher)> = None;
    for (i, column) in columns.iter().enumerate() {
        let key = match asked.take() {
            Some((question, key)) if std::ptr::eq(question, column.question) => key,
            _ => text_key(in_language(&column.question.texts, language)),
        };
        asked = Some((column.question, key.clone()));
        let parts = column.parts.iter().map(|part| in_language(&part.texts, language));
        texts.entry(parts.fold(key, with_text).finish()).or_default().push_back(i);
    }
    // A header without a letter names nothing.
    texts.remove(&text_key("").finish());
    // Questions that ask the same stand in the file as they do in the questionnaire.
    let mut next = |key: u64| texts.get_mut(&key).and_then(VecDeque::pop_front);
    let find = |header: &Header| match header.coded {
        Some(i) => Some((i, false)),
        None => next(header.key).or_else(|| next(header.shorter?)).map(|i| (i, true)),
    };
    headers.iter().map(find).collect()
}

/// `Q1[SQ001]` and `Q1_SQ001` are one code.
fn code_key(name: &str) -> String {
    name.trim().replace("][", "_").replace('[', "_").replace(']', "")
}

/// What tells texts apart, but for what exports change in them: case, spaces, punctuation. That of a question
/// goes on with that of its parts.
fn text_key(text: &str) -> DefaultHasher {
    with_text(DefaultHasher::new(), text)
}

fn with_text(mut key: DefaultHasher, text: &str) -> DefaultHasher {
    fold(text).chars().filter(|c| c.is_alphanumeric()).for_each(|c| key.write_u32(u32::from(c)));
    key
}

fn in_language<'a>(texts: &'a Texts, language: &str) -> &'a str {
    texts.get(language).or_else(|| texts.values().next()).map_or("", String::as_str)
}

impl<'a> Column<'a> {
    fn new(question: &'a Question, parts: &[&'a Choice], added: Option<Added>, scale: Option<u8>) -> Self {
        let codes: Vec<&str> = parts.iter().map(|p| p.code.as_str()).collect();
        let part = codes.join("_");
        let suffix = match (part.as_str(), added) {
            ("", added) => added.map(Added::code).unwrap_or_default(),
            (part, Some(Added::Comment)) => format!("[{part}comment]"),
            (part, added) => format!("[{part}]{}", added.map(Added::code).unwrap_or_default()),
        };
        let code = format!("{}{suffix}", question.code);
        Self { question, code, parts: parts.to_vec(), added, scale }
    }

    /// What an export writes above the column.
    fn text(&self, language: &str) -> String {
        let mut text = in_language(&self.question.texts, language).to_owned();
        let parts = self.parts.iter().map(|part| in_language(&part.texts, language).to_owned());
        for (i, part) in parts.chain(self.added.map(|added| added.word(language))).enumerate() {
            text.push_str(if i == 0 { " [" } else { "[" });
            text.push_str(&part);
            text.push(']');
        }
        text
    }
}

impl Added {
    fn code(self) -> String {
        match self {
            Self::Other => "[other]".to_owned(),
            Self::Comment => "[comment]".to_owned(),
            Self::OtherComment => "[othercomment]".to_owned(),
            Self::Rank(n) | Self::Scale(n) => format!("[{n}]"),
            Self::Files => "[filecount]".to_owned(),
        }
    }

    fn word(self, language: &str) -> String {
        let pick = |fr: &str, de: &str, en: &str| match language.get(..2) {
            Some("fr") => fr.to_owned(),
            Some("de") => de.to_owned(),
            _ => en.to_owned(),
        };
        match self {
            Self::Other => pick("Autre", "Sonstiges", "Other"),
            Self::Comment => pick("Commentaire", "Kommentar", "Comment"),
            Self::OtherComment => pick("Autre, commentaire", "Sonstiges, Kommentar", "Other, comment"),
            Self::Rank(n) => format!("{} {n}", pick("Rang", "Rang", "Rank")),
            Self::Scale(n) => format!("{} {n}", pick("Échelle", "Skala", "Scale")),
            Self::Files => pick("Nombre de fichiers", "Anzahl Dateien", "File count"),
        }
    }
}

/// The columns that an export of the questionnaire has, in order.
fn columns(structure: &Structure) -> Vec<Column<'_>> {
    let mut columns = Vec::new();
    for question in &structure.questions {
        let room = (MAX_COLUMNS as usize).saturating_sub(columns.len());
        if room > 0 {
            of_question(question, room, &mut columns);
        }
    }
    columns
}

/// Adds the columns of a question, by its type, as far as there is `room`.
fn of_question<'a>(question: &'a Question, room: usize, columns: &mut Vec<Column<'a>>) {
    let mut add =
        |parts: &[&'a Choice], added, scale| columns.push(Column::new(question, parts, added, scale));
    let parts = |scale| question.parts.iter().filter(move |p| p.scale == scale);
    let single = parts(0).take(room);
    match question.kind {
        // A text between questions.
        'X' => {}
        'M' | 'A' | 'B' | 'C' | 'E' | 'F' | 'H' | 'K' | 'Q' => {
            single.for_each(|p| add(&[p], None, Some(0)));
            if question.other && question.kind == 'M' {
                add(&[], Some(Added::Other), None);
            }
        }
        'P' => {
            for part in single {
                add(&[part], None, Some(0));
                add(&[part], Some(Added::Comment), None);
            }
            if question.other {
                add(&[], Some(Added::Other), None);
                add(&[], Some(Added::OtherComment), None);
            }
        }
        ';' | ':' => {
            let cells = single.flat_map(|row| parts(1).map(move |column| [row, column]));
            cells.take(room).for_each(|cell| add(&cell, None, None));
        }
        '1' => {
            for part in single {
                add(&[part], Some(Added::Scale(1)), Some(0));
                add(&[part], Some(Added::Scale(2)), Some(1));
            }
        }
        'R' => (1..=question.answers.len().min(room)).for_each(|n| add(&[], Some(Added::Rank(n)), Some(0))),
        'O' => {
            add(&[], None, Some(0));
            add(&[], Some(Added::Comment), None);
        }
        '|' => {
            add(&[], None, None);
            add(&[], Some(Added::Files), None);
        }
        _ => {
            add(&[], None, Some(0));
            if question.other {
                add(&[], Some(Added::Other), None);
            }
        }
    }
}

/// Codes of the answers of a question and what they say.
fn labels(question: &Question, scale: u8, language: &str) -> Labels {
    let fixed: &[(&str, [&str; 3])] = match question.kind {
        'Y' => &[("Y", ["Oui", "Ja", "Yes"]), ("N", ["Non", "Nein", "No"])],
        'M' | 'P' => &[("Y", ["Oui", "Ja", "Yes"])],
        'C' => &[
            ("Y", ["Oui", "Ja", "Yes"]),
            ("N", ["Non", "Nein", "No"]),
            ("U", ["Incertain", "Unsicher", "Uncertain"]),
        ],
        'E' => &[
            ("I", ["Augmentation", "Zunahme", "Increase"]),
            ("S", ["Sans changement", "Gleich", "Same"]),
            ("D", ["Diminution", "Abnahme", "Decrease"]),
        ],
        'G' => &[("F", ["Femme", "Weiblich", "Female"]), ("M", ["Homme", "Männlich", "Male"])],
        _ => &[],
    };
    let spoken = ["fr", "de", "en"].iter().position(|l| language.get(..2) == Some(l));
    let fixed =
        fixed.iter().filter_map(|(code, words)| Some(((*code).to_owned(), words[spoken?].to_owned())));
    let own = question.answers.iter().filter(|a| a.scale == scale).take(MAX_ANSWERS);
    let own = own.map(|a| (a.code.clone(), in_language(&a.texts, language).to_owned()));
    let other = (question.other && matches!(question.kind, 'L' | '!'))
        .then(|| ("-oth-".to_owned(), Added::Other.word(language)));
    own.chain(fixed).chain(other).filter(|(_, label)| !label.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read, table};
    use super::*;

    fn structure() -> Structure {
        let question = |qid: &str, kind: &str, code: &str, text: &str, other: &str| {
            format!(
                "qid={qid}, parent_qid=0, type={kind}, title={code}, question={text}, other={other}, question_order={qid}, language=fr"
            )
        };
        let questions = [
            question("1", "L", "Q1", "Votre offre ?", "Y"),
            question("2", "M", "Q2", "Vos canaux", "Y"),
            question("3", "1", "Q3", "Attente et vécu", "N"),
            question("4", ";", "Q4", "Tarifs", "N"),
            question("5", "R", "Q5", "Classez", "N"),
            question("6", "X", "Q6", "Merci", "N"),
            question("7", "L", "Q7", "Votre offre ?", "N"),
            question("8", "P", "Q8", "Motifs", "N"),
        ];
        let english = "qid=1, parent_qid=0, type=L, title=Q1, question=Your plan?, other=Y, question_order=1, language=en";
        let rows: Vec<&str> = questions.iter().map(String::as_str).chain([english]).collect();
        read(&[
            table("surveys", &["language=fr, additional_languages=en"]),
            table("questions", &rows),
            table(
                "subquestions",
                &[
                    "qid=21, parent_qid=2, title=SQ001, question=Mail, question_order=1, language=fr",
                    "qid=31, parent_qid=3, title=SQ001, question=Accueil, question_order=1, language=fr",
                    "qid=41, parent_qid=4, title=Y1, question=Hier, question_order=1, language=fr, scale_id=0",
                    "qid=42, parent_qid=4, title=X1, question=Prix, question_order=1, language=fr, scale_id=1",
                    "qid=81, parent_qid=8, title=SQ001, question=Prix, question_order=1, language=fr",
                ],
            ),
            table(
                "answers",
                &[
                    "qid=1, code=A1, answer=Essentiel, sortorder=1, language=fr, scale_id=0",
                    "qid=1, code=A1, answer=Basic, sortorder=1, language=en, scale_id=0",
                    "qid=3, code=H, answer=Haute, sortorder=1, language=fr, scale_id=0",
                    "qid=3, code=B, answer=Bonne, sortorder=1, language=fr, scale_id=1",
                    "qid=5, code=R1, answer=Prix, sortorder=1, language=fr, scale_id=0",
                    "qid=5, code=R2, answer=Délai, sortorder=2, language=fr, scale_id=0",
                ],
            ),
        ])
    }

    fn of(names: &[&str]) -> Vec<Option<Described>> {
        describe(&structure(), &names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>())
    }

    fn labels(described: Option<&Described>) -> Vec<(&str, &str)> {
        described.unwrap().answers.iter().map(|(code, label)| (code.as_str(), label.as_str())).collect()
    }

    #[test]
    fn codes_are_described() {
        let names = [
            "Q1",
            "Q1[other]",
            "Q2[SQ001]",
            "Q2_other",
            "Q3[SQ001][2]",
            "Q4[Y1_X1]",
            "Q5[2]",
            "Q8[SQ001comment]",
            "Q6",
            "Q9",
        ];
        let found = of(&names);
        let texts: Vec<Option<&str>> = found.iter().map(|d| d.as_ref().map(|d| d.text.as_str())).collect();
        let expected = [
            Some("Votre offre ?"),
            Some("Votre offre ? [Autre]"),
            Some("Vos canaux [Mail]"),
            Some("Vos canaux [Autre]"),
            Some("Attente et vécu [Accueil][Échelle 2]"),
            Some("Tarifs [Hier][Prix]"),
            Some("Classez [Rang 2]"),
            Some("Motifs [Prix][Commentaire]"),
            None,
            None,
        ];
        assert_eq!(texts, expected);
        assert!(found.iter().flatten().all(|d| d.name.is_none()));
        assert_eq!(labels(found[0].as_ref()), [("A1", "Essentiel"), ("-oth-", "Autre")]);
        assert_eq!(labels(found[2].as_ref()), [("Y", "Oui")]);
        assert_eq!(labels(found[4].as_ref()), [("B", "Bonne")]);
        assert_eq!(labels(found[6].as_ref()), [("R1", "Prix"), ("R2", "Délai")]);
        assert!(labels(found[1].as_ref()).is_empty());
    }

    #[test]
    fn texts_are_described_in_their_language_and_order() {
        let names = [
            "ID de la réponse",
            "Votre offre ?",
            "Votre offre ?  [Autre]",
            "Vos canaux [ Mail]",
            "Vos canaux [Autre]",
            "Attente et vécu [Accueil][Échelle 1]",
            "Classez [Rang 1]",
            "Classez [Rang 2]",
            "VOTRE OFFRE",
            "Météo",
        ];
        let found = of(&names);
        let codes: Vec<Option<&str>> =
            found.iter().map(|d| d.as_ref().and_then(|d| d.name.as_deref())).collect();
        let expected = [
            None,
            Some("Q1"),
            Some("Q1[other]"),
            Some("Q2[SQ001]"),
            Some("Q2[other]"),
            Some("Q3[SQ001][1]"),
            Some("Q5[1]"),
            Some("Q5[2]"),
            Some("Q7"),
            None,
        ];
        assert_eq!(codes, expected);
        let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        assert_eq!(share(&found, &names), 8.0 / 9.0);
        assert_eq!(share(&[], &[]), 0.0);
        let english = of(&["Your plan?"]);
        assert_eq!(labels(english[0].as_ref()), [("A1", "Basic"), ("-oth-", "Other")]);
    }
}
