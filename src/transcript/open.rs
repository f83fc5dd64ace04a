//! From paths to calls: files read, doubles set aside, voices of a `.rttm` joined, each call with an id of its own.

mod choice;
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

pub use self::files::MARKER;
use self::files::{Files, Found};
use super::format::{self, Parsed, ending};
use super::{Call, Format, TranscriptError, Utterance};
use crate::Lang;
use crate::read::InputFile;

/// Endings of recordings.
const AUDIO: &str = "wav mp3 m4a aac ogg oga opus flac wma amr aiff aif gsm au mp4 mov avi mkv webm";
/// Endings of other files that hold no transcript that is read.
const OTHER: &str = "xlsx xls xlsm xlsb ods docx doc odt pdf pptx ppt odp rtf png jpg jpeg gif svg ico tif tiff webp \
                     md html htm css js py ipynb r toml yaml yml ini log parquet sav dta db sqlite gz 7z rar tar exe \
                     dll bin jsonl";

/// Calls, and what became of the other files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Corpus {
    /// In the order of their files' names; no two have the same id.
    pub calls: Vec<Call>,
    /// Why files that should be transcripts could not be read.
    pub errors: Vec<TranscriptError>,
    /// Files of folders and archives that were passed over, in the order of their names.
    pub skipped: Vec<Skipped>,
    /// How many files were read of each format.
    pub formats: BTreeMap<Format, u64>,
    /// The files that were read, with their fingerprints, in the order of their names.
    pub files: Vec<InputFile>,
    /// Where they are, but for those in archives.
    pub paths: Vec<PathBuf>,
}

/// A file that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The file.
    pub file: String,
    /// Why.
    pub reason: SkipReason,
}

/// Why a file was passed over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SkipReason {
    /// A recording.
    Audio,
    /// Another kind of file, by its ending.
    OtherKind,
    /// A table without columns of turns: it may hold what is known of the calls.
    Table,
    /// Nothing in it is a transcript.
    NoTranscript,
    /// An archive in an archive.
    Nested,
    /// It holds a call that another file tells more of.
    SameCall {
        /// The file that is read instead.
        kept: String,
    },
    /// A `.rttm` of which the call is not there, or tells its speakers.
    NoPartner,
}

impl SkipReason {
    /// What the name of a file that no transcript has says.
    fn of_name(name: &str) -> Option<Self> {
        let ending = ending(name);
        let listed = |list: &str| list.split_whitespace().any(|other| other == ending);
        if listed(AUDIO) {
            Some(Self::Audio)
        } else if listed(OTHER) {
            Some(Self::OtherKind)
        } else {
            None
        }
    }

    /// The reason in words.
    ///
    /// ```
    /// use barometre::{Lang, transcript::SkipReason};
    /// let reason = SkipReason::SameCall { kept: "42.json".into() };
    /// assert_eq!(reason.message(Lang::En), "same call as 42.json, which tells more");
    /// ```
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::Audio => pick!(lang, calls::audio_or_video_recording),
            Self::OtherKind => pick!(lang, calls::another_kind_of_file),
            Self::Table => pick!(lang, calls::table_without_turns),
            Self::NoTranscript => pick!(lang, calls::no_transcript),
            Self::Nested => pick!(lang, calls::archive_in_an_archive),
            Self::SameCall { kept } => {
                let text = pick!(lang, calls::same_call_as_which_tells_more(kept));
                return lang.typeset(text);
            }
            Self::NoPartner => pick!(lang, calls::no_call_of_the_same_name_lacks_the),
        };
        lang.typeset(text.to_owned())
    }
}

/// A transcript that was read.
#[derive(Debug)]
struct Read {
    name: String,
    parsed: Parsed,
}

/// What became of a file.
enum Outcome {
    Read(Parsed),
    Voices(Vec<format::Segment>),
    Skipped(SkipReason),
    Failed(TranscriptError),
}

