//! Behaviours: which are shown again and again, and in how many of the first and of the latest attempts each was shown.

use serde::Serialize;

use crate::rubric::{Behaviour, Dimension, Rubric};

use super::Progress;
use super::state::Version;

/// A behaviour is shown again and again from so many attempts on.
const AGAIN: u64 = 3;

/// A behaviour that does patients good and was shown again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownAgain {
    /// The behaviour's id.
    pub behaviour: String,
    pub label: String,
    /// In how many attempts.
    pub attempts: u64,
}

/// The first attempts beside the latest, in the scenarios that were played more than once. Of a scenario whose text has
/// changed, the text played last counts alone. There is no best: a behaviour is shown, or it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ThenAndNow {
    /// How many scenarios were played more than once.
    pub scenarios: u64,
    /// Behaviours that were shown in one of these attempts, in the order of the rubric.
    pub shown: Vec<BehaviourStanding>,
}

/// A behaviour in the first attempts and in the latest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BehaviourStanding {
    /// The behaviour's id.
    pub behaviour: String,
    pub label: String,
    /// Whether it does patients good: it speaks for the trainee on some dimension, and against them on none.
    pub good: bool,
    /// In how many of the first attempts.
    pub first: u64,
    /// In how many of the latest.
    pub latest: u64,
}

fn does_good(behaviour: &Behaviour) -> bool {
    let weights = Dimension::ALL.map(|dimension| behaviour.weights[dimension]);
    weights.iter().all(|weight| *weight >= 0) && weights.iter().any(|weight| *weight > 0)
}

impl Progress {
    pub(super) fn shown_again(&self, rubric: &Rubric) -> Vec<ShownAgain> {
        let shown = rubric.behaviours.iter().filter_map(|behaviour| {
            let attempts = *self.behaviours.get(&behaviour.id).filter(|attempts| **attempts >= AGAIN)?;
            let (id, label) = (behaviour.id.clone(), behaviour.label.clone());
            does_good(behaviour).then_some(ShownAgain { behaviour: id, label, attempts })
        });
        shown.collect()
    }

    pub(super) fn then_and_now(&self, rubric: &Rubric) -> ThenAndNow {
        let again: Vec<&Version> =
            self.last_played().map(|(_, version)| version).filter(|version| version.attempts > 1).collect();
        let count = |shown: &dyn Fn(&Version) -> bool| again.iter().filter(|version| shown(version)).count() as u64;
        let shown = rubric.behaviours.iter().map(|behaviour| {
            let (id, label) = (behaviour.id.clone(), behaviour.label.clone());
            let first = count(&|version| version.shown_first.contains(&id));
            let latest = count(&|version| version.shown_latest.contains(&id));
            BehaviourStanding { behaviour: id, label, good: does_good(behaviour), first, latest }
        });
        let shown = shown.filter(|standing| standing.first > 0 || standing.latest > 0).collect();
        ThenAndNow { scenarios: again.len() as u64, shown }
    }
}
