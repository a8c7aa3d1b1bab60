//! How a conversation is built: whether it answers, whether something is at stake, and whether the moment decides.
//!
//! What needs plays is taken from those of an equal mix of trainees (random, developing, expert), which are played
//! anyway; what they meet in too few plays counts for nothing. What needs all roads is taken from the states that are
//! explored anyway. All limits are those of [`BuildLimits`](crate::rubric::BuildLimits).

mod decisions;
mod endings;
mod felt;
mod listening;
mod measure;
mod measuring;
mod moments;
mod options;
mod replies;
mod screen;
mod sightings;
mod stakes;
mod watcher;

use crate::scenario::Scenario;

use super::explore::{Explored, Seen};
use super::strategy::StrategyResult;
use super::written_decision::enough_to_judge;

pub use measure::{Breach, Measure, MeasureKind, Quantity, QuantityLimit, QuantityValue, Verdict};
use measuring::Measuring;
pub(super) use sightings::Sightings;
pub(super) use watcher::{Watch, Watcher};

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
    let kinds_ahead = stakes::kinds_ahead(scenario, limits.stakes, stakes::ENOUGH);
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
        endings::no_stakes_left(&measuring, kinds_ahead),
        endings::one_ending(&measuring, results),
        endings::no_early_door(&measuring, nearest, complete),
        screen::too_long(&measuring),
        screen::stale_reply(&measuring),
    ]
}

/// Decisions whose options all lead to the same scene in every state that was looked at.
fn one_road(measuring: &Measuring<'_>, seen: &Seen, complete: bool) -> Measure {
    let (count, corridors) = measuring.split_moments(|decision| seen.parts_ways(decision.scene));
    let limit = QuantityLimit::AtMost(measuring.limits.one_road_at_most.into());
    let what = measuring.besides_hubs("Decisions whose options all lead to the same scene");
    let quantity = Quantity::part(what, corridors.len(), count, limit);
    measuring.measure(MeasureKind::OneRoad, vec![quantity], corridors).unless_less(complete)
}
