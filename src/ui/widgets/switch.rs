//! A switch: its name and a note beside a track with a knob; the whole row can be pressed.

use egui::accesskit::Role;
use egui::{Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

use crate::ui::TypeSize;
use crate::ui::look::{Look, border, radius};
use crate::ui::tokens::{measure, space};

use super::focus;
use super::text::{Ink, palette};

/// Shows a switch with a note on what it does, and returns its new state if it was pressed.
pub(crate) fn switch(ui: &mut Ui, label: &str, note: &str, on: bool) -> Option<bool> {
    let colours = palette(ui);
    let (body, small) = (Ink::new(TypeSize::Body, colours.text), Ink::new(TypeSize::Small, colours.quiet));
    let track = track(ui);
    let indent = track.x + space::M;
    let width = ui.available_width();
    let room = (width - indent - space::S).max(0.0);
    let mut title = body.strong().job(ui.ctx(), label);
    body.append(ui.ctx(), &mut title, if on { "  on" } else { "  off" });
    let [title, note_job] = [title, small.job(ui.ctx(), note)].map(|mut job| {
        job.wrap.max_width = room;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    });
    let first = title.rows.first().map_or(track.y, |row| row.size.y);
    let height = (title.size().y + note_job.size().y + space::S).max(measure::TARGET);
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect, ui.id().with(("switch", label)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, on, label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::CheckBox);
        node.set_description(note);
    });
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, radius(measure::RADIUS_SMALL), colours.surface_hover);
        }
        let top = rect.top() + space::XS;
        let middle = top + first / 2.0;
        let track = Rect::from_min_size(pos2(rect.left() + space::XS, middle - track.y / 2.0), track);
        paint(ui, track, on);
        let left = rect.left() + space::XS + indent;
        let below = top + title.size().y;
        ui.painter().galley(pos2(left, top), title, colours.text);
        ui.painter().galley(pos2(left, below), note_job, colours.quiet);
    }
    focus::ring(ui, &response);
    response.clicked().then_some(!on)
}

fn track(ui: &Ui) -> Vec2 {
    let high = Look::of(ui.ctx()).scaled(space::XL);
    vec2(high * 1.8, high)
}

/// On is filled, with the knob on the right; off is a frame, with the knob on the left.
fn paint(ui: &Ui, track: Rect, on: bool) {
    let colours = palette(ui);
    let round = radius(track.height() / 2.0);
    let (background, knob) = if on { (colours.accent, colours.on_accent) } else { (colours.surface, colours.border) };
    let edge = if on { Stroke::NONE } else { border(colours.border) };
    ui.painter().rect(track, round, background, edge, StrokeKind::Inside);
    let half = track.height() / 2.0;
    let x = if on { track.right() - half } else { track.left() + half };
    ui.painter().circle_filled(pos2(x, track.center().y), half - space::XS, knob);
}
