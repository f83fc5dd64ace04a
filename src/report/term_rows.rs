//! The rows of a report that come from the verbatims: keywords, keyness, drivers, languages.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::QuestionSummary;
use super::rows::Builder;
use crate::driver::{self, Driver};
use crate::error::Warning;
use crate::keyness::{self, Form, Keyness, Keyword, SideCounts, Sides};
use crate::metric::{Group, metrics_of};
use crate::privacy::{safe, suppressed};
use crate::study::{Kind, Question, QuestionCoding};
use crate::tally::{Histogram, Term, TermKind, Terms};
use crate::text::Language;

/// Keywords listed for each open question.
const KEYWORDS: usize = 100;

impl Builder<'_> {
    /// Keywords of each open question, what low scores say more, what moves each target.
    pub fn words(&self) -> (Vec<Keyword>, Vec<Keyness>, Vec<Driver>) {
        let (mut keywords, mut keyness, mut drivers) = (Vec::new(), Vec::new(), Vec::new());
        for (text, terms) in self.coding.texts.iter().zip(&self.tally.texts) {
            let support = support(terms.answered, self.min_group);
            let found = by_frequency(terms, support);
            let floor = self.min_group.max(2);
            keywords.extend(found.iter().filter(|t| t.term.n >= floor).take(KEYWORDS).map(|t| Keyword {
                question: text.id.clone(),
                label: t.label.to_owned(),
                kind: t.term.kind,
                topic: t.term.is_topic(t.label),
                forms: self.forms(t.term),
                n: t.term.n,
                share: t.term.n as f64 / terms.answered as f64,
            }));
            let tested: Vec<&Named> = found.iter().filter(|t| t.term.n >= support).collect();
            for (rank, &score) in self.targets.iter().enumerate() {
                let coded = &self.coding.scores[score];
                if text.about.as_ref().is_some_and(|about| *about != coded.question.id) {
                    continue;
                }
                keyness.extend(self.keyness(&text.id, coded, rank, terms, &tested));
                drivers.extend(self.drivers(&text.id, coded, rank, terms, &tested, support));
            }
        }
        (keywords, keyness, drivers)
    }

    /// Forms of a term; a form of fewer occurrences than the minimum group may be one person's word.
    fn forms(&self, term: &Term) -> Vec<Form> {
        let forms = term.sorted_forms().into_iter().filter(|(_, n)| *n >= self.min_group);
        forms.map(|(form, n)| Form { form: form.into(), n }).collect()
    }

    fn keyness(
        &self,
        question: &str,
        coded: &QuestionCoding,
        rank: usize,
        terms: &Terms,
        tested: &[&Named<'_>],
    ) -> Vec<Keyness> {
        let kind = coded.question.kind;
        let (low, high) = match kind {
            Kind::Nps | Kind::Enps => (Group::Detractors, Group::Promoters),
            _ => (Group::Low, Group::High),
        };
        let count = |counts: &[u64], group: Group| {
            let counts = self.tally.target(counts, rank);
            let of_group =
                coded.values.iter().zip(counts).filter(|(v, _)| coded.scale.group(kind, **v) == group);
            of_group.map(|(_, n)| n).sum::<u64>()
        };
        let sides = Sides {
            question,
            by: &coded.question.id,
            low: (low, count(&terms.scores, low)),
            high: (high, count(&terms.scores, high)),
        };
        if suppressed(sides.low.1.min(sides.high.1), self.min_group) {
            return Vec::new();
        }
        // How many of a group use a word is a base like others: none, or enough; those in the middle are what the
        // word has more among its scores.
        let told = |f: &&&Named<'_>| {
            let (low, high) = (count(&f.term.scores, low), count(&f.term.scores, high));
            let scored: u64 = self.tally.target(&f.term.scores, rank).iter().sum();
            safe(&[low, high, scored - low - high], self.min_group)
        };
        let counts: Vec<SideCounts<'_>> = tested
            .iter()
            .filter(told)
            .map(|f| SideCounts {
                label: f.label,
                kind: f.term.kind,
                topic: f.term.is_topic(f.label),
                low: count(&f.term.scores, low),
                high: count(&f.term.scores, high),
            })
            .collect();
        keyness::keyness(&sides, &counts)
    }

    fn drivers(
        &self,
        question: &str,
        coded: &QuestionCoding,
        rank: usize,
        terms: &Terms,
        tested: &[&Named<'_>],
        support: u64,
    ) -> Vec<Driver> {
        let histogram = |counts: &[u64]| {
            Histogram::new(coded.values.iter().copied().zip(self.tally.target(counts, rank).iter().copied()))
        };
        let base = histogram(&terms.scores);
        let mentions: Vec<driver::Mentions<'_>> = tested
            .iter()
            .map(|f| driver::Mentions {
                id: f.key,
                label: f.label,
                kind: f.term.kind.into(),
                topic: f.term.is_topic(f.label),
                answers: histogram(&f.term.scores),
            })
            .collect();
        let target = driver::Target {
            id: &coded.question.id,
            question,
            metric: metrics_of(coded.question.kind)[0],
            kind: coded.question.kind,
            scale: coded.scale,
        };
        let limits = driver::Limits { level: self.level, min_support: support, min_group: self.min_group };
        driver::drivers(&target, &base, &mentions, limits)
    }

    /// Said of each open question that has verbatims in another language than most.
    pub fn language_warnings(&self) -> Vec<Warning> {
        let said = |(text, terms): (&Question, &Terms)| {
            let mut read = terms.languages.sorted();
            if shown_languages(terms, self.min_group).is_empty() {
                return None;
            }
            let unknown = terms.languages.count(Language::Other);
            read.retain(|(language, _)| *language != Language::Other);
            let main = if read.is_empty() { Language::default() } else { read.remove(0).0 };
            Some(Warning::OtherLanguages { question: text.column.clone(), main, read, unknown })
        };
        self.coding.texts.iter().zip(&self.tally.texts).filter_map(said).collect()
    }

    /// What the study summary says of the open questions.
    pub(super) fn open_questions(&self) -> impl Iterator<Item = QuestionSummary> {
        self.coding.texts.iter().zip(&self.tally.texts).map(|(text, terms)| QuestionSummary {
            id: text.id.clone(),
            column: text.column.clone(),
            text: text.text.clone(),
            kind: Kind::Open,
            scale: None,
            reversed: false,
            target: None,
            minimum: None,
            margin: None,
            answered: Some(terms.answered).filter(|n| self.base_told(*n)),
            missing: Some(terms.missing.clone()).filter(|_| self.base_told(terms.answered)),
            languages: shown_languages(terms, self.min_group),
        })
    }
}

