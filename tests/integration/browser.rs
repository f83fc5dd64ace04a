//! The page of a report in a browser: nothing is asked of the network, everyone can read it, filters and search do what they
//! say by keyboard, narrow screens and paper hold it, data stays text. `tests/tools/page.mjs` looks.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outside;

/// Bytes of a page at most.
const LARGEST: u64 = 3_000_000;

/// The page that the command writes.
fn page(arguments: &[&str], folder: &Path) -> PathBuf {
    let mut command = Command::new(env!("CARGO_BIN_EXE_barometre"));
    command.args(arguments).arg("-o").arg(folder).arg("--quiet");
    outside::run(command);
    let page = folder.join("report.html");
    let bytes = std::fs::metadata(&page).unwrap().len();
    assert!(bytes < LARGEST, "{} is {bytes} bytes", page.display());
    page
}

fn look(pages: &[PathBuf]) {
    let Some(mut browser) = outside::browser("page.mjs") else { return };
    browser.args(pages);
    let said = outside::run(browser);
    assert_eq!(said.lines().count(), pages.len(), "{said}");
}

#[test]
fn pages_of_the_samples_can_be_read_by_everyone() {
    let dir = tempfile::tempdir().unwrap();
    let samples =
        [("telecom", "fr"), ("telecom", "en"), ("hr", "fr"), ("centre", "fr"), ("transcripts", "fr")];
    let pages: Vec<PathBuf> = samples
        .iter()
        .map(|(sample, lang)| {
            let folder = dir.path().join(format!("{sample}-{lang}"));
            page(&["demo", "--sample", sample, "--lang", lang], &folder)
        })
        .collect();
    look(&pages);
}

#[test]
fn what_data_holds_stays_text() {
    let endless = "y".repeat(5000);
    let regions =
        ["Sud", "=1+1", "<img src=x onerror=alert(3)>", endless.as_str(), "\u{202e}abc\u{202c}", "A\"'&amp;"];
    let low = [
        "<script>alert(1)</script> attente trop longue",
        "</style><b>attente</b> au téléphone",
        "=HYPERLINK(\"http://exemple.invalid\") attente",
        endless.as_str(),
        "\u{202e}attente renversée\u{202c} fin",
        "\"><img src=x onerror=alert(1)> attente",
    ];
    let high = ["conseiller aimable et rapide", "service rapide, très bien", "RAS", "<i>parfait</i> rapide"];
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = String::from(
        "vague,région <b>x</b>,Recommanderiez-vous </style><script>alert(2)</script> ? (0 à 10),Pourquoi cette note ?\n",
    );
    for i in 0..360_usize {
        let score = [0, 9, 3, 8, 5, 10, 2][i % 7];
        let text = if score < 7 { low[i % low.len()] } else { high[i % high.len()] };
        let region = quoted(regions[i / 3 % regions.len()]);
        writeln!(csv, "2025-T{},{region},{score},{}", 1 + i % 3, quoted(text)).unwrap();
    }
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("hostile <style>.csv");
    std::fs::write(&file, csv).unwrap();
    let page = page(&["report", &file.to_string_lossy()], &dir.path().join("rapport"));
    let text = std::fs::read_to_string(&page).unwrap();
    assert!(text.contains("&lt;script&gt;") && text.matches("<script").count() == 1);
    look(&[page]);
}
