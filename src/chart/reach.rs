//! What a trainee cannot reach.

use std::collections::BTreeSet;

use crate::analysis::{PartKind, Proof, Proved};
use crate::scenario::{ChoiceId, Scenario, SceneId};

/// Whether a trainee can reach a part of the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Reachable, as far as is known.
    Open,
    /// Nothing leads there.
    Nothing,
    /// Something leads there, but exploring all roads has shown that no road does.
    NoRoad,
}

impl Reach {
    /// The text shown to users; `None` for what can be reached.
    #[must_use]
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::Nothing => Some("nothing leads here"),
            Self::NoRoad => Some("no road gets here"),
        }
    }
}

/// What no road reaches, where all roads have been explored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unreached {
    /// Endings and interruptions are included.
    pub scenes: BTreeSet<SceneId>,
    /// Choices that are never on offer.
    pub choices: BTreeSet<ChoiceId>,
}

/// What is proved to be out of reach; nothing where not all roads were explored.
impl From<&Proved> for Unreached {
    fn from(proved: &Proved) -> Self {
        let mut unreached = Self::default();
        for (_, proof) in proved.properties() {
            let Proof::Missing(parts) = proof else { continue };
            for part in parts {
                match part.kind {
                    PartKind::Scene(scene) => drop(unreached.scenes.insert(scene)),
                    PartKind::Choice(choice) => drop(unreached.choices.insert(choice)),
                    PartKind::Variant { .. } | PartKind::Gate(..) | PartKind::Objective(_) => {}
                }
            }
        }
        unreached
    }
}

/// The reach of every part of a scenario.
pub(super) struct Reached<'a> {
    scenes: Vec<bool>,
    by_start: Vec<bool>,
    unreached: &'a Unreached,
}

impl<'a> Reached<'a> {
    /// Follows what leads where, with all conditions left open.
    pub(super) fn follow(scenario: &Scenario, unreached: &'a Unreached) -> Self {
        let mut by_start = vec![false; scenario.scenes.len()];
        follow(scenario, scenario.start, &mut by_start);
        let mut scenes = by_start.clone();
        for (scene, _) in &scenario.interruptions {
            follow(scenario, *scene, &mut scenes);
        }
        Self { scenes, by_start, unreached }
    }

    pub(super) fn scene(&self, scene: SceneId) -> Reach {
        if !self.scenes[scene.index()] {
            Reach::Nothing
        } else if self.unreached.scenes.contains(&scene) {
            Reach::NoRoad
        } else {
            Reach::Open
        }
    }

    pub(super) fn choice(&self, choice: ChoiceId, scene: SceneId) -> Reach {
        match self.scene(scene) {
            Reach::Open if self.unreached.choices.contains(&choice) => Reach::NoRoad,
            other => other,
        }
    }

    /// Whether a scene is an interruption, or only interruptions lead to it.
    pub(super) fn apart(&self, scene: SceneId) -> bool {
        self.scenes[scene.index()] && !self.by_start[scene.index()]
    }
}

fn follow(scenario: &Scenario, from: SceneId, reached: &mut [bool]) {
    let mut open = vec![from];
    while let Some(scene) = open.pop() {
        if std::mem::replace(&mut reached[scene.index()], true) {
            continue;
        }
        open.extend(scenario.leads_to(scene));
    }
}

#[cfg(test)]
mod tests {
    use super::Unreached;
    use crate::analysis::{Part, PartKind, Proof, Proved};
    use crate::scenario::{ChoiceId, SceneId};

    fn proved(scenes: Proof, choices: Proof) -> Proved {
        Proved {
            always_something_to_choose: Proof::Proved,
            ending_always_ahead: Proof::Proved,
            every_scene_reached: scenes,
            every_gate_closes: Proof::Proved,
            every_choice_on_offer: choices,
            every_variant_said: Proof::Proved,
            every_interruption_breaks_in: Proof::Proved,
            every_ending_reached: Proof::Proved,
            every_objective_can_be_met: Proof::Missing(vec![Part { kind: PartKind::Objective(0), name: "a".into() }]),
            every_objective_can_be_missed: Proof::Proved,
        }
    }

    #[test]
    fn only_what_is_proved_to_be_missing_is_out_of_reach() {
        let (scene, choice) = (SceneId::new(3).expect("small"), ChoiceId::new(5).expect("small"));
        let scenes = vec![Part { kind: PartKind::Scene(scene), name: "b".into() }];
        let choices = vec![Part { kind: PartKind::Choice(choice), name: "b/c".into() }];
        let known = proved(Proof::Missing(scenes.clone()), Proof::Missing(choices.clone()));
        let expected = Unreached { scenes: [scene].into(), choices: [choice].into() };
        assert_eq!(Unreached::from(&known), expected);
        let unknown = proved(Proof::Unknown(scenes), Proof::Unknown(choices));
        assert_eq!(Unreached::from(&unknown), Unreached::default());
    }
}
