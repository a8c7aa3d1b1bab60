//! One play of a strategy, on the state alone: no wordings are drawn and no transcript is kept.

use crate::debrief::Share;
use crate::rubric::{Dimension, Feelings};
use crate::scenario::{ChoiceId, Scenario, SceneId, Target};
use crate::session::{Arrival, BranchTaken, Chance, Decision, NoReasons, State};

use super::Strategy;
use super::choosing::Chooser;

/// The result of a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Play {
    /// What was gained on each dimension, in the order of [`Dimension::ALL`].
    pub(super) shares: [Share; 3],
    /// The scene in which nothing was left on offer.
    pub(super) end: SceneId,
    /// How the patient felt there.
    pub(super) feelings: Feelings,
    /// How many decisions were made.
    pub(super) decisions: usize,
    /// Whether chance drew where a choice led.
    pub(super) by_chance: bool,
}

/// What happens in a play.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) enum Event<'a> {
    /// The scene of the state was entered, with these options on offer, in written order.
    Entered(&'a [ChoiceId]),
    /// The choice was taken, and the state has changed with it; the scene is not left yet.
    Taken {
        choice: ChoiceId,
        target: Target,
        /// Which target of the branch chance drew, where there was something to draw.
        drawn: Option<usize>,
    },
    /// The scene was left.
    Arrived(Arrival),
}

/// Plays until nothing is on offer, which always happens, since every choice can be taken only once. `watch` is called
/// with everything that happens, and the state in which it does.
pub(in crate::analysis) fn play(
    scenario: &Scenario,
    chooser: &Chooser<'_>,
    strategy: Strategy,
    chance: Chance,
    mut watch: impl FnMut(&State, Event<'_>),
) -> Play {
    let mut state = State::begin(scenario);
    let mut shares = [Share::default(); 3];
    let (mut by_chance, mut decisions) = (false, 0);
    let mut offer: Vec<ChoiceId> = Vec::new();
    loop {
        offer.clear();
        offer.extend(state.options(scenario));
        watch(&state, Event::Entered(&offer));
        let Some(choice) = chooser.choose(strategy, &offer, &state, chance) else {
            return Play { shares, end: state.scene, feelings: state.mind.feelings, decisions, by_chance };
        };
        if let Some(decision) = Decision::new(scenario, &offer, choice, state.mind.stage) {
            decisions += 1;
            for (share, dimension) in shares.iter_mut().zip(Dimension::ALL) {
                share.add(&decision, dimension);
            }
        }
        let draw = |state: &State, taken: &BranchTaken<'_>| taken.draw(scenario, chance, state, choice);
        let (target, drawn) = state.follow(scenario, choice, &mut NoReasons, draw);
        watch(&state, Event::Taken { choice, target, drawn });
        let arrival = state.arrive(scenario, target);
        watch(&state, Event::Arrived(arrival));
        by_chance |= drawn.is_some();
    }
}
