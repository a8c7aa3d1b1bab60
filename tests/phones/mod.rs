//! The door to a group session, as phones and as attackers meet it: over real sockets, byte by byte.

mod attacks;
#[cfg(feature = "app")]
mod browsers;
mod client;
mod crowd;
mod load;
mod session;
mod taken_up;
#[cfg(feature = "tls")]
mod tls;

use std::net::SocketAddr;
use std::sync::Arc;

use bedside::group::{Agenda, GroupDecision, GroupSession, Phase, Steer, Step};
use bedside::phones::{Desk, Door, serve};
use bedside::scenario::Scenario;
use bedside::session::Chance;

use crate::group::kettle;
use client::Phone;

/// A room with its door open.
struct Open {
    desk: Desk,
    door: Door,
}

impl Open {
    fn room() -> Self {
        let desk = Desk::unrecorded(begun(&kettle()));
        let door = serve(&desk, SocketAddr::from(([127, 0, 0, 1], 0))).expect("loopback has a free port");
        Self { desk, door }
    }

    /// A room whose first vote is open.
    fn voting() -> Self {
        let open = Self::room();
        for _ in 0..4 {
            open.steer(Steer::Next);
        }
        assert_eq!(open.desk.look(GroupSession::step), Step::Deciding(Phase::Vote));
        open
    }

    fn steer(&self, steer: Steer) {
        self.desk.steer(steer).expect("it is time for it");
    }

    fn address(&self) -> SocketAddr {
        self.door.address.0
    }

    /// A phone that has joined.
    fn joined(&self) -> Phone {
        self.joined_by(Phone::new(self.address()))
    }

    fn joined_by(&self, mut phone: Phone) -> Phone {
        let answer = phone.post("/join", &format!("code={}", self.door.code));
        assert_eq!((answer.status, answer.header("location")), (303, Some("/room")), "{answer:?}");
        phone
    }

    fn poll(&self) -> u32 {
        self.desk.look(GroupSession::open_poll).expect("a vote is open").0
    }

    /// How many are for each option, in the order shown.
    fn spread(&self) -> Vec<u32> {
        self.desk.look(|group| {
            let poll = group.course().open().and_then(GroupDecision::last_poll).expect("a vote was held");
            group.poll(poll).expect("it is known").spread().0
        })
    }

    /// The ids of the options on offer, in the order shown.
    fn options(&self) -> Vec<String> {
        let decision = self.desk.look(GroupSession::room_view).decision.expect("a decision is open");
        decision.options.into_iter().map(|option| option.choice).collect()
    }
}

fn begun(scenario: &Arc<Scenario>) -> GroupSession {
    GroupSession::begin(Arc::clone(scenario), Chance::from_seed(7), Agenda::HOUR)
}
