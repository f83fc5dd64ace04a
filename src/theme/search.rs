//! Where rules match in one verbatim.

use super::clause::Cut;
use super::codebook::Codebook;
use super::rule::{AtomId, Node};
use super::table::Table;
use crate::text::{Gap, Reading};

/// Function words that may stand between two words of a sequence, at most.
const SKIPPED: usize = 4;

/// Words of a text, first and last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub first: usize,
    pub last: usize,
}

/// What stands where in one verbatim; kept between verbatims so that its memory is used again.
#[derive(Debug, Clone, Default)]
pub(super) struct Search {
    /// The words that are each atom.
    at: Vec<Vec<usize>>,
    /// Atoms that are there.
    there: Vec<AtomId>,
    /// The sentence of each word.
    sentences: Vec<usize>,
    /// Rules to try.
    rules: Vec<usize>,
}

impl Search {
    /// A search for so many atoms.
    pub fn new(atoms: usize) -> Self {
        Self { at: vec![Vec::new(); atoms], ..Self::default() }
    }

    /// Where the rules match, by rule.
    pub fn find(
        &mut self,
        book: &Codebook,
        table: &Table,
        text: &str,
        reading: &Reading,
    ) -> Vec<(usize, Span)> {
        for atom in self.there.drain(..) {
            self.at[atom].clear();
        }
        for (number, word) in reading.words.iter().enumerate() {
            for atom in table.atoms(word.form) {
                if self.at[*atom].is_empty() {
                    self.there.push(*atom);
                }
                self.at[*atom].push(number);
            }
        }
        self.rules.clear();
        self.rules.extend(&table.always);
        self.rules.extend(self.there.iter().flat_map(|atom| &table.tried[*atom]));
        if self.rules.is_empty() {
            return Vec::new();
        }
        self.rules.sort_unstable();
        self.rules.dedup();
        self.sentences.clear();
        let mut sentence = 0;
        for mark in &reading.marks {
            self.sentences.push(sentence);
            sentence += usize::from(mark.gap == Gap::Sentence);
        }
        let view = View { search: self, table, text, reading };
        let mut found = Vec::new();
        for rule in &self.rules {
            let node = &book.rules[*rule].node;
            if !view.may_match(node) {
                continue;
            }
            let mut spans = view.spans(node);
            spans.sort_unstable();
            spans.dedup();
            found.extend(spans.into_iter().map(|span| (*rule, span)));
        }
        found
    }
}

/// A verbatim, as rules look at it.
struct View<'a> {
    search: &'a Search,
    table: &'a Table,
    text: &'a str,
    reading: &'a Reading,
}

impl View<'_> {
    /// Whether the words that `node` asks for are there, wherever they stand.
    fn may_match(&self, node: &Node) -> bool {
        match node {
            Node::Word(atom) => !self.search.at[*atom].is_empty(),
            Node::Any(nodes) => nodes.iter().any(|node| self.may_match(node)),
            Node::Sequence(nodes) | Node::All(nodes) => nodes.iter().all(|node| self.may_match(node)),
            Node::Near(_, a, b) => self.may_match(a) && self.may_match(b),
            Node::Except(node, _) | Node::Denied(_, node) => self.may_match(node),
            Node::Pattern(_) => true,
        }
    }

    /// Where `node` matches.
    fn spans(&self, node: &Node) -> Vec<Span> {
        match node {
            Node::Word(atom) => {
                self.search.at[*atom].iter().map(|at| Span { first: *at, last: *at }).collect()
            }
            Node::Any(nodes) => {
                let there = nodes.iter().filter(|node| self.may_match(node));
                there.flat_map(|node| self.spans(node)).collect()
            }
            Node::Sequence(nodes) => self.sequence(nodes),
            Node::All(nodes) => {
                let all: Vec<_> = nodes.iter().map(|node| self.spans(node)).collect();
                let everywhere =
                    |span: &Span| all.iter().all(|spans| spans.iter().any(|s| self.together(span, s)));
                all.iter().flatten().copied().filter(everywhere).collect()
            }
            Node::Near(words, a, b) => {
                let (left, right) = (self.spans(a), self.spans(b));
                let mut found = Vec::new();
                for l in &left {
                    for r in right.iter().filter(|r| self.together(l, r)) {
                        let (before, after) = if l.first <= r.first { (l, r) } else { (r, l) };
                        let apart = after.first.checked_sub(before.last + 1);
                        if apart.is_some_and(|apart| apart <= *words)
                            && self.one_way(before.last + 1, after.first)
                        {
                            found.push(Span { first: before.first, last: after.last });
                        }
                    }
                }
                found
            }
            Node::Except(node, other) => {
                let mut found = self.spans(node);
                if !found.is_empty() {
                    let over = |a: &Span, b: &Span| a.first <= b.last && b.first <= a.last;
                    // “carte verte” takes out its own “carte”, another word the whole sentence.
                    let (inside, beside): (Vec<_>, Vec<_>) = self
                        .spans(other)
                        .into_iter()
                        .partition(|other| found.iter().any(|span| over(span, other)));
                    found.retain(|span| {
                        inside.iter().all(|other| !over(span, other))
                            && beside.iter().all(|other| !self.together(span, other))
                    });
                }
                found
            }
            Node::Denied(denied, node) => {
                let mut found = self.spans(node);
                found.retain(|span| {
                    self.reading.marks[span.first..=span.last].iter().any(|mark| mark.negated) == *denied
                });
                found
            }
            Node::Pattern(regex) => {
                let words = &self.reading.words;
                let found = regex.find_iter(self.text).filter(|found| !found.is_empty());
                let spans = found.filter_map(|found| {
                    let first = words.partition_point(|word| word.end <= found.start());
                    let after = words.partition_point(|word| word.start < found.end());
                    (first < after).then(|| Span { first, last: after - 1 })
                });
                spans.collect()
            }
        }
    }

    fn sequence(&self, nodes: &[Node]) -> Vec<Span> {
        let Some((first, rest)) = nodes.split_first() else { return Vec::new() };
        let mut found = self.spans(first);
        for node in rest {
            if found.is_empty() {
                break;
            }
            let next = self.spans(node);
            found = found
                .iter()
                .filter_map(|span| {
                    let follows = |next: &&Span| self.follows(span.last, next.first);
                    next.iter().find(follows).map(|next| Span { first: span.first, last: next.last })
                })
                .collect();
        }
        found
    }

    /// Whether the word `next` comes after the word `last`, function words aside.
    fn follows(&self, last: usize, next: usize) -> bool {
        next > last
            && next - last <= SKIPPED + 1
            && (last..next).all(|at| self.reading.marks[at].gap == Gap::None)
            && (last + 1..next).all(|at| self.table.is_link(self.reading.words[at].form))
    }

    /// Whether nothing parts the words before `from` from the word `to`: “bon accueil, prix élevé”.
    fn one_way(&self, from: usize, to: usize) -> bool {
        if (from - 1..to).any(|at| self.reading.marks[at].gap != Gap::None) {
            return false;
        }
        self.reading.words[from..=to].iter().all(|word| self.table.cut(word.form) < Cut::Contrast)
    }

    /// Whether two spans begin in one sentence.
    fn together(&self, a: &Span, b: &Span) -> bool {
        self.search.sentences[a.first] == self.search.sentences[b.first]
    }
}
