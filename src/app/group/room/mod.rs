//! The room that is open: the session, the door for phones, and what the facilitator has typed and picked.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;

use crate::app::first_moment::RoomMoment;
use crate::app::flow::Step;
use crate::app::waker::Waker;
use crate::debrief::WhatIf;
use crate::group::recording::Opening;
use crate::group::{Agenda, GroupSession, PollId, RoomView, Section, Steer, before, when_upset};
use crate::phones::{Desk, Watcher};
use crate::rules::rules;
use crate::scenario::Scenario;
use crate::session::Chance;
use crate::ui::group::{Connection, HowToJoin, Tab};

use super::entrance::Entrance;
use super::sessions::{Unfinished, new_path};

mod seen;
#[cfg(test)]
mod tests;
mod typed;

use seen::{Seen, count};
use typed::{Typed, said_so_far};

/// How often it is looked whether a visitor has come.
const LOOK: Duration = Duration::from_millis(250);
/// A note is recorded once nothing was typed for this long.
const PAUSE: Duration = Duration::from_secs(1);
/// How often the plan of the hour is brought up to date.
const MINUTES: Duration = Duration::from_secs(20);

/// How a room is opened.
pub(in crate::app) struct How<'a> {
    /// Where phones come in; `None` for hands alone.
    pub(in crate::app) address: Option<SocketAddr>,
    /// The folder for the recording; `None` where there is none.
    pub(in crate::app) folder: Option<&'a Path>,
    pub(in crate::app) second_vote: bool,
    /// Wakes the window.
    pub(in crate::app) wake: Box<dyn Fn() + Send>,
}

/// What the other options would have led to.
pub(in crate::app) enum OtherWays {
    Found(Vec<WhatIf>),
    /// There are more roads than can be looked at.
    TooMany,
}

/// The room that is open.
#[derive(Resource)]
pub(in crate::app) struct GroupRoom {
    desk: Desk,
    pub(in crate::app) seen: Seen,
    entrance: Option<Entrance>,
    watcher: Watcher,
    scenario: Arc<Scenario>,
    /// What to know before it begins.
    pub(in crate::app) before: Section,
    /// What to do when somebody is upset.
    pub(in crate::app) upset: Section,
    /// The hands typed for a vote, for its options in the order shown.
    hands: (Option<PollId>, Vec<String>),
    /// The option picked for a split.
    pub(in crate::app) split: Option<String>,
    said: Typed,
    note: Typed,
    disagreement: Typed,
    pub(in crate::app) tab: Tab,
    /// The part of the debrief that the projector shows.
    pub(in crate::app) part: usize,
    /// What the other options would have led to; `None` while it is being worked out.
    pub(in crate::app) other_ways: Option<OtherWays>,
    notice: Option<String>,
    pub(in crate::app) asks_to_close: bool,
    /// Counts the steps, so that what comes under the pointer with one is not pressed at once.
    steps: u64,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, keep_up.in_set(Step::Persist).run_if(resource_exists::<GroupRoom>));
}

/// Keeps the room up to date with the time: the test of the connection, what was typed, the plan of the hour.
fn keep_up(mut room: ResMut<GroupRoom>, mut moment: ResMut<RoomMoment>, mut wake: ResMut<Waker>) {
    let now = wake.now;
    moment.0 = room.steps;
    let room = room.bypass_change_detection();
    room.look_again();
    wake.after(MINUTES);
    if room.entrance.as_mut().is_some_and(|entrance| entrance.is_waiting(now)) {
        wake.after(LOOK);
    }
    if let Some(since) = room.unrecorded_since() {
        let left = (since + PAUSE).saturating_sub(now);
        if left.is_zero() {
            room.record_typed();
        } else {
            wake.after(left);
        }
    }
}

impl GroupRoom {
    /// Opens a room for a scenario, whose text is `text`.
    ///
    /// # Errors
    /// Why it cannot be opened, and the way out.
    pub(in crate::app) fn open(scenario: Arc<Scenario>, text: &str, seed: u64, how: How<'_>) -> Result<Self, String> {
        let chance = Chance::from_seed(seed);
        let group = GroupSession::begin(Arc::clone(&scenario), chance, Agenda::HOUR);
        let (desk, recording) = match how.folder {
            None => (Desk::unrecorded(group), None),
            Some(folder) => {
                let unmade = |error| format!("The session cannot be recorded in {}: {error}.", folder.display());
                let path = new_path(folder, &scenario.id).map_err(unmade)?;
                let opening = Opening::new(&scenario, text, chance, Agenda::HOUR);
                let desk = Desk::recorded(group, &opening, &path);
                (desk.map_err(|error| crate::sentence::sentence(&error.to_string()))?, Some(path))
            }
        };
        let mut room = match Self::with(desk.clone(), scenario, how.address, how.wake) {
            Ok(room) => room,
            Err(problem) => {
                desk.close();
                // Nothing has happened in it.
                recording.map(fs::remove_file);
                return Err(problem);
            }
        };
        if !how.second_vote {
            room.steer(Steer::SecondVote { held: false });
        }
        Ok(room)
    }

    /// Takes up a session that was cut off.
    ///
    /// # Errors
    /// Why it cannot be taken up.
    pub(in crate::app) fn take_up(cut_off: &Unfinished, scenario: &Scenario, how: How<'_>) -> Result<Self, String> {
        let desk = Desk::taken_up(&cut_off.recording, &cut_off.path, &scenario.rubric, rules());
        let desk = desk.map_err(|error| crate::sentence::sentence(&error.to_string()))?;
        let scenario = desk.look(|group| Arc::clone(group.conversation().scenario()));
        Self::with(desk, scenario, how.address, how.wake)
    }

