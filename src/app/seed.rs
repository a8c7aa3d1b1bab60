//! A seed from the system, for a conversation that names none.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A seed that differs from call to call. Only the window needs one; the core never asks.
pub(super) fn fresh() -> u64 {
    RandomState::new().build_hasher().finish()
}
