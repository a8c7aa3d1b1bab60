//! What the options of decisions are worth before the moment's rule, and how much each shows.

use crate::rubric::{AtMoment, BuildLimits};
use crate::scenario::{Choice, Scenario};

use super::super::written_decision::WrittenDecision;
use super::measure::{Measure, MeasureKind, Quantity, QuantityLimit};
use super::measuring::Measuring;

/// Decisions at which, before the moment's rule, another option stands near the best or above it.
pub(super) fn no_rival(measuring: &Measuring<'_>) -> Measure {
    let BuildLimits { rival, .. } = measuring.limits;
    let scenario = measuring.scenario;
    let (with, without) = measuring.split(|decision| has_rival(scenario, decision, rival.within));
    let what = "Decisions at which, but for the moment, another option is nearly as good as the best";
    let quantity = Quantity::part(what, with, measuring.decisions.len(), QuantityLimit::AtLeast(rival.at_least.into()));
    measuring.measure(MeasureKind::NoRival, vec![quantity], without)
}

fn has_rival(scenario: &Scenario, decision: &WrittenDecision<'_>, within: i32) -> bool {
    let Some((best, choice)) = decision.best() else { return false };
    let before = |choice: &Choice| scenario.rubric.points(choice.shows, AtMoment::Unnamed).sum();
    let least = before(choice) - within;
    decision.options.iter().any(|(id, choice)| *id != best && before(choice) >= least)
}

/// Decisions at which the best option alone shows the most behaviours.
pub(super) fn best_shows_most(measuring: &Measuring<'_>) -> Measure {
    let (_, alone) = measuring.split(|decision| !best_alone_shows_most(decision));
    let limit = QuantityLimit::AtMost(measuring.limits.best_shows_most_at_most.into());
    let what = "Decisions at which the best option alone shows the most";
    let quantity = Quantity::part(what, alone.len(), measuring.decisions.len(), limit);
    measuring.measure(MeasureKind::BestShowsMost, vec![quantity], alone)
}

fn best_alone_shows_most(decision: &WrittenDecision<'_>) -> bool {
    let shows = |choice: &Choice| choice.shows.iter().count();
    let most = decision.options.iter().map(|(_, choice)| shows(choice)).max();
    let mut showing = decision.options.iter().filter(|(_, choice)| Some(shows(choice)) == most);
    let first = showing.next();
    showing.next().is_none() && first.is_some_and(|(_, choice)| decision.is_best(choice))
}
