//! The items of the layers: nodes, labels, and the bends of links that pass through.

use super::diagram::{Connection, Size};
use super::layers::Layers;

/// The least distance between items of a layer.
const GAP: i64 = 18;

/// The least distance between nodes of a layer.
const NODE_GAP: i64 = 40;

/// The most bends; further links run straight to where they lead.
const MOST_BENDS: usize = 200_000;

/// The greatest distance between the ports of a node.
const PORT_GAP: i64 = 36;

/// The part of a node's side, from each corner, that has no ports.
const CORNER: i64 = 16;

/// The distance from a link's line to its label.
pub(super) const LABEL_GAP: i64 = 10;

/// The space that a link keeps free beside its line.
const BESIDE: i64 = 6;

/// What stands in a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Node,
    /// The label of a link, to the right of its line.
    Label,
    /// A link passing through.
    Bend,
}

/// An item of a layer, with the space it needs on both sides of its line or middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) left: i64,
    pub(super) right: i64,
    pub(super) height: i64,
}

/// A piece of a link, between neighbouring layers: the upper item, the lower one, and how far from the
/// middle of each it begins and ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) upper: usize,
    pub(super) lower: usize,
    pub(super) upper_port: i64,
    pub(super) lower_port: i64,
}

/// Everything that stands in layers, nodes first. Nodes stand in the even layers, labels in the odd ones.
#[derive(Debug)]
pub(super) struct Items {
    pub(super) all: Vec<Item>,
    /// The items of each layer, from left to right.
    pub(super) layers: Vec<Vec<usize>>,
    pub(super) pieces: Vec<Piece>,
    /// The pieces above and below each item.
    pub(super) above: Vec<Vec<usize>>,
    pub(super) below: Vec<Vec<usize>>,
    /// How each link goes through the layers; one that runs straight to where it leads lacks some of the pieces.
    pub(super) paths: Vec<LinkPath>,
    pub(super) layer: Vec<usize>,
    pub(super) position: Vec<usize>,
}

/// How a link goes through the layers, from the top down.
#[derive(Debug, Default)]
pub(super) struct LinkPath {
    /// Its items between the nodes.
    pub(super) items: Vec<usize>,
    pub(super) pieces: Vec<usize>,
    /// Its label, among the items.
    pub(super) label: usize,
}

impl Items {
    pub(super) fn build(nodes: &[Size], connections: &[Connection], layers: &Layers) -> Self {
        let depth = layers.of.iter().max().map_or(0, |deepest| 2 * deepest + 1);
        let all: Vec<Item> = nodes.iter().map(|size| node(*size)).collect();
        let count = all.len();
        let mut items = Self {
            all,
            layers: vec![Vec::new(); depth],
            pieces: Vec::new(),
            above: vec![Vec::new(); count],
            below: vec![Vec::new(); count],
            paths: Vec::new(),
            layer: vec![0; count],
            position: vec![0; count],
        };
        let mut leaving = vec![Vec::new(); count];
        for (link, connection) in connections.iter().enumerate() {
            leaving[connection.from].push(link);
        }
        items.paths.resize_with(connections.len(), LinkPath::default);
        let mut bends = MOST_BENDS;
        for &node in &layers.met {
            items.stand(node, 2 * layers.of[node]);
            for &link in &leaving[node] {
                items.paths[link] = items.path(&connections[link], layers.back[link], layers, &mut bends);
            }
        }
        items
    }

    fn stand(&mut self, item: usize, layer: usize) {
        self.layer[item] = layer;
        self.position[item] = self.layers[layer].len();
        self.layers[layer].push(item);
    }

    fn add(&mut self, item: Item, layer: usize) -> usize {
        let index = self.all.len();
        self.all.push(item);
        self.above.push(Vec::new());
        self.below.push(Vec::new());
        self.layer.push(0);
        self.position.push(0);
        self.stand(index, layer);
        index
    }

    /// Leads a link through the layers between its nodes. Its label is next to the node it leaves.
    fn path(&mut self, connection: &Connection, back: bool, layers: &Layers, bends: &mut usize) -> LinkPath {
        let (top, end) = if back { (connection.to, connection.from) } else { (connection.from, connection.to) };
        let between = 2 * layers.of[top] + 1..2 * layers.of[end];
        let label_layer = if back { between.end - 1 } else { between.start };
        let length = between.len() - 1;
        let bent = length <= *bends;
        *bends -= if bent { length } else { 0 };
        let mut path = LinkPath::default();
        let mut last = Some(top);
        for layer in between {
            if layer != label_layer && !bent {
                last = None;
                continue;
            }
            let item = if layer == label_layer { label(connection.label) } else { BEND };
            let index = self.add(item, layer);
            if layer == label_layer {
                path.label = index;
            }
            path.items.push(index);
            self.join(last, index, &mut path);
            last = Some(index);
        }
        self.join(last, end, &mut path);
        path
    }

    fn join(&mut self, upper: Option<usize>, lower: usize, path: &mut LinkPath) {
        let Some(upper) = upper else { return };
        let piece = self.pieces.len();
        self.pieces.push(Piece { upper, lower, upper_port: 0, lower_port: 0 });
        self.below[upper].push(piece);
        self.above[lower].push(piece);
        path.pieces.push(piece);
    }

    pub(super) fn renumber(&mut self, layer: usize) {
        for (position, &item) in self.layers[layer].iter().enumerate() {
            self.position[item] = position;
        }
    }

    /// The least distance between the middles of two neighbours.
    pub(super) fn apart(&self, left: usize, right: usize) -> i64 {
        let (left, right) = (&self.all[left], &self.all[right]);
        let gap = if left.kind == Kind::Node && right.kind == Kind::Node { NODE_GAP } else { GAP };
        left.right + gap + right.left
    }

    /// Spreads the ends of links along the sides of nodes, in the order in which they arrive.
    pub(super) fn set_ports(&mut self) {
        for node in (0..self.all.len()).filter(|&item| self.all[item].kind == Kind::Node) {
            let width = self.all[node].left + self.all[node].right;
            let mut below = self.below[node].clone();
            below.sort_by_key(|&piece| self.position[self.pieces[piece].lower]);
            for (piece, port) in below.iter().zip(ports(below.len(), width)) {
                self.pieces[*piece].upper_port = port;
            }
            let mut above = self.above[node].clone();
            above.sort_by_key(|&piece| self.position[self.pieces[piece].upper]);
            for (piece, port) in above.iter().zip(ports(above.len(), width)) {
                self.pieces[*piece].lower_port = port;
            }
        }
    }
}

/// Where `count` links meet a side of this width, as offsets from its middle.
fn ports(count: usize, width: i64) -> impl Iterator<Item = i64> {
    let last = i64::try_from(count).unwrap_or(i64::MAX).max(1) - 1;
    let gap = if last == 0 { 0 } else { PORT_GAP.min((width - 2 * CORNER) / last) };
    (0..=last).map(move |port| port * gap - last * gap / 2)
}

const BEND: Item = Item { kind: Kind::Bend, left: BESIDE, right: BESIDE, height: 0 };

fn node(size: Size) -> Item {
    let left = size.width / 2;
    Item { kind: Kind::Node, left, right: size.width - left, height: size.height }
}

fn label(size: Size) -> Item {
    Item { kind: Kind::Label, left: BESIDE, right: LABEL_GAP + size.width, height: size.height }
}
