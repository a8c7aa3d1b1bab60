//! A crowd in the room, then the same crowd at the echo.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::{Duration, Instant};

use crate::crowd::ballots::{Ballots, Sent};
use crate::crowd::{Crowd, Facilitator, Habits};
use crate::echo::Nobody;
use crate::page;
use crate::process::{Outside, Process};

/// What a load has come to.
pub struct Loaded {
    pub lasted: Duration,
    pub ballots: Ballots,
    /// Resident memory of the server at each quarter of the time, in kB.
    pub resident: Vec<u64>,
    /// Seconds that the server was busy for each that passed.
    pub busy: f64,
    /// Nanoseconds from just before a vote was written until its answer was read.
    pub answered: Vec<u64>,
}

/// Nanoseconds that the facilitator's side has taken.
pub struct Facilitated {
    /// From just before a vote was written until it was in the facilitator's model.
    pub votes: Vec<u64>,
    /// A look while nobody had come.
    pub quiet: Vec<u64>,
    /// A look while the crowd was there.
    pub looks: Vec<u64>,
}

/// Loads the room, then the echo for a fifth of the time; returns the page about it.
pub fn run(habits: Habits, long: Duration) -> String {
    let folder = std::env::temp_dir().join(format!("bedside-load-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    let recording = folder.join("load.group");
    let (room, facilitated) = in_room(habits, long, recording.to_str().expect("it is text"));
    let recorded = fs::metadata(&recording).map_or(0, |about| about.len());
    let _ = fs::remove_dir_all(&folder);
    let echo = Process::start(&["serve-echo"]);
    let (address, outside) = (echo.served.address, echo.outside());
    let echo = Crowd::meets(habits, address, "", |crowd| load(crowd, long / 5, outside, &mut Nobody::default()));
    page::of(habits, &room, &facilitated, recorded, &echo)
}

/// Loads the room for so long.
pub fn in_room(habits: Habits, long: Duration, recording: &str) -> (Loaded, Facilitated) {
    let mut room = Process::start(&["serve-room", recording]);
    let (address, code, outside) = (room.served.address, room.served.code.clone(), room.outside());
    let loaded = Crowd::meets(habits, address, &code, |crowd| load(crowd, long, outside, &mut room));
    let facilitated = Facilitated {
        votes: until_seen(&loaded.ballots.sent, &loaded.ballots.participants(), &room.seen.votes),
        quiet: sorted(&room.served.looks),
        looks: sorted(&room.seen.looks),
    };
    (loaded, facilitated)
}

fn load(crowd: &Crowd, long: Duration, outside: Outside, facilitator: &mut impl Facilitator) -> Loaded {
    let (begun, busy) = (Instant::now(), outside.busy());
    let mut resident = Vec::new();
    crowd.votes(facilitator, || {
        let passed = begun.elapsed();
        while resident.len() < 4 && passed * 4 >= long * (u32::try_from(resident.len()).unwrap_or(4) + 1) {
            resident.push(outside.resident());
            eprintln!("{:.0} s: {} kB resident", passed.as_secs_f64(), outside.resident());
        }
        passed >= long
    });
    let lasted = begun.elapsed();
    let ballots = crowd.ballots().clone();
    let answered: Vec<u64> = ballots.sent.iter().filter_map(|sent| sent.took).collect();
    let busy = (outside.busy() - busy) / lasted.as_secs_f64();
    Loaded { lasted, answered: sorted(&answered), ballots, resident, busy }
}

/// From each vote to when it was seen: the last one that its phone had sent by then for that option.
fn until_seen(sent: &[Sent], participants: &[Option<u32>], seen: &[(u64, u32, usize)]) -> Vec<u64> {
    let mut by: BTreeMap<(u32, usize), BTreeSet<u64>> = BTreeMap::new();
    for sent in sent {
        if let Some(who) = participants[sent.phone] {
            by.entry((who, sent.place)).or_default().insert(sent.at);
        }
    }
    let one = |&(at, who, place): &(u64, u32, usize)| {
        let votes = by.get_mut(&(who, place))?;
        let vote = *votes.range(..=at).next_back()?;
        votes.remove(&vote);
        Some(at - vote)
    };
    sorted(&seen.iter().filter_map(one).collect::<Vec<_>>())
}

fn sorted(all: &[u64]) -> Vec<u64> {
    let mut all = all.to_vec();
    all.sort_unstable();
    all
}
