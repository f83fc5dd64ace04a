//! Negation: which words a sentence denies.
//!
//! French denies with two words around the verb (`ne … pas`), of which speech drops the first; with words that
//! take the place of the subject or the object (`personne`, `rien`, `aucun`); with `sans`, `ni` and `non`. The
//! same words also compare (`plus cher`), count (`une personne`) and restrict (`ne … que`). One pass over the
//! roles of a sentence's words tells them apart and marks what each of them reaches: the verb, its attribute
//! and its objects, to the end of the clause, five words at most.

use super::degree;
use super::role::{Role, role};
use super::sentence::{Gap, gap};
use super::token::{Token, normal};
use super::tokenize::tokenize;

/// A word to the grammar: what is known of it, and what [`mark`] finds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mark {
    /// Its part in negation and measure.
    pub role: Role,
    /// What parts it from the next word.
    pub gap: Gap,
    /// Whether the sentence denies it. Negators are never denied themselves; stopwords may be.
    pub negated: bool,
    /// How much of it the sentence means: −2 hardly, −1 rather, 0 plain, 1 very, 2 extremely.
    pub degree: i8,
}

impl Mark {
    /// A word that is neither denied nor measured yet.
    pub(super) fn new(role: Role, gap: Gap) -> Self {
        Self { role, gap, negated: false, degree: 0 }
    }
}

/// Content words that a negator reaches.
const REACH: u8 = 5;
/// Words after `ne` among which its second part is sought.
const SPAN: usize = 9;

/// Fills `negated` and `degree` of all words of a text, sentence by sentence.
pub(super) fn mark(marks: &mut [Mark]) {
    for sentence in marks.chunk_by_mut(|word, _| word.gap < Gap::Sentence) {
        if sentence.iter().any(|word| word.role.is_negator()) {
            let mut pass = Pass { words: sentence, scope: None, ne: None, skip: 0 };
            pass.run();
        }
        if sentence.iter().any(|word| word.role.is_degree()) {
            degree::mark(sentence);
        }
    }
}

/// What is being denied.
#[derive(Debug, Clone, Copy, Default)]
struct Scope {
    /// Content words still in reach.
    left: u8,
    /// Content words denied so far, the verb before the negator included.
    seen: u8,
    /// A noun is denied, not a clause: a new determiner is beyond it (“aucun souci la livraison…”).
    noun: bool,
    /// So are a place and a means (“aucun retard dans la livraison”).
    place: bool,
    /// The negator may stand for the subject: a `ne` after it goes on (“aucun conseiller ne rappelle”).
    subject: bool,
    /// The last word denied is a verb of opinion: its `que` clause is denied.
    opinion: bool,
    /// The clause entered has its subject to come.
    through: bool,
}

/// What the second part of a `ne` is.
enum Second {
    At(usize),
    /// `que`: nothing is denied.
    Restriction,
    None,
}

/// One pass over the words of a sentence.
struct Pass<'m> {
    words: &'m mut [Mark],
    scope: Option<Scope>,
    /// A `ne` and its second part to come.
    ne: Option<(usize, usize)>,
    /// Words before this one belong to an idiom that denies nothing.
    skip: usize,
}

