//! The graph with keyboard and pointer: every scene is a button, and the arrow keys follow the lines.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Rect, Response, Sense, Ui, WidgetInfo, WidgetType};

use crate::chart::NodeKind;
use crate::scenario::SceneId;
use crate::ui::look::Look;
use crate::ui::widgets::focus;
use crate::ui::widgets::radio::mark_group;

use super::arrow_keys::{arrow, neighbour, pressed};
use super::camera::{Camera, Viewport, inner};
use super::facts::Facts;
use super::frame_memory::{note_room, request_focus, request_pane_focus, take_focus_request};
use super::model::{Author, AuthorAction};
use super::paint::{self, Mark};
use super::{badges, lines};

/// With more scenes than this, only those in sight are reported to screen readers.
const ALL_TOLD: usize = 400;

/// Shows the graph in `room`.
pub(super) fn show(ui: &mut Ui, model: &Author<'_>, found: &[SceneId], room: Rect) -> Option<AuthorAction> {
    let text = Look::of(ui.ctx()).scaled(1.0);
    if take_focus_request(ui, model.view.scene) {
        ui.memory_mut(|memory| memory.request_focus(id_of(model.view.scene)));
    }
    let camera = model.camera();
    let viewport = Viewport::new(camera, room, text);
    note_room(ui, room);
    ui.push_id("graph", |ui| {
        mark_group(ui, "The scenario as a graph", Role::Group);
        ui.set_clip_rect(room.intersect(ui.clip_rect()));
        let background = ui.interact(room, ui.id().with("background"), Sense::DRAG);
        paint::background(ui, room);
        lines::show(ui, &viewport, model);
        let moved = pointer(ui, &background, camera, text).map(|camera| model.with_camera(camera));
        let requested = nodes(ui, &viewport, model, found);
        ui.allocate_rect(room, Sense::hover());
        requested.or(moved).or_else(|| keys(ui, model, camera, room, text))
    })
    .inner
}

fn id_of(scene: SceneId) -> Id {
    Id::new(("bedside graph scene", scene.index()))
}

/// A slash moves the focus to the search, unless somebody is typing.
pub(super) fn focus_on_slash(ui: &Ui, search: &Response) {
    if !ui.ctx().text_edit_focused() && pressed(ui, &[Key::Slash]) {
        search.request_focus();
    }
}

/// The camera after pointer input: dragging and scrolling pan, the wheel with Ctrl and pinching zoom.
fn pointer(ui: &Ui, background: &Response, camera: Camera, text: f32) -> Option<Camera> {
    let mut moved = camera;
    if background.dragged() {
        moved = moved.panned(background.drag_delta(), text);
    }
    if let Some(at) = ui.input(|input| input.pointer.hover_pos()).filter(|at| background.rect.contains(*at)) {
        let (scrolled, zoomed) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        moved = moved.panned(scrolled, text).zoomed(zoomed, at - background.rect.center(), text);
    }
    (moved != camera).then_some(moved)
}

fn nodes(ui: &mut Ui, viewport: &Viewport, model: &Author<'_>, found: &[SceneId]) -> Option<AuthorAction> {
    let mut action = None;
    let facts = Facts::of(model, found);
    let obstacles = badges::obstacles(viewport, model);
    let all = model.scenario.scenes.len() <= ALL_TOLD;
    for node in &model.chart.nodes {
        let rect = viewport.area(node.area);
        let in_sight = viewport.sees(rect);
        let NodeKind::Scene(scene) = node.kind else {
            if in_sight {
                paint::ending_of_a_line(ui, viewport, node);
            }
            continue;
        };
        if !all && !in_sight && scene != model.view.scene {
            continue;
        }
        let response = ui.interact(rect, id_of(scene), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, facts.name(scene)));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(scene == model.view.scene));
        if response.has_focus() && focus::is_shown(ui) {
            paint::focused(ui, rect);
        }
        if in_sight {
            let on_road = model.road.turns.contains_key(&scene);
            let mark = Mark { looked_at: scene == model.view.scene, hovered: response.hovered(), on_road };
            paint::scene(ui, viewport, node, mark);
            paint::ranges(ui, viewport, facts.felt(scene), rect, mark);
            badges::show(ui, viewport, model, scene, &facts, &obstacles);
        }
        let requested = scene_action(ui, model, scene, &response, action.is_some());
        action = action.or(requested);
    }
    action
}

/// The action of a scene's button. If another was `requested` already, the focus has moved on.
fn scene_action(
    ui: &Ui,
    model: &Author<'_>,
    scene: SceneId,
    response: &Response,
    requested: bool,
) -> Option<AuthorAction> {
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        if !requested && let Some(next) = arrow(ui).and_then(|arrow| neighbour(model.chart, scene, arrow)) {
            request_focus(ui, next);
            return Some(model.with_scene(next, ui));
        }
    }
    if response.clicked() {
        if ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space)) {
            request_pane_focus(ui);
        }
        response.request_focus();
    }
    let reached = response.clicked() || response.gained_focus();
    (!requested && reached && scene != model.view.scene).then(|| model.with_scene(scene, ui))
}

/// The keys that work wherever the focus is: zoom in, zoom out, show everything.
fn keys(ui: &Ui, model: &Author<'_>, camera: Camera, room: Rect, text: f32) -> Option<AuthorAction> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let wanted = if pressed(ui, &[Key::Plus, Key::Equals]) {
        camera.closer(text)
    } else if pressed(ui, &[Key::Minus]) {
        camera.further(text)
    } else if pressed(ui, &[Key::Num0]) {
        whole(model, room, text)
    } else {
        return None;
    };
    Some(model.with_camera(wanted))
}

/// The camera that shows the whole graph in a room.
pub(super) fn whole(model: &Author<'_>, room: Rect, text: f32) -> Camera {
    let at = model.chart.node(model.view.scene).area;
    Camera::whole(model.chart.width, model.chart.height, inner(room), text, at)
}
