//! The sections of a report in reading order; one without content is left out.

use super::amounts::{SMALL_BASE, brackets, decimals};
use super::centre;
use super::change_tables;
use super::document::{Block, Card, Change, Item, QuoteView, Section, ShareView};
use super::entity_tables;
use super::findings::SIGNIFICANT;
use super::method;
use super::page_words;
use super::placing;
use super::provenance;
use super::rated_tables;
use super::segment_tables;
use super::tables;
use super::targets;
use super::theme_tables;
use super::topic_tables;
use super::transcripts;
use super::words::{Words, capitalized};
use crate::chart::Figure;
use crate::metric::{Comparison, Distribution, Estimate, Group, Met, Metric};
use crate::report::{Finding, QuestionSummary, Quote, Report, Target};
use crate::study::Kind;

/// Ratings beyond so many make a table instead of cards.
const RATING_CARDS: usize = 3;

/// What was read, as terms and texts.
pub(super) fn facts(words: &Words<'_>, report: &Report) -> Vec<(String, String)> {
    if let Some(facts) = centre::facts(words, report).or_else(|| transcripts::facts(words, report)) {
        return facts;
    }
    let study = &report.study;
    let mut out: Vec<(String, String)> = entity_tables::fact(words, report).into_iter().collect();
    let mut push = |term: &str, text: String| out.push((term.to_owned(), text));
    let lines = |n| counted!(words, n, report::rows);
    let files: Vec<String> = study
        .files
        .iter()
        .map(|f| {
            let tool = f.export.map(|tool| tool.name(words.lang).to_owned());
            let said: Vec<String> = tool.into_iter().chain(f.rows.map(&lines)).collect();
            if said.is_empty() { f.name.clone() } else { format!("{} ({})", f.name, said.join(", ")) }
        })
        .collect();
    if !files.is_empty() {
        let one = files.len() == 1;
        let term = if one { pick!(words, report::one_file) } else { pick!(words, report::several_files) };
        push(term, files.join(", "));
    }
    let aside: Vec<String> = study
        .rows
        .set_aside
        .iter()
        .filter(|(_, n)| **n > 0)
        .map(|(reason, n)| format!("{} ({})", words.lang.count(*n), words.reason(reason)))
        .collect();
    let of = say!(words, report::of_read(lines(study.rows.read)));
    let left_out =
        if aside.is_empty() { String::new() } else { say!(words, report::set_aside(aside.join(", "))) };
    push(
        pick!(words, report::responses_analysed),
        format!("{}{of}{left_out}", words.lang.count(study.responses)),
    );
    if let [first, .., last] = study.waves.as_slice() {
        let n = study.waves.len();
        push(
            pick!(words, report::waves),
            say!(words, report::from_to_in_sections(n, first, last, origin(words, report))),
        );
    } else if let [only] = study.waves.as_slice() {
        push(pick!(words, report::wave_in_filters), format!("{only}{}", origin(words, report)));
    }
    if !study.segments.is_empty() {
        push(pick!(words, report::segments), study.segments.join(", "));
    }
    if study.weighted {
        push(pick!(words, report::weighting), say!(words, report::weighted_results_unweighted_bases));
    }
    let respondents = study.design.as_ref().and_then(|d| d.respondent.as_ref());
    if let Some(column) = respondents {
        let column = words.lang.quote(column);
        push(
            pick!(words, report::privacy),
            say!(words, report::pseudonymised_study_follows_respondents_from(column)),
        );
    }
    out
}

/// Where the waves come from: ` (colonne « date », par trimestre ; 12 réponses sans vague)`.
fn origin(words: &Words<'_>, report: &Report) -> String {
    let Some(wave) = &report.study.wave else { return String::new() };
    let column = wave.column.as_ref().map(|column| {
        let column = words.lang.quote(column);
        pick!(words, report::column_in_sections(column))
    });
    let column = column.unwrap_or_else(|| pick!(words, report::one_a_file).to_owned());
    let period = match wave.period.as_deref() {
        Some("week") => pick!(words, report::by_week),
        Some("month") => pick!(words, report::by_month),
        Some("quarter") => pick!(words, report::by_quarter),
        Some("year") => pick!(words, report::by_year),
        _ => "",
    };
    let missing = wave.missing.filter(|n| *n > 0).map_or_else(String::new, |n| {
        let answers = words.answers(n);
        say!(words, report::without_a_wave_counted_in_the_total_only(answers))
    });
    words.lang.typeset(format!(" ({column}{period}{missing})"))
}

