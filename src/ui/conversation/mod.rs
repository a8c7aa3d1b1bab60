//! The conversation: what happens and is said, then the choices, beside the picture of the patient and over it.

mod choices;
mod closing;
mod density;
mod model;
mod notes;
mod overlay;
mod pane;
mod scene;
mod seen;
mod story;
mod tools;

use egui::{Rect, Ui, UiBuilder, vec2};

use super::look::Look;
use super::tokens::{measure, space};
use super::widgets::{focus, text};

pub use model::{AuthorAccess, Conversation, ConversationAction, Overlay, OwnWords, Pace, Saving, TimeLeft, View};
pub(crate) use scene::scene_text;

/// The result of showing the conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct ConversationOutput {
    /// Where the picture belongs, in points. Above the captions the view leaves it empty.
    pub picture: Rect,
    /// Whether every option of this scene has been in view, at once or one after the other.
    pub options_seen: bool,
    pub action: Option<ConversationAction>,
}

/// Shows the conversation beside or below the picture.
pub fn show(ui: &mut Ui, model: &Conversation<'_>) -> ConversationOutput {
    let opened = focus::opened(ui, model.focus_key());
    let [picture, pane] = areas(ui);
    let inner = inside(pane);
    ui.painter().rect_filled(pane, 0.0, text::palette(ui).background);
    let action = ui
        .scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            ui.set_clip_rect(pane.intersect(ui.clip_rect()));
            match model.view.overlay {
                Overlay::Transcript => overlay::transcript(ui, model, opened),
                Overlay::Stop => overlay::stop(ui, model, opened),
                Overlay::Nothing => pane::pane(ui, model, picture, opened),
            }
        })
        .inner;
    let escape = focus::escape(ui) && !model.is_closed();
    let options_seen = seen::all(ui, model);
    ConversationOutput { picture, options_seen, action: action.or_else(|| escape.then(|| model.on_escape())) }
}

/// The pane without its margins. Its scroll bar is at its edge.
fn inside(pane: Rect) -> Rect {
    Rect::from_min_max(pane.min + vec2(space::XL, space::S), pane.max)
}

/// The areas of the picture and of everything else.
fn areas(ui: &Ui) -> [Rect; 2] {
    let whole = ui.max_rect();
    let look = Look::of(ui.ctx());
    if whole.width() >= look.scaled(measure::WIDE) {
        let (picture, pane) = whole.split_left_right_at_fraction(measure::PICTURE_WIDTH);
        [picture, pane]
    } else {
        let height = (whole.height() * measure::PICTURE_HEIGHT).max(measure::PICTURE_MIN_HEIGHT).round();
        let (picture, pane) = whole.split_top_bottom_at_y(whole.top() + height);
        [picture, pane]
    }
}
