//! What may be seen of a session, and by whom.

use serde::Serialize;

use crate::attempt::Reflection;
use crate::debrief::{Heard, heard};
use crate::scenario::{ChoiceId, Scenario};
use crate::session::Session;

use super::{
    Branch, DecisionId, GroupDecision, GroupSession, Outcome, ParticipantId, Phase, PollId, Spread, Step, TakenBy,
};

/// What everybody in the room may see. Has no spread before the reveal, no score, and nothing that says how an option is
/// keyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RoomView {
    pub step: Step,
    /// The scenario's title.
    pub title: String,
    /// What has been seen and said last; empty before the conversation begins.
    pub heard: Vec<Heard>,
    /// The decision that is open.
    pub decision: Option<OpenDecision>,
    /// What was taken last, and how.
    pub taken: Option<Taken>,
    /// The branch of a split that is played.
    pub branch: Option<Branch>,
    /// Either branch of a split, to be compared.
    pub branches: Option<[BranchView; 2]>,
    /// The ending, once the conversation has come to it.
    pub ending: Option<EndingView>,
    /// How many have joined.
    pub joined: u32,
}

/// A decision that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OpenDecision {
    pub id: DecisionId,
    /// Its number on the road taken, from 1.
    pub number: usize,
    /// In the order shown.
    pub options: Vec<OptionView>,
    /// The vote that is open.
    pub poll: Option<PollId>,
    /// How many have voted in it, hands included.
    pub voted: u32,
    /// How the room has voted, first and last; `None` before the reveal, or where no vote was held.
    pub spreads: Option<[Spread; 2]>,
}

/// An option under its letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OptionView {
    pub letter: char,
    /// Its id.
    pub choice: String,
    /// What is done, or how the silence looks.
    pub act: Option<String>,
    pub say: Option<String>,
}

/// What was taken at the decision before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Taken {
    pub decision: DecisionId,
    pub option: OptionView,
    pub by: TakenBy,
}

/// A branch of a split: what was taken there, and what it has come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BranchView {
    pub branch: Branch,
    /// What was taken, from the split on.
    pub taken: Vec<OptionView>,
    /// What was seen and said last.
    pub heard: Vec<Heard>,
    pub ending: Option<EndingView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EndingView {
    pub title: String,
    /// The patient's closing thought.
    pub thought: String,
}

/// What a participant sees on their own phone beside what everybody sees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OwnView {
    /// The id of the option that their vote is for, in the vote that is open or was open last at this decision.
    pub vote: Option<String>,
    /// Their own words at the open decision.
    pub words: String,
    /// The ids of the behaviours they have marked at the decision taken last.
    pub tags: Vec<String>,
    pub reflection: Option<Reflection>,
    /// What completes their "Next time I will …".
    pub commitment: String,
}

impl GroupSession {
    /// What everybody in the room may see now.
    #[must_use]
    pub fn room_view(&self) -> RoomView {
        let conversation = self.conversation();
        let scenario = conversation.scenario();
        let begun = !matches!(self.step(), Step::Lobby | Step::Prebrief);
        let comparing = self.step() == Step::Compare;
        RoomView {
            step: self.step(),
            title: scenario.title.clone(),
            heard: if begun && !comparing { heard_now(conversation) } else { Vec::new() },
            decision: self.course().open().map(|decision| self.open_decision(decision)),
            taken: self.taken_last().filter(|_| begun),
            branch: self.course().split.as_ref().map(|split| split.on).filter(|_| !comparing),
            branches: comparing.then(|| self.branches()).flatten(),
            ending: if comparing { None } else { ending(conversation) },
            joined: self.joined(),
        }
    }

    /// What a participant sees of their own.
    #[must_use]
    pub fn own_view(&self, who: ParticipantId) -> OwnView {
        let decision = self.course().open();
        let scenario = self.conversation().scenario();
        let vote = decision.and_then(|decision| {
            let place = *self.poll(decision.last_poll()?)?.votes.get(&who)?;
            decision.offer.get(place).map(|&choice| scenario.choice(choice).id.to_string())
        });
        let words = decision.and_then(|decision| self.own_words(decision.id).find(|&(by, _)| by == who));
        let tags = self.last_outcome().map_or_else(Vec::new, |taken| {
            let marked = self.tagged_by(who, taken.id);
            marked.map(ToString::to_string).collect()
        });
        OwnView {
            vote,
            words: words.map_or_else(String::new, |(_, words)| words.as_str().to_owned()),
            tags,
            reflection: self.reflections().get(&who).cloned(),
            commitment: self.commitments().get(&who).map_or_else(String::new, |words| words.as_str().to_owned()),
        }
    }

