//! The terms of one open question as one thread meets them, by number.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::quotes::{Candidate, Candidates};
use super::terms::{GROUPS, Term, TermKind, Terms};
use super::themes::{Speaker, ThemeCounter};
use crate::text::{
    Analyzer, Denial, Denials, Form, FormId, Language, Match, PhraseId, Reader, Reading, spelled,
};

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
    /// Values of all targets together.
    width: usize,
    /// Number of the verbatim being read.
    verbatim: u32,
}

/// The terms of one language, by the numbers of its analyzer.
struct Tongue {
    /// By family, and by phrase.
    words: Rows,
    phrases: Rows,
    /// Words that are denied, by the number that `denied_rows` gives their family: few families ever are.
    denied: Rows,
    denied_rows: Vec<Option<u32>>,
    /// Occurrences of each form of a word, of each negator with the word that it denies, of the forms of phrases.
    forms: Vec<u64>,
    denied_forms: FxHashMap<(FormId, Denial), u64>,
    phrase_forms: FxHashMap<u64, PhraseForm>,
}

/// Verbatims by term. All that one more verbatim touches of a term stands side by side, since a file has more terms
/// than the processor keeps near.
struct Rows {
    /// Values of all targets together, and two: the last verbatim that held the term, since a second occurrence does
    /// not count again, and the verbatims; then those by value.
    cells: Vec<u32>,
    stride: usize,
    /// Candidates of each term, as far as some were offered.
    quotes: Vec<[Candidates; GROUPS]>,
}

struct PhraseForm {
    phrase: PhraseId,
    forms: Box<[FormId]>,
    n: u64,
}

impl WordCounter {
    /// Nothing counted yet; `width` values of all targets together.
    pub fn new(reader: Reader, width: usize) -> Self {
        Self { reader, reading: Reading::default(), known: None, tongues: Vec::new(), width, verbatim: 0 }
    }

    /// Reads `text`: its language.
    pub fn read(&mut self, text: &str) -> Language {
        self.known = self.reader.read(text, &mut self.reading);
        self.reading.language
    }

    /// Counts the verbatim that was read last.
    pub fn count(&mut self, author: &Author<'_>) {
        let Self { reader, reading, known, tongues, width, verbatim } = self;
        let Some(number) = *known else { return };
        if tongues.len() <= number {
            tongues.resize_with(number + 1, || Tongue::new(*width));
        }
        *verbatim += 1;
        tongues[number].count(&reader.analyzers()[number], reading, *verbatim, author);
    }

    /// Counts the themes of the verbatim `text` that was read last.
    pub fn themes(&mut self, themes: &mut ThemeCounter, text: &str, speaker: &Speaker<'_>) {
        if let Some(number) = self.known {
            themes.count(text, &self.reading, number, self.reader.analyzer(number), speaker);
        }
    }

    /// What read the verbatims.
    pub fn analyzers(&self) -> &[Analyzer] {
        self.reader.analyzers()
    }

    /// Adds the counts to `terms`, under names that every thread agrees on.
    pub fn finish(self, terms: &mut Terms) {
        let mut named = Vec::new();
        for (tongue, analyzer) in self.tongues.into_iter().zip(self.reader.analyzers()) {
            tongue.name(analyzer, &mut named);
        }
        for (key, term) in named {
            terms.add(key, term);
        }
    }
}

impl Tongue {
    fn new(width: usize) -> Self {
        Self {
            words: Rows::new(width),
            phrases: Rows::new(width),
            denied: Rows::new(width),
            denied_rows: Vec::new(),
            forms: Vec::new(),
            denied_forms: FxHashMap::default(),
            phrase_forms: FxHashMap::default(),
        }
    }

    fn count(&mut self, analyzer: &Analyzer, reading: &Reading, verbatim: u32, author: &Author<'_>) {
        let (forms, families) = (analyzer.forms(), analyzer.families().len());
        self.forms.resize(forms.len(), 0);
        self.words.grow(families);
        self.denied_rows.resize(families, None);
        let mut denials = Denials::default();
        for (at, (word, mark)) in reading.words.iter().zip(&reading.marks).enumerate() {
            let form = forms[word.form.0 as usize];
            let denied = denials.next(analyzer, reading, at);
            if form.content {
                // “Pas satisfait” is no mention of “satisfait”; “pas de remboursement” is one of “remboursement”.
                if !mark.negated || form.topic() {
                    self.forms[word.form.0 as usize] += 1;
                    self.words.mention(form.family.0 as usize, verbatim, author);
                }
                if let Some(denial) = denied {
                    let next = self.denied.len() as u32;
                    let row = *self.denied_rows[form.family.0 as usize].get_or_insert(next) as usize;
                    self.denied.grow(row + 1);
                    self.denied.mention(row, verbatim, author);
                    *self.denied_forms.entry((word.form, denial)).or_default() += 1;
                }
            }
        }
        for found in &reading.phrases {
            self.phrases.grow(found.phrase.0 as usize + 1);
            self.phrases.mention(found.phrase.0 as usize, verbatim, author);
            self.phrase(reading, found);
        }
    }

