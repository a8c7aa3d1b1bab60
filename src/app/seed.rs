//! Random numbers: seeds for conversations without a given one, and ids.

use std::hash::{BuildHasher, Hasher, RandomState};

/// Random bytes for an id.
pub(super) fn random() -> [u8; 16] {
    let [high, low] = [fresh(), fresh()];
    (u128::from(high) << 64 | u128::from(low)).to_be_bytes()
}

/// A random seed. Only the window needs one; everything else is deterministic.
pub(super) fn fresh() -> u64 {
    RandomState::new().build_hasher().finish()
}
