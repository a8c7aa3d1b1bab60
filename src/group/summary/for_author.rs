//! Where the facilitator disagrees with the key.

use crate::group::handout::{Item, Section};

use super::material::{Material, typed};

pub(super) fn where_the_facilitator_disagrees(of: &Material<'_>) -> Option<Section> {
    let said: Vec<Item> = of
        .settled()
        .filter_map(|decision| {
            let words = of.group.disagreements().get(&decision.id)?;
            Some(Item::Labelled(crate::sentence::introducing(&of.name(decision)), typed(words.as_str())))
        })
        .collect();
    if said.is_empty() {
        return None;
    }
    let lead = Item::Text("The facilitator sees it otherwise than the scenario does. Kept for its author:".to_owned());
    Some(Section::new("Where the facilitator disagrees", std::iter::once(lead).chain(said).collect()))
}
