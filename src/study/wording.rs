//! One answer of a scale in words: what it speaks of, and how much of it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::fold;
use crate::lexicon;

const SCALES: &str = include_str!("../../lexicons/scales.tsv");

/// Bytes of the longest label that is read: answers of a scale are short.
const LONGEST: usize = 120;
/// Position of a word of the scale without any word of degree: `satisfait`.
pub(super) const PLAIN: i8 = 5;
/// Position of `moyennement` among degrees that all speak of having some.
pub(super) const MODERATE: i8 = 3;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

/// What a scale in words is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// `Très satisfait`.
    Satisfaction,
    /// `Plutôt d'accord`.
    Agreement,
    /// `Très facile`, `peu d'effort`: highest is easiest.
    Ease,
    /// `Très probable`, `probablement pas`.
    Likelihood,
    /// `Souvent`, `jamais`.
    Frequency,
    /// `Excellent`, `assez bien`.
    Quality,
    /// `Plutôt important`.
    Importance,
    /// `Mieux que prévu`.
    Comparison,
    /// `Pas du tout confiance`.
    Confidence,
    /// `Oui`, `plutôt non`.
    YesNo,
    /// A degree of something else, or of what the question alone names: `beaucoup`, `très utile`.
    Degree,
}

impl Subject {
    /// As the lexicon writes it.
    fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "satisfaction" => Self::Satisfaction,
            "agreement" => Self::Agreement,
            "ease" => Self::Ease,
            "likelihood" => Self::Likelihood,
            "frequency" => Self::Frequency,
            "quality" => Self::Quality,
            "importance" => Self::Importance,
            "comparison" => Self::Comparison,
            "confidence" => Self::Confidence,
            "yes_no" => Self::YesNo,
            "degree" => Self::Degree,
            _ => return None,
        })
    }
}

/// An answer, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wording {
    /// `None` where the answer has a degree only: `plutôt`, `neutre`.
    pub(super) subject: Option<Subject>,
    /// Whether the word is the contrary of the subject, as `difficile` is.
    pub(super) contrary: bool,
    /// From −9, not at all, to 9, extremely, of the word or its contrary.
    pub(super) degree: i8,
    /// Whether it is the middle of a scale that has two sides, and a degree like others elsewhere.
    pub(super) moderate: bool,
    /// How the degree is said.
    pub(super) manner: String,
}

impl Wording {
    /// From −9, worst, to 9, best.
    pub(super) fn position(&self) -> i8 {
        if self.contrary { -self.degree } else { self.degree }
    }

    /// Whether it lies between the two sides of a scale.
    pub(super) fn is_neutral(&self) -> bool {
        self.degree == 0
    }
}

/// Reads a label.
pub(super) fn read(label: &str) -> Option<Wording> {
    let words = words(label)?;
    VOCABULARY.read(&words.split(' ').collect::<Vec<_>>())
}

/// Reads labels, with a word that the lexicon does not have where degrees of it are all that they say
/// (`très sucré`, `peu sucré`).
pub(super) fn read_all(labels: &[&str]) -> Vec<Option<Wording>> {
    let known: Vec<Option<Wording>> = labels.iter().map(|label| read(label)).collect();
    // Something of a subject is there: other words are other things.
    if known.iter().flatten().any(|wording| wording.subject.is_some()) {
        return known;
    }
    let split: Vec<_> = labels.iter().map(|label| VOCABULARY.degree_of(&words(label)?)).collect();
    let mut things: BTreeMap<&str, u32> = BTreeMap::new();
    for (_, thing) in split.iter().flatten() {
        *things.entry(thing).or_default() += 1;
    }
    // Ties go to the first in the alphabet, whatever the order of the labels.
    let Some((thing, _)) = things.iter().rev().max_by_key(|(_, n)| **n) else {
        return known;
    };
    known
        .into_iter()
        .zip(&split)
        .zip(labels)
        .map(|((known, split), label)| {
            known.or_else(|| match split {
                Some((wording, of)) if of == thing => Some(wording.clone()),
                _ => (*root(&words(label)?) == **thing).then(Wording::plain),
            })
        })
        .collect()
}

