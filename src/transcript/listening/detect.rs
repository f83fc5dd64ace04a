//! Reading one call with a grid.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::clause::{answers, asks, sentence};
use super::grid::{Detect, Grid};
use super::place::{Counted, Place, answers_other};
use super::score::{Compliance, ItemFound, Listening, Mark, StepFound};
use super::spoken::spoken;
use super::words::{formulas, taken_up, telling};
use crate::text::{Lexis, Reader, Reading};
use crate::theme::{Matcher, Rule};
use crate::transcript::{Call, SpeakerRole, Turn, interruptions};

/// Bytes of a call that tell its language.
const TELLING: usize = 4000;

/// Listens to calls with one grid; what it reads of a call does not depend on those before.
///
/// ```
/// use std::sync::Arc;
/// use barometre::text::Lexis;
/// use barometre::transcript::{Call, SpeakerRole, Utterance, listening::{Grid, Listener}};
/// let said = |speaker: &str, text: &str| Utterance {
///     speaker: Some(speaker.into()),
///     text: text.into(),
///     ..Utterance::default()
/// };
/// let mut call = Call::new("1", "1.txt", vec![
///     said("A", "Service client bonjour, Inès à votre écoute."),
///     said("B", "Bonjour, ma box ne s'allume plus depuis hier."),
///     said("A", "D'accord. Si je comprends bien, la box ne s'allume plus du tout ?"),
/// ]);
/// call.speakers[0].role = SpeakerRole::Agent;
/// call.speakers[1].role = SpeakerRole::Client;
/// let grid = Arc::new(Grid::shipped().unwrap());
/// let (listening, _) = Listener::new(grid.clone(), Arc::new(Lexis::default())).read(&call);
/// let rephrased = &listening.unwrap().items[grid.item("reformulation").unwrap()];
/// assert_eq!((rephrased.count, rephrased.marks[0].turn), (1, 2));
/// ```
#[derive(Debug, Clone)]
pub struct Listener {
    grid: Arc<Grid>,
    reader: Reader,
    matcher: Matcher,
    /// What is read of each turn of the call; kept so that its memory is used again.
    readings: Vec<Reading>,
}

impl Listener {
    /// A listener that has heard nothing. Calls are in the language of `lexis` unless they are reliably in another.
    #[must_use]
    pub fn new(grid: Arc<Grid>, lexis: Arc<Lexis>) -> Self {
        let matcher = Matcher::new(grid.book.clone());
        Self { grid, reader: Reader::new(lexis), matcher, readings: Vec::new() }
    }

    /// The grid.
    #[must_use]
    pub fn grid(&self) -> &Arc<Grid> {
        &self.grid
    }

    /// How far the agent of a call listens, and how far the call follows the script; none where no speaker is known
    /// to be the agent, where the call is in a language that no rule of the grid is for, and where the
    /// grid has no items or no steps.
    pub fn read(&mut self, call: &Call) -> (Option<Listening>, Option<Compliance>) {
        let agent = call.turns.iter().any(|turn| call.role(turn) == SpeakerRole::Agent);
        let Some(number) = agent.then(|| self.language(call)).flatten() else { return (None, None) };
        let language = self.reader.analyzer(number).language();
        let known = |rule: &Rule| rule.language.is_none_or(|of| of == language);
        let grid = self.grid.clone();
        let rules = &grid.book.rules;
        if !rules.is_empty() && !rules.iter().any(known) {
            return (None, None);
        }
        let ruled = |theme| rules.iter().any(|rule| rule.theme == theme && known(rule));
        let mut marks = self.marks(call, number);
        let said = marks.split_off(grid.items.len());
        let listening = (!grid.items.is_empty()).then(|| {
            let items = grid.items.iter().zip(marks).enumerate().map(|(number, (item, marks))| {
                let there = Place::of_item(item);
                let applicable = match item.detect {
                    Detect::Words | Detect::OpenQuestion => ruled(number) && there.any(call, |_| true),
                    Detect::Answer => ruled(number) && there.any(call, |turn| answers_other(call, turn)),
                    Detect::CustomerWords => there.any(call, |turn| answers_other(call, turn)),
                    Detect::Interruption => call.is_timed() && there.any(call, |turn| turn > 0),
                };
                ItemFound::of(item, applicable, marks)
            });
            Listening::of(&grid, items.collect())
        });
        let compliance = (!grid.steps.is_empty()).then(|| {
            let steps = grid.steps.iter().zip(said).enumerate().map(|(number, (step, marks))| {
                let there = Place::of_step(step);
                let applicable = ruled(grid.items.len() + number) && there.any(call, |_| true);
                StepFound { applicable, present: !marks.is_empty(), mark: marks.into_iter().next() }
            });
            Compliance::of(&grid, steps.collect())
        });
        (listening, compliance)
    }

