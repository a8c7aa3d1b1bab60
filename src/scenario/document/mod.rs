//! The scenario as written: every field may be absent, every name may lead nowhere.

mod condition;
mod text;
mod then;
mod walk;

pub(crate) use condition::{ConditionDoc, ConditionKind};
pub(crate) use text::TextDoc;
pub(crate) use then::{BranchDoc, TargetDoc, ThenDoc};
pub(crate) use walk::Asked;

use crate::source::Spanned;
use crate::source::decode::{Entries, Id, OneOf, Whole, Word};
use crate::source::record::record;

use super::looks::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Seat};
use super::{EndingKind, Level, Place};

/// A feeling's value or a percentage of it.
pub(crate) type Feels = Whole<0, 100>;
/// A percentage of sensitivity.
pub(crate) type Percent = Whole<50, 150>;
/// A nudge.
pub(crate) type NudgeBy = Whole<-30, 30>;

record! {
    /// A whole file.
    ScenarioDoc: "a scenario" {
        required format: Spanned<Whole<1, 1>>,
        required id: Spanned<Id>,
        required title: String,
        required setting: String,
        required place: OneOf<Place>,
        optional hour: Whole<0, 23>,
        required you_are: String,
        required summary: String,
        required level: OneOf<Level>,
        required minutes: Whole<1, 60>,
        required practises: Spanned<Vec<Spanned<Word>>>,
        optional content_note: String,
        required briefing: String,
        required objectives: Spanned<Vec<ObjectiveDoc>>,
        required patient: PatientDoc,
        optional people: Entries<PersonDoc>,
        required start: Spanned<Id>,
        required scenes: Spanned<Entries<SceneDoc>>,
        optional exemplar: Vec<ExemplarDoc>,
        optional facilitator: String,
        optional allow: Vec<AllowDoc>,
    }
}

record! {
    /// An objective.
    ObjectiveDoc: "an objective" {
        required id: Spanned<Id>,
        required text: String,
        required met: ConditionDoc,
    }
}

record! {
    /// The patient.
    PatientDoc: "the patient" {
        required name: String,
        optional called: String,
        required age: Whole<0, 120>,
        required pronouns: String,
        required about: String,
        required looks: LooksDoc,
        required feels: FeelsDoc,
        optional baseline: Feels,
        optional sensitivity: SensitivityDoc,
        optional needs: Vec<NeedDoc>,
    }
}

record! {
    /// Feelings at the start.
    FeelsDoc: "`feels`" {
        required agitation: Feels,
        required trust: Feels,
        required understanding: Feels,
    }
}

record! {
    /// How strongly each feeling answers.
    SensitivityDoc: "`sensitivity`" {
        optional agitation: Percent,
        optional trust: Percent,
        optional understanding: Percent,
    }
}

record! {
    /// A need.
    NeedDoc: "a need" {
        required id: Spanned<Id>,
        required text: String,
        optional cleared_by: WordsDoc,
    }
}

record! {
    /// Another speaker.
    PersonDoc: "a person" {
        required name: String,
        required about: String,
        optional age: Whole<0, 120>,
        optional looks: LooksDoc,
    }
}

record! {
    /// How someone looks.
    LooksDoc: "`looks`" {
        required skin: Whole<1, 10>,
        required hair: OneOf<Hair>,
        optional hair_colour: OneOf<HairColour>,
        optional face: OneOf<Face>,
        optional build: OneOf<Build>,
        optional facial_hair: OneOf<FacialHair>,
        required wears: OneOf<Clothes>,
        optional clothes_colour: OneOf<ClothesColour>,
        optional glasses: bool,
        optional hearing_aid: bool,
        optional sling: bool,
        optional seat: OneOf<Seat>,
    }
}

record! {
    /// A scene.
    SceneDoc: "a scene" {
        optional narration: TextDoc,
        optional patient: TextDoc,
        optional lines: Spanned<Vec<LineDoc>>,
        optional cue: String,
        optional opportunity: Spanned<bool>,
        optional mood: Spanned<Word>,
        optional timer: TimerDoc,
        optional breaks_in: ConditionDoc,
        optional pause: Vec<String>,
        optional choices: Spanned<Vec<ChoiceDoc>>,
        optional ending: EndingDoc,
    }
}

record! {
    /// A line.
    LineDoc: "a spoken line" {
        optional who: Spanned<Id>,
        required say: TextDoc,
    }
}

record! {
    /// A limit on the time to choose.
    TimerDoc: "a timer" {
        required seconds: Whole<5, 600>,
        required then: Spanned<Id>,
    }
}

record! {
    /// A choice.
    ChoiceDoc: "a choice" {
        required id: Spanned<Id>,
        optional say: Spanned<String>,
        optional act: Spanned<String>,
        optional silence: Spanned<String>,
        required shows: Vec<Spanned<Word>>,
        required why: String,
        required then: ThenDoc,
        optional when: ConditionDoc,
        optional sets: Vec<Spanned<Id>>,
        optional clears: Vec<Spanned<Id>>,
        optional meets: Vec<Spanned<Id>>,
        optional nudge: NudgeDoc,
        optional minor: bool,
    }
}

record! {
    /// An author's nudge.
    NudgeDoc: "a nudge" {
        optional agitation: NudgeBy,
        optional trust: NudgeBy,
        optional understanding: NudgeBy,
        required reason: String,
    }
}

record! {
    /// An ending.
    EndingDoc: "an ending" {
        required title: String,
        required kind: OneOf<EndingKind>,
        required thought: String,
        optional notes: String,
    }
}

record! {
    /// A step of the model road.
    ExemplarDoc: "a step of the model road" {
        required choose: Spanned<Id>,
        required note: String,
    }
}

record! {
    /// A warning silenced.
    AllowDoc: "a silenced warning" {
        required code: Spanned<String>,
        required reason: String,
    }
}

/// One word, or a list of them.
#[derive(Clone, Debug)]
pub(crate) struct WordsDoc(pub(crate) Vec<Spanned<Word>>);

impl crate::source::decode::Read for WordsDoc {
    const WHAT: &'static str = "a behaviour, or a list of them";

    fn read(node: &crate::source::tree::Node, reader: &mut crate::source::decode::Reader) -> Option<Self> {
        match node.value {
            crate::source::tree::Value::List(_) => Vec::read(node, reader).map(Self),
            _ => Spanned::read(node, reader).map(|word| Self(vec![word])),
        }
    }
}
