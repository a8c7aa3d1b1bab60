//! The graph under keyboard and pointer: every scene is a button, and the arrow keys follow the lines.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, WidgetInfo, WidgetType};

use crate::chart::{Chart, NodeKind};
use crate::scenario::SceneId;
use crate::ui::look::Look;
use crate::ui::widgets::radio::mark_group;

use super::camera::{Camera, Lens, inner};
use super::paint::{self, Mark};
use super::screen::{Author, AuthorAction, Known, camera, looking, to_scene};

/// Beyond so many scenes only those in sight are told to screen readers.
const ALL_TOLD: usize = 400;

/// Shows the graph in `room`.
pub(super) fn show(ui: &mut Ui, model: &Author<'_>, found: &[SceneId], room: Rect) -> Option<AuthorAction> {
    let text = Look::of(ui.ctx()).scaled(1.0);
    let camera = camera(model);
    let lens = Lens::new(camera, room, text);
    ui.data_mut(|data| data.insert_temp(room_key(), room));
    ui.push_id("graph", |ui| {
        mark_group(ui, "The scenario as a graph", Role::Group);
        ui.set_clip_rect(room.intersect(ui.clip_rect()));
        let ground = ui.interact(room, ui.id().with("ground"), Sense::DRAG);
        paint::ground(ui, room);
        paint::links(ui, &lens, model);
        let moved = pointer(ui, &ground, camera, text).map(|camera| looking(model, camera));
        let asked = nodes(ui, &lens, model, found);
        ui.allocate_rect(room, Sense::hover());
        asked.or(moved).or_else(|| keys(ui, model, camera, room, text))
    })
    .inner
}

/// Where the graph stood the last time.
pub(super) fn last_room(ui: &Ui) -> Option<Rect> {
    ui.data(|data| data.get_temp(room_key()))
}

fn room_key() -> Id {
    Id::new("bedside graph room")
}

fn id_of(scene: SceneId) -> Id {
    Id::new(("bedside graph scene", scene.index()))
}

/// Gives a scene the focus.
pub(super) fn request_focus(ui: &Ui, scene: SceneId) {
    ui.memory_mut(|memory| memory.request_focus(id_of(scene)));
}

/// A slash leads to the search, where nobody is typing.
pub(super) fn focus_on_slash(ui: &Ui, search: &Response) {
    if !ui.ctx().text_edit_focused() && pressed(ui, &[Key::Slash]) {
        search.request_focus();
    }
}

/// The camera after what the pointer did: dragging and scrolling move, the wheel with Ctrl and
/// pinching zoom.
fn pointer(ui: &Ui, ground: &Response, camera: Camera, text: f32) -> Option<Camera> {
    let mut moved = camera;
    if ground.dragged() {
        moved = moved.panned(ground.drag_delta(), text);
    }
    if let Some(at) = ui.input(|input| input.pointer.hover_pos()).filter(|at| ground.rect.contains(*at)) {
        let (scrolled, zoomed) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        moved = moved.panned(scrolled, text).zoomed(zoomed, at - ground.rect.center(), text);
    }
    (moved != camera).then_some(moved)
}

fn nodes(ui: &mut Ui, lens: &Lens, model: &Author<'_>, found: &[SceneId]) -> Option<AuthorAction> {
    let mut action = None;
    let all = model.scenario.scenes.len() <= ALL_TOLD;
    for node in &model.chart.nodes {
        let rect = lens.area(node.area);
        let NodeKind::Scene(scene) = node.kind else {
            if lens.sees(rect) {
                paint::ending_of_a_line(ui, lens, node);
            }
            continue;
        };
        if !all && !lens.sees(rect) && scene != model.view.scene {
            continue;
        }
        let response = ui.interact(rect, id_of(scene), Sense::click());
        let name = name(model, scene);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
        ui.ctx().accesskit_node_builder(response.id, |told| told.set_selected(scene == model.view.scene));
        if response.has_focus() {
            paint::focused(ui, rect);
        }
        if lens.sees(rect) {
            let mark = Mark {
                looked_at: scene == model.view.scene,
                found: found.contains(&scene),
                hovered: response.hovered(),
                findings: findings(model, scene),
            };
            paint::scene(ui, lens, model, node, scene, mark);
        }
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            // The focus has gone on where an arrow was followed already.
            if action.is_none()
                && let Some(next) = arrow(ui).and_then(|way| neighbour(model.chart, scene, way))
            {
                request_focus(ui, next);
                action = Some(to_scene(model, next, ui));
            }
        }
        if response.clicked() {
            if ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space)) {
                ask_for_pane(ui);
            }
            response.request_focus();
        }
        if action.is_none() && (response.clicked() || response.gained_focus()) && scene != model.view.scene {
            action = Some(to_scene(model, scene, ui));
        }
    }
    action
}

