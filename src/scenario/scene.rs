//! A resolved scene: what is seen and said, and the choices.

use std::ops::Range;

use smallvec::SmallVec;

use crate::rubric::{AtMoment, BehaviourId, BehaviourSet, EccsLevel, MomentId, Points, Stage};
use crate::shared::SharedText;

use super::{ChoiceId, Condition, Ending, FlagId, Hub, NeedId, PersonId, SceneId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    Patient,
    Person(PersonId),
}

/// One wording of a text, or several of which chance picks one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Variant {
    /// When it applies; `None` means always.
    pub when: Option<Condition>,
    /// Never empty.
    pub wordings: Box<[SharedText]>,
}

/// A text that may vary: the first variant that applies counts. Where none does, nothing is told or said.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Text {
    /// In order; empty where nothing is written.
    pub variants: Box<[Variant]>,
}

#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Line {
    pub speaker: Speaker,
    pub text: Text,
    /// The id of the mood in which it is said, where it is not the patient who speaks.
    pub mood: Option<SharedText>,
}

/// What happens and is said at once: on entering a scene, or in answer to a choice.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Passage {
    /// What happens and what can be seen.
    pub narration: Text,
    /// What is said, in order.
    pub lines: Box<[Line]>,
    /// The id of the mood it sets.
    pub mood: Option<SharedText>,
}

impl Text {
    /// Lets no variant apply unless `condition` holds.
    pub(crate) fn left_out_unless(&mut self, condition: &Condition) {
        for variant in &mut self.variants {
            variant.when = Some(match variant.when.take() {
                Some(when) => Condition::All([condition.clone(), when].into()),
                None => condition.clone(),
            });
        }
    }
}

/// A text of a scene.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct SceneText<'a> {
    /// 0 is the narration on entering the scene, even where there is none; its lines follow in order; then, for each
    /// choice that has an answer, the answer's narration and its lines.
    pub number: usize,
    /// The choice that it answers; `None` where it belongs to entering the scene.
    pub answers: Option<ChoiceId>,
    /// `None` for narration.
    pub speaker: Option<Speaker>,
    pub text: &'a Text,
}

impl Passage {
    /// The narration, then what is said, each with its speaker.
    pub fn texts(&self) -> impl Iterator<Item = (Option<Speaker>, &Text)> {
        let lines = self.lines.iter().map(|line| (Some(line.speaker), &line.text));
        std::iter::once((None, &self.narration)).chain(lines)
    }
}

/// A scene of the conversation: what happens, what is said, and the choices.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Scene {
    pub id: SharedText,
    /// Its part of the key of a draw of chance.
    pub(crate) draw_key: u64,
    /// What happens and is said on entering it.
    pub passage: Passage,
    /// What a good listener would notice.
    pub cue: Option<SharedText>,
    /// What the patient gives: one kind of moment or two, of which either can be met; none where none is named.
    pub moment: SmallVec<[MomentId; 2]>,
    /// Who gives the moment; `None` for the patient.
    pub moment_by: Option<PersonId>,
    /// Prompts for the facilitator's pause; empty where there is none.
    pub pause: Box<[SharedText]>,
    pub content: SceneContent,
    /// What makes it a hub.
    pub hub: Option<Box<Hub>>,
    /// Whether it is an interruption.
    pub interrupts: bool,
}

/// Where the talk goes in place of a scene.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Gate {
    pub when: Condition,
    pub to: SceneId,
}

/// The choices of a scene, or its ending.
#[derive(Clone, Debug)]
pub enum SceneContent {
    Choices {
        /// Their indices in [`Scenario::choices`](super::Scenario::choices).
        choices: Range<usize>,
        timer: Option<Timer>,
    },
    Ending(Box<Ending>),
}

/// A limit on the time to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timer {
    pub seconds: u16,
    /// The choice that is taken when time is up.
    pub then: ChoiceId,
}

/// What a choice says or does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Something said, something done, or both.
    Spoken {
        /// What the trainee does.
        act: Option<SharedText>,
        /// What the trainee says.
        say: Option<SharedText>,
    },
    /// A deliberate silence, with how it looks.
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

