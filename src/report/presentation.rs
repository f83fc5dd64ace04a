//! How a report looks, as it was asked for: files read, colours judged, ids of sections known.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use schemars::JsonSchema;
use serde::Serialize;

use super::contrast::{Rgb, TEXT, brightened, darkened, hex, mix, parse, ratio};
use super::presentation_error::{PresentationError, PresentationFault};
use super::svg::{self, Drawing};
use super::{Report, slides, template};
use crate::error::{Error, Result};
use crate::read::InputFile;
use crate::study::{Asked, PresentationAsked};

/// Bytes of a logo at most: it travels in every page.
const LOGO_BYTES: u64 = 500_000;
/// Bytes of a template at most.
const TEMPLATE_BYTES: u64 = 2_000_000;
/// Bytes of a deck at most.
const SLIDES_BYTES: u64 = 50_000_000;

/// Backgrounds that headings and links stand on, as `style.css` has them: cards and page, light and dark.
const LIGHT: [Rgb; 2] = [(0xff, 0xff, 0xff), (0xf5, 0xf6, 0xf8)];
const DARK: [Rgb; 2] = [(0x1a, 0x20, 0x29), (0x12, 0x16, 0x1c)];
/// Share of the main colour in the background of what is set apart.
const TINT: f64 = 0.08;
const DARK_TINT: f64 = 0.12;

/// Ids of the sections that a report may have, in the order in which they come: of surveys, centres and calls.
pub const SECTIONS: &[&str] = &[
    "findings",
    "indicators",
    "glance",
    "listening",
    "evaluations",
    "scores",
    "periods",
    "days",
    "week",
    "durations",
    "queues",
    "reasons",
    "agents",
    "script",
    "to-listen",
    "rising",
    "words",
    "call-themes",
    "call-keywords",
    "calls",
    "satisfaction",
    "staffing",
    "absence",
    "all-indicators",
    "data",
    "participation",
    "waves",
    "segments",
    "tables",
    "comparisons",
    "drivers",
    "priorities",
    "themes",
    "keyness",
    "keywords",
    "quotes",
    "method",
];

/// How a report looks where it was asked to look otherwise than every report does. The title that was asked for is that
/// of the study.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Presentation {
    /// Line under the title.
    pub subtitle: Option<String>,
    /// Picture at the head of the page.
    pub logo: Option<Attached>,
    /// Colours of headings, links and frames.
    pub colors: Option<Colors>,
    /// Ids of the sections shown, in their order; all of them otherwise.
    pub sections: Option<Vec<String>>,
    /// The page of the user's own that `report.html` is made of.
    pub template: Option<Attached>,
    /// The deck of the user's own that slides are put in.
    pub slides: Option<Attached>,
}

/// A file that the user gave for the look of the report.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Attached {
    /// File name, without its folder.
    pub name: String,
    /// Media type: `image/png`.
    pub media_type: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Its bytes; not in `report.json`.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// Where it was found; not in `report.json`.
    #[serde(skip)]
    pub path: PathBuf,
}

impl Attached {
    /// The file as a `data:` address, for a page that holds all it shows.
    #[must_use]
    pub fn data_uri(&self) -> String {
        format!("data:{};base64,{}", self.media_type, STANDARD.encode(&self.bytes))
    }
}

/// The main colour, and its shade on a dark page; each reads at 4.5 to 1 or more on the backgrounds of its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Colors {
    /// As asked for: `#12496b`.
    pub main: String,
    /// The same, brightened until it can be read on a dark page.
    pub main_dark: String,
}

impl Presentation {
    /// Where a section comes among those asked for; none for one that is not shown, 0 for all where none was asked for, so
    /// that they keep their order.
    pub(super) fn rank(&self, section: &str) -> Option<usize> {
        match &self.sections {
            None => Some(0),
            Some(ids) => ids.iter().position(|id| id == section),
        }
    }

    /// Style sheet of the colours, after that of every page; empty where none was asked for.
    pub(super) fn style(&self) -> String {
        let Some(Colors { main, main_dark }) = &self.colors else { return String::new() };
        let tint =
            |color: &str, ground: Rgb, share: f64| hex(mix(ground, parse(color).unwrap_or(ground), share));
        let light = format!(":root {{ --strong: {main}; --tint: {}; }}", tint(main, LIGHT[0], TINT));
        let dark =
            format!(":root {{ --strong: {main_dark}; --tint: {}; }}", tint(main_dark, DARK[0], DARK_TINT));
        format!("{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n@media print {{ {light} }}\n")
    }
}

