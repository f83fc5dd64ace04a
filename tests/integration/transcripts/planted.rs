//! What was planted in the sample calls beside their marks, as `data/README.md` states it: a pair, an emergence,
//! personal data, calls to listen to, evaluations of drawn calls.

use std::collections::BTreeSet;
use std::num::NonZeroU64;
use std::sync::{Arc, LazyLock};

use barometre::Lang;
use barometre::text::{Lexis, Reader};
use barometre::transcript::evaluation::{self, Evaluations, ItemSpec, Measure, RateOptions, rates};
use barometre::transcript::listening::{Grid, Item, Sign, agreement};
use barometre::transcript::{
    Alarms, Draw, Drawable, Evidence, Plan, SamplingPeriod, Signal, SpeakerRole, Vocabulary, Watched,
    attention, draw, emergence, interruptions, learnt, pairs, to_text, to_vtt,
};

use super::sample::{CORPUS, HEARD, calls, number, plain, table, text};

fn reader() -> Reader {
    learnt(&CORPUS.calls, Arc::new(Lexis::default()))
}

static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(&CORPUS.calls, &mut reader(), None, Lang::Fr));

#[test]
fn whoever_wants_to_leave_is_offered_something() {
    let found = pairs(&VOCABULARY);
    let first = &found.rows[0];
    assert!(first.client.starts_with("résili"), "{first:?}");
    assert_eq!(first.agent, "geste commercial");
    assert_eq!((first.exchanges, first.client_exchanges, first.agent_exchanges, first.calls), (9, 11, 9, 9));
    // 228 answers; 22 of them follow a “oui” or another word that brings nothing in.
    assert_eq!(found.exchanges, 206);
    assert!((first.lift - 206.0 * 9.0 / (11.0 * 9.0)).abs() < 1e-9 && first.lift_low > 5.0, "{first:?}");
}

#[test]
fn breakdowns_rise_and_nothing_else_does() {
    let found = emergence(&CORPUS.calls, &VOCABULARY, Some(SpeakerRole::Client));
    let first = &found.rows[0];
    assert_eq!((first.term.as_str(), first.calls, found.periods), ("panne", 13, 40), "{:?}", found.rows);
    let weeks: Vec<u64> = first.periods.chunks(5).map(|week| week.iter().map(|day| day.with).sum()).collect();
    assert_eq!(weeks, [0, 1, 0, 0, 1, 1, 5, 5]);
    assert!(first.rises && first.growth_per_period.powi(7) > 1.4 && first.last_share == 1.0, "{first:?}");
    assert!(found.rows[1..].iter().all(|row| !row.rises), "{:?}", found.rows);
}

#[test]
fn what_tells_of_people_does_not_leave() {
    let mut kinds = BTreeSet::new();
    for (call, one) in calls() {
        let shown = [to_vtt(call, Lang::Fr), to_text(call, Lang::Fr)].map(|shown| plain(&shown));
        for person in one["personal"].as_array().unwrap() {
            let words = text(person, "words");
            assert!(plain(&call.turns[number(person, "turn") as usize].text).contains(words), "{}", call.id);
            assert!(shown.iter().all(|shown| !shown.contains(words)), "{}: {words}\n{}", call.id, shown[1]);
            kinds.insert(text(person, "kind"));
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["agent", "email", "name", "phone"]);
}

/// As many names are masked as are said, of people alone: the company keeps its own.
#[test]
fn no_name_is_masked_that_is_none() {
    for (call, one) in calls() {
        let shown = to_text(call, Lang::Fr);
        let said = one["personal"].as_array().unwrap().iter();
        let said = said.filter(|person| matches!(text(person, "kind"), "name" | "agent")).count();
        assert_eq!(shown.matches("[NOM]").count(), said, "{}: {shown}", call.id);
        assert!(shown.contains("Filambule"), "{}", call.id);
    }
}

/// Three calls were written to be heard first: the score is 1, nothing is settled, the agent cuts in and says what must
/// not be said.
#[test]
fn angry_calls_are_to_be_listened_to_first() {
    let grid = Grid::shipped().unwrap();
    let (mut alarms, mut reader) = (Alarms::new().unwrap(), reader());
    let whole = |signal| Evidence { signal, turn: None, at: None, words: None };
    let mut watched = Vec::new();
    for ((call, _), (listening, _)) in calls().zip(&*HEARD) {
        let mut evidence = alarms.of(call, &mut reader);
        evidence.extend(call.about.score.filter(|score| *score <= 1.0).map(|_| whole(Signal::LowScore)));
        evidence.extend((call.about.resolved == Some(false)).then(|| whole(Signal::Unresolved)));
        let cut_in = interruptions(call).into_iter().filter(|found| found.by == SpeakerRole::Agent);
        evidence.extend(cut_in.map(|found| Evidence {
            turn: Some(found.turn),
            at: Some(found.at),
            ..whole(Signal::Interruptions)
        }));
        let forbidden = &listening.items[grid.item("forbidden").unwrap()].marks;
        evidence.extend(forbidden.iter().map(|mark| Evidence {
            turn: Some(mark.turn),
            at: mark.at,
            words: Some(mark.span.clone()),
            signal: Signal::ForbiddenWords,
        }));
        let visible = [Signal::LowScore, Signal::Unresolved, Signal::Displeasure, Signal::ForbiddenWords];
        let timed = call.duration().map(|_| Signal::Interruptions);
        watched.push(Watched { call, visible: visible.into_iter().chain(timed).collect(), evidence });
    }
    let first: BTreeSet<String> =
        attention(&watched, &[], Lang::Fr).into_iter().take(3).map(|row| row.call).collect();
    let expected = ["appel-16", "appel-29", "appel-40"].map(str::to_owned);
    assert_eq!(first, BTreeSet::from(expected));
}

fn drawable() -> Vec<Drawable<'static>> {
    let of = |call: &'static barometre::transcript::Call| Drawable {
        id: &call.id,
        agent: call.about.agent.as_deref(),
        date: call.about.date,
    };
    CORPUS.calls.iter().map(of).collect()
}

