//! Word cloud of an open question: the surface of a word tells how many verbatims hold it, its colour who says it.

use super::font::{Weight, brief, drawable, ellipsis, width};
use super::place::{Area, Places};
use super::scene::Align;
use super::sheet::{Sheet, Words};
use super::style::{MARGIN, WIDTH, capitalized, counted};
use super::swatches::swatches;
use super::voices::{Voice, Voices};
use super::{ChartError, ChartKind, Figure};
use crate::keyness::{Keyness, Keyword};
use crate::lang::Lang;

/// Words drawn, at most.
const TOP: usize = 60;
/// Em size of the most frequent word, where it fits.
const LARGEST: f64 = 58.0;
/// Under this em size a word is left out: it would not be read.
const SMALLEST: f64 = 10.5;
/// Longest word, in ems.
const LONG: f64 = 16.0;
/// Space around a word.
const GAP: f64 = 4.0;
/// How much wider than high the cloud is.
const STRETCH: f64 = 1.8;
/// Height in which words look for a place; the picture takes what they need of it.
const ROOM: f64 = 1600.0;

/// A word with its place.
struct Placed {
    words: String,
    size: f64,
    voice: Voice,
    area: Area,
}

/// Draws the most frequent keywords of one open question, whose text is `question`; `tests` are those of its words
/// between low and high scores.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn cloud(
    keywords: &[&Keyword],
    tests: &[&Keyness],
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    let voices = Voices::new(tests);
    let rows = frequent(keywords);
    let placed = placed(&rows, &voices);
    let shown: Vec<&Keyword> = rows.iter().take(placed.len()).copied().collect();
    if shown.is_empty() {
        return Ok(None);
    }
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Cloud,
            id: ChartKind::Cloud.id().to_owned(),
            title: pick!(lang, chart::word_cloud).to_owned(),
            question: question.to_owned(),
            caption: caption(&shown, &voices, lang),
            note: note(&shown, &absent(shown.len(), &rows, keywords, lang), &voices, lang),
        },
        lang,
    );
    if voices.told() {
        let entries = Voice::ALL.map(|voice| {
            let name = voices.legend(voice, lang);
            (voice.ink(), if voice == Voice::Low { underlined(&name, lang) } else { capitalized(&name) })
        });
        swatches(&mut sheet, &entries.each_ref().map(|(color, name)| (*color, name.as_str())));
        sheet.y += 4.0;
    }
    let top = placed.iter().map(|word| word.area[1]).fold(f64::INFINITY, f64::min);
    let bottom = placed.iter().map(|word| word.area[3]).fold(f64::NEG_INFINITY, f64::max);
    for word in &placed {
        let [left, y, right, _] = word.area;
        let base = sheet.y + y - top + word.size * 0.76;
        let weight = weight(word.voice);
        let at = (f64::midpoint(left, right), base);
        sheet.scene.text(&word.words, at, Align::Middle, word.size, weight, word.voice.ink());
        if word.voice == Voice::Low {
            let under = base + word.size * 0.12;
            let thick = (word.size * 0.05).max(1.2);
            sheet.scene.rect((left, under), (right, under + thick), word.voice.ink());
        }
    }
    sheet.y += bottom - top;
    sheet.finish()
}

/// The most frequent first; words that only deny, judge or measure are left out where others name a subject.
pub fn frequent<'k>(keywords: &[&'k Keyword]) -> Vec<&'k Keyword> {
    let mut rows: Vec<&Keyword> =
        keywords.iter().copied().filter(|k| k.n > 0 && k.share.is_finite()).collect();
    rows.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(&b.label)));
    let topics = rows.iter().any(|k| k.topic) && rows.iter().any(|k| !k.topic);
    rows.retain(|k| k.topic || !topics);
    rows
}

/// Which of the words `found`, of all the `keywords`, are not among those shown.
pub fn absent(shown: usize, found: &[&Keyword], keywords: &[&Keyword], lang: Lang) -> String {
    let mut out = String::new();
    if shown < found.len() {
        out.push_str(&pick!(lang, chart::the_first_of_keywords(shown, lang.count(found.len() as u64))));
    }
    if found.iter().any(|k| k.topic) && keywords.iter().any(|k| !k.topic) {
        out.push_str(pick!(lang, chart::words_without_a_subject_or_a_measure_left_out));
    }
    out
}

/// What is sure stands out.
fn weight(voice: Voice) -> Weight {
    if voice == Voice::Neither { Weight::Regular } else { Weight::Bold }
}

/// The words in their places, most frequent first; those too rare to be read at that scale have none.
fn placed(rows: &[&Keyword], voices: &Voices<'_>) -> Vec<Placed> {
    let most = rows.first().map_or(1.0, |k| k.n as f64);
    let words: Vec<(String, f64, Voice)> = rows
        .iter()
        .take(TOP)
        .map(|k| {
            let voice = voices.of(k);
            let words = ellipsis(&drawable(&k.label), 1.0, weight(voice), LONG);
            // The surface of a letter grows as the square of its height.
            (words, (k.n as f64 / most).sqrt(), voice)
        })
        .collect();
    let room = WIDTH - 2.0 * MARGIN - 2.0 * GAP;
    let fits =
        words.iter().map(|(words, part, voice)| room / (part * width(words, 1.0, weight(*voice)).max(1e-3)));
    let largest = fits.fold(LARGEST, f64::min);
    let page = [MARGIN, 0.0, WIDTH - MARGIN, ROOM];
    let mut places = Places::default();
    let mut out: Vec<Placed> = Vec::new();
    for (words, part, voice) in &words {
        let size = (largest * part * 2.0).round() / 2.0;
        let wide = width(words, size, weight(*voice));
        let middle = (WIDTH / 2.0, ROOM / 2.0);
        let area = (size >= SMALLEST && !words.is_empty())
            .then(|| places.nearest(middle, (wide, size * 0.96), page, GAP, STRETCH))
            .flatten();
        // The rest is rarer still: what stands is the head of the list.
        let Some(area) = area else { break };
        places.take(area);
        out.push(Placed { words: words.clone(), size, voice: *voice, area });
    }
    out
}

