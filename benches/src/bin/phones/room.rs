//! The room: a recorded session with its door open, and a facilitator who looks at it whenever something has changed.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use bedside::group::recording::Opening;
use bedside::group::{Agenda, GroupDecision, GroupSession, ParticipantId, PollId};
use bedside::library::SCENARIOS;
use bedside::phones::{Desk, serve};
use bedside::session::Chance;
use bedside_benches::bedside_play;
use serde::{Deserialize, Serialize};

use crate::crowd::Facilitator;
use crate::crowd::ballots::clock;
use crate::process::Served;

const SCENARIO: &str = "two-hours-in.ron";

/// What the room is asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    NextVote,
    Close,
    Reopen,
    Count,
    Who(String),
    /// What the facilitator has seen since this was asked last.
    Seen,
}

/// What the facilitator has seen.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Seen {
    /// When a vote was first in the facilitator's model, in nanoseconds of the system's clock; whose it is, and for the
    /// option at which place.
    pub votes: Vec<(u64, u32, usize)>,
    /// How long each look took, in nanoseconds.
    pub looks: Vec<u64>,
}

/// Serves until nobody asks any more.
pub fn serve_room(recording: &str) {
    let (_, text) = SCENARIOS.iter().find(|(file, _)| *file == SCENARIO).expect("it ships");
    let scenario = bedside_play::load(text, &bedside_play::rubric());
    let chance = Chance::from_seed(7);
    let group = GroupSession::begin(Arc::clone(&scenario), chance, Agenda::HOUR);
    let opening = Opening::new(&scenario, text, chance, Agenda::HOUR);
    let mut desk = Desk::recorded(group, &opening, Path::new(recording)).expect("the file is new");
    desk.next_vote();
    let looks = (0..2_000).map(|_| quiet(&desk)).collect();
    let door = serve(&desk, SocketAddr::from(([127, 0, 0, 1], 0))).expect("loopback has a free port");
    tell(&Served { address: door.address.0, code: door.code.to_string(), looks });
    let seen = Arc::new(Mutex::new(Seen::default()));
    let (watched, noted) = (desk.clone(), Arc::clone(&seen));
    thread::spawn(move || watch(&watched, &noted));
    for line in std::io::stdin().lock().lines() {
        let ask = serde_json::from_str(&line.expect("it is text")).expect("it is a question");
        match ask {
            Ask::NextVote => tell(&desk.next_vote()),
            Ask::Close => tell(&desk.close_vote()),
            Ask::Reopen => tell(&desk.reopen_vote()),
            Ask::Count => tell(&desk.count()),
            Ask::Who(token) => tell(&desk.who(&token)),
            Ask::Seen => tell(&std::mem::take(&mut *seen.lock().unwrap_or_else(PoisonError::into_inner))),
        }
    }
}

/// A look while nobody is there, a thousandth of a second after the one before.
fn quiet(desk: &Desk) -> u64 {
    thread::sleep(Duration::from_millis(1));
    look(desk, &mut BTreeMap::new()).1
}

/// Notes what the facilitator sees, as soon as it can be seen.
fn watch(desk: &Desk, seen: &Mutex<Seen>) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be had");
    let mut changes = desk.changes();
    let mut known = BTreeMap::new();
    while runtime.block_on(changes.changed()).is_ok() {
        let (new, took) = look(desk, &mut known);
        let at = clock();
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.looks.push(took);
        seen.votes.extend(new.into_iter().map(|(who, place)| (at, who, place)));
    }
}

/// What is known of the votes in a poll.
type Known = BTreeMap<(PollId, ParticipantId), usize>;

/// Takes the facilitator's model and what the projector shows, as a screen would; returns the votes that are new in it,
/// and how long it took.
fn look(desk: &Desk, known: &mut Known) -> (Vec<(u32, usize)>, u64) {
    let begun = Instant::now();
    let views = desk.look(|group| (group.facilitator_view(), group.room_view()));
    let took = u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX);
    drop(views);
    let new = desk.look(|group| {
        let poll = group.course().open().and_then(GroupDecision::last_poll)?;
        known.retain(|&(of, _), _| of == poll);
        let votes = group.poll(poll)?.votes.iter();
        let new = votes.filter(|&(&who, &place)| known.insert((poll, who), place) != Some(place));
        Some(new.map(|(who, &place)| (who.0, place)).collect())
    });
    (new.unwrap_or_default(), took)
}

pub fn tell(value: &impl Serialize) {
    let mut line = serde_json::to_string(value).expect("it is plain data");
    line.push('\n');
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes()).and_then(|()| out.flush()).expect("somebody listens");
}