/// All sections that have content, each figure in its own.
pub(super) fn all(words: &Words<'_>, report: &Report, figures: &[Figure]) -> Vec<Section> {
    let section = |id, title, blocks| Section { id, title, blocks };
    let mut out = vec![section("findings", pick!(words, report::key_findings), findings(words, report))];
    // What the centre or the calls show comes before what the answers say.
    out.extend(centre::sections(words, report));
    out.extend(transcripts::sections(words, report));
    out.extend([
        section("scores", pick!(words, report::scores), cards(words, report)),
        section("waves", pick!(words, report::scores_by_wave), tables::waves(words, report)),
        section("comparisons", pick!(words, report::changes), tables::comparisons(words, report)),
        section(
            "participation",
            pick!(words, report::participation),
            change_tables::participation(words, report),
        ),
        section("segments", pick!(words, report::scores_by_segment), segment_tables::segments(words, report)),
        section("drivers", pick!(words, report::what_moves_the_score), topic_tables::drivers(words, report)),
        section("themes", pick!(words, report::what_comments_speak_of), theme_tables::themes(words, report)),
        section("priorities", pick!(words, report::priorities), rated_tables::priorities(words, report)),
        section(
            "keyness",
            pick!(words, report::what_sets_comments_apart),
            topic_tables::keyness(words, report),
        ),
        section("keywords", pick!(words, report::keywords), topic_tables::keywords(words, report)),
        section("quotes", pick!(words, report::comments), quotes(words, report)),
        section("tables", pick!(words, report::choices), tables::choices(words, report)),
        section(
            "method",
            pick!(words, report::method),
            method::blocks(words, report).into_iter().chain(provenance::blocks(words, report)).collect(),
        ),
    ]);
    placing::place(words, report, figures, &mut out);
    out.retain(|s| !s.blocks.is_empty() && report.presentation.rank(s.id).is_some());
    out.sort_by_key(|s| report.presentation.rank(s.id));
    let titles: Vec<(String, String)> = out.iter().map(|s| (s.id.to_owned(), s.title.to_owned())).collect();
    let items = out.iter_mut().flat_map(|s| &mut s.blocks).filter_map(|block| match block {
        Block::Findings { items } => Some(items),
        _ => None,
    });
    for (item, finding) in items.flatten().zip(&report.findings) {
        item.proof = titles.iter().find(|(id, _)| *id == finding.section).cloned();
    }
    out
}

fn findings(words: &Words<'_>, report: &Report) -> Vec<Block> {
    if report.findings.is_empty() {
        return Vec::new();
    }
    let item = |f: &Finding| Item { code: f.code.clone(), text: f.text.clone(), proof: None };
    let items = report.findings.iter().map(item).collect();
    let key = method::key(words, report).map(|text| Block::Text { text });
    [Block::Findings { items }].into_iter().chain(key).collect()
}

fn cards(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut shown: Vec<&QuestionSummary> = words.scored().into_iter().map(|scored| scored.0).collect();
    let rated = |(rank, question): (usize, &&QuestionSummary)| rank > 0 && question.kind == Kind::Rating;
    let mut rest: Vec<&QuestionSummary> = Vec::new();
    if shown.iter().enumerate().filter(|row| rated(*row)).count() > RATING_CARDS {
        let main = shown.remove(0);
        (rest, shown) = shown.into_iter().partition(|question| question.kind == Kind::Rating);
        shown.insert(0, main);
    }
    let cards: Vec<Card> = shown.into_iter().filter_map(|q| card(words, report, q)).collect();
    let cards = (!cards.is_empty()).then_some(Block::Cards { cards });
    let table = tables::ratings(words, report, &rest).map(Block::Table);
    cards.into_iter().chain(table).collect()
}

