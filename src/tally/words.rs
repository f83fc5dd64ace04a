//! The terms of one open question as one thread meets them, by number.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::quotes::{Candidate, Candidates};
use super::terms::{GROUPS, Term, TermKind, Terms};
use crate::text::{Analyzer, FormId, Gap, Language, Match, PhraseId, Reader, Reading, Role};

/// What a verbatim is counted with: the places of its author's answers among the values of all targets, the group
/// of the main score, and the verbatim as a candidate for a quote.
pub(super) struct Author<'a> {
    pub places: &'a [usize],
    pub group: Option<usize>,
    pub candidate: Candidate,
}

/// Counts of one thread; [`finish`](Self::finish) replaces the numbers by names.
pub(super) struct WordCounter {
    reader: Reader,
    reading: Reading,
    /// Number of the analyzer that knows the forms of the reading.
    known: Option<usize>,
    /// By the number of the reader's analyzer.
    tongues: Vec<Tongue>,
    counts: Counts,
}

/// The terms of one language, by the numbers of its analyzer.
#[derive(Default)]
struct Tongue {
    /// Number of the term of each family, affirmed and denied, and of each phrase.
    words: Vec<Option<u32>>,
    denied: Vec<Option<u32>>,
    phrases: Vec<Option<u32>>,
    /// Occurrences of each form of a word, of each negator with the word that it denies, of the forms of phrases.
    forms: Vec<u64>,
    denied_forms: FxHashMap<(FormId, Denial), u64>,
    phrase_forms: FxHashMap<u64, PhraseForm>,
}

/// Verbatims by term.
struct Counts {
    /// Values of all targets together.
    width: usize,
    terms: Vec<Count>,
    /// Verbatims by term and by value of the targets, one term after the other.
    scores: Vec<u32>,
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

/// A word with what denies it, as they are written: a negator, `de` or `à`, the word; or `ne`, the word, a negator.
type Denial = [Option<FormId>; 3];

/// Words between a verb and the negator after it, at most: “ne me répond toujours pas”.
const NEAR: usize = 2;

struct PhraseForm {
    term: u32,
    forms: Box<[FormId]>,
    n: u64,
}

impl WordCounter {
    /// Nothing counted yet; `width` values of all targets together.
    pub fn new(reader: Reader, width: usize) -> Self {
        Self {
            reader,
            reading: Reading::default(),
            known: None,
            tongues: Vec::new(),
            counts: Counts { width, terms: Vec::new(), scores: Vec::new(), verbatim: 0 },
        }
    }

    /// Reads `text`: its language.
    pub fn read(&mut self, text: &str) -> Language {
        self.known = self.reader.read(text, &mut self.reading);
        self.reading.language
    }

    /// Counts the verbatim that was read last.
    pub fn count(&mut self, author: &Author<'_>) {
        let Self { reader, reading, known, tongues, counts } = self;
        let Some(number) = *known else { return };
        if tongues.len() <= number {
            tongues.resize_with(number + 1, Tongue::default);
        }
        counts.verbatim += 1;
        tongues[number].count(&reader.analyzers()[number], reading, counts, author);
    }

    /// Adds the counts to `terms`, under names that every thread agrees on.
    pub fn finish(self, terms: &mut Terms) {
        let Counts { width, terms: counts, scores, .. } = self.counts;
        let mut named: Vec<(Box<str>, Term)> = Vec::with_capacity(counts.len());
        for (number, count) in counts.into_iter().enumerate() {
            let scores = &scores[number * width..(number + 1) * width];
            let term = Term {
                n: u64::from(count.n),
                scores: scores.iter().map(|n| u64::from(*n)).collect(),
                quotes: count.quotes,
                ..Term::default()
            };
            named.push(("".into(), term));
        }
        for (tongue, analyzer) in self.tongues.into_iter().zip(self.reader.analyzers()) {
            tongue.name(analyzer, &mut named);
        }
        for (key, term) in named {
            terms.add(key, term);
        }
    }
}

impl Tongue {
    fn count(&mut self, analyzer: &Analyzer, reading: &Reading, counts: &mut Counts, author: &Author<'_>) {
        self.forms.resize(analyzer.forms().len(), 0);
        self.words.resize(analyzer.families().len(), None);
        self.denied.resize(analyzer.families().len(), None);
        // The negator of the sentence so far, until a word is denied by it: “pas reçu le contrat” denies receiving.
        let mut negator: Option<usize> = None;
        let mut taken = None;
        for (at, (word, mark)) in reading.words.iter().zip(&reading.marks).enumerate() {
            let form = analyzer.form(word.form);
            if form.content {
                let family = form.family.0 as usize;
                // “Pas satisfait” is no mention of “satisfait”; “pas de remboursement” is one of “remboursement”.
                if !mark.negated || form.topic() {
                    self.forms[word.form.0 as usize] += 1;
                    let term = number(&mut self.words[family], &mut counts.terms);
                    counts.mention(term, author);
                }
                if mark.negated
                    && let Some((denial, by)) = denial(analyzer, reading, at, negator.take())
                {
                    taken = Some(by);
                    let term = number(&mut self.denied[family], &mut counts.terms);
                    counts.mention(term, author);
                    *self.denied_forms.entry((word.form, denial)).or_default() += 1;
                }
            }
            if mark.gap == Gap::Sentence {
                negator = None;
            } else if form.negator() && taken != Some(at) {
                negator = Some(at);
            }
        }
        for found in &reading.phrases {
            self.phrase(reading, found, counts, author);
        }
    }

