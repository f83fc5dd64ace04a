//! The fast path: each distinct run is analysed once, every further token costs one table look-up.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cache::{LONGEST, RunCache};
use super::detect::Detector;
use super::language::Language;
use super::learn::learn;
use super::lexis::Lexis;
use super::negation::{Mark, mark};
use super::normalize::normalize;
use super::phrase::{Link, Trie, link};
use super::polarity::{Weight, Weights};
use super::reading::{Reading, Word};
use super::role::{Role, role_in};
use super::sentence::{Gap, gap};
use super::spelling::Corrections;
use super::stem::family_in;
use super::stopwords::is_stopword_in;
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

/// What is known of a form, whatever the text it stands in; small, since every token looks one up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Its family.
    pub family: FamilyId,
    /// What its tokens are.
    pub kind: TokenKind,
    /// Its part in negation and measure.
    pub role: Role,
    /// Whether it may be a keyword: a word, no stopword, of two letters or digits at least.
    pub content: bool,
    /// What it is to phrases.
    pub(super) link: Link,
    /// Whether a phrase begins with its family.
    begins: bool,
    /// What it says for the study's language.
    evidence: i8,
}

impl Form {
    /// Whether it names a subject.
    pub fn topic(self) -> bool {
        self.link == Link::Member
    }

