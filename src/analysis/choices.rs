//! What is known of each choice and each gate, as data.

use std::fmt;

use serde::Serialize;

use crate::rubric::Feeling;
use crate::scenario::{ChoiceId, Gate, Scenario, SceneId, Target};

use super::explore::{FeelingsAfter, Traffic};

/// What is known of a choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChoiceReport {
    /// The scene's id.
    pub scene: String,
    /// The choice's id.
    pub choice: String,
    /// How the patient can feel right after it; `None` where no road was found to offer it.
    pub after: Option<RangesAfter>,
    /// The share of a developing trainee's plays in which it is taken, 0–1; `None` where nothing was played.
    pub taken: Option<f64>,
    /// Where it leads: the targets of its branches, in written order. A branch has one, or one for each draw of chance.
    /// A choice is taken once in a play at most, so their shares add up to the choice's.
    pub ways: Vec<WayReport>,
}

/// The lowest and the highest value of each feeling, over all roads that were explored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RangesAfter {
    pub agitation: [u8; 2],
    pub trust: [u8; 2],
    pub understanding: [u8; 2],
}

/// A target of a branch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WayReport {
    /// The index of its branch, from 0.
    pub branch: usize,
    /// The scene's id, or `Resume`.
    pub to: String,
    /// The share of a developing trainee's plays in which it is taken, 0–1; `None` where nothing was played.
    pub taken: Option<f64>,
}

/// What is known of a gate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GateReport {
    /// The id of the scene that it guards.
    pub scene: String,
    /// The id of the scene that it leads to.
    pub to: String,
    /// The share of a developing trainee's plays in which it leads there, 0–1; `None` where nothing was played.
    pub taken: Option<f64>,
}

impl RangesAfter {
    fn of(after: FeelingsAfter) -> Self {
        let of = |feeling: Feeling| [after.least[feeling as usize], after.most[feeling as usize]];
        Self { agitation: of(Feeling::Agitation), trust: of(Feeling::Trust), understanding: of(Feeling::Understanding) }
    }

    /// The lowest and the highest value of a feeling.
    #[must_use]
    pub const fn get(&self, feeling: Feeling) -> [u8; 2] {
        match feeling {
            Feeling::Agitation => self.agitation,
            Feeling::Trust => self.trust,
            Feeling::Understanding => self.understanding,
        }
    }
}

/// "after it: agitation 20–45, trust 30–55, understanding 10; taken in 34 % of a developing trainee's plays".
impl fmt::Display for ChoiceReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(after) = &self.after {
            let range = |feeling: Feeling| match after.get(feeling) {
                [least, most] if least == most => format!("{} {least}", feeling.word()),
                [least, most] => format!("{} {least}\u{2013}{most}", feeling.word()),
            };
            write!(f, "after it: {}; ", Feeling::ALL.map(range).join(", "))?;
        }
        match self.taken {
            None => f.write_str(&taken_in_words(None)),
            Some(none) if none <= 0.0 => f.write_str("a developing trainee never takes it"),
            taken => write!(f, "taken in {} of a developing trainee\u{2019}s plays", taken_in_words(taken)),
        }
    }
}

/// How often something is taken, given as a share of plays, 0–1: "34 %", "less than 1 %", "never", or "there were
/// no plays".
#[must_use]
pub fn taken_in_words(taken: Option<f64>) -> String {
    match taken.map(|share| 100.0 * share) {
        None => "there were no plays".to_owned(),
        Some(none) if none <= 0.0 => "never".to_owned(),
        Some(few) if few < 1.0 => "less than 1 %".to_owned(),
        Some(percent) => format!("{percent:.0} %"),
    }
}

/// What is known of every choice, in written order.
pub(super) fn choices(scenario: &Scenario, traffic: &Traffic, after: &[Option<FeelingsAfter>]) -> Vec<ChoiceReport> {
    let of_choice = |id: ChoiceId, scene: SceneId| {
        let choice = scenario.choice(id);
        let branches = choice.then.branches.iter().enumerate();
        let targets = branches.flat_map(|(branch, to)| to.to.iter().map(move |(_, target)| (branch, *target)));
        let ways = targets.zip(traffic.of_ways(scenario, id)).map(|((branch, target), plays)| WayReport {
            branch,
            to: match target {
                Target::Scene(scene) => scenario.scene(scene).id.to_string(),
                Target::Resume => "Resume".to_owned(),
            },
            taken: traffic.share(plays),
        });
        ChoiceReport {
            scene: scenario.scene(scene).id.to_string(),
            choice: choice.id.to_string(),
            after: after.get(id.index()).copied().flatten().map(RangesAfter::of),
            taken: traffic.share(traffic.of_choice(id)),
            ways: ways.collect(),
        }
    };
    let scenes = scenario.scene_ids();
    scenes
        .flat_map(|scene| scenario.choices_of(scene).map(move |id| (id, scene)))
        .map(|(id, scene)| of_choice(id, scene))
        .collect()
}

/// What is known of every gate, scene by scene in written order.
pub(super) fn gates(scenario: &Scenario, traffic: &Traffic) -> Vec<GateReport> {
    let counted = scenario.gates.iter().zip(traffic.of_gates());
    let report = |((scene, _, gate), plays): ((SceneId, usize, &Gate), u32)| GateReport {
        scene: scenario.scene(scene).id.to_string(),
        to: scenario.scene(gate.to).id.to_string(),
        taken: traffic.share(plays),
    };
    counted.map(report).collect()
}
