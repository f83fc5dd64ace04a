//! Refusals and warnings about people and modes, in words.

use super::{CallBackRefusal, toml_string};
use crate::Lang;

/// Why a list of people to call back is not made.
pub(super) fn call_back(refusal: &CallBackRefusal, lang: Lang) -> String {
    match refusal {
        CallBackRefusal::Employees => lang.pick(
            "liste de rappel refusée\u{a0}: l’étude interroge des salariés (eNPS), que l’on ne rappelle jamais \
             nominativement. Leurs réponses ne se lisent qu’en groupe."
                .to_owned(),
            "no list to call back: the study asks employees (eNPS), whom nobody calls back by name. Their answers are \
             read in groups only."
                .to_owned(),
        ),
        CallBackRefusal::NoConsent { likely } => {
            let column = likely.first().map_or("accord_rappel", String::as_str);
            let line = format!("consent = {}", toml_string(column));
            lang.pick(
                format!(
                    "liste de rappel refusée\u{a0}: aucune colonne ne dit qui accepte d’être rappelé. Déclarez-la dans \
                     study.toml\u{a0}:\n[privacy]\n{line}"
                ),
                format!(
                    "no list to call back: no column tells who agrees to be called back. Declare it in study.toml:\n\
                     [privacy]\n{line}"
                ),
            )
        }
        CallBackRefusal::NoScore => lang.pick(
            "liste de rappel refusée\u{a0}: l’étude n’a pas de score qui dise qui est mécontent.".to_owned(),
            "no list to call back: the study has no score that tells who is unhappy.".to_owned(),
        ),
        CallBackRefusal::Extension { path } => {
            let path = path.display();
            lang.pick(
                format!("{path}\u{a0}: la liste de rappel s’écrit en .csv ou en .xlsx."),
                format!("{path}: the list to call back is written as .csv or .xlsx."),
            )
        }
        CallBackRefusal::InsideReport { path } => {
            let path = path.display();
            lang.pick(
                format!(
                    "{path} est dans le dossier du rapport, qui se partage\u{a0}: la liste de rappel contient des \
                     données personnelles. Choisissez un autre dossier."
                ),
                format!(
                    "{path} is inside the folder of the report, which is shared: the list to call back holds personal \
                     data. Choose another folder."
                ),
            )
        }
    }
}

/// `téléphone (210), web (98)`; a hidden base is not written.
fn bases(modes: &[(String, Option<u64>)], lang: Lang) -> String {
    let base = |(name, n): &(String, Option<u64>)| match n {
        Some(n) => format!("{name} ({})", lang.count(*n)),
        None => format!("{name} ({})", lang.pick("base masquée", "base hidden")),
    };
    modes.iter().map(base).collect::<Vec<_>>().join(", ")
}

pub(super) fn modes_pooled(column: &str, modes: &[(String, Option<u64>)], lang: Lang) -> String {
    let (column, bases) = (lang.quote(column), bases(modes, lang));
    lang.pick(
        format!(
            "Les totaux réunissent plusieurs modes de recueil ({column}), réponses de chacun\u{a0}: {bases}. On ne \
             répond pas de la même façon selon le mode\u{a0}: lisez d’abord les scores par mode, parmi les segments."
        ),
        format!(
            "The totals pool several modes of collection ({column}), answers of each: {bases}. People do not answer \
             alike in each: read first the scores by mode, among the segments."
        ),
    )
}

pub(super) fn mode_mix(column: &str, waves: [&str; 2], p: f64, lang: Lang) -> String {
    let ([from, to], column) = (waves, lang.quote(column));
    let p = lang.probability(p);
    let p = if p.starts_with('<') { p } else { format!("=\u{a0}{p}") };
    lang.pick(
        format!(
            "De {from} à {to}, la répartition des modes de recueil ({column}) a changé plus que l’échantillonnage ne \
             l’explique (χ², p\u{a0}{p})\u{a0}: une évolution du score peut n’être qu’un changement de mode. Voyez sa \
             décomposition par mode."
        ),
        format!(
            "From {from} to {to} the mix of modes of collection ({column}) changed by more than sampling explains (χ², \
             p\u{a0}{p}): a move of the score may be a change of mode alone. See its decomposition by mode."
        ),
    )
}
