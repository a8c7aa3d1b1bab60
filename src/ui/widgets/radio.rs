//! A row of choices of which one is picked, and a switch.

use egui::Ui;
use egui::accesskit::Role;

use super::press::Press;
use super::text;

/// Shows a group called `name`, and returns what was newly picked. The options wrap where there is no room.
pub(crate) fn radio<T: Copy + PartialEq>(ui: &mut Ui, name: &str, options: &[(T, &str)], picked: T) -> Option<T> {
    let mut chosen = None;
    ui.push_id(name, |ui| {
        mark_group(ui, name, Role::RadioGroup);
        ui.horizontal_wrapped(|ui| {
            for &(option, label) in options {
                if Press::radio(label, option == picked).pressed(ui) && option != picked {
                    chosen = Some(option);
                }
            }
        });
    });
    chosen
}

/// Shows a switch with a note on what it does, and returns its new state where it was pressed.
pub(crate) fn switch(ui: &mut Ui, label: &str, note: &str, on: bool) -> Option<bool> {
    let state = if on { "On" } else { "Off" };
    let pressed = ui
        .push_id(label, |ui| {
            let pressed = Press::toggle(&format!("{label}: {state}"), on).named(label).pressed(ui);
            text::small(ui, note);
            pressed
        })
        .inner;
    pressed.then_some(!on)
}

/// Tells screen readers that what this part holds belongs together.
pub(crate) fn mark_group(ui: &Ui, name: &str, role: Role) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}
