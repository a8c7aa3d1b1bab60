//! What is seen in many plays, in whole numbers, so that the result does not depend on their order.

use std::collections::BTreeMap;

use smallvec::SmallVec;

use crate::rubric::There;
use crate::scenario::{ChoiceId, SceneId};

use super::super::play_count::PlayCount;

/// Something in a play that should not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sight {
    /// A scene was entered, and the conversation did not show its moment.
    NotThere(SceneId, There),
    /// More options on offer met the moment of a scene than should, or all of them.
    MetByTooMany(SceneId),
    /// A scene, or the answer to a choice, told and said more than there is room for.
    TooLong(SceneId, Option<ChoiceId>),
    /// A line that had been heard before.
    HeardAgain(Said),
    /// A text that answers another option of the decision than the one just taken.
    OtherAnswer(Said),
}

/// A variant of a text of a scene: its scene, its text by [`SceneText::number`](crate::scenario::SceneText::number), and
/// its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    pub(super) scene: SceneId,
    pub(super) text: usize,
    pub(super) variant: usize,
}

/// How often something was seen.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    count: PlayCount,
    /// The largest number noted with it: of words, or of options.
    most: usize,
}

/// How often a variant was the first that was said after a choice.
type Replies = SmallVec<[(Said, u32); 2]>;

/// What was seen in plays of an equal mix of trainees.
#[derive(Clone, Debug, Default)]
pub(in crate::analysis) struct Sightings {
    pub(super) plays: u32,
    /// In how many plays each scene was met, by scene.
    pub(super) met: Vec<u32>,
    seen: BTreeMap<Sight, Seen>,
    /// By choice.
    replies: Vec<Replies>,
}

impl Sightings {
    pub(super) fn of(scenes: usize, choices: usize) -> Self {
        Self { plays: 0, met: vec![0; scenes], seen: BTreeMap::new(), replies: vec![Replies::default(); choices] }
    }

    /// Notes what was seen in the play that has been counted last, with a number.
    pub(super) fn add(&mut self, sight: Sight, count: usize) {
        let seen = self.seen.entry(sight).or_default();
        seen.count.see(self.plays);
        seen.most = count.max(seen.most);
    }

    /// Adds a variant that was the first to be said after a choice.
    pub(super) fn add_reply(&mut self, choice: ChoiceId, said: Said, times: u32) {
        let replies = &mut self.replies[choice.index()];
        match replies.iter_mut().find(|(known, _)| *known == said) {
            Some((_, known)) => *known += times,
            None => replies.push((said, times)),
        }
    }

    /// Adds all plays of others.
    pub(in crate::analysis) fn merge(&mut self, other: Self) {
        if self.plays == 0 {
            *self = other;
            return;
        }
        self.plays += other.plays;
        self.met.iter_mut().zip(&other.met).for_each(|(met, more)| *met += more);
        for (sight, more) in other.seen {
            let seen = self.seen.entry(sight).or_default();
            seen.count.add(more.count);
            seen.most = more.most.max(seen.most);
        }
        for (choice, replies) in (0..).map_while(ChoiceId::new).zip(other.replies) {
            replies.into_iter().for_each(|(said, times)| self.add_reply(choice, said, times));
        }
    }

    /// Whether so many plays are enough to count, given the least share in percent.
    pub(super) fn is_enough(&self, plays: u32, percent: u8) -> bool {
        plays > 0 && u64::from(plays) * 100 >= u64::from(self.plays) * u64::from(percent)
    }

    /// What was seen in enough plays to count, in order, with the largest number noted with it.
    pub(super) fn counted(&self, percent: u8) -> impl Iterator<Item = (Sight, usize)> + '_ {
        let enough = self.seen.iter().filter(move |(_, seen)| self.is_enough(seen.count.plays(), percent));
        enough.map(|(sight, seen)| (*sight, seen.most))
    }

    /// What was said first after a choice in most plays, if it was taken.
    pub(super) fn reply(&self, choice: ChoiceId) -> Option<Said> {
        let replies = &self.replies[choice.index()];
        let most = replies.iter().map(|(_, times)| *times).max()?;
        replies.iter().filter(|(_, times)| *times == most).map(|(said, _)| *said).min()
    }
}
