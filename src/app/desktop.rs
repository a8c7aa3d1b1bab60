//! The desktop's own setting for reduced motion.

use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::ui::Motion;

#[derive(Resource, Debug)]
pub(super) struct Desktop {
    /// What the desktop prefers; [`Motion::Full`] unless it has answered [`Motion::Reduced`].
    pub(super) motion: Motion,
    answer: Mutex<Receiver<Motion>>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, query);
    app.add_systems(PreUpdate, poll.run_if(resource_exists::<Desktop>));
}

/// Queries on another thread, so that a slow desktop does not delay the start.
fn query(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (sender, answer) = mpsc::channel();
    let proxy = (**proxy).clone();
    thread::spawn(move || {
        if desktop_is_still() && sender.send(Motion::Reduced).is_ok() {
            // This fails only when the window is closing.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    });
    commands.insert_resource(Desktop { motion: Motion::Full, answer: Mutex::new(answer) });
}

fn poll(mut desktop: ResMut<Desktop>) {
    let answer = desktop.answer.lock().ok().and_then(|answer| answer.try_recv().ok());
    if let Some(motion) = answer {
        desktop.motion = motion;
    }
}

/// Whether a GNOME-like desktop has animations switched off; `false` on other desktops.
fn desktop_is_still() -> bool {
    let answer = Command::new("gsettings")
        .args(["get", "org.gnome.desktop.interface", "enable-animations"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    answer.is_ok_and(|answer| answer.status.success() && answer.stdout.trim_ascii() == b"false")
}
