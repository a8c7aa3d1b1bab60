//! What the crowd knows of its votes, and what is held against it.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::Vote;

/// How a room has counted a vote.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Count {
    /// As the facilitator sees it.
    pub(crate) spread: Vec<u32>,
    /// The place of the option that each participant is for.
    pub(crate) votes: BTreeMap<u32, usize>,
    pub(crate) joined: u32,
}

/// A vote that was sent, in nanoseconds of the system's clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent {
    pub(crate) phone: usize,
    pub(crate) place: usize,
    /// Just before it was written.
    pub(crate) at: u64,
    /// How long it took until its answer had been read, where there was one.
    pub(crate) took: Option<u64>,
}

/// What one phone knows.
#[derive(Clone, Debug, Default)]
struct Known {
    token: Option<String>,
    /// The number of its participant, once it was asked for.
    who: Option<u32>,
    poll: Option<u32>,
    /// The last vote in this poll that the room has taken.
    taken: Option<usize>,
    /// Votes in this poll whose answer was never received.
    unsure: Vec<usize>,
    /// The place among all that were sent of the vote that is under way.
    under_way: Option<usize>,
    /// What its page shows; `None` while it has no stream of events.
    key: Option<String>,
}

#[derive(Clone, Default)]
pub(crate) struct Ballots {
    phones: Vec<Known>,
    pub(crate) sent: Vec<Sent>,
    /// How many votes the room has taken.
    pub(crate) taken: usize,
    /// How many came after the close and were refused.
    pub(crate) late: usize,
    /// How many votes were never answered.
    pub(crate) unanswered: usize,
    /// How many of these were counted.
    pub(crate) unanswered_counted: usize,
    pub(crate) drops: usize,
    /// The longest that a phone has tried to be in the room again.
    pub(crate) slowest_return: Duration,
    pub(crate) closes: usize,
    /// What was not as it has to be.
    pub(crate) failures: Vec<String>,
}

/// Nanoseconds of the system's clock, which all processes share.
pub(crate) fn clock() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(now.as_nanos()).unwrap_or(u64::MAX)
}

impl Ballots {
    pub(super) fn of(phones: usize) -> Self {
        Self { phones: vec![Known::default(); phones], ..Self::default() }
    }

    /// The number of each phone's participant, of those that have been counted.
    pub(crate) fn participants(&self) -> Vec<Option<u32>> {
        self.phones.iter().map(|known| known.who).collect()
    }

    pub(super) fn have_joined(&self) -> bool {
        self.phones.iter().all(|known| known.token.is_some())
    }

    pub(super) fn joined(&mut self, phone: usize, token: &str) {
        self.phones[phone].token = Some(token.to_owned());
    }

    pub(super) fn has_come(&mut self, after: Duration) {
        self.slowest_return = self.slowest_return.max(after);
    }

    pub(super) fn shows(&mut self, phone: usize, key: Option<String>) {
        self.phones[phone].key = key;
    }

    pub(super) fn all_are_at_one_place(&self) -> bool {
        let first = self.phones.first().and_then(|known| known.key.as_ref());
        first.is_some() && self.phones.iter().all(|known| known.key.as_ref() == first)
    }

    pub(super) fn none_is_under_way(&self) -> bool {
        self.phones.iter().all(|known| known.under_way.is_none())
    }

    /// What a phone has voted for, as far as it knows.
    pub(super) fn vote(&self, phone: usize, poll: u32) -> Option<usize> {
        let known = &self.phones[phone];
        known.taken.filter(|_| known.poll == Some(poll))
    }

    /// Notes a vote that is about to be sent.
    pub(super) fn begin(&mut self, phone: usize, poll: u32, place: usize) {
        let known = &mut self.phones[phone];
        if known.poll != Some(poll) {
            (known.poll, known.taken, known.unsure) = (Some(poll), None, Vec::new());
        }
        known.under_way = Some(self.sent.len());
        self.sent.push(Sent { phone, place, at: clock(), took: None });
    }

    /// Notes how the vote under way was answered, `None` where it was not; `open` says whether the vote was open all the
    /// while.
    pub(super) fn end(&mut self, phone: usize, status: Option<u16>, open: bool) {
        let known = &mut self.phones[phone];
        let Some(sent) = known.under_way.take().and_then(|index| self.sent.get_mut(index)) else { return };
        match status {
            Some(200) => {
                sent.took = Some(clock().saturating_sub(sent.at));
                known.taken = Some(sent.place);
                self.taken += 1;
            }
            Some(409) if !open => self.late += 1,
            None => {
                known.unsure.push(sent.place);
                self.unanswered += 1;
            }
            Some(status) => self.failures.push(format!("phone {}: a vote was answered with {status}", sent.phone)),
        }
    }

    /// Holds a closed vote against what is true: each phone's last vote that was taken counts, or one whose answer was
    /// never received; none is lost, and none is counted twice.
    pub(super) fn hold_against(&mut self, vote: &Vote, count: &Count, mut who: impl FnMut(&str) -> Option<u32>) {
        self.closes += 1;
        let mut wrong = Vec::new();
        let mut truth = vec![0; vote.options.len()];
        let mut left = count.votes.clone();
        for (phone, known) in self.phones.iter_mut().enumerate() {
            known.who = known.who.or_else(|| who(known.token.as_deref()?));
            let counted = known.who.and_then(|who| left.remove(&who));
            let here = known.poll == Some(vote.poll);
            let [taken, unsure] = [known.taken.as_slice(), &known.unsure].map(|votes| if here { votes } else { &[] });
            let right = match counted {
                None => taken.is_empty(),
                Some(place) => taken.contains(&place) || unsure.contains(&place),
            };
            if !right {
                wrong.push(format!("phone {phone} is counted for {counted:?}; {taken:?} was taken, {unsure:?} unsure"));
            }
            if let Some(place) = counted {
                truth[place] += 1;
                self.unanswered_counted += usize::from(!taken.contains(&place));
            }
        }
        if !left.is_empty() {
            wrong.push(format!("nobody has sent the votes of {left:?}"));
        }
        if truth != count.spread {
            wrong.push(format!("the spread is {:?}, and {truth:?} is true", count.spread));
        }
        if usize::try_from(count.joined) != Ok(self.phones.len()) {
            wrong.push(format!("{} have joined", count.joined));
        }
        self.failures.extend(wrong.into_iter().map(|what| format!("vote {}: {what}", vote.poll)));
    }
}
