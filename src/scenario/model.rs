//! The resolved scenario: every name is an id that leads somewhere.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::hash::ContentHash;
use crate::rubric::{BehaviourId, BehaviourSet, EccsLevel, Points, Rubric};
use crate::source::words::words;

use super::{ChoiceId, Condition, Feelings, FlagId, Looks, NeedId, PersonId, SceneId};

words! {
    /// Where the conversation takes place.
    pub enum Place: "a place" {
        /// A waiting area.
        WaitingArea,
        /// A ward.
        Ward,
        /// A clinic room.
        ClinicRoom,
        /// A bay with a curtain.
        Bay,
        /// A home.
        Home,
        /// A front desk.
        FrontDesk,
        /// A team room.
        TeamRoom,
        /// The telephone, at night or by day.
        Telephone,
    }
}

words! {
    /// How demanding a scenario is.
    pub enum Level: "a level" {
        /// One star.
        Foundation,
        /// Two stars.
        Intermediate,
        /// Three stars.
        Advanced,
    }
}

words! {
    /// How a conversation ended.
    pub enum EndingKind: "a kind of ending" {
        /// Good.
        Good,
        /// Mixed.
        Mixed,
        /// Poor.
        Poor,
        /// Unsafe.
        Unsafe,
    }
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 8] = [
        Self::WaitingArea,
        Self::Ward,
        Self::ClinicRoom,
        Self::Bay,
        Self::Home,
        Self::FrontDesk,
        Self::TeamRoom,
        Self::Telephone,
    ];
}

/// A scenario that has been read, checked and resolved. Only resolving makes one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Scenario {
    /// Its id.
    pub id: String,
    /// The hash of its text.
    pub hash: ContentHash,
    /// The rubric it was resolved against.
    pub rubric: Arc<Rubric>,
    /// Its title.
    pub title: String,
    /// Where and when, one line.
    pub setting: String,
    /// The place that the stage draws.
    pub place: Place,
    /// The hour of the day, 0–23.
    pub hour: u8,
    /// Who the trainee is.
    pub you_are: String,
    /// What the library's card says.
    pub summary: String,
    /// How demanding it is.
    pub level: Level,
    /// How many minutes a play takes.
    pub minutes: u8,
    /// The labels of the strategies it practises.
    pub practises: Vec<String>,
    /// Shown before play where a subject may distress.
    pub content_note: Option<String>,
    /// What the trainee knows before it begins.
    pub briefing: String,
    /// What the trainee is to achieve.
    pub objectives: Vec<Objective>,
    /// The patient.
    pub patient: Patient,
    /// Other speakers.
    pub people: Vec<Person>,
    /// The first scene.
    pub start: SceneId,
    /// Every scene, in written order.
    pub scenes: Vec<Scene>,
    /// Every choice, in written order; a scene's stand together.
    pub choices: Vec<Choice>,
    /// The ids of the flags.
    pub flags: Vec<String>,
    /// The pairs of behaviours that `Before` conditions speak of.
    pub befores: Vec<(BehaviourId, BehaviourId)>,
    /// The scenes that break in, in written order, each with its condition.
    pub interruptions: Vec<(SceneId, Condition)>,
    /// A model road.
    pub exemplar: Vec<ExemplarStep>,
    /// Notes for the facilitator.
    pub facilitator: Option<String>,
    pub(crate) scene_ids: BTreeMap<String, SceneId>,
}

/// What the trainee is to achieve.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Objective {
    /// Its id.
    pub id: String,
    /// What people read.
    pub text: String,
    /// When it is met, looked at when the conversation has ended.
    pub met: Condition,
}

/// Percentages that a change of each feeling is taken at, 50–150.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// For agitation.
    pub agitation: u8,
    /// For trust.
    pub trust: u8,
    /// For understanding.
    pub understanding: u8,
}

/// The patient.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Patient {
    /// The full name.
    pub name: String,
    /// How the app speaks of them.
    pub called: String,
    /// In years.
    pub age: u8,
    /// "he/him".
    pub pronouns: String,
    /// Who they are.
    pub about: String,
    /// How they look.
    pub looks: Looks,
    /// How they feel at the start.
    pub feels: Feelings,
    /// The agitation they come down to by themselves.
    pub baseline: u8,
    /// How strongly each feeling answers.
    pub sensitivity: Sensitivity,
    /// What they need.
    pub needs: Vec<Need>,
}

/// Something the patient needs, open from the start.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Need {
    /// Its id.
    pub id: String,
    /// What people read in the debrief.
    pub text: String,
    /// The behaviours of which any one closes it.
    pub cleared_by: BehaviourSet,
}

