//! What agents say after what clients say.

use rustc_hash::{FxHashMap, FxHashSet};
use schemars::JsonSchema;
use serde::Serialize;

use super::exchange::{exchanges, terms};
use super::lift::{Lift, Lifts, Places, add};
use super::vocabulary::{SpokenKind, SpokenTerm, Vocabulary};
use crate::keyness::benjamini_hochberg;

/// Calls that hold a pair, at least: with fewer, one talkative call decides.
pub const FEWEST_CALLS: u64 = 5;
/// Pairs given, at most: the best of them.
pub const MOST_PAIRS: usize = 1000;
/// Share of the exchanges of a pair of words from which they are only parts of a pair of phrases.
const SWALLOWED: f64 = 0.9;

/// A place to look a pair up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Example {
    /// Id of the call.
    pub call: String,
    /// Turn of the client that holds the client's term, from 0; from 1 in a report.
    pub turn: usize,
}

/// A term of the client and a term that agents say next.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Pair {
    /// What the client says.
    pub client: String,
    /// What kind of term that is.
    pub client_kind: SpokenKind,
    /// What the agent says next.
    pub agent: String,
    /// What kind of term that is.
    pub agent_kind: SpokenKind,
    /// Exchanges in which the client says the one and the agent the other.
    pub exchanges: u64,
    /// Exchanges in which the client says the one.
    pub client_exchanges: u64,
    /// Exchanges in which the agent says the other.
    pub agent_exchanges: u64,
    /// Calls that hold such an exchange.
    pub calls: u64,
    /// How many times as often the agent says it after that as after anything: P(agent | client) / P(agent).
    pub lift: f64,
    /// Its lower bound, one-sided, at 0.95.
    pub lift_low: f64,
    /// One-sided p-value: could the lift be 1 or less?
    pub p: f64,
    /// Benjamini–Hochberg q-value over the pairs that might have been found ([`Pairs::candidates`]).
    pub q: f64,
    /// The first such exchange, by the id of its call.
    pub example: Example,
}

/// Pairs of terms, the surest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Pairs {
    /// Pairs whose lower bound is above 1, by it, highest first, then by label.
    pub rows: Vec<Pair>,
    /// Exchanges.
    pub exchanges: u64,
    /// Calls with an exchange.
    pub calls: u64,
    /// Pairs of terms that are each in five calls or more on their side.
    pub candidates: u64,
    /// Of those, pairs in five calls or more, echoes left out.
    pub tested: u64,
    /// Pairs in five calls or more left out since the agent repeats the client.
    pub echoes: u64,
    /// Pairs with a lower bound above 1 left out since they are parts of a pair of phrases.
    pub folded: u64,
}

/// What is counted of one side.
#[derive(Debug, Default)]
struct Side {
    /// By term.
    places: Vec<Places>,
    /// By term: exchanges.
    n: Vec<u64>,
}

impl Side {
    fn new(terms: usize) -> Self {
        Self { places: vec![Vec::new(); terms], n: vec![0; terms] }
    }

    fn add(&mut self, term: u32, call: u32) {
        add(&mut self.places[term as usize], call);
        self.n[term as usize] += 1;
    }

    /// Terms in enough calls.
    fn frequent(&self) -> u64 {
        (0..self.n.len() as u32).filter(|term| self.is_frequent(*term)).count() as u64
    }

    fn is_frequent(&self, term: u32) -> bool {
        self.places[term as usize].len() as u64 >= FEWEST_CALLS
    }
}

/// The terms of the client and of the agent in one exchange of a call.
struct Said {
    call: u32,
    client: Vec<u32>,
    agent: Vec<u32>,
    /// Turns of the client.
    turns: Vec<usize>,
}

