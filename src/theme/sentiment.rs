//! How a verbatim speaks of a theme: by the clause that mentions it.
//!
//! A clause is weighed like a sentence, by the words of judgement in it ([`Weights`](crate::text::Weights)). Where
//! it says nothing, the first of these that says something speaks for it: the next clauses up to “mais” (“le prix, le
//! délai et l'accueil sont parfaits”), when it has no verb of its own; those before it (“très satisfait du prix, du
//! délai”); the rest of the sentence; the whole verbatim, with half its weight.

use super::clause::{Clause, Cut, clauses};
use super::pole::Pole;
use crate::text::{Analyzer, Reading, WeighedWord, Weights, weigh};

/// Log-odds under which a clause says nothing.
const TELLING: f32 = 0.3;
/// What a rule adds that is pleased or displeased by itself.
const HINT: f32 = 1.5;
/// Share of such a rule that is left, turned round, where its words are denied.
const DENIED: f32 = 0.7;
/// Share of the whole verbatim's weight for a clause that has none, in a sentence that has none.
const FAR: f32 = 0.5;
/// Log-odds from which a theme that is praised and blamed is both.
const BOTH: f32 = 0.8;
/// Times that one side may outweigh the other for that.
const AS_MUCH: f32 = 2.0;

/// Who says it, from the least to the most trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// What is around a clause that says nothing.
    Around,
    /// The clause.
    Clause,
    /// A rule that is pleased or displeased by itself.
    Rule,
}

/// What a hit says of its theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Said {
    /// The clause that speaks.
    pub clause: usize,
    /// Its log-odds.
    pub log_odds: f32,
    /// Who says it.
    pub source: Source,
}

/// The clauses of a verbatim, weighed; kept between verbatims so that its memory is used again.
#[derive(Debug, Clone, Default)]
pub(super) struct Sentiment {
    words: Vec<WeighedWord>,
    clauses: Vec<Clause>,
    /// Log-odds of each clause.
    said: Vec<f32>,
    /// Log-odds of the whole.
    whole: f32,
}

impl Sentiment {
    /// Weighs the clauses of `text`.
    pub fn read(
        &mut self,
        text: &str,
        reading: &Reading,
        cuts: impl Iterator<Item = Cut>,
        analyzer: &mut Analyzer,
    ) {
        weigh(text, reading, analyzer, &mut self.words);
        clauses(&reading.marks, cuts, &mut self.clauses);
        let weights = analyzer.weights();
        let Self { words, clauses, said, whole } = self;
        let log_odds = |words: &[WeighedWord]| weights.map_or(0.0, |weights| weights.log_odds(words));
        said.clear();
        said.extend(clauses.iter().map(|clause| log_odds(&words[clause.from..clause.to])));
        *whole = log_odds(words);
    }

    /// What the words `first..=last` say of their theme; `hint` is what their rule says by itself, `denied` whether the
    /// sentence turns it round.
    pub fn of(
        &self,
        (first, last): (usize, usize),
        hint: Option<Pole>,
        denied: bool,
        weights: Option<&Weights>,
    ) -> Said {
        let clause = self.clauses.partition_point(|clause| clause.to <= first).min(self.clauses.len() - 1);
        let until = self.clauses.partition_point(|clause| clause.to <= last).min(self.clauses.len() - 1);
        let own: f32 = self.said[clause..=until].iter().sum();
        let hint = match hint {
            Some(Pole::Positive) => HINT,
            Some(Pole::Negative) => -HINT,
            _ => 0.0,
        } * if denied { -DENIED } else { 1.0 };
        if hint != 0.0 {
            // The rule has judged its own words.
            let rest = own - weights.map_or(0.0, |weights| weights.log_odds(&self.words[first..=last]));
            // “aucune hausse”: what denies is no news any more.
            let rest = if denied && rest * hint < 0.0 { 0.0 } else { rest };
            return Said { clause, log_odds: rest + hint, source: Source::Rule };
        }
        if own.abs() >= TELLING {
            return Said { clause, log_odds: own, source: Source::Clause };
        }
        Said { clause, log_odds: self.around(clause, until), source: Source::Around }
    }

