//! The table from a run's bytes to its analysis, made for one look-up a run.
//!
//! Most runs of French text are short and hold one token. A run of at most fifteen bytes is its own key, two
//! integers with its length, in a slot of 24 bytes beside its token: no pointer is followed and one cache line
//! is read. Longer runs use an ordinary map, up to [`LONGEST`] bytes; beyond, a run is not remembered, so
//! that the table cannot grow with a file that has no words.

use rustc_hash::FxHashMap;

use super::analyzer::FormId;

/// Longest run, in bytes, that is remembered.
pub(super) const LONGEST: usize = 64;
const LONGEST_INLINE: usize = 15;
/// Two to this power runs are kept near.
const RECENT_BITS: u32 = 12;

/// A token inside a remembered run, in bytes from its start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub start: u8,
    pub end: u8,
    pub form: FormId,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Key {
    low: u64,
    /// The length is in the highest byte: the key of no run is zero.
    high: u64,
}

impl Key {
    /// The key of the run `bytes[start..end]`, of at most fifteen bytes.
    #[inline]
    fn new(bytes: &[u8], start: usize, end: usize) -> Self {
        let length = end - start;
        let word = if let Some(window) = bytes.get(start..).and_then(|rest| rest.first_chunk::<16>()) {
            u128::from_le_bytes(*window) & ((1 << (8 * length)) - 1)
        } else {
            let mut window = [0; 16];
            window[..length].copy_from_slice(&bytes[start..end]);
            u128::from_le_bytes(window)
        };
        Self { low: word as u64, high: (word >> 64) as u64 | (length as u64) << 56 }
    }

    /// Spreads the key over 64 bits, the highest being the best mixed.
    #[inline]
    fn hash(self) -> u64 {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = (self.low.wrapping_mul(ODD) ^ self.high).wrapping_mul(ODD);
        (mixed ^ (mixed >> 32)).wrapping_mul(ODD)
    }
}

/// The pieces of a run: the only one itself, or where they are.
#[derive(Debug, Clone, Copy)]
enum Entry {
    One(Piece),
    Many { first: u32, count: u8 },
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    key: Key,
    entry: Entry,
}

impl Slot {
    const EMPTY: Self = Self { key: Key { low: 0, high: 0 }, entry: Entry::Many { first: 0, count: 0 } };
}

/// The analysis of every run seen so far.
#[derive(Debug, Clone)]
pub(super) struct RunCache {
    /// Open addressing, linear probing, at most half full; a power of two of slots.
    short: Vec<Slot>,
    used: usize,
    /// The short runs met last, one a place: most of a text's runs are a few frequent ones, and these fit in the
    /// processor's nearest memory, which the whole table does not.
    recent: Vec<Slot>,
    long: FxHashMap<Box<[u8]>, Entry>,
    pieces: Vec<Piece>,
}

impl Default for RunCache {
    fn default() -> Self {
        Self {
            short: vec![Slot::EMPTY; 1024],
            used: 0,
            recent: vec![Slot::EMPTY; 1 << RECENT_BITS],
            long: FxHashMap::default(),
            pieces: Vec::new(),
        }
    }
}

impl RunCache {
    /// Calls `visit` for the pieces of the run `bytes[start..end]`, of at most [`LONGEST`] bytes: those that
    /// `analyse` finds the first time.
    #[inline]
    pub fn each(
        &mut self,
        bytes: &[u8],
        start: usize,
        end: usize,
        analyse: impl FnOnce(&mut Vec<Piece>),
        mut visit: impl FnMut(Piece),
    ) {
        let entry = if end - start <= LONGEST_INLINE {
            let key = Key::new(bytes, start, end);
            let hash = key.hash();
            let near = (hash >> (64 - RECENT_BITS)) as usize;
            if self.recent[near].key == key {
                self.recent[near].entry
            } else {
                let at = self.find(key, hash);
                let known = self.short[at].key == key;
                let entry = if known { self.short[at].entry } else { self.insert_short(key, at, analyse) };
                self.recent[near] = Slot { key, entry };
                entry
            }
        } else if let Some(entry) = self.long.get(&bytes[start..end]) {
            *entry
        } else {
            let entry = self.entry(analyse);
            self.long.insert(bytes[start..end].into(), entry);
            entry
        };
        match entry {
            Entry::One(piece) => visit(piece),
            Entry::Many { first, count } => {
                for piece in &self.pieces[first as usize..][..usize::from(count)] {
                    visit(*piece);
                }
            }
        }
    }

    /// The slot of `key`, or the empty one where it belongs.
    #[inline]
    fn find(&self, key: Key, hash: u64) -> usize {
        let mask = self.short.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.short[at].key != key && self.short[at].key != Key::default() {
            at = (at + 1) & mask;
        }
        at
    }

    #[cold]
    fn insert_short(&mut self, key: Key, at: usize, analyse: impl FnOnce(&mut Vec<Piece>)) -> Entry {
        let entry = self.entry(analyse);
        self.short[at] = Slot { key, entry };
        self.used += 1;
        if self.used * 2 > self.short.len() {
            let larger = vec![Slot::EMPTY; self.short.len() * 2];
            for slot in std::mem::replace(&mut self.short, larger) {
                if slot.key != Key::default() {
                    let at = self.find(slot.key, slot.key.hash());
                    self.short[at] = slot;
                }
            }
        }
        entry
    }

    #[cold]
    fn entry(&mut self, analyse: impl FnOnce(&mut Vec<Piece>)) -> Entry {
        let first = self.pieces.len();
        analyse(&mut self.pieces);
        // A run of at most 64 bytes has at most 64 pieces.
        match self.pieces[first..] {
            [piece] => {
                self.pieces.truncate(first);
                Entry::One(piece)
            }
            ref many => Entry::Many { first: first as u32, count: many.len() as u8 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_different_runs_differ() {
        let texts = [
            "a",
            "a\0",
            "ab",
            "b",
            "\0",
            "\0\0",
            "abcdefgh",
            "abcdefgh\0",
            "abcdefghijklmno",
            "abcdefghijklmn",
        ];
        let mut keys = Vec::new();
        for text in texts {
            // The same run at the end of a text and followed by more of it has one key.
            let followed = format!("{text} and more of the same text");
            let key = Key::new(text.as_bytes(), 0, text.len());
            assert_eq!(key, Key::new(followed.as_bytes(), 0, text.len()));
            assert!(!keys.contains(&key), "{text:?}");
            keys.push(key);
        }
    }

    #[test]
    fn what_was_remembered_is_found_again() {
        let mut cache = RunCache::default();
        for round in 0..2 {
            for number in 0..5000_u32 {
                let run = format!("{number:0width$}", width = 1 + number as usize % 40);
                let mut analysed = false;
                let mut found = Vec::new();
                let analyse = |pieces: &mut Vec<Piece>| {
                    analysed = true;
                    let piece = Piece { start: 0, end: 1, form: FormId(number) };
                    pieces.extend(std::iter::repeat_n(piece, number as usize % 3));
                };
                cache.each(run.as_bytes(), 0, run.len(), analyse, |piece| found.push(piece.form));
                assert_eq!(analysed, round == 0, "{run}");
                assert_eq!(found, vec![FormId(number); number as usize % 3]);
            }
        }
    }
}
