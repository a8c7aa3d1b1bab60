//! What the patient feels, and the stages of agitation.

use serde::{Deserialize, Serialize};

use crate::source::decoding::words::words;

words! {
    /// One of the three feelings.
    pub enum Feeling: "a feeling" {
        /// How upset the patient is.
        Agitation = "agitation",
        /// How far the patient trusts the trainee.
        Trust = "trust",
        /// How well the patient understands what is going on.
        Understanding = "understanding",
    }
}

words! {
    /// A stage of agitation, from the lowest.
    pub enum Stage: "a stage of agitation" {
        /// Agitation below 25.
        Calm = "calm",
        /// Entered at 25, left below 20.
        Anxious = "anxious",
        /// Entered at 50, left below 45.
        Escalating = "escalating",
        /// Entered at 75, left below 70. Explanations do not count here.
        Crisis = "crisis",
    }
}

impl Feeling {
    /// All three, in the order they are always shown.
    pub const ALL: [Self; 3] = [Self::Agitation, Self::Trust, Self::Understanding];
}

impl Stage {
    /// All four, from the lowest.
    pub const ALL: [Self; 4] = [Self::Calm, Self::Anxious, Self::Escalating, Self::Crisis];
}

/// The three feelings, each 0–100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Feelings {
    pub agitation: u8,
    pub trust: u8,
    pub understanding: u8,
}

impl Feelings {
    #[must_use]
    pub const fn get(self, feeling: Feeling) -> u8 {
        match feeling {
            Feeling::Agitation => self.agitation,
            Feeling::Trust => self.trust,
            Feeling::Understanding => self.understanding,
        }
    }

    pub(crate) const fn set(&mut self, feeling: Feeling, value: u8) {
        match feeling {
            Feeling::Agitation => self.agitation = value,
            Feeling::Trust => self.trust = value,
            Feeling::Understanding => self.understanding = value,
        }
    }
}
