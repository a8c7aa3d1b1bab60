//! The graph's lines and boxes. No colour stands alone: every meaning has a word, a sign or a shape too.

use egui::epaint::CubicBezierShape;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::analysis::{Analysis, FeelingRange, SceneFeelings};
use crate::chart::{Edge, Effect, Link, Node, PADDING, Point, ROW, Reach};
use crate::scenario::{Feeling, SceneId, Target};
use crate::ui::Palette;
use crate::ui::look::{Face, font_of, radius};
use crate::ui::tokens::measure;
use crate::ui::widgets::text::palette;

use super::camera::Lens;
use super::screen::{Author, Known};

/// The sizes of type in units of the picture.
const DETAIL: f32 = 12.5;
const NAME: f32 = 15.0;
/// Type smaller than this, in points, is not drawn.
const LEAST_TYPE: f32 = 6.0;
/// The greatest type of a name that is seen from far away, in points.
const FAR_TYPE: f32 = 11.0;
/// What is left free beside it, in points.
const FAR_EDGE: f32 = 4.0;
/// The length of a dash, of a gap, and of an arrow's head, in points.
const DASH: f32 = 5.0;
const HEAD: f32 = 8.0;
/// The height of a feeling's range, in units of the picture.
const RANGE: f32 = 2.0;

/// What is special about a scene just now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) looked_at: bool,
    pub(super) found: bool,
    pub(super) hovered: bool,
    /// How many findings are about it.
    pub(super) findings: usize,
}

/// What the graph stands on.
pub(super) fn ground(ui: &Ui, room: Rect) {
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

/// The lines, those of the road taken last.
pub(super) fn links(ui: &Ui, lens: &Lens, model: &Author<'_>) {
    let (taken, others): (Vec<_>, Vec<_>) = model.chart.links.iter().partition(|link| is_taken(model, link));
    for link in others.into_iter().chain(taken) {
        let points: Vec<Pos2> = link.route.iter().map(|point| lens.at(*point)).collect();
        let label = lens.area(link.label);
        if lens.sees(Rect::from_points(&points).union(label).expand(HEAD)) {
            line(ui, lens, model, link, &points);
            rows(ui, lens, model, link, label);
        }
    }
}

fn line(ui: &Ui, lens: &Lens, model: &Author<'_>, link: &Link, points: &[Pos2]) {
    let colours = palette(ui);
    let open = model.chart.edges_of(link).any(|edge| edge.reach == Reach::Open);
    let stroke = if is_taken(model, link) {
        Stroke::new(measure::RING, colours.accent)
    } else {
        Stroke::new(1.5 * measure::BORDER, one_colour(model, link, colours))
    };
    for pair in points.windows(2) {
        let &[from, to] = pair else { continue };
        let path = path(from, to);
        if open {
            ui.painter().add(Shape::line(path, stroke));
        } else {
            ui.painter().extend(Shape::dashed_line(&path, stroke, DASH, DASH));
        }
    }
    let (Some(&last), Some(&before)) = (points.last(), points.iter().rev().nth(1)) else { return };
    let down = if last.y >= before.y { 1.0 } else { -1.0 };
    let head = HEAD * (lens.scale / 1.25).clamp(0.4, 1.2);
    let back = last - vec2(0.0, head * down);
    let points = vec![last, back + vec2(head * 0.55, 0.0), back - vec2(head * 0.55, 0.0)];
    ui.painter().add(Shape::convex_polygon(points, stroke.color, Stroke::NONE));
}

/// A straight line, or a curve that leaves and arrives upright.
fn path(from: Pos2, to: Pos2) -> Vec<Pos2> {
    if (from.x - to.x).abs() < 0.5 {
        return vec![from, to];
    }
    let middle = f32::midpoint(from.y, to.y);
    let points = [from, pos2(from.x, middle), pos2(to.x, middle), to];
    CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, Stroke::NONE).flatten(Some(0.5))
}

/// A row for each choice on the line, with its sign and on what it hangs.
fn rows(ui: &Ui, lens: &Lens, model: &Author<'_>, link: &Link, area: Rect) {
    let Some(size) = readable(lens, DETAIL) else { return };
    let colours = palette(ui);
    for (row, edge) in (0u8..).zip(model.chart.edges_of(link)) {
        let top = area.top() + lens.length(f32::from(row) * row_height());
        let taken = edge_is_taken(model, edge);
        let face = if taken { Face::Strong } else { Face::Regular };
        let words = if taken { format!("\u{2713} {}", edge.label) } else { edge.label.clone() };
        write(ui, pos2(area.left(), top), &words, font_of(ui.ctx(), size, face), of_effect(edge.effect, colours));
    }
}

