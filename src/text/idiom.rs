//! Idioms: runs of words that judge as one, “laisse à désirer”, found by the numbers of their families.

use rustc_hash::FxHashMap;

/// A weight affirmed and a weight denied.
pub(super) type Pair = (f32, f32);

/// A tree of idioms: an edge for each word, a weight where an idiom ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Idioms {
    /// From a node and the number of a family to the next node.
    edges: FxHashMap<(u16, u16), u16>,
    /// What the idiom that ends at a node weighs; the root is node 0.
    ends: Vec<Option<Pair>>,
}

impl Default for Idioms {
    fn default() -> Self {
        Self { edges: FxHashMap::default(), ends: vec![None] }
    }
}

impl Idioms {
    /// Adds an idiom, unless it is there. Returns the node after its first word.
    pub fn insert(&mut self, parts: &[u16], weights: Pair) -> u16 {
        let (mut node, mut head) = (0, 0);
        for part in parts {
            let next = self.ends.len() as u16;
            node = *self.edges.entry((node, *part)).or_insert(next);
            if node == next {
                self.ends.push(None);
            }
            if head == 0 {
                head = node;
            }
        }
        self.ends[usize::from(node)].get_or_insert(weights);
        head
    }

    /// The longest idiom after the word that led to the node `head`: how many more words it has, and its weights.
    #[inline]
    pub fn longest(&self, head: u16, parts: impl Iterator<Item = u16>) -> Option<(usize, Pair)> {
        let (mut node, mut found) = (head, None);
        for (at, part) in parts.enumerate() {
            match self.edges.get(&(node, part)) {
                Some(next) => node = *next,
                None => break,
            }
            if let Some(weights) = self.ends[usize::from(node)] {
                found = Some((at + 1, weights));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_idiom_is_found() {
        let mut idioms = Idioms::default();
        let head = idioms.insert(&[1, 2], (1.0, -1.0));
        assert_eq!(idioms.insert(&[1, 2, 3, 4], (2.0, -2.0)), head);
        assert_ne!(idioms.insert(&[2, 3], (3.0, -3.0)), head);
        idioms.insert(&[1, 2], (9.0, 9.0));
        let longest = |parts: &[u16]| idioms.longest(head, parts.iter().copied());
        assert_eq!(longest(&[2, 3, 4, 5]), Some((3, (2.0, -2.0))));
        assert_eq!(longest(&[2, 3, 5]), Some((1, (1.0, -1.0))));
        assert_eq!(longest(&[3, 2]), None);
        assert_eq!(longest(&[]), None);
    }
}
