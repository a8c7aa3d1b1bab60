//! Everything about one turn: cue, words, what they did, behaviours with their sources.

use egui::Ui;

use crate::attempt::Mode;
use crate::debrief::{BehaviourShown, TurnAccount, TurningPoint};
use crate::rubric::{Dimension, Points};
use crate::scenario::Feeling;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{page, text};
use crate::ui::words::{self, done_and_said, quoted};

use super::{DebriefAction, DebriefPage, View};

/// A turn's number and what was done and said.
pub(super) fn title(model: &DebriefPage<'_>, turn: usize) -> String {
    let words = model.debrief.turns.get(turn).map(|turn| done_and_said(turn.act.as_deref(), turn.say.as_deref()));
    format!("Turn {}: {}", turn + 1, words.unwrap_or_default())
}

/// Shows a turning point below its title: cue, what it did, behaviours, and what might have worked better.
pub(super) fn turning_point(ui: &mut Ui, model: &DebriefPage<'_>, point: &TurningPoint) -> Option<DebriefAction> {
    let turn = model.debrief.turns.get(point.turn)?;
    noticed(ui, model, point.turn, turn);
    effects(ui, turn);
    behaviours(ui, turn);
    better(ui, turn, point);
    ui.add_space(space::S);
    ways_on(ui, model, point.turn)
}

fn better(ui: &mut Ui, turn: &TurnAccount, point: &TurningPoint) {
    ui.add_space(space::S);
    match &point.better {
        Some(better) => {
            text::strong(ui, "What might have worked better");
            text::body(ui, &done_and_said(better.act.as_deref(), better.say.as_deref()));
            text::small(ui, &format!("It would have counted {}.", points(better.points)));
        }
        None => {
            text::strong(ui, "Of what was on offer, this was the best");
        }
    }
    text::body(ui, &turn.why);
}

/// Shows everything about a turn below its title.
pub(super) fn account(ui: &mut Ui, model: &DebriefPage<'_>, index: usize) -> Option<DebriefAction> {
    let turn = model.debrief.turns.get(index)?;
    noticed(ui, model, index, turn);
    text::labelled(ui, "Feedback", &turn.why);
    effects(ui, turn);
    behaviours(ui, turn);
    worth(ui, turn);
    ui.add_space(space::S);
    ways_on(ui, model, index)
}

fn noticed(ui: &mut Ui, model: &DebriefPage<'_>, index: usize, turn: &TurnAccount) {
    if turn.late {
        text::body(ui, "Time was up, so this was what happened.");
    }
    if let Some(cue) = &turn.cue {
        text::labelled(ui, "What there was to notice", cue);
    }
    if let Some(own) = model.own_words.get(&index) {
        text::labelled(ui, "In your own words, first", &quoted(own));
    }
}

fn ways_on(ui: &mut Ui, model: &DebriefPage<'_>, index: usize) -> Option<DebriefAction> {
    page::row(ui, |ui| {
        let other = format!("What if I had chosen otherwise at turn {}?", index + 1);
        if Button::plain("What if \u{2026}?").named(&other).pressed(ui) {
            return Some(DebriefAction::View(View { what_if: Some((index, None)), ..model.view.clone() }));
        }
        let again = format!("Play again from turn {}", index + 1);
        let again = model.mode == Mode::Practise && Button::plain("Play again from here").named(&again).pressed(ui);
        again.then_some(DebriefAction::PlayFrom(index))
    })
}

/// Shows what the turn did to each feeling, with every reason.
fn effects(ui: &mut Ui, turn: &TurnAccount) {
    ui.add_space(space::S);
    text::strong(ui, "What it did");
    for feeling in Feeling::ALL {
        let (before, after) = (turn.before.feelings.get(feeling), turn.after.feelings.get(feeling));
        let reasons: Vec<String> = turn
            .changes
            .iter()
            .filter(|change| change.feeling == feeling)
            .map(|change| format!("{} ({})", words::signed(change.amount), change.because))
            .collect();
        let why = if reasons.is_empty() { "nothing changed it".to_owned() } else { reasons.join(", ") };
        let moved = if before == after { format!("stayed at {after}") } else { format!("{before} \u{2192} {after}") };
        text::labelled(ui, &format!("{} {moved}", words::feeling(feeling)), &format!("{why}."));
    }
    if turn.before.stage != turn.after.stage {
        let (before, after) = (words::stage(turn.before.stage), words::stage(turn.after.stage));
        text::body(ui, &format!("From {before} to {after}."));
    }
}

fn behaviours(ui: &mut Ui, turn: &TurnAccount) {
    ui.add_space(space::S);
    text::strong(ui, "What it showed");
    if turn.behaviours.is_empty() {
        text::body(ui, "Nothing that counts either way.");
    }
    for behaviour in &turn.behaviours {
        self::behaviour(ui, behaviour);
    }
}

fn behaviour(ui: &mut Ui, behaviour: &BehaviourShown) {
    let rule = if behaviour.added_by_rule { " (added by rule: a feeling was there to be met)" } else { "" };
    text::body(ui, &format!("\u{2022} {}{rule}: {}.", behaviour.label, behaviour.says.trim_end_matches('.')));
    text::small(ui, &format!("{}. Source: {}.", points(behaviour.weights), behaviour.source.trim_end_matches('.')));
}

/// Shows what the turn counted, beside what was on offer.
fn worth(ui: &mut Ui, turn: &TurnAccount) {
    ui.add_space(space::S);
    text::strong(ui, "What it counted");
    let mut counted = Vec::new();
    for dimension in Dimension::ALL {
        let (low, high) = (turn.lowest[dimension], turn.highest[dimension]);
        if low < high {
            let (low, high) = (words::signed(low), words::signed(high));
            let taken = words::signed(turn.points[dimension]);
            counted.push(format!("{} {taken} (on offer were {low} to {high})", dimension.label()));
        }
    }
    if counted.is_empty() {
        text::body(ui, "There was nothing to decide here, so it counted towards no score.");
    } else {
        text::body(ui, &format!("{}.", counted.join("; ")));
    }
    if turn.clarity_lost_to_crisis {
        text::body(ui, "Added by rule: in a crisis, clear words cannot be taken in, so clarity counts nothing.");
    }
}

/// Points in words.
fn points(points: Points) -> String {
    let each = Dimension::ALL.map(|dimension| format!("{} {}", dimension.label(), words::signed(points[dimension])));
    each.join(", ")
}
