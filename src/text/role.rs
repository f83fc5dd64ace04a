//! The part that a form plays in a negation or a measure, from a table of function words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::language::Language;
use super::stopwords::{is_stopword, is_stopword_in};
use crate::lexicon;

/// What a form may do to its neighbours. The names in the table are those of the variants, in small letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Role {
    /// A word that may be denied or measured, and does nothing to others: `délai`, `clair`.
    #[default]
    Content,
    /// An infinitive: it takes an object after a preposition (“pas moyen de joindre le service”).
    Infinitive,
    /// A frequent finite verb: it is denied by a negator after it, without `ne` too (“ça marche pas”).
    Verb,
    /// A verb of opinion, whose negation denies the clause after it: “je ne pense pas que ce soit clair”.
    Opinion,
    /// A noun that a `plus` before it denies, even without `ne`: “plus besoin”, “plus de nouvelles”.
    Lean,
    /// A noun or verb that `sans` makes an idiom of, which denies nothing: “sans doute”, “sans oublier”.
    Aside,
    /// `mal`, in “pas mal de choix”.
    Mal,
    /// A noun that `à` makes a preposition of: “à part”, “à cause”.
    Apart,
    /// An adverb of frequency, denied after the negator (“pas toujours”), not before it (“toujours pas”).
    Always,
    /// A word that calls for an empty `ne` after its `que`: “peur qu'il ne parte”, “meilleur que je ne pensais”.
    Fear,
    /// `petit`, in “un petit peu”.
    Small,
    /// +1 before a word, else a judgement: `super`.
    Great,
    /// +2: `extrêmement`, `totalement`.
    Extreme,
    /// +1: `très`, `trop`, `beaucoup`.
    Strong,
    /// −1: `assez`, `plutôt`, `presque`.
    Weak,
    /// −2, but −1 after `un`: `peu`.
    Little,
    /// −2: `moins`.
    Less,
    /// −2 for what is lacking: `manque`, `absence`.
    Lack,
    /// −2 after `à`: `peine`.
    Barely,

    /// `ne`, `n'`.
    Ne,
    /// `ne` and its verb in one form: `n'est`, `nest`.
    Fused,
    /// `pas`, or a step.
    Pas,
    /// `plus`, negative or comparative.
    Plus,
    /// `jamais`.
    Jamais,
    /// `rien`.
    Rien,
    /// `aucun`, `aucune`.
    Aucun,
    /// `guère`, `nullement`.
    Scarcely,
    /// `point`, negative after `ne`, else a noun.
    Point,
    /// `personne`, nobody or a person.
    Nobody,
    /// `nul`, nobody before `ne`, else a judgement.
    Nul,
    /// `sans`.
    Sans,
    /// `ni`.
    Ni,
    /// `non`.
    Non,
    /// `seulement`: what “pas seulement” denies is that there is no more.
    Only,

    /// `que`, `qu'`.
    Que,
    /// `qui`, `dont`, `où`.
    Relative,
    /// A conjunction or an interjection that starts a clause: `mais`, `car`, `quand`.
    Clause,
    /// `si`, `s'il`.
    If,
    /// An adverb that may start a clause: `donc`, `pourtant`.
    Then,
    /// `soit`, the verb or the conjunction.
    Either,
    /// `et`.
    And,
    /// `ou`.
    Or,
    /// A subject: `je`, `il`, `c'`; also with its verb: `j'ai`, `c'est`.
    Subject,
    /// A pronoun that may be a subject or an object: `elle`, `nous`.
    StrongPronoun,
    /// An object pronoun: `me`, `lui`, `y`.
    Pronoun,
    /// An article before which no noun ends: `un`, `le`.
    Article,
    /// Another determiner, or the object pronoun that looks like it: `la`, `les`, `mon`.
    Determiner,
    /// A number, in figures or in letters.
    Number,
    /// `de`, `d'`.
    De,
    /// `du`, `des`.
    Du,
    /// `à`.
    To,
    /// `au`, `aux`.
    Au,
    /// A preposition of place or means: `dans`, `sur`, `par`.
    Place,
    /// A preposition that starts an adverbial: `avec`, `pour`, `depuis`.
    Preposition,
    /// `avant`.
    Before,
    /// A form of `avoir`, `être`, `faire` or of a modal verb.
    Auxiliary,
    /// An adverb or noun of time or comment, never denied: `encore`, `malheureusement`, `jour`.
    Discourse,
    /// An emoji.
    Symbol,
    /// Any other stopword.
    Other,
}

impl Role {
    /// Whether a negation may deny the word.
    pub(super) fn is_content(self) -> bool {
        (self as u8) <= Self::Barely as u8
    }

    /// Whether the word measures another.
    pub(super) fn is_degree(self) -> bool {
        (self as u8) >= Self::Great as u8 && self.is_content()
    }

    /// Whether the word may deny.
    pub(super) fn is_negator(self) -> bool {
        (self as u8) >= Self::Ne as u8 && (self as u8) <= Self::Non as u8
    }

    fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }
}

