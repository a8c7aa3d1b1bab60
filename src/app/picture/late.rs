//! One more frame where something was set on the stage after the stage had done its work.

use bevy::prelude::*;

use super::people::Figure;
use super::room::Room;
use super::view::{PictureArea, PictureVisible};
use crate::app::waker::{PassOn, Waker};
use crate::picture::face::Mood;

/// Adds the catching up.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Last, catch_up.run_if(something_was_set).before(PassOn));
}

/// Whether in this frame anything was set on the stage, maybe after the stage had done its work.
fn something_was_set(
    people: Query<(), Or<(Changed<Mood>, Changed<Figure>)>>,
    area: Res<PictureArea>,
    visible: Res<PictureVisible>,
    room: Res<Room>,
) -> bool {
    !people.is_empty() || area.is_changed() || visible.is_changed() || room.is_changed()
}

/// One more frame, so that what was set late is seen.
fn catch_up(mut waker: ResMut<Waker>) {
    waker.next_frame();
}
