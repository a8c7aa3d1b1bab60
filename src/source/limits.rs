//! Limits on source texts.

/// The longest text that is read, in bytes: 16 MiB, room for some 20,000 scenes.
pub const MAX_BYTES: usize = 16 << 20;

/// The most brackets that may be open at once: what walks a tree recurses no deeper.
pub const MAX_DEPTH: usize = 64;

/// The most values that a text may hold, at any depth.
pub const MAX_VALUES: usize = 2_000_000;

/// The most syntax diagnostics, after which reading stops.
pub const MAX_SYNTAX_DIAGNOSTICS: usize = 50;
