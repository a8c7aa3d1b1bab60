//! How the patient can feel on entering each scene.

use std::collections::BTreeMap;

use crate::scenario::{Feeling, Scenario, SceneId};
use crate::session::Road;

use super::Explored;
use super::states::{Arrived, Way};
use super::temper::Temper;

/// The lowest and the highest of each feeling on entering a scene, in the order of [`Feeling::ALL`],
/// each with the number of the first state in which it is so.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct SceneExtremes {
    pub(in super::super) least: [(u8, u32); 3],
    pub(in super::super) most: [(u8, u32); 3],
}

impl Explored {
    /// The extremes of each scene that was reached.
    pub(in super::super) fn extremes(&self) -> BTreeMap<SceneId, SceneExtremes> {
        let mut scenes: BTreeMap<SceneId, SceneExtremes> = BTreeMap::new();
        for &(first, number) in &self.first {
            let situation = &self.situations.all[number as usize];
            let states = &self.passed.states[number as usize];
            for ((&code, arrived), state) in states.codes.iter().zip(&states.arrived).zip(first..) {
                let (least, most) = range(code, arrived, situation.keeps.understanding);
                let here =
                    SceneExtremes { least: least.map(|value| (value, state)), most: most.map(|value| (value, state)) };
                scenes.entry(situation.scene).or_insert(here).widen(&here);
            }
        }
        scenes
    }

    /// A road to an extreme of a feeling.
    pub(in super::super) fn road_to_extreme(
        &self,
        scenario: &Scenario,
        state: u32,
        feeling: Feeling,
        most: bool,
    ) -> Road {
        let way = match feeling {
            Feeling::Agitation | Feeling::Trust => Way::Shortest,
            Feeling::Understanding if most => Way::MostUnderstanding,
            Feeling::Understanding => Way::LeastUnderstanding,
        };
        self.road_by(scenario, state, way)
    }
}

/// The lowest and the highest of each feeling in a state.
fn range(code: u32, arrived: &Arrived, keeps_understanding: bool) -> ([u8; 3], [u8; 3]) {
    let feelings = Temper::of(code).mind.feelings;
    let one = Feeling::ALL.map(|feeling| feelings.get(feeling));
    if keeps_understanding {
        return (one, one);
    }
    let [agitation, trust, _] = one;
    let with = |understanding| [agitation, trust, understanding];
    (with(arrived.understanding[0]), with(arrived.understanding[1]))
}

impl SceneExtremes {
    fn widen(&mut self, other: &Self) {
        for (mine, theirs) in self.least.iter_mut().zip(other.least) {
            *mine = (*mine).min(theirs);
        }
        for (mine, theirs) in self.most.iter_mut().zip(other.most) {
            if theirs.0 > mine.0 {
                *mine = theirs;
            }
        }
    }
}
