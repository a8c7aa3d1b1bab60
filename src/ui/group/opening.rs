//! Opening a room: how people take part, at which address, and what is recorded.

use egui::Ui;

use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{card, focus, page, radio, switch, text};
use crate::ui::words;

use super::{Opening, OpeningAction, Setup, Taking};

/// The page's name.
const NAME: &str = "group opening";

/// Shows what opens a room and returns the requested action.
pub fn show(ui: &mut Ui, model: &Opening<'_>) -> Option<OpeningAction> {
    let opened = focus::opened(ui, (NAME, &model.scenario.id));
    let (requested, pressed) = page::column_above_bar(ui, NAME, |ui| questions(ui, model), |ui| onwards(ui, opened));
    pressed.or(requested)
}

fn onwards(ui: &mut Ui, opened: bool) -> Option<OpeningAction> {
    page::row(ui, |ui| {
        let open = Button::primary("Open the room").at_least(Look::of(ui.ctx()).scaled(measure::ASIDE) / 2.0).show(ui);
        page::focus_first(opened, &open);
        if open.clicked() {
            return Some(OpeningAction::Open);
        }
        Button::plain("Save the facilitator\u{2019}s guide").pressed(ui).then_some(OpeningAction::SaveGuide)
    })
}

fn questions(ui: &mut Ui, model: &Opening<'_>) -> Option<OpeningAction> {
    let (_, back) = page::back(ui, "Back to the prebrief");
    text::heading(ui, 1, &format!("A group session: {}", model.scenario.title));
    text::body(
        ui,
        "A room plays one conversation together: it votes, discusses, votes again, and you lead the debrief. Plan an hour.",
    );
    if let Some(problem) = model.problem {
        ui.add_space(space::S);
        card::notice(ui, |ui| card::notice_text(ui, problem));
    }
    let taken_up = unfinished(ui, model);
    ui.add_space(space::L);
    text::heading(ui, 2, "How do people take part?");
    let mut setup = model.setup.clone();
    let mut requested = None;
    if model.phones_are_off {
        text::body(
            ui,
            &format!("By hands: you type how many went up. Phones are not used here. {}", words::SWITCHED_OFF),
        );
    } else {
        requested = how_people_take_part(ui, model, &mut setup);
    }
    ui.add_space(space::L);
    let note = format!("{} It can be switched off at any time.", words::WHY_TWICE);
    if let Some(held) = switch::switch(ui, "Each vote is held twice", &note, setup.second_vote) {
        setup.second_vote = held;
    }
    recorded(ui, model);
    let changed = (setup != *model.setup).then_some(OpeningAction::Setup(setup));
    back.then_some(OpeningAction::Back).or(taken_up).or(requested).or(changed)
}

fn how_people_take_part(ui: &mut Ui, model: &Opening<'_>, setup: &mut Setup) -> Option<OpeningAction> {
    let phones = model.setup.taking != Taking::Hands;
    let ways = [(false, "By hands alone"), (true, "By phones and hands")];
    if let Some(by_phones) = radio::radio(ui, "By hands or by phones", &ways, phones) {
        let first = model.addresses.first().map(|address| Taking::Phones(address.ip));
        setup.taking = if by_phones { first.unwrap_or(Taking::Hands) } else { Taking::Hands };
    }
    match model.setup.taking {
        Taking::Hands => {
            text::body(ui, "Nothing is on the network. You type how many hands went up.");
            None
        }
        Taking::Phones(_) => addresses(ui, model, setup),
    }
}

fn addresses(ui: &mut Ui, model: &Opening<'_>, setup: &mut Setup) -> Option<OpeningAction> {
    text::body(ui, "At which address of this computer? Phones have to be on the same network.");
    let labels: Vec<String> = model
        .addresses
        .iter()
        .map(|address| {
            if address.ip.is_loopback() {
                format!("{}: this computer alone, to try it", address.ip)
            } else {
                format!("{} ({})", address.ip, address.name)
            }
        })
        .collect();
    let options: Vec<(Taking, &str)> = model
        .addresses
        .iter()
        .zip(&labels)
        .map(|(address, label)| (Taking::Phones(address.ip), label.as_str()))
        .collect();
    if let Some(taking) = radio::radio(ui, "Address", &options, setup.taking) {
        setup.taking = taking;
    }
    let alone = model.addresses.iter().all(|address| address.ip.is_loopback());
    if alone {
        text::body(
            ui,
            "This computer is on no network. Join one, or switch on a hotspot, and look again; or use hands.",
        );
    }
    let look = Button::quiet("Look again for addresses").pressed(ui);
    let typed = ui
        .scope(|ui| {
            ui.set_max_width(Look::of(ui.ctx()).scaled(measure::SEARCH));
            TextBox::line("Port").show(ui, &setup.port).text
        })
        .inner;
    if let Some(port) = typed {
        setup.port = port;
    }
    text::small(ui, "A port is a number from 1024 to 65535; 0 takes any that is free.");
    text::small(
        ui,
        "What phones send is not encrypted on its way: anybody on the same network who tries can read it. Nobody is asked for a name.",
    );
    look.then_some(OpeningAction::Look)
}

fn unfinished(ui: &mut Ui, model: &Opening<'_>) -> Option<OpeningAction> {
    if model.unfinished.is_empty() {
        return None;
    }
    ui.add_space(space::S);
    card::card(ui, |ui| {
        text::heading(ui, 3, "A session was cut off");
        let mut requested = None;
        for (place, began) in model.unfinished.iter().enumerate() {
            page::row(ui, |ui| {
                text::beside_buttons(ui, began);
                if Button::plain("Take it up again").named(&format!("Take up again: {began}")).pressed(ui) {
                    requested = Some(OpeningAction::TakeUp(place));
                }
            });
        }
        requested
    })
}

fn recorded(ui: &mut Ui, model: &Opening<'_>) {
    ui.add_space(space::L);
    match model.folder {
        Some(folder) => {
            text::small(
                ui,
                &format!(
                    "The session is recorded in {folder}, without names, so that it can be taken up after a crash and looked at again."
                ),
            );
        }
        None => {
            text::small(ui, "The session is not recorded: your computer names no folder for it.");
        }
    }
}
