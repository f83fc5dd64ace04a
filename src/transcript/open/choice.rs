//! One call in several formats: the file that tells most of it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::Format;
use super::{Read, SkipReason, Skipped, base};
use crate::text::tokenize;

/// Share of the words that two files of one name in different folders must have in common to be one call.
const SAME: (usize, usize) = (8, 10);

/// How much a file tells of its call: speakers, timed words, times, then the order of the formats.
fn richness(read: &Read) -> (bool, bool, bool, Reverse<Format>) {
    let said = || read.parsed.calls.iter().flat_map(|call| &call.1);
    (
        said().any(|utterance| utterance.speaker.is_some()),
        said().any(|utterance| !utterance.words.is_empty()),
        said().any(|utterance| utterance.start.is_some()),
        Reverse(read.parsed.format),
    )
}

/// The files without those that tell less of the same call; these are told in `skipped`.
///
/// Files of one name and of different formats are one call in one folder; in two folders (`json/42.json`,
/// `srt/42.srt`), where they also say the same words.
pub(super) fn richest(read: Vec<Read>, skipped: &mut Vec<Skipped>) -> Vec<Read> {
    let mut by_stem: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, file) in read.iter().enumerate() {
        // A table of several calls is none of them.
        if file.parsed.calls.len() == 1 && file.parsed.calls[0].0.is_none() {
            let stem = base(&file.name).rsplit('/').next().unwrap_or_default().to_lowercase();
            by_stem.entry(stem).or_default().push(i);
        }
    }
    let mut kept_for: BTreeMap<usize, usize> = BTreeMap::new();
    for mut group in by_stem.into_values().filter(|group| group.len() > 1) {
        group.sort_by_key(|i| (Reverse(richness(&read[*i])), *i));
        for (place, i) in group.iter().enumerate() {
            let same =
                group[..place].iter().find(|j| !kept_for.contains_key(*j) && is_same(&read[**j], &read[*i]));
            if let Some(kept) = same {
                kept_for.insert(*i, *kept);
            }
        }
    }
    for (i, kept) in &kept_for {
        let reason = SkipReason::SameCall { kept: read[*kept].name.clone() };
        skipped.push(Skipped { file: read[*i].name.clone(), reason });
    }
    let numbered = read.into_iter().enumerate();
    numbered.filter(|(i, _)| !kept_for.contains_key(i)).map(|(_, file)| file).collect()
}

fn is_same(kept: &Read, other: &Read) -> bool {
    // Two files of one name and format are two calls: folders by month, by agent.
    if kept.parsed.format == other.parsed.format {
        return false;
    }
    if base(&kept.name).eq_ignore_ascii_case(base(&other.name)) {
        return true;
    }
    let (kept, other) = (words(kept), words(other));
    let most: usize = kept.values().sum::<usize>().max(other.values().sum());
    let common: usize = kept.iter().map(|(word, n)| *n.min(other.get(word).unwrap_or(&0))).sum();
    most > 0 && common * SAME.1 >= most * SAME.0
}

/// How often each word is said.
fn words(read: &Read) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    for utterance in read.parsed.calls.iter().flat_map(|call| &call.1) {
        for token in tokenize(&utterance.text) {
            if token.surface.chars().any(char::is_alphanumeric) {
                *count.entry(token.surface.to_lowercase()).or_default() += 1;
            }
        }
    }
    count
}
