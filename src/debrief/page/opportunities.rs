//! Turning points, empathic opportunities, objectives, and behaviours to build on.

use std::collections::BTreeMap;

use crate::debrief::OpportunityResult;

use super::{Block, Material, Objective, Opportunities, OpportunityRow, Part, Statement, turn};

/// The turns that moved the patient most.
pub(super) fn where_it_turned(of: &Material<'_>) -> Part {
    let points = &of.debrief.turning_points;
    let mut blocks: Vec<Block> =
        points.iter().map(|point| Block::TurningPoint(turn::turning_point(of, point))).collect();
    if blocks.is_empty() {
        blocks.push(Block::plain("No single turn moved things much. It was a steady conversation."));
    }
    Part { heading: "Where it turned".to_owned(), blocks }
}

pub(super) fn to_be_met(of: &Material<'_>) -> Part {
    let found = &of.debrief.opportunities;
    let met = found.iter().filter(|one| one.met).count();
    let block = if found.is_empty() {
        Block::plain("None came up on the road you took.")
    } else {
        Block::Opportunities(Opportunities {
            caption: format!("You met {met} of {}.", found.len()),
            columns: ["Turn", turn::NOTICED, "Met?", "How you answered"],
            rows: found.iter().map(row).collect(),
        })
    };
    Part { heading: "Feelings that were there to be met".to_owned(), blocks: vec![block] }
}

fn row(one: &OpportunityResult) -> OpportunityRow {
    let verdict = if one.met { "Met" } else { "Missed" };
    OpportunityRow {
        turn: one.turn,
        name: turn::name(one.turn),
        cue: one.cue.clone(),
        met: one.met,
        verdict,
        label: format!("{verdict}, turn {}:", one.turn + 1),
        answer: format!("Your answer {} (level {} of 5).", one.label, one.level.get()),
    }
}

/// The objectives, met or not.
pub(super) fn to_try(of: &Material<'_>) -> Part {
    let objectives = of.debrief.objectives.iter().map(|one| {
        let label = if one.met { "Met:" } else { "Not met:" };
        Objective { met: one.met, statement: Statement::labelled(label, &one.text) }
    });
    let objectives: Vec<Objective> = objectives.collect();
    let blocks = if objectives.is_empty() { Vec::new() } else { vec![Block::Objectives(objectives)] };
    Part { heading: "What you set out to try".to_owned(), blocks }
}

/// The behaviours with positive points, and how often each was shown.
pub(super) fn to_build_on(of: &Material<'_>) -> Part {
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    let behaviours = of.debrief.turns.iter().flat_map(|turn| &turn.behaviours);
    for behaviour in behaviours.filter(|one| one.weights.sum() > 0) {
        *shown.entry(&behaviour.label).or_default() += 1;
    }
    let item = |(label, times)| {
        Statement::plain(if times == 1 { String::from(label) } else { format!("{label} ({times} times)") })
    };
    let items: Vec<Statement> = shown.into_iter().map(item).collect();
    let blocks = if items.is_empty() { Vec::new() } else { vec![Block::List(items)] };
    Part { heading: "What you can build on".to_owned(), blocks }
}