/// What agents say after what clients say, over all exchanges ([`exchanges`]).
///
/// With n exchanges, of which a hold the client's term, b the agent's and k both, lift = P(B | A) / P(B) = k n / (a b).
/// Exchanges of one call resemble each other, so that calls, not exchanges, are the sampling units: the variance of
/// θ = ln lift is that of the jackknife that leaves out each of the m calls with an exchange in turn,
///
/// ```text
/// v = (m − 1)/m Σ_c (θ₍c₎ − θ̄)²        bound = exp(θ − t √v)
/// ```
///
/// where t is the quantile of Student's t with K − 1 degrees of freedom, K the calls that hold the pair: nearly all of v
/// comes from them, and five of them tell little of it. Efron & Stein, “The jackknife estimate of variance”, *Annals of
/// Statistics* 9 (1981), 586–596; calls as units: Särndal, Swensson & Wretman, *Model Assisted Survey Sampling* (1992),
/// ch. 4 and 11. A linearised variance is a few hundredths less and its bounds miss more often. By simulation, where two
/// terms are expected together in ten calls or more, the bound lies under the true lift 93 to 96 times in a hundred.
///
/// A pair of rare terms reaches [`FEWEST_CALLS`] calls by luck as well. The q-values hence account for every pair of
/// terms that are each in as many calls on their side, those that never met included: of pairs of nothing, one file in
/// twenty gives one with q ≤ 0.05.
///
/// Left out: echoes ([`SpokenTerm::echoes`]), and a pair of which a pair of longer phrases that contain it makes nine
/// tenths of the exchanges. Says nothing of cause: a third thing may bring both.
#[must_use]
pub fn pairs(vocabulary: &Vocabulary) -> Pairs {
    let said = said(vocabulary);
    let size = vocabulary.terms.len();
    let (mut client, mut agent) = (Side::new(size), Side::new(size));
    let mut all: Places = Vec::new();
    for exchange in &said {
        add(&mut all, exchange.call);
        exchange.client.iter().for_each(|term| client.add(*term, exchange.call));
        exchange.agent.iter().for_each(|term| agent.add(*term, exchange.call));
    }
    let together = together(&said, &client, &agent);
    let mut keys: Vec<(u32, u32)> = together.keys().copied().collect();
    keys.sort_unstable();
    let before = keys.len();
    let term = |number: u32| &vocabulary.terms[number as usize];
    keys.retain(|(a, b)| !term(*a).echoes(term(*b)));
    let echoes = (before - keys.len()) as u64;

    let mut lifts = Lifts::new(all);
    let tests: Vec<Lift> = keys
        .iter()
        .map(|(a, b)| {
            let side = |side: &Side, term: u32| side.n[term as usize];
            lifts.of(
                &together[&(*a, *b)],
                (&client.places[*a as usize], side(&client, *a)),
                (&agent.places[*b as usize], side(&agent, *b)),
            )
        })
        .collect();
    // Those that were not met have p = 1, which moves the rank of nothing else: only the number of tests grows.
    let candidates = client.frequent() * agent.frequent();
    let times = candidates as f64 / tests.len().max(1) as f64;
    let q = benjamini_hochberg(&tests.iter().map(|test| test.p).collect::<Vec<_>>());
    let q: Vec<f64> = q.into_iter().map(|q| (q * times).min(1.0)).collect();

    let mut sure: Vec<(usize, (u32, u32))> =
        keys.iter().copied().enumerate().filter(|(i, _)| tests[*i].low > 1.0).collect();
    let exchanges_of: FxHashMap<(u32, u32), u64> = sure.iter().map(|(i, key)| (*key, tests[*i].n)).collect();
    let parts = swallowed(vocabulary, &exchanges_of);
    sure.retain(|(_, key)| !parts.contains(key));
    let label = |key: (u32, u32)| (&term(key.0).label, &term(key.1).label, key);
    sure.sort_by(|(i, a), (j, b)| {
        tests[*j].low.total_cmp(&tests[*i].low).then_with(|| label(*a).cmp(&label(*b)))
    });
    sure.truncate(MOST_PAIRS);
    let examples = examples(vocabulary, &said, &sure);
    let row = |((i, (a, b)), example): ((usize, (u32, u32)), Example)| Pair {
        client: term(a).label.clone(),
        client_kind: term(a).kind,
        agent: term(b).label.clone(),
        agent_kind: term(b).kind,
        exchanges: tests[i].n,
        client_exchanges: client.n[a as usize],
        agent_exchanges: agent.n[b as usize],
        calls: together[&(a, b)].len() as u64,
        lift: tests[i].ratio,
        lift_low: tests[i].low,
        p: tests[i].p,
        q: q[i],
        example,
    };
    Pairs {
        rows: sure.into_iter().zip(examples).map(row).collect(),
        exchanges: said.len() as u64,
        calls: lifts.calls(),
        candidates,
        tested: tests.len() as u64,
        echoes,
        folded: parts.len() as u64,
    }
}

fn said(vocabulary: &Vocabulary) -> Vec<Said> {
    let mut said = Vec::new();
    for (call, number) in vocabulary.calls.iter().zip(0..) {
        for exchange in exchanges(call) {
            said.push(Said {
                call: number,
                client: terms(call, &exchange.client),
                agent: terms(call, &exchange.agent),
                turns: exchange.client,
            });
        }
    }
    said
}

