//! What the work goes to, what arrives when nobody is there, what the data left out.

use std::collections::BTreeMap;

use super::finding;
use crate::centre::{FaultKind, FaultRow, Indicator, Unit, value_text};
use crate::report::Finding;
use crate::report::centre::amounts::hours_text;
use crate::report::centre::names::{fault, still_counts};
use crate::report::centre::reasons::{Reason, euros, ranked};
use crate::report::centre::view::View;

/// Faults named in a sentence.
const NAMED: usize = 3;
/// Share of the workload under which no reason stands out: texts written for each call are no list of reasons.
const LEAST: f64 = 0.02;

/// The reason that takes the most work, and the two that follow.
pub(super) fn reasons(view: &View<'_>) -> Option<Finding> {
    let (words, lang) = (view.words, view.words.lang);
    let reasons = ranked(view);
    if reasons.len() < 2 {
        return None;
    }
    let first = reasons.first().filter(|first| first.share >= LEAST)?;
    let priced = reasons.iter().all(|r| r.cost.is_some());
    let share = |r: &Reason<'_>| lang.percent(r.share * 100.0, 1);
    let weight = |r: &Reason<'_>| match r.cost.filter(|_| priced) {
        Some(cost) => euros(lang, cost),
        None => share(r),
    };
    let name = lang.quote(first.name);
    let (part, hours) = (share(first), hours_text(lang, first.hours));
    let handle = value_text(lang, Unit::Seconds, first.handle_s);
    let calls = words.pick_counted(
        first.calls.round() as u64,
        ("appel traité", "appels traités"),
        ("handled call", "handled calls"),
    );
    let next: Vec<String> =
        reasons[1..].iter().take(2).map(|r| format!("{} ({})", lang.quote(r.name), weight(r))).collect();
    let next = words.list(&next);
    let follow = lang.pick(
        if reasons.len() == 2 { "Vient" } else { "Viennent" },
        if reasons.len() == 2 { "comes" } else { "come" },
    );
    let most = match first.cost.filter(|_| priced) {
        Some(cost) => {
            let cost = euros(lang, cost);
            words.pick(
                format!("est le motif qui coûte le plus : {cost} pour {calls}, soit {hours} et {part} de la charge (DMT de {handle})"),
                format!("is the reason that costs most: {cost} for {calls}, {hours} and {part} of the workload (average handle time {handle})"),
            )
        }
        None => words.pick(
            format!("est le motif qui pèse le plus : {part} de la charge, soit {hours} pour {calls} (DMT de {handle})"),
            format!("is the reason that takes most: {part} of the workload, {hours} for {calls} (average handle time {handle})"),
        ),
    };
    let text = words.say(
        format!("{name} {most}. {follow} ensuite {next}. Ce qui s’y règle sans conseiller est candidat au selfcare."),
        format!("{name} {most}. Next {follow} {next}. What needs no agent there is a candidate for self-service."),
    );
    Some(finding("reason", "reasons", text))
}

/// Calls that arrive outside opening hours.
pub(super) fn out_of_hours(view: &View<'_>) -> Option<Finding> {
    let words = view.words;
    let outside = view.total_value(Indicator::OutOfHoursCalls).filter(|n| *n > 0.0)?;
    let inside = view.total_value(Indicator::InHoursCalls)?;
    let share = words.lang.percent(outside / (outside + inside) * 100.0, 1);
    let calls = words.pick_counted(outside.round() as u64, ("appel", "appels"), ("call", "calls"));
    let text = words.say(
        format!("{calls}, soit {share} des appels reçus, arrivent hors des heures ouvrées : ils n’entrent ni dans le décroché, ni dans le niveau de service, ni dans l’abandon."),
        format!("{calls}, {share} of those received, arrive out of opening hours: they enter neither the answer rate, nor the service level, nor the abandonment rate."),
    );
    Some(finding("out_of_hours", "indicators", text))
}

/// Rows that cannot be what they say.
pub(super) fn data(view: &View<'_>) -> Option<Finding> {
    let (words, lang) = (view.words, view.words.lang);
    let wrong = |f: &&FaultRow| f.n > 0 && !still_counts(f.fault);
    let mut by_fault: BTreeMap<FaultKind, u64> = BTreeMap::new();
    for row in view.summary.faults.iter().filter(wrong) {
        *by_fault.entry(row.fault).or_default() += row.n;
    }
    let n: u64 = by_fault.values().sum();
    if n == 0 {
        return None;
    }
    let unknown = if by_fault.contains_key(&FaultKind::UnknownOutcome) {
        words.pick(
            " Un appel d’issue inconnue n’est compté nulle part : les taux ne valent que pour les autres, tant que centre.toml ne dit pas, sous [calls.values], ce que ces mots veulent dire.",
            " A call of unknown outcome is counted nowhere: rates hold for the others only, until centre.toml says, under [calls.values], what these words mean.",
        )
    } else {
        ""
    };
    let mut faults: Vec<(FaultKind, u64)> = by_fault.into_iter().collect();
    faults.sort_by_key(|(kind, n)| (std::cmp::Reverse(*n), *kind));
    let named: Vec<String> = faults
        .iter()
        .take(NAMED)
        .map(|(kind, n)| {
            let (name, n) = (fault(*kind, lang), lang.count(*n));
            words.say(format!("{name} : {n}"), format!("{name}: {n}"))
        })
        .collect();
    let rest = if faults.len() > NAMED { "…" } else { "" };
    let named = named.join(", ") + rest;
    let rows = words.pick_counted(n, ("ligne", "lignes"), ("row", "rows"));
    let (have, they_are, they_would) = if n == 1 {
        ("présente", "elle est écartée", "elle fausserait")
    } else {
        ("présentent", "elles sont écartées", "elles fausseraient")
    };
    let has = if n == 1 { "has" } else { "have" };
    let text = words.say(
        format!("{rows} {have} une anomalie ({named}) : {they_are} des seuls indicateurs qu’{they_would}, non du fichier.{unknown}"),
        format!("{rows} {has} a fault ({named}): left out of the indicators that they would corrupt, not of the file.{unknown}"),
    );
    Some(finding("data", "data", text))
}
