//! Who says a word: low scores more than high ones, the reverse, or neither for sure.

use super::style::{BAD, BAD_INK, CHANCE, Color, GOOD, MUTED, NEUTRAL};
use crate::keyness::{Keyness, Keyword};
use crate::lang::Lang;
use crate::metric::Group;

/// Who says a word more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Detractors, low scores.
    Low,
    /// Promoters, high scores.
    High,
    /// Nobody for sure.
    Neither,
}

impl Voice {
    /// Every voice, in the order of a legend.
    pub const ALL: [Self; 3] = [Self::Low, Self::High, Self::Neither];

    /// Colour of a bar.
    pub fn color(self) -> Color {
        match self {
            Self::Low => BAD,
            Self::High => GOOD,
            Self::Neither => NEUTRAL,
        }
    }

    /// Colour of a text, dark enough to be read.
    pub fn ink(self) -> Color {
        match self {
            Self::Low => BAD_INK,
            Self::High => GOOD,
            Self::Neither => MUTED,
        }
    }
}

/// Who says the words of an open question, by the groups of one score.
pub struct Voices<'k> {
    rows: &'k [&'k Keyness],
    nps: bool,
}

impl<'k> Voices<'k> {
    /// Told by the tests of the words; without any, nobody is told.
    pub fn new(rows: &'k [&'k Keyness]) -> Self {
        let nps = rows.iter().any(|k| matches!(k.group, Group::Detractors | Group::Promoters));
        Self { rows, nps }
    }

    /// Whether words were tested at all.
    pub fn told(&self) -> bool {
        !self.rows.is_empty()
    }

    /// Who says a keyword more.
    pub fn of(&self, keyword: &Keyword) -> Voice {
        let own = |k: &&&Keyness| {
            k.question == keyword.question && k.kind == keyword.kind && k.label == keyword.label
        };
        match self.rows.iter().find(own).filter(|k| k.q < CHANCE).map(|k| k.group) {
            Some(Group::Detractors | Group::Low) => Voice::Low,
            Some(Group::Promoters | Group::High) => Voice::High,
            _ => Voice::Neither,
        }
    }

    /// What a voice is called in a column of a table.
    pub fn name(&self, voice: Voice, lang: Lang) -> &'static str {
        match (voice, self.nps) {
            (Voice::Low, true) => pick!(lang, chart::detractors_in_voices),
            (Voice::High, true) => pick!(lang, chart::promoters_in_voices),
            (Voice::Low, false) => pick!(lang, chart::low_scores),
            (Voice::High, false) => pick!(lang, chart::high_scores),
            (Voice::Neither, _) => "–",
        }
    }

    /// Where a voice is heard, in a sentence: `chez les détracteurs`; empty for nobody.
    pub fn among(&self, voice: Voice, lang: Lang) -> &'static str {
        match (voice, self.nps) {
            (Voice::Low, true) => pick!(lang, chart::among_detractors),
            (Voice::High, true) => pick!(lang, chart::among_promoters),
            (Voice::Low, false) => pick!(lang, chart::with_a_low_score_in_voices),
            (Voice::High, false) => pick!(lang, chart::with_a_high_score_in_voices),
            (Voice::Neither, _) => "",
        }
    }

    /// What the colour of a voice means.
    pub fn legend(&self, voice: Voice, lang: Lang) -> String {
        match voice {
            Voice::Neither => pick!(lang, chart::no_established_difference).to_owned(),
            _ => format!("{} {}", pick!(lang, chart::more_frequent), self.among(voice, lang)),
        }
    }

    /// How it is known who says a word.
    pub fn note(&self, lang: Lang) -> String {
        let chance = lang.number(CHANCE, 2);
        let (low, high) = (self.name(Voice::Low, lang), self.name(Voice::High, lang));
        pick!(lang, chart::who_says_the_word_against_where_the(low, high, chance))
    }
}

#[cfg(test)]
pub mod samples {
    use super::*;
    use crate::tally::TermKind;

    /// A test of the word of that label.
    pub fn keyness(label: &str, group: Group, q: f64) -> Keyness {
        Keyness {
            question: "q".to_owned(),
            by: "nps".to_owned(),
            group,
            label: label.to_owned(),
            kind: TermKind::Word,
            topic: true,
            n_in: 30,
            n_out: 10,
            base_in: 400,
            base_out: 500,
            log_likelihood: 12.0,
            p: q,
            log10_p: q.log10(),
            q,
            log_ratio: 1.0,
        }
    }

    /// A word of that label, in so many verbatims.
    pub fn keyword(label: &str, n: u64, base: u64) -> Keyword {
        Keyword {
            question: "q".to_owned(),
            label: label.to_owned(),
            kind: TermKind::Word,
            topic: true,
            forms: Vec::new(),
            n,
            share: n as f64 / base as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{keyness, keyword};
    use super::*;

    #[test]
    fn a_test_that_holds_tells_who() {
        let tests = [
            keyness("attente", Group::Detractors, 0.001),
            keyness("conseil", Group::Promoters, 0.01),
            keyness("prix", Group::Detractors, 0.2),
        ];
        let rows: Vec<&Keyness> = tests.iter().collect();
        let voices = Voices::new(&rows);
        let of = |label| voices.of(&keyword(label, 40, 900));
        assert_eq!(
            ["attente", "conseil", "prix", "box"].map(of),
            [Voice::Low, Voice::High, Voice::Neither, Voice::Neither]
        );
        let mut denied = keyword("attente", 4, 900);
        denied.kind = crate::tally::TermKind::Negated;
        assert_eq!(voices.of(&denied), Voice::Neither, "“pas d’attente” is another word");
        assert_eq!(voices.name(Voice::Low, Lang::Fr), "détracteurs");
        assert!(!Voices::new(&[]).told());
    }
}