/// Reads the calls of files, folders (with those inside), zip archives and patterns, on `threads` threads: the result
/// does not depend on how many.
///
/// A file that cannot be read goes to [`Corpus::errors`] and the others go on. In folders and archives, files that
/// are no transcripts go to [`Corpus::skipped`]; named by themselves, they are errors. Where one folder has the same
/// call in several formats (`42.json`, `42.srt`), the one that tells most is kept. A `.rttm` gives its speakers to
/// the call of the same name.
///
/// # Errors
/// No call at all: the error of the file when one alone was named, else [`TranscriptError::NoCall`].
pub fn open(paths: &[PathBuf], threads: usize) -> Result<Corpus, TranscriptError> {
    let files = Files::of(paths);
    let outcomes = read_all(&files.found, threads);
    let Files { found, errors, skipped, .. } = files;
    let paths_found = found.iter().filter_map(|file| match &file.source {
        files::Source::Path(path) => Some(path.clone()),
        files::Source::Bytes(_) => None,
    });
    let mut corpus = Corpus { errors, skipped, paths: paths_found.collect(), ..Corpus::default() };
    let (mut read, mut voices) = (Vec::new(), Vec::new());
    let mut fingerprints: BTreeMap<String, InputFile> = BTreeMap::new();
    for (file, (outcome, fingerprint)) in found.into_iter().zip(outcomes) {
        fingerprints.extend(fingerprint.map(|print| (file.name.clone(), print)));
        match outcome {
            Outcome::Read(parsed) => read.push(Read { name: file.name, parsed }),
            Outcome::Voices(segments) => voices.push((file.name, segments)),
            Outcome::Skipped(reason) => corpus.skipped.push(Skipped { file: file.name, reason }),
            Outcome::Failed(error) => corpus.errors.push(error),
        }
    }
    let mut read = choice::richest(read, &mut corpus.skipped);
    for (name, segments) in voices {
        if give_voices(&mut read, &name, &segments) {
            corpus.files.extend(fingerprints.remove(&name));
        } else {
            corpus.skipped.push(Skipped { file: name, reason: SkipReason::NoPartner });
        }
    }
    corpus.skipped.sort();
    corpus.errors.sort_by(|a, b| a.file().cmp(b.file()));
    for file in &read {
        *corpus.formats.entry(file.parsed.format).or_default() += 1;
        corpus.files.extend(fingerprints.remove(&file.name));
    }
    corpus.files.sort_by(|a, b| a.name.cmp(&b.name));
    corpus.calls = calls(read);
    if corpus.calls.is_empty() { Err(none(paths, &mut corpus)) } else { Ok(corpus) }
}

fn none(paths: &[PathBuf], corpus: &mut Corpus) -> TranscriptError {
    let skipped = corpus.skipped.len() as u64;
    if paths.len() == 1 && corpus.errors.len() == 1 && skipped == 0 {
        return corpus.errors.remove(0);
    }
    let paths = paths.iter().map(|path| path.display().to_string()).collect();
    let first = (!corpus.errors.is_empty()).then(|| Box::new(corpus.errors.remove(0)));
    TranscriptError::NoCall { paths, skipped, first }
}

fn read_all(files: &[Found], threads: usize) -> Vec<(Outcome, Option<InputFile>)> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(at) else { return done };
            done.push((at, read_one(file)));
        }
    };
    let mut outcomes: Vec<(usize, (Outcome, Option<InputFile>))> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.clamp(1, files.len().max(1))).map(|_| scope.spawn(work)).collect();
        let own = work();
        // A file that was lost would shift what is known of the others.
        let join = |other: std::thread::ScopedJoinHandle<'_, _>| match other.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        let joined: Vec<Vec<_>> = others.into_iter().map(join).collect();
        own.into_iter().chain(joined.into_iter().flatten()).collect()
    });
    outcomes.sort_by_key(|outcome| outcome.0);
    outcomes.into_iter().map(|outcome| outcome.1).collect()
}

/// What becomes of a file, and its fingerprint where its bytes could be read.
fn read_one(file: &Found) -> (Outcome, Option<InputFile>) {
    match files::bytes(file) {
        Ok(bytes) => {
            let mut print = InputFile::of_bytes(Path::new(&file.name), &bytes);
            print.name.clone_from(&file.name);
            (understood(file, &bytes), Some(print))
        }
        Err(TranscriptError::TooLarge { .. }) if !file.named && !format::says_transcript(&file.name) => {
            (Outcome::Skipped(SkipReason::NoTranscript), None)
        }
        Err(error) => (Outcome::Failed(error), None),
    }
}

