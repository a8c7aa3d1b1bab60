//! What the scores of a conversation would be under other reasonable weights.
//!
//! The weights of the behaviours are a reasoned design, so a score means little where another reasonable design would
//! have given quite another one. Such a check is part of building any composite indicator: *uncertainty analysis* moves
//! the weights at random and reports how far the result moves with them (Saisana, Saltelli and Tarantola 2005,
//! "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators"; Nardo
//! and others 2008, "Handbook on Constructing Composite Indicators", OECD and JRC, the step on robustness and
//! sensitivity).
//!
//! In each of a thousand other rubrics every weight is one less, the same or one more, each as likely. A weight of 0
//! stays 0; none changes its sign, though one of 1 may come to 0; none goes beyond what a weight can be. What a moment
//! adds by rule still weighs at most −1. All else is as it was: what was on offer and taken, how the moments were met,
//! and the stages as they were lived. The thousand rubrics are the same for every conversation scored with this rubric, so
//! that two tries at a scenario are compared with the same ones.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::hash::name_key;
use crate::rubric::{AtMoment, Behaviour, BehaviourSet, Dimension, Points, Rubric, Stage};
use crate::scenario::ChoiceId;
use crate::session::{Chance, Decision, DrawKind, Purpose, ResolvedTranscript};

use super::{Band, CriticalAct, Scores, Share};

/// How many other rubrics there are.
const RUBRICS: usize = 1000;
/// How many of a hundred an interval leaves out at each end: what is left is the central 90 %.
const LEFT_OUT: usize = 5;
/// The seed of the other rubrics.
const SEED: u64 = 0;

/// The central 90 % of scores, 0–100 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Interval {
    pub low: u8,
    pub high: u8,
}

/// What the scores of a conversation would be under other reasonable weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OtherWeights {
    /// How many other sets of weights were tried.
    pub rubrics: usize,
    /// `None` where the dimension is exercised under none of them.
    pub empathy: Option<Interval>,
    pub clarity: Option<Interval>,
    pub de_escalation: Option<Interval>,
    /// Under how many of them, in percent, the band is the same; `None` where there is no band.
    pub same_band: Option<u8>,
}

impl OtherWeights {
    #[must_use]
    pub const fn get(&self, dimension: Dimension) -> Option<Interval> {
        match dimension {
            Dimension::Empathy => self.empathy,
            Dimension::Clarity => self.clarity,
            Dimension::DeEscalation => self.de_escalation,
        }
    }
}

/// Scores a conversation, of the band `band`, under the other rubrics.
pub(super) fn other_weights(
    resolved: &ResolvedTranscript<'_>,
    critical: &[CriticalAct],
    band: Option<Band>,
) -> OtherWeights {
    let rubric = &resolved.scenario.rubric;
    let offers = Offers::of(resolved);
    let weights = offers.weights(rubric);
    let mut found: [Vec<u8>; 3] = Default::default();
    let mut same_band = 0;
    for number in 0..RUBRICS {
        let scores = offers.scores(rubric, &weights, number);
        for (found, score) in found.iter_mut().zip(scores) {
            found.extend(score);
        }
        let other = Scores::of(scores).band(&rubric.model, offers.decisions.len(), critical);
        same_band += usize::from(other.is_some() && other == band);
    }
    let [empathy, clarity, de_escalation] = found.map(interval);
    // Rounded down, so that 100 says that none of them gives another band.
    let percent = u8::try_from(100 * same_band / RUBRICS).ok();
    OtherWeights { rubrics: RUBRICS, empathy, clarity, de_escalation, same_band: band.and(percent) }
}

/// The weights of a behaviour in each of the other rubrics. Each behaviour has a stream of its own, so that those which no
/// option showed need not be drawn.
fn in_others(behaviour: &Behaviour) -> Vec<Points> {
    let purpose = Purpose { scene: 0, visit: 0, kind: DrawKind::OtherWeights(name_key(&behaviour.id)) };
    let mut draw = Chance::from_seed(SEED).draws(purpose);
    let mut moved = |weight: i32| if weight == 0 { 0 } else { self::moved(weight, draw(3)) };
    (0..RUBRICS).map(|_| Points::from_fn(|dimension| moved(behaviour.weights[dimension]))).collect()
}

