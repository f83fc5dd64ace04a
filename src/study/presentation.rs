//! The `[report]` section of study.toml and of centre.toml: how the report is to look.
//!
//! What is asked for is kept with its place, so that the one who reads the files and judges the colours can say where to
//! correct.

use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::Lang;
use crate::error::{line_and_column, toml_string};

/// `[report]`, as the file writes it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PresentationSection {
    title: Option<Spanned<String>>,
    subtitle: Option<Spanned<String>>,
    logo: Option<Spanned<String>>,
    #[serde(default)]
    colors: ColorsSection,
    sections: Option<Vec<Spanned<String>>>,
    template: Option<Spanned<String>>,
    slides: Option<Spanned<String>>,
}

/// The colours that a report takes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColorsSection {
    main: Option<Spanned<String>>,
}

/// Where something was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedAt {
    /// In study.toml or centre.toml.
    File {
        /// The file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Character of the line, from 1.
        column: usize,
    },
    /// By an option of the command line: `--logo`.
    Option(&'static str),
}

impl AskedAt {
    /// A file named there: beside the file that names it, or from the current folder.
    #[must_use]
    pub fn beside(&self, name: &str) -> PathBuf {
        match self {
            Self::File { file, .. } => Path::new(file).parent().unwrap_or(Path::new("")).join(name),
            Self::Option(_) => PathBuf::from(name),
        }
    }
}

/// A wish about the report, and where it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// As it was written.
    pub value: String,
    /// Where.
    pub at: AskedAt,
}

/// What was asked of the report's look; what is none is left as every report has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PresentationAsked {
    /// Title; that of the study otherwise.
    pub title: Option<Asked>,
    /// Line under the title.
    pub subtitle: Option<Asked>,
    /// A picture beside the file: PNG, JPEG or SVG.
    pub logo: Option<Asked>,
    /// Colour of headings, links and frames: `#12496b`.
    pub main_color: Option<Asked>,
    /// Ids of the sections to show, in their order; all of them in the usual order otherwise.
    pub sections: Option<Vec<Asked>>,
    /// A page of the user's own, in the language of minijinja.
    pub template: Option<Asked>,
    /// A deck of the user's own to put the slides in.
    pub slides: Option<Asked>,
}

impl PresentationAsked {
    /// The files that it names.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        let files = [&self.logo, &self.template, &self.slides].into_iter().flatten();
        files.map(|wish| wish.at.beside(&wish.value)).collect()
    }

    /// This, and where it asks for nothing, `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            subtitle: self.subtitle.or(other.subtitle),
            logo: self.logo.or(other.logo),
            main_color: self.main_color.or(other.main_color),
            sections: self.sections.or(other.sections),
            template: self.template.or(other.template),
            slides: self.slides.or(other.slides),
        }
    }
}

impl PresentationSection {
    /// The same with places that a person finds, in `file` which holds `text`.
    pub(crate) fn located(self, file: &str, text: &str) -> PresentationAsked {
        let at = |span: Range<usize>| {
            let (line, column) = line_and_column(text, span.start);
            AskedAt::File { file: file.to_owned(), line, column }
        };
        let one = |wish: Spanned<String>| {
            let at = at(wish.span());
            Asked { value: wish.into_inner(), at }
        };
        PresentationAsked {
            title: self.title.map(one),
            subtitle: self.subtitle.map(one),
            logo: self.logo.map(one),
            main_color: self.colors.main.map(one),
            sections: self
                .sections
                .filter(|ids| !ids.is_empty())
                .map(|ids| ids.into_iter().map(one).collect()),
            template: self.template.map(one),
            slides: self.slides.map(one),
        }
    }
}