/// A keyword is tested from this many verbatims on: ten, or three in a thousand, never fewer than the
/// minimum group.
pub(super) fn support(verbatims: u64, min_group: u64) -> u64 {
    (verbatims * 3).div_ceil(1000).max(10).max(min_group)
}

/// Verbatims by language; nothing where one of them is written by fewer people than the minimum group, and nothing
/// to say where all are in one language.
fn shown_languages(terms: &Terms, min_group: u64) -> BTreeMap<String, u64> {
    let found = terms.languages.sorted();
    if found.len() < 2 || found.iter().any(|(_, n)| suppressed(*n, min_group)) {
        return BTreeMap::new();
    }
    found.into_iter().map(|(language, n)| (language.code().to_owned(), n)).collect()
}

/// A term with its key and its label.
pub(super) struct Named<'t> {
    key: &'t str,
    pub label: &'t str,
    pub term: &'t Term,
}

/// Terms, most frequent first, ties by the alphabet of labels. A word or a phrase that is met for the most part
/// inside one longer phrase is left out, and a word that is denied for the most part: the phrase, the denial say more.
/// They must be met `support` times, so as to be tested in its place.
pub(super) fn by_frequency(terms: &Terms, support: u64) -> Vec<Named<'_>> {
    let mut most: FxHashMap<String, u64> = FxHashMap::default();
    let phrases = terms.terms.iter().filter(|(_, t)| t.kind == TermKind::Phrase && t.n >= support);
    for (key, term) in phrases {
        let families: Vec<&str> = key.split(' ').collect();
        let parts = (1..families.len()).flat_map(|length| families.windows(length));
        for part in parts {
            let n = most.entry(part.join(" ")).or_default();
            *n = term.n.max(*n);
        }
    }
    let mut named: Vec<Named<'_>> = terms
        .terms
        .iter()
        .filter(|(key, term)| {
            let denied = terms.terms.get(format!("¬{key}").as_str()).filter(|denied| denied.n >= support);
            let denied = denied.map_or(0, |denied| denied.n);
            let inside = most.get(&***key).copied().unwrap_or_default();
            inside.max(denied) * 2 <= term.n
        })
        .filter_map(|(key, term)| Some(Named { key, label: term.label()?, term }))
        .collect();
    named.sort_by(|a, b| b.term.n.cmp(&a.term.n).then(a.label.cmp(b.label)).then(a.key.cmp(b.key)));
    named
}
