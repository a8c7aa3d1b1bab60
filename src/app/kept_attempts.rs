//! The attempts that can be resumed, one a scenario.

use crate::records::saved_attempt::SavedAttempt;
use crate::ui::library::{Kept, LeftAt};

/// The most attempts that are kept.
pub(super) const MOST_KEPT: usize = 100;

/// The attempts that can be resumed, one a scenario, the one left last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct KeptAttempts(Vec<SavedAttempt>);

impl KeptAttempts {
    /// The attempt at a scenario.
    pub(super) fn of(&self, id: &str) -> Option<&SavedAttempt> {
        self.0.iter().find(|saved| saved.scenario() == id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &SavedAttempt> {
        self.0.iter()
    }

    /// Keeps an attempt that is left now, in place of an earlier one at its scenario. Returns the attempt that was left
    /// longest ago if there is no room for it any more.
    pub(super) fn keep(&mut self, saved: SavedAttempt) -> Option<SavedAttempt> {
        self.take(&saved.attempt.first.scenario);
        self.0.insert(0, saved);
        if self.0.len() > MOST_KEPT { self.0.pop() } else { None }
    }

    /// Removes the attempt at a scenario, to resume it or to discard it.
    pub(super) fn take(&mut self, id: &str) -> Option<SavedAttempt> {
        let at = self.0.iter().position(|saved| saved.scenario() == id)?;
        Some(self.0.remove(at))
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The attempts as the library shows them.
    pub(super) fn shown(&self) -> Vec<Kept> {
        let shown = |saved: &SavedAttempt| Kept {
            id: saved.scenario().to_owned(),
            title: saved.title.clone(),
            mode: saved.mode(),
            left: saved.left_at(),
        };
        self.0.iter().map(shown).collect()
    }

    /// Where the attempt at a scenario was left.
    pub(super) fn left_at(&self, id: &str) -> Option<LeftAt> {
        self.of(id).map(SavedAttempt::left_at)
    }
}

impl FromIterator<SavedAttempt> for KeptAttempts {
    /// Attempts at different scenarios, the one left last first.
    fn from_iter<I: IntoIterator<Item = SavedAttempt>>(attempts: I) -> Self {
        Self(attempts.into_iter().take(MOST_KEPT).collect())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::app::play::tests::{SETUP, played};
    use crate::hash::name_key;
    use crate::records::AttemptId;

    /// An attempt at a scenario with this id.
    pub(in crate::app) fn attempt_at(id: &str) -> SavedAttempt {
        let mut saved = played(2, SETUP).saved().expect("it is an attempt");
        id.clone_into(&mut saved.attempt.first.scenario);
        id.clone_into(&mut saved.title);
        saved.identity.id = AttemptId::of(name_key(id).to_le_bytes().repeat(2).try_into().expect("sixteen"));
        saved
    }

    fn ids(kept: &KeptAttempts) -> Vec<&str> {
        kept.iter().map(SavedAttempt::scenario).collect()
    }

    #[test]
    fn each_scenario_keeps_its_own_attempt_and_the_one_left_last_comes_first() {
        let mut kept = KeptAttempts::default();
        for id in ["a", "b", "c", "a"] {
            assert_eq!(kept.keep(attempt_at(id)), None);
        }
        assert_eq!(ids(&kept), ["a", "c", "b"]);
        assert_eq!(kept.take("c"), Some(attempt_at("c")));
        assert_eq!(ids(&kept), ["a", "b"]);
        assert_eq!(kept.take("c"), None);
        assert_eq!((kept.left_at("b"), kept.left_at("c")), (Some(LeftAt::Turn(3)), None));
    }

    #[test]
    fn there_is_an_end_to_what_is_kept_and_what_goes_is_named() {
        let mut kept = KeptAttempts::default();
        for number in 0..MOST_KEPT {
            assert_eq!(kept.keep(attempt_at(&number.to_string())), None);
        }
        assert_eq!(kept.keep(attempt_at("one more")), Some(attempt_at("0")));
        assert_eq!(kept.iter().count(), MOST_KEPT);
    }
}
