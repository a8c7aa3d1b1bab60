//! The pages before the conversation, after it, and between two branches.

use egui::{Rect, Ui};

use crate::group::BranchView;
use crate::sentence::sentence;
use crate::ui::group::Projector;
use crate::ui::group::heard::{heard, height};
use crate::ui::group::lettered::words_of;
use crate::ui::group::sections;
use crate::ui::group::settle::{largest, largest_of};
use crate::ui::look::Look;
use crate::ui::tokens::{CLOSE_LINE_HEIGHT, LINE_HEIGHT, space};
use crate::ui::widgets::card;
use crate::ui::widgets::text::{self, Ink, palette};
use crate::ui::{TypeSize, words};

use super::deciding::stage;
use super::parts::{halves, within};

/// The share of the width for who is who.
const WHO: f32 = 0.5;

pub(super) fn prebrief(ui: &mut Ui, model: &Projector<'_>) {
    let (scenario, [left, right]) = (model.scenario, halves(ui, WHO));
    let patient = &scenario.patient;
    let who = [
        ("You are", sentence(&scenario.you_are)),
        (words::YOU_WILL_MEET, format!("{}, {}. {}", patient.name, patient.age, patient.about)),
        (words::WHAT_YOU_KNOW, scenario.briefing.clone()),
    ];
    within(ui, left, |ui| {
        text::heading(ui, 1, &scenario.title);
        let room = left.bottom() - ui.cursor().top();
        let parts = |ui: &Ui, size| who.iter().map(|(_, told)| named_height(ui, told, size)).sum::<f32>();
        let size = largest_of(&[TypeSize::Lead, TypeSize::Body, TypeSize::Small], room, |size| parts(ui, size));
        for (title, told) in &who {
            named(ui, title, told, size);
        }
    });
    within(ui, right, |ui| {
        if let Some(note) = &scenario.content_note {
            card::notice(ui, |ui| card::notice_text(ui, &words::content_note(note)));
        }
        text::heading(ui, 2, words::WHAT_TO_TRY);
        for aim in &scenario.objectives {
            text::lead(ui, &format!("\u{2022} {}", aim.text));
        }
        ui.add_space(space::L);
        text::lead(ui, "It is safe to get it wrong here. Anybody may step out, and need not say why.");
    });
}

fn named(ui: &mut Ui, title: &str, told: &str, size: TypeSize) {
    ui.add_space(space::S);
    text::heading(ui, 3, title);
    said(ui, size).show(ui, told);
}

fn named_height(ui: &Ui, told: &str, size: TypeSize) -> f32 {
    let heading = Look::of(ui.ctx()).size(TypeSize::Lead) * LINE_HEIGHT;
    let told = said(ui, size).laid_out(ui, told, ui.available_width()).size().y;
    heading + told + 2.0 * ui.spacing().item_spacing.y + space::S
}

fn said(ui: &Ui, size: TypeSize) -> Ink {
    Ink::new(size, palette(ui).text).line(CLOSE_LINE_HEIGHT)
}

pub(super) fn compare(ui: &mut Ui, model: &Projector<'_>) {
    let Some(branches) = &model.room.branches else { return };
    text::heading(ui, 1, &format!("What did {} do here, and what there?", model.scenario.patient.called));
    let top = ui.cursor().top() + space::M;
    for (mut place, branch) in halves(ui, WHO).into_iter().zip(branches) {
        place.min.y = top;
        within(ui, place, |ui| one_branch(ui, branch, place));
    }
}

fn one_branch(ui: &mut Ui, branch: &BranchView, place: Rect) {
    let taken: Vec<String> = branch.taken.iter().map(words_of).collect();
    text::heading(ui, 2, &taken.join(" Then: "));
    ui.add_space(space::M);
    let room = (place.bottom() - ui.cursor().top()) * if branch.ending.is_some() { 0.5 } else { 1.0 };
    let size = largest(room, |size| height(ui, &branch.heard, size, place.width()));
    heard(ui, &branch.heard, size);
    if let Some(ending) = &branch.ending {
        ui.add_space(space::M);
        text::heading(ui, 3, &format!("\u{201c}{}\u{201d}", ending.title));
        text::lead(ui, &ending.thought);
    }
}

pub(super) fn closing(ui: &mut Ui, model: &Projector<'_>) {
    let [left, right] = halves(ui, 0.5);
    within(ui, left, |ui| stage(ui, model, left, &model.room.heard));
    within(ui, right, |ui| {
        if let Some(ending) = &model.room.ending {
            text::heading(ui, 1, &format!("\u{201c}{}\u{201d}", ending.title));
            ui.add_space(space::M);
            text::heading(ui, 2, &format!("What {} thinks", model.scenario.patient.called));
            text::lead(ui, &format!("\u{201c}{}\u{201d}", ending.thought));
        } else {
            text::heading(ui, 1, "The conversation stops here");
            text::lead(ui, "You look back on what has been said so far.");
        }
    });
}

/// A page of one large line and a smaller one.
pub(super) fn large(ui: &mut Ui, title: &str, below: &str) {
    ui.add_space(ui.available_height() * 0.36);
    ui.vertical_centered(|ui| {
        text::heading(ui, 1, title);
        ui.add_space(space::M);
        Ink::new(TypeSize::Title, palette(ui).quiet).show(ui, below);
    });
}

pub(super) fn debrief(ui: &mut Ui, model: &Projector<'_>) {
    match model.debrief {
        Some(section) => sections::projected(ui, section),
        None => large(ui, "The debrief", "What happened, and what it did."),
    }
}