/// Something that the trainee can say or do.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Choice {
    /// Its id, unique in its scene.
    pub id: SharedText,
    /// Its part of the key of a draw of chance.
    pub(crate) draw_key: u64,
    /// The scene it belongs to.
    pub scene: SceneId,
    pub words: Words,
    /// What it shows, as written.
    pub shows: BehaviourSet,
    /// How it answers the moment of its scene.
    pub at_moment: AtMoment,
    /// The level of this answer; `None` where the moment is none that a level meets.
    pub eccs: Option<EccsLevel>,
    /// The points of what it shows at this moment, outside a crisis.
    pub points: Points,
    /// The feedback.
    pub why: SharedText,
    pub then: Then,
    /// When it is on offer; `None` means always.
    pub when: Option<Condition>,
    /// What many choices have nothing of.
    pub(crate) extras: Option<Box<Extras>>,
    /// How many minutes it takes, 0–1440.
    pub minutes: u16,
    /// Whether a child would be used, as an interpreter for example.
    pub minor: bool,
}

/// What many choices have nothing of, kept apart so that these take little room.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extras {
    pub(crate) answer: Option<Passage>,
    pub(crate) nudge: Option<Nudge>,
    pub(crate) sets: Box<[FlagId]>,
    pub(crate) clears: Box<[FlagId]>,
    pub(crate) meets: Box<[NeedId]>,
}

impl Extras {
    /// Whether there is nothing of it.
    pub(crate) const fn is_empty(&self) -> bool {
        self.answer.is_none()
            && self.nudge.is_none()
            && self.sets.is_empty()
            && self.clears.is_empty()
            && self.meets.is_empty()
    }
}

impl Choice {
    /// Its points at a stage: in a crisis, positive points of clarity count as 0.
    #[must_use]
    pub fn points_at(&self, stage: Stage) -> Points {
        self.points.at(stage)
    }

    /// The behaviour that counts against it because it misses the moment.
    #[must_use]
    pub const fn added(&self) -> Option<BehaviourId> {
        match self.at_moment {
            AtMoment::Missed { added } => added,
            AtMoment::Unnamed | AtMoment::Met(_) => None,
        }
    }

    /// How long it takes by the clock, as an author reads it; `None` where it takes no minutes.
    #[must_use]
    pub fn minutes_in_words(&self) -> Option<String> {
        (self.minutes > 0).then(|| format!("Minutes by the clock: {}.", self.minutes))
    }

    /// Whether it meets the moment of its scene; `None` where none is named.
    #[must_use]
    pub const fn meets_moment(&self) -> Option<bool> {
        match self.at_moment {
            AtMoment::Unnamed => None,
            AtMoment::Met(_) => Some(true),
            AtMoment::Missed { .. } => Some(false),
        }
    }

    /// What its points follow from: [`shows`](Self::shows), and what is added because it misses the moment.
    #[must_use]
    pub fn counts(&self) -> BehaviourSet {
        self.shows.iter().chain(self.added()).collect()
    }

    /// What the patient does and says at once; `None` where the choice has no answer.
    #[must_use]
    pub fn answer(&self) -> Option<&Passage> {
        self.extras.as_ref()?.answer.as_ref()
    }

    /// What the author adds to the change of feelings.
    #[must_use]
    pub fn nudge(&self) -> Option<&Nudge> {
        self.extras.as_ref()?.nudge.as_ref()
    }

    #[must_use]
    pub fn sets(&self) -> &[FlagId] {
        self.extras.as_ref().map_or(&[], |extras| &extras.sets)
    }

    #[must_use]
    pub fn clears(&self) -> &[FlagId] {
        self.extras.as_ref().map_or(&[], |extras| &extras.clears)
    }

    /// The needs that it closes, including those closed by the behaviours that it shows.
    #[must_use]
    pub fn meets(&self) -> &[NeedId] {
        self.extras.as_ref().map_or(&[], |extras| &extras.meets)
    }
}

/// A change of feelings beyond the model, −30 to 30 each.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Nudge {
    pub agitation: i8,
    pub trust: i8,
    pub understanding: i8,
    pub reason: String,
}

/// Where a branch leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Scene(SceneId),
    /// Back from an interruption, to where the conversation was going before it.
    Resume,
}

/// Where a choice leads: the first branch that applies counts.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Then {
    /// In order; never empty, and the last has no condition.
    pub branches: SmallVec<[Branch; 1]>,
}

#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Branch {
    /// When it applies; `None` means always.
    pub when: Option<Condition>,
    /// The targets, each with its weight of chance; never empty. Chance is drawn only where there are several.
    pub to: SmallVec<[(u32, Target); 1]>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExemplarStep {
    /// The id of a choice of the scene that the road has reached.
    pub choose: String,
    pub note: String,
}
