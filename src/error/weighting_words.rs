//! In words: what is wrong with a weighting, and what it leaves to know.

use super::words::list;
use super::{Location, toml_string};
use crate::Lang;
use crate::study::{TargetsPart, WeightingError};

fn number(x: f64, lang: Lang) -> String {
    let decimals = (0..4).find(|d| (x * 10f64.powi(*d)).fract().abs() < 1e-9).unwrap_or(4);
    lang.number(x, decimals.unsigned_abs() as usize)
}

fn percent(share: f64, lang: Lang) -> String {
    lang.percent(share * 100.0, 1)
}

/// ` (wave “2025-T1”)`, or nothing.
fn in_wave(wave: Option<&str>, lang: Lang) -> String {
    wave.map(|wave| {
        let wave = lang.quote(wave);
        lang.pick(format!(" (vague {wave})"), format!(" (wave {wave})"))
    })
    .unwrap_or_default()
}

fn rows(n: u64, lang: Lang) -> String {
    let count = lang.count(n);
    match lang {
        Lang::Fr => format!("{count} {}", if n < 2 { "ligne" } else { "lignes" }),
        Lang::En => format!("{count} {}", if n == 1 { "row" } else { "rows" }),
    }
}

impl WeightingError {
    /// What cannot be done, and what to write.
    #[expect(clippy::too_many_lines, reason = "one arm a kind, all in one place")]
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Sum { found, rows: n } => {
                let (found, n) = (number(*found, lang), rows(*n, lang));
                lang.pick(
                    format!(
                        "leur somme est {found}. Une somme de 100 (pourcentages), de 1 (parts) ou un nombre de \
                         personnes au moins égal aux {n} lues est attendu\u{a0}; une valeur manque peut-être."
                    ),
                    format!(
                        "they add up to {found}. Expected a sum of 100 (percent), of 1 (shares), or a number of people \
                         not under the {n} read; a value may be missing."
                    ),
                )
            }
            Self::Populations { found, other, expected } => {
                let (found, other, expected) =
                    (number(*found, lang), lang.quote(other), number(*expected, lang));
                lang.pick(
                    format!(
                        "leur somme est {found}, celle des cibles de {other} est {expected}. Écrivez les mêmes effectifs \
                         de part et d’autre, ou des pourcentages."
                    ),
                    format!(
                        "they add up to {found}, those of {other} to {expected}. Write head counts of the same people, \
                         or percentages."
                    ),
                )
            }
            Self::NotPositive { value, found } => {
                let (value, found) = (lang.quote(value), number(*found, lang));
                lang.pick(
                    format!(
                        "{value} vaut {found}, un nombre supérieur à 0 attendu. Pour écarter ces réponses, écrivez un \
                         filtre\u{a0}: where = \"…\" sous [study]."
                    ),
                    format!(
                        "{value} is {found}, expected a number above 0. To leave these answers out, write a filter: \
                         where = \"…\" under [study]."
                    ),
                )
            }
            Self::Twice { value } => {
                let value = lang.quote(value);
                lang.pick(
                    format!(
                        "{value} a deux cibles (majuscules, accents et espaces ne distinguent pas les valeurs). Gardez-en \
                         une."
                    ),
                    format!("{value} has two targets (case, accents and spaces do not tell values apart). Keep one."),
                )
            }
            Self::Parts { value, expected } => {
                let value = lang.quote(value);
                lang.pick(
                    format!(
                        "{value} trouvé, une valeur pour chacune des {expected} colonnes attendue, séparées par ×\u{a0}: \
                         \"Femme × 18-34\"."
                    ),
                    format!(
                        "found {value}, expected a value for each of the {expected} columns, separated by ×: \"Female × \
                         18-34\"."
                    ),
                )
            }
            Self::NoRow { value, wave, found } => {
                let found = match found.len() {
                    0 => lang.pick("aucune", "none").to_owned(),
                    _ => list(found, lang),
                };
                let value = lang.quote(value);
                let remedy = match wave {
                    Some(_) => lang.pick(
                        ", ou pondérez toutes les vagues ensemble (each_wave = false sous [weighting])",
                        ", or weight all waves together (each_wave = false under [weighting])",
                    ),
                    None => "",
                };
                let wave = in_wave(wave.as_deref(), lang);
                lang.pick(
                    format!(
                        "aucune ligne n’a la valeur {value}{wave}. Valeurs trouvées\u{a0}: {found}. Corrigez l’orthographe, \
                         ou regroupez cette cible avec une autre (merge sous segments){remedy}."
                    ),
                    format!(
                        "no row has the value {value}{wave}. Values found: {found}. Correct the spelling, or merge this \
                         target with another (merge under segments){remedy}."
                    ),
                )
            }
            Self::NoTarget { value, n, targets } => {
                let (line, n) = (toml_string(value), rows(*n, lang));
                let (value, targets) = (lang.quote(value), list(targets, lang));
                lang.pick(
                    format!(
                        "{n} avec la valeur {value}, qui n’a pas de cible. Cibles déclarées\u{a0}: {targets}. Ajoutez {line} \
                         = …, regroupez cette valeur avec une autre (merge sous segments), ou écartez ces lignes (where)."
                    ),
                    format!(
                        "{n} with the value {value}, which has no target. Targets declared: {targets}. Add {line} = …, \
                         merge this value with another (merge under segments), or leave these rows out (where)."
                    ),
                )
            }
            Self::NotReached { value, found, target, iterations, wave } => {
                let (value, n) = (lang.quote(value), lang.count(*iterations));
                let (found, target) = (percent(*found, lang), percent(*target, lang));
                let wave = in_wave(wave.as_deref(), lang);
                lang.pick(
                    format!(
                        "les marges ne peuvent pas toutes être atteintes{wave}\u{a0}: après {n} itérations, {value} reste à \
                         {found} au lieu de {target}. Des combinaisons de valeurs n’ont aucune ligne\u{a0}: regroupez des \
                         valeurs rares (merge sous segments) ou ôtez une marge."
                    ),
                    format!(
                        "the margins cannot all hold{wave}: after {n} iterations {value} stays at {found} instead of \
                         {target}. Some combinations of values have no row: merge rare values (merge under segments) or \
                         remove a margin."
                    ),
                )
            }
        }
    }
}

