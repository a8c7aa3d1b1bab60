//! What if: another choice at any turn, and where it could have led.

use egui::{Align, Ui};

use crate::analysis::{WhatIf, WhatIfOutcome};
use crate::debrief::Scores;
use crate::rubric::Dimension;
use crate::scenario::{Feeling, Feelings};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, focus, radio, text};
use crate::ui::words::{self, done_and_said};

use super::turn::title;
use super::{DebriefAction, DebriefPage, View};

/// Shows it.
pub(super) fn what_if(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    ui.add_space(space::L);
    let picked = model.view.what_if.as_ref().map(|(turn, _)| *turn);
    let led_here = focus::changed(ui, "what if", &picked) && picked.is_some();
    let heading = text::destination(ui, 3, "What if?", led_here);
    if led_here {
        heading.scroll_to_me(Some(Align::TOP));
    }
    let turns = model.debrief.turns.len();
    if turns == 0 {
        return None;
    }
    text::body(ui, "Pick a turn and another choice. Bedside plays it on from there, with the same luck.");
    let labels: Vec<(usize, String)> = (0..turns).map(|turn| (turn, format!("Turn {}", turn + 1))).collect();
    let options: Vec<(Option<usize>, &str)> =
        labels.iter().map(|(turn, label)| (Some(*turn), label.as_str())).collect();
    if let Some(Some(turn)) = radio::radio(ui, "Turn", &options, picked) {
        // Who picks it here is here already.
        focus::changed(ui, "what if", &Some(turn));
        return Some(view(model, turn, None));
    }
    let turn = picked?;
    text::quiet(ui, &title(model, turn));
    let Some(all) = model.what_if else {
        text::body(ui, "Working out where the other choices lead\u{2026}");
        return None;
    };
    let others: Vec<&WhatIf> = all.iter().filter(|other| other.turn == turn).collect();
    if others.is_empty() {
        let alone = model.debrief.turns.get(turn).is_some_and(|turn| turn.offered.len() < 2);
        let none = if alone { "No other choice was on offer at this turn." } else { "This could not be worked out." };
        text::body(ui, none);
        return None;
    }
    self::others(ui, model, turn, &others)
}

fn view(model: &DebriefPage<'_>, turn: usize, choice: Option<String>) -> DebriefAction {
    DebriefAction::View(View { what_if: Some((turn, choice)), ..model.view.clone() })
}

fn others(ui: &mut Ui, model: &DebriefPage<'_>, turn: usize, others: &[&WhatIf]) -> Option<DebriefAction> {
    let picked = model.view.what_if.as_ref().and_then(|(_, choice)| choice.as_deref());
    let mut action = None;
    ui.push_id(("other", turn), |ui| {
        for other in others {
            let words = done_and_said(other.act.as_deref(), other.say.as_deref());
            let is_picked = picked == Some(&other.choice);
            if Button::radio(&words, is_picked).wide().pressed(ui) {
                action = Some(view(model, turn, (!is_picked).then(|| other.choice.clone())));
            }
        }
    });
    if let Some(other) = others.iter().find(|other| picked == Some(&other.choice)) {
        compare(ui, model, other);
    }
    action
}

fn compare(ui: &mut Ui, model: &DebriefPage<'_>, other: &WhatIf) {
    ui.add_space(space::S);
    let debrief = model.debrief;
    let ending = debrief.ending.as_ref().map(|ending| ending.title.as_str());
    side(ui, "What happened", ending, debrief.patient.feelings, debrief.scores);
    let outcome = |ui: &mut Ui, title: &str, outcome: &WhatIfOutcome| {
        let ending = outcome.ending.as_ref().map(|ending| ending.title.as_str());
        side(ui, title, ending, outcome.patient.feelings, outcome.scores);
    };
    match &other.with_own {
        Some(with_own) => {
            outcome(ui, &with_own_title(with_own), with_own);
            outcome(ui, "With this choice, and the best ones after it", &other.with_best);
        }
        None => outcome(ui, "With this choice, and the best ones after it", &other.with_best),
    }
}

fn with_own_title(outcome: &WhatIfOutcome) -> String {
    match outcome.own_choices_kept {
        0 => "With this choice, where none of your later ones fit any more".to_owned(),
        1 => "With this choice, and your own next one".to_owned(),
        kept => format!("With this choice, and {kept} of your own later ones"),
    }
}

fn side(ui: &mut Ui, heading: &str, ending: Option<&str>, feelings: Feelings, scores: Scores) {
    card::card(ui, |ui| {
        text::strong(ui, heading);
        text::body(ui, ending.unwrap_or("It did not come to an ending."));
        let felt = Feeling::ALL.map(|feeling| format!("{} {}", words::feeling(feeling), feelings.get(feeling)));
        text::small(ui, &format!("At the end: {}.", felt.join(", ")));
        let each = Dimension::ALL.map(|dimension| {
            let score = scores.get(dimension).map_or("not exercised".to_owned(), |score| score.score.to_string());
            format!("{} {score}", dimension.label())
        });
        text::small(ui, &format!("Scores: {}.", each.join(", ")));
    });
}
