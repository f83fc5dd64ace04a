//! The reach of a negator: one pass over a sentence, with a small state.

use super::negation::Mark;
use super::role::Role;
use super::sentence::Gap;

/// Content words that a negator reaches.
const REACH: u8 = 5;
/// Words after `ne` among which its second part is sought.
const SPAN: usize = 9;

/// Marks the words that a sentence denies.
pub(super) fn deny(words: &mut [Mark]) {
    Pass { words, scope: None, ne: None, skip: 0 }.run();
}

/// What is being denied.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each ends the reach at words of its own")]
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
        let mut i = 0;
        while i < self.words.len() {
            if self.scope.is_some() && self.words[i - 1].gap > Gap::None {
                self.scope = None;
            }
            if self.scope.is_none() {
                // Nothing is being denied: on to the next word that may.
                let Some(n) = self.words[i..].iter().position(|word| word.role.is_negator()) else { return };
                i += n;
            }
            if i >= self.skip {
                match self.words[i].role {
                    Role::Ne | Role::Fused => self.ne(i),
                    role if role.is_negator() => self.negator(i, role),
                    role => self.plain(i, role),
                }
            }
            i += 1;
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
            Second::None if self.is_any(i) || self.is_empty_ne(i) => return,
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

    /// Whether the lone `ne` at `i` is that of “n'importe quoi”, in two tokens or in one.
    fn is_any(&self, i: usize) -> bool {
        let question = |role| matches!(role, Role::Relative | Role::Clause);
        let joined = self.words[i].gap == Gap::None;
        match self.words.get(i + 1) {
            Some(next) if joined => {
                next.role == Role::Aside || self.words[i].role == Role::Fused && question(next.role)
            }
            _ => false,
        }
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
            // “rien de plus simple” is very simple.
            Role::Rien if self.is_superlative(i) => self.ne = None,
            Role::Rien | Role::Point if self.is_second(i) => self.deny(i, false),
            Role::Rien if next == Role::Que || matches!(previous, Role::Article | Role::Preposition) => {}
            Role::Jamais | Role::Rien | Role::Scarcely => self.deny(i, self.is_noun_after(i)),
            Role::Aucun => self.deny(i, true),
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
        let object = matches!(self.before(verb, 1), Role::Determiner | Role::Article | Role::Place);
        let subject = is_pronoun(self.before(verb, 1)) || object && is_pronoun(self.before(verb, 2));
        (role == Role::Verb || subject).then_some(verb)
    }

    /// Whether the `pas` at `i` is a step: “sauter le pas”, “pas à pas”.
    fn is_step(&self, i: usize) -> bool {
        // “un grand pas”, but “on ne le regrette pas”.
        let adjective = self.before(i, 1) == Role::Content
            && self.before(i, 2) == Role::Article
            && !(is_pronoun(self.before(i, 3)) || self.before(i, 3) == Role::Ne);
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

    /// Whether the `rien` at `i` starts “rien de plus simple”.
    fn is_superlative(&self, i: usize) -> bool {
        let adjective = self.after(i, 3);
        self.after(i, 1) == Role::De && self.after(i, 2) == Role::Plus && adjective.is_content()
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
            Role::Plus
                | Role::Jamais
                | Role::Auxiliary
                | Role::Always
                | Role::Discourse
                | Role::Infinitive
                | Role::Sans
        );
        let object = self.verb_before(i).is_some()
            || is_deniable(self.before(i, 1)) && self.before(i, 2) == Role::Auxiliary;
        ne || before || object || matches!(next, Role::Pronoun | Role::Auxiliary | Role::Verb)
    }

    /// A word that denies nothing: it is denied, or ends what is, or does neither.
    fn plain(&mut self, i: usize, role: Role) {
        let Some(mut scope) = self.scope else { return };
        if role.is_content() {
            self.scope = self.reach(i, role, scope);
            return;
        }
        let (next, previous) = (self.after(i, 1), self.before(i, 1));
        let seen = scope.seen > 0;
        let goes_on = match role {
            // “ni bonjour ni merci”.
            Role::Clause if previous == Role::Ni => {
                self.words[i].negated = true;
                true
            }
            Role::Que if scope.opinion => {
                scope = Scope { left: REACH, through: true, ..Scope::default() };
                true
            }
            Role::Symbol | Role::Relative | Role::Clause | Role::If | Role::Then | Role::Que => false,
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
            // A date: “du 21 au 30”.
            Role::Number if seen && matches!(previous, Role::Du | Role::Au) => false,
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
            _ => true,
        };
        self.scope = goes_on.then_some(scope);
    }

    /// Denies the content word at `i`; gives what is left of the reach.
    fn reach(&mut self, i: usize, role: Role, mut scope: Scope) -> Option<Scope> {
        // “au moins”, “à part le prix” are adverbials.
        let adverbial = match role {
            Role::Less => matches!(self.before(i, 1), Role::Du | Role::Au),
            Role::Apart => self.before(i, 1) == Role::To,
            _ => false,
        };
        if adverbial && scope.seen > 0 {
            return None;
        }
        self.words[i].negated = true;
        scope.seen += 1;
        scope.opinion = role == Role::Opinion;
        if role == Role::Infinitive {
            (scope.noun, scope.place) = (false, false);
        }
        // A word of degree goes with the next.
        scope.left -= u8::from(!role.is_degree());
        (scope.left > 0).then_some(scope)
    }
}

/// Whether a word before the negator is the verb that it denies, and no adverb.
fn is_deniable(role: Role) -> bool {
    role.is_content() && role != Role::Always && (!role.is_degree() || role == Role::Lack)
}

/// Whether a word before a verb is its subject or another pronoun.
fn is_pronoun(role: Role) -> bool {
    matches!(role, Role::Subject | Role::StrongPronoun | Role::Pronoun | Role::Relative)
}
