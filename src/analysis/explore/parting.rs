//! Whether the options of a scene lead to different scenes. What chance draws after an option is no choice of the
//! trainee's: two options part ways in a state only if what each may lead to there is not the same.

use smallvec::SmallVec;

use crate::scenario::{Scenario, SceneId};

use super::seen::Seen;
use super::situation::{Exit, Situation};
use super::situations::Situations;

/// Looks for a state of a situation in which options part ways.
pub(super) struct Parting<'a> {
    scenario: &'a Scenario,
    situations: &'a Situations,
    /// Where the options of the state that is looked at may lead, option by option.
    ways: SmallVec<[Way; 16]>,
    found: bool,
}

/// A scene to which an option may lead.
#[derive(Clone, Copy, Debug)]
struct Way {
    /// The option's index in its situation.
    option: usize,
    scene: SceneId,
    /// The scene that the conversation was going to, before gates and interruptions were asked.
    target: SceneId,
    /// Whether the scene breaks in, and goes back to the target afterwards.
    breaks_in: bool,
}

impl<'a> Parting<'a> {
    /// `None` where there is nothing to look for: all options lead to the same scene whatever is felt, or it is known
    /// already that ways part in the scene.
    pub(super) fn new(
        scenario: &'a Scenario,
        situations: &'a Situations,
        situation: &Situation,
        seen: &Seen,
    ) -> Option<Self> {
        let parting = Self { scenario, situations, ways: SmallVec::new(), found: false };
        let may_part = !seen.parts_ways(situation.scene) && parting.may_part(situation);
        may_part.then_some(parting)
    }

    fn may_part(&self, situation: &Situation) -> bool {
        let exits = situation.moves.iter().enumerate();
        let mut ways = exits.flat_map(|(option, step)| step.exits.iter().map(move |exit| self.way(option, exit)));
        let Some(first) = ways.next() else { return false };
        situation.moves.len() > 1 && ways.any(|way| way.scene != first.scene || way.target != first.target)
    }

    fn way(&self, option: usize, exit: &Exit) -> Way {
        let scene = self.situations.all[exit.situation as usize].scene;
        Way { option, scene, target: exit.target, breaks_in: self.scenario.scene(scene).interrupts }
    }

    /// Adds an exit that an option has in the state that is looked at. All exits of an option are added in a row.
    pub(super) fn add(&mut self, option: usize, exit: &Exit) {
        if !self.found {
            self.ways.push(self.way(option, exit));
        }
    }

    /// Ends the state of which exits were added.
    pub(super) fn end_state(&mut self) {
        self.found |= part(&self.ways);
        self.ways.clear();
    }

    /// Whether options parted ways in some state.
    pub(super) const fn found(&self) -> bool {
        self.found
    }
}

/// Whether two options have different sets of scenes to which they may lead.
fn part(ways: &[Way]) -> bool {
    let mut options = ways.chunk_by(|one, next| one.option == next.option);
    while let Some(one) = options.next() {
        if options.clone().any(|other| !covers(one, other) || !covers(other, one)) {
            return true;
        }
    }
    false
}

/// Whether each of the other ways leads where one of these does.
fn covers(ways: &[Way], others: &[Way]) -> bool {
    others.iter().all(|other| ways.iter().any(|way| way.meets(*other)))
}

impl Way {
    /// Whether both lead to the same scene. What breaks in goes back to where the conversation was going.
    fn meets(self, other: Self) -> bool {
        if self.breaks_in || other.breaks_in { self.target == other.target } else { self.scene == other.scene }
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, part};
    use crate::scenario::SceneId;

    /// The ways of options that may lead to these scenes each; scene 9 breaks in on the way to scene 1.
    fn parts(options: &[&[usize]]) -> bool {
        let id = |index| SceneId::new(index).expect("a small index");
        let way = |option, scene| {
            let target = if scene == 9 { 1 } else { scene };
            Way { option, scene: id(scene), target: id(target), breaks_in: scene == 9 }
        };
        let ways = options.iter().enumerate().flat_map(|(option, to)| to.iter().map(move |scene| way(option, *scene)));
        part(&ways.collect::<Vec<_>>())
    }

    #[test]
    fn options_part_only_where_chance_could_not_lead_both_to_the_same_scenes() {
        assert!(!parts(&[]));
        assert!(!parts(&[&[1, 2]]), "there is only one option");
        assert!(!parts(&[&[1], &[1], &[1]]));
        assert!(parts(&[&[1], &[1], &[2]]));
        assert!(!parts(&[&[1, 2], &[2, 1]]), "chance decides, whatever is chosen");
        assert!(!parts(&[&[1, 2], &[2, 1, 1]]));
        assert!(parts(&[&[1, 2], &[1]]));
        assert!(parts(&[&[1], &[1, 2]]));
        assert!(!parts(&[&[9], &[1]]), "what breaks in goes back");
        assert!(parts(&[&[9], &[2]]));
    }
}