/// Another speaker.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Person {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Who they are.
    pub about: String,
    /// How they look; who has none is heard and not seen.
    pub looks: Option<Looks>,
    /// In years, for the stage.
    pub age: u8,
}

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
    pub wordings: Vec<String>,
}

/// A text that may vary: the first variant that applies; nothing where there is none.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Text {
    /// The variants, in order.
    pub variants: Vec<Variant>,
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
    pub id: String,
    /// What happens and what can be seen.
    pub narration: Text,
    /// What is said, in order.
    pub lines: Vec<Line>,
    /// What a good listener would notice.
    pub cue: Option<String>,
    /// Whether a feeling is there to be met.
    pub opportunity: bool,
    /// The id of the mood it sets.
    pub mood: Option<String>,
    /// Prompts for the facilitator's pause; empty where there is none.
    pub pause: Vec<String>,
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
    Ending(Ending),
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

/// How it ended.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Ending {
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: EndingKind,
    /// The patient's closing thought.
    pub thought: String,
    /// For the facilitator.
    pub notes: Option<String>,
}

/// What a choice is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Something said, something done, or both.
    Spoken {
        /// What the trainee does.
        act: Option<String>,
        /// What the trainee says.
        say: Option<String>,
    },
    /// A deliberate silence, as it looks.
    Silence(String),
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
    pub id: String,
    /// The scene it belongs to.
    pub scene: SceneId,
    /// What is said and done.
    pub words: Words,
    /// What it shows, as written.
    pub shows: BehaviourSet,
    /// What it counts as showing: `shows`, and what the rule for opportunities adds.
    pub counts: BehaviourSet,
    /// The behaviour that the rule for opportunities adds, where it adds one.
    pub added: Option<BehaviourId>,
    /// At an empathic opportunity, the level of this answer.
    pub eccs: Option<EccsLevel>,
    /// The points of what it counts as showing, outside a crisis.
    pub points: Points,
    /// The feedback.
    pub why: String,
    /// Where it leads.
    pub then: Then,
    /// When it is on offer.
    pub when: Option<Condition>,
    /// Flags to set.
    pub sets: Vec<FlagId>,
    /// Flags to clear.
    pub clears: Vec<FlagId>,
    /// Needs that it closes, those closed by what it shows included.
    pub meets: Vec<NeedId>,
    /// The author's nudge.
    pub nudge: Option<Nudge>,
    /// Whether a child would be used.
    pub minor: bool,
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
    pub branches: Vec<Branch>,
}

/// One branch.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Branch {
    /// When it applies.
    pub when: Option<Condition>,
    /// Where to, each with its weight of chance; never empty, and chance decides only among several.
    pub to: Vec<(u32, Target)>,
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

impl Scenario {
    /// The scene behind an id of this scenario.
    #[must_use]
    pub fn scene(&self, id: SceneId) -> &Scene {
        &self.scenes[id.index()]
    }

    /// The choice behind an id of this scenario.
    #[must_use]
    pub fn choice(&self, id: ChoiceId) -> &Choice {
        &self.choices[id.index()]
    }

    /// Someone else behind an id of this scenario.
    #[must_use]
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.index()]
    }

    /// The scene called `name`, if there is one.
    #[must_use]
    pub fn find_scene(&self, name: &str) -> Option<SceneId> {
        self.scene_ids.get(name).copied()
    }

    /// The choice called `name` of a scene, if it has one.
    #[must_use]
    pub fn find_choice(&self, scene: SceneId, name: &str) -> Option<ChoiceId> {
        self.choices_of(scene).find(|&id| self.choice(id).id == name)
    }

    /// The choices of a scene, in written order; none for an ending.
    pub fn choices_of(&self, scene: SceneId) -> impl Iterator<Item = ChoiceId> + use<> {
        let range = match &self.scene(scene).content {
            SceneContent::Choices { choices, .. } => choices.clone(),
            SceneContent::Ending(_) => 0..0,
        };
        range.filter_map(ChoiceId::new)
    }

    /// How the conversation ends in a scene, if it does.
    #[must_use]
    pub fn ending(&self, scene: SceneId) -> Option<&Ending> {
        match &self.scene(scene).content {
            SceneContent::Ending(ending) => Some(ending),
            SceneContent::Choices { .. } => None,
        }
    }

    /// What a speaker is called.
    #[must_use]
    pub fn speaker_name(&self, speaker: Speaker) -> &str {
        match speaker {
            Speaker::Patient => &self.patient.called,
            Speaker::Person(id) => &self.person(id).name,
        }
    }
}
