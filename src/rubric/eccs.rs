//! The level of an answer to a feeling.

use serde::{Deserialize, Serialize};

/// A level of the Empathic Communication Coding System (ECCS) of Bylund and Makoul, 0 (denies) to 5 (confirms);
/// level 6 is never derived from behaviours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EccsLevel(u8);

impl EccsLevel {
    pub const MAX: u8 = 5;
    /// An answer that denies the feeling.
    pub const DENIES: Self = Self(0);
    /// An answer that shows none of the behaviours with a level.
    pub const AUTOMATIC: Self = Self(1);

    /// `None` above [`EccsLevel::MAX`].
    #[must_use]
    pub fn new(level: u8) -> Option<Self> {
        (level <= Self::MAX).then_some(Self(level))
    }

    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// What the level means, in plain words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self.0 {
            0 => "denied the feeling",
            1 => "passed over the feeling",
            2 => "acknowledged it from a distance",
            3 => "acknowledged the feeling",
            4 => "explored the feeling",
            _ => "confirmed the feeling",
        }
    }
}
