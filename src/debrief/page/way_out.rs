//! How a conversation came to an unsafe ending: the choices that led there, and the last from which there was a way out.

use crate::debrief::terms::{done_and_said, quoted, taken};
use crate::debrief::{ChangeBecause, TakeHome, WayOut};
use crate::sentence::introducing;

use super::{Block, Material, OtherRoads, Statement, turn};

/// Said while other roads are not known.
pub(super) const SOUGHT: &str = "Working out where it could still have ended safely\u{2026}";

/// The most choices that are told; the last ones are nearest to the ending.
const MOST: usize = 3;

/// The choices that led to an unsafe ending; nothing after any other.
pub(super) fn how_it_came_to_this(of: &Material<'_>) -> Vec<Block> {
    if !of.debrief.ended_unsafely() || of.other_roads == OtherRoads::LeftOut {
        return Vec::new();
    }
    let mut blocks = vec![Block::Subheading("How it came to this ending".to_owned())];
    if of.other_roads == OtherRoads::UnderWay {
        blocks.push(Block::plain(SOUGHT));
        return blocks;
    }
    let TakeHome { change, ways_out, .. } = of.take_home();
    let last = change.filter(|change| change.because == ChangeBecause::LastWayOut);
    blocks.push(Block::plain(match &last {
        Some(last) => format!(
            "{} was the last from which it could still have ended safely. From the next one on, even the best choices came \
             to an unsafe ending.",
            turn::name(last.turn)
        ),
        None => "From the first turn on, even the best choices came to an unsafe ending.".to_owned(),
    }));
    if !ways_out.is_empty() {
        let one = if ways_out.len() == 1 { "This choice" } else { "Each of these choices" };
        blocks.push(Block::plain(format!(
            "{one}, made otherwise and with your own choices after it where they still fit, would have led elsewhere:"
        )));
        let from = ways_out.len().saturating_sub(MOST);
        blocks.push(Block::List(ways_out[from..].iter().map(|way| choice(of, way)).collect()));
    }
    blocks
}

fn choice(of: &Material<'_>, way: &WayOut) -> Statement {
    let turn = &of.debrief.turns[way.turn];
    let deed = taken(turn.act.as_deref(), turn.say.as_deref(), turn.late);
    Statement::labelled(introducing(&turn::name(way.turn)), deed).with_aside(elsewhere(way))
}

fn elsewhere(way: &WayOut) -> String {
    let instead = done_and_said(way.act.as_deref(), way.say.as_deref());
    format!("Instead: {instead} It would have ended: {}.", quoted(&way.ending.title))
}

/// What might have led away from an unsafe ending at a turn whose option counted most there; `None` where nothing would.
pub(super) fn at(of: &Material<'_>, index: usize) -> Option<Statement> {
    let way = of.take_home().ways_out.into_iter().find(|way| way.turn == index)?;
    let counted = "Nothing else counted more here, and yet another choice would have led away from this ending.";
    Some(Statement::plain(counted).with_aside(elsewhere(&way)))
}
