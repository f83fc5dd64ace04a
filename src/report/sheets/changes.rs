//! Differences: between the last two waves, of a segment against the others, or those asked for.

use super::codes;
use super::look::Look;
use super::sheet::{Cell, Heading, Line, LineKind, Sheet};
use crate::metric::Comparison;
use crate::report::findings::SIGNIFICANT;
use crate::report::tables::end_value;
use crate::report::words::Words;
use crate::report::{QuestionSummary, REST, Report};

/// The differences, one a line; none where nothing is compared.
pub(super) fn sheet(words: &Words<'_>, report: &Report) -> Option<Sheet> {
    if report.comparisons.is_empty() {
        return None;
    }
    let intro = say!(words, sheets::a_difference_is_called_significant_when_q_is);
    let lines = report.comparisons.iter().map(|row| line(words, row)).collect();
    let tab = pick!(words, sheets::changes);
    let title = pick!(words, sheets::differences_and_their_tests);
    Some(Sheet::table(tab, title.to_owned(), intro, &headings(words), lines, Vec::new()))
}

fn headings(words: &Words<'_>) -> Vec<Heading> {
    let all = [
        ("metric", text!(headings::metric)),
        ("by", text!(headings::by)),
        ("segment", text!(sheets::within)),
        ("from", text!(headings::from)),
        ("to", text!(headings::to)),
        ("value_from", text!(sheets::value_from)),
        ("value_to", text!(sheets::value_to)),
        ("difference", text!(headings::difference)),
        ("ci_low", text!(headings::low_end)),
        ("ci_high", text!(headings::high_end)),
        ("p", text!(sheets::p)),
        ("q", text!(sheets::q)),
        ("reading", text!(sheets::reading)),
        ("n_from", text!(headings::base_from)),
        ("n_to", text!(headings::base_to)),
        ("superiority", text!(sheets::higher_answer)),
        ("detectable", text!(sheets::detectable_difference)),
        ("test", text!(sheets::test)),
        ("question", text!(headings::question)),
    ];
    all.map(|(key, text)| (key, text.said(words.lang).to_owned())).into()
}

fn line(words: &Words<'_>, row: &Comparison) -> Line {
    let (look, gap) = (Look::metric(row.metric), Look::gap(row.metric));
    let question = words.question(&row.question).map_or(row.question.as_str(), QuestionSummary::title);
    let reading = match (row.evidence() < SIGNIFICANT, row.difference < 0.0, row.by == "wave") {
        (true, true, true) => pick!(words, sheets::significant_fall),
        (true, false, true) => pick!(words, sheets::significant_rise),
        (true, true, false) => pick!(words, sheets::significantly_lower),
        (true, false, false) => pick!(words, sheets::significantly_higher),
        (false, ..) => pick!(words, sheets::inconclusive),
    };
    let end = |side: &str| {
        // The others of a segment have no estimate of their own.
        let known = side != REST;
        known.then(|| end_value(words, row, side)).flatten().map_or(Cell::Empty, |x| Cell::Number(x, look))
    };
    let cells = vec![
        Cell::Text(words.noun(&row.question, row.metric).title()),
        Cell::text(codes::word("by", &row.by, words.lang)),
        Cell::Text(words.segment(row.segment.as_deref())),
        Cell::text(codes::word("from", &row.from, words.lang)),
        Cell::text(row.to.clone()),
        end(&row.from),
        end(&row.to),
        Cell::Number(row.difference, gap),
        Cell::Number(row.ci_low, gap),
        Cell::Number(row.ci_high, gap),
        Cell::Number(row.p, Look::Probability),
        Cell::Number(row.q, Look::Probability),
        Cell::text(reading),
        Cell::Number(row.n_from as f64, Look::Base),
        Cell::Number(row.n_to as f64, Look::Base),
        row.whole.map_or(Cell::Empty, |whole| Cell::Number(whole.superiority, Look::Share(0))),
        Cell::Number(row.detectable, gap),
        Cell::Text(words.test(&row.test)),
        Cell::text(question),
    ];
    Line::of(if row.is_asked() { LineKind::Total } else { LineKind::Plain }, cells)
}
