//! Group sessions: the machine, with hands and phones, in any order.

mod guides;
mod hands;
mod input_orders;
mod phones;
#[cfg(feature = "files")]
mod recordings;
mod split;
mod summaries;

use std::sync::Arc;

use bedside::group::{
    Agenda, Asked, Contribution, DecisionId, GroupSession, Input, ParticipantId, Phase, PollId, Refused, Steer, Step,
};
use bedside::scenario::Scenario;
use bedside::session::Chance;

use crate::support::playable;

/// Three decisions; the last leads to either of two endings.
pub(crate) fn kettle() -> Arc<Scenario> {
    playable(
        r#"(
    format: 1, id: "kettle", title: "The kettle", setting: "Here", place: Ward, you_are: "the nurse",
    summary: "A kettle.", level: Foundation, minutes: 5, practises: [empathy], briefing: "None.",
    objectives: [(id: "well", text: "A good end", met: EndedAs(Good))],
    patient: (
        name: "Ann", age: 50, pronouns: "she/her", about: "A patient.", looks: (skin: 3, hair: Short, wears: Shirt),
        feels: (agitation: 40, trust: 50, understanding: 30), baseline: 15,
    ),
    start: "one",
    scenes: {
        "one": (patient: "Well?", choices: [
            (id: "kind", say: "That makes sense.", shows: [validates], why: "So.", then: "two"),
            (id: "ask", say: "What is in the bag?", shows: [open_question], why: "So.", then: "two"),
            (id: "deny", say: "You are fine.", shows: [dismisses], why: "So.", then: "two"),
        ]),
        "two": (patient: "And?", choices: [
            (id: "slow", say: "Let us take our time.", shows: [calm_tone], why: "So.", then: "three"),
            (id: "rush", say: "Be quick.", shows: [interrupts], why: "So.", then: "three"),
        ]),
        "three": (patient: "So?", choices: [
            (id: "name", say: "You are worried.", shows: [names_emotion], why: "So.", then: "safe"),
            (id: "plain", say: "Goodbye, then.", shows: [ignores_cue], why: "So.", then: "alone"),
        ]),
        "safe": (ending: (title: "Tea", kind: Good, thought: "They stayed.")),
        "alone": (ending: (title: "No tea", kind: Poor, thought: "They left.")),
    },
)"#,
    )
}

/// A session that inputs are given to, one a second.
#[derive(Clone)]
struct Room {
    group: GroupSession,
    at: u64,
}

impl Room {
    fn open(scenario: &Arc<Scenario>) -> Self {
        Self { group: GroupSession::begin(Arc::clone(scenario), Chance::from_seed(7), Agenda::HOUR), at: 0 }
    }

    /// A session whose room looks at its first decision.
    fn at_the_first_decision() -> Self {
        let mut room = Self::open(&kettle());
        room.steer(Steer::Next).steer(Steer::Next);
        assert_eq!(room.group.step(), Step::Deciding(Phase::Show));
        room
    }

    /// The same once the vote is open, with so many who have joined.
    fn voting(phones: u32) -> Self {
        let mut room = Self::at_the_first_decision();
        for _ in 0..phones {
            room.give(&Input::Join).expect("there is room");
        }
        room.steer(Steer::Next).steer(Steer::Next);
        assert_eq!(room.group.step(), Step::Deciding(Phase::Vote));
        room
    }

    fn give(&mut self, input: &Input) -> Result<Option<ParticipantId>, Refused> {
        self.at += 1_000;
        self.group.apply(self.at, input)
    }

    fn steer(&mut self, steer: Steer) -> &mut Self {
        let input = Input::Steer(steer);
        self.give(&input).unwrap_or_else(|refused| panic!("{input:?} is refused: {refused}"));
        self
    }

    fn refuses(&mut self, steer: Steer, why: Refused) {
        let before = facts(&self.group);
        assert_eq!(self.give(&Input::Steer(steer)), Err(why));
        assert_eq!(facts(&self.group), before);
    }

    fn from(&mut self, who: u32, what: Contribution) -> Result<(), Refused> {
        self.give(&Input::From { who: ParticipantId(who), what }).map(|_| ())
    }

    fn vote(&mut self, who: u32, choice: &str) -> Result<(), Refused> {
        let poll = self.poll();
        self.from(who, Contribution::Vote { poll, choice: choice.into() })
    }

    /// Hands for options by their id.
    fn hands(&mut self, counts: &[(&str, u32)]) -> &mut Self {
        let options = self.group.room_view().decision.expect("a decision is open").options;
        let count = |id: &str| counts.iter().find(|(choice, _)| *choice == id).map_or(0, |&(_, count)| count);
        let counts = options.iter().map(|option| count(&option.choice)).collect();
        let poll = self.poll();
        self.steer(Steer::Hands { poll, counts })
    }

    fn poll(&self) -> PollId {
        self.group.open_poll().expect("a vote is open")
    }

    fn decision(&self) -> DecisionId {
        self.group.course().open().expect("a decision is open").id
    }

    /// How many are for an option, in the vote held last.
    fn votes_for(&self, choice: &str) -> u32 {
        let decision = self.group.course().open().expect("a decision is open");
        let poll = self.group.poll(decision.last_poll().expect("a vote was held")).expect("it is known");
        let scenario = self.group.conversation().scenario();
        let place = decision.offer.iter().position(|&offered| scenario.choice(offered).id == *choice);
        poll.spread().0[place.expect("it is on offer")]
    }
}

/// All that a session holds but its times.
fn facts(group: &GroupSession) -> String {
    let said = [Asked::Reactions, Asked::Commitments].map(|at| group.said(at));
    format!("{:?} {:?} {:?} {said:?}", group.course(), group.room_view(), group.own_view(ParticipantId(0)))
}
