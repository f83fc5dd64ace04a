//! Who speaks, where a text says so in front of the words: `Agent : bonjour`, `[Marie] bonjour`.

use std::collections::BTreeMap;

use super::line::{fold, squeeze};
use crate::text::is_french;

/// Most words of a label.
const LONGEST: usize = 4;

/// What people are called in the transcript of a call, folded: such a label needs not come back.
const ROLES: &[&str] = &[
    "adviser",
    "advisor",
    "agent",
    "agente",
    "appelant",
    "appelante",
    "appele",
    "appelee",
    "assistant",
    "assistante",
    "assure",
    "assuree",
    "bot",
    "caller",
    "charge",
    "chargee",
    "client",
    "cliente",
    "collaborateur",
    "collaboratrice",
    "conseiller",
    "conseillere",
    "correspondant",
    "correspondante",
    "customer",
    "enqueteur",
    "enquetrice",
    "gestionnaire",
    "hote",
    "hotesse",
    "interlocuteur",
    "interlocutrice",
    "interviewer",
    "ivr",
    "locuteur",
    "locutrice",
    "manager",
    "medecin",
    "operateur",
    "operator",
    "operatrice",
    "patient",
    "patiente",
    "receptionniste",
    "rep",
    "representative",
    "robot",
    "speaker",
    "spk",
    "standardiste",
    "superviseur",
    "superviseuse",
    "supervisor",
    "svi",
    "tc",
    "technicien",
    "technicienne",
    "teleconseiller",
    "teleconseillere",
    "teleoperateur",
    "teleoperatrice",
    "usager",
    "usagere",
    "voice",
    "voix",
];

/// First words, folded, of what stands before a colon and is nobody.
const NOBODY: &[&str] = &[
    "address",
    "adresse",
    "alors",
    "attention",
    "bref",
    "code",
    "conclusion",
    "conseil",
    "donc",
    "email",
    "example",
    "exemple",
    "http",
    "https",
    "important",
    "info",
    "information",
    "mail",
    "montant",
    "nb",
    "note",
    "option",
    "par",
    "phone",
    "precision",
    "prix",
    "probleme",
    "ps",
    "question",
    "rappel",
    "remarque",
    "reponse",
    "resultat",
    "resume",
    "solution",
    "tel",
    "telephone",
    "total",
    "voila",
    "warning",
];

/// First words, folded, of the lines that tell what a call is before it begins.
const METADATA: &[&str] = &[
    "appel",
    "call",
    "campagne",
    "campaign",
    "canal",
    "centre",
    "channel",
    "date",
    "dossier",
    "duration",
    "duree",
    "enregistrement",
    "fichier",
    "file",
    "heure",
    "id",
    "identifiant",
    "langue",
    "language",
    "motif",
    "n",
    "numero",
    "objet",
    "queue",
    "recording",
    "ref",
    "reference",
    "service",
    "site",
    "source",
    "statut",
    "sujet",
    "time",
    "title",
    "titre",
    "transcript",
    "transcription",
];

/// The labels of a file: which of them name a speaker.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// By their folded form: how often, and as first written.
    seen: BTreeMap<String, (u64, String)>,
    /// Whether one of them surely names a speaker.
    any: bool,
}

impl Labels {
    /// Counts a label.
    pub(super) fn add(&mut self, label: &str) {
        let label = squeeze(label);
        let folded = fold(&label);
        let times = self.seen.get(&folded).map_or(0, |seen| seen.0) + 1;
        self.any |= sure(&folded, times);
        self.seen.entry(folded).or_insert((0, label)).0 = times;
    }

    /// The speaker that a label names, as the file first wrote it: one that comes back, or says a role, or is a name
    /// among other speakers. What announces something (`Attention :`) names nobody.
    pub(super) fn speaker(&self, label: &str) -> Option<&str> {
        let folded = fold(&squeeze(label));
        let (times, written) = self.seen.get(&folded)?;
        let named = sure(&folded, *times) || (self.any && !announces(&folded) && is_name(written));
        named.then_some(written.as_str())
    }

    /// Whether any label names a speaker.
    pub(super) fn any(&self) -> bool {
        self.any
    }
}

fn sure(folded: &str, times: u64) -> bool {
    is_role(folded) || (times > 1 && !announces(folded))
}

