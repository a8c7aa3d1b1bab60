//! The screens of a group session.

mod facilitator;
mod opening;
mod projector;

use std::sync::Arc;

use bedside::group::{
    Agenda, Asked, FacilitatorView, GroupSession, Input, Phase, PollId, RoomView, Section, Steer, Step, before,
    when_upset,
};
use bedside::scenario::Scenario;
use bedside::session::Chance;
use bedside::ui::group::{Connection, FacilitatorPage, HowToJoin, Projector, Screens, Squares, Tab};

/// A session, and what its pages are made from.
#[derive(Clone)]
struct Room {
    group: GroupSession,
    before: Section,
    upset: Section,
    squares: Squares,
    debrief: Vec<Section>,
}

impl Room {
    fn open(scenario: &Arc<Scenario>, seed: u64) -> Self {
        Self {
            group: GroupSession::begin(Arc::clone(scenario), Chance::from_seed(seed), Agenda::HOUR),
            before: before(scenario),
            upset: when_upset(scenario),
            squares: Squares { side: 21, dark: (0..21 * 21).map(|place| place % 2 == 0).collect() },
            debrief: Vec::new(),
        }
    }

    fn scenario(&self) -> Arc<Scenario> {
        Arc::clone(self.group.conversation().scenario())
    }

    fn steer(&mut self, steer: Steer) {
        self.group.apply(0, &Input::Steer(steer)).expect("it can be done now");
    }

    /// Goes on to a step.
    fn to(mut self, step: Step) -> Self {
        while self.group.step() != step {
            let stops =
                matches!(step, Step::Closing | Step::Reactions | Step::Debrief | Step::Commitments | Step::Ended)
                    && matches!(self.group.step(), Step::Deciding(_));
            self.steer(if stops { Steer::Stop } else { Steer::Next });
        }
        self
    }

    /// Counts as many hands for each option of the open vote.
    fn hands(mut self, counts: &[u32]) -> Self {
        let poll: PollId = self.group.open_poll().expect("a vote is open");
        let options = self.group.course().open().expect("a decision is open").offer.len();
        let counts = counts.iter().copied().chain(std::iter::repeat(0)).take(options).collect();
        self.steer(Steer::Hands { poll, counts });
        self
    }

    /// The votes of the first decision are revealed: most were for A, then for B.
    fn revealed(self) -> Self {
        let first = self.to(Step::Deciding(Phase::Vote)).hands(&[5, 2]);
        first.to(Step::Deciding(Phase::VoteAgain)).hands(&[3, 4]).to(Step::Deciding(Phase::Reveal))
    }

    fn join(&self) -> HowToJoin<'_> {
        HowToJoin { link: "http://192.0.2.7:8714/", code: "ABC234", squares: &self.squares }
    }
}

/// Calls `with` with the page of the projector.
fn on_projector<R>(room: &Room, with: impl FnOnce(&Projector<'_>) -> R) -> R {
    let (scenario, seen) = (room.scenario(), room.group.room_view());
    with(&Projector {
        scenario: &scenario,
        room: &seen,
        picture: None,
        join: Some(room.join()),
        debrief: room.debrief.first(),
    })
}

/// Everything that the facilitator's page borrows.
struct Seen {
    scenario: Arc<Scenario>,
    room: RoomView,
    own: FacilitatorView,
    agenda: Agenda,
}

impl Seen {
    fn of(room: &Room) -> Self {
        let group = &room.group;
        Self {
            scenario: room.scenario(),
            room: group.room_view(),
            own: group.facilitator_view(),
            agenda: *group.agenda(),
        }
    }

    fn page<'a>(&'a self, room: &'a Room) -> FacilitatorPage<'a> {
        FacilitatorPage {
            scenario: &self.scenario,
            room: &self.room,
            own: &self.own,
            agenda: &self.agenda,
            now: 60_000,
            join: Some(room.join()),
            connection: Connection::Untested,
            screens: Screens::Shared(Tab::Facilitator),
            private: false,
            hands: &[],
            split: None,
            said: Asked::of(self.room.step).map(|_| "tense"),
            note: "Ask Jo how she is.",
            disagreement: self.room.taken.is_some().then_some(""),
            debrief: &room.debrief,
            part: 0,
            before: &room.before,
            upset: &room.upset,
            notice: None,
            asks_to_close: false,
        }
    }
}

/// Every step of a session, in order, with votes where there are any.
fn every_step(scenario: &Arc<Scenario>) -> Vec<Room> {
    let begin = || Room::open(scenario, 7);
    let mut rooms = vec![begin(), begin().to(Step::Prebrief)];
    for phase in [Phase::Show, Phase::OwnThoughts, Phase::Vote, Phase::Discuss, Phase::VoteAgain] {
        rooms.push(begin().to(Step::Deciding(phase)));
    }
    rooms.push(begin().revealed());
    let mut split = begin().revealed();
    let options = split.group.room_view().decision.expect("a decision is open").options;
    let [first, second] = [0, 1].map(|place: usize| options[place].choice.as_str().into());
    split.steer(Steer::Split { first, second });
    split.steer(Steer::OtherBranch);
    split.steer(Steer::OtherBranch);
    rooms.push(split);
    for step in [Step::Closing, Step::Reactions, Step::Debrief, Step::Commitments, Step::Ended] {
        rooms.push(begin().revealed().to(step));
    }
    rooms
}