impl Pass<'_> {
    fn run(&mut self) {
        for i in 0..self.words.len() {
            if i > 0 && self.words[i - 1].gap > Gap::None {
                self.scope = None;
            }
            if i < self.skip {
                continue;
            }
            match self.words[i].role {
                Role::Ne | Role::Fused => self.ne(i),
                role if role.is_negator() => self.negator(i, role),
                role => self.plain(i, role),
            }
        }
    }

    /// Role of the `n`th word after `i`, [`Role::Clause`] when a sign or an end is in between.
    fn after(&self, i: usize, n: usize) -> Role {
        match self.words.get(i + n) {
            Some(word) if self.joined(i, i + n) => word.role,
            _ => Role::Clause,
        }
    }

    /// Role of the `n`th word before `i`, likewise.
    fn before(&self, i: usize, n: usize) -> Role {
        match i.checked_sub(n) {
            Some(from) if self.joined(from, i) => self.words[from].role,
            _ => Role::Clause,
        }
    }

    /// Whether no sign parts the words from `from` to `to`.
    fn joined(&self, from: usize, to: usize) -> bool {
        self.words[from..to].iter().all(|word| word.gap == Gap::None)
    }

    fn ne(&mut self, i: usize) {
        let subject = self.scope.filter(|scope| scope.subject);
        let verbal = Scope { left: REACH, ..Scope::default() };
        self.ne = None;
        self.scope = None;
        match self.second(i) {
            Second::At(second) => {
                self.ne = Some((i, second));
                self.scope = subject.map(|scope| Scope { seen: scope.seen, ..verbal });
            }
            Second::Restriction => return,
            Second::None if subject.is_some() => self.scope = Some(verbal),
            Second::None if self.is_empty_ne(i) => return,
            Second::None => self.scope = Some(verbal),
        }
        self.words[i].negated = self.words[i].role == Role::Fused;
    }

    /// The second part of the `ne` at `i`, within its clause.
    fn second(&self, i: usize) -> Second {
        for j in i + 1..self.words.len().min(i + SPAN) {
            if self.words[j - 1].gap > Gap::None {
                break;
            }
            match self.words[j].role {
                Role::Plus if self.after(j, 1) == Role::Que => return Second::Restriction,
                Role::Pas if self.is_step(j) => {}
                Role::Nobody if self.is_person(j) => {}
                Role::Point if !self.denies_as_point(j) => {}
                Role::Pas
                | Role::Plus
                | Role::Jamais
                | Role::Rien
                | Role::Aucun
                | Role::Scarcely
                | Role::Nobody
                | Role::Point
                | Role::Ni => return Second::At(j),
                Role::Que => return Second::Restriction,
                // “n'a-t-il pas”: the subject after its verb.
                Role::Subject if self.after(j, 1).is_negator() => {}
                Role::Subject | Role::Relative | Role::Clause | Role::If | Role::And | Role::Ne => break,
                _ => {}
            }
        }
        Second::None
    }

    /// Whether the lone `ne` at `i` is the empty one of “avant qu'il ne parte”, “plus cher que je ne pensais”.
    fn is_empty_ne(&self, i: usize) -> bool {
        let start = i.saturating_sub(SPAN);
        let Some(que) = (start..i).rev().find(|j| self.words[*j].role == Role::Que) else { return false };
        (que.saturating_sub(SPAN)..que).any(|j| {
            matches!(self.words[j].role, Role::Fear | Role::Before | Role::Plus | Role::Less | Role::Sans)
        })
    }

    fn negator(&mut self, i: usize, role: Role) {
        let next = self.after(i, 1);
        let previous = self.before(i, 1);
        match role {
            Role::Pas if self.is_step(i) => self.plain(i, Role::Content),
            Role::Pas => self.pas(i, next),
            Role::Plus if self.denies_as_plus(i) => self.deny(i, self.is_noun_after(i)),
            Role::Jamais if self.is_ever(i) => {}
            Role::Rien if self.is_second(i) => self.deny(i, false),
            Role::Rien if next == Role::Que || matches!(previous, Role::Article | Role::Preposition) => {}
            Role::Jamais | Role::Rien | Role::Scarcely => self.deny(i, self.is_noun_after(i)),
            Role::Aucun => self.deny(i, true),
            Role::Point if self.is_second(i) => self.deny(i, false),
            Role::Nobody if self.is_second(i) || self.is_nobody(i) => self.deny(i, false),
            Role::Nul if next == Role::Ne => self.deny(i, false),
            Role::Point | Role::Nobody | Role::Nul => self.plain(i, Role::Content),
            Role::Ni => {
                self.deny(i, false);
                self.scope = Some(Scope { left: REACH, subject: true, ..Scope::default() });
            }
            Role::Sans => self.sans(i, next),
            Role::Non => {
                self.scope = None;
                if next.is_content() && previous != Role::Or {
                    self.words[i + 1].negated = true;
                    self.skip = i + 2;
                }
            }
            _ => {}
        }
    }

    fn pas(&mut self, i: usize, next: Role) {
        let (second, verb) = (self.is_second(i), self.verb_before(i));
        let only = next == Role::Only || next == Role::Que && verb.is_none() && self.denied_between(i) == 0;
        // “ce n'est pas sans intérêt” says that there is some.
        if only || next == Role::Sans {
            self.ne = None;
            self.scope = None;
            self.skip = if next == Role::Sans { i + 2 } else { i + 1 };
        } else if next == Role::Mal && matches!(self.after(i, 2), Role::De | Role::Du) {
            self.ne = None;
            self.scope = None;
            self.words[i + 1].negated = true;
            self.skip = i + 2;
        } else {
            self.deny(i, self.is_noun_after(i));
            if let Some(scope) = &mut self.scope
                && !second
                && verb.is_none()
                && self.words[..i].last().is_none_or(|word| word.role != Role::Auxiliary)
            {
                scope.noun = true;
            }
        }
    }

    fn sans(&mut self, i: usize, next: Role) {
        if self.before(i, 1) == Role::Non {
            return;
        }
        let aside = if next == Role::Aside { 1 } else { 2 };
        if self.after(i, aside) == Role::Aside && (aside == 1 || next.is_negator()) {
            self.skip = i + aside + 1;
            return;
        }
        let through = next == Role::Que;
        self.scope =
            Some(Scope { left: REACH, noun: !through, place: !through, through, ..Scope::default() });
        if through {
            self.skip = i + 2;
        }
    }

    /// Opens the reach of the negator at `i` and denies the verb before it.
    fn deny(&mut self, i: usize, noun: bool) {
        let mut scope = Scope { left: REACH, noun, place: noun, ..Scope::default() };
        scope.subject = !self.is_second(i);
        if let Some((ne, _)) = self.ne.filter(|(_, second)| *second == i) {
            for j in ne + 1..i {
                let aside = self.words[j].role == Role::Aside && self.before(j, 1).is_negator();
                if is_deniable(self.words[j].role) && !aside {
                    self.words[j].negated = true;
                    scope.seen += 1;
                    scope.opinion = self.words[j].role == Role::Opinion;
                }
            }
            self.ne = None;
        } else if let Some(verb) = self.verb_before(i) {
            self.words[verb].negated = true;
            scope.seen = 1;
            scope.opinion = self.words[verb].role == Role::Opinion;
        }
        self.scope = Some(scope);
    }

    /// Whether the negator at `i` denies a noun: “pas de place”, “pas assez de place”, but “pas d'avoir vu”.
    fn is_noun_after(&self, i: usize) -> bool {
        let n = if self.after(i, 1).is_degree() { 2 } else { 1 };
        self.after(i, n) == Role::De && !matches!(self.after(i, n + 1), Role::Auxiliary | Role::Infinitive)
    }

    fn is_second(&self, i: usize) -> bool {
        self.ne.is_some_and(|(_, second)| second == i)
    }

    /// How many words a `ne` before `i` denies with it.
    fn denied_between(&self, i: usize) -> usize {
        let Some((ne, _)) = self.ne else { return 0 };
        self.words[ne + 1..i].iter().filter(|word| is_deniable(word.role)).count()
    }

    /// The verb that the negator at `i` denies without a `ne`: “ça marche pas”, “je la trouve pas”.
    fn verb_before(&self, i: usize) -> Option<usize> {
        let mut verb = i.checked_sub(1)?;
        while matches!(self.words[verb].role, Role::Discourse | Role::Always | Role::To)
            || self.words[verb].role.is_degree()
        {
            verb = verb.checked_sub(1)?;
        }
        let role = self.words[verb].role;
        if !is_deniable(role) || !self.joined(verb, i) {
            return None;
        }
        let pronoun =
            |role| matches!(role, Role::Subject | Role::StrongPronoun | Role::Pronoun | Role::Relative);
        let object = matches!(self.before(verb, 1), Role::Determiner | Role::Article | Role::Place);
        let subject = pronoun(self.before(verb, 1)) || object && pronoun(self.before(verb, 2));
        (role == Role::Verb || subject).then_some(verb)
    }

    /// Whether the `pas` at `i` is a step: “sauter le pas”, “pas à pas”.
    fn is_step(&self, i: usize) -> bool {
        let adjective = self.before(i, 1) == Role::Content && self.before(i, 2) == Role::Article;
        matches!(self.before(i, 1), Role::Article | Role::Au | Role::Number)
            || adjective && matches!(self.after(i, 1), Role::Clause | Role::Preposition)
            || self.after(i, 1) == Role::To && self.after(i, 2) == Role::Pas
            || self.before(i, 1) == Role::To && self.before(i, 2) == Role::Pas
    }

    /// Whether the `plus` at `i` says that something is over, and does not compare.
    fn denies_as_plus(&self, i: usize) -> bool {
        if self.is_second(i) {
            return true;
        }
        let next = self.after(i, 1);
        if matches!(self.before(i, 1), Role::Non | Role::De) || self.ne.is_some() {
            return false;
        }
        let noun = if matches!(next, Role::De | Role::Du) { self.after(i, 2) } else { next };
        matches!(next, Role::Jamais | Role::Rien | Role::Aucun | Role::Nobody)
            || self.before(i, 1) == Role::Jamais
            || noun == Role::Lean
            // “j'en peux plus”.
            || self.before(i, 1) == Role::Auxiliary && self.before(i, 2) == Role::Place && next != Role::Que
            || next == Role::Clause && self.before(i, 1) == Role::Verb
    }

    /// Whether the `jamais` at `i` means ever: “si jamais”, “à jamais”, “plus que jamais”.
    fn is_ever(&self, i: usize) -> bool {
        match self.before(i, 1) {
            Role::If | Role::To => true,
            Role::Que => matches!(self.before(i, 2), Role::Plus | Role::Less),
            _ => false,
        }
    }

    /// Whether the `point` at `i`, in the reach of a `ne`, has nothing that makes a noun of it.
    fn denies_as_point(&self, i: usize) -> bool {
        matches!(self.before(i, 1), Role::Auxiliary) || is_deniable(self.before(i, 1))
    }

    /// Whether the `personne` at `i` has a determiner: “une personne”, “la même personne”.
    fn is_person(&self, i: usize) -> bool {
        for n in 1..=3 {
            match self.before(i, n) {
                Role::Article | Role::Determiner | Role::Number | Role::Du | Role::Au => return true,
                Role::Place => return n == 1,
                role if role.is_content() || matches!(role, Role::Other | Role::Discourse) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the `personne` at `i` is nobody: the subject of a verb, or after `plus`, `jamais`, `il y a`.
    fn is_nobody(&self, i: usize) -> bool {
        if self.is_person(i) {
            return false;
        }
        let next = self.after(i, 1);
        let ne = (1..=5)
            .map(|n| self.after(i, n))
            .take_while(|role| !matches!(role, Role::Clause | Role::Subject | Role::Relative | Role::And))
            .any(|role| matches!(role, Role::Ne | Role::Fused));
        let before = matches!(
            self.before(i, 1),
            Role::Plus | Role::Jamais | Role::Auxiliary | Role::Always | Role::Discourse | Role::Sans
        );
        ne || before || matches!(next, Role::Pronoun | Role::Auxiliary | Role::Verb)
    }

    /// A word that denies nothing: it is denied, or ends what is, or does neither.
    fn plain(&mut self, i: usize, role: Role) {
        let Some(mut scope) = self.scope else { return };
        let (next, previous) = (self.after(i, 1), self.before(i, 1));
        let seen = scope.seen > 0;
        let goes_on = match role {
            // “ni bonjour ni merci”.
            Role::Clause if previous == Role::Ni => {
                self.words[i].negated = true;
                true
            }
            Role::Symbol | Role::Relative | Role::Clause | Role::If | Role::Then => false,
            Role::Que if scope.opinion => {
                scope = Scope { left: REACH, through: true, ..Scope::default() };
                true
            }
            Role::Que => false,
            Role::Either => next != Role::Subject,
            Role::And => scope.place && next == Role::De && self.after(i, 2) != Role::Infinitive,
            Role::Or => {
                next.is_content() || matches!(next, Role::De | Role::Du | Role::Article | Role::Determiner)
            }
            Role::Subject => std::mem::take(&mut scope.through) || !seen && previous != Role::Auxiliary,
            Role::StrongPronoun => {
                let object = matches!(
                    previous,
                    Role::De | Role::To | Role::Preposition | Role::Place | Role::Que | Role::Ni
                );
                let verb = matches!(next, Role::Auxiliary | Role::Ne | Role::Verb | Role::Pronoun);
                std::mem::take(&mut scope.through) || !seen || object || !verb
            }
            Role::Article | Role::Determiner | Role::Number => !(scope.noun && seen && previous.is_content()),
            // After “de” it is the pronoun “en”.
            Role::Place => !(scope.place && seen) || previous == Role::De,
            // “la suite” is a noun.
            Role::Preposition if matches!(previous, Role::Article | Role::Determiner) => {
                self.words[i].negated = true;
                true
            }
            Role::Preposition | Role::Before => !seen,
            Role::Auxiliary => {
                if !seen || previous == Role::De {
                    (scope.noun, scope.place) = (false, false);
                }
                true
            }
            role if role.is_content() => {
                self.words[i].negated = true;
                scope.seen += 1;
                scope.opinion = role == Role::Opinion;
                if role == Role::Infinitive {
                    (scope.noun, scope.place) = (false, false);
                }
                // A word of degree goes with the next.
                scope.left -= u8::from(!role.is_degree());
                scope.left > 0
            }
            _ => true,
        };
        self.scope = goes_on.then_some(scope);
    }
}

/// Whether a word before the negator is the verb that it denies, and no adverb.
fn is_deniable(role: Role) -> bool {
    role.is_content() && role != Role::Always && (!role.is_degree() || role == Role::Lack)
}

/// The words of a text and their marks: the plain path, token by token, that tests and readers use.
pub(super) fn read(text: &str) -> Vec<(Token<'_>, Mark)> {
    let tokens = tokenize(text);
    let mut marks: Vec<_> = tokens
        .iter()
        .zip(tokens.iter().skip(1).map(Some).chain([None]))
        .map(|(token, next)| {
            let parted = next.map_or(Gap::Sentence, |next| {
                gap((token.surface, token.kind), &text[token.end..next.start], (next.surface, next.kind))
            });
            Mark::new(role(&normal(token.surface)), parted)
        })
        .collect();
    mark(&mut marks);
    tokens.into_iter().zip(marks).collect()
}

#[cfg(test)]
mod tests {
    use super::super::stopwords::is_stopword;
    use super::super::tokenize::tests::verbatim;
    use super::*;
    use proptest::prelude::*;

    const CASES: &str = include_str!("../../tests/text/negation.tsv");

    /// The content words that a text denies.
    fn denied(text: &str) -> String {
        let words: Vec<_> = read(text)
            .into_iter()
            .filter(|(_, mark)| mark.negated)
            .map(|(token, _)| normal(token.surface))
            .filter(|normal| !is_stopword(normal))
            .collect();
        if words.is_empty() { "-".to_owned() } else { words.join(" ") }
    }

    #[test]
    fn ninety_five_annotated_sentences_in_a_hundred_are_read_right() {
        let mut wrong = String::new();
        for origin in ["drawn", "later", "written"] {
            let (mut right, mut n) = (0, 0);
            for case in CASES.lines().filter(|line| !line.starts_with('#')) {
                let [kind, from, sentence, expected] = case.split('\t').collect::<Vec<_>>()[..] else {
                    panic!("four columns: {case}")
                };
                if from == origin {
                    n += 1;
                    let found = denied(sentence);
                    if found == expected {
                        right += 1;
                    } else {
                        wrong += &format!("{kind}: {sentence}\n  expected {expected}\n  found    {found}\n");
                    }
                }
            }
            assert!(n >= 130, "{n} cases {origin}");
            wrong += &format!("{origin}: {right} of {n} right\n");
            assert!(right * 100 >= n * 95, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_sentence_is_read_alone(a in verbatim(), b in verbatim()) {
            let together: Vec<_> = read(&format!("{a}\n\n{b}")).into_iter().map(|(_, mark)| mark).collect();
            let mut apart: Vec<_> = read(&a).into_iter().map(|(_, mark)| mark).collect();
            apart.extend(read(&b).into_iter().map(|(_, mark)| mark));
            prop_assert_eq!(together, apart);
        }
    }
}
