//! The resolved scenario: every name is an id that leads somewhere.

use std::sync::Arc;

use crate::hash::{ByName, ContentHash};
use crate::rubric::{BehaviourId, BehaviourSet, Feelings, Rubric};
use crate::shared::SharedText;
use crate::source::decoding::words::words;

use super::moves::Moves;
use super::{
    Choice, ChoiceId, Condition, Ending, ExemplarStep, Looks, PersonId, Scene, SceneContent, SceneId, Speaker,
};

words! {
    /// Where the conversation takes place, as it is drawn.
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
        /// For everyone who meets patients: one star in the library.
        Foundation,
        /// Where two things pull apart, or somebody else is in the room: two stars.
        Intermediate,
        /// Where a mistake is costly and the way back is narrow: three stars.
        Advanced,
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
    /// The place that is drawn.
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
    /// The hot part of the choices.
    pub(crate) moves: Moves,
    pub(crate) scene_ids: ByName<SharedText, SceneId>,
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
    /// In years, for the picture.
    pub age: u8,
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
        self.moves.choices_of(scene)
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
