//! The facilitator of a room that a crowd is in.

use bedside::group::{GroupDecision, GroupSession, Phase, Steer, Step};
use bedside::phones::{Desk, Token};
use serde::{Deserialize, Serialize};

use super::Count;

/// A vote that is open: its number, and the ids of the options.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Vote {
    pub(crate) poll: u32,
    pub(crate) options: Vec<String>,
}

/// Who opens votes, closes them and counts.
pub(crate) trait Facilitator {
    /// Goes on to the next vote and opens it.
    fn next_vote(&mut self) -> Vote;
    fn close_vote(&mut self);
    /// Opens the vote again that was closed last.
    fn reopen_vote(&mut self);
    /// How the vote that was closed last was counted; `None` where nobody counts.
    fn count(&mut self) -> Option<Count>;
    /// The number of the participant who has a token.
    fn who(&mut self, token: &str) -> Option<u32>;
}

/// Where the conversation has come to its end it is taken back, step by step, and played again.
impl Facilitator for Desk {
    fn next_vote(&mut self) -> Vote {
        loop {
            let steer = match self.look(GroupSession::step) {
                Step::Deciding(Phase::Vote | Phase::VoteAgain) => {
                    let decision = self.look(GroupSession::room_view).decision.expect("a decision is open");
                    let poll = decision.poll.expect("its vote is open").0;
                    return Vote { poll, options: decision.options.into_iter().map(|option| option.choice).collect() };
                }
                Step::Deciding(Phase::Reveal) => {
                    let decision = self.look(GroupSession::room_view).decision.expect("a decision is open");
                    Steer::Take { choice: decision.options[0].choice.as_str().into() }
                }
                Step::Closing => {
                    while self.look(GroupSession::step) != Step::Prebrief {
                        self.steer(Steer::Undo).expect("there is a step to take back");
                    }
                    Steer::Next
                }
                _ => Steer::Next,
            };
            self.steer(steer).expect("it is time for it");
        }
    }

    fn close_vote(&mut self) {
        self.steer(Steer::Next).expect("a vote is open");
    }

    fn reopen_vote(&mut self) {
        self.steer(Steer::Undo).expect("a vote was closed");
    }

    fn count(&mut self) -> Option<Count> {
        self.look(|group| {
            let poll = group.poll(group.course().open().and_then(GroupDecision::last_poll)?)?;
            Some(Count {
                spread: group.facilitator_view().spreads.pop()?.0,
                votes: poll.votes.iter().map(|(who, &place)| (who.0, place)).collect(),
                joined: group.joined(),
            })
        })
    }

    fn who(&mut self, token: &str) -> Option<u32> {
        self.participant(&Token::parse(token)?).map(|who| who.0)
    }
}
