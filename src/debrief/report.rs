//! The debrief as data: every number with the choice, the behaviour and the source behind it.

use serde::{Deserialize, Serialize};

use crate::hash::ContentHash;
use crate::rubric::{EccsLevel, Feeling, Feelings, Points, Stage};
use crate::scenario::{ClockTime, EndingKind};
use crate::session::{Felt, Reason};

use super::{Marks, OtherWeights, Reply, Scores, TakeHome};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Debrief {
    /// The scenario's id.
    pub scenario: String,
    pub scenario_hash: ContentHash,
    pub rubric_hash: ContentHash,
    pub seed: u64,
    /// `None` where the conversation was stopped, or had nothing left to offer.
    pub ending: Option<EndingReached>,
    /// How many decisions were made: turns with two options or more on offer.
    pub decisions: usize,
    /// The band of the lowest dimension exercised, capped by critical behaviours; `None` where none was, or after too few
    /// decisions.
    pub band: Option<Band>,
    /// Whether every dimension exercised reached the pass mark, and one was exercised. Never after too few decisions, nor
    /// with an unsafe ending.
    pub passed: bool,
    /// What capped the band.
    pub critical: Vec<CriticalAct>,
    /// How the patient was at the end.
    pub patient: PatientAfter,
    pub scores: Scores,
    /// Where others come to in this scenario; `None` while it is not known.
    pub marks: Option<Marks>,
    pub other_weights: OtherWeights,
    pub moments_met: MomentsMet,
    /// In the order of the turns.
    pub moments: Vec<MomentResult>,
    /// In written order.
    pub objectives: Vec<ObjectiveResult>,
    pub survey: Vec<SurveyAnswer>,
    /// One turn to keep and one choice to make otherwise, as far as other roads are known.
    pub take_home: TakeHome,
    /// The turns with the largest swings, largest first.
    pub turning_points: Vec<TurningPoint>,
    pub turns: Vec<TurnReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingReached {
    /// The scene's id.
    pub scene: String,
    pub title: String,
    pub kind: EndingKind,
    pub thought: String,
}

/// A band, from the lowest; the model sets the thresholds, and those named here are the built-in ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Below 40.
    Beginning,
    /// Below 70.
    Developing,
    /// Below 85.
    Secure,
    /// 85 and above.
    Strong,
}

/// A critical behaviour that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriticalAct {
    /// The turn, from 0.
    pub turn: usize,
    /// The behaviour's id.
    pub behaviour: String,
    pub label: String,
}

/// How the patient was at the end, and on the way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PatientAfter {
    /// Agitation, trust, understanding at the end.
    #[serde(flatten)]
    pub feelings: Feelings,
    /// The stage at the end.
    pub stage: Stage,
    /// The highest agitation on the way, the start included.
    pub peak_agitation: u8,
    /// The highest stage on the way.
    pub peak_stage: Stage,
    /// Whether the stage at the end is below the highest, and that was escalating or above.
    pub came_down: bool,
}

/// How many of the moments of the conversation were met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MomentsMet {
    pub met: usize,
    pub of: usize,
}

/// The moment of a turn, and how it was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MomentResult {
    /// The turn, from 0.
    pub turn: usize,
    /// The scene's id.
    pub scene: String,
    /// The scene's cue.
    pub cue: Option<String>,
    /// The name of who gave it; `None` for the patient.
    pub by: Option<String>,
    /// What was given: one kind or two.
    pub kinds: Vec<MomentKind>,
    pub met: bool,
    /// The id of the kind that was met.
    pub met_as: Option<String>,
    /// The positive points that were halved; `None` where it was met.
    pub halved: Option<Points>,
    /// The level of the answer, 0–5; `None` where no kind is met by a level.
    pub level: Option<EccsLevel>,
    /// The level's meaning.
    pub label: Option<&'static str>,
}

