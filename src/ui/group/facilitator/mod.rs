//! What the facilitator sees: what comes next and one large button for it, the options with what they show, prompts for
//! this moment, and the hour.

mod aside;
mod connection;
mod moment;
mod options;

use egui::Ui;

use crate::group::{Branch, Steer, Step};
use crate::ui::TypeSize;
use crate::ui::look::Look;
use crate::ui::tokens::measure;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, focus, page, text};

use super::{FacilitatorAction, FacilitatorPage, Projector, Screens, Tab};

/// Shows the facilitator's page and returns the requested action.
pub fn show(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let moment = (model.room.step, model.room.decision.as_ref().map(|open| open.number));
    let opened = focus::opened(ui, "facilitator");
    let moved = focus::changed(ui, "facilitator's moment", &moment);
    let (requested, pressed) =
        page::cards_above_bar(ui, "facilitator", |ui| contents(ui, model), |ui| steering(ui, model, opened || moved));
    pressed.or(requested)
}

/// Shows the projector's page on a screen that is shared, above a bar that leads on and to the facilitator's page.
pub fn shared_screen(ui: &mut Ui, model: &FacilitatorPage<'_>, projector: &Projector<'_>) -> Option<FacilitatorAction> {
    let whole = ui.max_rect();
    let high = text::button_height(ui) + 2.0 * crate::ui::tokens::space::S;
    let (above, foot) = whole.split_top_bottom_at_y(whole.bottom() - high);
    ui.scope_builder(egui::UiBuilder::new().max_rect(above), |ui| super::show_projector(ui, projector));
    let moment = (model.room.step, model.room.decision.as_ref().map(|open| open.number));
    let moved = focus::changed(ui, "projector's moment", &moment) || focus::has_just_opened(ui);
    ui.painter().rect_filled(foot, 0.0, text::palette(ui).surface);
    let inner = foot.shrink2(egui::vec2(crate::ui::tokens::space::XXL, crate::ui::tokens::space::S));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| steering(ui, model, moved)).inner
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
fn steering(ui: &mut Ui, model: &FacilitatorPage<'_>, moved: bool) -> Option<FacilitatorAction> {
    if model.asks_to_close {
        return closing(ui);
    }
    page::row(ui, |ui| {
        let mut requested = None;
        for (label, steer) in onwards(model) {
            let wide = Look::of(ui.ctx()).size(TypeSize::Body) * 16.0;
            let button = Button::primary(label).at_least(wide).show(ui);
            page::focus_first(moved && requested.is_none(), &button);
            if button.clicked() {
                requested = Some(FacilitatorAction::Steer(steer));
            }
        }
        if model.own.can_undo && Button::plain("Take back a step").pressed(ui) {
            requested = Some(FacilitatorAction::Steer(Steer::Undo));
        }
        requested.or_else(|| tabs(ui, model))
    })
}

/// What leads on: one step, or either of two branches.
fn onwards(model: &FacilitatorPage<'_>) -> Vec<(&'static str, Steer)> {
    match (model.room.step, model.own.next) {
        (Step::Compare, _) => vec![
            ("Go on with the first way", Steer::GoOnWith { branch: Branch::First }),
            ("Go on with the second way", Steer::GoOnWith { branch: Branch::Second }),
        ],
        (_, Some(next)) => vec![(next, Steer::Next)],
        (_, None) => Vec::new(),
    }
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
