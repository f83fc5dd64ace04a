//! The grammar of a run: which atoms make one token, which stand alone.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::elision::is_elision;
use super::emoji::emoticon_len;
use super::glued::{cut_word, is_number, number_kind};
use super::token::{INCLUSIVE, TokenKind, after_escape, normal};
use super::tokenize::{Atom, Class};
use crate::lexicon;

/// Compounds that no rule may cut.
static WHOLE: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::set(include_str!("../../lexicons/words.tsv")));

/// Whether a form with an apostrophe is one word, not an elided one and another.
pub(super) fn is_whole(normal: &str) -> bool {
    WHOLE.contains(normal)
}

/// No compound of the lexicon has more atoms: `je-m'en-foutisme` has seven.
const LONGEST_WHOLE: usize = 9;

/// An e-mail address of more atoms is none: the bound keeps the work on a run proportional to its length.
const LONGEST_ADDRESS: usize = 40;

/// What may hang on a verb or a noun by a hyphen, up to the end of the compound.
const CLITICS: [&str; 20] = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "moi", "toi", "le", "la", "les",
    "lui", "leur", "y", "en", "là",
];
/// The pronouns that a euphonic t goes before.
const SUBJECTS: [&str; 5] = ["il", "elle", "on", "ils", "elles"];
/// Endings written in brackets for both genders and numbers: `client(e)s`.
const BRACKETED: [&str; 14] =
    ["s", "e", "es", "x", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "trice", "trices"];
