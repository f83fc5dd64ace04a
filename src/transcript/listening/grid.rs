//! Listening grids (grilles d'écoute): what a quality analyst listens for, and the script, as TOML.
//!
//! ```toml
//! label = { fr = "Écoute active", en = "Active listening" }
//! threshold = 0.6             # share of the points from which a call counts as listened to
//! turns = 4                   # turns of the agent that are the opening, and the closing
//!
//! [[item]]
//! id = "reformulation"
//! label = { fr = "Reformulation", en = "Rephrasing" }
//! weight = 2                  # points
//! sign = "positive"           # negative: the points are taken away
//! by = "agent"                # whose turns are read: agent, client, other
//! stage = "any"               # opening, body, closing, any
//! turns = 4                   # turns that are the stage, instead of the grid's
//! at_least = 1                # times for all the points; fewer give their share
//! eliminating = false         # a negative item that is there, a positive one that is not: not listened to
//! detect = "words"            # words, answer, open_question, customer_words, interruption
//! rules_fr = ['"si je comprends bien"']
//!
//! [[step]]
//! id = "opening_greeting"
//! label = { fr = "Salutation", en = "Greeting" }
//! stage = "opening"
//! required = true             # false: must not be said there
//! rules_fr = ["bonjour ou bonsoir"]
//! ```
//!
//! Rules are those of [`theme`](crate::theme); [`Detect`] says what each detector makes of them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::error::GridError;
use super::file;
use crate::theme::{Codebook, Label, line_column};
use crate::transcript::SpeakerRole;

/// Whether an item gives points or takes them away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Gives.
    #[default]
    Positive,
    /// Takes away.
    Negative,
}

/// Where in a call an item is looked for. The turns of its speaker are counted, the other's are not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The first turns: as many as `turns` says.
    Opening,
    /// Neither the first nor the last.
    Body,
    /// The last turns: as many as `turns` says.
    Closing,
    /// The whole call.
    #[default]
    Any,
}

impl Stage {
    /// Whether the `n`th turn of a speaker who has `all` of them is there; `turns` are an opening or a closing.
    #[must_use]
    pub fn has(self, n: usize, all: usize, turns: usize) -> bool {
        let (first, last) = (n < turns, n + turns >= all);
        match self {
            Self::Opening => first,
            Self::Body => !first && !last,
            Self::Closing => last,
            Self::Any => true,
        }
    }
}

/// How an item is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detect {
    /// Wherever a rule matches.
    #[default]
    Words,
    /// Where a rule matches at the beginning of a turn that answers the customer's, interjections aside, and asks
    /// nothing: “oui d'accord”, not “vous êtes d'accord ?”.
    Answer,
    /// Where a rule matches and opens a question, or asks in a request: “comment est-ce arrivé”, “dites-m'en plus”; not
    /// “je vais voir comment faire”.
    OpenQuestion,
    /// Turns that take up a word that the customer has just brought in; without rules.
    CustomerWords,
    /// Where the speaker cuts the other short; without rules.
    Interruption,
}

impl Detect {
    /// Whether it reads rules.
    pub(super) fn rules(self) -> bool {
        !matches!(self, Self::CustomerWords | Self::Interruption)
    }
}

/// What a quality analyst listens for.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What names it in files.
    pub id: String,
    /// What names it in reports.
    pub label: Label,
    /// What it takes in; may be empty.
    pub description: Label,
    /// Points, above 0.
    pub weight: f64,
    /// Whether they are given or taken away.
    pub sign: Sign,
    /// Whose turns are read.
    pub by: SpeakerRole,
    /// Where.
    pub stage: Stage,
    /// Turns that are the opening or the closing.
    pub turns: usize,
    /// Times for all the points, at least 1.
    pub at_least: u64,
    /// Whether it decides alone that nobody listened.
    pub eliminating: bool,
    /// How it is found.
    pub detect: Detect,
}

/// A step of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What names it in files.
    pub id: String,
    /// What names it in reports.
    pub label: Label,
    /// What it takes in; may be empty.
    pub description: Label,
    /// Whose turns are read.
    pub by: SpeakerRole,
    /// Where it must, or must not, be said.
    pub stage: Stage,
    /// Turns that are the opening or the closing.
    pub turns: usize,
    /// Whether it must be said there, or must not.
    pub required: bool,
}

