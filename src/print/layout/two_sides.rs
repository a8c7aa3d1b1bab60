//! The two sides: on the first what one takes home, on the second how it went.

use crate::debrief::page::{Block, Lesson, Moments, Note, Page, Part, PartName, ScoreRow, Survey, TurnBlock};
use crate::print::{ColumnOfElements, Depth, Element, Run, RunKind, arc, scale};
use crate::sentence::introducing;

use super::{block, heading, labelled, note, runs};

/// The parts on the first side, below the summary.
const FIRST: [PartName; 2] = [PartName::LookingCloser, PartName::NextTime];
/// The parts on the second side.
const SECOND: [PartName; 5] =
    [PartName::WhatHappened, PartName::WhereItTurned, PartName::Moments, PartName::HowItWas, PartName::ToTry];

pub(super) fn two_sides(page: &Page) -> Vec<Element> {
    let part = |name| page.parts.iter().find(|part| part.name == name && name.is_essence());
    let mut elements = vec![Element::quiet(&page.title), Element::Heading(Depth::One, page.headline.clone())];
    let said: Vec<&str> = [&page.summary.ended].into_iter().chain(&page.summary.moments).map(String::as_str).collect();
    elements.push(Element::Lead(said.join(" ")));
    elements.extend(page.opening.iter().flat_map(block));
    elements.extend(beside([&page.summary.keep, &page.summary.change].map(lesson)));
    let brief = |part| brief(part, &page.summary.scores);
    elements.extend(FIRST.into_iter().filter_map(part).flat_map(brief));
    elements.push(Element::Small(SECOND.into_iter().filter_map(part).flat_map(brief).collect()));
    elements
}

/// Columns of the same width; what stands alone needs none.
fn beside(columns: impl IntoIterator<Item = Vec<Element>>) -> Vec<Element> {
    let mut columns: Vec<Vec<Element>> = columns.into_iter().filter(|elements| !elements.is_empty()).collect();
    if columns.len() < 2 {
        return columns.pop().unwrap_or_default();
    }
    vec![Element::Columns(columns.into_iter().map(|elements| ColumnOfElements { share: 1, elements }).collect())]
}

fn lesson(lesson: &Lesson) -> Vec<Element> {
    let heading = Element::Heading(Depth::Two, lesson.heading.to_owned());
    std::iter::once(heading).chain(lesson.words.iter().map(|words| Element::Text(runs(words)))).collect()
}

/// A part in brief under its heading; nothing where nothing of it is on the two sides.
fn brief(part: &Part, scores: &[ScoreRow]) -> Vec<Element> {
    let mut heading = part.heading.clone();
    let mut elements = Vec::new();
    for block in &part.blocks {
        match block {
            // The scores are what this part has on the two sides, so its heading is theirs.
            Block::Subheading(text) => heading.clone_from(text),
            Block::Scores(scoreboard) => {
                elements.extend(scores.iter().map(score));
                elements.extend(scoreboard.key.as_ref().map(Element::quiet));
            }
            Block::Course(course) => elements.push(Element::Diagram(arc::arc(course))),
            Block::TurningPoint(turn) => elements.push(turning_point(turn)),
            Block::Survey(survey) => elements.extend(answers(survey)),
            Block::Moments(moments) => elements.extend(self::moments(moments)),
            Block::Notes(notes) => elements.extend(self::notes(notes)),
            Block::Turns { .. } | Block::Road(_) | Block::OtherChoices(_) | Block::Fold(_) => {}
            Block::Lead(_)
            | Block::Notice(_)
            | Block::Statement(_)
            | Block::List(_)
            | Block::Thought { .. }
            | Block::Objectives(_) => elements.extend(self::block(block)),
        }
    }
    if !elements.is_empty() {
        elements.insert(0, Element::Heading(Depth::Two, heading));
    }
    elements
}

/// A score: its name and value, and beside them its scale.
fn score(score: &ScoreRow) -> Element {
    let said = Element::Text(labelled(&introducing(score.dimension.label()), &score.value));
    let Some(scale) = &score.scale else { return said };
    let scale = Element::Diagram(scale::scale(score.dimension, scale));
    let column = |share, element| ColumnOfElements { share, elements: vec![element] };
    Element::Columns(vec![column(1, said), column(3, scale)])
}

/// A turning point in brief.
fn turning_point(turn: &TurnBlock) -> Element {
    let brief = turn.brief.iter().map(|said| Element::Text(runs(said)));
    Element::Card(std::iter::once(heading(&turn.title)).chain(brief).collect())
}

/// The answers to a survey, each with what stands behind it.
fn answers(survey: &Survey) -> Vec<Element> {
    let rows = survey.rows.iter().map(|row| {
        let mut runs = labelled(&introducing(&row.question), &format!("{}. ", row.answer));
        runs.push(Run { kind: RunKind::Quiet, text: row.reasons.join(" ") });
        runs
    });
    vec![
        Element::Text(vec![Run { kind: RunKind::Strong, text: survey.caption.clone() }]),
        Element::List(rows.collect()),
    ]
}

/// The moments in two columns, without the cues.
fn moments(moments: &Moments) -> Vec<Element> {
    let rows: Vec<Vec<Run>> = moments.rows.iter().map(|row| labelled(&row.label, &row.short)).collect();
    let halves = rows.chunks(rows.len().div_ceil(2).max(1)).map(|half| vec![Element::List(half.to_vec())]);
    beside(halves)
}

/// Notes beside each other: there is more to write on the first.
fn notes(notes: &[Note]) -> Vec<Element> {
    let notes: Vec<Element> = notes.iter().filter_map(note).collect();
    if notes.len() < 2 {
        return notes;
    }
    let columns = (0..)
        .zip(notes)
        .map(|(index, note)| ColumnOfElements { share: if index == 0 { 3 } else { 1 }, elements: vec![note] });
    vec![Element::Columns(columns.collect())]
}
