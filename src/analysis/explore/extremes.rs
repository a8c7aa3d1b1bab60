//! How the patient can feel on entering each scene.

use std::collections::{BTreeMap, HashMap};

use crate::rubric::Feeling;
use crate::scenario::{Scenario, SceneId};
use crate::session::SharedRoad;

use super::emotion::EmotionState;
use super::explored::Explored;
use super::states::{Arrived, RoadKind};

/// The lowest and the highest value of each feeling on entering a scene, in the order of [`Feeling::ALL`], each with
/// the number of the first state that has it.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct SceneExtremes {
    pub(in crate::analysis) least: [(u8, u32); 3],
    pub(in crate::analysis) most: [(u8, u32); 3],
}

impl Explored {
    /// The extremes of each scene that was reached.
    pub(in crate::analysis) fn extremes(&self) -> BTreeMap<SceneId, SceneExtremes> {
        let mut scenes: BTreeMap<SceneId, SceneExtremes> = BTreeMap::new();
        for &(first, number) in &self.first {
            let situation = &self.situations.all[number as usize];
            let states = &self.passed.states[number as usize];
            for ((&code, arrived), state) in states.codes.iter().zip(&states.arrived).zip(first..) {
                let (least, most) = range(code, arrived, situation.retained.understanding);
                let here =
                    SceneExtremes { least: least.map(|value| (value, state)), most: most.map(|value| (value, state)) };
                scenes.entry(situation.scene).or_insert(here).widen(&here);
            }
        }
        scenes
    }
}

/// Roads to extremes; a step that several of them share is stored once.
pub(in crate::analysis) struct SharedRoads<'a> {
    explored: &'a Explored,
    scenario: &'a Scenario,
    /// The roads to states, for each kind of road.
    known: [HashMap<u32, SharedRoad>; 3],
}

impl<'a> SharedRoads<'a> {
    pub(in crate::analysis) fn new(explored: &'a Explored, scenario: &'a Scenario) -> Self {
        Self { explored, scenario, known: Default::default() }
    }

    /// A road to an extreme of a feeling.
    pub(in crate::analysis) fn extreme(&mut self, state: u32, feeling: Feeling, most: bool) -> SharedRoad {
        let kind = match feeling {
            Feeling::Agitation | Feeling::Trust => RoadKind::Shortest,
            Feeling::Understanding if most => RoadKind::MostUnderstanding,
            Feeling::Understanding => RoadKind::LeastUnderstanding,
        };
        self.road(state, kind)
    }

    fn road(&mut self, state: u32, kind: RoadKind) -> SharedRoad {
        let known = &mut self.known[kind as usize];
        let (mut here, mut steps) = (state, Vec::new());
        let mut road = loop {
            if let Some(road) = known.get(&here) {
                break road.clone();
            }
            let Some((before, step)) = self.explored.step_to(self.scenario, here, kind) else {
                break SharedRoad::default();
            };
            steps.push((here, step));
            here = before;
        };
        for (state, step) in steps.into_iter().rev() {
            road = road.then(step);
            known.insert(state, road.clone());
        }
        road
    }
}

/// The lowest and the highest of each feeling in a state.
fn range(code: u32, arrived: &Arrived, keeps_understanding: bool) -> ([u8; 3], [u8; 3]) {
    let feelings = EmotionState::of(code).mind.feelings;
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

#[cfg(all(test, feature = "files"))]
mod tests {
    use std::num::NonZero;

    use super::*;
    use crate::analysis::explore::{Effort, Seen, Variants};
    use crate::analysis::observables::Observables;
    use crate::library::Library;

    /// Stored in full, such roads took a gigabyte for a scenario of three thousand scenes in a row.
    #[test]
    fn roads_to_extremes_share_their_beginnings() {
        let library = Library::open(&[]);
        let scenario = &library.find("two-hours-in").expect("it is built in").scenario;
        let (variants, effort) = (Variants::of(scenario), Effort::usual(NonZero::<usize>::MIN, &|_| true));
        let seen = Seen::new(scenario, &variants);
        let explored = Explored::of(scenario, &Observables::default(), &variants, &effort, &seen).expect("it is small");
        let mut roads = SharedRoads::new(&explored, scenario);
        let mut steps = 0;
        for extremes in explored.extremes().into_values() {
            for (feeling, (_, state)) in Feeling::ALL.into_iter().zip(extremes.most) {
                let road = roads.extreme(state, feeling, true);
                assert_eq!(road.road(), roads.extreme(state, feeling, true).road());
                let kind =
                    if feeling == Feeling::Understanding { RoadKind::MostUnderstanding } else { RoadKind::Shortest };
                let Some((before, _)) = explored.step_to(scenario, state, kind) else { continue };
                assert!(road.extends(&roads.road(before, kind)), "{state}");
                steps += road.road().steps.len();
            }
        }
        let known: usize = roads.known.iter().map(HashMap::len).sum();
        assert!(0 < known && known < steps, "{known} steps are kept for roads of {steps}");
    }
}
