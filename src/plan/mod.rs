//! Plans: roads through a scenario that must stay as their author means them.
//!
//! A plan is a text beside its scenario, `two-hours-in.plan`, one step a line:
//!
//! ```text
//! # Lines that begin with a hash are comments.
//! road: Someone who listens          a new road begins; the rest of the line is its name
//! seed: 7                            all chance of this road comes from this number (1 where not given)
//! scene: arrival                     this scene is the current one
//! sees: jaw is set                   a part of what happens and can be seen
//! says: Two hours                    a part of what anyone says
//! not sees: jaw is set               no part of what happens and can be seen
//! not says: Two hours                no part of what anyone says
//! offers: go-over, policy, wave      these choices are on offer, no others, in any order
//! not offers: wave                   none of these choices is on offer
//! feels: agitation below 40          or `at least 40`, `40`, `30 to 40`; of agitation, trust, understanding
//! stage: anxious                     calm, anxious, escalating, crisis
//! flag: named-a-time set             or `not set`
//! need: pain open                    or `closed`
//! choose: go-over                    takes a choice
//! choose: wait > softens             takes it, and chance leads to that scene
//! late: wait                         time runs out, and the timer takes this choice
//! ending: home                       it has ended in this scene
//! kind: Good                         it has ended well: Good, Mixed, Poor, Unsafe
//! objective: pain-first met          or `missed`
//! score: empathy at least 80         the score of empathy, clarity, de-escalation, as for `feels`
//! ```

mod expected_number;
mod read;
mod rules;
mod run;
mod step;

pub use expected_number::ExpectedNumber;
pub use read::read;
pub(crate) use rules::PLAN_RULES;
pub use run::run;
pub use step::{Plan, PlannedRoad, PlannedStep, Step};
