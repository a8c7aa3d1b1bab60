//! Somebody else plays: what was kept of the one before makes room for what is kept of the next.

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::records::WhoPlays;
use crate::ui::library::Filter;

use super::app_data::{AppData, Preferences};
use super::flow::{AsksWho, Screen, Step};
use super::notice::Notices;
use super::persist::NotSavedYet;
use super::saved_state::{LastSaved, SavedState, ThisPlayer};
use super::sending::Dispatch;
use super::store::{SaveLocation, Store, Whose};
use super::this_computer::ThisComputer;
use super::workstation::Workstation;

/// What is said of what was played before it was known by whom.
const SAY_WHO: &str =
    "Several people practise here. Say which of them you are: what you have just played is then kept with the rest.";

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, settle.in_set(Step::Apply).run_if(in_state(Screen::Library)));
}

/// Follows what the store finds out of whoever plays, as soon as no conversation is under way.
fn settle(store: Res<Store>, location: Res<SaveLocation>, mut commands: Commands) {
    let profile = match store.whose() {
        Whose::AsSaid => return,
        Whose::NotSaid => {
            commands.queue(|world: &mut World| {
                world.resource_mut::<Notices>().push(SAY_WHO);
                world.insert_resource(AsksWho(true));
                world.resource_mut::<NextState<Screen>>().set(Screen::Chooser);
            });
            return;
        }
        Whose::Found(profile) => profile,
        Whose::Deleted => location.profile.clone(),
    };
    commands.queue(move |world: &mut World| play_as(world, WhoPlays::Known(profile), Screen::Library));
}

/// Lets somebody play from now on, and opens a screen; where it has still to be said who, that is asked. Waits until all is
/// saved of whoever has played so far. No conversation may be under way.
pub(super) fn play_as(world: &mut World, who: WhoPlays, then: Screen) {
    let saved_for = world.remove_resource::<Store>().and_then(|store| store.end(&who));
    let who = saved_for.map_or(who, WhoPlays::Known);
    // Its lock is let go of before the next is taken.
    drop(world.remove_resource::<ThisPlayer>());
    let computer = world.resource::<ThisComputer>().clone();
    let who = computer.who(who);
    let folder = world.resource::<SaveLocation>().folder.clone();
    let state = SavedState::of(folder.as_deref(), &who);
    let store = Store::of(&state.location, world.resource::<EventLoopProxyWrapper>());
    let dispatch = Dispatch::of(&state.location, &computer, world.resource::<EventLoopProxyWrapper>());
    world.insert_resource(dispatch);
    let screen = if state.asks_who { Screen::Chooser } else { then };
    world.resource_mut::<NextState<Screen>>().set(screen);
    begin(world, state, store);
}

/// Puts what is kept of whoever plays now in the place of what was kept of the one before.
fn begin(world: &mut World, state: SavedState, store: Store) {
    let reading = world.resource::<Workstation>().reading();
    let last_saved = LastSaved::of(&state, reading);
    world.insert_resource(Preferences(state.settings(reading)));
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
    world.insert_resource(AsksWho(state.asks_who));
    world.insert_resource(NotSavedYet::default());
    world.insert_resource(state.location);
    world.insert_resource(ThisPlayer(state.player));
    world.insert_resource(last_saved);
    world.insert_resource(store);
}
