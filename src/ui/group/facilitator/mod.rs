//! What the facilitator sees: what comes next and one large button for it, the options with what they show, prompts for
//! this moment, and the hour.

mod aside;
mod connection;
mod moment;
mod options;

use egui::{Ui, UiBuilder, vec2};

use crate::group::{Branch, Phase, Steer, Step, letter};
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, focus, page, text};
use crate::ui::{TypeSize, words};

use super::{FacilitatorAction, FacilitatorPage, Projector, Screens, Tab};

/// Shows the facilitator's page and returns the requested action.
pub fn show(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    // A new moment is read from its top.
    let opened = focus::opened(ui, ("facilitator", moment(model)));
    let contents = |ui: &mut Ui| contents(ui, model);
    let (requested, pressed) =
        page::above_bar(ui, "facilitator", measure::DEBRIEF, contents, |ui| steering(ui, model, opened));
    pressed.or(requested)
}

/// Shows the projector's page on a screen that is shared, above a bar that leads on and to the facilitator's page.
pub fn shared_screen(ui: &mut Ui, model: &FacilitatorPage<'_>, projector: &Projector<'_>) -> Option<FacilitatorAction> {
    let opened = focus::opened(ui, ("projector above a bar", moment(model)));
    let whole = ui.max_rect();
    let high = text::button_height(ui) + 2.0 * space::S;
    let (above, foot) = whole.split_top_bottom_at_y(whole.bottom() - high);
    ui.scope_builder(UiBuilder::new().max_rect(above), |ui| super::show_projector(ui, projector));
    ui.painter().rect_filled(foot, 0.0, text::palette(ui).surface);
    let inner = foot.shrink2(vec2(space::XXL, space::S));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| steering(ui, model, opened)).inner
}

/// What changes with each step.
fn moment(model: &FacilitatorPage<'_>) -> String {
    let decision = model.room.decision.as_ref().map(|open| open.id);
    format!("{:?} {decision:?} {}", model.room.step, model.part)
}

fn contents(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let mut requested = None;
    if let Some(notice) = model.notice {
        card::notice(ui, |ui| card::notice_text(ui, notice));
    }
    let moment = |ui: &mut Ui| requested = moment::moment(ui, model);
    let beside = page::beside(ui, measure::ASIDE, moment, |ui| aside::aside(ui, model));
    requested.or(beside)
}

/// The one large button, and what lies beside it.
fn steering(ui: &mut Ui, model: &FacilitatorPage<'_>, opened: bool) -> Option<FacilitatorAction> {
    if model.asks_to_close {
        return closing(ui);
    }
    page::row(ui, |ui| {
        let (mut requested, mut first) = (None, true);
        for (label, action) in onwards(model) {
            let wide = Look::of(ui.ctx()).size(TypeSize::Body) * 16.0;
            let button = Button::primary(&label).at_least(wide).show(ui);
            page::focus_first(opened && first, &button);
            first = false;
            if button.clicked() {
                requested = Some(action);
            }
        }
        if model.own.can_undo && Button::plain("Take back a step").pressed(ui) {
            requested = Some(FacilitatorAction::Steer(Steer::Undo));
        }
        requested.or_else(|| tabs(ui, model))
    })
}

/// What leads on: one step, the next part of the debrief, either of two branches, or saving what there is.
fn onwards(model: &FacilitatorPage<'_>) -> Vec<(String, FacilitatorAction)> {
    let next = model.debrief.get(model.part + 1).filter(|_| model.room.step == Step::Debrief);
    let go_on = |branch| FacilitatorAction::Steer(Steer::GoOnWith { branch });
    match (model.room.step, model.own.next) {
        (Step::Compare, _) => vec![
            ("Go on with the first way".to_owned(), go_on(Branch::First)),
            ("Go on with the second way".to_owned(), go_on(Branch::Second)),
        ],
        (Step::Ended, _) => vec![(words::SAVE_DEBRIEF.to_owned(), FacilitatorAction::SaveSummary)],
        (Step::Debrief, _) if let Some(next) = next => {
            vec![(format!("Next: {}", next.heading), FacilitatorAction::Part(model.part + 1))]
        }
        (Step::Deciding(Phase::Reveal), Some(_)) if let Some(most) = most_are_for(model) => {
            vec![(format!("Take {most}, which most are for"), FacilitatorAction::Steer(Steer::Next))]
        }
        (_, Some(next)) => vec![(next.to_owned(), FacilitatorAction::Steer(Steer::Next))],
        (_, None) => Vec::new(),
    }
}

/// The letter of the option that most were for in the last vote.
fn most_are_for(model: &FacilitatorPage<'_>) -> Option<char> {
    model.own.spreads.last()?.majority().map(letter)
}

fn tabs(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let mut requested = None;
    if let Screens::Shared(tab) = model.screens {
        let (label, other) = match tab {
            Tab::Projector => ("Facilitator\u{2019}s page", Tab::Facilitator),
            Tab::Facilitator => ("Projector\u{2019}s page", Tab::Projector),
        };
        if Button::plain(label).pressed(ui) {
            requested = Some(FacilitatorAction::Tab(other));
        }
    }
    if Button::quiet("Close the room").pressed(ui) {
        requested = Some(FacilitatorAction::Ask);
    }
    requested
}

fn closing(ui: &mut Ui) -> Option<FacilitatorAction> {
    text::body(ui, "Phones will be told that the room is closed. What was recorded stays.");
    page::row(ui, |ui| {
        let keep = Button::primary("Keep it open").show(ui);
        page::focus_first(true, &keep);
        if keep.clicked() || focus::escape(ui) {
            return Some(FacilitatorAction::KeepOpen);
        }
        Button::plain("Close it").pressed(ui).then_some(FacilitatorAction::Close)
    })
}
