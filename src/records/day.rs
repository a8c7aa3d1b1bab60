//! How a day is written.

/// "5 March 2026", for `strftime`.
pub const DAY: &str = "%-d %B %Y";
