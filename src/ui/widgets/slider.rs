//! A slider from 0 to 100 that announces its value in words.

use egui::{Slider, Stroke, Ui};

use crate::ui::tokens::measure;

use super::focus;
use super::text::palette;

/// Steps of the keyboard and of the pointer.
const STEP: f64 = 5.0;

/// Shows a slider of the available width and returns whether it was moved. Screen readers get its `name` and its value
/// in words, `said`; it is highlighted once something is `rated`.
pub(crate) fn slider(ui: &mut Ui, name: &str, said: &str, rated: bool, value: &mut u8) -> bool {
    let colours = palette(ui);
    ui.spacing_mut().slider_width = ui.available_width();
    let visuals = ui.visuals_mut();
    visuals.selection.bg_fill = colours.accent;
    visuals.widgets.inactive.bg_fill = colours.border;
    let edge = Stroke::new(measure::RING_GAP, if rated { colours.text } else { colours.border });
    visuals.widgets.inactive.fg_stroke = edge;
    let response = ui.add(Slider::new(value, 0..=100).step_by(STEP).show_value(false).trailing_fill(rated));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(name);
        node.set_value(said);
    });
    focus::ring(ui, &response);
    response.changed()
}
