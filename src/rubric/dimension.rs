//! The three dimensions of a conversation, and points on each.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use super::Stage;

/// What a conversation is debriefed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Feeling with the patient, and showing it.
    Empathy,
    /// Being understood.
    Clarity,
    /// Bringing tension down.
    DeEscalation,
}

impl Dimension {
    /// All three, in the order they are always shown.
    pub const ALL: [Self; 3] = [Self::Empathy, Self::Clarity, Self::DeEscalation];

    /// What people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Empathy => "Empathy",
            Self::Clarity => "Clarity",
            Self::DeEscalation => "De-escalation",
        }
    }
}

/// Points on the three dimensions; an option's lie in −cap..=cap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Points {
    /// Points of empathy (e).
    pub empathy: i32,
    /// Points of clarity (c).
    pub clarity: i32,
    /// Points of de-escalation (d).
    pub de_escalation: i32,
}

impl Points {
    /// Points from a function of the dimension.
    pub fn from_fn(mut points: impl FnMut(Dimension) -> i32) -> Self {
        Self {
            empathy: points(Dimension::Empathy),
            clarity: points(Dimension::Clarity),
            de_escalation: points(Dimension::DeEscalation),
        }
    }

    /// What points count at a stage: in a crisis a positive clarity counts nothing.
    pub(crate) fn at(mut self, stage: Stage) -> Self {
        if stage == Stage::Crisis {
            self.clarity = self.clarity.min(0);
        }
        self
    }

    /// e + c + d: what "best" means of an option.
    #[must_use]
    pub const fn sum(self) -> i32 {
        self.empathy + self.clarity + self.de_escalation
    }
}

impl Index<Dimension> for Points {
    type Output = i32;

    fn index(&self, dimension: Dimension) -> &i32 {
        match dimension {
            Dimension::Empathy => &self.empathy,
            Dimension::Clarity => &self.clarity,
            Dimension::DeEscalation => &self.de_escalation,
        }
    }
}

impl IndexMut<Dimension> for Points {
    fn index_mut(&mut self, dimension: Dimension) -> &mut i32 {
        match dimension {
            Dimension::Empathy => &mut self.empathy,
            Dimension::Clarity => &mut self.clarity,
            Dimension::DeEscalation => &mut self.de_escalation,
        }
    }
}
