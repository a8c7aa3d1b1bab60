//! Requests one more frame when the picture's data changed after its systems had run in this one.

use bevy::prelude::*;

use super::figure::Figure;
use super::room::Room;
use super::view::{PictureArea, PictureVisible};
use crate::app::waker::{ScheduleFrame, Waker};
use crate::picture::face::Mood;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Last, request_frame.run_if(picture_changed).before(ScheduleFrame));
}

/// Whether anything that the picture is drawn from changed in this frame, possibly too late to be drawn.
fn picture_changed(
    figures: Query<(), Or<(Changed<Mood>, Changed<Figure>)>>,
    area: Res<PictureArea>,
    visible: Res<PictureVisible>,
    room: Res<Room>,
) -> bool {
    !figures.is_empty() || area.is_changed() || visible.is_changed() || room.is_changed()
}

fn request_frame(mut waker: ResMut<Waker>) {
    waker.next_frame();
}
