//! What a report says of call transcripts: listening, script, words, calls to listen to; a sheet an agent.

mod agents;
mod agents_table;
mod attention;
mod build;
mod calls;
mod calls_table;
mod cards;
mod coaching;
mod evaluated;
mod evaluation_tables;
mod facts;
mod figures;
mod findings;
mod heard;
mod indicators;
mod listen;
mod method;
mod rising;
mod rows;
mod told;
mod view;
mod words;
mod words_tables;

pub use build::{
    TranscriptOptions, UnderstoodCalls, build_transcripts, draw_calls, planned_calls, understand_calls,
};
pub use rows::{
    AgentRow, CallItem, CallListening, CallRow, CallSource, CallStep, CallThemeRow, EvaluatedCalls,
    GridSummary, ItemAgreement, MarkKind, MarkRow, PlanSummary, ScoreLink, TermRow, ToListen, Transcripts,
    Voice,
};

use super::document::{Block, Section};
use super::words::Words;
use crate::chart::{ChartError, Figure};
use crate::report::{Finding, Report};
use view::View;

/// What was read, as terms and texts; none for another report.
pub(super) fn facts(words: &Words<'_>, report: &Report) -> Option<Vec<(String, String)>> {
    Some(facts::facts(&View::new(words, report)?))
}

/// The sections of calls, the cards first; nothing for another report.
pub(super) fn sections(words: &Words<'_>, report: &Report) -> Vec<Section> {
    let Some(view) = View::new(words, report) else { return Vec::new() };
    let section = |id, fr, en, blocks| Section { id, title: words.pick(fr, en), blocks };
    let said =
        [words_tables::contrasts(&view), words_tables::pairs(&view), words_tables::cooccurrences(&view)];
    vec![
        section("glance", "En un coup d’œil", "At a glance", cards::blocks(&view)),
        section("listening", "L’écoute active", "Active listening", heard::listening(&view)),
        section("evaluations", "Évaluations", "Evaluations", evaluation_tables::blocks(&view)),
        section("agents", "Agents", "Agents", agents_table::blocks(&view)),
        section("script", "Le script", "The script", heard::script(&view)),
        section("to-listen", "Appels à écouter", "Calls to listen to", listen::blocks(&view)),
        section("rising", "Ce qui monte", "Rising topics", rising::blocks(&view)),
        section("words", "Ce qui se dit", "What people say", said.into_iter().flatten().collect()),
        section("call-themes", "Thèmes", "Themes", words_tables::themes(&view)),
        section("call-keywords", "Mots-clés", "Keywords", words_tables::keywords(&view)),
        section("calls", "Tous les appels", "All calls", calls_table::blocks(&view)),
    ]
}

/// What there is to remember of the calls.
fn findings(report: &Report) -> Vec<Finding> {
    let words = Words::new(report);
    View::new(&words, report).map_or_else(Vec::new, |view| findings::findings(&view))
}

/// The figures of calls; none for another report.
pub(super) fn figures(report: &Report) -> Result<Vec<Figure>, ChartError> {
    let words = Words::new(report);
    View::new(&words, report).map_or_else(|| Ok(Vec::new()), |view| figures::figures(&view))
}

/// How the figures of calls are to be read; nothing for another report.
pub(super) fn method(words: &Words<'_>, report: &Report) -> Vec<Block> {
    View::new(words, report).map_or_else(Vec::new, |view| method::blocks(&view))
}

/// File name, title and sections of the coaching sheet of each agent; none for another report.
pub(super) fn sheets(words: &Words<'_>, report: &Report) -> Vec<(String, String, Vec<Section>)> {
    View::new(words, report).map_or_else(Vec::new, |view| coaching::sheets(&view))
}
