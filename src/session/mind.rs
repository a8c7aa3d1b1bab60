//! What the patient carries from turn to turn.

use crate::rubric::{Feelings, Model, Stage};

use super::Felt;

/// What the patient carries from turn to turn: all that the arithmetic of feelings reads and writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mind {
    pub feelings: Feelings,
    pub stage: Stage,
    /// Whether a crisis has not yet been followed by agitation low enough for recovery.
    pub(crate) after_crisis: bool,
    /// Turns of recovery left.
    pub(crate) recovery: u8,
    /// Whether the last turn had negative points on de-escalation.
    pub(crate) hard_last: bool,
}

impl Mind {
    /// The mind at the beginning of a conversation.
    pub(crate) const fn begin(felt: Felt) -> Self {
        let Felt { feelings, stage } = felt;
        Self { feelings, stage, after_crisis: matches!(stage, Stage::Crisis), recovery: 0, hard_last: false }
    }

    /// Whether the patient is still recovering from a crisis.
    #[must_use]
    pub const fn recovering(&self) -> bool {
        self.recovery > 0
    }

    /// Sets feelings and stage, and brings the recovery from a crisis up to date.
    pub(crate) fn feels(&mut self, model: &Model, felt: Felt) {
        self.feelings = felt.feelings;
        self.stage = felt.stage;
        if self.stage == Stage::Crisis {
            self.after_crisis = true;
            self.recovery = 0;
        } else if self.after_crisis && self.feelings.agitation < model.recovery.below {
            self.after_crisis = false;
            self.recovery = model.recovery.turns;
        } else {
            self.recovery = self.recovery.saturating_sub(1);
        }
    }
}
