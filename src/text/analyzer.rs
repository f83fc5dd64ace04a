//! The fast path: each distinct run is analysed once, every further token costs one table look-up.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::cache::{LONGEST, Piece, RunCache};
use super::family::family;
use super::lexis::Lexis;
use super::phrase::{Link, Trie, link};
use super::reading::{Gap, Reading, Word};
use super::runs::runs;
use super::stopwords::is_stopword;
use super::token::{TokenKind, normal};
use super::tokenize::each_piece;
use super::tone::is_topic;

/// Number of a form in its [`Analyzer`], from 0 in order of appearance: never an output, always a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FormId(pub u32);

/// Number of a family in its [`Analyzer`], from 0 in order of appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FamilyId(pub u32);

/// Number of a phrase in its [`Analyzer`], the most frequent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhraseId(pub u32);

/// A token as the fast path gives it: its span in bytes and its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenRef {
    /// First byte of the token in the text.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// Its form.
    pub form: FormId,
}

/// All that is known of a form, whatever the text it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Lower-case form, shown to people.
    pub normal: Box<str>,
    /// Its family.
    pub family: FamilyId,
    /// What its tokens are.
    pub kind: TokenKind,
    /// Whether it may be a keyword: a word, no stopword, of two letters or digits at least.
    pub content: bool,
    /// What it is to phrases.
    pub(super) link: Link,
}

impl Form {
    /// Whether it names a subject.
    pub fn topic(&self) -> bool {
        self.link == Link::Member
    }

    /// Whether it denies what follows.
    pub fn negator(&self) -> bool {
        false
    }

    /// Whether it is `de` or `d'`.
    pub fn is_de(&self) -> bool {
        matches!(&*self.normal, "de" | "d'")
    }
}

/// Tokenises, normalises and stems texts, and remembers the vocabulary.
///
/// Memory grows with the distinct runs, forms and families, not with the texts: a run longer than 64 bytes is
/// not remembered, and all tokens longer than that share one empty form, which is no keyword.
///
/// Ids depend on the order in which texts came. Two analyzers are compared by `normal` and by family key.
///
/// ```
/// use barometre::text::Analyzer;
/// let mut analyzer = Analyzer::new();
/// let text = "Le délai, les délais !";
/// let mut content = Vec::new();
/// analyzer.tokens(text, |token| content.push(token));
/// content.retain(|token| analyzer.form(token.form).content);
/// let families: Vec<_> = content.iter().map(|token| analyzer.form(token.form).family).collect();
/// assert_eq!(&text[content[0].start..content[0].end], "délai");
/// assert_eq!(families.len(), 2);
/// assert_eq!(families[0], families[1]);
/// ```
#[derive(Debug)]
pub struct Analyzer {
    cache: RunCache,
    vocabulary: Vocabulary,
    trie: Trie,
    lexis: Arc<Lexis>,
}

/// What parts two tokens, from the bytes between them.
fn gap(between: &str) -> Gap {
    if between.is_empty() || between == " " {
        return Gap::None;
    }
    let mut found = Gap::None;
    for c in between.chars() {
        match c {
            '.' | '!' | '?' | '…' | '\n' => return Gap::Sentence,
            ',' | ';' | ':' | '(' | ')' | '/' => found = Gap::Clause,
            _ => {}
        }
    }
    found
}

impl Default for Analyzer {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyzer {
    /// An analyzer that has seen nothing and knows nothing of the corpus.
    pub fn new() -> Self {
        Self::with(Arc::default())
    }

    /// An analyzer that knows the corpus.
    pub fn with(lexis: Arc<Lexis>) -> Self {
        let mut vocabulary = Vocabulary::new();
        let phrases = lexis
            .phrases
            .iter()
            .map(|phrase| phrase.iter().map(|key| vocabulary.family_id(key.to_string())).collect::<Vec<_>>());
        let trie = Trie::new(phrases);
        Self { cache: RunCache::default(), vocabulary, trie, lexis }
    }

    /// Reads `text`: its words, where they are parted, its phrases.
    pub fn read(&mut self, text: &str, reading: &mut Reading) {
        let Reading { words, phrases } = reading;
        words.clear();
        phrases.clear();
        let mut end = 0;
        self.tokens(text, |token| {
            if let Some(last) = words.last_mut() {
                last.gap = gap(&text[end..token.start]);
            }
            end = token.end;
            words.push(Word {
                start: token.start,
                end,
                form: token.form,
                gap: Gap::None,
                negated: false,
                degree: 0,
            });
        });
        if let Some(last) = words.last_mut() {
            last.gap = Gap::Sentence;
        }
        if !self.trie.is_empty() {
            let vocabulary = &self.vocabulary;
            let word = |word: &Word| {
                let form = &vocabulary.forms[word.form.0 as usize];
                (form.link, form.family)
            };
            self.trie.find(words, word, phrases);
        }
    }

    /// The key of a phrase: those of its families, separated by spaces.
    pub fn phrase(&self, id: PhraseId) -> String {
        self.lexis.phrases[id.0 as usize].join(" ")
    }

    /// Calls `visit` for each token of `text`, in order; the spans are those of [`tokenize`](super::tokenize()).
    #[inline]
    pub fn tokens(&mut self, text: &str, mut visit: impl FnMut(TokenRef)) {
        let Self { cache, vocabulary, .. } = self;
        for (from, to) in runs(text) {
            if to - from > LONGEST {
                each_piece(&text[from..to], &mut |start, end, kind| {
                    let form = vocabulary.form_id(&text[from + start..from + end], kind);
                    visit(TokenRef { start: from + start, end: from + end, form });
                });
                continue;
            }
            let analyse = |pieces: &mut Vec<Piece>| {
                let run = &text[from..to];
                each_piece(run, &mut |start, end, kind| {
                    let form = vocabulary.form_id(&run[start..end], kind);
                    pieces.push(Piece { start: start as u8, end: end as u8, form });
                });
            };
            cache.each(text.as_bytes(), from, to, analyse, |piece| {
                let (start, end) = (from + usize::from(piece.start), from + usize::from(piece.end));
                visit(TokenRef { start, end, form: piece.form });
            });
        }
    }