/// A weight that is not 0 in another rubric: one less, the same or one more, as `drawn` (0, 1 or 2) says.
fn moved(weight: i32, drawn: u32) -> i32 {
    let other = match drawn {
        0 => weight - 1,
        1 => weight,
        _ => weight + 1,
    };
    let heaviest = Behaviour::HEAVIEST;
    if weight > 0 { other.clamp(0, heaviest) } else { other.clamp(-heaviest, 0) }
}

/// The central 90 %.
fn interval(mut scores: Vec<u8>) -> Option<Interval> {
    scores.sort_unstable();
    let left_out = scores.len() * LEFT_OUT / 100;
    let kept = scores.get(left_out..scores.len() - left_out)?;
    Some(Interval { low: *kept.first()?, high: *kept.last()? })
}

/// The decisions of a conversation.
struct Offers {
    /// What decides the points of each choice that was on offer, under any weights.
    choices: Vec<(BehaviourSet, AtMoment)>,
    decisions: Vec<Offer>,
}

/// A decision; choices are indices of [`Offers::choices`].
struct Offer {
    taken: usize,
    offered: Vec<usize>,
    stage: Stage,
}

impl Offers {
    fn of(resolved: &ResolvedTranscript<'_>) -> Self {
        let (mut choices, mut known) = (Vec::new(), BTreeMap::new());
        let mut index = |id: ChoiceId| {
            *known.entry(id).or_insert_with(|| {
                let choice = resolved.scenario.choice(id);
                choices.push((choice.shows, choice.at_moment));
                choices.len() - 1
            })
        };
        let decisions = resolved.turns.iter().filter(|turn| turn.decision.is_some()).map(|turn| Offer {
            taken: index(turn.taken),
            offered: turn.offered.iter().map(|&id| index(id)).collect(),
            stage: turn.stage(),
        });
        let decisions = decisions.collect();
        Self { choices, decisions }
    }

    /// The weights in the other rubrics of every behaviour that counts here, in catalogue order; nothing for the rest.
    fn weights(&self, rubric: &Rubric) -> Vec<Vec<Points>> {
        let mut counts = BehaviourSet::default();
        for (shown, at_moment) in &self.choices {
            counts = counts.union(*shown);
            if let AtMoment::Missed { added: Some(added) } = at_moment {
                counts.insert(*added);
            }
        }
        let mut weights = vec![Vec::new(); rubric.behaviours.len()];
        for id in counts.iter() {
            weights[id.index()] = in_others(rubric.behaviour(id));
        }
        weights
    }

    /// The scores in one of the other rubrics, in the order of [`Dimension::ALL`].
    fn scores(&self, rubric: &Rubric, weights: &[Vec<Points>], number: usize) -> [Option<u8>; 3] {
        let of = |&(shown, at_moment): &_| rubric.points_weighed(shown, at_moment, |id| weights[id.index()][number]);
        let points: Vec<Points> = self.choices.iter().map(of).collect();
        let mut shares = [Share::default(); 3];
        for Offer { taken, offered, stage } in &self.decisions {
            let at = |choice: usize| points[choice].at(*stage);
            let decision = Decision::between(at(*taken), offered.iter().map(|&choice| at(choice)));
            for (share, dimension) in shares.iter_mut().zip(Dimension::ALL) {
                share.add(&decision, dimension);
            }
        }
        shares.map(Share::score)
    }
}

#[cfg(test)]
mod tests {
    use super::{Interval, interval, moved};

    #[test]
    fn a_weight_moves_by_one_at_most_keeps_its_sign_and_stays_within_the_heaviest() {
        for (weight, others) in
            [(1, [0, 1, 2]), (2, [1, 2, 3]), (3, [2, 3, 3]), (-1, [-2, -1, 0]), (-2, [-3, -2, -1]), (-3, [-3, -3, -2])]
        {
            assert_eq!([0, 1, 2].map(|drawn| moved(weight, drawn)), others, "{weight}");
        }
    }

    #[test]
    fn an_interval_leaves_out_a_twentieth_at_each_end() {
        assert_eq!(interval((1..=100).rev().collect()), Some(Interval { low: 6, high: 95 }));
        assert_eq!(interval(vec![7]), Some(Interval { low: 7, high: 7 }));
        assert_eq!(interval(Vec::new()), None);
    }
}
