//! Qualtrics: a row of names, one of question texts, one of `{"ImportId":"…"}`; before 2017, names `V1`… and a
//! row of texts.

use super::super::records::Role::{self, Identifier, Technical};
use super::{Export, Layout, cell, key, mark_date, markup, trim};
use crate::study::parse_date;

/// Columns of Qualtrics' own: what the third row calls them, what the first one does, and their use. The
/// texts of the second row follow the language of the account.
const COLUMNS: [(&str, &str, Option<Role>); 17] = [
    ("startDate", "StartDate", Some(Technical)),
    ("endDate", "EndDate", Some(Technical)),
    ("status", "Status", Some(Technical)),
    ("ipAddress", "IPAddress", Some(Identifier)),
    ("progress", "Progress", Some(Technical)),
    ("duration", "Duration (in seconds)", Some(Technical)),
    ("finished", "Finished", Some(Technical)),
    ("recordedDate", "RecordedDate", Some(Technical)),
    ("_recordId", "ResponseId", Some(Identifier)),
    ("recipientLastName", "RecipientLastName", Some(Identifier)),
    ("recipientFirstName", "RecipientFirstName", Some(Identifier)),
    ("recipientEmail", "RecipientEmail", Some(Identifier)),
    ("externalDataReference", "ExternalReference", Some(Identifier)),
    ("locationLatitude", "LocationLatitude", Some(Technical)),
    ("locationLongitude", "LocationLongitude", Some(Technical)),
    // Both may part the answers into segments.
    ("distributionChannel", "DistributionChannel", None),
    ("userLanguage", "UserLanguage", None),
];

/// The same before 2017, by the second row.
const LEGACY: [(&str, Option<Role>); 13] = [
    ("ResponseID", Some(Identifier)),
    ("ResponseSet", Some(Technical)),
    ("Name", Some(Identifier)),
    ("ExternalDataReference", Some(Identifier)),
    ("EmailAddress", Some(Identifier)),
    ("IPAddress", Some(Identifier)),
    ("Status", Some(Technical)),
    ("StartDate", Some(Technical)),
    ("EndDate", Some(Technical)),
    ("Finished", Some(Technical)),
    ("LocationLatitude", Some(Technical)),
    ("LocationLongitude", Some(Technical)),
    ("LocationAccuracy", Some(Technical)),
];

/// Ends of the import ids of timing and browser questions, which nobody answers.
const MEASURES: [&str; 8] = [
    "_FIRST_CLICK",
    "_LAST_CLICK",
    "_PAGE_SUBMIT",
    "_CLICK_COUNT",
    "_BROWSER",
    "_VERSION",
    "_OS",
    "_RESOLUTION",
];

/// The moment of the answer, best first.
const DATES: [&str; 3] = ["RecordedDate", "EndDate", "StartDate"];

/// Words of the statuses, folded, in English, French and German.
const STATUSES: [(&str, &str); 10] = [
    ("preview", "preview"),
    ("apercu", "preview"),
    ("previsualisation", "preview"),
    ("vorschau", "preview"),
    ("spam", "spam"),
    ("indesirable", "spam"),
    ("unerwunscht", "spam"),
    ("test", "test"),
    ("umfragetest", "test"),
    ("testantwort", "test"),
];

/// Names that no other tool gives.
const OWN: [&str; 6] = [
    "Duration (in seconds)",
    "RecordedDate",
    "ResponseId",
    "RecipientLastName",
    "DistributionChannel",
    "UserLanguage",
];

pub(super) fn recognise(rows: &[Vec<String>], at: usize) -> Option<Layout> {
    let names = rows.get(at)?;
    let ids = [at + 1, at + 2].into_iter().find(|row| is_import_row(rows, *row));
    let texts = if let Some(row) = ids {
        (row == at + 2).then_some(at + 1)
    } else {
        let has = |column: &&str| names.iter().any(|n| trim(n) == *column);
        let known = COLUMNS.iter().filter(|(_, name, _)| has(name)).count();
        if known < 4 || OWN.iter().filter(|own| has(own)).count() < 2 {
            return None;
        }
        is_text_row(rows, at).then_some(at + 1)
    };
    let data = ids.or(texts).unwrap_or(at) + 1;
    let mut layout = Layout::new(at, data, names.clone());
    layout.export = Some(Export::Qualtrics);
    let mut dates = [None; DATES.len()];
    for (i, name) in names.iter().map(|n| trim(n)).enumerate() {
        let id = ids.and_then(|row| import_id(cell(rows, row, i)));
        let own = COLUMNS.iter().find(|(import, own, _)| id.as_ref().map_or(name == *own, |id| id == import));
        layout.roles[i] = match own {
            Some((_, _, role)) => *role,
            None => measures(name, id.as_deref()).then_some(Technical),
        };
        let dated = own.and_then(|(_, own, _)| DATES.iter().position(|d| d == own));
        if let Some(rank) = dated {
            dates[rank] = Some(i);
        }
        layout.texts[i] = texts.and_then(|row| text(cell(rows, row, i), name));
    }
    mark_date(&mut layout, rows, dates.into_iter().flatten());
    Some(layout)
}

