//! What conditions count turns or minutes from.

use super::{ChoiceId, SceneId};

/// Something that comes about in a conversation, perhaps more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The scene is entered.
    Scene(SceneId),
    /// The choice is taken.
    Choice(ChoiceId),
}

/// In what time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    Turns,
    Minutes,
}

/// Something since which conditions count turns or minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    pub event: Event,
    pub unit: TimeUnit,
    /// The highest count that a condition asks for. Where it is 0, conditions ask only whether it has just come about.
    pub most: u16,
}

impl Since {
    /// What a state keeps once the event has come about: 1, and so many turns or minutes later as much more.
    pub(crate) const JUST: u16 = 1;

    /// What a state keeps after `passed` more turns or minutes. All counts beyond the highest that is asked for are one.
    pub(crate) fn later(self, kept: u16, passed: u16) -> u16 {
        if kept == 0 || passed == 0 {
            return kept;
        }
        match self.most {
            0 => 0,
            most => kept.saturating_add(passed).min(most + Self::JUST),
        }
    }
}
