//! Findings from the verbatims: which words go with low and high scores, and what is at stake.

use super::amounts::{brackets, decimals};
use super::findings::{LISTED, SIGNIFICANT, finding};
use super::theme_findings;
use super::words::{Words, capitalized};
use crate::driver::Driver;
use crate::keyness::Keyness;
use crate::metric::{Group, Metric};
use crate::report::{Finding, Report};

/// What the verbatims say of the score `main`, or of the first score that has drivers: drivers
/// first; where none is significant, the words that set one group apart; without scores, the
/// words most often met.
pub(super) fn findings(report: &Report, main: Option<&str>) -> Vec<Finding> {
    let words = Words::new(report);
    let has = |id: &str| report.drivers.iter().any(|d| d.target == id);
    let target = main.filter(|id| has(id)).or_else(|| report.drivers.first().map(|d| d.target.as_str()));
    let mut out = Vec::new();
    if let Some(target) = target
        && let Some(metric) = words.main_metric(target)
    {
        let themes = theme_findings::findings(&words, report, target, metric);
        let of_words = |d: &&Driver| d.target == target && d.kind.is_words();
        let drivers: Vec<&Driver> = report.drivers.iter().filter(of_words).collect();
        let mut said = of_drivers(&words, target, metric, &drivers, !themes.is_empty());
        if !themes.is_empty() {
            said.retain(|f| f.code != "no_driver");
        }
        out = themes;
        out.extend(said);
    }
    if !out
        .iter()
        .any(|f| ["theme", "positive_theme", "driver", "positive_driver"].contains(&f.code.as_str()))
    {
        out.extend(of_keyness(&words, &report.keyness));
    }
    if out.is_empty() {
        out.extend(of_keywords(&words, report));
    }
    out
}

/// Drivers that name a subject and whose q is under the threshold, of one sign, largest impact first.
fn significant<'a>(drivers: &[&'a Driver], negative: bool) -> Vec<&'a Driver> {
    let kept = drivers.iter().copied().filter(|d| d.topic && d.q < SIGNIFICANT && d.impact != 0.0);
    let mut rows: Vec<&Driver> = kept.filter(|d| (d.impact < 0.0) == negative).collect();
    rows.sort_by(|a, b| b.impact.abs().total_cmp(&a.impact.abs()).then_with(|| a.label.cmp(&b.label)));
    rows
}

/// `after` says that the themes have been told: words are then listed, no more.
fn of_drivers(
    words: &Words<'_>,
    target: &str,
    metric: Metric,
    drivers: &[&Driver],
    after: bool,
) -> Vec<Finding> {
    let (mut irritants, mut satisfiers) = (significant(drivers, true), significant(drivers, false));
    // One open question at a time: the one that the first word comes from.
    let first = irritants.first().or(satisfiers.first()).map(|d| d.question.as_str());
    irritants.retain(|d| Some(d.question.as_str()) == first);
    satisfiers.retain(|d| Some(d.question.as_str()) == first);
    let within = first.map_or_else(String::new, |question| words.within(question));
    let mut out = Vec::new();
    if after && !irritants.is_empty() {
        let list = listed(words, metric, &irritants);
        out.push(finding("driver", say!(words, report::words_that_go_with_low_scores(within, list))));
    } else if let Some((first, others)) = irritants.split_first() {
        out.push(finding("driver", main_irritant(words, target, metric, first, &within)));
        if !others.is_empty() {
            let list = listed(words, metric, others);
            let text = say!(words, report::other_words_that_go_with_low_scores(within, list));
            out.push(finding("driver", text));
        }
    }
    if !satisfiers.is_empty() {
        let list = listed(words, metric, &satisfiers);
        let caveat = if irritants.is_empty() && !after { caveat(words) } else { String::new() };
        let text = say!(words, report::conversely_words_that_go_with_high_scores(within, list, caveat));
        out.push(finding("positive_driver", text));
    }
    if out.is_empty() && !drivers.is_empty() {
        let (n, the) = (words.lang.count(drivers.len() as u64), words.noun(target, metric).the());
        let text = if drivers.len() == 1 {
            say!(words, report::the_only_keyword_does_not_move_the_score(the))
        } else {
            say!(words, report::no_keyword_moves_the_score(n, the))
        };
        out.push(finding("no_driver", text));
    }
    out
}

fn caveat(words: &Words<'_>) -> String {
    say!(words, report::this_is_an_association_not_proof_of_a)
}

