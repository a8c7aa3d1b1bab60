//! A small scenario and limits made of bytes → all its roads, or the error that there are too many.

use std::sync::Arc;

use bedside::analysis::{Bounds, ChanceModel, Limits, Roads, TooLarge, what_if};
use bedside::debrief::rescore;
use bedside::rubric::{Dimension, Rubric};
use bedside::scenario::{ChoiceId, Scenario};
use bedside::session::{Chance, Session, State};

use super::effort::{SmallEffort, holds_with_any_effort};
use super::play::played;
use super::{Depth, generator, scenario, split};

/// What exploring all roads within some limits finds.
type Explored = (Bounds, Vec<ChoiceId>);

/// The properties of all roads. The input is: limits (2 bytes), the model of chance and the seed (2), how many
/// bytes of choices (1), the choices, and the bytes that the scenario is made of.
#[track_caller]
pub(crate) fn analysis(input: &[u8], rubric: &Arc<Rubric>) -> Depth {
    let ([states, words, model, seed, count], rest) = split(input);
    let (choices, entropy) = rest.split_at(usize::from(count).min(rest.len()));
    let scenario = scenario(generator::text(entropy), rubric).expect("what is generated has no errors");
    let chance = Chance::from_seed(seed.into());
    let chance_model = if model % 2 == 0 { ChanceModel::Seeded(chance) } else { ChanceModel::Any };
    let wide = Limits { states: 20_000, words: 1 << 20, detailed: 500 };
    let tight = Limits { states: usize::from(states) * 16, words: usize::from(words) * 16, detailed: 8 };
    let all = explored(&scenario, chance_model, wide);
    if let Ok((within, best)) = explored(&scenario, chance_model, tight) {
        let (bounds, other) = all.as_ref().expect("tighter limits find no more");
        assert_eq!((&within, &best), (bounds, other), "a limit changes nothing but whether there is an answer");
    }
    let session = played(&scenario, seed.into(), choices);
    let states = u32::from(states) * 4;
    holds_with_any_effort(
        &scenario,
        SmallEffort { states, beyond: usize::from(seed % 4), situations: words.into() },
        &session,
    );
    let Ok((bounds, _)) = all else { return Depth::Partial };
    holds(&scenario, chance, &bounds, &session);
    let alternatives = Roads::explore(&scenario, ChanceModel::Seeded(chance), wide)
        .ok()
        .and_then(|roads| what_if(&session, &roads).ok());
    let others: usize = session.transcript().turns.iter().map(|turn| turn.offered.len() - 1).sum();
    assert!(alternatives.is_none_or(|all| all.len() == others), "each option not taken has an alternative");
    Depth::Full
}

fn explored(scenario: &Arc<Scenario>, model: ChanceModel, limits: Limits) -> Result<Explored, TooLarge> {
    let roads = Roads::explore(scenario, model, limits)?;
    Ok((roads.bounds()?, roads.best_from(&State::begin(scenario))?))
}

/// A conversation scores within the bounds, and the roads of the bounds score what they say.
#[track_caller]
fn holds(scenario: &Arc<Scenario>, chance: Chance, bounds: &Bounds, session: &Session) {
    let rescored = |session: &Session| rescore(scenario, session.transcript()).expect("a record fits its scenario");
    let scores = rescored(session);
    for dimension in Dimension::ALL {
        let score = scores.get(dimension);
        let Some(bound) = bounds.get(dimension) else {
            assert_eq!(score, None, "no road exercises {dimension:?}, and this one does");
            continue;
        };
        assert!(score.is_none_or(|score| bound.worst <= score && score <= bound.best), "{dimension:?}: {score:?}");
        for (road, says) in [(&bound.best_road, bound.best), (&bound.worst_road, bound.worst)] {
            let along = Session::along(Arc::clone(scenario), chance, road).expect("the road is a road");
            assert!(along.is_over(), "the road is complete");
            assert_eq!(rescored(&along).get(dimension), Some(says));
        }
    }
}
