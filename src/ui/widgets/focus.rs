//! The keyboard: the focus ring for those who use it or a screen reader, where the focus goes when a screen opens, and
//! the keys that screens share.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Context, Event, Id, Key, Modifiers, Response, Stroke, StrokeKind, Ui};

use crate::ui::look::radius;
use crate::ui::tokens::measure;

use super::text::palette;

/// Whether another screen than `screen` was shown before. Every screen calls this once a pass.
pub(crate) fn opened(ui: &Ui, screen: impl Hash + Debug) -> bool {
    note_hand(ui);
    let screen = Id::new(("bedside screen", Id::new(screen)));
    let key = Id::new("bedside screen shown");
    let before: Option<Id> = ui.data(|data| data.get_temp(key));
    let opened = before != Some(screen);
    ui.data_mut(|data| {
        data.insert_temp(key, screen);
        data.insert_temp(opened_key(), opened);
    });
    opened
}

/// Whether the screen has just been opened, as [`opened`] found it in this pass.
pub(crate) fn has_just_opened(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(opened_key())).unwrap_or(false)
}

fn opened_key() -> Id {
    Id::new("bedside screen has just opened")
}

/// Notes whether the pointer was used last, or else the keyboard or a screen reader.
fn note_hand(ui: &Ui) {
    let typing = ui.ctx().text_edit_focused();
    let last = ui.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::AccessKitActionRequest(_) => Some(true),
            // Whoever types into a box may have come to it by the pointer; Tab leads out of it.
            Event::Key { key, pressed: true, .. } => (!typing || *key == Key::Tab).then_some(true),
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        })
    });
    if let Some(shown) = last {
        ui.data_mut(|data| data.insert_temp(shown_key(), shown));
    }
}

fn shown_key() -> Id {
    Id::new("bedside focus is shown")
}

/// Whether it is shown what has the focus: to those who use the keyboard or a screen reader, and not after the pointer
/// was used.
pub(crate) fn is_shown(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(shown_key())).unwrap_or(true)
}

/// Whether `value` has changed since the last call with the same `what`; `false` the first time.
pub(crate) fn changed<T: Clone + PartialEq + Send + Sync + 'static>(ui: &Ui, what: &str, value: &T) -> bool {
    let key = Id::new(("bedside changed", what));
    let before: Option<T> = ui.data(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, value.clone()));
    before.is_some_and(|before| before != *value)
}

/// Draws the focus ring around a focused widget and scrolls to it when it gets the focus, for those to whom it is shown.
pub(crate) fn ring(ui: &Ui, response: &Response) {
    if !is_shown(ui) {
        return;
    }
    if response.gained_focus() {
        ui.scroll_to_rect(response.rect.expand(measure::RING + measure::RING_GAP), None);
    }
    if response.has_focus() {
        let stroke = Stroke::new(measure::RING, palette(ui).focus);
        let rect = response.rect.expand(measure::RING_GAP);
        ui.painter().rect_stroke(rect, radius(measure::RADIUS), stroke, StrokeKind::Outside);
    }
}

/// Whether Escape was pressed, other than to leave a text box.
pub(crate) fn escape(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Escape)) && !was_typing(ui.ctx())
}

/// The digit 1–9 that was pressed, unless somebody is typing.
pub(crate) fn digit(ui: &Ui) -> Option<usize> {
    const KEYS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    if ui.ctx().text_edit_focused() {
        return None;
    }
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Key { key, pressed: true, repeat: false, modifiers, .. } if *modifiers == Modifiers::NONE => {
                KEYS.iter().position(|digit| digit == key).map(|index| index + 1)
            }
            Event::Text(text) => text.parse().ok().filter(|digit| (1..=9).contains(digit)),
            _ => None,
        })
    })
}

/// Records that somebody is typing.
pub(crate) fn note_typing(ui: &Ui) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(typing_key(), pass));
}

fn was_typing(ctx: &Context) -> bool {
    let typing: Option<u64> = ctx.data(|data| data.get_temp(typing_key()));
    typing.is_some_and(|pass| pass + 1 >= ctx.cumulative_pass_nr())
}

fn typing_key() -> Id {
    Id::new("bedside typing")
}
