//! What the projector shows: the patient and the place, what is said, the options, how to join, and how many have voted.
//! Nothing that is private, and no score before the debrief.

mod deciding;
mod joining;
mod pages;
mod parts;

use egui::accesskit::Role;
use egui::{Align, Layout, Ui, UiBuilder, vec2};

use crate::group::{Phase, Step};
use crate::ui::TypeSize;
use crate::ui::look::{Look, border};
use crate::ui::tokens::space;
use crate::ui::widgets::text::{self, Ink, palette};

use super::Projector;

/// Shows the page.
pub fn show(ui: &mut Ui, model: &Projector<'_>) {
    let whole = ui.max_rect();
    let colours = palette(ui);
    ui.painter().rect_filled(whole, 0.0, colours.background);
    let high = Look::of(ui.ctx()).scaled(space::HUGE + space::S);
    let (above, foot) = whole.split_top_bottom_at_y(whole.bottom() - high);
    let inner = above.shrink2(vec2(space::XXL, space::XL));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        ui.set_clip_rect(above);
        ui.set_width(inner.width());
        page(ui, model);
    });
    ui.painter().rect_filled(foot, 0.0, colours.surface);
    ui.painter().hline(foot.x_range(), foot.top(), border(colours.border));
    ui.scope_builder(UiBuilder::new().max_rect(foot.shrink2(vec2(space::XXL, 0.0))), |ui| footer(ui, model));
}

fn page(ui: &mut Ui, model: &Projector<'_>) {
    match model.room.step {
        Step::Lobby => joining::lobby(ui, model),
        Step::Prebrief => pages::prebrief(ui, model),
        Step::Deciding(phase) => deciding::deciding(ui, model, phase),
        Step::Compare => pages::compare(ui, model),
        Step::Closing => pages::closing(ui, model),
        Step::Reactions => pages::large(ui, "One word: how was that for you?", "Say it, or type it. Nobody has to."),
        Step::Debrief => pages::debrief(ui, model),
        Step::Commitments => pages::large(
            ui,
            "What do you take with you?",
            "One thing that you will do next time. Say it, or type it; it is written down without names.",
        ),
        Step::Ended => pages::large(ui, "Thank you", "The session is over."),
    }
}

/// What to do now, and how to join.
fn footer(ui: &mut Ui, model: &Projector<'_>) {
    let colours = palette(ui);
    let now = what_now(model);
    let ink = Ink::new(TypeSize::Body, colours.text);
    let joins = model.join.filter(|_| !matches!(model.room.step, Step::Lobby | Step::Ended));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let response = ink.strong().show(ui, &now);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Status));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(join) = joins {
                text::body(ui, &format!("Join: {}  Code: {}", join.link, join.code));
            }
        });
    });
}

/// What the room does now, with how many have voted while a vote is open.
fn what_now(model: &Projector<'_>) -> String {
    let room = model.room;
    let phones = match room.joined {
        0 => String::new(),
        1 => " One phone is here.".to_owned(),
        joined => format!(" {joined} phones are here."),
    };
    let voted = room.decision.as_ref().map_or(0, |decision| decision.voted);
    match room.step {
        Step::Deciding(Phase::Vote | Phase::VoteAgain) => format!("Votes so far: {voted}.{phones}"),
        Step::Deciding(Phase::Show) => "Look, read, and say what you notice.".to_owned(),
        Step::Deciding(Phase::OwnThoughts) => "Each for themselves, in silence.".to_owned(),
        Step::Deciding(Phase::Discuss) => "In twos and threes.".to_owned(),
        Step::Lobby | Step::Prebrief => phones.trim_start().to_owned(),
        _ => String::new(),
    }
}
