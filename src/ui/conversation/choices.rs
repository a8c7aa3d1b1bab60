//! The options as cards of equal weight, and the text box for own words before them.

use egui::accesskit::Role;
use egui::{Key, KeyboardShortcut, Label, Modifiers, Rect, Ui, vec2};

use crate::scenario::{ChoiceId, Scenario, Words};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::CardButton;
use crate::ui::widgets::radio::mark_group;
use crate::ui::widgets::text;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{focus, page};
use crate::ui::words::{IN_OWN_WORDS, OWN_WORDS_NOTE, done_and_said, quoted};

use super::density::Density;
use super::model::{Conversation, ConversationAction, OwnWords};
use super::seen;

const QUESTION: &str = "What do you do?";

/// The height of the options in a pane of this width.
pub(super) fn height(ui: &Ui, model: &Conversation<'_>, density: Density, width: f32) -> f32 {
    let mut height = 0.0;
    if density.question {
        height += density.small(ui).strong().laid_out(ui, QUESTION, width).size().y + space::S;
    }
    if let Some(words) = typed(model) {
        height += text::labelled_in(ui, density.body(ui), IN_OWN_WORDS, &words, width).size().y + space::S;
    }
    for (number, &id) in (1_usize..).zip(&model.session.current_scene().offer) {
        let [head, foot] =
            card(ui, model.session.scenario(), id, &Names::of(model, id, number), density).lay_out(ui, width).heights();
        height += head + foot + density.gap;
    }
    height
}

/// The own words that were typed before the options.
fn typed(model: &Conversation<'_>) -> Option<String> {
    match model.own_words {
        OwnWords::Done(words) if !words.is_empty() => Some(quoted(words)),
        OwnWords::Off | OwnWords::Typing(_) | OwnWords::Done(_) => None,
    }
}

/// Shows the options. They can also be chosen by their digits.
pub(super) fn choices(
    ui: &mut Ui,
    model: &Conversation<'_>,
    opened: bool,
    density: Density,
) -> Option<ConversationAction> {
    let mut taken = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    if let Some(words) = typed(model) {
        let words = text::labelled_in(ui, density.body(ui), IN_OWN_WORDS, &words, ui.available_width());
        ui.add(Label::new(words));
        ui.add_space(space::S);
    }
    let offer = &model.session.current_scene().offer;
    let words_done = matches!(model.own_words, OwnWords::Done(_));
    if density.question {
        text::landmark(ui, 2, QUESTION, opened && words_done);
        ui.add_space(space::S);
    } else {
        let place = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 0.0));
        text::unseen_landmark(ui, 2, QUESTION, opened && words_done, place);
    }
    ui.push_id("choices", |ui| {
        mark_group(ui, QUESTION, Role::Group);
        for (number, &id) in (1..).zip(offer) {
            let names = Names::of(model, id, number);
            let card = card(ui, model.session.scenario(), id, &names, density).lay_out(ui, ui.available_width());
            let heights = card.heights();
            let card = card.show(ui, heights);
            seen::note(ui, model, number - 1, card.rect);
            if card.clicked() {
                taken = Some(id);
            }
            ui.add_space(density.gap);
        }
    });
    let by_key = focus::digit(ui).and_then(|digit| offer.get(digit - 1).copied());
    taken.or(by_key).map(ConversationAction::Choose)
}

/// What a card is called.
struct Names {
    badge: String,
    name: String,
}

impl Names {
    fn of(model: &Conversation<'_>, id: ChoiceId, number: usize) -> Self {
        let words = &model.session.scenario().choice(id).words;
        let name = format!("{number}. {}: {}", kind(words), done_and_said(words.act(), words.say()));
        Self { badge: number.to_string(), name }
    }
}

/// A card: what is done in italics, what is said in quotation marks.
fn card<'a>(ui: &Ui, scenario: &Scenario, id: ChoiceId, names: &'a Names, density: Density) -> CardButton<'a> {
    let words = &scenario.choice(id).words;
    let ink = density.body(ui);
    let mut card = CardButton::new(ui.id().with((id.index(), &names.badge)), &names.name)
        .badge(&names.badge)
        .padding(density.padding);
    if let Some(act) = words.act() {
        card.part(ink.italic().job(ui.ctx(), act), 0.0);
    }
    if let Some(say) = words.say() {
        card.part(ink.job(ui.ctx(), &quoted(say)), 0.0);
    }
    card
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
