//! The badges at a scene's box: where it is on the road, its findings, and whether the search has found it.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::scenario::SceneId;
use crate::ui::look::{Face, font_of, radius};
use crate::ui::tokens::measure;
use crate::ui::widgets::text::palette;

use super::camera::Viewport;
use super::facts::Facts;
use super::model::Author;
use super::paint::{DETAIL, is_speck, readable};

/// The smallest size of their type and, at 100 %, the largest, in points.
const TYPE: (f32, f32) = (9.0, 20.0);
/// The gap between two badges, and between a badge and the box.
const GAP: f32 = 4.0;
/// The radius of a dot in place of a badge.
const DOT: f32 = 3.0;

/// The text of a badge, its background and its text colour.
type Badge = (String, Color32, Color32);

/// The boxes that badges must not cover when they are zoomed out; none at reading size, where badges are on their own
/// box.
pub(super) fn obstacles(viewport: &Viewport, model: &Author<'_>) -> Vec<Rect> {
    if readable(viewport, DETAIL).is_some() {
        return Vec::new();
    }
    let boxes = model.chart.nodes.iter().map(|node| viewport.area(node.area));
    boxes.filter(|rect| !is_speck(*rect) && viewport.sees(*rect)).collect()
}

/// Shows the badges of a scene.
pub(super) fn show(
    ui: &Ui,
    viewport: &Viewport,
    model: &Author<'_>,
    scene: SceneId,
    facts: &Facts<'_>,
    obstacles: &[Rect],
) {
    let rect = viewport.area(model.chart.node(scene).area);
    let badges = of_scene(ui, model, scene, facts);
    if badges.is_empty() {
        return;
    }
    if is_speck(rect) && model.road.now != Some(scene) {
        dot(ui, rect, &badges);
        return;
    }
    let size = viewport.length(DETAIL).clamp(TYPE.0, TYPE.1 * viewport.text.max(1.0)).round();
    let font = font_of(ui.ctx(), size, Face::Strong);
    let laid_out = badges.into_iter().map(|(words, background, ink)| {
        let galley = ui.painter().layout_no_wrap(words, font.clone(), ink);
        (galley, background, ink)
    });
    let laid_out: Vec<_> = laid_out.collect();
    let size = laid_out.iter().fold(vec2(0.0, 0.0), |size, (galley, ..)| {
        let badge = size_of(galley);
        vec2(size.x + badge.x + GAP, size.y.max(badge.y))
    });
    let mut right = row(viewport, rect, size, obstacles);
    for (galley, background, ink) in laid_out {
        let size = size_of(&galley);
        let badge = Rect::from_min_size(pos2(right.x - size.x, right.y), size);
        ui.painter().rect(
            badge,
            radius(size.y / 2.0),
            background,
            Stroke::new(measure::BORDER, ink),
            StrokeKind::Inside,
        );
        ui.painter().galley(badge.min + vec2(6.0, 2.0), galley, ink);
        right.x = badge.left() - GAP;
    }
}

/// The badges that a scene has.
fn of_scene(ui: &Ui, model: &Author<'_>, scene: SceneId, facts: &Facts<'_>) -> Vec<Badge> {
    let colours = palette(ui);
    let here = model.road.now == Some(scene);
    let road = model.road.at(scene).map(|words| {
        if here { (words, colours.accent, colours.on_accent) } else { (words, colours.picked, colours.on_picked) }
    });
    let found = facts.is_found(scene).then(|| ("Found".to_owned(), colours.notice, colours.on_notice));
    let findings = facts.findings(scene);
    let findings = (findings > 0).then(|| (format!("! {findings}"), colours.notice, colours.on_notice));
    [road, found, findings].into_iter().flatten().collect()
}

/// The upper right corner of a row of badges. It is on the box's upper edge; when zoomed out, where the box has no room
/// for it, it is left of the box, or right of it if the left is taken.
fn row(viewport: &Viewport, rect: Rect, size: Vec2, obstacles: &[Rect]) -> Pos2 {
    if readable(viewport, DETAIL).is_some() {
        // It stays within the room as long as the box is in it.
        let top = (rect.top() - size.y * 0.7).max(viewport.room.top() + GAP).min(rect.bottom() - size.y);
        return pos2(rect.right() - GAP, top);
    }
    let top = rect.center().y - size.y / 2.0;
    let (before, behind) = (rect.left() - GAP, rect.right() + size.x);
    let is_free = |right: f32| {
        let row = Rect::from_min_size(pos2(right - size.x, top), size);
        !obstacles.iter().any(|other| other.shrink(1.0).intersects(row))
    };
    let right = if !is_free(before) && is_free(behind) { behind } else { before };
    pos2(right, top)
}

fn size_of(galley: &Arc<Galley>) -> Vec2 {
    galley.size() + vec2(12.0, 4.0)
}

/// A dot beside a box that is too small for words.
fn dot(ui: &Ui, rect: Rect, badges: &[Badge]) {
    let Some((_, background, ink)) = badges.last() else { return };
    let centre = pos2(rect.left() - GAP, rect.center().y);
    ui.painter().circle(centre, DOT, *background, Stroke::new(measure::BORDER, *ink));
}
