//! The order of the questions and their ids.

use std::collections::BTreeSet;

use super::fold::words;
use super::name::Name;
use super::profile::Profile;
use super::{Kind, Question};
use crate::unique::unique;

/// Puts the main score first and gives every question its id: `nps`, `csat`, `verbatim`… for the first of
/// its kind, a short form of the column for the others.
pub(super) fn order_and_name(questions: &mut [Question], profiles: &[Profile]) {
    let length = |q: &Question| {
        let profile = profiles.iter().find(|p| p.column == q.column);
        profile.map_or(0, |p| p.sums.bytes)
    };
    questions.sort_by_cached_key(|q| {
        let global = Name::new(&q.column).starts(&["global", "ensemble", "overall", "general"]);
        let rank = match q.kind {
            Kind::Nps => 0,
            Kind::Enps => 1,
            Kind::Csat => 2,
            Kind::Ces => 3,
            Kind::Rating => 4,
            Kind::Single | Kind::Multiple => 5,
            Kind::Open => 6,
        };
        let longest_first = if q.kind == Kind::Open { u64::MAX - length(q) } else { 0 };
        (rank, !global, longest_first)
    });
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for question in questions {
        let usual = match question.kind {
            Kind::Nps => Some("nps"),
            Kind::Enps => Some("enps"),
            Kind::Csat => Some("csat"),
            Kind::Ces => Some("ces"),
            Kind::Open => Some("verbatim"),
            Kind::Rating | Kind::Single | Kind::Multiple => None,
        };
        let base = match usual {
            Some(id) if !taken.contains(id) => id.to_owned(),
            _ => slug(&question.column),
        };
        let id = unique(&base, |base, k| format!("{base}_{k}"), |id| taken.contains(id));
        taken.insert(id.clone());
        question.id = id;
    }
}

/// The first words of a column name, as an id.
fn slug(column: &str) -> String {
    let words = words(column);
    let mut out = String::new();
    for word in words.iter().take(6) {
        if out.len() + word.len() > 32 {
            break;
        }
        if !out.is_empty() {
            out.push('_');
        }
        out.push_str(word);
    }
    if out.is_empty() { "question".to_owned() } else { out }
}
