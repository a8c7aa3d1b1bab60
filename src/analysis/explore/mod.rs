//! Every state that a trainee can reach, exactly, whatever chance draws.
//!
//! A state is a *situation* (scene, and all of the past that can still make a difference) and a
//! *temper* (what is felt). Situations are few and soon found, since a step between them depends on
//! feelings only by a few conditions; tempers are many and small numbers. Each turn uses a choice
//! up, so no situation leads back to itself: taken in order of the longest way to them, each is
//! looked at once, when all its states are known. Of understanding, where no rule sees it, only the
//! lowest and the highest value in each state are kept: a turn adds to it what it adds whatever it is.

mod left;
mod pass;
mod situation;
mod situations;
mod states;
mod temper;
mod wordings;

use std::num::NonZero;

pub(super) use situation::Leading;
pub(super) use wordings::varying;

/// How far to go.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// The most states that are looked at in full.
    pub states: u32,
    /// Beyond these, how many states of each situation are looked at all the same.
    pub beyond: usize,
    /// The most situations.
    pub situations: usize,
    /// How many threads share the work.
    pub threads: NonZero<usize>,
    /// Told how far it has come from time to time; it stops where this returns `false`.
    pub go_on: &'a (dyn Fn(&Progress) -> bool + Sync),
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// States looked at.
    pub states: u32,
}

pub fn try_it(scenario: &crate::scenario::Scenario, effort: &Effort<'_>, words: bool, objectives: bool) -> String {
    let also = super::relevant::Also { wordings: words, objectives };
    let limits = super::Limits { words: 1 << 26, ..super::Limits::default() };
    let keys =
        super::key::Keys::of(scenario, super::Chance::Any, super::relevant::Detail::Each, also, &limits).unwrap();
    let wordings = wordings::Wordings::of(scenario);
    let situations = situations::Situations::of(scenario, &keys, &wordings, effort.situations);
    let Some(situations) = situations else { return "too many situations".into() };
    let passed = pass::Pass::run(scenario, &situations, wordings.all.len(), effort);
    let c = |v: &Vec<std::sync::atomic::AtomicBool>| {
        v.iter().filter(|x| x.load(std::sync::atomic::Ordering::Relaxed)).count()
    };
    format!(
        "{} situations ({} met) {} levels {} states complete {} stuck {:?} offer {}/{} said {}/{} met {} missed {} of {}; scenes {}",
        situations.all.len(),
        passed.states.iter().filter(|s| !s.codes.is_empty()).count(),
        situations.levels.len(),
        passed.count,
        passed.complete,
        passed.stuck,
        c(&passed.seen.on_offer),
        scenario.choices.len(),
        c(&passed.seen.said),
        wordings.all.len(),
        c(&passed.seen.met),
        c(&passed.seen.missed),
        scenario.objectives.len(),
        scenario.scenes.len()
    )
}
