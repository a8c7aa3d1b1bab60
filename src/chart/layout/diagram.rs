//! A diagram before it is laid out, and after.

use crate::chart::{Area, Point};

/// The size of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::chart) struct Size {
    pub(in crate::chart) width: i64,
    pub(in crate::chart) height: i64,
}

/// A link to be laid out: between two different nodes, with the size of its label.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Connection {
    /// The node it leaves.
    pub(in crate::chart) from: usize,
    /// The node it leads to.
    pub(in crate::chart) to: usize,
    /// The size of its label.
    pub(in crate::chart) label: Size,
}

/// A link that has been laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Route {
    /// Where it runs, from the node it leaves to the node it leads to.
    pub(in crate::chart) points: Vec<Point>,
    /// Where its label stands, to the right of the line.
    pub(in crate::chart) label: Area,
    /// Whether it goes up.
    pub(in crate::chart) back: bool,
}

/// What came of laying out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Layout {
    /// Where each node stands.
    pub(in crate::chart) nodes: Vec<Area>,
    /// Where each link runs.
    pub(in crate::chart) routes: Vec<Route>,
    /// The size of all of it, from (0, 0).
    pub(in crate::chart) size: Size,
}
