//! A vote on a decision.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DecisionId, ParticipantId};

/// Which vote on a decision: before the discussion, or after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Round {
    First,
    Second,
}

/// A vote on a decision: one vote a participant, and hands that the facilitator has counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Poll {
    pub decision: DecisionId,
    pub round: Round,
    /// The place of the option that each is for, in the order shown.
    pub votes: BTreeMap<ParticipantId, usize>,
    /// Hands for each option, in the order shown.
    pub hands: Vec<u32>,
}

/// How many are for each option, in the order shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spread(pub Vec<u32>);

impl Poll {
    pub(super) fn open(decision: DecisionId, round: Round, options: usize) -> Self {
        Self { decision, round, votes: BTreeMap::new(), hands: vec![0; options] }
    }

    /// How many have voted, hands included.
    #[must_use]
    pub fn voted(&self) -> u32 {
        self.spread().total()
    }

    #[must_use]
    pub fn spread(&self) -> Spread {
        let mut counts = self.hands.clone();
        for &option in self.votes.values() {
            if let Some(count) = counts.get_mut(option) {
                *count = count.saturating_add(1);
            }
        }
        Spread(counts)
    }
}

impl Spread {
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().fold(0, |sum, &count| sum.saturating_add(count))
    }

    /// How many are for the option at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> u32 {
        self.0.get(place).copied().unwrap_or_default()
    }

    /// The place of the option that most are for; `None` where nobody has voted or two have as many.
    #[must_use]
    pub fn majority(&self) -> Option<usize> {
        let most = self.0.iter().copied().max().filter(|&most| most > 0)?;
        let mut first = self.0.iter().enumerate().filter(|&(_, &count)| count == most).map(|(place, _)| place);
        first.next().filter(|_| first.next().is_none())
    }

    /// The share of the most popular option in percent, rounded; `None` where nobody has voted. Says how far a room
    /// agrees.
    #[must_use]
    pub fn agreement(&self) -> Option<u32> {
        let total = u64::from(self.total());
        let most = u64::from(self.0.iter().copied().max()?);
        u32::try_from((200 * most + total).checked_div(2 * total)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hands_and_phones_are_counted_together_and_each_phone_once() {
        let mut poll = Poll::open(DecisionId(0), Round::First, 3);
        poll.hands = vec![4, 0, 1];
        for (who, option) in [(0, 0), (1, 2), (0, 1)] {
            poll.votes.insert(ParticipantId(who), option);
        }
        assert_eq!(poll.spread(), Spread(vec![4, 1, 2]));
        assert_eq!(poll.voted(), 7);
    }

    #[test]
    fn a_majority_is_one_option_alone() {
        assert_eq!(Spread(vec![3, 5, 1]).majority(), Some(1));
        assert_eq!(Spread(vec![3, 3, 1]).majority(), None);
        assert_eq!(Spread(vec![0, 0]).majority(), None);
    }

    #[test]
    fn agreement_is_the_share_of_the_largest_camp() {
        assert_eq!(Spread(vec![1, 2]).agreement(), Some(67));
        assert_eq!(Spread(vec![5, 0]).agreement(), Some(100));
        assert_eq!(Spread(vec![0, 0]).agreement(), None);
        assert_eq!(Spread(vec![u32::MAX, u32::MAX]).agreement(), Some(100));
    }
}
