//! Keeps the settings, the attempts and what they came to, so that nothing is lost when the app is killed.

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::records::database::Profile;
use crate::records::{WhoPlays, store};
use crate::ui::Settings;

use super::flow::Step;
use super::notice::{Notices, Topic};

pub(super) use crate::records::store::{LookedUp, Whose, WithProfile};

/// What saves, on another thread.
#[derive(Resource, Deref)]
pub(super) struct Store(store::Store);

impl Store {
    /// The store of whoever plays, which wakes the window when there is something to tell.
    pub(super) fn of(location: &SaveLocation, proxy: &EventLoopProxyWrapper) -> Self {
        let proxy = (**proxy).clone();
        let wake = move || {
            // This fails only when the window is closing.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        };
        Self(store::Store::start(location.0.clone(), wake))
    }

    /// Waits until everything is saved, and ends: see [`store::Store::end`].
    pub(super) fn end(self, said: &WhoPlays) -> Option<Profile> {
        self.0.end(said)
    }

    pub(super) fn keep_settings(&self, settings: Settings) {
        if let Ok(text) = ron::ser::to_string(&settings) {
            self.0.keep_settings(text);
        }
    }
}

/// Where everything is kept, and for whom.
#[derive(Resource, Clone, Debug, Deref, DerefMut)]
pub(super) struct SaveLocation(pub(super) store::SaveLocation);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, start);
    app.add_systems(Update, poll.in_set(Step::Persist));
}

fn start(mut commands: Commands, location: Res<SaveLocation>, proxy: Res<EventLoopProxyWrapper>) {
    commands.insert_resource(Store::of(&location, &proxy));
}

/// Shows a problem with saving as a notice until it is solved.
fn poll(store: Res<Store>, mut notices: ResMut<Notices>) {
    for fault in store.news() {
        match fault {
            Some(fault) => notices.replace(Topic::Saving, fault),
            None => notices.withdraw(&Topic::Saving),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
