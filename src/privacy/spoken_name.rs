//! People named in speech, where nothing is written with a capital: “mon nom c'est martin”, “sophie à l'appareil”,
//! a name spelled letter by letter, an address said with its “arobase”.

use std::collections::BTreeSet;
use std::ops::Range;

use super::address::is_town;
use super::cue::{Cue, Known, PARTICLES, PLACES, is_brand, is_no_name, known};
use super::spoken::Tokens;
use super::spoken_number::numerals;
use crate::text::is_french;

/// Fewest letters in a row that spell a name; an abbreviation may be as long, and is then masked too.
const SPELLED: usize = 4;

/// What people say that no lexicon holds and that is no name.
pub(super) const INTERJECTIONS: &[&str] = &[
    "aie", "allo", "bah", "beh", "ben", "bof", "bon", "euh", "hein", "heu", "hum", "mhm", "okay", "ouais",
    "ouf", "pfff", "voila", "wifi", "box",
];

/// Tokens of names: first names that are nothing else, with the family name behind them, and what a presentation or
/// a title names.
pub(super) fn names(tokens: &Tokens) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match name_at(tokens, i) {
            Some(end) => {
                found.push(i..end);
                i = end;
            }
            None => i += 1,
        }
    }
    found
}

/// Where the name ends that begins with a token.
fn name_at(tokens: &Tokens, i: usize) -> Option<usize> {
    let word = tokens.word(i);
    if let Some(end) = led(tokens, i) {
        return Some(end);
    }
    if is_nobody(word) || in_a_place(tokens, i) {
        return None;
    }
    let first = known(word) == Some(Known::First) && !is_verb(tokens, i);
    let may = first || known(word).is_some() || is_unknown(tokens, i) || titled(tokens, i);
    let end = whole(tokens, i);
    let full = end > i + 1 && known(word).is_some();
    let named =
        first || full && introduced(tokens, i) || may && (presented(tokens, i) || at_the_phone(tokens, end));
    let pair = full && !tokens.word(i + 1).is_empty() && is_unknown(tokens, i + 1);
    (named || pair).then_some(end)
}

/// `madame le goff`: a title, particles and a word that is none.
fn led(tokens: &Tokens, i: usize) -> Option<usize> {
    let particles = (i..tokens.len().min(i + 3))
        .take_while(|at| near(tokens, *at) && PARTICLES.contains(&tokens.word(*at)));
    let end = i + particles.count();
    let named = end > i && titled(tokens, i) && near(tokens, end) && is_unknown(tokens, end);
    named.then_some(end + 1)
}

fn titled(tokens: &Tokens, i: usize) -> bool {
    i > 0 && near(tokens, i) && Cue::of(tokens.word(i - 1)) == Some(Cue::Title)
}

/// The token behind a first name and the family name that follows it.
fn whole(tokens: &Tokens, i: usize) -> usize {
    let mut next = i + 1;
    while next < tokens.len().min(i + 4)
        && near(tokens, next)
        && PARTICLES.contains(&tokens.word(next))
        && next > i
    {
        next += 1;
    }
    let family = next < tokens.len()
        && near(tokens, next)
        && !is_nobody(tokens.word(next))
        && (is_unknown(tokens, next)
            || matches!(known(tokens.word(next)), Some(Known::Family | Known::First)));
    // Particles belong to a family name that nothing else explains: `marie de lyon` is in Lyon.
    let led = next == i + 1 || is_unknown(tokens, next.min(tokens.len() - 1));
    if family && led { next + 1 } else { i + 1 }
}

/// `mon nom c'est`, `nom de famille est`, `je m'appelle`, `au nom de`, `moi c'est`.
fn presented(tokens: &Tokens, i: usize) -> bool {
    let mut at = i;
    let mut back = |words: &[&str]| {
        let before =
            at.checked_sub(1).filter(|before| words.contains(&tokens.word(*before)) && near(tokens, at));
        at = before.unwrap_or(at);
        before.is_some()
    };
    let is = back(&["est", "etait"]);
    if is {
        back(&["c"]);
    }
    if back(&["famille", "fille"]) {
        back(&["jeune"]);
        back(&["de"]);
    } else if !is && back(&["de"]) {
        return back(&["nom"]) && back(&["au"]);
    }
    if is && back(&["moi"]) {
        return true;
    }
    if back(&["nom", "prenom"]) {
        return is;
    }
    back(&["appelle", "appelez", "appelait", "nomme"]) && back(&["m", "s", "vous", "me", "se"])
}

