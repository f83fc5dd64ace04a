//! Terms that are said together.

use schemars::JsonSchema;
use serde::Serialize;

use super::SpeakerRole;
use super::exchange::{exchanges, terms};
use super::vocabulary::{SpokenCall, SpokenKind, SpokenTerm, Vocabulary};
use crate::keyness::{Table, log_likelihood};

/// Content words within which two terms are near each other, unless told otherwise.
pub const WINDOW: u32 = 10;
/// Terms looked at, at most: those of most calls.
pub const MOST_TERMS: usize = 200;
/// Calls in which two terms are together, at least.
pub const FEWEST_TOGETHER: u64 = 5;

/// What being together means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// In one turn, so many content words apart at most; of the turns of one role, or of all.
    Window(u32, Option<SpeakerRole>),
    /// In one exchange of client and agent, whoever says which.
    Exchange,
}

/// Two terms that are said together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Cooccurrence {
    /// The first of them by the alphabet.
    pub a: String,
    /// What kind of term that is.
    pub a_kind: SpokenKind,
    /// The other.
    pub b: String,
    /// What kind of term that is.
    pub b_kind: SpokenKind,
    /// Calls in which they are together.
    pub calls: u64,
    /// Calls that hold the first.
    pub a_calls: u64,
    /// Calls that hold the other.
    pub b_calls: u64,
    /// Dunning's G² of the calls with and without each.
    pub log_likelihood: f64,
    /// How many times as many calls hold them together as would if they had nothing to do with each other.
    pub lift: f64,
}

/// Terms said together, the strongest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Cooccurrences {
    /// Those together in more calls than by chance, by G², highest first, then by label.
    pub rows: Vec<Cooccurrence>,
    /// Calls.
    pub calls: u64,
    /// Terms looked at.
    pub terms: u64,
    /// The fewest calls of a term looked at.
    pub fewest: u64,
}

/// Terms that are said near each other, over the [`MOST_TERMS`] terms of most calls.
///
/// Counted in calls: with N calls, a and b that hold each term, k that hold them together, lift = k N / (a b) and
/// G² ([`log_likelihood`]) is that of the table k, a − k, and those with the other term and without among the N − a. A
/// call that holds both apart from each other counts as one without the other, whichever is called the first: of the two
/// tables so made the smaller G² is given. Pairs of a phrase and its own word, or of a theme and a word that it is found
/// by, are left out, as are two words of a phrase that half of their calls hold, pairs of fewer than
/// [`FEWEST_TOGETHER`] calls and those no more frequent than chance.
#[must_use]
pub fn cooccurrences(vocabulary: &Vocabulary, near: Near) -> Cooccurrences {
    let groups: Vec<Vec<Group>> = vocabulary.calls.iter().map(|call| groups(call, near)).collect();
    let total = groups.iter().filter(|call| !call.is_empty()).count() as u64;
    let mut calls = vec![0_u64; vocabulary.terms.len()];
    for call in &groups {
        let mut held: Vec<u32> = call.iter().flatten().map(|place| place.term).collect();
        held.sort_unstable();
        held.dedup();
        for term in held {
            calls[term as usize] += 1;
        }
    }
    let mut chosen: Vec<u32> =
        (0..vocabulary.terms.len() as u32).filter(|term| calls[*term as usize] >= FEWEST_TOGETHER).collect();
    // Stable, hence by label among equals.
    chosen.sort_by_key(|term| std::cmp::Reverse(calls[*term as usize]));
    chosen.truncate(MOST_TERMS);
    let fewest = chosen.last().map_or(0, |term| calls[*term as usize]);
    chosen.sort_unstable();
    let counted = Pairs::count(&groups, &chosen, vocabulary.terms.len(), near);

    // Phrases and their calls, whether or not they are among the terms looked at.
    let phrases: Vec<(&SpokenTerm, u64)> = vocabulary
        .terms
        .iter()
        .zip(&calls)
        .filter(|(term, _)| term.kind == SpokenKind::Phrase)
        .map(|(term, calls)| (term, *calls))
        .collect();
    let mut rows = Vec::new();
    for (i, &a) in chosen.iter().enumerate() {
        for (j, &b) in chosen.iter().enumerate().skip(i + 1) {
            let (one, other) = (&vocabulary.terms[a as usize], &vocabulary.terms[b as usize]);
            let both = counted.calls(i, j);
            let (n_a, n_b) = (calls[a as usize], calls[b as usize]);
            let chance = n_a as f64 * n_b as f64 / total as f64;
            if both.together < FEWEST_TOGETHER || both.together as f64 <= chance || one.echoes(other) {
                continue;
            }
            let words = one.families.iter().chain(&other.families);
            if phrases.iter().any(|(phrase, n)| {
                2 * n >= both.together && words.clone().all(|family| phrase.families.contains(family))
            }) {
                continue;
            }
            let table = |n: u64, other: u64| Table::new(both.together, n, other - both.held, total - n);
            let tables = [table(n_a, n_b), table(n_b, n_a)];
            if !tables.iter().all(|table| table.over_represented()) {
                continue;
            }
            let [x, y] = tables.map(log_likelihood);
            rows.push(Cooccurrence {
                a: one.label.clone(),
                a_kind: one.kind,
                b: other.label.clone(),
                b_kind: other.kind,
                calls: both.together,
                a_calls: n_a,
                b_calls: n_b,
                log_likelihood: x.min(y),
                lift: both.together as f64 / chance,
            });
        }
    }
    // Stable: equals stay by label.
    rows.sort_by(|a, b| b.log_likelihood.total_cmp(&a.log_likelihood));
    Cooccurrences { rows, calls: total, terms: chosen.len() as u64, fewest }
}

