//! Layers and columns → where everything is.

use crate::chart::{Area, Point};

use super::diagram::{Connection, Layout, Route, Size};
use super::items::{Items, LABEL_GAP, LinkPath};
use super::layers::Layers;

/// The least gap between layers.
const LEAST_GAP: i64 = 26;

/// The greatest gap between layers.
const MOST_GAP: i64 = 120;

/// The vertical extent of a layer.
#[derive(Clone, Copy, Default)]
struct Band {
    top: i64,
    bottom: i64,
}

pub(super) fn arrange(
    nodes: &[Size],
    connections: &[Connection],
    layers: &Layers,
    items: &Items,
    columns: &[i64],
) -> Layout {
    let bands = bands(items, columns);
    let area = |item: usize, size: Size| {
        let band = bands[layer_of_node(layers, item)];
        Area { left: columns[item] - items.all[item].left, top: band.top, width: size.width, height: size.height }
    };
    let areas: Vec<Area> = nodes.iter().enumerate().map(|(node, size)| area(node, *size)).collect();
    let routes: Vec<Route> = connections
        .iter()
        .zip(&items.paths)
        .enumerate()
        .map(|(link, (connection, path))| {
            let back = layers.back[link];
            let mut points =
                Tracer { items, columns, layers, bands: &bands, areas: &areas }.trace(connection, back, path);
            if back {
                points.reverse();
            }
            let from = layer_of_node(layers, connection.from);
            let top = bands[if back { from - 1 } else { from + 1 }].top;
            let label = Area {
                left: columns[path.label] + LABEL_GAP,
                top,
                width: connection.label.width,
                height: connection.label.height,
            };
            Route { points, label, back }
        })
        .collect();
    let right = items.all.iter().zip(columns).map(|(item, x)| x + item.right).max().unwrap_or(0);
    let bottom = bands.last().map_or(0, |band| band.bottom);
    Layout { nodes: areas, routes, size: Size { width: right, height: bottom } }
}

fn layer_of_node(layers: &Layers, node: usize) -> usize {
    2 * layers.of[node]
}

/// The layers from the top down. The further links run to the side, the more room they have to turn.
fn bands(items: &Items, columns: &[i64]) -> Vec<Band> {
    let mut bands = Vec::with_capacity(items.layers.len());
    let mut top = 0;
    for layer in &items.layers {
        let height = layer.iter().map(|&item| items.all[item].height).max().unwrap_or(0);
        bands.push(Band { top, bottom: top + height });
        let below = layer.iter().flat_map(|&item| &items.below[item]).map(|&piece| &items.pieces[piece]);
        let aside = below
            .map(|piece| (columns[piece.upper] + piece.upper_port - columns[piece.lower] - piece.lower_port).abs());
        top += height + (LEAST_GAP + aside.max().unwrap_or(0) / 6).min(MOST_GAP);
    }
    bands
}

/// Follows links through the layers.
struct Tracer<'a> {
    items: &'a Items,
    columns: &'a [i64],
    layers: &'a Layers,
    bands: &'a [Band],
    areas: &'a [Area],
}

impl Tracer<'_> {
    /// The points of a link from the top down: down through each layer, to the side only between them.
    fn trace(&self, connection: &Connection, back: bool, path: &LinkPath) -> Vec<Point> {
        let (upper, lower) = if back { (connection.to, connection.from) } else { (connection.from, connection.to) };
        let mut points = Vec::with_capacity(2 * path.items.len() + 3);
        let (leaves, arrives) = self.ports(path, upper, lower);
        let upper_layer = layer_of_node(self.layers, upper);
        points.push(Point { x: leaves, y: self.areas[upper].bottom() });
        points.push(Point { x: leaves, y: self.bands[upper_layer].bottom });
        let straight = path.items.len() == 1;
        for (index, &item) in path.items.iter().enumerate() {
            let layer = if straight && back { layer_of_node(self.layers, lower) - 1 } else { upper_layer + 1 + index };
            let band = self.bands[layer];
            points.push(Point { x: self.columns[item], y: band.top });
            points.push(Point { x: self.columns[item], y: band.bottom });
        }
        points.push(Point { x: arrives, y: self.areas[lower].top });
        points.dedup();
        without_stops(points)
    }

    /// Where a link leaves the upper node and meets the lower one.
    fn ports(&self, path: &LinkPath, upper: usize, lower: usize) -> (i64, i64) {
        let pieces = || path.pieces.iter().map(|&piece| &self.items.pieces[piece]);
        let leaves = pieces().find(|piece| piece.upper == upper).map_or(0, |piece| piece.upper_port);
        let arrives = pieces().find(|piece| piece.lower == lower).map_or(0, |piece| piece.lower_port);
        (self.columns[upper] + leaves, self.columns[lower] + arrives)
    }
}

/// Leaves out points in the middle of a vertical line.
fn without_stops(points: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., before, last] = kept.as_mut_slice()
            && before.x == last.x
            && last.x == point.x
        {
            *last = point;
        } else {
            kept.push(point);
        }
    }
    kept
}
