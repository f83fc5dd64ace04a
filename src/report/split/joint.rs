//! What the words, themes and models of the entities' reports tell together with those of the whole.
//!
//! Scores by segment are in the plan of what to hide. Words are not: who uses one is counted in each report alone, and
//! what the whole has more than the entities shown is told of those that are not. So a row stands in the reports of
//! the entities only while what is left of its counts is nobody or the minimum group at least; else the smallest of
//! its rows go, one after the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::driver::DriverKind;
use crate::keyness::Keyword;
use crate::metric::Group;
use crate::privacy::{safe, standing};
use crate::report::{QuestionSummary, Report};
use crate::study::Kind;
use crate::tally::Tally;

/// Rows of one kind: which, how they are named across reports, and what they count.
struct Rows<T> {
    of: fn(&mut Report) -> &mut Vec<T>,
    key: fn(&T) -> String,
    counts: fn(&T) -> Vec<u64>,
}

/// What rows count, by their names.
type Counts = BTreeMap<String, Vec<u64>>;

/// Takes out of the reports of entities what would tell, with the report of the whole, about fewer people than
/// `min_group`. `tallies` count the whole, then each of the entities, in the order of `parts`.
pub(super) fn agree(whole: &mut Report, parts: &mut [&mut Report], tallies: &[&Tally], min_group: u64) {
    for part in parts.iter_mut() {
        take_out_unplanned(part);
    }
    writers(whole, parts, tallies, min_group);
    let keywords =
        Rows { of: |r| &mut r.keywords, key: |k| keyword(&k.question, &k.label), counts: |k| vec![k.n] };
    settle(&all_keywords(whole, tallies), parts, &keywords, min_group);
    forms(whole, parts, min_group);
    let keyness = Rows {
        of: |r| &mut r.keyness,
        key: |k| format!("{}\n{}\n{}", k.question, k.by, k.label),
        counts: |k| match k.group {
            // The side that says it more is not the same in every report.
            Group::Promoters | Group::High => vec![k.n_out, k.n_in],
            _ => vec![k.n_in, k.n_out],
        },
    };
    settle(&keyness.listed(whole), parts, &keyness, min_group);
    let drivers = Rows {
        of: |r| &mut r.drivers,
        key: |d| format!("{}\n{}\n{:?}\n{}", d.target, d.question, d.kind, d.id),
        counts: |d| vec![d.n, d.base - d.n],
    };
    settle(&drivers.listed(whole), parts, &drivers, min_group);
    let themes = Rows {
        of: |r| &mut r.themes,
        key: |t| format!("{}\n{}", t.question, t.theme),
        counts: |t| vec![t.n, t.base - t.n],
    };
    settle(&themes.listed(whole), parts, &themes, min_group);
    let models = Rows { of: |r| &mut r.importance_models, key: |m| m.target.clone(), counts: |m| vec![m.n] };
    settle(&models.listed(whole), parts, &models, min_group);
    for part in parts.iter_mut() {
        let kept: Vec<String> = part.importance_models.iter().map(|m| m.target.clone()).collect();
        part.importance.retain(|row| kept.contains(&row.target));
        part.priorities.retain(|row| kept.contains(&row.target));
        // A quote illustrates a row that may have gone.
        let shown: Vec<(String, String)> =
            part.drivers.iter().map(|d| (d.question.clone(), d.label.clone())).collect();
        part.quotes.retain(|q| shown.contains(&(q.question.clone(), q.keyword.clone())));
    }
}

impl<T> Rows<T> {
    /// What the rows of a report count.
    fn listed(&self, report: &mut Report) -> Counts {
        (self.of)(report).iter().map(|row| ((self.key)(row), (self.counts)(row))).collect()
    }
}

/// Takes out of the report of an entity what is counted outside any plan: by wave, by answer, by choice, by reason or
/// by language, and the sub-themes, of which a theme has more than they say. Names every part of a report, so that a
/// new one is judged here.
fn take_out_unplanned(part: &mut Report) {
    let Report {
        // Of the entity, or made of what follows once it is settled.
        schema_version: _,
        generator: _,
        presentation: _,
        findings: _,
        study,
        warnings,
        // In the plan of what to hide.
        metrics: _,
        targets: _,
        comparisons: _,
        decompositions: _,
        series: _,
        modes: _,
        // Of other reports, or of the whole alone.
        indicators: _,
        centre: _,
        transcripts: _,
        rates: _,
        weighting: _,
        // Settled with those of the whole.
        keywords: _,
        keyness: _,
        themes,
        drivers,
        importance_models: _,
        importance: _,
        priorities: _,
        quotes: _,
        // Taken out.
        distributions,
        tables,
        contrasts,
        codebooks,
        theme_waves,
        theme_changes,
    } = part;
    distributions.clear();
    tables.clear();
    contrasts.clear();
    codebooks.clear();
    theme_waves.clear();
    theme_changes.clear();
    themes.retain(|theme| theme.parent.is_none());
    drivers.retain(|driver| {
        let told = || themes.iter().any(|t| t.question == driver.question && t.theme == driver.id);
        driver.kind != DriverKind::Theme || told()
    });
    for question in &mut study.questions {
        question.languages.clear();
        question.missing = None;
    }
    warnings.retain(|w| w.code != "other-languages");
    let choice = |q: &&mut QuestionSummary| matches!(q.kind, Kind::Single | Kind::Multiple);
    for question in study.questions.iter_mut().filter(choice) {
        question.answered = None;
    }
}

