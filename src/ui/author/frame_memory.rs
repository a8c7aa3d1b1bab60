//! What one frame remembers for the next: where the graph was, and what should get the focus.

use egui::{Id, Rect, Ui};

use crate::scenario::SceneId;

/// Remembers where the graph is.
pub(super) fn note_room(ui: &Ui, room: Rect) {
    ui.data_mut(|data| data.insert_temp(room_key(), room));
}

/// Where the graph was in the last frame.
pub(super) fn last_room(ui: &Ui) -> Option<Rect> {
    ui.data(|data| data.get_temp(room_key()))
}

fn room_key() -> Id {
    Id::new("bedside graph room")
}

/// Requests the focus for a scene once it is selected: before that it may be out of sight, and what is not reported to
/// screen readers cannot have the focus.
pub(super) fn request_focus(ui: &Ui, scene: SceneId) {
    ui.data_mut(|data| data.insert_temp(wanted_key(), scene.index()));
}

/// Whether the focus was requested for the selected scene; clears the request.
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

/// Requests the focus for the pane with the scene's details.
pub(super) fn request_pane_focus(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(pane_key(), true));
}

/// Whether the focus was requested for the pane; clears the request.
pub(super) fn take_pane_focus_request(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp(pane_key())).unwrap_or(false)
}

fn pane_key() -> Id {
    Id::new("bedside scene pane wanted")
}
