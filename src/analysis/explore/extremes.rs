//! How the patient can feel on entering each scene.

use std::collections::{BTreeMap, HashMap};

use crate::scenario::{Feeling, Scenario, SceneId};
use crate::session::Trail;

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
}

/// Roads to extremes, which share the steps that they share.
pub(in super::super) struct Trails<'a> {
    explored: &'a Explored,
    scenario: &'a Scenario,
    /// The trails to states on a way, for each of the ways.
    known: [HashMap<u32, Trail>; 3],
}

impl<'a> Trails<'a> {
    pub(in super::super) fn new(explored: &'a Explored, scenario: &'a Scenario) -> Self {
        Self { explored, scenario, known: Default::default() }
    }

    /// A road to an extreme of a feeling.
    pub(in super::super) fn extreme(&mut self, state: u32, feeling: Feeling, most: bool) -> Trail {
        let way = match feeling {
            Feeling::Agitation | Feeling::Trust => Way::Shortest,
            Feeling::Understanding if most => Way::MostUnderstanding,
            Feeling::Understanding => Way::LeastUnderstanding,
        };
        self.by(state, way)
    }

    fn by(&mut self, state: u32, way: Way) -> Trail {
        let known = &mut self.known[way as usize];
        let (mut here, mut steps) = (state, Vec::new());
        let mut trail = loop {
            if let Some(trail) = known.get(&here) {
                break trail.clone();
            }
            let Some((before, step)) = self.explored.step_to(self.scenario, here, way) else { break Trail::default() };
            steps.push((here, step));
            here = before;
        };
        for (state, step) in steps.into_iter().rev() {
            trail = trail.then(step);
            known.insert(state, trail.clone());
        }
        trail
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

#[cfg(all(test, feature = "files"))]
mod tests {
    use std::num::NonZero;

    use super::super::{Effort, Wordings};
    use super::*;
    use crate::analysis::explore::Seen;
    use crate::analysis::relevant::Also;
    use crate::library::Library;

    /// Each of them whole, they came to a gigabyte for three thousand scenes in a row.
    #[test]
    fn roads_to_extremes_share_their_beginnings() {
        let library = Library::open(&[]);
        let scenario = &library.find("two-hours-in").expect("it is built in").scenario;
        let (wordings, effort) = (Wordings::of(scenario), Effort::usual(NonZero::<usize>::MIN, &|_| true));
        let seen = Seen::new(scenario, &wordings);
        let explored = Explored::of(scenario, &Also::default(), &wordings, &effort, &seen).expect("it is small");
        let mut trails = Trails::new(&explored, scenario);
        let mut steps = 0;
        for extremes in explored.extremes().into_values() {
            for (feeling, (_, state)) in Feeling::ALL.into_iter().zip(extremes.most) {
                let trail = trails.extreme(state, feeling, true);
                assert_eq!(trail.road(), trails.extreme(state, feeling, true).road());
                let way = if feeling == Feeling::Understanding { Way::MostUnderstanding } else { Way::Shortest };
                let Some((before, _)) = explored.step_to(scenario, state, way) else { continue };
                assert!(trail.goes_on_from(&trails.by(before, way)), "{state}");
                steps += trail.road().steps.len();
            }
        }
        let known: usize = trails.known.iter().map(HashMap::len).sum();
        assert!(0 < known && known < steps, "{known} steps are kept for roads of {steps}");
    }
}
