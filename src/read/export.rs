//! The header of a table: titles above it, rows that describe the columns, the tool that wrote them.

mod blocks;
mod forms;
mod groups;
mod header;
mod limesurvey;
mod looks;
pub(super) mod markup;
mod qualtrics;
mod surveymonkey;

use schemars::JsonSchema;
use serde::Serialize;

use super::records::Role;
use crate::Lang;
use crate::study::{fold, parse_date};

pub use blocks::{Block, blocks};
pub(super) use limesurvey::is_own as is_limesurvey_own;

/// Rows looked at under the first one before the search for a header is given up.
const REACH: usize = 20;
/// Characters of a cell that are compared; no column of a tool has a longer name.
const COMPARED: usize = 120;

/// A survey tool whose exports are recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Export {
    /// Qualtrics, three header rows.
    Qualtrics,
    /// Qualtrics before 2017, two header rows.
    QualtricsLegacy,
    /// `LimeSurvey`.
    #[serde(rename = "limesurvey")]
    LimeSurvey,
    /// SurveyMonkey, two header rows.
    SurveyMonkey,
    /// Google Forms.
    GoogleForms,
    /// Microsoft Forms.
    MicrosoftForms,
    /// SPSS.
    Spss,
    /// Stata.
    Stata,
}

impl Export {
    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Qualtrics => "Qualtrics",
            Self::QualtricsLegacy => pick!(lang, errors::qualtrics_legacy_format),
            Self::LimeSurvey => "LimeSurvey",
            Self::SurveyMonkey => "SurveyMonkey",
            Self::GoogleForms => "Google Forms",
            Self::MicrosoftForms => "Microsoft Forms",
            Self::Spss => "SPSS",
            Self::Stata => "Stata",
        }
    }
}

/// Where the header and the answers of a table begin, and what its columns are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// Index of the row that names the columns; the first one of a header of several rows.
    pub(super) header: usize,
    /// Index of the first row of answers.
    pub(super) data: usize,
    /// Name of each column, as written or put together from the rows of the header.
    pub(super) names: Vec<String>,
    /// Text of the question of each column, where it is not the name itself.
    pub(super) texts: Vec<Option<String>>,
    /// What the tool uses each column for.
    pub(super) roles: Vec<Option<Role>>,
    /// The tool.
    pub(super) export: Option<Export>,
    /// What stands above the header.
    pub(super) titles: Vec<String>,
    /// What separates the answers of one cell when several could be chosen.
    pub(super) separator: Option<&'static str>,
    /// Every cell of the header looks like an answer of the rows under it: the file may have no header.
    pub(super) headless: bool,
}

impl Layout {
    /// A header of one row, that of no tool.
    fn single(rows: &[Vec<String>], header: usize) -> Self {
        Self::new(header, header + 1, rows.get(header).cloned().unwrap_or_default())
    }

    fn new(header: usize, data: usize, names: Vec<String>) -> Self {
        let n = names.len();
        Self {
            header,
            data,
            names,
            texts: vec![None; n],
            roles: vec![None; n],
            export: None,
            titles: Vec::new(),
            separator: None,
            headless: false,
        }
    }
}

/// Reads the first rows of a table. `plain`: the first row that is not blank is the header, the next ones are
/// answers.
pub(super) fn layout(rows: &[Vec<String>], plain: bool) -> Layout {
    let first = rows.iter().position(|row| filled(row) > 0).unwrap_or(0);
    if plain {
        return Layout::single(rows, first);
    }
    let tools = [
        qualtrics::recognise,
        qualtrics::recognise_legacy,
        surveymonkey::recognise,
        limesurvey::recognise,
        forms::google,
        forms::microsoft,
    ];
    // Titles are narrow: under a row as wide as the answers is no header.
    let widest = rows.iter().map(|row| filled(row)).max().unwrap_or(0);
    let narrow = rows.iter().skip(first).take_while(|row| filled(row) * 2 <= widest).count();
    let reach = (first..rows.len()).take(REACH.min(narrow + 1));
    let found = reach.flat_map(|at| tools.map(|tool| (tool, at))).find_map(|(tool, at)| tool(rows, at));
    match found {
        Some(found) => Layout { titles: titles(&rows[first..found.header]), ..found },
        None => header::find(rows, first),
    }
}

/// Why a row of answers of `export` is none, by its `cells` under `names`: `preview`, `test` or `spam`.
pub(super) fn set_aside(export: Export, names: &[String], cells: &[impl AsRef<str>]) -> Option<&'static str> {
    match export {
        Export::Qualtrics | Export::QualtricsLegacy => qualtrics::set_aside(names, cells),
        _ => None,
    }
}

/// The cell of a row, trimmed; empty where the row ends before it.
fn cell(rows: &[Vec<String>], row: usize, column: usize) -> &str {
    rows.get(row).and_then(|r| r.get(column)).map_or("", |c| trim(c))
}

fn trim(cell: &str) -> &str {
    cell.trim_start_matches('\u{feff}').trim()
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|c| !trim(c).is_empty()).count()
}

/// A cell as it is compared, by its beginning: without case, accents or underscores for spaces.
fn key(cell: &str) -> String {
    fold(&trim(cell).chars().take(COMPARED).map(|c| if c == '_' { ' ' } else { c }).collect::<String>())
}

