//! A diagram before and after it is laid out.

use crate::chart::{Area, Point};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::chart) struct Size {
    pub(in crate::chart) width: i64,
    pub(in crate::chart) height: i64,
}

/// A link to be laid out: between two different nodes, with the size of its label.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Connection {
    pub(in crate::chart) from: usize,
    pub(in crate::chart) to: usize,
    pub(in crate::chart) label: Size,
}

/// A link that has been laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Route {
    /// The points it runs through, from the node it leaves to the node it leads to.
    pub(in crate::chart) points: Vec<Point>,
    /// To the right of the line.
    pub(in crate::chart) label: Area,
    /// Whether it goes up.
    pub(in crate::chart) back: bool,
}

/// The result of laying out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Layout {
    pub(in crate::chart) nodes: Vec<Area>,
    pub(in crate::chart) routes: Vec<Route>,
    /// The size of the whole, from (0, 0).
    pub(in crate::chart) size: Size,
}