fn understood(file: &Found, bytes: &[u8]) -> Outcome {
    if ending(&file.name) == "rttm" {
        let text = format::text(bytes).unwrap_or_default();
        return match format::segments(&text, &file.name) {
            Ok(segments) => Outcome::Voices(segments),
            Err(error) => Outcome::Failed(error),
        };
    }
    let named = file.named || format::says_transcript(&file.name);
    match format::parse(bytes, &file.name) {
        Ok(parsed) => Outcome::Read(parsed),
        // A JSON of something else is no broken transcript.
        Err(TranscriptError::UnknownFormat { .. }) if !file.named => {
            let table = matches!(ending(&file.name).as_str(), "csv" | "tsv");
            Outcome::Skipped(if table { SkipReason::Table } else { SkipReason::NoTranscript })
        }
        Err(TranscriptError::Empty { .. }) if !named => Outcome::Skipped(SkipReason::NoTranscript),
        Err(error) => Outcome::Failed(error),
    }
}

/// Gives the speakers of a `.rttm` to the calls of the same name that have none; whether there was one.
fn give_voices(read: &mut [Read], name: &str, segments: &[format::Segment]) -> bool {
    let mut given = false;
    for file in read.iter_mut().filter(|file| base(&file.name) == base(name)) {
        for (_, said) in &mut file.parsed.calls {
            if said.iter().all(|utterance| utterance.speaker.is_none()) {
                format::join(said, segments);
                given = true;
            }
        }
    }
    given
}

/// The name of a file without its ending, and without that of the recording before it: `42.wav.json` is 42.
pub(super) fn base(name: &str) -> &str {
    let cut = |name| match str::rfind(name, ['.', '/']) {
        Some(at) if at > 0 && name[at..].starts_with('.') && !name[..at].ends_with('/') => &name[..at],
        _ => name,
    };
    let base = cut(name);
    if AUDIO.split(' ').any(|audio| audio == ending(base)) { cut(base) } else { base }
}

/// The calls, each with an id that no other has: its own, else with the folders that it lies in, else with its ending.
fn calls(read: Vec<Read>) -> Vec<Call> {
    let mut calls: Vec<([String; 3], String, Vec<Utterance>)> = Vec::new();
    for Read { name, parsed } in read {
        let stem = base(&name).rsplit('/').next().unwrap_or(&name).to_owned();
        let several = parsed.calls.len() > 1;
        for (number, (id, said)) in (1..).zip(parsed.calls) {
            let own = id.filter(|id| !id.trim().is_empty());
            let ids = match own {
                Some(id) => {
                    let (folder, file) = (format!("{}/{id}", base(&name)), format!("{name}/{id}"));
                    [id, folder, file]
                }
                None if several => [
                    format!("{stem}/{number}"),
                    format!("{}/{number}", base(&name)),
                    format!("{name}/{number}"),
                ],
                None => [stem.clone(), base(&name).to_owned(), name.clone()],
            };
            calls.push((ids, name.clone(), said));
        }
    }
    let mut chosen: Vec<usize> = vec![0; calls.len()];
    for round in 1..3 {
        let mut count: BTreeMap<&str, u64> = BTreeMap::new();
        for (call, chosen) in calls.iter().zip(&chosen) {
            *count.entry(&call.0[*chosen]).or_default() += 1;
        }
        let longer: Vec<usize> =
            (0..calls.len()).filter(|i| count[calls[*i].0[chosen[*i]].as_str()] > 1).collect();
        for i in longer {
            chosen[i] = round;
        }
    }
    let mut taken = BTreeSet::new();
    calls
        .into_iter()
        .zip(chosen)
        .map(|((ids, name, said), chosen)| {
            let mut id = ids[chosen].clone();
            // One file that gives the same id to two calls, or an id that looks like another's path.
            let mut number = 2;
            while !taken.insert(id.clone()) {
                id = format!("{} ({number})", ids[chosen]);
                number += 1;
            }
            Call::new(&id, &name, said)
        })
        .collect()
}

#[cfg(test)]
mod tests;
