//! Every road at once: exact bounds of the scores, best roads, and what another choice would have led to.

mod account;
mod again;
mod analyse;
mod best;
mod bounds;
mod chance;
mod components;
mod ends;
mod explore;
mod fact;
mod graph;
mod key;
mod order;
mod outline;
mod places;
mod proofs;
mod relevant;
mod report;
mod roads;
pub mod strategy;
mod table;
mod what_if;

pub use account::{WhatIf, WhatIfEnding, WhatIfOutcome};
pub use analyse::analyse;
pub use best::BestRoads;
pub use chance::{Chance, Limits, TooLarge};
pub use explore::{Effort, Progress};
pub use report::{Analysis, Coverage, Extreme, FeelingRange, Part, PartKind, Proof, Proved, SceneFeelings};
pub use roads::Roads;
pub use what_if::{WhatIfError, what_if};

pub use crate::debrief::{Bound, Bounds};
