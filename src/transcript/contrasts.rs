//! What one side says more than the other: client against agent, unhappy against happy, short calls against long ones.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{SpeakerRole, SpokenKind, Vocabulary};
use crate::keyness::{
    Bases, Contrast, Mentions, Support, Table, benjamini_hochberg, contrasts, log_likelihood,
};
use crate::metric::law::PValue;
use crate::metric::paired::Pairs;

/// What sets the two sides apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContrastBy {
    /// Who speaks: `client`, `agent`.
    Role,
    /// The score of the call: `low`, `high`.
    Score,
    /// Whether the matter was settled: `unresolved`, `resolved`.
    Resolved,
    /// How long the call lasts, against the median: `short`, `long`.
    Duration,
}

/// A term that one side says more than the other. Counted in calls: who says “facture” ten times in a call counts once.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SpokenContrast {
    /// What sets the sides apart.
    pub by: ContrastBy,
    /// The side that says it more.
    pub group: String,
    /// Whose words are counted; null where the roles are the sides.
    pub role: Option<SpeakerRole>,
    /// The term.
    pub label: String,
    /// What it is.
    pub kind: SpokenKind,
    /// Calls of the side that hold it.
    pub n_in: u64,
    /// Calls of the side.
    pub base_in: u64,
    /// Calls of the other side that hold it.
    pub n_out: u64,
    /// Calls of the other side.
    pub base_out: u64,
    /// Log-likelihood G², which ranks.
    pub log_likelihood: f64,
    /// Two-sided p-value: between roles McNemar's exact test, for both speak in the same calls; else Fisher's, or χ² where
    /// every expected count allows it.
    pub p: f64,
    /// Benjamini–Hochberg q-value over the terms compared.
    pub q: f64,
    /// Base-2 logarithm of the ratio of the two shares.
    pub log_ratio: f64,
}

/// Terms that the client says in more calls than the agent, and the reverse, among calls where both speak; the highest G²
/// first, then by label. A term is compared from `support` calls on.
#[must_use]
pub fn by_role(vocabulary: &Vocabulary, support: u64) -> Vec<SpokenContrast> {
    // For each term: calls where both say it, the client alone, the agent alone.
    let mut counts: BTreeMap<u32, Pairs> = BTreeMap::new();
    let mut base = 0;
    for call in &vocabulary.calls {
        let of = |role: SpeakerRole| {
            let turns = call.turns.iter().filter(move |turn| turn.role == role);
            let speaks = turns.clone().next().is_some();
            let mut terms: Vec<u32> = turns.flat_map(|turn| turn.terms.iter().copied()).collect();
            terms.sort_unstable();
            terms.dedup();
            (speaks, terms)
        };
        let ((client, said), (agent, answered)) = (of(SpeakerRole::Client), of(SpeakerRole::Agent));
        if !(client && agent) {
            continue;
        }
        base += 1;
        let empty = Pairs { both: 0, won: 0, lost: 0, neither: 0 };
        for term in &said {
            let pairs = counts.entry(*term).or_insert(empty);
            match answered.binary_search(term) {
                Ok(_) => pairs.both += 1,
                Err(_) => pairs.won += 1,
            }
        }
        for term in answered.iter().filter(|term| said.binary_search(term).is_err()) {
            counts.entry(*term).or_insert(empty).lost += 1;
        }
    }
    let tested: Vec<(u32, Pairs, PValue)> = counts
        .into_iter()
        .filter(|(_, pairs)| pairs.both + pairs.won + pairs.lost >= support.max(1))
        .filter_map(|(term, pairs)| {
            let pairs = Pairs { neither: base - pairs.both - pairs.won - pairs.lost, ..pairs };
            Some((term, pairs, pairs.change()?.p_exact))
        })
        .collect();
    let q = benjamini_hochberg(&tested.iter().map(|(.., p)| p.p).collect::<Vec<_>>());
    let mut rows: Vec<SpokenContrast> = Vec::new();
    for ((term, pairs, p), q) in tested.into_iter().zip(q) {
        let term = &vocabulary.terms[term as usize];
        let (client, agent) = (pairs.both + pairs.won, pairs.both + pairs.lost);
        if client == agent {
            continue;
        }
        let (group, n_in, n_out) =
            if client > agent { ("client", client, agent) } else { ("agent", agent, client) };
        let table = Table::new(n_in, base, n_out, base);
        rows.push(SpokenContrast {
            by: ContrastBy::Role,
            group: group.to_owned(),
            role: None,
            label: term.label.clone(),
            kind: term.kind,
            n_in,
            base_in: base,
            n_out,
            base_out: base,
            log_likelihood: log_likelihood(table),
            p: p.p,
            q,
            log_ratio: table.log_ratio(),
        });
    }
    ranked(&mut rows);
    rows
}