/// A scene's box.
pub(super) fn scene(ui: &Ui, lens: &Lens, model: &Author<'_>, node: &Node, scene: SceneId, mark: Mark) {
    let colours = palette(ui);
    let rect = lens.area(node.area);
    let round = radius(measure::RADIUS_SMALL.min(rect.height() / 4.0));
    let on_road = model.road.turns.contains_key(&scene);
    let (ground, ink) = match (on_road, mark.hovered) {
        (true, _) => (colours.picked, colours.on_picked),
        (false, true) => (colours.surface_hover, colours.text),
        (false, false) => (if node.ending.is_some() { colours.ground } else { colours.surface }, colours.text),
    };
    let width = if mark.looked_at || node.start { measure::RING } else { measure::BORDER };
    let edge = Stroke::new(width, if mark.looked_at { colours.accent } else { colours.border });
    ui.painter().rect_filled(rect, round, ground);
    if node.reach == Reach::Open {
        ui.painter().rect_stroke(rect, round, edge, StrokeKind::Inside);
    } else {
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        ui.painter().extend(Shape::dashed_line(&corners, edge, DASH, DASH));
    }
    if node.ending.is_some() {
        // An ending has a second line inside its edge.
        let inside = rect.shrink(lens.length(4.0));
        ui.painter().rect_stroke(inside, round, Stroke::new(measure::BORDER, colours.border), StrokeKind::Inside);
    }
    words(ui, lens, node, rect, ink);
    if let Known::All(analysis) = model.known {
        ranges(ui, lens, felt(analysis, model, scene), rect, colours);
    }
    pills(ui, lens, model, scene, rect, mark);
}

/// The words in a box: what is special, the name, the first words; from far away the name alone,
/// where it fits.
fn words(ui: &Ui, lens: &Lens, node: &Node, rect: Rect, ink: Color32) {
    if readable(lens, DETAIL).is_none() {
        let font = font_of(ui.ctx(), (rect.height() * 0.7).clamp(LEAST_TYPE, FAR_TYPE).round(), Face::Regular);
        let mut name = LayoutJob::simple_singleline(node.name.clone(), font, ink);
        name.wrap = TextWrapping::truncate_at_width(rect.width() - FAR_EDGE);
        let galley = ui.painter().layout_job(name);
        if rect.height() > LEAST_TYPE {
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
        }
        return;
    }
    let left = rect.left() + lens.length(units(PADDING));
    let mut top = rect.top() + lens.length(units(PADDING) - 3.0);
    let mut row = |words: &str, size: f32, height: f32, face: Face| {
        if let Some(points) = readable(lens, size) {
            write(ui, pos2(left, top), words, font_of(ui.ctx(), points, face), ink);
        }
        top += lens.length(height);
    };
    if !node.tag.is_empty() {
        row(&node.tag, DETAIL, row_height(), Face::Italic);
    }
    row(&node.name, NAME, 20.0, Face::Strong);
    for line in &node.detail {
        row(line, DETAIL, row_height(), Face::Regular);
    }
}

/// Where a line ends that is drawn on elsewhere.
pub(super) fn ending_of_a_line(ui: &Ui, lens: &Lens, node: &Node) {
    let colours = palette(ui);
    let rect = lens.area(node.area);
    let round = radius(rect.height() / 2.0);
    ui.painter().rect(rect, round, colours.ground, Stroke::new(measure::BORDER, colours.hairline), StrokeKind::Inside);
    if let Some(size) = readable(lens, DETAIL) {
        let font = font_of(ui.ctx(), size, Face::Italic);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, &node.name, font, colours.quiet);
    }
}

/// How the patient can feel on entering the scene: a line for each feeling from the least to the
/// most, along the box's foot. The pane says it in numbers.
fn ranges(ui: &Ui, lens: &Lens, felt: Option<&SceneFeelings>, rect: Rect, colours: &Palette) {
    let Some(felt) = felt.filter(|_| lens.length(RANGE) >= 0.9) else { return };
    let height = lens.length(RANGE);
    let (left, width) = (rect.left() + lens.length(6.0), rect.width() - lens.length(12.0));
    let all = [&felt.agitation, &felt.trust, &felt.understanding];
    for (index, (feeling, range)) in (0u8..).zip(Feeling::ALL.into_iter().zip(all)) {
        let top = rect.bottom() - lens.length(1.5) - (3.0 - f32::from(index)) * (height + lens.length(0.5));
        let along = |value: u8| left + width * f32::from(value) / 100.0;
        let (from, to) = (along(range.least.value), along(range.most.value).max(along(range.least.value) + height));
        let bar = Rect::from_min_max(pos2(from, top), pos2(to, top + height));
        ui.painter().rect_filled(bar, radius(height / 2.0), colours.feeling(feeling));
    }
}

