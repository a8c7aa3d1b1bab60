//! Turning points, the feelings that were there to be met, and the objectives.

use crate::debrief::terms::{done_and_said, feeling, signed, stage};
use crate::debrief::{BehaviourShown, TurnAccount, TurningPoint};
use crate::scenario::Feeling;

use super::words::{points, sentence};
use super::{Block, Column, Depth, Kept, Run, Table};

/// The turns that moved the patient most: cue, words, effect, behaviours with their sources.
pub(super) fn turning_points(kept: &Kept<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(Depth::Two, "Where it turned".to_owned())];
    let found = &kept.debrief.turning_points;
    if found.is_empty() {
        blocks.push(Block::text("No single turn moved things much. It was a steady conversation."));
    }
    blocks.extend(found.iter().filter_map(|point| turning_point(kept, point)));
    blocks
}

fn turning_point(kept: &Kept<'_>, point: &TurningPoint) -> Option<Block> {
    let turn = kept.debrief.turns.get(point.turn)?;
    let said = done_and_said(turn.act.as_deref(), turn.say.as_deref());
    let mut blocks = vec![Block::Heading(Depth::Three, format!("Turn {}: {said}", point.turn + 1))];
    if turn.late {
        blocks.push(Block::text("Time was up, so this was what happened."));
    }
    if let Some(cue) = &turn.cue {
        blocks.push(Block::labelled("What there was to notice:", cue));
    }
    if let Some(own) = kept.own_words.and_then(|words| words.get(&point.turn)) {
        blocks.push(Block::labelled("In your own words, first:", &format!("\u{201c}{own}\u{201d}")));
    }
    blocks.push(Block::labelled("What it did:", &moved(turn)));
    blocks.push(Block::List(Feeling::ALL.map(|feeling| effect(turn, feeling)).into()));
    blocks.extend(showed(turn));
    blocks.push(better(turn, point));
    Some(Block::Card(blocks))
}

/// Where the patient came to.
fn moved(turn: &TurnAccount) -> String {
    let (before, after) = (stage(turn.before.stage), stage(turn.after.stage));
    if before == after { format!("they stayed {after}.") } else { format!("from {before} to {after}.") }
}

/// What the turn did to a feeling, with every reason.
fn effect(turn: &TurnAccount, of: Feeling) -> Vec<Run> {
    let (before, after) = (turn.before.feelings.get(of), turn.after.feelings.get(of));
    let reasons: Vec<String> = turn
        .changes
        .iter()
        .filter(|change| change.feeling == of)
        .map(|change| format!("{} ({})", signed(change.amount), change.because))
        .collect();
    let moved = if before == after { format!("stayed at {after}") } else { format!("{before} \u{2192} {after}") };
    let why = if reasons.is_empty() { "nothing changed it".to_owned() } else { reasons.join(", ") };
    vec![Run::strong(format!("{} {moved}: ", feeling(of))), Run::plain(format!("{why}."))]
}

fn showed(turn: &TurnAccount) -> Vec<Block> {
    if turn.behaviours.is_empty() {
        return vec![Block::labelled("What it showed:", "nothing that counts either way.")];
    }
    vec![
        Block::Text(vec![Run::strong("What it showed:")]),
        Block::List(turn.behaviours.iter().map(behaviour).collect()),
    ]
}

fn behaviour(one: &BehaviourShown) -> Vec<Run> {
    let rule = if one.added_by_rule { " (added by rule: a feeling was there to be met)" } else { "" };
    vec![
        Run::plain(format!("{}{rule}: {} ", one.label, sentence(&one.says))),
        Run::quiet(format!("Counts {}. Source: {}", points(one.weights), sentence(&one.source))),
    ]
}

fn better(turn: &TurnAccount, point: &TurningPoint) -> Block {
    match &point.better {
        Some(better) => {
            let said = done_and_said(better.act.as_deref(), better.say.as_deref());
            let mut runs = Run::labelled("What might have worked better:", &said);
            runs.push(Run::quiet(format!(" It would have counted {}.", points(better.points))));
            runs.push(Run::plain(format!(" {}", sentence(&turn.why))));
            Block::Text(runs)
        }
        None => Block::labelled("Of what was on offer, this was the best.", &sentence(&turn.why)),
    }
}

/// Each empathic opportunity and how it was answered.
pub(super) fn opportunities(kept: &Kept<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(Depth::Two, "Feelings that were there to be met".to_owned())];
    let found = &kept.debrief.opportunities;
    if found.is_empty() {
        blocks.push(Block::text("None came up on the road you took."));
        return blocks;
    }
    let met = found.iter().filter(|one| one.met).count();
    let row = |one: &crate::debrief::OpportunityResult| {
        let met = if one.met { "Met" } else { "Missed" };
        let level = format!("Your answer {} (level {} of 5).", one.label, one.level.get());
        vec![format!("Turn {}", one.turn + 1), one.cue.clone(), met.to_owned(), level]
    };
    blocks.push(Block::Table(Table {
        caption: format!("You met {met} of {}", found.len()),
        columns: vec![
            Column::text("Turn", 3),
            Column::text("What there was to notice", 11),
            Column::text("Met?", 3),
            Column::text("How you answered", 8),
        ],
        rows: found.iter().map(row).collect(),
    }));
    blocks
}

/// The objectives, met or not.
pub(super) fn objectives(kept: &Kept<'_>) -> Vec<Block> {
    let found = &kept.debrief.objectives;
    if found.is_empty() {
        return Vec::new();
    }
    let item =
        |one: &crate::debrief::ObjectiveResult| Run::labelled(if one.met { "Met:" } else { "Not met:" }, &one.text);
    vec![
        Block::Heading(Depth::Two, "What you set out to try".to_owned()),
        Block::List(found.iter().map(item).collect()),
    ]
}
