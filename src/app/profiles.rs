//! Somebody else plays: what was kept of the one before makes room for what is kept of the next.

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::ui::library::Filter;

use super::app_data::{AppData, Preferences};
use super::flow::AsksWho;
use super::notice::Notices;
use super::options::WhoPlays;
use super::persist::NotSavedYet;
use super::saved_state::{LastSaved, SavedState, ThisPlayer};
use super::sending::Dispatch;
use super::store::{SaveLocation, Store};

/// Lets somebody play from now on. Waits until all is saved of whoever has played so far. No conversation may be under way.
pub(super) fn play_as(world: &mut World, who: &WhoPlays) {
    drop(world.remove_resource::<Store>());
    // Its lock is let go of before the next is taken.
    drop(world.remove_resource::<ThisPlayer>());
    let folder = world.resource::<SaveLocation>().folder.clone();
    let state = SavedState::of(folder.as_deref(), who);
    let store = Store::of(&state.location, world.resource::<EventLoopProxyWrapper>());
    let dispatch = Dispatch::of(&state.location, world.resource::<EventLoopProxyWrapper>());
    world.insert_resource(dispatch);
    begin(world, state, store);
}

/// Puts what is kept of whoever plays now in the place of what was kept of the one before.
fn begin(world: &mut World, state: SavedState, store: Store) {
    let last_saved = LastSaved::of(&state);
    let mut data = world.resource_mut::<AppData>();
    data.kept = state.attempts;
    data.played = state.played;
    data.filter = Filter::default();
    let mut notices = world.resource_mut::<Notices>();
    // What was told so far was for somebody else.
    *notices = Notices::default();
    for problem in state.problems {
        notices.push(problem);
    }
    world.insert_resource(Preferences(state.settings));
    world.insert_resource(AsksWho(state.asks_who));
    world.insert_resource(NotSavedYet::default());
    world.insert_resource(state.location);
    world.insert_resource(ThisPlayer(state.player));
    world.insert_resource(last_saved);
    world.insert_resource(store);
}
