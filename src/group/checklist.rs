//! What observers look for.

use crate::rubric::{Behaviour, BehaviourId};
use crate::scenario::Scenario;

/// The most behaviours on a checklist: more cannot be watched for at once.
const MOST: usize = 12;

/// The behaviours that an observer of this scenario looks for, in catalogue order: of those that its options show, the
/// ones that most options do, so that no single option can be told by it.
#[must_use]
pub fn checklist(scenario: &Scenario) -> Vec<&Behaviour> {
    let shown = |id: BehaviourId| scenario.choices.iter().filter(|choice| choice.shows.contains(id)).count();
    let catalogue = scenario.rubric.behaviours.iter().filter_map(|behaviour| scenario.rubric.find(&behaviour.id));
    let mut common: Vec<_> = catalogue.map(|id| (shown(id), id)).filter(|&(count, _)| count > 0).collect();
    common.sort_by_key(|&(count, id)| (std::cmp::Reverse(count), id.index()));
    common.truncate(MOST);
    common.sort_by_key(|&(_, id)| id.index());
    common.into_iter().map(|(_, id)| scenario.rubric.behaviour(id)).collect()
}
