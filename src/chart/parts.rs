//! What a chart is made of.

use crate::scenario::{ChoiceId, EndingKind, SceneId, Target};

use super::{Area, Effect, Point, Reach};

/// A scenario as a picture, from (0, 0) to its width and height.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chart {
    pub id: String,
    pub title: String,
    /// Every scene, in written order, followed by the nodes in which lines end that lead elsewhere.
    pub nodes: Vec<Node>,
    pub links: Vec<Link>,
    /// Every transition from scene to scene, in written order: by choice, branch, target; then by gate.
    pub edges: Vec<Edge>,
    /// The area of the interruptions and of what only they lead to, where there are any.
    pub apart: Option<Area>,
    pub width: i64,
    pub height: i64,
}

impl Chart {
    /// The node of a scene of this chart's scenario.
    #[must_use]
    pub fn node(&self, scene: SceneId) -> &Node {
        &self.nodes[scene.index()]
    }

    /// The edges of a link, in written order.
    pub fn edges_of(&self, link: &Link) -> impl Iterator<Item = &Edge> {
        link.edges.iter().map(|&edge| &self.edges[edge])
    }

    /// How many scenes no trainee can reach, and how many edges of reachable scenes no trainee can take.
    #[must_use]
    pub fn unreached(&self) -> (usize, usize) {
        let scenes = self.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Scene(_)));
        let open_from = |edge: &&Edge| self.node(edge.from).reach == Reach::Open;
        let edges = self.edges.iter().filter(open_from).filter(|edge| edge.reach != Reach::Open);
        (scenes.filter(|node| node.reach != Reach::Open).count(), edges.count())
    }
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    Scene(SceneId),
    /// A scene that is drawn elsewhere.
    Elsewhere(SceneId),
    /// An interruption's way back to where the conversation was going.
    Back,
}

/// A box of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Node {
    pub kind: NodeKind,
    /// Whether the conversation begins here.
    pub start: bool,
    /// Whether the scene is an interruption.
    pub interrupts: bool,
    /// Whether the scene is an interruption, or only interruptions lead to it.
    pub apart: bool,
    /// `None` where the conversation does not end here.
    pub ending: Option<EndingKind>,
    /// Whether a trainee can reach it.
    pub reach: Reach,
    /// What is special about the scene, in words: start, kind of ending, when it breaks in, reach. May be empty.
    pub tag: String,
    /// The scene's id.
    pub name: String,
    /// The scene's first words, or the ending's title, broken into lines. May be empty.
    pub detail: Vec<String>,
    pub area: Area,
}

/// A line of the picture: all that leads from one node to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// The index of the node it leaves.
    pub from: usize,
    /// The index of the node it leads to.
    pub to: usize,
    /// The indices of its edges; never empty.
    pub edges: Vec<usize>,
    /// The points of the line. Between two points with the same `x` it is straight; otherwise it is a curve that leaves
    /// the first and meets the second vertically (a cubic Bézier with both handles at half height).
    pub route: Vec<Point>,
    /// The area of its label: one row for each edge, from the top.
    pub label: Area,
    /// Whether it goes up, back to where the conversation has been.
    pub back: bool,
}

/// A chance, by weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odds {
    pub weight: u32,
    /// The sum of all weights of the branch.
    pub of: u64,
}

/// A transition from a scene: one target of one branch of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edge {
    /// `None` for a gate, which leads from the scene that it guards to the one that is entered instead.
    pub choice: Option<ChoiceId>,
    /// The choice's id, in its scene; for a gate `instead`.
    pub name: String,
    /// The index of the branch in the choice's list, or of the gate in its scene's.
    pub branch: usize,
    pub from: SceneId,
    pub to: Target,
    pub effect: Effect,
    /// The condition for the choice to be on offer, in words; `None` where it always is.
    pub offered: Option<String>,
    /// The condition of the branch, in words, where it has one.
    pub when: Option<String>,
    /// Whether the branch is taken only where none before it was.
    pub otherwise: bool,
    /// The chance that leads there, where chance decides.
    pub odds: Option<Odds>,
    /// Whether a trainee can take it.
    pub reach: Reach,
    /// Its row of the label: sign, choice and circumstances, shortened.
    pub label: String,
    /// The label as a sentence, with what is said and done.
    pub sentence: String,
}
