//! How an analysis treats chance.

use crate::session::Chance;

/// Which draws of chance are explored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanceModel {
    /// Those of one seed.
    Seeded(Chance),
    /// All with a positive weight.
    Any,
}