/// Where each pair of frequent terms is found, of those in enough calls.
fn together(said: &[Said], client: &Side, agent: &Side) -> FxHashMap<(u32, u32), Places> {
    // By term of the client, its exchanges; by exchange, the terms of the agent.
    let mut exchanges: Vec<Vec<usize>> = vec![Vec::new(); client.n.len()];
    let mut answers: Vec<Vec<u32>> = Vec::with_capacity(said.len());
    for (number, exchange) in said.iter().enumerate() {
        for term in exchange.client.iter().filter(|term| client.is_frequent(**term)) {
            exchanges[*term as usize].push(number);
        }
        answers.push(exchange.agent.iter().copied().filter(|term| agent.is_frequent(*term)).collect());
    }
    let mut found = FxHashMap::default();
    // By term of the agent: its calls after the client's term. Most pairs never get a list of their own.
    let mut calls = vec![0; agent.n.len()];
    let mut last = vec![u32::MAX; agent.n.len()];
    for (a, exchanges) in exchanges.iter().enumerate() {
        let mut met = Vec::new();
        for (call, b) in exchanges.iter().flat_map(|at| answers[*at].iter().map(|b| (said[*at].call, *b))) {
            if last[b as usize] != call {
                if last[b as usize] == u32::MAX {
                    met.push(b);
                }
                calls[b as usize] += 1;
                last[b as usize] = call;
            }
        }
        let mut places: Vec<Places> = Vec::new();
        let mut slots = vec![None; if met.is_empty() { 0 } else { calls.len() }];
        for b in met {
            if calls[b as usize] >= FEWEST_CALLS {
                slots[b as usize] = Some((places.len(), b));
                places.push(Vec::new());
            }
            (calls[b as usize], last[b as usize]) = (0, u32::MAX);
        }
        for (call, b) in exchanges.iter().flat_map(|at| answers[*at].iter().map(|b| (said[*at].call, *b))) {
            if let Some((slot, _)) = slots[b as usize] {
                add(&mut places[slot], call);
            }
        }
        for (slot, b) in slots.into_iter().flatten() {
            found.insert((a as u32, b), std::mem::take(&mut places[slot]));
        }
    }
    found
}

/// Pairs of which another one, of phrases that contain their terms, makes nearly all.
fn swallowed(vocabulary: &Vocabulary, exchanges: &FxHashMap<(u32, u32), u64>) -> FxHashSet<(u32, u32)> {
    let within = Within::new(vocabulary);
    let mut parts = FxHashSet::default();
    for (&(a, b), &n) in exchanges {
        let whole = |term: u32| std::iter::once(term).chain(within.parts(term).iter().copied());
        for client in whole(a) {
            for agent in whole(b).filter(|agent| (client, *agent) != (a, b)) {
                if exchanges.get(&(client, agent)).is_some_and(|all| n as f64 >= SWALLOWED * *all as f64) {
                    parts.insert((client, agent));
                }
            }
        }
    }
    parts
}

/// The words and phrases within each phrase.
struct Within(FxHashMap<u32, Vec<u32>>);

impl Within {
    fn new(vocabulary: &Vocabulary) -> Self {
        let mut by_family: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
        for (term, number) in vocabulary.terms.iter().zip(0..) {
            if matches!(term.kind, SpokenKind::Word | SpokenKind::Phrase) {
                term.families.iter().for_each(|family| by_family.entry(family).or_default().push(number));
            }
        }
        let phrases = vocabulary.terms.iter().zip(0..).filter(|(term, _)| term.kind == SpokenKind::Phrase);
        let parts = |phrase: &SpokenTerm| {
            let near = phrase.families.iter().filter_map(|family| by_family.get(&**family)).flatten();
            let mut parts: Vec<u32> =
                near.copied().filter(|other| phrase.contains(&vocabulary.terms[*other as usize])).collect();
            parts.sort_unstable();
            parts.dedup();
            parts
        };
        Self(phrases.map(|(phrase, number)| (number, parts(phrase))).collect())
    }

    fn parts(&self, term: u32) -> &[u32] {
        self.0.get(&term).map_or(&[], Vec::as_slice)
    }
}