/// A grid: items, the script, and the rules that find them. Items and steps are known by number, in the order of the
/// file.
#[derive(Debug, Clone)]
pub struct Grid {
    /// What names it in reports.
    pub label: Label,
    /// What it is for; may be empty.
    pub description: Label,
    /// Share of the points from which a call counts as listened to, 0…1.
    pub threshold: f64,
    /// What is listened for.
    pub items: Vec<Item>,
    /// The script; may be empty.
    pub steps: Vec<Step>,
    /// Their rules: one theme an item, then one a step.
    pub(super) book: Arc<Codebook>,
}

impl Grid {
    /// The grid that comes with the program: active listening, and a script for incoming calls.
    ///
    /// # Errors
    /// None: a test reads it.
    pub fn shipped() -> Result<Self, GridError> {
        Self::parse(Self::shipped_toml(), "listening.toml")
    }

    /// Its TOML, for a user to start from.
    #[must_use]
    pub fn shipped_toml() -> &'static str {
        include_str!("../../../lexicons/listening.toml")
    }

    /// Reads the text of a grid, named `file` in errors.
    ///
    /// # Errors
    /// It cannot be understood, with line, column and what to write instead.
    ///
    /// ```
    /// use barometre::{Lang, transcript::listening::Grid};
    /// let toml = "[[item]]\nid = \"rephrasing\"\nstage = \"middle\"\nrules = [\"so\"]";
    /// let error = Grid::parse(toml, "mine.toml").unwrap_err().message(Lang::En);
    /// assert_eq!(
    ///     error,
    ///     "mine.toml, line 3, character 9: unknown value “middle”. \
    ///      Values known here: opening, body, closing, any."
    /// );
    /// ```
    pub fn parse(text: &str, file: &str) -> Result<Self, GridError> {
        file::read(text).map_err(|(byte, flaw)| {
            let (line, column) = line_column(text, byte);
            GridError { file: file.to_owned(), line, column, flaw }
        })
    }

    /// The number of an item, by its id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// The number of a step, by its id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::is_nfc;

    use super::*;

    #[test]
    fn stages_of_a_short_call_overlap() {
        let of = |stage: Stage, all| (0..all).filter(|n| stage.has(*n, all, 2)).collect::<Vec<_>>();
        assert_eq!(of(Stage::Opening, 6), [0, 1]);
        assert_eq!(of(Stage::Body, 6), [2, 3]);
        assert_eq!(of(Stage::Closing, 6), [4, 5]);
        assert_eq!(of(Stage::Any, 3), [0, 1, 2]);
        assert_eq!(
            (of(Stage::Opening, 3), of(Stage::Body, 3), of(Stage::Closing, 3)),
            (vec![0, 1], vec![], vec![1, 2])
        );
    }

    #[test]
    fn the_shipped_grid_is_whole() {
        let toml = Grid::shipped_toml();
        for said in ["# Purpose: ", "# Columns: ", "# Source: ", "# Licence: "] {
            assert!(toml.lines().any(|line| line.starts_with(said)), "{said}");
        }
        assert!(is_nfc(toml));
        let grid = Grid::shipped().unwrap_or_else(|error| panic!("{error}"));
        let named = grid.items.iter().map(|item| (&item.id, &item.label, &item.description));
        for (id, label, description) in
            named.chain(grid.steps.iter().map(|step| (&step.id, &step.label, &step.description)))
        {
            for text in [label, description] {
                assert!(!text.fr.is_empty() && !text.en.is_empty(), "{id}");
                assert!(!text.fr.contains('\'') && !text.fr.contains(" :"), "{id}");
            }
        }
        for language in [crate::text::Language::French, crate::text::Language::English] {
            for (number, theme) in grid.book.themes.iter().enumerate() {
                let read = grid.items.get(number).is_none_or(|item| item.detect.rules());
                let ruled = grid
                    .book
                    .rules
                    .iter()
                    .any(|rule| rule.theme == number && rule.language.is_none_or(|of| of == language));
                assert_eq!(read, ruled, "{} in {language}", theme.id);
            }
        }
    }
}
