//! The page of a report as a PDF, printed by a browser that the user has.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{browser, folder};
use crate::Lang;
use crate::error::{Error, Result};

/// Name of the PDF in a folder.
const FILE: &str = "report.pdf";
const PAGE: &str = "report.html";
/// A browser that is not done by then hangs.
const LIMIT: Duration = Duration::from_mins(2);
/// How often it is asked whether it is done.
const STEP: Duration = Duration::from_millis(20);
/// The date that documents carry, as the files in an archive: the same report gives the same bytes.
const DATE: &[u8; 14] = b"19800101000000";
/// Keys of the dates in a PDF (ISO 32000-1, 14.3.3).
const DATES: [&[u8]; 2] = [b"/CreationDate (D:", b"/ModDate (D:"];
/// Characters of what a browser says, at most.
const SAID: usize = 300;

/// Why a page was not printed. Everything else of the report is written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PdfError {
    /// No browser that prints.
    NoBrowser {
        /// The page that is written.
        page: PathBuf,
        /// The browser that the user named, which is not there.
        named: Option<PathBuf>,
    },
    /// The browser gave up.
    Failed {
        /// The page that is written.
        page: PathBuf,
        /// The browser.
        browser: PathBuf,
        /// What it said.
        cause: String,
    },
    /// The browser did not come to an end.
    Slow {
        /// The page that is written.
        page: PathBuf,
        /// The browser.
        browser: PathBuf,
        /// Seconds that were waited.
        seconds: u64,
    },
}

/// Prints the `report.html` of a folder as `report.pdf` and gives its path.
///
/// This starts a program of the user's: Chrome, Chromium or Edge, looked for on the path and where each system installs
/// them, or the one that the environment variable `BAROMETRE_BROWSER` names. It runs without a window, without network
/// (every connection is sent to a closed port) and on a profile of its own that is removed; it is stopped after two minutes.
/// Nothing else in the library starts a program. The dates in the document are fixed: the same page printed by the same
/// browser gives the same bytes.
///
/// # Errors
/// [`Error::Pdf`] where there is no browser, or it does not print; the folder cannot be written.
pub fn print_pdf(folder: &Path) -> Result<PathBuf> {
    let folder = std::path::absolute(folder).map_err(|cause| Error::io(folder, cause))?;
    let page = folder.join(PAGE);
    let browser =
        browser::find().map_err(|named| Error::Pdf(PdfError::NoBrowser { page: page.clone(), named }))?;
    let mut temporary = tempfile::Builder::new();
    temporary.prefix("barometre-");
    let profile = temporary.tempdir().map_err(|cause| Error::io(std::env::temp_dir(), cause))?;
    // Browsers that come as snaps have a folder of temporary files of their own: what they print must lie elsewhere.
    let beside = temporary.tempdir_in(&folder).map_err(|cause| Error::io(&folder, cause))?;
    let printed = beside.path().join(FILE);
    run(&browser, &page, profile.path(), &printed).map_err(Error::Pdf)?;
    let mut bytes = fs::read(&printed).map_err(|cause| Error::io(&printed, cause))?;
    fix_dates(&mut bytes);
    folder::replace_own(&folder, FILE, &bytes)
}

/// Lets the browser print `page` into `printed`, its profile and what it says being under `own`.
fn run(browser: &Path, page: &Path, own: &Path, printed: &Path) -> Result<(), PdfError> {
    let failed =
        |cause: String| PdfError::Failed { page: page.to_path_buf(), browser: browser.to_path_buf(), cause };
    let io = |cause: std::io::Error| failed(cause.to_string());
    let said = own.join("said");
    let mut command = Command::new(browser);
    command
        .args([
            "--headless",
            "--disable-gpu",
            "--disable-extensions",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--no-default-browser-check",
            "--no-pdf-header-footer",
            "--hide-scrollbars",
            // The page holds all it shows: whatever asks for more meets a closed port.
            "--proxy-server=http://127.0.0.1:9",
            "--proxy-bypass-list=<-loopback>",
        ])
        .arg(option("--user-data-dir=", &own.join("profile")))
        .arg(option("--print-to-pdf=", printed))
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&said).map_err(io)?);
    if runs_as_root(own) {
        // Chromium refuses to start as root with its sandbox, as in a container.
        command.arg("--no-sandbox");
    }
    let child = command.spawn().map_err(io)?;
    let done = wait(child, LIMIT).map_err(io)?;
    let Some(success) = done else {
        return Err(PdfError::Slow {
            page: page.to_path_buf(),
            browser: browser.to_path_buf(),
            seconds: LIMIT.as_secs(),
        });
    };
    let is_pdf = || fs::read(printed).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"));
    if success && is_pdf() {
        return Ok(());
    }
    let text = fs::read(&said).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let last = text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or("–");
    Err(failed(last.chars().take(SAID).collect()))
}

