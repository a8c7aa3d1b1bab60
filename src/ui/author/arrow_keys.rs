//! Where the arrow keys lead: along the lines of the graph, and to the scenes beside a scene.

use egui::{Key, Modifiers, Ui};

use crate::chart::{Chart, NodeKind};
use crate::scenario::SceneId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrow {
    Down,
    Up,
    Left,
    Right,
}

/// The arrow key that was pressed.
pub(super) fn arrow(ui: &Ui) -> Option<Arrow> {
    let keys = [
        (Key::ArrowDown, Arrow::Down),
        (Key::ArrowUp, Arrow::Up),
        (Key::ArrowLeft, Arrow::Left),
        (Key::ArrowRight, Arrow::Right),
    ];
    keys.into_iter().find(|(key, _)| pressed(ui, &[*key])).map(|(_, arrow)| arrow)
}

/// The lines from one scene to another, as the two scenes.
pub(super) fn steps(chart: &Chart) -> impl Iterator<Item = (SceneId, SceneId)> {
    let scene_of = |node: usize| match chart.nodes[node].kind {
        NodeKind::Scene(scene) | NodeKind::Elsewhere(scene) => Some(scene),
        NodeKind::Back => None,
    };
    let steps = chart.links.iter().filter_map(move |link| Some((scene_of(link.from)?, scene_of(link.to)?)));
    steps.filter(|(from, to)| from != to)
}

/// The neighbour of a scene: up or down along a line, or beside it.
pub(super) fn neighbour(chart: &Chart, scene: SceneId, arrow: Arrow) -> Option<SceneId> {
    let here = chart.node(scene).area;
    let across = |other: SceneId| (chart.node(other).area.middle().x - here.middle().x).abs();
    let area = |other: SceneId| chart.node(other).area;
    let out = || steps(chart).filter(|(from, _)| *from == scene).map(|(_, to)| to);
    let into = || steps(chart).filter(|(_, to)| *to == scene).map(|(from, _)| from);
    match arrow {
        Arrow::Down => out().min_by_key(|&other| (area(other).top <= here.top, across(other))),
        Arrow::Up => into().min_by_key(|&other| (area(other).top >= here.top, across(other))),
        Arrow::Left | Arrow::Right => {
            let scenes = chart.nodes.iter().filter_map(|node| match node.kind {
                NodeKind::Scene(other) if other != scene => Some(other),
                _ => None,
            });
            let beside = scenes.filter(|&other| area(other).top < here.bottom() && here.top < area(other).bottom());
            let right = |other: SceneId| area(other).middle().x > here.middle().x;
            beside.filter(|&other| right(other) == (arrow == Arrow::Right)).min_by_key(|&other| across(other))
        }
    }
}

/// Whether one of these keys was pressed, without modifiers other than Shift.
pub(super) fn pressed(ui: &Ui, keys: &[Key]) -> bool {
    ui.input(|input| {
        let plain = input.modifiers == Modifiers::NONE || input.modifiers == Modifiers::SHIFT;
        plain && keys.iter().any(|key| input.key_pressed(*key))
    })
}
