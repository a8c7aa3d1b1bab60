//! The trainee's own notes, in text boxes.

use egui::Ui;

use crate::attempt::Notes;
use crate::debrief::page::{Note, NoteField};
use crate::ui::widgets::text;
use crate::ui::widgets::text_box::TextBox;

use super::{DebriefAction, DebriefPage};

/// Shows notes as text boxes, below an introduction; in what is opened again, as they were written.
pub(super) fn notes(ui: &mut Ui, model: &DebriefPage<'_>, notes: &[Note]) -> Option<DebriefAction> {
    if model.again.is_some() {
        for note in notes {
            written(ui, note);
        }
        return None;
    }
    let before = model.notes;
    if notes.iter().any(|note| note.field == NoteField::WentWell) {
        text::body(ui, "Before you read on: what do you think yourself? No real patients\u{2019} details, please.");
    }
    let mut action = None;
    for note in notes {
        let typed = match note.field {
            NoteField::By => TextBox::line(note.label),
            NoteField::WentWell | NoteField::ToChange | NoteField::NextTime => TextBox::lines(note.label, 2),
        };
        if let Some(typed) = typed.show(ui, &note.written).text {
            action.get_or_insert(DebriefAction::Notes(with(before, note.field, typed)));
        }
    }
    action
}

/// Shows what the trainee will do next time, in a box of one line.
pub(super) fn next_time(ui: &mut Ui, model: &DebriefPage<'_>, note: &Note) -> Option<DebriefAction> {
    if model.again.is_some() {
        written(ui, note);
        return None;
    }
    let typed = TextBox::line(note.label).beside_label().show(ui, &note.written).text?;
    Some(DebriefAction::Notes(with(model.notes, note.field, typed)))
}

/// Shows what was written on the day, to be read.
fn written(ui: &mut Ui, note: &Note) {
    let words = if note.written.is_empty() { "\u{2013} not filled in" } else { &note.written };
    text::labelled(ui, note.label, words);
}

/// The notes with one of them replaced.
fn with(before: &Notes, field: NoteField, written: String) -> Notes {
    let before = before.clone();
    match field {
        NoteField::WentWell => Notes { went_well: written, ..before },
        NoteField::ToChange => Notes { to_change: written, ..before },
        NoteField::NextTime => Notes { next_time: written, ..before },
        NoteField::By => Notes { by: written, ..before },
    }
}
