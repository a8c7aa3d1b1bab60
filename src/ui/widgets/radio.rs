//! A group of radio buttons.

use egui::Ui;
use egui::accesskit::Role;

use super::button::Button;

/// Shows a group called `name`, and returns a newly selected option. The options wrap if there is no room.
pub(crate) fn radio<T: Copy + PartialEq>(ui: &mut Ui, name: &str, options: &[(T, &str)], picked: T) -> Option<T> {
    let mut chosen = None;
    ui.push_id(name, |ui| {
        mark_group(ui, name, Role::RadioGroup);
        ui.horizontal_wrapped(|ui| {
            for &(option, label) in options {
                if Button::radio(label, option == picked).pressed(ui) && option != picked {
                    chosen = Some(option);
                }
            }
        });
    });
    chosen
}

/// Marks this part as a group for screen readers.
pub(crate) fn mark_group(ui: &Ui, name: &str, role: Role) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}
