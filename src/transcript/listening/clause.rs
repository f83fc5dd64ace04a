//! Where in its sentence a saying stands: what answers, what asks.

use std::ops::Range;

use crate::text::{Analyzer, Gap, Reading};

/// Words before an answer, at most.
const BEFORE: usize = 6;

/// Words that may stand before what answers, or before a question.
const INTERJECTIONS: &str = "\
    accord ah alors après absolument ben bah bien bon bonjour coup d' donc du écoutez effectivement eh entendu et exactement \
    hein hé là madame mademoiselle mais merci monsieur non oh ok okay ouais oui parfait puis sinon super sûr très \
    voilà \
    absolutely and certainly course fine great hello hi i madam ma'am now of oh right see sir so sure thanks \
    that then well yeah yes you";

/// Words before an interrogative that ends its question, at least.
const SAID: usize = 3;

/// Words before “qu'est-ce que” that may lead to it.
const LEADING: usize = 4;

/// Words that begin a question which cannot be answered by yes or no; other rules of an open question are requests.
const INTERROGATIVES: &str = "\
    comment pourquoi qu' que quel quelle quelles quels quoi how what which why";

/// Prepositions before an interrogative: “de quelle façon”, “pour quelle raison”.
const PREPOSITIONS: &str = "à avec dans de depuis en par pour selon sur for from in on with";

/// What makes of an interrogative at the end a question that yes or no answers: “vous savez comment ?”.
const KNOWING: &str = "\
    chercher cherche comprendre comprends comprenez demande demander dire dis dit dites -ce explique expliquer \
    expliquez expliqué regarde regarder sais sait savent savez savoir trouver vérifie vérifier voici voilà voir vois \
    voyez can could did do does know say see tell understand";

fn among(list: &str, normal: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == normal)
}

/// Numbers of the first and of the last word of a span.
fn words(reading: &Reading, span: &Range<usize>) -> Option<(usize, usize)> {
    let first = reading.words.partition_point(|word| word.end <= span.start);
    let after = reading.words.partition_point(|word| word.start < span.end);
    (first < after).then(|| (first, after - 1))
}

/// The number of the sentence that a span begins in.
pub(super) fn sentence(reading: &Reading, span: &Range<usize>) -> usize {
    let first = reading.words.partition_point(|word| word.end <= span.start);
    reading.marks.iter().take(first).filter(|mark| mark.gap == Gap::Sentence).count()
}

/// What a sentence ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// A question mark.
    Asked,
    /// A full stop, an exclamation mark.
    Told,
    /// Nothing: speech as many engines write it.
    Open,
}

/// The last word of the sentence of a word, and what follows it.
fn end(text: &str, reading: &Reading, at: usize) -> (usize, End) {
    let parted = reading.marks.iter().skip(at).position(|mark| mark.gap == Gap::Sentence);
    let last = parted.map_or(reading.words.len() - 1, |n| at + n);
    let next = reading.words.get(last + 1).map_or(text.len(), |word| word.start);
    let signs = text.get(reading.words[last].end..next).unwrap_or_default();
    let end = match signs.find(['?', '.', '!', '…']) {
        Some(at) if signs[at..].contains('?') => End::Asked,
        Some(_) => End::Told,
        None => End::Open,
    };
    (last, end)
}

/// Whether a span stands at the beginning of a turn, interjections aside, and asks nothing.
pub(super) fn answers(text: &str, reading: &Reading, analyzer: &Analyzer, span: &Range<usize>) -> bool {
    let Some((first, last)) = words(reading, span) else { return false };
    let before = &reading.words[..first];
    first <= BEFORE
        && before.iter().all(|word| among(INTERJECTIONS, analyzer.normal(word.form)))
        // “d'accord ?” wants an answer itself.
        && !text.get(reading.words[last].end..).unwrap_or_default().trim_start().starts_with('?')
}

/// Interrogatives that alone only ask to say it again: “comment ?”.
const PARDON: &str = "comment quoi what";

/// Whether a span is an open question, or a request to tell more.
pub(super) fn asks(text: &str, reading: &Reading, analyzer: &Analyzer, span: &Range<usize>) -> bool {
    let Some((first, last)) = words(reading, span) else { return false };
    let normal = |at: usize| analyzer.normal(reading.words[at].form);
    if !among(INTERROGATIVES, normal(first)) {
        return !reading.marks[first..=last].iter().any(|mark| mark.negated);
    }
    let (end_word, end) = end(text, reading, first);
    if end == End::Told {
        return false;
    }
    let mut from = first;
    while from > 0 && reading.marks[from - 1].gap == Gap::None && among(PREPOSITIONS, normal(from - 1)) {
        from -= 1;
    }
    let mut clause = from;
    while clause > 0 && reading.marks[clause - 1].gap == Gap::None {
        clause -= 1;
    }
    if (clause..from).all(|at| among(INTERJECTIONS, normal(at))) {
        return end_word > first || !among(PARDON, normal(first));
    }
    // Without a sign in the whole turn, “qu'est-ce que” after other words begins a question, unless they lead to it:
    // “je vais voir qu'est-ce qui bloque”.
    let direct = last > first + 1 && normal(first) == "qu'";
    if end == End::Open
        && direct
        && !(first.saturating_sub(LEADING)..first).any(|at| among(KNOWING, normal(at)))
    {
        return true;
    }
    // “ça s'est passé comment ?”, but “venir comment ?” asks to say it again.
    let told = clause..first;
    let plain = |at: usize| !among(KNOWING, normal(at)) && !among(INTERROGATIVES, normal(at));
    end == End::Asked && last == end_word && told.len() >= SAID && told.into_iter().all(plain)
}
