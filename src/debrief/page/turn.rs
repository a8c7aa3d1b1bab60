//! The blocks of a turn: the moment and its cue, what the choice did and showed, its points, and what might have worked
//! better.

use crate::debrief::terms::{done_and_said, feeling, points, quoted, signed, stage};
use crate::debrief::{BehaviourShown, TurnReport, TurningPoint};
use crate::rubric::{Dimension, Feeling};
use crate::sentence::{ended, introducing, shortened, unended};

use super::{Block, Material, Statement, TurnBlock, moments, reply, way_out};

/// The least change of trust that is worth a word.
const MUCH: u8 = 5;

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
    blocks.push(Block::Statement(came_to(of, turn)));
    blocks.extend(showed(turn));
    blocks.extend(points_behind(of, index));
    TurnBlock {
        turn: index,
        title: title(index, turn),
        reply: reply::below_title(turn),
        blocks,
        brief: Vec::new(),
        counted: showed_and_counted(of, index),
    }
}

/// A turning point, with what might have worked better.
pub(super) fn turning_point(of: &Material<'_>, point: &TurningPoint) -> TurnBlock {
    let turn = &of.debrief.turns[point.turn];
    let mut blocks = noticed(of, point.turn, turn);
    let (came_to, better) = (came_to(of, turn), better(of, point));
    let brief = vec![came_to.clone(), better.clone()];
    blocks.push(Block::Statement(came_to));
    blocks.extend(showed(turn));
    blocks.push(Block::Statement(better));
    blocks.push(feedback(turn));
    blocks.extend(points_behind(of, point.turn));
    let counted = showed_and_counted(of, point.turn);
    TurnBlock { turn: point.turn, title: title(point.turn, turn), reply: None, blocks, brief, counted }
}

/// The arithmetic of a turn: each change of a feeling with its reasons, what each behaviour counts and where that comes
/// from, and what the turn counted beside the other options.
fn points_behind(of: &Material<'_>, index: usize) -> Option<Block> {
    let turn = &of.debrief.turns[index];
    let mut blocks = vec![Block::List(Feeling::ALL.map(|feeling| effect(turn, feeling)).into())];
    if !turn.behaviours.is_empty() {
        blocks.push(Block::List(turn.behaviours.iter().map(weighed).collect()));
    }
    blocks.extend(counted(of, index).into_iter().map(Block::Statement));
    blocks.extend(of.debrief.moments.iter().find(|one| one.turn == index).map(moments::source));
    Block::fold("The points behind this turn", blocks)
}

/// The arithmetic of a turn in short: what each behaviour counts, and what the turn counted.
fn showed_and_counted(of: &Material<'_>, index: usize) -> Vec<Statement> {
    let weighed = of.debrief.turns[index].behaviours.iter().map(|one| Statement { aside: None, ..weighed(one) });
    weighed.chain(counted(of, index)).collect()
}

fn noticed(of: &Material<'_>, index: usize, turn: &TurnReport) -> Vec<Block> {
    let late = turn.late.then(|| Block::plain("Time was up, so this was what happened."));
    let moment = moments::of_turn(of, index);
    let cue = turn.cue.as_ref().map(|cue| Block::labelled(introducing(NOTICED), cue));
    let own = own_words(of, index, usize::MAX).map(Block::Statement);
    [late, moment, cue, own].into_iter().flatten().collect()
}

/// What the trainee wrote before the options were shown, in at most `most` characters.
pub(super) fn own_words(of: &Material<'_>, index: usize, most: usize) -> Option<Statement> {
    let own = of.own_words?.get(&index)?;
    Some(Statement::labelled("In your own words, first:", quoted(&shortened(own, most))))
}

fn feedback(turn: &TurnReport) -> Block {
    Block::labelled("Feedback:", ended(&turn.why))
}

/// How the patient was before and after.
fn came_to(of: &Material<'_>, turn: &TurnReport) -> Statement {
    let (before, after, who) = (stage(turn.before.stage), stage(turn.after.stage), of.patient());
    let came_to = if before == after {
        format!("{who} stayed {after}{}.", trust_moved(turn))
    } else {
        format!("{who} went from {before} to {after}{}.", trust_moved(turn))
    };
    Statement::labelled("What it did:", came_to)
}

/// How trust moved, where it moved much.
fn trust_moved(turn: &TurnReport) -> &'static str {
    let (before, after) = (turn.before.feelings.trust, turn.after.feelings.trust);
    if after >= before.saturating_add(MUCH) {
        ", and trusted you more"
    } else if before >= after.saturating_add(MUCH) {
        ", and trusted you less"
    } else {
        ""
    }
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

/// A behaviour, and what it means where its label does not say it all.
fn behaviour(one: &BehaviourShown) -> Statement {
    let missed = if one.added_by_rule { " (because the moment was missed)" } else { "" };
    let label = format!("{}{missed}", one.label);
    let says = ended(&one.says);
    if unended(&says).eq_ignore_ascii_case(&one.label) {
        return Statement::labelled(label, "");
    }
    Statement::labelled(introducing(&label), says)
}

/// What a behaviour counts, and where that comes from.
fn weighed(one: &BehaviourShown) -> Statement {
    let aside = format!("Source: {}", ended(&one.source));
    Statement::labelled(introducing(&one.label), format!("counts {}.", points(one.weights))).with_aside(aside)
}

/// The points of a turn, compared with the other options on offer.
fn counted(of: &Material<'_>, index: usize) -> Vec<Statement> {
    let turn = &of.debrief.turns[index];
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
    let lost = "Being clear counted nothing here: in a crisis nobody can take things in.";
    let lost = turn.clarity_lost_to_crisis.then(|| Statement::plain(lost));
    let counted = Statement::labelled("What it counted:", text);
    std::iter::once(counted).chain(lost).chain(moments::halved(of, index)).collect()
}

fn better(of: &Material<'_>, point: &TurningPoint) -> Statement {
    if let Some(better) = &point.better {
        let deed = done_and_said(better.act.as_deref(), better.say.as_deref());
        return Statement::labelled("What might have worked better:", deed);
    }
    if let Some(way_out) = way_out::at(of, point.turn) {
        return way_out;
    }
    let only = of.debrief.turns[point.turn].offered.len() < 2;
    Statement::plain(if only {
        "There was nothing else to choose here."
    } else {
        "Nothing else on offer counted more."
    })
}
