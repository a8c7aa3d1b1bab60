//! A group session: its state, and what participants add to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::attempt::Reflection;
use crate::scenario::Scenario;
use crate::session::{Chance, Session};
use crate::shared::SharedText;

use super::agenda::Part;
use super::{
    Agenda, Asked, Contribution, Course, DecisionId, GroupDecision, Input, Outcome, ParticipantId, Poll, PollId,
    Refused, SaidAloud, Steer, Step, Words,
};

/// The most participants that can join.
pub const MOST_PARTICIPANTS: u32 = 1_000;

/// A group session under way.
#[derive(Clone, Debug)]
pub struct GroupSession {
    pub(super) course: Course,
    /// What every step undone would lead back to, the latest last.
    pub(super) past: Vec<Course>,
    pub(super) polls: Vec<Poll>,
    pub(super) decisions_met: u32,
    /// Whether votes to come are held twice.
    pub(super) second_vote: bool,
    pub(super) disagreements: BTreeMap<DecisionId, Words>,
    pub(super) note: Words,
    /// By what was asked.
    pub(super) said: [SaidAloud; 2],
    agenda: Agenda,
    joined: u32,
    own_words: BTreeMap<(DecisionId, ParticipantId), Words>,
    tags: BTreeMap<(DecisionId, SharedText), BTreeSet<ParticipantId>>,
    reflections: BTreeMap<ParticipantId, Reflection>,
    commitments: BTreeMap<ParticipantId, Words>,
}

impl GroupSession {
    /// A session that begins in its lobby, with the minutes planned for each [`Part`].
    #[must_use]
    pub fn begin(scenario: Arc<Scenario>, chance: Chance, planned: [u16; 5]) -> Self {
        Self {
            course: Course::begin(Session::begin(scenario, chance)),
            past: Vec::new(),
            polls: Vec::new(),
            decisions_met: 0,
            second_vote: true,
            disagreements: BTreeMap::new(),
            note: Words::default(),
            said: Default::default(),
            agenda: Agenda::begin(planned),
            joined: 0,
            own_words: BTreeMap::new(),
            tags: BTreeMap::new(),
            reflections: BTreeMap::new(),
            commitments: BTreeMap::new(),
        }
    }

    /// Takes an input, `at` milliseconds after the session began. Returns the number of who has joined by it.
    ///
    /// # Errors
    /// [`Refused`]; the session is then as it was.
    pub fn apply(&mut self, at: u64, input: &Input) -> Result<Option<ParticipantId>, Refused> {
        if self.course.step == Step::Ended && *input != Input::Steer(Steer::Undo) {
            return Err(Refused::Over);
        }
        let joined = match input {
            Input::Join => Some(self.join()?),
            Input::From { who, what } => self.contribute(*who, what).map(|()| None)?,
            Input::Steer(steer) => self.steer(steer).map(|()| None)?,
        };
        self.agenda.pass(at, Part::of(self.course.step));
        Ok(joined)
    }

    #[must_use]
    pub const fn course(&self) -> &Course {
        &self.course
    }

    #[must_use]
    pub const fn step(&self) -> Step {
        self.course.step
    }

    #[must_use]
    pub const fn conversation(&self) -> &Session {
        &self.course.conversation
    }

    #[must_use]
    pub const fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// How many have joined.
    #[must_use]
    pub const fn joined(&self) -> u32 {
        self.joined
    }

