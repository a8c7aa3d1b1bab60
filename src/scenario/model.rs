//! The resolved scenario: every name is an id, and no look-up can fail.

use std::sync::Arc;

use crate::hash::{ByName, ContentHash};
use crate::rubric::{BehaviourId, BehaviourSet, Feelings, Rubric};
use crate::shared::SharedText;
use crate::source::decoding::words::words;

use super::gates::Gates;
use super::moves::Moves;
use super::{
    Choice, ChoiceId, ClockTime, Condition, Ending, ExemplarStep, Gate, Looks, PersonId, Scene, SceneContent, SceneId,
    SceneText, Since, Speaker, Target,
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

/// A scenario that has been read, checked and resolved. Only resolving creates one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Scenario {
    pub id: String,
    /// The hash of the text it was read from.
    pub hash: ContentHash,
    /// The rubric it was resolved against.
    pub rubric: Arc<Rubric>,
    pub title: String,
    /// Where and when, one line.
    pub setting: String,
    pub place: Place,
    /// The hour of the day at the beginning, 0–23.
    pub hour: u8,
    /// The time of day at the beginning, in a scenario that runs by the clock.
    pub clock: Option<ClockTime>,
    /// Who the trainee is, to follow the words "You are".
    pub you_are: String,
    /// One or two sentences for the card in the library.
    pub summary: String,
    pub level: Level,
    /// How many minutes a play takes, without the debrief.
    pub minutes: u8,
    /// The labels of the strategies it practises.
    pub practises: Vec<String>,
    /// A warning before play, where a subject may distress somebody.
    pub content_note: Option<String>,
    /// What the trainee knows before the conversation begins.
    pub briefing: String,
    pub objectives: Vec<Objective>,
    pub patient: Patient,
    pub people: Vec<Person>,
    /// The scene that the conversation begins with.
    pub start: SceneId,
    /// Every scene, in written order.
    pub scenes: Vec<Scene>,
    /// Every choice, in written order: those of one scene are next to each other.
    pub choices: Vec<Choice>,
    /// The ids of the flags, by [`FlagId`](super::FlagId).
    pub flags: Vec<String>,
    /// The pairs of behaviours of `Before` conditions, by [`BeforeId`](super::BeforeId).
    pub befores: Vec<(BehaviourId, BehaviourId)>,
    /// What conditions count turns or minutes from, by [`SinceId`](super::SinceId).
    pub sinces: Vec<Since>,
    /// The scenes that are interruptions, in written order, each with its condition.
    pub interruptions: Vec<(SceneId, Condition)>,
    /// The steps of a model road; empty where there is none.
    pub exemplar: Vec<ExemplarStep>,
    /// Notes for the facilitator.
    pub facilitator: Option<String>,
    /// The part of the choices that is needed most often.
    pub(crate) moves: Moves,
    pub(crate) gates: Gates,
    pub(crate) scene_ids: ByName<SharedText, SceneId>,
}

/// What the trainee is to achieve.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Objective {
    pub id: String,
    pub text: String,
    /// When it is met. Evaluated when the conversation has ended.
    pub met: Condition,
}

/// How strongly each feeling changes, in percent, 50–150.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    pub agitation: u8,
    pub trust: u8,
    pub understanding: u8,
}

#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Patient {
    /// In full.
    pub name: String,
    /// The name that the app uses.
    pub called: String,
    /// In years.
    pub age: u8,
    /// "he/him".
    pub pronouns: String,
    /// Who they are.
    pub about: String,
    pub looks: Looks,
    /// The feelings at the start.
    pub feels: Feelings,
    /// The agitation to which they calm down by themselves while no need is open.
    pub baseline: u8,
    pub sensitivity: Sensitivity,
    pub needs: Vec<Need>,
}

/// A need of the patient, open from the start.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Need {
    pub id: String,
    /// As the debrief shows it.
    pub text: String,
    /// The behaviours each of which closes it.
    pub cleared_by: BehaviourSet,
    /// Whether it is seen as pain while it is open.
    pub hurts: bool,
}