/// The first exchange of each pair.
fn examples(vocabulary: &Vocabulary, said: &[Said], pairs: &[(usize, (u32, u32))]) -> Vec<Example> {
    let mut left: FxHashMap<(u32, u32), usize> =
        pairs.iter().zip(0..).map(|((_, key), row)| (*key, row)).collect();
    let mut examples = vec![Example { call: String::new(), turn: 0 }; pairs.len()];
    for exchange in said {
        if left.is_empty() {
            break;
        }
        let call = &vocabulary.calls[exchange.call as usize];
        for &a in &exchange.client {
            for &b in &exchange.agent {
                if let Some(row) = left.remove(&(a, b)) {
                    let holds = |turn: &&usize| call.turns[**turn].terms.binary_search(&a).is_ok();
                    let turn = exchange.turns.iter().find(holds).copied().unwrap_or_default();
                    examples[row] = Example { call: call.id.clone(), turn };
                }
            }
        }
    }
    examples
}

#[cfg(test)]
mod tests {
    use super::super::SpeakerRole;
    use super::super::vocabulary::tests::{call, read};
    use super::super::vocabulary::{SpokenCall, SpokenTurn};
    use super::*;
    use crate::transcript::Call;

    /// Terms of the client and of the agent in an exchange.
    type Pairing = (Vec<u32>, Vec<u32>);

    /// A vocabulary of so many terms of the client and as many of the agent, without a word in common, and calls of
    /// exchanges that hold some of each.
    fn vocabulary(terms: u32, calls: Vec<Vec<Pairing>>) -> Vocabulary {
        let term = |i: u32| SpokenTerm {
            label: format!("mot{i:04}"),
            families: std::iter::once(format!("mot{i:04}").into()).collect(),
            ..SpokenTerm::unheard()
        };
        let turn = |role, terms| SpokenTurn { role, backchannel: false, terms, places: Vec::new() };
        let call = |(number, exchanges): (usize, Vec<Pairing>)| SpokenCall {
            number,
            id: format!("{number:05}"),
            turns: exchanges
                .into_iter()
                .flat_map(|(client, agent)| {
                    let agent = agent.into_iter().map(|b| b + terms).collect();
                    [turn(SpeakerRole::Client, client), turn(SpeakerRole::Agent, agent)]
                })
                .collect(),
        };
        Vocabulary {
            terms: (0..2 * terms).map(term).collect(),
            calls: calls.into_iter().enumerate().map(call).collect(),
        }
    }

    /// `NumPy` 2 and `SciPy` 1: θ₍c₎ by leaving out each call in a loop, `scipy.stats.t.ppf(0.95, 4)` and `t.sf`.
    #[test]
    fn lift_and_bound_agree_with_the_jackknife_written_out() {
        let calls: [&[(u32, u32)]; 9] = [
            &[(1, 1), (0, 0), (1, 0)],
            &[(1, 1), (0, 1)],
            &[(1, 1), (0, 0), (0, 0), (0, 0)],
            &[(1, 1), (1, 1), (0, 0)],
            &[(1, 1), (0, 0)],
            &[(0, 0), (0, 0), (0, 1)],
            &[(0, 0)],
            &[(1, 0), (0, 0), (0, 0)],
            &[(0, 0), (0, 0)],
        ];
        let held = |n: &u32| if *n == 1 { vec![0] } else { Vec::new() };
        let calls = calls.iter().map(|call| call.iter().map(|(a, b)| (held(a), held(b))).collect());
        let found = pairs(&vocabulary(1, calls.collect()));
        assert_eq!((found.exchanges, found.calls, found.tested, found.candidates), (23, 9, 1, 1));
        let pair = &found.rows[0];
        assert_eq!((pair.exchanges, pair.client_exchanges, pair.agent_exchanges, pair.calls), (6, 8, 8, 5));
        assert!((pair.lift - 2.15625).abs() < 1e-12);
        assert!((pair.lift_low / 1.350_134_770_284_373_4 - 1.0).abs() < 1e-9, "{pair:?}");
        assert!((pair.p / 0.012_460_929_953_301_78 - 1.0).abs() < 1e-9, "{pair:?}");
        assert_eq!(pair.example, Example { call: "00000".into(), turn: 0 });
    }

    /// Numbers in 0…1, always the same: Steele, Lea & Flood's `SplitMix64`.
    struct Random(u64);

