//! Options of the look of a report, and what is said once it is written.

use std::path::{Path, PathBuf};

use barometre::report::{Options, Report, print_pdf, terminal};
use barometre::study::{Asked, AskedAt, PresentationAsked};
use clap::Args;

use super::{Failure, complain, print, report, shared};

const HEADING: &str = "Look of the report";

/// What a report in a folder is to look like; each stands before what `[report]` of study.toml or centre.toml says. What
/// is empty asks for nothing.
#[derive(Debug, Clone, Default, Args)]
#[group(conflicts_with = "format")]
pub struct Presenting {
    /// Title of the report; the study's otherwise
    #[arg(long, value_name = "TEXT", help_heading = HEADING)]
    title: Option<String>,
    /// Line under the title
    #[arg(long, value_name = "TEXT", help_heading = HEADING)]
    subtitle: Option<String>,
    /// Picture at the head of the page: PNG, JPEG or SVG of at most 500 kB
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    logo: Option<String>,
    /// Colour of headings, links and frames, which must read on white (WCAG AA); figures keep theirs, which
    /// colour-blind readers tell apart
    #[arg(long, value_name = "#RRGGBB", help_heading = HEADING)]
    color: Option<String>,
    /// Sections to show, in their order: findings,scores,waves,method…; all of them otherwise
    #[arg(long, value_name = "ID", value_delimiter = ',', help_heading = HEADING)]
    sections: Option<Vec<String>>,
    /// Page of your own that report.html is made of, a minijinja template; docs/modele.md says what it may use
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    template: Option<String>,
    /// Presentation (.pptx, .potx) whose looks report.pptx takes: its masters and layouts, without its slides
    #[arg(long, value_name = "FILE.pptx", help_heading = HEADING)]
    slides_template: Option<String>,
    /// Print the page as report.pdf too, by the Chrome, Chromium or Edge that is installed, or the one that
    /// `BAROMETRE_BROWSER` names
    #[arg(long, help_heading = HEADING)]
    pdf: bool,
}

impl Presenting {
    /// The options of a report that goes to a folder: it looks as asked, and names its files with their fingerprints.
    pub fn of_folder(&self, mut options: Options) -> Options {
        options.read.fingerprint = true;
        options.presentation = self.asked().or(options.presentation);
        options
    }

    fn asked(&self) -> PresentationAsked {
        let one = |value: &Option<String>, option| {
            let filled = value.clone().filter(|value| !value.trim().is_empty());
            filled.map(|value| Asked { value, at: AskedAt::Option(option) })
        };
        let at = AskedAt::Option("--sections");
        let section = |id: &String| Asked { value: id.trim().to_owned(), at: at.clone() };
        PresentationAsked {
            title: one(&self.title, "--title"),
            subtitle: one(&self.subtitle, "--subtitle"),
            logo: one(&self.logo, "--logo"),
            main_color: one(&self.color, "--color"),
            sections: self.sections.as_ref().map(|ids| ids.iter().map(section).collect()),
            template: one(&self.template, "--template"),
            slides: one(&self.slides_template, "--slides-template"),
        }
    }

    /// Prints the summary of a report that is written and where it is, then the PDF, then checks targets.
    pub fn finish(
        &self,
        report: &Report,
        written: &[PathBuf],
        folder: &Path,
        shared: &shared::Shared,
    ) -> Result<(), Failure> {
        let lang = report.study.language;
        print(&terminal::terminal(report))?;
        if let Some(page) = written.first().filter(|_| !shared.quiet) {
            complain(lang.pick("Rapport\u{a0}: ", "Report: "), &page.display().to_string());
        }
        self.print(folder, report, shared)?;
        report::check(report, shared)
    }

    /// Prints the page of a folder as PDF, where it was asked for.
    pub fn print(&self, folder: &Path, report: &Report, shared: &shared::Shared) -> Result<(), Failure> {
        if self.pdf {
            let printed = print_pdf(folder)?;
            if !shared.quiet {
                complain(report.study.language.pick("PDF\u{a0}: ", "PDF: "), &printed.display().to_string());
            }
        }
        Ok(())
    }
}
