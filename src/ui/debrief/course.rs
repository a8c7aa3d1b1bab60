//! The course of a conversation: the arc, the selected turn, and every turn to open.

use egui::{Align, Ui};

use crate::debrief::page::{Course, TurnBlock};
use crate::sentence::ended;
use crate::ui::conversation;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::{card, focus, page, text};

use super::turn::account;
use super::{DebriefAction, DebriefPage, View, arc, block};

/// Shows the arc.
pub(super) fn course(ui: &mut Ui, model: &DebriefPage<'_>, course: &Course) -> Option<DebriefAction> {
    let is_ringed = course.turns.iter().any(|turn| turn.is_turning_point);
    let rings = if is_ringed { " A ring marks a turn where much changed." } else { "" };
    text::body(ui, &format!("{} Choose a turn to look at it.{rings}", ended(&course.title)));
    card::card(ui, |ui| {
        let turn = arc::arc(ui, course, model.view.turn)?;
        let turn = (model.view.turn != Some(turn)).then_some(turn);
        Some(DebriefAction::View(View { turn, ..model.view.clone() }))
    })
}

/// Shows the selected turn, and all turns to open.
pub(super) fn every_turn(
    ui: &mut Ui,
    model: &DebriefPage<'_>,
    title: &str,
    turns: &[TurnBlock],
) -> Option<DebriefAction> {
    let picked = model.view.turn.filter(|&turn| turn < turns.len());
    let led_here = focus::changed(ui, "turn looked at", &picked);
    let mut action = None;
    if let Some(turn) = picked {
        action = card::card(ui, |ui| looked_at(ui, model, turns, turn, led_here));
    }
    ui.add_space(space::M);
    disclosure(ui, "every turn", title, |ui| {
        for turn in turns {
            ui.push_id(turn.turn, |ui| action = whole_turn(ui, model, turn).or(action.take()));
        }
        if let Some(last) = model.met.get(turns.len()) {
            conversation::scene_text(ui, model.scenario, last);
        }
    });
    action
}

/// The turn selected in the arc: it gets the focus, and has buttons for the turns beside it.
fn looked_at(
    ui: &mut Ui,
    model: &DebriefPage<'_>,
    turns: &[TurnBlock],
    turn: usize,
    led_here: bool,
) -> Option<DebriefAction> {
    let heading = text::destination(ui, 3, &turns[turn].title, led_here);
    if led_here {
        heading.scroll_to_me(Some(Align::Center));
    }
    if let Some(reply) = &turns[turn].reply {
        block::statement(ui, reply);
    }
    let action = ui.push_id("looked at", |ui| account(ui, model, &turns[turn])).inner;
    ui.add_space(space::S);
    let look_at = |turn| DebriefAction::View(View { turn, ..model.view.clone() });
    let beside = page::row(ui, |ui| {
        let mut to = None;
        if turn > 0 && Button::quiet("Previous turn").pressed(ui) {
            to = Some(look_at(Some(turn - 1)));
        }
        if turn + 1 < turns.len() && Button::quiet("Next turn").pressed(ui) {
            to = Some(look_at(Some(turn + 1)));
        }
        if Button::quiet("Close").named("Close this turn").pressed(ui) {
            to = Some(look_at(None));
        }
        to
    });
    action.or(beside)
}

/// What was met, in full, then the turn. What came back stands with the scene that follows.
fn whole_turn(ui: &mut Ui, model: &DebriefPage<'_>, turn: &TurnBlock) -> Option<DebriefAction> {
    if let Some(met) = model.met.get(turn.turn) {
        conversation::scene_text(ui, model.scenario, met);
    }
    let mut action = None;
    ui.add_space(space::XS);
    disclosure(ui, turn.turn, &turn.title, |ui| action = account(ui, model, turn));
    ui.add_space(space::M);
    action
}
