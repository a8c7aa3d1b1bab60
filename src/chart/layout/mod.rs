//! Boxes and links → positions: a layered layout, from the top down.
//!
//! Nodes are in layers, so that links go down; the few that close a cycle go up and are marked so. Between two layers
//! of nodes is a layer of labels, so that no label covers anything else. A link passes a layer in a column of its own.
//! The same input gives the same picture: all numbers are integers, and nothing depends on hash order.

mod columns;
mod diagram;
mod items;
mod layers;
mod order;
mod positions;
mod straight;

use items::Items;

pub(super) use diagram::{Connection, Layout, Size};

/// Lays out nodes and links. The first node is at the top.
pub(super) fn lay_out(nodes: &[Size], connections: &[Connection]) -> Layout {
    let ends: Vec<(usize, usize)> = connections.iter().map(|link| (link.from, link.to)).collect();
    let layers = layers::assign(nodes.len(), &ends);
    let mut items = Items::build(nodes, connections, &layers);
    order::reduce_crossings(&mut items);
    items.set_ports();
    let columns = columns::assign(&items);
    positions::arrange(nodes, connections, &layers, &items, &columns)
}

#[cfg(test)]
mod tests {
    use super::{Connection, Layout, Size, lay_out};
    use crate::chart::Area;

    const BOX: Size = Size { width: 100, height: 40 };

    fn laid(count: usize, ends: &[(usize, usize)]) -> Layout {
        let label = Size { width: 60, height: 16 };
        let links: Vec<_> = ends.iter().map(|&(from, to)| Connection { from, to, label }).collect();
        lay_out(&vec![BOX; count], &links)
    }

    /// The ends of a made-up graph; `circles` lets links lead anywhere.
    fn made_up(count: usize, seed: u64, circles: bool) -> Vec<(usize, usize)> {
        let mut state = seed;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap_or(0) % below
        };
        let mut ends = Vec::new();
        for from in 0..count - 1 {
            for _ in 0..3 {
                let to = if circles && next(4) == 0 { next(count) } else { (from + 1 + next(5)).min(count - 1) };
                if to != from && !ends.contains(&(from, to)) {
                    ends.push((from, to));
                }
            }
        }
        ends
    }

    fn all_areas(layout: &Layout) -> Vec<Area> {
        layout.nodes.iter().copied().chain(layout.routes.iter().map(|route| route.label)).collect()
    }

    #[test]
    fn nothing_stands_on_anything_else_and_no_line_runs_through_a_node() {
        for seed in 0..40 {
            let layout = laid(14, &made_up(14, seed, seed % 2 == 1));
            let areas = all_areas(&layout);
            for (index, area) in areas.iter().enumerate() {
                assert!(area.left >= 0 && area.right() <= layout.size.width, "seed {seed}");
                assert!(area.top >= 0 && area.bottom() <= layout.size.height, "seed {seed}");
                for other in &areas[..index] {
                    assert!(!area.overlaps(*other), "seed {seed}: {area:?} and {other:?}");
                }
            }
            for pair in layout.routes.iter().flat_map(|route| route.points.windows(2)) {
                let line = Area::spanning(pair[0], pair[1]);
                // A line that turns runs between layers, so that the area it turns in is free.
                for node in &layout.nodes {
                    assert!(!line.overlaps(node.shrunk(1)), "seed {seed}: {line:?} through {node:?}");
                }
            }
        }
    }

    #[test]
    fn links_go_down_unless_they_are_marked() {
        for seed in 0..40 {
            let ends = made_up(14, seed, seed % 2 == 1);
            let layout = laid(14, &ends);
            for (route, (from, to)) in layout.routes.iter().zip(&ends) {
                let (from, to) = (layout.nodes[*from], layout.nodes[*to]);
                assert_eq!(route.back, to.top < from.top, "seed {seed}");
                let (Some(first), Some(last)) = (route.points.first(), route.points.last()) else { panic!("no route") };
                let (leaves, arrives) = if route.back { (from.top, to.bottom()) } else { (from.bottom(), to.top) };
                assert_eq!((first.y, last.y), (leaves, arrives), "seed {seed}");
                for pair in route.points.windows(2) {
                    assert_eq!(route.back, pair[1].y < pair[0].y, "seed {seed}: {pair:?}");
                }
            }
            assert_eq!(layout.routes.iter().any(|route| route.back), seed % 2 == 1, "seed {seed}");
        }
    }

    #[test]
    fn the_same_graph_is_laid_out_the_same_way() {
        let ends = made_up(60, 7, true);
        assert_eq!(laid(60, &ends), laid(60, &ends));
    }

    #[test]
    fn a_chain_is_one_straight_line() {
        let layout = laid(4, &[(0, 1), (1, 2), (2, 3)]);
        for route in &layout.routes {
            assert!(route.points.iter().all(|point| point.x == route.points[0].x), "{route:?}");
        }
    }

    #[test]
    fn a_ladder_without_need_for_crossings_has_none() {
        // Two chains from one node to one node, written so that their links cross at first.
        let layout = laid(6, &[(0, 1), (0, 2), (1, 4), (2, 3), (3, 5), (4, 5)]);
        let left = |node: usize| layout.nodes[node].left;
        assert_eq!(left(1) < left(2), left(4) < left(3));
    }

    #[test]
    fn a_chain_of_fifty_thousand_nodes_is_no_trouble() {
        let ends: Vec<_> = (1..50_000).map(|to| (to - 1, to)).collect();
        assert_eq!(laid(50_000, &ends).nodes.len(), 50_000);
    }

    #[test]
    fn one_node_alone_stands_at_the_origin() {
        let layout = laid(1, &[]);
        assert_eq!(layout.nodes, [Area { left: 0, top: 0, width: 100, height: 40 }]);
        assert_eq!(layout.size, BOX);
    }
}