/// Anyone but the patient who speaks.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Person {
    pub id: String,
    pub name: String,
    /// Who they are.
    pub about: String,
    /// `None` for somebody who is heard and not seen.
    pub looks: Option<Looks>,
    /// In years, for the picture.
    pub age: u8,
}

impl Scenario {
    /// The scene with this id, which must be an id of this scenario.
    #[must_use]
    pub fn scene(&self, id: SceneId) -> &Scene {
        &self.scenes[id.index()]
    }

    /// The choice with this id, which must be an id of this scenario.
    #[must_use]
    pub fn choice(&self, id: ChoiceId) -> &Choice {
        &self.choices[id.index()]
    }

    /// The person with this id, which must be an id of this scenario.
    #[must_use]
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.index()]
    }

    /// The scene whose id as written is `name`.
    #[must_use]
    pub fn find_scene(&self, name: &str) -> Option<SceneId> {
        self.scene_ids.get(name).copied()
    }

    /// The choice of a scene whose id as written is `name`.
    #[must_use]
    pub fn find_choice(&self, scene: SceneId, name: &str) -> Option<ChoiceId> {
        self.choices_of(scene).find(|&id| self.choice(id).id == name)
    }

    /// What time it is so many minutes after the beginning; `None` in a scenario that does not run by the clock.
    #[must_use]
    pub fn clock_after(&self, minutes: u32) -> Option<ClockTime> {
        self.clock.map(|begins| begins.after(minutes))
    }

    /// The choices of a scene, in written order; none for an ending.
    pub fn choices_of(&self, scene: SceneId) -> impl Iterator<Item = ChoiceId> + use<> {
        self.moves.choices_of(scene)
    }

    /// The gates of a scene, in order: the first whose condition holds leads elsewhere.
    #[must_use]
    pub fn gates(&self, scene: SceneId) -> &[Gate] {
        self.gates.of(scene)
    }

    /// The gates of a scene as written: without the way on from a hub, which is the last.
    #[must_use]
    pub fn written_gates(&self, scene: SceneId) -> &[Gate] {
        match self.gates(scene) {
            [written @ .., _] if self.scene(scene).hub.is_some() => written,
            gates => gates,
        }
    }

    /// The scenes that the choices of a scene lead to, and those that its gates lead to in its place; repeated ones
    /// included.
    pub(crate) fn leads_to(&self, scene: SceneId) -> impl Iterator<Item = SceneId> {
        let choices = self.choices_of(scene).map(|id| self.choice(id));
        let targets = choices.flat_map(|choice| &choice.then.branches).flat_map(|branch| &branch.to);
        let targets = targets.filter_map(|(_, target)| match target {
            Target::Scene(scene) => Some(*scene),
            Target::Resume => None,
        });
        targets.chain(self.gates(scene).iter().map(|gate| gate.to))
    }

    /// Every scene that may be entered where a choice leads to `target`: that scene itself, and those that its gates
    /// lead to, directly or in turn.
    #[must_use]
    pub fn entries(&self, target: SceneId) -> Vec<SceneId> {
        let mut entries = vec![target];
        let mut next = 0;
        while let Some(&scene) = entries.get(next) {
            for gate in self.gates(scene) {
                if !entries.contains(&gate.to) {
                    entries.push(gate.to);
                }
            }
            next += 1;
        }
        entries
    }

    /// Every scene, in written order.
    pub fn scene_ids(&self) -> impl DoubleEndedIterator<Item = SceneId> + use<> {
        (0..self.scenes.len()).filter_map(SceneId::new)
    }

    /// The texts of a scene and of the answers to its choices, in written order.
    pub fn texts_of(&self, scene: SceneId) -> impl Iterator<Item = SceneText<'_>> {
        let answers = self.choices_of(scene).filter_map(|id| Some((Some(id), self.choice(id).answer()?)));
        let passages = std::iter::once((None, &self.scene(scene).passage)).chain(answers);
        let texts = passages.flat_map(|(answers, passage)| passage.texts().map(move |text| (answers, text)));
        texts.enumerate().map(|(number, (answers, (speaker, text)))| SceneText { number, answers, speaker, text })
    }

    /// The ending of a scene, if it is one.
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
