//! What authors see: what was found in their files, and the scenario as a graph.

pub mod bench;
pub mod findings;
