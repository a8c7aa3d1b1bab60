//! The blocks of a turn: the moment and its cue, what the choice did and showed, its points, and what might have worked
//! better.

use crate::debrief::terms::{done_and_said, feeling, points, quoted, signed, stage};
use crate::debrief::{BehaviourShown, TurnReport, TurningPoint};
use crate::rubric::{Dimension, Feeling};
use crate::sentence::{ended, introducing};

use super::{Block, Material, Statement, TurnBlock, moments, reply};

/// The label of a scene's cue.
const NOTICED: &str = "What there was to notice";

/// A turn's number, and what was done and said.
pub(super) fn title(index: usize, turn: &TurnReport) -> String {
    let at = turn.clock.map(|time| format!(", at {time}")).unwrap_or_default();
    format!("{}{at}: {}", name(index), done_and_said(turn.act.as_deref(), turn.say.as_deref()))
}

/// "Turn 3" for index 2.
pub(super) fn name(index: usize) -> String {
    format!("Turn {}", index + 1)
}

pub(super) fn in_full(of: &Material<'_>, index: usize) -> TurnBlock {
    let turn = &of.debrief.turns[index];
    let mut blocks = noticed(of, index, turn);
    blocks.push(feedback(turn));
    blocks.extend(effects(turn));
    blocks.extend(showed(turn));
    blocks.extend(counted(turn));
    blocks.extend(moments::halved(of, index));
    TurnBlock { turn: index, title: title(index, turn), reply: reply::below_title(turn), blocks, brief: Vec::new() }
}

/// A turning point, with what might have worked better.
pub(super) fn turning_point(of: &Material<'_>, point: &TurningPoint) -> TurnBlock {
    let turn = &of.debrief.turns[point.turn];
    let mut blocks = noticed(of, point.turn, turn);
    blocks.extend(effects(turn));
    blocks.extend(showed(turn));
    blocks.extend(moments::halved(of, point.turn));
    let better = better(point);
    blocks.push(Block::Statement(better.clone()));
    blocks.push(feedback(turn));
    let brief = vec![came_to(turn), better];
    TurnBlock { turn: point.turn, title: title(point.turn, turn), reply: None, blocks, brief }
}

fn noticed(of: &Material<'_>, index: usize, turn: &TurnReport) -> Vec<Block> {
    let late = turn.late.then(|| Block::plain("Time was up, so this was what happened."));
    let moment = moments::of_turn(of, index);
    let cue = turn.cue.as_ref().map(|cue| Block::labelled(introducing(NOTICED), cue));
    let own = own_words(of, index).map(Block::Statement);
    [late, moment, cue, own].into_iter().flatten().collect()
}

/// What the trainee wrote before the options were shown.
pub(super) fn own_words(of: &Material<'_>, index: usize) -> Option<Statement> {
    let own = of.own_words?.get(&index)?;
    Some(Statement::labelled("In your own words, first:", quoted(own)))
}

fn feedback(turn: &TurnReport) -> Block {
    Block::labelled("Feedback:", ended(&turn.why))
}

/// The changes of the patient's feelings, each with its reasons.
fn effects(turn: &TurnReport) -> [Block; 2] {
    let effects = Feeling::ALL.map(|feeling| effect(turn, feeling)).into();
    [Block::Statement(came_to(turn)), Block::List(effects)]
}

fn came_to(turn: &TurnReport) -> Statement {
    let (before, after) = (stage(turn.before.stage), stage(turn.after.stage));
    let came_to = if before == after { format!("they stayed {after}.") } else { format!("from {before} to {after}.") };
    Statement::labelled("What it did:", came_to)
}

fn effect(turn: &TurnReport, of: Feeling) -> Statement {
    let (before, after) = (turn.before.feelings.get(of), turn.after.feelings.get(of));
    let moved = if before == after { format!("stayed at {after}") } else { format!("from {before} to {after}") };
    let changes = turn.changes.iter().filter(|change| change.feeling == of);
    let reasons: Vec<String> =
        changes.map(|change| format!("{} ({})", signed(change.amount), change.because)).collect();
    let why = if reasons.is_empty() { "nothing changed it".to_owned() } else { reasons.join(", ") };
    Statement::labelled(format!("{} {moved}:", feeling(of)), format!("{why}."))
}

fn showed(turn: &TurnReport) -> Vec<Block> {
    let label = "What it showed:";
    if turn.behaviours.is_empty() {
        return vec![Block::labelled(label, "nothing that counts either way.")];
    }
    vec![Block::labelled(label, ""), Block::List(turn.behaviours.iter().map(behaviour).collect())]
}

fn behaviour(one: &BehaviourShown) -> Statement {
    let rule = if one.added_by_rule { " (added by rule: the moment was missed)" } else { "" };
    let aside = format!("Counts {}. Source: {}", points(one.weights), ended(&one.source));
    Statement::labelled(format!("{}{rule}:", one.label), ended(&one.says)).with_aside(aside)
}

/// The points of a turn, compared with the other options on offer.
fn counted(turn: &TurnReport) -> Vec<Block> {
    let counted = Dimension::ALL.into_iter().filter(|&dimension| turn.counts_on(dimension)).map(|dimension| {
        let [taken, low, high] = [turn.points, turn.lowest, turn.highest].map(|points| signed(points[dimension]));
        format!("{} {taken} (on offer were {low} to {high})", dimension.label())
    });
    let counted: Vec<String> = counted.collect();
    let text = if counted.is_empty() {
        "nothing towards any score, since the options on offer did not differ.".to_owned()
    } else {
        format!("{}.", counted.join("; "))
    };
    let lost = "By rule, clarity earns no points in a crisis: nobody can take things in then.";
    let mut blocks = vec![Block::labelled("What it counted:", text)];
    blocks.extend(turn.clarity_lost_to_crisis.then(|| Block::plain(lost)));
    blocks
}

fn better(point: &TurningPoint) -> Statement {
    let Some(better) = &point.better else {
        return Statement::labelled("Of what was on offer, this was the best.", "");
    };
    let deed = done_and_said(better.act.as_deref(), better.say.as_deref());
    let counts = format!("It would have counted {}.", points(better.points));
    Statement::labelled("What might have worked better:", deed).with_aside(counts)
}