/// Share of the base that mentions a driver, with a decimal under 1 %: `13 %`, `0,4 %`.
fn share(words: &Words<'_>, driver: &Driver) -> String {
    let share = driver.n as f64 / driver.base.max(1) as f64;
    words.share(share, usize::from(share < 0.01))
}

/// The irritant of largest impact. The score at stake is that of those who wrote, and the sentence says so.
fn main_irritant(words: &Words<'_>, target: &str, metric: Metric, driver: &Driver, within: &str) -> String {
    let digits = decimals(metric);
    let label = words.lang.quote(&driver.label);
    let noun = words.noun(target, metric);
    let (the, a) = (noun.the(), noun.a());
    let (share, n, base) = (share(words, driver), words.answers(driver.n), words.lang.count(driver.base));
    let (with, without) =
        (words.bare(metric, driver.with, digits), words.bare(metric, driver.without, digits));
    let gain = words.points_size(driver.impact, digits);
    let interval = brackets(
        words.lang,
        &words.lang.number(-driver.ci_high, digits),
        &words.lang.number(-driver.ci_low, digits),
    );
    let (q, caveat) = (words.q(driver.q), caveat(words));
    say!(
        words,
        report::main_pain_point_the_that_mention_it_of(
            within, label, n, share, base, a, with, without, the, gain, interval, q, caveat
        )
    )
}

/// Several drivers, each with its share and the points at stake; the first one says what these are.
fn listed(words: &Words<'_>, metric: Metric, drivers: &[&Driver]) -> String {
    let digits = decimals(metric);
    let items: Vec<String> = drivers
        .iter()
        .take(LISTED)
        .enumerate()
        .map(|(i, driver)| {
            let (label, share) = (words.lang.quote(&driver.label), share(words, driver));
            let impact = words.points(driver.impact, digits);
            let interval = words.gap_interval(driver.ci_low, driver.ci_high, digits);
            let (of, at_stake) = if i == 0 {
                (pick!(words, report::of_answers_with_a_comment), pick!(words, report::impact))
            } else {
                ("", "")
            };
            format!("{label} ({share}{of}, {at_stake}{impact} {interval})")
        })
        .collect();
    words.list(&items)
}

/// What each group says more than the other, two sentences at most.
fn of_keyness(words: &Words<'_>, keyness: &[Keyness]) -> Vec<Finding> {
    let mut out = Vec::new();
    for groups in [[Group::Detractors, Group::Low], [Group::Promoters, Group::High]] {
        let mut rows: Vec<&Keyness> =
            keyness.iter().filter(|k| groups.contains(&k.group) && k.topic && k.q < SIGNIFICANT).collect();
        rows.sort_by(|a, b| {
            b.log_likelihood.total_cmp(&a.log_likelihood).then_with(|| a.label.cmp(&b.label))
        });
        let Some(&first) = rows.first() else { continue };
        rows.retain(|k| k.by == first.by && k.question == first.question);
        let items: Vec<String> = rows
            .iter()
            .take(LISTED)
            .map(|k| {
                let inside = words.share(k.n_in as f64 / k.base_in.max(1) as f64, 0);
                let outside = words.share(k.n_out as f64 / k.base_out.max(1) as f64, 0);
                let label = words.lang.quote(&k.label);
                say!(words, report::against_in_topics(label, inside, outside))
            })
            .collect();
        let list = words.list(&items);
        let who = capitalized(words.people(&first.by, first.group));
        let other = words.people(&first.by, Words::opposite(first.group));
        let (base_in, base_out) = (words.lang.count(first.base_in), words.lang.count(first.base_out));
        let within = words.within(&first.question);
        out.push(finding(
            "keyness",
            say!(
                words,
                report::say_more_often_than_share_of_comments_bases(
                    who, other, within, list, base_in, base_out
                )
            ),
        ));
    }
    out
}

/// The words most often met, for a study without scores.
fn of_keywords(words: &Words<'_>, report: &Report) -> Option<Finding> {
    let first = report.keywords.first()?;
    let of_first = || report.keywords.iter().filter(|k| k.question == first.question);
    // A word that only denies, judges or measures tells nothing alone.
    let topics = of_first().any(|k| k.topic);
    let items: Vec<String> = of_first()
        .filter(|k| k.topic || !topics)
        .take(LISTED + 2)
        .map(|k| {
            let label = words.lang.quote(&k.label);
            format!("{label} ({}, {})", words.share(k.share, 0), words.lang.count(k.n))
        })
        .collect();
    let list = words.list(&items);
    Some(finding("keyword", say!(words, report::the_most_frequent_words_as_share_and_number(list))))
}
