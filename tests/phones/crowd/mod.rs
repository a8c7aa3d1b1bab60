//! A crowd of phones that votes, changes its mind, drops its connections and comes back; and a facilitator who holds what
//! the room has counted against what the crowd knows to be true, at every close.
//!
//! The tests let a small one in, and `benches/run phones` a large one (`docs/phones.md`).

#![allow(clippy::disallowed_methods, reason = "a crowd takes its time")]

pub(crate) mod ballots;
mod facilitator;
mod line;
mod luck;
mod phone;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use ballots::Ballots;
pub(crate) use ballots::Count;
pub(crate) use facilitator::{Facilitator, Vote};
use luck::Luck;

/// How long anything may take before it is a failure.
const DEADLINE: Duration = Duration::from_mins(1);

/// What a crowd is like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habits {
    pub(crate) phones: usize,
    /// From how many addresses of this machine they come.
    pub(crate) addresses: u8,
    /// Within how long somebody votes once a vote is open.
    pub(crate) within: Duration,
    /// Every third phone drops its connections within this time of coming.
    pub(crate) drops_within: Duration,
    /// And is back within this time.
    pub(crate) back_within: Duration,
    pub(crate) seed: u64,
}

/// What phones are called to do.
#[derive(Clone, Debug)]
enum Call {
    Wait,
    Vote(Vote),
    /// To drop nothing any more.
    Stay,
    Leave,
}

/// A crowd at the door of a room.
pub(crate) struct Crowd {
    habits: Habits,
    address: SocketAddr,
    code: String,
    call: watch::Sender<Call>,
    ballots: Mutex<Ballots>,
}

impl Crowd {
    /// Lets a crowd in at an address, and `lead` hold a session with it; then it leaves.
    pub(crate) fn meets<R>(habits: Habits, address: SocketAddr, code: &str, lead: impl FnOnce(&Self) -> R) -> R {
        let crowd = Arc::new(Self {
            habits,
            address,
            code: code.to_owned(),
            call: watch::Sender::new(Call::Wait),
            ballots: Mutex::new(Ballots::of(habits.phones)),
        });
        let phones = Arc::clone(&crowd);
        let thread = thread::spawn(move || phones.live());
        crowd.until("all phones to have joined", || crowd.ballots().have_joined());
        let result = lead(&crowd);
        crowd.call.send_replace(Call::Leave);
        thread.join().expect("the crowd leaves");
        result
    }

    fn live(self: Arc<Self>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
        runtime.expect("a runtime can be had").block_on(async {
            let phone = |number| tokio::spawn(phone::Phone::new(Arc::clone(&self), number).live());
            for phone in (0..self.habits.phones).map(phone).collect::<Vec<_>>() {
                phone.await.expect("a phone lives");
            }
        });
    }

    /// Holds votes until `over`; the facilitator opens some again, as one does who closed them too soon.
    pub(crate) fn votes(&self, facilitator: &mut impl Facilitator, mut over: impl FnMut() -> bool) {
        let mut luck = Luck::of(self.habits.seed);
        let most = self.habits.phones * 11 / 10;
        while !over() {
            let vote = facilitator.next_vote();
            self.vote(facilitator, &vote, most);
            if luck.one_in(4) {
                facilitator.reopen_vote();
                self.vote(facilitator, &vote, self.habits.phones / 10);
            }
        }
        if facilitator.count().is_some() {
            self.call.send_replace(Call::Stay);
            self.until("every phone to be where the room is", || self.ballots().all_are_at_one_place());
        }
    }

    /// Holds a vote that is open until so many votes are in, closes it, and counts.
    fn vote(&self, facilitator: &mut impl Facilitator, vote: &Vote, votes: usize) {
        let before = self.ballots().taken;
        self.call.send_replace(Call::Vote(vote.clone()));
        self.until("the votes to come in", || self.ballots().taken >= before + votes);
        self.call.send_replace(Call::Wait);
        facilitator.close_vote();
        self.until("every vote to be answered", || self.ballots().none_is_under_way());
        if let Some(count) = facilitator.count() {
            self.ballots().hold_against(vote, &count, |token| facilitator.who(token));
        }
    }

    pub(crate) fn ballots(&self) -> MutexGuard<'_, Ballots> {
        self.ballots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[track_caller]
    fn until(&self, what: &str, so: impl Fn() -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !so() {
            assert!(Instant::now() < deadline, "waited for {what}; {:?}", self.ballots().failures.first());
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Where a phone comes from: with one address, from the one that the system gives.
    fn from(&self, number: usize) -> Option<IpAddr> {
        let last = u8::try_from(number % usize::from(self.habits.addresses)).ok()?;
        (self.habits.addresses > 1).then(|| Ipv4Addr::new(127, 0, 1, last + 1).into())
    }
}