/// A kind of moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MomentKind {
    pub id: String,
    pub label: String,
    /// What they did, after their name.
    pub gives: String,
    /// The publication that describes it.
    pub source: String,
}

/// An objective, met or missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObjectiveResult {
    pub id: String,
    pub text: String,
    /// Whether it was met.
    pub met: bool,
}

/// How a behaviour relates to a survey item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeantFor {
    /// It was shown, and speaks for the item.
    For,
    /// It was on offer, would have spoken for the item, and was not taken.
    Missed,
    /// It was shown, and speaks against the item.
    Against,
}

/// One reason for a survey answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SurveyReason {
    /// The turn, from 0.
    pub turn: usize,
    pub meant: MeantFor,
    /// The labels of the behaviours.
    pub behaviours: Vec<String>,
}

/// What trust at the end makes of an answer to the survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldByTrust {
    /// By what was done it would be lower, but the patient trusts the trainee.
    Raised,
    /// By what was done it would be higher, but the patient does not trust the trainee.
    Lowered,
}

/// The patient's answer to one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SurveyAnswer {
    pub id: String,
    pub text: String,
    /// `None` where the item was not asked.
    pub answer: Option<&'static str>,
    /// Its place on the scale from 0, and how many places there are.
    pub step: Option<(usize, usize)>,
    /// Whether it is the highest of its scale.
    pub top_box: bool,
    /// What trust at the end made of the answer; `None` where the turns alone decide it.
    pub held: Option<HeldByTrust>,
    /// In the order of the turns.
    pub reasons: Vec<SurveyReason>,
}

/// A turn with a large swing of feelings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurningPoint {
    /// The turn, from 0.
    pub turn: usize,
    /// |ΔA| + |ΔT| + |ΔU|.
    pub swing: u32,
    /// As [`TurnReport::best`].
    pub better: Option<OptionReport>,
}

/// An option that was on offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionReport {
    /// The choice's id.
    pub choice: String,
    pub act: Option<String>,
    pub say: Option<String>,
    /// Its points at the stage of the offer.
    pub points: Points,
}

/// A behaviour that a turn counted as showing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BehaviourShown {
    pub id: String,
    pub label: String,
    /// The behaviour's definition.
    pub says: String,
    /// Its weights as they count here.
    pub weights: Points,
    /// The publication that describes it.
    pub source: String,
    /// Whether it was not shown, and counts because the moment was missed.
    pub added_by_rule: bool,
}

/// A change of a feeling, with its reason in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeReport {
    pub feeling: Feeling,
    pub amount: i32,
    pub reason: Reason,
    /// The reason in words; for a nudge, the author's own.
    pub because: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurnReport {
    /// The scene's id.
    pub scene: String,
    /// What time it was, in a scenario that runs by the clock.
    pub clock: Option<ClockTime>,
    pub cue: Option<String>,
    /// The ids on offer, in the order shown.
    pub offered: Vec<String>,
    /// The id of the option taken.
    pub choice: String,
    pub act: Option<String>,
    pub say: Option<String>,
    /// The author's feedback.
    pub why: String,
    /// Whether the option was taken because time was up.
    pub late: bool,
    pub reply: Reply,
    /// The behaviours that it counts as showing, in the order of the rubric.
    pub behaviours: Vec<BehaviourShown>,
    /// Whether positive clarity counted as 0, because of a crisis.
    pub clarity_lost_to_crisis: bool,
    /// The points of the option taken.
    pub points: Points,
    /// The lowest on offer; the same as `points` where there was nothing to decide.
    pub lowest: Points,
    /// The highest on offer.
    pub highest: Points,
    /// The best option on offer (e + c + d, ties by written order), where it counts more than the one taken.
    pub best: Option<OptionReport>,
    pub changes: Vec<ChangeReport>,
    pub before: Felt,
    pub after: Felt,
    /// The scene that broke in afterwards.
    pub interruption: Option<String>,
}
