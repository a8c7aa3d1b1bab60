//! Where others come to in the scenarios played, worked out beside the window from when a scenario is begun, and kept by
//! scenario and rubric.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Arc;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::analysis::{marks, taken_in_words};
use crate::debrief::Marks;
use crate::hash::ContentHash;
use crate::scenario::Scenario;

use super::background::Background;
use super::flow::Step;
use super::play::Play;

/// The hashes of a scenario and of its rubric.
type Key = (ContentHash, ContentHash);

/// More versions than this are not kept: an author may try hundreds in one run.
const MOST_KEPT: usize = 64;

/// The marks found so far.
#[derive(Resource, Debug, Default)]
pub(super) struct KnownMarks {
    /// `None` where they could not be worked out, which is not tried again.
    found: BTreeMap<Key, Option<Marks>>,
    /// What the job under way is about.
    sought: Option<Key>,
    /// The scenario of a debrief that is opened again.
    wanted: Option<Arc<Scenario>>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<KnownMarks>().init_resource::<Background<Marks>>();
    app.add_systems(Update, find_marks.in_set(Step::Apply));
}

impl KnownMarks {
    /// The marks of a scenario; `None` while they are not known.
    pub(super) fn of(&self, scenario: &Scenario) -> Option<Marks> {
        self.found.get(&key(scenario)).copied().flatten()
    }

    /// Has the marks of this scenario worked out too.
    pub(super) fn want(&mut self, scenario: &Arc<Scenario>) {
        self.wanted = Some(Arc::clone(scenario));
    }

    pub(super) fn want_no_more(&mut self) {
        self.wanted = None;
    }

    /// Keeps what the job under way has found.
    fn keep(&mut self, marks: Option<Marks>) {
        let Some(key) = self.sought.take() else { return };
        if self.found.len() >= MOST_KEPT {
            self.found.clear();
        }
        self.found.insert(key, marks);
    }

    /// Whether a job for this scenario is to begin; notes that it does.
    fn begins(&mut self, scenario: &Scenario) -> bool {
        let key = key(scenario);
        if self.sought.is_some() || self.found.contains_key(&key) {
            return false;
        }
        self.sought = Some(key);
        true
    }
}

fn key(scenario: &Scenario) -> Key {
    (scenario.hash.clone(), scenario.rubric.hash.clone())
}

/// Keeps the marks that were found, and has those of the scenario worked out that is played or looked back on. One thread
/// does, so that the window keeps a core.
pub(super) fn find_marks(
    play: Option<Res<Play>>,
    mut known: ResMut<KnownMarks>,
    mut job: ResMut<Background<Marks>>,
    proxy: Res<EventLoopProxyWrapper>,
) {
    let (known, job) = (known.bypass_change_detection(), job.bypass_change_detection());
    if let Some(result) = job.result() {
        known.keep(result.ok());
    }
    let scenario = play.as_ref().map(|play| play.scenario()).or(known.wanted.as_ref());
    let Some(scenario) = scenario.cloned() else { return };
    if known.begins(&scenario) {
        job.begin(&proxy, move || marks(&scenario, NonZero::<usize>::MIN).ok_or_else(|| taken_in_words(None)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn each_version_of_a_scenario_is_worked_out_once() {
        let entries = Library::open(&[]).entries;
        let (first, second) = (&entries[0].scenario, &entries[1].scenario);
        let mut known = KnownMarks::default();
        assert!(known.begins(first));
        assert!(!known.begins(first) && !known.begins(second), "one at a time");
        let found = marks(first, NonZero::<usize>::MIN);
        known.keep(found);
        assert!(found.is_some());
        assert_eq!((known.of(first), known.of(second)), (found, None));
        assert!(!known.begins(first) && known.begins(second));
        known.keep(None);
        assert!(!known.begins(second), "what failed is not tried again");
    }
}
