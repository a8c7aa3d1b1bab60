//! The three dimensions of a conversation, and points on each.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use super::Stage;

/// What a conversation is scored on.
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

    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Empathy => "Empathy",
            Self::Clarity => "Clarity",
            Self::DeEscalation => "De-escalation",
        }
    }
}

/// Points on the three dimensions; each of an option's is from −cap to cap, the model's `cap`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Points {
    pub empathy: i32,
    pub clarity: i32,
    pub de_escalation: i32,
}

impl Points {
    pub fn from_fn(mut points: impl FnMut(Dimension) -> i32) -> Self {
        Self {
            empathy: points(Dimension::Empathy),
            clarity: points(Dimension::Clarity),
            de_escalation: points(Dimension::DeEscalation),
        }
    }

    /// The points as they count at a stage: in a crisis, positive points of clarity count as 0.
    pub(crate) fn at(mut self, stage: Stage) -> Self {
        if stage == Stage::Crisis {
            self.clarity = self.clarity.min(0);
        }
        self
    }

    /// These weights as they count where a moment's rule adds the behaviour: at most −1 on each dimension.
    pub(super) fn when_added(self) -> Self {
        Self::from_fn(|dimension| self[dimension].min(-1))
    }

    /// The sum over the dimensions: the best option of an offer has the highest.
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
