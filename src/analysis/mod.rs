//! All roads at once: exact bounds of the scores, best roads, and what another choice would have led to.

mod analyse;
mod best;
mod bounds;
mod chance_model;
mod choices;
mod components;
mod control_flow;
mod explore;
mod fact;
mod fact_states;
mod graph;
mod interner;
mod keys;
mod limits;
mod liveness;
mod locations;
mod marks;
pub mod measures;
mod observables;
mod play_count;
mod proofs;
pub mod reading;
mod relaxation;
mod report;
mod revisits;
mod road_end;
mod roads;
mod score_bound;
pub mod stranger;
pub mod strategy;
mod surface;
mod tail;
mod topological_order;
mod what_if;
mod written_decision;

pub use analyse::analyse;
pub use best::BestRoads;
pub use bounds::{Bound, Bounds};
pub use chance_model::ChanceModel;
pub use choices::{ChoiceReport, GateReport, RangesAfter, WayReport, taken_in_words};
pub use explore::{Effort, Progress};
pub use limits::{Limits, TooLarge};
pub use marks::marks;
pub use report::{Analysis, Coverage, Extreme, FeelingRange, Part, PartKind, Proof, Proved, SceneFeelings};
pub use road_end::{BestRoadEnd, end_of};
pub use roads::Roads;
pub use what_if::{WhatIfError, other_roads, what_if};

pub(crate) use tail::tail;
pub(crate) use written_decision::{WrittenDecision, ratio};

pub use crate::debrief::{WhatIf, WhatIfEnding, WhatIfOutcome};