pub(super) fn recognise_legacy(rows: &[Vec<String>], at: usize) -> Option<Layout> {
    let names = rows.get(at)?;
    let own =
        |i: usize| LEGACY.iter().find(|(text, _)| is_number_name(names, i) && *text == cell(rows, at + 1, i));
    if (0..names.len()).filter(|i| own(*i).is_some()).count() < 3 {
        return None;
    }
    let mut layout = Layout::new(at, at + 2, names.clone());
    layout.export = Some(Export::QualtricsLegacy);
    let mut dates = [None; DATES.len()];
    for (i, name) in names.iter().enumerate() {
        let text = text(cell(rows, at + 1, i), trim(name));
        // `V8` says nothing; its text is the name that Qualtrics gave the column later.
        match own(i) {
            Some((own, _)) => (*own).clone_into(&mut layout.names[i]),
            None => layout.texts[i] = text,
        }
        let column = LEGACY.iter().find(|(own, _)| *own == layout.names[i].trim());
        layout.roles[i] = column.and_then(|(_, role)| *role);
        if let Some(rank) = DATES.iter().position(|d| *d == layout.names[i]) {
            dates[rank] = Some(i);
        }
    }
    mark_date(&mut layout, rows, dates.into_iter().flatten());
    Some(layout)
}

