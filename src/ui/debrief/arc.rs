//! The arc of a conversation: three feelings over its turns, each with its own line, point and label.

use crate::rubric::{Feeling, Feelings};
use egui::{
    Align2, Color32, Painter, Pos2, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use crate::debrief::page::{Course, CourseTurn};
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::focus;
use crate::ui::widgets::text::palette;
use crate::ui::{Palette, TypeSize, words};

/// The position of values in the diagram.
struct Plot {
    rect: Rect,
    count: usize,
}

impl Plot {
    #[allow(clippy::cast_precision_loss, reason = "a conversation has far fewer than 2^23 turns")]
    fn at(&self, index: usize, value: u8) -> Pos2 {
        let across = (index as f32 + 0.5) / self.count as f32;
        let up = f32::from(value) / 100.0;
        pos2(self.rect.left() + across * self.rect.width(), self.rect.bottom() - up * self.rect.height())
    }

    #[allow(clippy::cast_precision_loss, reason = "a conversation has far fewer than 2^23 turns")]
    fn column(&self, index: usize) -> Rect {
        let half = self.rect.width() / self.count as f32 / 2.0;
        let centre = self.at(index, 0).x;
        Rect::from_x_y_ranges(centre - half..=centre + half, self.rect.y_range())
    }
}

/// Draws the arc and returns the turn that was selected.
pub(super) fn arc(ui: &mut Ui, course: &Course, picked: Option<usize>) -> Option<usize> {
    let look = Look::of(ui.ctx());
    let colours = palette(ui);
    let label = font(ui.ctx(), TypeSize::Small, Face::Strong);
    let line = label.size * 2.0;
    let longest = words::feeling(Feeling::Understanding).to_owned();
    let labels = ui.fonts_mut(|fonts| fonts.layout_no_wrap(longest, label, Color32::WHITE).size().x) + space::L;
    let size = vec2(ui.available_width(), look.scaled(measure::ARC) + line);
    let (whole, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &course.description));
    let mut rect = whole;
    rect.max.x -= labels;
    rect.min.x += look.scaled(space::XXL);
    rect.max.y -= line;
    rect.min.y += space::S;
    let points: Vec<Feelings> =
        std::iter::once(course.start).chain(course.turns.iter().map(|turn| turn.felt)).collect();
    let plot = Plot { rect, count: points.len() };
    let chosen = columns(ui, course, picked, &plot);
    grid(ui, course, &plot, colours);
    for feeling in Feeling::ALL {
        let line = points.iter().enumerate().map(|(index, felt)| plot.at(index, felt.get(feeling))).collect();
        draw(ui.painter(), feeling, line, colours.feeling(feeling));
    }
    end_labels(ui, &plot, points.last().copied());
    chosen
}

/// Each turn is a column that can be pressed.
fn columns(ui: &Ui, course: &Course, picked: Option<usize>, plot: &Plot) -> Option<usize> {
    let colours = palette(ui);
    let mut chosen = None;
    for (turn, CourseTurn { title, moved, .. }) in course.turns.iter().enumerate() {
        let rect = plot.column(turn + 1);
        let response = ui.interact(rect, ui.id().with(("arc", turn)), Sense::click());
        let picked = picked == Some(turn);
        let name = format!("{title} {moved}");
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, picked, &name));
        if picked || response.hovered() {
            let (fill, edge) = (colours.surface_hover, if picked { colours.border } else { Color32::TRANSPARENT });
            ui.painter().rect(rect, radius(measure::RADIUS_SMALL), fill, border(edge), StrokeKind::Inside);
        }
        focus::ring(ui, &response);
        if response.clicked() {
            chosen = Some(turn);
        }
    }
    chosen
}

fn grid(ui: &Ui, course: &Course, plot: &Plot, colours: &Palette) {
    let label = font(ui.ctx(), TypeSize::Small, Face::Regular);
    let painter = ui.painter();
    for value in [0, 50, 100] {
        let y = plot.at(0, value).y;
        painter.hline(plot.rect.x_range(), y, border(colours.hairline));
        painter.text(pos2(plot.rect.left() - space::S, y), Align2::RIGHT_CENTER, value, label.clone(), colours.quiet);
    }
    let room = plot.column(0).width();
    let every = if room < label.size * 1.5 { 5 } else { 1 };
    let turn = |index: usize| course.turns.get(index.checked_sub(1)?);
    let ringed = |index: usize| turn(index).is_some_and(|turn| turn.is_turning_point);
    for index in (0..plot.count).filter(|index| index % every == 0 || ringed(*index)) {
        let start = if room < label.size * 2.4 { "" } else { "start" };
        let text = if index == 0 { start.to_owned() } else { index.to_string() };
        let at = pos2(plot.at(index, 0).x, plot.rect.bottom() + space::S + label.size * 0.6);
        if ringed(index) {
            painter.circle(at, label.size * 0.8, colours.picked, Stroke::new(measure::RING_GAP, colours.on_picked));
            let strong = font(ui.ctx(), TypeSize::Small, Face::Strong);
            painter.text(at, Align2::CENTER_CENTER, text, strong, colours.on_picked);
        } else {
            painter.text(at, Align2::CENTER_CENTER, text, label.clone(), colours.quiet);
        }
    }
}

/// Draws a feeling's line, with a stroke and points of its own.
fn draw(painter: &Painter, feeling: Feeling, line: Vec<Pos2>, colour: Color32) {
    let stroke = Stroke::new(measure::RING, colour);
    let side = measure::POINT;
    for &at in &line {
        match feeling {
            Feeling::Agitation => {
                painter.circle_filled(at, side, colour);
            }
            Feeling::Trust => {
                painter.rect_filled(Rect::from_center_size(at, vec2(2.0 * side, 2.0 * side)), 0.0, colour);
            }
            Feeling::Understanding => {
                let points = [vec2(0.0, -side * 1.3), vec2(side * 1.2, side), vec2(-side * 1.2, side)];
                let points = points.map(|offset| at + offset).to_vec();
                painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
            }
        }
    }
    match feeling {
        Feeling::Agitation => {
            painter.add(Shape::line(line, stroke));
        }
        Feeling::Trust => painter.extend(Shape::dashed_line(&line, stroke, space::M, space::S)),
        Feeling::Understanding => painter.extend(Shape::dotted_line(&line, colour, space::S, measure::RING / 1.5)),
    }
}

/// Labels each line at its end, moved apart so that they do not overlap.
fn end_labels(ui: &Ui, plot: &Plot, last: Option<Feelings>) {
    let Some(last) = last else { return };
    let colours = palette(ui);
    let label = font(ui.ctx(), TypeSize::Small, Face::Strong);
    let height = label.size * 1.2;
    let index = plot.count.saturating_sub(1);
    let mut labels = Feeling::ALL.map(|feeling| (plot.at(index, last.get(feeling)).y, feeling));
    labels.sort_by(|one, other| one.0.total_cmp(&other.0));
    let room = Rangef::new(plot.rect.top() + height / 2.0, plot.rect.bottom() - height / 2.0);
    let mut free_from = room.min;
    for (rank, (y, feeling)) in (0u8..).zip(labels) {
        let most = room.max - f32::from(2 - rank) * height;
        let y = y.max(free_from).min(most);
        free_from = y + height;
        let at = pos2(plot.rect.right() + space::S, y);
        ui.painter().text(at, Align2::LEFT_CENTER, words::feeling(feeling), label.clone(), colours.feeling(feeling));
    }
}
