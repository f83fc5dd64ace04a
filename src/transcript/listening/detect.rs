//! Reading one call with a grid.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::clause::{answers, asks, sentence};
use super::grid::{Detect, Grid, Sign, Stage};
use super::spoken::spoken;
use super::words::{formulas, taken_up, telling};
use crate::text::{Lexis, Reader, Reading};
use crate::theme::Matcher;
use crate::transcript::interruption::interruptions;
use crate::transcript::{Call, SpeakerRole, Turn};

/// Bytes of a call that tell its language.
const TELLING: usize = 4000;

/// Where an item, or a step, was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Number of the item in [`Grid::items`], of the step in [`Grid::steps`].
    pub item: usize,
    /// Number of the turn in [`Call::turns`].
    pub turn: usize,
    /// Bytes of the turn's text; an interruption's are its first word.
    pub span: Range<usize>,
    /// When, in milliseconds; none where the file has no times.
    pub at: Option<u64>,
}

/// An item in one call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemFound {
    /// Whether the call could have it: its speaker speaks there, the file has what the detector needs. Else its
    /// points are not counted.
    pub applicable: bool,
    /// Times.
    pub count: u64,
    /// Points: weight × min(1, count ÷ `at_least`), below 0 for a negative item.
    pub points: f64,
    /// Where, in the order of the call.
    pub marks: Vec<Mark>,
}

/// How far the agent of a call listened.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listening {
    /// One an item of the grid.
    pub items: Vec<ItemFound>,
    /// Points of all items.
    pub points: f64,
    /// Points of the positive items that are applicable.
    pub possible: f64,
    /// points ÷ possible, 0…1, 0 where more is taken away than given; none without a positive item to apply.
    pub score: Option<f64>,
    /// Whether the score reaches the threshold and no item eliminates; none without a score.
    pub listened: Option<bool>,
    /// Whether an eliminating item decides: a negative one that is there, a positive one that is not.
    pub eliminated: bool,
}

/// A step of the script in one call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepFound {
    /// Whether its speaker speaks in its stage at all, in a language that its rules are written for.
    pub applicable: bool,
    /// Whether it was said there.
    pub present: bool,
    /// Where it was said first.
    pub mark: Option<Mark>,
}

