//! What the facilitator does.

use crate::scenario::ChoiceId;

use super::session::{expect, keep};
use super::{
    Asked, Branch, GroupDecision, GroupSession, Outcome, Phase, Poll, PollId, Refused, Round, Split, Steer, Step,
    TakenBy, Words,
};

/// The most hands for one option that can be typed.
const MOST_HANDS: u32 = 100_000;

impl GroupSession {
    pub(super) fn steer(&mut self, steer: &Steer) -> Result<(), Refused> {
        match steer {
            Steer::Next => self.step_on(Self::next),
            Steer::Reveal => self.step_on(Self::reveal),
            Steer::Take { choice } => self.step_on(|group| {
                let choice = group.on_reveal(choice)?;
                group.take(choice, TakenBy::Facilitator)
            }),
            Steer::Split { first, second } => self.step_on(|group| group.split(first, second)),
            Steer::OtherBranch => self.step_on(Self::other_branch),
            Steer::GoOnWith { branch } => self.step_on(|group| group.go_on_with(*branch)),
            Steer::Stop => self.step_on(Self::stop),
            Steer::Undo => {
                self.course = self.past.pop().ok_or(Refused::NothingToUndo)?;
                Ok(())
            }
            Steer::Hands { poll, counts } => self.hands(*poll, counts),
            Steer::SecondVote { held } => {
                self.second_vote = *held;
                Ok(())
            }
            Steer::Disagree { decision, words } => {
                let met = self.course.decisions.iter().any(|met| met.id == *decision && met.outcome.is_some());
                if !met {
                    return Err(Refused::NoDecision);
                }
                keep(&mut self.disagreements, *decision, words);
                Ok(())
            }
            Steer::Said { at, words } => {
                expect(Asked::of(self.step()) == Some(*at))?;
                self.said[*at as usize] = words.clone();
                Ok(())
            }
            Steer::Note { words } => {
                self.note = Words::clone(words);
                Ok(())
            }
        }
    }

    /// Takes a step that can be undone. Where it is refused all is as before.
    fn step_on(&mut self, step: impl FnOnce(&mut Self) -> Result<(), Refused>) -> Result<(), Refused> {
        let before = self.course.clone();
        match step(self) {
            Ok(()) => {
                self.past.push(before);
                Ok(())
            }
            Err(refused) => {
                self.course = before;
                Err(refused)
            }
        }
    }

    fn next(&mut self) -> Result<(), Refused> {
        match self.step() {
            Step::Lobby => self.course.step = Step::Prebrief,
            Step::Prebrief => self.meet(),
            Step::Deciding(phase) => return self.next_phase(phase),
            // The facilitator says which branch it is to be.
            Step::Compare => return Err(Refused::NotNow),
            Step::Closing if self.course.split.is_some() => return self.other_branch(),
            Step::Closing => self.course.step = Step::Reactions,
            Step::Reactions => self.course.step = Step::Debrief,
            Step::Debrief => self.course.step = Step::Commitments,
            Step::Commitments => self.course.step = Step::Ended,
            Step::Ended => return Err(Refused::Over),
        }
        Ok(())
    }

    fn next_phase(&mut self, phase: Phase) -> Result<(), Refused> {
        let to = match phase {
            Phase::Show => match self.only_option() {
                Some(only) => return self.take(only, TakenBy::Only),
                None => Phase::OwnThoughts,
            },
            Phase::OwnThoughts => Phase::Vote,
            Phase::Vote => Phase::Discuss,
            Phase::Discuss if self.second_vote => Phase::VoteAgain,
            Phase::Discuss | Phase::VoteAgain => Phase::Reveal,
            Phase::Reveal => {
                let majority = self.majority().ok_or(Refused::Tie)?;
                return self.take(majority, TakenBy::Majority);
            }
        };
        match to {
            Phase::Vote => self.open(Round::First)?,
            Phase::VoteAgain => self.open(Round::Second)?,
            Phase::Show | Phase::OwnThoughts | Phase::Discuss | Phase::Reveal => {}
        }
        self.course.step = Step::Deciding(to);
        Ok(())
    }