    /// What is said around the clauses `from..=to`, which say nothing.
    fn around(&self, from: usize, to: usize) -> f32 {
        let starts = |cut: Cut| move |at: &usize| self.clauses[*at].cut >= cut;
        let first = |cut| (0..=from).rev().find(starts(cut)).unwrap_or(0);
        let after = |cut| (to + 1..self.clauses.len()).find(starts(cut)).unwrap_or(self.clauses.len());
        let tells = |at: &usize| self.said[*at].abs() >= TELLING;
        let (begin, end) = (first(Cut::Contrast), after(Cut::Contrast));
        let ahead = || (to + 1..end).find(tells);
        let behind = || (begin..from).rev().find(tells);
        let has_verb = self.clauses[from..=to].iter().any(|clause| clause.verb);
        let found = if has_verb { behind().or_else(ahead) } else { ahead().or_else(behind) };
        if let Some(found) = found {
            return self.said[found];
        }
        let sentence: f32 = self.said[first(Cut::Sentence)..after(Cut::Sentence)].iter().sum();
        if sentence.abs() >= TELLING { sentence } else { self.whole * FAR }
    }
}

/// The log-odds and the pole of a theme by what its hits say: each clause counts once, by its most trusted
/// source; clauses for which others speak only count where none speaks for itself.
pub(super) fn together(said: &mut Vec<Said>) -> (f32, Pole) {
    if said.iter().any(|said| said.source > Source::Around) {
        said.retain(|said| said.source > Source::Around);
    }
    said.sort_by(|a, b| {
        let strength = b.log_odds.abs().total_cmp(&a.log_odds.abs());
        a.clause.cmp(&b.clause).then(b.source.cmp(&a.source)).then(strength)
    });
    said.dedup_by_key(|said| said.clause);
    let good: f32 = said.iter().map(|said| said.log_odds.max(0.0)).sum();
    let bad: f32 = said.iter().map(|said| said.log_odds.min(0.0)).sum();
    let pole = if good >= BOTH && bad <= -BOTH && good < -AS_MUCH * bad && -bad < AS_MUCH * good {
        Pole::Neutral
    } else {
        Pole::of(good + bad)
    };
    (good + bad, pole)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::codebook::Codebook;
    use super::super::matching::Matcher;
    use super::*;
    use crate::text::Reader;

    /// The poles of the price and of the service in a text: `+`, `-`, `=`, a space where it is not mentioned.
    fn poles(text: &str) -> String {
        let toml = "[[theme]]\nid = \"prix\"\nrules = [\"prix\", \"- hausse\"]\n\
                    [[theme]]\nid = \"service\"\nrules = [\"service\", \"- nié:répondre\", \"+ joignable\"]";
        let mut matcher = Matcher::new(Arc::new(Codebook::parse(toml, "test").unwrap()));
        let (mut reader, mut reading) = (Reader::default(), Reading::default());
        let number = reader.read(text, &mut reading).unwrap();
        let found = matcher.mentions(text, &reading, number, reader.analyzer(number));
        let pole =
            |theme| match found.iter().find(|mention| mention.theme == theme).map(|mention| mention.pole) {
                Some(Pole::Positive) => '+',
                Some(Pole::Negative) => '-',
                Some(Pole::Neutral) => '=',
                None => ' ',
            };
        [pole(0), pole(1)].iter().collect()
    }

    #[test]
    fn the_clause_that_speaks_of_a_theme_judges_it() {
        for (text, expected) in [
            ("Prix excellent, service déplorable", "+-"),
            ("Le prix est excellent mais le service est une catastrophe", "+-"),
            ("Service parfait malgré un prix exorbitant", "-+"),
            ("Le service est une honte. Les prix sont très corrects.", "+-"),
            ("Service nul Les prix sont excellents", "+-"),
        ] {
            assert_eq!(poles(text), expected, "{text}");
        }
    }

    #[test]
    fn a_list_is_judged_by_what_is_said_of_all_of_it() {
        for text in [
            "Le prix, le délai et le service sont parfaits",
            "Très satisfait du prix, du délai et du service",
        ] {
            assert_eq!(poles(text), "++", "{text}");
        }
    }

    #[test]
    fn a_clause_without_judgement_asks_its_neighbours_and_nothing_is_neutral() {
        for (text, expected) in [
            ("J'ai demandé le prix, c'était une catastrophe", "- "),
            ("Le service a rappelé mardi", " ="),
            ("Quel service ! Je suis enchanté, merci, c'est parfait.", " +"),
        ] {
            assert_eq!(poles(text), expected, "{text}");
        }
    }

    #[test]
    fn a_rule_may_judge_by_itself_and_a_denial_turns_it_round() {
        for (text, expected) in [
            ("Encore une hausse", "- "),
            ("Aucune hausse", "+ "),
            ("Ils ne répondent pas", " -"),
            ("Ils sont joignables", " +"),
            ("Ils ne sont jamais joignables", " -"),
            ("Peu joignables", " -"),
        ] {
            assert_eq!(poles(text), expected, "{text}");
        }
    }

    #[test]
    fn praise_and_blame_together_are_neutral() {
        assert_eq!(poles("Un service excellent et rapide hier. Un service déplorable aujourd'hui."), " =");
    }
}
