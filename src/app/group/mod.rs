//! Group sessions in the window: the room that is open, the projector's window, and what is kept of sessions.

mod entrance;
mod handout_file;
mod picture;
mod projector_window;
mod room;
mod sessions;
#[cfg(target_os = "linux")]
mod x11;

use bevy::prelude::*;

pub(super) use handout_file::HandoutFile;
pub(super) use picture::RoomPicture;
pub(super) use projector_window::{OfProjector, ProjectorPass, ProjectorScreen};
pub(super) use room::{GroupRoom, How, OtherWays};
pub(super) use sessions::{Unfinished, folder, unfinished};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((room::plugin, picture::plugin, projector_window::plugin, sessions::plugin));
}
