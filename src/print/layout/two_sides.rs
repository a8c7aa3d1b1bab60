//! The two sides: on the first what one takes home, on the second how it went.

use crate::debrief::page::{
    Block, Lesson, Moments, Note, NoteField, Page, Part, PartName, ScoreRow, Survey, TurnBlock,
};
use crate::print::{ColumnOfElements, Depth, Element, Run, RunKind, arc, scale};
use crate::sentence::introducing;

use super::{block, heading, labelled, note, runs};

/// The parts at the foot of the first side, beside each other.
const FOOT: [PartName; 2] = [PartName::NextTime, PartName::ToTry];
/// The parts on the second side.
const SECOND: [PartName; 4] = [PartName::WhatHappened, PartName::WhereItTurned, PartName::Moments, PartName::HowItWas];

pub(super) fn two_sides(page: &Page) -> Vec<Element> {
    let part = |name| page.parts.iter().find(|part| part.name == name && name.is_essence());
    let mut elements = vec![Element::quiet(&page.title), Element::Heading(Depth::One, page.headline.clone())];
    let said: Vec<&str> = [&page.summary.ended].into_iter().chain(&page.summary.moments).map(String::as_str).collect();
    elements.push(Element::Lead(said.join(" ")));
    elements.extend(page.opening.iter().flat_map(block));
    elements.extend(beside([&page.summary.keep, &page.summary.change].map(lesson)));
    elements.extend(part(PartName::LookingCloser).map(|part| scores(part, &page.summary.scores)).into_iter().flatten());
    elements.extend(beside(FOOT.into_iter().filter_map(part).map(brief)));
    elements.push(Element::Small(SECOND.into_iter().filter_map(part).flat_map(brief).collect()));
    elements
}

/// Columns of the same width.
fn beside(columns: impl IntoIterator<Item = Vec<Element>>) -> Vec<Element> {
    columns_of(columns.into_iter().map(|elements| ColumnOfElements { share: 1, elements }).collect())
}

/// Columns; what stands alone needs none.
fn columns_of(mut columns: Vec<ColumnOfElements>) -> Vec<Element> {
    if columns.len() < 2 {
        columns.pop().map(|only| only.elements).unwrap_or_default()
    } else {
        vec![Element::Columns(columns)]
    }
}

fn lesson(lesson: &Lesson) -> Vec<Element> {
    let heading = Element::Heading(Depth::Two, lesson.heading.to_owned());
    std::iter::once(heading).chain(lesson.words.iter().map(|words| Element::Text(runs(words)))).collect()
}

/// The scores under the words that say what they are, and what else is said of them in brief.
fn scores(part: &Part, scores: &[ScoreRow]) -> Vec<Element> {
    let folded: Vec<&Block> = part.blocks.iter().flat_map(unfolded).collect();
    let heading = folded.iter().find_map(|block| if let Block::Subheading(text) = block { Some(text) } else { None });
    let key = folded.iter().find_map(|block| if let Block::Scores(board) = block { board.key.as_ref() } else { None });
    let mut elements = vec![Element::Heading(Depth::Two, heading.unwrap_or(&part.heading).clone())];
    elements.extend(scores.iter().map(score));
    elements.extend(key.map(Element::quiet));
    elements.extend(part.blocks.iter().flat_map(in_brief));
    elements
}

/// A block, or what is folded in it.
fn unfolded(block: &Block) -> Vec<&Block> {
    if let Block::Fold(fold) = block { fold.blocks.iter().flat_map(unfolded).collect() } else { vec![block] }
}

/// A part in brief under its heading; nothing where nothing of it is on the two sides.
fn brief(part: &Part) -> Vec<Element> {
    let elements: Vec<Element> = shown(part).iter().flat_map(in_brief).collect();
    if elements.is_empty() {
        return elements;
    }
    std::iter::once(Element::Heading(Depth::Two, part.heading.clone())).chain(elements).collect()
}

fn in_brief(block: &Block) -> Vec<Element> {
    match block {
        Block::Course(course) => vec![Element::Diagram(arc::arc(course))],
        Block::TurningPoint(turn) => vec![turning_point(turn)],
        Block::Survey(survey) => answers(survey),
        Block::Moments(moments) => self::moments(moments),
        Block::Notes(notes) => self::notes(notes),
        Block::Turns { .. } | Block::Scores(_) | Block::Road(_) | Block::OtherChoices(_) | Block::Fold(_) => Vec::new(),
        Block::Subheading(_)
        | Block::Lead(_)
        | Block::Notice(_)
        | Block::Statement(_)
        | Block::List(_)
        | Block::Thought { .. }
        | Block::Objectives(_) => self::block(block),
    }
}

/// A score: its name and value, and beside them its scale.
fn score(score: &ScoreRow) -> Element {
    let said = Element::Text(labelled(&introducing(score.dimension.label()), &score.value));
    let Some(scale) = &score.scale else { return said };
    let scale = Element::Diagram(scale::scale(score.dimension, scale));
    let column = |share, element| ColumnOfElements { share, elements: vec![element] };
    Element::Columns(vec![column(2, said), column(5, scale)])
}

/// The blocks of a part, without the turning points where something stands before them: how it came to a bad ending, in
/// which they are told as well. There is no room for both.
fn shown(part: &Part) -> &[Block] {
    let before = part.blocks.iter().take_while(|block| !matches!(block, Block::TurningPoint(_))).count();
    match part.blocks[..before].split_last() {
        Some((Block::Subheading(_), told)) => told,
        _ => &part.blocks,
    }
}

/// A turning point in brief: a paragraph.
fn turning_point(turn: &TurnBlock) -> Element {
    let mut said: Vec<Run> = Vec::new();
    for statement in &turn.brief {
        if !said.is_empty() {
            said.push(between());
        }
        said.extend(runs(statement));
    }
    Element::Card(vec![heading(&turn.title), Element::Text(said)])
}

/// The answers to a survey, each with the words that it rests on.
fn answers(survey: &Survey) -> Vec<Element> {
    let rows = survey.rows.iter().map(|row| {
        let mut answer = labelled(&introducing(&row.question), &format!("{}.", row.answer));
        answer.extend(row.rests_on.iter().flat_map(|words| [between()].into_iter().chain(runs(words))));
        answer
    });
    let caption = Run { kind: RunKind::Strong, text: survey.caption.clone() };
    vec![Element::Text(vec![caption]), Element::List(rows.collect())]
}

fn between() -> Run {
    Run { kind: RunKind::Plain, text: " ".to_owned() }
}

/// The moments in two columns, without the cues.
fn moments(moments: &Moments) -> Vec<Element> {
    let rows: Vec<Vec<Run>> = moments.rows.iter().map(|row| labelled(&row.label, &row.short)).collect();
    let halves = rows.chunks(rows.len().div_ceil(2).max(1)).map(|half| vec![Element::List(half.to_vec())]);
    beside(halves)
}

/// Notes beside each other: for the next time there is most to write.
fn notes(notes: &[Note]) -> Vec<Element> {
    let share = |field| if field == NoteField::NextTime { 3 } else { 1 };
    let columns = notes.iter().filter_map(|one| Some((share(one.field), note(one)?)));
    columns_of(columns.map(|(share, element)| ColumnOfElements { share, elements: vec![element] }).collect())
}
