//! The terms of one open question as one thread meets them, by number.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::quotes::{Candidate, Candidates};
use super::terms::{GROUPS, Term, TermKind, Terms};
use crate::text::{Analyzer, FormId, Lexis, Match, Reading, Word};

/// What a verbatim is counted with: the places of its author's answers among the values of all targets, the group
/// of the main score, and the verbatim as a candidate for a quote.
pub(super) struct Author<'a> {
    pub places: &'a [usize],
    pub group: Option<usize>,
    pub candidate: Candidate,
}

/// Counts of one thread; [`finish`](Self::finish) replaces the numbers by names.
pub(super) struct WordCounter {
    analyzer: Analyzer,
    reading: Reading,
    /// Values of all targets together.
    width: usize,
    counts: Vec<Count>,
    /// Verbatims by term and by value of the targets, one term after the other.
    scores: Vec<u32>,
    /// Number of the term of each family, affirmed and denied, and of each phrase.
    words: Vec<Option<u32>>,
    denied: Vec<Option<u32>>,
    phrases: Vec<Option<u32>>,
    /// Occurrences of each form of a word, of each negator with the word that it denies, of the forms of phrases.
    forms: Vec<u64>,
    denied_forms: FxHashMap<(FormId, Joint, FormId), u64>,
    phrase_forms: FxHashMap<u64, PhraseForm>,
    /// Number of the verbatim being read.
    verbatim: u32,
}

#[derive(Default)]
struct Count {
    n: u32,
    /// Last verbatim that held it: a second occurrence does not count again.
    last: u32,
    quotes: [Candidates; GROUPS],
}

/// What joins a negator to the word that follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Joint {
    /// Nothing that is shown.
    Space,
    /// `de` or `d'`, this form.
    Of(FormId),
}

struct PhraseForm {
    term: u32,
    forms: Box<[FormId]>,
    n: u64,
}

impl WordCounter {
    /// Nothing counted yet; `width` values of all targets together.
    pub fn new(lexis: Arc<Lexis>, width: usize) -> Self {
        Self {
            analyzer: Analyzer::with(lexis),
            reading: Reading::default(),
            width,
            counts: Vec::new(),
            scores: Vec::new(),
            words: Vec::new(),
            denied: Vec::new(),
            phrases: Vec::new(),
            forms: Vec::new(),
            denied_forms: FxHashMap::default(),
            phrase_forms: FxHashMap::default(),
            verbatim: 0,
        }
    }

    /// Counts one verbatim.
    pub fn add(&mut self, text: &str, author: &Author<'_>) {
        self.verbatim += 1;
        let mut reading = std::mem::take(&mut self.reading);
        self.analyzer.read(text, &mut reading);
        self.forms.resize(self.analyzer.forms().len(), 0);
        self.words.resize(self.analyzer.families().len(), None);
        self.denied.resize(self.analyzer.families().len(), None);
        let mut negator = None;
        for (at, word) in reading.words.iter().enumerate() {
            self.word(&reading.words, at, negator, author);
            let form = self.analyzer.form(word.form);
            negator = if word.gap == crate::text::Gap::Sentence {
                None
            } else if form.negator() {
                Some(at)
            } else {
                negator
            };
        }
        for found in &reading.phrases {
            self.phrase(&reading.words, found, author);
        }
        self.reading = reading;
    }

    fn word(&mut self, words: &[Word], at: usize, negator: Option<usize>, author: &Author<'_>) {
        let word = words[at];
        let form = self.analyzer.form(word.form);
        if !form.content {
            return;
        }
        let (family, topic) = (form.family.0 as usize, form.topic());
        // “Pas satisfait” is no mention of “satisfait”; “pas de remboursement” is one of “remboursement”.
        if !word.negated || topic {
            self.forms[word.form.0 as usize] += 1;
            let term = number(&mut self.words[family], &mut self.counts);
            self.mention(term, author);
        }
        if let Some(negator) = negator.filter(|_| word.negated) {
            let term = number(&mut self.denied[family], &mut self.counts);
            self.mention(term, author);
            let joint = match at - negator {
                2 if self.analyzer.form(words[at - 1].form).is_de() => Joint::Of(words[at - 1].form),
                _ => Joint::Space,
            };
            *self.denied_forms.entry((words[negator].form, joint, word.form)).or_default() += 1;
        }
    }