fn is_number_name(names: &[String], i: usize) -> bool {
    let number = names.get(i).and_then(|n| trim(n).strip_prefix('V'));
    number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_import_row(rows: &[Vec<String>], row: usize) -> bool {
    let Some(cells) = rows.get(row) else { return false };
    let ids = cells.iter().filter(|c| import_id(trim(c)).is_some()).count();
    ids > 0 && ids * 2 >= cells.len()
}

fn import_id(cell: &str) -> Option<String> {
    if !cell.starts_with('{') || !cell.contains("\"ImportId\"") {
        return None;
    }
    let object: serde_json::Value = serde_json::from_str(cell).ok()?;
    object.get("ImportId")?.as_str().map(str::to_owned)
}

/// Whether the row under the names holds their texts: what stands under a date is none.
fn is_text_row(rows: &[Vec<String>], at: usize) -> bool {
    let Some(names) = rows.get(at) else { return false };
    let dated = (0..names.len()).filter(|i| DATES.contains(&cell(rows, at, *i)));
    let mut under = dated.map(|i| cell(rows, at + 1, i)).filter(|c| !c.is_empty()).peekable();
    under.peek().is_some()
        && under.all(|c| parse_date(c).is_none() && !c.starts_with(|c: char| c.is_ascii_digit()))
}

fn measures(name: &str, id: Option<&str>) -> bool {
    let clicks = [" First Click", " Last Click", " Page Submit", " Click Count"];
    let spaced = name.replace('_', " ");
    let timed = clicks.iter().any(|end| spaced.ends_with(end));
    timed
        || name.starts_with("Q_")
        || id.is_some_and(|id| id.starts_with("QID") && MEASURES.iter().any(|end| id.ends_with(end)))
}

fn text(html: &str, name: &str) -> Option<String> {
    let text = markup::plain(html);
    (!text.is_empty() && text != name).then_some(text)
}

/// Rows that nobody answered for real, by the column `Status`: a sum of 1 preview, 2 test, 4 imported, 8 spam,
/// 16 offline and 32 employee in files of codes, words in the language of the account in files of texts.
pub(super) fn set_aside(names: &[String], cells: &[impl AsRef<str>]) -> Option<&'static str> {
    let column = names.iter().position(|n| trim(n) == "Status")?;
    let status = trim(cells.get(column)?.as_ref());
    if let Ok(code) = status.parse::<u32>() {
        let flag = |bit: u32| code < 64 && code & bit != 0;
        return [(1, "preview"), (2, "test"), (8, "spam")]
            .into_iter()
            .find(|(bit, _)| flag(*bit))
            .map(|(_, id)| id);
    }
    let status = key(status);
    let words: Vec<&str> = status.split(|c: char| !c.is_alphanumeric()).collect();
    let says = |word: &str| words.iter().any(|w| *w == word || (word.len() > 6 && w.contains(word)));
    STATUSES.iter().find(|(word, _)| says(word)).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests {
    use super::super::tests::table;
    use super::super::{layout, set_aside};
    use super::*;

    const NAMES: &str = "StartDate;EndDate;Status;IPAddress;Duration (in seconds);RecordedDate;ResponseId;UserLanguage;Q1;Q2_First Click";
    const TEXTS: &str = "Date de début;Date de fin;Type de réponse;Adresse IP;Durée;Date d'enregistrement;ID;Langue;<p>Votre <b>note</b>&nbsp|?</p>;Timing";
    const ROW: &str =
        "2025-03-12 08:15:00;2025-03-12 08:20:00;0;1.2.3.4;300;2025-03-12 08:20:01;R_1;FR;9;1.2";

    fn ids(ids: &[&str]) -> String {
        ids.iter()
            .map(|id| format!("{{\"ImportId\":\"{id}\",\"timeZone\":\"UTC\"}}"))
            .collect::<Vec<_>>()
            .join(";")
    }

    #[test]
    fn three_rows_describe_the_columns() {
        // An account may rename the fixed columns; the third row does not follow.
        let names = NAMES.replace("RecordedDate", "Enregistré");
        let ids = ids(&[
            "startDate",
            "endDate",
            "status",
            "ipAddress",
            "duration",
            "recordedDate",
            "_recordId",
            "userLanguage",
            "QID1",
            "QID2_FIRST_CLICK",
        ]);
        let found = layout(&table(&format!("{names}\n{TEXTS}\n{ids}\n{ROW}")), false);
        assert_eq!((found.header, found.data, found.export), (0, 3, Some(Export::Qualtrics)));
        assert_eq!(found.texts[8].as_deref(), Some("Votre note ?"));
        let roles = [
            Some(Technical),
            Some(Technical),
            Some(Technical),
            Some(Identifier),
            Some(Technical),
            Some(Role::Date),
            Some(Identifier),
            None,
            None,
            Some(Technical),
        ];
        assert_eq!(found.roles, roles);
    }

    #[test]
    fn rows_that_were_removed_are_not_missed() {
        let one = layout(&table(&format!("{NAMES}\n{ROW}\n{ROW}")), false);
        assert_eq!((one.data, one.export), (1, Some(Export::Qualtrics)));
        assert_eq!((one.texts[8].as_deref(), one.roles[5]), (None, Some(Role::Date)));
        let two = layout(&table(&format!("{NAMES}\n{TEXTS}\n{ROW}")), false);
        assert_eq!((two.data, two.texts[8].as_deref()), (2, Some("Votre note ?")));
        // Without RecordedDate, the end of the answer is its moment.
        let ended =
            layout(&table(&format!("{}\n{ROW}", NAMES.replace("RecordedDate", "RecipientLastName"))), false);
        assert_eq!((ended.roles[1], ended.roles[0]), (Some(Role::Date), Some(Technical)));
    }

    #[test]
    fn legacy_columns_take_the_name_that_their_text_is() {
        let rows = table(
            "\u{feff}V1;V7;V8;V9;Q1;Q2;LocationLatitude;
             ResponseID;Status;StartDate;EndDate;Votre note;Q2;LocationLatitude;
             R_1;0;2025-03-12 08:15:00;2025-03-12 08:20:00;5;bien;48.1;",
        );
        let found = layout(&rows, false);
        assert_eq!((found.data, found.export), (2, Some(Export::QualtricsLegacy)));
        assert_eq!(
            found.names,
            ["ResponseID", "Status", "StartDate", "EndDate", "Q1", "Q2", "LocationLatitude", ""]
        );
        assert_eq!((found.texts[4].as_deref(), found.texts[5].as_deref()), (Some("Votre note"), None));
        assert_eq!(
            (found.roles[3], found.roles[6], found.roles[7]),
            (Some(Role::Date), Some(Technical), None)
        );
    }

    #[test]
    fn previews_tests_and_spam_are_no_answers() {
        let names = ["ResponseId".to_owned(), "Status".to_owned()];
        let reason = |status: &str| set_aside(Export::Qualtrics, &names, &["R_1", status]);
        let kept = [
            "0",
            "4",
            "16",
            "32",
            "36",
            "48",
            "",
            "IP Address",
            "Adresse IP",
            "Imported",
            "Importiert",
            "99",
            "Hors ligne",
        ];
        for status in kept {
            assert_eq!(reason(status), None, "{status}");
        }
        for status in ["1", "9", "17", "Survey Preview", "Aperçu de l’enquête", "Umfragevorschau"] {
            assert_eq!(reason(status), Some("preview"), "{status}");
        }
        for status in ["2", "Survey Test", "Test de l'enquête", "Umfragetest"] {
            assert_eq!(reason(status), Some("test"), "{status}");
        }
        for status in ["8", "12", "40", "Spam", "Potentiellement indésirable"] {
            assert_eq!(reason(status), Some("spam"), "{status}");
        }
        assert_eq!(set_aside(Export::Qualtrics, &names, &["R_1"]), None);
        assert_eq!(set_aside(Export::LimeSurvey, &names, &["R_1", "1"]), None);
    }
}
