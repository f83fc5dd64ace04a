//! A grid as a file writes it.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use toml::Spanned;

use super::error::GridFlaw;
use super::grid::{Detect, Grid, Item, Sign, Stage, Step};
use crate::theme::{Codebook, Label, Theme, Words};
use crate::transcript::SpeakerRole;

/// Turns of the agent that are the opening, and the closing, where the grid does not say.
const TURNS: usize = 4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    label: Words,
    #[serde(default)]
    description: Words,
    threshold: Option<Spanned<f64>>,
    turns: Option<Spanned<i64>>,
    #[serde(default)]
    item: Vec<ItemSection>,
    #[serde(default)]
    step: Vec<StepSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemSection {
    id: Spanned<String>,
    #[serde(default)]
    label: Words,
    #[serde(default)]
    description: Words,
    weight: Option<Spanned<f64>>,
    #[serde(default)]
    sign: Sign,
    #[serde(default)]
    by: By,
    #[serde(default)]
    stage: Stage,
    turns: Option<Spanned<i64>>,
    at_least: Option<Spanned<i64>>,
    #[serde(default)]
    eliminating: bool,
    #[serde(default)]
    detect: Detect,
    #[serde(default)]
    rules: Vec<Spanned<String>>,
    #[serde(default)]
    rules_fr: Vec<Spanned<String>>,
    #[serde(default)]
    rules_en: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepSection {
    id: Spanned<String>,
    #[serde(default)]
    label: Words,
    #[serde(default)]
    description: Words,
    #[serde(default)]
    by: By,
    #[serde(default)]
    stage: Stage,
    turns: Option<Spanned<i64>>,
    #[serde(default = "yes")]
    required: bool,
    #[serde(default)]
    rules: Vec<Spanned<String>>,
    #[serde(default)]
    rules_fr: Vec<Spanned<String>>,
    #[serde(default)]
    rules_en: Vec<Spanned<String>>,
}

/// Roles that can be listened to.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum By {
    #[default]
    Agent,
    Client,
    Other,
}

impl From<By> for SpeakerRole {
    fn from(by: By) -> Self {
        match by {
            By::Agent => Self::Agent,
            By::Client => Self::Client,
            By::Other => Self::Other,
        }
    }
}

fn yes() -> bool {
    true
}

/// A flaw and its byte in the file.
type Found = (usize, GridFlaw);

/// What is read of a section that has an id: where it stands, and its rules.
type Ruled<'t> = (&'t Spanned<String>, [&'t [Spanned<String>]; 3]);

/// Reads the text of a grid.
///
/// # Errors
/// It cannot be understood: the byte, and what is wrong there.
pub(super) fn read(text: &str) -> Result<Grid, Found> {
    let content: File = toml::from_str(text).map_err(|error| refused(text, &error))?;
    if content.item.is_empty() && content.step.is_empty() {
        return Err((text.len(), GridFlaw::Empty));
    }
    let turns = count("turns", content.turns.as_ref())?.unwrap_or(TURNS as u64) as usize;
    let threshold =
        number("threshold", content.threshold.as_ref(), |x| (0.0..=1.0).contains(&x))?.unwrap_or(0.6);
    let items = content.item.iter().map(|section| section.read(turns)).collect::<Result<Vec<_>, _>>()?;
    let steps = content.step.iter().map(|section| section.read(turns)).collect::<Result<Vec<_>, _>>()?;
    if let Some(first) = content.item.first()
        && items.iter().all(|item| item.sign == Sign::Negative)
    {
        return Err((first.id.span().start, GridFlaw::NoPoints));
    }
    let ruled = content.item.iter().map(ItemSection::ruled);
    let ruled: Vec<Ruled> = ruled.chain(content.step.iter().map(StepSection::ruled)).collect();
    ids(&ruled)?;
    let reads = items.iter().map(|item| item.detect.rules()).chain(steps.iter().map(|_| true));
    let mut themes = Vec::new();
    for ((id, rules), reads) in ruled.iter().zip(reads) {
        let some = rules.iter().any(|list| !list.is_empty());
        match (reads, some) {
            (true, false) => return Err((id.span().start, GridFlaw::NoRule(id.get_ref().clone()))),
            (false, true) => return Err((id.span().start, GridFlaw::UselessRules(id.get_ref().clone()))),
            _ => {}
        }
        let (label, description) = (Label::default(), Label::default());
        themes.push(Theme { id: id.get_ref().clone(), label, description, parent: None, general: false });
    }
    let written: Vec<_> = ruled.iter().map(|(_, rules)| *rules).collect();
    let book = Codebook::of(text, themes, &written).map_err(|(byte, flaw)| (byte, GridFlaw::Rule(flaw)))?;
    let (label, description) = (content.label.0, content.description.0);
    Ok(Grid { label, description, threshold, items, steps, book: Arc::new(book) })
}

impl ItemSection {
    fn read(&self, turns: usize) -> Result<Item, Found> {
        Ok(Item {
            id: self.id.get_ref().clone(),
            label: self.label.clone().or_id(self.id.get_ref()),
            description: self.description.0.clone(),
            weight: number("weight", self.weight.as_ref(), |x| x > 0.0)?.unwrap_or(1.0),
            sign: self.sign,
            by: self.by.into(),
            stage: self.stage,
            turns: count("turns", self.turns.as_ref())?.map_or(turns, |turns| turns as usize),
            at_least: count("at_least", self.at_least.as_ref())?.unwrap_or(1),
            eliminating: self.eliminating,
            detect: self.detect,
        })
    }

    fn ruled(&self) -> Ruled<'_> {
        (&self.id, [&self.rules, &self.rules_fr, &self.rules_en])
    }
}

