//! A closer look: the trainee's own view, the scores on their scale beside the self-rating, and the band.

use crate::attempt::SelfRating;
use crate::debrief::terms::{band_means, self_rating};
use crate::debrief::{Score, TurnReport};
use crate::rubric::{Dimension, Points};

use super::{Block, Material, NoteField, OtherRoads, Part, Scale, ScoreRow, Scoreboard, notes, turn};

/// The trainee's notes, the scores beside the self-rating, and the band.
pub(super) fn looking_closer(of: &Material<'_>) -> Part {
    let mut blocks = vec![
        Block::Notes([NoteField::WentWell, NoteField::ToChange].map(|field| notes::note(of, field)).into()),
        Block::Subheading("How much of what could have been done, you did".to_owned()),
        Block::plain(
            "Each score runs from 0, the least that the choices on your road had to give, to 100, the most. Only \
             choices you were offered count.",
        ),
        Block::Scores(scoreboard(of)),
    ];
    blocks.extend(band(of));
    Part { heading: "Looking closer".to_owned(), blocks }
}

fn scoreboard(of: &Material<'_>) -> Scoreboard {
    let rating = of.reflection.and_then(|said| said.rating);
    let is_marked = rating.is_some() && of.debrief.scores.exercised().next().is_some();
    Scoreboard {
        rows: Dimension::ALL.map(|dimension| row(of, dimension, rating)).into(),
        key: is_marked.then(|| "The diamond on a scale is your own rating.".to_owned()),
        bounds: bounds(of),
    }
}

fn row(of: &Material<'_>, dimension: Dimension, rating: Option<SelfRating>) -> ScoreRow {
    let Some(score) = of.debrief.scores.get(dimension) else {
        let remark = "Nothing you were offered on this road differed here, so there is nothing to say.";
        return ScoreRow { dimension, value: NOT_EXERCISED.to_owned(), remarks: vec![remark.to_owned()], scale: None };
    };
    let own = rating.map(|rating| rating.on(dimension));
    let mut remarks = vec![gained(of, dimension)];
    remarks.extend(own.map(|own| format!("Your own rating: {own} ({}).", self_rating(own))));
    let value = format!("{} of 100", score.score);
    ScoreRow { dimension, value, remarks, scale: Some(scale(dimension, score, own)) }
}

/// What is shown in place of a score where the dimension was not exercised.
pub(super) const NOT_EXERCISED: &str = "not exercised";

fn scale(dimension: Dimension, score: Score, own: Option<u8>) -> Scale {
    let title = format!("{} on a scale from 0 to 100", dimension.label());
    let range = match (score.worst, score.best) {
        (Some(worst), Some(best)) => format!(", over all roads {worst} to {best}"),
        _ => String::new(),
    };
    let rated = own.map(|own| format!(", your own rating {own}")).unwrap_or_default();
    let description = format!("{title}: score {}{range}{rated}.", score.score);
    Scale { title, description, score, own, ends: ["0, the least", "100, the most"] }
}

/// How many points were gained of those that could be gained, in a sentence.
fn gained(of: &Material<'_>, dimension: Dimension) -> String {
    let sum = |points: fn(&TurnReport) -> Points| -> i32 {
        of.debrief.turns.iter().map(|turn| points(turn)[dimension] - turn.lowest[dimension]).sum()
    };
    let (gained, most) = (sum(|turn| turn.points), sum(|turn| turn.highest));
    let points = if most == 1 { "point" } else { "points" };
    format!("You gained {gained} of the {most} {points} that were there to be gained.")
}

/// The score bounds over all roads, in a sentence; `None` where there is no score.
fn bounds(of: &Material<'_>) -> Option<String> {
    let scores: Vec<(Dimension, Score)> = of.debrief.scores.exercised().collect();
    if scores.is_empty() {
        return None;
    }
    if scores.iter().any(|(_, score)| score.best.is_none() || score.worst.is_none()) {
        let unknown = match of.other_roads {
            OtherRoads::LeftOut => return None,
            OtherRoads::UnderWay => "working out\u{2026}",
            OtherRoads::Found(_) => "they are not known here.",
        };
        return Some(format!("The best and the worst that any road could score: {unknown}"));
    }
    let each: Vec<String> = scores
        .into_iter()
        .filter_map(|(dimension, score)| Some((dimension, score.worst?, score.best?)))
        .filter(|(_, worst, best)| (*worst, *best) != (0, 100))
        .map(|(dimension, worst, best)| format!("{} {worst} to {best}", dimension.label()))
        .collect();
    Some(if each.is_empty() {
        "Over all roads this conversation can take, each score can be anything from 0 to 100.".to_owned()
    } else {
        format!("Over all roads this conversation can take: {}; else 0 to 100.", each.join(", "))
    })
}

fn band(of: &Material<'_>) -> Vec<Block> {
    let Some(band) = of.debrief.band else {
        let why = if of.debrief.scores.exercised().next().is_none() {
            "No dimension was exercised, so there is no band.".to_owned()
        } else {
            let (made, needed) = (of.debrief.decisions, of.scenario.rubric.model.judged_from);
            format!("There is no band: a conversation of {made} decisions says too little. It takes {needed}.")
        };
        return vec![Block::plain(why)];
    };
    let mut blocks = vec![
        Block::labelled(format!("{}:", band.label()), band_means(band)),
        Block::aside("The band follows the lowest of the scores."),
    ];
    blocks.extend(of.debrief.critical.iter().map(|act| {
        Block::Notice(format!(
            "{}: {}. Whatever the scores, this holds the band down.",
            turn::name(act.turn),
            act.label
        ))
    }));
    blocks
}
