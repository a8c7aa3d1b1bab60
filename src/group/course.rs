//! What a step changes, and what is there again once it is undone.

use crate::scenario::ChoiceId;
use crate::session::Session;

use super::{Branch, GroupDecision, Outcome, Split, Step, TakenBy};

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

    /// The decisions that have led to where the conversation is, in order; of an open split those on the branch that is
    /// played.
    pub fn led_here(&self) -> impl Iterator<Item = &GroupDecision> {
        let on = self.split.as_ref().map(|split| split.on);
        let leads_here = move |decision: &&GroupDecision| decision.branch.is_none() || decision.branch == on;
        self.taken().filter(|decision| decision.outcome.is_some()).filter(leads_here)
    }

    /// What the conversation goes on with from a decision: of a split, what is taken on the branch that is kept, or played
    /// while it is open. `None` while the decision is open.
    #[must_use]
    pub fn choice_at(&self, decision: &GroupDecision) -> Option<ChoiceId> {
        match decision.outcome? {
            Outcome::Took { choice, .. } => Some(choice),
            Outcome::Split { choices, kept } => {
                let on = kept.or_else(|| self.split.as_ref().map(|split| split.on))?;
                Some(choices[on.index()])
            }
        }
    }

    /// The decisions on a branch of a split that the conversation has left, for the other branch or for good.
    pub fn left_behind(&self, split: &GroupDecision, branch: Branch) -> impl Iterator<Item = &GroupDecision> {
        let is_split = |decision: &&GroupDecision| matches!(decision.outcome, Some(Outcome::Split { .. }));
        let after = self.decisions.iter().skip_while(move |decision| decision.id <= split.id);
        let until_next = after.take_while(move |decision| !is_split(decision));
        let on = self.split.as_ref().map(|split| split.on);
        until_next.filter(move |later| later.branch == Some(branch) && (later.aside || on != Some(branch)))
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
        let played_both = split.first.is_some();
        if split.on != branch
            && let Some(first) = split.first
        {
            self.conversation = first;
        }
        let at_split = self.decisions.iter_mut().find(|decision| decision.id == split.decision);
        if let Some(decision) = at_split {
            // Where the second branch was never begun, the room has played one way alone.
            decision.outcome = Some(if played_both {
                Outcome::Split { choices: split.choices, kept: Some(branch) }
            } else {
                Outcome::Took { choice: split.choices[branch.index()], by: TakenBy::Facilitator }
            });
        }
        for decision in self.decisions.iter_mut().filter(|decision| !decision.aside) {
            match decision.branch {
                Some(on) if on != branch => decision.aside = true,
                _ => decision.branch = None,
            }
        }
    }
}
