//! Limits on source texts.

/// The longest text that is read, in bytes: 16 MiB, room for some 20,000 scenes.
pub const MAX_BYTES: usize = 16 << 20;

/// How many brackets may stand open at once. What walks a tree may recurse this deep.
pub const MAX_DEPTH: usize = 64;

/// How many values, at any depth, a text may hold.
pub const MAX_VALUES: usize = 2_000_000;

/// How many syntax diagnostics are given before reading stops.
pub const MAX_SYNTAX_DIAGNOSTICS: usize = 50;