/// Endings written after a point: those of brackets that are no words after a full stop.
const DOTTED: [&str; 7] = ["s", "e", "es", "x", "nes", "trice", "trices"];
/// Last parts of the domain names met in verbatims: a point before one of them ends no sentence.
const DOMAINS: [&str; 8] = ["fr", "com", "net", "org", "ch", "io", "html", "pdf"];

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
        self.atoms
            .get(i..i + classes.len())
            .is_some_and(|atoms| atoms.iter().zip(classes).all(|(atom, class)| atom.class == *class))
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
        self.class(i) == Some(Class::Word)
            && self.text(i, i + 1).len() <= 8
            && list.contains(&self.lower(i).as_str())
    }

    fn emit(
        &self,
        i: usize,
        j: usize,
        kind: TokenKind,
        emit: &mut impl FnMut(usize, usize, TokenKind),
    ) -> usize {
        emit(self.atoms[i].start, self.atoms[j - 1].end, kind);
        j
    }

    /// A sign: nothing, or the start of an emoticon, a hashtag, a mention, an amount.
    fn sign(&self, i: usize, emit: &mut impl FnMut(usize, usize, TokenKind)) -> usize {
        let start = self.atoms[i].start;
        let begins = i == 0 || self.class(i - 1) != Some(Class::Word);
        if begins && self.class(i + 1) == Some(Class::Word) {
            let number = is_number(self.text(i + 1, i + 2));
            let kind = match self.text(i, i + 1) {
                "#" if !number => Some(TokenKind::Hashtag),
                "@" if !number => Some(TokenKind::Mention),
                sign if number && is_currency(sign) => {
                    let end = self.compound_end(i + 1);
                    return self.emit(i, end, TokenKind::Amount, emit);
                }
                _ => None,
            };
            if let Some(kind) = kind {
                let mut end = i + 2;
                while self.class(end + 1) == Some(Class::Word) && self.text(end, end + 1) == "_" {
                    end += 2;
                }
                return self.emit(i, end, kind, emit);
            }
        }
        let Some(length) = emoticon_len(&self.run[start..]) else { return i + 1 };
        let after = start + length;
        let next =
            (i + 1..self.atoms.len()).find(|j| self.atoms[*j].start >= after).unwrap_or(self.atoms.len());
        // What ends inside a word is no emoticon.
        if self.atoms[next - 1].end > after {
            return i + 1;
        }
        emit(start, after, TokenKind::Symbol);
        next
    }

    /// The token or tokens that begin with the word `i`; returns the atom to go on with.
    fn word(&self, i: usize, emit: &mut impl FnMut(usize, usize, TokenKind)) -> usize {
        let Atom { start, end, .. } = self.atoms[i];
        if end == start + 5 && start > 0 && self.run.get(start - 1..).and_then(after_escape).is_some() {
            return i + 1;
        }
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
        if let Some((end, kind)) = self.measure(i, end) {
            return self.emit(i, end, kind, emit);
        }
        if end == i + 1 {
            let offset = self.atoms[i].start;
            cut_word(self.text(i, end), &mut |start, end, kind| emit(offset + start, offset + end, kind));
        } else {
            let kind = number_kind(self.text(i, end)).unwrap_or(TokenKind::Word);
            self.emit(i, end, kind, emit);
        }
        let mut at = end;
        for next in self.clitics(end) {
            at = self.emit(at, next, TokenKind::Clitic, emit);
        }
        at
    }

    /// The amount or percentage that the atoms `i..end` begin, with its sign: the atom after it and its kind.
    fn measure(&self, i: usize, end: usize) -> Option<(usize, TokenKind)> {
        if self.class(end) != Some(Class::Other) {
            return None;
        }
        let (before, sign) = (self.text(i, end), self.text(end, end + 1));
        let thousands =
            matches!(before.trim_start_matches(|c: char| c.is_numeric() || c == ','), "k" | "K" | "M");
        if matches!(sign, "%" | "‰") && is_number(before) {
            Some((end + 1, TokenKind::Percent))
        } else if is_currency(sign) && (is_number(before) || thousands) {
            let cents = self.class(end + 1) == Some(Class::Word)
                && self.text(end + 1, end + 2).len() == 2
                && is_number(self.text(end + 1, end + 2));
            Some((if cents { end + 2 } else { end + 1 }, TokenKind::Amount))
        } else {
            None
        }
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
        found.filter(|end| !self.is(*end, &[Class::Hyphen, Class::Word]) || !self.clitics(*end).is_empty())
    }

    /// End of the web or e-mail address that starts at `i`: what follows up to the end of the run, closing
    /// punctuation left out.
    fn address_end(&self, i: usize) -> Option<usize> {
        let rest = &self.run[self.atoms[i].start..];
        let web = ["http://", "https://", "www."]
            .iter()
            .any(|start| rest.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
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
        while end - i < LONGEST_ADDRESS {
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
                // “il y-a”: no compound begins with this pronoun.
                Some(Class::Hyphen) if end == i + 1 && self.lower_in(i, &["y"]) => return end,
                Some(Class::Hyphen) if word_follows && self.clitics(end).is_empty() => end + 2,
                Some(Class::Apostrophe) if word_follows => end + 2,
                Some(Class::Slash)
                    if word_follows
                        && is_number(self.text(end - 1, end))
                        && is_number(self.text(end + 1, end + 2)) =>
                {
                    end + 2
                }
                Some(Class::Dot) if word_follows && self.dot_joins(end) => end + 2,
                Some(Class::Dot)
                    if self.is(end + 1, &[Class::Hyphen, Class::Word]) && self.is_initial(end - 1) =>
                {
                    end + 3
                }
                Some(Class::Open)
                    if self.class(end + 2) == Some(Class::Close) && self.lower_in(end + 1, &BRACKETED) =>
                {
                    if self.lower_in(end + 3, &["s"]) {
                        end + 4
                    } else {
                        end + 3
                    }
                }
                _ => return end,
            };
        }
    }

    /// Whether atom `i` is one capital letter: `J.-C.`, `B.C.E.`
    fn is_initial(&self, i: usize) -> bool {
        let mut letters = self.text(i, i + 1).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    }

    /// Whether the point before the word at `dot + 1` is inside a token (initials, domain names, inclusive
    /// endings) and not the end of a sentence glued to the next (“fini.Je”).
    fn dot_joins(&self, dot: usize) -> bool {
        let after = self.text(dot + 1, dot + 2);
        if self.is_initial(dot - 1) && (after.chars().count() <= 2 || after.chars().all(char::is_uppercase)) {
            return true;
        }
        if self.text(dot, dot + 1) != "." && self.lower_in(dot + 1, &INCLUSIVE) {
            return true;
        }
        if self.lower_in(dot + 1, &DOTTED) || self.lower_in(dot + 1, &DOMAINS) {
            return true;
        }
        // “mon.espace.fr”: one more point on, a domain ends the compound.
        self.class(dot + 2) == Some(Class::Dot) && self.lower_in(dot + 3, &DOMAINS)
    }

    /// The clitics that begin with the hyphen at `at` and end their compound, as the atom after each of them.
    fn clitics(&self, at: usize) -> Vec<usize> {
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
                found.push(end + 3);
                end += 4;
            } else if self.lower_in(end + 1, &CLITICS)
                || (found.is_empty() && self.lower_in(end + 1, &["ci"]))
                || (self.lower_in(end - 1, &["ce"]) && self.lower_in(end + 1, &["que"]))
            {
                end += 2;
            } else if self.lower_in(end - 1, &["ce"]) && self.lower_in(end + 1, &["qu"]) {
                return found;
            } else {
                return Vec::new();
            }
            found.push(end);
            if found.len() > 4 {
                return Vec::new();
            }
        }
        found
    }
}

