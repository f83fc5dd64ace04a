//! Damage that files suffer, for the tests of every format: what is read from a damaged file keeps its promises.

use super::super::{TranscriptError, Utterance};

/// Numbers from a seed: Marsaglia (2003), “Xorshift RNGs”, with a multiplication.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    }
}

/// Bytes flipped, the end cut, lines left out, doubled or swapped, digits changed.
fn damaged(sample: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..=random.below(3) {
        let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
        let (a, b) = (random.below(lines.len()), random.below(lines.len()));
        match random.below(6) {
            0 => {
                let at = random.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
                continue;
            }
            1 => {
                bytes.truncate(random.below(bytes.len() + 1));
                continue;
            }
            2 => {
                let digits: Vec<usize> = (0..bytes.len()).filter(|i| bytes[*i].is_ascii_digit()).collect();
                if let Some(at) = digits.get(random.below(digits.len())) {
                    bytes[*at] = b'0' + random.below(10) as u8;
                }
                continue;
            }
            _ if lines.is_empty() => continue,
            3 => drop(lines.remove(a)),
            4 => lines.insert(a, lines[b].clone()),
            _ => lines.swap(a, b),
        }
        bytes = lines.concat();
    }
    bytes
}

/// An utterance without timed words; an empty name is none.
pub(super) fn utterance(speaker: &str, start: u64, end: u64, text: &str, line: u64) -> Utterance {
    let speaker = (!speaker.is_empty()).then(|| speaker.to_owned());
    Utterance { speaker, start: Some(start), end: Some(end), text: text.into(), line, ..Utterance::default() }
}

/// Reads a thousand damaged copies of a sample: utterances as they are promised, or an error at a line of the file.
pub(super) fn survives(sample: &[u8], read: impl Fn(&str) -> Result<Vec<Utterance>, TranscriptError>) {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut read_well, mut refused) = (0, 0);
    for _ in 0..1000 {
        let bytes = damaged(sample, &mut random);
        let text = String::from_utf8_lossy(&bytes);
        let lines = super::line::lines(&text).len() as u64;
        match read(&text) {
            Ok(said) => {
                read_well += 1;
                for utterance in &said {
                    promised(utterance, lines, &text);
                }
            }
            Err(TranscriptError::Malformed { line, .. }) => {
                refused += 1;
                assert!((1..=lines).contains(&line), "line {line} of {lines}: {text}");
            }
            Err(_) => refused += 1,
        }
    }
    assert!(read_well > 100, "{read_well} read, {refused} refused");
}

fn promised(utterance: &Utterance, lines: u64, text: &str) {
    assert!((1..=lines).contains(&utterance.line), "{utterance:?}: {text}");
    assert!(
        !utterance.text.trim().is_empty() && !utterance.text.contains(['\n', '\r', '\t']),
        "{utterance:?}"
    );
    assert!(!utterance.text.contains("  "), "{utterance:?}");
    if let Some(end) = utterance.end {
        assert!(utterance.start.is_some_and(|start| start <= end), "{utterance:?}: {text}");
    }
    for word in &utterance.words {
        let said = utterance.text.get(word.span.clone());
        assert!(said.is_some_and(|word| !word.is_empty()) && word.start <= word.end, "{utterance:?}: {text}");
    }
}
