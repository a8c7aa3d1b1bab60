//! What observers saw, beside what the rubric says was shown.

use crate::group::decision::{GroupDecision, Outcome};
use crate::group::handout::{Item, Section};
use crate::rubric::BehaviourId;

use super::material::Material;

pub(super) fn what_observers_saw(of: &Material<'_>) -> Option<Section> {
    let mut items: Vec<Item> = of.settled().filter_map(|decision| marks(of, decision)).collect();
    if items.is_empty() {
        return None;
    }
    let read = "Where the two differ there is something to talk about: observers see what a key cannot, and the other way \
                round.";
    items.insert(0, Item::Text(read.to_owned()));
    Some(Section::new("What observers saw", items))
}

/// The behaviours that were marked at a decision, and those that its option shows.
fn marks(of: &Material<'_>, decision: &GroupDecision) -> Option<Item> {
    let Some(Outcome::Took { choice, .. }) = decision.outcome else { return None };
    let rubric = &of.scenario.rubric;
    let marked: Vec<(BehaviourId, usize)> =
        of.group.tags(decision.id).filter_map(|(id, count)| Some((rubric.find(id)?, count))).collect();
    if marked.is_empty() {
        return None;
    }
    let shows = of.scenario.choice(choice).shows;
    let mut behaviours: Vec<BehaviourId> = marked.iter().map(|&(id, _)| id).chain(shows.iter()).collect();
    behaviours.sort_by_key(|id| id.index());
    behaviours.dedup();
    let rows = behaviours.into_iter().map(|id| {
        let count = marked.iter().find(|&&(of, _)| of == id).map_or(0, |&(_, count)| count);
        let key = if shows.contains(id) { "Shown" } else { "Not shown" };
        vec![rubric.behaviour(id).label.clone(), count.to_string(), key.to_owned()]
    });
    Some(Item::Table {
        caption: format!("{}: {}", of.name(decision), of.deed(choice)),
        columns: vec![("Behaviour", 12), ("Observers who saw it", 6), ("The rubric says", 5)],
        rows: rows.collect(),
    })
}