    /// The analyzer of the call's language: a turn of two words cannot tell it, its call can.
    fn language(&mut self, call: &Call) -> Option<usize> {
        let mut said = String::new();
        for turn in &call.turns {
            said.push_str(&turn.text);
            said.push('\n');
            if said.len() > TELLING {
                break;
            }
        }
        self.reader.read(&said, &mut Reading::default())
    }

    /// The marks of each item and then of each step, in the order of the call.
    fn marks(&mut self, call: &Call, number: usize) -> Vec<Vec<Mark>> {
        let grid = self.grid.clone();
        let mut marks = vec![Vec::new(); grid.items.len() + grid.steps.len()];
        self.readings.resize_with(call.turns.len(), Reading::default);
        let counted = Counted::of(call);
        for (turn, said) in call.turns.iter().enumerate() {
            let text = spoken(&said.text);
            self.reader.read_as(number, &text, &mut self.readings[turn]);
            let reading = &self.readings[turn];
            let mentions = self.matcher.mentions(&text, reading, number, self.reader.analyzer(number));
            for mention in mentions {
                let (place, detect) = place(&grid, mention.theme);
                if !place.has(call, &counted, turn) {
                    continue;
                }
                let mut spans: Vec<_> = mention.hits.iter().map(|hit| hit.start..hit.end).collect();
                match detect {
                    Detect::Answer => {
                        let analyzer = self.reader.analyzer(number);
                        spans.retain(|span| {
                            answers_other(call, turn) && answers(&text, reading, analyzer, span)
                        });
                        spans.truncate(1);
                    }
                    Detect::OpenQuestion => {
                        let analyzer = self.reader.analyzer(number);
                        spans.retain(|span| asks(&text, reading, analyzer, span));
                        // “racontez-moi, qu'est-ce qui s'est passé ?” asks once.
                        spans.dedup_by_key(|span| sentence(reading, span));
                    }
                    _ => {}
                }
                let item = mention.theme.checked_sub(grid.items.len()).unwrap_or(mention.theme);
                marks[mention.theme]
                    .extend(joined(spans).into_iter().map(|span| mark(item, turn, said, span)));
            }
        }
        self.without_rules(call, number, &counted, &mut marks);
        marks
    }

    /// Adds the marks of the detectors that read no rules.
    fn without_rules(&mut self, call: &Call, number: usize, counted: &Counted, marks: &mut [Vec<Mark>]) {
        let grid = self.grid.clone();
        for (item, known) in grid.items.iter().enumerate() {
            let (place, detect) = place(&grid, item);
            match detect {
                Detect::CustomerWords => {
                    let formulas = formulas(self.reader.analyzer(number));
                    let mut own = FxHashSet::default();
                    for (turn, said) in call.turns.iter().enumerate() {
                        if call.role(said) != known.by {
                            continue;
                        }
                        let (analyzer, reading) = (self.reader.analyzer(number), &self.readings[turn]);
                        if answers_other(call, turn) && place.has(call, counted, turn) {
                            let readings = (&self.readings[turn - 1], reading);
                            let taken = taken_up(&formulas, &own, readings, analyzer);
                            marks[item].extend(taken.map(|span| mark(item, turn, said, span)));
                        }
                        own.extend(telling(&formulas, reading, analyzer).map(|(_, family)| family));
                    }
                }
                Detect::Interruption => {
                    let found = interruptions(call).into_iter().filter(|found| found.by == known.by);
                    for found in found.filter(|found| place.has(call, counted, found.turn)) {
                        let Some(said) = call.turns.get(found.turn) else { continue };
                        let cuts = said
                            .pieces
                            .iter()
                            .find(|piece| piece.time.is_some_and(|time| time.0 == found.at));
                        let from = cuts.map_or(0, |piece| piece.span.start);
                        let rest = said.text.get(from..).unwrap_or_default();
                        let to = from + rest.find(' ').unwrap_or(rest.len());
                        marks[item].push(Mark { item, turn: found.turn, span: from..to, at: Some(found.at) });
                    }
                }
                _ => {}
            }
        }
    }
}

