//! `barometre man`: manual pages, from the same definition as the help.

use std::path::{Path, PathBuf};

use barometre::error::Error;
use barometre::report::folder;
use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man;

use super::{Failure, print};

/// Manual pages for `man`: that of the program, or with -o one for each command.
///
/// `barometre man -o ~/.local/share/man/man1`, then `man barometre-report`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write the page of each command to; created when absent
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let mut pages = pages()?;
        match &self.output {
            None => print(&pages.swap_remove(0).1),
            Some(folder) => write(folder, &pages).map_err(Failure::from),
        }
    }
}

/// The page of the program and of every command under it: file name and text.
fn pages() -> Result<Vec<(String, String)>, Error> {
    // `help` says what the pages say.
    let mut command = super::Arguments::command().disable_help_subcommand(true);
    command.build();
    let mut out = Vec::new();
    add(command, &mut out).map_err(|cause| Error::Io { path: "man".into(), cause })?;
    Ok(out)
}

fn add(command: Command, out: &mut Vec<(String, String)>) -> std::io::Result<()> {
    let under: Vec<Command> = command.get_subcommands().filter(|c| !c.is_hide_set()).cloned().collect();
    let man = Man::new(command);
    let mut page = Vec::new();
    man.render(&mut page)?;
    out.push((man.get_filename(), String::from_utf8_lossy(&page).into_owned()));
    under.into_iter().try_for_each(|command| add(command, out))
}

fn write(folder: &Path, pages: &[(String, String)]) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(|cause| Error::Io { path: folder.to_path_buf(), cause })?;
    pages.iter().try_for_each(|(name, page)| folder::replace(&folder.join(name), page.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command with the words that call it: `barometre centre report`.
    fn commands(command: &Command, before: &str, out: &mut Vec<String>) {
        let name = format!("{before}{}", command.get_name());
        out.push(name.clone());
        command.get_subcommands().for_each(|under| commands(under, &format!("{name}-"), out));
    }

    #[test]
    fn every_command_has_its_page_and_stands_in_the_one_above() {
        let pages = pages().unwrap();
        let mut expected = Vec::new();
        commands(&super::super::Arguments::command(), "", &mut expected);
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.trim_end_matches(".1")).collect();
        assert_eq!(names, expected);
        assert!(names.len() > 20 && names.contains(&"barometre-centre-report"), "{names:?}");
        for name in &names[1..] {
            let (above, own) = name.rsplit_once('-').unwrap();
            let page = &pages.iter().find(|(file, _)| file == &format!("{above}.1")).unwrap().1;
            let listed = format!("{}\\-{own}(1)", above.replace('-', "\\-"));
            assert!(page.contains(&listed), "{listed} is not in {above}.1");
        }
        let report = &pages.iter().find(|(file, _)| file == "barometre-report.1").unwrap().1;
        assert!(report.contains("\\-\\-study") && report.contains("\\-\\-pdf"));
    }
}