    fn phrase(&mut self, words: &[Word], found: &Match, author: &Author<'_>) {
        let phrase = found.phrase.0 as usize;
        if self.phrases.len() <= phrase {
            self.phrases.resize(phrase + 1, None);
        }
        let term = number(&mut self.phrases[phrase], &mut self.counts);
        self.mention(term, author);
        let forms = || words[found.first..=found.last].iter().map(|word| word.form);
        let mut hasher = FxHasher::default();
        found.phrase.hash(&mut hasher);
        forms().for_each(|form| form.hash(&mut hasher));
        let new = || PhraseForm { term, forms: forms().collect(), n: 0 };
        self.phrase_forms.entry(hasher.finish()).or_insert_with(new).n += 1;
    }

    /// Counts the verbatim for a term, once.
    fn mention(&mut self, term: u32, author: &Author<'_>) {
        let term = term as usize;
        self.scores.resize(self.scores.len().max((term + 1) * self.width), 0);
        let count = &mut self.counts[term];
        if count.last == self.verbatim {
            return;
        }
        count.last = self.verbatim;
        count.n += 1;
        for place in author.places {
            self.scores[term * self.width + place] += 1;
        }
        if let Some(group) = author.group {
            count.quotes[group].offer(author.candidate);
        }
    }

    /// Adds the counts to `terms`, under names that every thread agrees on.
    pub fn finish(self, terms: &mut Terms) {
        let analyzer = &self.analyzer;
        let mut named: Vec<(Box<str>, Term)> = Vec::with_capacity(self.counts.len());
        for (number, count) in self.counts.into_iter().enumerate() {
            let scores = &self.scores[number * self.width..(number + 1) * self.width];
            let term = Term {
                n: u64::from(count.n),
                scores: scores.iter().map(|n| u64::from(*n)).collect(),
                quotes: count.quotes,
                ..Term::default()
            };
            named.push(("".into(), term));
        }
        let mut name = |numbers: &[Option<u32>], kind: TermKind, key: &dyn Fn(usize) -> String| {
            for (i, number) in numbers.iter().enumerate().filter_map(|(i, number)| Some((i, (*number)?))) {
                let (name, term) = &mut named[number as usize];
                *name = key(i).into();
                term.kind = kind;
            }
        };
        let family = |i: usize| analyzer.families()[i].to_string();
        name(&self.words, TermKind::Word, &family);
        name(&self.denied, TermKind::Negated, &|i| format!("¬{}", family(i)));
        name(&self.phrases, TermKind::Phrase, &|i| analyzer.phrase(crate::text::PhraseId(i as u32)));

        let mut count = |term: Option<u32>, form: String, n: u64| {
            if let Some(term) = term {
                *named[term as usize].1.forms.entry(form.into()).or_default() += n;
            }
        };
        for (form, n) in analyzer.forms().iter().zip(&self.forms).filter(|(_, n)| **n > 0) {
            count(self.words[form.family.0 as usize], form.normal.to_string(), *n);
        }
        for ((negator, joint, word), n) in self.denied_forms {
            let family = analyzer.form(word).family.0 as usize;
            let of = match joint {
                Joint::Space => None,
                Joint::Of(de) => Some(de),
            };
            let forms = [Some(negator), of, Some(word)];
            count(self.denied[family], spelled(analyzer, forms.into_iter().flatten()), n);
        }
        for phrase in self.phrase_forms.into_values() {
            count(Some(phrase.term), spelled(analyzer, phrase.forms.iter().copied()), phrase.n);
        }
        for (key, term) in named {
            terms.add(key, term);
        }
    }
}

/// The number of a term, a new one where it has none.
fn number(term: &mut Option<u32>, counts: &mut Vec<Count>) -> u32 {
    *term.get_or_insert_with(|| {
        counts.push(Count::default());
        counts.len() as u32 - 1
    })
}

/// Forms as they are written together.
fn spelled(analyzer: &Analyzer, forms: impl Iterator<Item = FormId>) -> String {
    let mut out = String::new();
    for form in forms {
        if !out.is_empty() && !out.ends_with('\'') {
            out.push(' ');
        }
        out.push_str(&analyzer.form(form).normal);
    }
    out
}
