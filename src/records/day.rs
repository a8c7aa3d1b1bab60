//! How a day and a time of day are written.

/// "5 March 2026", for `strftime`.
pub const DAY: &str = "%-d %B %Y";

/// "5 March 2026, 14:05", for `strftime`.
pub const DAY_AND_TIME: &str = "%-d %B %Y, %H:%M";