fn card(words: &Words<'_>, report: &Report, question: &QuestionSummary) -> Option<Card> {
    let metrics = words.metrics(&question.id);
    let metric = *metrics.first()?;
    let cell = |metric, wave: Option<&str>| words.cell(&question.id, metric, wave, None);
    let total = cell(metric, None)?;
    let mut lines = Vec::new();
    let value = if let (Some(value), Some(n)) = (total.value, total.n) {
        let said = rests_on(words, total, n);
        lines.push(if report.study.waves.len() > 1 {
            page_words::all_waves(words, &said)
        } else {
            capitalized(&said)
        });
        words.value(&question.id, metric, value, decimals(metric))
    } else {
        let min = words.answers(report.study.min_group);
        lines.push(if report.study.min_group > 1 {
            say!(words, report::hidden_to_protect_anonymity_minimum(min))
        } else {
            pick!(words, report::no_answer).to_owned()
        });
        "–".to_owned()
    };
    for &other in &metrics[1..] {
        let Some(row) = cell(other, None) else { continue };
        let (Some(value), Some(_)) = (row.value, row.n) else { continue };
        let name = words.noun(&question.id, other).short();
        let value = words.value(&question.id, other, value, decimals(other));
        let interval = words.interval_of(row, decimals(other)).map(|i| format!(" {i}")).unwrap_or_default();
        lines.push(say!(words, report::joined(name, value, interval)));
    }
    if let [_, .., last] = report.study.waves.as_slice()
        && let Some(row) = cell(metric, Some(last))
        && let (Some(value), Some(n)) = (row.value, row.n)
    {
        let value = words.value(&question.id, metric, value, decimals(metric));
        let rests_on = rests_on(words, row, n);
        lines.push(say!(words, report::last_wave(last, value, rests_on)));
    }
    let of = |d: &&Distribution| d.question == question.id;
    if let Some(distribution) = report.distributions.iter().find(of)
        && let (Some(median), Some(low), Some(high)) =
            (distribution.median, distribution.median_low, distribution.median_high)
    {
        let number = |x: f64| words.lang.number(x, usize::from(x.fract() != 0.0));
        let interval = brackets(words.lang, &number(low), &number(high));
        let median = number(median);
        lines.push(say!(words, report::median_answer(median, interval)));
    }
    let own: Vec<&Target> = report.targets.iter().filter(|t| t.question == question.id).collect();
    lines.extend(own.iter().map(|t| targets::line(words, t)));
    let shares = shares(words, total);
    let alt = shares.iter().map(|s| format!("{} {}", s.label, s.text)).collect::<Vec<_>>().join(", ");
    Some(Card {
        title: words.noun(&question.id, metric).short(),
        question: words.lang.typeset(question.title().to_owned()),
        value,
        change: change(words, report, question, metric),
        lines,
        shares,
        alt,
        tone: tone(&own),
    })
}

/// What the score did between the last two waves.
fn change(words: &Words<'_>, report: &Report, question: &QuestionSummary, metric: Metric) -> Option<Change> {
    let [.., from, to] = report.study.waves.as_slice() else { return None };
    let of = |c: &&Comparison| {
        c.question == question.id && c.metric == metric && c.is_asked() && c.from == *from && c.to == *to
    };
    let c = report.comparisons.iter().find(of)?;
    let (significant, down) = (c.evidence() < SIGNIFICANT, c.difference < 0.0);
    let points = words.points(c.difference, decimals(metric));
    let reading = page_words::reading(words, significant, down);
    let tone = match (significant, down) {
        (true, true) => "down",
        (true, false) => "up",
        (false, _) => "still",
    };
    let text = page_words::change(words, (from, to), &points, reading, &words.evidence(c));
    Some(Change { tone, text })
}

/// How a card is marked: missed where one bound is, met where all are; its lines say the same.
fn tone(targets: &[&Target]) -> &'static str {
    let any = |met| targets.iter().any(|t| t.met == met);
    if any(Met::No) {
        "missed"
    } else if any(Met::Undecided) {
        "undecided"
    } else if any(Met::Yes) {
        "met"
    } else {
        ""
    }
}

/// `IC 95 % [+8,1 ; +16,0], base 2 310`.
fn rests_on(words: &Words<'_>, estimate: &Estimate, n: u64) -> String {
    let level = words.lang.level(estimate.level);
    let flag = if n < SMALL_BASE { "\u{a0}†" } else { "" };
    let effective = estimate.n_eff.filter(|_| estimate.deff.is_some()).map(|n| words.lang.number(n, 0));
    let effective = effective.map_or_else(String::new, |n| say!(words, report::effective(n)));
    let base = format!("base\u{a0}{}{flag}{effective}", words.lang.count(n));
    match words.interval_of(estimate, decimals(estimate.metric)) {
        Some(interval) => say!(words, report::interval_in_sections(level, interval, base)),
        None => base,
    }
}

/// Groups of answers, best first.
fn shares(words: &Words<'_>, estimate: &Estimate) -> Vec<ShareView> {
    const ORDER: [(Group, &str); 6] = [
        (Group::Promoters, "good"),
        (Group::High, "good"),
        (Group::Passives, "middle"),
        (Group::Middle, "middle"),
        (Group::Low, "bad"),
        (Group::Detractors, "bad"),
    ];
    let Some(shares) = &estimate.shares else { return Vec::new() };
    let view = |&(group, tone): &(Group, &'static str)| {
        let share = *shares.get(&group)?;
        Some(ShareView {
            tone,
            label: words.group_heading(&estimate.question, group),
            text: words.share(share, 1),
            width: format!("{:.2}", (share * 100.0).clamp(0.0, 100.0)),
        })
    };
    ORDER.iter().filter_map(view).collect()
}