    /// A form; its id must come from this analyzer.
    ///
    /// # Panics
    /// When it comes from another one that has seen more.
    pub fn form(&self, id: FormId) -> &Form {
        &self.vocabulary.forms[id.0 as usize]
    }

    /// The key of a family, the same in every analyzer; its id must come from this one.
    ///
    /// # Panics
    /// When it comes from another one that has seen more.
    pub fn family(&self, id: FamilyId) -> &str {
        &self.vocabulary.families[id.0 as usize]
    }

    /// All forms seen; the index of a form is its id.
    pub fn forms(&self) -> &[Form] {
        &self.vocabulary.forms
    }

    /// Keys of all families seen; the index of a key is its family's id.
    pub fn families(&self) -> &[Box<str>] {
        &self.vocabulary.families
    }
}

/// The forms and families seen so far.
#[derive(Debug)]
struct Vocabulary {
    forms: Vec<Form>,
    form_ids: FxHashMap<(TokenKind, Box<str>), FormId>,
    families: Vec<Box<str>>,
    family_ids: FxHashMap<Box<str>, FamilyId>,
}

impl Vocabulary {
    /// The form of all tokens that are too long to be words.
    const OVERLONG: FormId = FormId(0);

    fn new() -> Self {
        let overlong = Form {
            normal: "".into(),
            family: FamilyId(0),
            kind: TokenKind::Word,
            content: false,
            link: Link::Nothing,
        };
        let families: Vec<Box<str>> = vec!["".into()];
        Self {
            forms: vec![overlong],
            form_ids: FxHashMap::default(),
            families,
            family_ids: FxHashMap::from_iter([("".into(), FamilyId(0))]),
        }
    }

    fn form_id(&mut self, surface: &str, kind: TokenKind) -> FormId {
        if surface.len() > LONGEST {
            return Self::OVERLONG;
        }
        let normal: Box<str> = normal(surface).into();
        if let Some(id) = self.form_ids.get(&(kind, normal.clone())) {
            return *id;
        }
        let id = FormId(self.forms.len() as u32);
        let content = kind == TokenKind::Word
            && normal.chars().filter(|c| c.is_alphanumeric()).count() >= 2
            && !is_stopword(&normal)
            // A telephone number glued to a word is no word.
            && normal.chars().filter(char::is_ascii_digit).count() < 5;
        let family = self.family_id(family(&normal));
        let link = if content && is_topic(&normal) { Link::Member } else { link(&normal) };
        self.forms.push(Form { normal: normal.clone(), family, kind, content, link });
        self.form_ids.insert((kind, normal), id);
        id
    }

    fn family_id(&mut self, key: String) -> FamilyId {
        let next = FamilyId(self.families.len() as u32);
        let key = key.into_boxed_str();
        let families = &mut self.families;
        *self.family_ids.entry(key.clone()).or_insert_with(|| {
            families.push(key);
            next
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokenize;
    use super::super::tokenize::tests::verbatim;
    use super::*;
    use proptest::prelude::*;

    fn content(text: &str) -> Vec<String> {
        let mut analyzer = Analyzer::new();
        let mut forms = Vec::new();
        analyzer.tokens(text, |token| forms.push(token.form));
        let content = forms.iter().map(|form| analyzer.form(*form)).filter(|form| form.content);
        content.map(|form| form.normal.to_string()).collect()
    }

    #[test]
    fn content_is_what_a_survey_asks_for() {
        assert_eq!(content("Je n'ai JAMAIS été aussi mal reçu !"), ["jamais", "mal", "reçu"]);
        assert_eq!(
            content("Donnez-moi 2 rendez-vous, pas trop chers 😀"),
            ["donnez", "rendez-vous", "pas", "trop", "chers"]
        );
        assert_eq!(content("J'ai la 4G à 20h45, le 3 : merci, a-t-il dit"), ["4g", "merci", "dit"]);
    }

    #[test]
    fn a_token_too_long_to_be_a_word_is_not_remembered() {
        let mut analyzer = Analyzer::new();
        let before = analyzer.forms().len();
        let text = "a".repeat(100);
        let mut seen = Vec::new();
        analyzer.tokens(&text, |token| seen.push(token));
        assert_eq!((seen[0].start, seen[0].end), (0, 100));
        assert!(!analyzer.form(seen[0].form).content);
        assert_eq!(analyzer.forms().len(), before);
    }

    proptest! {
        #[test]
        fn the_fast_path_is_the_plain_one(texts in prop::collection::vec(verbatim(), 1..4)) {
            let mut analyzer = Analyzer::new();
            // Twice: what was remembered is what was found.
            for text in texts.iter().chain(&texts) {
                let mut found = Vec::new();
                analyzer.tokens(text, |token| found.push(token));
                let plain = tokenize(text);
                prop_assert_eq!(found.len(), plain.len());
                for (fast, plain) in found.iter().zip(&plain) {
                    prop_assert_eq!((fast.start, fast.end), (plain.start, plain.end));
                    let form = analyzer.form(fast.form);
                    if plain.surface.len() <= LONGEST {
                        let expected = normal(plain.surface);
                        prop_assert_eq!(&*form.normal, expected.as_str());
                        prop_assert_eq!(form.kind, plain.kind);
                        let key = family(&form.normal);
                        prop_assert_eq!(analyzer.family(form.family), key.as_str());
                    }
                }
            }
        }
    }
}
