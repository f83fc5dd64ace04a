//! The words of the calls: keywords and themes by role, what sets sides apart, pairs, what rises, what alarms.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::agents::median;
use super::calls::speaks;
use super::rows::{CallThemeRow, TermRow};
use crate::Lang;
use crate::keyness::Support;
use crate::text::{Lexis, Reader};
use crate::theme::{Codebook, Matcher};
use crate::transcript::{
    self, Call, ContrastBy, Cooccurrences, Emergences, Near, Pairs, SpeakerRole, SpokenContrast, SpokenKind,
    Vocabulary, WINDOW, learnt,
};

/// Calls that hold a term, at least, for two sides to be compared on it.
const FEWEST: u64 = 5;
/// Terms listed of each role.
const TERMS: usize = 60;
/// Terms listed of each side.
const CONTRASTS: usize = 25;
/// Calls of a side, at least.
const SIDE: usize = 5;

/// The terms of the calls.
pub(super) struct Told {
    pub reader: Reader,
    pub vocabulary: Vocabulary,
    /// Names known from all calls, which quotations hide.
    pub names: Vec<String>,
    /// Calls in which each role speaks.
    bases: BTreeMap<SpeakerRole, u64>,
    level: f64,
}

impl Told {
    /// Reads the calls.
    pub fn new(
        calls: &[Call],
        names: Vec<String>,
        lexis: Arc<Lexis>,
        book: &Arc<Codebook>,
        lang: Lang,
        level: f64,
    ) -> Self {
        let mut reader = learnt(calls, lexis);
        let mut matcher = Matcher::new(book.clone());
        let vocabulary = Vocabulary::read(calls, &mut reader, Some(&mut matcher), lang);
        let base = |role: &SpeakerRole| calls.iter().filter(|call| speaks(call, *role)).count() as u64;
        let bases = SpeakerRole::ALL.iter().map(|role| (*role, base(role))).filter(|(_, n)| *n > 0).collect();
        Self { reader, vocabulary, names, bases, level }
    }

    /// Keywords, phrases and denied words: of each role, then of all together where roles are not known.
    pub fn terms(&self) -> Vec<TermRow> {
        let mut out = Vec::new();
        for (role, base) in &self.bases {
            let mut rows: Vec<TermRow> = self
                .vocabulary
                .terms
                .iter()
                .filter(|term| term.kind != SpokenKind::Theme)
                .filter_map(|term| {
                    let heard = term.roles.get(role)?;
                    Some(TermRow {
                        label: term.label.clone(),
                        kind: term.kind,
                        role: Some(*role),
                        n: heard.calls,
                        base: *base,
                        share: heard.calls as f64 / *base as f64,
                        turns: heard.turns,
                    })
                })
                .filter(|row| row.n > 1)
                .collect();
            rows.sort_by(|a, b| (b.n, b.turns, &a.label, a.kind).cmp(&(a.n, a.turns, &b.label, b.kind)));
            rows.truncate(TERMS);
            out.extend(rows);
        }
        out
    }

    /// Themes, by role, the most frequent first.
    pub fn themes(&self) -> Vec<CallThemeRow> {
        let mut out = Vec::new();
        for (role, base) in &self.bases {
            let themes = self.vocabulary.terms.iter().filter(|term| term.kind == SpokenKind::Theme);
            let mut rows: Vec<CallThemeRow> = themes
                .filter_map(|term| {
                    let heard = term.roles.get(role)?;
                    let share = heard.calls as f64 / *base as f64;
                    Some(CallThemeRow {
                        label: term.label.clone(),
                        role: *role,
                        n: heard.calls,
                        base: *base,
                        share,
                    })
                })
                .collect();
            rows.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(&b.label)));
            out.extend(rows);
        }
        out
    }

    /// What one side says more than the other: client and agent, then low and high scores, unresolved and resolved,
    /// short and long calls, each in what the client says, then in what the agent says.
    pub fn contrasts(&self, calls: &[Call]) -> Vec<SpokenContrast> {
        let mut out = shown(transcript::by_role(&self.vocabulary, FEWEST));
        let resolved = calls.iter().map(|call| call.about.resolved.map(usize::from)).collect();
        let sides = [
            (ContrastBy::Score, ["low", "high"], scores(calls)),
            (ContrastBy::Resolved, ["unresolved", "resolved"], resolved),
            (ContrastBy::Duration, ["short", "long"], durations(calls)),
        ];
        for (by, names, side) in sides {
            if [0, 1].iter().any(|group| side.iter().filter(|side| **side == Some(*group)).count() < SIDE) {
                continue;
            }
            for role in [SpeakerRole::Client, SpeakerRole::Agent] {
                let limits = Support { verbatims: FEWEST, level: self.level };
                let of = |number: usize| side.get(number).copied().flatten();
                out.extend(shown(transcript::by_group(&self.vocabulary, by, role, names, of, limits)));
            }
        }
        out
    }

    pub fn pairs(&self) -> Pairs {
        let mut pairs = transcript::pairs(&self.vocabulary);
        // In a report turns count from 1.
        pairs.rows.iter_mut().for_each(|pair| pair.example.turn += 1);
        pairs
    }

    pub fn cooccurrences(&self) -> Cooccurrences {
        transcript::cooccurrences(&self.vocabulary, Near::Window(WINDOW, None))
    }

    /// What clients speak of more and more; where no voice is theirs, what is spoken of.
    pub fn emergence(&self, calls: &[Call]) -> Emergences {
        let client = self.bases.contains_key(&SpeakerRole::Client).then_some(SpeakerRole::Client);
        transcript::emergence(calls, &self.vocabulary, client)
    }
}

/// The first rows of each side.
fn shown(rows: Vec<SpokenContrast>) -> Vec<SpokenContrast> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let kept = rows.into_iter().filter(|row| {
        let n = counts.entry(row.group.clone()).or_default();
        *n += 1;
        *n <= CONTRASTS
    });
    kept.collect()
}

/// Low and high scores: where nearly all lie in 1–5, or in 0–10, its lower answers and its best ones; on another scale,
/// under and over the median. Middle answers are on neither side.
pub(super) fn scores(calls: &[Call]) -> Vec<Option<usize>> {
    let known = || calls.iter().filter_map(|call| call.about.score);
    let all = known().count();
    // A slip of the finger does not make another scale.
    let within = |low: f64, high: f64| known().filter(|s| (low..=high).contains(s)).count() * 20 >= all * 19;
    let (low, high) = if within(1.0, 5.0) {
        (2.0, 4.0)
    } else if within(0.0, 10.0) {
        (6.0, 9.0)
    } else {
        let middle = median(known()).unwrap_or_default();
        (middle.next_down(), middle.next_up())
    };
    let side = |score: f64| {
        if score <= low {
            Some(0)
        } else if score >= high {
            Some(1)
        } else {
            None
        }
    };
    calls.iter().map(|call| call.about.score.and_then(side)).collect()
}

/// Calls under and over the median of the durations.
fn durations(calls: &[Call]) -> Vec<Option<usize>> {
    let of = |call: &Call| call.duration().map(|ms| ms as f64);
    let Some(middle) = median(calls.iter().filter_map(of)) else { return vec![None; calls.len()] };
    let side = |ms: f64| if ms == middle { None } else { Some(usize::from(ms > middle)) };
    calls.iter().map(|call| of(call).and_then(side)).collect()
}
