//! A debrief as it is read: composed once, in blocks with their words. The window, a page to keep and the terminal
//! show the same blocks, each in its own way. The same debrief gives the same page: no clock, and nothing of this
//! computer is in it.

mod block;
mod course;
mod notes;
mod opportunities;
mod other_choices;
mod road;
mod scores;
mod survey;
mod turn;

use std::collections::BTreeMap;

use crate::attempt::{Notes, Reflection};
use crate::scenario::Scenario;

use super::terms::{how_they_were, quoted};
use super::{Debrief, WhatIf, headline};

pub use block::{Block, Part, Statement};
pub use course::{Course, CourseTurn};
pub use notes::{Note, NoteField};
pub use opportunities::{Objective, Opportunities, OpportunityRow};
pub use other_choices::{OtherChoice, OtherChoices, RoadOutcome};
pub use road::{RoadOnGraph, RoadTold};
pub use scores::{Scale, ScoreTold, Scoreboard};
pub use survey::{Survey, SurveyRow};
pub use turn::TurnTold;

/// A debrief as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is the debrief of.
    pub title: String,
    /// What it is, in a sentence.
    pub about: String,
    /// What stands above all else.
    pub headline: String,
    /// What is read first.
    pub opening: Vec<Block>,
    /// The parts, in reading order.
    pub parts: Vec<Part>,
    /// What the debrief measures and what not.
    pub background: Part,
    /// What it was made from.
    pub origin: String,
}

/// What is known of the roads that were not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherRoads<'a> {
    /// Nobody asks.
    LeftOut,
    /// It is being worked out.
    UnderWay,
    /// What another choice would have led to.
    Found(&'a [WhatIf]),
}

/// What a page is composed from.
#[derive(Clone, Debug)]
pub struct Material<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The debrief.
    pub debrief: &'a Debrief,
    /// What the trainee said before the scores.
    pub reflection: Option<&'a Reflection>,
    /// The trainee's own words by turn.
    pub own_words: Option<&'a BTreeMap<usize, String>>,
    /// Where this was a second try: the turn that was rewound to, from 0.
    pub again_from: Option<usize>,
    /// What the trainee noted on the debrief.
    pub notes: Option<&'a Notes>,
    /// The roads that were not taken.
    pub other_roads: OtherRoads<'a>,
    /// The road on the scenario's graph; `None` where no graph is shown.
    pub road: Option<RoadOnGraph>,
}

impl<'a> Material<'a> {
    /// A scenario and its debrief alone.
    #[must_use]
    pub const fn of(scenario: &'a Scenario, debrief: &'a Debrief) -> Self {
        Self {
            scenario,
            debrief,
            reflection: None,
            own_words: None,
            again_from: None,
            notes: None,
            other_roads: OtherRoads::LeftOut,
            road: None,
        }
    }

    /// How the patient is called.
    fn patient(&self) -> &'a str {
        &self.scenario.patient.called
    }
}

impl Page {
    /// Composes the page.
    #[must_use]
    pub fn compose(of: &Material<'_>) -> Self {
        let mut parts = vec![
            course::what_happened(of),
            survey::how_it_was(of),
            scores::looking_closer(of),
            opportunities::where_it_turned(of),
            opportunities::to_be_met(of),
            opportunities::to_try(of),
        ];
        parts.extend(of.road.as_ref().map(road::road_taken));
        parts.extend(other_choices::what_if(of));
        parts.push(opportunities::to_build_on(of));
        parts.push(notes::next_time(of));
        parts.retain(|part| !part.blocks.is_empty());
        Self {
            title: format!("Debrief: {}", of.scenario.title),
            about: format!("A conversation with {}, looked back on.", of.scenario.patient.name),
            headline: headline(of.debrief),
            opening: opening(of),
            parts,
            background: what_it_measures(),
            origin: origin(of.debrief),
        }
    }
}

/// How it ended, how the patient was, and what the trainee felt.
fn opening(of: &Material<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Lead(how_they_were(of.debrief, of.patient()))];
    blocks.extend(of.again_from.map(|from| {
        let turn = from + 1;
        Block::Notice(format!("This was another try, from turn {turn}. Your first time through stays the result."))
    }));
    let feeling = of.reflection.map(|said| said.feeling.trim()).filter(|word| !word.is_empty());
    blocks.extend(
        feeling.map(|feeling| {
            Block::aside(format!("You said it felt {}. Keep that in mind as you read.", quoted(feeling)))
        }),
    );
    blocks
}

fn what_it_measures() -> Part {
    let blocks = vec![
        Block::plain(
            "It measures which of the options written for this conversation you chose, and what those options show. \
             Each point comes from a named behaviour with its source.",
        ),
        Block::plain(
            "It does not measure your tone, your face or your worth as a clinician. The patient\u{2019}s feelings are \
             a model, and the weights are a reasoned design, not a validated instrument. Tests of this kind can \
             disadvantage some groups. Use it to think and to practise, not to rank anyone.",
        ),
    ];
    Part { heading: "What this measures, and what it does not".to_owned(), blocks }
}

fn origin(debrief: &Debrief) -> String {
    let Debrief { scenario, scenario_hash, seed, .. } = debrief;
    format!("Bedside \u{b7} {scenario}, seed {seed}, text {}", short(&scenario_hash.to_string()))
}

/// The beginning of a hash, enough to tell two versions apart.
fn short(hash: &str) -> String {
    hash.rsplit(':').next().unwrap_or_default().chars().take(8).collect()
}