/// The legend of words that are underlined.
fn underlined(name: &str, lang: Lang) -> String {
    pick!(lang, chart::underlined(name))
}

fn base(first: &Keyword) -> u64 {
    if first.share > 0.0 { (first.n as f64 / first.share).round() as u64 } else { 0 }
}

fn note(shown: &[&Keyword], absent: &str, voices: &Voices<'_>, lang: Lang) -> String {
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return String::new() };
    let (low, high, all) = (lang.count(last.n), lang.count(first.n), lang.count(base(first)));
    let who = if voices.told() { format!(" {}", voices.note(lang)) } else { String::new() };
    pick!(lang, chart::the_surface_of_the_letters_not_their_height(low, high, all, who, absent))
}

/// The most frequent words, then those of each side.
fn caption(shown: &[&Keyword], voices: &Voices<'_>, lang: Lang) -> String {
    let list = |voice: Option<Voice>| -> Option<String> {
        let of = shown.iter().filter(|k| voice.is_none_or(|voice| voices.of(k) == voice)).take(3);
        let word = |k: &&Keyword| {
            let word = lang.quote(&brief(&k.label));
            let n = || counted(k.n, pick!(lang, chart::comment), pick!(lang, chart::comments), lang);
            // Beside a side's name the number would pass for that side's.
            if voice.is_none() { format!("{word} ({})", n()) } else { word }
        };
        let said: Vec<String> = of.map(word).collect();
        (!said.is_empty()).then(|| said.join(", "))
    };
    let mut out = Vec::new();
    if let Some(all) = list(None) {
        out.push(pick!(lang, chart::the_most_frequent_words(all)));
    }
    for voice in [Voice::Low, Voice::High] {
        let among = voices.among(voice, lang);
        out.extend(list(Some(voice)).map(|words| pick!(lang, chart::words_more_frequent(among, words))));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::check::{sound, written};
    use super::super::place::apart;
    use super::super::voices::samples::{keyness, keyword};
    use super::*;
    use crate::metric::Group;
    use proptest::prelude::*;

    #[test]
    fn nothing_to_draw() {
        assert_eq!(cloud(&[], &[], "?", Lang::Fr), Ok(None));
        assert_eq!(cloud(&[&keyword("délai", 0, 0)], &[], "?", Lang::Fr), Ok(None));
    }

    #[test]
    fn words_of_both_sides() {
        let words =
            [keyword("attente", 240, 900), keyword("conseil", 60, 900), keyword("prix & <box>", 50, 900)];
        let rows: Vec<&Keyword> = words.iter().rev().collect();
        let tests = [keyness("attente", Group::Detractors, 1e-9), keyness("conseil", Group::Promoters, 1e-4)];
        let tests: Vec<&Keyness> = tests.iter().collect();
        let figure = cloud(&rows, &tests, "Pourquoi ?", Lang::Fr).unwrap().unwrap();
        sound(&figure, &["attente", "conseil", "prix & <box>"]);
        assert!(
            figure.caption.contains("Mots plus fréquents chez les détracteurs\u{a0}: «\u{a0}attente\u{a0}»."),
            "{}",
            figure.caption
        );
        assert_eq!(cloud(&rows, &tests, "Pourquoi ?", Lang::Fr).unwrap().unwrap(), figure);
        let plain = cloud(&rows[..2], &[], "Why?", Lang::En).unwrap().unwrap();
        sound(&plain, &["conseil"]);
        assert!(!plain.svg.contains("Underlined") && !plain.caption.contains("detractors"));
    }

    #[test]
    fn a_quarter_of_the_verbatims_is_half_the_height() {
        let words = [keyword("attente", 240, 900), keyword("conseil", 60, 900), keyword("box", 2, 900)];
        let rows: Vec<&Keyword> = words.iter().collect();
        let found = placed(&rows, &Voices::new(&[]));
        let sizes: Vec<f64> = found.iter().map(|word| word.size).collect();
        assert_eq!(sizes, [58.0, 29.0]);
        let figure = cloud(&rows, &[], "?", Lang::En).unwrap().unwrap();
        assert!(written(&figure).contains("The first 2 of 3 keywords."));
    }

    #[test]
    fn long_words_are_shortened() {
        let endless = "interminable ".repeat(400);
        let mut words: Vec<Keyword> =
            (0..80).map(|i| keyword(&format!("{i} {endless}"), 90 - i, 900)).collect();
        words.push(keyword("🚀", 500, 900));
        let rows: Vec<&Keyword> = words.iter().collect();
        sound(&cloud(&rows, &[], "?", Lang::En).unwrap().unwrap(), &["U+1F680"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn words_never_overlap(counts in proptest::collection::vec(1..3000u64, 1..90)) {
            let words: Vec<Keyword> =
                counts.iter().enumerate().map(|(i, n)| keyword(&format!("motif {i}"), *n, 9000)).collect();
            let refs: Vec<&Keyword> = words.iter().collect();
            let rows = frequent(&refs);
            let found = placed(&rows, &Voices::new(&[]));
            prop_assert!(!found.is_empty() && found.len() <= counts.len().min(TOP));
            for (i, word) in found.iter().enumerate() {
                prop_assert!(word.area[0] >= MARGIN && word.area[2] <= WIDTH - MARGIN);
                prop_assert!(found[..i].iter().all(|other| apart(other.area, word.area, GAP)));
            }
        }
    }
}
