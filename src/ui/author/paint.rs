//! The graph's boxes. No meaning is carried by colour alone: there is a word, a sign or a shape too.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2};

use crate::analysis::{FeelingRange, SceneFeelings};
use crate::chart::{Node, PADDING, Point, ROW, Reach};
use crate::rubric::Feeling;
use crate::ui::look::{Face, font_of, radius};
use crate::ui::tokens::measure;
use crate::ui::widgets::text::palette;

use super::camera::Viewport;

/// The sizes of type in units of the chart.
pub(super) const DETAIL: f32 = 12.5;
const NAME: f32 = 15.0;
/// Type smaller than this, in points, is not drawn.
const LEAST_TYPE: f32 = 6.0;
/// The largest type of a name when zoomed out, in points.
const FAR_TYPE: f32 = 11.0;
/// The margin beside such a name, in points.
const FAR_EDGE: f32 = 4.0;
/// The length of a dash and of a gap, in points.
pub(super) const DASH: f32 = 5.0;
/// The height of a feeling's range, and of the foot of the box with all three, in units of the chart.
const RANGE: f32 = 2.0;
const FOOT: f32 = 9.0;

/// How a scene's box is marked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) looked_at: bool,
    pub(super) hovered: bool,
    pub(super) on_road: bool,
}

pub(super) fn background(ui: &Ui, room: Rect) {
    let colours = palette(ui);
    let edge = Stroke::new(measure::BORDER, colours.hairline);
    ui.painter().rect(room, radius(measure::RADIUS), colours.surface, edge, StrokeKind::Inside);
}

/// The ring around the scene that has the focus.
pub(super) fn focused(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(measure::RING, palette(ui).focus);
    let rect = rect.expand(measure::RING_GAP + measure::RING);
    ui.painter().rect_stroke(rect, radius(measure::RADIUS), stroke, StrokeKind::Outside);
}

/// A scene's box.
pub(super) fn scene(ui: &Ui, viewport: &Viewport, node: &Node, mark: Mark) {
    let colours = palette(ui);
    let rect = viewport.area(node.area);
    if is_speck(rect) {
        speck(ui, rect, mark);
        return;
    }
    let round = radius(measure::RADIUS_SMALL.min(rect.height() / 4.0));
    let (background, ink) = match (mark.on_road, mark.hovered) {
        (true, _) => (colours.picked, colours.on_picked),
        (false, true) => (colours.surface_hover, colours.text),
        (false, false) => (if node.ending.is_some() { colours.background } else { colours.surface }, colours.text),
    };
    let width = if mark.looked_at || node.start { measure::RING } else { measure::BORDER };
    let edge = Stroke::new(width, if mark.looked_at { colours.accent } else { colours.border });
    ui.painter().rect_filled(rect, round, background);
    if node.reach == Reach::Open {
        ui.painter().rect_stroke(rect, round, edge, StrokeKind::Inside);
    } else {
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        ui.painter().extend(Shape::dashed_line(&corners, edge, DASH, DASH));
    }
    if node.ending.is_some() {
        // An ending has a double border.
        let inside = rect.shrink(viewport.length(4.0));
        ui.painter().rect_stroke(inside, round, Stroke::new(measure::BORDER, colours.border), StrokeKind::Inside);
    }
    words(ui, viewport, node, rect, ink);
}

/// A box that is too small for words and borders.
fn speck(ui: &Ui, rect: Rect, mark: Mark) {
    let colours = palette(ui);
    let background = if mark.on_road { colours.accent } else { colours.border };
    ui.painter().rect_filled(rect.expand(0.5), 0.0, background);
    if mark.looked_at {
        let edge = Stroke::new(measure::RING, colours.accent);
        ui.painter().rect_stroke(rect.expand(measure::RING_GAP), 0.0, edge, StrokeKind::Outside);
    }
}