/// Whether `sign` is written before or after an amount.
fn is_currency(sign: &str) -> bool {
    matches!(sign, "€" | "$" | "£")
}

#[cfg(test)]
mod tests {
    use super::super::{TokenKind, tokenize};

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|token| token.surface).collect()
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected, "{text}");
    }

    #[test]
    fn elided_words_stand_alone() {
        check("L'eau, l’eau, lʼeau, l`eau", "L' eau l’ eau lʼ eau l` eau");
        check("Jusqu'à ce qu'il", "Jusqu' à ce qu' il");
        check("lorsqu'on s'y attend", "lorsqu' on s' y attend");
        check("puisqu'elle n'a quoiqu'un", "puisqu' elle n' a quoiqu' un");
        check("C'est l'\"exigence\"", "C' est l' exigence");
        check("D'Artagnan j'l'ai", "D' Artagnan j' l' ai");
    }

    #[test]
    fn compounds_of_the_lexicon_are_whole() {
        for word in [
            "aujourd'hui",
            "Quelqu’un",
            "c'est-à-dire",
            "presqu'île",
            "prud'hommes",
            "rendez-vous",
            "celle-ci",
            "celui-la",
            "garde-à-vous",
            "c’est-à-dire",
            "week-end",
            "nous-mêmes",
            "vis-à-vis",
            "cessez-le-feu",
        ] {
            check(word, word);
        }
        check("d'aujourd'hui", "d' aujourd'hui");
    }

    #[test]
    fn hyphens_hold_words_together() {
        let whole = "là-bas peut-être week-end nous-mêmes après-vente qualité-prix Aix-en-Provence Saint-Jean-d'Angély";
        check(whole, whole);
        check("l'après-midi", "l' après-midi");
        check("- oui -non- rapport-- prix", "oui non rapport prix");
        check("maison—jardin", "maison jardin");
    }

    #[test]
    fn clitics_come_off() {
        check("donnez-moi", "donnez -moi");
        check("est-on a-t-il a-t'elle", "est -on a -t-il a -t'elle");
        check("Y a t-il, il y-a", "Y a t-il il y a");
        check("allez-vous-en", "allez -vous -en");
        check("donne-m'en rends-le-moi", "donne -m' en rends -le -moi");
        check(
            "Qu'est-ce que est-ce-que est-ce-qu'il",
            "Qu' est -ce que est -ce -que est -ce - qu' il".replace("- qu'", "qu'").as_str(),
        );
        check("ce moment-là, cette fois-ci", "ce moment -là cette fois -ci");
    }

    #[test]
    fn numbers_units_and_times() {
        check("20h45, 12h30min, 12,5% et 49,90€ !", "20 h 45 12 h 30 min 12,5% et 49,90€");
        check("9h à 9 h, 160 km", "9 h à 9 h 160 km");
        check("49€90 $50 12k€ 12 k€ 12 € 5 %", "49€90 $50 12k€ 12 k€ 12 5");
        check("10/10 24/24 12/03/2025 1.500", "10/10 24/24 12/03/2025 1.500");
        check("160km 2e 4G 4x4", "160 km 2e 4G 4x4");
        check("06.12.34.56.78 06-12-34-56-78", "06.12.34.56.78 06-12-34-56-78");
        for (text, expected) in [
            ("4G", vec![TokenKind::Word]),
            ("2e", vec![TokenKind::Number]),
            ("160km", vec![TokenKind::Number; 2]),
            ("20h", vec![TokenKind::Time; 2]),
            ("20h45", vec![TokenKind::Time; 3]),
            ("12h30min", vec![TokenKind::Time; 4]),
            ("49,90€", vec![TokenKind::Amount]),
            ("49€90", vec![TokenKind::Amount]),
            ("$50", vec![TokenKind::Amount]),
            ("12k€", vec![TokenKind::Amount]),
            ("k€", vec![TokenKind::Amount]),
            ("12,5%", vec![TokenKind::Percent]),
            ("0612345678", vec![TokenKind::Phone]),
            ("06.12.34.56.78", vec![TokenKind::Phone]),
            ("06-12-34-56-78", vec![TokenKind::Phone]),
            ("12/03/2025", vec![TokenKind::Number]),
            ("06 12 34 56 78", vec![TokenKind::Number; 5]),
            ("C#", vec![TokenKind::Word]),
            ("#1", vec![TokenKind::Number]),
        ] {
            let kinds: Vec<_> = tokenize(text).iter().map(|token| token.kind).collect();
            assert_eq!(kinds, expected, "{text}");
        }
    }

    #[test]
    fn glued_sentences_are_cut() {
        check("C'est fini.Je pars,vraiment!Oui", "C' est fini Je pars vraiment Oui");
        check("bonne idéePar contre rapide!Merci", "bonne idée Par contre rapide Merci");
        check("rapide.les prix.ca va", "rapide les prix ca va");
        check("iPhone PayPal J.-C. B.C.E. S.A.V", "iPhone PayPal J.-C B.C.E S.A.V");
        check("et/ou prix/qualité km/h", "et ou prix qualité km/h");
    }

    #[test]
    fn what_excel_escapes_is_no_word() {
        check("prix_x009B_plus _x000D_ élevé, _xyz_", "prix plus élevé xyz");
    }

    #[test]
    fn inclusive_endings_stay() {
        check("client(e)s satisfait(s) (peut-être)", "client(e)s satisfait(s) peut-être");
        check("les client·e·s et agent.e.s", "les client·e·s et agent.e.s");
        check("directeur·rice·s, fini·se·lever", "directeur·rice·s fini·se lever");
    }

    #[test]
    fn addresses_and_symbols_are_tokens_of_their_kind() {
        let found: Vec<_> = tokenize("(https://a.fr/b?c=1). moi@exemple.fr 😀👍🏽 ❤️ :-) #top_sav, @sav !")
            .iter()
            .map(|token| (token.surface, token.kind))
            .collect();
        assert_eq!(
            found,
            [
                ("https://a.fr/b?c=1", TokenKind::Address),
                ("moi@exemple.fr", TokenKind::Address),
                ("😀", TokenKind::Symbol),
                ("👍🏽", TokenKind::Symbol),
                ("❤️", TokenKind::Symbol),
                (":-)", TokenKind::Symbol),
                ("#top_sav", TokenKind::Hashtag),
                ("@sav", TokenKind::Mention),
            ]
        );
    }

    #[test]
    fn an_emoji_is_one_token_whatever_it_is_made_of() {
        for emoji in
            ["👨‍👩‍👧‍👦", "🇫🇷", "1️⃣", "👍🏽", "❤️‍🔥", "🏴\u{e0067}\u{e0062}\u{e007f}", ":-*", "^_^", "\\o/", "</3"]
        {
            let mut texts = vec![emoji.to_owned(), format!("bravo {emoji} !")];
            // A keycap is a digit first, and a digit may be part of a word.
            if emoji != "1️⃣" {
                texts.push(format!("merci{emoji}"));
            }
            for text in texts {
                let found = tokenize(&text);
                let symbols: Vec<_> = found.iter().filter(|token| token.kind == TokenKind::Symbol).collect();
                assert_eq!(symbols.len(), 1, "{text}: {found:?}");
                assert_eq!(symbols[0].surface, emoji, "{text}");
            }
        }
        check("🇫🇷🇧🇪 1️⃣2️⃣ 😀😀", "🇫🇷 🇧🇪 1️⃣ 2️⃣ 😀 😀");
    }
}