/// Terms that `role` says in more calls of one group than of the other; the highest G² first, then by label. `side` tells
/// the group of a call by its number, 0 or 1, `names` what the groups are called. A term is compared from `support` calls
/// on. Nothing where a group has no call in which `role` speaks.
pub fn by_group(
    vocabulary: &Vocabulary,
    by: ContrastBy,
    role: SpeakerRole,
    names: [&str; 2],
    side: impl Fn(usize) -> Option<usize>,
    limits: Support,
) -> Vec<SpokenContrast> {
    let mut bases = [0_u64; 2];
    let mut counts: BTreeMap<u32, [u64; 2]> = BTreeMap::new();
    for call in &vocabulary.calls {
        let Some(group) = side(call.number).filter(|group| *group < 2) else { continue };
        let turns = call.turns.iter().filter(|turn| turn.role == role);
        if turns.clone().next().is_none() {
            continue;
        }
        bases[group] += 1;
        let mut terms: Vec<u32> = turns.flat_map(|turn| turn.terms.iter().copied()).collect();
        terms.sort_unstable();
        terms.dedup();
        for term in terms {
            counts.entry(term).or_default()[group] += 1;
        }
    }
    if bases.contains(&0) {
        return Vec::new();
    }
    let counts: Vec<(u32, [u64; 2])> = counts.into_iter().collect();
    let mentions: Vec<Mentions<'_>> =
        counts.iter().map(|(_, n)| Mentions { verbatims: n, occurrences: &[], design: None }).collect();
    let spreads = contrasts(&Bases { verbatims: &bases, words: &[] }, &mentions, limits);
    let mut rows: Vec<SpokenContrast> = Vec::new();
    for spread in spreads {
        let term = &vocabulary.terms[counts[spread.keyword].0 as usize];
        let more = |contrast: &&Contrast| contrast.more && contrast.table.over_represented();
        let Some(contrast) = spread.groups.iter().find(more) else { continue };
        let table = contrast.table;
        rows.push(SpokenContrast {
            by,
            group: names[contrast.group].to_owned(),
            role: Some(role),
            label: term.label.clone(),
            kind: term.kind,
            n_in: table.in_with,
            base_in: table.in_with + table.in_without,
            n_out: table.out_with,
            base_out: table.out_with + table.out_without,
            log_likelihood: contrast.log_likelihood,
            p: contrast.p.p,
            q: contrast.q,
            log_ratio: contrast.log_ratio,
        });
    }
    ranked(&mut rows);
    rows
}

fn ranked(rows: &mut [SpokenContrast]) {
    rows.sort_by(|a, b| {
        b.log_likelihood
            .total_cmp(&a.log_likelihood)
            .then_with(|| (&a.label, a.kind).cmp(&(&b.label, b.kind)))
    });
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::tests::{call, read};
    use super::*;

    #[test]
    fn each_role_is_told_by_its_own_words() {
        let calls: Vec<_> = (0..10)
            .map(|i| {
                let client = if i < 8 { "C: Ma facture est fausse." } else { "C: Le réseau coupe." };
                let agent =
                    if i < 2 { "A: Votre facture, je regarde." } else { "A: Je consulte le dossier." };
                call(&format!("{i}"), &[client, agent])
            })
            .collect();
        let rows = by_role(&read(&calls), 3);
        let bill = rows.iter().find(|row| row.label == "facture").unwrap();
        assert_eq!((bill.group.as_str(), bill.n_in, bill.n_out, bill.base_in), ("client", 8, 2, 10));
        // Two say it both, six the client alone, nobody the agent alone: 2 × 0.5⁶.
        assert!((bill.p - 2.0 * 0.5_f64.powi(6)).abs() < 1e-12, "{}", bill.p);
        let file = rows.iter().find(|row| row.label == "dossier").unwrap();
        assert_eq!((file.group.as_str(), file.n_in, file.n_out), ("agent", 8, 0));
        assert!(rows.iter().all(|row| row.q >= row.p));
    }

    #[test]
    fn groups_of_calls_are_compared_by_what_one_role_says() {
        let calls: Vec<_> = (0..24)
            .map(|i| {
                let client =
                    if i < 12 { "C: Encore de l'attente." } else { "C: Merci pour le remboursement." };
                call(&format!("{i:02}"), &[client, "A: L'attente est longue."])
            })
            .collect();
        let limits = Support { verbatims: 3, level: 0.95 };
        let side = |number: usize| (number != 23).then_some(usize::from(number >= 12));
        let names = ["low", "high"];
        let rows = by_group(&read(&calls), ContrastBy::Score, SpeakerRole::Client, names, side, limits);
        let told: Vec<(&str, &str, u64, u64)> =
            rows.iter().map(|row| (row.group.as_str(), row.label.as_str(), row.n_in, row.base_out)).collect();
        assert_eq!(told, [("low", "attente", 12, 11), ("high", "remboursement", 11, 12)]);
        let alone =
            by_group(&read(&calls), ContrastBy::Score, SpeakerRole::Client, names, |_| Some(0), limits);
        assert!(alone.is_empty());
    }
}
