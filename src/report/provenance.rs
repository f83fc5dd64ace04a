//! Which files the figures come from, and how to verify it.

use super::document::{Block, Column, Row, Table};
use super::words::Words;
use crate::centre::catalogue::table_title;
use crate::read::InputFile;
use crate::report::Report;

/// Digits of a fingerprint shown on a page: nobody compares more by eye, and 48 bits tell any two files of a study apart.
const SHOWN: usize = 12;

/// The files with the first digits of their fingerprints; nothing where none was taken.
pub(super) fn blocks(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let files = files(words, report);
    if files.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(pick!(words, report::file)),
        Column::text(pick!(words, report::what_it_holds)),
        Column::text(pick!(words, report::fingerprint_sha_256)),
    ];
    let row = |(file, what): (InputFile, &str)| {
        let short = format!("{}…", &file.sha256[..SHOWN.min(file.sha256.len())]);
        Row { cells: vec![file.name.into(), what.to_owned().into(), short.into()], total: false }
    };
    let caption = pick!(words, report::files_read).to_owned();
    vec![
        Block::Heading { text: pick!(words, report::where_these_figures_come_from).to_owned() },
        Block::Text { text: verifying(words, report) },
        Block::Table(Table::new(words, caption, columns, files.into_iter().map(row).collect())),
    ]
}

/// How to verify that the figures come from these files.
pub(super) fn verifying(words: &Words<'_>, report: &Report) -> String {
    let version = format!("{} {}", report.generator.name, report.generator.version);
    say!(words, report::report_made_by_from_the_files_below_the(version))
}

/// Every file whose fingerprint was taken, and what it is: data first, then what says how to read them.
pub(super) fn files<'w>(words: &Words<'w>, report: &Report) -> Vec<(InputFile, &'w str)> {
    let mut out = Vec::new();
    let mut add = |name: &str, sha256: &str, what| {
        out.push((InputFile { name: name.to_owned(), sha256: sha256.to_owned() }, what));
    };
    if let Some(centre) = &report.centre {
        for table in &centre.tables {
            for (name, sha256) in table.files.iter().zip(&table.sha256) {
                add(name, sha256, table_title(table.kind, words.lang));
            }
        }
    } else {
        for file in &report.study.files {
            let what = pick!(words, report::answers_in_provenance);
            if let Some(sha256) = &file.sha256 {
                add(&file.name, sha256, what);
            }
        }
    }
    if let Some(calls) = &report.transcripts {
        for file in &calls.source.files {
            add(&file.name, &file.sha256, pick!(words, report::transcript));
        }
        for file in &calls.source.tables {
            let what = if calls.source.table.as_ref() == Some(&file.name) {
                pick!(words, report::table_of_the_calls)
            } else if calls.grid.file.as_ref() == Some(&file.name) {
                pick!(words, report::grid_of_listening)
            } else {
                pick!(words, report::evaluations_and_their_plan)
            };
            add(&file.name, &file.sha256, what);
        }
    }
    let declared = report.centre.iter().filter_map(|centre| centre.config.as_ref());
    for file in declared.chain(&report.study.study_file).chain(&report.study.settings) {
        add(&file.name, &file.sha256, pick!(words, report::settings_of_the_study));
    }
    if let Some(template) = &report.presentation.template {
        add(&template.name, &template.sha256, pick!(words, report::template_of_the_page));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::report::sample;

    fn rows(report: &Report) -> Vec<Vec<String>> {
        let blocks = blocks(&Words::new(report), report);
        let tables = blocks.into_iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.rows),
            _ => None,
        });
        let cells = |row: Row| row.cells.into_iter().map(|cell| cell.text).collect();
        tables.flatten().map(cells).collect()
    }

    #[test]
    fn every_file_shows_the_head_of_its_fingerprint() {
        let mut report = sample::full(Lang::Fr);
        report.study.study_file =
            Some(InputFile { name: "study.toml".into(), sha256: "ab12cd34ef56789".into() });
        assert_eq!(
            rows(&report),
            [
                ["barometre_2025.csv", "réponses", "0f3a0f3a0f3a…"],
                ["study.toml", "réglages de l’étude", "ab12cd34ef56…"]
            ]
        );
        let centre = rows(&sample::centre(Lang::En));
        assert_eq!(centre[0][2], "7a7a7a7a7a7a…");
        assert_eq!(centre[1], ["centre.toml", "settings of the study", "c0c0c0c0c0c0…"]);
    }

    #[test]
    fn without_a_fingerprint_nothing_is_said() {
        assert!(rows(&sample::empty(Lang::Fr)).is_empty());
        assert!(blocks(&Words::new(&sample::empty(Lang::En)), &sample::empty(Lang::En)).is_empty());
    }
}