/// `c'est jean petit`, `je suis claire moreau`: a whole name behind what introduces somebody.
fn introduced(tokens: &Tokens, i: usize) -> bool {
    i > 0 && near(tokens, i) && matches!(tokens.word(i - 1), "est" | "suis" | "avec" | "a" | "par" | "de")
}

/// `sophie à l'appareil`, `martin à votre écoute`.
fn at_the_phone(tokens: &Tokens, end: usize) -> bool {
    let said: Vec<&str> = (end..tokens.len().min(end + 3)).map(|i| tokens.word(i)).collect();
    // `service client ambrelune, [NOM] à votre écoute`: who listens is masked already, and is not the company.
    near(tokens, end)
        && matches!(
            said[..],
            ["a", "l", "appareil"] | ["a", "votre", "ecoute" | "service"] | ["au", "telephone", ..]
        )
}

/// Tokens of names spelled letter by letter, as `d u p o n t` or `d comme daniel`.
pub(super) fn spelled(tokens: &Tokens) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let (end, letters) = letters(tokens, i);
        let announced = (i.saturating_sub(5)..i)
            .any(|at| tokens.word(at).starts_with("epel") || matches!(tokens.word(at), "ecrit" | "lettres"));
        // `y a y a` is no name.
        let consonants = (i..end).filter(|at| !matches!(tokens.word(*at), "a" | "y" | "o")).count();
        if consonants >= 2 && (letters >= SPELLED || (announced && letters >= 2)) {
            let name: String = (i..end).map(|at| tokens.word(at)).filter(|word| word.len() == 1).collect();
            found.push(i..end);
            // `dupont d u p o n t`, `lefèvre avec un v l e f e v r e`
            let is_said = |at: &usize| tokens.word(*at).len() >= SPELLED && name.ends_with(tokens.word(*at));
            found.extend((0..tokens.len()).filter(is_said).map(|at| at..at + 1));
            i = end;
        } else {
            i += 1;
        }
    }
    found
}

/// Where the letters end that are spelled from a token, and how many there are.
fn letters(tokens: &Tokens, i: usize) -> (usize, usize) {
    let (mut at, mut count) = (i, 0);
    let letter = |at: usize| {
        // `à` is a word, and so is what an apostrophe shortens.
        at < tokens.len()
            && tokens.span(&(at..at + 1)).len() == 1
            && tokens.word(at).bytes().all(|byte| byte.is_ascii_lowercase())
            && !tokens.after(at).starts_with(['\'', '’'])
    };
    loop {
        let twice = count > 0 && at < tokens.len() && tokens.word(at) == "deux" && letter(at + 1);
        let letter_at = at + usize::from(twice);
        if !letter(letter_at) || (count > 0 && !(dictated(tokens, at) && dictated(tokens, letter_at))) {
            break;
        }
        at = letter_at + 1;
        count += 1 + usize::from(twice);
        // `d comme daniel`
        if at + 1 < tokens.len() && tokens.word(at) == "comme" && near(tokens, at) && near(tokens, at + 1) {
            at += 2;
            count += 1;
        }
    }
    (at, count)
}

