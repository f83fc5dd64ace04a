//! Degree: how much of a word a sentence means, from the words that measure it.
//!
//! A measure stands before its adjective or noun (“très clair”, “peu de choix”) or after its verb (“j'apprécie
//! beaucoup l'accueil”).

use super::negation::Mark;
use super::role::Role;
use super::sentence::Gap;

/// The furthest that degrees add up to, on either side.
const MOST: i8 = 2;

/// Fills `degree` of the words of a sentence.
pub(super) fn mark(words: &mut [Mark]) {
    let (mut pending, mut i) = (0, 0);
    while i < words.len() {
        if pending == 0 {
            let Some(n) = words[i..].iter().position(|word| word.role.is_degree()) else { return };
            i += n;
        }
        let step = step(words, i);
        if step == 0 {
            if is_measurable(words[i].role) {
                words[i].degree = pending;
                pending = 0;
            } else if words[i].role != Role::Plus && ends(words[i].role) {
                pending = 0;
            }
        } else if goes_forward(words, i) {
            // “très peu” is less than “peu”, not more.
            let small = step == -MOST || pending == -MOST;
            pending = if small { -MOST } else { (pending + step).clamp(-MOST, MOST) };
        } else {
            if let Some(verb) = measured_before(words, i) {
                words[verb].degree = (words[verb].degree + step).clamp(-MOST, MOST);
            }
            pending = 0;
        }
        if words[i].gap > Gap::None {
            pending = 0;
        }
        i += 1;
    }
}

/// What the word at `i` adds to the degree of another: 0 unless it measures.
fn step(words: &[Mark], i: usize) -> i8 {
    let before = |n: usize| i.checked_sub(n).map(|j| &words[j]).filter(|word| word.gap == Gap::None);
    let is = |n, role| before(n).is_some_and(|word: &Mark| word.role == role);
    match words[i].role {
        Role::Extreme => 2,
        Role::Weak => -1,
        Role::Great if !goes_forward(words, i) => 0,
        Role::Strong | Role::Great => 1,
        // “un peu”, “un petit peu”.
        Role::Little if is(1, Role::Article) || is(1, Role::Small) => -1,
        // “au moins”, “à moins que”, “plus ou moins” measure nothing.
        Role::Less if [Role::Au, Role::Du, Role::To, Role::Or, Role::De].iter().any(|role| is(1, *role)) => 0,
        Role::Little | Role::Less => -MOST,
        Role::Lack => {
            let object = words[i].gap == Gap::None
                && words.get(i + 1).is_some_and(|next| {
                    matches!(next.role, Role::De | Role::Du | Role::Article | Role::Determiner)
                });
            if object && !words[i].negated { -MOST } else { 0 }
        }
        Role::Barely if is(1, Role::To) => -MOST,
        _ => 0,
    }
}

/// Whether the measure at `i` is that of the word after it.
fn goes_forward(words: &[Mark], i: usize) -> bool {
    if words[i].role == Role::Lack {
        return true;
    }
    let Some(next) = words.get(i + 1).filter(|_| words[i].gap == Gap::None) else { return false };
    match next.role {
        Role::De | Role::Plus | Role::Auxiliary | Role::Other => true,
        Role::Place => measured_before(words, i).is_none(),
        role => is_measurable(role),
    }
}

/// The verb that the measure at `i` stands right after.
fn measured_before(words: &[Mark], i: usize) -> Option<usize> {
    let before = words[..i].iter().rposition(|word| word.gap > Gap::None || !word.role.is_degree())?;
    let verb = &words[before];
    (verb.gap == Gap::None && verb.role.is_content() && !verb.role.is_degree()).then_some(before)
}

/// Whether a word has a degree; `nul` is a judgement here (“vraiment nul”).
fn is_measurable(role: Role) -> bool {
    role.is_content() || role == Role::Nul
}

/// Whether a word ends the search for what is measured.
fn ends(role: Role) -> bool {
    role.is_negator()
        || matches!(
            role,
            Role::And
                | Role::Or
                | Role::Que
                | Role::Relative
                | Role::Clause
                | Role::If
                | Role::Then
                | Role::Subject
                | Role::Number
                | Role::Preposition
        )
}

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::negation::tests::read;
    use super::super::token::normal;

    const CASES: &str = include_str!("../../tests/text/degree.tsv");

    #[test]
    fn nineteen_annotated_sentences_in_twenty_are_measured_right() {
        let (mut wrong, mut right, mut n) = (Vec::new(), 0, 0);
        for case in CASES.lines().filter(|line| !line.starts_with('#')) {
            let (sentence, expected) = case.split_once('\t').unwrap();
            let words: Vec<_> = read(Language::French, sentence)
                .into_iter()
                .filter(|(_, mark)| mark.degree != 0)
                .map(|(token, mark)| format!("{}:{}", normal(token.surface), mark.degree))
                .collect();
            let found = if words.is_empty() { "-".to_owned() } else { words.join(" ") };
            n += 1;
            if found == expected {
                right += 1;
            } else {
                wrong.push(format!("{sentence}\n  expected {expected}\n  found    {found}"));
            }
        }
        assert!(n >= 50 && right * 20 >= n * 19, "{right} of {n}\n{}", wrong.join("\n"));
    }
}