impl StepSection {
    fn read(&self, turns: usize) -> Result<Step, Found> {
        Ok(Step {
            id: self.id.get_ref().clone(),
            label: self.label.clone().or_id(self.id.get_ref()),
            description: self.description.0.clone(),
            by: self.by.into(),
            stage: self.stage,
            turns: count("turns", self.turns.as_ref())?.map_or(turns, |turns| turns as usize),
            required: self.required,
        })
    }

    fn ruled(&self) -> Ruled<'_> {
        (&self.id, [&self.rules, &self.rules_fr, &self.rules_en])
    }
}

fn number(
    key: &'static str,
    written: Option<&Spanned<f64>>,
    fits: impl Fn(f64) -> bool,
) -> Result<Option<f64>, Found> {
    let Some(written) = written else { return Ok(None) };
    let value = *written.get_ref();
    if value.is_finite() && fits(value) {
        Ok(Some(value))
    } else {
        Err((written.span().start, GridFlaw::Number { key, found: value.to_string() }))
    }
}

fn count(key: &'static str, written: Option<&Spanned<i64>>) -> Result<Option<u64>, Found> {
    let Some(written) = written else { return Ok(None) };
    let value = *written.get_ref();
    match u64::try_from(value) {
        Ok(value) if value > 0 => Ok(Some(value)),
        _ => Err((written.span().start, GridFlaw::Number { key, found: value.to_string() })),
    }
}

/// Checks that each id can be one, and stands once: items and steps stand side by side in files.
fn ids(ruled: &[Ruled]) -> Result<(), Found> {
    let mut seen = FxHashSet::default();
    for (id, _) in ruled {
        let (at, id) = (id.span().start, id.get_ref());
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if id.is_empty() || !id.chars().all(fits) {
            return Err((at, GridFlaw::Id(id.clone())));
        }
        if !seen.insert(id.as_str()) {
            return Err((at, GridFlaw::RepeatedId(id.clone())));
        }
    }
    Ok(())
}

