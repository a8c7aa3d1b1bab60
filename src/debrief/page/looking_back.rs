//! Turning points, objectives, and behaviours to build on.

use std::collections::BTreeMap;

use crate::sentence::capitalised;

use super::{Block, Material, Objective, Part, PartName, Statement, turn, way_out};

/// The turns that moved the patient most.
pub(super) fn where_it_turned(of: &Material<'_>) -> Part {
    let points = &of.debrief.turning_points;
    let mut blocks = way_out::how_it_came_to_this(of);
    if !blocks.is_empty() && !points.is_empty() {
        blocks.push(Block::Subheading("What moved them most".to_owned()));
    }
    blocks.extend(points.iter().map(|point| Block::TurningPoint(turn::turning_point(of, point))));
    if points.is_empty() {
        blocks.push(Block::plain("No single turn moved things much: what changed came bit by bit."));
    }
    let moved = format!("the turns that moved {} most, and what might have worked better", of.patient());
    let inside =
        if of.debrief.ended_unsafely() { format!("How it came to this, {moved}") } else { capitalised(&moved) };
    Part { name: PartName::WhereItTurned, heading: "Where it turned".to_owned(), inside, blocks }
}

/// The objectives, met or not.
pub(super) fn to_try(of: &Material<'_>) -> Part {
    let objectives = of.debrief.objectives.iter().map(|one| {
        let label = if one.met { "Met:" } else { "Not met:" };
        Objective { met: one.met, statement: Statement::labelled(label, &one.text) }
    });
    let objectives: Vec<Objective> = objectives.collect();
    let blocks = if objectives.is_empty() { Vec::new() } else { vec![Block::Objectives(objectives)] };
    let (met, all) = (of.debrief.objectives.iter().filter(|one| one.met).count(), of.debrief.objectives.len());
    Part {
        name: PartName::ToTry,
        heading: "What you set out to try".to_owned(),
        inside: format!("{met} of {all} reached"),
        blocks,
    }
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
    Part {
        name: PartName::ToBuildOn,
        heading: "What you can build on".to_owned(),
        inside: "What you did that helps, and how often".to_owned(),
        blocks,
    }
}
