//! What the recording of a group session comes to for a programme, and for the scenario's author.

use crate::group::{GroupDecision, GroupSession, ParticipantId};
use crate::hash::ContentHash;

use super::{Comment, PersonId, RoomDecision, SaidBy, SessionId};

/// What a group session has come to whose conversation is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRecord {
    /// In the order in which the room met them.
    pub decisions: Vec<RoomDecision>,
    /// What was typed at them: what participants would have said, and where the facilitator disagrees with the key. Private
    /// notes are never among them.
    pub comments: Vec<Comment>,
}

impl GroupRecord {
    /// What a recording comes to, whose lines are in `text`; `None` while its conversation is under way. `replay` plays it
    /// again, and shows the session before any input and after each.
    ///
    /// Its id is a hash of the lines up to the end of the conversation, so that it is the same whenever the recording is
    /// exported, also where the session has gone on since.
    ///
    /// # Errors
    /// Those of `replay`.
    pub fn of_recording<E>(
        text: &str,
        replay: impl FnOnce(&mut dyn FnMut(&GroupSession)) -> Result<GroupSession, E>,
    ) -> Result<Option<Self>, E> {
        let (mut lines, mut until_over) = (0, None);
        let group = replay(&mut |group| {
            lines += 1;
            if until_over.is_none() && group.step().is_after_the_conversation() {
                until_over = Some(lines);
            }
        })?;
        let over = until_over.filter(|_| group.step().is_after_the_conversation());
        Ok(over.map(|lines| Self::of(&beginning(text, lines), &group)))
    }

    fn of(beginning: &ContentHash, group: &GroupSession) -> Self {
        let session = SessionId::of_name(&format!("{beginning} session"));
        let transcript = group.conversation().transcript();
        let comment = |scene: &str, by, who: String, words: &str| Comment {
            session,
            person: PersonId::of_name(&format!("{beginning} {who}")),
            scenario: transcript.scenario.clone(),
            hash: transcript.scenario_hash.clone(),
            scene: scene.to_owned(),
            by,
            words: words.to_owned(),
        };
        let at = |decision: &GroupDecision| {
            let participants = group.own_words(decision.id).map(|(ParticipantId(number), words)| {
                comment(&decision.scene, SaidBy::Trainee, format!("participant {number}"), words.as_str())
            });
            let facilitator = group
                .disagreements()
                .get(&decision.id)
                .map(|words| comment(&decision.scene, SaidBy::Facilitator, "facilitator".to_owned(), words.as_str()));
            participants.chain(facilitator).collect::<Vec<_>>()
        };
        Self {
            decisions: RoomDecision::of(session, group),
            comments: group.course().decisions.iter().flat_map(at).collect(),
        }
    }
}

