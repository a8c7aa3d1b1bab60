//! What people typed at a decision, as far as a report keeps it.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

use crate::hash::FixedState;
use crate::records::people::{LEAST_PEOPLE, People, PersonMark};
use crate::records::{AttemptId, Comment, SessionId, Shown};

/// So many comments of a decision are kept.
pub(super) const KEPT: usize = 50;

/// The longest comment, in characters; what is longer is cut.
const LONGEST: usize = 500;

/// A sample of comments: those with the lowest hashes, which is the same sample in whatever order they come, and in an order
/// that tells nothing of when or by whom.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample(BTreeSet<(u64, String)>);

/// What trainees typed at a decision, alone and in group sessions.
#[derive(Clone, Debug, Default)]
pub(super) struct TraineeComments {
    alone: People,
    /// Who comes to two sessions has a number in each, so that only those of one session are known to be different people.
    in_groups: BTreeMap<SessionId, People>,
    sample: Sample,
}

impl Sample {
    /// Keeps what somebody said, under what tells it apart from all else that was said.
    pub(super) fn add(&mut self, key: impl std::hash::Hash, words: &str) {
        let key = FixedState::default().hash_one(key);
        if words.trim().is_empty() || (self.0.len() == KEPT && self.0.last().is_some_and(|(last, _)| key > *last)) {
            return;
        }
        self.0.insert((key, words.trim().chars().take(LONGEST).collect()));
        if self.0.len() > KEPT {
            self.0.pop_last();
        }
    }

    pub(super) fn words(&self) -> Vec<String> {
        self.0.iter().map(|(_, words)| words.clone()).collect()
    }
}

impl TraineeComments {
    pub(super) fn add(&mut self, attempt: AttemptId, turn: usize, words: &str, person: PersonMark) {
        if !words.trim().is_empty() {
            self.alone.add(person);
            self.sample.add((attempt, turn), words);
        }
    }

    pub(super) fn add_of_group(&mut self, comment: &Comment) {
        if !comment.words.trim().is_empty() {
            self.in_groups.entry(comment.session).or_default().add(PersonMark::of(comment.person));
            self.sample.add((comment.session, comment.person, &comment.words), &comment.words);
        }
    }

    /// The sample; held back where fewer than five people are known to have said anything.
    pub(super) fn told(&self) -> Shown<Vec<String>> {
        let known = self.in_groups.values().chain([&self.alone]).map(People::number).max();
        match known {
            None | Some(0) => Shown::Nobody,
            Some(LEAST_PEOPLE) => Shown::Told(self.sample.words()),
            Some(_) => Shown::FewerThanFive,
        }
    }
}
