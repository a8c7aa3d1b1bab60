//! What one frame notes for the next: where the graph stood, and what is to have the focus.

use egui::{Id, Rect, Ui};

use crate::scenario::SceneId;

/// Notes where the graph stands.
pub(super) fn note_room(ui: &Ui, room: Rect) {
    ui.data_mut(|data| data.insert_temp(room_key(), room));
}

/// Where the graph stood the last time.
pub(super) fn last_room(ui: &Ui) -> Option<Rect> {
    ui.data(|data| data.get_temp(room_key()))
}

fn room_key() -> Id {
    Id::new("bedside graph room")
}

/// Gives a scene the focus as soon as it is looked at: until then it may be out of sight, and nobody
/// can have the focus who is not told to screen readers.
pub(super) fn request_focus(ui: &Ui, scene: SceneId) {
    ui.data_mut(|data| data.insert_temp(wanted_key(), scene.index()));
}

/// Whether a scene that is looked at is to have the focus; asked once.
pub(super) fn take_focus_request(ui: &Ui, looked_at: SceneId) -> bool {
    let wanted = ui.data(|data| data.get_temp(wanted_key())) == Some(looked_at.index());
    if wanted {
        ui.data_mut(|data| data.remove_temp::<usize>(wanted_key()));
    }
    wanted
}

fn wanted_key() -> Id {
    Id::new("bedside graph focus wanted")
}

/// Notes that the focus is to go to what the scene is made of.
pub(super) fn request_pane_focus(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(pane_key(), true));
}

/// Whether the focus is to go to what the scene is made of; asked once.
pub(super) fn take_pane_focus_request(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp(pane_key())).unwrap_or(false)
}

fn pane_key() -> Id {
    Id::new("bedside scene pane wanted")
}