/// The words in a box: its tag, its name, its first words; when zoomed out the name alone, if it fits.
fn words(ui: &Ui, viewport: &Viewport, node: &Node, rect: Rect, ink: Color32) {
    if readable(viewport, DETAIL).is_none() {
        let font = font_of(ui.ctx(), (rect.height() * 0.7).clamp(LEAST_TYPE, FAR_TYPE).round(), Face::Regular);
        let mut name = LayoutJob::simple_singleline(node.name.clone(), font, ink);
        name.wrap = TextWrapping::truncate_at_width(rect.width() - FAR_EDGE);
        let galley = ui.painter().layout_job(name);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
        return;
    }
    let left = rect.left() + viewport.length(units(PADDING));
    // Leaves room below for the feelings' ranges.
    let mut top = rect.top() + viewport.length(units(PADDING) - 5.0);
    let mut row = |words: &str, size: f32, height: f32, face: Face| {
        if let Some(points) = readable(viewport, size) {
            write(ui, pos2(left, top), words, font_of(ui.ctx(), points, face), ink);
        }
        top += viewport.length(height);
    };
    if !node.tag.is_empty() {
        row(&node.tag, DETAIL, row_height(), Face::Italic);
    }
    row(&node.name, NAME, 19.0, Face::Strong);
    for line in &node.detail {
        row(line, DETAIL, row_height(), Face::Regular);
    }
}

/// The end of a line that continues elsewhere.
pub(super) fn ending_of_a_line(ui: &Ui, viewport: &Viewport, node: &Node) {
    let colours = palette(ui);
    let rect = viewport.area(node.area);
    if is_speck(rect) {
        return;
    }
    let round = radius(rect.height() / 2.0);
    ui.painter().rect(
        rect,
        round,
        colours.background,
        Stroke::new(measure::BORDER, colours.hairline),
        StrokeKind::Inside,
    );
    if let Some(size) = readable(viewport, DETAIL) {
        let font = font_of(ui.ctx(), size, Face::Italic);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, &node.name, font, colours.quiet);
    }
}

/// How the patient can feel on entering the scene: for each feeling a line from the least to the most, along the foot
/// of the box, agitation first. The pane has the numbers.
pub(super) fn ranges(ui: &Ui, viewport: &Viewport, felt: Option<&SceneFeelings>, rect: Rect, mark: Mark) {
    let Some(felt) = felt.filter(|_| viewport.length(RANGE) >= 0.9) else { return };
    let colours = palette(ui);
    let height = viewport.length(RANGE);
    let foot = rect.bottom() - viewport.length(FOOT);
    if mark.on_road {
        // The feelings' colours contrast with the surface, but not with a selected background.
        let edge = if mark.looked_at { measure::RING } else { measure::BORDER };
        let (from, to) = (pos2(rect.left() + edge, foot - height), rect.right_bottom() - Vec2::splat(edge));
        let strip = Rect::from_min_max(from, to);
        ui.painter().rect_filled(strip, radius(measure::RADIUS_SMALL / 2.0), colours.surface);
    }
    let (left, width) = (rect.left() + viewport.length(6.0), rect.width() - viewport.length(12.0));
    let all = [&felt.agitation, &felt.trust, &felt.understanding];
    for (index, (feeling, range)) in (0u8..).zip(Feeling::ALL.into_iter().zip(all)) {
        let top = foot + f32::from(index) * (height + viewport.length(0.5));
        let along = |value: u8| left + width * f32::from(value) / 100.0;
        let (from, to) = (along(range.least.value), along(range.most.value).max(along(range.least.value) + height));
        let bar = Rect::from_min_max(pos2(from, top), pos2(to, top + height));
        ui.painter().rect_filled(bar, radius(height / 2.0), colours.feeling(feeling));
    }
}

/// The range of a feeling in words: "30 to 62", "45".
pub(super) fn range_in_words(range: &FeelingRange) -> String {
    let (least, most) = (range.least.value, range.most.value);
    if least == most { least.to_string() } else { format!("{least} to {most}") }
}

pub(super) fn write(ui: &Ui, at: Pos2, words: &str, font: FontId, ink: Color32) {
    ui.painter().text(at, Align2::LEFT_TOP, words, font, ink);
}

/// Whether a box is too small for words and borders.
pub(super) fn is_speck(rect: Rect) -> bool {
    rect.height() < LEAST_TYPE
}

/// A size of type in whole points, if it is legible.
pub(super) fn readable(viewport: &Viewport, units: f32) -> Option<f32> {
    Some(viewport.length(units).round()).filter(|points| *points >= LEAST_TYPE)
}

pub(super) fn row_height() -> f32 {
    units(ROW)
}

fn units(length: i64) -> f32 {
    let [x, _] = Point { x: length, y: 0 }.on_canvas();
    x
}
