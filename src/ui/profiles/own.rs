//! One's own profile: its name, all that is kept in it, and its end.

use egui::Ui;

use crate::records::record_store::{Hindrance, Sending};
use crate::ui::library::Who;
use crate::ui::tokens::space;
use crate::ui::whereabouts::{WHO_CAN_SEE, what_leaves};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{card, disclosure, focus, page, switch, text};
use crate::ui::words;

use super::sending;

/// The model of the screen.
#[derive(Clone, Copy, Debug)]
pub struct OwnProfile<'a> {
    pub who: Who<'a>,
    /// The name typed so far.
    pub typed: &'a str,
    /// The folder that everything is kept in, if there is one.
    pub kept_in: Option<&'a str>,
    /// What is being done, in words, if something is.
    pub under_way: Option<&'a str>,
    /// Whether nothing is kept of anybody on this computer.
    pub profiles_are_off: bool,
    /// Whether nothing is sent from this computer.
    pub sending_is_off: bool,
    pub sending: &'a Sending,
    /// When the record store last took something, as a date.
    pub delivered: Option<&'a str>,
    /// The password of the record store as typed so far.
    pub password: &'a str,
}

/// What the user requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnAction {
    /// To change the name typed so far.
    Type(String),
    /// To take the name typed so far.
    Rename,
    /// To write all that is kept into files.
    Export,
    /// To delete the profile with all that is kept in it.
    Delete,
    /// To send what finished attempts come to, or to stop that.
    Share(bool),
    /// To change the password typed so far.
    TypePassword(String),
    /// To take the password typed so far.
    UsePassword,
    /// To let somebody else practise.
    SomebodyElse,
    Back,
}

/// Shows the screen and returns the requested action.
pub fn show(ui: &mut Ui, model: &OwnProfile<'_>) -> Option<OwnAction> {
    let opened = focus::opened(ui, "own profile");
    page::column(ui, "own profile", |ui| {
        let (first, back) = page::back(ui, words::BACK_TO_LIBRARY);
        page::focus_first(opened, &first);
        text::heading(ui, 1, "Your profile");
        text::lead(ui, &model.who.in_words().unwrap_or_else(|| "You practise without a name.".to_owned()));
        ui.add_space(space::S);
        let somebody_else = if model.profiles_are_off {
            text::body(ui, &format!("Everybody is a guest here. Keeping what is played: {}", words::SWITCHED_OFF));
            false
        } else {
            Button::plain("Somebody else is practising").pressed(ui)
        };
        ui.add_space(space::L);
        let mut action = back.then_some(OwnAction::Back).or(somebody_else.then_some(OwnAction::SomebodyElse));
        if let Some(under_way) = model.under_way {
            card::notice(ui, |ui| card::notice_text(ui, under_way));
        } else if model.who != Who::Guest {
            for part in [name, who_can_see, export, record_store, delete] {
                let wanted = part(ui, model);
                action = action.or(wanted);
            }
        }
        action
    })
}

fn name(ui: &mut Ui, model: &OwnProfile<'_>) -> Option<OwnAction> {
    section(ui, "Your name", |ui| {
        text::body(
            ui,
            "It tells you apart from others who practise here. Nothing that is sent or written out for others names you.",
        );
        let typed = TextBox::line("Name, or nothing").show(ui, model.typed);
        ui.add_space(space::S);
        let save = Button::plain("Save the name").pressed(ui);
        if save { Some(OwnAction::Rename) } else { typed.text.map(OwnAction::Type) }
    })
}

fn who_can_see(ui: &mut Ui, model: &OwnProfile<'_>) -> Option<OwnAction> {
    section(ui, "Who can see what you play", |ui| {
        for one in WHO_CAN_SEE {
            text::body(ui, one);
        }
        text::body(ui, &what_leaves(model.sending.sent_to().as_deref()));
        None
    })
}

fn export(ui: &mut Ui, model: &OwnProfile<'_>) -> Option<OwnAction> {
    section(ui, "Take it with you", |ui| {
        if let Some(folder) = model.kept_in {
            text::labelled(ui, "Kept in", folder);
        }
        text::body(
            ui,
            "All that is kept of you can be written out: every conversation with your own words, what each came to, and \
             tables for a spreadsheet. The files are for you; they go into a new folder among your documents.",
        );
        Button::plain("Write it all out").pressed(ui).then_some(OwnAction::Export)
    })
}

fn record_store(ui: &mut Ui, model: &OwnProfile<'_>) -> Option<OwnAction> {
    section(ui, "The hospital\u{2019}s record store", |ui| {
        if model.sending_is_off {
            text::body(ui, &format!("Nothing is sent anywhere. {}", words::SWITCHED_OFF));
            return None;
        }
        let Some(store) = &model.sending.store else {
            text::body(
                ui,
                "None is named on this computer, so nothing is sent anywhere. Whoever looks after the computer can name one: \
                 bedside sync to URL",
            );
            return None;
        };
        let note = "For each conversation that is over: what was on offer, what you chose and what it came to, under a number in \
                    place of your name. Never your own words.";
        text::labelled(ui, "Sent to", &store.address.to_string());
        let on = model.sending.ordered.unwrap_or(model.sending.on);
        let share = switch::switch(ui, "Send what I come to", note, on).map(OwnAction::Share);
        if !model.sending.on && model.sending.ordered.is_none() {
            return share;
        }
        for line in sending::lines(model.sending, model.delivered) {
            text::body(ui, &line);
        }
        if model.sending.hindrance == Some(Hindrance::Password) {
            share.or(password(ui, &store.user, model.password))
        } else {
            share
        }
    })
}

fn password(ui: &mut Ui, user: &str, typed: &str) -> Option<OwnAction> {
    text::body(
        ui,
        "The store asks for a password. It is kept in the keyring of this computer where there is one, and nowhere else.",
    );
    let label = format!("Password of {user}");
    let entered = TextBox::line(&label).masked().show(ui, typed);
    ui.add_space(space::S);
    let use_it = Button::plain("Use this password").pressed(ui);
    if use_it { Some(OwnAction::UsePassword) } else { entered.text.map(OwnAction::TypePassword) }
}

fn delete(ui: &mut Ui, _: &OwnProfile<'_>) -> Option<OwnAction> {
    section(ui, "Delete your profile", |ui| {
        let mut delete = false;
        text::body(
            ui,
            "Your name, your settings and all that you have played go, and no byte of them stays in Bedside\u{2019}s files.",
        );
        disclosure::disclosure(ui, "delete profile", "Delete all of mine", |ui| {
            text::body(ui, &format!("{} {}", words::FOR_GOOD, words::WHAT_STAYS));
            delete = Button::plain("Delete it all").named("Delete my profile and all that is kept in it").pressed(ui);
        });
        delete.then_some(OwnAction::Delete)
    })
}

fn section<R>(ui: &mut Ui, heading: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    text::heading(ui, 2, heading);
    let inner = card::card(ui, contents);
    ui.add_space(space::L);
    inner
}
