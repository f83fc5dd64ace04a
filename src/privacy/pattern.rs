//! The patterns of `lexicons/sensitive.tsv`: words in their order, with alternatives, endings, classes and gaps.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::sensitive::{Folded, Sensitive};
use crate::lexicon;

/// Most words that a gap takes.
const GAP: usize = 3;

/// A place of a pattern.
#[derive(Debug)]
enum Slot {
    /// Up to [`GAP`] words of whatever kind.
    Gap,
    /// One of these words.
    Word(Vec<Form>),
}

/// A word, or how it begins.
#[derive(Debug, Clone)]
struct Form {
    letters: String,
    begins: bool,
}

impl Form {
    fn matches(&self, word: &str) -> bool {
        if self.begins { word.starts_with(&self.letters) } else { word == self.letters }
    }
}

#[derive(Debug)]
struct Pattern {
    slots: Vec<Slot>,
    /// None for what is no mention.
    kind: Option<Sensitive>,
}

/// All patterns, by the word that they begin with.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    all: Vec<Pattern>,
    whole: FxHashMap<String, Vec<usize>>,
    beginning: FxHashMap<String, Vec<usize>>,
    /// Bytes of the beginnings, ascending.
    lengths: Vec<usize>,
}

static PATTERNS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../lexicons/sensitive.tsv")));

impl Patterns {
    pub(super) fn get() -> &'static Self {
        &PATTERNS
    }

    fn read(lexicon: &'static str) -> Self {
        let entries = || lexicon::entries(lexicon).filter_map(|entry| entry.split_once('\t'));
        let classes: BTreeMap<&str, &str> =
            entries().filter_map(|(name, kind)| Some((name, kind.strip_prefix("class ")?))).collect();
        let mut patterns = Self::default();
        for (words, kind) in
            entries().filter(|(name, kind)| !(name.starts_with('$') && kind.starts_with("class ")))
        {
            let kind = Sensitive::ALL.into_iter().find(|k| k.id() == kind);
            patterns
                .add(Pattern { slots: words.split(' ').map(|word| slot(word, &classes)).collect(), kind });
        }
        let mut lengths: Vec<usize> = patterns.beginning.keys().map(String::len).collect();
        lengths.sort_unstable();
        lengths.dedup();
        patterns.lengths = lengths;
        patterns
    }

    fn add(&mut self, pattern: Pattern) {
        let id = self.all.len();
        if let Some(Slot::Word(forms)) = pattern.slots.first() {
            for form in forms {
                let index = if form.begins { &mut self.beginning } else { &mut self.whole };
                index.entry(form.letters.clone()).or_default().push(id);
            }
        }
        self.all.push(pattern);
    }

    /// Where patterns match, as ranges of words: the longest match of each pattern at each word.
    pub(super) fn find(&self, text: &Folded) -> Vec<(Range<usize>, Option<Sensitive>)> {
        let mut found = Vec::new();
        for i in 0..text.len() {
            let word = text.word(i);
            let whole = self.whole.get(word).into_iter().flatten();
            let beginnings =
                self.lengths.iter().filter_map(|length| self.beginning.get(word.get(..*length)?)).flatten();
            for id in whole.chain(beginnings) {
                let pattern = &self.all[*id];
                if let Some(end) = ends(&pattern.slots[1..], text, i + 1) {
                    found.push((i..end, pattern.kind));
                }
            }
        }
        found
    }
}

fn slot(word: &str, classes: &BTreeMap<&str, &str>) -> Slot {
    if word == ".." {
        return Slot::Gap;
    }
    let mut forms = Vec::new();
    for form in word.split('/') {
        if let Some(class) = classes.get(form) {
            forms.extend(class.split(' ').map(|word| Form { letters: word.to_owned(), begins: false }));
        } else {
            let letters = form.trim_end_matches('*').to_owned();
            forms.push(Form { letters, begins: form.ends_with('*') });
        }
    }
    Slot::Word(forms)
}

/// Where the rest of a pattern ends that begins at the word `i`, as far on as it can.
fn ends(slots: &[Slot], text: &Folded, i: usize) -> Option<usize> {
    match slots {
        [] => Some(i),
        [Slot::Gap, rest @ ..] => {
            let reach = (0..GAP).take_while(|n| text.goes_on(i + n)).count();
            (0..=reach).rev().find_map(|n| ends(rest, text, i + n))
        }
        [Slot::Word(forms), rest @ ..] => {
            let fits = text.goes_on(i) && forms.iter().any(|form| form.matches(text.word(i)));
            if fits { ends(rest, text, i + 1) } else { None }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_every_class_known() {
        let lexicon = include_str!("../../lexicons/sensitive.tsv");
        let names: Vec<&str> = lexicon::entries(lexicon).filter(|l| l.starts_with('$')).collect();
        for (words, kind) in lexicon::entries(lexicon).filter_map(|entry| entry.split_once('\t')) {
            let known = kind == "none" || Sensitive::ALL.iter().any(|k| k.id() == kind);
            assert!(known || (words.starts_with('$') && kind.starts_with("class ")), "{words}: {kind}");
            assert!(!words.starts_with("..") && !words.ends_with(".."), "{words}");
            for class in words.split([' ', '/']).filter(|word| word.starts_with('$')) {
                assert!(names.iter().any(|name| name.split('\t').next() == Some(class)), "{words}: {class}");
            }
        }
        assert!(Patterns::get().all.len() > 400);
    }
}
