//! The browsers that can print a page without a window: Chrome, Chromium, Edge and their kin.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Environment variable that names a browser to use instead of those that are looked for.
pub(super) const VARIABLE: &str = "BAROMETRE_BROWSER";

/// Programs on the path, the plainest first.
const PROGRAMS: [&str; 9] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "brave-browser",
];
/// Places of Linux that a short path leaves out.
const LINUX: [&str; 4] = [
    "/snap/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
];
/// Applications of macOS, in `/Applications` or in that of the user.
const MACOS: [&str; 4] = [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Brave Browser.app/Contents/MacOS/Brave Browser",
];
/// Programs of Windows, in the folders that these variables name.
const WINDOWS: [&str; 4] = [
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
    "BraveSoftware/Brave-Browser/Application/brave.exe",
];
const WINDOWS_FOLDERS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

/// The browser to print with: the one that [`VARIABLE`] names, else the first that is installed.
///
/// # Errors
/// What [`VARIABLE`] names is not there; none otherwise.
pub(super) fn find() -> Result<PathBuf, Option<PathBuf>> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(named) = variable(VARIABLE).map(PathBuf::from) {
        // A bare name is one of the path, as in a shell.
        let on_path = || places(&variable, &[named.to_str()?]).into_iter().find(|path| path.is_file());
        let found = if named.is_file() { Some(named.clone()) } else { on_path() };
        return found.ok_or(Some(named));
    }
    candidates(&variable).into_iter().find(|path| path.is_file()).ok_or(None)
}

/// Every place where a browser may be, on whichever system: those of the others are not there.
fn candidates(variable: &dyn Fn(&str) -> Option<OsString>) -> Vec<PathBuf> {
    let mut out = places(variable, &PROGRAMS);
    out.extend(LINUX.map(PathBuf::from));
    let home = variable("HOME").map(|home| Path::new(&home).join("Applications"));
    for folder in [Some(PathBuf::from("/Applications")), home].into_iter().flatten() {
        out.extend(MACOS.map(|name| folder.join(name)));
    }
    for folder in WINDOWS_FOLDERS.iter().filter_map(|name| variable(name)) {
        out.extend(WINDOWS.map(|name| Path::new(&folder).join(name)));
    }
    out
}

/// Programs of those names in the folders of the path.
fn places(variable: &dyn Fn(&str) -> Option<OsString>, names: &[&str]) -> Vec<PathBuf> {
    let path = variable("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let file = |name: &str| format!("{name}{}", std::env::consts::EXE_SUFFIX);
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(file(name)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_looked_for_on_every_system() {
        let variable = |name: &str| {
            let value = match name {
                "PATH" => std::env::join_paths(["/a", "/b"]).unwrap(),
                "HOME" => "/home/me".into(),
                "ProgramFiles" => "P".into(),
                _ => return None,
            };
            Some(value)
        };
        let found = candidates(&variable);
        let at = |path: &str| found.iter().position(|other| other == Path::new(path));
        let first = format!("/a/chromium{}", std::env::consts::EXE_SUFFIX);
        assert_eq!(at(&first), Some(0));
        for path in [
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/home/me/Applications/Chromium.app/Contents/MacOS/Chromium",
            "P/Microsoft/Edge/Application/msedge.exe",
        ] {
            assert!(at(path).is_some(), "{path}");
        }
    }
}
