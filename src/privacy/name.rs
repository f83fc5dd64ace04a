//! Where people are named in a text: after a title, a greeting, thanks, a closing formula, the name of a role,
//! in a presentation; and wherever a name so found comes back.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::address::is_town;
use super::cue::{Cue, Known, PARTICLES, PLACES, is_brand, is_no_name, known, spaced};
use super::word::{Shape, Words, fold, fold_into};
use crate::text::is_french;

/// Most words of a name.
const LONGEST: usize = 6;

/// Byte ranges of the names, ascending and apart.
pub(super) fn find(text: &str, words: &Words) -> Vec<Range<usize>> {
    let mut reader = Reader { text, words, found: Vec::new() };
    let mut folded = String::new();
    let mut i = 0;
    while i < words.list.len() {
        fold_into(&text[words.list[i].range.clone()], &mut folded);
        let end = Cue::of(&folded).and_then(|cue| reader.after(i, cue));
        i = end.map_or(i + 1, |end| end.max(i + 1));
    }
    reader.come_back();
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    words: &'t Words,
    found: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// Takes the names that follow a cue; the word after the last one.
    fn after(&mut self, i: usize, cue: Cue) -> Option<usize> {
        let first = self.candidate(i, cue)?;
        if !self.opens(first, cue, i) {
            return None;
        }
        let mut next = self.person(first)?;
        while let Some(other) = self.another(next) {
            match self.person(other) {
                Some(end) => next = end,
                None => break,
            }
        }
        Some(next)
    }

    /// The word that would be a name after the cue `i`, words that may stand between passed over.
    fn candidate(&self, i: usize, cue: Cue) -> Option<usize> {
        let before = |n: usize| i.checked_sub(n).map(|j| self.fold(j)).unwrap_or_default();
        let shape = self.words.list[i].shape;
        let meant = match (cue, self.fold(i).as_str()) {
            // Also a letter and a pronoun.
            (Cue::Title, "m") => {
                // `MERCI DE M EXPLIQUER`, `Sara M. Grande`.
                let pointed = self.text[self.words.list[i].range.end..].starts_with('.');
                let name = self.words.list.get(i + 1).is_some_and(|next| next.shape == Shape::Title);
                shape == Shape::Initial
                    && (pointed || (!self.words.shouted && (name || self.unknown(i + 1))))
                    && known(&before(1)) != Some(Known::First)
            }
            (Cue::Title, "me" | "pr") => shape == Shape::Title,
            // `croque-monsieur maison`.
            (Cue::Title, "monsieur" | "madame") => before(1) != "croque",
            (Cue::Own, "appelle" | "appelles") => {
                before(1) == "s" || (before(1) == "m" && matches!(before(2).as_str(), "je" | "j"))
            }
            (Cue::Am, "am") => before(1) == "i",
            (Cue::Am, _) => before(1) == "je",
            // `Bien à vous`.
            (Cue::Closing, "vous") => before(1) == "a" && before(2) == "bien",
            _ => true,
        };
        if !meant {
            return None;
        }
        for next in i + 1..self.words.list.len().min(i + LONGEST) {
            // `madame. Résultat`: a point shortens `M.`, and ends a sentence after a word in full.
            let whole = cue == Cue::Title && self.words.list[i].range.len() > 4;
            if !cue.reaches(self.gap(next)) || (whole && self.gap(next).starts_with('.')) {
                return None;
            }
            let capital = self.words.list[next].shape != Shape::Lower && !self.words.shouted;
            if !cue.passes(&self.fold(next)) || (capital && next > i + 1) {
                return Some(next);
            }
        }
        None
    }

    /// Whether the word `i` may be the first of a name after a cue, the word `from`.
    fn opens(&self, i: usize, cue: Cue, from: usize) -> bool {
        let folded = self.fold(i);
        if Cue::of(&folded).is_some_and(|cue| !matches!(cue, Cue::By | Cue::Of)) {
            return false;
        }
        if matches!(cue, Cue::Title | Cue::Own)
            && folded != "l"
            && PARTICLES.contains(&folded.as_str())
            && self.particle_opens(i)
        {
            return true;
        }
        if is_no_name(&folded) || (is_brand(&folded) && cue != Cue::Title) {
            return false;
        }
        let word = &self.words.list[i];
        let written = &self.text[word.range.clone()];
        let shape = self.shape(i);
        let capital = matches!(shape, Shape::Title | Shape::Upper);
        let named = known(&folded);
        let first = capital && matches!(named, Some(Known::First | Known::Word));
        // `péter` is no Peter.
        let verb = shape == Shape::Lower && !written.is_ascii() && is_french(&written.to_lowercase());
        let clear = named == Some(Known::First) && !verb;
        // `Mme D.`, `Cordialement, J. Dupont`.
        let initial = shape == Shape::Initial
            && self.text[word.range.end..].starts_with('.')
            && folded != "x"
            // The letters of a company: `M.G.P.`
            && self.gap(i) != ".";
        // `M. XXX`: hidden already.
        let crossed = folded.bytes().all(|byte| byte == b'x');
        // `MONSIEUR QUALITE`
        let word_shouted = shape == Shape::Upper && is_french(&written.to_lowercase());
        match cue {
            Cue::Title | Cue::Own => {
                (capital && !crossed && !word_shouted) || initial || named.is_some() || self.unknown(i)
            }
            Cue::Thanks => {
                let addressed = i > from + 1
                    || matches!(self.fold(from).as_str(), "remercie" | "remercier" | "remerciant");
                clear || first || (addressed && shape == Shape::Title && self.unknown(i))
            }
            // `La vendeuse, Anaïs,`: only a first name that is nothing else.
            Cue::Role if self.gap(i) == ", " => clear && capital,
            Cue::Role | Cue::Said => {
                clear || first || (initial && cue == Cue::Role) || (shape == Shape::Title && self.unknown(i))
            }
            Cue::Closing => {
                clear || ((initial || (capital && (named.is_some() || self.unknown(i)))) && self.ends_soon(i))
            }
            Cue::Greeting => {
                let dear = matches!(self.fold(from).as_str(), "cher" | "chere" | "dear");
                clear || first || (dear && shape == Shape::Title && self.unknown(i))
            }
            Cue::Am | Cue::Of => clear && capital,
            Cue::By => first || (clear && folded.len() >= 5),
        }
    }

    /// `Le Goff`, `de La Tour`: a particle that a capital follows.
    fn particle_opens(&self, i: usize) -> bool {
        self.words.list.get(i + 1).is_some_and(|next| {
            let folded = self.fold(i + 1);
            // `professeur du CHU` is nobody.
            let capital = match self.words.list[i].shape {
                Shape::Lower => next.shape == Shape::Title,
                _ => next.shape != Shape::Lower,
            };
            (capital || self.words.shouted)
                && matches!(self.gap(i + 1), " " | "'" | "’" | "\u{a0}")
                && !is_brand(&folded)
                && !is_town(&folded)
                && (!is_no_name(&folded) || PARTICLES.contains(&folded.as_str()))
                && Cue::of(&folded).is_none()
                && (!self.words.shouted || self.unknown(i + 1))
        })
    }

    /// The first word of another name, after `,` or `et`, where the name before ends at the word `next`.
    fn another(&self, next: usize) -> Option<usize> {
        self.words.list.get(next)?;
        let gap = self.gap(next);
        let other = if matches!(self.fold(next).as_str(), "et" | "and" | "ou") && spaced(gap) {
            next + 1
        } else if gap.len() <= 3 && matches!(gap.trim(), "," | "/" | "&" | "+") {
            next
        } else {
            return None;
        };
        self.words.list.get(other)?;
        let folded = self.fold(other);
        let named = match known(&folded) {
            Some(Known::First) => true,
            Some(Known::Word) => self.shape(other) == Shape::Title,
            _ => false,
        };
        (named && !is_brand(&folded) && (other == next || spaced(self.gap(other)))).then_some(other)
    }

    /// Takes the name that begins with the word `i`, family name and all; the word after it.
    fn person(&mut self, i: usize) -> Option<usize> {
        let list = &self.words.list;
        if self.text[..list[i].range.start].ends_with(['@', '#', '/', '[']) || self.in_a_place(i) {
            return None;
        }
        let mut last = i;
        for next in i + 1..list.len().min(i + LONGEST) {
            if self.belongs(i, last, next) {
                last = next;
            } else if !self.leads(next) {
                break;
            }
        }
        // A company that bears a first name: `Olivier Assurance`.
        let company = last + 1 < list.len()
            && spaced(self.gap(last + 1))
            && matches!(
                self.fold(last + 1).as_str(),
                "assistance" | "assurance" | "assurances" | "banque" | "conseil" | "mutuelle" | "telecom"
            );
        if company {
            return None;
        }
        let end = list[last].range.end;
        let shortened = list[last].shape == Shape::Initial && self.text[end..].starts_with('.');
        self.found.push(list[i].range.start..end + usize::from(shortened));
        Some(last + 1)
    }

    /// `rue Victor`, `lycée Saint-Louis`.
    fn in_a_place(&self, i: usize) -> bool {
        i > 0
            && PLACES.contains(&self.fold(i - 1).as_str())
            && matches!(self.gap(i), " " | "-" | "'" | "’" | "\u{a0}")
    }

    /// Whether the word `next` goes on the name from the word `first` to the word `last`.
    fn belongs(&self, first: usize, last: usize, next: usize) -> bool {
        let list = &self.words.list;
        let gap = self.gap(next);
        // `J. Dupont`, `Ch. Dupont`, `O'Connor`.
        let short = list[next - 1].shape == Shape::Initial || (last == first && list[last].range.len() == 2);
        let initial = short && matches!(gap, "." | ". " | "'" | "’");
        let particle = PARTICLES.contains(&self.fold(next - 1).as_str());
        let linked = spaced(gap) || gap == "-" || initial || (matches!(gap, "'" | "’") && particle);
        if !linked {
            return false;
        }
        let folded = self.fold(next);
        let named = known(&folded);
        let word = is_no_name(&folded) || Cue::of(&folded).is_some();
        let opened = next > last + 1 || particle;
        match self.shape(next) {
            Shape::Title | Shape::Upper => {
                !is_brand(&folded)
                    && (opened || initial || (!word && (named.is_some() || self.unknown(next))))
            }
            // `Thomas B.`, `Thomas B`: a letter of its own, not the first of `A bientôt`.
            Shape::Initial => {
                let rest = &self.text[list[next].range.end..];
                rest.starts_with('.')
                    || (folded != "a" && (rest.is_empty() || rest.starts_with([',', ')', '!'])))
            }
            Shape::Lower => {
                (gap == "-" && named.is_some()) || (!word && next == first + 1 && self.family(next))
            }
        }
    }

    /// Whether the word `i` is a particle that a family name follows.
    fn leads(&self, i: usize) -> bool {
        let Some(next) = self.words.list.get(i + 1).filter(|_| !self.words.shouted && spaced(self.gap(i)))
        else {
            return false;
        };
        let particle = |i: usize| PARTICLES.contains(&self.fold(i).as_str());
        let named = || self.unknown(i + 1) || known(&self.fold(i + 1)) == Some(Known::Family);
        let near = spaced(self.gap(i + 1)) || matches!(self.gap(i + 1), "'" | "’");
        particle(i) && near && next.shape == Shape::Title && (particle(i + 1) || named())
    }

    /// Whether the word `i`, without capital, is the family name after a first name: no word, and what follows
    /// ends the line or the sentence.
    fn family(&self, i: usize) -> bool {
        let rest = self.text[self.words.list[i].range.end..].trim_start_matches([' ', '\u{a0}']);
        self.unknown(i)
            && matches!(known(&self.fold(i - 1)), Some(Known::First | Known::Word))
            && (self.words.shouted || rest.is_empty() || rest.starts_with(['\n', '.', ',', '!', ')']))
    }

    /// Takes the other places of the names found, where they are written with a capital.
    fn come_back(&mut self) {
        if self.found.is_empty() || self.words.shouted {
            return;
        }
        let inside = |found: &[Range<usize>], at: usize| found.iter().any(|range| range.contains(&at));
        let names: FxHashSet<String> = (0..self.words.list.len())
            .filter(|i| inside(&self.found, self.words.list[*i].range.start))
            .map(|i| self.fold(i))
            .filter(|name| name.len() >= 3 && !PARTICLES.contains(&name.as_str()))
            .filter(|name| !is_french(name) && !is_brand(name))
            .collect();
        for i in 0..self.words.list.len() {
            let word = &self.words.list[i];
            let capital = matches!(word.shape, Shape::Title | Shape::Upper);
            if capital
                && !inside(&self.found, word.range.start)
                && names.contains(&self.fold(i))
                && !self.in_a_place(i)
            {
                self.found.push(word.range.clone());
            }
        }
        self.found.sort_unstable_by_key(|range| range.start);
    }

    /// Whether a line ends within four words.
    fn ends_soon(&self, i: usize) -> bool {
        let rest = &self.text[self.words.list[i].range.end..];
        rest.lines().next().is_none_or(|line| line.split_whitespace().count() <= 3)
    }

    /// No French word, no company, long enough for a name.
    fn unknown(&self, i: usize) -> bool {
        if i >= self.words.list.len() {
            return false;
        }
        let folded = self.fold(i);
        let word = &self.text[self.words.list[i].range.clone()];
        // `MerciJe`: two sentences glued together.
        let glued = word
            .char_indices()
            .zip(word.chars().skip(1))
            .any(|((at, a), b)| a.is_lowercase() && b.is_uppercase() && at > 2);
        folded.len() >= 3
            && !(glued || is_no_name(&folded) || is_brand(&folded) || is_town(&folded))
            && !is_french(&word.to_lowercase())
    }

    /// How a word is written; where all is in capitals, they say nothing.
    fn shape(&self, i: usize) -> Shape {
        if self.words.shouted { Shape::Lower } else { self.words.list[i].shape }
    }

    fn fold(&self, i: usize) -> String {
        fold(&self.text[self.words.list[i].range.clone()])
    }

    /// What stands between a word and the one before.
    fn gap(&self, i: usize) -> &str {
        &self.text[self.words.list[i - 1].range.end..self.words.list[i].range.start]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        find(text, &Words::of(text)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn people_are_found_after_a_cue() {
        let cases: &[(&str, &[&str])] = &[
            ("Merci à Sabrina pour son aide", &["Sabrina"]),
            ("merci à sabrina et julie", &["sabrina", "julie"]),
            ("Bonjour Madame Dupont, je", &["Dupont"]),
            ("M. Martin m'a répondu", &["Martin"]),
            ("Mme Le Goff et Mme de La Tour", &["Le Goff", "de La Tour"]),
            ("Cordialement, Jean Dupont", &["Jean Dupont"]),
            ("ma conseillère Julie est top", &["Julie"]),
            ("Je m'appelle Kevin Morel.", &["Kevin Morel"]),
            ("Merci à Anne-Laure, Pierre et Karim B.", &["Anne-Laure", "Pierre", "Karim B."]),
            ("Merci à Lamia. Lamia a tout réglé", &["Lamia", "Lamia"]),
            ("MONSIEUR BENALI EST INCOMPETENT", &["BENALI"]),
            ("Thanks to Mrs O'Connor", &["O'Connor"]),
        ];
        for (text, expected) in cases {
            assert_eq!(&names(text), expected, "{text}");
        }
    }

    #[test]
    fn companies_courtesy_and_roles_are_not_people() {
        for text in [
            "Merci Direct Assurance, merci beaucoup, merci d'avance, Merci à toute l'équipe",
            "merci au conseiller, Merci à vous tous, Merci Allianz, merci L'Olivier Assurance",
            "Bonjour Madame, Monsieur, Monsieur le Directeur, Madame La Présidente",
            "Cordialement. Les prix sont bons. Cordialement, Le Service Client",
            "MONSIEUR EST VENU ET MADAME AUSSI",
            "Bonjour, Je suis satisfait. Cher et lent. Trop cher Pour moi",
            "la rue Victor Hugo, le lycée Saint-Nicolas",
        ] {
            assert!(names(text).is_empty(), "{text}: {:?}", names(text));
        }
    }
}
