//! How a conversation is built: whether it answers, whether something is at stake, and whether the moment decides.
//!
//! What needs plays is taken from those of an equal mix of trainees (random, developing, expert), which are played
//! anyway; what they meet in too few plays counts for nothing. What needs all roads is taken from the states that are
//! explored anyway. All limits are those of [`BuildLimits`].

mod decisions;
mod endings;
mod felt;
mod listening;
mod measure;
mod moments;
mod options;
mod replies;
mod screen;
mod sightings;
mod stakes;
mod watcher;

use crate::rubric::BuildLimits;
use crate::scenario::{Scenario, SceneId};

use super::explore::{Explored, Seen};
use super::strategy::StrategyResult;
use super::written_decision::{WrittenDecision, enough_to_judge};

pub use measure::{Breach, Measure, MeasureKind, Quantity, QuantityLimit, QuantityValue, Verdict};
pub(super) use sightings::Sightings;
pub(super) use watcher::{Watch, Watcher};

/// What all measures are taken from.
struct Measuring<'a> {
    scenario: &'a Scenario,
    limits: &'a BuildLimits,
    /// Whether the scenario has decisions enough to be judged as a whole.
    judged: bool,
    /// Those that count. A hub, which is a list of topics and no decision about a moment, is to be left out here for
    /// [`MeasureKind::OneRoad`] and [`MeasureKind::MomentUnnamed`] once the format has one.
    decisions: Vec<WrittenDecision<'a>>,
    sightings: &'a Sightings,
}

/// All measures, in the order in which they are always shown.
pub(super) fn measures(
    scenario: &Scenario,
    results: &[StrategyResult],
    sightings: &Sightings,
    seen: &Seen,
    explored: Option<&Explored>,
) -> Vec<Measure> {
    let limits = &scenario.rubric.fairness.build;
    let decisions = decisions::counted(scenario, sightings);
    let measuring = Measuring { scenario, limits, judged: enough_to_judge(scenario), decisions, sightings };
    let complete = explored.is_some_and(Explored::complete);
    let nearest = explored.and_then(|explored| explored.nearest_ending(scenario));
    let kinds_ahead = stakes::kinds_ahead(scenario, limits.stakes.decisions, limits.stakes.kinds);
    vec![
        one_road(&measuring, seen, complete),
        replies::same_answer(&measuring),
        felt::deaf_to_feelings(&measuring),
        options::no_rival(&measuring),
        options::best_shows_most(&measuring),
        moments::unnamed(&measuring),
        moments::two(&measuring),
        moments::kinds(&measuring),
        moments::met_by_all(&measuring),
        moments::not_there(&measuring),
        endings::no_stakes_left(&measuring, kinds_ahead.as_deref()),
        endings::one_ending(&measuring, results),
        endings::no_early_door(&measuring, nearest, complete),
        screen::too_long(&measuring),
        screen::stale_reply(&measuring),
    ]
}

/// Decisions whose options all lead to the same scene in every state that was looked at.
fn one_road(measuring: &Measuring<'_>, seen: &Seen, complete: bool) -> Measure {
    let (_, corridors) = measuring.split(|decision| seen.parts_ways(decision.scene));
    let limit = QuantityLimit::AtMost(measuring.limits.one_road_at_most.into());
    let what = "Decisions whose options all lead to the same scene";
    let quantity = Quantity::part(what, corridors.len(), measuring.decisions.len(), limit);
    measuring.measure(MeasureKind::OneRoad, vec![quantity], corridors).unless_less(complete)
}

impl Measuring<'_> {
    /// How many decisions are as they should be, and the scenes of the others.
    fn split(&self, mut is_good: impl FnMut(&WrittenDecision<'_>) -> bool) -> (usize, Vec<SceneId>) {
        let bad: Vec<SceneId> =
            self.decisions.iter().filter(|decision| !is_good(decision)).map(|decision| decision.scene).collect();
        (self.decisions.len() - bad.len(), bad)
    }

    fn measure(&self, kind: MeasureKind, quantities: Vec<Quantity>, scenes: Vec<SceneId>) -> Measure {
        let breaches = scenes.into_iter().map(|scene| Breach { part: self.scene(scene), found: None });
        Measure::new(kind, self.judged, quantities, breaches.collect())
    }

    /// A quantity that plays show; nothing where there were none.
    fn if_played(&self, quantity: Quantity) -> Vec<Quantity> {
        if self.sightings.plays == 0 { Vec::new() } else { vec![quantity] }
    }
}
