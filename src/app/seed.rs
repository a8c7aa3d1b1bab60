//! Seeds for conversations without a given one.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A random seed. Only the window needs one; everything else is deterministic.
pub(super) fn fresh() -> u64 {
    RandomState::new().build_hasher().finish()
}
