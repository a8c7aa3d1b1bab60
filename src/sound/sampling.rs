//! How finely and how long a loop is made.

/// Samples a second.
pub(super) const RATE: u32 = 22_050;
/// How long it takes to come round, in seconds.
pub(super) const SECONDS: u32 = 24;
