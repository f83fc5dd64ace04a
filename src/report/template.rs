//! A page of the user's own: a minijinja template filled with the report, its layout and its figures.

use std::collections::BTreeMap;
use std::error::Error as _;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, context, path_loader};

use super::centre::period::{date, date_of};
use super::document::Document;
use super::presentation::{Attached, folder_of};
use super::template_error::{TemplateError, TemplateFault};
use super::{Report, html};
use crate::chart::Figure;
use crate::error::{Error, Result};
use crate::lang::Lang;

/// Characters of what stands at the place of an error, at most.
const FOUND: usize = 80;

/// What a page may take: filters of the report's language, besides those of minijinja.
pub(super) const FILTERS: [&str; 5] = ["number", "signed", "percent", "share", "date"];

/// Refuses a template that is none, before the work.
///
/// # Errors
/// A template that cannot be read as one, with its line.
pub(super) fn check(file: &Attached) -> Result<()> {
    environment(file, Lang::Fr).map(|_| ())
}

/// The page: `report` is the report as `report.json` has it, `doc` its layout, `figures` the drawings by id, `style` and
/// `fonts` what the usual page has in its style sheet. Every text is escaped; the drawings and the style are not.
///
/// # Errors
/// The template asks for what does not exist, or cannot be read.
pub(super) fn render(report: &Report, figures: &[Figure], file: &Attached) -> Result<String> {
    let environment = environment(file, report.study.language)?;
    let drawn: BTreeMap<String, Value> = figures
        .iter()
        .map(|figure| {
            let value = context! {
                id => figure.id.clone(),
                kind => figure.kind.id(),
                title => figure.title.clone(),
                caption => figure.caption.clone(),
                alt => figure.alt.clone(),
                svg => Value::from_safe_string(html::drawing(&figure.svg).to_owned()),
            };
            (figure.id.clone(), value)
        })
        .collect();
    let svgs: Vec<String> = figures.iter().map(|figure| figure.svg.clone()).collect();
    let values = context! {
        report => Serde(report),
        doc => Serde(Document::new(report, figures)),
        figures => Value::from(drawn),
        style => Value::from_safe_string(html::style(report)),
        fonts => Value::from_safe_string(html::fonts(&svgs)),
    };
    let named = environment.get_template(&file.name);
    named.and_then(|template| template.render(values)).map_err(|error| refused(&error, file))
}

fn environment(file: &Attached, lang: Lang) -> Result<Environment<'_>> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.map_err(|error| refused(&error, file))?);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    // A name that is misspelt is said; whether something is there may still be asked.
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_debug(true);
    environment.set_loader(path_loader(folder_of(file)));
    add_filters(&mut environment, lang);
    let text = String::from_utf8_lossy(&file.bytes);
    let added = environment.add_template_owned(file.name.clone(), text);
    added.map_err(|error| refused(&error, file))?;
    Ok(environment)
}

/// Decimals that a number may be asked for: more are none of it.
const DECIMALS: usize = 15;

/// Numbers and dates as the language writes them; what is null is a dash.
fn add_filters(environment: &mut Environment<'_>, lang: Lang) {
    let mut add = |name: &'static str, written: fn(Lang, f64, usize) -> String| {
        environment.add_filter(name, move |value: Value, decimals: Option<usize>| {
            let decimals = decimals.unwrap_or(0);
            if decimals > DECIMALS {
                return Err(not_a("at most 15 decimals", &Value::from(decimals)));
            }
            number(&value, |x| written(lang, x, decimals))
        });
    };
    add("number", Lang::number);
    add("signed", Lang::signed);
    add("percent", Lang::percent);
    add("share", |lang, x, decimals| lang.percent(100.0 * x, decimals));
    environment.add_filter("date", move |value: Value| match value.as_str() {
        None if value.is_none() => Ok("–".to_owned()),
        None => Err(not_a("a date: \"2025-09-30\"", &value)),
        Some(text) => {
            date_of(text).map(|day| date(day, lang)).ok_or_else(|| not_a("a date: \"2025-09-30\"", &value))
        }
    });
}

fn number(value: &Value, written: impl Fn(f64) -> String) -> Result<String, minijinja::Error> {
    if value.is_none() {
        return Ok("–".to_owned());
    }
    f64::try_from(value.clone()).map(written).map_err(|_| not_a("a number", value))
}

fn not_a(expected: &str, value: &Value) -> minijinja::Error {
    let kind = if value.is_undefined() { ErrorKind::UndefinedError } else { ErrorKind::InvalidOperation };
    minijinja::Error::new(kind, format!("expected {expected}, found {value}"))
}

/// The innermost error of minijinja, in the file where it happened.
fn refused(error: &minijinja::Error, file: &Attached) -> Error {
    let mut inner = error;
    while let Some(next) = inner.source().and_then(<dyn std::error::Error>::downcast_ref::<minijinja::Error>)
    {
        inner = next;
    }
    let fault = match inner.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => TemplateFault::Syntax,
        ErrorKind::UndefinedError => TemplateFault::Undefined,
        ErrorKind::UnknownFilter => TemplateFault::UnknownFilter,
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod | ErrorKind::UnknownTest => {
            TemplateFault::UnknownFunction
        }
        ErrorKind::TemplateNotFound => TemplateFault::NoInclude,
        _ => TemplateFault::Other,
    };
    let name = inner.name().unwrap_or(&file.name);
    let shown = if name == file.name { file.path.clone() } else { folder_of(file).join(name) };
    Error::Template(TemplateError {
        file: shown.display().to_string(),
        line: inner.line(),
        found: found(inner).unwrap_or_default(),
        fault,
        detail: inner.detail().unwrap_or_default().to_owned(),
    })
}

/// What stands in the template where the error is.
fn found(error: &minijinja::Error) -> Option<String> {
    let source = error.template_source()?;
    let exact = error.range().and_then(|range| {
        // A look-up is told by its last step: what it looks into stands before.
        let steps = |c: char| c.is_alphanumeric() || "_.[]\"'".contains(c);
        let before = source.get(..range.start)?;
        let start = before.trim_end_matches(steps).len();
        source.get(start..range.end).filter(|text| !text.trim().is_empty())
    });
    let line = || source.lines().nth(error.line()?.checked_sub(1)?);
    let text = exact.or_else(line)?.trim();
    Some(text.chars().take(FOUND).collect())
}
