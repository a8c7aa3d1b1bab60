//! The exact best and worst scores over all roads.
//!
//! A score is the ratio of two sums along a road, so that no sum alone finds its extremes.
//! Dinkelbach's method does (doi 10.1287/mnsc.13.7.492): for a ratio p/q, the road with the highest
//! q·gained − p·possible is better than p/q where that is above 0, and none is where it is not; the
//! better road's ratio is the next p/q. Roads on which a dimension is not exercised add up to 0 and
//! are never better. All in integers, so that the result is exact.

use crate::debrief::{Bound, Bounds, Share};
use crate::rubric::Dimension;

use super::roads::{Edge, Roads};

/// Which end of the scores is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Best,
    Worst,
}

impl Roads {
    /// The best and the worst that any complete road scores on each dimension, each with such a
    /// road. A road is complete where nothing is on offer any more, as in an ending.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds {
            empathy: self.bound(Dimension::Empathy),
            clarity: self.bound(Dimension::Clarity),
            de_escalation: self.bound(Dimension::DeEscalation),
        }
    }

    fn bound(&self, dimension: Dimension) -> Option<Bound> {
        let any = self.road_with_most(|state, _| i64::from(self.possible[state][dimension as usize]));
        if self.share(&any, dimension).possible == 0 {
            return None;
        }
        let best = self.extreme(dimension, End::Best, any.clone());
        let worst = self.extreme(dimension, End::Worst, any);
        Some(Bound {
            best: self.share(&best, dimension).score()?,
            worst: self.share(&worst, dimension).score()?,
            best_road: self.road(&best),
            worst_road: self.road(&worst),
        })
    }

    /// The road at one end of the scores, starting from any road that exercises the dimension.
    fn extreme(&self, dimension: Dimension, end: End, any: Vec<Edge>) -> Vec<Edge> {
        let mut road = any;
        loop {
            let share = self.share(&road, dimension);
            let better = |state: usize, edge: &Edge| {
                let gained = i64::from(edge.gained[dimension as usize]);
                let possible = i64::from(self.possible[state][dimension as usize]);
                let more = share.possible * gained - share.gained * possible;
                if end == End::Best { more } else { -more }
            };
            let next = self.road_with_most(better);
            let beyond = self.share(&next, dimension);
            let more = beyond.gained * share.possible - share.gained * beyond.possible;
            if more == 0 || (more > 0) != (end == End::Best) {
                return road;
            }
            road = next;
        }
    }

    /// The road from the beginning along which `value` adds up to the most, ties by written order.
    fn road_with_most(&self, value: impl Fn(usize, &Edge) -> i64) -> Vec<Edge> {
        let most = self.most(&value);
        let mut state = 0u32;
        let mut road = Vec::new();
        let is_most = |state: usize, edge: &Edge| value(state, edge) + most[edge.target as usize] == most[state];
        while let Some(&edge) = self.edges_of(state).iter().find(|edge| is_most(state as usize, edge)) {
            road.push(edge);
            state = edge.target;
        }
        road
    }

    /// What a road from the beginning gains of what can be gained along it.
    fn share(&self, road: &[Edge], dimension: Dimension) -> Share {
        let mut share = Share::default();
        let mut state = 0;
        for edge in road {
            share.gained += i64::from(edge.gained[dimension as usize]);
            share.possible += i64::from(self.possible[state][dimension as usize]);
            state = edge.target as usize;
        }
        share
    }
}
