//! Monologues with timed words: transcription editors (`terms`) and Rev AI (`elements`).
//!
//! `{"schemaVersion": "2.0", "monologues": [{"speaker": {"id", "name"}, "start", "end", "terms": [{"start", "end",
//! "text", "type": "WORD" | "PUNCTUATION"}]}]}`, as in the `SimSAMU` corpus; and Rev AI's transcript object,
//! `{"monologues": [{"speaker": 0, "elements": [{"type": "text" | "punct", "value", "ts", "end_ts"}]}]}`
//! (docs.rev.ai, “Get Transcript By Id”), where the spaces are elements too.

use serde_json::Value;

use super::super::{TranscriptError, Utterance};
use super::json::{Object, Place};
use super::spoken::{Line, time};

pub(super) fn parse(root: &Object, file: &str) -> Result<Vec<Utterance>, TranscriptError> {
    let top = Place { file, list: "monologues", element: 0 };
    let mut said = Vec::new();
    for (place, value) in Place::each(file, "monologues", top.items(root, "monologues")?) {
        let monologue = place.object(value)?;
        let times = (place.seconds(monologue, "start")?, place.seconds(monologue, "end")?);
        let times = place.ordered(times, ("start", "end"), monologue)?;
        let mut line = Line::default();
        for term in place.items(monologue, "terms")? {
            let term = place.object(term)?;
            let Some(text) = place.text(term, "text")? else { continue };
            match place.text(term, "type")? {
                Some("PUNCTUATION") => line.mark(text),
                _ => line.word(text, time(place.seconds(term, "start")?, place.seconds(term, "end")?)),
            }
        }
        for element in place.items(monologue, "elements")? {
            let element = place.object(element)?;
            let Some(text) = place.text(element, "value")? else { continue };
            let time = time(place.seconds(element, "ts")?, place.seconds(element, "end_ts")?);
            line.verbatim(text, time.filter(|_| element.get("type") != Some(&Value::from("punct"))));
        }
        said.extend(line.utterance(speaker(place, monologue)?, times, place.element));
    }
    Ok(said)
}

/// The name that people gave the speaker, else what numbers it.
fn speaker(place: Place<'_>, monologue: &Object) -> Result<Option<String>, TranscriptError> {
    let Some(Value::Object(speaker)) = monologue.get("speaker") else {
        return place.label(monologue, "speaker", "speaker");
    };
    Ok(place.label(speaker, "name", "speaker")?.or(place.label(speaker, "id", "speaker")?))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::super::parse;
    use crate::text::tokenize;
    use crate::transcript::Utterance;

    fn read(path: &Path) -> Vec<Utterance> {
        parse(&std::fs::read(path).unwrap(), &path.to_string_lossy()).unwrap().calls.remove(0).1
    }

    /// Tokens in lower case; marks of punctuation are none.
    fn words(said: &[Utterance]) -> Vec<String> {
        let tokens = said.iter().flat_map(|utterance| tokenize(&utterance.text));
        tokens.map(|token| token.surface.to_lowercase()).collect()
    }

    /// 35 calls, where they are beside the project (`../shared`): the words of the JSON are those of the SRT, in
    /// the same order. Six calls have monologues of one empty word, which the SRT writes `<NA>`: nobody says that.
    #[test]
    #[expect(clippy::print_stderr, reason = "a skipped test says so")]
    fn calls_to_an_emergency_service_have_the_words_of_their_subtitles() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/simsamu");
        let Ok(files) = std::fs::read_dir(&folder) else {
            eprintln!("skipped: simsamu is not beside the project");
            return;
        };
        let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
        paths.sort();
        let (mut monologues, mut utterances, mut tokens, mut timed) = (0, 0, 0, 0);
        let mut unsaid = Vec::new();
        for path in &paths {
            let (json, subtitles) = (read(path), read(&path.with_extension("srt")));
            assert_eq!(words(&json), words(&subtitles), "{}", path.display());
            assert!(json.iter().all(|said| said.speaker.is_some() && !said.words.is_empty()));
            let cues = std::fs::read_to_string(path.with_extension("srt")).unwrap();
            let silent = cues.lines().filter(|line| line.trim() == "<NA>").count();
            let here = cues.lines().filter(|line| line.contains("-->")).count();
            assert_eq!(here - silent, json.len(), "{}", path.display());
            if silent > 0 {
                unsaid.push((path.file_stem().unwrap().to_str().unwrap().to_owned(), silent));
            }
            monologues += here;
            utterances += json.len();
            tokens += words(&json).len();
            timed += json.iter().map(|said| said.words.len()).sum::<usize>();
        }
        assert_eq!((paths.len(), monologues, utterances, tokens, timed), (35, 1687, 1679, 20_648, 19_294));
        let expected = [
            ("dj_2022_arme_2", 1),
            ("dj_2022_coup_enfant", 1),
            ("dj_2022_douleur_thoracique", 1),
            ("dj_2022_grand_mere_battue", 2),
            ("dj_2022_voisin_covid", 1),
            ("dj_mai_malaise_stef", 2),
        ];
        let expected = expected.map(|(name, silent)| (name.to_owned(), silent));
        assert_eq!(unsaid, expected);
    }
}
