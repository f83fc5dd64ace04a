//! Programs that look at our outputs as people's programs do: Chromium, LibreOffice, Python's readers of Office files.
//! `tests/tools/install.sh` installs them; a test without its program says so and passes, unless `BAROMETRE_REQUIRE_TOOLS` is set.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Where `tests/tools/install.sh` puts what is not the system's.
fn tools() -> PathBuf {
    let home = || std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    std::env::var_os("BAROMETRE_TOOLS").map_or_else(|| home().join(".cache/barometre-tools"), PathBuf::from)
}

/// A program found at `path`, or said to be absent.
#[expect(clippy::print_stderr, reason = "a test says what it did not look at")]
fn found(what: &str, path: Option<PathBuf>) -> Option<Command> {
    match path.filter(|path| path.exists()) {
        Some(path) => Some(Command::new(path)),
        None if std::env::var_os("BAROMETRE_REQUIRE_TOOLS").is_some() => {
            panic!("{what} is absent: run tests/tools/install.sh")
        }
        None => {
            eprintln!("{what} is absent, nothing was looked at: tests/tools/install.sh installs it");
            None
        }
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.exists())
}

/// Python with openpyxl, python-pptx, pyarrow and Pillow, about to run `script` of `tests/tools`.
pub fn python(script: &str) -> Option<Command> {
    let mut python = found("Python with its readers", Some(tools().join("python/bin/python")))?;
    python.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools").join(script));
    Some(python)
}

/// Node with Playwright and axe-core, about to run `script` of `tests/tools` in Chromium, whose path is `CHROMIUM`.
pub fn browser(script: &str) -> Option<Command> {
    let chromium = on_path("chromium");
    found("Chromium", chromium.clone())?;
    let modules = tools().join("node_modules");
    found("Playwright", Some(modules.join("playwright-core")))?;
    let mut node = found("Node", on_path("node"))?;
    node.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools").join(script));
    // Modules are looked for from the script's own folder; it asks for them by this path.
    node.env("TOOLS", &modules).env("CHROMIUM", chromium.unwrap_or_default());
    Some(node)
}

/// `LibreOffice`, without a window, with a profile of its own under `folder`.
pub fn office(folder: &Path) -> Option<Command> {
    let mut office = found("LibreOffice", on_path("soffice"))?;
    office
        .arg("--headless")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    Some(office)
}

/// The path of a program of the system, which messages call `what`.
pub fn program(what: &str, name: &str) -> Option<PathBuf> {
    let path = on_path(name);
    found(what, path.clone())?;
    path
}

/// Runs a command to its end; its outputs are shown when it fails.
pub fn run(mut command: Command) -> String {
    let done = command.output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{command:?}\n{out}\n{err}");
    out.into_owned()
}
