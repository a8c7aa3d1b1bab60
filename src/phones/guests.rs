//! Who is inside: so many connections at a time, and strangers make room for whoever comes.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::group::ParticipantId;

/// The most connections at a time: two for each of a full room.
const MOST: usize = 2_048;
/// The most from one address: a whole room may stand behind one.
const MOST_FROM_ONE: usize = 256;
/// The most of one participant: more are a stranger's. A browser opens six, and of a phone that has changed its network
/// those that it has left behind are still there.
const MOST_OF_ONE: usize = 16;

/// The connections that there are. Where it is full the stranger who has been inside longest goes, so that connections
/// that want nothing of the room keep no phone out.
#[derive(Clone, Debug, Default)]
pub(super) struct Guests(Arc<Mutex<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    /// How many have come in so far, by which each is numbered.
    came: u64,
    all: usize,
    same: BTreeMap<IpAddr, Same>,
    strangers: BTreeMap<u64, IpAddr>,
    participants: BTreeMap<u64, ParticipantId>,
}

/// The connections from one address.
#[derive(Debug, Default)]
struct Same {
    all: usize,
    /// What each stranger is sent away by.
    strangers: BTreeMap<u64, Arc<Notify>>,
}

/// One connection, which leaves when it is dropped.
#[derive(Debug)]
pub(super) struct Guest {
    guests: Guests,
    number: u64,
    from: IpAddr,
    sent_away: Arc<Notify>,
}

impl Guests {
    /// Lets a stranger in; `None` where it is full of participants.
    pub(super) fn let_in(&self, from: IpAddr) -> Option<Guest> {
        let mut inside = self.inside();
        let same = inside.same.get(&from);
        if let Some(same) = same.filter(|same| same.all >= MOST_FROM_ONE) {
            let longest = *same.strangers.keys().next()?;
            inside.send_away(longest, from);
        } else if inside.all >= MOST {
            let (&longest, &from) = inside.strangers.first_key_value()?;
            inside.send_away(longest, from);
        }
        let (number, sent_away) = (inside.came, Arc::new(Notify::new()));
        inside.came += 1;
        inside.all += 1;
        inside.strangers.insert(number, from);
        let same = inside.same.entry(from).or_default();
        same.all += 1;
        same.strangers.insert(number, Arc::clone(&sent_away));
        Some(Guest { guests: self.clone(), number, from, sent_away })
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn send_away(&mut self, stranger: u64, from: IpAddr) {
        if let Some(sent_away) = self.no_stranger(stranger, from) {
            sent_away.notify_one();
            self.one_less(from);
        }
    }

    fn no_stranger(&mut self, number: u64, from: IpAddr) -> Option<Arc<Notify>> {
        self.strangers.remove(&number)?;
        self.same.get_mut(&from)?.strangers.remove(&number)
    }

    fn one_less(&mut self, from: IpAddr) {
        self.all -= 1;
        if let Some(same) = self.same.get_mut(&from) {
            same.all -= 1;
            if same.all == 0 {
                self.same.remove(&from);
            }
        }
    }
}

impl Guest {
    /// Waits until it has to make room.
    pub(super) async fn sent_away(&self) {
        self.sent_away.notified().await;
    }

    /// Says whose it is: it makes room for nobody any more.
    pub(super) fn is_of(&self, who: ParticipantId) {
        let mut inside = self.guests.inside();
        if inside.strangers.contains_key(&self.number)
            && inside.participants.values().filter(|&&of| of == who).count() < MOST_OF_ONE
        {
            inside.no_stranger(self.number, self.from);
            inside.participants.insert(self.number, who);
        }
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let mut inside = self.guests.inside();
        // Who was sent away is not counted any more.
        if inside.no_stranger(self.number, self.from).is_some() || inside.participants.remove(&self.number).is_some() {
            inside.one_less(self.from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(number: usize) -> IpAddr {
        IpAddr::from([10, 0, 0, u8::try_from(number).unwrap_or(0)])
    }

    /// Lets in as many participants as there is room for.
    fn full_of_participants(guests: &Guests, addresses: std::ops::Range<usize>) -> Vec<Guest> {
        let places = addresses.flat_map(|number| std::iter::repeat_n(from(number), MOST_FROM_ONE));
        let joined = places.zip(0..).filter_map(|(from, number)| {
            let guest = guests.let_in(from)?;
            guest.is_of(ParticipantId(number));
            Some(guest)
        });
        joined.collect()
    }

    #[test]
    fn so_many_participants_are_let_in_and_who_leaves_makes_room() {
        let guests = Guests::default();
        let mut inside = full_of_participants(&guests, 0..1);
        assert_eq!(inside.len(), MOST_FROM_ONE);
        assert!(guests.let_in(from(0)).is_none());
        inside.pop();
        assert!(guests.let_in(from(0)).is_some());
        inside.extend(full_of_participants(&guests, 1..20));
        assert!(inside.len() <= MOST && inside.len() > MOST - 2);
        assert!(guests.let_in(from(20)).is_none());
        drop(inside);
        assert!(guests.inside().same.is_empty() && guests.inside().all == 0);
    }

    #[test]
    fn the_stranger_who_has_been_inside_longest_makes_room() {
        let guests = Guests::default();
        let participant = guests.let_in(from(0)).expect("there is room");
        participant.is_of(ParticipantId(0));
        let places = (1..9).flat_map(|number| std::iter::repeat_n(from(number), MOST_FROM_ONE));
        let strangers: Vec<Guest> = places.filter_map(|from| guests.let_in(from)).collect();
        assert_eq!((strangers.len(), guests.inside().all), (8 * MOST_FROM_ONE, MOST));
        let stays = |guest: &Guest| {
            let inside = guests.inside();
            inside.strangers.contains_key(&guest.number) || inside.participants.contains_key(&guest.number)
        };
        assert!(stays(&participant) && !stays(&strangers[0]) && stays(&strangers[1]));
        // From an address that has as many as it may it is one of its own.
        let last = guests.let_in(from(8)).expect("a stranger makes room");
        assert!(stays(&last) && stays(&strangers[1]) && !stays(&strangers[7 * MOST_FROM_ONE]));
        drop(strangers);
        assert_eq!(guests.inside().all, 2);
    }

    #[test]
    fn one_participant_cannot_take_all_the_room() {
        let guests = Guests::default();
        let inside: Vec<Guest> = (0..MOST_OF_ONE + 5).filter_map(|_| guests.let_in(from(0))).collect();
        for guest in &inside {
            guest.is_of(ParticipantId(3));
        }
        assert_eq!(guests.inside().strangers.len(), 5);
    }
}
