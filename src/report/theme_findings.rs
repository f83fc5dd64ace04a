//! Findings from the themes: what to fix first, what is liked, what is spoken of more than before.

use super::amounts::decimals;
use super::findings::{LISTED, SIGNIFICANT, finding};
use super::theme_rows::{ThemeChange, ThemeRow};
use super::words::Words;
use crate::driver::{Adjusted, Driver, DriverKind, Measured, what_if};
use crate::metric::Metric;
use crate::report::{Finding, Report};

/// A theme that goes with a score, the other themes held.
#[derive(Clone, Copy)]
struct Held<'a> {
    driver: &'a Driver,
    own: &'a Adjusted,
}

/// What the themes say of the score `target`: the one that costs most, the others, those that bring points, the one
/// that rose most. Ranked by the points that go with a theme when the others are held; only what chance does not
/// explain. Nothing where there are no themes.
pub(super) fn findings(words: &Words<'_>, report: &Report, target: &str, metric: Metric) -> Vec<Finding> {
    let held = |driver| Some(Held { driver, own: driver.adjusted.as_ref()? });
    let themes = report.drivers.iter().filter(|d| d.target == target && d.kind == DriverKind::Theme);
    let mut sure: Vec<Held<'_>> = themes.filter_map(held).filter(|t| t.own.q < SIGNIFICANT).collect();
    sure.sort_by(|a, b| {
        let larger = b.own.impact.abs().total_cmp(&a.own.impact.abs());
        larger.then_with(|| a.driver.label.cmp(&b.driver.label))
    });
    // One open question at a time: the one of the first theme.
    let Some(question) = sure.first().map(|t| t.driver.question.clone()) else { return Vec::new() };
    sure.retain(|t| t.driver.question == question);
    let (costly, liked): (Vec<Held<'_>>, Vec<Held<'_>>) = sure.into_iter().partition(|t| t.own.impact < 0.0);
    let teller = Teller { words, report, target, metric, within: words.within(&question) };
    let mut out = Vec::new();
    if let Some((first, others)) = costly.split_first() {
        out.push(finding("theme", teller.first(*first)));
        out.push(finding("what_if", teller.what_if(*first)));
        if !others.is_empty() {
            let list = teller.listed(others);
            out.push(finding("theme", say!(words, findings::next_come(teller.within, list))));
        }
    }
    if !liked.is_empty() {
        let list = teller.listed(&liked);
        let caveat = if costly.is_empty() { teller.caveat() } else { String::new() };
        out.push(finding(
            "positive_theme",
            say!(words, findings::conversely_themes_that_go_with_high_scores(teller.within, list, caveat)),
        ));
    }
    out.extend(teller.change(&question));
    out
}

struct Teller<'a> {
    words: &'a Words<'a>,
    report: &'a Report,
    target: &'a str,
    metric: Metric,
    within: String,
}