/// An option whose value is a path, whatever bytes that has.
fn option(name: &str, path: &Path) -> std::ffi::OsString {
    let mut out = std::ffi::OsString::from(name);
    out.push(path);
    out
}

/// Whether a program that ended succeeded; none for one that was stopped at the limit.
fn wait(mut child: Child, limit: Duration) -> std::io::Result<Option<bool>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(STEP);
    }
}

/// Whether what this process writes is root's.
#[cfg(unix)]
fn runs_as_root(own: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(own).is_ok_and(|meta| meta.uid() == 0)
}

#[cfg(not(unix))]
fn runs_as_root(_: &Path) -> bool {
    false
}

/// Writes one date over those of the document, digit for digit, so that nothing moves.
fn fix_dates(pdf: &mut [u8]) {
    for key in DATES {
        let mut from = 0;
        while let Some(at) = pdf[from..].windows(key.len()).position(|window| window == key) {
            let start = from + at + key.len();
            let end = start + DATE.len();
            if let Some(digits) = pdf.get_mut(start..end).filter(|d| d.iter().all(u8::is_ascii_digit)) {
                digits.copy_from_slice(DATE);
            }
            from = start;
        }
    }
}

impl PdfError {
    /// What is written, what is not, and how to have it.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let (Self::NoBrowser { page, .. } | Self::Failed { page, .. } | Self::Slow { page, .. }) = self;
        let page = page.display();
        let by_hand = pick!(lang, look::the_rest_of_the_report_is_written_prints(page));
        let variable = browser::VARIABLE;
        let why = match self {
            Self::NoBrowser { named: None, .. } => {
                pick!(lang, look::is_not_written_no_chrome_chromium_or_edge(FILE, variable))
            }
            Self::NoBrowser { named: Some(named), .. } => {
                let named = named.display();
                pick!(lang, look::is_not_written_names_which_does_not_exist(FILE, variable, named))
            }
            Self::Failed { browser, cause, .. } => {
                let browser = browser.display();
                pick!(lang, look::is_not_written_did_not_print_the_page(FILE, browser, cause))
            }
            Self::Slow { browser, seconds, .. } => {
                let browser = browser.display();
                pick!(lang, look::is_not_written_was_not_done_after_seconds(FILE, browser, seconds))
            }
        };
        format!("{why} {by_hand}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_fixed_where_they_stand() {
        let mut pdf =
            b"%PDF-1.4 /CreationDate (D:20261130061909+00'00')\n/ModDate (D:20261130061909+00'00')>> \
                        /CreationDate (D:20)"
                .to_vec();
        let length = pdf.len();
        fix_dates(&mut pdf);
        let text = String::from_utf8(pdf).unwrap();
        assert_eq!(text.matches("(D:19800101000000+00'00')").count(), 2);
        assert!(text.ends_with("(D:20)") && text.len() == length);
    }

    #[test]
    fn what_is_missing_is_said_with_what_to_do() {
        let page = PathBuf::from("rapport/report.html");
        let none = PdfError::NoBrowser { page: page.clone(), named: None }.words(Lang::En);
        assert!(none.contains("Install one of them") && none.contains("rapport/report.html prints to PDF"));
        let named = PdfError::NoBrowser { page, named: Some("x".into()) }.words(Lang::Fr);
        assert!(named.contains("BAROMETRE_BROWSER nomme x, qui n’existe pas"), "{named}");
    }

    #[cfg(unix)]
    #[test]
    fn a_browser_that_hangs_or_fails_is_told() {
        let program = |line: &str| Command::new("sh").args(["-c", line]).spawn().unwrap();
        assert_eq!(wait(program("exit 0"), LIMIT).unwrap(), Some(true));
        assert_eq!(wait(program("exit 3"), LIMIT).unwrap(), Some(false));
        assert_eq!(wait(program("sleep 60"), Duration::ZERO).unwrap(), None);
    }
}
