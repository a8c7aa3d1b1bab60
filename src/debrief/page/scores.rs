//! A closer look: the trainee's own view, the scores on their scale beside the self-rating and what others come to, and the
//! band; of scores and band also how much they hang on the weights.

use crate::attempt::SelfRating;
use crate::debrief::terms::{NOT_EXERCISED, band_means, quoted, self_rating};
use crate::debrief::{Band, Interval, Mark, MarkOf, Marks, TurnReport};
use crate::rubric::{Dimension, Points};

use super::{
    Block, Material, NoteField, OtherRoads, Part, PartName, Scale, ScaleMark, ScoreRow, Scoreboard, notes, turn,
};

/// The trainee's notes, the scores beside the self-rating, and the band.
pub(super) fn looking_closer(of: &Material<'_>) -> Part {
    let mut blocks =
        vec![Block::Notes([NoteField::WentWell, NoteField::ToChange].map(|field| notes::note(of, field)).into())];
    blocks.extend(band(of));
    let mut behind = vec![
        Block::Subheading("How much of what could have been done, you did".to_owned()),
        Block::Scores(scoreboard(of)),
    ];
    behind.extend(of.debrief.band.map(|band| Block::aside(follows(of, band))));
    blocks.extend(Block::fold("The scores in full, and how they come about", behind));
    let inside = "Your own view, and every score with what it rests on".to_owned();
    Part { name: PartName::LookingCloser, heading: "Looking closer".to_owned(), inside, blocks }
}

fn scoreboard(of: &Material<'_>) -> Scoreboard {
    let rating = of.reflection.and_then(|said| said.rating);
    let exercised = of.debrief.scores.exercised().next().is_some();
    Scoreboard {
        rows: Dimension::ALL.map(|dimension| row(of, dimension, rating)).into(),
        key: (rating.is_some() && exercised).then(|| "The diamond on a scale is your own rating.".to_owned()),
        notes: if exercised { explained(of) } else { Vec::new() },
    }
}

/// The three scores on their scales, without remarks.
pub(super) fn in_short(of: &Material<'_>) -> Vec<ScoreRow> {
    let rating = of.reflection.and_then(|said| said.rating);
    let short = |dimension| ScoreRow { remarks: Vec::new(), ..row(of, dimension, rating) };
    Dimension::ALL.map(short).into()
}

fn row(of: &Material<'_>, dimension: Dimension, rating: Option<SelfRating>) -> ScoreRow {
    let Some(score) = of.debrief.scores.get(dimension) else {
        let remark = "No choice that you were offered differed here, so there is nothing to say.";
        return ScoreRow { dimension, value: NOT_EXERCISED.to_owned(), remarks: vec![remark.to_owned()], scale: None };
    };
    let own = rating.map(|rating| rating.on(dimension));
    let mut remarks: Vec<String> = under_other_weights(of, dimension, score).into_iter().collect();
    remarks.push(gained(of, dimension));
    remarks.extend(own.map(|own| format!("Your own rating: {own} ({}).", self_rating(own))));
    remarks.extend(others(of, dimension));
    let value = format!("{score} of 100");
    ScoreRow { dimension, value, remarks, scale: Some(scale(of, dimension, score, own)) }
}

fn scale(of: &Material<'_>, dimension: Dimension, score: u8, own: Option<u8>) -> Scale {
    let title = format!("{} on a scale from 0 to 100", dimension.label());
    let marks = of.debrief.marks.iter().flat_map(Marks::each);
    let mark = |(of, mark): (MarkOf, &Mark)| {
        let value = mark.get(dimension)?;
        Some(ScaleMark { who: of.word(), label: format!("{} {value}", of.word()), value })
    };
    let marks: Vec<ScaleMark> = marks.filter_map(mark).collect();
    let rated = own.map(|own| format!("your own rating {own}"));
    let told = rated.into_iter().chain(marks.iter().map(|mark| mark.label.clone()));
    let told: Vec<String> = std::iter::once(format!("{title}: score {score}")).chain(told).collect();
    let description = format!("{}.", told.join(", "));
    Scale { title, description, score, own, marks }
}

/// How much the score hangs on the weights; `None` where no other weights exercise the dimension.
fn under_other_weights(of: &Material<'_>, dimension: Dimension, score: u8) -> Option<String> {
    let Interval { low, high } = of.debrief.other_weights.get(dimension)?;
    Some(if (low, high) == (score, score) {
        format!("It stays {low} under other reasonable weights.")
    } else {
        format!("Under other reasonable weights {low} to {high}.")
    })
}

/// Where others come to on a dimension; `None` while it is not known.
fn others(of: &Material<'_>, dimension: Dimension) -> Option<String> {
    let each = of.debrief.marks.as_ref()?.each().into_iter();
    let each: Vec<String> =
        each.filter_map(|(of, mark)| Some(format!("{} {}", of.word(), mark.get(dimension)?))).collect();
    (!each.is_empty()).then(|| format!("For comparison: {}.", each.join(", ")))
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

/// What stands beside the scores, explained in a sentence each.
fn explained(of: &Material<'_>) -> Vec<String> {
    let weights = format!(
        "Other reasonable weights are {} sets in which each weight is one less, the same or one more; the range is where the \
         middle 90 % of them put this same conversation.",
        of.debrief.other_weights.rubrics
    );
    marks(of).into_iter().chain([weights]).collect()
}

/// Who is told for comparison; `None` where it is not known and will not be.
fn marks(of: &Material<'_>) -> Option<String> {
    let skill = of.scenario.rubric.fairness.skill;
    match &of.debrief.marks {
        Some(marks) => Some(format!(
            "The comparison is with what others come to here on average: by guessing, any choice being taken; by the \
             looks of the options, where nothing is understood and one outward thing decides ({}); a learner, who takes the best choice \
             in {} of 100 turns; and an expert, who does in {}.",
            quoted(marks.stranger.label),
            skill.developing,
            skill.expert
        )),
        None if of.other_roads == OtherRoads::UnderWay => {
            Some("What others come to in this conversation: working out\u{2026}".to_owned())
        }
        None => None,
    }
}

/// What the band follows, and how much it hangs on the weights.
fn follows(of: &Material<'_>, band: Band) -> String {
    let lowest = "That word goes by the lowest of the scores";
    match of.debrief.other_weights.same_band {
        Some(same) => format!("{lowest}; it is \u{201c}{}\u{201d} under {same} % of the other weights.", band.label()),
        None => format!("{lowest}."),
    }
}

fn band(of: &Material<'_>) -> Vec<Block> {
    let Some(band) = of.debrief.band else {
        let why = if of.debrief.scores.exercised().next().is_none() {
            "No choice that you were offered made a difference, so there is nothing to sum up.".to_owned()
        } else {
            let (made, needed) = (of.debrief.decisions, of.scenario.rubric.model.judged_from);
            format!("With {made} decisions there is too little to sum up in a word. It takes {needed}.")
        };
        return vec![Block::plain(why)];
    };
    let mut blocks = vec![Block::labelled(format!("{}:", band.label()), band_means(band))];
    blocks.extend(of.debrief.critical.iter().map(|act| {
        Block::Notice(format!("{}: {}. Whatever the scores, this comes first.", turn::name(act.turn), act.label))
    }));
    blocks
}