    impl Random {
        fn next(&mut self) -> f64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
        }
    }

    /// Calls in which each term has a rate of its own, most often low and sometimes high, with mean `rate`.
    fn alike(random: &mut Random, calls: usize, rates: &[f64]) -> Vec<Vec<Pairing>> {
        let mut call = || {
            let own = |random: &mut Random| -> Vec<f64> {
                rates.iter().map(|rate| rate * if random.next() < 0.25 { 2.5 } else { 0.5 }).collect()
            };
            let (client, agent) = (own(random), own(random));
            let mut draw = |rates: &[f64]| -> Vec<u32> {
                (0..).zip(rates).filter(|(_, rate)| random.next() < **rate).map(|(term, _)| term).collect()
            };
            (0..8).map(|_| (draw(&client), draw(&agent))).collect()
        };
        (0..calls).map(|_| call()).collect()
    }

    #[test]
    fn bounds_hold_where_exchanges_of_a_call_resemble_each_other() {
        let mut random = Random(8);
        // True lift 1: the rates of a call are drawn apart for the two sides.
        let (mut above, mut tested) = (0, 0);
        for _ in 0..20 {
            let found = pairs(&vocabulary(6, alike(&mut random, 200, &[0.1, 0.12, 0.15, 0.2, 0.25, 0.3])));
            above += found.rows.len() + found.folded as usize;
            tested += found.tested as usize;
        }
        // One in twenty, give or take three standard errors.
        assert_eq!(tested, 720);
        assert!((15..=54).contains(&above), "{above} of {tested}");
    }

    #[test]
    fn pairs_of_nothing_are_not_sure() {
        let mut random = Random(3);
        let rates: Vec<f64> = (0..40).map(|i| 0.01 * 1.07_f64.powi(i)).collect();
        let false_files = (0..20)
            .filter(|_| {
                pairs(&vocabulary(40, alike(&mut random, 100, &rates))).rows.iter().any(|pair| pair.q <= 0.05)
            })
            .count();
        assert!(false_files <= 3, "{false_files}");
    }

    /// Calls in which agents answer an outage with a technician, and speak of other things.
    fn outages() -> Vec<Call> {
        (0..40)
            .map(|i| {
                let topic = ["facture", "colis", "forfait", "contrat"][i % 4];
                let other = ["la remise", "le paiement", "le magasin"][i % 3];
                let (says, answer) = if i % 2 == 0 {
                    ("la connexion internet est en panne", "le technicien passe")
                } else {
                    ("tout fonctionne", "le dossier avance")
                };
                call(
                    &format!("{i:02}"),
                    &[
                        &format!("C: Bonjour, {says} chez nous, numéro {i}."),
                        &format!("A: Très bien, {answer} bientôt {i}."),
                        &format!("C: Et mon {topic} {i} ?"),
                        &format!("A: Votre {topic} dépend de {other} {i}."),
                    ],
                )
            })
            .collect()
    }

    #[test]
    fn what_follows_is_found_and_echoes_are_not() {
        let mut calls = outages();
        let found = pairs(&read(&calls));
        let best = &found.rows[0];
        assert_eq!(best.agent, "technicien", "{found:?}");
        assert!(["panne", "connexion internet"].contains(&best.client.as_str()), "{best:?}");
        assert!(best.q < 0.05 && best.lift > 3.9 && best.calls == 20, "{best:?}");
        assert!(found.echoes >= 4 && found.rows.iter().all(|pair| pair.client != pair.agent));
        // The words of a phrase that is always whole are no pairs of their own.
        let clients: Vec<&str> = found.rows.iter().map(|pair| pair.client.as_str()).collect();
        assert!(!clients.contains(&"internet") && found.folded > 0, "{clients:?}");
        calls.reverse();
        assert_eq!(pairs(&read(&calls)), found);
    }

    /// Each call ends with a client who wants to leave, and the next one begins with an agent who offers something: nobody
    /// answers anybody.
    #[test]
    fn no_pair_crosses_from_one_call_to_the_next() {
        let calls: Vec<Call> = (0..20)
            .map(|i| {
                let topic = ["facture", "colis", "forfait", "contrat"][i % 4];
                call(
                    &format!("{i:02}"),
                    &[
                        "A: Bonjour, une remise pour tous.",
                        &format!("C: Et mon {topic} {i} ?"),
                        "A: Le dossier avance.",
                        "C: Bon, je veux résilier.",
                    ],
                )
            })
            .collect();
        let vocabulary = read(&calls);
        assert!(vocabulary.term("résilier").is_some() && vocabulary.term("remise").is_some());
        let found = pairs(&vocabulary);
        assert_eq!(found.exchanges, 20);
        assert!(found.rows.iter().all(|pair| pair.client != "résilier"), "{found:?}");
        let agents = found.rows.iter().map(|pair| pair.agent.as_str());
        assert!(agents.clone().all(|agent| agent != "remise"), "{:?}", agents.collect::<Vec<_>>());
    }

    #[test]
    fn without_calls_there_are_no_pairs() {
        assert_eq!(pairs(&read(&[])), Pairs::default());
        assert_eq!(pairs(&read(&[call("1", &["C: Ma facture ?", "A: Votre contrat."])])).rows, []);
    }
}
