//! Which turns of a call an item or a step is looked for in.

use super::grid::{Item, Stage, Step};
use crate::transcript::{Call, SpeakerRole};

/// Whose turns are read, and which of them.
#[derive(Clone, Copy)]
pub(super) struct Place {
    by: SpeakerRole,
    stage: Stage,
    turns: usize,
}

impl Place {
    pub fn of_item(item: &Item) -> Self {
        Self { by: item.by, stage: item.stage, turns: item.turns }
    }

    pub fn of_step(step: &Step) -> Self {
        Self { by: step.by, stage: step.stage, turns: step.turns }
    }

    /// Whether a turn is there.
    pub fn has(self, call: &Call, counted: &Counted, turn: usize) -> bool {
        let known = call.turns.get(turn).is_some_and(|said| call.role(said) == self.by);
        known && self.stage.has(counted.before[turn], counted.all(self.by), self.turns)
    }

    /// Whether some turn there is as it should be.
    pub fn any(self, call: &Call, fits: impl Fn(usize) -> bool) -> bool {
        let counted = Counted::of(call);
        (0..call.turns.len()).any(|turn| self.has(call, &counted, turn) && fits(turn))
    }
}

/// The turns of a call, counted by role.
pub(super) struct Counted {
    /// For each turn, how many of its role are before it.
    before: Vec<usize>,
    roles: Vec<SpeakerRole>,
}

impl Counted {
    pub fn of(call: &Call) -> Self {
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
pub(super) fn answers_other(call: &Call, turn: usize) -> bool {
    let Some(before) = turn.checked_sub(1) else { return false };
    let (before, role) = (call.role(&call.turns[before]), call.role(&call.turns[turn]));
    matches!(before, SpeakerRole::Agent | SpeakerRole::Client) && before != role
}