/// Ladders of a subject, each the positions from its lowest answer, then those of degrees, unless the scale has a
/// contrary to name its other side with.
pub(super) fn ladders(subject: Subject, two_sided: bool) -> Vec<&'static [i8]> {
    let of = |subject: Option<Subject>| VOCABULARY.ladders.get(&subject).into_iter().flatten();
    let degrees = of(None).filter(|_| !two_sided && subject != Subject::YesNo);
    of(Some(subject)).chain(degrees).map(Vec::as_slice).collect()
}

/// Words of a label, one space between them: no case, accents, punctuation, endings of agreement that are
/// written apart (`satisfait(e)`), nor `ne`.
fn words(label: &str) -> Option<String> {
    if label.len() > LONGEST {
        return None;
    }
    let folded = fold(label);
    let kept: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !matches!(*word, "" | "e" | "s" | "es" | "te" | "tes" | "ne" | "nes" | "n"))
        .collect();
    let text = if kept.is_empty() {
        // A face; the mark that asks for its coloured form says nothing.
        label
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation() && *c != '\u{fe0f}')
            .collect()
    } else {
        kept.join(" ")
    };
    (!text.is_empty()).then_some(text)
}

/// The last letters that change with gender and number left out.
fn root(words: &str) -> &str {
    words.trim_end_matches(['e', 's'])
}

/// The lexicon, by its folded words.
#[derive(Default)]
struct Vocabulary {
    /// Words of degree: position, and whether it is `moderate`.
    degrees: BTreeMap<String, (i8, bool)>,
    /// Words that take a degree, and whether they are the contrary.
    things: BTreeMap<String, (Subject, bool)>,
    answers: BTreeMap<String, (Option<Subject>, i8)>,
    ignored: Vec<String>,
    ladders: BTreeMap<Option<Subject>, Vec<Vec<i8>>>,
}