    fn phrase(&mut self, reading: &Reading, found: &Match) {
        let forms = || reading.words[found.first..=found.last].iter().map(|word| word.form);
        let mut hasher = FxHasher::default();
        found.phrase.hash(&mut hasher);
        forms().for_each(|form| form.hash(&mut hasher));
        let new = || PhraseForm { phrase: found.phrase, forms: forms().collect(), n: 0 };
        self.phrase_forms.entry(hasher.finish()).or_insert_with(new).n += 1;
    }

    /// Adds the terms of the language to `named`, with their keys, kinds and forms.
    fn name(mut self, analyzer: &Analyzer, named: &mut Vec<(Box<str>, Term)>) {
        let family = |i: usize| analyzer.families()[i].to_string();
        let mut words = self.words.terms(TermKind::Word);
        let mut phrases = self.phrases.terms(TermKind::Phrase);
        let mut denied = self.denied.terms(TermKind::Negated);
        let row = |form: &Form| self.denied_rows.get(form.family.0 as usize).copied().flatten();

        let count = |term: &mut Term, form: &str, n: u64| *term.forms.entry(form.into()).or_default() += n;
        let forms = analyzer.forms().iter().zip(analyzer.normals()).zip(&self.forms);
        for ((form, normal), n) in forms.filter(|(_, n)| **n > 0) {
            count(&mut words[form.family.0 as usize], normal, *n);
        }
        for ((word, denial), n) in self.denied_forms {
            if let Some(row) = row(&analyzer.form(word)) {
                count(&mut denied[row as usize], &spelled(analyzer, denial.into_iter().flatten()), n);
            }
        }
        for phrase in self.phrase_forms.into_values() {
            let term = &mut phrases[phrase.phrase.0 as usize];
            count(term, &spelled(analyzer, phrase.forms.iter().copied()), phrase.n);
        }
        for row in analyzer.forms().iter().filter(|form| form.topic()).filter_map(row) {
            denied[row as usize].topic = true;
        }

        for (i, row) in self.denied_rows.iter().enumerate() {
            if let Some(row) = row {
                named.push((format!("¬{}", family(i)).into(), std::mem::take(&mut denied[*row as usize])));
            }
        }
        named.extend(words.into_iter().enumerate().map(|(i, term)| (family(i).into(), term)));
        let phrases = phrases.into_iter().enumerate();
        named.extend(phrases.map(|(i, term)| (analyzer.phrase(PhraseId(i as u32)).into(), term)));
        named.retain(|(_, term)| term.n > 0);
    }
}

impl Rows {
    fn new(width: usize) -> Self {
        Self { cells: Vec::new(), stride: width + 2, quotes: Vec::new() }
    }

    fn len(&self) -> usize {
        self.cells.len() / self.stride
    }

    /// Makes room for `n` terms.
    #[inline]
    fn grow(&mut self, n: usize) {
        if self.cells.len() < n * self.stride {
            self.cells.resize(n * self.stride, 0);
        }
    }

    /// Counts the verbatim, by its number from 1, for a term, once.
    #[inline]
    fn mention(&mut self, term: usize, verbatim: u32, author: &Author<'_>) {
        let row = &mut self.cells[term * self.stride..][..self.stride];
        if row[0] == verbatim {
            return;
        }
        row[0] = verbatim;
        row[1] += 1;
        for place in author.places {
            row[2 + place] += 1;
        }
        if let Some(group) = author.group {
            if self.quotes.len() <= term {
                self.quotes.resize(term + 1, Default::default());
            }
            self.quotes[term][group].offer(author.candidate);
        }
    }

    /// The terms, by number; those never met have no verbatim.
    fn terms(&mut self, kind: TermKind) -> Vec<Term> {
        let mut quotes = std::mem::take(&mut self.quotes).into_iter();
        let term = |row: &[u32]| Term {
            kind,
            n: u64::from(row[1]),
            scores: row[2..].iter().map(|n| u64::from(*n)).collect(),
            quotes: quotes.next().unwrap_or_default(),
            ..Term::default()
        };
        self.cells.chunks_exact(self.stride).map(term).collect()
    }
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
