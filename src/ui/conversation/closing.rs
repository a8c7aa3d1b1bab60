//! The end of a conversation.

use egui::Ui;

use crate::attempt::STOPPED_HERE;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text;

use super::model::{AuthorAccess, Conversation, ConversationAction};
use super::overlay::ALWAYS_ALL_RIGHT;

/// Says that the conversation is over, with a button that goes on to the reflection.
pub(super) fn closing(ui: &mut Ui, model: &Conversation<'_>) -> Option<ConversationAction> {
    if model.author_access == AuthorAccess::Rehearsal {
        return rehearsed(ui);
    }
    ui.add_space(space::M);
    let ends = "This is where the conversation ends.";
    let over = if model.stopped {
        format!("{STOPPED_HERE} {ALWAYS_ALL_RIGHT}")
    } else if model.session.ending().is_some() {
        ends.to_owned()
    } else {
        format!("There is nothing left to say for now. {ends}")
    };
    text::strong(ui, &over);
    text::body(ui, "Take a breath. Next you are asked how it felt; then comes the debrief.");
    ui.add_space(space::S);
    Button::primary("Continue").pressed(ui).then_some(ConversationAction::Continue)
}

fn rehearsed(ui: &mut Ui) -> Option<ConversationAction> {
    ui.add_space(space::M);
    text::strong(ui, "This is where the rehearsal ends.");
    text::body(ui, "It was no attempt: nothing of it is saved or scored.");
    ui.add_space(space::S);
    Button::primary("Back to the author\u{2019}s view").pressed(ui).then_some(ConversationAction::Author)
}
