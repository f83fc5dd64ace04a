//! A rule as it was understood: what must stand where for a theme to be mentioned.

use std::cmp::Reverse;

use regex::Regex;

use super::pole::Pole;
use crate::text::Language;

/// Number of an atom among those of its codebook.
pub(super) type AtomId = usize;

/// A word of a rule, as a verbatim may write it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    /// All forms of a word: `délai`, for “délais” too.
    Family(Box<str>),
    /// One form alone: `=cher`.
    Exact(Box<str>),
    /// All forms with this beginning: `rembours*`.
    Prefix(Box<str>),
}

/// What a rule asks for.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// A word.
    Word(AtomId),
    /// Words that follow each other, function words and adverbs of degree aside.
    Sequence(Vec<Node>),
    /// One of several: `ou`.
    Any(Vec<Node>),
    /// Several in one sentence, in any order: `et`.
    All(Vec<Node>),
    /// Two in one sentence, in any order, at most so many words apart: `près(5)`.
    Near(usize, Box<Node>, Box<Node>),
    /// The first, but not as a part of the second, nor in a sentence where the second stands apart: `sauf`.
    Except(Box<Node>, Box<Node>),
    /// With a word that the sentence denies, or without one: `nié:`, `affirmé:`.
    Denied(bool, Box<Node>),
    /// A regular expression on the text: `/…/`.
    Pattern(Regex),
}

/// Words that deny, in rules.
const NEGATORS: [&str; 16] = [
    "aucun", "aucune", "jamais", "never", "ni", "no", "non", "not", "pas", "plus", "rien", "sans", "ne",
    "without", "zéro", "zero",
];

impl Atom {
    /// Its letters.
    pub fn form(&self) -> &str {
        match self {
            Self::Family(form) | Self::Exact(form) | Self::Prefix(form) => form,
        }
    }

    /// Whether the word denies.
    pub fn is_negator(&self) -> bool {
        matches!(self, Self::Family(form) | Self::Exact(form) if NEGATORS.contains(&&**form))
    }
}

impl Node {
    /// Calls `visit` for this node and all below it.
    pub fn each(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        match self {
            Self::Word(_) | Self::Pattern(_) => {}
            Self::Sequence(nodes) | Self::Any(nodes) | Self::All(nodes) => {
                for node in nodes {
                    node.each(visit);
                }
            }
            Self::Near(_, a, b) | Self::Except(a, b) => {
                a.each(visit);
                b.each(visit);
            }
            Self::Denied(_, node) => node.each(visit),
        }
    }

    /// Whether the node speaks of denial itself; what `sauf` takes out does not count.
    pub fn minds_denial(&self, atoms: &[Atom]) -> bool {
        match self {
            Self::Word(atom) => atoms[*atom].is_negator(),
            Self::Denied(..) => true,
            Self::Pattern(_) => false,
            Self::Sequence(nodes) | Self::Any(nodes) | Self::All(nodes) => {
                nodes.iter().any(|node| node.minds_denial(atoms))
            }
            Self::Near(_, a, b) => a.minds_denial(atoms) || b.minds_denial(atoms),
            Self::Except(node, _) => node.minds_denial(atoms),
        }
    }

    /// Atoms of which one at least stands in every text that the rule matches, the fewest and the longest that will
    /// do; none where a pattern may match without any.
    pub fn keys(&self, atoms: &[Atom]) -> Option<Vec<AtomId>> {
        // Long words are rare ones.
        let rarest = |nodes: &mut dyn Iterator<Item = &Self>| {
            nodes.filter_map(|node| node.keys(atoms)).min_by_key(|keys| {
                let shortest = keys.iter().map(|key| atoms[*key].form().len()).min();
                (keys.len(), Reverse(shortest))
            })
        };
        match self {
            Self::Word(atom) => Some(vec![*atom]),
            Self::Pattern(_) => None,
            Self::Any(nodes) => nodes
                .iter()
                .map(|node| node.keys(atoms))
                .collect::<Option<Vec<_>>>()
                .map(|keys| keys.concat()),
            Self::Sequence(nodes) | Self::All(nodes) => rarest(&mut nodes.iter()),
            Self::Near(_, a, b) => rarest(&mut [&**a, &**b].into_iter()),
            Self::Except(node, _) | Self::Denied(_, node) => node.keys(atoms),
        }
    }
}

/// A rule of a theme.
#[derive(Debug, Clone)]
pub struct Rule {
    /// As the codebook writes it.
    pub text: String,
    /// Number of its theme in the codebook.
    pub theme: usize,
    /// Line of the codebook, from 1.
    pub line: usize,
    /// The language whose verbatims it is for; none for all.
    pub language: Option<Language>,
    /// What it says by itself, where the clause around it says nothing: a leading `+` or `-`.
    pub pole: Option<Pole>,
    /// Whether it speaks of denial itself (`nié:`, “sans”), so that a denial does not turn its pole round.
    pub(super) minds_denial: bool,
    pub(super) node: Node,
}
