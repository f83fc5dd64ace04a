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
    let (tab, title) =
        words.pick(("Évolutions", "Les écarts et leurs tests"), ("Changes", "Differences and their tests"));
    Some(Sheet::table(tab, title.to_owned(), intro, &headings(words), lines, Vec::new()))
}

fn headings(words: &Words<'_>) -> Vec<Heading> {
    let all = [
        ("metric", "Indicateur", "Metric"),
        ("by", "Selon", "By"),
        ("segment", "Dans", "Within"),
        ("from", "De", "From"),
        ("to", "À", "To"),
        ("value_from", "Valeur de départ", "Value from"),
        ("value_to", "Valeur d’arrivée", "Value to"),
        ("difference", "Écart", "Difference"),
        ("ci_low", "Borne basse", "Low end"),
        ("ci_high", "Borne haute", "High end"),
        ("p", "p", "p"),
        ("q", "q", "q"),
        ("reading", "Lecture", "Reading"),
        ("n_from", "Base de départ", "Base from"),
        ("n_to", "Base d’arrivée", "Base to"),
        ("superiority", "Réponse plus haute", "Higher answer"),
        ("detectable", "Écart décelable", "Detectable difference"),
        ("test", "Test", "Test"),
        ("question", "Question", "Question"),
    ];
    all.map(|(key, fr, en)| (key, words.pick(fr, en).to_owned())).into()
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