impl TargetsPart {
    /// What stands in a file of targets instead of it.
    pub(super) fn words(self, at: &Location, found: &str, lang: Lang) -> String {
        let at = at.words(lang);
        match self {
            Self::Columns => lang.pick(
                format!(
                    "{at}\u{a0}: colonnes {found} trouvées, trois colonnes attendues\u{a0}: variable, modalité, cible. \
                     Nommez-les ainsi sur la première ligne, puis écrivez une ligne par valeur\u{a0}: sexe;Femme;52."
                ),
                format!(
                    "{at}: found the columns {found}, expected three: variable, value, target. Name them so on the first \
                     row, then write one row a value: sex;Female;52."
                ),
            ),
            Self::Number => {
                let found = lang.quote(found);
                lang.pick(
                    format!("{at}\u{a0}: {found} trouvé, un nombre attendu (52 ou 51,5)."),
                    format!("{at}: found {found}, expected a number (52 or 51.5)."),
                )
            }
            Self::Filled => lang.pick(
                format!("{at}\u{a0}: cellule vide. La variable et la modalité se répètent sur chaque ligne."),
                format!("{at}: empty cell. The variable and the value are repeated on every row."),
            ),
        }
    }
}

/// Rows without a value in a margin.
pub(super) fn no_margin_value(margin: &str, n: u64, lang: Lang) -> String {
    let (margin, rows) = (lang.quote(margin), rows(n, lang));
    let kept = match (lang, n) {
        (Lang::Fr, 0 | 1) => "Elle garde sa part observée",
        (Lang::Fr, _) => "Elles gardent ensemble leur part observée",
        (Lang::En, 1) => "It keeps the share observed",
        (Lang::En, _) => "Together they keep the share observed",
    };
    lang.pick(
        format!(
            "Redressement\u{a0}: {rows} sans valeur pour {margin}. {kept}\u{a0}; les cibles portent sur les autres \
             lignes. Un filtre (where) peut écarter les lignes sans valeur."
        ),
        format!(
            "Weighting: {rows} without a value for {margin}. {kept}; the targets apply to the other rows. A filter \
             (where) can leave rows without a value out."
        ),
    )
}

/// A target that trimming keeps from being reached.
pub(super) fn target_missed(
    [margin, value]: [&str; 2],
    found: f64,
    target: f64,
    wave: Option<&str>,
    lang: Lang,
) -> String {
    let (margin, value, wave) = (lang.quote(margin), lang.quote(value), in_wave(wave, lang));
    let (found, target) = (percent(found, lang), percent(target, lang));
    lang.pick(
        format!(
            "Redressement\u{a0}: les bornes des poids (trim) écartent {value} de sa cible dans {margin}{wave}\u{a0}: {found} \
             au lieu de {target}. Élargissez les bornes, ou regroupez les valeurs rares."
        ),
        format!(
            "Weighting: the bounds of the weights (trim) keep {value} from its target in {margin}{wave}: {found} instead \
             of {target}. Widen the bounds, or merge rare values."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_to_write_in_both_languages() {
        let text = |s: &str| s.to_owned();
        let wave = Some(text("2025-T1"));
        let errors = [
            (WeightingError::Sum { found: 96.5, rows: 1 }, "96,5", "96.5"),
            (
                WeightingError::Populations { found: 2e6, other: text("sexe"), expected: 1e6 },
                "sexe",
                "2,000,000",
            ),
            (WeightingError::NotPositive { value: text("Femme"), found: -10.0 }, "Femme", "where"),
            (WeightingError::Twice { value: text("Femme") }, "deux cibles", "two targets"),
            (WeightingError::Parts { value: text("Femme"), expected: 2 }, "2 colonnes", "2 columns"),
            (
                WeightingError::NoRow {
                    value: text("Autre"),
                    wave: wave.clone(),
                    found: vec![text("Femme")],
                },
                "each_wave = false",
                "(wave “2025-T1”)",
            ),
            (
                WeightingError::NoTarget { value: text("Autre"), n: 3, targets: vec![text("Femme")] },
                "3 lignes",
                "\"Autre\" = …",
            ),
            (
                WeightingError::NotReached {
                    value: text("Sud"),
                    found: 0.25,
                    target: 0.5,
                    iterations: 50,
                    wave,
                },
                "reste à 25,0",
                "stays at 25.0%",
            ),
        ];
        for (error, french, english) in errors {
            let (fr, en) = (error.words(Lang::Fr), error.words(Lang::En));
            assert!(fr.contains(french), "{fr}");
            assert!(en.contains(english), "{en}");
        }
    }

    #[test]
    fn one_row_and_several_agree() {
        let [one, several] = [1, 12].map(|n| no_margin_value("sexe", n, Lang::Fr));
        assert!(one.contains("1 ligne sans valeur") && one.contains("Elle garde sa part"), "{one}");
        assert!(several.contains("Elles gardent ensemble leur part"), "{several}");
        assert!(no_margin_value("sexe", 1, Lang::En).contains("It keeps the share"));
        let missed = target_missed(["âge", "65+"], 0.18, 0.2, Some("V2"), Lang::En);
        assert!(missed.contains("18.0% instead of 20.0%") && missed.contains("(wave “V2”)"), "{missed}");
    }
}
