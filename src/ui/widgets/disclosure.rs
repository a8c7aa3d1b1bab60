//! A part that can be opened: closed at first, and reported as expanded or collapsed to screen readers.

use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use egui::{
    Color32, Galley, Id, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::sentence::introducing;
use crate::ui::TypeSize;
use crate::ui::look::{Look, border, radius};
use crate::ui::tokens::{measure, space};

use super::text::{Ink, palette};
use super::{focus, text};

/// Shows a heading that opens and closes `contents`. Whether it is open is remembered under `salt`.
pub(crate) fn disclosure(ui: &mut Ui, salt: impl Hash + Debug, title: &str, contents: impl FnOnce(&mut Ui)) {
    remembered(ui, salt, Title::new("", title), contents);
}

/// The same with a light title, which may change while it is open.
pub(crate) fn labelled(ui: &mut Ui, salt: impl Hash + Debug, title: &str, contents: impl FnOnce(&mut Ui)) {
    remembered(ui, salt, Title::new(title, ""), contents);
}

/// The same for a question with its answer at the end of the line, if there is room for both.
pub(crate) fn answer(
    ui: &mut Ui,
    salt: impl Hash + Debug,
    [question, said]: [&str; 2],
    contents: impl FnOnce(&mut Ui),
) {
    let title = Title { answer: true, ..Title::new(question, said) };
    remembered(ui, salt, title, contents);
}

/// The words of a heading: a first part in the weight of running text, and a strong second part.
#[derive(Clone, Copy)]
struct Title<'a> {
    light: &'a str,
    strong: &'a str,
    /// Whether the strong part is at the end of the line.
    answer: bool,
}

impl<'a> Title<'a> {
    const fn new(light: &'a str, strong: &'a str) -> Self {
        Self { light, strong, answer: false }
    }
}

fn remembered(ui: &mut Ui, salt: impl Hash + Debug, title: Title<'_>, contents: impl FnOnce(&mut Ui)) {
    let id = ui.id().with(("disclosure", Id::new(salt)));
    let open: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    if header(ui, id, title, open) {
        ui.data_mut(|data| data.insert_temp(id, !open));
    }
    if open {
        body(ui, id, contents);
    }
}

/// The same, when the caller stores whether it is open. Returns whether the heading was pressed.
pub(crate) fn controlled(ui: &mut Ui, title: &str, open: bool, contents: impl FnOnce(&mut Ui)) -> bool {
    let id = ui.id().with(("disclosure", title));
    let pressed = header(ui, id, Title::new("", title), open);
    if open {
        body(ui, id, contents);
    }
    pressed
}

/// Shows a part of a page: its heading, and what is inside in a line, to open and close. The caller stores whether it is
/// open. Returns the line's response, and whether it or the heading was pressed.
pub(crate) fn part(
    ui: &mut Ui,
    [heading, inside]: [&str; 2],
    open: bool,
    contents: impl FnOnce(&mut Ui),
) -> (Response, bool) {
    let row = PartRow::lay_out(ui, heading, inside);
    let id = ui.id().with("part");
    // The heading can be pressed too, but is no Tab stop of its own.
    let title = ui.interact(row.title, id.with("heading"), Sense::CLICK);
    title.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, heading));
    text::mark_heading(ui, &title, 2, heading);
    let response = ui.interact(row.line, id, Sense::click());
    let name = format!("{} {inside}", introducing(heading));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::CollapsingHeader, true, &name));
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(open));
    let whole = row.title.union(row.line);
    if ui.is_rect_visible(whole) {
        row.paint(ui, whole, title.hovered() || response.hovered(), open);
    }
    focus::ring(ui, &response.clone().with_new_rect(whole));
    if open {
        ui.add_space(space::S);
        body(ui, id, contents);
    }
    let pressed = title.clicked() || response.clicked();
    (response, pressed)
}

/// The heading of a part and what is inside: side by side if there is room, and otherwise one above the other.
struct PartRow {
    heading: Arc<Galley>,
    inside: Arc<Galley>,
    /// Where the heading is.
    title: Rect,
    /// Where the line is that says what is inside.
    line: Rect,
}

