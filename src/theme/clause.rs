//! Clauses of a verbatim: what is said together, between “mais”, commas and “et”.

use crate::text::{Gap, Mark, Role};

/// What a form does to the clause before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    /// Nothing.
    #[default]
    None,
    /// Ends it, unless what follows has no judgement of its own: `et`, `car`, a comma.
    Weak,
    /// Ends it and turns against it: `mais`.
    Contrast,
    /// Ends the sentence.
    Sentence,
}

/// Words that turn against what was said before.
const CONTRASTS: [&str; 29] = [
    "although",
    "alors",
    "bemol",
    "but",
    "bémol",
    "cependant",
    "contre",
    "despite",
    "dommage",
    "except",
    "excepté",
    "hormis",
    "however",
    "hélas",
    "mais",
    "malgre",
    "malgré",
    "malheureusement",
    "neanmoins",
    "néanmoins",
    "pourtant",
    "revanche",
    "sauf",
    "sinon",
    "though",
    "toutefois",
    "unfortunately",
    "whereas",
    "yet",
];

impl Cut {
    /// What a form does before it, by its normal form and its role.
    pub fn before(normal: &str, role: Role) -> Self {
        if CONTRASTS.contains(&normal) {
            return Self::Contrast;
        }
        match role {
            Role::And | Role::Clause | Role::Then | Role::If => Self::Weak,
            _ => Self::None,
        }
    }

    /// What a function word with a capital does: it begins a sentence, whose full stop was forgotten.
    pub fn before_capital(surface: &str, role: Role) -> Self {
        let begins = matches!(
            role,
            Role::Article
                | Role::Determiner
                | Role::Subject
                | Role::StrongPronoun
                | Role::Clause
                | Role::Preposition
        );
        let mut chars = surface.chars();
        let capital =
            chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase);
        if begins && capital { Self::Contrast } else { Self::None }
    }
}

/// A clause, as the numbers of its words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clause {
    /// Its first word.
    pub from: usize,
    /// The word after its last.
    pub to: usize,
    /// What parts it from the clause before.
    pub cut: Cut,
    /// Whether it has a verb, as far as function words tell.
    pub verb: bool,
}

/// Cuts the words of a verbatim into clauses; `cuts` says what each word does to what is before it.
pub(super) fn clauses(marks: &[Mark], cuts: impl Iterator<Item = Cut>, found: &mut Vec<Clause>) {
    found.clear();
    let mut gap = Gap::Sentence;
    for (at, (mark, cut)) in marks.iter().zip(cuts).enumerate() {
        let sign = match gap {
            Gap::None => Cut::None,
            Gap::Clause => Cut::Weak,
            Gap::Sentence => Cut::Sentence,
        };
        gap = mark.gap;
        let verb = matches!(
            mark.role,
            Role::Auxiliary | Role::Verb | Role::Subject | Role::Fused | Role::Ne | Role::Opinion
        );
        match found.last_mut() {
            Some(clause) if sign.max(cut) == Cut::None => {
                clause.to = at + 1;
                clause.verb |= verb;
            }
            _ => found.push(Clause { from: at, to: at + 1, cut: sign.max(cut), verb }),
        }
    }
}