    fn phrase(&mut self, reading: &Reading, found: &Match, counts: &mut Counts, author: &Author<'_>) {
        let phrase = found.phrase.0 as usize;
        if self.phrases.len() <= phrase {
            self.phrases.resize(phrase + 1, None);
        }
        let term = number(&mut self.phrases[phrase], &mut counts.terms);
        counts.mention(term, author);
        let forms = || reading.words[found.first..=found.last].iter().map(|word| word.form);
        let mut hasher = FxHasher::default();
        found.phrase.hash(&mut hasher);
        forms().for_each(|form| form.hash(&mut hasher));
        let new = || PhraseForm { term, forms: forms().collect(), n: 0 };
        self.phrase_forms.entry(hasher.finish()).or_insert_with(new).n += 1;
    }

    /// Gives the terms of the language their keys, kinds and forms.
    fn name(self, analyzer: &Analyzer, named: &mut [(Box<str>, Term)]) {
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
        name(&self.phrases, TermKind::Phrase, &|i| analyzer.phrase(PhraseId(i as u32)));

        for form in analyzer.forms().iter().filter(|form| form.topic()) {
            if let Some(term) = self.denied.get(form.family.0 as usize).copied().flatten() {
                named[term as usize].1.topic = true;
            }
        }

        let mut count = |term: Option<u32>, form: String, n: u64| {
            if let Some(term) = term {
                *named[term as usize].1.forms.entry(form.into()).or_default() += n;
            }
        };
        let forms = analyzer.forms().iter().zip(analyzer.normals()).zip(&self.forms);
        for ((form, normal), n) in forms.filter(|(_, n)| **n > 0) {
            count(self.words[form.family.0 as usize], normal.to_string(), *n);
        }
        for ((word, denial), n) in self.denied_forms {
            let family = analyzer.form(word).family.0 as usize;
            count(self.denied[family], spelled(analyzer, denial.into_iter().flatten()), n);
        }
        for phrase in self.phrase_forms.into_values() {
            count(Some(phrase.term), spelled(analyzer, phrase.forms.iter().copied()), phrase.n);
        }
    }
}

impl Counts {
    /// Counts the verbatim for a term, once.
    #[inline]
    fn mention(&mut self, term: u32, author: &Author<'_>) {
        let term = term as usize;
        let width = self.width;
        if self.scores.len() < (term + 1) * width {
            self.scores.resize((term + 1) * width, 0);
        }
        let count = &mut self.terms[term];
        if count.last == self.verbatim {
            return;
        }
        count.last = self.verbatim;
        count.n += 1;
        for place in author.places {
            self.scores[term * width + place] += 1;
        }
        if let Some(group) = author.group {
            count.quotes[group].offer(author.candidate);
        }
    }
}

/// What denies the word `at`, and by which word: the `negator` before it, or one shortly after it.
fn denial(
    analyzer: &Analyzer,
    reading: &Reading,
    at: usize,
    negator: Option<usize>,
) -> Option<(Denial, usize)> {
    let form = |at: usize| reading.words[at].form;
    if let Some(negator) = negator {
        let joined = at == negator + 2 && matches!(analyzer.normal(form(at - 1)), "de" | "d'" | "à");
        return Some(([Some(form(negator)), joined.then(|| form(at - 1)), Some(form(at))], negator));
    }
    let ahead = (at + 1..reading.words.len()).take(NEAR + 1);
    let joined = |next: &usize| reading.marks[next - 1].gap < Gap::Sentence;
    let after = ahead.take_while(joined).find(|next| analyzer.form(form(*next)).negator())?;
    let ne = (at.saturating_sub(NEAR)..at).rev().find(|before| analyzer.form(form(*before)).role == Role::Ne);
    Some(([ne.map(form), Some(form(at)), Some(form(after))], after))
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
        out.push_str(analyzer.normal(form));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The terms of `kind` in a text, by label.
    fn terms(text: &str, kind: TermKind) -> Vec<String> {
        let mut counter = WordCounter::new(Reader::default(), 0);
        counter.read(text);
        counter.count(&Author { places: &[], group: None, candidate: Candidate::new(text, 0, 0, 2) });
        let mut terms = Terms::new(0);
        counter.finish(&mut terms);
        let labels = terms.terms.values().filter(|t| t.kind == kind && t.n > 0).filter_map(Term::label);
        let mut labels: Vec<String> = labels.map(str::to_owned).collect();
        labels.sort();
        labels
    }

    #[test]
    fn a_denied_word_is_a_term_as_it_is_written() {
        for (text, denied) in [
            ("Je ne suis pas satisfait", "pas satisfait"),
            ("Ils ne répondent pas aux mails", "ne répondent pas"),
            ("On ne me rappelle jamais", "ne rappelle jamais"),
            ("Pas de remboursement, aucun problème", "aucun problème, pas de remboursement"),
            ("Rien à redire", "rien à redire"),
            ("Je n'ai pas reçu le contrat", "pas reçu"),
            ("Très satisfait de l'accueil", ""),
        ] {
            assert_eq!(terms(text, TermKind::Negated).join(", "), denied, "{text}");
        }
    }

    #[test]
    fn what_is_denied_is_no_praise_but_a_subject_all_the_same() {
        assert!(!terms("Pas satisfait", TermKind::Word).contains(&"satisfait".to_owned()));
        assert!(terms("Pas de remboursement", TermKind::Word).contains(&"remboursement".to_owned()));
    }
}
