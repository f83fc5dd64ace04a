//! The grammar of a run: which atoms make one token, which stand alone.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::elision::is_elision;
use super::emoji::emoticon_len;
use super::lexicon;
use super::token::{TokenKind, normal};
use super::tokenize::{Atom, Class};

/// Compounds that no rule may cut.
static WHOLE: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::set(include_str!("../../lexicons/words.tsv")));

/// No compound of the lexicon has more atoms: `je-m'en-foutisme` has seven.
const LONGEST_WHOLE: usize = 9;

/// What may hang on a verb or a noun by a hyphen, up to the end of the compound.
const CLITICS: [&str; 20] = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "moi", "toi", "le", "la", "les", "lui",
    "leur", "y", "en", "là",
];
/// The pronouns that a euphonic t goes before.
const SUBJECTS: [&str; 5] = ["il", "elle", "on", "ils", "elles"];
/// Endings written in brackets or after a point for both genders and numbers.
const INCLUSIVE: [&str; 14] =
    ["s", "e", "es", "x", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "trice", "trices"];
/// Last parts of the domain names met in verbatims: a point before one of them ends no sentence.
const DOMAINS: [&str; 12] =
    ["fr", "com", "net", "org", "eu", "be", "ch", "ca", "info", "io", "html", "pdf"];
/// Units and time marks that are often written on to their number.
const UNITS: [&str; 31] = [
    "h", "min", "mn", "mns", "s", "sec", "j", "km", "m", "cm", "mm", "kg", "g", "mg", "l", "cl", "ml", "ko", "mo", "go",
    "to", "€", "eur", "euro", "euros", "e", "er", "k", "m2", "m3", "kms",
];

/// Calls `emit(start, end, kind)` for each token that `atoms`, the atoms of `run`, make.
pub(super) fn parse(run: &str, atoms: &[Atom], emit: &mut impl FnMut(usize, usize, TokenKind)) {
    let grammar = Grammar { run, atoms };
    let mut i = 0;
    while i < atoms.len() {
        i = match atoms[i].class {
            Class::Word => grammar.word(i, emit),
            Class::Emoji => {
                emit(atoms[i].start, atoms[i].end, TokenKind::Symbol);
                i + 1
            }
            _ => grammar.sign(i, emit),
        };
    }
}

struct Grammar<'r> {
    run: &'r str,
    atoms: &'r [Atom],
}