/// What stands on the upper edge of a box: where one is on the road, what was found, what was searched.
fn pills(ui: &Ui, lens: &Lens, model: &Author<'_>, scene: SceneId, rect: Rect, mark: Mark) {
    let colours = palette(ui);
    let here = model.road.now == Some(scene);
    let road = model.road.at(scene).map(|words| {
        if here { (words, colours.accent, colours.on_accent) } else { (words, colours.picked, colours.on_picked) }
    });
    let found = mark.found.then(|| ("Found".to_owned(), colours.notice, colours.on_notice));
    let findings = (mark.findings > 0).then(|| (format!("! {}", mark.findings), colours.notice, colours.on_notice));
    let size = lens.length(DETAIL).clamp(9.0, 20.0).round();
    let font = font_of(ui.ctx(), size, Face::Strong);
    // From far away there is no room on the box: they stand before it.
    let far = readable(lens, DETAIL).is_none();
    let mut right = if far { rect.left() } else { rect.right() } - 4.0;
    for (words, ground, ink) in [road, found, findings].into_iter().flatten() {
        let galley = ui.painter().layout_no_wrap(words, font.clone(), ink);
        let size = galley.size() + vec2(12.0, 4.0);
        let top = if far { rect.center().y - size.y / 2.0 } else { rect.top() - size.y * 0.7 };
        let pill = Rect::from_min_size(pos2(right - size.x, top), size);
        ui.painter().rect(pill, radius(size.y / 2.0), ground, Stroke::new(measure::BORDER, ink), StrokeKind::Inside);
        ui.painter().galley(pill.min + vec2(6.0, 2.0), galley, ink);
        right = pill.left() - 4.0;
    }
}

fn felt<'a>(analysis: &'a Analysis, model: &Author<'_>, scene: SceneId) -> Option<&'a SceneFeelings> {
    let id = &model.scenario.scene(scene).id;
    analysis.feelings.iter().find(|felt| felt.scene == *id)
}

/// The range of a feeling in words: "30 to 62", "45".
pub(super) fn range_in_words(range: &FeelingRange) -> String {
    let (least, most) = (range.least.value, range.most.value);
    if least == most { least.to_string() } else { format!("{least} to {most}") }
}

fn is_taken(model: &Author<'_>, link: &Link) -> bool {
    model.chart.edges_of(link).any(|edge| edge_is_taken(model, edge))
}

fn edge_is_taken(model: &Author<'_>, edge: &Edge) -> bool {
    let to = match edge.to {
        Target::Scene(scene) => Some(scene),
        Target::Resume => None,
    };
    model.road.steps.iter().any(|(choice, scene)| *choice == edge.choice && to.is_none_or(|to| to == *scene))
}

/// The colour of a line whose choices all have one effect; else that of no effect.
fn one_colour(model: &Author<'_>, link: &Link, colours: &Palette) -> Color32 {
    let mut effects = model.chart.edges_of(link).map(|edge| edge.effect);
    match effects.next() {
        Some(first) if effects.all(|other| other == first) => of_effect(first, colours),
        _ => colours.border,
    }
}

/// The colour that goes with an effect's sign.
pub(super) const fn of_effect(effect: Effect, colours: &Palette) -> Color32 {
    match effect {
        Effect::Helps => colours.understanding,
        Effect::Mixed => colours.quiet,
        Effect::Harms => colours.agitation,
    }
}

fn write(ui: &Ui, at: Pos2, words: &str, font: FontId, ink: Color32) {
    ui.painter().text(at, Align2::LEFT_TOP, words, font, ink);
}

/// A size of type in whole points, where it can be read.
fn readable(lens: &Lens, units: f32) -> Option<f32> {
    Some(lens.length(units).round()).filter(|points| *points >= LEAST_TYPE)
}

fn row_height() -> f32 {
    units(ROW)
}

fn units(length: i64) -> f32 {
    let [x, _] = Point { x: length, y: 0 }.on_canvas();
    x
}