    fn open_decision(&self, decision: &GroupDecision) -> OpenDecision {
        let scenario = self.conversation().scenario();
        let poll = self.open_poll();
        let spread = |poll: Option<PollId>| poll.and_then(|poll| self.poll(poll)).map(super::Poll::spread);
        let last = spread(decision.last_poll()).filter(|_| self.step() == Step::Deciding(Phase::Reveal));
        OpenDecision {
            id: decision.id,
            number: self.course().taken().filter(|taken| taken.turn < decision.turn).count() + 1,
            options: decision.offer.iter().map(|&choice| option(scenario, &decision.offer, choice)).collect(),
            poll,
            voted: poll.and_then(|poll| self.poll(poll)).map_or(0, super::Poll::voted),
            spreads: last.map(|last| [spread(decision.first).unwrap_or_else(|| last.clone()), last]),
        }
    }

    /// The decision that was settled last on the road, or on the branch that is played.
    fn last_outcome(&self) -> Option<&GroupDecision> {
        self.course().taken().filter(|decision| decision.outcome.is_some()).last()
    }

    fn taken_last(&self) -> Option<Taken> {
        let decision = self.last_outcome()?;
        let scenario = self.conversation().scenario();
        let choice = self.course().choice_at(decision)?;
        let by = match decision.outcome? {
            Outcome::Took { by, .. } => by,
            Outcome::Split { .. } => TakenBy::Facilitator,
        };
        Some(Taken { decision: decision.id, option: option(scenario, &decision.offer, choice), by })
    }

    fn branches(&self) -> Option<[BranchView; 2]> {
        Some([self.branch(Branch::First)?, self.branch(Branch::Second)?])
    }

    fn branch(&self, branch: Branch) -> Option<BranchView> {
        let split = self.course().split.as_ref()?;
        let conversation = self.course().on_branch(branch)?;
        let scenario = conversation.scenario();
        let at = self.course().decisions.iter().find(|decision| decision.id == split.decision)?;
        let first = option(scenario, &at.offer, split.choices[branch.index()]);
        let later =
            self.course().decisions.iter().filter(|decision| decision.branch == Some(branch) && !decision.aside);
        let later = later.filter_map(|decision| match decision.outcome? {
            Outcome::Took { choice, .. } => Some(option(scenario, &decision.offer, choice)),
            Outcome::Split { .. } => None,
        });
        Some(BranchView {
            branch,
            taken: std::iter::once(first).chain(later).collect(),
            heard: heard_now(conversation),
            ending: ending(conversation),
        })
    }
}

/// An option under the letter of its place in an offer.
pub(super) fn option(scenario: &Scenario, offer: &[ChoiceId], choice: ChoiceId) -> OptionView {
    let place = offer.iter().position(|&offered| offered == choice).unwrap_or_default();
    let choice = scenario.choice(choice);
    OptionView {
        letter: letter(place),
        choice: choice.id.to_string(),
        act: choice.words.act().map(str::to_owned),
        say: choice.words.say().map(str::to_owned),
    }
}

/// The letter of the option at a place: A for the first.
#[must_use]
pub fn letter(place: usize) -> char {
    u8::try_from(place).ok().filter(|&place| place < 26).map_or('?', |place| char::from(b'A' + place))
}

fn ending(conversation: &Session) -> Option<EndingView> {
    conversation.ending().map(|ending| EndingView { title: ending.title.clone(), thought: ending.thought.clone() })
}

/// What is seen and said now, in order.
fn heard_now(conversation: &Session) -> Vec<Heard> {
    let passages = conversation.current_scene().passages();
    passages.flat_map(|passage| heard(conversation.scenario(), passage)).collect()
}
