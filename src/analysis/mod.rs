//! Every road at once: exact bounds of the scores, best roads, and what another choice would have led to.

mod account;
mod chance;

pub use account::{WhatIf, WhatIfEnding, WhatIfOutcome};
pub use chance::{Chance, Limits, TooLarge};

pub use crate::debrief::{Bound, Bounds};
