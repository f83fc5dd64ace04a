//! What the figures of groups of answers say: shares of good and bad answers, in sentences.

use super::input::small_base;
use super::style::answers;
use crate::lang::Lang;
use crate::study::Kind;

/// The good and the bad answers of a kind of question, as in “38 % of …”.
pub fn good_and_bad(kind: Kind, lang: Lang) -> (&'static str, &'static str) {
    match kind {
        Kind::Nps | Kind::Enps => (pick!(lang, chart::of_promoters), pick!(lang, chart::of_detractors)),
        Kind::Csat => (pick!(lang, chart::of_satisfied_answers), pick!(lang, chart::of_dissatisfied_answers)),
        Kind::Ces => (pick!(lang, chart::of_easy_answers), pick!(lang, chart::of_difficult_answers)),
        _ => (pick!(lang, chart::of_high_ratings), pick!(lang, chart::of_low_ratings)),
    }
}

/// `32,7 % de promoteurs et 32,5 % de détracteurs`.
pub fn both(good: f64, bad: f64, kind: Kind, lang: Lang) -> String {
    let (named_good, named_bad) = good_and_bad(kind, lang);
    let (good, bad) = (lang.percent(good * 100.0, 1), lang.percent(bad * 100.0, 1));
    pick!(lang, chart::and(good, named_good, bad, named_bad))
}

/// The base, in a sentence.
pub fn base(n: u64, lang: Lang) -> String {
    pick!(lang, chart::base(answers(n, lang)))
}

/// What the shares rest on, and what a † means where there is one.
pub fn shares_note(fragile: bool, lang: Lang) -> String {
    let shares = pick!(lang, chart::shares_in_of_valid_answers_n);
    if !fragile {
        return shares.to_owned();
    }
    format!("{shares} {}", small_base(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told() {
        assert_eq!(
            both(0.327, 0.325, Kind::Nps, Lang::Fr),
            "32,7\u{a0}% de promoteurs et 32,5\u{a0}% de détracteurs"
        );
        assert_eq!(both(0.6, 0.2, Kind::Ces, Lang::En), "60.0% easy answers and 20.0% difficult answers");
        assert!(shares_note(true, Lang::Fr).contains('†') && !shares_note(false, Lang::En).contains('†'));
        assert_eq!(base(1, Lang::En), "Base: 1\u{a0}answer.");
    }
}
