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
pub(super) use coaching::Sheet;
pub use rows::{
    AgentRow, CallItem, CallListening, CallRow, CallSource, CallStep, CallThemeRow, EvaluatedCalls,
    GridSummary, ItemAgreement, MarkKind, MarkRow, PlanSummary, ScoreLink, TermRow, ToListen, Transcripts,
    Voice,
};

use super::document::{Block, Section};
use super::words::Words;
use crate::chart::{ChartError, ChartKind, Figure};
use crate::report::{Finding, Report};
use view::View;

/// What was read, as terms and texts; none for another report.
pub(super) fn facts(words: &Words<'_>, report: &Report) -> Option<Vec<(String, String)>> {
    Some(facts::facts(&View::new(words, report)?))
}

/// The sections of calls, the cards first; nothing for another report.
pub(super) fn sections(words: &Words<'_>, report: &Report) -> Vec<Section> {
    let Some(view) = View::new(words, report) else { return Vec::new() };
    let section = |id, title, blocks| Section { id, title, blocks };
    let said =
        [words_tables::contrasts(&view), words_tables::pairs(&view), words_tables::cooccurrences(&view)];
    vec![
        section("glance", pick!(words, calls_report::at_a_glance), cards::blocks(&view)),
        section(
            "listening",
            pick!(words, calls_report::active_listening_in_transcripts),
            heard::listening(&view),
        ),
        section("evaluations", pick!(words, calls_report::evaluations), evaluation_tables::blocks(&view)),
        section("agents", pick!(words, calls_report::agents_in_facts), agents_table::blocks(&view)),
        section("script", pick!(words, calls_report::the_script), heard::script(&view)),
        section("to-listen", pick!(words, calls_report::calls_to_listen_to), listen::blocks(&view)),
        section("rising", pick!(words, calls_report::rising_topics), rising::blocks(&view)),
        section("words", pick!(words, calls_report::what_people_say), said.into_iter().flatten().collect()),
        section("call-themes", pick!(words, calls_report::themes), words_tables::themes(&view)),
        section("call-keywords", pick!(words, calls_report::keywords), words_tables::keywords(&view)),
        section("calls", pick!(words, calls_report::all_calls), calls_table::blocks(&view)),
    ]
}

/// What there is to remember of the calls.
fn findings(report: &Report) -> Vec<Finding> {
    let words = Words::new(report);
    View::new(&words, report).map_or_else(Vec::new, |view| findings::findings(&view))
}

/// The figures of calls; none for another report.
pub(super) fn figures(report: &Report, kind: ChartKind) -> Result<Vec<Figure>, ChartError> {
    let words = Words::new(report);
    View::new(&words, report).map_or_else(|| Ok(Vec::new()), |view| figures::figures(&view, kind))
}

/// How the figures of calls are to be read; nothing for another report.
pub(super) fn method(words: &Words<'_>, report: &Report) -> Vec<Block> {
    View::new(words, report).map_or_else(Vec::new, |view| method::blocks(&view))
}

/// The coaching sheet of each agent; none for another report.
pub(super) fn sheets(words: &Words<'_>, report: &Report) -> Vec<Sheet> {
    View::new(words, report).map_or_else(Vec::new, |view| coaching::sheets(&view))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::Lang;
    use crate::report::{Options, html, markdown, terminal};

    fn report(lang: Lang, evaluated: bool) -> Report {
        let data = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("data/transcripts").join(name);
        let options = TranscriptOptions {
            paths: vec![data("")],
            evaluations: evaluated.then(|| data("evaluations.csv")),
            plan: evaluated.then(|| data("plan.csv")),
            shared: Options { lang: Some(lang), ..Options::default() },
            ..TranscriptOptions::default()
        };
        build_transcripts(understand_calls(&options).unwrap(), &options, &|_, _| ()).unwrap()
    }

    #[test]
    fn the_sample_calls_are_told_whole_in_both_languages() {
        for (lang, evaluated) in [(Lang::Fr, true), (Lang::En, false)] {
            let report = report(lang, evaluated);
            let figures = crate::report::figures(&report).unwrap();
            assert_eq!(
                figures.iter().map(|f| f.id.as_str()).collect::<Vec<_>>(),
                ["listening-agents", "rising"]
            );
            let mut pages = vec![html::html(&report, &figures).unwrap()];
            let sheets = html::coaching(&report).unwrap();
            assert_eq!(sheets.len(), 6);
            pages.extend(sheets.into_iter().map(|(_, page)| page));
            for page in &pages {
                let body = &page[page.find("<body>").unwrap()..page.find("<script>").unwrap()];
                for leftover in
                    ["{{", "{%", "None", "NaN", "undefined", "<h2></h2>", "<tbody>\n</tbody>", "()"]
                {
                    assert!(!body.contains(leftover), "{leftover}");
                }
                assert!(page.len() < 3_000_000);
            }
            let told = [markdown::markdown(&report, &figures), terminal::terminal(&report)];
            assert!(told.iter().all(|text| text.contains("geste commercial")));
            let shown = pages[0].contains(lang.pick("id=\"evaluations\"", "id=\"never\""));
            assert_eq!(shown, evaluated);
        }
    }

    #[test]
    fn french_signs_have_their_no_break_spaces() {
        let report = report(Lang::Fr, true);
        for text in report
            .findings
            .iter()
            .map(|finding| &finding.text)
            .chain(report.warnings.iter().map(|w| &w.message))
        {
            for sign in [" :", " ;", " !", " ?", " %", "« ", " »"] {
                assert!(!text.contains(sign), "{sign:?} in {text}");
            }
        }
    }
}
