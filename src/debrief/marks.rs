//! Where others come to in a scenario, as data; `analysis` finds it.

use serde::Serialize;

use crate::rubric::Dimension;

/// Whose mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkOf {
    /// One who chooses at random.
    Random,
    /// The surface strategy that does best in this scenario.
    Stranger,
    /// A developing trainee.
    Developing,
    /// An expert.
    Expert,
}

/// What a strategy comes to on average.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The strategy's name in data, as `bedside analyse --json` has it.
    pub strategy: &'static str,
    /// The strategy's name as it is shown.
    pub label: &'static str,
    /// The mean score, 0–100, half rounded up; `None` where no play exercised the dimension.
    pub empathy: Option<u8>,
    pub clarity: Option<u8>,
    pub de_escalation: Option<u8>,
}

/// Where others come to in a scenario: what a score can be compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Marks {
    pub random: Mark,
    pub stranger: Mark,
    pub developing: Mark,
    pub expert: Mark,
}

impl Marks {
    /// All four, in the order in which they are always told.
    #[must_use]
    pub const fn each(&self) -> [(MarkOf, &Mark); 4] {
        [
            (MarkOf::Random, &self.random),
            (MarkOf::Stranger, &self.stranger),
            (MarkOf::Developing, &self.developing),
            (MarkOf::Expert, &self.expert),
        ]
    }
}

impl Mark {
    #[must_use]
    pub const fn get(&self, dimension: Dimension) -> Option<u8> {
        match dimension {
            Dimension::Empathy => self.empathy,
            Dimension::Clarity => self.clarity,
            Dimension::DeEscalation => self.de_escalation,
        }
    }
}

impl MarkOf {
    /// One word, for a scale.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Random => "guessing",
            Self::Stranger => "by looks",
            Self::Developing => "learner",
            Self::Expert => "expert",
        }
    }
}
