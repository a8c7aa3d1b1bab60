//! What a chart is made of.

use crate::scenario::{ChoiceId, EndingKind, SceneId, Target};

use super::{Area, Effect, Point, Reach};

/// A scenario as a picture, from (0, 0) to its width and height.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chart {
    /// The scenario's id.
    pub id: String,
    pub title: String,
    /// Every scene, in written order, and then the nodes in which lines end elsewhere.
    pub nodes: Vec<Node>,
    /// The lines.
    pub links: Vec<Link>,
    /// What leads from scene to scene, in written order: choice, branch, target.
    pub edges: Vec<Edge>,
    /// Where the interruptions and what only they lead to stand, where there are any.
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

    /// How many scenes no trainee can reach, and how many edges of scenes that can be reached.
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
    /// Back to where the conversation was going.
    Back,
}

/// A box of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Node {
    /// What it stands for.
    pub kind: NodeKind,
    /// Whether the conversation begins here.
    pub start: bool,
    /// Whether it breaks in.
    pub interrupts: bool,
    /// Whether only interruptions lead here, or it is one.
    pub apart: bool,
    /// How the conversation ends here, if it does.
    pub ending: Option<EndingKind>,
    /// Whether a trainee can reach it.
    pub reach: Reach,
    /// What is special about it, in words: start, kind of ending, when it breaks in, reach. May be empty.
    pub tag: String,
    /// The scene's id.
    pub name: String,
    /// Its first words, or the ending's title, broken into lines. May be empty.
    pub detail: Vec<String>,
    /// Where it stands.
    pub area: Area,
}

/// A line of the picture: all that leads from one node to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// The node it leaves, by its index in the chart's list.
    pub from: usize,
    /// The node it leads to.
    pub to: usize,
    /// Its edges, by their indices in the chart's list; never empty.
    pub edges: Vec<usize>,
    /// Where it runs. Between two points with the same `x` it is straight; otherwise it is a curve that
    /// leaves the first and meets the second upright (a cubic Bézier, with both handles at half height).
    pub route: Vec<Point>,
    /// Where its label stands: one row for each edge, from the top.
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
    pub choice: ChoiceId,
    /// The choice's id, in its scene.
    pub name: String,
    /// The branch, by its index in the choice's list.
    pub branch: usize,
    /// The scene it leads from.
    pub from: SceneId,
    /// Where it leads to.
    pub to: Target,
    /// How the choice moves the patient.
    pub effect: Effect,
    /// When the choice is on offer, where it is not always.
    pub offered: Option<String>,
    /// When the branch is taken, where it has a condition.
    pub when: Option<String>,
    /// Whether the branch is taken only where none before it was.
    pub otherwise: bool,
    /// The chance that leads there, where chance decides.
    pub odds: Option<Odds>,
    /// Whether a trainee can take it.
    pub reach: Reach,
    /// What its row of the label says: sign, choice and circumstances, shortened.
    pub label: String,
    /// The same in a sentence, with what is said and done.
    pub sentence: String,
}
