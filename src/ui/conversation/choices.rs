//! The options as large cards of equal weight, and the text box for own words before them.

use egui::accesskit::Role;
use egui::{Key, KeyboardShortcut, Modifiers, Response, Ui};

use crate::scenario::{ChoiceId, Scenario, Words};
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::CardButton;
use crate::ui::widgets::radio::mark_group;
use crate::ui::widgets::text::{self, Ink};
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{focus, page};
use crate::ui::words::{IN_OWN_WORDS, OWN_WORDS_NOTE, done_and_said, quoted};

use super::model::{Conversation, ConversationAction, OwnWords};
use super::seen;

/// Shows the options. They can also be chosen by their digits.
pub(super) fn choices(ui: &mut Ui, model: &Conversation<'_>, opened: bool) -> Option<ConversationAction> {
    let mut taken = None;
    if let OwnWords::Done(words) = model.own_words
        && !words.is_empty()
    {
        text::labelled(ui, IN_OWN_WORDS, &quoted(words));
        ui.add_space(space::S);
    }
    let offer = &model.session.current_scene().offer;
    let words_done = matches!(model.own_words, OwnWords::Done(_));
    let question = "What do you do?";
    text::landmark(ui, 2, question, opened && words_done);
    ui.push_id("choices", |ui| {
        mark_group(ui, question, Role::Group);
        for (index, &id) in offer.iter().enumerate() {
            let card = choice(ui, model.session.scenario(), id, index + 1);
            seen::note(ui, model, index, card.rect);
            if card.clicked() {
                taken = Some(id);
            }
        }
    });
    let by_key = focus::digit(ui).and_then(|digit| offer.get(digit - 1).copied());
    taken.or(by_key).map(ConversationAction::Choose)
}

fn choice(ui: &mut Ui, scenario: &Scenario, id: ChoiceId, number: usize) -> Response {
    let words = &scenario.choice(id).words;
    let kind = kind(words);
    let name = format!("{number}. {kind}: {}", done_and_said(words.act(), words.say()));
    let badge = number.to_string();
    let colours = text::palette(ui);
    let body = Ink::new(TypeSize::Body, colours.text);
    let mut card = CardButton::new(ui.id().with((id.index(), number)), &name).badge(&badge);
    let quiet = Ink::new(TypeSize::Body, colours.quiet);
    if let Some(act) = words.act() {
        let label = if matches!(words, Words::Silence(_)) { "Silence" } else { "Do" };
        card.labelled_part(quiet.job(ui.ctx(), label), body.italic().job(ui.ctx(), act), space::XS);
    }
    if let Some(say) = words.say() {
        card.labelled_part(quiet.job(ui.ctx(), "Say"), body.job(ui.ctx(), &quoted(say)), space::XS);
    }
    card.show(ui)
}

/// Whether a choice is words, an action, both, or a silence.
const fn kind(words: &Words) -> &'static str {
    match words {
        Words::Spoken { act: Some(_), say: Some(_) } => "Do, and say",
        Words::Spoken { act: Some(_), say: None } => "Do",
        Words::Spoken { act: None, .. } => "Say",
        Words::Silence(_) => "Stay silent",
    }
}

/// Shows the options without a hand leaving the keys.
const DONE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// Shows the text box for own words, which has the focus when it appears.
pub(super) fn own_words(ui: &mut Ui, draft: &str, opened: bool) -> Option<ConversationAction> {
    // Before the box sees it, so that it begins no line.
    let by_key = ui.input_mut(|input| input.consume_shortcut(&DONE));
    let typed = TextBox::lines(&format!("What would you say or do? {IN_OWN_WORDS}"), 3).show(ui, draft);
    page::focus_first(opened, &typed.response);
    let keys = ui.ctx().format_shortcut(&DONE);
    let note = format!("Do not type real patients\u{2019} details. {OWN_WORDS_NOTE} {keys} shows the options.");
    text::small(ui, &note);
    let action = page::row(ui, |ui| {
        if Button::primary("See the options").pressed(ui) || by_key {
            return Some(ConversationAction::WordsDone);
        }
        Button::plain("Skip this time").pressed(ui).then_some(ConversationAction::WordsSkipped)
    });
    action.or_else(|| typed.text.map(ConversationAction::Typed))
}
