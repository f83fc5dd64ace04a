//! Exchanges: what a client says, and what the agent says next.

use super::SpeakerRole;
use super::vocabulary::SpokenCall;

/// What the client says until the agent answers, and what the agent says until somebody else does, as numbers of turns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Turns of the client.
    pub client: Vec<usize>,
    /// Turns of the agent.
    pub agent: Vec<usize>,
}

/// The exchanges of a call, in order.
///
/// Signs of listening (“oui”, “d'accord”: at most two words, none of them a term) take no turn: they are looked through, so
/// that what stands on both sides of one belongs together (Yngve, “On getting a word in edgewise”, *Papers from the Sixth
/// Regional Meeting of the Chicago Linguistic Society* (1970), 567–578). Another voice between client and agent parts
/// them: there is no exchange.
#[must_use]
pub fn exchanges(call: &SpokenCall) -> Vec<Exchange> {
    let mut stretches: Vec<(SpeakerRole, Vec<usize>)> = Vec::new();
    for (number, turn) in call.turns.iter().enumerate().filter(|(_, turn)| !turn.backchannel) {
        match stretches.last_mut() {
            Some((role, turns)) if *role == turn.role => turns.push(number),
            _ => stretches.push((turn.role, vec![number])),
        }
    }
    let mut found = Vec::new();
    for pair in stretches.windows(2) {
        if let [(SpeakerRole::Client, client), (SpeakerRole::Agent, agent)] = pair {
            found.push(Exchange { client: client.clone(), agent: agent.clone() });
        }
    }
    found
}

/// The terms of some turns of a call, each once, ascending.
pub(super) fn terms(call: &SpokenCall, turns: &[usize]) -> Vec<u32> {
    let mut terms: Vec<u32> = turns.iter().flat_map(|turn| &call.turns[*turn].terms).copied().collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::tests::{call, read};
    use super::*;

    #[test]
    fn signs_of_listening_take_no_turn_and_other_voices_part() {
        let vocabulary = read(&[call(
            "1",
            &[
                "A: Bonjour, que puis-je faire pour vous aujourd'hui ?",
                "C: Ma box est en panne.",
                "A: D'accord.",
                "C: Depuis hier, le voyant clignote.",
                "A: Je lance un test de la ligne.",
                "C: Oui.",
                "A: La ligne est coupée.",
                "C: Et donc le technicien ?",
                "V: Votre appel est enregistré pour la qualité.",
                "A: Le technicien passe mardi.",
            ],
        )]);
        assert_eq!(exchanges(&vocabulary.calls[0]), [Exchange { client: vec![1, 3], agent: vec![4, 6] }]);
    }
}
