//! What was played on a branch of a split, also after it was left.

use crate::scenario::ChoiceId;
use crate::session::{Chance, Road, Session};

use super::{Branch, GroupDecision, GroupSession, Outcome};

impl GroupSession {
    /// The conversation on a branch of a split: as it is on the branch that is kept or played, as it was left on the other.
    /// `None` where the branch was never begun, or the decision is no split.
    #[must_use]
    pub fn played(&self, split: &GroupDecision, branch: Branch) -> Option<Session> {
        let Some(Outcome::Split { choices, kept }) = split.outcome else { return None };
        match kept {
            None => self.course().on_branch(branch).cloned(),
            Some(kept) if kept == branch => Some(self.conversation().clone()),
            Some(_) => self.again(split, choices[branch.index()], branch),
        }
    }

    /// Plays the branch that was left again: the same choices with the same chance come to the same.
    fn again(&self, split: &GroupDecision, first: ChoiceId, branch: Branch) -> Option<Session> {
        let conversation = self.conversation();
        let transcript = conversation.transcript();
        let chance = Chance::from_seed(transcript.seed);
        let mut played = Session::begin(conversation.scenario().clone(), chance);
        for step in Road::of(transcript).steps.iter().take(split.turn) {
            played.follow(step, None).ok()?;
        }
        played.choose(first, None).ok()?;
        for decision in self.course().left_behind(split, branch) {
            played.choose(self.course().choice_at(decision)?, None).ok()?;
        }
        Some(played)
    }
}
