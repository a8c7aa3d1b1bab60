//! A debrief as it is read: composed once, in blocks with their words. The window, the page to keep and the terminal
//! show the same blocks, each in its own way. The same debrief always gives the same page: it depends on no clock and
//! on nothing of the computer.

mod block;
mod content;
mod course;
mod looking_back;
mod mark_rows;
mod material;
mod moments;
mod notes;
mod other_choices;
mod reply;
mod road;
mod scores;
mod summary;
mod survey;
mod turn;
mod way_out;

use super::terms::quoted;
use super::{Debrief, headline};

pub use block::{Appendix, Block, Fold, Part, PartName, Statement, TurnBlock};
pub use content::{
    Course, CourseTurn, MomentRow, Moments, Note, NoteField, Objective, OtherChoice, OtherChoices, RoadBlock,
    RoadOnGraph, RoadOutcome, Scale, ScaleMark, ScoreRow, Scoreboard, Survey, SurveyRow,
};
pub use mark_rows::{MarkMeasures, MarkPlace};
pub use material::{Material, OtherRoads};
pub use summary::{Lesson, Summary};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Says whose debrief it is: the scenario's title.
    pub title: String,
    /// What the page is, in a sentence.
    pub about: String,
    /// One or two sentences, the heading of the whole page.
    pub headline: String,
    /// What one takes home, to be read first.
    pub summary: Summary,
    /// The blocks between the summary and the first part.
    pub opening: Vec<Block>,
    /// The parts, in reading order.
    pub parts: Vec<Part>,
    pub background: Part,
    /// The versions and the seed it was made from.
    pub origin: String,
}

impl Page {
    #[must_use]
    pub fn compose(of: &Material<'_>) -> Self {
        let mut parts = vec![
            course::what_happened(of),
            survey::how_it_was(of),
            scores::looking_closer(of),
            looking_back::where_it_turned(of),
            moments::to_be_met(of),
            looking_back::to_try(of),
        ];
        parts.extend(of.road.as_ref().map(road::road_taken));
        parts.extend(other_choices::what_if(of));
        parts.push(looking_back::to_build_on(of));
        parts.push(notes::next_time(of));
        parts.retain(|part| !part.blocks.is_empty());
        Self {
            title: format!("Debrief: {}", of.scenario.title),
            about: format!("A conversation with {}, looked back on.", of.scenario.patient.name),
            headline: headline(of.debrief),
            summary: summary::summary(of),
            opening: opening(of),
            parts,
            background: what_it_measures(),
            origin: origin(of.debrief),
        }
    }
}

/// Which try it was, and what the trainee felt.
fn opening(of: &Material<'_>) -> Vec<Block> {
    let again = of.again_from.map(|from| {
        let turn = from + 1;
        Block::Notice(format!("This was another try, from turn {turn}. Your first time through stays the result."))
    });
    let mut blocks: Vec<Block> = again.into_iter().collect();
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
    Part {
        name: PartName::WhatItMeasures,
        heading: "What this measures, and what it does not".to_owned(),
        inside: "Where the points come from, and what no score can say".to_owned(),
        blocks,
    }
}

fn origin(debrief: &Debrief) -> String {
    let Debrief { scenario, scenario_hash, seed, .. } = debrief;
    format!("Bedside \u{b7} {scenario}, seed {seed}, text {}", short(&scenario_hash.to_string()))
}

/// The first eight digits of a hash, enough to tell two versions apart.
fn short(hash: &str) -> String {
    hash.rsplit(':').next().unwrap_or_default().chars().take(8).collect()
}
