//! Where people are named in a text: after a title, a greeting, thanks, a closing formula or the name of a
//! role, in a presentation, and wherever a first name that is nothing else is written with a capital.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::word::{Shape, Words, fold, fold_into, is_function};
use crate::lexicon;
use crate::text::is_french;

/// What a name follows. The names are those of `lexicons/name_cues.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// `M.`, `Mme`: any capital that follows is a name.
    Title,
    /// `merci à`, `bravo à`.
    Thanks,
    /// `bonjour`, `chère`.
    Greeting,
    /// `cordialement`, `signé`.
    Closing,
    /// `je m'appelle`.
    Own,
    /// `au nom de`, `un certain`.
    Said,
    /// `ma conseillère`, `mon mari`.
    Role,
    /// `avec`, `par`, `j'ai eu`.
    By,
}

/// What the lexicon knows of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// A first name and nothing else.
    First,
    /// A first name that is also a word, a place or a brand.
    Word,
    /// A family name that is also a word.
    Family,
}

static CUES: LazyLock<FxHashMap<String, Cue>> = LazyLock::new(|| {
    let entries = lexicon::entries(include_str!("../../lexicons/name_cues.tsv"));
    let cues = entries.filter_map(|entry| {
        let (word, cue) = entry.split_once('\t')?;
        let cue = match cue {
            "title" => Cue::Title,
            "thanks" => Cue::Thanks,
            "greeting" => Cue::Greeting,
            "closing" => Cue::Closing,
            "self" => Cue::Own,
            "said" => Cue::Said,
            "role" => Cue::Role,
            "by" => Cue::By,
            _ => return None,
        };
        Some((fold(word), cue))
    });
    cues.collect()
});

static NAMES: LazyLock<FxHashMap<String, Known>> = LazyLock::new(|| {
    let entries = lexicon::entries(include_str!("../../lexicons/names.tsv"));
    let names = entries.filter_map(|entry| {
        let (name, known) = entry.split_once('\t')?;
        let known = match known {
            "name" => Known::First,
            "word" => Known::Word,
            "surname" => Known::Family,
            _ => return None,
        };
        Some((fold(name), known))
    });
    names.collect()
});

static BRANDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| lexicon::entries(include_str!("../../lexicons/brands.tsv")).map(fold).collect());

/// Words between thanks or a greeting and the name.
const BETWEEN: &[&str] = &[
    "a", "au", "aussi", "beaucoup", "bien", "chaleureusement", "donc", "egalement", "encore", "enormement",
    "especially", "fois", "grandement", "infiniment", "madame", "mille", "much", "notamment", "particulierement",
    "personnellement", "sincerement", "so", "speciale", "special", "specialement", "surtout", "to", "toi", "tout",
    "tres", "very", "vivement", "you", "vraiment",
];
/// Words between what introduces somebody and the name.
const COPULA: &[&str] = &["est", "is", "c", "de", "complet", "famille"];
/// Parts of family names.
const PARTICLES: &[&str] = &[
    "de", "du", "des", "d", "la", "le", "les", "da", "dos", "di", "van", "von", "der", "den", "el", "al", "ben",
    "bin", "o", "mac", "mc", "saint", "st", "st", "l",
];
/// Nouns that a title is followed by without a name, and words that open a sentence there.
const NOT_NAMES: &[&str] = &[
    "assurance", "assurances", "assureur", "banque", "client", "clients", "directeur", "directrice", "equipe",
    "general", "hello", "internet", "maire", "mail", "mutuelle", "ministre", "monde", "mr", "ok", "president",
    "presidente", "responsable", "service", "sav", "team", "tout", "tous", "toutes", "untel", "tres", "super",
    "top", "bien", "rien", "jamais", "pas", "plus", "aucun", "aucune", "quel", "quelle", "enfin", "apres",
    "depuis", "pourquoi", "comment", "merci", "attention", "svp", "bref", "aussi", "ras", "rip", "oui", "non",
];
/// Words after which a first name is that of a street, a school or a saint.
const PLACES: &[&str] = &[
    "saint", "sainte", "st", "ste", "rue", "avenue", "boulevard", "place", "lycee", "college", "ecole", "hopital",
    "ile", "quai", "pont", "mont", "l", "d",
];