/// Notes that the focus is to go to what the scene is made of.
fn ask_for_pane(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(pane_key(), true));
}

/// Whether the focus is to go to what the scene is made of; asked once.
pub(super) fn pane_wanted(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp(pane_key())).unwrap_or(false)
}

fn pane_key() -> Id {
    Id::new("bedside scene pane wanted")
}

/// How many findings are about a scene.
fn findings(model: &Author<'_>, scene: SceneId) -> usize {
    model.scenes_of_findings.iter().filter(|of| **of == Some(scene)).count()
}

/// All about a scene in one sentence after another.
fn name(model: &Author<'_>, scene: SceneId) -> String {
    let node = model.chart.node(scene);
    let mut parts = vec![format!("Scene {}", node.name)];
    parts.extend(Some(node.tag.clone()).filter(|tag| !tag.is_empty()));
    parts.extend(Some(node.detail.join(" ")).filter(|detail| !detail.is_empty()));
    parts.extend(model.road.at(scene));
    if let Known::All(analysis) = model.known
        && let Some(felt) = analysis.feelings.iter().find(|felt| felt.scene == model.scenario.scene(scene).id)
    {
        let (least, most) = (felt.agitation.least.value, felt.agitation.most.value);
        parts.push(format!("Agitation {least} to {most}"));
    }
    let found = findings(model, scene);
    parts.extend((found > 0).then(|| format!("{found} found here")));
    let mut next: Vec<&str> = ways(model.chart, scene, true).map(|to| model.scenario.scene(to).id.as_str()).collect();
    next.dedup();
    parts.extend((!next.is_empty()).then(|| format!("Leads to {}", next.join(", "))));
    parts.iter().map(|part| part.trim_end_matches('.')).collect::<Vec<_>>().join(". ")
}

/// Where the arrow keys lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Down,
    Up,
    Left,
    Right,
}

fn arrow(ui: &Ui) -> Option<Way> {
    let ways = [
        (Key::ArrowDown, Way::Down),
        (Key::ArrowUp, Way::Up),
        (Key::ArrowLeft, Way::Left),
        (Key::ArrowRight, Way::Right),
    ];
    ways.into_iter().find(|(key, _)| pressed(ui, &[*key])).map(|(_, way)| way)
}

/// The scenes that lines from a scene lead to, or come from; never itself.
fn ways(chart: &Chart, scene: SceneId, out: bool) -> impl Iterator<Item = SceneId> {
    let scene_of = |node: usize| match chart.nodes[node].kind {
        NodeKind::Scene(scene) | NodeKind::Elsewhere(scene) => Some(scene),
        NodeKind::Back => None,
    };
    chart.links.iter().filter_map(move |link| {
        let (from, to) = (scene_of(link.from)?, scene_of(link.to)?);
        let (here, there) = if out { (from, to) } else { (to, from) };
        (here == scene && there != scene).then_some(there)
    })
}

/// The scene next to another: along a line up or down, or beside it.
fn neighbour(chart: &Chart, scene: SceneId, way: Way) -> Option<SceneId> {
    let here = chart.node(scene).area;
    let across = |other: SceneId| (chart.node(other).area.middle().x - here.middle().x).abs();
    let area = |other: SceneId| chart.node(other).area;
    match way {
        Way::Down => ways(chart, scene, true).min_by_key(|&other| (area(other).top <= here.top, across(other))),
        Way::Up => ways(chart, scene, false).min_by_key(|&other| (area(other).top >= here.top, across(other))),
        Way::Left | Way::Right => {
            let scenes = chart.nodes.iter().filter_map(|node| match node.kind {
                NodeKind::Scene(other) if other != scene => Some(other),
                _ => None,
            });
            let beside = scenes.filter(|&other| area(other).top < here.bottom() && here.top < area(other).bottom());
            let right = |other: SceneId| area(other).middle().x > here.middle().x;
            beside.filter(|&other| right(other) == (way == Way::Right)).min_by_key(|&other| across(other))
        }
    }
}

/// The keys that work wherever the focus is: closer, further, all of it.
fn keys(ui: &Ui, model: &Author<'_>, camera: Camera, room: Rect, text: f32) -> Option<AuthorAction> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let wanted = if pressed(ui, &[Key::Plus, Key::Equals]) {
        camera.closer()
    } else if pressed(ui, &[Key::Minus]) {
        camera.further()
    } else if pressed(ui, &[Key::Num0]) {
        Camera::whole(model.chart.width, model.chart.height, inner(room), text)
    } else {
        return None;
    };
    Some(looking(model, wanted))
}

/// Whether one of these keys was pressed, without Ctrl and the like.
fn pressed(ui: &Ui, keys: &[Key]) -> bool {
    ui.input(|input| {
        let plain = input.modifiers == Modifiers::NONE || input.modifiers == Modifiers::SHIFT;
        plain && keys.iter().any(|key| input.key_pressed(*key))
    })
}