const NAMES: [(&str, Role); 57] = [
    ("always", Role::Always),
    ("and", Role::And),
    ("apart", Role::Apart),
    ("article", Role::Article),
    ("aside", Role::Aside),
    ("au", Role::Au),
    ("aucun", Role::Aucun),
    ("auxiliary", Role::Auxiliary),
    ("barely", Role::Barely),
    ("before", Role::Before),
    ("clause", Role::Clause),
    ("content", Role::Content),
    ("de", Role::De),
    ("determiner", Role::Determiner),
    ("discourse", Role::Discourse),
    ("du", Role::Du),
    ("either", Role::Either),
    ("extreme", Role::Extreme),
    ("fear", Role::Fear),
    ("fused", Role::Fused),
    ("great", Role::Great),
    ("if", Role::If),
    ("infinitive", Role::Infinitive),
    ("jamais", Role::Jamais),
    ("lack", Role::Lack),
    ("lean", Role::Lean),
    ("less", Role::Less),
    ("little", Role::Little),
    ("mal", Role::Mal),
    ("ne", Role::Ne),
    ("ni", Role::Ni),
    ("nobody", Role::Nobody),
    ("non", Role::Non),
    ("nul", Role::Nul),
    ("number", Role::Number),
    ("only", Role::Only),
    ("opinion", Role::Opinion),
    ("or", Role::Or),
    ("pas", Role::Pas),
    ("place", Role::Place),
    ("plus", Role::Plus),
    ("point", Role::Point),
    ("preposition", Role::Preposition),
    ("pronoun", Role::Pronoun),
    ("que", Role::Que),
    ("relative", Role::Relative),
    ("rien", Role::Rien),
    ("sans", Role::Sans),
    ("scarcely", Role::Scarcely),
    ("small", Role::Small),
    ("strong", Role::Strong),
    ("strong_pronoun", Role::StrongPronoun),
    ("subject", Role::Subject),
    ("then", Role::Then),
    ("to", Role::To),
    ("verb", Role::Verb),
    ("weak", Role::Weak),
];

/// A table of forms and their roles.
type Roles = FxHashMap<&'static str, Role>;

static FRENCH: LazyLock<Roles> = LazyLock::new(|| table(include_str!("../../lexicons/grammar.fr.tsv")));
static ENGLISH: LazyLock<Roles> = LazyLock::new(|| table(include_str!("../../lexicons/grammar.en.tsv")));

/// The roles in a lexicon of the columns form, role. A role of unknown name is left out; a test knows them all.
fn table(lexicon: &'static str) -> Roles {
    lexicon::entries(lexicon)
        .filter_map(|entry| entry.split_once('\t'))
        .filter_map(|(form, role)| Some((form, Role::named(role)?)))
        .collect()
}

/// The role of a [`normal`](super::normal()) form in French.
pub(super) fn role(normal: &str) -> Role {
    let named = FRENCH.get(normal).copied().or_else(|| sign(normal));
    // An elided word and its host in one token: the normaliser's “n'est” for “nest”.
    named.or_else(|| hosted(normal)).unwrap_or_else(|| {
        if is_stopword(normal) {
            Role::Other
        } else if normal.len() > 4 && (normal.ends_with("er") || normal.ends_with("ir")) {
            Role::Infinitive
        } else {
            Role::Content
        }
    })
}

/// The role of a form in any language; those whose grammar is not written down have no negators.
pub(super) fn role_in(language: Language, normal: &str) -> Role {
    let named = match language {
        Language::French => return role(normal),
        Language::English => ENGLISH.get(normal).copied(),
        _ => None,
    };
    let other = match language {
        _ if is_stopword_in(language, normal) => Role::Other,
        // A gerund takes an object: “without paying the bill”.
        Language::English if normal.len() > 5 && normal.ends_with("ing") => Role::Infinitive,
        _ => Role::Content,
    };
    named.or_else(|| sign(normal)).unwrap_or(other)
}

/// The role of what is no word.
fn sign(normal: &str) -> Option<Role> {
    if normal.starts_with(char::is_numeric) {
        Some(Role::Number)
    } else {
        (!normal.contains(char::is_alphabetic)).then_some(Role::Symbol)
    }
}

fn hosted(normal: &str) -> Option<Role> {
    let (elided, host) = normal.split_once('\'')?;
    match elided {
        "n" => Some(Role::Fused),
        "j" | "c" | "ç" => Some(Role::Subject),
        "qu" | "lorsqu" | "puisqu" | "quoiqu" => Some(Role::Que),
        "l" | "d" | "m" | "t" | "s" if !host.is_empty() => Some(role(host)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_known_roles_only() {
        for entry in lexicon::entries(include_str!("../../lexicons/grammar.en.tsv")) {
            let (_, role) = entry.split_once('\t').unwrap();
            assert!(Role::named(role).is_some(), "{entry}");
        }
        let lexicon = include_str!("../../lexicons/grammar.fr.tsv");
        for entry in lexicon::entries(lexicon) {
            let (_, role) = entry.split_once('\t').unwrap();
            assert!(Role::named(role).is_some(), "{entry}");
        }
        for (name, role) in NAMES {
            assert!(lexicon::entries(lexicon).any(|entry| entry.ends_with(&format!("\t{name}"))), "{name}");
            assert_eq!(Role::named(name), Some(role));
        }
    }

    #[test]
    fn forms_have_their_roles() {
        for (form, expected) in [
            ("ne", Role::Ne),
            ("n'est", Role::Fused),
            ("j'ai", Role::Subject),
            ("qu'il", Role::Que),
            ("d'aucun", Role::Aucun),
            ("l'accueil", Role::Content),
            ("rembourser", Role::Infinitive),
            ("cher", Role::Content),
            ("20h", Role::Number),
            ("😀", Role::Symbol),
            ("ailleurs", Role::Other),
            ("quelqu'un", Role::Other),
            ("aujourd'hui", Role::Discourse),
        ] {
            assert_eq!(role(form), expected, "{form}");
        }
    }
}
