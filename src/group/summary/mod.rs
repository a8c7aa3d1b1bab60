//! A group's debrief: how it felt, what happened, the patient's voice, a closer look, and what each will do next time. In
//! the order of the debrief of one trainee, of which it takes what it can.
//!
//! It names nobody, counts nobody by number and compares no person with another.

mod for_author;
mod happened;
mod looking_closer;
mod material;
mod observers;
mod other_ways;
mod page_items;
mod reactions;
mod votes;
mod words;

use crate::debrief::Debrief;
use crate::debrief::page::OtherRoads;
use crate::debrief::terms::quoted;

use super::handout::Handout;
use super::session::GroupSession;

use material::Material;

/// The debrief of a group: of all that has been played and said so far. `debrief` is that of its conversation, with marks
/// where they are known, and `other_roads` what its other choices would have led to; where they are left out, there are too
/// many. `breaks_off` is the line at which its recording breaks off; `None` where it is whole, or where there is none.
#[must_use]
pub fn summary(
    group: &GroupSession,
    debrief: &Debrief,
    other_roads: OtherRoads<'_>,
    breaks_off: Option<usize>,
) -> Handout {
    let of = Material::new(group, debrief, other_roads);
    let sections = [
        reactions::reactions(&of),
        Some(happened::what_happened(&of, breaks_off)),
        looking_closer::patients_voice(&of),
        votes::how_the_votes_went(&of),
        other_ways::other_ways(&of),
        looking_closer::scores(&of),
        looking_closer::where_it_turned(&of),
        looking_closer::every_point(&of),
        looking_closer::to_try(&of),
        observers::what_observers_saw(&of),
        words::own_words(&of),
        for_author::where_the_facilitator_disagrees(&of),
        words::commitments(&of),
        looking_closer::what_it_measures(&of),
    ];
    let title = &of.scenario.title;
    Handout {
        title: format!("{title}: the group\u{2019}s debrief"),
        about: format!("A group session with {}, looked back on.", quoted(title)),
        content_note: of.scenario.content_note.clone(),
        sections: sections.into_iter().flatten().collect(),
        origin: of.page.origin.clone(),
    }
}
