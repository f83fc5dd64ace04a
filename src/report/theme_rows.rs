//! The rows of a report that come from the themes of the verbatims: what is spoken of, how it is judged, what it does
//! to the scores, what changed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::amounts::SMALL_BASE;
use super::rows::Builder;
use super::term_rows::support;
use super::theme_pairs::Overlap;
use super::theme_told::told;
use super::theme_waves::ThemeWave;
use crate::driver::change::{Novelty, Pair, WaveMentions, changes};
use crate::driver::{self, Adjusted, Driver, DriverKind, Jackknife, Target, adjusted};
use crate::metric::metrics_of;
use crate::privacy::suppressed;
use crate::tally::{Histogram, ThemePlan, Themes};
use crate::text::is_topic;
use crate::theme::{Codebook, Pole};

/// Words listed of the verbatims that no theme covers.
const UNCOVERED: usize = 20;

/// A theme of an open question. Base: verbatims in a language that is known.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ThemeRow {
    /// Id of the open question.
    pub question: String,
    /// Id of the theme in the codebook.
    pub theme: String,
    /// Name shown.
    pub label: String,
    /// Id of the theme that it belongs to; null at the top.
    pub parent: Option<String>,
    /// True for a catch-all, such as general satisfaction: not counted in the coverage, never a driver.
    pub general: bool,
    /// Verbatims that mention it.
    pub n: u64,
    /// Verbatims.
    pub base: u64,
    /// `n` / `base`, 0…1.
    pub share: f64,
    /// Share of the mentions that are pleased with it, 0…1.
    pub positive: f64,
    /// Share that says neither, or both.
    pub neutral: f64,
    /// Share that is displeased with it.
    pub negative: f64,
}

/// How a codebook fits an open question.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CodebookRow {
    /// Id of the open question.
    pub question: String,
    /// Name of the codebook.
    pub codebook: String,
    /// Verbatims.
    pub base: u64,
    /// Verbatims that a theme covers, catch-alls apart.
    pub covered: u64,
    /// `covered` / `base`, 0…1.
    pub coverage: f64,
    /// Words most often met in the verbatims that no theme covers: what the codebook may lack.
    pub uncovered: Vec<UncoveredWord>,
    /// Pairs of themes that are mentioned together, most often first.
    pub overlaps: Vec<Overlap>,
    /// Verbatims that each rule finds, in the order of the codebook.
    pub rules: Vec<RuleRow>,
}

/// A word of the verbatims that no theme covers.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UncoveredWord {
    /// Name shown.
    pub label: String,
    /// Verbatims without a theme that hold it.
    pub n: u64,
}

/// A rule of the codebook.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RuleRow {
    /// Id of its theme.
    pub theme: String,
    /// As the codebook writes it.
    pub rule: String,
    /// Line of the codebook.
    pub line: usize,
    /// Verbatims where it matches.
    pub n: u64,
}

/// A theme between the last wave and the one before. Base: verbatims of each wave.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ThemeChange {
    /// Id of the open question.
    pub question: String,
    /// Id of the theme.
    pub theme: String,
    /// Name shown.
    pub label: String,
    /// The wave before.
    pub from: String,
    /// The wave after.
    pub to: String,
    /// Verbatims that mention it, before.
    pub n_from: u64,
    /// Verbatims that mention it, after.
    pub n_to: u64,
    /// Share of the verbatims, before, 0…1.
    pub share_from: f64,
    /// Share of the verbatims, after, 0…1.
    pub share_to: f64,
    /// `share_to` − `share_from`.
    pub difference: f64,
    /// Lower end of its interval.
    pub ci_low: f64,
    /// Upper end of its interval.
    pub ci_high: f64,
    /// Two-sided p-value of the difference.
    pub p: f64,
    /// Benjamini–Hochberg q-value over the themes.
    pub q: f64,
    /// True when nobody mentioned it before.
    pub new: bool,
    /// Id of the score whose move it may go with; null where there is none.
    pub target: Option<String>,
    /// Points of that score's move that go with the theme: its impact after less its impact before. Themes overlap:
    /// these do not add up.
    pub contribution: Option<f64>,
    /// Lower end of the interval of the contribution.
    pub contribution_low: Option<f64>,
    /// Upper end of the interval of the contribution.
    pub contribution_high: Option<f64>,
    /// Benjamini–Hochberg q-value of the contribution over the themes.
    pub contribution_q: Option<f64>,
}

