//! Scenario → chart: nodes, edges, which edges share a line, and the layout of the main part and of what stands apart.

use crate::scenario::{Branch, ChoiceId, Gate, Scenario, SceneId, Target};

use super::effect::effects;
use super::layout::{Connection, Layout, Size, lay_out};
use super::reach::Reached;
use super::words::{BACK, BoxWords, EdgeWords, INSTEAD, gate_label, label_size};
use super::{Area, Chart, Edge, Effect, Link, Node, NodeKind, Odds, Point, Reach, Unreached, condition};

/// The margin around the whole picture.
const MARGIN: i64 = 24;

/// The padding around what stands apart.
const APART_PADDING: i64 = 20;

/// The height of the heading over what stands apart.
const APART_HEADING: i64 = 30;

/// The gap between the main part and what stands apart.
const APART_GAP: i64 = 40;

impl Chart {
    /// Draws a scenario. `unreached` is what exploring all roads has shown to be out of reach, where that is known;
    /// scenes that nothing leads to are found without it.
    #[must_use]
    pub fn draw(scenario: &Scenario, unreached: &Unreached) -> Self {
        let reached = Reached::follow(scenario, unreached);
        let scene_ids = scenario.scene_ids();
        let nodes = scene_ids.map(|id| scene_node(scenario, id, &reached)).collect();
        let mut chart = Self {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            nodes,
            links: Vec::new(),
            edges: edges(scenario, &reached),
            apart: None,
            width: 0,
            height: 0,
        };
        chart.link(scenario);
        chart.lay_out(scenario.start);
        chart
    }

    /// Puts edges from one node to the same other node on one line.
    fn link(&mut self, scenario: &Scenario) {
        let mut first_of_scene = 0;
        for edge in 0..self.edges.len() {
            let Edge { from, to, .. } = self.edges[edge];
            if edge > 0 && self.edges[edge - 1].from != from {
                first_of_scene = self.links.len();
            }
            let here = &self.links[first_of_scene..];
            let same = here.iter().position(|link| self.edges[link.edges[0]].to == to);
            if let Some(same) = same {
                self.links[first_of_scene + same].edges.push(edge);
                continue;
            }
            let to = self.end(scenario, from, to);
            let (from, edges) = (from.index(), vec![edge]);
            self.links.push(Link { from, to, edges, route: Vec::new(), label: Area::default(), back: false });
        }
    }

    /// The node at which a line to `to` ends: a new one where the line cannot be drawn to the scene.
    fn end(&mut self, scenario: &Scenario, from: SceneId, to: Target) -> usize {
        let (kind, words) = match to {
            Target::Scene(scene) if scene != from && self.node(scene).apart == self.node(from).apart => {
                return scene.index();
            }
            Target::Scene(scene) => {
                (NodeKind::Elsewhere(scene), BoxWords::elsewhere(&format!("\u{2192} {}", scenario.scene(scene).id)))
            }
            Target::Resume => (NodeKind::Back, BoxWords::elsewhere(&format!("\u{2190} {BACK}"))),
        };
        let (apart, reach) = (self.node(from).apart, self.node(from).reach);
        self.nodes.push(Node {
            kind,
            start: false,
            interrupts: false,
            apart,
            ending: None,
            reach: if reach == Reach::Open { Reach::Open } else { Reach::Nothing },
            area: sized(words.size(false)),
            tag: words.tag,
            name: words.name,
            detail: words.detail,
        });
        self.nodes.len() - 1
    }

    fn lay_out(&mut self, start: SceneId) {
        let main = self.lay_out_part(false, start.index());
        self.apply_layout(&main, Point { x: MARGIN, y: MARGIN });
        let Size { width, height } = main.layout.size;
        (self.width, self.height) = (width + 2 * MARGIN, height + 2 * MARGIN);
        if !self.nodes.iter().any(|node| node.apart) {
            return;
        }
        let apart = self.lay_out_part(true, start.index());
        let height = apart.layout.size.height + APART_PADDING + APART_HEADING;
        let left = self.right_above(MARGIN + height + APART_GAP) + APART_GAP;
        let area = Area { left, top: MARGIN, width: apart.layout.size.width + 2 * APART_PADDING, height };
        self.apply_layout(&apart, Point { x: area.left + APART_PADDING, y: area.top + APART_HEADING });
        self.apart = Some(area);
        self.width = self.width.max(area.right() + MARGIN);
        self.height = self.height.max(area.bottom() + MARGIN);
    }

    /// How far to the right the main part extends above `bottom`.
    fn right_above(&self, bottom: i64) -> i64 {
        let main = self.nodes.iter().filter(|node| !node.apart).map(|node| node.area);
        let areas = main.chain(self.links.iter().map(|link| link.label)).filter(|area| area.top < bottom);
        let lines = self
            .links
            .iter()
            .flat_map(|link| link.route.windows(2))
            .filter(|line| line.iter().any(|point| point.y < bottom));
        let points = lines.flatten().map(|point| point.x);
        areas.map(Area::right).chain(points).max().unwrap_or(0)
    }

