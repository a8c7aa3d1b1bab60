//! Beside the moment: who is here, the hour, notes, and what to do when somebody is upset.

use egui::Ui;

use crate::group::{Part, Steer};
use crate::ui::group::{FacilitatorAction, FacilitatorPage, Screens, sections};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{card, disclosure, page, switch, text};
use crate::ui::words;

use super::connection::connection;

pub(super) fn aside(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    disclosure::disclosure(ui, "upset", &model.upset.heading, |ui| sections::items(ui, &model.upset.items));
    let mut requested = card::card(ui, |ui| here(ui, model));
    card::card(ui, |ui| hour(ui, model));
    requested = screens(ui, model).or(requested);
    if model.private {
        let note = TextBox::lines("Your private note", 3).show(ui, model.note).text;
        text::small(ui, "Nobody else sees it. It is in the recording, and not in the debrief that you save.");
        requested = note.map(FacilitatorAction::Note).or(requested);
    }
    ui.add_space(space::S);
    let mut more = None;
    disclosure::disclosure(ui, "more", "Settings of the session", |ui| more = settings(ui, model));
    more.or(requested)
}

/// Who has joined and voted: counts, never names.
fn here(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    if let Some(voted) = model.own.voted {
        text::headed(ui, "Voted", &voted.to_string());
    }
    let Some(join) = &model.join else {
        text::body(ui, "By hands alone: type the counts at each vote.");
        return None;
    };
    text::headed(ui, "Joined", &model.room.joined.to_string());
    text::labelled(ui, "Page", join.link);
    text::labelled(ui, "Code", join.code);
    connection(ui, model.connection)
}

/// The plan of the hour.
fn hour(ui: &mut Ui, model: &FacilitatorPage<'_>) {
    text::heading(ui, 3, "The hour");
    let now = Part::of(model.room.step);
    for part in Part::ALL {
        let planned = model.agenda.planned[part as usize];
        let (spent, left) = (model.agenda.minutes_spent(part, model.now), model.agenda.minutes_left(part, model.now));
        let is_now = now == Some(part);
        let said = match (is_now, left) {
            (true, 1..) => format!("{left} of {planned} min left"),
            (true, 0) => format!("the {planned} min are up"),
            (true, _) => format!("{} min over the {planned}", -left),
            (false, _) if spent > 0 => format!("took {spent} of {planned} min"),
            (false, _) => format!("{planned} min"),
        };
        if is_now {
            text::labelled(ui, &format!("Now: {}", part.label()), &said);
        } else {
            text::quiet(ui, &format!("{}  {said}", part.label()));
        }
    }
}

/// Where the projector's page is, and whether what is private is seen here.
fn screens(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let mut requested = None;
    ui.add_space(space::S);
    match model.screens {
        Screens::Own { other_screen } => {
            if other_screen {
                text::small(ui, "The other screen shows the projector\u{2019}s page.");
            } else {
                requested = privacy(ui, model);
            }
            if Button::plain("Shut the projector\u{2019}s window").pressed(ui) {
                requested = Some(FacilitatorAction::ProjectorWindow(false));
            }
        }
        Screens::Shut | Screens::Shared(_) => {
            requested = privacy(ui, model);
            if Button::plain("Open the projector\u{2019}s window").pressed(ui) {
                requested = Some(FacilitatorAction::ProjectorWindow(true));
            }
        }
    }
    requested
}

/// Asks whether what is private may be seen on this screen.
fn privacy(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let note =
        "Cues, what options show, votes before the reveal, and your note. Only where nobody else sees this screen.";
    switch::switch(ui, "Show what is private", note, model.private).map(FacilitatorAction::Private)
}

fn settings(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let note = format!("{} Leave it out where time is short.", words::WHY_TWICE);
    let second = switch::switch(ui, "A second vote", &note, model.own.second_vote);
    let mut requested = second.map(|held| FacilitatorAction::Steer(Steer::SecondVote { held }));
    page::row(ui, |ui| {
        if Button::plain("Save the guide and checklist").pressed(ui) {
            requested = Some(FacilitatorAction::SaveGuide);
        }
    });
    requested
}
