//! The table from a run's bytes to its analysis, made for one look-up a run.
//!
//! Most runs of French text are short and hold one token. A run of at most fifteen bytes is its own key, two
//! integers with its length, in a slot of 24 bytes beside its token: no pointer is followed and one cache line
//! is read. Longer runs use an ordinary map, up to [`LONGEST`] bytes; beyond, a run is not remembered, so
//! that the table cannot grow with a file that has no words.

use rustc_hash::FxHashMap;

use super::analyzer::FormId;
use super::reading::Word;
use super::runs::runs;

/// Longest run, in bytes, that is remembered.
pub(super) const LONGEST: usize = 64;
const LONGEST_INLINE: usize = 15;
/// Two to this power runs are kept near.
const RECENT_BITS: u32 = 14;
/// Runs looked up together.
const BATCH: usize = 64;

/// A token inside a remembered run, in bytes from its start.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: u8,
    end: u8,
    form: FormId,
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

/// The pieces of a run: the only one itself, or where they are. Eight bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    /// The form of the only piece; of several, where the first is.
    at: u32,
    start: u8,
    end: u8,
    count: u8,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    key: Key,
    entry: Entry,
}

impl Slot {
    const EMPTY: Self =
        Self { key: Key { low: 0, high: 0 }, entry: Entry { at: 0, start: 0, end: 0, count: 0 } };
}

/// A run waiting for its look-up; the key is zero where it is longer than [`LONGEST_INLINE`] bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Waiting {
    start: usize,
    end: usize,
    key: Key,
    hash: u64,
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
    /// [`BATCH`] places.
    waiting: Vec<Waiting>,
    /// The words of the run being analysed.
    words: Vec<Word>,
}

impl Default for RunCache {
    fn default() -> Self {
        Self {
            short: vec![Slot::EMPTY; 1024],
            used: 0,
            recent: vec![Slot::EMPTY; 1 << RECENT_BITS],
            long: FxHashMap::default(),
            pieces: Vec::new(),
            waiting: vec![Waiting::default(); BATCH],
            words: Vec::new(),
        }
    }
}

impl RunCache {
    /// Calls `visit` for each word of `text`, in order: those that `analyse` finds in each of its runs, which it is
    /// asked the first time only. A run longer than [`LONGEST`] is analysed each time.
    ///
    /// The runs are looked up some dozens at a time, after the place of each in the table has been touched: the
    /// processor then waits for many of them at once, instead of one after the other.
    #[inline]
    pub fn each(
        &mut self,
        text: &str,
        mut analyse: impl FnMut(usize, usize, &mut Vec<Word>),
        mut visit: impl FnMut(Word),
    ) {
        let bytes = text.as_bytes();
        let mut waiting = std::mem::take(&mut self.waiting);
        let mut runs = runs(text);
        loop {
            let (mut n, mut touched) = (0, 0);
            for (place, (start, end)) in waiting.iter_mut().zip(runs.by_ref()) {
                let (mut key, mut hash) = (Key::default(), 0);
                if end - start <= LONGEST_INLINE {
                    key = Key::new(bytes, start, end);
                    hash = key.hash();
                    if self.recent[near(hash)].key != key {
                        touched ^= self.short[self.home(hash)].key.low;
                    }
                }
                *place = Waiting { start, end, key, hash };
                n += 1;
            }
            std::hint::black_box(touched);
            for run in &waiting[..n] {
                let slot = self.recent[near(run.hash)];
                let known = slot.key == run.key && run.key != Key::default();
                let entry = if known { slot.entry } else { self.look_up(bytes, *run, &mut analyse) };
                let start = run.start;
                if entry.count == 1 {
                    let (from, to) = (start + usize::from(entry.start), start + usize::from(entry.end));
                    visit(Word { start: from, end: to, form: FormId(entry.at) });
                } else if run.end - start > LONGEST {
                    self.words.drain(..).for_each(&mut visit);
                } else {
                    for piece in &self.pieces[entry.at as usize..][..usize::from(entry.count)] {
                        let (from, to) = (start + usize::from(piece.start), start + usize::from(piece.end));
                        visit(Word { start: from, end: to, form: piece.form });
                    }
                }
            }
            if n < BATCH {
                break;
            }
        }
        self.waiting = waiting;
    }

    /// What is remembered of a run that was not met just now; of one that is too long, its words are left in
    /// `words`.
    #[inline(never)]
    fn look_up(
        &mut self,
        bytes: &[u8],
        run: Waiting,
        analyse: &mut impl FnMut(usize, usize, &mut Vec<Word>),
    ) -> Entry {
        let Waiting { start, end, key, hash } = run;
        if end - start <= LONGEST_INLINE {
            let at = self.find(key, hash);
            let known = self.short[at].key == key;
            let entry = if known { self.short[at].entry } else { self.insert_short(run, at, analyse) };
            self.recent[near(hash)] = Slot { key, entry };
            return entry;
        }
        if end - start > LONGEST {
            analyse(start, end, &mut self.words);
            return Entry { at: 0, start: 0, end: 0, count: 0 };
        }
        if let Some(entry) = self.long.get(&bytes[start..end]) {
            return *entry;
        }
        let entry = self.entry(run, analyse);
        self.long.insert(bytes[start..end].into(), entry);
        entry
    }

    /// Where the slot of a key of this hash is, or the way to it begins.
    #[inline]
    fn home(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.short.len() - 1)
    }

    /// The slot of `key`, or the empty one where it belongs.
    #[inline]
    fn find(&self, key: Key, hash: u64) -> usize {
        let mask = self.short.len() - 1;
        let mut at = self.home(hash);
        while self.short[at].key != key && self.short[at].key != Key::default() {
            at = (at + 1) & mask;
        }
        at
    }

    #[cold]
    fn insert_short(
        &mut self,
        run: Waiting,
        at: usize,
        analyse: &mut impl FnMut(usize, usize, &mut Vec<Word>),
    ) -> Entry {
        let entry = self.entry(run, analyse);
        self.short[at] = Slot { key: run.key, entry };
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
    fn entry(&mut self, run: Waiting, analyse: &mut impl FnMut(usize, usize, &mut Vec<Word>)) -> Entry {
        analyse(run.start, run.end, &mut self.words);
        let first = self.pieces.len();
        // A run of at most 64 bytes has at most 64 pieces.
        let pieces = self.words.drain(..).map(|word| Piece {
            start: (word.start - run.start) as u8,
            end: (word.end - run.start) as u8,
            form: word.form,
        });
        self.pieces.extend(pieces);
        match self.pieces[first..] {
            [piece] => {
                self.pieces.truncate(first);
                Entry { at: piece.form.0, start: piece.start, end: piece.end, count: 1 }
            }
            ref many => Entry { at: first as u32, start: 0, end: 0, count: many.len() as u8 },
        }
    }
}

/// The place of a hash among the runs kept near.
#[inline]
fn near(hash: u64) -> usize {
    (hash >> (64 - RECENT_BITS)) as usize
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
                let analyse = |_, _, words: &mut Vec<Word>| {
                    analysed = true;
                    let word = Word { start: 0, end: 1, form: FormId(number) };
                    words.extend(std::iter::repeat_n(word, number as usize % 3));
                };
                cache.each(&run, analyse, |word| found.push(word.form));
                assert_eq!(analysed, round == 0, "{run}");
                assert_eq!(found, vec![FormId(number); number as usize % 3]);
            }
        }
    }
}
