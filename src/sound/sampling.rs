//! The sample rate and the length of a loop.

/// Samples per second.
pub(super) const RATE: u32 = 22_050;
/// The length of a loop, in seconds.
pub(super) const SECONDS: u32 = 24;