impl Vocabulary {
    fn new() -> Self {
        let mut all = Self::default();
        let mut ladders = Vec::new();
        for line in lexicon::entries(SCALES) {
            let mut fields = line.split('\t');
            let (Some(id), Some(text), Some(reading)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let subject = Subject::from_id(id);
            let Some(key) = words(text) else { continue };
            match (reading, subject) {
                ("ladder", _) => ladders.push((subject, text)),
                ("ignore", _) => all.ignored.push(key),
                ("middle", _) => drop(all.degrees.insert(key, (MODERATE, true))),
                ("+" | "-", Some(subject)) => {
                    for form in forms(&key) {
                        all.things.entry(form).or_insert((subject, reading == "-"));
                    }
                }
                _ => {
                    let Ok(position) = reading.parse() else { continue };
                    if subject.is_none() {
                        all.degrees.insert(key.clone(), (position, false));
                    }
                    if subject.is_some() || position == 0 {
                        for form in forms(&key) {
                            all.answers.entry(form).or_insert((subject, position));
                        }
                    }
                }
            }
        }
        all.ignored.sort_by_key(|words| std::cmp::Reverse(words.len()));
        for (subject, text) in ladders {
            let steps = text.split(" < ").filter_map(|step| {
                let key = words(step)?;
                all.read(&key.split(' ').collect::<Vec<_>>()).map(|wording| wording.position())
            });
            let steps: Vec<i8> = steps.collect();
            all.ladders.entry(subject).or_default().push(steps);
        }
        all
    }

    fn read(&self, words: &[&str]) -> Option<Wording> {
        let text = words.join(" ");
        if let Some(known) = self.answer(&text) {
            return Some(known);
        }
        for ignored in &self.ignored {
            let shorter = text
                .strip_prefix(ignored.as_str())
                .and_then(|rest| rest.strip_prefix(' '))
                .or_else(|| text.strip_suffix(ignored.as_str()).and_then(|rest| rest.strip_suffix(' ')));
            if let Some(rest) = shorter {
                return self.read(&rest.split(' ').collect::<Vec<_>>());
            }
        }
        self.neither(words)
            .or_else(|| self.neutral_and_more(words))
            .or_else(|| self.yes_or_no_and_more(words))
            .or_else(|| self.degree_of_a_thing(words))
            .or_else(|| {
                let (degree, moderate) = *self.degrees.get(&text)?;
                Some(Wording { subject: None, contrary: false, degree, moderate, manner: text })
            })
    }

    /// A whole answer of the lexicon.
    fn answer(&self, text: &str) -> Option<Wording> {
        let (subject, degree) = *self.answers.get(text)?;
        Some(Wording { subject, contrary: false, degree, moderate: false, manner: text.to_owned() })
    }

    /// `ni satisfait ni insatisfait`, `neither agree nor disagree`.
    fn neither(&self, words: &[&str]) -> Option<Wording> {
        if !matches!(words.first(), Some(&("ni" | "neither"))) {
            return None;
        }
        let sides: Vec<Wording> = words
            .split(|word| matches!(*word, "ni" | "neither" | "nor" | "or" | "ou"))
            .filter(|side| !side.is_empty())
            .map(|side| self.degree_of_a_thing(side).or_else(|| self.read(side)))
            .collect::<Option<_>>()?;
        let subject = sides.iter().find_map(|side| side.subject);
        let agree = sides.iter().all(|side| side.subject.is_none() || side.subject == subject);
        (sides.len() >= 2 && agree).then(|| Wording::neutral(subject))
    }

    /// `neutre (ni satisfait ni insatisfait)`.
    fn neutral_and_more(&self, words: &[&str]) -> Option<Wording> {
        let neutral = |word: &str| self.answer(word).is_some_and(|w| w.is_neutral() && w.subject.is_none());
        let rest = match words {
            [first, rest @ ..] if neutral(first) => rest,
            [rest @ .., last] if neutral(last) => rest,
            _ => return None,
        };
        if rest.is_empty() { None } else { self.read(rest).filter(Wording::is_neutral) }
    }

    /// `oui, plutôt satisfait`: the yes repeats what the rest says.
    fn yes_or_no_and_more(&self, words: &[&str]) -> Option<Wording> {
        let sign = |word: &str| match word {
            "oui" | "yes" => 1,
            "non" | "no" => -1,
            _ => 0,
        };
        let (said, rest) = match words {
            [first, rest @ ..] if sign(first) != 0 => (sign(first), rest),
            [rest @ .., last] if sign(last) != 0 => (sign(last), rest),
            _ => return None,
        };
        if rest.is_empty() {
            return None;
        }
        self.read(rest).filter(|w| w.subject.is_some() && w.position().signum() == said)
    }

    /// A word of a subject, with its degree before, after or around it.
    fn degree_of_a_thing(&self, words: &[&str]) -> Option<Wording> {
        for length in (1..=words.len().min(6)).rev() {
            for start in 0..=words.len() - length {
                let (before, rest) = words.split_at(start);
                let (thing, after) = rest.split_at(length);
                let Some(&(subject, contrary)) = self.things.get(&thing.join(" ")) else { continue };
                // `satisfait / satisfaite` says one thing twice.
                let after = match after {
                    [again, after @ ..] if self.things.get(*again) == Some(&(subject, contrary)) => after,
                    _ => after,
                };
                let manner = [before, after].concat().join(" ");
                let (degree, moderate) = if manner.is_empty() {
                    (PLAIN, false)
                } else if let Some(found) = self.degrees.get(&manner) {
                    *found
                } else {
                    continue;
                };
                let degree = match subject {
                    // `non, pas du tout` is a no, as `non, tout à fait` would be; `oui, pas du tout` is nothing.
                    Subject::YesNo if contrary && degree != 0 => degree.abs(),
                    Subject::YesNo if degree < 0 => continue,
                    // `oui, en partie` is a yes.
                    Subject::YesNo if degree == 0 && words.len() > 1 => 2,
                    _ => degree,
                };
                return Some(Wording { subject: Some(subject), contrary, degree, moderate, manner });
            }
        }
        None
    }

    /// The longest words of degree that open the text, and what they are a degree of.
    fn degree_of(&self, text: &str) -> Option<(Wording, String)> {
        let cuts = text.rmatch_indices(' ').map(|(at, _)| text.split_at(at));
        let (manner, thing) = cuts.into_iter().find(|(manner, _)| self.degrees.contains_key(*manner))?;
        let (degree, moderate) = *self.degrees.get(manner)?;
        let thing = thing.trim_start();
        let wording = Wording { degree, moderate, manner: manner.to_owned(), ..Wording::plain() };
        (thing.split(' ').count() <= 3).then(|| (wording, root(thing).to_owned()))
    }
}

impl Wording {
    fn plain() -> Self {
        let subject = Some(Subject::Degree);
        Self { subject, contrary: false, degree: PLAIN, moderate: false, manner: String::new() }
    }