    fn with(
        desk: Desk,
        scenario: Arc<Scenario>,
        address: Option<SocketAddr>,
        wake: Box<dyn Fn() + Send>,
    ) -> Result<Self, String> {
        let entrance = address.map(|address| Entrance::open(&desk, address)).transpose()?;
        let place = entrance.as_ref().map(Entrance::address);
        let follows = Watcher::start(&desk, place, wake);
        let watcher = follows.map_err(|error| format!("The room cannot be opened: {error}."))?;
        let [note, said] =
            [desk.look(|group| group.note().as_str().to_owned()), desk.look(said_so_far)].map(Typed::recorded);
        Ok(Self {
            before: before(&scenario),
            upset: when_upset(&scenario),
            seen: Seen::of(&desk),
            desk,
            entrance,
            watcher,
            scenario,
            hands: (None, Vec::new()),
            split: None,
            said,
            note,
            disagreement: Typed::default(),
            tab: Tab::default(),
            part: 0,
            other_ways: None,
            notice: None,
            asks_to_close: false,
            steps: 0,
        })
    }

    pub(in crate::app) const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    pub(in crate::app) fn look<R>(&self, look: impl FnOnce(&GroupSession) -> R) -> R {
        self.desk.look(look)
    }

    /// How often the session has changed.
    pub(in crate::app) fn changes(&self) -> u64 {
        count(&self.desk)
    }

    /// Milliseconds since the session began.
    pub(in crate::app) fn now(&self) -> u64 {
        self.desk.now()
    }

    pub(in crate::app) fn join(&self) -> Option<HowToJoin<'_>> {
        self.entrance.as_ref().map(Entrance::join)
    }

    /// The hands typed for the vote that is open.
    pub(in crate::app) fn hands(&self) -> &[String] {
        &self.hands.1
    }

    /// Shows phones the part of the debrief that the projector shows.
    pub(in crate::app) fn show_part(&self, parts: &[Section]) {
        self.desk.show(parts.get(self.part));
    }

    /// What went wrong, or was refused.
    pub(in crate::app) fn notice(&self) -> Option<String> {
        self.notice.clone().or_else(|| self.seen.lost.clone())
    }

    /// Looks at the session, if it has changed since.
    fn look_again(&mut self) {
        if self.seen.is_outdated(&self.desk) {
            self.seen = Seen::of(&self.desk);
        }
    }

    /// Steers; what is refused becomes a notice.
    pub(in crate::app) fn steer(&mut self, steer: Steer) {
        self.record_typed();
        let moment = |room: &RoomView| (room.step, room.decision.as_ref().map(|open| open.id));
        self.look_again();
        let before = moment(&self.seen.room);
        self.notice = self.desk.steer(steer).err().map(|refused| format!("Not done: {refused}."));
        self.look_again();
        let poll = self.look(GroupSession::open_poll);
        if moment(&self.seen.room) != before {
            (self.split, self.part) = (None, 0);
            self.steps += 1;
            self.said = Typed::recorded(self.look(said_so_far));
        }
        if self.hands.0 != poll {
            self.hands = (poll, Vec::new());
        }
        let settled = self.seen.room.taken.as_ref().map(|taken| taken.decision);
        let known = settled.and_then(|settled| self.look(|group| group.disagreements().get(&settled).cloned()));
        self.disagreement.words = known.map(|words| words.as_str().to_owned()).unwrap_or_default();
    }

    /// Takes the hands typed for the option at a place; they count as soon as every box holds a number.
    pub(in crate::app) fn type_hands(&mut self, place: usize, typed: String) {
        let Some((poll, options)) =
            self.look(|group| Some((group.open_poll()?, group.course().open().map(|open| open.offer.len())?)))
        else {
            return;
        };
        let (at, hands) = &mut self.hands;
        if *at != Some(poll) {
            (*at, *hands) = (Some(poll), Vec::new());
        }
        hands.resize(options, String::new());
        if let Some(hand) = hands.get_mut(place) {
            *hand = typed;
        }
        let count = |typed: &String| if typed.trim().is_empty() { Ok(0) } else { typed.trim().parse() };
        match self.hands.1.iter().map(count).collect::<Result<Vec<u32>, _>>() {
            Ok(counts) => {
                let counted = self.desk.steer(Steer::Hands { poll, counts });
                self.notice = counted.err().map(|why| format!("Not done: {why}."));
            }
            Err(_) => self.notice = Some("Hands are a whole number for each option.".to_owned()),
        }
    }

    /// Begins to wait for a visitor.
    pub(in crate::app) fn test_connection(&mut self, now: Duration) {
        if let Some(entrance) = &mut self.entrance {
            entrance.test(now);
        }
    }

    pub(in crate::app) fn connection(&self) -> Connection {
        match &self.entrance {
            Some(_) if self.watcher.address_is_gone() => Connection::AddressGone,
            Some(entrance) => entrance.connection(),
            None => Connection::Untested,
        }
    }
}

impl Drop for GroupRoom {
    /// Closes the room with the window, however that is shut: phones are told, and their tokens forgotten.
    fn drop(&mut self) {
        self.record_typed();
        drop(self.entrance.take());
        self.desk.close();
    }
}
