//! Who speaks in a call, and how that is known.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Lang;

/// The part of a speaker in a call.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerRole {
    /// Who works for the centre.
    Agent,
    /// Who called, or was called.
    Client,
    /// Somebody else: a second agent, a relative, a recorded voice.
    Other,
    /// Nothing tells who speaks.
    #[default]
    Unknown,
}

impl SpeakerRole {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Agent, Self::Client, Self::Other, Self::Unknown];

    /// What names it in files: `agent`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Client => "client",
            Self::Other => "other",
            Self::Unknown => "unknown",
        }
    }

    /// What people call it.
    ///
    /// ```
    /// use barometre::{Lang, transcript::SpeakerRole};
    /// assert_eq!(SpeakerRole::Client.name(Lang::En), "customer");
    /// ```
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Client => pick!(lang, calls::customer_in_speaker),
            Self::Other => pick!(lang, calls::other_voice_in_speaker),
            Self::Unknown => pick!(lang, calls::unidentified_voice_in_speaker),
        }
    }
}

/// How a role is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The user's mapping of names to roles.
    Mapping,
    /// The name that the file gives the speaker: “Agent”, “Cliente”.
    Name,
    /// What is said: greetings, questions.
    Inferred,
    /// It is not.
    #[default]
    None,
}

/// A voice of a call.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Speaker {
    /// As the file names it; null where it does not.
    pub name: Option<String>,
    /// Its part.
    pub role: SpeakerRole,
    /// How that is known.
    pub basis: Basis,
    /// How sure that is, 0…1: 1 for a mapping or a name, the probability of an inference; 0 where nothing is known.
    pub confidence: f64,
}
