//! A resolved scene: what is seen and said, and what can be chosen.

use std::ops::Range;

use smallvec::SmallVec;

use crate::rubric::{BehaviourId, BehaviourSet, EccsLevel, Points, Stage};
use crate::shared::SharedText;

use super::{ChoiceId, Condition, Ending, FlagId, NeedId, PersonId, SceneId};

/// Who speaks a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The patient.
    Patient,
    /// Someone else.
    Person(PersonId),
}

/// One wording, or several among which chance picks; never empty.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Variant {
    /// When it applies.
    pub when: Option<Condition>,
    /// The wordings.
    pub wordings: Box<[SharedText]>,
}

/// A text that may vary: the first variant that applies; nothing where there is none.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Text {
    /// The variants, in order.
    pub variants: Box<[Variant]>,
}

/// What someone says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Line {
    /// Who.
    pub speaker: Speaker,
    /// What.
    pub text: Text,
}

/// One moment of the conversation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Scene {
    /// Its id.
    pub id: SharedText,
    /// Its part in the keys of draws of chance.
    pub(crate) draw_key: u64,
    /// What happens and what can be seen.
    pub narration: Text,
    /// What is said, in order.
    pub lines: Box<[Line]>,
    /// What a good listener would notice.
    pub cue: Option<SharedText>,
    /// Whether a feeling is there to be met.
    pub opportunity: bool,
    /// The id of the mood it sets.
    pub mood: Option<SharedText>,
    /// Prompts for the facilitator's pause; empty where there is none.
    pub pause: Box<[SharedText]>,
    /// What comes after.
    pub content: SceneContent,
    /// Whether it is an interruption.
    pub interrupts: bool,
}

/// How a scene goes on.
#[derive(Clone, Debug)]
pub enum SceneContent {
    /// The trainee chooses.
    Choices {
        /// Which of the scenario's choices.
        choices: Range<usize>,
        /// What happens when time is up.
        timer: Option<Timer>,
    },
    /// The conversation is over.
    Ending(Box<Ending>),
}

/// A limit on the time to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timer {
    /// How long, in seconds.
    pub seconds: u16,
    /// The choice taken then.
    pub then: ChoiceId,
}

/// What a choice is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Something said, something done, or both.
    Spoken {
        /// What the trainee does.
        act: Option<SharedText>,
        /// What the trainee says.
        say: Option<SharedText>,
    },
    /// A deliberate silence, as it looks.
    Silence(SharedText),
}

impl Words {
    /// What is done, if anything: the action, or how the silence looks.
    #[must_use]
    pub fn act(&self) -> Option<&str> {
        match self {
            Self::Spoken { act, .. } => act.as_deref(),
            Self::Silence(looks) => Some(looks),
        }
    }

    /// What is said, if anything.
    #[must_use]
    pub fn say(&self) -> Option<&str> {
        match self {
            Self::Spoken { say, .. } => say.as_deref(),
            Self::Silence(_) => None,
        }
    }
}

/// Something the trainee can say or do.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Choice {
    /// Its id, unique in its scene.
    pub id: SharedText,
    /// Its part in the keys of draws of chance.
    pub(crate) draw_key: u64,
    /// The scene it belongs to.
    pub scene: SceneId,
    /// What is said and done.
    pub words: Words,
    /// What it shows, as written.
    pub shows: BehaviourSet,
    /// The behaviour that the rule for opportunities adds, where it adds one.
    pub added: Option<BehaviourId>,
    /// At an empathic opportunity, the level of this answer.
    pub eccs: Option<EccsLevel>,
    /// The points of what it counts as showing, outside a crisis.
    pub points: Points,
    /// The feedback.
    pub why: SharedText,
    /// Where it leads.
    pub then: Then,
    /// When it is on offer.
    pub when: Option<Condition>,
    /// The flags that it sets and clears, and the needs that it closes. Most choices do none of this.
    pub(crate) marks: Option<Box<Marks>>,
    /// The author's nudge.
    pub nudge: Option<Box<Nudge>>,
    /// Whether a child would be used.
    pub minor: bool,
}

/// The flags that a choice sets and clears, and the needs that it closes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) sets: Box<[FlagId]>,
    pub(crate) clears: Box<[FlagId]>,
    pub(crate) meets: Box<[NeedId]>,
}

impl Choice {
    /// Its points at a stage: in a crisis a positive clarity counts nothing.
    #[must_use]
    pub fn points_at(&self, stage: Stage) -> Points {
        self.points.at(stage)
    }

    /// What it counts as showing: [`shows`](Self::shows), and what the rule for opportunities adds.
    #[must_use]
    pub fn counts(&self) -> BehaviourSet {
        self.shows.iter().chain(self.added).collect()
    }

    /// Flags to set.
    #[must_use]
    pub fn sets(&self) -> &[FlagId] {
        self.marks.as_ref().map_or(&[], |marks| &marks.sets)
    }

    /// Flags to clear.
    #[must_use]
    pub fn clears(&self) -> &[FlagId] {
        self.marks.as_ref().map_or(&[], |marks| &marks.clears)
    }

    /// Needs that it closes, those closed by what it shows included.
    #[must_use]
    pub fn meets(&self) -> &[NeedId] {
        self.marks.as_ref().map_or(&[], |marks| &marks.meets)
    }
}

/// A change of feelings beyond the model, −30 to 30 each.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Nudge {
    /// Of agitation.
    pub agitation: i8,
    /// Of trust.
    pub trust: i8,
    /// Of understanding.
    pub understanding: i8,
    /// Why.
    pub reason: String,
}

/// One place to go, or back to where the talk was going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// That scene.
    Scene(SceneId),
    /// From an interruption, where the talk was going.
    Resume,
}

/// Where a choice leads: the first branch that applies. The last always does.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Then {
    /// The branches, in order; never empty, the last without a condition.
    pub branches: SmallVec<[Branch; 1]>,
}

/// One branch.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Branch {
    /// When it applies.
    pub when: Option<Condition>,
    /// Where to, each with its weight of chance; never empty, and chance decides only among several.
    pub to: SmallVec<[(u32, Target); 1]>,
}

/// One step of the model road.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExemplarStep {
    /// The choice's id, in the scene the road has come to.
    pub choose: String,
    /// The commentary.
    pub note: String,
}
