//! A chart in sentences, for readers who cannot see it.

use std::fmt::Write as _;

use crate::chart::words::BACK;
use crate::chart::{Chart, Edge, Node, NodeKind};
use crate::scenario::Target;

/// The most scenes that a summary describes one by one.
const MOST_TOLD: usize = 200;

/// How many scenes, endings and interruptions there are, and what is out of reach.
pub(super) fn counts(chart: &Chart) -> String {
    let scenes: Vec<&Node> = chart.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Scene(_))).collect();
    let endings = scenes.iter().filter(|node| node.ending.is_some()).count();
    let interruptions = scenes.iter().filter(|node| node.interrupts).count();
    let of_them = [counted(endings, "ending"), counted(interruptions, "interruption")].join(", ");
    let mut counts = format!("{}, of which {of_them}.", counted(scenes.len(), "scene"));
    let mut out_of_reach = |what: &str| {
        counts.push_str(" Out of reach: ");
        counts.push_str(what);
        counts.push('.');
    };
    match chart.unreached() {
        (0, 0) => {}
        (0, ways) => out_of_reach(&counted(ways, "way")),
        (scenes, _) => out_of_reach(&counted(scenes, "scene")),
    }
    counts
}

/// What leads where, scene by scene, in words.
pub(super) fn told(chart: &Chart) -> String {
    let mut told = counts(chart);
    let scenes = chart.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Scene(_)));
    for node in scenes.take(MOST_TOLD) {
        let _ = write!(told, "\n{}", node.name);
        if !node.tag.is_empty() {
            let _ = write!(told, " ({})", node.tag);
        }
        let ways: Vec<String> =
            chart.edges.iter().filter(|edge| on(chart, edge, node)).map(|e| way(chart, e)).collect();
        let _ = write!(told, "{}{}.", if ways.is_empty() { "" } else { ": " }, ways.join("; "));
    }
    told
}

fn on(chart: &Chart, edge: &Edge, node: &Node) -> bool {
    std::ptr::eq(chart.node(edge.from), node)
}

fn way(chart: &Chart, edge: &Edge) -> String {
    let to = match edge.to {
        Target::Scene(scene) => chart.node(scene).name.as_str(),
        Target::Resume => BACK,
    };
    format!("{} ({}) to {to}", edge.name, edge.effect.word())
}

/// `1 scene`, `2 scenes`.
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