/// Verbatims by the keyword they illustrate, in the report's order.
fn quotes(words: &Words<'_>, report: &Report) -> Vec<Block> {
    let mut keywords: Vec<(&str, &str)> = Vec::new();
    for quote in &report.quotes {
        let key = (quote.question.as_str(), quote.keyword.as_str());
        if !keywords.contains(&key) {
            keywords.push(key);
        }
    }
    if keywords.is_empty() {
        return Vec::new();
    }
    let mut out = vec![Block::Text { text: say!(words, report::chosen_to_illustrate_the_themes_and_words) }];
    for (question, keyword) in keywords {
        let of = report.quotes.iter().filter(|q| q.question == question && q.keyword == keyword);
        let quotes = of
            .map(|q| QuoteView {
                pieces: pieces(q),
                text: q.text.clone(),
                source: source(words, q),
                group: group(words, q),
            })
            .collect();
        out.push(Block::Quotes { title: words.lang.quote(keyword), quotes });
    }
    out
}

/// The group of answers of who wrote a verbatim, as the page names it.
fn group(words: &Words<'_>, quote: &Quote) -> Option<String> {
    let main = words.scored().first()?.0;
    Some(words.group_heading(&main.id, quote.group?))
}

/// The text of a quote cut where its theme is spoken of: each piece, and whether it is.
fn pieces(quote: &Quote) -> Vec<(String, bool)> {
    let chars: Vec<char> = quote.text.chars().collect();
    let mut out = Vec::new();
    let mut done = 0;
    for [from, to] in quote.marks.iter().copied().filter(|[from, to]| from < to && *to <= chars.len()) {
        out.push((chars[done..from].iter().collect(), false));
        out.push((chars[from..to].iter().collect(), true));
        done = to;
    }
    out.push((chars[done..].iter().collect(), false));
    out.retain(|(piece, _): &(String, bool)| !piece.is_empty());
    out
}

/// Who wrote a verbatim: score, group, file and row.
fn source(words: &Words<'_>, quote: &Quote) -> String {
    let mut parts = Vec::new();
    let main = words.scored().first().map(|scored| scored.0);
    if let Some(score) = quote.score {
        let digits = usize::from(score.fract() != 0.0);
        let out_of = main
            .and_then(|q| q.scale)
            .map_or_else(String::new, |[_, high]| format!("\u{a0}/\u{a0}{}", words.lang.number(high, 0)));
        parts.push(format!("{} {}{out_of}", pick!(words, report::score), words.lang.number(score, digits)));
    }
    if let (Some(group), Some(main)) = (quote.group, main) {
        // The other groups are named by their answers, which the score says already.
        if matches!(group, Group::Promoters | Group::Passives | Group::Detractors) {
            parts.push(words.group(&main.id, group).trim_end_matches('s').to_lowercase());
        }
    }
    let row = quote.row.map(|row| format!(", {} {row}", pick!(words, report::row)));
    parts.push(format!("{}{}", quote.file, row.unwrap_or_default()));
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::metric::Metric;
    use crate::report::sample;

    /// A report with an NPS and so many ratings.
    fn rated(ratings: usize) -> Report {
        let mut report = sample::empty(Lang::Fr);
        report.study.questions.push(sample::question("nps", "Reco", Kind::Nps, Some([0.0, 10.0])));
        report.metrics.push(sample::estimate("nps", Metric::Nps, 12.0, 400));
        for i in 0..ratings {
            let (id, column) = (format!("q{i}"), format!("Note {i}"));
            report.study.questions.push(sample::question(&id, &column, Kind::Rating, Some([1.0, 10.0])));
            report.metrics.push(sample::estimate(&id, Metric::RatingMean, 7.0, 400));
            report.metrics.push(sample::estimate(&id, Metric::RatingTop2, 30.0, 400));
        }
        report
    }

    #[test]
    fn many_ratings_make_a_table_under_the_cards() {
        for (ratings, cards, lines) in [(RATING_CARDS, RATING_CARDS + 1, 0), (6, 1, 6)] {
            let report = rated(ratings);
            let blocks = super::cards(&Words::new(&report), &report);
            let shown = match blocks.first() {
                Some(Block::Cards { cards }) => cards.len(),
                _ => 0,
            };
            let rows = match blocks.get(1) {
                Some(Block::Table(table)) => table.rows.len(),
                _ => 0,
            };
            assert_eq!((shown, rows), (cards, lines));
        }
    }

    #[test]
    fn findings_come_with_the_key_to_their_marks() {
        let mut report = sample::full(Lang::Fr);
        report.findings = crate::report::findings::findings(&report);
        let key = method::key(&Words::new(&report), &report).unwrap();
        for part in ["Entre crochets", "q\u{a0}: plus il est petit", "Base\u{a0}: nombre"] {
            assert!(key.contains(part), "{key}");
        }
        assert_eq!(method::key(&Words::new(&rated(0)), &rated(0)), None);
    }
}
