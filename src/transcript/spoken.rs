//! Listening to turns: their terms as numbers of the readers' analyzers, and what those are called in the end.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::vocabulary::{SpokenKind, SpokenPlace, SpokenTerm};
use crate::lang::Lang;
use crate::lexicon;
use crate::privacy::redact;
use crate::text::{
    Analyzer, Denial, Denials, FamilyId, FormId, PhraseId, Reader, Reading, Role, TokenKind, Word, spelled,
};
use crate::theme::{Codebook, Matcher};

/// What calls are full of whatever they are about.
static SPOKEN: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/spoken.tsv")));

/// Words that say nothing of a subject between two others: “je suis en train de chercher” speaks of no train.
const IDIOMS: [[&str; 3]; 5] = [
    ["en", "train", "de"],
    ["en", "train", "d'"],
    ["tout à l'", "heure", ""],
    ["d'", "habitude", ""],
    ["rendez", "compte", ""],
];

/// Whether the middle word of an idiom stands at `at`, between the others.
fn stands([before, word, after]: &[&str; 3], analyzer: &Analyzer, reading: &Reading, at: usize) -> bool {
    let normal = |at: usize| reading.words.get(at).map_or("", |word| analyzer.normal(word.form));
    normal(at) == *word
        && (after.is_empty() || normal(at + 1) == *after)
        && before.split(' ').rev().enumerate().all(|(n, part)| at > n && normal(at - n - 1) == part)
}

/// A term by its number in an analyzer or in the codebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Word(FamilyId),
    Denied(FamilyId),
    Phrase(PhraseId),
    Theme(usize),
}

/// A term of one language.
#[derive(Debug)]
struct Raw {
    analyzer: usize,
    key: Key,
    /// Occurrences of each form: one word, or those of a phrase.
    forms: FxHashMap<Box<[FormId]>, u64>,
    families: BTreeSet<FamilyId>,
}

/// A term of all languages: occurrences of its forms, keys of its families.
#[derive(Debug, Default)]
struct Merged {
    forms: BTreeMap<String, u64>,
    families: BTreeSet<Box<str>>,
}

/// Hears turns one by one and numbers their terms in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct Listener {
    /// Names of people, in lower case: no terms.
    names: FxHashSet<String>,
    reading: Reading,
    raw: Vec<Raw>,
    numbers: FxHashMap<(usize, Key), u32>,
    /// Of each form of each analyzer, whether calls are full of it.
    fillers: Vec<Vec<bool>>,
    /// Of each word of the turn: how many content words come before it; whether it is one.
    at: Vec<(u32, bool)>,
}

impl Listener {
    /// A listener to calls between people of these names.
    pub fn between(names: impl IntoIterator<Item = String>) -> Self {
        Self { names: names.into_iter().collect(), ..Self::default() }
    }

    /// Adds the terms of a turn to `places`.
    pub fn turn(
        &mut self,
        text: &str,
        reader: &mut Reader,
        matcher: Option<&mut Matcher>,
        places: &mut Vec<SpokenPlace>,
    ) {
        let Some(number) = reader.read(text, &mut self.reading) else { return };
        let reading = std::mem::take(&mut self.reading);
        self.know(number, reader.analyzer(number));
        self.words(text, &reading, number, reader.analyzer(number), places);
        if let Some(matcher) = matcher {
            self.themes(text, &reading, number, (reader.analyzer(number), matcher), places);
        }
        self.reading = reading;
    }

    /// Looks up the forms that have appeared since.
    fn know(&mut self, number: usize, analyzer: &Analyzer) {
        if self.fillers.len() <= number {
            self.fillers.resize_with(number + 1, Vec::new);
        }
        let (known, names) = (&mut self.fillers[number], &self.names);
        // A word that is broken off ends with a hyphen: “rem- remboursement”.
        let filler =
            |normal: &str| SPOKEN.contains(normal) || normal.ends_with('-') || names.contains(normal);
        known.extend(analyzer.normals()[known.len()..].iter().map(|normal| filler(normal)));
    }

    fn words(
        &mut self,
        text: &str,
        reading: &Reading,
        number: usize,
        analyzer: &Analyzer,
        places: &mut Vec<SpokenPlace>,
    ) {
        // Only what is masked matters, not how.
        let masks = redact(text, Lang::Fr).masks;
        let masked =
            |word: &Word| masks.iter().any(|mask| mask.span.start < word.end && word.start < mask.span.end);
        let mut denials = Denials::default();
        let mut content = 0;
        self.at.clear();
        for (at, word) in reading.words.iter().enumerate() {
            let form = analyzer.form(word.form);
            let denied = denials.next(analyzer, reading, at);
            let idiom = IDIOMS.iter().any(|idiom| stands(idiom, analyzer, reading, at));
            let counts = form.content
                && !idiom
                && !form.negator()
                && form.kind != TokenKind::Clitic
                && !self.fillers[number][word.form.0 as usize]
                && !masked(word);
            self.at.push((content, counts));
            if !counts {
                continue;
            }
            let mut place = |term| {
                places.push(SpokenPlace { term, words: (content, content), span: word.start..word.end });
            };
            if form.topic() {
                place(self.hear(number, Key::Word(form.family), &[word.form], [form.family]));
            }
            // “Non” answers a question; it seldom denies the word beside it.
            let answer =
                |denial: &Denial| denial.iter().flatten().any(|form| analyzer.form(*form).role == Role::Non);
            if let Some(denial) = denied.filter(|denial| !answer(denial)) {
                let forms: Vec<FormId> = denial.into_iter().flatten().collect();
                place(self.hear(number, Key::Denied(form.family), &forms, [form.family]));
            }
            content += 1;
        }
        for found in &reading.phrases {
            let members =
                || (found.first..=found.last).filter(|at| analyzer.form(reading.words[*at].form).topic());
            if members().any(|at| !self.at[at].1) {
                continue;
            }
            let words = &reading.words[found.first..=found.last];
            let forms: Vec<FormId> = words.iter().map(|word| word.form).collect();
            let families = members().map(|at| analyzer.form(reading.words[at].form).family);
            places.push(SpokenPlace {
                term: self.hear(number, Key::Phrase(found.phrase), &forms, families.collect::<Vec<_>>()),
                words: (self.at[found.first].0, self.at[found.last].0),
                span: reading.words[found.first].start..reading.words[found.last].end,
            });
        }
    }

