//! Whether every option of a scene has been in view, as a timer needs to know before it starts.

use egui::{Id, Rect, Ui};

use super::model::Conversation;

/// Which edges of a scene's options have been in view. An option may be higher than the window, so its upper and its
/// lower edge need not be in view at the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Seen {
    /// The seed and the number of turns taken, which tell the scenes of a conversation apart.
    scene: (u64, usize),
    edges: Vec<[bool; 2]>,
}

/// Notes which edges of the option with this `index` in the offer are in view, `rect` being its card.
pub(super) fn note(ui: &Ui, model: &Conversation<'_>, index: usize, rect: Rect) {
    if ui.is_sizing_pass() {
        return;
    }
    let mut seen = of_scene(ui, model);
    let clip = ui.clip_rect().expand(1.0).y_range();
    if let Some(edges) = seen.edges.get_mut(index) {
        edges[0] |= clip.contains(rect.top());
        edges[1] |= clip.contains(rect.bottom());
    }
    ui.data_mut(|data| data.insert_temp(key(), seen));
}

/// Whether every option on offer has been in view.
pub(super) fn all(ui: &Ui, model: &Conversation<'_>) -> bool {
    let edges = of_scene(ui, model).edges;
    !edges.is_empty() && edges.iter().flatten().all(|&edge| edge)
}

/// What has been seen of the current scene.
fn of_scene(ui: &Ui, model: &Conversation<'_>) -> Seen {
    let transcript = model.session.transcript();
    let scene = (transcript.seed, transcript.turns.len());
    let options = model.session.current_scene().offer.len();
    let before: Option<Seen> = ui.data(|data| data.get_temp(key()));
    before
        .filter(|seen| seen.scene == scene && seen.edges.len() == options)
        .unwrap_or_else(|| Seen { scene, edges: vec![[false; 2]; options] })
}

fn key() -> Id {
    Id::new("bedside options seen")
}