/// Rows above a header as lines of text, blank ones left out.
fn titles(rows: &[Vec<String>]) -> Vec<String> {
    let line = |row: &Vec<String>| {
        row.iter().map(|c| trim(c)).filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(line).filter(|line| !line.is_empty()).collect()
}

/// Cells that are dates under a header, in one column; stamps that a tool sets for want of a date are none.
fn dates(rows: &[Vec<String>], data: usize, column: usize) -> usize {
    let is_date = |c: &&str| parse_date(c).is_some() && !c.starts_with("1980-01-01");
    (data..rows.len()).map(|row| cell(rows, row, column)).filter(is_date).count()
}

/// Makes the moment of the answer of the column that dates the most answers; of several, the first one.
fn mark_date(layout: &mut Layout, rows: &[Vec<String>], columns: impl IntoIterator<Item = usize>) {
    let mut best: Option<(usize, usize)> = None;
    for column in columns {
        let n = dates(rows, layout.data, column);
        let undated = (layout.data..rows.len()).all(|row| cell(rows, row, column).is_empty());
        if (n > 0 || undated) && best.is_none_or(|(_, most)| n > most) {
            best = Some((column, n));
        }
    }
    if let Some(role) = best.and_then(|(column, _)| layout.roles.get_mut(column)) {
        *role = Some(Role::Date);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines into rows, semicolons between cells; `|` stands for a semicolon in a cell.
    pub(super) fn table(text: &str) -> Vec<Vec<String>> {
        let cells = |line: &str| line.split(';').map(|c| c.replace('|', ";")).collect();
        text.lines().map(|line| cells(line.trim_start())).collect()
    }

    #[test]
    fn no_tool_is_seen_in_a_table_of_nobody() {
        for text in [
            "id;date;nom;note\n1;12/03/2025;Léa;5\n2;13/03/2025;Ali;4",
            "id;startdate;note\n1;2025-03-12;5\n2;2025-03-13;4",
            "ID;Heure de début;note;avis\n1;08:15;5;bien\n2;09:10;4;moyen",
            "Timestamp;user_id;value\n2025-03-12 08:15:00;7;3.5\n2025-03-12 08:16:00;8;3.6",
            "Horodateur;note\n12/03/2025 08:15:00;5\n12/03/2025 08:16:00;4",
            "Respondent ID;Start Date;Note\n1;12/03/2025;5\n2;13/03/2025;4",
            "Response ID;Date Submitted;Note\n1;12/03/2025;5\n2;13/03/2025;4",
            "StartDate;EndDate;Status;Progress;Note\n12/03/2025;12/03/2025;0;100;5\n13/03/2025;13/03/2025;1;50;4",
            "V1;V2;V3\nNom;Prénom;Note\nLéa;Roy;5",
            "id;Canaux [mail];Canaux [appel]\n1;oui;non\n2;non;oui",
        ] {
            let found = layout(&table(text), false);
            assert_eq!((found.header, found.data, found.export), (0, 1, None), "{text}");
            assert!(found.roles.iter().all(Option::is_none) && !found.headless, "{text}");
        }
    }

    #[test]
    fn plain_takes_the_first_row_that_is_not_blank() {
        let rows = table(";;\nEnquête 2025;;\nnote;avis;région\n5;bien;Nord\n4;mal;Sud");
        let found = layout(&rows, true);
        assert_eq!((found.header, found.data, found.names[0].as_str()), (1, 2, "Enquête 2025"));
        let google = table("Horodateur;Adresse e-mail\n12/03/2025 08:15:00;a@b.fr");
        assert_eq!(layout(&google, true).export, None);
    }

    #[test]
    fn titles_above_the_header_of_a_tool_are_skipped() {
        let rows = table(
            "Enquête ;2025\n\nID;Heure de début;Heure de fin;Note\n1;12/03/2025 08:15;12/03/2025 08:20;5",
        );
        let found = layout(&rows, false);
        assert_eq!((found.header, found.data, found.export), (2, 3, Some(Export::MicrosoftForms)));
        assert_eq!(found.titles, ["Enquête 2025"]);
    }

    #[test]
    fn nothing_is_a_table_too() {
        for rows in [table(""), vec![], table(";;;\n;"), vec![vec![]]] {
            let found = layout(&rows, false);
            assert_eq!((found.header, found.data, found.headless), (0, 1, false));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_table_has_one_layout(
            rows in proptest::collection::vec(proptest::collection::vec(
                "|5|8:15|2025-03-12|Oui|Note [a]|V1|ResponseID|Status|\\{\"ImportId\":\"x\"\\}|Respondent ID|Collector ID|id|lastpage",
                0..6,
            ), 0..8),
            plain: bool,
        ) {
            let found = layout(&rows, plain);
            proptest::prop_assert!(found.header < found.data);
            proptest::prop_assert!(found.data <= rows.len().max(1));
            let n = found.names.len();
            proptest::prop_assert_eq!((found.texts.len(), found.roles.len()), (n, n));
            proptest::prop_assert!(found.titles.len() <= found.header);
        }
    }
}
