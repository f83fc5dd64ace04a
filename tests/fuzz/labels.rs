//! Scales in words: any set of labels is a scale whose values lie on it, or none.

use std::collections::BTreeMap;

use barometre::study::{numbered, worded};

use crate::dice::{Dice, made_of};

const PIECES: [&str; 60] = [
    "très ",
    "plutôt ",
    "pas ",
    "du tout ",
    "assez ",
    "moyennement ",
    "un peu ",
    "peu ",
    "tout à fait ",
    "ni ",
    "satisfait",
    "satisfait(e)",
    "satisfaisant",
    "insatisfait",
    "mécontent",
    "content",
    "d'accord",
    "en désaccord",
    "facile",
    "difficile",
    "oui",
    "non",
    "probablement",
    "certainement",
    "sûrement pas",
    "jamais",
    "souvent",
    "parfois",
    "bon",
    "mauvais",
    "excellent",
    "neutre",
    "moyen",
    "important",
    "sans opinion",
    "NSP",
    "Paris",
    "Lyon",
    "very ",
    "not ",
    "at all ",
    "satisfied",
    "agree",
    "strongly ",
    "disagree",
    "neither ",
    " - ",
    " ",
    "(",
    ")",
    "0",
    "1",
    "5",
    "7",
    "10",
    "-1",
    "★",
    "☆",
    "étoiles",
    ", ",
];

fn labels(dice: &mut Dice) -> BTreeMap<String, u64> {
    let several = 1 + dice.below(12);
    // Labels of one question look alike.
    let stem = if dice.once_in(2) { dice.text(&PIECES, 2) } else { String::new() };
    let numbers = dice.once_in(3);
    (0..several)
        .map(|i| {
            let number = if numbers { format!("{i} - ") } else { String::new() };
            let count = u64::from(dice.byte()) << (dice.below(4) * 8);
            (format!("{number}{}{stem}", dice.text(&PIECES, 4)), count)
        })
        .collect()
}

#[test]
fn any_labels_lie_on_their_scale_or_are_none() {
    bolero::check!().with_generator(made_of(120, labels)).for_each(|labels| {
        let labels: BTreeMap<&str, u64> = labels.iter().map(|(label, n)| (label.as_str(), *n)).collect();
        let known = |label: &String| labels.keys().any(|other| other.trim() == label);
        if let Some(scale) = worded(&labels) {
            let points = f64::from(scale.points);
            assert!(points >= 2.0 && scale.values.len() >= 2, "{scale:?}");
            for (label, value) in &scale.values {
                assert!((1.0..=points).contains(value) && value.fract() == 0.0 && known(label), "{scale:?}");
            }
        }
        if let Some(scale) = numbered(&labels) {
            assert!(scale.low < scale.high && scale.low.is_finite() && scale.high.is_finite(), "{scale:?}");
            for (label, value) in &scale.values {
                assert!((scale.low..=scale.high).contains(value) && known(label), "{scale:?}");
            }
        }
    });
}