fn plan() -> Plan {
    let (headers, rows) = table("plan.csv");
    Plan::from_rows(&headers, rows).unwrap()
}

#[test]
fn the_plan_is_the_draw() {
    let options = Draw {
        per_stratum: NonZeroU64::new(2).unwrap(),
        period: SamplingPeriod::Month,
        seed: 2026,
        exclude: BTreeSet::new(),
    };
    let drawn = draw(&drawable(), &options);
    assert_eq!(plan(), drawn);
    assert_eq!((drawn.drawn.len(), drawn.strata.len(), drawn.eligible), (24, 12, 40));
}

fn evaluations() -> Evaluations {
    let (headers, rows) = table("evaluations.csv");
    let grid = Grid::shipped().unwrap();
    let spec = |item: &Item| ItemSpec {
        id: item.id.clone(),
        label_fr: item.label.get(Lang::Fr).to_owned(),
        label_en: item.label.get(Lang::En).to_owned(),
        weight: item.weight,
        eliminating: item.eliminating,
        negative: item.sign == Sign::Negative,
        ..ItemSpec::default()
    };
    let items: Vec<ItemSpec> = grid.items.iter().map(spec).collect();
    Evaluations::read(&headers, rows, &items, &drawable()).unwrap()
}

/// Rates come from the drawn calls, each standing for the calls of its agent and month.
#[test]
fn rates_are_of_drawn_calls() {
    let read = evaluations();
    assert_eq!(read.faults(), []);
    let found = rates(&read, Some(&plan()), &RateOptions { level: 0.95, period: SamplingPeriod::Month });
    assert_eq!((found.drawn, found.outside_plan, found.unknown_calls), (true, 0, 0));
    let all = found.rows.iter().find(|row| row.measure == Measure::ActiveListening).unwrap();
    // Inès: all of 4 and of 3; Malo: all of 4, one of two that stand for 3; Sonia: both that stand for 4 in October, the
    // first evaluator deciding a tie; the others none.
    let expected = (4.0 + 3.0 + 4.0 + 1.5 + 4.0) / 40.0;
    assert!((all.value.unwrap() - expected).abs() < 1e-9, "{all:?}");
}

/// What is heard by rule agrees with what people hear as well as people agree with each other.
#[test]
fn rules_agree_with_people() {
    let read = evaluations();
    let heard: Vec<(bool, bool)> = calls()
        .zip(&*HEARD)
        .filter_map(|((call, _), (listening, _))| Some((listening.listened?, read.human(&call.id)?)))
        .collect();
    let found = agreement(&heard, 0.95).unwrap();
    assert_eq!((found.n, found.both, found.detected_only, found.evaluated_only), (24, 7, 1, 2));
    // (21/24 − (8·9 + 16·15)/24²) / (1 − (8·9 + 16·15)/24²)
    assert!((found.kappa.unwrap() - 8.0 / 11.0).abs() < 1e-9, "{found:?}");

    let people = evaluation::agreement(&read, 0.95);
    let listening = people.rows.iter().find(|row| row.measure == Measure::ActiveListening).unwrap();
    assert_eq!((people.calls, listening.pairs, listening.agreement), (8, 8, Some(0.875)));
    assert!((listening.kappa.unwrap() - 0.75).abs() < 1e-9, "{listening:?}");
}