/// Makes a report look as asked: its title and its presentation.
pub(super) fn present(report: &mut Report, asked: &PresentationAsked, presentation: Presentation) {
    if let Some(title) = &asked.title {
        report.study.title = Some(title.value.clone());
    }
    report.presentation = presentation;
}

/// Reads the files that were asked for and judges the rest.
///
/// # Errors
/// A file that is absent, too large, or not what is expected; a colour that cannot be read or is too pale; an id of no
/// section, or named twice.
pub(super) fn resolve(asked: &PresentationAsked) -> Result<Presentation> {
    let logo = asked.logo.as_ref().map(logo).transpose()?;
    let template = asked.template.as_ref().map(|wish| {
        let file = attached(wish, "text/html", TEMPLATE_BYTES)?;
        if std::str::from_utf8(&file.bytes).is_err() {
            return Err(refused(wish, PresentationFault::NotUtf8));
        }
        template::check(&file)?;
        Ok(file)
    });
    let slides = asked.slides.as_ref().map(|wish| {
        let media = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        let file = attached(wish, media, SLIDES_BYTES)?;
        slides::Template::of(&file)?;
        Ok::<_, Error>(file)
    });
    Ok(Presentation {
        subtitle: asked.subtitle.as_ref().map(|wish| wish.value.clone()),
        logo,
        colors: asked.main_color.as_ref().map(colors).transpose()?,
        sections: asked.sections.as_deref().map(sections).transpose()?,
        template: template.transpose()?,
        slides: slides.transpose()?,
    })
}

fn refused(wish: &Asked, fault: PresentationFault) -> Error {
    let (at, found) = (wish.at.clone(), wish.value.clone());
    Error::Presentation(PresentationError { at, found, fault })
}

fn attached(wish: &Asked, media_type: &str, limit: u64) -> Result<Attached> {
    let path = wish.at.beside(&wish.value);
    let size = match std::fs::metadata(&path) {
        Ok(meta) if meta.is_file() => meta.len(),
        Ok(_) => return Err(refused(wish, PresentationFault::NotAFile)),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            return Err(refused(wish, PresentationFault::Absent { path }));
        }
        Err(cause) => return Err(Error::io(path, cause)),
    };
    if size > limit {
        return Err(refused(wish, PresentationFault::TooLarge { bytes: size, limit }));
    }
    let bytes = std::fs::read(&path).map_err(|cause| Error::io(&path, cause))?;
    let InputFile { name, sha256 } = InputFile::of_bytes(&path, &bytes);
    Ok(Attached { name, media_type: media_type.to_owned(), sha256, bytes, path })
}

fn logo(wish: &Asked) -> Result<Attached> {
    let file = attached(wish, "", LOGO_BYTES)?;
    let media_type = match file.bytes.as_slice() {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        bytes => match std::str::from_utf8(bytes).map_or(Drawing::None, svg::drawing) {
            Drawing::Plain => "image/svg+xml",
            Drawing::Active(part) => return Err(refused(wish, PresentationFault::ActiveSvg { part })),
            Drawing::None => return Err(refused(wish, PresentationFault::NotAPicture)),
        },
    };
    Ok(Attached { media_type: media_type.to_owned(), ..file })
}

fn colors(wish: &Asked) -> Result<Colors> {
    let main = parse(&wish.value).ok_or_else(|| refused(wish, PresentationFault::NotAColor))?;
    let worst = |color: Rgb| {
        let tint = mix(LIGHT[0], color, TINT);
        LIGHT.into_iter().chain([tint]).map(|ground| ratio(color, ground)).fold(f64::INFINITY, f64::min)
    };
    if worst(main) < TEXT {
        let darker = hex(darkened(main, |color| worst(color) >= TEXT));
        return Err(refused(wish, PresentationFault::TooPale { ratio: worst(main), needed: TEXT, darker }));
    }
    let reads = |color: Rgb| {
        let tint = mix(DARK[0], color, DARK_TINT);
        DARK.into_iter().chain([tint]).all(|ground| ratio(color, ground) >= TEXT)
    };
    Ok(Colors { main: hex(main), main_dark: hex(brightened(main, reads)) })
}

fn sections(wishes: &[Asked]) -> Result<Vec<String>> {
    let mut ids: Vec<String> = Vec::new();
    for wish in wishes {
        if !SECTIONS.contains(&wish.value.as_str()) {
            return Err(refused(wish, PresentationFault::UnknownSection));
        }
        if ids.contains(&wish.value) {
            return Err(refused(wish, PresentationFault::SectionTwice));
        }
        ids.push(wish.value.clone());
    }
    Ok(ids)
}

/// The folder in which a template finds the pages that it includes.
pub(super) fn folder_of(file: &Attached) -> PathBuf {
    match file.path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}
