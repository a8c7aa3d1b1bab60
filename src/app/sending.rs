//! What is sent to a record store while the window is open.

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::policy::Feature;
use crate::records::record_store::{Dispatcher, Sending};

use super::flow::Screen;
use super::store::SaveLocation;
use super::this_computer::ThisComputer;

/// What sends; nothing does while nothing is kept, or where it is switched off.
#[derive(Resource, Debug)]
pub(super) struct Dispatch(Option<Dispatcher>);

impl Dispatch {
    pub(super) fn of(location: &SaveLocation, computer: &ThisComputer, proxy: &EventLoopProxyWrapper) -> Self {
        let proxy = (**proxy).clone();
        let wake = move || {
            // This fails only when the window is closing.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        };
        let kept_in = location.kept_in().filter(|_| !computer.is_off(Feature::Sending));
        let named = computer.record_store.clone();
        Self(kept_in.map(|folder| Dispatcher::start(folder.to_owned(), location.profile.id, named, wake)))
    }

    pub(super) const fn dispatcher(&self) -> Option<&Dispatcher> {
        self.0.as_ref()
    }

    /// How sending stands.
    pub(super) fn sending(&self) -> Sending {
        self.0.as_ref().map(Dispatcher::sending).unwrap_or_default()
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, start);
    // There an attempt may just have come to its end, and here somebody looks.
    app.add_systems(OnEnter(Screen::Library), look);
    app.add_systems(OnEnter(Screen::Profile), look);
}

fn start(
    mut commands: Commands,
    (location, computer): (Res<SaveLocation>, Res<ThisComputer>),
    proxy: Res<EventLoopProxyWrapper>,
) {
    commands.insert_resource(Dispatch::of(&location, &computer, &proxy));
}

fn look(dispatch: Option<Res<Dispatch>>) {
    if let Some(dispatcher) = dispatch.as_ref().and_then(|dispatch| dispatch.dispatcher()) {
        dispatcher.look();
    }
}
