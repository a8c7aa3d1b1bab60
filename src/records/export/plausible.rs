//! What no outcome of Bedside's can be, although it is written in the right form.

use crate::attempt::SelfRating;
use crate::records::{DecisionMade, Outcome};
use crate::rubric::{Dimension, EccsLevel, Feeling};

/// The highest score, rating and feeling.
const MOST: u8 = 100;

/// What no outcome can be: a score above 100, a choice that was not on offer …
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Implausible {
    #[error("a score, a rating or a feeling is above {MOST}")]
    AboveMost,
    #[error("the level of an answer is above {}", EccsLevel::MAX)]
    Level,
    #[error("an answer of the survey is not on its scale")]
    Survey,
    #[error("a choice was not on offer")]
    Choice,
}

/// # Errors
/// The first thing that cannot be.
pub(super) fn check(outcome: &Outcome) -> Result<(), Implausible> {
    let rating = outcome.reflection.as_ref().and_then(|reflection| reflection.rating);
    let scores = Dimension::ALL.into_iter().filter_map(|dimension| outcome.scores.get(dimension));
    let rated = rating.into_iter().flat_map(|rating: SelfRating| Dimension::ALL.map(|dimension| rating.on(dimension)));
    let felt = outcome.decisions.iter().flat_map(|made| Feeling::ALL.map(|feeling| made.after.feelings.get(feeling)));
    let offered = |made: &DecisionMade| made.offered.contains(&made.choice);
    if scores.chain(rated).chain(felt).any(|number| number > MOST) {
        return Err(Implausible::AboveMost);
    }
    if outcome.moments.iter().filter_map(|moment| moment.level).any(|level| level.get() > EccsLevel::MAX) {
        return Err(Implausible::Level);
    }
    if outcome.survey.iter().any(|item| item.step >= item.of) {
        return Err(Implausible::Survey);
    }
    if outcome.decisions.iter().all(offered) { Ok(()) } else { Err(Implausible::Choice) }
}
