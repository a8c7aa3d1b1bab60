//! The part "what happened": the three feelings over the turns, and every turn in full.

use std::cmp::Ordering;

use crate::debrief::terms::{feeling, taken};
use crate::debrief::{TurnReport, describe_arc};
use crate::rubric::{Feeling, Feelings};

use super::{Block, Course, CourseTurn, Material, Part, PartName, reply, turn};

pub(super) fn what_happened(of: &Material<'_>) -> Part {
    let turns = &of.debrief.turns;
    let blocks = match turns.first() {
        None => vec![Block::plain("No turn was played, so there is nothing to look back on. That is all right.")],
        Some(first) => vec![
            Block::Course(course(of, first.before.feelings)),
            Block::Turns {
                title: "The whole conversation, turn by turn".to_owned(),
                turns: (0..turns.len()).map(|index| turn::in_full(of, index)).collect(),
            },
        ],
    };
    let inside = format!("How {} felt over the turns, and all that was said", of.patient());
    Part { name: PartName::WhatHappened, heading: "What happened".to_owned(), inside, blocks }
}

fn course(of: &Material<'_>, start: Feelings) -> Course {
    let patient = of.patient();
    Course {
        title: format!("How {patient} felt, turn by turn"),
        description: describe_arc(of.debrief),
        caption: format!("Turn by turn: what you did, what came back, and how {patient} felt then, from 0 to 100"),
        columns: ["Turn", "What you did", reply::WHAT_CAME_BACK],
        start,
        turns: of.debrief.turns.iter().enumerate().map(|(index, turn)| course_turn(of, index, turn)).collect(),
    }
}

fn course_turn(of: &Material<'_>, index: usize, turn: &TurnReport) -> CourseTurn {
    let is_turning_point = of.debrief.turning_points.iter().any(|point| point.turn == index);
    let turned = if is_turning_point { " A turning point." } else { "" };
    let moved = Feeling::ALL.map(|feeling| moved(turn, feeling));
    CourseTurn {
        title: turn::title(index, turn),
        deed: taken(turn.act.as_deref(), turn.say.as_deref(), turn.late),
        reply: reply::in_words(turn).unwrap_or_default(),
        felt: turn.after.feelings,
        moved: format!("{}.{turned}", moved.join(", ")),
        is_turning_point,
    }
}

fn moved(turn: &TurnReport, of: Feeling) -> String {
    let (before, after) = (turn.before.feelings.get(of), turn.after.feelings.get(of));
    let way = match after.cmp(&before) {
        Ordering::Less => "down to",
        Ordering::Equal => "still",
        Ordering::Greater => "up to",
    };
    format!("{} {way} {after}", feeling(of))
}
