//! The part of each speaker: as the user says, as the file names it, else from what is said.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::folding::folded;
use super::role_inference::infer;
use super::{Basis, Call, Speaker, SpeakerRole};
use crate::lexicon;

/// What the user says of names: `SPEAKER_00` is the agent. Case, accents and punctuation make no difference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    names: BTreeMap<String, SpeakerRole>,
}

impl Mapping {
    /// From names and their roles; of two that are the same, the last counts.
    ///
    /// ```
    /// use barometre::transcript::{Mapping, SpeakerRole};
    /// let mapping = Mapping::new(&[("SPEAKER_00".into(), SpeakerRole::Agent)]);
    /// assert_eq!(mapping.get("speaker 00"), Some(SpeakerRole::Agent));
    /// ```
    #[must_use]
    pub fn new(pairs: &[(String, SpeakerRole)]) -> Self {
        Self { names: pairs.iter().map(|(name, role)| (folded(name), *role)).collect() }
    }

    /// The role of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<SpeakerRole> {
        self.names.get(&folded(name)).copied()
    }

    /// The names, folded, of which no call has a speaker, sorted: most likely they are misspelt.
    #[must_use]
    pub fn unheard(&self, calls: &[Call]) -> Vec<String> {
        let heard = |name: &&String| {
            let mut speakers = calls.iter().flat_map(|call| &call.speakers);
            speakers.any(|speaker| speaker.name.as_deref().is_some_and(|other| folded(other) == **name))
        };
        self.names.keys().filter(|name| !heard(name)).cloned().collect()
    }
}

/// Gives each speaker of each call a role, what it is known by and how sure that is. In this order, the first that
/// tells decides:
///
/// 1. the user's mapping;
/// 2. the name of the agent in the metadata, where one speaker bears it;
/// 3. the words of the name: “Conseillère 2”, `patient_1`, “SVI” (`lexicons/speaker_roles.tsv`);
/// 4. what is said, compared between the speakers of the call, and what the same label says in the other calls;
///    the voice that is left over when the agent or the client is known is the other one.
///
/// Calls that name no speaker stay unknown, with confidence 0: nothing tells who speaks which line. So does a call in
/// which one voice alone is heard whose name tells nothing, and one whose likeliest agent is under 0.7.
///
/// ```
/// use barometre::transcript::{Basis, Call, Mapping, SpeakerRole, Utterance, assign};
/// let said = |speaker: &str, text: &str| Utterance { speaker: Some(speaker.into()), text: text.into(), ..Utterance::default() };
/// let mut calls = vec![Call::new("1", "1.csv", vec![
///     said("SPEAKER_01", "Bonjour, service client, que puis-je pour vous ?"),
///     said("SPEAKER_00", "Bonjour, je vous appelle parce que ma facture est fausse."),
///     said("SPEAKER_01", "Je regarde. Quel est votre numéro de contrat ?"),
/// ])];
/// assign(&mut calls, &Mapping::default());
/// let first = &calls[0].speakers[0];
/// assert_eq!((first.role, first.basis), (SpeakerRole::Agent, Basis::Inferred));
/// assert!(first.confidence > 0.9);
/// ```
pub fn assign(calls: &mut [Call], mapping: &Mapping) {
    for call in calls.iter_mut() {
        let agent = call.about.agent.as_deref().and_then(|agent| bearer(&call.speakers, agent));
        for (i, speaker) in call.speakers.iter_mut().enumerate() {
            let Some(name) = speaker.name.as_deref() else {
                (speaker.role, speaker.basis, speaker.confidence) = (SpeakerRole::Unknown, Basis::None, 0.0);
                continue;
            };
            let (role, basis) = if let Some(role) = mapping.get(name) {
                (role, Basis::Mapping)
            } else if agent == Some(i) {
                (SpeakerRole::Agent, Basis::Name)
            } else if let Some(role) = named(name) {
                (role, Basis::Name)
            } else {
                (SpeakerRole::Unknown, Basis::None)
            };
            let confidence = if basis == Basis::None { 0.0 } else { 1.0 };
            (speaker.role, speaker.basis, speaker.confidence) = (role, basis, confidence);
        }
    }
    infer(calls);
}

