//! A part of the page, and lists in two columns.

use egui::Ui;

use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::{card, columns, text};

/// A heading, and a card below it.
pub(super) fn part<R>(ui: &mut Ui, heading: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    text::heading(ui, 2, heading);
    let shown = card::card(ui, contents);
    ui.add_space(space::L);
    shown
}

/// From so many items on, a list is worth two columns.
const MANY: usize = 4;

/// A list, if it is long in two columns where there is room for them, read down the first and then down the second.
pub(super) fn list<T>(ui: &mut Ui, items: &[T], show: impl Fn(&mut Ui, &T)) {
    let all = |ui: &mut Ui, items: &[T]| items.iter().for_each(|item| show(ui, item));
    if items.len() < MANY {
        return all(ui, items);
    }
    let (first, second) = items.split_at(items.len().div_ceil(2));
    let least = Look::of(ui.ctx()).scaled(measure::CARD);
    columns::halves(ui, least, |ui| all(ui, first), |ui| all(ui, second));
}