    /// Lays out the main part, or what stands apart from it.
    fn lay_out_part(&self, apart: bool, first: usize) -> Part {
        let mut nodes: Vec<usize> = (0..self.nodes.len()).filter(|&node| self.nodes[node].apart == apart).collect();
        nodes.sort_by_key(|&node| node != first);
        let mut index_in_part = vec![0; self.nodes.len()];
        for (index, &node) in nodes.iter().enumerate() {
            index_in_part[node] = index;
        }
        let links: Vec<usize> =
            (0..self.links.len()).filter(|&link| self.nodes[self.links[link].from].apart == apart).collect();
        let sizes: Vec<Size> = nodes.iter().map(|&node| size_of(self.nodes[node].area)).collect();
        let connections: Vec<Connection> = links
            .iter()
            .map(|&link| &self.links[link])
            .map(|link| {
                let label = label_size(self.edges_of(link).map(|edge| edge.label.as_str()));
                Connection { from: index_in_part[link.from], to: index_in_part[link.to], label }
            })
            .collect();
        Part { layout: lay_out(&sizes, &connections), nodes, links }
    }

    fn apply_layout(&mut self, part: &Part, by: Point) {
        for (&node, area) in part.nodes.iter().zip(&part.layout.nodes) {
            self.nodes[node].area = area.moved(by);
        }
        for (&link, route) in part.links.iter().zip(&part.layout.routes) {
            let link = &mut self.links[link];
            link.route = route.points.iter().map(|point| Point { x: point.x + by.x, y: point.y + by.y }).collect();
            link.label = route.label.moved(by);
            link.back = route.back;
        }
    }
}

/// A part of the chart that has been laid out.
struct Part {
    nodes: Vec<usize>,
    links: Vec<usize>,
    layout: Layout,
}

const fn sized(size: Size) -> Area {
    Area { left: 0, top: 0, width: size.width, height: size.height }
}

const fn size_of(area: Area) -> Size {
    Size { width: area.width, height: area.height }
}

fn scene_node(scenario: &Scenario, id: SceneId, reached: &Reached<'_>) -> Node {
    let reach = reached.scene(id);
    let words = BoxWords::of(scenario, id, reach);
    Node {
        kind: NodeKind::Scene(id),
        start: id == scenario.start,
        interrupts: scenario.scene(id).interrupts,
        apart: reached.apart(id),
        ending: scenario.ending(id).map(|ending| ending.kind),
        reach,
        area: sized(words.size(scenario.ending(id).is_some())),
        tag: words.tag,
        name: words.name,
        detail: words.detail,
    }
}

fn edges(scenario: &Scenario, reached: &Reached<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for scene in scenario.scene_ids() {
        for (id, effect) in scenario.choices_of(scene).zip(effects(scenario, scene)) {
            for (index, branch) in scenario.choice(id).then.branches.iter().enumerate() {
                edges.extend(branch_edges(scenario, id, (index, branch), effect, reached));
            }
        }
        let gates = scenario.gates(scene).iter().enumerate();
        edges.extend(gates.map(|(index, gate)| gate_edge(scenario, scene, (index, gate), reached)));
    }
    edges
}

fn gate_edge(scenario: &Scenario, scene: SceneId, (index, gate): (usize, &Gate), reached: &Reached<'_>) -> Edge {
    let when = condition::gate_words(scenario, scene, index);
    Edge {
        choice: None,
        name: INSTEAD.to_owned(),
        branch: index,
        from: scene,
        to: Target::Scene(gate.to),
        effect: Effect::Mixed,
        label: gate_label(&when),
        sentence: format!("{INSTEAD}, if {when}"),
        offered: None,
        when: Some(when),
        otherwise: false,
        odds: None,
        reach: reached.scene(gate.to),
    }
}

fn branch_edges(
    scenario: &Scenario,
    id: ChoiceId,
    (index, branch): (usize, &Branch),
    effect: Effect,
    reached: &Reached<'_>,
) -> impl Iterator<Item = Edge> {
    let choice = scenario.choice(id);
    let offered = choice.when.as_ref().map(|when| condition::words(scenario, when));
    let when = branch.when.as_ref().map(|when| condition::words(scenario, when));
    let of: u64 = branch.to.iter().map(|(weight, _)| u64::from(*weight)).sum();
    let by_chance = branch.to.len() > 1;
    branch.to.iter().map(move |&(weight, to)| {
        let odds = by_chance.then_some(Odds { weight, of });
        let (offered, when, otherwise) = (offered.as_deref(), when.as_deref(), index > 0);
        let (reach, never) = match (reached.choice(id, choice.scene), to) {
            (Reach::NoRoad, _) => (Reach::NoRoad, Some("never on offer")),
            (Reach::Open, Target::Scene(scene)) if reached.scene(scene) == Reach::NoRoad => {
                (Reach::NoRoad, Some("never gets there"))
            }
            (reach, _) => (reach, None),
        };
        let words = EdgeWords { effect, choice, offered, when, otherwise, odds, never };
        Edge {
            choice: Some(id),
            name: choice.id.to_string(),
            branch: index,
            from: choice.scene,
            to,
            effect,
            label: words.label(),
            sentence: words.sentence(),
            offered: offered.map(str::to_owned),
            when: when.map(str::to_owned),
            otherwise,
            odds,
            reach,
        }
    })
}