impl PartRow {
    /// Lays it out in the available width, below what was shown before.
    fn lay_out(ui: &mut Ui, heading: &str, inside: &str) -> Self {
        let look = Look::of(ui.ctx());
        let width = ui.available_width();
        let indent = look.scaled(space::XL) + space::L;
        let column = look.scaled(measure::PART_HEADING).max(measure::PART_HEADING);
        let beside = width >= 2.0 * column;
        let galley = |ink: Ink, text: &str, room: f32| {
            let mut job = ink.job(ui.ctx(), text);
            job.wrap.max_width = room.max(0.0);
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let colours = palette(ui);
        let rooms = if beside {
            [column - indent - space::L, width - column - space::L]
        } else {
            [width - indent - space::L; 2]
        };
        let heading = galley(Ink::new(TypeSize::Lead, colours.text).strong(), heading, rooms[0]);
        let inside = galley(Ink::new(TypeSize::Body, colours.quiet), inside, rooms[1]);
        let least = |galley: &Galley| (galley.size().y + space::L).max(measure::TARGET);
        let [first, second] = [least(&heading), least(&inside)];
        let size = vec2(width, if beside { first.max(second) } else { first + second });
        let (_, whole) = ui.allocate_space(size);
        let [title, line]: [Rect; 2] = if beside {
            whole.split_left_right_at_x(whole.left() + column).into()
        } else {
            whole.split_top_bottom_at_y(whole.top() + first).into()
        };
        Self { heading, inside, title, line }
    }

    fn paint(self, ui: &Ui, whole: Rect, hovered: bool, open: bool) {
        let colours = palette(ui);
        let sign = Look::of(ui.ctx()).scaled(space::XL);
        let fill = if hovered { colours.surface_hover } else { colours.surface };
        ui.painter().rect(whole, radius(measure::RADIUS_SMALL), fill, border(colours.hairline), StrokeKind::Inside);
        let left = whole.left() + space::M;
        let middle = self.title.center().y;
        ui.painter().add(triangle(pos2(left + sign / 2.0, middle), sign / 3.0, open, colours.text));
        let text = left + sign + space::XS;
        let stacked = self.line.top() >= self.title.bottom();
        let from = if stacked { text } else { self.line.left() };
        let at = |x: f32, area: Rect, galley: &Galley| pos2(x, area.center().y - galley.size().y / 2.0);
        ui.painter().galley(at(text, self.title, &self.heading), Arc::clone(&self.heading), colours.text);
        ui.painter().galley(at(from, self.line, &self.inside), Arc::clone(&self.inside), colours.quiet);
    }
}

/// Shows something as far in as what a heading opens.
pub(crate) fn indented<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.add_space(Look::of(ui.ctx()).scaled(space::XL));
        ui.vertical(|ui| contents(ui)).inner
    })
    .inner
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

fn header(ui: &mut Ui, id: Id, title: Title<'_>, open: bool) -> bool {
    let colours = palette(ui);
    let sign = Look::of(ui.ctx()).scaled(space::XL);
    let room = ui.available_width();
    let [galley, end] = lay_out(ui, title, room - sign - space::S);
    let wide = if title.answer { room } else { (galley.size().x + sign + 2.0 * space::S).min(room) };
    let (_, rect) = ui.allocate_space(vec2(wide, (galley.size().y + 2.0 * space::S).max(measure::TARGET)));
    let response = ui.interact(rect, id, Sense::click());
    let name = format!("{}{}", title.light, title.strong);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::CollapsingHeader, true, &name));
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(open));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, radius(measure::RADIUS_SMALL), colours.surface_hover);
        }
        // Level with the first line.
        let first = galley.size().y / f32::from(u16::try_from(galley.rows.len()).unwrap_or(1).max(1));
        let centre = pos2(rect.left() + sign / 2.0, rect.center().y - (galley.size().y - first) / 2.0);
        ui.painter().add(triangle(centre, sign / 3.0, open, colours.text));
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(rect.left() + sign, top), galley, colours.text);
        ui.painter().galley(pos2(rect.right() - space::S - end.size().x, top), end, colours.text);
    }
    focus::ring(ui, &response);
    response.clicked()
}

/// The text at the beginning of the line, and at its end: that is empty unless it is an answer that fits beside its
/// question.
fn lay_out(ui: &Ui, title: Title<'_>, room: f32) -> [Arc<Galley>; 2] {
    let ink = Ink::new(TypeSize::Body, palette(ui).text);
    let mut job = ink.job(ui.ctx(), title.light);
    let mut end = ink.strong().job(ui.ctx(), if title.answer { title.strong } else { "" });
    end.wrap.max_width = f32::INFINITY;
    let end = ui.fonts_mut(|fonts| fonts.layout_job(end));
    let beside = room - end.size().x - space::XL;
    let fits = title.answer && beside >= room / 2.0;
    if !fits {
        ink.strong().append(ui.ctx(), &mut job, title.strong);
    }
    job.wrap.max_width = (if fits { beside } else { room }).max(0.0);
    let begin = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let nothing = ink.job(ui.ctx(), "");
    [begin, if fits { end } else { ui.fonts_mut(|fonts| fonts.layout_job(nothing)) }]
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
