//! The trainee's own view, and the scores on their exact scale beside the self-rating.

use crate::attempt::SelfRating;
use crate::debrief::Score;
use crate::debrief::terms::band_means;
use crate::rubric::Dimension;

use super::{Block, Depth, Kept, Run, scale};

/// What the trainee says, and what the scores say.
pub(super) fn looking_closer(kept: &Kept<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(Depth::Two, "Looking closer".to_owned())];
    let noted = kept.notes.into_iter().flat_map(|notes| {
        [("What went well:", notes.went_well.trim()), ("What I would change:", notes.to_change.trim())]
    });
    blocks.extend(noted.filter(|(_, said)| !said.is_empty()).map(|(label, said)| Block::labelled(label, said)));
    blocks.push(Block::Heading(Depth::Three, "How much of what could have been done, you did".to_owned()));
    blocks.push(Block::text("Each score looks only at the choices you were offered on the road you took."));
    let rating = kept.reflection.and_then(|said| said.rating);
    blocks.extend(Dimension::ALL.map(|dimension| scored(kept, dimension, rating)));
    blocks.extend(band(kept));
    blocks
}

fn scored(kept: &Kept<'_>, dimension: Dimension, rating: Option<SelfRating>) -> Block {
    let own = rating.map(|rating| rating.on(dimension));
    match kept.debrief.scores.get(dimension) {
        Some(score) => Block::Card(vec![
            Block::labelled(&format!("{}:", dimension.label()), &in_words(score, own)),
            Block::Picture(scale::scale(dimension, score, own)),
        ]),
        None => Block::Card(vec![Block::labelled(
            &format!("{}:", dimension.label()),
            "not exercised. Nothing you were offered on this road differed here, so there is nothing to say.",
        )]),
    }
}

fn in_words(score: Score, own: Option<u8>) -> String {
    let own = own.map(|own| format!(" Your own rating, the diamond: {own}.")).unwrap_or_default();
    let bounds = match (score.worst, score.best) {
        (Some(worst), Some(best)) => format!(" Over all roads this conversation can take: {worst} to {best}."),
        _ => String::new(),
    };
    format!("{} of 100.{own}{bounds}", score.score)
}

fn band(kept: &Kept<'_>) -> Vec<Block> {
    let Some(band) = kept.debrief.band else {
        return vec![Block::text("No dimension was exercised, so there is no band.")];
    };
    let mut said = Run::labelled(&format!("{}:", band.label()), band_means(band));
    said.push(Run::quiet(" The band follows the lowest of the scores."));
    let mut blocks = vec![Block::Text(said)];
    let held_down = kept.debrief.critical.iter().map(|act| {
        let turn = act.turn + 1;
        Block::Notice(format!("Turn {turn}: {}. Whatever the scores, this holds the band down.", act.label))
    });
    blocks.extend(held_down);
    blocks
}