/// How far a call follows the script.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compliance {
    /// One a step of the grid.
    pub steps: Vec<StepFound>,
    /// Steps that are as they should be: required and said, or forbidden and not said.
    pub kept: u64,
    /// Steps that are applicable.
    pub applicable: u64,
    /// kept ÷ applicable, 0…1; none without an applicable step.
    pub share: Option<f64>,
}

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
    /// to be the agent, where the call is in a language that cannot be read, and where the grid has no items or no
    /// steps.
    pub fn read(&mut self, call: &Call) -> (Option<Listening>, Option<Compliance>) {
        let agent = call.turns.iter().any(|turn| call.role(turn) == SpeakerRole::Agent);
        let Some(number) = agent.then(|| self.language(call)).flatten() else { return (None, None) };
        let marks = self.marks(call, number);
        let grid = self.grid.clone();
        let language = self.reader.analyzer(number).language();
        let ruled = |theme| {
            let mut rules = grid.book.rules.iter().filter(|rule| rule.theme == theme);
            rules.any(|rule| rule.language.is_none_or(|of| of == language))
        };
        let (mut marks, mut said) = (marks, Vec::new());
        said.extend(marks.split_off(grid.items.len()));
        let listening = (!grid.items.is_empty()).then(|| {
            let items = grid.items.iter().zip(marks).enumerate().map(|(number, (item, marks))| {
                let there = Place { by: item.by, stage: item.stage, turns: item.turns };
                let applicable = match item.detect {
                    Detect::Words | Detect::OpenQuestion => ruled(number) && there.any(call, |_| true),
                    Detect::Answer => ruled(number) && there.any(call, |turn| answers_other(call, turn)),
                    Detect::CustomerWords => there.any(call, |turn| answers_other(call, turn)),
                    Detect::Interruption => call.duration().is_some() && there.any(call, |turn| turn > 0),
                };
                let count = marks.len() as u64;
                let share = (count as f64 / item.at_least as f64).min(1.0);
                let points = match item.sign {
                    Sign::Positive => item.weight * share,
                    // Not −0: it would be written with its sign.
                    Sign::Negative if count == 0 => 0.0,
                    Sign::Negative => -item.weight * share,
                };
                ItemFound { applicable, count, points, marks }
            });
            total(&grid, items.collect())
        });
        let compliance = (!grid.steps.is_empty()).then(|| {
            let steps = grid.steps.iter().zip(said).enumerate().map(|(number, (step, marks))| {
                let there = Place { by: step.by, stage: step.stage, turns: step.turns };
                let applicable = ruled(grid.items.len() + number) && there.any(call, |_| true);
                StepFound { applicable, present: !marks.is_empty(), mark: marks.into_iter().next() }
            });
            kept(&grid, steps.collect())
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
                        let first = said.text.find(' ').unwrap_or(said.text.len());
                        marks[item].push(Mark { item, turn: found.turn, span: 0..first, at: Some(found.at) });
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whose turns are read, and which of them.
#[derive(Clone, Copy)]
struct Place {
    by: SpeakerRole,
    stage: Stage,
    turns: usize,
}

impl Place {
    fn has(self, call: &Call, counted: &Counted, turn: usize) -> bool {
        let known = call.turns.get(turn).is_some_and(|said| call.role(said) == self.by);
        known && self.stage.has(counted.before[turn], counted.all(self.by), self.turns)
    }

    /// Whether some turn there is as it should be.
    fn any(self, call: &Call, fits: impl Fn(usize) -> bool) -> bool {
        let counted = Counted::of(call);
        (0..call.turns.len()).any(|turn| self.has(call, &counted, turn) && fits(turn))
    }
}

/// The turns of a call, counted by role.
struct Counted {
    /// For each turn, how many of its role are before it.
    before: Vec<usize>,
    roles: Vec<SpeakerRole>,
}

impl Counted {
    fn of(call: &Call) -> Self {
        let roles: Vec<_> = call.turns.iter().map(|turn| call.role(turn)).collect();
        let mut counts = [0; SpeakerRole::ALL.len()];
        let before = roles.iter().map(|role| {
            let count = &mut counts[*role as usize];
            *count += 1;
            *count - 1
        });
        Self { before: before.collect(), roles }
    }

    fn all(&self, role: SpeakerRole) -> usize {
        self.roles.iter().filter(|known| **known == role).count()
    }
}

/// Whether a turn of the agent follows one of the customer's, or the other way round.
fn answers_other(call: &Call, turn: usize) -> bool {
    let Some(before) = turn.checked_sub(1) else { return false };
    let (before, role) = (call.role(&call.turns[before]), call.role(&call.turns[turn]));
    matches!(before, SpeakerRole::Agent | SpeakerRole::Client) && before != role
}

/// Where a theme of the grid's rules is looked for, and how.
fn place(grid: &Grid, theme: usize) -> (Place, Detect) {
    match grid.items.get(theme) {
        Some(item) => (Place { by: item.by, stage: item.stage, turns: item.turns }, item.detect),
        None => {
            let step = &grid.steps[theme - grid.items.len()];
            (Place { by: step.by, stage: step.stage, turns: step.turns }, Detect::Words)
        }
    }
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

fn total(grid: &Grid, items: Vec<ItemFound>) -> Listening {
    let applicable = || grid.items.iter().zip(&items).filter(|(_, found)| found.applicable);
    let points = applicable().map(|(_, found)| found.points).sum();
    let positive = applicable().filter(|(item, _)| item.sign == Sign::Positive);
    let possible: f64 = positive.map(|(item, _)| item.weight).sum();
    let eliminated = applicable().any(|(item, found)| {
        let reached = found.count >= item.at_least;
        item.eliminating && reached == (item.sign == Sign::Negative)
    });
    let score = (possible > 0.0).then(|| f64::max(points / possible, 0.0));
    let listened = score.map(|score| score >= grid.threshold && !eliminated);
    Listening { items, points, possible, score, listened, eliminated }
}

fn kept(grid: &Grid, steps: Vec<StepFound>) -> Compliance {
    let applicable = grid.steps.iter().zip(&steps).filter(|(_, found)| found.applicable);
    let (mut kept, mut all) = (0, 0);
    for (step, found) in applicable {
        all += 1;
        kept += u64::from(step.required == found.present);
    }
    let share = (all > 0).then(|| kept as f64 / all as f64);
    Compliance { steps, kept, applicable: all, share }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::transcript::Utterance;

    const CASES: &str = include_str!("../../../tests/transcripts/listening.tsv");

    fn call(said: &[(SpeakerRole, &str)]) -> Call {
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

    fn listener(grid: Grid) -> Listener {
        Listener::new(Arc::new(grid), Arc::default())
    }

    /// Ten turns of each side that no item and no step is heard in, the client's last or first.
    fn padding(language: &str) -> Vec<(SpeakerRole, &str)> {
        let (agent, client) = match language {
            "fr" => ("le bordereau est passé dans la machine du haut", "oui c'est ce que je fais"),
            _ => ("the form has been through the upper machine", "yes that is what i am doing"),
        };
        [(SpeakerRole::Agent, agent), (SpeakerRole::Client, client)].repeat(10)
    }

    /// The ids heard in one sentence of the table.
    fn heard<'g>(listener: &mut Listener, grid: &'g Grid, row: &[&str]) -> BTreeSet<&'g str> {
        let [language, stage, speaker, before, said, _] = row else { panic!("{row:?}") };
        let (speaker, other) = match *speaker {
            "agent" => (SpeakerRole::Agent, SpeakerRole::Client),
            _ => (SpeakerRole::Client, SpeakerRole::Agent),
        };
        let mut turns = if *stage == "opening" { Vec::new() } else { padding(language) };
        // Another voice keeps the sentence apart from the padding.
        turns.push((SpeakerRole::Other, "…"));
        if *before != "-" {
            turns.push((other, before));
        }
        let turn = turns.len();
        turns.push((speaker, said));
        if *stage != "closing" {
            turns.push((SpeakerRole::Other, "…"));
            turns.extend(padding(language));
        }
        let call = call(&turns);
        assert_eq!(call.turns[turn].text, **said);
        let (listening, compliance) = listener.read(&call);
        let (listening, compliance) = (listening.unwrap(), compliance.unwrap());
        let items = listening.items.iter().flat_map(|found| &found.marks).filter(|mark| mark.turn == turn);
        let steps =
            compliance.steps.iter().filter_map(|found| found.mark.as_ref()).filter(|mark| mark.turn == turn);
        for mark in items.clone().chain(steps.clone()) {
            assert!(!call.turns[turn].text[mark.span.clone()].is_empty(), "{said}");
        }
        let items = items.map(|mark| grid.items[mark.item].id.as_str());
        items.chain(steps.map(|mark| grid.steps[mark.item].id.as_str())).collect()
    }

    #[test]
    fn what_a_quality_manager_hears_is_heard_and_nothing_else() {
        let (grid, mut listener) = (Grid::shipped().unwrap(), listener(Grid::shipped().unwrap()));
        let (mut sentences, mut traps, mut wrong) = (0, 0, Vec::new());
        for row in crate::lexicon::entries(CASES) {
            let row: Vec<_> = row.split('\t').collect();
            let found = heard(&mut listener, &grid, &row);
            let expected: BTreeSet<_> = row[5].split(',').filter(|id| *id != "-").collect();
            sentences += 1;
            traps += usize::from(expected.is_empty());
            if found != expected {
                wrong.push(format!("{}: heard {found:?}, expected {expected:?}", row[4]));
            }
        }
        assert!(sentences >= 120 && traps >= 50, "{sentences} sentences, {traps} traps");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
