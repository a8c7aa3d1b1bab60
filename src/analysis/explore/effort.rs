//! How much of a scenario is explored before giving up.

use std::num::NonZero;

use super::super::strategy::PLAYS;

/// How much is explored before giving up, and who hears of the progress.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// The most states that are explored in full.
    pub states: u32,
    /// How many states of each situation are still explored once that many have been found.
    pub beyond: usize,
    /// The most situations.
    pub situations: usize,
    /// How often each simple strategy and each simulated trainee is played; less often where the conversation is long.
    pub plays: u32,
    /// How many threads share the work.
    pub threads: NonZero<usize>,
    /// Called with the progress from time to time; exploring stops when it returns `false`.
    pub go_on: &'a (dyn Fn(Progress) -> bool + Sync),
}

impl<'a> Effort<'a> {
    /// The default for `states`.
    pub const STATES: u32 = 12_000_000;

    /// As much as a workstation handles well: a few seconds and half a gigabyte at most.
    #[must_use]
    pub fn usual(threads: NonZero<usize>, go_on: &'a (dyn Fn(Progress) -> bool + Sync)) -> Self {
        Self { states: Self::STATES, beyond: 1000, situations: 500_000, plays: PLAYS, threads, go_on }
    }
}

/// How far exploring has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub states: u32,
}
