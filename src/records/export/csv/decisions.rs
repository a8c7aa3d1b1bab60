//! The columns of the table of decisions.

use crate::rubric::{Dimension, Feeling, Points};

use super::cell::Cell;
use super::{OfDecision, column};

pub(super) const COLUMNS: &[OfDecision] = &[
    (column("attempt", "the attempt's id, as in the table of attempts"), |of, _| of.attempt.to_string().into()),
    (column("person", "the id of whoever played"), |of, _| of.person.to_string().into()),
    (column("scenario", "the id of the scenario"), |of, _| of.scenario.id.as_str().into()),
    (column("hash", "the SHA-256 of the scenario's text"), |of, _| of.scenario.hash.to_string().into()),
    (column("mode", "the attempt's mode, as in the table of attempts"), |of, _| Cell::word(of.mode)),
    (
        column("first", "whether none of this person's other attempts at this scenario came to an end before"),
        |of, _| Cell::Truth(of.first),
    ),
    (column("turn", "the turn, from 0; turns with one option are left out"), |_, it| Cell::count(it.turn)),
    (column("scene", "the scene's id"), |_, it| it.scene.as_str().into()),
    (column("offered", "the ids of the options on offer, in the order shown"), |_, it| Cell::list(&it.offered)),
    (column("choice", "the id of the option taken"), |_, it| it.choice.as_str().into()),
    (column("late", "whether it was taken because time was up"), |_, it| Cell::Truth(it.late)),
    (column("behaviours", "the ids of the behaviours that it counts as showing"), |_, it| Cell::list(&it.behaviours)),
    (column("empathy", "the points of the option taken; below 0 they count against"), |_, it| empathy(it.points)),
    (column("clarity", "as `empathy`"), |_, it| clarity(it.points)),
    (column("de_escalation", "as `empathy`, too"), |_, it| de_escalation(it.points)),
    (column("lowest_empathy", "the lowest points on offer"), |_, it| empathy(it.lowest)),
    (column("lowest_clarity", "as `lowest_empathy`"), |_, it| clarity(it.lowest)),
    (column("lowest_de_escalation", "as `lowest_empathy`, too"), |_, it| de_escalation(it.lowest)),
    (column("highest_empathy", "the highest points on offer"), |_, it| empathy(it.highest)),
    (column("highest_clarity", "as `highest_empathy`"), |_, it| clarity(it.highest)),
    (column("highest_de_escalation", "as `highest_empathy`, too"), |_, it| de_escalation(it.highest)),
    (column("agitation", "how the patient felt afterwards, 0\u{2013}100"), |_, it| {
        Cell::Number(it.after.feelings.get(Feeling::Agitation).into())
    }),
    (column("trust", "as `agitation`"), |_, it| Cell::Number(it.after.feelings.get(Feeling::Trust).into())),
    (column("understanding", "as `agitation`, too"), |_, it| {
        Cell::Number(it.after.feelings.get(Feeling::Understanding).into())
    }),
    (column("stage", "the stage afterwards: `calm`, `anxious`, `escalating` or `crisis`"), |_, it| {
        Cell::word(it.after.stage)
    }),
    (column("at_ms", "milliseconds after the conversation began; empty where no time was measured"), |_, it| {
        it.at.and_then(|at| i64::try_from(at).ok()).map_or(Cell::Empty, Cell::Number)
    }),
    (
        column(
            "own_words",
            "what the trainee would have said, if words were asked for; at turns that are left out, see the JSON lines",
        ),
        |of, it| of.own_words.get(&it.turn).map_or(Cell::Empty, |words| words.as_str().into()),
    ),
];

fn empathy(points: Points) -> Cell {
    Cell::Number(points[Dimension::Empathy].into())
}

fn clarity(points: Points) -> Cell {
    Cell::Number(points[Dimension::Clarity].into())
}

fn de_escalation(points: Points) -> Cell {
    Cell::Number(points[Dimension::DeEscalation].into())
}
