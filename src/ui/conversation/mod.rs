//! The conversation: what happens and is said, then the choices, beside the picture of the patient.

mod choices;
mod closing;
mod model;
mod overlay;
mod scene;
mod seen;
mod tools;

use egui::{Rect, Ui, UiBuilder, vec2};

use super::look::Look;
use super::tokens::{measure, space};
use super::widgets::{focus, page, text};

pub use model::{AuthorAccess, Conversation, ConversationAction, Overlay, OwnWords, Pace, TimeLeft, View};
pub(crate) use scene::scene_text;

/// The result of showing the conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct ConversationOutput {
    /// Where the picture belongs, in points; the view leaves this area empty.
    pub picture: Rect,
    /// Whether every option of this scene has been in view, at once or one after the other.
    pub options_seen: bool,
    pub action: Option<ConversationAction>,
}

/// Shows the conversation beside or below the picture.
pub fn show(ui: &mut Ui, model: &Conversation<'_>) -> ConversationOutput {
    let opened = focus::opened(ui, model.focus_key());
    let [picture, pane] = areas(ui);
    ui.painter().rect_filled(pane, 0.0, text::palette(ui).background);
    // The scroll bar is at the pane's edge.
    let inner = Rect::from_min_max(pane.min + vec2(space::XL, space::S), pane.max);
    let action = ui
        .scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            ui.set_clip_rect(pane.intersect(ui.clip_rect()));
            match model.view.overlay {
                Overlay::Transcript => overlay::transcript(ui, model, opened),
                Overlay::Stop => overlay::stop(ui, model, opened),
                Overlay::Nothing => scene_and_choices(ui, model, opened),
            }
        })
        .inner;
    let escape = focus::escape(ui) && !model.is_closed();
    let options_seen = seen::all(ui, model);
    ConversationOutput { picture, options_seen, action: action.or_else(|| escape.then(|| model.on_escape())) }
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

fn scene_and_choices(ui: &mut Ui, model: &Conversation<'_>, opened: bool) -> Option<ConversationAction> {
    let room_for_tools = ui.available_height() >= Look::of(ui.ctx()).scaled(measure::TOOLS_FROM);
    let mut action = None;
    if room_for_tools && !model.is_closed() {
        action = tools::tools(ui, model);
    }
    let transcript = model.session.transcript();
    let scene = format!("scene {} of {}", transcript.turns.len(), transcript.seed);
    let shown = page::scroll(ui, &scene, |ui| {
        ui.set_max_width(ui.available_width().min(Look::of(ui.ctx()).scaled(measure::COLUMN)));
        let requested = scene::scene(ui, model, opened);
        let chosen =
            if model.is_closed() { closing::closing(ui, model) } else { choices_or_own_words(ui, model, opened) };
        let tool = if room_for_tools || model.is_closed() { None } else { tools::tools(ui, model) };
        ui.add_space(space::XL);
        chosen.or(requested).or(tool)
    });
    shown.or(action)
}

fn choices_or_own_words(ui: &mut Ui, model: &Conversation<'_>, opened: bool) -> Option<ConversationAction> {
    let help = tools::help(ui, model);
    let time = model.time.and_then(|time| tools::time(ui, time));
    let chosen = match model.own_words {
        OwnWords::Typing(draft) => choices::own_words(ui, draft, opened),
        OwnWords::Off | OwnWords::Done(_) => choices::choices(ui, model, opened),
    };
    chosen.or(help).or(time)
}