/// Takes the rows that cannot stand out of the reports of the entities, `whole` being what they count in that of the
/// whole. A row of which the whole knows nothing is compared with nothing: it goes.
fn settle<T>(whole: &Counts, parts: &mut [&mut Report], rows: &Rows<T>, min_group: u64) {
    let found: Vec<Counts> = parts.iter_mut().map(|part| rows.listed(part)).collect();
    let keys: BTreeSet<&String> = found.iter().flat_map(BTreeMap::keys).collect();
    let mut shown: Vec<BTreeSet<&String>> = vec![BTreeSet::new(); parts.len()];
    for (key, whole) in keys.into_iter().filter_map(|key| Some((key, whole.get(key)?))) {
        let counts: Vec<Option<Vec<u64>>> = found.iter().map(|rows| rows.get(key).cloned()).collect();
        let stands = standing(whole, &counts, min_group);
        for (shown, _) in shown.iter_mut().zip(stands).filter(|(_, stands)| *stands) {
            shown.insert(key);
        }
    }
    for (part, shown) in parts.iter_mut().zip(shown) {
        (rows.of)(part).retain(|row| shown.contains(&(rows.key)(row)));
    }
}

/// How a keyword is named across reports.
fn keyword(question: &str, label: &str) -> String {
    format!("{question}\n{label}")
}

/// The open questions of a study, in the order of their texts.
fn open(report: &Report) -> Vec<String> {
    report.study.questions.iter().filter(|q| q.kind == Kind::Open).map(|q| q.id.clone()).collect()
}

/// All keywords of the whole, of which its report lists the first alone.
fn all_keywords(whole: &Report, tallies: &[&Tally]) -> Counts {
    let mut all = Counts::new();
    let texts = tallies.first().map_or(&[][..], |tally| &tally.texts);
    for (id, text) in open(whole).iter().zip(texts) {
        for (label, n) in text.terms.values().filter_map(|term| Some((term.label()?, term.n))) {
            let known = all.entry(keyword(id, label)).or_insert_with(|| vec![n]);
            known[0] = known[0].max(n);
        }
    }
    all
}

/// The same for the forms of keywords.
fn forms(whole: &Report, parts: &mut [&mut Report], min_group: u64) {
    for keyword in &whole.keywords {
        let same = |k: &&Keyword| k.question == keyword.question && k.label == keyword.label;
        for form in &keyword.forms {
            let count = |part: &&mut Report| {
                let keyword = part.keywords.iter().find(same)?;
                keyword.forms.iter().find(|f| f.form == form.form).map(|f| vec![f.n])
            };
            let counts: Vec<Option<Vec<u64>>> = parts.iter().map(count).collect();
            for (part, stands) in parts.iter_mut().zip(standing(&[form.n], &counts, min_group)) {
                if stands {
                    continue;
                }
                for keyword in part.keywords.iter_mut().filter(|k| same(&&**k)) {
                    keyword.forms.retain(|f| f.form != form.form);
                }
            }
        }
    }
}

/// Takes out all that an open question says in the entities where those who wrote are too few, or would leave too few.
fn writers(whole: &Report, parts: &mut [&mut Report], tallies: &[&Tally], min_group: u64) {
    let Some((all, of_parts)) = tallies.split_first() else { return };
    for (at, id) in open(whole).iter().enumerate() {
        let counts = |tally: &Tally| {
            let terms = &tally.texts[at];
            let targets = 0..tally.shape().targets.len();
            let scored = targets.map(|rank| tally.target(&terms.scores, rank).iter().sum());
            std::iter::once(terms.answered).chain(scored).collect::<Vec<u64>>()
        };
        let found = of_parts.iter().map(|tally| Some(counts(tally)).filter(|n| safe(n, min_group)));
        let stands = standing(&counts(all), &found.collect::<Vec<_>>(), min_group);
        for (part, stands) in parts.iter_mut().zip(stands) {
            if stands {
                continue;
            }
            part.keywords.retain(|row| row.question != *id);
            part.keyness.retain(|row| row.question != *id);
            part.drivers.retain(|row| row.question != *id);
            part.themes.retain(|row| row.question != *id);
            part.quotes.retain(|row| row.question != *id);
            for question in part.study.questions.iter_mut().filter(|q| q.id == *id) {
                question.answered = None;
            }
        }
    }
}
