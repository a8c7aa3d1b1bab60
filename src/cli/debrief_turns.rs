//! The debrief's turns in text: what each choice showed, what it did, and why.

use std::io;

use crate::debrief::{BehaviourShown, Debrief, TurnAccount};
use crate::rubric::{Dimension, Points};
use crate::scenario::Feeling;

use super::offer::deed_and_words;
use super::page::Page;

/// Writes the turns with the largest swings, with what might have worked better.
pub(super) fn turning_points(page: &mut Page<'_>, debrief: &Debrief, called: &str) -> io::Result<()> {
    if debrief.turning_points.is_empty() {
        return Ok(());
    }
    page.heading("Turning points")?;
    for point in &debrief.turning_points {
        let Some(turn) = debrief.turns.get(point.turn) else { continue };
        page.item("- ", &format!("Turn {}. You: {}", point.turn + 1, words_of(turn)))?;
        page.indented("  ", &format!("{called}: {}", effect(turn)))?;
        match &point.better {
            Some(better) => {
                let words = deed_and_words(better.act.as_deref(), better.say.as_deref());
                page.indented("  ", &format!("What might have worked better: {words}"))?;
            }
            None => page.indented("  ", "No option here was better.")?,
        }
    }
    Ok(())
}

/// Writes every turn, each number with its reasons.
pub(super) fn turns(page: &mut Page<'_>, debrief: &Debrief, called: &str) -> io::Result<()> {
    for (index, turn) in debrief.turns.iter().enumerate() {
        page.heading(&format!("Turn {}", index + 1))?;
        if let Some(cue) = &turn.cue {
            page.text(&format!("What there was to notice: {cue}"))?;
        }
        let late = if turn.late { " (time was up)" } else { "" };
        page.text(&format!("You: {}{late}", words_of(turn)))?;
        page.text(&turn.why)?;
        behaviours(page, turn)?;
        points(page, turn)?;
        changes(page, turn, called)?;
    }
    Ok(())
}

fn words_of(turn: &TurnAccount) -> String {
    deed_and_words(turn.act.as_deref(), turn.say.as_deref())
}

fn behaviours(page: &mut Page<'_>, turn: &TurnAccount) -> io::Result<()> {
    if turn.behaviours.is_empty() {
        return page.text("It showed none of the behaviours that are scored.");
    }
    page.text("It showed:")?;
    for behaviour in &turn.behaviours {
        page.item("- ", &behaviour_in_words(behaviour))?;
    }
    Ok(())
}

fn behaviour_in_words(behaviour: &BehaviourShown) -> String {
    let weights: Vec<String> = Dimension::ALL
        .into_iter()
        .filter(|&dimension| behaviour.weights[dimension] != 0)
        .map(|dimension| format!("{} {:+}", dimension.label().to_lowercase(), behaviour.weights[dimension]))
        .collect();
    let by_rule = if behaviour.added_by_rule { " Added by rule: a feeling was there to be met." } else { "" };
    let says = behaviour.says.trim_end_matches('.');
    let source = behaviour.source.trim_end_matches('.');
    format!("{}: {says} ({}). Source: {source}.{by_rule}", behaviour.label, weights.join(", "))
}

fn points(page: &mut Page<'_>, turn: &TurnAccount) -> io::Result<()> {
    let TurnAccount { points, lowest, highest, .. } = turn;
    let each = |dimension: Dimension| counted_points(dimension, points, lowest, highest);
    let counted: Vec<String> = Dimension::ALL.into_iter().filter_map(each).collect();
    if counted.is_empty() {
        page.text("Points: the options did not differ, so this turn counts for no score.")?;
    } else {
        page.text(&format!("Points: {}.", counted.join("; ")))?;
    }
    if turn.clarity_lost_to_crisis {
        page.text("By rule, clarity earns no points in a crisis: nobody can take things in then.")?;
    }
    Ok(())
}

fn counted_points(dimension: Dimension, points: &Points, lowest: &Points, highest: &Points) -> Option<String> {
    let (taken, low, high) = (points[dimension], lowest[dimension], highest[dimension]);
    (low < high).then(|| format!("{} {taken} of {low} to {high} on offer", dimension.label().to_lowercase()))
}

fn changes(page: &mut Page<'_>, turn: &TurnAccount, called: &str) -> io::Result<()> {
    page.text(&format!("{called}: {}", effect(turn)))?;
    for change in &turn.changes {
        page.item("- ", &format!("{} {:+}: {}", change.feeling.word(), change.amount, change.because))?;
    }
    Ok(())
}

/// What a turn did to each feeling.
fn effect(turn: &TurnAccount) -> String {
    let (before, after) = (turn.before.feelings, turn.after.feelings);
    let each = |feeling: Feeling| match (before.get(feeling), after.get(feeling)) {
        (before, after) if before == after => format!("{} stays at {after}", feeling.word()),
        (before, after) => format!("{} {before} to {after}", feeling.word()),
    };
    format!("{} ({}).", Feeling::ALL.map(each).join(", "), turn.after.stage.word())
}