/// A term of a group, and its first and last content word.
#[derive(Debug, Clone, Copy)]
struct Place {
    term: u32,
    words: (u32, u32),
}

/// Terms that may be together, by their first word.
type Group = Vec<Place>;

/// The turns or exchanges of a call.
fn groups(call: &SpokenCall, near: Near) -> Vec<Group> {
    match near {
        Near::Window(_, role) => {
            let turns = call.turns.iter().filter(|turn| role.is_none_or(|role| turn.role == role));
            turns
                .map(|turn| turn.places.iter().map(|p| Place { term: p.term, words: p.words }).collect())
                .collect()
        }
        Near::Exchange => exchanges(call)
            .into_iter()
            .map(|exchange| {
                let turns: Vec<usize> = exchange.client.into_iter().chain(exchange.agent).collect();
                terms(call, &turns).into_iter().map(|term| Place { term, words: (0, 0) }).collect()
            })
            .collect(),
    }
}

/// Calls of two terms.
#[derive(Debug, Clone, Copy, Default)]
struct Both {
    /// Together.
    together: u64,
    /// In one call, together or apart.
    held: u64,
}

/// Calls of each pair of the chosen terms.
struct Pairs {
    size: usize,
    both: Vec<Both>,
}

impl Pairs {
    fn count(groups: &[Vec<Group>], chosen: &[u32], terms: usize, near: Near) -> Self {
        let window = match near {
            Near::Window(window, _) => window,
            Near::Exchange => 0,
        };
        let mut number = vec![None; terms];
        chosen.iter().enumerate().for_each(|(i, term)| number[*term as usize] = Some(i));
        let size = chosen.len();
        let mut pairs = Self { size, both: vec![Both::default(); size * size] };
        // The last call in which each pair was together, by its number from 1.
        let mut last = vec![0_usize; size * size];
        for (call, at) in groups.iter().zip(1..) {
            let mut held: Vec<usize> = Vec::new();
            for group in call {
                let known: Vec<(usize, Place)> =
                    group.iter().filter_map(|place| Some((number[place.term as usize]?, *place))).collect();
                held.extend(known.iter().map(|(i, _)| *i));
                for (n, (i, place)) in known.iter().enumerate() {
                    let ahead =
                        known[n + 1..].iter().take_while(|(_, next)| next.words.0 <= place.words.1 + window);
                    for (j, _) in ahead.filter(|(j, _)| j != i) {
                        let cell = pairs.cell(*i, *j);
                        if last[cell] != at {
                            last[cell] = at;
                            pairs.both[cell].together += 1;
                        }
                    }
                }
            }
            held.sort_unstable();
            held.dedup();
            for (n, i) in held.iter().enumerate() {
                for j in &held[n + 1..] {
                    let cell = pairs.cell(*i, *j);
                    pairs.both[cell].held += 1;
                }
            }
        }
        pairs
    }

    fn cell(&self, i: usize, j: usize) -> usize {
        i.min(j) * self.size + i.max(j)
    }

    fn calls(&self, i: usize, j: usize) -> Both {
        self.both[self.cell(i, j)]
    }
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::tests::{call, read};
    use super::*;
    use crate::transcript::Call;

    /// Twenty calls: in six an outage and a technician in one breath; in four far from each other.
    fn calls() -> Vec<Call> {
        let far = "le contrat, la facture, le paiement, la remise, le colis, le magasin, le compte, le forfait, l'agence, le relevé";
        (0..20)
            .map(|i| {
                let said = match i {
                    0..6 => format!("Une panne, il faut un technicien {i}."),
                    6..10 => format!("Une panne, {far}, un technicien {i}."),
                    _ => format!("Une adresse à changer {i}."),
                };
                call(
                    &format!("{i:02}"),
                    &[&format!("C: {said}"), &format!("A: Un rendez-vous {i} est noté.")],
                )
            })
            .collect()
    }

    #[test]
    fn a_window_counts_what_is_near_and_an_exchange_all_of_it() {
        let vocabulary = read(&calls());
        let row = |near| {
            let found = cooccurrences(&vocabulary, near);
            assert_eq!(found.calls, 20);
            found.rows.into_iter().find(|row| (&*row.a, &*row.b) == ("panne", "technicien"))
        };
        let near = row(Near::Window(5, Some(SpeakerRole::Client))).unwrap();
        assert_eq!((near.calls, near.a_calls, near.b_calls), (6, 10, 10));
        assert!((near.lift - 6.0 * 20.0 / 100.0).abs() < 1e-12);
        assert!((near.log_likelihood - log_likelihood(Table::new(6, 10, 0, 10))).abs() < 1e-12);
        let whole = row(Near::Exchange).unwrap();
        assert_eq!(whole.calls, 10);
        assert!((whole.log_likelihood - log_likelihood(Table::new(10, 10, 0, 10))).abs() < 1e-12);
        assert_eq!(row(Near::Window(10, Some(SpeakerRole::Agent))), None);
    }

    #[test]
    fn the_order_of_the_calls_changes_nothing() {
        let mut calls = calls();
        let found = cooccurrences(&read(&calls), Near::Window(WINDOW, None));
        calls.reverse();
        assert!(!found.rows.is_empty());
        assert_eq!(cooccurrences(&read(&calls), Near::Window(WINDOW, None)), found);
        assert_eq!(cooccurrences(&read(&[]), Near::Exchange), Cooccurrences::default());
    }
}