/// Where a theme of the grid's rules is looked for, and how.
fn place(grid: &Grid, theme: usize) -> (Place, Detect) {
    if let Some(item) = grid.items.get(theme) {
        return (Place::of_item(item), item.detect);
    }
    (Place::of_step(&grid.steps[theme - grid.items.len()]), Detect::Words)
}

fn mark(item: usize, turn: usize, said: &Turn, span: Range<usize>) -> Mark {
    let at = said.time_at(span.start);
    Mark { item, turn, span, at }
}

/// Spans that overlap, as one: several rules may find one saying.
fn joined(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::transcript::Utterance;

    pub(in super::super) fn call(said: &[(SpeakerRole, &str)]) -> Call {
        let utterances = said.iter().map(|(role, text)| Utterance {
            speaker: Some(role.id().to_owned()),
            text: (*text).to_owned(),
            ..Utterance::default()
        });
        with_roles(Call::new("1", "1.txt", utterances.collect()))
    }

    fn with_roles(mut call: Call) -> Call {
        for speaker in &mut call.speakers {
            let role = SpeakerRole::ALL.into_iter().find(|role| speaker.name.as_deref() == Some(role.id()));
            speaker.role = role.unwrap_or_default();
        }
        call
    }

    pub(in super::super) fn listener(grid: Grid) -> Listener {
        Listener::new(Arc::new(grid), Arc::default())
    }

    #[test]
    fn nobody_listens_where_no_agent_is_known() {
        let mut listener = listener(Grid::shipped().unwrap());
        let said = [(SpeakerRole::Unknown, "si je comprends bien"), (SpeakerRole::Client, "oui")];
        assert_eq!(listener.read(&call(&said)), (None, None));
        assert_eq!(listener.read(&Call::default()), (None, None));
        let spanish =
            "buenos días, no entiendo por qué el paquete todavía no ha llegado a mi casa desde el lunes";
        assert_eq!(listener.read(&call(&[(SpeakerRole::Agent, spanish)])), (None, None));
    }

    #[test]
    fn what_a_call_cannot_have_does_not_count() {
        let (grid, mut listener) = (Grid::shipped().unwrap(), listener(Grid::shipped().unwrap()));
        let mut applicable = |call: &Call| {
            let listening = listener.read(call).0.unwrap();
            let ids = grid.items.iter().zip(&listening.items).filter(|(_, found)| !found.applicable);
            ids.map(|(item, _)| item.id.clone()).collect::<Vec<_>>()
        };
        let alone = call(&[(SpeakerRole::Agent, "bonjour, je vous écoute")]);
        assert_eq!(applicable(&alone), ["acknowledgement", "customer_words", "interruption"]);
        let untimed =
            call(&[(SpeakerRole::Client, "bonjour"), (SpeakerRole::Agent, "bonjour, je vous écoute")]);
        assert_eq!(applicable(&untimed), ["interruption"]);
        let text =
            "detect = \"words\"\nrules_en = ['x1']\n[[item]]\nid = \"b\"\nstage = \"body\"\nrules = ['x2']";
        let other = Grid::parse(&format!("[[item]]\nid = \"a\"\n{text}"), "g").unwrap();
        let read = Listener::new(Arc::new(other), Arc::default()).read(&untimed).0.unwrap();
        assert!(!read.items[0].applicable, "its rules are English");
        assert!(!read.items[1].applicable, "a call of two turns has no body");
        assert_eq!((read.score, read.listened), (None, None));
    }

    fn timed(said: &[(SpeakerRole, u64, u64, &str)]) -> Call {
        let utterances = said.iter().map(|(role, start, end, text)| Utterance {
            speaker: Some(role.id().to_owned()),
            start: Some(*start),
            end: Some(*end),
            text: (*text).to_owned(),
            ..Utterance::default()
        });
        with_roles(Call::new("1", "1.json", utterances.collect()))
    }

    #[test]
    fn a_mark_says_when_and_who_cuts_short() {
        let call = timed(&[
            (SpeakerRole::Client, 0, 10_000, "la box est tombée en panne hier et depuis plus rien"),
            (SpeakerRole::Agent, 7_000, 12_000, "je vois. si je comprends bien plus rien ne marche"),
            (SpeakerRole::Client, 13_000, 14_000, "oui"),
        ]);
        let (grid, mut listener) = (Grid::shipped().unwrap(), listener(Grid::shipped().unwrap()));
        let read = listener.read(&call).0.unwrap();
        let of = |id: &str| &read.items[grid.item(id).unwrap()];
        let rephrased = &of("reformulation").marks[0];
        assert_eq!(
            (rephrased.turn, &call.turns[1].text[rephrased.span.clone()]),
            (1, "si je comprends bien")
        );
        // 9 of 49 characters into 5 seconds.
        assert_eq!(rephrased.at, Some(7_000 + 5_000 * 9 / 49));
        let cut = of("interruption");
        assert_eq!((cut.applicable, cut.count), (true, 1));
        let cut = &cut.marks[0];
        assert_eq!((cut.turn, &call.turns[1].text[cut.span.clone()], cut.at), (1, "je", Some(7_000)));
    }

    #[test]
    fn a_short_turn_is_in_the_language_of_its_call() {
        let turns = [
            (
                SpeakerRole::Client,
                "Hello, the parcel that I ordered last week has not arrived and nobody answers me.",
            ),
            (SpeakerRole::Agent, "I see."),
        ];
        let (grid, mut listener) = (Grid::shipped().unwrap(), listener(Grid::shipped().unwrap()));
        let read = listener.read(&call(&turns)).0.unwrap();
        assert_eq!(read.items[grid.item("acknowledgement").unwrap()].count, 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn calls_heard_before_change_nothing(
            said in prop::collection::vec((0_usize..4, "(d'accord|si je comprends bien|comment|euh |je je|madame|la box|[.,?!]|é| |\\PC){1,12}"), 0..8),
        ) {
            let turns: Vec<_> =
                said.iter().map(|(role, text)| (SpeakerRole::ALL[*role], text.as_str())).collect();
            let call = call(&turns);
            let mut used = HEARD.with(Clone::clone);
            let first = used.read(&call);
            prop_assert_eq!(&first, &used.read(&call));
            prop_assert_eq!(&first, &listener(Grid::shipped().unwrap()).read(&call));
            for (number, found) in first.0.iter().flat_map(|read| read.items.iter().enumerate()) {
                prop_assert!(found.applicable || found.marks.is_empty());
                prop_assert_eq!(found.count, found.marks.len() as u64);
                for mark in &found.marks {
                    prop_assert_eq!(mark.item, number);
                    prop_assert!(call.turns[mark.turn].text.get(mark.span.clone()).is_some_and(|said| !said.is_empty()));
                }
                let places: Vec<_> = found.marks.iter().map(|mark| (mark.turn, mark.span.start)).collect();
                prop_assert!(places.is_sorted());
            }
        }
    }

    thread_local! {
        /// A listener that has heard another call.
        static HEARD: Listener = {
            let mut listener = listener(Grid::shipped().unwrap());
            let said = "si je comprends bien la box est en panne, comment est-ce arrivé ? hello this is a parcel";
            listener.read(&call(&[(SpeakerRole::Client, said), (SpeakerRole::Agent, said)]));
            listener
        };
    }
}