impl Grammar<'_> {
    fn class(&self, i: usize) -> Option<Class> {
        self.atoms.get(i).map(|atom| atom.class)
    }

    fn is(&self, i: usize, classes: &[Class]) -> bool {
        self.atoms.get(i..i + classes.len()).is_some_and(|atoms| {
            atoms.iter().zip(classes).all(|(atom, class)| atom.class == *class)
        })
    }

    /// Surface of the atoms `i..j`.
    fn text(&self, i: usize, j: usize) -> &str {
        &self.run[self.atoms[i].start..self.atoms[j - 1].end]
    }

    /// Normal form of atom `i`, when it is a word.
    fn lower(&self, i: usize) -> String {
        normal(self.text(i, i + 1))
    }

    fn lower_in(&self, i: usize, list: &[&str]) -> bool {
        self.class(i) == Some(Class::Word) && self.text(i, i + 1).len() <= 8 && list.contains(&self.lower(i).as_str())
    }

    fn emit(&self, i: usize, j: usize, kind: TokenKind, emit: &mut impl FnMut(usize, usize, TokenKind)) -> usize {
        emit(self.atoms[i].start, self.atoms[j - 1].end, kind);
        j
    }

    /// A sign: nothing, or the start of an emoticon.
    fn sign(&self, i: usize, emit: &mut impl FnMut(usize, usize, TokenKind)) -> usize {
        let start = self.atoms[i].start;
        let Some(length) = emoticon_len(&self.run[start..]) else { return i + 1 };
        emit(start, start + length, TokenKind::Symbol);
        let mut next = i + 1;
        while self.atoms.get(next).is_some_and(|atom| atom.start < start + length) {
            next += 1;
        }
        next
    }

    /// The token or tokens that begin with the word `i`; returns the atom to go on with.
    fn word(&self, i: usize, emit: &mut impl FnMut(usize, usize, TokenKind)) -> usize {
        if let Some(end) = self.address_end(i) {
            return self.emit(i, end, TokenKind::Address, emit);
        }
        if let Some(end) = self.whole_end(i) {
            return self.emit(i, end, TokenKind::Word, emit);
        }
        if self.class(i + 1) == Some(Class::Apostrophe) && is_elision(&self.lower(i)) {
            return self.emit(i, i + 2, TokenKind::Elision, emit);
        }
        if self.is(i, &[Class::Word, Class::Hyphen, Class::Word])
            && self.lower(i) == "t"
            && self.lower_in(i + 2, &SUBJECTS)
        {
            return self.emit(i, i + 3, TokenKind::Clitic, emit);
        }
        let end = self.compound_end(i);
        if end == i + 1 {
            self.single(i, emit);
        } else {
            let kind = if is_number(self.text(i, end)) { TokenKind::Number } else { TokenKind::Word };
            self.emit(i, end, kind, emit);
        }
        let mut at = end;
        for (next, kind) in self.clitics(end) {
            at = self.emit(at, next, kind, emit);
        }
        at
    }

    /// End of the longest compound of the lexicon that starts at `i`.
    fn whole_end(&self, i: usize) -> Option<usize> {
        let mut end = i + 1;
        let mut found = None;
        while end - i < LONGEST_WHOLE
            && matches!(self.class(end), Some(Class::Apostrophe | Class::Hyphen | Class::Slash))
            && self.class(end + 1) == Some(Class::Word)
        {
            end += 2;
            if WHOLE.contains(normal(self.text(i, end)).as_str()) {
                found = Some(end);
            }
        }
        // A longer compound (là-bas-même) is not the one of the lexicon.
        found.filter(|end| !self.is(*end, &[Class::Hyphen, Class::Word]) || self.clitics(*end).len() > 0)
    }

    /// End of the web or e-mail address that starts at `i`: what follows up to the end of the run, closing
    /// punctuation left out.
    fn address_end(&self, i: usize) -> Option<usize> {
        let rest = &self.run[self.atoms[i].start..];
        let web = ["http://", "https://", "www."].iter().any(|start| {
            rest.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
        });
        let mut end = i + 1;
        if web {
            end = self.atoms.len();
            while self.atoms[end - 1].class != Class::Word {
                end -= 1;
            }
            return Some(end);
        }
        let mut at = false;
        let mut dot = false;
        loop {
            match self.class(end) {
                Some(Class::Dot | Class::Hyphen) => dot |= at && self.class(end) == Some(Class::Dot),
                Some(Class::At) if !at => at = true,
                _ => break,
            }
            if self.class(end + 1) != Some(Class::Word) {
                break;
            }
            end += 2;
        }
        (at && dot).then_some(end)
    }

    /// End of the compound that starts with the word `i`, clitics left out.
    fn compound_end(&self, i: usize) -> usize {
        let mut end = i + 1;
        loop {
            let word_follows = self.class(end + 1) == Some(Class::Word);
            end = match self.class(end) {
                Some(Class::Hyphen) if word_follows && self.clitics(end).is_empty() => end + 2,
                Some(Class::Apostrophe) if word_follows => end + 2,
                Some(Class::Slash) if word_follows && is_number(self.text(i, end)) && is_number(self.text(end + 1, end + 2)) => {
                    end + 2
                }
                Some(Class::Dot) if word_follows && self.dot_joins(i, end) => end + 2,
                Some(Class::Open) if self.class(end + 2) == Some(Class::Close) && self.lower_in(end + 1, &INCLUSIVE) => {
                    if self.lower_in(end + 3, &["s"]) { end + 4 } else { end + 3 }
                }
                _ => return end,
            };
        }
    }

    /// Whether the point before the word at `dot + 1` is inside a token (initials, domain names, inclusive
    /// endings) and not the end of a sentence glued to the next (“fini.Je”).
    fn dot_joins(&self, i: usize, dot: usize) -> bool {
        let (before, after) = (self.text(dot - 1, dot), self.text(dot + 1, dot + 2));
        let initial = before.chars().count() == 1 && before.chars().all(char::is_alphabetic);
        if initial && (after.chars().count() <= 2 || after.chars().all(char::is_uppercase)) {
            return true;
        }
        if self.lower_in(dot + 1, &INCLUSIVE) || self.lower_in(dot + 1, &DOMAINS) {
            return true;
        }
        // “mon.espace.fr”: one more point on, a domain ends the compound.
        let _ = i;
        self.class(dot + 2) == Some(Class::Dot) && self.lower_in(dot + 3, &DOMAINS)
    }

    /// The clitics that begin with the hyphen at `at` and end their compound, as the atom after each of them.
    fn clitics(&self, at: usize) -> Vec<(usize, TokenKind)> {
        let mut found = Vec::new();
        let mut end = at;
        while self.is(end, &[Class::Hyphen, Class::Word]) {
            let euphonic = self.lower_in(end + 1, &["t"])
                && matches!(self.class(end + 2), Some(Class::Hyphen | Class::Apostrophe))
                && self.lower_in(end + 3, &SUBJECTS);
            let elided = self.lower_in(end + 1, &["m", "t", "l", "s"])
                && self.class(end + 2) == Some(Class::Apostrophe)
                && self.lower_in(end + 3, &["en", "y"]);
            if euphonic {
                end += 4;
            } else if elided {
                found.push((end + 3, TokenKind::Clitic));
                end += 4;
            } else if self.lower_in(end + 1, &CLITICS) || (found.is_empty() && self.lower_in(end + 1, &["ci"])) {
                end += 2;
            } else if self.lower_in(end - 1, &["ce"]) && self.lower_in(end + 1, &["que"]) {
                end += 2;
            } else if self.lower_in(end - 1, &["ce"]) && self.lower_in(end + 1, &["qu"]) {
                return found;
            } else {
                return Vec::new();
            }
            found.push((end, TokenKind::Clitic));
            if found.len() > 4 {
                return Vec::new();
            }
        }
        found
    }

    /// A word of one atom: cut where two words or a number and its unit are glued.
    fn single(&self, i: usize, emit: &mut impl FnMut(usize, usize, TokenKind)) {
        let Atom { start, end, .. } = self.atoms[i];
        let word = &self.run[start..end];
        if is_number(word) {
            return emit(start, end, TokenKind::Number);
        }
        if let Some(cut) = hump(word) {
            emit(start, start + cut, TokenKind::Word);
            return emit(start + cut, end, TokenKind::Word);
        }
        let digits = word.find(|c: char| !(c.is_numeric() || matches!(c, '.' | ','))).unwrap_or(0);
        let tail = word[digits..].find(char::is_numeric).map_or(end, |at| start + digits + at);
        let unit = normal(&self.run[start + digits..tail]);
        if digits == 0 {
            return emit(start, end, TokenKind::Word);
        }
        if matches!(unit.as_str(), "e" | "er" | "ère" | "ere" | "ème" | "eme" | "è" | "nd" | "nde" | "re") && tail == end
        {
            return emit(start, end, TokenKind::Number);
        }
        let time = unit == "h" && is_number(&self.run[tail..end]);
        if UNITS.contains(&unit.as_str()) && (tail == end || time) {
            emit(start, start + digits, TokenKind::Number);
            emit(start + digits, tail, TokenKind::Number);
            if tail < end {
                emit(tail, end, TokenKind::Number);
            }
        } else {
            emit(start, end, TokenKind::Word);
        }
    }
}

/// Whether a surface holds digits and no letter.
fn is_number(surface: &str) -> bool {
    surface.chars().any(char::is_numeric) && !surface.chars().any(char::is_alphabetic)
}

/// Where a sentence is glued to the next without a sign (“idéePar”): at least three small letters, a capital,
/// a small letter. Brands begin otherwise (`iPhone`, `PayPal`).
fn hump(word: &str) -> Option<usize> {
    let cut = word.find(|c: char| !c.is_lowercase())?;
    let mut after = word[cut..].chars();
    let glued = after.next().is_some_and(char::is_uppercase)
        && after.next().is_some_and(char::is_lowercase)
        && after.all(|c| c.is_lowercase() || !c.is_alphanumeric())
        && word[..cut].chars().count() >= 3;
    glued.then_some(cut)
}