fn refused(text: &str, error: &toml::de::Error) -> Found {
    let message = error.message().trim_end();
    let byte = error.span().map_or(text.len(), |span| span.start);
    let mut quoted = message.split('`').skip(1).step_by(2).map(str::to_owned);
    let key = message.starts_with("unknown field");
    let flaw = match (key || message.starts_with("unknown variant")).then(|| quoted.next()).flatten() {
        Some(key_found) if key => GridFlaw::UnknownKey { key: key_found, accepted: quoted.collect() },
        Some(value) => GridFlaw::UnknownValue { value, accepted: quoted.collect() },
        None => GridFlaw::Toml(message.to_owned()),
    };
    (byte, flaw)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn what_is_wrong_is_said_with_line_and_column() {
        let item = |more: &str| format!("[[item]]\nid = \"accueil\"\n{more}");
        for (toml, line, column, fr, en) in [
            (String::new(), 1, 1, "ni item ni étape", "no item and no step"),
            (
                item("rules = [\"oui\""),
                3,
                15,
                "ce fichier n’est pas une grille",
                "this file is no listening grid",
            ),
            (item("poids = 2"), 3, 1, "clé inconnue «\u{a0}poids\u{a0}»", "unknown key “poids”"),
            ("seuil = 1".to_owned(), 1, 1, "clé inconnue «\u{a0}seuil\u{a0}»", "unknown key “seuil”"),
            (item("rules = ['si près bien']"), 3, 19, "«\u{a0}bien\u{a0}» trouvé", "found “bien”"),
            (
                item("weight = 0\nrules = ['x1']"),
                3,
                10,
                "weight = 0 refusé\u{a0}: écrivez un nombre de points supérieur à 0",
                "weight = 0 refused: write a number of points above 0",
            ),
            (item("weight = -1.5\nrules = ['x1']"), 3, 10, "weight = -1.5", "weight = -1.5"),
            (item("weight = nan\nrules = ['x1']"), 3, 10, "weight = NaN", "weight = NaN"),
            (
                item("at_least = 0\nrules = ['x1']"),
                3,
                12,
                "at_least = 0 refusé\u{a0}: écrivez un nombre entier à partir de 1",
                "at_least = 0 refused: write a whole number from 1",
            ),
            (item("turns = -2\nrules = ['x1']"), 3, 9, "turns = -2", "turns = -2"),
            (
                format!("threshold = 60\n{}", item("rules = ['x1']")),
                1,
                13,
                "threshold = 60 refusé\u{a0}: écrivez un nombre de 0 à 1",
                "threshold = 60 refused: write a number from 0 to 1",
            ),
            (
                item("stage = \"milieu\"\nrules = ['x1']"),
                3,
                9,
                "valeur inconnue «\u{a0}milieu\u{a0}». Valeurs possibles ici\u{a0}: opening, body, closing, any.",
                "unknown value “milieu”. Values known here: opening, body, closing, any.",
            ),
            (
                item("sign = \"-\"\nrules = ['x1']"),
                3,
                8,
                "valeur inconnue «\u{a0}-\u{a0}»",
                "unknown value “-”",
            ),
            (
                item("by = \"unknown\"\nrules = ['x1']"),
                3,
                6,
                "valeur inconnue «\u{a0}unknown\u{a0}». Valeurs possibles ici\u{a0}: agent, client, other.",
                "unknown value “unknown”. Values known here: agent, client, other.",
            ),
            (item("detect = \"magie\"\nrules = ['x1']"), 3, 10, "valeur inconnue", "unknown value"),
            (item(""), 2, 6, "«\u{a0}accueil\u{a0}» n’a aucune règle", "“accueil” has no rule"),
            (
                item("detect = \"interruption\"\nrules = ['x1']\n[[item]]\nid = \"b\"\nrules = ['x1']"),
                2,
                6,
                "«\u{a0}accueil\u{a0}» ne lit pas de règles",
                "“accueil” reads no rules",
            ),
            (
                item("sign = \"negative\"\nrules = ['x1']"),
                2,
                6,
                "aucun item ne donne de points",
                "no item gives points",
            ),
            (
                item("rules = ['x1']\n[[step]]\nid = \"accueil\"\nrules = ['x2']"),
                5,
                6,
                "id «\u{a0}accueil\u{a0}» déjà pris",
                "id “accueil” is that of another",
            ),
            (
                "[[item]]\nid = \"Accueil\"\nrules = ['x1']".to_owned(),
                2,
                6,
                "id «\u{a0}Accueil\u{a0}» refusé",
                "id “Accueil” refused",
            ),
            (item("eliminating = \"oui\"\nrules = ['x1']"), 3, 15, "ce fichier n’est pas", "this file is no"),
        ] {
            let error = Grid::parse(&toml, "grille.toml").unwrap_err();
            let begins = format!("grille.toml, ligne {line}, caractère {column}\u{a0}: {fr}");
            let message = error.message(Lang::Fr);
            assert!(message.starts_with(&begins), "{toml}\n{message}\n{begins}");
            let begins = format!("grille.toml, line {line}, character {column}: {en}");
            let message = error.to_string();
            assert!(message.starts_with(&begins), "{toml}\n{message}\n{begins}");
        }
    }

    #[test]
    fn what_a_grid_does_not_say_is_plain() {
        let grid =
            Grid::parse("[[item]]\nid = \"a\"\nrules = ['x1']\n[[step]]\nid = \"b\"\nrules = ['x2']", "g");
        let grid = grid.unwrap();
        let item = &grid.items[0];
        assert_eq!((item.weight, item.at_least, item.turns, grid.threshold), (1.0, 1, TURNS, 0.6));
        assert_eq!((item.by, item.stage, item.sign), (SpeakerRole::Agent, Stage::Any, Sign::Positive));
        assert_eq!((item.label.get(Lang::Fr), item.eliminating, item.detect), ("a", false, Detect::Words));
        assert!(grid.steps[0].required);
        assert_eq!((grid.item("a"), grid.item("b"), grid.step("b")), (Some(0), None, Some(0)));
    }
}