    /// Whether it denies what follows.
    pub fn negator(self) -> bool {
        self.role.is_negator() && !matches!(self.role, Role::Ne | Role::Fused)
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
#[derive(Debug, Clone)]
pub struct Analyzer {
    cache: RunCache,
    vocabulary: Vocabulary,
    /// The families of each phrase, the most frequent phrase first.
    phrases: Vec<Vec<FamilyId>>,
    trie: Trie,
    /// What the forms judge, as far as it was asked.
    weighed: Vec<Weight>,
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

    /// Learns spelling and phrases from `texts`, distinct texts of the corpus.
    pub fn learn(&mut self, texts: &[&str]) {
        learn(self, texts);
    }

    /// An analyzer that knows what a study says of its words.
    pub fn with(lexis: Arc<Lexis>) -> Self {
        Self {
            cache: RunCache::default(),
            vocabulary: Vocabulary::new(lexis),
            phrases: Vec::new(),
            trie: Trie::default(),
            weighed: Vec::new(),
        }
    }

    /// Puts the spelling of the corpus right: forms already seen become those that `corrections` make of them.
    pub(super) fn correct(&mut self, corrections: Corrections) {
        self.vocabulary.correct(corrections);
    }

    /// Finds these phrases from now on, sequences of families, the most frequent first.
    pub(super) fn find_phrases(&mut self, phrases: Vec<Vec<FamilyId>>) {
        self.trie = Trie::new(&phrases);
        let begin = phrases.iter().filter_map(|phrase| phrase.first().copied()).collect();
        self.vocabulary.set_beginnings(begin);
        self.phrases = phrases;
    }

    /// Weighs words by these weights from now on.
    pub(super) fn weigh(&mut self, weights: Arc<Weights>) {
        let lexis = self.vocabulary.lexis.as_ref().clone();
        self.vocabulary.lexis = Arc::new(lexis.with_weights(weights));
        self.weighed.clear();
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.vocabulary.lexis.language()
    }

    /// Weights of polarity; none in a language without a lexicon.
    pub(crate) fn weights(&self) -> Option<&Weights> {
        self.vocabulary.lexis.weights()
    }

    /// Reads `text`: its words, what parts them, what is denied, its phrases. Returns how many words there are
    /// and what they say for the language.
    pub(super) fn read(&mut self, text: &str, reading: &mut Reading) -> (usize, i32) {
        let Reading { language, words, marks, phrases } = reading;
        *language = self.language();
        words.clear();
        marks.clear();
        phrases.clear();
        self.tokens(text, |token| words.push(token));
        let (forms, bytes) = (&self.vocabulary.forms[..], text.as_bytes());
        let form = |word: &Word| forms[word.form.0 as usize];
        let (mut said, mut evidence) = (0, 0);
        let mut take = |form: Form, gap: Gap| {
            said +=
                usize::from(matches!(form.kind, TokenKind::Word | TokenKind::Elision | TokenKind::Clitic));
            evidence += i32::from(form.evidence);
            Mark::new(form.role, gap)
        };
        marks.extend(words.windows(2).map(|pair| {
            let (before, after) = (pair[0], pair[1]);
            let known = form(&before);
            // One space, usually.
            let gap = if after.start == before.end + 1 && bytes[before.end] == b' ' {
                Gap::None
            } else {
                let of = |word: &Word| (&text[word.start..word.end], form(word).kind);
                gap(of(&before), &text[before.end..after.start], of(&after))
            };
            take(known, gap)
        }));
        marks.extend(words.last().map(|word| take(form(word), Gap::Sentence)));
        mark(marks);
        if !self.trie.is_empty() {
            for first in 0..words.len() {
                let known = form(&words[first]);
                if known.begins {
                    self.trie.follow(words, marks, form, first, phrases);
                }
            }
            phrases.sort_unstable_by_key(|found| (found.last, found.first));
        }
        (said, evidence)
    }

    /// The key of a phrase: those of its families, separated by spaces.
    pub fn phrase(&self, id: PhraseId) -> String {
        let keys: Vec<&str> = self.phrases[id.0 as usize].iter().map(|family| self.family(*family)).collect();
        keys.join(" ")
    }

    /// Calls `visit` for each token of `text`, in order; the spans are those of [`tokenize`](super::tokenize()).
    #[inline]
    pub fn tokens(&mut self, text: &str, visit: impl FnMut(Word)) {
        let Self { cache, vocabulary, .. } = self;
        let analyse = |from: usize, to: usize, words: &mut Vec<Word>| {
            each_piece(&text[from..to], &mut |start, end, kind| {
                let (start, end) = (from + start, from + end);
                words.push(Word { start, end, form: vocabulary.form_id(&text[start..end], kind) });
            });
        };
        cache.each(text, analyse, visit);
    }

    /// A form; its id must come from this analyzer.
    ///
    /// # Panics
    /// When it comes from another one that has seen more.
    #[inline]
    pub fn form(&self, id: FormId) -> Form {
        self.vocabulary.forms[id.0 as usize]
    }

    /// The normal form, shown to people; its id must come from this analyzer.
    ///
    /// # Panics
    /// When it comes from another one that has seen more.
    pub fn normal(&self, id: FormId) -> &str {
        &self.vocabulary.normals[id.0 as usize]
    }

    /// What a form judges; its id must come from this analyzer.
    ///
    /// # Panics
    /// When it comes from another one that has seen more.
    pub fn weight(&mut self, id: FormId) -> Weight {
        for number in self.weighed.len()..=id.0 as usize {
            let family = self.family(self.vocabulary.forms[number].family);
            let weight = self.weights().map_or_else(Weight::default, |weights| weights.weight(family));
            self.weighed.push(weight);
        }
        self.weighed[id.0 as usize]
    }

    /// The key of a family, the same in every analyzer; its id must come from this one.
    ///
    /// # Panics
    /// When it comes from another one that has seen more.
    pub fn family(&self, id: FamilyId) -> &str {
        &self.vocabulary.families[id.0 as usize]
    }

    /// The key that the family of a normal form has here, families of the user's own included.
    pub(crate) fn key(&self, normal: &str) -> String {
        self.vocabulary.key(normal)
    }

    /// Normal forms of all forms seen, in their order.
    pub fn normals(&self) -> &[Box<str>] {
        &self.vocabulary.normals
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
#[derive(Debug, Clone)]
struct Vocabulary {
    lexis: Arc<Lexis>,
    corrections: Arc<Corrections>,
    detector: Detector,
    forms: Vec<Form>,
    normals: Vec<Box<str>>,
    form_ids: FxHashMap<(TokenKind, Box<str>), FormId>,
    families: Vec<Box<str>>,
    family_ids: FxHashMap<Box<str>, FamilyId>,
    /// The families that phrases begin with.
    beginnings: FxHashSet<FamilyId>,
}

impl Vocabulary {
    /// The form of all tokens that are too long to be words.
    const OVERLONG: FormId = FormId(0);

    fn new(lexis: Arc<Lexis>) -> Self {
        let overlong = Form {
            family: FamilyId(0),
            kind: TokenKind::Word,
            role: Role::Other,
            content: false,
            link: Link::Nothing,
            begins: false,
            evidence: 0,
        };
        Self {
            detector: Detector::new(lexis.language()),
            lexis,
            corrections: Arc::default(),
            forms: vec![overlong],
            normals: vec!["".into()],
            form_ids: FxHashMap::default(),
            families: vec!["".into()],
            family_ids: FxHashMap::from_iter([("".into(), FamilyId(0))]),
            beginnings: FxHashSet::default(),
        }
    }

    fn form_id(&mut self, surface: &str, kind: TokenKind) -> FormId {
        if surface.len() > LONGEST {
            return Self::OVERLONG;
        }
        let normal = self.normal(surface, kind);
        if let Some(id) = self.form_ids.get(&(kind, normal.clone())) {
            return *id;
        }
        let id = FormId(self.forms.len() as u32);
        let form = self.describe(&normal, kind);
        self.forms.push(form);
        self.normals.push(normal.clone());
        self.form_ids.insert((kind, normal), id);
        id
    }

    fn describe(&mut self, normal: &str, kind: TokenKind) -> Form {
        let language = self.lexis.language();
        let content = matches!(kind, TokenKind::Word | TokenKind::Hashtag)
            && normal.chars().filter(|c| c.is_alphanumeric()).count() >= 2
            // “J'ai”, “par contre”: a form may be several words.
            && !normal.split([' ', '\'']).all(|word| is_stopword_in(language, word))
            && !is_stopword_in(language, normal)
            // A telephone number glued to a word is no word.
            && normal.chars().filter(char::is_ascii_digit).count() < 5;
        let key = self.key(normal);
        let family = self.family_id(key);
        let link = if content && is_topic(normal) { Link::Member } else { link(normal) };
        Form {
            family,
            kind,
            role: role_of(language, kind, normal),
            content,
            link,
            begins: link == Link::Member && self.beginnings.contains(&family),
            evidence: self.detector.evidence(normal),
        }
    }

    /// The families that phrases begin with, from now on.
    fn set_beginnings(&mut self, beginnings: FxHashSet<FamilyId>) {
        for form in &mut self.forms {
            form.begins = form.link == Link::Member && beginnings.contains(&form.family);
        }
        self.beginnings = beginnings;
    }

    fn key(&self, normal: &str) -> String {
        match self.lexis.language() {
            Language::French => self.lexis.families().key(normal),
            language => family_in(language, normal),
        }
    }

    fn correct(&mut self, corrections: Corrections) {
        for id in 0..self.forms.len() {
            let kind = self.forms[id].kind;
            let Some(right) = corrections.get(&self.normals[id]).filter(|_| kind == TokenKind::Word) else {
                continue;
            };
            self.forms[id] = self.describe(right, kind);
            self.normals[id] = right.into();
        }
        self.corrections = Arc::new(corrections);
    }

    /// The normal form, its spelling put right where French knows better.
    fn normal(&self, surface: &str, kind: TokenKind) -> Box<str> {
        let plain = normal(surface);
        if self.lexis.language() != Language::French || kind != TokenKind::Word {
            return plain.into();
        }
        let written = normalize(&plain).unwrap_or(plain);
        self.corrections.get(&written).map_or_else(|| written.as_str().into(), Into::into)
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

fn role_of(language: Language, kind: TokenKind, normal: &str) -> Role {
    match kind {
        TokenKind::Symbol => Role::Symbol,
        _ => role_in(language, normal),
    }
}

#[cfg(test)]
mod tests {
    use super::super::family::family;
    use super::super::tokenize;
    use super::super::tokenize::tests::verbatim;
    use super::*;
    use proptest::prelude::*;

    fn content(text: &str) -> Vec<String> {
        let mut analyzer = Analyzer::new();
        let mut forms = Vec::new();
        analyzer.tokens(text, |token| forms.push(token.form));
        let content = forms.iter().filter(|form| analyzer.form(**form).content);
        content.map(|form| analyzer.normal(*form).to_owned()).collect()
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

    /// What the fast path must give, token by token: nothing is remembered, nothing is skipped.
    fn plain(text: &str) -> Vec<(usize, usize, String, String, TokenKind, Mark)> {
        let tokens = tokenize(text);
        let mut marks = Vec::new();
        let mut forms = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            let mut form = normal(token.surface);
            if token.kind == TokenKind::Word {
                form = normalize(&form).unwrap_or(form);
            }
            let parted = tokens.get(i + 1).map_or(Gap::Sentence, |next| {
                let between = &text[token.end..next.start];
                gap((token.surface, token.kind), between, (next.surface, next.kind))
            });
            let known = token.surface.len() <= LONGEST;
            let role = if known { role_of(Language::French, token.kind, &form) } else { Role::Other };
            marks.push(Mark::new(role, parted));
            // What is too long has a form of its own, which is no word in particular.
            let kind = if known { token.kind } else { TokenKind::Word };
            forms.push((if known { form } else { String::new() }, kind));
        }
        mark(&mut marks);
        let rows = tokens.iter().zip(forms).zip(marks);
        rows.map(|((token, (form, kind)), mark)| {
            let family = if form.is_empty() { String::new() } else { family(&form) };
            (token.start, token.end, form, family, kind, mark)
        })
        .collect()
    }

    fn fast(analyzer: &mut Analyzer, text: &str) -> Vec<(usize, usize, String, String, TokenKind, Mark)> {
        let mut reading = Reading::default();
        analyzer.read(text, &mut reading);
        let rows = reading.words.iter().zip(&reading.marks);
        rows.map(|(word, mark)| {
            let form = analyzer.form(word.form);
            let family = analyzer.family(form.family).to_owned();
            (word.start, word.end, analyzer.normal(word.form).to_owned(), family, form.kind, *mark)
        })
        .collect()
    }

    proptest! {
        #[test]
        fn the_fast_path_is_the_plain_one(texts in prop::collection::vec(verbatim(), 1..4)) {
            let mut analyzer = Analyzer::new();
            // Twice: what was remembered is what was found.
            for text in texts.iter().chain(&texts) {
                prop_assert_eq!(fast(&mut analyzer, text), plain(text));
            }
        }
    }

    #[test]
    fn the_fast_path_is_the_plain_one_on_real_text() {
        let mut analyzer = Analyzer::new();
        let mut compared = 0;
        for text in include_str!("../../data/telecom.csv").lines() {
            let read = fast(&mut analyzer, text);
            assert_eq!(read, plain(text), "{text}");
            compared += read.len();
        }
        assert!(compared > 20_000, "{compared}");
    }
}
