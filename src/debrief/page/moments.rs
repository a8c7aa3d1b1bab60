//! The moments of the conversation: how many were met, what each was, and how it was answered.

use crate::debrief::terms::signed;
use crate::debrief::{MomentResult, MomentsMet};
use crate::rubric::Dimension;
use crate::sentence::ended;

use super::{Block, Material, MomentRow, Moments, Part, PartName, Statement, turn};

/// How many moments were met; `None` where none came.
pub(super) fn met(of: &Material<'_>) -> Option<String> {
    let MomentsMet { met, of } = of.debrief.moments_met;
    (of > 0).then(|| format!("Of {of} {} to answer, you met {met}.", if of == 1 { "moment" } else { "moments" }))
}

pub(super) fn to_be_met(of: &Material<'_>) -> Part {
    let found = &of.debrief.moments;
    let block = if found.is_empty() {
        Block::plain("None came up on the road you took.")
    } else {
        let MomentsMet { met, of: all } = of.debrief.moments_met;
        Block::Moments(Moments {
            caption: format!("You met {met} of {all}."),
            columns: ["Turn", "The moment", "Met?", "How you answered"],
            rows: found.iter().map(|one| row(of, one)).collect(),
        })
    };
    let MomentsMet { met, of: all } = of.debrief.moments_met;
    Part {
        name: PartName::Moments,
        heading: "Moments that were there to be met".to_owned(),
        inside: format!("You met {met} of {all}, and how you answered"),
        blocks: vec![block],
    }
}

fn row(of: &Material<'_>, one: &MomentResult) -> MomentRow {
    let verdict = if one.met { "Met" } else { "Missed" };
    let cue = one.cue.iter().map(|cue| format!(" {}", ended(cue)));
    MomentRow {
        turn: one.turn,
        name: turn::name(one.turn),
        short: gave(of, one),
        gave: std::iter::once(gave(of, one)).chain(cue).collect(),
        met: one.met,
        verdict,
        label: format!("{verdict}, turn {}:", one.turn + 1),
        answer: answer(of, one),
    }
}

/// What the patient, or somebody else, gave, in a sentence.
fn gave(of: &Material<'_>, one: &MomentResult) -> String {
    let kinds: Vec<&str> = one.kinds.iter().map(|kind| kind.gives.as_str()).collect();
    let who = one.by.as_deref().unwrap_or_else(|| of.patient());
    format!("{who} {}.", kinds.join(", and "))
}

/// What the answer showed; where a level meets the moment, also the level.
fn answer(of: &Material<'_>, one: &MomentResult) -> String {
    let level = one.level.zip(one.label);
    if let Some((_, label)) = level {
        return format!("Your answer {label}.");
    }
    let behaviours = of.debrief.turns[one.turn].behaviours.iter().filter(|shown| !shown.added_by_rule);
    let labels: Vec<&str> = behaviours.map(|shown| shown.label.as_str()).collect();
    if labels.is_empty() {
        "Your answer showed nothing that counts.".to_owned()
    } else {
        format!("{}.", labels.join("; "))
    }
}

/// The moment of a turn and whether it was met, for the turn's own block.
pub(super) fn of_turn(of: &Material<'_>, index: usize) -> Option<Block> {
    let one = of.debrief.moments.iter().find(|one| one.turn == index)?;
    let verdict = if one.met { "You met it." } else { "This was missed." };
    Some(Block::labelled("The moment:", format!("{} {verdict}", gave(of, one))))
}

/// Where the kinds of a moment are described.
pub(super) fn source(one: &MomentResult) -> Block {
    let sources: Vec<&str> = one.kinds.iter().map(|kind| kind.source.as_str()).collect();
    Block::labelled("On such moments:", ended(&sources.join("; ")))
}

/// What missing the moment did to a turn's good points; `None` where it was met or there were none.
pub(super) fn halved(of: &Material<'_>, index: usize) -> Option<Statement> {
    let one = of.debrief.moments.iter().find(|one| one.turn == index)?;
    let before = one.halved?;
    let halved = Dimension::ALL.into_iter().filter(|&dimension| before[dimension] > 0).map(|dimension| {
        let (from, to) = (signed(before[dimension]), signed(before[dimension] / 2));
        format!("{} {from} to {to}", dimension.label().to_lowercase())
    });
    let halved: Vec<String> = halved.collect();
    let rule = "what is good counts half where the moment is missed, rounded down:";
    (!halved.is_empty()).then(|| Statement::labelled("Half:", format!("{rule} {}.", halved.join(", "))))
}