/// The label and what follows its colon; none where what stands before a colon could name nobody.
pub(super) fn before_colon(text: &str) -> Option<(&str, &str)> {
    let at = text.find([':', '：'])?;
    let (label, rest) = text.split_at(at);
    let rest = rest.trim_start_matches([':', '：']);
    // `**Agent :** bonjour`, as notes are taken in Markdown.
    let bold = label.trim_start().strip_prefix("**");
    let rest = if bold.is_some() { rest.trim_start().strip_prefix("**").unwrap_or(rest) } else { rest };
    let label = bold.unwrap_or(label).trim().trim_end_matches("**");
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    // `http://`, `10:30`.
    let address = rest.starts_with("//") || rest.starts_with(|c: char| c.is_ascii_digit());
    (is_label(label) && !address && (apart || is_role(&fold(label)))).then_some((label, rest))
}

/// The label between brackets that a text begins with, and what follows.
pub(super) fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.strip_prefix('[')?.split_once(']')?;
    let rest = rest.trim_start().strip_prefix(':').unwrap_or(rest);
    is_label(label.trim()).then_some((label.trim(), rest))
}

/// At most four words that begin like a name, a role or a code (`spk_1`).
pub(super) fn is_label(label: &str) -> bool {
    let words = label.split_whitespace().count();
    let letters = label.chars().all(|c| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '-' | '_' | '.' | '\'' | '’' | '°' | '(' | ')' | '#' | '/')
    });
    let code = words == 1 && label.contains(|c: char| c.is_ascii_digit() || c == '_');
    (1..=LONGEST).contains(&words)
        && label.chars().count() <= 48
        && letters
        && label.starts_with(char::is_alphabetic)
        && !announces(&fold(label))
        && (label.starts_with(char::is_uppercase) || code || is_role(&fold(label)))
}

/// Whether a folded label says a role, alone or with a number or a name: `agent`, `client 2`, `spk_1`.
pub(super) fn is_role(folded: &str) -> bool {
    let other = ["autre ", "other ", "unidentified "].iter().find_map(|other| folded.strip_prefix(other));
    let folded = other.unwrap_or(folded);
    let word = first(folded).trim_end_matches(|c: char| c.is_ascii_digit());
    ROLES.contains(&word) && folded.split_whitespace().count() <= 3
}

/// Whether a line before the first speaker tells what the call is: `Durée : 5 min`, `Appel n° 12`.
pub(super) fn is_metadata(line: &str) -> bool {
    let folded = fold(line);
    let key = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    METADATA.contains(&first(key))
        && (line.contains([':', '°', '#', '=', '\t']) || key.split_whitespace().count() <= 6)
}

fn announces(folded: &str) -> bool {
    NOBODY.contains(&first(folded)) || (METADATA.contains(&first(folded)) && !is_role(folded))
}

fn first(folded: &str) -> &str {
    let end = folded.find(|c: char| !c.is_alphanumeric()).unwrap_or(folded.len());
    &folded[..end]
}

/// Every word with a capital, and one of them no French word: `Marie Durand`.
fn is_name(label: &str) -> bool {
    let mut words = label.split([' ', '-', '\'', '’', '.']).filter(|word| !word.is_empty());
    words.clone().all(|word| word.starts_with(char::is_uppercase))
        && words.any(|word| !is_french(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_a_colon_may_be_a_speaker() {
        let cases = [
            ("Agent : bonjour", Some("Agent")),
            ("agent:bonjour", Some("agent")),
            ("Mme Le Goff\u{a0}: oui", Some("Mme Le Goff")),
            ("spk_1: oui", Some("spk_1")),
            ("**Cliente :** oui", Some("Cliente")),
            ("A :", Some("A")),
            ("Attention : c'est chaud", None),
            ("voilà ce qu'il dit : non", None),
            ("Je vous rappelle demain matin : promis", None),
            ("http://exemple.fr", None),
            ("Vers 10:30 si possible", None),
            ("Bon, alors : non", None),
            ("Date : 12 mars", None),
        ];
        for (text, label) in cases {
            assert_eq!(before_colon(text).map(|found| found.0), label, "{text}");
        }
    }

    #[test]
    fn a_label_names_somebody_when_it_comes_back_or_says_a_role() {
        let mut labels = Labels::default();
        for label in ["Client", "Zoé", "ZOÉ", "Bilan", "Marie Durand"] {
            labels.add(label);
        }
        assert_eq!(labels.speaker("client"), Some("Client"));
        assert_eq!(labels.speaker("ZOÉ"), Some("Zoé"));
        assert_eq!(labels.speaker("Bilan"), None);
        assert_eq!(labels.speaker("Marie Durand"), Some("Marie Durand"));
        assert!(labels.any() && !Labels::default().any());
    }

    #[test]
    fn the_head_of_a_file_is_no_speech() {
        for line in
            ["Date : 12/03/2026", "Durée : 5 min", "Appel n° 1234", "Transcription automatique", "# Appel 12"]
        {
            assert!(is_metadata(line), "{line}");
        }
        assert!(!is_metadata("Bonjour, vous êtes bien au service client"));
    }
}
