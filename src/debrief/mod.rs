//! Scenario + transcript → debrief: the scores and the reasons for them. No live session is read, so that an old record
//! can be scored again.

mod lessons;
mod marks;
mod other_weights;
mod outcomes;
pub mod page;
mod read;
mod reply;
mod report;
mod scores;
mod survey;
mod take_home;
mod telling;
pub(crate) mod terms;
mod three_scores;
mod turns;
mod what_if;
mod words;

pub use marks::{Mark, MarkOf, Marks};
pub use other_weights::{Interval, OtherWeights};
pub use read::{debrief, rescore};
pub(crate) use reply::heard;
pub use reply::{Heard, Reply};
pub use report::{
    Band, BehaviourShown, ChangeReport, CriticalAct, Debrief, EndingReached, HeldByTrust, MeantFor, MomentKind,
    MomentResult, MomentsMet, ObjectiveResult, OptionReport, PatientAfter, SurveyAnswer, SurveyReason, TurnReport,
    TurningPoint,
};
pub(crate) use scores::Share;
pub use take_home::{ChangeBecause, TakeHome, ToChange, WayOut};
pub use three_scores::Scores;
pub use what_if::{WhatIf, WhatIfEnding, WhatIfOutcome};
pub use words::{describe_arc, headline};

pub use crate::session::TranscriptMismatch;