/// The hash of the first lines of a text. What an id is made of is nowhere else, so that nobody who reads an export can tell
/// which participant has which.
fn beginning(text: &str, lines: usize) -> ContentHash {
    ContentHash::of(text.split_inclusive('\n').take(lines))
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use crate::group::recording::{Opening, Recorded, line};
    use crate::group::{Agenda, Contribution, DecisionId, Input, Phase, Steer, Step};
    use crate::library::{Library, Origin, text_of};
    use crate::session::Chance;

    /// A recording: its text, and the session as it was after each line.
    struct Held {
        text: String,
        states: Vec<GroupSession>,
    }

    impl Held {
        fn begin() -> Self {
            let scenario = Library::open(&[]).entries.swap_remove(0).scenario;
            let written = text_of(&scenario, &Origin::BuiltIn).expect("it is built in");
            let opening = Opening::new(&scenario, &written, Chance::from_seed(1), Agenda::HOUR);
            let group = GroupSession::begin(scenario, Chance::from_seed(1), Agenda::HOUR);
            Self { text: line(&opening).expect("plain data"), states: vec![group] }
        }

        fn now(&self) -> &GroupSession {
            self.states.last().expect("it has begun")
        }

        /// Gives an input, if it is time for it.
        fn gives(&mut self, input: Input) -> bool {
            let mut group = self.now().clone();
            let taken = group.apply(self.states.len() as u64, &input).is_ok();
            if taken {
                let recorded = Recorded { at: self.states.len() as u64, input };
                self.text += &line(&recorded).expect("plain data");
                self.states.push(group);
            }
            taken
        }

        fn steers(&mut self, steer: Steer) {
            assert!(self.gives(Input::Steer(steer)), "{:?}", self.now().step());
        }

        fn says(&mut self, who: u32, words: &str) {
            let decision = self.now().course().open().expect("one is open").id;
            let what = Contribution::OwnWords { decision, words: words.into() };
            assert!(self.gives(Input::From { who: ParticipantId(who), what }));
        }

        /// Goes on until it is at this step.
        fn goes_to(&mut self, step: Step) {
            while self.now().step() != step {
                self.steers(Steer::Next);
            }
        }

        /// Takes the first option on offer.
        fn decides(&mut self) {
            let settled = |held: &Self| held.now().course().led_here().count();
            let before = settled(self);
            while settled(self) == before {
                let option = self.now().conversation().current_scene().offer[0];
                let choice = self.now().conversation().scenario().choice(option).id.clone();
                let ways = [Steer::Take { choice }, Steer::Reveal, Steer::Next];
                let taken = ways.into_iter().any(|steer| self.gives(Input::Steer(steer)));
                assert!(taken, "{:?}", self.now().step());
            }
        }

        fn record(&self) -> Option<GroupRecord> {
            let replay = |step: &mut dyn FnMut(&GroupSession)| {
                self.states.iter().for_each(step);
                Ok::<_, Infallible>(self.now().clone())
            };
            GroupRecord::of_recording(&self.text, replay).expect("nothing can fail")
        }
    }

    /// A session at whose first decision two have typed something, stopped after the second.
    fn stopped() -> Held {
        let mut held = Held::begin();
        for _ in 0..3 {
            assert!(held.gives(Input::Join));
        }
        held.goes_to(Step::Deciding(Phase::OwnThoughts));
        held.says(0, "I am here.");
        held.says(2, "=1+1");
        held.decides();
        held.decides();
        held.steers(Steer::Disagree { decision: DecisionId(0), words: "I would wait.".into() });
        held.steers(Steer::Note { words: "Ann was late.".into() });
        held.steers(Steer::Stop);
        held
    }

    #[test]
    fn every_decision_of_a_room_is_kept_with_what_was_said_of_it() {
        let held = stopped();
        let GroupRecord { decisions, comments } = held.record().expect("it is over");
        let disagrees: Vec<bool> = decisions.iter().map(|decision| decision.disagrees).collect();
        assert_eq!(disagrees, [true, false]);
        let transcript = held.now().conversation().transcript();
        assert!(decisions.iter().all(|decision| decision.hash == transcript.scenario_hash));
        let said: Vec<_> = comments.iter().map(|comment| (comment.by, comment.words.as_str())).collect();
        let (trainee, facilitator) = (SaidBy::Trainee, SaidBy::Facilitator);
        assert_eq!(said, [(trainee, "I am here."), (trainee, "=1+1"), (facilitator, "I would wait.")]);
        assert!(comments.iter().all(|comment| comment.scene == decisions[0].scene));
        let people: std::collections::BTreeSet<PersonId> = comments.iter().map(|comment| comment.person).collect();
        assert_eq!(people.len(), 3);
    }

    #[test]
    fn a_session_that_goes_on_after_its_conversation_is_the_same_session() {
        let mut held = stopped();
        let id = |held: &Held| held.record().map(|record| record.decisions[0].session);
        let first = id(&held).expect("it is over");
        held.goes_to(Step::Debrief);
        held.steers(Steer::Disagree { decision: DecisionId(1), words: "And here.".into() });
        held.goes_to(Step::Ended);
        assert_eq!(id(&held), Some(first));
        assert!(held.record().expect("it is over").decisions[1].disagrees);
        let mut other = stopped();
        other.text = other.text.replacen("\"at\":1,", "\"at\":2,", 1);
        assert_ne!(id(&other), Some(first), "an hour later another group did the same");
    }

    #[test]
    fn nothing_is_told_of_a_conversation_that_is_under_way() {
        let mut held = stopped();
        held.steers(Steer::Undo);
        assert_eq!(held.record(), None);
        assert_eq!(Held::begin().record(), None);
    }
}
