//! How an analysis looks at chance.

use crate::session::Chance;

/// Which draws of chance are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanceModel {
    /// Those that one seed gives.
    Seeded(Chance),
    /// All of positive weight.
    Any,
}
