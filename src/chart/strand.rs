//! The strands of a line: its edges by effect, so that each is drawn in its own colour and style.

use super::{Chart, Edge, Effect, Link, Reach};

/// The edges of one line that look the same.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Strand<'a> {
    pub effect: Effect,
    /// Whether a trainee can take any of them.
    pub open: bool,
    /// The edges, in written order; never empty.
    pub edges: Vec<&'a Edge>,
}

impl Chart {
    /// The strands of a link: those that help first, and within each effect those out of reach last.
    #[must_use]
    pub fn strands(&self, link: &Link) -> Vec<Strand<'_>> {
        let all = Effect::ALL.into_iter().flat_map(|effect| [(effect, true), (effect, false)]);
        let strand = |(effect, open): (Effect, bool)| {
            let alike = |edge: &&Edge| edge.effect == effect && (edge.reach == Reach::Open) == open;
            Strand { effect, open, edges: self.edges_of(link).filter(alike).collect() }
        };
        all.map(strand).filter(|strand| !strand.edges.is_empty()).collect()
    }
}