/// Tokens of e-mail addresses said aloud: `dupont arobase exemple point fr`.
pub(super) fn mails(tokens: &Tokens) -> Vec<Range<usize>> {
    const JOINS: &[&str] = &["point", "tiret", "underscore", "dot", "bas"];
    let mut found = Vec::new();
    let signs: Vec<usize> =
        (0..tokens.len()).filter(|i| matches!(tokens.word(*i), "arobase" | "arobas" | "arrobase")).collect();
    if signs.is_empty() {
        return found;
    }
    let numbers: BTreeSet<usize> = numerals(tokens).into_iter().flat_map(|numeral| numeral.tokens).collect();
    for at in signs {
        let joined = |i: usize| i < tokens.len() && JOINS.contains(&tokens.word(i));
        let mut from = at;
        // The word before, then what is joined to it, letters and numbers, and the names before.
        while from > 0 && dictated(tokens, from) && at - from < 24 {
            let word = tokens.word(from - 1);
            let alone = word.len() == 1 || word.bytes().all(|byte| byte.is_ascii_digit());
            let number = numbers.contains(&(from - 1));
            let name = known(word).is_some() || is_unknown(tokens, from - 1);
            let after = from < at && joined(from);
            if from == at || alone || number || joined(from - 1) || after || (name && !is_nobody(word)) {
                from -= 1;
            } else {
                break;
            }
        }
        let mut to = at + 1;
        let point = (to..tokens.len().min(to + 4)).find(|i| tokens.word(*i) == "point" && near(tokens, *i));
        if let Some(point) = point.filter(|_| dictated(tokens, to)) {
            to = point;
            while joined(to) && to + 1 < tokens.len() && dictated(tokens, to) && dictated(tokens, to + 1) {
                to += 2;
            }
        } else if to < tokens.len() && dictated(tokens, to) {
            to += 1;
        }
        if from < at || to > at + 1 {
            found.push(from..to);
        }
    }
    found
}

/// Tokens of the words that are known to name somebody of the call.
pub(super) fn given(tokens: &Tokens, names: &[String]) -> Vec<Range<usize>> {
    const UNNAMED: &[&str] = &[
        "appelant",
        "appelante",
        "caller",
        "customer",
        "inconnu",
        "interlocuteur",
        "locuteur",
        "medecin",
        "operateur",
        "patient",
        "patiente",
        "speaker",
        "spk",
        "svi",
        "robot",
        "systeme",
        "teleconseiller",
        "unknown",
        "voix",
        "channel",
        "canal",
    ];
    let words: Vec<String> = names
        .iter()
        .flat_map(|name| Tokens::of(name).into_words())
        .filter(|word| word.len() > 1 && !is_nobody(word) && !PARTICLES.contains(&word.as_str()))
        .filter(|word| !UNNAMED.contains(&word.as_str()) && !word.bytes().any(|byte| byte.is_ascii_digit()))
        .collect();
    (0..tokens.len()).filter(|i| words.iter().any(|word| word == tokens.word(*i))).map(|i| i..i + 1).collect()
}

/// A word that names nobody where a name could stand.
fn is_nobody(word: &str) -> bool {
    is_no_name(word) || Cue::of(word).is_some() || is_brand(word) || INTERJECTIONS.contains(&word)
}

/// No French word, no town: long enough for a name.
fn is_unknown(tokens: &Tokens, i: usize) -> bool {
    let word = tokens.word(i);
    word.len() >= 4
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !is_nobody(word)
        && !is_town(word)
        && !is_french(&tokens.written(i).to_lowercase())
        && !is_french(word)
}

/// `péter` is no Peter.
fn is_verb(tokens: &Tokens, i: usize) -> bool {
    let written = tokens.written(i);
    !written.is_ascii() && written.starts_with(char::is_lowercase) && is_french(written)
}

fn in_a_place(tokens: &Tokens, i: usize) -> bool {
    i > 0 && PLACES.contains(&tokens.word(i - 1)) && matches!(tokens.gap(i), " " | "-" | "'" | "’" | "\u{a0}")
}

/// Whether a token is in the same breath as the one before.
fn near(tokens: &Tokens, i: usize) -> bool {
    i > 0 && i < tokens.len() && matches!(tokens.gap(i), " " | "'" | "’" | "-" | "\u{a0}")
}

/// Whether a token goes on what is dictated: a comma, a point or a dash may stand before it.
fn dictated(tokens: &Tokens, i: usize) -> bool {
    i > 0 && i < tokens.len() && {
        let gap = tokens.gap(i);
        (1..=3).contains(&gap.chars().count())
            && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '-' | ',' | '.' | '…'))
    }
}
