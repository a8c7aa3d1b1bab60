//! What people typed at a decision, as far as a report keeps it.

use std::collections::BTreeSet;
use std::hash::BuildHasher;

use crate::hash::FixedState;
use crate::records::AttemptId;
use crate::records::people::{LEAST_PEOPLE, People, PersonMark};

/// So many comments of a decision are kept.
pub(super) const KEPT: usize = 50;

/// The longest comment, in characters; what is longer is cut.
const LONGEST: usize = 500;

/// A sample of the comments on a decision: those whose attempts have the lowest hashes, which is the same sample in
/// whatever order they come, and in an order that tells nothing of when or by whom.
#[derive(Clone, Debug, Default)]
pub(super) struct Comments {
    people: People,
    kept: BTreeSet<(u64, String)>,
}

impl Comments {
    pub(super) fn add(&mut self, attempt: AttemptId, turn: usize, words: &str, person: PersonMark) {
        self.people.add(person);
        let key = FixedState::default().hash_one((attempt, turn));
        if self.kept.len() == KEPT && self.kept.last().is_some_and(|(last, _)| key > *last) {
            return;
        }
        self.kept.insert((key, words.chars().take(LONGEST).collect()));
        if self.kept.len() > KEPT {
            self.kept.pop_last();
        }
    }

    /// The sample; `None` where fewer than five people said anything.
    pub(super) fn told(&self) -> Option<Vec<String>> {
        (self.people.number() == LEAST_PEOPLE).then(|| self.kept.iter().map(|(_, words)| words.clone()).collect())
    }
}
