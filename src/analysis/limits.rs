//! How much is explored before giving up, and the error when that does not suffice.

use thiserror::Error;

/// How much is explored before giving up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most states, 2,000,000 by default.
    pub states: usize,
    /// The most memory for them, in words of 64 bits, 16 Mi (128 MiB) by default.
    pub words: usize,
    /// The most states of the relaxation (see `relaxation.rs`) in which each choice taken is kept, 20,000 by default;
    /// where there are more, only the number of choices taken in each scene is kept. Also the most situations that are
    /// followed to see which scenes can be revisited (`revisits.rs`); where there are more, all that lie on a cycle may.
    pub detailed: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { states: 2_000_000, words: 16 << 20, detailed: 20_000 }
    }
}

/// There are more roads than the limits allow: nothing that depends on all of them is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not computed: too many roads (more than {states} states)")]
pub struct TooLarge {
    /// How many states had been found when the limits were exceeded.
    pub states: usize,
}
