//! A part that can be opened: shut at first, and told as such to screen readers.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Color32, Id, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

use crate::ui::TypeSize;
use crate::ui::look::{Look, radius};
use crate::ui::tokens::{measure, space};

use super::focus;
use super::text::{Ink, palette};

/// Shows a heading that opens and shuts `contents`. Whether it is open is remembered under `salt`.
pub(crate) fn disclosure(ui: &mut Ui, salt: impl Hash + Debug, title: &str, contents: impl FnOnce(&mut Ui)) {
    remembered(ui, salt, ["", title], contents);
}

/// The same, where the heading's words change while it stays open.
pub(crate) fn labelled(ui: &mut Ui, salt: impl Hash + Debug, title: &str, contents: impl FnOnce(&mut Ui)) {
    remembered(ui, salt, [title, ""], contents);
}

/// The same, for a question and its answer.
pub(crate) fn answer(ui: &mut Ui, salt: impl Hash + Debug, title: [&str; 2], contents: impl FnOnce(&mut Ui)) {
    remembered(ui, salt, title, contents);
}

/// The heading's first part is in the weight of running text, its second in a strong one.
fn remembered(ui: &mut Ui, salt: impl Hash + Debug, title: [&str; 2], contents: impl FnOnce(&mut Ui)) {
    let id = ui.id().with(("disclosure", Id::new(salt)));
    let open: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    if header(ui, id, title, open) {
        ui.data_mut(|data| data.insert_temp(id, !open));
    }
    if open {
        body(ui, id, contents);
    }
}

/// The same, where the shell knows whether it is open. Returns whether the heading was pressed.
pub(crate) fn controlled(ui: &mut Ui, title: &str, open: bool, contents: impl FnOnce(&mut Ui)) -> bool {
    let id = ui.id().with(("disclosure", title));
    let pressed = header(ui, id, ["", title], open);
    if open {
        body(ui, id, contents);
    }
    pressed
}

fn body(ui: &mut Ui, id: Id, contents: impl FnOnce(&mut Ui)) {
    ui.push_id(id, |ui| {
        ui.horizontal_top(|ui| {
            ui.add_space(space::L);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                contents(ui);
            });
        });
    });
    ui.add_space(space::S);
}

fn header(ui: &mut Ui, id: Id, [light, strong]: [&str; 2], open: bool) -> bool {
    let colours = palette(ui);
    let sign = Look::of(ui.ctx()).scaled(space::XL);
    let ink = Ink::new(TypeSize::Body, colours.text);
    let mut job = ink.job(ui.ctx(), light);
    ink.strong().append(ui.ctx(), &mut job, strong);
    let room = ui.available_width();
    job.wrap.max_width = (room - sign - space::S).max(0.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(galley.size().x + sign + 2.0 * space::S, galley.size().y + 2.0 * space::S);
    let (_, rect) = ui.allocate_space(vec2(size.x.min(room), size.y.max(measure::TARGET)));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::CollapsingHeader, true, format!("{light}{strong}")));
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(open));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, radius(measure::RADIUS_SMALL), colours.surface_hover);
        }
        // Beside the first line.
        let first = galley.size().y / f32::from(u16::try_from(galley.rows.len()).unwrap_or(1).max(1));
        let centre = pos2(rect.left() + sign / 2.0, rect.center().y - (galley.size().y - first) / 2.0);
        ui.painter().add(triangle(centre, sign / 3.0, open, colours.text));
        let at = pos2(rect.left() + sign, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colours.text);
    }
    focus::ring(ui, &response);
    response.clicked()
}

fn triangle(centre: egui::Pos2, size: f32, open: bool, colour: Color32) -> Shape {
    let (long, short) = (size * 0.625, size * 0.5);
    let points = if open {
        [Vec2::new(-long, -short), Vec2::new(long, -short), Vec2::new(0.0, short)]
    } else {
        [Vec2::new(-short, -long), Vec2::new(short, 0.0), Vec2::new(-short, long)]
    };
    Shape::convex_polygon(points.map(|offset| centre + offset).to_vec(), colour, Stroke::NONE)
}