    fn neutral(subject: Option<Subject>) -> Self {
        Self { subject, degree: 0, ..Self::plain() }
    }
}

/// The word with its endings of gender and number.
fn forms(key: &str) -> impl Iterator<Item = String> {
    ["", "e", "s", "es"].into_iter().map(move |ending| format!("{key}{ending}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_lexicon_is_read_and_says_something_of_its_own() {
        let mut seen = BTreeSet::new();
        for line in lexicon::entries(SCALES) {
            let [id, text, reading] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}: not three columns");
            };
            let subject = Subject::from_id(id);
            assert!(subject.is_some() || id == "any", "{line}: no such subject");
            // A word of degree may be a whole answer elsewhere: `généralement`.
            let degree = id == "any";
            assert!(seen.insert((degree, words(text))) || reading == "ladder", "{line}: said twice");
            match reading {
                "+" | "-" => assert!(subject.is_some(), "{line}: a word needs its subject"),
                "ladder" | "ignore" => {}
                "middle" => assert!(subject.is_none(), "{line}: a degree is of anything"),
                _ => {
                    let position: i8 = reading.parse().unwrap();
                    assert!((-9..=9).contains(&position), "{line}");
                    assert!(text.len() <= LONGEST && read(text).is_some(), "{line}: not read");
                }
            }
        }
        for (subject, ladders) in &VOCABULARY.ladders {
            for ladder in ladders {
                assert!(ladder.windows(2).all(|pair| pair[0] < pair[1]), "{subject:?}: {ladder:?}");
                assert!(ladder.len() >= 3);
            }
        }
        let steps: usize = VOCABULARY.ladders.values().flatten().map(Vec::len).sum();
        let written = lexicon::entries(SCALES).filter(|line| line.ends_with("\tladder"));
        assert_eq!(steps, written.map(|line| line.split(" < ").count()).sum::<usize>());
    }

    #[test]
    fn one_answer_says_its_subject_and_its_place() {
        use Subject::{Agreement, Ease, Likelihood, Quality, Satisfaction, YesNo};
        for (label, subject, position) in [
            ("Très satisfait(e)", Some(Satisfaction), 8),
            ("SATISFAIT·E·S", Some(Satisfaction), 5),
            ("Not satisfied at all.", Some(Satisfaction), -9),
            ("Non satisfait", Some(Satisfaction), -5),
            ("Non, pas satisfait", Some(Satisfaction), -5),
            ("Je ne suis pas du tout d’accord", Some(Agreement), -9),
            ("Pas d'accord du tout", Some(Agreement), -9),
            ("« Tout-à-fait  d accord »", Some(Agreement), 9),
            ("Ni d'accord / ni pas d'accord", Some(Agreement), 0),
            ("Neutral (neither agree nor disagree)", Some(Agreement), 0),
            ("Beaucoup d'efforts", Some(Ease), -8),
            ("Pas mal", Some(Quality), 5),
            ("Oui, certainement", Some(Likelihood), 9),
            ("Non, plutôt pas", Some(YesNo), -4),
            ("Plutôt non", Some(YesNo), -4),
            ("Pas du tout", None, -9),
        ] {
            let found = read(label).unwrap_or_else(|| panic!("{label}: not read"));
            assert_eq!((found.subject, found.position()), (subject, position), "{label}");
        }
        for label in ["Satisfait ou remboursé", "Oui, pas du tout", "Ni croyance ni appartenance", "", "--"]
        {
            assert_eq!(read(label), None, "{label}");
        }
    }
}
