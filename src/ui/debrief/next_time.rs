//! The trainee's own notes, what the debrief measures and what not, and the ways on.

use std::collections::BTreeMap;

use egui::Ui;

use crate::attempt::Notes;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{disclosure, page, text};

use super::{DebriefAction, DebriefPage};

/// Asks for the trainee's own view before anything is explained.
pub(super) fn own_view(ui: &mut Ui, notes: &Notes) -> Option<DebriefAction> {
    text::body(ui, "Before you read on: what do you think yourself? No real patients\u{2019} details, please.");
    let went_well = TextBox::lines("What went well", 2).show(ui, &notes.went_well).text;
    let to_change = TextBox::lines("What I would change", 2).show(ui, &notes.to_change).text;
    let notes = notes.clone();
    if let Some(went_well) = went_well {
        return Some(DebriefAction::Notes(Notes { went_well, ..notes }));
    }
    to_change.map(|to_change| DebriefAction::Notes(Notes { to_change, ..notes }))
}

/// Shows what was done well by name, and asks what to do next time.
pub(super) fn next_time(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    recognition(ui, model);
    ui.add_space(space::L);
    text::heading(ui, 2, "Next time");
    let next_time = TextBox::lines("Next time I will \u{2026}", 2).show(ui, &model.notes.next_time).text;
    let by = TextBox::line("By when").show(ui, &model.notes.by).text;
    let notes = model.notes.clone();
    if let Some(next_time) = next_time {
        return Some(DebriefAction::Notes(Notes { next_time, ..notes }));
    }
    by.map(|by| DebriefAction::Notes(Notes { by, ..notes }))
}

fn recognition(ui: &mut Ui, model: &DebriefPage<'_>) {
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    let behaviours = model.debrief.turns.iter().flat_map(|turn| &turn.behaviours);
    for behaviour in behaviours.filter(|one| one.weights.sum() > 0) {
        *shown.entry(&behaviour.label).or_default() += 1;
    }
    if shown.is_empty() {
        return;
    }
    text::heading(ui, 2, "What you can build on");
    for (label, times) in shown {
        let times = if times == 1 { String::new() } else { format!(" ({times} times)") };
        text::body(ui, &format!("\u{2022} {label}{times}"));
    }
}

/// Says what the debrief measures and what not.
pub(super) fn what_it_measures(ui: &mut Ui) {
    ui.add_space(space::XL);
    disclosure::disclosure(ui, "measures", "What this measures, and what it does not", |ui| {
        text::body(
            ui,
            "It measures which of the options written for this conversation you chose, and what those options show. \
             Each point comes from a named behaviour with its source.",
        );
        text::body(
            ui,
            "It does not measure your tone, your face or your worth as a clinician. The patient\u{2019}s feelings are \
             a model, and the weights are a reasoned design, not a validated instrument. Tests of this kind can \
             disadvantage some groups. Use it to think and to practise, not to rank anyone.",
        );
    });
}

/// Shows the ways on.
pub(super) fn ways_on(ui: &mut Ui) -> Option<DebriefAction> {
    ui.add_space(space::L);
    page::row(ui, |ui| {
        if Button::primary("Play again").pressed(ui) {
            return Some(DebriefAction::PlayAgain);
        }
        if Button::plain("Keep this page").pressed(ui) {
            return Some(DebriefAction::KeepPage);
        }
        Button::plain("To the library").pressed(ui).then_some(DebriefAction::Library)
    })
}