    fn only_option(&self) -> Option<ChoiceId> {
        match self.course.open()?.offer[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// What the majority of the vote held last is for.
    #[must_use]
    pub fn majority(&self) -> Option<ChoiceId> {
        let decision = self.course.open()?;
        let poll = self.poll(decision.last_poll()?)?;
        decision.offer.get(poll.spread().majority()?).copied()
    }

    /// Opens a vote on the open decision. One that was open before, and was undone, opens again with its votes.
    fn open(&mut self, round: Round) -> Result<(), Refused> {
        let next = PollId(u32::try_from(self.polls.len()).map_err(|_| Refused::Full)?);
        let decision = self.course.open_mut().ok_or(Refused::NoDecision)?;
        let again = self.polls.iter().position(|poll| poll.decision == decision.id && poll.round == round);
        let again = again.and_then(|index| u32::try_from(index).ok()).map(PollId);
        match round {
            Round::First => decision.first = Some(again.unwrap_or(next)),
            Round::Second => decision.second = Some(again.unwrap_or(next)),
        }
        if again.is_none() {
            self.polls.push(Poll::open(decision.id, round, decision.offer.len()));
        }
        Ok(())
    }

    fn hands(&mut self, poll: PollId, counts: &[u32]) -> Result<(), Refused> {
        let open = self.open_poll().ok_or(Refused::Closed)?;
        if poll != open {
            return Err(Refused::OtherPoll);
        }
        let poll = self.polls.get_mut(open.0 as usize).ok_or(Refused::OtherPoll)?;
        if counts.len() != poll.hands.len() || counts.iter().any(|&count| count > MOST_HANDS) {
            return Err(Refused::Hands);
        }
        poll.hands.copy_from_slice(counts);
        Ok(())
    }

    fn reveal(&mut self) -> Result<(), Refused> {
        expect(matches!(self.step(), Step::Deciding(phase) if phase != Phase::Reveal))?;
        expect(self.only_option().is_none())?;
        self.course.step = Step::Deciding(Phase::Reveal);
        Ok(())
    }

    /// An option that can be taken now, by its id.
    fn on_reveal(&self, choice: &str) -> Result<ChoiceId, Refused> {
        expect(self.step() == Step::Deciding(Phase::Reveal))?;
        let decision = self.course.open().ok_or(Refused::NoDecision)?;
        let place = self.place(decision, choice)?;
        decision.offer.get(place).copied().ok_or(Refused::NotOnOffer)
    }

    fn take(&mut self, choice: ChoiceId, by: TakenBy) -> Result<(), Refused> {
        let decision = self.course.open_mut().ok_or(Refused::NoDecision)?;
        decision.outcome = Some(Outcome::Took { choice, by });
        self.go(choice)
    }

    fn split(&mut self, first: &str, second: &str) -> Result<(), Refused> {
        let choices = [self.on_reveal(first)?, self.on_reveal(second)?];
        if self.course.split.is_some() {
            return Err(Refused::Splitting);
        }
        if choices[0] == choices[1] {
            return Err(Refused::SameTwice);
        }
        let from = self.course.conversation.clone();
        let decision = self.course.open_mut().ok_or(Refused::NoDecision)?;
        decision.outcome = Some(Outcome::Split { choices, kept: None });
        let decision = decision.id;
        self.course.split = Some(Split { decision, choices, on: Branch::First, from, first: None });
        self.go(choices[0])
    }

    fn other_branch(&mut self) -> Result<(), Refused> {
        expect(matches!(self.step(), Step::Deciding(_) | Step::Closing))?;
        let split = self.course.split.as_mut().ok_or(Refused::NotNow)?;
        // A decision that is left open has not been met.
        self.course.decisions.pop_if(|decision| decision.outcome.is_none());
        match split.on {
            Branch::Second => {
                self.course.step = Step::Compare;
                Ok(())
            }
            Branch::First => {
                let from = split.from.clone();
                split.first = Some(std::mem::replace(&mut self.course.conversation, from));
                split.on = Branch::Second;
                let choice = split.choices[1];
                self.go(choice)
            }
        }
    }

    fn go_on_with(&mut self, branch: Branch) -> Result<(), Refused> {
        expect(self.step() == Step::Compare)?;
        self.course.keep(branch);
        self.meet();
        Ok(())
    }

    fn stop(&mut self) -> Result<(), Refused> {
        expect(matches!(self.step(), Step::Deciding(_) | Step::Compare))?;
        self.course.decisions.pop_if(|decision| decision.outcome.is_none());
        if let Some(on) = self.course.split.as_ref().map(|split| split.on) {
            self.course.keep(on);
        }
        self.course.step = Step::Closing;
        Ok(())
    }

    /// Lets the conversation go on by a choice on offer.
    fn go(&mut self, choice: ChoiceId) -> Result<(), Refused> {
        self.course.conversation.choose(choice, None).map_err(|_| Refused::NotOnOffer)?;
        self.meet();
        Ok(())
    }

    /// Meets the next decision, or the end of the conversation.
    fn meet(&mut self) {
        let conversation = &self.course.conversation;
        if conversation.is_over() {
            self.course.step = Step::Closing;
            return;
        }
        let decision = GroupDecision {
            id: super::DecisionId(self.decisions_met),
            turn: conversation.transcript().turns.len(),
            scene: conversation.scene().id.clone(),
            offer: conversation.current_scene().offer.clone(),
            first: None,
            second: None,
            outcome: None,
            branch: self.course.split.as_ref().map(|split| split.on),
            aside: false,
        };
        self.decisions_met = self.decisions_met.saturating_add(1);
        self.course.decisions.push(decision);
        self.course.step = Step::Deciding(Phase::Show);
    }
}
