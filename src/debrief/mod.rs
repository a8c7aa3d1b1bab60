//! What a conversation was worth and why: scenario + transcript → debrief. Reads no live session,
//! so that an old record can be scored again.

mod account;

pub use account::{
    Band, BehaviourShown, ChangeAccount, CriticalAct, Debrief, EndingReached, MeantFor, ObjectiveResult,
    OpportunityResult, OptionAccount, PatientAfter, Score, Scores, SurveyAnswer, SurveyReason, TurnAccount,
    TurningPoint,
};
