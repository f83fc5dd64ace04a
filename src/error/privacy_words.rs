//! Refusals and warnings about people and modes, in words.

use super::{CallBackRefusal, toml_string};
use crate::Lang;

/// Why a list of people to call back is not made.
pub(super) fn call_back(refusal: &CallBackRefusal, lang: Lang) -> String {
    match refusal {
        CallBackRefusal::Employees => pick!(lang, errors::no_list_to_call_back_the_study_asks).to_owned(),
        CallBackRefusal::NoConsent { likely } => {
            let column = likely.first().map_or("accord_rappel", String::as_str);
            let line = format!("consent = {}", toml_string(column));
            pick!(lang, errors::no_list_to_call_back_no_column_tells(line))
        }
        CallBackRefusal::NoScore => pick!(lang, errors::no_list_to_call_back_the_study_has).to_owned(),
        CallBackRefusal::Extension { path } => {
            let path = path.display();
            pick!(lang, errors::the_list_to_call_back_is_written_as(path))
        }
        CallBackRefusal::InsideReport { path } => {
            let path = path.display();
            pick!(lang, errors::is_inside_the_folder_of_the_report_which(path))
        }
    }
}

/// `téléphone (210), web (98)`; a hidden base is not written.
fn bases(modes: &[(String, Option<u64>)], lang: Lang) -> String {
    let base = |(name, n): &(String, Option<u64>)| match n {
        Some(n) => format!("{name} ({})", lang.count(*n)),
        None => format!("{name} ({})", pick!(lang, errors::base_hidden)),
    };
    modes.iter().map(base).collect::<Vec<_>>().join(", ")
}

pub(super) fn modes_pooled(column: &str, modes: &[(String, Option<u64>)], lang: Lang) -> String {
    let (column, bases) = (lang.quote(column), bases(modes, lang));
    pick!(lang, errors::the_totals_pool_several_modes_of_collection(column, bases))
}

pub(super) fn mode_mix(column: &str, waves: [&str; 2], p: f64, lang: Lang) -> String {
    let ([from, to], column) = (waves, lang.quote(column));
    let p = lang.probability(p);
    let p = if p.starts_with('<') { p } else { format!("=\u{a0}{p}") };
    pick!(lang, errors::from_to_the_mix_of_modes_of_collection(from, to, column, p))
}
