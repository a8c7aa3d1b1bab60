//! The scenario's text read by plain `ron` into structs: no spans, no checks, no ids.

use std::collections::BTreeMap;

use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;

macro_rules! records {
    ($($name:ident { $($field:ident: $type:ty),* $(,)? })*) => {
        $(
            #[allow(dead_code, reason = "read to be measured")]
            #[derive(Deserialize)]
            pub struct $name { $($field: $type),* }
        )*
    };
}

macro_rules! words {
    ($($name:ident { $($word:ident),* })*) => {
        $(
            #[allow(non_camel_case_types, reason = "as they are written")]
            #[derive(Deserialize)]
            pub enum $name { $($word),* }
        )*
    };
}

records! {
    Document {
        format: u8, id: String, title: String, setting: String, place: Place, you_are: String, summary: String,
        level: Level, minutes: u8, practises: Vec<Strategy>, briefing: String, objectives: Vec<Objective>,
        patient: Patient, start: String, scenes: BTreeMap<String, Scene>,
    }
    Objective { id: String, text: String, met: Condition }
    Patient { name: String, age: u8, pronouns: String, about: String, looks: Looks, feels: Feels }
    Looks { skin: u8, hair: Hair, wears: Clothes }
    Feels { agitation: u8, trust: u8, understanding: u8 }
    Ending { title: String, kind: Kind, thought: String }
}

words! {
    Place { Ward }
    Level { Foundation }
    Strategy { active_listening }
    Hair { Short }
    Clothes { Shirt }
    Kind { Good }
    Feeling { agitation, trust, understanding }
    Behaviour { names_emotion, offers_choices, reflects_content, explains_why, plain_words, interrupts, jargon }
}

/// A condition, of which the conversation needs one kind.
#[allow(dead_code, reason = "read to be measured")]
#[derive(Deserialize)]
pub enum Condition {
    Below(Feeling, u8),
}

/// A scene.
#[allow(dead_code, reason = "read to be measured")]
#[derive(Deserialize)]
pub struct Scene {
    patient: Option<String>,
    #[serde(default)]
    choices: Vec<Choice>,
    ending: Option<Ending>,
}

/// A choice.
#[allow(dead_code, reason = "read to be measured")]
#[derive(Deserialize)]
pub struct Choice {
    id: String,
    say: String,
    shows: Vec<Behaviour>,
    why: String,
    then: String,
    when: Option<Condition>,
}

/// Reads a scenario's text.
#[must_use]
pub fn read(text: &str) -> Document {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).expect("the scenario is RON")
}