/// The section as a file to correct has it, after an empty line: what was asked for, and in comments what could be.
pub(crate) fn to_toml(asked: &PresentationAsked, lang: Lang) -> String {
    let none = PresentationAsked::default();
    let mut out = format!(
        "\n{}[report]  # {}\n",
        if *asked == none { "# " } else { "" },
        pick!(lang, study::how_the_report_looks)
    );
    let text = |wish: &Option<Asked>| wish.as_ref().map(|wish| toml_string(&wish.value));
    let list = |ids: &Vec<Asked>| {
        let ids: Vec<String> = ids.iter().map(|id| toml_string(&id.value)).collect();
        format!("[{}]", ids.join(", "))
    };
    let color = text(&asked.main_color).map(|color| format!("{{ main = {color} }}"));
    let keys = [
        ("title", text(&asked.title), "\"…\"", text!(study::title_of_the_report)),
        ("subtitle", text(&asked.subtitle), "\"…\"", text!(study::subtitle_of_the_report)),
        ("logo", text(&asked.logo), "\"logo.png\"", text!(study::logo_of_the_report)),
        ("colors", color, "{ main = \"#12496b\" }", text!(study::colors_of_the_report)),
        (
            "sections",
            asked.sections.as_ref().map(list),
            "[\"findings\", \"scores\", \"waves\", \"method\"]",
            text!(study::sections_of_the_report),
        ),
        ("template", text(&asked.template), "\"modele.html.j2\"", text!(study::template_of_the_report)),
        ("slides", text(&asked.slides), "\"modele.pptx\"", text!(study::slides_of_the_report)),
    ];
    for (key, value, example, about) in keys {
        let line = match value {
            Some(value) => format!("{key} = {value}"),
            None => format!("# {key} = {example}  # {}", lang.typeset(about.said(lang).to_owned())),
        };
        out.push_str(&line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct File {
        report: Option<PresentationSection>,
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = "[report]\ntitle = \"Été « 1 »\"\nlogo = \"l.png\"\ncolors = { main = \"#123\" }\nsections = [\"scores\", \"method\"]\n";
        let read = |text: &str| {
            let file: File = toml::from_str(text).unwrap();
            file.report.unwrap_or_default().located("s.toml", text)
        };
        let asked = read(text);
        for lang in [Lang::Fr, Lang::En] {
            let again = read(&to_toml(&asked, lang));
            let values = |asked: &PresentationAsked| {
                let one = |wish: &Option<Asked>| wish.as_ref().map(|wish| wish.value.clone());
                let ids = asked.sections.iter().flatten().map(|id| id.value.clone()).collect::<Vec<_>>();
                (one(&asked.title), one(&asked.logo), one(&asked.main_color), ids)
            };
            assert_eq!(values(&again), values(&asked));
            // All of it is a comment where nothing was asked for, and each key stands with the # off.
            let none = to_toml(&PresentationAsked::default(), lang);
            assert!(none.lines().skip(1).all(|line| line.starts_with("# ")), "{none}");
            let taken = none.replace("\n# ", "\n");
            assert!(read(&taken).slides.is_some(), "{taken}");
        }
    }

    #[test]
    fn wishes_keep_their_places() {
        let text =
            "title = \"Été\"\nsections = [\"findings\",\n  \"méthode\"]\ncolors = { main = \"#123\" }\n";
        let section: PresentationSection = toml::from_str(text).unwrap();
        let asked = section.located("dossier/study.toml", text);
        let place = |asked: &Asked| match &asked.at {
            AskedAt::File { line, column, .. } => (*line, *column),
            AskedAt::Option(_) => (0, 0),
        };
        assert_eq!(asked.title.as_ref().map(place), Some((1, 9)));
        let sections = asked.sections.as_ref().unwrap();
        assert_eq!(sections.iter().map(place).collect::<Vec<_>>(), [(2, 13), (3, 3)]);
        assert_eq!(asked.main_color.as_ref().map(place), Some((4, 19)));
        assert_eq!(sections[0].at.beside("logo.png"), Path::new("dossier/logo.png"));
        assert_eq!(AskedAt::Option("--logo").beside("logo.png"), Path::new("logo.png"));
    }

    #[test]
    fn an_option_stands_before_the_file() {
        let option = |value: &str| Asked { value: value.to_owned(), at: AskedAt::Option("--title") };
        let line = PresentationAsked { title: Some(option("A")), ..PresentationAsked::default() };
        let file = PresentationAsked {
            title: Some(option("B")),
            subtitle: Some(option("C")),
            ..PresentationAsked::default()
        };
        let both = line.or(file);
        assert_eq!(both.title.unwrap().value, "A");
        assert_eq!(both.subtitle.unwrap().value, "C");
    }
}