impl Teller<'_> {
    fn caveat(&self) -> String {
        say!(self.words, findings::this_is_an_association_not_proof_of_a)
    }

    fn row(&self, driver: &Driver) -> Option<&ThemeRow> {
        self.report.themes.iter().find(|row| row.question == driver.question && row.theme == driver.id)
    }

    /// Shares of the mentions that complain and that praise: `, 78 % pour s’en plaindre, 19 % pour s’en féliciter`.
    fn complaints(&self, driver: &Driver) -> String {
        let Some(row) = self.row(driver) else { return String::new() };
        let (bad, good) = (self.words.share(row.negative, 0), self.words.share(row.positive, 0));
        say!(self.words, findings::to_complain_of_it_to_praise_it(self.words.lang.count(row.n), bad, good))
    }

    /// The sub-theme that costs most, where there is one.
    fn above_all(&self, driver: &Driver) -> String {
        let below = |d: &&Driver| {
            d.target == driver.target
                && d.kind == DriverKind::Theme
                && d.q < SIGNIFICANT
                && d.impact < 0.0
                && self.row(d).is_some_and(|row| row.parent.as_ref() == Some(&driver.id))
        };
        let worst = self.report.drivers.iter().filter(below).min_by(|a, b| a.impact.total_cmp(&b.impact));
        worst.map_or_else(String::new, |sub| {
            let label = sub.label.rsplit(" › ").next().unwrap_or(&sub.label);
            let (label, share) = (self.words.lang.quote(label), self.words.share(share(sub), 0));
            say!(self.words, findings::first_in_question_of_the_answers_with_a(label, share))
        })
    }

    fn first(&self, theme: Held<'_>) -> String {
        let (words, digits) = (self.words, decimals(self.metric));
        let Held { driver, own } = theme;
        let label = words.lang.quote(&driver.label);
        let noun = words.noun(self.target, self.metric);
        let (the, a) = (noun.the(), noun.a());
        let (share, base) = (words.share(share(driver), 0), words.lang.count(driver.base));
        let with = words.bare(self.metric, driver.with, digits);
        let without = words.bare(self.metric, driver.without, digits);
        let points = words.points(own.impact, digits);
        let interval = words.gap_interval(own.impact_low, own.impact_high, digits);
        let (complaints, q) = (self.complaints(driver), words.q(own.q));
        let (above, within) = (self.above_all(driver), &self.within);
        say!(
            words,
            findings::to_fix_first_of_the_answers_with_a(
                within, label, share, base, complaints, a, with, without, points, the, interval, q, above
            )
        )
    }

    /// What the score would be if half of those who speak of the theme had nothing to say of it.
    fn what_if(&self, theme: Held<'_>) -> String {
        let Adjusted { impact, impact_low, impact_high, .. } = *theme.own;
        let found = what_if(Measured { value: impact, low: impact_low, high: impact_high }, 0.5);
        let the = self.words.noun(self.target, self.metric).the();
        let level = self.report.study.level;
        found.sentence(self.words.lang, &theme.driver.label, &the, level, decimals(self.metric))
    }

    /// Several themes, each with its share and the points that go with it.
    fn listed(&self, themes: &[Held<'_>]) -> String {
        let (words, digits) = (self.words, decimals(self.metric));
        let item = |(i, theme): (usize, &Held<'_>)| {
            let Held { driver, own } = *theme;
            let (label, share) = (words.lang.quote(&driver.label), words.share(share(driver), 0));
            let points = words.points(own.impact, digits);
            let interval = words.gap_interval(own.impact_low, own.impact_high, digits);
            let of = if i == 0 { pick!(words, findings::of_answers_with_a_comment) } else { "" };
            format!("{label} ({share}{of}, {points} {interval})")
        };
        let items: Vec<String> = themes.iter().take(LISTED).enumerate().map(item).collect();
        words.list(&items)
    }

    /// The theme that rose most since the wave before, and what goes with it.
    fn change(&self, question: &str) -> Option<Finding> {
        let words = self.words;
        let top = |change: &&ThemeChange| {
            change.question == question
                && change.q < SIGNIFICANT
                && change.difference > 0.0
                && !change.label.contains(" › ")
        };
        let rose = self.report.theme_changes.iter().filter(top);
        let change = rose.max_by(|a, b| a.difference.total_cmp(&b.difference))?;
        let label = words.lang.quote(&change.label);
        let (before, after) = (words.share(change.share_from, 0), words.share(change.share_to, 0));
        let (from, to, q) = (&change.from, &change.to, words.q(change.q));
        let moved = change
            .contribution
            .filter(|_| change.contribution_q.is_some_and(|q| q < SIGNIFICANT))
            .filter(|_| change.target.as_deref() == Some(self.target))
            .map_or_else(String::new, |points| {
                let digits = decimals(self.metric);
                let points = words.points(points, digits);
                let the = words.noun(self.target, self.metric).the();
                say!(words, findings::which_goes_with_on(points, the))
            });
        Some(finding(
            "theme_change",
            say!(words, findings::the_theme_on_the_rise_from_to_of(label, before, after, from, to, q, moved)),
        ))
    }
}

fn share(driver: &Driver) -> f64 {
    driver.n as f64 / driver.base.max(1) as f64
}
