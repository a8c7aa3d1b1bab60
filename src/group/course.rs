//! What a step changes, and what is there again once it is undone.

use crate::session::Session;

use super::{Branch, GroupDecision, Outcome, Split, Step};

/// The step, the conversation, and how the room has decided so far.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Course {
    pub step: Step,
    pub conversation: Session,
    /// As the room met them; those on a branch that was left among them.
    pub decisions: Vec<GroupDecision>,
    /// The split that is open.
    pub split: Option<Split>,
}

impl Course {
    pub(super) const fn begin(conversation: Session) -> Self {
        Self { step: Step::Lobby, conversation, decisions: Vec::new(), split: None }
    }

    /// The decision that is open.
    #[must_use]
    pub fn open(&self) -> Option<&GroupDecision> {
        self.decisions.last().filter(|decision| decision.outcome.is_none())
    }

    pub(super) fn open_mut(&mut self) -> Option<&mut GroupDecision> {
        self.decisions.last_mut().filter(|decision| decision.outcome.is_none())
    }

    /// The decisions on the road that the conversation took, in order.
    pub fn taken(&self) -> impl Iterator<Item = &GroupDecision> {
        self.decisions.iter().filter(|decision| !decision.aside)
    }

    /// The conversation on a branch of the open split: where it has come to.
    #[must_use]
    pub fn on_branch(&self, branch: Branch) -> Option<&Session> {
        let split = self.split.as_ref()?;
        if split.on == branch { Some(&self.conversation) } else { split.first.as_ref() }
    }

    /// Closes the split and goes on with one of its branches; the other's decisions stay, set aside.
    pub(super) fn keep(&mut self, branch: Branch) {
        let Some(split) = self.split.take() else { return };
        if split.on != branch
            && let Some(first) = split.first
        {
            self.conversation = first;
        }
        let at_split = self.decisions.iter_mut().find(|decision| decision.id == split.decision);
        if let Some(Outcome::Split { kept, .. }) = at_split.and_then(|decision| decision.outcome.as_mut()) {
            *kept = Some(branch);
        }
        for decision in self.decisions.iter_mut().filter(|decision| !decision.aside) {
            match decision.branch {
                Some(on) if on != branch => decision.aside = true,
                _ => decision.branch = None,
            }
        }
    }
}