    #[must_use]
    pub const fn holds_second_vote(&self) -> bool {
        self.second_vote
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// A vote by its number.
    #[must_use]
    pub fn poll(&self, id: PollId) -> Option<&Poll> {
        self.polls.get(usize::try_from(id.0).ok()?)
    }

    /// The vote that is open.
    #[must_use]
    pub fn open_poll(&self) -> Option<PollId> {
        if self.step().is_voting() { self.course.open()?.last_poll() } else { None }
    }

    /// What participants have typed at a decision, in the order they joined.
    pub fn own_words(&self, decision: DecisionId) -> impl Iterator<Item = (ParticipantId, &Words)> {
        let all = (decision, ParticipantId(0))..=(decision, ParticipantId(u32::MAX));
        self.own_words.range(all).map(|(&(_, who), words)| (who, words))
    }

    /// The behaviours that observers have marked at a decision, each with how many have, by id.
    pub fn tags(&self, decision: DecisionId) -> impl Iterator<Item = (&SharedText, usize)> {
        let of = self.tags.iter().filter(move |((at, _), _)| *at == decision);
        of.map(|((_, behaviour), who)| (behaviour, who.len())).filter(|&(_, count)| count > 0)
    }

    /// The behaviours that a participant has marked at a decision, by id.
    pub fn tagged_by(&self, who: ParticipantId, decision: DecisionId) -> impl Iterator<Item = &SharedText> {
        let of = self.tags.iter().filter(move |((at, _), tagged)| *at == decision && tagged.contains(&who));
        of.map(|((_, behaviour), _)| behaviour)
    }

    #[must_use]
    pub const fn reflections(&self) -> &BTreeMap<ParticipantId, Reflection> {
        &self.reflections
    }

    #[must_use]
    pub const fn commitments(&self) -> &BTreeMap<ParticipantId, Words> {
        &self.commitments
    }

    /// Where the facilitator disagrees with the key.
    #[must_use]
    pub const fn disagreements(&self) -> &BTreeMap<DecisionId, Words> {
        &self.disagreements
    }

    /// What was said aloud when the room was asked, as the facilitator has typed it.
    #[must_use]
    pub const fn said(&self, at: Asked) -> &SaidAloud {
        &self.said[at as usize]
    }

    /// The facilitator's private note.
    #[must_use]
    pub const fn note(&self) -> &Words {
        &self.note
    }

    fn join(&mut self) -> Result<ParticipantId, Refused> {
        if self.joined >= MOST_PARTICIPANTS {
            return Err(Refused::Full);
        }
        self.joined += 1;
        Ok(ParticipantId(self.joined - 1))
    }

    fn contribute(&mut self, who: ParticipantId, what: &Contribution) -> Result<(), Refused> {
        if who.0 >= self.joined {
            return Err(Refused::Unknown);
        }
        match what {
            Contribution::Vote { poll, choice } => self.vote(who, *poll, choice),
            Contribution::OwnWords { decision, words } => self.say(who, *decision, words),
            Contribution::Tag { decision, behaviour, shown } => self.tag(who, *decision, behaviour, *shown),
            Contribution::Reflect { feeling, rating } => {
                expect(self.step() == Step::Reactions)?;
                if rating.is_some_and(|rating| {
                    [rating.empathy, rating.clarity, rating.de_escalation].iter().any(|&r| r > 100)
                }) {
                    return Err(Refused::Rating);
                }
                self.reflections.insert(who, Reflection { feeling: feeling.as_str().to_owned(), rating: *rating });
                Ok(())
            }
            Contribution::Commit { words } => {
                expect(matches!(self.step(), Step::Debrief | Step::Commitments))?;
                keep(&mut self.commitments, who, words);
                Ok(())
            }
        }
    }

    fn vote(&mut self, who: ParticipantId, poll: PollId, choice: &str) -> Result<(), Refused> {
        let open = self.open_poll().ok_or(Refused::Closed)?;
        if poll != open {
            return Err(if poll < open { Refused::Closed } else { Refused::OtherPoll });
        }
        let decision = self.course.open().ok_or(Refused::NoDecision)?;
        let place = self.place(decision, choice)?;
        let poll = self.polls.get_mut(open.0 as usize).ok_or(Refused::OtherPoll)?;
        poll.votes.insert(who, place);
        Ok(())
    }

    fn say(&mut self, who: ParticipantId, decision: DecisionId, words: &Words) -> Result<(), Refused> {
        expect(self.course.open().is_some_and(|open| open.id == decision))?;
        expect(matches!(self.step(), Step::Deciding(phase) if phase != super::Phase::Reveal))?;
        keep(&mut self.own_words, (decision, who), words);
        Ok(())
    }

    fn tag(
        &mut self,
        who: ParticipantId,
        decision: DecisionId,
        behaviour: &SharedText,
        shown: bool,
    ) -> Result<(), Refused> {
        expect(matches!(
            self.step(),
            Step::Deciding(_) | Step::Compare | Step::Closing | Step::Reactions | Step::Debrief
        ))?;
        let taken = |met: &&GroupDecision| met.id == decision && matches!(met.outcome, Some(Outcome::Took { .. }));
        self.course.decisions.iter().find(taken).ok_or(Refused::NoDecision)?;
        self.conversation().scenario().rubric.find(behaviour).ok_or(Refused::UnknownBehaviour)?;
        let tagged = self.tags.entry((decision, behaviour.clone())).or_default();
        if shown {
            tagged.insert(who);
        } else {
            tagged.remove(&who);
        }
        Ok(())
    }

    /// The place of an option on offer, by its id.
    pub(super) fn place(&self, decision: &GroupDecision, choice: &str) -> Result<usize, Refused> {
        let scenario = self.conversation().scenario();
        let mut offer = decision.offer.iter();
        offer.position(|&offered| scenario.choice(offered).id == *choice).ok_or(Refused::NotOnOffer)
    }
}

/// Keeps words under a key; empty ones are taken away.
pub(super) fn keep<K: Ord>(kept: &mut BTreeMap<K, Words>, key: K, words: &Words) {
    if words.is_empty() {
        kept.remove(&key);
    } else {
        kept.insert(key, words.clone());
    }
}

/// Refuses what belongs to another step.
pub(super) const fn expect(now: bool) -> Result<(), Refused> {
    if now { Ok(()) } else { Err(Refused::NotNow) }
}