/// What the themes give to a report.
#[derive(Default)]
pub(super) struct Found {
    pub themes: Vec<ThemeRow>,
    pub codebooks: Vec<CodebookRow>,
    pub waves: Vec<ThemeWave>,
    pub changes: Vec<ThemeChange>,
    pub drivers: Vec<Driver>,
}

/// The themes of one open question.
pub(super) struct Coded<'a> {
    pub question: &'a str,
    pub plan: &'a ThemePlan,
    pub themes: &'a Themes,
    /// Verbatims.
    pub base: u64,
    /// By theme, whether its mentions may be told.
    pub told: Vec<bool>,
}

impl Builder<'_> {
    /// Themes of each open question, and what they do to the targets.
    pub fn themes(&self) -> Found {
        let mut found = Found::default();
        let plans = self.tally.shape().themes.iter().zip(&self.tally.themes);
        for (text, (plan, themes)) in self.coding.texts.iter().zip(plans) {
            let (Some(plan), Some(themes)) = (plan.as_deref(), themes) else { continue };
            let base = themes.counts.verbatims;
            if suppressed(base, self.min_group) {
                continue;
            }
            let mentions = (0..plan.book.themes.len()).map(|at| themes.counts.mentions(at));
            let shown: Vec<_> = mentions.map(|n| Some(n).filter(|n| self.shown(*n, base))).collect();
            let told = told(&plan.book, &shown, self.min_group);
            let coded = Coded { question: &text.id, plan, themes, base, told };
            found.themes.extend(self.theme_rows(&coded));
            found.codebooks.push(self.codebook_row(&coded));
            let mut main = None;
            for rank in 0..self.targets.len() {
                if plan.scores[rank].is_some() {
                    main.get_or_insert(rank);
                    found.drivers.extend(self.theme_drivers(&coded, rank));
                }
            }
            let changes = self.theme_changes(&coded, main);
            found.waves.extend(self.theme_waves(&coded, &changes));
            found.changes.extend(changes);
        }
        found
    }

    /// Whether a number may be shown that this many verbatims make, and as many others do not.
    pub(super) fn shown(&self, n: u64, base: u64) -> bool {
        n > 0 && !suppressed(n, self.min_group) && (n == base || !suppressed(base - n, self.min_group))
    }

    /// The name of a theme, after the one that it belongs to.
    pub(super) fn theme_label(&self, book: &Codebook, theme: usize) -> String {
        let own = book.themes[theme].label.get(self.lang);
        match book.themes[theme].parent {
            Some(parent) => format!("{} › {own}", book.themes[parent].label.get(self.lang)),
            None => own.to_owned(),
        }
    }

    fn theme_rows(&self, coded: &Coded<'_>) -> Vec<ThemeRow> {
        let book = &coded.plan.book;
        let row = |(at, theme): (usize, &crate::theme::Theme)| {
            let n = coded.themes.counts.mentions(at);
            let of = |pole| coded.themes.counts.with_pole(at, pole) as f64 / n as f64;
            coded.told[at].then(|| ThemeRow {
                question: coded.question.to_owned(),
                theme: theme.id.clone(),
                label: self.theme_label(book, at),
                parent: theme.parent.map(|parent| book.themes[parent].id.clone()),
                general: theme.general,
                n,
                base: coded.base,
                share: n as f64 / coded.base as f64,
                positive: of(Pole::Positive),
                neutral: of(Pole::Neutral),
                negative: of(Pole::Negative),
            })
        };
        let mut rows: Vec<ThemeRow> = book.themes.iter().enumerate().filter_map(row).collect();
        rows.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(&b.label)));
        rows
    }

    fn codebook_row(&self, coded: &Coded<'_>) -> CodebookRow {
        let (book, counts) = (&coded.plan.book, &coded.themes.counts);
        let floor = self.min_group.max(2);
        let place = self.coding.texts.iter().position(|text| text.id == coded.question);
        let terms = place.map(|at| &self.tally.texts[at].terms);
        let uncovered = coded.themes.uncovered.iter().filter(|(_, n)| **n >= floor);
        let mut uncovered: Vec<UncoveredWord> = uncovered
            .filter_map(|(key, n)| {
                let label = terms?.get(key)?.label()?;
                is_topic(label).then(|| UncoveredWord { label: label.to_owned(), n: *n })
            })
            .collect();
        uncovered.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(&b.label)));
        uncovered.truncate(UNCOVERED);
        let id = |theme: usize| book.themes[theme].id.clone();
        let rules = book.rules.iter().enumerate().map(|(at, rule)| (rule, counts.rules.get(&at)));
        let rules = rules.map(|(rule, n)| (rule, n.copied().unwrap_or_default()));
        CodebookRow {
            question: coded.question.to_owned(),
            codebook: book.label.get(self.lang).to_owned(),
            base: coded.base,
            covered: counts.covered,
            coverage: counts.covered as f64 / coded.base as f64,
            uncovered,
            overlaps: self.overlaps(coded),
            // A rule is part of its theme as a sub-theme is.
            rules: rules
                .filter(|(rule, n)| {
                    let shown = || coded.told[rule.theme] && self.shown(*n, counts.mentions(rule.theme));
                    *n == 0 || shown()
                })
                .map(|(rule, n)| RuleRow {
                    theme: id(rule.theme),
                    rule: rule.text.clone(),
                    line: rule.line,
                    n,
                })
                .collect(),
        }
    }

    /// Answers to the target of a rank among verbatims counted by value of all targets, after their number.
    fn theme_answers(&self, counts: &[u64], rank: usize) -> Histogram {
        let coded = &self.coding.scores[self.targets[rank]];
        let counts = self.tally.target(&counts[1..], rank);
        Histogram::new(coded.values.iter().copied().zip(counts.iter().copied()))
    }

    /// What each theme does to a score, alone and with the others held.
    fn theme_drivers(&self, coded: &Coded<'_>, rank: usize) -> Vec<Driver> {
        let (plan, themes) = (coded.plan, coded.themes);
        let score = &self.coding.scores[self.targets[rank]];
        let support = support(coded.base, self.min_group);
        let base = self.theme_answers(&themes.verbatims(None), rank);
        let answers = (0..plan.book.themes.len()).map(|at| themes.mentions(at, None, None));
        let answers: Vec<Histogram> = answers.map(|counts| self.theme_answers(&counts, rank)).collect();
        // Those who give no score apart, a theme and its sub-themes are told as they are in the themes.
        let tested = |(at, answers): (usize, &Histogram)| {
            let may = coded.told[at] && !plan.book.themes[at].general;
            Some(answers.n()).filter(|n| may && *n >= support && self.shown(*n, base.n()))
        };
        let tested: Vec<Option<u64>> = answers.iter().enumerate().map(tested).collect();
        let told = told(&plan.book, &tested, self.min_group);
        let labelled: Vec<(usize, String)> =
            (0..told.len()).filter(|at| told[*at]).map(|at| (at, self.theme_label(&plan.book, at))).collect();
        let mentions: Vec<driver::Mentions<'_>> = labelled
            .iter()
            .map(|(at, label)| driver::Mentions {
                id: &plan.book.themes[*at].id,
                label,
                kind: DriverKind::Theme,
                topic: true,
                answers: answers[*at].clone(),
            })
            .collect();
        let target = Target {
            id: &score.question.id,
            question: coded.question,
            metric: metrics_of(score.question.kind)[0],
            kind: score.question.kind,
            scale: score.scale,
        };
        let limits = driver::Limits { level: self.level, min_support: support, min_group: self.min_group };
        let mut rows = driver::drivers(&target, &base, &mentions, limits);

        let (Some(model), Some(steps)) = (&themes.models[rank], &plan.scores[rank]) else { return rows };
        let count = plan.model_themes();
        let mut units = vec![1.0; count];
        units.push(steps.step);
        let jackknife = Jackknife::new(model.clone(), &units, &BTreeMap::new());
        let variables: Vec<usize> = (0..count).collect();
        // Under thirty mentions the errors of a model are as unsure as what they measure.
        let least = support.max(SMALL_BASE);
        let Some(model) = adjusted(&jackknife, count, &variables, least, self.level) else { return rows };
        let mut effects: BTreeMap<&str, Adjusted> = BTreeMap::new();
        for effect in model.effects {
            if let Some(at) = plan.variables.iter().position(|variable| *variable == Some(effect.theme)) {
                effects.insert(&plan.book.themes[at].id, effect.into());
            }
        }
        for row in &mut rows {
            row.adjusted = effects.remove(row.id.as_str());
        }
        rows
    }

    /// Themes that rise or fall between the last two waves, and what goes with the move of the score of that rank.
    fn theme_changes(&self, coded: &Coded<'_>, rank: Option<usize>) -> Vec<ThemeChange> {
        let [.., from, to] = self.waves.as_slice() else { return Vec::new() };
        let waves = [self.waves.len() - 2, self.waves.len() - 1];
        let book = &coded.plan.book;
        let verbatims = waves.map(|wave| coded.themes.verbatims(Some(wave)));
        let hides = |wave: usize| {
            (0..self.coding.scores.len()).any(|score| self.hidden.cell(score, Some(wave), None).is_some())
        };
        if waves.into_iter().any(hides)
            || verbatims.iter().any(|counts| suppressed(counts[0], self.min_group))
        {
            return Vec::new();
        }
        let score = rank.map(|rank| &self.coding.scores[self.targets[rank]]);
        let worth = |histogram: Histogram| {
            score.map_or_else(Histogram::default, |score| {
                let (kind, scale) = (score.question.kind, score.scale);
                histogram.map(|answer| metrics_of(kind)[0].of_answer(kind, scale, answer))
            })
        };
        let of = |counts: &[u64], all: &[u64]| {
            let answers =
                |counts: &[u64]| rank.map_or_else(Histogram::default, |r| self.theme_answers(counts, r));
            let without: Vec<u64> = all.iter().zip(counts).map(|(all, with)| all - with).collect();
            WaveMentions {
                mentions: counts[0],
                verbatims: all[0],
                with: worth(answers(counts)),
                without: worth(answers(&without)),
            }
        };
        let mut tested = Vec::new();
        let mut pairs = Vec::new();
        for (at, theme) in book.themes.iter().enumerate().filter(|(_, theme)| !theme.general) {
            // As in the themes by wave.
            if self.min_group > 1 && theme.parent.is_some() {
                continue;
            }
            let counts = waves.map(|wave| coded.themes.mentions(at, None, Some(wave)));
            // None, or enough: how many of a wave speak of a theme is a base like others, and so is what the total
            // leaves for the other waves.
            let others = coded.themes.counts.mentions(at) - counts[0][0] - counts[1][0];
            let told = counts.iter().zip(&verbatims).all(|(n, all)| n[0] == 0 || self.shown(n[0], all[0]))
                && (others == 0 || !suppressed(others, self.min_group));
            if told {
                tested.push(at);
                pairs.push(Pair { from: of(&counts[0], &verbatims[0]), to: of(&counts[1], &verbatims[1]) });
            }
        }
        let least = support(verbatims[0][0].min(verbatims[1][0]), self.min_group);
        let mut rows: Vec<ThemeChange> = changes(&pairs, least, self.level)
            .into_iter()
            .map(|change| {
                let (theme, pair) = (&book.themes[tested[change.theme]], &pairs[change.theme]);
                let part = change.contribution.filter(|_| rank.is_some());
                ThemeChange {
                    question: coded.question.to_owned(),
                    theme: theme.id.clone(),
                    label: self.theme_label(book, tested[change.theme]),
                    from: from.clone(),
                    to: to.clone(),
                    n_from: pair.from.mentions,
                    n_to: pair.to.mentions,
                    share_from: change.share.from,
                    share_to: change.share.to,
                    difference: change.share.difference.value,
                    ci_low: change.share.difference.low,
                    ci_high: change.share.difference.high,
                    p: change.share.p.p,
                    q: change.share.q,
                    new: change.share.novelty == Some(Novelty::New),
                    target: score.filter(|_| part.is_some()).map(|score| score.question.id.clone()),
                    contribution: part.map(|part| part.total.value),
                    contribution_low: part.map(|part| part.total.low),
                    contribution_high: part.map(|part| part.total.high),
                    contribution_q: part.map(|part| part.q),
                }
            })
            .collect();
        rows.sort_by(|a, b| {
            let larger = b.difference.abs().total_cmp(&a.difference.abs());
            larger.then_with(|| a.label.cmp(&b.label))
        });
        rows
    }
}
