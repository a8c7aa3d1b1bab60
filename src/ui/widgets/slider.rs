//! A slider from 0 to 100 that says in words where it stands.

use egui::{Slider, Ui};

use super::focus;
use super::text::palette;

/// Steps of the keyboard and of the pointer.
const STEP: f64 = 5.0;

/// Shows a slider as wide as there is room and returns whether it was moved. `name` and `said` are for
/// screen readers: what it rates, and the value in words.
pub(crate) fn slider(ui: &mut Ui, name: &str, said: &str, value: &mut u8) -> bool {
    ui.spacing_mut().slider_width = ui.available_width();
    ui.visuals_mut().widgets.inactive.bg_fill = palette(ui).border;
    let response = ui.add(Slider::new(value, 0..=100).step_by(STEP).show_value(false));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(name);
        node.set_value(said);
    });
    focus::ring(ui, &response);
    response.changed()
}
