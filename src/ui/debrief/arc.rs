//! The arc of a conversation: three feelings over its turns, each with its own line, point and label.

use crate::rubric::{Feeling, Feelings};
use egui::{Align2, Color32, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::debrief::page::{Course, CourseTurn};
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::focus;
use crate::ui::widgets::lines::{Pen, Plot};
use crate::ui::widgets::text::palette;
use crate::ui::{Palette, TypeSize, words};

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
        pen(feeling).draw(ui.painter(), line, colours.feeling(feeling));
    }
    if let Some(last) = points.last() {
        let end = |feeling| (last.get(feeling), words::feeling(feeling), colours.feeling(feeling));
        plot.end_labels(ui, Feeling::ALL.map(end).to_vec());
    }
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
    plot.values(ui);
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

/// The stroke and the points of a feeling's line.
const fn pen(feeling: Feeling) -> Pen {
    match feeling {
        Feeling::Agitation => Pen::Solid,
        Feeling::Trust => Pen::Dashed,
        Feeling::Understanding => Pen::Dotted,
    }
}
