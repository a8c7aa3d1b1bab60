//! What can be open over the choices: the conversation so far, and the question whether to stop.

use egui::Ui;

use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{page, text};
use crate::ui::words::{IN_OWN_WORDS, quoted};

use super::model::{Conversation, ConversationAction, Overlay, View};
use super::scene::{scene_text, turn_taken};

/// Said about stopping.
pub(super) const ALWAYS_ALL_RIGHT: &str = "That is always all right.";

/// Shows the conversation so far.
pub(super) fn transcript(ui: &mut Ui, model: &Conversation<'_>, opened: bool) -> Option<ConversationAction> {
    ui.add_space(space::S);
    let back = Button::plain("Back to the conversation").show(ui);
    page::focus_first(opened, &back);
    ui.add_space(space::S);
    page::scroll_from_top(ui, "transcript", |ui| {
        text::heading(ui, 2, "The conversation so far");
        let scenario = model.session.scenario();
        for (index, turn) in model.session.transcript().turns.iter().enumerate() {
            if let Some(met) = model.met.get(index) {
                scene_text(ui, scenario, met);
            }
            if let Some(words) = model.earlier_words.get(&index) {
                text::labelled(ui, IN_OWN_WORDS, &quoted(words));
            }
            turn_taken(ui, scenario, turn);
            ui.add_space(space::M);
        }
        scene_text(ui, scenario, model.session.current_scene());
        ui.add_space(space::XL);
    });
    back.clicked().then(|| close(model))
}

/// Asks whether to stop.
pub(super) fn stop(ui: &mut Ui, model: &Conversation<'_>, opened: bool) -> Option<ConversationAction> {
    let begun = !model.session.transcript().turns.is_empty();
    page::scroll_from_top(ui, "stop", |ui| {
        text::heading(ui, 2, "Stop here?");
        let ways = if begun { " You can look at the debrief of the part you have played, or leave." } else { "" };
        text::body(ui, &format!("{ALWAYS_ALL_RIGHT}{ways}"));
        ui.add_space(space::M);
        let carry_on = Button::primary("Carry on").wide().show(ui);
        page::focus_first(opened, &carry_on);
        let mut action = carry_on.clicked().then(|| close(model));
        if begun && Button::plain("Stop and look at the debrief").wide().pressed(ui) {
            action = Some(ConversationAction::StopAndDebrief);
        }
        if Button::plain("Stop and leave for the library").wide().pressed(ui) {
            action = Some(ConversationAction::StopAndLeave);
        }
        action
    })
}

const fn close(model: &Conversation<'_>) -> ConversationAction {
    ConversationAction::View(View { overlay: Overlay::Nothing, ..model.view })
}