/// Byte ranges of the names, ascending and apart.
pub(super) fn find(text: &str, words: &Words) -> Vec<Range<usize>> {
    let mut reader = Reader { text, words, folded: String::new(), found: Vec::new() };
    let mut i = 0;
    while i < words.list.len() {
        i = reader.at(i);
    }
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    words: &'t Words,
    folded: String,
    found: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// Reads what begins with a word; the next word to be read.
    fn at(&mut self, i: usize) -> usize {
        fold_into(&self.text[self.words.list[i].range.clone()], &mut self.folded);
        let end = match CUES.get(self.folded.as_str()) {
            Some(cue) => self.after(i, *cue),
            None => self.alone(i),
        };
        end.map_or(i + 1, |end| end.max(i + 1))
    }

    /// A first name that is nothing else, with a capital in a text that has others.
    fn alone(&mut self, i: usize) -> Option<usize> {
        let clear = self.words.list[i].shape == Shape::Title
            && !self.words.shouted
            && NAMES.get(self.folded.as_str()) == Some(&Known::First)
            && !BRANDS.contains(self.folded.as_str());
        clear.then(|| self.people(i)).flatten()
    }

    /// The names that follow a cue; the word after the last one.
    fn after(&mut self, i: usize, cue: Cue) -> Option<usize> {
        let first = self.candidate(i, cue)?;
        self.accepts(first, cue, i).then(|| self.people(first)).flatten()
    }

    /// The word that would be a name after the cue `i`, words that may stand between passed over.
    fn candidate(&self, i: usize, cue: Cue) -> Option<usize> {
        let folded = self.fold(i);
        match (cue, folded.as_str()) {
            // `M` and `Me` are also a letter and a pronoun.
            (Cue::Title, "m" | "me") if self.words.list[i].shape == Shape::Lower || self.words.shouted => {
                return None;
            }
            (Cue::Own, "appelle" | "appelles") => {
                let own = i > 0 && matches!(self.fold(i - 1).as_str(), "m" | "s" | "t");
                if !own {
                    return None;
                }
            }
            _ => {}
        }
        let passed: &[&str] = match cue {
            Cue::Thanks | Cue::Greeting => BETWEEN,
            Cue::Own | Cue::Said => COPULA,
            _ => &[],
        };
        let mut next = i + 1;
        while next < self.words.list.len() && next - i <= 5 {
            let gap = self.gap(next);
            let near = match cue {
                Cue::Title => gap == "." || spaced(gap.strip_prefix('.').unwrap_or(gap)),
                Cue::Closing => gap.chars().count() <= 6 && gap.chars().all(|c| c.is_whitespace() || ",.:;!-–".contains(c)),
                Cue::Own | Cue::Said | Cue::Role => spaced(&gap.replace([':', '(', '"', '«', '-'], "")) || gap == ":",
                Cue::Greeting => spaced(gap.strip_prefix(',').unwrap_or(gap)),
                Cue::Thanks | Cue::By => spaced(gap),
            };
            if !near {
                return None;
            }
            let capital = self.words.list[next].shape != Shape::Lower && !self.words.shouted;
            if passed.contains(&self.fold(next).as_str()) && (!capital || next == i + 1) {
                next += 1;
            } else {
                return Some(next);
            }
        }
        None
    }

    /// Whether the word `i` may be the first of a name after a cue, the word `from`.
    fn accepts(&self, i: usize, cue: Cue, from: usize) -> bool {
        let folded = self.fold(i);
        let word = &self.words.list[i];
        if CUES.get(&folded).is_some_and(|cue| *cue != Cue::By) {
            return false;
        }
        let shape = if self.words.shouted { Shape::Lower } else { word.shape };
        let particle = PARTICLES.contains(&folded.as_str())
            && (cue == Cue::Title || shape == Shape::Title)
            && self.words.list.get(i + 1).is_some_and(|next| {
                let folded = self.fold(i + 1);
                next.shape != Shape::Lower
                    && matches!(self.gap(i + 1), " " | "'" | "’" | "\u{a0}")
                    && !NOT_NAMES.contains(&folded.as_str())
                    && !CUES.contains_key(&folded)
                    && (!self.words.shouted || self.unknown(i + 1))
            });
        if particle && matches!(cue, Cue::Title | Cue::Own) {
            return true;
        }
        let no_name = is_function(&folded)
            || NOT_NAMES.contains(&folded.as_str())
            || (BRANDS.contains(&folded) && cue != Cue::Title);
        if no_name {
            return false;
        }
        let known = NAMES.get(&folded).copied();
        let first = matches!(known, Some(Known::First | Known::Word));
        let clear = known == Some(Known::First);
        // `Merci J. Dupont`, `Mme D.`
        let initial = shape == Shape::Initial
            && (self.text[word.range.end..].starts_with('.') || cue == Cue::Title)
            && matches!(cue, Cue::Title | Cue::Own | Cue::Role | Cue::Closing);
        let addressed = matches!(self.fold(i - 1).as_str(), "a" | "remercie" | "remercier" | "to") || i > from + 1;
        let capital = matches!(shape, Shape::Title | Shape::Upper);
        initial
            || match cue {
                Cue::Title | Cue::Own => capital || known.is_some() || (shape == Shape::Lower && self.unknown(i)),
                Cue::Thanks if !addressed => clear || (capital && first),
                Cue::Thanks | Cue::Role | Cue::Said => {
                    clear || (capital && first) || (shape == Shape::Title && self.unknown(i))
                }
                Cue::Closing => clear || (capital && (first || known.is_some() || self.unknown(i)) && self.ends_soon(i)),
                Cue::Greeting => clear || (capital && first),
                Cue::By => (capital && first) || (clear && folded.len() >= 5),
            }
    }

    /// Whether a line ends within four words.
    fn ends_soon(&self, i: usize) -> bool {
        let rest = &self.text[self.words.list[i].range.end..];
        let line = rest.split('\n').next().unwrap_or(rest);
        line.split_whitespace().count() <= 3
    }

    /// The names from the word `i` on, joined by commas and `et`; the word after the last one.
    fn people(&mut self, i: usize) -> Option<usize> {
        let mut next = self.person(i)?;
        while let Some(word) = self.words.list.get(next) {
            let gap = self.gap(next);
            let folded = self.fold(next);
            let other = if matches!(folded.as_str(), "et" | "and" | "ou") && spaced(gap) {
                next + 1
            } else if matches!(gap.trim(), "," | "/" | "&" | "+") && gap.len() <= 3 {
                next
            } else {
                break;
            };
            let named = self.words.list.get(other).is_some_and(|_| {
                let folded = self.fold(other);
                let known = NAMES.get(&folded);
                let capital = self.words.list[other].shape == Shape::Title && !self.words.shouted;
                !BRANDS.contains(&folded)
                    && (other == next || spaced(self.gap(other)))
                    && (known == Some(&Known::First) || (capital && known == Some(&Known::Word)))
            });
            let _ = word;
            if !named {
                break;
            }
            match self.person(other) {
                Some(end) => next = end,
                None => break,
            }
        }
        Some(next)
    }

    /// Takes the name that begins with the word `i`, family name and all; the word after it.
    fn person(&mut self, i: usize) -> Option<usize> {
        let list = &self.words.list;
        let before = &self.text[..list[i].range.start];
        let of_place = i > 0
            && PLACES.contains(&self.fold(i - 1).as_str())
            && matches!(self.gap(i), " " | "-" | "'" | "’" | "\u{a0}");
        if of_place || before.ends_with(['@', '#', '/', '[']) {
            return None;
        }
        let mut last = i;
        let mut next = i + 1;
        while next < list.len() && next - i < 6 {
            let gap = self.gap(next);
            let folded = self.fold(next);
            let initial = list[last].shape == Shape::Initial && matches!(gap, "." | ". " | "'" | "’");
            if !(spaced(gap) || gap == "-" || initial || (matches!(gap, "'" | "’") && next > i + 1)) {
                break;
            }
            let known = NAMES.get(&folded);
            let shape = if self.words.shouted { Shape::Lower } else { list[next].shape };
            let word = is_function(&folded) || NOT_NAMES.contains(&folded.as_str()) || CUES.contains_key(&folded);
            let particle = PARTICLES.contains(&folded.as_str())
                && list.get(next + 1).is_some_and(|n| n.shape != Shape::Lower)
                && matches!(self.text[list[next].range.end..list[(next + 1).min(list.len() - 1)].range.start].trim(), "" | "'" | "’" | "-");
            let opened = PARTICLES.contains(&self.fold(last).as_str()) && list[last].shape == Shape::Title
                || (last > i && PARTICLES.contains(&self.fold(last).as_str()))
                || (last == i && PARTICLES.contains(&self.fold(i).as_str()));
            let part = match shape {
                Shape::Title | Shape::Upper => {
                    !BRANDS.contains(&folded) && (opened || initial || (!word && (known.is_some() || self.unknown(next))))
                }
                // `Thomas B.`, `Thomas B`: a letter of its own, not the first of `A bientôt`.
                Shape::Initial => {
                    let rest = &self.text[list[next].range.end..];
                    rest.starts_with('.') || ((rest.is_empty() || rest.starts_with([',', ')', '!'])) && folded != "a")
                }
                Shape::Lower => {
                    (gap == "-" && known.is_some()) || (!word && list[i].shape != Shape::Title && self.family_follows(i, next))
                }
            };
            if part {
                last = next;
            } else if !(particle && !matches!(folded.as_str(), "l" | "d") || particle && shape != Shape::Lower) || self.words.shouted {
                break;
            } else if !self.named_after(next) {
                break;
            }
            next += 1;
        }
        // A company that bears a first name: `Olivier Assurance`.
        let company = list.get(last + 1).is_some_and(|_| {
            spaced(self.gap(last + 1))
                && matches!(self.fold(last + 1).as_str(), "assurance" | "assurances" | "banque" | "mutuelle" | "telecom")
        });
        if company {
            return None;
        }
        let shortened = list[last].shape == Shape::Initial && self.text[list[last].range.end..].starts_with('.');
        let end = list[last].range.end + usize::from(shortened);
        self.found.push(list[i].range.start..end);
        Some(last + 1)
    }

    /// Whether the particle `i` of a family name is followed by one.
    fn named_after(&self, i: usize) -> bool {
        self.words.list.get(i + 1).is_some_and(|next| {
            let folded = self.fold(i + 1);
            let particle = PARTICLES.contains(&folded.as_str());
            next.shape == Shape::Title
                && !BRANDS.contains(&folded)
                && (particle || self.unknown(i + 1) || NAMES.get(&folded) == Some(&Known::Family))
        })
    }

    /// Whether a word without capital after a first name without capital is a family name: no word, and what
    /// follows ends the line or the sentence.
    fn family_follows(&self, first: usize, i: usize) -> bool {
        let rest = self.text[self.words.list[i].range.end..].trim_start_matches([' ', '\u{a0}']);
        i == first + 1
            && self.unknown(i)
            && (rest.is_empty() || rest.starts_with(['\n', '.', ',', '!', ')']) || self.words.shouted)
    }

    /// No French word, no brand, long enough for a name.
    fn unknown(&self, i: usize) -> bool {
        let word = &self.text[self.words.list[i].range.clone()];
        let folded = self.fold(i);
        folded.len() >= 3
            && !is_function(&folded)
            && !NOT_NAMES.contains(&folded.as_str())
            && !BRANDS.contains(&folded)
            && !is_french(&word.to_lowercase())
    }

    fn fold(&self, i: usize) -> String {
        fold(&self.text[self.words.list[i].range.clone()])
    }

    /// What stands between a word and the one before.
    fn gap(&self, i: usize) -> &str {
        &self.text[self.words.list[i - 1].range.end..self.words.list[i].range.start]
    }
}

/// One or two spaces, on one line.
fn spaced(gap: &str) -> bool {
    (1..=4).contains(&gap.len()) && gap.chars().all(|c| c.is_whitespace() && c != '\n')
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