    fn themes(
        &mut self,
        text: &str,
        reading: &Reading,
        number: usize,
        (analyzer, matcher): (&mut Analyzer, &mut Matcher),
        places: &mut Vec<SpokenPlace>,
    ) {
        let mentions = matcher.mentions(text, reading, number, analyzer);
        let themes = &matcher.codebook().themes;
        for mention in mentions.into_iter().filter(|mention| !themes[mention.theme].general) {
            for hit in mention.hits {
                let first = reading.words.partition_point(|word| word.end <= hit.start);
                let last =
                    reading.words.partition_point(|word| word.start < hit.end).saturating_sub(1).max(first);
                // A pattern may match where there is no word.
                let (Some(one), Some(other)) = (reading.words.get(first), reading.words.get(last)) else {
                    continue;
                };
                let families = [one, other].map(|word| analyzer.form(word.form)).into_iter();
                let families: Vec<FamilyId> =
                    families.filter(|form| form.content).map(|form| form.family).collect();
                places.push(SpokenPlace {
                    term: self.hear(number, Key::Theme(mention.theme), &[], families),
                    words: (self.at[first].0, self.at[last].0),
                    span: hit.start..hit.end,
                });
            }
        }
    }

    /// Counts an occurrence of a term as `forms`; its number.
    fn hear(
        &mut self,
        analyzer: usize,
        key: Key,
        forms: &[FormId],
        families: impl IntoIterator<Item = FamilyId>,
    ) -> u32 {
        let next = self.raw.len() as u32;
        let number = *self.numbers.entry((analyzer, key)).or_insert(next);
        if number == next {
            self.raw.push(Raw { analyzer, key, forms: FxHashMap::default(), families: BTreeSet::new() });
        }
        let raw = &mut self.raw[number as usize];
        // The families of a word are those of its key; those of a theme are as many as its rules have words.
        if number == next || matches!(key, Key::Theme(_)) {
            raw.families.extend(families);
        }
        match raw.forms.get_mut(forms) {
            Some(n) => *n += 1,
            None if forms.is_empty() => {}
            None => {
                raw.forms.insert(forms.into(), 1);
            }
        }
        number
    }

    /// The terms by label, kind and key, and the place among them of each number that was given.
    pub fn name(
        self,
        analyzers: &[Analyzer],
        book: Option<&Codebook>,
        lang: Lang,
    ) -> (Vec<SpokenTerm>, Vec<u32>) {
        // One term a key, whatever the language; by key, the place among the merged ones.
        let mut merged: BTreeMap<(SpokenKind, String), Merged> = BTreeMap::new();
        let mut keys = Vec::with_capacity(self.raw.len());
        let theme = |id: &str| book.and_then(|book| Some((book, book.theme(id)?)));
        for raw in self.raw {
            let analyzer = &analyzers[raw.analyzer];
            let key = match raw.key {
                Key::Word(family) => (SpokenKind::Word, analyzer.family(family).to_owned()),
                Key::Denied(family) => (SpokenKind::Negated, format!("¬{}", analyzer.family(family))),
                Key::Phrase(phrase) => (SpokenKind::Phrase, analyzer.phrase(phrase)),
                Key::Theme(number) => {
                    (SpokenKind::Theme, book.map_or_else(String::new, |book| book.themes[number].id.clone()))
                }
            };
            let Merged { forms, families } = merged.entry(key.clone()).or_default();
            for (form, n) in raw.forms {
                *forms.entry(spelled(analyzer, form.iter().copied())).or_default() += n;
            }
            families.extend(raw.families.into_iter().map(|family| Box::from(analyzer.family(family))));
            keys.push(key);
        }
        let mut terms: Vec<SpokenTerm> = Vec::with_capacity(merged.len());
        for ((kind, key), Merged { forms, families }) in merged {
            let frequent = forms.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
            let (label, lineage) = match theme(&key).filter(|_| kind == SpokenKind::Theme) {
                Some((book, number)) => (
                    book.themes[number].label.get(lang).to_owned(),
                    book.lineage(number).map(|theme| Box::from(book.themes[theme].id.as_str())).collect(),
                ),
                None => (frequent.map_or_else(|| key.clone(), |(form, _)| form), BTreeSet::new()),
            };
            terms.push(SpokenTerm { label, kind, key, families, lineage, ..SpokenTerm::unheard() });
        }
        terms.sort_by(|a, b| (&a.label, a.kind, &a.key).cmp(&(&b.label, b.kind, &b.key)));
        let places: FxHashMap<(SpokenKind, &str), u32> =
            terms.iter().zip(0..).map(|(term, place)| ((term.kind, term.key.as_str()), place)).collect();
        let numbers = keys.iter().map(|(kind, key)| places.get(&(*kind, key.as_str())).copied().unwrap_or(0));
        let numbers = numbers.collect();
        (terms, numbers)
    }
}
