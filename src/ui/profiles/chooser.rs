//! Asks who plays: the first screen where several people share a computer. It shows nobody's results.

use egui::Ui;

use crate::records::PersonId;
use crate::ui::look::Look;
use crate::ui::settings_screen::size_and_colours;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{card, disclosure, focus, page, text};
use crate::ui::{Reading, words};

/// Somebody who can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// The name, or what tells those without one apart.
    pub label: String,
}

/// The model of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Chooser<'a> {
    /// In the order shown.
    pub people: &'a [Person],
    /// The name typed so far.
    pub typed: &'a str,
    /// Whether somebody is practising already, who can go on.
    pub can_go_back: bool,
    /// Why a profile cannot be chosen, if so.
    pub problem: Option<&'a str>,
    /// How this screen is read on this computer.
    pub reading: Reading,
}

/// What the user requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChooserAction {
    /// To practise as this person.
    Take(PersonId),
    /// To change the name typed so far.
    Type(String),
    /// To practise as somebody new, under the name typed so far.
    New,
    /// To practise without anything being kept.
    Guest,
    /// To read this screen in another way, on this computer.
    Read(Reading),
    Back,
}

/// Shows the screen and returns the requested action.
pub fn show(ui: &mut Ui, model: &Chooser<'_>) -> Option<ChooserAction> {
    let opened = focus::opened(ui, "chooser");
    page::column(ui, "chooser", |ui| {
        let mut action = None;
        if model.can_go_back {
            let (first, back) = page::back(ui, words::BACK_TO_LIBRARY);
            page::focus_first(opened, &first);
            action = back.then_some(ChooserAction::Back);
        }
        text::heading(ui, 1, "Who is practising?");
        let read = reading(ui, model.reading);
        if let Some(problem) = model.problem {
            card::notice(ui, |ui| card::notice_text(ui, problem));
        }
        if !model.people.is_empty() {
            text::lead(ui, "Choose yourself, and what you have played opens.");
            ui.add_space(space::S);
            action = people(ui, model, opened && !model.can_go_back).or(action);
            ui.add_space(space::S);
            text::quiet(ui, "There is no password: whoever uses this account of the computer can choose any name.");
            ui.add_space(space::L);
        }
        text::heading(ui, 2, "Somebody new");
        let new =
            card::card(ui, |ui| somebody_new(ui, model.typed, opened && !model.can_go_back && model.people.is_empty()));
        ui.add_space(space::L);
        text::heading(ui, 2, "A guest");
        let guest = card::card(ui, |ui| {
            text::body(ui, "Nothing of what a guest plays is kept, and nothing is left when the window is closed.");
            Button::plain("Practise as a guest").pressed(ui)
        });
        let guest = guest.then_some(ChooserAction::Guest);
        new.or(guest).or(read).or(action)
    })
}

/// Whoever cannot read the names as they are chooses among them all the same.
fn reading(ui: &mut Ui, read: Reading) -> Option<ChooserAction> {
    let mut changed = read;
    disclosure::disclosure(ui, "reading", "Larger text, other colours", |ui| {
        changed = size_and_colours(ui, read);
        text::quiet(ui, "It is kept for this computer. Whoever has chosen something else has that.");
    });
    ui.add_space(space::S);
    (changed != read).then_some(ChooserAction::Read(changed))
}

/// A button for each, as wide as the others.
fn people(ui: &mut Ui, model: &Chooser<'_>, opened: bool) -> Option<ChooserAction> {
    let width = Look::of(ui.ctx()).scaled(measure::CARD);
    let mut action = None;
    page::row(ui, |ui| {
        for (index, person) in model.people.iter().enumerate() {
            let button =
                Button::plain(&person.label).named(&format!("Practise as {}", person.label)).at_least(width).show(ui);
            page::focus_first(opened && index == 0, &button);
            if button.clicked() {
                action = Some(ChooserAction::Take(person.id));
            }
        }
    });
    action
}

fn somebody_new(ui: &mut Ui, name: &str, opened: bool) -> Option<ChooserAction> {
    text::body(ui, "A name is for you to find yourself again; it never leaves this computer. You can do without one.");
    let typed = TextBox::line("Name, if you like").show(ui, name);
    page::focus_first(opened, &typed.response);
    ui.add_space(space::S);
    let begin = Button::plain("Begin").named("Begin as somebody new").pressed(ui);
    if begin { Some(ChooserAction::New) } else { typed.text.map(ChooserAction::Type) }
}