/// Words of a name and what they say of it.
type Part = (Vec<&'static str>, SpeakerRole);

/// Parts by their first word, the longest first.
static ROLES: LazyLock<FxHashMap<&str, Vec<Part>>> = LazyLock::new(|| {
    let mut roles: FxHashMap<&str, Vec<Part>> = FxHashMap::default();
    for (words, id) in
        lexicon::entries(include_str!("../../lexicons/speaker_roles.tsv")).filter_map(|e| e.split_once('\t'))
    {
        let role = SpeakerRole::ALL.into_iter().find(|role| role.id() == id);
        let words: Vec<&str> = words.split(' ').collect();
        if let Some(role) = role {
            roles.entry(words[0]).or_default().push((words, role));
        }
    }
    for listed in roles.values_mut() {
        listed.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    roles
});

/// What a name says of the part of who bears it: the first of its words that says something.
fn named(name: &str) -> Option<SpeakerRole> {
    let name = folded(name);
    let words = words(&name);
    (0..words.len()).find_map(|i| {
        let listed = ROLES.get(words[i])?;
        listed.iter().find(|(phrase, _)| words[i..].starts_with(phrase)).map(|(_, role)| *role)
    })
}

/// Words of a folded name, numbers left out: `agent2` is `agent`.
fn words(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect()
}

/// The one speaker who bears the name of the agent: the same, else all words of the shorter in the longer, of which
/// one has three letters or more. None where two do.
fn bearer(speakers: &[Speaker], agent: &str) -> Option<usize> {
    let agent = folded(agent);
    let names: Vec<String> =
        speakers.iter().map(|speaker| speaker.name.as_deref().map(folded).unwrap_or_default()).collect();
    let only = |bears: &dyn Fn(&String) -> bool| {
        let mut found = (0..names.len()).filter(|i| bears(&names[*i]));
        found.next().filter(|_| found.next().is_none())
    };
    if agent.is_empty() {
        return None;
    }
    only(&|name| *name == agent).or_else(|| {
        only(&|name| {
            let (one, other): (Vec<&str>, Vec<&str>) =
                (name.split(' ').collect(), agent.split(' ').collect());
            let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
            let telling = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 3;
            short.iter().all(|word| long.contains(word))
                && short.iter().any(|word| telling(&word) && !ROLES.contains_key(word))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::{About, Utterance};
    use super::*;

    fn call(speakers: &[&str]) -> Call {
        let said = |name: &&str| Utterance {
            speaker: Some((*name).to_owned()),
            text: "Oui.".to_owned(),
            ..Utterance::default()
        };
        Call::new("1", "1.csv", speakers.iter().map(said).collect())
    }

    fn roles(call: &Call) -> Vec<(SpeakerRole, Basis)> {
        call.speakers.iter().map(|speaker| (speaker.role, speaker.basis)).collect()
    }

    #[test]
    fn names_tell_roles() {
        use SpeakerRole::{Agent, Client, Other};
        for (name, role) in [
            ("Agent", Some(Agent)),
            ("AGENT-A", Some(Agent)),
            ("agent2", Some(Agent)),
            ("Conseiller·ère", Some(Agent)),
            ("Conseiller(e) clientèle", Some(Agent)),
            ("TÉLÉCONSEILLÈRE 3", Some(Agent)),
            ("Service client", Some(Agent)),
            ("Customer service representative", Some(Agent)),
            ("Sophie (conseillère)", Some(Agent)),
            ("Dr Valmont", Some(Agent)),
            ("medecin", Some(Agent)),
            ("Client", Some(Client)),
            ("Cliente n°2", Some(Client)),
            ("patient_1", Some(Client)),
            ("Appelante", Some(Client)),
            ("CUSTOMER", Some(Client)),
            ("Usager·ère", Some(Client)),
            ("SVI", Some(Other)),
            ("Agent virtuel", Some(Other)),
            ("Superviseur", Some(Other)),
            ("Mère du patient", Some(Other)),
            ("SPEAKER_00", None),
            ("Locuteur 1", None),
            ("canal 0", None),
            ("1", None),
            ("Sophie Martinval", None),
            ("", None),
            ("…", None),
        ] {
            assert_eq!(named(name), role, "{name}");
        }
    }

    #[test]
    fn every_line_of_the_lexicon_gives_its_role() {
        for (words, id) in lexicon::entries(include_str!("../../lexicons/speaker_roles.tsv"))
            .filter_map(|e| e.split_once('\t'))
        {
            assert_eq!(folded(words), words);
            assert_eq!(named(words).map(SpeakerRole::id), Some(id), "{words}");
        }
    }

    #[test]
    fn the_mapping_goes_before_names_and_case_is_no_matter() {
        let mapping = Mapping::new(&[
            ("Équipe_b".into(), SpeakerRole::Agent),
            ("client".into(), SpeakerRole::Other),
            ("Clinet".into(), SpeakerRole::Client),
        ]);
        let mut calls = [call(&["equipe B", "Client", "Agent"])];
        assign(&mut calls, &mapping);
        let expected = [
            (SpeakerRole::Agent, Basis::Mapping),
            (SpeakerRole::Other, Basis::Mapping),
            (SpeakerRole::Agent, Basis::Name),
        ];
        assert_eq!(roles(&calls[0]), expected);
        assert!(calls[0].speakers.iter().all(|speaker| speaker.confidence == 1.0));
        assert_eq!(mapping.unheard(&calls), ["clinet"]);
    }

    #[test]
    fn the_agent_of_the_metadata_is_the_speaker_who_bears_the_name() {
        let about = |agent: &str| About { agent: Some(agent.to_owned()), ..About::default() };
        let mut calls = [
            Call { about: about("Sophie MARTINVAL"), ..call(&["M. Durandeau", "Sophie"]) },
            Call { about: about("A12"), ..call(&["a12", "b7"]) },
            Call { about: about("Martinval"), ..call(&["Paul Martinval", "Sophie Martinval"]) },
            Call { about: about("Agent 4"), ..call(&["Agent", "Client"]) },
        ];
        assign(&mut calls, &Mapping::default());
        let agents: Vec<Option<usize>> = calls
            .iter()
            .map(|call| call.speakers.iter().position(|speaker| speaker.role == SpeakerRole::Agent))
            .collect();
        assert_eq!(agents, [Some(1), Some(0), None, Some(0)]);
        assert_eq!(calls[0].speakers[0].role, SpeakerRole::Client);
        assert_eq!(calls[0].speakers[0].basis, Basis::Inferred);
    }

    #[test]
    fn who_is_not_named_stays_unknown() {
        let said = |text: &str| Utterance { text: text.to_owned(), ..Utterance::default() };
        let mut calls = [Call::new(
            "1",
            "1.srt",
            vec![said("Bonjour, service client, je vous écoute."), said("J'ai un problème avec ma facture.")],
        )];
        assign(&mut calls, &Mapping::default());
        assert_eq!(roles(&calls[0]), [(SpeakerRole::Unknown, Basis::None)]);
        assert_eq!(calls[0].speakers[0].confidence, 0.0);
    }
}
